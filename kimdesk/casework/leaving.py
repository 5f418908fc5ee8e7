"""Case files on their way in and out of the house."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from kimdesk.base.errors import Untrusted
from kimdesk.casework.casefile import MOST_BYTES
from kimdesk.exchange.medium import watched, write_whole


def read_case_file(path: Path) -> bytes:
    """Return a case file's bytes; raises Untrusted(casefile.unreadable), Surroundings."""
    with watched(), path.open("rb") as file:
        content = file.read(MOST_BYTES + 1)
    if len(content) > MOST_BYTES:
        raise Untrusted("casefile.unreadable")
    return content


def save_cases(cases: Sequence[dict[str, Any]], path: Path) -> None:
    """Write what the gate released as a case file, whole or not at all; raises Surroundings."""
    text = json.dumps({"cases": list(cases)}, ensure_ascii=False, indent=1)
    write_whole(path, text.encode())
