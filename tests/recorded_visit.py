"""One whole simulated visit for all tests of a worker: recording it takes seconds."""

from __future__ import annotations

import json
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from qst_station.session.running import Recorded
from qst_station.station.record import Replayed

SEED = 7
_RECORDED: dict[Path, RecordedVisit] = {}


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordedVisit:
    """A visit that was run to its end and sealed; tests must not change its files.

    `said` is what `qst-station demo --headless --json` printed, line by line.
    """

    data: Path
    journal: Path
    sealed: Path
    said: tuple[dict[str, Any], ...]


def record_visit(data: Path, seed: int) -> RecordedVisit:
    """Run a simulated visit in virtual time, as a user would, and seal it."""
    command = [sys.executable, "-m", "qst_station", "demo", "--headless", "--json"]
    done = subprocess.run(
        [*command, "--seed", str(seed), "--out", str(data)],
        capture_output=True,
        text=True,
        timeout=100,
        check=True,
    )
    assert done.stderr == ""
    said = tuple(json.loads(line) for line in done.stdout.splitlines())
    journal = Path(said[0]["journal"])
    assert journal.is_file()
    return RecordedVisit(data=data, journal=journal.parent, sealed=Path(said[-1]["session"]), said=said)


@pytest.fixture(scope="session")
def recorded_visit(tmp_path_factory: pytest.TempPathFactory) -> RecordedVisit:
    """The visit of seed 7, recorded once per worker."""
    base = tmp_path_factory.getbasetemp()
    if base not in _RECORDED:
        _RECORDED[base] = record_visit(tmp_path_factory.mktemp("recorded"), SEED)
    return _RECORDED[base]


def timeless(rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Rows that compare equal where two NaN stand for the same absent number."""
    return [{key: "NaN" if value != value else value for key, value in row.items()} for row in rows]


def recorded_answers(replayed: Replayed) -> list[tuple[int, str, str, int]]:
    """Row, test, site and trial of every answer in a journal."""
    return [(seq, c.test, c.site, c.trial) for seq, c in replayed.recorded if isinstance(c, Recorded)]
