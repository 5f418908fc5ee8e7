"""The structure tree of a tagged PDF: what screen readers follow (ISO 32000-1, 14.7; ISO 14289-1)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from reportlab.pdfbase.pdfdoc import PDFObject, PDFString

from kimdesk.text.phrases import tag_of

ReportLabDocument = Any
"""reportlab.pdfbase.pdfdoc.PDFDocument; its type stubs do not know the attributes that make a file tagged."""


RIGHT_TO_LEFT = "<</O /Layout /WritingMode /RlTb>>"
"""Attributes of an element whose lines run from right to left (ISO 32000-1, 14.8.5.4.2)."""


class Raw(PDFObject):
    """A finished object that ReportLab writes as it is."""

    def __init__(self, code: str = "") -> None:
        self.code = code

    def format(self, document: ReportLabDocument) -> bytes:  # noqa: ARG002 - ReportLab's signature
        """Return the object's bytes."""
        return self.code.encode("latin-1")


def pdf_text(value: str) -> str:
    """Return a text as PDF hex string in UTF-16."""
    return f"<FEFF{value.encode('utf-16-be').hex().upper()}>"


class Element:
    """One node: its tag, its place in the tree, and the marked content (page number, id) drawn for it."""

    __slots__ = ("alt", "attributes", "kids", "language", "number", "parent", "tag")

    def __init__(self, tag: str, parent: Element | None, language: str | None = None, attributes: str = "") -> None:
        self.tag, self.parent, self.language, self.attributes = tag, parent, language, attributes
        self.alt = ""
        self.number = 0
        self.kids: list[Element | tuple[int, int]] = []
        if parent is not None:
            parent.kids.append(self)

    def walk(self) -> Iterator[Element]:
        """Yield this element and all below it."""
        yield self
        for kid in self.kids:
            if isinstance(kid, Element):
                yield from kid.walk()

    def code(self, parent: int, pages: list[int]) -> str:
        """Return the element as a PDF dictionary; `pages` are the object numbers of the pages."""
        own = [kid for kid in self.kids if not isinstance(kid, Element)]
        home = own[0][0] if own else 0
        kids = " ".join(
            f"{kid.number} 0 R"
            if isinstance(kid, Element)
            else str(kid[1])
            if kid[0] == home
            else f"<</Type /MCR /Pg {pages[kid[0] - 1]} 0 R /MCID {kid[1]}>>"
            for kid in self.kids
        )
        extra = f" /Pg {pages[home - 1]} 0 R" if own else ""
        extra += f" /Lang ({tag_of(self.language)})" if self.language else ""
        extra += f" /Alt {pdf_text(self.alt)}" if self.alt else ""
        extra += f" /A {self.attributes}" if self.attributes else ""
        return f"<</Type /StructElem /S /{self.tag} /P {parent} 0 R /K [{kids}]{extra}>>"


def write_structure(document: ReportLabDocument, root: Element, marked: list[list[Element]], language: str) -> None:
    """Add the tree to a document; `marked` holds per page the element of each marked-content id."""
    numbers = document.idToObjectNumberAndVersion
    pages = [numbers[f"Page{page}"][0] for page in range(1, len(marked) + 1)]
    places: list[tuple[Element, Raw]] = []
    for element in root.walk():
        raw = Raw()
        document.Reference(raw, f"S{len(places)}")
        element.number = numbers[f"S{len(places)}"][0]
        places.append((element, raw))
    top = Raw()
    reference = document.Reference(top, "StructRoot")
    top_number = numbers["StructRoot"][0]
    for element, raw in places:
        raw.code = element.code(element.parent.number if element.parent else top_number, pages)
    rows = " ".join(
        f"{page} [{' '.join(f'{element.number} 0 R' for element in elements)}]" for page, elements in enumerate(marked)
    )
    top.code = (
        f"<</Type /StructTreeRoot /K [{root.number} 0 R] /ParentTree <</Nums [{rows}]>> "
        f"/ParentTreeNextKey {len(marked)}>>"
    )
    catalog = document.Catalog
    catalog.StructTreeRoot = reference
    catalog.MarkInfo = Raw("<</Marked true>>")
    catalog.ViewerPreferences = Raw("<</DisplayDocTitle true>>")
    catalog.Lang = PDFString(tag_of(language))
