"""What leaves the vault by the command line: shown first, asked about, written whole."""

from __future__ import annotations

import datetime as dt
import json
from pathlib import Path

import pypdfium2
import pytest

from kimdesk.base.errors import KimError
from kimdesk.base.ids import new_id
from kimdesk.casework import ways
from kimdesk.casework.desk import Services, open_desk, open_desk_with_code
from kimdesk.casework.families import find
from kimdesk.domain.changes import Create
from tests.support import casefiles
from tests.support.commands import Kimdesk, Outcome
from tests.support.vaults import PASSPHRASE

PRINT = ("print", "{vault}", "plan", "--case", "KD-2026-00001", "-o", "{out}")
EXPORT = ("case", "export", "{vault}", "KD-2026-00001", "-o", "{out}")


def call(kimdesk: Kimdesk, argv: tuple[str, ...], vault: Path, out: Path, *more: str) -> Outcome:
    return kimdesk.open(*(each.format(vault=vault, out=out) for each in argv), *more)


@pytest.mark.parametrize("argv", [PRINT, EXPORT])
def test_nothing_is_written_unless_somebody_agrees(
    kimdesk: Kimdesk, filled: Path, tmp_path: Path, argv: tuple[str, ...]
) -> None:
    out = tmp_path / "out"
    silent = call(kimdesk, argv, filled, out)
    assert (silent.exit, silent.code(), silent.out) == (2, "usage.no_confirmation", "")
    declined = call(kimdesk.at_terminal("n"), argv, filled, out)
    assert (declined.exit, declined.code()) == (1, "cancelled")
    assert not out.exists()
    agreed = call(kimdesk.at_terminal("ja"), argv, filled, out)
    assert agreed.exit == 0
    assert "Das wird weitergegeben (für: eigene Akte)" in agreed.out
    assert out.stat().st_size > 500


@pytest.mark.parametrize("argv", [PRINT, EXPORT])
def test_a_file_that_is_there_stays(kimdesk: Kimdesk, filled: Path, tmp_path: Path, argv: tuple[str, ...]) -> None:
    out = tmp_path / "out"
    out.write_text("von gestern", "utf-8")
    assert call(kimdesk, argv, filled, out, "--yes").code() == "medium.exists"
    assert out.read_text("utf-8") == "von gestern"
    assert [path.name for path in tmp_path.glob("out*")] == ["out"]


def test_the_preview_says_the_same_whatever_is_withheld(kimdesk: Kimdesk, filled: Path, tmp_path: Path) -> None:
    told = [
        call(kimdesk, (*EXPORT, "--for", who, "--purpose", "support"), filled, tmp_path / f"{place}", "--yes").out
        for place, who in enumerate(("Wohnungsamt", "Amina Haddad"))
    ]
    assert [each.splitlines()[-2] for each in told] == [told[0].splitlines()[-2]] * 2


def test_a_body_nobody_consented_to_gets_nothing(kimdesk: Kimdesk, filled: Path, tmp_path: Path) -> None:
    out = tmp_path / "out.json"
    assert call(kimdesk, (*EXPORT, "--for", "Jobcenter"), filled, out, "--yes").code() == "recipient.no_purpose"
    assert call(kimdesk, (*EXPORT, "--for", "Jobcenter", "--purpose", "support"), filled, out, "--yes").exit == 0
    assert dict(casefiles.values(json.loads(out.read_text("utf-8"))["cases"][0])) == {}


def test_confided_words_stay_where_nobody_picked_them(kimdesk: Kimdesk, filled: Path, tmp_path: Path) -> None:
    out = tmp_path / "out.json"
    assert call(kimdesk, EXPORT, filled, out, "--yes").exit == 0
    written = out.read_text("utf-8")
    assert "Haddad" in written
    assert "Wohnung ist zu klein" not in written
    assert "Anliegen 1" not in written
    assert "Wohnung ist zu klein" in kimdesk.open("case", "show", filled, "KD-2026-00001", "--json").out


@pytest.mark.parametrize("language", ["de", "en", "bg"])
def test_the_plan_is_printed_in_the_languages_shipped(
    kimdesk: Kimdesk, filled: Path, tmp_path: Path, language: str
) -> None:
    out = tmp_path / "plan.pdf"
    printed = call(kimdesk, (*PRINT, "--lang", language, "--for", "Familie"), filled, out, "--yes", "--json")
    assert printed.exit == 0
    assert printed.json()["languages"] == (["de", "bg"] if language == "bg" else [language])
    with pypdfium2.PdfDocument(out) as document:
        assert len(document) == printed.json()["pages"] >= 1


@pytest.mark.parametrize("document", ["plan", "visit"])
def test_a_visit_and_a_plan_of_the_family_name_no_other_family(
    kimdesk: Kimdesk, filled: Path, tmp_path: Path, document: str
) -> None:
    out = tmp_path / "out.pdf"
    argv = ("print", str(filled), document, "--case", "KD-2026-00001", "-o", str(out), "--for", "Amina Haddad", "--yes")
    assert kimdesk.open(*argv).exit == 0
    with pypdfium2.PdfDocument(out) as pdf:
        text = "".join(page.get_textpage().get_text_bounded() for page in pdf).replace("\N{NON-BREAKING HYPHEN}", "-")
    assert "KD-2026-00001" in text
    assert "KD-2026-00002" not in text


def test_a_briefing_without_names_is_printed_for_the_own_record_alone(
    kimdesk: Kimdesk, filled: Path, tmp_path: Path
) -> None:
    out = tmp_path / "briefing.pdf"
    argv = ("print", str(filled), "briefing", "--case", "KD-2026-00001", "-o", str(out), "--without-names", "--yes")
    assert kimdesk.open(*argv, "--for", "Amina Haddad").code() == "document.not_for_them"
    assert kimdesk.open(*argv, "--lines", "eins").code() == "document.lines"
    assert kimdesk.open(*argv, "--lines", "1").exit == 0
    with pypdfium2.PdfDocument(out) as pdf:
        assert "Haddad" not in "".join(page.get_textpage().get_text_bounded() for page in pdf)


def test_a_new_recovery_sheet_is_printed_and_the_old_one_opens_nothing(
    kimdesk: Kimdesk, services: Services, vault: Path, tmp_path: Path
) -> None:
    first, second = tmp_path / "alt.pdf", tmp_path / "neu.pdf"
    argv = ("print", str(vault), "recovery", "-o")
    assert kimdesk.open(*argv, str(first)).code() == "usage.no_confirmation"
    assert not first.exists()
    assert kimdesk.open(*argv, str(vault / "blatt.pdf"), "--yes").code() == "recovery.beside_lock"
    for sheet in (first, second):
        printed = kimdesk.open(*argv, str(sheet), "--yes")
        assert printed.exit == 0, printed.err
        assert not any(part in printed.out for part in code_on(sheet).split("-"))
    with pytest.raises(KimError, match=r"vault\.wrong_code"):
        open_desk_with_code(services, vault, code_on(first))
    with open_desk_with_code(services, vault, code_on(second)) as desk:
        assert ways.code_state(desk).out


def code_on(sheet: Path) -> str:
    with pypdfium2.PdfDocument(sheet) as pdf:
        text = pdf[0].get_textpage().get_text_bounded()
    groups = [word for word in text.split() if len(word) == 5 and word.isalnum() and word.upper() == word]
    return "-".join(groups[-8:])


def test_a_letter_is_about_the_appointment_chosen(
    kimdesk: Kimdesk, services: Services, filled: Path, tmp_path: Path
) -> None:
    with open_desk(services, filled, PASSPHRASE) as desk:
        case, soon = find(desk, "KD-2026-00001").id, desk.today + dt.timedelta(days=3)
        ids = [new_id(desk.clock) for _ in range(3)]
        for number, (each, day) in enumerate(zip(ids, (soon, soon, soon + dt.timedelta(days=4)), strict=True)):
            desk.apply(Create("appointment", each, {"case": case, "date": day, "title": f"Treffen {number}"}))
    argv = ("print", str(filled), "invitation", "--case", "KD-2026-00001", "--for", "Amina Haddad", "--yes", "-o")
    out = tmp_path / "a.pdf"
    both = kimdesk.open(*argv, str(out), "--appointment", soon.isoformat())
    assert both.code() == "document.which"
    assert all(each.hex()[-6:] in both.err for each in ids[:2])
    assert ids[2].hex()[-6:] not in both.err
    assert "Treffen" not in both.err
    assert kimdesk.open(*argv, str(out), "--appointment", "7.7.2020").code() == "document.which"
    wrong = kimdesk.open(*argv, str(out), "--referral", soon.isoformat())
    assert (wrong.exit, wrong.code()) == (2, "usage.other_document")
    assert not out.exists()
    for number, wanted in ((1, ids[1].hex()[-6:]), (2, f"{soon + dt.timedelta(days=4):%d.%m.%Y}")):
        made = tmp_path / f"{number}.pdf"
        assert kimdesk.open(*argv, str(made), "--appointment", wanted).exit == 0
        with pypdfium2.PdfDocument(made) as pdf:
            assert f"Treffen {number}" in "".join(page.get_textpage().get_text_bounded() for page in pdf)


def test_where_nothing_can_be_chosen_it_is_said(kimdesk: Kimdesk, filled: Path, tmp_path: Path) -> None:
    argv = ("print", str(filled), "conference", "-o", str(tmp_path / "x.pdf"), "--for", "Jobcenter")
    assert kimdesk.open(*argv).code() == "usage.case_needed"
    one = (*argv, "--case", "KD-2026-00001", "--purpose", "case_conference")
    assert kimdesk.open(*one, "--conference", "2026-11-27").code() == "document.nothing_there"


def test_a_plan_in_big_type_is_another_paper(kimdesk: Kimdesk, filled: Path, tmp_path: Path) -> None:
    plain, large = tmp_path / "plain.pdf", tmp_path / "large.pdf"
    assert call(kimdesk, PRINT, filled, plain, "--yes").exit == 0
    assert call(kimdesk, (*PRINT, "--variant", "large"), filled, large, "--yes").exit == 0
    assert plain.read_bytes() != large.read_bytes()


def test_a_name_no_font_can_draw_is_refused_by_name(kimdesk: Kimdesk, vault: Path, tmp_path: Path) -> None:
    strange = casefiles.case(5)
    strange["persons"][0]["family_name"] = "Dimi𐎀trova"
    kimdesk.open("case", "import", vault, casefiles.write(tmp_path / "c.json", [strange]))
    out = tmp_path / "plan.pdf"
    argv = ("print", vault, "plan", "--case", "KD-2026-00005", "-o", out, "--for", "Familie", "--yes")
    answered = kimdesk.open(*argv)
    assert (answered.exit, answered.code()) == (1, "document.unprintable")
    assert "U+10380" in answered.err
    assert not out.exists()
    assert kimdesk.open(*argv, "--latin").exit == 0
    assert out.stat().st_size > 500


def test_a_letter_says_what_its_file_says(kimdesk: Kimdesk, filled: Path, tmp_path: Path) -> None:
    out, words = tmp_path / "letter.pdf", tmp_path / "words.txt"
    words.write_text("Ihr Antrag\nder Antrag ist angekommen.\n", "utf-8")
    argv = ("print", str(filled), "letter", "--case", "KD-2026-00001", "-o", str(out), "--for", "Amina Haddad", "--yes")
    assert kimdesk.open(*argv).code() == "document.no_text"
    assert kimdesk.open(*argv, "--text", str(words)).exit == 0
    with pypdfium2.PdfDocument(out) as pdf:
        assert "der Antrag ist angekommen." in pdf[0].get_textpage().get_text_bounded()
