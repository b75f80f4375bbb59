"""One whole simulated visit for all tests of a worker: recording it takes seconds."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from qst_station.recording.journal_copy import DATABASE
from qst_station.simulation.demo_visit import demo_request
from qst_station.simulation.examiner import EXAMINER, SimulatedExaminer
from qst_station.simulation.participant import SimulatedParticipant
from qst_station.simulation.stage import virtual_engine
from qst_station.station.record import Replayed
from qst_station.station.visit import Acknowledged

SEED = 7
_RECORDED: dict[Path, RecordedVisit] = {}


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordedVisit:
    """A visit that was run to its end and sealed; tests must not change its files."""

    data: Path
    journal: Path
    sealed: Path
    acknowledged: tuple[Acknowledged, ...]


def record_visit(data: Path, seed: int) -> RecordedVisit:
    """Run a simulated visit in virtual time and seal it."""
    acknowledged: list[Acknowledged] = []
    with virtual_engine(data, seed=seed, on_acknowledged=acknowledged.append) as (engine, stage, apparatus):
        engine.open_visit(demo_request(seed), EXAMINER)
        assert engine.visit is not None
        journal = engine.visit.journal.folder
        SimulatedExaminer(engine, stage, SimulatedParticipant(seed), apparatus).run()
        engine.seal()
        sealing = engine.wait_for_seal()
    assert sealing.path is not None, sealing.finding
    assert (journal / DATABASE).is_file()
    return RecordedVisit(data=data, journal=journal, sealed=sealing.path, acknowledged=tuple(acknowledged))


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
    return [(seq, c.test, c.site, c.trial) for seq, c in replayed.recorded if type(c).__name__ == "Recorded"]
