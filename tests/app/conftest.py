"""Fixtures of the window's tests."""

from tests.journeys.conftest import app, relaunched, vault, work
from tests.ui.conftest import look

__all__ = ["app", "look", "relaunched", "vault", "work"]
