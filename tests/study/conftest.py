"""The visit and the register that the tests of this folder look at."""

from __future__ import annotations

from pathlib import Path

import pytest

from qst_station.study.register import ParticipantRegister
from tests.recorded_visit import recorded_visit
from tests.small_ballast import small_ballast
from tests.study.participants import INCA

__all__ = ["recorded_visit", "small_ballast"]


@pytest.fixture
def register(tmp_path: Path) -> ParticipantRegister:
    """The register of INCA, with nobody in it."""
    return ParticipantRegister(tmp_path, INCA)
