"""A probe that still lies on the skin when a ramp begins: the screen says so, and the alarm rings at the limit."""

from __future__ import annotations

from qst_station.session.running import LetGo
from qst_station.station.view import view


def lying(visit):
    """A ramp that was begun with 30 N on the skin."""
    visit.start("PPT")
    visit.do("begin")
    assert view(visit.plan, visit.state)["do"] == "Press the probe on the muscle."
    visit.force(30.0, 30.0)
    return visit


def test_the_screen_says_to_lift_the_probe_and_then_to_press(visit) -> None:
    shown = view(lying(visit).plan, visit.state)
    assert (shown["phase"], shown["do"]) == ("lifting", "Lift the probe first.")
    visit.force(12.0, 0.2)
    shown = view(visit.plan, visit.state)
    assert (shown["phase"], shown["do"]) == ("armed", "Press the probe on the muscle.")
    visit.force(2.0)
    assert view(visit.plan, visit.state)["phase"] == "ramping"


def test_pressing_on_rings_at_the_limit_and_gives_no_value(visit) -> None:
    consequences = lying(visit).force(60.0, 101.0)
    assert consequences[0] == LetGo(reason="safety limit before the probe was lifted")
    (kept,) = visit.state.trials
    assert kept.trial.value is None and not kept.counts and not kept.trial.censored
    shown = view(visit.plan, visit.state)
    assert shown["alarm"]["reason"] == "safety limit before the probe was lifted"
    assert shown["phase"] == "ready" and shown["ramp"]["last"]["verdict"] == "void"


def test_a_lost_gauge_and_a_response_void_it_as_in_any_other_phase(visit) -> None:
    lying(visit).button()
    visit.do("begin")
    visit.force(30.0)
    visit.news("lost")
    reasons = [kept.trial.void_reason for kept in visit.state.trials]
    assert reasons[0] == "response before the probe was lifted" and "lost" in reasons[1]
