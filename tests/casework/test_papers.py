"""Papers of a case: nobody reads what is not meant for them, and no other family's name is on any of them."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest

from kimdesk.base.errors import UserProblem
from kimdesk.base.ids import RecordId, new_id
from kimdesk.casework import consents, printing
from kimdesk.casework.desk import Desk
from kimdesk.casework.printing import PrintOrder
from kimdesk.domain.changes import Create, Set
from kimdesk.domain.declare import Code
from kimdesk.domain.disclosure import Recipient
from kimdesk.domain.records import Handout
from tests.casework.printed import SECRET, printed, talk_on


@pytest.mark.parametrize("document", ["briefing", "visit_sheet"])
def test_what_is_for_the_visit_is_read_by_nobody_else(desk: Desk, full: RecordId, her: RecordId, document: str) -> None:
    reader = Recipient(kind="readers", persons=frozenset({her}))
    with pytest.raises(UserProblem) as refused:
        printing.prepare_paper(desk, full, document, PrintOrder(recipient=reader, purpose="family_copy"))
    assert refused.value.code == "document.not_for_them"


def test_the_briefing_tells_what_one_needs_and_of_talks_only_the_lines_picked(desk: Desk, full: RecordId) -> None:
    nothing_picked = printed(desk, full, "briefing")
    for part in ("Elena Dimitrova", "Mutter", "Lindenweg 4", "vorher anrufen", "Fotos vom Schimmel machen"):
        assert part in nothing_picked
    assert "Es schimmelt" not in nothing_picked
    picked = printed(desk, full, "briefing", PrintOrder(lines=frozenset({0})))
    assert "Es schimmelt bei Elena." in picked
    assert "Das bleibt unter uns" not in picked


def test_a_talk_held_alone_stands_in_the_briefing_by_day_and_initials_only(desk: Desk, full: RecordId) -> None:
    text = printed(desk, full, "briefing", PrintOrder(lines=frozenset(range(9))))
    assert "nur besprechen mit E. D." in text.replace("\u00a0", " ")
    assert SECRET not in text


def test_a_briefing_without_names_tells_nobody_who_it_is(desk: Desk, full: RecordId) -> None:
    text = printed(desk, full, "briefing", PrintOrder(named=False, lines=frozenset({0})))
    assert "ohne Namen" in text
    assert "Mutter 1" in text
    for known in ("Elena", "Dimitrov", "Georgi", "Lindenweg", "0170", "E. D."):
        assert known not in text.replace("\u00a0", " ")
    assert "Es schimmelt bei …." in text


def test_the_sheet_for_the_fridge_shows_no_health_debts_or_residence(desk: Desk, full: RecordId) -> None:
    text = printed(desk, full, "fridge")
    assert "Fotos vom Schimmel machen" in text
    for hidden in ("Frauenarzt", "Bank", "Unterlagen abgeben", "gesund", "Schulden", "bleiben"):
        assert hidden not in text


def test_the_fridge_tells_when_the_next_appointment_is_and_never_what_for(desk: Desk, full: RecordId) -> None:
    day = desk.today + dt.timedelta(days=9)
    values = {"case": full, "date": day, "time": "10:00", "title": "Schuldnerberatung", "place": "Lindenhof"}
    desk.apply(Create("appointment", new_id(desk.clock), values))
    text = printed(desk, full, "fridge")
    assert f"{day:%d.%m.%Y} 10:00" in text
    assert "Schuldnerberatung" not in text
    assert "Lindenhof" not in text


def test_what_his_wife_agreed_in_confidence_is_not_on_his_fridge(
    desk: Desk, full: RecordId, her: RecordId, him: RecordId
) -> None:
    talk = talk_on(desk, full)
    agreed = {
        "case": full,
        "contact": talk,
        "position": 9,
        "text": "Wohnung ansehen",
        "who": frozenset({Code("family")}),
    }
    desk.apply(
        Set("contact", talk, "topics", frozenset({"housing"})),
        Set("contact", talk, "discuss_only_with", frozenset({her})),
        Create("measure", new_id(desk.clock), agreed),
    )
    for person, shown in ((her, True), (him, False)):
        order = PrintOrder(recipient=Recipient(kind="readers", persons=frozenset({person})), purpose="family_copy")
        assert ("Wohnung ansehen" in printed(desk, full, "fridge", order)) is shown


def test_the_edition_to_read_aloud_counts_its_sentences(desk: Desk, full: RecordId) -> None:
    text = printed(desk, full, "aloud")
    assert "1. Das ist Ihr Plan" in text
    assert "Das machen Sie: Fotos vom Schimmel machen" in text
    assert "Vorgelesen von" in text


def test_without_a_plan_there_is_nothing_to_read_aloud(desk: Desk, family: RecordId) -> None:
    with pytest.raises(UserProblem) as refused:
        printing.prepare_paper(desk, family, "aloud", PrintOrder())
    assert refused.value.code == "document.nothing_there"


def test_what_was_given_to_whom_is_kept_and_the_own_record_leaves_no_trace(
    desk: Desk, full: RecordId, her: RecordId
) -> None:
    printing.handed_out(desk, printing.prepare_paper(desk, full, "briefing", PrintOrder()), "print")
    assert desk.query.of_case(Handout, full) == ()
    order = PrintOrder(
        recipient=Recipient(kind="readers", persons=frozenset({her})), purpose="family_copy", languages=("de", "bg")
    )
    prepared = printing.prepare_paper(desk, full, "fridge", order)
    printing.handed_out(desk, prepared, "print")
    (kept,) = desk.query.of_case(Handout, full)
    assert (kept.document, kept.way, kept.pages) == ("fridge_sheet", "print", 1)
    assert (kept.recipient, kept.persons) == ("Elena Dimitrova", frozenset({her}))
    assert (kept.languages, kept.sha256) == (frozenset({"de", "bg"}), prepared.pdf.sha256)


@pytest.fixture
def consented(desk: Desk, full: RecordId, her: RecordId) -> RecordId:
    values = {
        "case": full, "person": her, "scope": Code("contact_doctor"), "recipient": "Praxis Dr. Linde",
        "purpose": Code("support"), "categories": frozenset(map(Code, ("identity", "special_categories"))),
        "direction": Code("both"), "explained_in": Code("bg"),
    }  # fmt: skip
    return consents.prepare(desk, full, values)


def test_a_consent_says_who_allows_whom_what_and_how_to_withdraw(
    desk: Desk, full: RecordId, consented: RecordId
) -> None:
    text = printed(desk, full, "consent", PrintOrder(about=consented))
    for part in ("Elena Dimitrova", "Praxis Dr. Linde", "Art. 9 Abs. 2 Buchst. a DSGVO", "Ja, ich willige ein.",
                 "Gesundheit, Behinderung", "Widerruf meiner Einwilligung", "Sie entscheiden frei"):  # fmt: skip
        assert part in text.replace("\u00a0", " ")


@pytest.mark.parametrize("document", ["consent", "release", "information"])
def test_nobody_signs_words_that_nobody_has_reviewed(
    desk: Desk, full: RecordId, consented: RecordId, document: str
) -> None:
    german = printed(desk, full, document, PrintOrder(about=consented))
    assert "Unterschrift oder Zeichen" in german
    assert "nicht unterschreiben" not in german
    draft = printed(desk, full, document, PrintOrder(about=consented, languages=("de", "bg")))
    assert "Entwurf – nicht unterschreiben" in draft
    assert "Unterschrift oder Zeichen" not in draft
    for alone in (
        PrintOrder(about=consented, languages=("bg",)),
        PrintOrder(about=consented, variant="easy"),
    ):
        with pytest.raises(UserProblem) as refused:
            printing.prepare_paper(desk, full, document, alone)
        assert refused.value.code == "document.draft_beside_german"


def test_a_consent_is_read_by_those_who_give_it_and_not_by_her_husband(
    desk: Desk, full: RecordId, consented: RecordId, her: RecordId, him: RecordId
) -> None:
    def order(person: RecordId) -> PrintOrder:
        recipient = Recipient(kind="readers", persons=frozenset({person}))
        return PrintOrder(recipient=recipient, purpose="family_copy", about=consented)

    assert "Praxis Dr. Linde" in printed(desk, full, "consent", order(her))
    with pytest.raises(UserProblem) as refused:
        printing.prepare_paper(desk, full, "consent", order(him))
    assert refused.value.code == "document.nothing_there"


def test_what_is_not_known_of_the_provider_stays_open_on_the_information_sheet(desk: Desk, full: RecordId) -> None:
    assert "…………" in printed(desk, full, "information")
    desk.save_profile(replace(desk.profile, address="Musterweg 1", officer="Frau Beispiel", officer_contact="0251 1",
                              office="Kreis Borken"))  # fmt: skip
    text = printed(desk, full, "information").replace("\u00a0", " ")
    for part in ("Musterweg 1", "Frau Beispiel", "Kreis Borken", "Landesbeauftragte für Datenschutz", "Art. 77 DSGVO"):
        assert part in text


@pytest.fixture
def assessed(desk: Desk, full: RecordId) -> RecordId:
    made = new_id(desk.clock)
    desk.apply(Create("assessment", made, {"case": full, "date": desk.today}))
    for domain, situation in (("housing", "Das Zimmer ist feucht."), ("health", "Er trinkt.")):
        values = {"assessment": made, "domain": Code(domain), "client_rating": Code("3"), "own_rating": Code("2"),
                  "situation": situation}  # fmt: skip
        desk.apply(Create("domain_rating", new_id(desk.clock), values))
    desk.apply(
        Create("network_contact", new_id(desk.clock), {
            "case": full, "name": "Tante in Gronau", "sector": Code("family"), "horizon": Code("close"),
            "note": "leiht Geld",
        })
    )  # fmt: skip
    return made


def test_an_assessment_shows_ratings_and_only_the_words_picked(desk: Desk, full: RecordId, assessed: RecordId) -> None:
    nothing_picked = printed(desk, full, "assessment", PrintOrder(about=assessed))
    assert "3 – stabil mit Hilfe" in nothing_picked
    assert "feucht" not in nothing_picked
    place = _place(desk, ["housing", "health"], "housing")
    picked = printed(desk, full, "assessment", PrintOrder(lines=frozenset({place})))
    assert "Das Zimmer ist feucht." in picked
    assert "Er trinkt." not in picked


def _place(desk: Desk, domains: list[str], wanted: str) -> int:
    usual = [entry.code for entry in desk.reference["life_domain"].entries]
    return sorted(domains, key=usual.index).index(wanted)


def test_genogram_and_map_show_people_and_never_what_is_noted_of_them(
    desk: Desk, full: RecordId, assessed: RecordId
) -> None:
    assert assessed
    assert "Georgi" in printed(desk, full, "genogram")
    text = printed(desk, full, "network")
    assert "Tante in Gronau" in text
    assert "leiht Geld" not in text


def test_the_providers_law_is_what_papers_cite(desk: Desk, full: RecordId) -> None:
    desk.save_profile(replace(desk.profile, regime="kdg"))
    desk.load_profile()
    text = printed(desk, full, "information")
    assert "§ 15 KDG" in text
    assert "Datenschutzzentrum" in text
    assert "DSGVO" not in text
