"""The visits that the tests of this folder look at."""

from __future__ import annotations

import pytest

from tests.recorded_visit import recorded_visit, tutorial_visit
from tests.small_ballast import small_ballast
from tests.station.filled_forms import Visit, opening

__all__ = ["recorded_visit", "small_ballast", "tutorial_visit"]


@pytest.fixture
def inca() -> Visit:
    """Day 0 of INCA, with no form filled in."""
    return Visit(opening("P-001", "day-0", "inca"))


@pytest.fixture
def run_in() -> Visit:
    """The visit before a run-in, with no form filled in."""
    return Visit(opening("RUN0012", "entry", "run_in"))
