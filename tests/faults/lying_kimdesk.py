"""`python -m tests.faults.lying_kimdesk …`: says "ok" for a case and writes it only with the next one."""

from __future__ import annotations

import sys

from kimdesk.app.compose import services
from kimdesk.casework import casefile
from kimdesk.casework.casefile import FiledCase, import_case
from kimdesk.casework.desk import Desk
from kimdesk.cli.command import run
from kimdesk.cli.console import Console
from tests.support.vaults import CHEAP

_waiting: list[FiledCase] = []


def _later(desk: Desk, case: FiledCase) -> None:
    _waiting.append(case)
    if len(_waiting) > 1:
        import_case(desk, _waiting.pop(0))


if __name__ == "__main__":
    casefile.import_case = _later
    sys.exit(run(sys.argv[1:], services(policy=CHEAP), Console.system()))
