"""The exchange for the gallery: an office that exists nowhere, bundles that were never written."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from kimdesk.base.errors import KimError, Untrusted
from kimdesk.base.ids import RecordId
from kimdesk.base.progress import Progress
from kimdesk.casework import family
from kimdesk.casework.desk import Desk
from kimdesk.casework.exchange import (
    Candidate,
    CoveredBy,
    GrantView,
    NewAgreement,
    PartnerView,
    PreparedBundle,
    Receipt,
    SentBundle,
    SentItem,
    SharedFamily,
    SharedPart,
    SharedValue,
    Sharing,
    Withdrawn,
    WrittenBundle,
)
from kimdesk.casework.figures import for_district
from kimdesk.domain.changes import Changes
from kimdesk.domain.records import Agreement, StructuralObservation
from kimdesk.domain.views.exchange import ItemState
from kimdesk.domain.wire import figure_record, observation_record
from kimdesk.ui.screens.exchange.agreement import AgreementDialog
from kimdesk.ui.screens.exchange.build import build_over
from kimdesk.ui.screens.exchange.families import FamiliesDialog
from kimdesk.ui.screens.exchange.presenter import ExchangePresenter
from kimdesk.ui.screens.exchange.state import Loaded, Wish, period_of
from kimdesk.ui.screens.exchange.view import ExchangeView
from kimdesk.ui.screens.exchange.words import ExchangeWords
from kimdesk.ui.shell.family_sample import sample_case
from kimdesk.ui.shell.screen import Context, Screen

OURS = "wolke anker birne tisch regen fuchs leiter mond"
THEIRS = "erlebnis keule limette reporter boje strecke zement alarm"
_DAY = 86_400_000
_LINES = (
    {"id": "1" * 32, "phase": "monitoring", "access_route": "municipality", "since": "2026-04",
     "domains": ["housing", "language"], "persons": [["1990-1994", "eu"], ["2015-2019", "eu"]]},
    {"id": "2" * 32, "phase": "planning", "since": "2026-09", "domains": ["work"],
     "persons": [["1985-1989", "asylum"]]},
)  # fmt: skip
OFFICE = "Kreis Steinfurt"


class Show:
    """A gateway to an office of paper."""

    def __init__(self, desk: Desk, now: int, *, known: bool = True, earlier: int = 14, agreed: bool = False) -> None:
        self._desk = desk
        self._now = now
        self._known = known
        self._earlier = earlier
        self._agreed = agreed

    def load(self) -> Loaded:
        """Return one office, or none yet."""
        partners = (self._office(),) if self._known else ()
        history = tuple(self._sent(number) for number in range(self._earlier, 0, -1)) if self._known else ()
        agreed = Agreement(
            id=RecordId(bytes(16)),
            recipient=OFFICE,
            reference="Az. 50-12/3",
            signed_on=dt.date(2026, 3, 2),
            valid_until=dt.date(2027, 12, 31),
            ended_on=None,
        )
        agreements = {"steinfurt": agreed} if self._agreed else {}
        return Loaded(own_words=OURS, label="Laptop 3", partners=partners, history=history, agreements=agreements)

    def _office(self) -> PartnerView:
        return PartnerView(
            short_name="steinfurt",
            label=OFFICE,
            role="office",
            district="05566",
            words=THEIRS,
            valid_from=self._now - 290 * _DAY,
            valid_until=self._now + 440 * _DAY,
            revoked=False,
        )

    def _sent(self, number: int) -> SentBundle:
        at = self._now - (5 + 28 * (self._earlier - number)) * _DAY
        waiting = number == self._earlier
        period = period_of("last_month", dt.date(2026, 11, 23))
        items = [
            SentItem(
                contents="figures",
                item=bytes(16),
                state="sent" if waiting else "imported",
                code=None,
                about=figure,
                period=period,
            )
            for figure in ("F1", "F2", "F7", "F9")
        ]
        text = "Terminvergabe nur online: Wer das Formular nicht lesen kann, bekommt keinen Termin."
        refused = number == self._earlier - 2
        items.append(
            SentItem(
                contents="observations",
                item=bytes(16),
                state="refused" if refused else ("sent" if waiting else "imported"),
                code="office.unknown_code" if refused else None,
                about=text,
            )
        )
        return SentBundle(
            partner=OFFICE, seq=number, at=at, arrived_at=None if waiting else at + 6 * _DAY, items=tuple(items)
        )

    def prepare(self, wish: Wish, progress: Progress) -> PreparedBundle:  # noqa: ARG002 - as the Protocol names it
        """Return the demo's own figures and observations; with families, one that agreed and one that withdrew."""
        desk = self._desk
        shared = Sharing(families=(_family(desk),), withdrawn=(_withdrawn(),)) if wish.families else Sharing()
        period = period_of(wish.period, desk.today)
        tables = tuple((period, table) for table in for_district(desk, period))
        figures = tuple(figure_record(table, period) for _, table in tables)
        observed = desk.query.every(StructuralObservation)[-2:]
        told = tuple(observation_record(each, 1) for each in observed)
        listed = _LINES if "pseudonymised" in wish.contents else ()
        return PreparedBundle(
            partner=self._office(),
            day=desk.today,
            revision=0,
            named=wish.named(),
            seq=self._earlier + 1,
            tables=tables,
            observations=observed,
            sharing=shared,
            records={"figures": figures, "observations": told, "pseudonymised": listed},
            changes={record["id"]: "new" for record in (*figures, *told, *listed)},
        )

    def write(self, prepared: PreparedBundle, path: Path, progress: Progress) -> WrittenBundle:  # noqa: ARG002
        """Write nothing."""
        return WrittenBundle(seq=prepared.seq, size=9_000)

    def suggested_name(self) -> str:
        """Return a name."""
        return "kim-3fa91c07.kimb"

    def candidates(self, partner: str, purpose: str) -> tuple[Candidate, ...]:  # noqa: ARG002 - as above
        """Return two families."""
        return offered(self._desk)

    def record_agreement(self, new: NewAgreement) -> Changes:  # noqa: ARG002 - as above
        """Record nothing."""
        return Changes(kinds=frozenset())

    def end_agreement(self, agreement: RecordId) -> Changes:  # noqa: ARG002 - as above
        """End nothing."""
        return Changes(kinds=frozenset())

    def receive(self, paths: Sequence[Path], progress: Progress) -> tuple[Receipt | KimError, ...]:  # noqa: ARG002
        """Return one receipt of every sort."""
        good = tuple(ItemState(bytes(16), imported=True) for _ in range(5))
        bad = (ItemState(bytes(16), imported=False, code="office.unknown_code"),)
        return (
            Receipt(status="new", partner=OFFICE, seq=14, arrived=good, refused=bad),
            Receipt(status="replay", partner=OFFICE, seq=13, arrived=good, refused=()),
            Untrusted("bundle.not_for_us"),
        )

    def save_request(self, label: str, path: Path) -> str:  # noqa: ARG002 - as above
        """Write nothing."""
        return OURS

    def look_at_grant(self, path: Path) -> GrantView:  # noqa: ARG002 - as above
        """Return the office's grant."""
        return GrantView(label=OFFICE, role="office", words=THEIRS)

    def accept(self, path: Path, words: str) -> PartnerView:  # noqa: ARG002 - as above
        """Return the office."""
        return self._office()


def offered(desk: Desk) -> tuple[Candidate, ...]:
    """Return families as they are offered."""
    head = family.header(desk, sample_case(desk)).row
    other = Candidate(case=RecordId(bytes(16)), case_number="KD-2026-0031", label="Tesfay", shared=False)
    return (Candidate(case=head.id, case_number=head.case_number, label=head.label, shared=True), other)


def _family(desk: Desk) -> SharedFamily:
    head = family.header(desk, sample_case(desk)).row
    given = dt.date(2026, 4, 22)
    elena = CoveredBy(
        consent=RecordId(bytes(16)),
        person="Elena Dimitrova",
        given_on=given,
        valid_until=dt.date(2027, 4, 30),
    )
    georgi = CoveredBy(consent=RecordId(bytes(16)), person="Georgi Dimitrov", given_on=given, valid_until=None)
    who = SharedPart(
        person="Elena Dimitrova",
        counts={"person": 1},
        values=(
            SharedValue(kind="person", name="given_name", value="Elena"),
            SharedValue(kind="person", name="family_name", value="Dimitrova"),
            SharedValue(kind="person", name="birth_date", value="1994-05-06"),
            SharedValue(kind="person", name="phone", value="0171 39200 12"),
        ),
        consents=(elena,),
    )
    plan = SharedPart(
        person="",
        counts={"goal": 3, "measure": 7, "support_plan": 1},
        values=(
            SharedValue(kind="goal", name="wording", value="Wir wohnen in einer trockenen Wohnung."),
            SharedValue(kind="measure", name="text", value="Antrag auf einen Wohnberechtigungsschein"),
        ),
        consents=(elena, georgi),
    )
    return SharedFamily(
        case=head.id,
        case_number=head.case_number,
        label=head.label,
        purpose="support",
        parts=(who, plan),
        changes={"new": 11, "changed": 1},
    )


def _withdrawn() -> Withdrawn:
    return Withdrawn(case=RecordId(bytes(16)), label="Yıldız", person="Ayşe Yıldız", on=dt.date(2026, 11, 19))


def make(context: Context, state: str) -> Screen:
    """Return the exchange in one of its states."""
    known = state not in {"empty", "grant"}
    desk = context.desk
    gateway = Show(
        desk, context.clock.now_ms(), known=known, earlier=100 if state == "history" else 14, agreed=state == "list"
    )
    screen = build_over(context, gateway)
    presenter, view = screen.presenter, screen.widget
    assert isinstance(presenter, ExchangePresenter)
    assert isinstance(view, ExchangeView)
    presenter.opened()
    _play(presenter, view, state, offered(desk))
    return screen


def _play(presenter: ExchangePresenter, view: ExchangeView, state: str, families: tuple[Candidate, ...]) -> None:
    """Do what leads to a state."""
    if state == "grant":
        presenter.look_at(Path("Zusage.kimg"))
        view.enrol.grant.words.setText("erlebnis keule limette reporter")
    elif state == "receipts":
        presenter.receive([Path("kim-77aa01de.kimb"), Path("kim-18cd3301.kimb"), Path("kim-904ab2ff.kimb")])
    elif state == "history":
        presenter.turn_to("history")
        view.bundles.table.choose(2)
    elif state == "list":
        presenter.choose_contents("pseudonymised", on=True)
        presenter.prepare()
        view.leaving.listed.look_button.setChecked(True)
    elif state in {"prepared", "named", "saving", "saved"}:
        presenter.choose_families("support", () if state == "prepared" else families[:1])
        presenter.prepare()
        _go_on(presenter, view, state)


def _go_on(presenter: ExchangePresenter, view: ExchangeView, state: str) -> None:
    if state == "named":
        view.leaving.named.look_button.setChecked(True)
    elif state == "saving":
        view.show_state(replace(presenter.state, busy="saving", done=2, total=4))
    elif state == "saved":
        presenter.save(Path("kim-3fa91c07.kimb"))


def make_families(context: Context, state: str) -> Screen:
    """Return the choice of families, or the word that nobody agreed."""
    desk = context.desk
    words = ExchangeWords(desk.reference, desk.services.registry, desk.today)
    found = () if state == "nobody" else offered(desk)
    return Screen("exchange_families", FamiliesDialog(None, OFFICE, found, Wish(partner="steinfurt"), words))


def make_agreement(context: Context, _state: str) -> Screen:
    """Return the question for an agreement."""
    dialog = AgreementDialog(None, OFFICE, context.desk.today)
    dialog.reference.setText("Az. 50-12/3")
    return Screen("exchange_agreement", dialog)
