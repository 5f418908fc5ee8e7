"""Charts say the same on paper, on screen and in words, and read in black and white."""

from __future__ import annotations

import datetime as dt
from dataclasses import asdict, replace
from itertools import pairwise

import pypdfium2
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from reportlab.graphics import renderPDF
from reportlab.graphics.shapes import Circle, Rect

from kimdesk.documents.assessing import LETTERS
from kimdesk.domain.views.pictures import (
    Bar,
    BarsView,
    ComparisonView,
    Milestone,
    RatedDomain,
    Rating,
    TimelineRow,
    TimelineView,
)
from kimdesk.drawings.bars import draw_bars
from kimdesk.drawings.comparison import draw_comparison
from kimdesk.drawings.ink import PRINT, Ink
from kimdesk.drawings.picture import Picture, Style
from kimdesk.drawings.timeline import draw_timeline
from kimdesk.drawings.words import PictureLanguage
from kimdesk.text.shaping import Faces
from tests.drawings.seen import colliding, colours, letters, outside

SPRING, AUTUMN = dt.date(2026, 5, 5), dt.date(2026, 11, 12)
NIGHT = Ink(paper="#101010", text="#FAFAFA", dim="#C0C0C0", line="#707070", mark="#63C7C2", soft="#203030", weight=2.0)
DEMO = {
    "Sprache": (1, 2),
    "Arbeit": (3, 4),
    "Wohnen": (2, 3),
    "Gesundheit": (2, 4),
    "Familie": (4, 4),
    "Alltag": (3, 2),
}


def compared(values: dict[str, tuple[int | None, ...]], *dates: dt.date) -> ComparisonView:
    domains = [RatedDomain(name, name, tuple(Rating(v, v) for v in row)) for name, row in values.items()]
    return ComparisonView(dates=dates, domains=tuple(domains))


def bars(*pairs: tuple[str, int | None]) -> BarsView:
    return BarsView(title="Herkunft", unit="Personen", bars=tuple(Bar(*pair) for pair in pairs))


def plan() -> TimelineView:
    rows = (
        TimelineRow(key="1", name="Krankenversicherung", start=SPRING, end=AUTUMN, state="erreicht", done=True),
        TimelineRow(key="2", name="Deutsch", start=SPRING, milestones=(Milestone(dt.date(2026, 9, 1), "Kursbeginn"),)),
        TimelineRow(key="3", name="Sichere Wohnung", end=dt.date(2026, 12, 31), state="kommt nicht voran"),
        TimelineRow(key="4", name="Schulden"),
    )
    return TimelineView(title="Ziele", today=dt.date(2026, 11, 20), rows=rows)


def pictures(style: Style) -> list[Picture]:
    return [
        draw_comparison(compared(DEMO, SPRING, AUTUMN), style),
        draw_bars(bars(("Bulgarien", 41), ("Syrien", 23), ("nicht erfasst", None)), style),
        draw_timeline(plan(), style),
    ]


def test_the_change_is_said_in_words_for_each_view(style: Style) -> None:
    said = draw_comparison(compared(DEMO, SPRING, AUTUMN), style).sentences
    assert said[0] == "Assessments vom 05.05.2026 und 12.11.2026."
    assert said[1].startswith("Sicht der Familie, zuerst und zuletzt: höher: Sprache von 1 auf 2, Arbeit von 3 auf 4,")
    assert said[2].endswith("; gleich: Familie 4; niedriger: Alltag von 3 auf 2.")


def test_every_rating_is_written_beside_its_row(style: Style) -> None:
    picture = draw_comparison(compared(DEMO, SPRING, AUTUMN), style)
    written = [text for text in picture.texts if " › " in text]
    assert written == [f"{old} › {new}" for old, new in DEMO.values() for _ in range(2)]
    assert picture.table is not None
    assert picture.table.head[1:3] == ("Familie 05.05.2026", "Fallmanagement 05.05.2026")
    assert picture.table.rows[0] == ("Sprache", "1", "1", "2", "2")


def test_views_differ_in_shape_and_times_in_filling(style: Style) -> None:
    picture = draw_comparison(compared({"Sprache": (1, 4)}, SPRING, AUTUMN), style)
    for shape in (Circle, Rect):
        fills = [each.fillColor.hexval() for each in picture.drawing.contents if isinstance(each, shape)][-2:]
        assert fills == ["0xffffff", "0x000000"]


def test_what_was_not_discussed_is_no_zero(style: Style) -> None:
    picture = draw_comparison(compared({"Sprache": (0, 3), "Wohnen": (None, 0)}, SPRING, AUTUMN), style)
    assert "– › 3" in picture.texts
    assert "nur einmal eingeschätzt: Sprache 3." in picture.sentences[1]
    assert picture.sentences[-1] == "Nicht eingeschätzt: Wohnen."


def test_of_many_assessments_the_first_and_the_latest_five_are_shown(style: Style) -> None:
    dates = [dt.date(2026, month, 1) for month in range(1, 10)]
    picture = draw_comparison(compared({"Sprache": (1, 1, 1, 1, 2, 3, 4, 5, 2)}, *dates), style)
    assert "1 · 2 · 3 · 4 · 5 · 2" in picture.texts
    assert any("01.01.2026, 01.05.2026, 01.06.2026" in text for text in picture.texts)


def test_a_single_assessment_is_no_comparison(style: Style) -> None:
    picture = draw_comparison(compared({"Sprache": (2,)}, SPRING), style)
    assert picture.alt == ("Assessment. Assessment vom 05.05.2026. Familie: Sprache 2. Fallmanagement: Sprache 2.")


def test_english_words_for_an_english_picture(faces: Faces) -> None:
    picture = draw_comparison(compared(DEMO, SPRING, AUTUMN), Style(faces, PRINT, "en"))
    assert "View of the case manager, first and latest: higher: Sprache from 1 to 2" in picture.alt


def test_bars_carry_their_values_and_nothing_recorded_is_no_zero(style: Style) -> None:
    picture = draw_bars(bars(("Bulgarien", 41), ("Syrien", 0), ("offen", None)), style)
    assert [text for text in picture.texts if text in ("41", "0", "–")] == ["41", "0", "–"]
    assert picture.alt == "Herkunft. Personen: Bulgarien 41; Syrien 0; offen nicht erfasst. Personen, zusammen 41."
    lengths = [each.width for each in picture.drawing.contents if isinstance(each, Rect)]
    assert len(lengths) == 1


def test_a_goal_over_time_is_said_with_its_dates(style: Style) -> None:
    picture = draw_timeline(plan(), style)
    assert picture.sentences == (
        "Krankenversicherung: 05.05.2026 – 12.11.2026, erreicht.",
        "Deutsch: ab 05.05.2026, Kursbeginn am 01.09.2026.",
        "Sichere Wohnung: bis 31.12.2026, kommt nicht voran.",
        "Schulden.",
    )
    assert "heute, 20.11.2026" in picture.texts


def test_nothing_to_show_is_said(style: Style) -> None:
    empty = [
        draw_comparison(compared({}), style),
        draw_bars(bars(), style),
        draw_timeline(TimelineView(title="Ziele", today=SPRING), style),
    ]
    for picture in empty:
        assert picture.sentences == picture.texts
        assert not outside(picture)


@pytest.mark.parametrize("number", range(3))
def test_only_the_colours_of_the_theme_are_used(faces: Faces, number: int) -> None:
    picture = pictures(Style(faces, NIGHT))[number]
    assert colours(picture) <= {value for value in asdict(NIGHT).values() if isinstance(value, str)}


@pytest.mark.parametrize("number", range(3))
def test_letters_stay_apart_and_inside(style: Style, number: int) -> None:
    picture = pictures(style)[number]
    assert colliding(letters(picture)) == []
    assert outside(picture) == []


@pytest.mark.parametrize("number", range(3))
def test_paper_shows_the_same_drawing(style: Style, number: int) -> None:
    picture = pictures(style)[number]
    with pypdfium2.PdfDocument(renderPDF.drawToString(picture.drawing)) as document:
        page = document[0]
        assert page.get_size() == pytest.approx((picture.width, picture.height), abs=0.1)
        bitmap = page.render(scale=1)
        assert min(bytes(bitmap.buffer)) < 40
        bitmap.close()
        page.close()


NAMES = st.sampled_from(("Sprache", "علي الحسن", "Mobilität und digitale Teilhabe " * 3, "x" * 90, "ሰላም", "Да"))
DAYS = st.dates(dt.date(1900, 1, 1), dt.date(2200, 1, 1))


def flaws(picture: Picture) -> list[object]:
    return [*colliding(letters(picture)), *outside(picture)]


@settings(max_examples=12, deadline=None)
@given(days=st.lists(DAYS, max_size=4), today=DAYS, name=st.text(max_size=30), label=NAMES)
def test_no_dates_and_no_name_break_a_timeline(
    style: Style, days: list[dt.date], today: dt.date, name: str, label: str
) -> None:
    rows = tuple(
        TimelineRow(key=str(i), name=label, start=one, end=other, milestones=(Milestone(other, name),))
        for i, (one, other) in enumerate(pairwise(days))
    )
    picture = draw_timeline(replace(plan(), today=today, rows=rows), style)
    assert len(picture.areas) == len(rows)


@settings(max_examples=15, deadline=None)
@given(
    names=st.lists(NAMES, min_size=1, max_size=5),
    count=st.integers(1, 8),
    seed=st.lists(st.none() | st.integers(0, 5), min_size=8, max_size=8),
    size=st.sampled_from((1.0, *LETTERS)),
)
def test_any_ratings_can_be_compared(
    style: Style, names: list[str], count: int, seed: list[int | None], size: float
) -> None:
    dates = tuple(dt.date(2026, 1, 1) + dt.timedelta(30 * number) for number in range(count))
    values = tuple(Rating(seed[n], seed[-n - 1]) for n in range(count))
    domains = tuple(RatedDomain(str(n), name, values) for n, name in enumerate(names))
    view = ComparisonView(dates=dates, domains=domains)
    assert flaws(draw_comparison(view, replace(style, letters=size))) == []


@settings(max_examples=15, deadline=None)
@given(pairs=st.lists(st.tuples(NAMES, st.none() | st.integers(0, 10**6)), max_size=6))
def test_any_counts_can_be_shown(style: Style, pairs: list[tuple[str, int | None]]) -> None:
    assert flaws(draw_bars(bars(*pairs), style)) == []


@pytest.mark.parametrize(("language", "written"), [("de", "1.267"), ("en", "1,267")])
def test_thousands_are_set_apart(faces: Faces, language: PictureLanguage, written: str) -> None:
    picture = draw_bars(bars(("27–44", 1267)), Style(faces, language=language))
    assert picture.table.rows == (("27–44", written),)
    assert written in " ".join(picture.sentences)
