"""Journals that a test writes in its own process set 1 MiB aside for a full disk; those of real engines set 64."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from qst_station.recording import journal
from qst_station.recording.ballast import Ballast

_AT_MOST_BYTES = 1 << 20


@pytest.fixture(autouse=True, scope="session")
def small_ballast() -> Iterator[None]:
    """Hundreds of visits would write tens of gigabytes that nobody reads."""

    def small(path: Path, size: int) -> Ballast:
        return Ballast(path, min(size, _AT_MOST_BYTES))

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(journal, "Ballast", small)
        yield
