"""The time of a step is the session time for which it ran, without pauses, over all its attempts."""

from __future__ import annotations

from qst_station.session.events import ClockPair
from qst_station.session.machine import replay

S = 10**9


def later(visit, seconds: float) -> None:
    """Let session time pass."""
    visit.t_ns += round(seconds * S)
    visit.take(ClockPair(t_ns=visit.t_ns, utc="2026-01-01T00:00:00Z"))


def used_s(visit, index: int = 5) -> float:
    return visit.state.steps[index].used_ns / S


def test_pauses_do_not_count_and_attempts_add_up(visit) -> None:
    visit.start("VDT", reason="x")
    later(visit, 9)
    visit.do("pause", reason="")  # every order comes a second after what was before
    assert used_s(visit) == 10
    later(visit, 100)
    visit.do("resume")
    later(visit, 4)
    visit.do("stop", reason="")
    assert used_s(visit) == 15
    later(visit, 50)
    visit.start("VDT", reason="again")
    before = visit.t_ns
    visit.finish_test()
    assert used_s(visit) == 15 + (visit.t_ns - before) / S
    assert replay(visit.plan, visit.events) == visit.state


def test_a_step_that_runs_is_counted_from_its_start(visit) -> None:
    visit.start("VDT", reason="x")
    started = visit.t_ns
    later(visit, 30)
    step = visit.state.steps[5]
    assert (step.used_ns, step.since_ns) == (0, started)
