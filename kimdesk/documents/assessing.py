"""Assessment with its chart, genogram and network map: pictures in black on white, and the same in words."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from functools import cache, partial

from kimdesk.documents.blocks import Block, Cell, Chart, Document, Gap, Heading, Paragraph, Table, Together, text
from kimdesk.documents.engine.look import LANDSCAPE, WIDTH
from kimdesk.documents.papers import beside, cell, labels, paper, part, table
from kimdesk.documents.voices import Voices, as_written, paragraph
from kimdesk.domain.views.assessing import AssessmentView, DomainLine, GenogramPaperView, NetworkPaperView
from kimdesk.domain.views.pictures import GenogramView
from kimdesk.drawings.comparison import draw_comparison
from kimdesk.drawings.genogram.draw import draw_genogram
from kimdesk.drawings.network.draw import draw_network
from kimdesk.drawings.picture import Picture, Style
from kimdesk.drawings.slices import sliced
from kimdesk.drawings.words import Words
from kimdesk.text.phrases import Phrases
from kimdesk.text.shaping import Faces, load_faces

LABELS = {
    "situation": "assessment.situation", "client_view": "assessment.own_view", "own_view": "assessment.our_view",
    "resources": "assessment.resources", "need": "assessment.need", "next_step": "assessment.next_step",
}  # fmt: skip

LETTERS = (1.25, 1.6)
"""How many times as large as on the screen the letters of a picture are on paper, and in big type."""
DRAWN = ("de", "de-simple", "en")
"""Languages in which the words of pictures are there."""
WIDE, WIDE_SHAPE, MOST_GROWN = 0.7, 1.4, 1.6
"""From which part of the page's width, and from which shape on, a tree lies on its side; how far a small one grows."""
WIDEST = LANDSCAPE.across / 0.66
"""Points from which on a tree is cut into parts: smaller letters than 6 points cannot be read."""
_GENDERS = {"f": "female", "m": "male"}
_UNIONS = {
    "married_to": "married",
    "partner_of": "partners",
    "separated_from": "separated",
    "divorced_from": "divorced",
}


@cache
def _faces() -> Faces:
    return load_faces()


def _style(voices: Voices, letters: float = 1.0) -> Style:
    """Return how a picture is drawn: on paper, its own words in German or English."""
    return Style(faces=_faces(), language="en" if voices.first.language == "en" else "de", letters=letters)


def _in_both_sizes(draw: Callable[[Style], Picture], voices: Voices, width: float = 0) -> Chart:
    """Return a picture that is drawn with larger letters for documents in big type."""
    usual, large = (draw(_style(voices, letters)) for letters in LETTERS)
    return Chart(picture=usual, large=large, width=width)


def genogram(view: GenogramPaperView, voices: Voices) -> Document:
    """Return the family's tree."""
    style = _style(voices)
    picture = draw_genogram(view.tree, style, foot=WIDEST)
    parts = sliced(picture, WIDEST, Words(style.language))
    charts = (block for each in parts for block in (Gap(10), Chart(picture=each, grows=MOST_GROWN)))
    words = _translated(voices, dict.fromkeys(_signs(view.tree)))
    tree = paper(view, voices, "genogram.title", (*charts, *words))
    return replace(tree, landscape=picture.width > max(WIDE * WIDTH, WIDE_SHAPE * picture.height))


def _signs(tree: GenogramView) -> Iterator[str]:
    """Yield the phrases of what the tree shows."""
    genders = {each.gender for each in tree.persons}
    yield from (f"genogram.{word}" for gender, word in _GENDERS.items() if gender in genders)
    if genders - set(_GENDERS):
        yield "genogram.unknown"
    told = {each.relation for each in tree.relations}
    yield from (f"genogram.{word}" for relation, word in _UNIONS.items() if relation in told)
    people = tree.persons
    facts = {
        "household": any(each.in_household for each in people),
        "deceased": any(each.deceased or each.died for each in people),
        "abroad": any(each.abroad for each in people),
    }
    yield from (f"genogram.{word}" for word, shown in facts.items() if shown)


def _translated(voices: Voices, *rows: Iterable[str]) -> tuple[Block, ...]:
    """Return the words of a picture, row by row, beside those of a language in which it is not drawn."""
    if all(voice.language in DRAWN for voice in voices.all):
        return ()
    said = (
        beside(voices, lambda _k, voice, row=tuple(row): _row(row, voice))  # type: ignore[misc]
        for row in rows
    )
    return (Gap(8), Together(tuple(said)))


def _row(keys: tuple[str, ...], voice: Phrases) -> Paragraph:
    return paragraph(voice.listed(voice.say(key) for key in keys), voice, style="small")


def network(view: NetworkPaperView, voices: Voices) -> Document:
    """Return the map of the people around a family; it says that it judges nobody."""
    sectors = (f"network_sector.{one}" for one in ("family", "friends", "work", "professional"))
    horizons = (f"network_horizon.{one}" for one in ("close", "middle", "loose"))
    words = _translated(voices, sectors, horizons)
    picture = _in_both_sizes(partial(draw_network, view.net), voices, 130 if words else 0)
    return paper(view, voices, "network.title", (voices.line("network.note"), Gap(8), picture, *words))


def assessment(view: AssessmentView, voices: Voices) -> Document:
    """Return the assessment: how the family sees it, how the case manager sees it, and what was picked of the words."""
    return paper(view, voices, "document.assessment", tuple(_assessment(view, voices)))


def _assessment(view: AssessmentView, voices: Voices) -> Iterator[Block]:
    yield voices.line("assessment.lead")
    yield beside(voices, lambda _k, voice: paragraph(_about(view, voice), voice, style="small"))
    if view.interpreter:
        yield voices.line("interpreted", name=view.interpreter, style="small")
    rated = tuple(line for line in view.domains if line.client or line.own)
    if view.chart is not None and rated:
        chart = _in_both_sizes(partial(draw_comparison, view.chart), voices)
        yield from part(voices, "assessment.rating", chart)
        yield Together((_ratings(rated, voices) if not voices.bilingual else _both(rated, voices),))
    for line in view.domains:
        if line.words:
            yield Together(tuple(_words(line, voices)))
    yield labels(voices, "sign.person", "sign.case_manager")


def _about(view: AssessmentView, voice: Phrases) -> str:
    people = (
        [f"{voice.label(voice.say('label.participants'))} {voice.listed(view.participants)}"]
        if view.participants
        else []
    )
    return " · ".join([voice.say("assessment.on", date=f"{view.on:%d.%m.%Y}"), *people])


def _rating(code: str | None, voice: Phrases) -> str:
    return f"{code} – {voice.say(f'rating.{code}')}" if code else "–"


def _ratings(lines: tuple[DomainLine, ...], voices: Voices) -> Table:
    voice = voices.first
    head = [voice.say(f"assessment.{key}") for key in ("rating", "own_view", "our_view")]
    rows = [
        (cell(voice.say(f"life_domain.{line.domain}"), voice), cell(_rating(line.client, voice), voice),
         cell(_rating(line.own, voice), voice))
        for line in lines
    ]  # fmt: skip
    return table(voice, head, rows, (4, 4, 4))


def _both(lines: tuple[DomainLine, ...], voices: Voices) -> Table:
    """Return the ratings in both languages, domain by domain beside each other."""
    head = tuple(
        Cell((Paragraph(runs=text(voice.name, bold=True), style="cell", language=voice.language),), voice.language)
        for voice in voices.all
    )
    rows = tuple(
        tuple(Cell((paragraph(_in_words(line, voice), voice, style="cell"),), voice.language) for voice in voices.all)
        for line in lines
    )
    return Table(head=head, rows=rows, widths=(1,) * len(voices.all))


def _in_words(line: DomainLine, voice: Phrases) -> str:
    client, own = _rating(line.client, voice), _rating(line.own, voice)
    domain = voice.say(f"life_domain.{line.domain}")
    own_view, our_view = (voice.label(voice.say(f"assessment.{key}")) for key in ("own_view", "our_view"))
    return f"{domain}. {own_view} {client}. {our_view} {own}"


def _words(line: DomainLine, voices: Voices) -> Iterator[Block]:
    key = f"life_domain.{line.domain}"
    yield Heading(level=2, text=voices.first.say(key)) if not voices.bilingual else voices.section(key)
    for name, words in line.words:
        yield Together((voices.line(LABELS[name], style="label"), as_written(words, field=voices.first.say(key))))
