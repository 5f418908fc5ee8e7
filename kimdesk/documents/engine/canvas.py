"""A ReportLab canvas that writes tagged text with our own fonts; whatever is not tagged becomes an artifact."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from io import BytesIO
from itertools import groupby
from typing import Any

from reportlab.pdfbase.pdfdoc import PDFName, PDFStream, PDFZCompress
from reportlab.pdfgen.canvas import Canvas

from kimdesk.documents.engine.fonts import EmbeddedFont
from kimdesk.documents.engine.lines import SOFT_HYPHEN, Line, Token
from kimdesk.documents.engine.look import PAGE_HEIGHT, PAGE_WIDTH
from kimdesk.documents.engine.structure import Element, ReportLabDocument, pdf_text, write_structure
from kimdesk.text.cleaning import FIXED_HYPHEN
from kimdesk.text.faces import Face
from kimdesk.text.shaping import Cluster, Glyph, Piece, Word, glyph_string

_PAINTS = re.compile(r"(?:^|\s)(?:f\*?|F|S|s|B\*?|b\*?|Do|Tj|TJ|sh|BI)(?:\s|$)")


class Marked(str):
    """Page code that already says what it is: tagged content or an artifact."""

    __slots__ = ()


class TaggedCanvas(Canvas):
    """Draws text lines and shapes; collects the structure tree below `root`."""

    _code: list[str]
    _doc: ReportLabDocument

    def __init__(self, language: str) -> None:
        self.buffer = BytesIO()
        super().__init__(self.buffer, pagesize=(PAGE_WIDTH, PAGE_HEIGHT), invariant=1, pageCompression=1, lang=language)
        self.language = language
        self.root = Element("Document", None)
        self._fonts: dict[Face, EmbeddedFont] = {}
        self._marked: list[list[Element]] = [[]]
        self._seen: dict[Word, str | None] = {}

    def _make_preamble(self) -> None:
        self._preamble = "1 0 0 1 0 0 cm"

    def setFont(self, *args: Any, **kwargs: Any) -> None:
        """Ignore ReportLab's own fonts: nothing but ours may be embedded."""

    def tagged(self, element: Element, code: str) -> None:
        """Add page code as content of an element of the structure tree."""
        ids = self._marked[-1]
        element.kids.append((len(self._marked), len(ids)))
        self._code.append(Marked(f"/{element.tag} <</MCID {len(ids)}>> BDC\n{code}\nEMC"))
        ids.append(element)

    def captured(self, draw: Callable[[], object]) -> str:
        """Return the page code that one of ReportLab's own methods would add, instead of adding it."""
        start = len(self._code)
        draw()
        code = "\n".join(self._code[start:])
        del self._code[start:]
        return code

    def artifact(self, code: str, kind: str = "") -> None:
        """Add page code that screen readers skip; kind is Pagination for page headers and footers."""
        opening = f"/Artifact <</Type /{kind}>> BDC" if kind else "/Artifact BMC"
        self._code.append(Marked(f"{opening}\n{code}\nEMC"))

    def text(self, lines: Iterable[tuple[Line, float, float]], size: float, colour: str) -> str:
        """Return code that draws lines with their baselines' left ends at (x, y)."""
        parts = [f"BT {colour} rg"]
        font = ""
        for line, x, y in lines:
            parts.append(f"1 0 0 1 {x:.2f} {y:.2f} Tm")
            for name, code in self._line(line.tokens, size):
                if name != font:
                    parts.append(f"/{name} {size:g} Tf")
                    font = name
                parts.append(code)
        parts.append("ET")
        return "\n".join(parts)

    def showPage(self) -> None:
        """Close the page: what was drawn without a tag becomes an artifact."""
        self._code[:] = _with_artifacts(self._code)
        super().showPage()
        page = self._doc.Pages.pages[-1]
        page.__NoDefault__ = [*page.__NoDefault__, "StructParents", "Tabs"]
        page.Contents = PDFStream(content=page.stream, filters=[PDFZCompress])
        page.StructParents, page.Tabs = len(self._marked) - 1, PDFName("S")
        self._marked.append([])

    def finish(self) -> bytes:
        """Return the file; pages must be closed."""
        write_structure(self._doc, self.root, self._marked[:-1], self.language)
        return bytes(self._doc.GetPDFData(self))

    def _line(self, tokens: Sequence[Token], size: float) -> list[tuple[str, str]]:
        """Return (font, code) for each stretch of a line; simple words of one font share one operator."""
        found: list[tuple[str, str]] = []
        for font, group in groupby(_with_spaces(tokens, self._simple_font), key=lambda one: one[0]):
            if font is None:
                for _, token, space in group:
                    found += self._exact(token, size, space)
            else:
                strings = "".join(token.word.pieces[0].string for _, token, _ in group).replace("><", "")
                found.append((font, f"[{strings}] TJ"))
        return found

    def _simple_font(self, token: Token) -> str | None:
        """Return the font of a word that one string of glyphs draws and spells, else None; notes its glyphs."""
        if token.text == SOFT_HYPHEN or _embedded_number(token):
            return None
        try:
            return self._seen[token.word]
        except KeyError:
            pass
        pieces = token.word.pieces
        simple = [self._note(piece) and not piece.raised for piece in pieces]
        found = self._font(pieces[0].face).name if simple == [True] else None
        self._seen[token.word] = found
        return found

    def _font(self, face: Face) -> EmbeddedFont:
        font = self._fonts.get(face)
        if font is None:
            font = self._fonts[face] = EmbeddedFont(face, self._doc)
        return font

    def _note(self, piece: Piece) -> bool:
        """Embed a piece's glyphs; tells whether the glyphs' texts, as first used here, spell the piece."""
        spelled = [self._noted(piece.face, cluster) for cluster in piece.clusters]
        return all(spelled)

    def _noted(self, face: Face, cluster: Cluster) -> bool:
        used, names, spelled = self._font(face).used, face.text_of_glyph, cluster.exact
        for glyph in cluster.glyphs:
            text = used.setdefault(glyph.number, names.get(glyph.number, glyph.text))
            spelled = spelled and (text == glyph.text or (text == " " and glyph.text.isspace()))
        return spelled

    def _exact(self, token: Token, size: float, space: Piece | None) -> list[tuple[str, str]]:
        """Return code for a word whose glyphs stand off the line or do not spell their text by themselves.

        A space after it goes with its last piece if it has the same font; alone, some readers would lose it.
        """
        *others, last = token.word.pieces
        found = [self._piece(piece, size) for piece in others]
        if token.text == SOFT_HYPHEN:
            self._note(last)
            return [*found, (self._font(last.face).name, _instead(SOFT_HYPHEN, _shown(last.face, last.glyphs, size)))]
        if _embedded_number(token):
            code = _instead(last.text, _shown(last.face, last.glyphs, size))
            self._note(last)
            found.append((self._font(last.face).name, code))
            return [*found, self._piece(space, size)] if space else found
        if space is None:
            return [*found, self._piece(last, size)]
        if space.face is not last.face or last.rtl:
            return [*found, self._piece(last, size), self._piece(space, size)]
        return [*found, self._piece(Piece(last.face, last.clusters + space.clusters, last.text + " "), size)]

    def _piece(self, piece: Piece, size: float) -> tuple[str, str]:
        font = self._font(piece.face)
        spelled = self._note(piece)
        if spelled or not piece.rtl:
            code = _shown(piece.face, piece.glyphs, size)
            return font.name, code if spelled else _instead(piece.text, code)
        parts = []
        for good, group in groupby(piece.clusters, key=lambda cluster: self._noted(piece.face, cluster)):
            if good:
                parts.append(_shown(piece.face, tuple(glyph for cluster in group for glyph in cluster.glyphs), size))
            else:
                parts += [_instead(cluster.text, _shown(piece.face, cluster.glyphs, size)) for cluster in group]
        return font.name, "\n".join(parts)


def _embedded_number(token: Token) -> bool:
    """Tell whether a token is a number with hyphens inside right-to-left text, which readers would tear apart."""
    return token.level > 1 and FIXED_HYPHEN in token.text


def _with_spaces(
    tokens: Sequence[Token], simple: Callable[[Token], str | None]
) -> Iterator[tuple[str | None, Token, Piece | None]]:
    """Yield tokens with the font of simple ones; a word that is not simple comes with the space that follows it."""
    waiting: Token | None = None
    for token in tokens:
        font = simple(token)
        if waiting is not None:
            taken = token.word.pieces[0] if token.space and font is not None else None
            yield None, waiting, taken
            waiting = None
            if taken is not None:
                continue
        if font is None:
            waiting = token
        else:
            yield font, token, None
    if waiting is not None:
        yield None, waiting, None


def _shown(face: Face, glyphs: tuple[Glyph, ...], size: float) -> str:
    """Return code that shows glyphs, those off the line at their height."""
    if not any(glyph.y for glyph in glyphs):
        return f"[{glyph_string(face, glyphs)}] TJ"
    parts = []
    for height, group in groupby(glyphs, key=lambda glyph: glyph.y):
        parts.append(f"{height * size / 1000:.2f} Ts [{glyph_string(face, tuple(group))}] TJ")
    return "\n".join([*parts, "0 Ts"])


def _instead(text: str, code: str) -> str:
    """Return code with the text that readers shall take instead of its glyphs' own."""
    return f"/Span <</ActualText {pdf_text(text)}>> BDC\n{code}\nEMC"


def _with_artifacts(code: Sequence[str]) -> list[str]:
    """Wrap stretches of unmarked code that paint something."""
    found: list[str] = []
    for marked, group in groupby(code, key=lambda part: isinstance(part, Marked)):
        parts = list(group)
        if marked or not any(_PAINTS.search(part) for part in parts):
            found += parts
        else:
            found += ["/Artifact BMC", *parts, "EMC"]
    return found
