"""Puts the page of a family's referrals and conferences together."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

from PySide6.QtCore import QT_TRANSLATE_NOOP

from kimdesk.base.ids import RecordId
from kimdesk.domain.declare import Record
from kimdesk.domain.records import (
    RECORDS,
    Measure,
)
from kimdesk.domain.values import Value
from kimdesk.ui.dialogs.print_flow import open_print
from kimdesk.ui.dialogs.print_state import PrintJob
from kimdesk.ui.forms.form import FormContext, remaining
from kimdesk.ui.forms.records import Line, RecordsCard
from kimdesk.ui.forms.records_presenter import RecordsPresenter, connect
from kimdesk.ui.i18n import language, translated
from kimdesk.ui.screens.family_linking.lines import Case, Lines
from kimdesk.ui.screens.family_linking.presenter import LinkingPresenter, Lists
from kimdesk.ui.screens.family_linking.view import LinkingView
from kimdesk.ui.screens.family_linking.words import LinkingWords
from kimdesk.ui.shell.family_words import Words
from kimdesk.ui.shell.screen import Context, Screen

PARTS: dict[str, tuple[str, tuple[Line, ...]]] = {
    "referral": (
        str(QT_TRANSLATE_NOOP("Linking", "Vermittlungen")),
        (
            ("date", "state", "state_on"),
            ("partner", "partner_name"),
            ("partner_type", "domain"),
            "concern",
            "persons",
            ("accompanied", "hand_on"),
            "result",
            "consent",
            "discuss_only_with",
        ),
    ),
    "case_conference": (
        str(QT_TRANSLATE_NOOP("Linking", "Fallkonferenzen")),
        (("date", "time", "place"), "occasion", "agenda", "minutes", "interpreter", "discuss_only_with"),
    ),
    "conference_participant": (
        str(QT_TRANSLATE_NOOP("Linking", "Wer eingeladen ist")),
        (("partner", "name"), ("person", "function"), ("attended", "consent")),
    ),
    "measure": (
        str(QT_TRANSLATE_NOOP("Linking", "Vereinbart")),
        ("text", ("who", "until"), "who_name", "state"),
    ),
}
"""Heading and fields of each list, by kind."""
TRANSLATED = ("text_translation",)
"""What the plan asks for, not a talk."""


def _card(kind: str, form: FormContext) -> RecordsCard:
    heading, lines = PARTS[kind]
    placed = [name for line in lines for name in ((line,) if isinstance(line, str) else line)]
    rest = remaining(RECORDS[kind], (*placed, *(TRANSLATED if kind == "measure" else ())))
    card = RecordsCard(translated("Linking", heading), RECORDS[kind], (*lines, *rest), form)
    card.setObjectName(kind)
    return card


def build(context: Context, record: str) -> Screen:
    """Return referrals and conferences of the case with this id (hex)."""
    desk, case = context.desk, RecordId(bytes.fromhex(record))
    form = FormContext(reference=desk.reference, today=desk.today, language=language(), port=context.port)
    words = Words(desk.reference, desk.today)
    cards = {kind: _card(kind, form) for kind in PARTS}
    view = LinkingView(
        words,
        referrals=cards["referral"],
        conferences=cards["case_conference"],
        participants=cards["conference_participant"],
        agreements=cards["measure"],
    )
    presenter = LinkingPresenter(context, case, view)
    about = Case(desk, case, words)
    lists = _lists(context, case, cards, presenter, Lines(about, LinkingWords(words), presenter), about)
    presenter.take(lists)
    _connect(cards, lists, presenter)
    view.consents_asked.connect(lambda: context.go("family_consents", record))
    view.print_asked.connect(
        lambda found, past: open_print(
            view, context, PrintJob(what="minutes" if past else "conference", case=case, record=found)
        )
    )
    return Screen("family_linking", view, presenter, family=True)


def _lists(
    context: Context,
    case: RecordId,
    cards: Mapping[str, RecordsCard],
    presenter: LinkingPresenter,
    lines: Lines,
    about: Case,
) -> Lists:
    today = context.desk.today

    def begins() -> Mapping[str, Value]:
        return {"date": today, "state": "made", "state_on": today}

    def here(each: Record) -> bool:
        assert isinstance(each, Measure)
        return presenter.conference is not None and each.case_conference == presenter.conference

    def begun_here(texts: Mapping[str, str]) -> bool:
        return presenter.conference is not None and texts.get("case_conference") == presenter.conference.hex()

    made = partial(RecordsPresenter, context, case=case, lang=language(), choices=about.choices)

    return Lists(
        referrals=made(
            RECORDS["referral"],
            cards["referral"],
            given=begins,
            line=lines.referral,
            detail=lines.referral_detail,
            about=lines.referral_about,
        ),
        conferences=made(
            RECORDS["case_conference"], cards["case_conference"], line=lines.conference, about=lines.conference_about
        ),
        participants=made(
            RECORDS["conference_participant"],
            cards["conference_participant"],
            line=lines.participant,
            detail=lines.participant_detail,
            about=lines.participant_about,
        ),
        agreements=made(
            RECORDS["measure"],
            cards["measure"],
            given=presenter.given_agreement,
            about=lines.agreement_about,
            pick=here,
            begun=begun_here,
        ),
    )


def _connect(cards: Mapping[str, RecordsCard], lists: Lists, presenter: LinkingPresenter) -> None:
    for kind, listed in (
        ("referral", lists.referrals),
        ("conference_participant", lists.participants),
        ("measure", lists.agreements),
    ):
        connect(cards[kind], listed)
    conferences = cards["case_conference"]
    conferences.open_asked.connect(presenter.open_conference)
    conferences.add_asked.connect(presenter.add_conference)
    conferences.first_key.connect(lists.conferences.begin)
    conferences.remove_asked.connect(lists.conferences.remove)
    conferences.restore_asked.connect(lists.conferences.restore)
    for kind, card in cards.items():
        card.action_asked.connect(lambda action, key, kind=kind: presenter.act(kind, action, key))
