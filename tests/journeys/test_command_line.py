"""The whole main job on the command line: from an empty folder to the office's receipt."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pypdfium2

from kimdesk.casework.desk import Services
from tests.support.commands import Kimdesk, secret_file, start

FAMILY: dict[str, Any] = {
    "case_number": "KD-2026-0017",
    "municipality": "05566068",
    "access_route": "self",
    "phase": "planning",
    "first_contact": "2026-10-12",
    "persons": [
        {"id": "elena", "given_name": "Elena", "family_name": "Dimitrova", "role": "mother", "reads": ["bg"]},
        {"id": "mila", "given_name": "Mila", "family_name": "Dimitrova", "role": "child", "birth_date": "2019-05"},
    ],
    "contacts": [
        {
            "id": "besuch",
            "date": "2026-11-18",
            "form": "home_visit",
            "minutes": 60,
            "present": ["elena"],
            "topics": ["housing"],
            "family_says": "Die Wohnung hat nur ein Zimmer.",
        }
    ],
    "support_plans": [
        {
            "date": "2026-11-19",
            "wish": "Ein Zimmer für Mila.",
            "wish_translation": "Стая за Мила.",
            "participants": ["elena"],
            "goals": [
                {
                    "id": "wohnung",
                    "domain": "housing",
                    "wording": "Elena hat sich für eine größere Wohnung angemeldet.",
                    "wording_translation": "Елена се е записала за по-голямо жилище.",
                    "due": "2027-02-26",
                }
            ],
        }
    ],
    "measures": [
        {
            "goal": "wohnung",
            "contact": "besuch",
            "text": "Antrag gemeinsam ausfüllen",
            "text_translation": "Попълваме заедно заявлението",
            "who": ["family", "case_manager"],
            "until": "2026-12-04",
        }
    ],
}


def text_of(path: Path) -> str:
    """Return a PDF's text, hyphens and blanks as people type them."""
    with pypdfium2.PdfDocument(path) as document:
        text = " ".join(page.get_textpage().get_text_bounded() for page in document)
    return " ".join(text.replace("\N{NON-BREAKING HYPHEN}", "-").split())


def test_from_a_first_visit_to_the_offices_receipt(services: Services, tmp_path: Path) -> None:
    kimdesk = Kimdesk(services, secret_file(tmp_path))
    desk, office, stick = tmp_path / "desk", tmp_path / "office", tmp_path / "stick"
    stick.mkdir()

    def done(*argv: str | Path) -> Any:
        answered = kimdesk.open(*argv, "--json")
        assert answered.exit == 0, answered.err
        return answered.json()

    done("vault", "create", desk, "--recovery-sheet", tmp_path / "s.pdf", "--label", "Laptop 3",
         "--name", "Maria Sommer", "--provider", "Musterträger e. V.", "--phone", "02553 000000")  # fmt: skip
    file = tmp_path / "family.json"
    file.write_text(json.dumps({"cases": [FAMILY]}, ensure_ascii=False), "utf-8")
    assert kimdesk.open("case", "import", desk, file).out == "ok KD-2026-0017\n"
    assert done("search", desk, "Димитрова")[0]["case_number"] == "KD-2026-0017"

    papers = {}
    for document in ("visit", "plan"):
        for language in ("de", "bg"):
            papers[document, language] = tmp_path / f"{document}-{language}.pdf"
            done("print", desk, document, "--case", "KD-2026-0017", "--lang", language, "--for", "Elena Dimitrova",
                 "--yes", "-o", papers[document, language])  # fmt: skip
    assert "Antrag gemeinsam ausfüllen" in text_of(papers["visit", "de"])
    assert "nur ein Zimmer" not in text_of(papers["visit", "de"])
    both = text_of(papers["plan", "bg"])
    assert "Elena hat sich für eine größere Wohnung angemeldet" in both
    assert "Елена се е записала за по-голямо жилище" in both
    assert "Елена" not in text_of(papers["plan", "de"])

    words = done("office", "create", office, "--recovery-sheet", tmp_path / "o.pdf", "--label", "Kreis Musterland",
                 "--short-name", "musterland", "--district", "05566")["words"]  # fmt: skip
    asked = done("enrol", "request", desk, "-o", stick / "a.kimr")
    done("office", "enrol", office, stick / "a.kimr", "--words", asked["words"], "-o", stick / "a.kimg")
    done("enrol", "accept", desk, stick / "a.kimg", "--words", words)

    done("export", desk, "--to", "musterland", "-o", stick / "paket.kimb", "--yes")
    assert done("verify", stick / "paket.kimb")["words"] == asked["words"]
    assert "Dimitrova" not in (stick / "paket.kimb").read_text("latin-1")
    assert done("office", "import", office, stick / "paket.kimb")[0]["refused"] == []
    answer = done("office", "receipts", office, "-o", stick)[0]["file"]
    said = kimdesk.open("receive", desk, answer)
    assert said.exit == 0
    assert "Kreis Musterland: bis Paket Nr. 1 angekommen" in said.out

    for vault in (desk, office):
        assert done("vault", "check", vault) == []


def test_the_demonstration_does_it_all_by_itself(services: Services, tmp_path: Path) -> None:
    kimdesk = Kimdesk(services, secret_file(tmp_path))
    shown = kimdesk("demo", tmp_path / "demo")
    assert shown.exit == 0, shown.err
    assert "angekommen" in shown.out
    kinds = {path.suffix for path in (tmp_path / "demo").rglob("*") if path.is_file()}
    assert kinds >= {".pdf", ".kimb", ".kimr", ".kimg", ".kimvault", ".db"}
    assert kimdesk.open("vault", "check", tmp_path / "demo" / "Tresor").exit == 0


def test_another_process_reads_what_this_one_wrote(services: Services, tmp_path: Path) -> None:
    kimdesk = Kimdesk(services, secret_file(tmp_path))
    made = kimdesk.open("generate", tmp_path / "v", "--families", "3", "--seed", "7", "--contacts", "2")
    assert made.exit == 0, made.err
    numbers = [each["case_number"] for each in kimdesk.open("case", "list", tmp_path / "v", "--json").json()]
    assert len(numbers) == 3
    with start("case", "show", tmp_path / "v", numbers[0], "--json", "--passphrase-file", kimdesk.secret) as process:
        out, err = process.communicate(timeout=60)
    assert process.returncode == 0, err
    assert json.loads(out)["case_number"] == numbers[0]
