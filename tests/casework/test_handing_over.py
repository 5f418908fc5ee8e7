"""A case goes to one colleague of the same provider as one whole, is closed here, and is taken there once."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from pathlib import Path

import pytest

from kimdesk.base.clock import FixedClock
from kimdesk.base.errors import KimError, Untrusted, UserProblem
from kimdesk.base.ids import RecordId, new_id
from kimdesk.casework import attaching, attachments, colleagues, editing, enrolment, handing_over, taking_over
from kimdesk.casework.desk import Desk, NewDesk, Profile, Services, create_desk
from kimdesk.casework.handing_over import Handover
from kimdesk.domain.changes import Create, Set
from kimdesk.domain.declare import Code
from kimdesk.domain.records import (
    Attachment,
    Case,
    Consent,
    Contact,
    Measure,
    Partner,
    Person,
    PhaseStep,
    ProtectionEntry,
    Referral,
    Relation,
    VaultEvent,
)
from kimdesk.office.enrolment import enrol
from kimdesk.office.provider import NewProvider, Provider, create_provider
from tests.support.vaults import PASSPHRASE

CONFIDED, PROTECTED = "Sie hat Angst vor dem Brief.", "Blauer Fleck"


def let_in(desk: Desk, provider: Provider, label: str) -> None:
    grant, _ = enrol(provider, enrolment.enrol_request(desk, label), enrolment.own_words(desk))
    enrolment.accept_grant(desk, grant, provider.words)


@pytest.fixture
def provider(services: Services, tmp_path: Path) -> Iterator[Provider]:
    new = NewProvider(
        folder=tmp_path / "Traeger", label="Musterträger", short_name="muster", district="05566", passphrase=PASSPHRASE
    )
    with create_provider(services, new)[0] as made:
        yield made


def other_desk(services: Services, folder: Path) -> Desk:
    profile = Profile(name="Ahmet Yıldız", provider="Musterträger e. V.")
    return create_desk(services, NewDesk(folder=folder, label="Laptop 4", passphrase=PASSPHRASE, profile=profile))[0]


@pytest.fixture
def colleague(services: Services, provider: Provider, tmp_path: Path) -> Iterator[Desk]:
    with other_desk(services, tmp_path / "Kollege") as desk:
        let_in(desk, provider, "Laptop 4")
        yield desk


@pytest.fixture
def giver(desk: Desk, provider: Provider) -> Desk:
    let_in(desk, provider, "Laptop 3")
    return desk


@pytest.fixture
def card(colleague: Desk, tmp_path: Path) -> Path:
    path = tmp_path / "Karte.kimk"
    assert colleagues.save_card(colleague, "Laptop 4", path) == enrolment.own_words(colleague)
    return path


@pytest.fixture
def entry(giver: Desk, family: RecordId) -> RecordId:
    """Fill the family with something of everything that is difficult to move."""
    desk, made = giver, [new_id(giver.clock) for _ in range(9)]
    elena = desk.query.of_case(Person, family)[0].id
    georgi, talk, fix, measure, partner, referral, relation, entry, consent = made
    desk.apply(
        Set("case", family, "phase", Code("planning")),
        Create("partner", partner, {"name": "Sozialberatung", "phone": "02553 1"}),
        Create("person", georgi, {"case": family, "given_name": "Georgi", "birth_date": "1991"}),
        Create(
            "relation", relation, {"case": family, "person": elena, "other": georgi, "relation": Code("partner_of")}
        ),
        Create("contact", talk, {"case": family, "date": desk.today, "present": frozenset({elena})}),
        Set("contact", talk, "family_says", CONFIDED),
        Set("contact", talk, "discuss_only_with", frozenset({elena})),
        Set("contact", talk, "completed_on", desk.today),
        Create(
            "contact", fix, {"case": family, "date": desk.today, "corrects": talk, "family_says": "Richtig: Brief."}
        ),
        Create("measure", measure, {"case": family, "text": "Brief lesen", "contact": talk}),
        Create("referral", referral, {"case": family, "partner": partner, "date": desk.today}),
        Create(
            "consent", consent, {"case": family, "person": elena, "scope": Code("deputy"), "recipient": "Vertretung"}
        ),
        Create("protection_entry", entry, {"case": family, "date": desk.today, "observed": PROTECTED}),
    )
    return entry


def order(card: Path, colleague: Desk, **more: object) -> Handover:
    values: dict[str, object] = {"card": card, "name": "Ahmet Yıldız", "words": enrolment.own_words(colleague)}
    return Handover(**{**values, "family_told": True, **more})  # type: ignore[arg-type]


def only_case(desk: Desk) -> Case:
    (case,) = desk.query.every(Case)
    return case


def told(desk: Desk) -> list[tuple[str, str]]:
    return [(each.what, each.about or "") for each in desk.query.every(VaultEvent) if each.what.startswith("case_")]


def test_the_whole_case_arrives_and_only_what_is_open_to_all_is_seen_before(
    giver: Desk, colleague: Desk, card: Path, family: RecordId, entry: RecordId, tmp_path: Path
) -> None:
    photo = attaching.add_file(giver, family, _letter(tmp_path), {"title": "Bescheid"})
    file = tmp_path / "Fall.kimu"
    handing_over.give(giver, family, order(card, colleague), file)
    seen = taking_over.preview(colleague, file)
    assert (seen.giver, seen.provider, seen.persons) == (
        giver.profile.name,
        "Musterträger",
        ("Elena Dimitrova", "Georgi"),
    )
    assert dict(seen.counts)["contact"] == 2
    assert "protection_entry" not in dict(seen.counts)
    assert colleague.query.every(Case) == (), "seen, not taken"
    case, _changes = taking_over.take(colleague, file)
    assert only_case(colleague).id == case
    talk, fix = sorted(colleague.query.of_case(Contact, case), key=lambda each: each.corrects is not None)
    people = {each.given_name: each.id for each in colleague.query.of_case(Person, case)}
    assert (talk.family_says, talk.discuss_only_with) == (CONFIDED, frozenset({people["Elena"]}))
    assert (talk.completed_on, fix.corrects) == (giver.today, talk.id)
    assert colleague.query.of_case(Measure, case)[0].contact == talk.id
    assert colleague.query.of_case(Relation, case)[0].other == people["Georgi"]
    assert colleague.query.of_case(Consent, case)[0].person == people["Elena"]
    assert colleague.query.of_case(Referral, case)[0].partner == colleague.query.every(Partner)[0].id
    (kept,) = colleague.query.of_case(Attachment, case)
    assert attachments.content(colleague, kept.id).data == attachments.content(giver, photo.record).data
    assert colleague.query.of_case(ProtectionEntry, case) == ()
    assert told(colleague) == [("case_taken_over", f"{only_case(giver).case_number}, {giver.profile.name}")]
    steps = [each.reason for each in colleague.query.of_case(PhaseStep, case)]
    assert steps == [f"Übernommen von {giver.profile.name}"]
    assert colleague.store.differences() == {}, "the journal tells the same as the records"


def test_child_protection_goes_only_entry_by_entry_with_a_reason(
    giver: Desk, colleague: Desk, card: Path, family: RecordId, entry: RecordId, tmp_path: Path
) -> None:
    wanted = order(card, colleague, protection=frozenset({entry}))
    with pytest.raises(UserProblem, match=r"handover\.reason"):
        handing_over.give(giver, family, wanted, tmp_path / "Fall.kimu")
    assert not (tmp_path / "Fall.kimu").exists()
    wanted = order(card, colleague, protection=frozenset({entry}), protection_reason="Laufende Beratung")
    handing_over.give(giver, family, wanted, tmp_path / "Fall.kimu")
    case, _ = taking_over.take(colleague, tmp_path / "Fall.kimu")
    assert colleague.query.of_case(ProtectionEntry, case)[0].observed == PROTECTED
    (left,) = giver.query.of_case(ProtectionEntry, family)
    assert (left.handed_on, left.handed_whom, left.handed_reason) == (giver.today, "Ahmet Yıldız", "Laufende Beratung")
    assert PROTECTED not in "".join(about for _, about in told(giver))


def test_here_the_case_is_closed_and_not_written_to_any_more(
    giver: Desk, colleague: Desk, card: Path, family: RecordId, entry: RecordId, tmp_path: Path
) -> None:
    elena = giver.query.of_case(Person, family)[0].id
    giver.apply(Set("person", elena, "phone", "1"))
    handing_over.give(giver, family, order(card, colleague), tmp_path / "Fall.kimu")
    case = only_case(giver)
    assert (case.handed_to, case.handed_on, case.closed_on) == ("Ahmet Yıldız", giver.today, giver.today)
    assert (case.phase, case.closing_reason) == ("closure", "other_lead")
    for change in (
        Set("person", elena, "phone", "2"),
        Create("contact", new_id(giver.clock), {"case": family, "date": giver.today}),
        Set("case", family, "phase", Code("planning")),
    ):
        with pytest.raises(UserProblem, match=r"case\.handed_over"):
            giver.apply(change)
    with pytest.raises(UserProblem, match=r"undo\.nothing"):
        editing.undo(giver)
    assert giver.query.of_case(Person, family)[0].phone == "1", "it stays readable"
    assert told(giver) == [("case_handed_over", f"{case.case_number}, Ahmet Yıldız")]


def test_what_is_to_be_done_goes_along(
    giver: Desk, colleague: Desk, card: Path, family: RecordId, entry: RecordId, tmp_path: Path
) -> None:
    desk = giver
    meeting, closing = new_id(desk.clock), new_id(desk.clock)
    desk.apply(
        Create("appointment", meeting, {"case": family, "date": desk.today, "title": "Amt"}),
        Create("closing", closing, {"case": family, "aftercare_on": desk.today - dt.timedelta(days=1)}),
        Set("contact", desk.query.of_case(Contact, family)[-1].id, "date", desk.today - dt.timedelta(days=9)),
    )
    assert desk.query.agenda(desk.today).appointments
    handing_over.give(giver, family, order(card, colleague), tmp_path / "Fall.kimu")
    before = desk.query.agenda(desk.today)
    assert (before.appointments, before.items, before.silent) == ((), (), ())
    taking_over.take(colleague, tmp_path / "Fall.kimu")
    assert [each.title for each in colleague.query.agenda(desk.today).appointments] == ["Amt"]


def test_it_is_for_one_desk_whole_or_not_at_all_and_taken_once(
    giver: Desk, colleague: Desk, card: Path, family: RecordId, entry: RecordId, tmp_path: Path, services: Services
) -> None:
    file, bent = tmp_path / "Fall.kimu", tmp_path / "Verbogen.kimu"
    handing_over.give(giver, family, order(card, colleague), file)
    with pytest.raises(Untrusted, match=r"bundle\.not_for_us"):
        taking_over.preview(giver, file)
    raw = bytearray(file.read_bytes())
    raw[len(raw) // 2] ^= 1
    bent.write_bytes(raw)
    with pytest.raises(Untrusted, match=r"bundle\."):
        taking_over.take(colleague, bent)
    assert colleague.query.every(Case) == ()
    taking_over.take(colleague, file)
    for again in (file, _again(giver, colleague, card, family, tmp_path)):
        with pytest.raises(UserProblem, match=r"handover\.taken"):
            taking_over.take(colleague, again)
    assert len(colleague.query.every(Case)) == 1


def _again(giver: Desk, colleague: Desk, card: Path, family: RecordId, folder: Path) -> Path:
    """Save the file once more, because the stick was lost."""
    path = folder / "Noch einmal.kimu"
    handing_over.give(giver, family, order(card, colleague), path)
    return path


def test_a_number_that_is_taken_is_given_anew(
    giver: Desk, colleague: Desk, card: Path, family: RecordId, tmp_path: Path
) -> None:
    number = giver.query.every(Case)[0].case_number
    colleague.apply(Create("case", new_id(colleague.clock), {"case_number": number}))
    handing_over.give(giver, family, order(card, colleague), tmp_path / "Fall.kimu")
    seen = taking_over.preview(colleague, tmp_path / "Fall.kimu")
    assert (seen.case_number, seen.own_number == number) == (number, False)
    case, _ = taking_over.take(colleague, tmp_path / "Fall.kimu")
    taken = colleague.query.get(Case, case)
    assert taken is not None
    assert taken.case_number == seen.own_number


def test_a_case_can_come_back(
    giver: Desk, colleague: Desk, card: Path, family: RecordId, entry: RecordId, tmp_path: Path
) -> None:
    handing_over.give(giver, family, order(card, colleague), tmp_path / "Hin.kimu")
    case, _ = taking_over.take(colleague, tmp_path / "Hin.kimu")
    back = tmp_path / "Zurück.kimk"
    colleagues.save_card(giver, "Laptop 3", back)
    wanted = Handover(card=back, name="M. Sommer", words=enrolment.own_words(giver), family_told=True)
    handing_over.give(colleague, case, wanted, tmp_path / "Her.kimu")
    again, _ = taking_over.take(giver, tmp_path / "Her.kimu")
    giver.apply(Set("case", again, "wish", "Weiter so"))
    assert len(giver.query.every(Case)) == 2


@pytest.mark.parametrize(
    ("more", "code"),
    [
        ({"name": " "}, "handover.name"),
        ({"family_told": False}, "handover.told"),
        ({"words": "eins zwei drei vier fünf sechs sieben acht"}, "enrol.words_differ"),
    ],
)
def test_what_is_missing_is_said_and_nothing_is_written(
    giver: Desk, colleague: Desk, card: Path, family: RecordId, tmp_path: Path, more: dict[str, object], code: str
) -> None:
    with pytest.raises(UserProblem) as refused:
        handing_over.give(giver, family, order(card, colleague, **more), tmp_path / "Fall.kimu")
    assert refused.value.code == code
    assert only_case(giver).handed_on is None
    assert not (tmp_path / "Fall.kimu").exists()


def test_a_restricted_case_leaves_nowhere(
    giver: Desk, colleague: Desk, card: Path, family: RecordId, tmp_path: Path
) -> None:
    giver.apply(Set("case", family, "restricted", Code("yes")))
    with pytest.raises(UserProblem, match=r"handover\.restricted"):
        handing_over.give(giver, family, order(card, colleague), tmp_path / "Fall.kimu")


def test_nobody_of_another_provider_and_nobody_unproved_gets_a_case(
    giver: Desk, services: Services, family: RecordId, card: Path, tmp_path: Path
) -> None:
    new = NewProvider(
        folder=tmp_path / "B", label="Andere", short_name="andere", district="05566", passphrase=PASSPHRASE
    )
    stranger = tmp_path / "Fremd.kimk"
    with create_provider(services, new)[0] as elsewhere, other_desk(services, tmp_path / "Fremd") as desk:
        with pytest.raises(UserProblem, match=r"handover\.no_provider"):
            colleagues.save_card(desk, "Laptop 9", stranger)
        let_in(desk, elsewhere, "Laptop 9")
        colleagues.save_card(desk, "Laptop 9", stranger)
        with pytest.raises(Untrusted, match=r"handover\.other_provider"):
            handing_over.colleague(giver, stranger)
    mixed = tmp_path / "Gemischt.kimk"
    mixed.write_bytes(_parted(card, stranger))
    with pytest.raises(Untrusted, match=r"handover\.card"):
        handing_over.colleague(giver, mixed)
    own = tmp_path / "Eigen.kimk"
    colleagues.save_card(giver, "Laptop 3", own)
    with pytest.raises(UserProblem, match=r"handover\.own_card"):
        handing_over.colleague(giver, own)
    (tmp_path / "Text.kimk").write_text("kein Fall", encoding="utf-8")
    with pytest.raises(KimError, match=r"handover\.card"):
        handing_over.colleague(giver, tmp_path / "Text.kimk")


def _parted(card: Path, stranger: Path) -> bytes:
    """Return a card with one desk's grant and another's request."""
    import json

    one, other = (json.loads(each.read_bytes()) for each in (card, stranger))
    return json.dumps({**one, "request": other["request"]}, separators=(",", ":"), sort_keys=True).encode()


def test_a_file_too_large_stays_and_is_named(
    giver: Desk, colleague: Desk, card: Path, family: RecordId, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    attaching.add_file(giver, family, _letter(tmp_path), {"title": "Bescheid"})
    monkeypatch.setattr(handing_over, "MOST_FILES", 10)
    assert handing_over.preview(giver, family).stays == ("Bescheid",)
    handing_over.give(giver, family, order(card, colleague), tmp_path / "Fall.kimu")
    case, _ = taking_over.take(colleague, tmp_path / "Fall.kimu")
    assert colleague.query.of_case(Attachment, case) == ()


def _letter(folder: Path) -> Path:
    path = folder / "Bescheid.txt"
    path.write_text("Ihr Antrag ist eingegangen.", encoding="utf-8")
    return path


def test_a_grant_that_ran_out_proves_nothing(giver: Desk, card: Path, clock: FixedClock) -> None:
    clock.advance(days=800)
    with pytest.raises(KimError, match=r"handover\.no_provider"):
        handing_over.colleague(giver, card)
