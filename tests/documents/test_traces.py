"""What describes a PDF or office file goes, what it says stays; signed, protected and hostile files are left alone."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from collections.abc import Callable

import openpyxl
import pikepdf
import pypdfium2
import pytest
from PIL import Image

from kimdesk.base.errors import KimError
from kimdesk.documents import traces, traces_office, traces_pdf
from kimdesk.documents.api import recovery_pdf
from kimdesk.documents.traces_pictures import bare
from tests.documents.samples import RECOVERY
from tests.support.photos import SECRETS, jpeg, opened, png

AUTHOR = "Karla Muster"


def pdf(*, info: bool = True, picture: bytes = b"", prepare: Callable[[pikepdf.Pdf], None] | None = None) -> bytes:
    """Return a page with words, by an author, with a picture if given."""
    made = pikepdf.new()
    made.add_blank_page(page_size=(200, 200))
    page = made.pages[0].obj
    page.Contents = made.make_stream(b"BT /F1 12 Tf (Bescheid) Tj ET")
    if info:
        made.docinfo["/Author"] = AUTHOR
        made.docinfo["/Producer"] = "Musterprogramm 3"
        made.Root.Metadata = made.make_stream(f"<x:xmpmeta>{AUTHOR}</x:xmpmeta>".encode())
        page.Thumb = made.make_stream(b"klein")
    if picture:
        image = made.make_stream(picture)
        image.Type, image.Subtype = pikepdf.Name.XObject, pikepdf.Name.Image
        image.Width, image.Height = 80, 60
        image.BitsPerComponent, image.ColorSpace = 8, pikepdf.Name.DeviceRGB
        image.Filter = pikepdf.Name.DCTDecode
        page.Resources = pikepdf.Dictionary(XObject=pikepdf.Dictionary(Im0=image))
    if prepare is not None:
        prepare(made)
    into = io.BytesIO()
    made.save(into, object_stream_mode=pikepdf.ObjectStreamMode.disable)
    return into.getvalue()


def office(parts: dict[str, bytes]) -> bytes:
    """Return a packed file with these parts."""
    into = io.BytesIO()
    with zipfile.ZipFile(into, "w", zipfile.ZIP_DEFLATED) as made:
        for name, content in parts.items():
            made.writestr(name, content)
    return into.getvalue()


def parts_of(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as packed:
        assert packed.testzip() is None
        return {each.filename: packed.read(each) for each in packed.infolist()}


DOCX = {
    "[Content_Types].xml": b"<Types/>",
    "_rels/.rels": b'<Relationships><Relationship Id="1" Target="word/document.xml"/>'
    b'<Relationship Id="2" Target="docProps/thumbnail.jpeg" Type="t"/></Relationships>',
    "docProps/core.xml": f"<cp:coreProperties><dc:creator>{AUTHOR}</dc:creator></cp:coreProperties>".encode(),
    "docProps/app.xml": b"<Properties><Company>Musterfirma</Company></Properties>",
    "docProps/custom.xml": b"<Properties>Aktenzeichen</Properties>",
    "docProps/thumbnail.jpeg": jpeg(),
    "word/document.xml": b"<w:t>Bescheid</w:t>",
    "word/comments.xml": f'<w:comment w:author="{AUTHOR}">bitte prüfen</w:comment>'.encode(),
    "word/media/image1.jpeg": jpeg(orientation=6),
    "word/media/image2.png": png(),
}
ODT = {
    "mimetype": b"application/vnd.oasis.opendocument.text",
    "content.xml": b"<text>Bescheid</text>",
    "meta.xml": f"<office:document-meta><meta:creator>{AUTHOR}</meta:creator></office:document-meta>".encode(),
    "Thumbnails/thumbnail.png": png(),
    "META-INF/manifest.xml": b'<manifest:manifest><manifest:file-entry manifest:full-path="content.xml"/>'
    b'<manifest:file-entry manifest:full-path="Thumbnails/thumbnail.png"/></manifest:manifest>',
}


def refused(data: bytes, kind: traces.Holder) -> str:
    with pytest.raises(KimError) as caught:
        traces.without(data, kind)
    return caught.value.code


# PDF ------------------------------------------------------------------------------


def test_a_pdf_loses_who_wrote_it_and_keeps_its_pages() -> None:
    clean = traces.without(pdf(picture=jpeg()), "pdf")
    assert clean is not None
    for secret in (AUTHOR.encode(), b"Musterprogramm", *SECRETS, b"klein"):
        assert secret not in clean
    with pikepdf.open(io.BytesIO(clean)) as made:
        assert len(made.pages) == 1
        assert b"Bescheid" in made.pages[0].Contents.read_bytes()
        assert opened(made.pages[0].Resources.XObject.Im0.read_raw_bytes()).size == (80, 60)
        assert "/Info" not in made.trailer
    assert traces.without(clean, "pdf") is None, "nothing is left to take out"


def test_a_pdf_without_traces_stays_byte_for_byte() -> None:
    assert traces.without(pdf(info=False), "pdf") is None


def sign(made: pikepdf.Pdf) -> None:
    value = made.make_indirect(pikepdf.Dictionary(Type=pikepdf.Name.Sig, Contents=b"123", ByteRange=[0, 1, 2, 3]))
    field = made.make_indirect(pikepdf.Dictionary(FT=pikepdf.Name.Sig, V=value))
    made.Root.AcroForm = pikepdf.Dictionary(Fields=[field])


def sign_within(made: pikepdf.Pdf) -> None:
    value = pikepdf.Dictionary(Type=pikepdf.Name.Sig, Contents=b"123", ByteRange=[0, 1, 2, 3])
    made.Root.AcroForm = pikepdf.Dictionary(Fields=[pikepdf.Dictionary(FT=pikepdf.Name.Sig, V=value)])


def sign_flags(made: pikepdf.Pdf) -> None:
    made.Root.AcroForm = pikepdf.Dictionary(Fields=[], SigFlags=3)


def allow(made: pikepdf.Pdf) -> None:
    made.Root.Perms = pikepdf.Dictionary()


@pytest.mark.parametrize("prepare", [sign, sign_within, sign_flags, allow])
def test_a_signed_pdf_is_left_alone(prepare: Callable[[pikepdf.Pdf], None]) -> None:
    assert refused(pdf(prepare=prepare), "pdf") == "attachment.signed"


def attach(made: pikepdf.Pdf) -> None:
    """Attach a file as most programs do."""
    made.attachments["Rechnung.xml"] = pikepdf.AttachedFileSpec(made, AUTHOR.encode(), filename="Rechnung.xml")


def pin(made: pikepdf.Pdf) -> None:
    """Pin a file to a page, its description within the note itself."""
    inner = made.make_stream(AUTHOR.encode())
    spec = pikepdf.Dictionary(Type=pikepdf.Name.Filespec, F="a.xml", EF=pikepdf.Dictionary(F=inner))
    note = pikepdf.Dictionary(Type=pikepdf.Name.Annot, Subtype=pikepdf.Name.FileAttachment, Rect=[0, 0, 9, 9], FS=spec)
    made.pages[0].obj.Annots = pikepdf.Array([note])


def leave(made: pikepdf.Pdf) -> None:
    """Leave a file in it that nothing points to any more but its own kind."""
    made.Root.Left = made.make_stream(AUTHOR.encode(), Type=pikepdf.Name.EmbeddedFile)


def collect(made: pikepdf.Pdf) -> None:
    made.Root.Collection = pikepdf.Dictionary()


@pytest.mark.parametrize("prepare", [attach, pin, leave, collect])
@pytest.mark.parametrize("info", [True, False])
def test_a_pdf_with_other_files_in_it_waits_for_somebody_to_decide(
    prepare: Callable[[pikepdf.Pdf], None], info: bool
) -> None:
    assert refused(pdf(info=info, prepare=prepare), "pdf") == "attachment.files_inside"


def test_a_description_of_a_file_outside_is_no_file() -> None:
    def point(made: pikepdf.Pdf) -> None:
        made.Root.Elsewhere = pikepdf.Dictionary(Type=pikepdf.Name.Filespec, F="a.pdf")

    assert traces.without(pdf(info=False, prepare=point), "pdf") is None


def test_what_describes_a_part_goes_wherever_it_stands() -> None:
    def describe(made: pikepdf.Pdf) -> None:
        inner = pikepdf.Dictionary(Metadata=made.make_stream(AUTHOR.encode()))
        made.pages[0].obj.Resources = pikepdf.Dictionary(Properties=pikepdf.Dictionary(MC0=inner))

    clean = traces.without(pdf(info=False, prepare=describe), "pdf")
    assert clean is not None
    assert AUTHOR.encode() not in clean


def test_former_states_of_a_pdf_go() -> None:
    before, now = pdf(), pdf(info=False)
    start = len(before) + now.rindex(b"xref")
    for data in (before + now[: now.rindex(b"startxref")] + b"startxref\n%d\n%%%%EOF\n" % start, now + AUTHOR.encode()):
        clean = traces.without(data, "pdf")
        assert clean is not None
        assert AUTHOR.encode() not in clean
        with pikepdf.open(io.BytesIO(clean)) as made:
            assert b"Bescheid" in made.pages[0].Contents.read_bytes()


def test_a_pdf_nested_without_end_is_left_alone() -> None:
    def nest(made: pikepdf.Pdf) -> None:
        inner = pikepdf.Dictionary()
        for _each in range(100):
            inner = pikepdf.Dictionary(A=inner)
        made.Root.Deep = inner

    assert refused(pdf(prepare=nest), "pdf") == "attachment.traces_stay"


@pytest.mark.parametrize("password", ["", "geheim"])
def test_a_protected_pdf_is_left_alone(password: str) -> None:
    into = io.BytesIO()
    with pikepdf.open(io.BytesIO(pdf(info=False))) as made:
        made.save(into, encryption=pikepdf.Encryption(owner="eigen", user=password))
    assert refused(into.getvalue(), "pdf") == "attachment.traces_stay"


def test_broken_pdfs_are_left_alone() -> None:
    whole = pdf()
    assert refused(b"%PDF-1.7\nnur Worte", "pdf") == "attachment.traces_stay"
    for end in range(20, len(whole), 97):
        try:
            traces.without(whole[:end], "pdf")
        except KimError as error:
            assert error.code == "attachment.traces_stay"  # noqa: PT017 - a file that can be mended may pass as well


def test_a_pdf_that_unpacks_without_end_is_left_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(traces_pdf, "MOST_UNPACKED", 1 << 20)
    packed = zlib.compress(bytes(4 << 20), 9)
    bomb = b"%PDF-1.7\n1 0 obj <</Type /ObjStm /N 1 /First 4 /Filter /FlateDecode>> stream\r\n" + packed + b"endstream"
    assert refused(bomb, "pdf") == "attachment.traces_stay"
    several = zlib.compress(bytes(600 << 10), 9)
    head = b"obj <</Type /ObjStm /N 1 /First 4 /Filter /FlateDecode>> stream\r\n"
    assert refused(b"%PDF-1.7\n" + (head + several + b"endstream ") * 2, "pdf") == "attachment.traces_stay"


# office files -------------------------------------------------------------------------


def test_a_docx_loses_what_describes_it_and_keeps_what_it_says() -> None:
    clean = traces.without(office(DOCX), "packed")
    assert clean is not None
    parts = parts_of(clean)
    assert AUTHOR.encode() not in parts["docProps/core.xml"]
    assert b"Musterfirma" not in parts["docProps/app.xml"]
    assert b"Aktenzeichen" not in parts["docProps/custom.xml"]
    assert "docProps/thumbnail.jpeg" not in parts
    assert b"thumbnail" not in parts["_rels/.rels"]
    assert b"word/document.xml" in parts["_rels/.rels"]
    assert parts["word/document.xml"] == DOCX["word/document.xml"]
    assert AUTHOR.encode() in parts["word/comments.xml"], "who commented is part of what it says"
    for name in ("word/media/image1.jpeg", "word/media/image2.png"):
        assert not any(secret in parts[name] for secret in SECRETS)
    assert traces.without(clean, "packed") is None


def test_an_odt_loses_what_describes_it() -> None:
    clean = traces.without(office(ODT), "packed")
    assert clean is not None
    parts = parts_of(clean)
    assert next(iter(parts)) == "mimetype"
    assert AUTHOR.encode() not in b"".join(parts.values())
    assert "Thumbnails/thumbnail.png" not in parts
    assert b"Thumbnails" not in parts["META-INF/manifest.xml"]
    assert parts["content.xml"] == ODT["content.xml"]


def test_folders_of_the_authors_device_go() -> None:
    home = b"file:///C:/Users/karla.muster/"
    parts = {
        "[Content_Types].xml": b"<Types/>",
        "package/services/metadata/core-properties/1.psmdcp": f"<creator>{AUTHOR}</creator>".encode(),
        "xl/workbook.xml": b'<mc:Choice><x15ac:absPath url="' + home + b'" xmlns:x15ac="a"/></mc:Choice><sheets/>',
        "word/_rels/settings.xml.rels": b'<Relationship Id="1" Target="' + home + b'Vorlage.dotx"/>',
    }
    clean = traces.without(office(parts), "packed")
    assert clean is not None
    told = b"".join(parts_of(clean).values())
    assert b"karla" not in told
    assert AUTHOR.encode() not in told
    assert b"<sheets/>" in told


def test_an_office_file_within_one_loses_its_traces_too() -> None:
    inner = {"[Content_Types].xml": b"<Types/>", "docProps/core.xml": DOCX["docProps/core.xml"], "xl/a.xml": b"<a/>"}
    parts = {**DOCX, "word/embeddings/Tabelle.xlsx": office(inner), "Object 1/meta.xml": ODT["meta.xml"]}
    clean = traces.without(office(parts), "packed")
    assert clean is not None
    assert AUTHOR.encode() not in parts_of(clean)["Object 1/meta.xml"]
    within = parts_of(parts_of(clean)["word/embeddings/Tabelle.xlsx"])
    assert within["xl/a.xml"] == b"<a/>"
    assert AUTHOR.encode() not in within["docProps/core.xml"]
    assert traces.without(clean, "packed") is None


@pytest.mark.parametrize("content", [b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 alt", pdf()])
def test_other_files_within_an_office_file_wait_for_somebody_to_decide(content: bytes) -> None:
    assert refused(office({**DOCX, "word/embeddings/oleObject1.bin": content}), "packed") == "attachment.files_inside"


def test_macros_are_no_file_within_it() -> None:
    macros = {**DOCX, "word/vbaProject.bin": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 Makros"}
    assert traces.without(office(macros), "packed") is not None


def test_office_files_packed_into_one_another_without_end_are_left_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    data = office({"[Content_Types].xml": b"<Types/>"})
    for _each in range(4):
        data = office({"[Content_Types].xml": b"<Types/>", "word/embeddings/a.docx": data})
    assert refused(data, "packed") == "attachment.traces_stay"
    monkeypatch.setattr(traces_office, "MOST_UNPACKED", 2 << 20)
    one = office({"[Content_Types].xml": b"<Types/>", "a.xml": bytes(900 << 10)})
    many = office({"[Content_Types].xml": b"<Types/>", "1.xlsx": one, "2.xlsx": one, "3.xlsx": one})
    assert refused(many, "packed") == "attachment.traces_stay"


def test_a_table_still_opens_afterwards() -> None:
    book, into = openpyxl.Workbook(), io.BytesIO()
    book.properties.creator = AUTHOR
    assert book.active is not None
    book.active["A1"] = "Miete"
    book.save(into)
    clean = traces.without(into.getvalue(), "packed")
    assert clean is not None
    again = openpyxl.load_workbook(io.BytesIO(clean))
    assert again.properties.creator != AUTHOR
    assert again.active is not None
    assert again.active["A1"].value == "Miete"


def test_a_page_looks_the_same_afterwards() -> None:
    data = recovery_pdf(RECOVERY).data
    clean = traces.without(data, "pdf")
    assert clean is not None
    with pypdfium2.PdfDocument(data) as before, pypdfium2.PdfDocument(clean) as after:
        assert len(before) == len(after)
        for one, other in zip(before, after, strict=True):
            assert one.render().to_pil().tobytes() == other.render().to_pil().tobytes()


def test_a_packed_file_that_is_no_office_file_stays_as_it_is() -> None:
    assert traces.without(office({"a.txt": b"a"}), "packed") is None


def bomb() -> bytes:
    return office({"[Content_Types].xml": b"", "word/document.xml": bytes(3 << 20)})


def twice() -> bytes:
    into = io.BytesIO()
    with zipfile.ZipFile(into, "w") as made:
        made.writestr("[Content_Types].xml", b"<Types/>")
        with pytest.warns(UserWarning, match="Duplicate"):
            made.writestr("[Content_Types].xml", b"<Types/>")
    return into.getvalue()


def lying() -> bytes:
    """Return a file of which a part says to be smaller than it is."""
    data = bytearray(office({"[Content_Types].xml": b"<Types/>", "docProps/core.xml": b"x" * 5000}))
    for sign_of in (b"PK\x01\x02", b"PK\x03\x04"):
        at = data.rfind(sign_of)
        place = at + (24 if sign_of == b"PK\x01\x02" else 22)
        data[place : place + 4] = struct.pack("<I", 10)
    return bytes(data)


def locked() -> bytes:
    return office({**ODT, "META-INF/manifest.xml": b"<manifest:encryption-data/>"})


def torn() -> bytes:
    return office(DOCX)[:-40]


@pytest.mark.parametrize("make", [bomb, twice, lying, locked, torn])
def test_hostile_and_protected_office_files_are_left_alone(
    make: Callable[[], bytes], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(traces_office, "MOST_UNPACKED", 2 << 20)
    assert refused(make(), "packed") == "attachment.traces_stay"


@pytest.mark.parametrize("name", ["_xmlsignatures/sig1.xml", "META-INF/documentsignatures.xml"])
def test_a_signed_office_file_is_left_alone(name: str) -> None:
    assert refused(office({**DOCX, name: b"<Signature/>"}), "packed") == "attachment.signed"


# what cannot be taken apart -------------------------------------------------------------


@pytest.mark.parametrize(
    ("head", "kind"),
    [
        (b"\0\0\0\x18ftypmp42", "video"),
        (b"\0\0\0\x14ftypqt  ", "video"),
        (b"\0\0\0\x08moov", "video"),
        (b"\x1aE\xdf\xa3matroska", "video"),
        (b"RIFF\0\0\0\0AVI LIST", "video"),
        (b"RIFF\0\0\0\0WAVEbext", "video"),
        (b"ID3\x04", "video"),
        (b"OggS", "video"),
        ((b"G" + bytes(187)) * 4, "video"),
        ((bytes(4) + b"G" + bytes(187)) * 4, "video"),
        (b"G\xc3\xbcltig bis " * 90, None),
        (b"{\\rtf1\\ansi{\\info{\\author Karla}}", "old_office"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "old_office"),
        (b"%PDF-1.4", "pdf"),
        (b"PK\x03\x04", "packed"),
        (b"\0\0\0\x18ftypheic", None),
        (b"nur Worte", None),
    ],
)
def test_what_may_hold_traces_is_known_by_its_first_bytes(head: bytes, kind: str | None) -> None:
    assert traces.holder(head.ljust(32, b"\0")) == kind


def test_videos_and_old_office_files_are_named() -> None:
    for kind, code in (("video", "attachment.video_traces"), ("old_office", "attachment.office_traces")):
        with pytest.raises(KimError, match=code.replace(".", r"\.")):
            traces.require_removable(kind, 10, called_office=False)  # type: ignore[arg-type] # both are kinds
    with pytest.raises(KimError, match=r"attachment\.traces_stay"):
        traces.require_removable("pdf", traces.MOST_BYTES + 1, called_office=False)
    traces.require_removable("packed", traces.MOST_BYTES + 1, called_office=False)


# pictures in them -------------------------------------------------------------------------


def test_a_picture_keeps_every_pixel_and_how_it_is_held() -> None:
    for data in (jpeg(orientation=6), png()):
        clean = bare(data)
        assert not any(secret in clean for secret in SECRETS)
        assert Image.open(io.BytesIO(clean)).tobytes() == Image.open(io.BytesIO(data)).tobytes()
        assert bare(clean) == clean
    assert Image.open(io.BytesIO(bare(jpeg(orientation=6)))).getexif().get(0x0112) == 6


def test_a_broken_picture_stays_as_it_is() -> None:
    for data in (jpeg()[:40], png()[:30], b"\xff\xd8\xff\xe1\0\x01", b"kein Bild"):
        assert bare(data) == data


def box(name: bytes, content: bytes) -> bytes:
    return struct.pack(">I4s", 8 + len(content), name) + content


JP2 = (
    b"\0\0\0\x0cjP  \r\n\x87\n",
    box(b"ftyp", b"jp2 \0\0\0\0jp2 "),
    box(b"jp2h", b"Farben"),
    box(b"xml ", b"<x:xmpmeta>Musterkamera</x:xmpmeta>"),
    box(b"uuid", b"Musterkamera" * 2),
    struct.pack(">I4s", 0, b"jp2c") + b"\xff\x4f\xff\x51 Bildpunkte",
)


def test_a_jpeg_2000_in_a_document_keeps_every_pixel() -> None:
    clean = bare(b"".join(JP2))
    assert clean == b"".join(JP2[:3] + JP2[5:])
    assert bare(clean) == clean
    long = b"".join(JP2[:5]) + struct.pack(">I4sQ", 1, b"jp2c", 16 + 4) + b"\xff\x4f\xff\x51"
    assert b"Musterkamera" not in bare(long)


def test_a_jpeg_2000_that_names_places_in_itself_or_lies_stays_as_it_is() -> None:
    for lie in (box(b"ftbl", b""), struct.pack(">I4s", 4, b"jp2h"), struct.pack(">I4sQ", 1, b"jp2h", 0), b"\0\0\0"):
        data = b"".join(JP2[:5]) + lie
        assert bare(data) == data
