"""The handbook's passages about what nobody can notice offline, for the proofs that come to such an outcome."""

from __future__ import annotations

from collections.abc import Mapping

from kimdesk.base.errors import Lang
from kimdesk.casework.handbook import handbook_pages
from kimdesk.domain.handbook import Section

OUTCOMES: Mapping[str, str] = {"earlier": "last-changes"}
"""What a proof may call an alteration that nothing found, and the passage that says so to users."""
WORDS: Mapping[Lang, tuple[str, str]] = {
    "de": ("Warum es hier nicht auffällt:", "Wie es gefunden wird:"),
    "en": ("Why it is not noticed here:", "How it is found:"),
}


def passages(lang: Lang) -> dict[str, Section]:
    """Return the passages by their anchors."""
    (page,) = (page for page in handbook_pages(lang) if page.key == "unnoticed")
    return page.anchors


def require_passage(anchor: str) -> None:
    """Fail unless the handbook says in both languages why it is not noticed here and how it is found."""
    for lang, words in WORDS.items():
        assert anchor in passages(lang), f"the handbook ({lang}) says nothing of {anchor}"
        told = [part.plain for part in passages(lang)[anchor].parts]
        for begins in words:
            assert any(line.startswith(begins) and len(line) > len(begins) + 10 for line in told), f"{lang}: {anchor}"


def unnoticed(outcome: str) -> str:
    """Return an outcome that nothing found, once the handbook is proved to tell of it; KeyError for a new one."""
    require_passage(OUTCOMES[outcome])
    return outcome
