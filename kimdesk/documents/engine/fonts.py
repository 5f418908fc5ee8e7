"""Embeds the used part of one face as Type 0 font with glyph numbers kept (ISO 32000-1, 9.7)."""

from __future__ import annotations

import hashlib

import uharfbuzz as hb
from reportlab.pdfbase.pdfdoc import PDFObject, PDFStream, PDFZCompress

from kimdesk.documents.engine.structure import Raw, ReportLabDocument
from kimdesk.text.faces import Face

DESCRIPTOR = (
    "<</Type /FontDescriptor /FontName /{} /Flags 4 /FontBBox [-1000 -500 3000 1500] /ItalicAngle 0 "
    "/Ascent {} /Descent {} /CapHeight 714 /StemV 80 /FontFile2 {}>>"
)
CID_FONT = (
    "<</Type /Font /Subtype /CIDFontType2 /BaseFont /{} /FontDescriptor {} /DW 0 /W [{}] "
    "/CIDToGIDMap /Identity /CIDSystemInfo <</Registry (Adobe) /Ordering (Identity) /Supplement 0>>>>"
)
TYPE_0 = "<</Type /Font /Subtype /Type0 /BaseFont /{} /Encoding /Identity-H /DescendantFonts [{}] /ToUnicode {}>>"
DROPPED = ("GSUB", "GPOS", "GDEF", "name", "post")


class EmbeddedFont:
    """One face within one document; ReportLab asks it for its objects when the document is saved."""

    def __init__(self, face: Face, document: ReportLabDocument) -> None:
        self.face = face
        self.used: dict[int, str] = {0: " "}
        self.name = f"K{len(document.fontMapping) + 1}"
        document.fontMapping[f"kim:{face.name}"] = f"/{self.name}"
        document.delayedFonts.append(self)

    def addObjects(self, document: ReportLabDocument) -> None:
        """Write font file, descriptor, widths and the way back to text."""
        data = subset(self.face, self.used)
        base = f"{_tag(data)}+{self.face.name}"
        ascent, descent = self.face.extents
        file = self._add(document, "file", _stream(data, file=True))
        back = self._add(document, "text", _stream(to_unicode(self.used)))
        descriptor = self._add(document, "descriptor", DESCRIPTOR.format(base, ascent, descent, file))
        widths = " ".join(f"{glyph} [{self.face.advance(glyph):.6g}]" for glyph in sorted(self.used))
        cid = self._add(document, "cid", CID_FONT.format(base, descriptor, widths))
        self._add(document, "font", TYPE_0.format(base, cid, back))
        key = self._key("font")
        document.idToObject["BasicFonts"].dict[self.name] = document.Reference(document.idToObject[key], key)

    def _key(self, part: str) -> str:
        return f"{part}:{self.name}"

    def _add(self, document: ReportLabDocument, part: str, content: PDFObject | str) -> str:
        document.Reference(Raw(content) if isinstance(content, str) else content, self._key(part))
        return f"{document.idToObjectNumberAndVersion[self._key(part)][0]} 0 R"


def _stream(content: bytes, *, file: bool = False) -> PDFStream:
    stream = PDFStream(content=content, filters=[PDFZCompress])
    if file:
        stream.dictionary["Length1"] = len(content)
    return stream


def subset(face: Face, glyphs: dict[int, str]) -> bytes:
    """Return the face cut down to some glyphs, numbers unchanged."""
    wanted = hb.SubsetInput()
    wanted.glyph_set.update(glyphs)
    wanted.flags = hb.SubsetFlags.RETAIN_GIDS | hb.SubsetFlags.NO_LAYOUT_CLOSURE
    wanted.drop_table_tag_set.update(int.from_bytes(tag.encode(), "big") for tag in DROPPED)
    return bytes(hb.subset(face.face, wanted).blob.data)


def _tag(data: bytes) -> str:
    """Return the six capital letters that mark a subset, made from its content so that bytes repeat."""
    return "".join(chr(65 + byte % 26) for byte in hashlib.sha256(data).digest()[:6])


def to_unicode(used: dict[int, str]) -> bytes:
    """Return the CMap that leads from glyphs back to text."""
    rows = [f"<{glyph:04X}> <{text.encode('utf-16-be').hex().upper()}>" for glyph, text in sorted(used.items()) if text]
    blocks = [rows[i : i + 100] for i in range(0, len(rows), 100)]
    body = "\n".join(f"{len(block)} beginbfchar\n" + "\n".join(block) + "\nendbfchar" for block in blocks)
    return (
        "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n"
        "/CIDSystemInfo <</Registry (Adobe) /Ordering (UCS) /Supplement 0>> def\n"
        "/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n"
        f"1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n{body}\n"
        "endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend"
    ).encode("ascii")
