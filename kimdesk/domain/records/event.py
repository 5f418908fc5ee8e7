"""What happened to the vault itself: who may open it, and when somebody else had to."""

from __future__ import annotations

import datetime as dt

from kimdesk.domain.declare import Code, Record, Sensitivity, choice, day, line, record
from kimdesk.domain.records.registry import RECORDS

S = Sensitivity


@record(RECORDS, "vault_event", "Vorgang am Tresor", "Vault event", sort_by=("date",))
class VaultEvent(Record):
    """One act on the vault; in the journal's chain like every record, and never undone."""

    date: dt.date = day("Tag", "Day", S.GENERAL, machinery=True)
    what: Code = choice("Was", "What", S.GENERAL, codes="vault_event", machinery=True)
    about: str | None = line("Wer oder was", "Who or what", S.IDENTITY, machinery=True, max_length=200)
    reason: str | None = line("Grund", "Reason", S.CONFIDED, machinery=True, max_length=500)
