"""The moments of a pace are rows of the record and of a table, and lead to nothing else."""

from __future__ import annotations

from typing import Any

import pytest

from qst_station.session.events import decode, encode
from qst_station.session.machine import replay
from qst_station.session.running import NotNow
from qst_station.station.flow_results import cadence_rows

LATE_IN_A_LONG_VISIT_NS = 9 * 3600 * 10**9


def beat(number: int, /, **other: Any) -> dict[str, Any]:
    intended_ns = LATE_IN_A_LONG_VISIT_NS + number
    given = {"kind": "touch", "number": number, "intended_ns": intended_ns, "actual_ns": intended_ns + 700_000}
    return {**given, "by": "screen"} | other


def test_a_beat_changes_nothing_but_the_time(visit: Any) -> None:
    visit.start("MPT")
    visit.do("begin")
    before = visit.state
    assert visit.do("beat", **beat(1)) == ()
    visit.do("beat", **beat(1, by="sound"))
    assert (before.run, before.present, before.presented_ns) == (
        visit.state.run,
        visit.state.present,
        visit.state.presented_ns,
    )
    visit.do("answer", yes=True)
    assert len(visit.trials) == 1


def test_a_beat_that_comes_after_a_stop_is_still_recorded(visit: Any) -> None:
    visit.start("WUR")
    visit.do("stop", reason="too painful")
    visit.do("beat", **beat(10))
    assert replay(visit.plan, visit.events) == visit.state


def test_both_moments_stand_in_the_row(visit: Any) -> None:
    visit.do("beat", **beat(3))
    kind, body = encode(visit.events[-1])
    args = decode(kind, body).args
    assert (args["intended_ns"], args["actual_ns"]) == (
        LATE_IN_A_LONG_VISIT_NS + 3,
        LATE_IN_A_LONG_VISIT_NS + 700_003,
    )


def test_each_beat_is_one_row_with_the_moments_it_was_seen_and_heard(visit: Any) -> None:
    visit.start("MPT")
    visit.do("begin")
    since_ns = visit.state.presented_ns
    moments = {"intended_ns": since_ns + 5, "actual_ns": since_ns + 8}
    visit.do("beat", **beat(1, kind="down", **moments))
    visit.do("beat", **beat(1, kind="down", by="sound", **moments | {"actual_ns": since_ns + 6}))
    visit.do("beat", **beat(1, kind="down", **moments | {"actual_ns": since_ns + 9}))  # the window began anew
    visit.do("answer", yes=True)
    visit.do("beat", **beat(2, kind="up"))  # for what is not answered yet
    visit.do("stop", reason="too painful")
    first, second = cadence_rows(visit.plan, visit.state)
    assert first == {
        "step": visit.plan.steps[visit.state.trials[0].step].key,
        "trial": 1,
        "kind": "down",
        "number": 1,
        "intended_ns": since_ns + 5,
        "seen_ns": since_ns + 8,
        "heard_ns": since_ns + 6,
    }
    assert (second["trial"], second["heard_ns"]) == (-1, -1)
    assert replay(visit.plan, visit.events) == visit.state


@pytest.mark.parametrize("wrong", [{"actual_ns": 1.5}, {"number": "1"}, {"actual_ns": 10**17}, {"by": None}])
def test_what_is_no_beat_is_refused(visit: Any, wrong: dict[str, Any]) -> None:
    with pytest.raises(NotNow, match=next(iter(wrong))):
        visit.do("beat", **beat(1, **wrong))
