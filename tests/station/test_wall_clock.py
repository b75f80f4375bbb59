"""A step of the computer's clock while a visit runs is told once, when it happens; durations do not follow it."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from qst_station.simulation.demo_visit import demo_request
from qst_station.simulation.examiner import EXAMINER
from qst_station.simulation.stage import VirtualStage, virtual_engine
from qst_station.station.clock import VirtualClock
from qst_station.station.engine import Engine
from qst_station.station.wall_clock import WallClock

_S = 1_000_000_000


def _told(engine: Engine) -> dict[str, int]:
    return {f.code: times for f, times in engine.findings.items() if f.code.startswith("clock.")}


def _set(engine: Engine, stage: VirtualStage, by: timedelta) -> None:
    """Set the clock of the computer, and let some heartbeats go by."""
    assert isinstance(engine.clock, VirtualClock)
    engine.clock._start += by
    stage.wait(30 * _S)


@pytest.mark.parametrize("by_min", [-10, 10])
def test_a_step_of_the_clock_is_told_once_while_a_visit_is_open(tmp_path: Path, by_min: int) -> None:
    code = "clock.set_back" if by_min < 0 else "clock.jumped_ahead"
    with virtual_engine(tmp_path, seed=1) as (engine, stage, _):
        _set(engine, stage, timedelta(minutes=by_min))  # nothing is recorded that could be out of order
        engine.open_visit(demo_request(1), EXAMINER)
        stage.wait(600 * _S)
        _set(engine, stage, timedelta(seconds=40))
        assert _told(engine) == {}
        _set(engine, stage, timedelta(seconds=-40))
        _set(engine, stage, timedelta(minutes=by_min))
        assert _told(engine) == {code: 1}
        (said,) = (f for f in engine.findings if f.code == code)
        assert "10 min" in said.happened and "another clock" in said.safe
        assert engine.visit is not None and engine.visit.state.t_ns < 800 * _S
        engine.leave_visit()
        _set(engine, stage, timedelta(minutes=-by_min))
        engine.open_visit(demo_request(2), EXAMINER)
        stage.wait(30 * _S)
        assert _told(engine) == {code: 1}


def test_both_ways_are_told_each_time() -> None:
    clock = VirtualClock(datetime(2026, 11, 22, tzinfo=UTC))
    wall, told = WallClock(clock), []
    for minutes in (0, -5, 0, 5, 0):
        clock._start += timedelta(minutes=minutes)
        clock.move_to(clock.now_ns() + 10 * _S)
        told += [finding.code for finding in wall.look(visit_open=True)]
    assert told == ["clock.set_back", "clock.jumped_ahead"]


class _Fast(VirtualClock):
    """A clock on which an hour passes while the wall clock goes six minutes further."""

    speed = 10.0

    def utc(self) -> str:
        return (self._start + timedelta(microseconds=self.now_ns() // 10_000)).isoformat(timespec="milliseconds")


def test_a_clock_that_runs_faster_than_the_wall_clock_is_no_step() -> None:
    clock = _Fast(datetime(2026, 11, 22, tzinfo=UTC))
    wall = WallClock(clock)
    for second in range(0, 3600, 10):
        clock.move_to(second * _S)
        assert wall.look(visit_open=True) == ()
    clock._start -= timedelta(minutes=2)
    clock.move_to(3610 * _S)
    assert [finding.code for finding in wall.look(visit_open=True)] == ["clock.set_back"]
