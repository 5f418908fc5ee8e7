"""Families for the genogram: small and large ones by hand, and any at all by Hypothesis."""

from __future__ import annotations

from hypothesis import strategies as st

from kimdesk.domain.views.pictures import (
    DESCENTS,
    PARTNERSHIPS,
    GenogramPerson,
    GenogramRelation,
    GenogramView,
)

CODES = (*PARTNERSHIPS, *DESCENTS, "sibling_of", "step_parent_of", "uncle_aunt_of", "cousin_of", "guardian_of", "other")
NAMES = (
    "Elena",
    "Стефка",
    "علي الحسن",
    "ሰላም",
    "Maximiliane-Charlotte von Hohenstein zu Langenburg",
    "Bo",
    "",
    "x" * 200,
)


def person(key: str, gender: str | None = "f", **rest: object) -> GenogramPerson:
    values: dict[str, object] = {"given_name": key, **rest}
    return GenogramPerson(key=key, gender=gender, **values)  # type: ignore[arg-type]


def family(persons: list[GenogramPerson], *relations: str) -> GenogramView:
    """Relations are written as in "Elena parent_of Ivan"."""
    parts = [each.split(" ") for each in relations]
    return GenogramView(
        persons=tuple(persons), relations=tuple(GenogramRelation(one, other, code) for one, code, other in parts)
    )


@st.composite
def any_family(draw: st.DrawFn, most: int = 12) -> GenogramView:
    """Return persons with any relations: likely families, impossible ones, several partners, circles."""
    size = draw(st.integers(0, most))
    persons = [
        GenogramPerson(
            key=f"p{number}",
            given_name=draw(st.sampled_from(NAMES)),
            gender=draw(st.sampled_from(("m", "f", "d", None))),
            in_household=draw(st.booleans()),
            deceased=draw(st.booleans()),
            index=number == 0,
            abroad=draw(st.sampled_from((None, None, "", "Bulgarien"))),
            generation=draw(st.integers(-1, 1)),
            dx=draw(st.sampled_from((0, 0, 0, -7, 3, 20))),
            dy=draw(st.sampled_from((0, 0, 0, -2, 1))),
        )
        for number in range(size)
    ]
    ends = st.integers(0, max(0, size - 1))
    pair = st.builds(
        lambda one, other, code: GenogramRelation(f"p{one}", f"p{other}", code), ends, ends, st.sampled_from(CODES)
    )
    relations = draw(st.lists(pair, max_size=3 * size)) if size else []
    return GenogramView(persons=tuple(persons), relations=tuple(relations))
