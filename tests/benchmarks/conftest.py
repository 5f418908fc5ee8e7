"""What was there before a benchmark is no garbage of its own: looking through all of it takes seconds each time."""

from __future__ import annotations

import gc
from collections.abc import Iterator

import pytest


@pytest.fixture(autouse=True)
def own_garbage() -> Iterator[None]:
    """Set aside what other tests left, for the benchmark collects everything before it measures."""
    gc.freeze()
    yield
    gc.unfreeze()
