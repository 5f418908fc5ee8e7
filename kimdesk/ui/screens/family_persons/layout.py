"""Where the fields of a person stand; what is placed nowhere shows up under “Weiteres”."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QT_TRANSLATE_NOOP

from kimdesk.domain.declare import Kind
from kimdesk.ui.forms.form import remaining
from kimdesk.ui.i18n import translated

Line = str | tuple[str, ...]

GROUPS: tuple[tuple[str, tuple[Line, ...]], ...] = (
    (
        "",
        (
            ("given_name", "family_name"),
            ("given_name_native", "family_name_native"),
            ("birth_date", "gender"),
            ("role", "in_household"),
        ),
    ),
    (
        str(QT_TRANSLATE_NOOP("PersonGroups", "Sprache")),
        (
            "languages",
            "reads",
            ("mother_tongue", "prefers_hearing"),
            "literacy",
            ("german_level", "interpreter_needed"),
        ),
    ),
    (
        str(QT_TRANSLATE_NOOP("PersonGroups", "Erreichbar")),
        (("phone", "messenger"), ("email", "reached_best"), "address", "protected_address"),
    ),
    (
        str(QT_TRANSLATE_NOOP("PersonGroups", "Alltag und Gesundheit")),
        ("situation", ("occupation", "education_level"), "health_note"),
    ),
    (
        str(QT_TRANSLATE_NOOP("PersonGroups", "Herkunft und Aufenthalt")),
        (
            "nationalities",
            ("residence_status", "arrival_kind"),
            ("entered_germany", "entered_state", "entered_municipality"),
            ("birth_place", "birth_country"),
        ),
    ),
    (
        str(QT_TRANSLATE_NOOP("PersonGroups", "Weitere Namen und Familie")),
        (
            ("birth_name", "patronymic", "further_names"),
            ("marital_status", "custody"),
            ("lives_in", "died_on"),
            "full_name_reason",
        ),
    ),
    (
        str(QT_TRANSLATE_NOOP("PersonGroups", "Einwilligung bei Minderjährigen")),
        (("capacity", "capacity_on"), "capacity_reason"),
    ),
)
MORE = str(QT_TRANSLATE_NOOP("PersonGroups", "Weiteres"))


def groups(kind: Kind) -> Iterator[tuple[str, tuple[Line, ...]]]:
    """Yield heading and lines of each group, the fields nobody placed last."""
    placed: list[str] = []
    for heading, lines in GROUPS:
        placed += [name for line in lines for name in ((line,) if isinstance(line, str) else line)]
        yield translated("PersonGroups", heading) if heading else "", lines
    rest = remaining(kind, placed)
    if rest:
        yield translated("PersonGroups", MORE), rest
