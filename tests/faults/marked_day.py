"""`python -m tests.faults.marked_day ROOT`: a day at the command line in which every text is a word to look for.

It creates, imports, finds, attaches, prints, exports, sends, backs up, locks, and in the end is killed in the middle.
Only what lies in ROOT/saved was saved on purpose.
"""

from __future__ import annotations

import io
import json
import os
import signal
import sys
from pathlib import Path
from typing import Any

from kimdesk.app.compose import services
from kimdesk.base.log import start_log
from kimdesk.casework import attachments
from kimdesk.casework.desk import Desk, open_desk
from kimdesk.casework.editing import keep
from kimdesk.cli.command import run
from kimdesk.cli.console import Console
from kimdesk.domain.records import Case
from kimdesk.domain.views.drafts import Draft
from kimdesk.vault.files import create_empty
from tests.support import casefiles
from tests.support.vaults import CHEAP

NUMBER = "KD-2026-00017"
WORDS = {
    "family name": "Quarzhummelova",
    "given name": "Bernsteinia",
    "native name": "Зюмбюлченкова",
    "note": "Flusskieselnest hinter der Mühle",
    "attachment": "Anhangswort Kupferfarn",
    "typed": "Tippwort Moosglockenblau",
    "passphrase": "pferd lampe seife wolke treppe nebel",
    "worker": "Wendeline Kranichfeder",
}
SAVED = "saved"


def family() -> dict[str, Any]:
    """Return the family of the day."""
    told = casefiles.case(17, contacts=2)
    told["concern"] = WORDS["note"]
    told["persons"][0] |= {
        "family_name": WORDS["family name"],
        "given_name": WORDS["given name"],
        "family_name_native": WORDS["native name"],
    }
    for contact in told["contacts"]:
        contact["family_says"] = WORDS["note"]
    return told


def _nobody(_question: str) -> str:
    raise EOFError


class Day:
    """One day; what the commands say goes to the screen, which is no file."""

    def __init__(self, root: Path) -> None:
        self._root = root
        self._saved = root / SAVED
        self._vault = root / "tresor"
        self._services = services(policy=CHEAP)

    def work(self) -> None:
        """Do the day's work up to its sudden end."""
        stick, backups = self._root / "stick", self._root / "sicherungen"
        for folder in (self._saved, stick, backups):
            folder.mkdir()
        (self._saved / "passphrase.txt").write_text(WORDS["passphrase"] + "\n", "utf-8")
        case = casefiles.write(self._saved / "familie.json", [family()])
        self._run("vault", "create", self._vault, "--recovery-sheet", self._saved / "blatt.pdf", "--label", "Tresor 1",
                  "--name", WORDS["worker"])  # fmt: skip
        self._run("case", "import", self._vault, case)
        self._run("search", self._vault, WORDS["family name"])
        self._run("print", self._vault, "plan", "--case", NUMBER, "--yes", "-o", self._saved / "plan.pdf")
        self._run("case", "export", self._vault, NUMBER, "--yes", "-o", self._saved / "hinaus.json")
        self._send(stick)
        self._run("vault", "backup", self._vault, "--to", backups, "--yes")
        self._run("vault", "check", self._vault)
        for failing in (("case", "import", self._vault, self._saved / "passphrase.txt"),
                        ("search", self._root / WORDS["family name"], "x")):  # fmt: skip
            self._run(*failing, exit_code=1)
        self._die_at_the_desk()

    def _send(self, stick: Path) -> None:
        office = self._root / "amt"
        asked = self._run("enrol", "request", self._vault, "-o", stick / "a.kimr", "--json")
        made = self._run("office", "create", office, "--recovery-sheet", self._saved / "amt.pdf", "--label",
                         "Kreis Musterland", "--short-name", "musterland", "--district", "05566", "--json")  # fmt: skip
        self._run("office", "enrol", office, stick / "a.kimr", "--words", json.loads(asked)["words"],
                  "-o", stick / "a.kimg")  # fmt: skip
        self._run("enrol", "accept", self._vault, stick / "a.kimg", "--words", json.loads(made)["words"])
        self._run("export", self._vault, "--to", "musterland", "-o", stick / "paket.kimb", "--yes")
        self._run("office", "import", office, stick / "paket.kimb")

    def _run(self, *argv: str | Path, exit_code: int = 0) -> str:
        out, err = io.StringIO(), io.StringIO()
        line = [*map(str, argv), "--passphrase-file", str(self._saved / "passphrase.txt")]
        code = run(line, self._services, Console(out=out, err=err, interactive=False, secret=_nobody, ask=_nobody))
        assert code == exit_code, err.getvalue()
        return out.getvalue()

    def _die_at_the_desk(self) -> None:
        """Type, attach, and be killed while the log is long and a file that came is half judged."""
        desk: Desk = open_desk(self._services, self._vault, WORDS["passphrase"])
        case = desk.query.every(Case)[0].id
        attachments.keep(desk, (WORDS["attachment"] + "\n").encode() * 300, mime="text/plain", record=case)
        for length in range(1, 40):
            text = WORDS["typed"] * length
            keep(desk, Draft(kind="case", record=case, field="wish", text=text))
        with desk.vault.quarantine() as waiting:
            create_empty(waiting / "half.part")
            os.kill(os.getpid(), signal.SIGKILL)


if __name__ == "__main__":
    start_log(Path(os.environ["KIMDESK_HOME"]))
    Day(Path(sys.argv[1])).work()
