"""The two papers of child protection (§ 4 KKG) as they are printed: everything on them has passed its own door."""

from __future__ import annotations

from dataclasses import dataclass

from kimdesk.domain.views.letters import LetterPaper
from kimdesk.domain.views.papers import PaperView
from kimdesk.domain.views.protection import ProtectionTold


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseSummaryView(PaperView):
    """What an adviser reads: nobody's name, number, address or day of birth."""

    told: ProtectionTold


@dataclass(frozen=True, slots=True, kw_only=True)
class YouthNoticeView(LetterPaper):
    """What the youth office reads; `custody` says in words who has it, by the name of the child."""

    told: ProtectionTold
    custody: tuple[tuple[str, str], ...] = ()
