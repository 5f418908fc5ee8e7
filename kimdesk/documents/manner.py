"""How a document is printed: size and language level, Latin spelling, letterhead, and what the paper says it is."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import partial
from typing import Literal

from kimdesk.documents.blocks import Document, Letterhead, with_texts
from kimdesk.documents.engine.look import COMPACT, EASY, EASY_CLOSE, LARGE, LARGE_CLOSE, NORMAL, Look
from kimdesk.documents.voices import EASY_GERMAN, Voices
from kimdesk.text.coverage import in_latin
from kimdesk.text.phrases import GERMAN
from kimdesk.text.shaping import Faces

Variant = Literal["normal", "large", "easy"]
Mark = Literal["do_not_sign", "reprint"]
LOOKS: dict[Variant, tuple[Look, Look]] = {
    "normal": (NORMAL, COMPACT),
    "large": (LARGE, LARGE_CLOSE),
    "easy": (EASY, EASY_CLOSE),
}
"""The usual look of each variant, and the closer one for where that saves a page."""
MARKS: dict[Mark, str] = {"do_not_sign": "draft.do_not_sign", "reprint": "reprint"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Manner:
    """How to print. `latin`: letters no font has in Latin spelling, as somebody accepted; `mark` on every page."""

    variant: Variant = "normal"
    latin: bool = False
    mark: Mark | None = None
    letterhead: Letterhead | None = None

    @property
    def look(self) -> Look:
        """Sizes and spacing."""
        return self.looks[0]

    @property
    def looks(self) -> tuple[Look, Look]:
        """The usual look, and the one tried where a document shall be shorter."""
        return LOOKS[self.variant]

    @property
    def family_pages(self) -> int:
        """How long a family edition may be: two pages, or four in big type."""
        return 2 if self.variant == "normal" else 4

    def languages(self, wanted: tuple[str, ...]) -> tuple[str, ...]:
        """Return the languages to print: easy language takes the place of German."""
        if self.variant != "easy":
            return wanted
        return tuple(EASY_GERMAN if language == GERMAN else language for language in wanted)

    def dressed(self, tree: Document, voices: Voices, faces: Faces) -> Document:
        """Return a document with letterhead and mark, in characters that can be printed where that was accepted."""
        mark = voices.joined(MARKS[self.mark]) if self.mark else tree.mark
        tree = replace(tree, letterhead=self.letterhead or tree.letterhead, mark=mark)
        return with_texts(tree, partial(in_latin, faces=faces)) if self.latin else tree


PLAIN = Manner()
