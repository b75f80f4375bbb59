"""A gauge under suspicion: what ends a ramp, what only marks it, and when the next one may begin."""

from __future__ import annotations

import numpy as np
import pytest

from qst_station.session.running import LetGo, NotNow

RISE = np.linspace(0.0, 20.0, 200).tolist()


def in_a_ramp(visit):
    visit.start("PPT")
    visit.do("begin")
    visit.force(*RISE)
    assert visit.state.run.machine.phase == "ramping"
    return visit


@pytest.mark.parametrize(
    ("what", "reason"),
    [
        ("gap", "gap in the readings of the gauge"),
        ("negative", "force of the gauge is negative"),
        ("restarted", "gauge restarted"),
        ("stuck", "gauge stuck at one number"),
        ("unreadable", "gauge unreadable"),
    ],
)
def test_a_suspicion_ends_the_ramp_and_says_why(visit, what: str, reason: str) -> None:
    assert LetGo(reason=reason) in in_a_ramp(visit).news(what)
    (kept,) = visit.state.trials
    assert kept.void_reason == reason and f"gauge-1:{what}" in kept.flags


def test_a_flood_only_marks_the_ramp(visit) -> None:
    in_a_ramp(visit).news("flood")
    visit.button()
    visit.force(20.4, 10.0)
    (kept,) = visit.state.trials
    assert kept.counts and "gauge-1:flood" in kept.flags


@pytest.mark.parametrize("what", ["stuck", "unreadable"])
def test_no_ramp_begins_before_the_gauge_has_recovered(visit, what: str) -> None:
    in_a_ramp(visit).news(what)
    with pytest.raises(NotNow, match="the gauge is lost"):
        visit.do("begin")
    visit.news("recovered")
    visit.do("begin")
    assert visit.state.present is not None
