"""`python -m tests.support.cheap_kimdesk …`: the command line in a real process, with a key derivation for tests."""

from __future__ import annotations

import sys

from kimdesk.app.compose import services
from kimdesk.cli.command import run
from kimdesk.cli.console import Console
from tests.support.vaults import CHEAP

if __name__ == "__main__":
    sys.exit(run(sys.argv[1:], services(policy=CHEAP), Console.system()))
