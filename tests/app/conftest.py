"""Fixtures of the window's tests."""

from tests.journeys.conftest import app, at_work, hand, relaunched, vault, work
from tests.ui.conftest import look

__all__ = ["app", "at_work", "hand", "look", "relaunched", "vault", "work"]
