"""Embeds the used part of one face as Type 0 font with glyph numbers kept (ISO 32000-1, 9.7)."""

from __future__ import annotations

import hashlib

import uharfbuzz as hb
from reportlab.pdfbase.pdfdoc import PDFDocument, PDFObject, PDFStream, PDFZCompress

from kimdesk.documents.engine.structure import Raw
from kimdesk.text.faces import Face

DROPPED = ("GSUB", "GPOS", "GDEF", "name", "post")


class EmbeddedFont:
    """One face within one document; ReportLab asks it for its objects when the document is saved."""

    def __init__(self, face: Face, document: PDFDocument) -> None:
        self.face = face
        self.used: dict[int, str] = {0: " "}
        self.name = f"K{len(document.fontMapping) + 1}"
        document.fontMapping[f"kim:{face.name}"] = f"/{self.name}"
        document.delayedFonts.append(self)

    def addObjects(self, document: PDFDocument) -> None:
        """Write font file, descriptor, widths and the way back to text."""
        data = subset(self.face, self.used)
        base = f"{_tag(data)}+{self.face.name}"
        ascent, descent = self.face.extents
        file = self._add(document, "file", _stream(data, file=True))
        descriptor = self._add(document, "descriptor", Raw(
            f"<</Type /FontDescriptor /FontName /{base} /Flags 4 /FontBBox [-1000 -500 3000 1500] /ItalicAngle 0 "
            f"/Ascent {ascent} /Descent {descent} /CapHeight 714 /StemV 80 /FontFile2 {file}>>"))  # fmt: skip
        widths = " ".join(f"{glyph} [{self.face.advance(glyph):.6g}]" for glyph in sorted(self.used))
        cid = self._add(document, "cid", Raw(
            f"<</Type /Font /Subtype /CIDFontType2 /BaseFont /{base} /FontDescriptor {descriptor} /DW 0 /W [{widths}] "
            "/CIDToGIDMap /Identity /CIDSystemInfo <</Registry (Adobe) /Ordering (Identity) /Supplement 0>>>>"))  # fmt: skip
        back = self._add(document, "text", _stream(to_unicode(self.used)))
        self._add(document, "font", Raw(
            f"<</Type /Font /Subtype /Type0 /BaseFont /{base} /Encoding /Identity-H "
            f"/DescendantFonts [{cid}] /ToUnicode {back}>>"))  # fmt: skip
        fonts = document.idToObject["BasicFonts"].dict
        fonts[self.name] = document.Reference(document.idToObject[self._key("font")], self._key("font"))

    def _key(self, part: str) -> str:
        return f"{part}:{self.name}"

    def _add(self, document: PDFDocument, part: str, content: PDFObject) -> str:
        document.Reference(content, self._key(part))
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
