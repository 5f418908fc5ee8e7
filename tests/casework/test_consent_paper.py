"""What was agreed to is one document: shown before, frozen with the act, the same bytes at every reprint."""

from __future__ import annotations

import hashlib
import io
from dataclasses import replace

import pytest
from pypdf import PdfReader

from kimdesk.base.errors import UserProblem
from kimdesk.base.ids import RecordId, new_id
from kimdesk.casework import consent_paper, consents, printing
from kimdesk.casework.consents import Given
from kimdesk.casework.desk import Desk
from kimdesk.casework.printing import FrozenFile, PrintOrder
from kimdesk.domain.changes import Create, Set
from kimdesk.domain.declare import Code
from kimdesk.domain.disclosure import Recipient
from kimdesk.domain.records import Consent, Person, Signature
from kimdesk.domain.values import Value

DRAWN = (((10.0, 10.0), (40.0, 20.0), (60.0, 5.0)), ())


def words_of(pdf: bytes) -> str:
    return " ".join(" ".join(page.extract_text().split()) for page in PdfReader(io.BytesIO(pdf)).pages)


@pytest.fixture
def elena(desk: Desk, family: RecordId) -> RecordId:
    return desk.query.of_case(Person, family)[0].id


@pytest.fixture
def consent(desk: Desk, family: RecordId, elena: RecordId) -> RecordId:
    values: dict[str, Value] = {
        "person": elena,
        "scope": Code("contact_school"),
        "recipient": "Kita Regenbogen",
        "purpose": Code("support"),
        "categories": frozenset({Code("identity"), Code("reach")}),
        "direction": Code("out"),
        "explained_in": Code("bg"),
    }
    consents.hand_over_information(desk, family, [elena], Code("bg"))
    return consents.prepare(desk, family, values)


def stored(desk: Desk, consent: RecordId) -> FrozenFile:
    found = desk.query.get(Consent, consent)
    assert found is not None
    assert found.pdf is not None
    return FrozenFile.parse(found.pdf)


def test_what_is_signed_is_kept_and_given_out_unchanged(desk: Desk, family: RecordId, consent: RecordId) -> None:
    consent_paper.give(desk, consent, Given(form=Code("screen"), strokes=(DRAWN,)))
    kept = stored(desk, consent)
    order = PrintOrder(about=consent)
    first = printing.prepare_paper(desk, family, "release", order)
    desk.apply(Set("person", desk.query.of_case(Person, family)[0].id, "family_name", "Anders"))
    again = printing.prepare_paper(desk, family, "release", order)
    assert first.pdf.data == again.pdf.data
    assert hashlib.sha256(again.pdf.data).hexdigest() == kept.sha256
    assert first.original
    text = words_of(first.pdf.data)
    assert "Ja, ich entbinde von der Schweigepflicht." in text
    assert "auf dem Bildschirm" in text
    assert "Nein, ich entbinde nicht" not in text


def test_in_unreviewed_words_it_is_shown_but_not_signed(desk: Desk, consent: RecordId) -> None:
    assert "Entwurf" in words_of(consent_paper.shown(desk, consent).data)
    consent_paper.give(desk, consent, Given(form=Code("paper")))
    assert stored(desk, consent).languages == ("de",)


def test_another_language_made_later_is_a_reprint(desk: Desk, family: RecordId, consent: RecordId) -> None:
    consent_paper.give(desk, consent, Given(form=Code("paper")))
    english = printing.prepare_paper(desk, family, "release", PrintOrder(about=consent, languages=("de", "en")))
    assert not english.original
    assert "Nachdruck" in words_of(english.pdf.data)


def test_who_was_not_asked_does_not_get_the_signed_sheet(
    desk: Desk, family: RecordId, elena: RecordId, consent: RecordId
) -> None:
    other = new_id(desk.clock)
    desk.apply(Create("person", other, {"case": family, "given_name": "Georgi"}))
    consent_paper.give(desk, consent, Given(form=Code("paper")))
    hers = PrintOrder(recipient=Recipient(kind="readers", persons=frozenset({elena})), purpose="family_copy")
    both = replace(hers, recipient=Recipient(kind="readers", persons=frozenset({elena, other})))
    assert printing.prepare_paper(desk, family, "release", replace(hers, about=consent)).original
    with pytest.raises(UserProblem, match=r"document\.nothing_there"):
        printing.prepare_paper(desk, family, "release", replace(both, about=consent))


def test_joint_custody_takes_two_signatures(desk: Desk, family: RecordId, elena: RecordId, consent: RecordId) -> None:
    child, father = new_id(desk.clock), new_id(desk.clock)
    born: dict[str, Value] = {"given_name": "Mariya", "birth_date": "2015-03-01", "custody": Code("joint")}
    desk.apply(
        Create("person", child, {"case": family, **born}),
        Create("person", father, {"case": family, "given_name": "Georgi", "birth_date": "1991"}),
        Set("consent", consent, "person", child),
        Set("consent", consent, "guardian", elena),
        Set("consent", consent, "second_guardian", father),
    )
    consents.hand_over_information(desk, family, [child], Code("bg"))
    with pytest.raises(UserProblem, match=r"consent\.signature_missing"):
        consent_paper.give(desk, consent, Given(form=Code("screen"), strokes=(DRAWN,)))
    consent_paper.give(desk, consent, Given(form=Code("screen"), strokes=(DRAWN, DRAWN)))
    assert {each.person for each in desk.query.of_case(Signature, family)} == {elena, father}
    parents = Recipient(kind="readers", persons=frozenset({elena, father}))
    order = PrintOrder(recipient=parents, purpose="family_copy", about=consent)
    assert printing.prepare_paper(desk, family, "release", order).original


def test_a_refused_consent_leaves_no_document(desk: Desk, family: RecordId, consent: RecordId) -> None:
    desk.apply(Set("consent", consent, "recipient", None))
    with pytest.raises(UserProblem, match=r"consent\.incomplete"):
        consent_paper.give(desk, consent, Given(form=Code("paper")))
    with desk.query.connection() as conn:
        assert conn.exec_driver_sql("SELECT count(*) FROM blob").scalar() == 0
    assert desk.query.of_case(Signature, family) == ()
