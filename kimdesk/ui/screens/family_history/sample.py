"""The page of a family's history for the gallery."""

from __future__ import annotations

from kimdesk.ui.screens.family_history.build import build
from kimdesk.ui.shell.family_sample import sample_case
from kimdesk.ui.shell.screen import Context, Screen


def make(context: Context, state: str) -> Screen:  # noqa: ARG001 - one state
    """Return the page."""
    return build(context, sample_case(context.desk).hex())
