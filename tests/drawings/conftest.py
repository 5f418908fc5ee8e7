"""Fixtures for everything that is drawn."""

from __future__ import annotations

import pytest

from kimdesk.drawings.picture import Style
from kimdesk.text.shaping import Faces, load_faces


@pytest.fixture(scope="session")
def faces() -> Faces:
    """Return the document fonts, loaded once."""
    return load_faces()


@pytest.fixture(scope="session")
def style(faces: Faces) -> Style:
    """Return German pictures in black on white."""
    return Style(faces)
