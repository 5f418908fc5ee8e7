from __future__ import annotations

import pytest

from kimdesk.text.shaping import Faces, load_faces


@pytest.fixture(scope="session")
def faces() -> Faces:
    return load_faces()
