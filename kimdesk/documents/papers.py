"""What papers share: their frame and title, text beside its translation, tables and lines to write on."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Final

from kimdesk.documents.blocks import (
    Beside,
    Block,
    Bullets,
    Cell,
    Document,
    Flowing,
    Paragraph,
    Run,
    SignatureLines,
    Table,
    Together,
    text,
)
from kimdesk.documents.voices import Voices, german_date, paragraph
from kimdesk.domain.views.papers import PaperView
from kimdesk.text.phrases import Phrases

OPEN: Final = "………………………"
"""A place to be filled in by hand."""


def paper(
    view: PaperView, voices: Voices, key: str, blocks: Iterable[Block], *, named: bool = True, dated: bool = True
) -> Document:
    """Return a document about a case: title `key`, family and day below it, then the blocks."""
    name = f"{voices.first.say(key)} {view.case_number}".strip()
    return Document(
        title=f"{name}, {german_date(view.date)}" if dated else name,
        languages=voices.languages,
        created=view.date,
        author=view.author,
        frame=voices.frame(voices.joined(key), voices.edge(view.case_number, view.reader_initials)),
        blocks=(*voices.title(key), *_subtitle(view, voices, named=named), *voices.draft_note(), *blocks),
    )


def _subtitle(view: PaperView, voices: Voices, *, named: bool) -> tuple[Block, ...]:
    def line(k: int, voice: Phrases) -> Paragraph:
        name = view.family_name if k == 0 else view.family_name_native or view.family_name
        whose = [voice.say("family", name=name)] if named and name else []
        return paragraph(" · ".join([*whose, german_date(view.date)]), voice, field="Familienname")

    return (beside(voices, line),)


def beside(voices: Voices, make: Callable[[int, Phrases], Flowing]) -> Block:
    """Return what each language says, beside each other where there are two."""
    made = tuple(make(k, voice) for k, voice in enumerate(voices.all))
    return made[0] if len(made) == 1 else Beside(columns=tuple((one,) for one in made), widths=(1,) * len(made))


Fact = tuple[str, Callable[[Phrases], str]]
"""The key of a label, and what stands beside it in each language."""


def facts(voices: Voices, rows: Iterable[Fact]) -> Iterator[Block]:
    """Yield labels with what they say, one below the other."""

    def line(fact: Fact, voice: Phrases) -> Paragraph:
        key, value = fact
        runs = (Run(f"{voice.label(voice.say(key))} "), Run(value(voice), bold=True))
        return Paragraph(runs=runs, language=voice.language, field=voice.say(key))

    for fact in rows:
        yield beside(voices, lambda _k, voice, fact=fact: line(fact, voice))  # type: ignore[misc]


def part(voices: Voices, key: str, *blocks: Block) -> tuple[Block, ...]:
    """Return a section that stays on one page if it fits; nothing where it has no content."""
    return (Together((voices.section(key), *blocks)),) if blocks else ()


def listed(lines: Sequence[Paragraph]) -> tuple[Block, ...]:
    """Return a list, or nothing."""
    return (Bullets(items=tuple(lines)),) if lines else ()


def boxes(
    voices: Voices, *keys: str, params: Callable[[Phrases], Mapping[str, str]] | None = None
) -> tuple[Block, ...]:
    """Return phrases with a box to tick each; the second language stands beside the box's words."""

    def row(key: str) -> Block:
        def column(k: int, voice: Phrases) -> Flowing:
            return _box(voice.say(key, **(params(voice) if params else {})), voice, first=k == 0)

        return beside(voices, column)

    return tuple(map(row, keys))


def allowed(voices: Voices, *keys: str) -> tuple[Block, ...]:
    """Return phrases with a ticked box, the second language beside each."""

    def row(key: str) -> Block:
        return beside(
            voices,
            lambda _k, voice: Bullets(
                items=(paragraph(voice.say(key), voice),), marker="ticked", language=voice.language
            ),
        )

    return tuple(map(row, keys))


def _box(words: str, voice: Phrases, *, first: bool) -> Flowing:
    line = paragraph(words, voice)
    return Bullets(items=(line,), marker="box", language=voice.language) if first else line


def ruled(count: int) -> tuple[Block, ...]:
    """Return so many lines to write on."""
    return (SignatureLines(fields=((),)),) * count


def ruled_part(voices: Voices, key: str, count: int) -> tuple[Block, ...]:
    """Return a heading with lines to write on below it."""
    return part(voices, key, *ruled(count))


def labels(voices: Voices, *keys: str) -> SignatureLines:
    """Return lines beside each other with their words below, in every language."""
    return SignatureLines(
        fields=tuple(tuple(paragraph(voice.say(key), voice, style="label") for voice in voices.all) for key in keys)
    )


def table(voice: Phrases, head: Sequence[str], rows: Sequence[Sequence[Cell]], widths: Sequence[float]) -> Table:
    """Return a table whose head are words of one language."""
    return Table(
        head=tuple(
            Cell((Paragraph(runs=text(word, bold=True), style="cell", language=voice.language),)) for word in head
        ),
        rows=tuple(tuple(row) for row in rows),
        widths=tuple(widths),
    )


def cell(value: str, voice: Phrases | None = None, *, field: str = "") -> Cell:
    """Return a cell; without a voice its text is as written, in German."""
    language = voice.language if voice is not None else "de"
    return Cell((Paragraph(runs=text(value), style="cell", language=language, field=field),) if value else ())
