"""What README and the architecture notes promise is there."""

from __future__ import annotations

import re
import runpy
import subprocess
import sys
from pathlib import Path

import pytest

from tests.support.tree import PACKAGE, ROOT

README = ROOT / "README.md"
ARCHITECTURE = PACKAGE / "ARCHITECTURE.md"
DECISIONS = sorted((PACKAGE / "decisions").glob("*.md"))
DOCS = [README, ARCHITECTURE, *DECISIONS]
LINK = re.compile(r"\]\(([^)#]+)")
PLACE = re.compile(r"`((?:kimdesk|resources|installer|tests|\.ci)/[\w./*-]*)`")
DEV = re.compile(r"installer/dev\.py ([a-z0-9]+)")
START = "import sys; from kimdesk.app.main import main; sys.exit(main())"
VERB = re.compile(r"^\s*(?:\.venv/bin/)?kimdesk ([a-z]+)", re.MULTILINE)


@pytest.mark.parametrize("page", DOCS, ids=lambda page: page.name)
def test_links_lead_somewhere(page: Path) -> None:
    links = [link for link in LINK.findall(page.read_text("utf-8")) if "://" not in link]
    assert [link for link in links if not (page.parent / link).exists()] == []


@pytest.mark.parametrize("page", DOCS, ids=lambda page: page.name)
def test_places_named_are_there(page: Path) -> None:
    places = PLACE.findall(page.read_text("utf-8"))
    assert [place for place in places if not any(ROOT.glob(place.rstrip("/")))] == []


@pytest.mark.parametrize("page", DOCS, ids=lambda page: page.name)
def test_commands_named_exist(page: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.syspath_prepend(ROOT / "installer")
    verbs = runpy.run_path(str(ROOT / "installer" / "dev.py"))["VERBS"]
    assert set(DEV.findall(page.read_text("utf-8"))) <= set(verbs)


def test_program_verbs_in_the_readme_exist() -> None:
    done = subprocess.run(
        [sys.executable, "-c", START, "--help"], cwd=ROOT, capture_output=True, check=True, encoding="utf-8"
    )
    named = set(VERB.findall(README.read_text("utf-8")))
    assert named
    assert [verb for verb in named if not re.search(rf"\b{verb}\b", done.stdout)] == []


def test_the_architecture_notes_name_every_room() -> None:
    rooms = {path.parent.name for path in PACKAGE.glob("*/__init__.py")}
    text = ARCHITECTURE.read_text("utf-8")
    assert [room for room in rooms if f"| `{room}`" not in text] == []


@pytest.mark.parametrize(("page", "most"), [(README, 150), (ARCHITECTURE, 250)], ids=["README", "ARCHITECTURE"])
def test_pages_stay_short(page: Path, most: int) -> None:
    assert len(page.read_text("utf-8").splitlines()) <= most


def test_decisions_are_numbered_and_say_why() -> None:
    assert [page.name[:4] for page in DECISIONS] == [f"{n:04}" for n in range(1, len(DECISIONS) + 1)]
    for page in DECISIONS:
        for part in ("Context", "Decision", "Consequences", "Measured"):
            assert f"## {part}" in page.read_text("utf-8"), page.name


def test_a_clean_machine_runs_the_same_tests() -> None:
    script = (ROOT / ".ci" / "run").read_text("utf-8")
    assert "python3 installer/dev.py judges" in script
    assert "python3 installer/dev.py test" in script
