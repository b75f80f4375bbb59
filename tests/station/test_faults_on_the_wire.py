"""A gauge that fails in the middle of a ramp, on a real pseudo-terminal with real threads."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from qst_station.recording.journal_copy import read_journal
from qst_station.session.state import SessionState
from qst_station.simulation.demo_visit import demo_request
from qst_station.simulation.examiner import EXAMINER, SimulatedExaminer
from qst_station.simulation.participant import SimulatedParticipant
from qst_station.simulation.stage import WireStage, wire_engine
from qst_station.station.engine import Engine
from qst_station.station.record import replay_rows
from qst_station.station.verifying import verify
from qst_station.station.visit import Answered

SPEED = 4.0
# The first ramp begins at 12.2 s of device time or, on a busy machine, soon after, and takes at least 4 s.
BEGIN_NS = 12_200_000_000
FAULT_AT = "16s"
TRIES = 3
"""A computer that stalls begins its ramp too late for the fault; the visit is then made again."""


def _order(engine: Engine, stage: WireStage, name: str, **args: object) -> None:
    answers: list[Answered] = []
    engine.command(name, args, EXAMINER, "test", answers.append)
    while not answers:
        stage.wait(1_000_000)
    assert answers[0].finding is None


def _void_ramp(folder: Path, void_reason: str, faults: str, transport: str = "") -> tuple[Any, ...]:
    """State, file, findings and the void trial of a visit whose fault fell into a ramp."""
    found: list[str] = []
    for number in range(TRIES):
        state, path, codes = _pressure_test_alone(folder / str(number), faults, transport)
        void = next((kept for kept in state.trials if kept.void_reason == void_reason), None)
        if void is not None:
            return state, path, codes, void
        found += [kept.void_reason for kept in state.trials]
    pytest.fail(f"no ramp was void for {void_reason!r}: {found}")


def _pressure_test_alone(data: Path, faults: str, transport: str = "") -> tuple[SessionState, Path, list[str]]:
    """The pressure pain threshold of the affected side with a gauge that fails, to the sealed end."""
    with wire_engine(data, seed=5, speed=SPEED, faults=faults, transport=transport) as (engine, stage, apparatus):
        engine.open_visit(demo_request(5), EXAMINER)
        visit = engine.visit
        assert visit is not None
        for index, step in enumerate(visit.plan.steps):
            if step.key != "PPT@affected":
                _order(engine, stage, "skip", step=index, reason="not in this test")
        stage.wait(max(0, BEGIN_NS - engine.clock.now_ns()))
        SimulatedExaminer(engine, stage, SimulatedParticipant(5), apparatus).run()
        codes = [finding.code for finding in engine.findings]
        engine.seal()
        sealing = engine.wait_for_seal()
    assert sealing.state == "done" and sealing.path is not None, sealing
    rows = read_journal(visit.journal.folder).rows
    assert replay_rows(rows, place="journal").state.trials == visit.state.trials
    return visit.state, sealing.path, codes


@pytest.mark.parametrize(
    ("fault", "transport", "void_reason", "code"),
    [
        (f"unplug@{FAULT_AT}:1500ms", "", "gauge lost", "device.lost"),
        (f"overload@{FAULT_AT}:500ms", "tcp", "overload of the gauge", ""),
        (f"silence@{FAULT_AT}:2500ms", "", "gauge silent", "device.silent"),
    ],
)
def test_a_ramp_whose_gauge_fails_is_void_and_done_again(
    tmp_path: Path, fault: str, transport: str, void_reason: str, code: str
) -> None:
    state, path, codes, _ = _void_ramp(tmp_path, void_reason, fault, transport)
    counted = [kept.trial for kept in state.trials if kept.counts]
    assert len(counted) == 3 and state.closed
    # The participant feels pain around 190 kPa: no unit and no gap may make another number of it.
    assert all(trial.value is not None and 120.0 < trial.value < 300.0 for trial in counted)
    assert not code or code in codes
    assert verify(path) == []


def test_unreadable_lines_and_another_unit_are_told_and_make_no_force(tmp_path: Path) -> None:
    faults = f"garble@{FAULT_AT},half@16100ms,merge@16200ms,unit@16400ms"
    state, path, codes, void = _void_ramp(tmp_path, "unit changed on the gauge", faults)
    assert "algometer:garbled" in void.flags
    assert {"device.garbled", "device.unit"} <= set(codes)
    assert [120.0 < (kept.trial.value or 0.0) < 300.0 for kept in state.trials if kept.counts] == [True] * 3
    assert verify(path) == []
