"""Rising pressure: the value at the mark, and every way in which a trial does not count."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from protocols import machines
from protocols.effects import Present, Release, WakeAt
from protocols.events import Answer, Begin, Interrupted, Mark, Rated, Settled, Unexpected, Woke
from protocols.ramp_spec import RampSpec
from tests.protocols.pressing import PERIOD_NS, S, block, in_time_order, press_until, pressed


def test_the_value_is_interpolated_at_the_mark(run, ppt: RampSpec) -> None:
    test = run(ppt)
    test.send(Begin(t_ns=0), block(pressed(50.0, 5.0)))
    after_ns = 6 * S + PERIOD_NS
    release = test.send(Mark(t_ns=6 * S + 2_500_000, uncertainty_ns=3_000_000))
    assert release[0] == Release(reason="mark")
    assert isinstance(release[1], WakeAt)
    assert test.trials == []
    test.send(block([(after_ns, 254.0)]))
    (trial,) = test.trials
    assert trial.value == pytest.approx(250.0 + 4.0 * 0.25, rel=1e-12)
    assert (trial.unit, trial.censored, trial.void_reason) == ("kPa", "", "")
    assert (trial.t_mark_ns, trial.mark_uncertainty_ns) == (6 * S + 2_500_000, 3_000_000)
    assert trial.ramp.contact_ns == S + 200_000_000
    assert test.state.phase == "ready"


@pytest.mark.parametrize(
    ("rate", "verdict"),
    [(50.0, "good"), (59.0, "good"), (41.0, "good"), (61.0, "too_fast"), (39.0, "too_slow")],
)
def test_verdict_on_the_loading_rate(run, ppt: RampSpec, rate: float, verdict: str) -> None:
    test = run(ppt)
    press_until(test, pressed(rate, 4.0), 4 * S)
    (trial,) = test.trials
    assert trial.ramp.rate_per_s == pytest.approx(rate)
    assert trial.ramp.verdict == verdict
    assert trial.ramp.in_band == (1.0 if verdict == "good" else 0.0)


rates_kpa_per_s = st.floats(1.0, 200.0)
stretches = st.lists(st.tuples(rates_kpa_per_s, st.floats(0.2, 2.0)), min_size=1, max_size=5)


def stretched(parts) -> list[tuple[int, float]]:
    """Samples of a hand that keeps a rate for a while, then another."""
    points, t_ns, load = [(PERIOD_NS, 0.0)], PERIOD_NS, 0.0
    for rate, seconds in parts:
        for _ in range(round(seconds * S / PERIOD_NS)):
            t_ns, load = t_ns + PERIOD_NS, load + rate * PERIOD_NS / S
            points.append((t_ns, load))
    return [point for point in points if point[1] < 999.0]


def test_a_ramp_right_on_the_whole_but_mostly_out_of_the_lane_is_uneven(run, ppt: RampSpec) -> None:
    points = stretched([(20.0, 2.0), (100.0, 1.0), (25.0, 1.5), (120.0, 0.6)])
    test, before = run(ppt), run(replace(ppt, least_in_band=0.0))
    for each in (test, before):
        press_until(each, points, points[-1][0])
    (trial,), (was,) = test.trials, before.trials
    assert (trial.ramp.verdict, was.ramp.verdict) == ("uneven", "good")
    assert 40.0 <= trial.ramp.rate_per_s <= 60.0
    assert trial.ramp.in_band < 0.5
    assert trial.value == was.value


@given(stretches, st.floats(0.05, 1.0))
def test_no_ramp_is_good_with_less_in_the_lane_than_the_protocol_asks_for(
    run, ppt: RampSpec, parts, least
) -> None:
    test, points = run(replace(ppt, least_in_band=least)), stretched(parts)
    assume(points[-1][1] >= ppt.contact_kpa)
    press_until(test, points, points[-1][0])
    fits = [trial.ramp for trial in test.trials if trial.ramp is not None]
    for fit in fits:
        right = 40.0 <= fit.rate_per_s <= 60.0
        assert (fit.verdict == "good") == (right and fit.in_band >= least)
        assert (fit.verdict == "uneven") == (right and fit.in_band < least)


@pytest.mark.parametrize("wrong", [{"least_in_band": -0.1}, {"least_in_band": 1.1}, {"repeat_after": ("good",)}])
def test_a_rule_about_ramps_that_makes_no_sense_is_refused(ppt: RampSpec, wrong) -> None:
    with pytest.raises(ValueError, match=next(iter(wrong))):
        replace(ppt, **wrong)


def test_samples_after_the_mark_do_not_change_the_trial(run, ppt: RampSpec) -> None:
    points = pressed(50.0, 4.0)
    mark = Mark(t_ns=points[-1][0], uncertainty_ns=0)
    fall = [(mark.t_ns + (i + 1) * PERIOD_NS, 0.0) for i in range(50)]
    alone, together = run(ppt), run(ppt)
    alone.send(Begin(t_ns=0), block(points), mark)
    together.send(Begin(t_ns=0), block(points + fall), mark)
    assert together.trials == alone.trials
    assert together.trials[0].value == pytest.approx(200.0)
    assert together.trials[0].ramp.verdict == "good"


pressures = st.lists(st.floats(0.0, 999.0), min_size=2, max_size=60)


@given(
    values=pressures,
    marks=st.lists(st.integers(0, 70 * PERIOD_NS), max_size=3, unique=True),
    cuts=st.lists(st.integers(1, 59), max_size=8),
)
def test_samples_in_any_chunking_give_the_same_trials(run, ppt: RampSpec, values, marks, cuts) -> None:
    points = [((i + 1) * PERIOD_NS, value) for i, value in enumerate(values)]
    pressed_at = [Mark(t_ns=t, uncertainty_ns=0) for t in sorted(marks)]
    whole, cut = run(ppt), run(ppt)
    for test, where in ((whole, []), (cut, cuts)):
        test.send(Begin(t_ns=0), *in_time_order(points, pressed_at, where))
    assert cut.trials == whole.trials
    assert cut.state.values == whole.state.values
    assert cut.state.phase == whole.state.phase


@given(values=pressures, mark=st.integers(0, 61 * PERIOD_NS))
def test_a_counted_value_lies_between_its_neighbours(run, ppt: RampSpec, values, mark: int) -> None:
    points = [((i + 1) * PERIOD_NS, value) for i, value in enumerate(values)]
    test = run(ppt)
    test.send(Begin(t_ns=0), *in_time_order(points, [Mark(t_ns=mark, uncertainty_ns=0)], []))
    for trial in test.trials:
        if trial.void_reason:
            assert trial.value is None
            continue
        before = [p for t, p in points if t <= mark][-1]
        after = next(p for t, p in points if t >= mark)
        assert min(before, after) - 1e-9 <= trial.value <= max(before, after) + 1e-9
        assert trial.value >= ppt.contact_kpa


def test_three_trials_and_their_arithmetic_mean(run, ppt: RampSpec) -> None:
    test = run(ppt)
    for seconds in (2, 4, 6):
        press_until(test, pressed(50.0, 8.0), S + seconds * S)
    assert [trial.value for trial in test.trials] == pytest.approx([100.0, 200.0, 300.0])
    assert [trial.series for trial in test.trials] == [1, 2, 3]
    value = test.parameters["PPT"]
    assert value.value == pytest.approx(200.0)
    assert (value.unit, value.trials, value.censored, value.bound) == ("kPa", 3, "", None)


def test_a_response_before_the_touch_is_void_and_the_trial_is_asked_again(run, ppt: RampSpec) -> None:
    test = run(ppt)
    test.send(Begin(t_ns=0), block([(1, 0.0), (2, 9.9)]))
    effects = test.send(Mark(t_ns=3, uncertainty_ns=7))
    assert effects[0] == Release(reason="response before the probe touched the skin")
    (trial,) = test.trials
    assert (trial.value, trial.void_reason) == (None, "response before the probe touched the skin")
    assert (trial.t_mark_ns, trial.mark_uncertainty_ns) == (3, 7)
    assert (test.state.phase, test.state.values) == ("ready", ())


def test_a_response_after_the_probe_has_left_is_void(run, ppt: RampSpec) -> None:
    test = run(ppt)
    points = [*pressed(50.0, 3.0), (4 * S + PERIOD_NS, 0.0), (4 * S + 2 * PERIOD_NS, 0.0)]
    press_until(test, points, 4 * S + PERIOD_NS + 1)
    assert test.trials[0].void_reason == "response after the probe had left the skin"
    assert test.state.values == ()


def test_the_safety_limit_censors_and_is_never_a_value(run, ppt: RampSpec) -> None:
    test = run(ppt)
    test.send(Begin(t_ns=0))
    release, wake = test.send(block(pressed(500.0, 2.5)))
    assert release == Release(reason="safety limit", alarm=True)
    assert test.trials == []
    test.send(Woke(t_ns=wake.t_ns))
    (trial,) = test.trials
    assert (trial.value, trial.censored, trial.t_mark_ns) == (None, "high", None)
    assert trial.t_answered_ns == 3 * S
    for mark_s in (2, 4):
        press_until(test, pressed(50.0, 8.0), S + mark_s * S)
    value = test.parameters["PPT"]
    assert (value.value, value.censored) == (None, "high")
    assert value.bound == pytest.approx((1000.0 + 100.0 + 200.0) / 3)
    assert "1 of 3 trials" in value.reason


def test_a_protocol_without_grace_ends_the_trial_at_the_limit(run, ppt: RampSpec) -> None:
    test = run(replace(ppt, mark_grace_s=0.0))
    test.send(Begin(t_ns=0))
    effects = test.send(block(pressed(500.0, 2.5)))
    assert effects[0] == Release(reason="safety limit", alarm=True)
    assert [trial.censored for trial in test.trials] == ["high"]


@given(st.integers(-3 * S // 2, 30_000_000))
def test_a_mark_that_comes_after_the_limit_counts_where_it_was_pressed(run, ppt: RampSpec, after_ns: int) -> None:
    points, limit_ns = pressed(500.0, 2.5), 3 * S
    mark = Mark(t_ns=limit_ns + after_ns, uncertainty_ns=0)
    test, in_order = run(ppt), run(ppt)
    _, wake = test.send(Begin(t_ns=0), block(points))[-2:]
    test.send(mark, *([Woke(t_ns=wake.t_ns)] if test.state.phase == "limited" else []))
    in_order.send(Begin(t_ns=0), *in_time_order(points, [mark], []))
    if in_order.state.phase == "limited":
        in_order.send(Woke(t_ns=wake.t_ns))
    ((trial,), (same,)) = test.trials, in_order.trials
    assert (trial.value, trial.censored, trial.t_mark_ns) == (same.value, same.censored, same.t_mark_ns)
    assert trial.void_reason == same.void_reason
    assert trial.ramp == same.ramp or trial.ramp.rate_per_s == pytest.approx(same.ramp.rate_per_s)
    assert bool(trial.censored) == (after_ns > 0)


def test_a_trial_at_the_limit_is_recorded_when_it_is_interrupted(run, ppt: RampSpec) -> None:
    test = run(ppt)
    test.send(Begin(t_ns=0), block(pressed(500.0, 2.5)), Interrupted(t_ns=3 * S + 1, reason="gauge lost"))
    assert [(trial.censored, trial.void_reason) for trial in test.trials] == [("high", "")]


def test_a_gauge_that_is_silent_after_the_mark_voids_the_trial(run, ppt: RampSpec) -> None:
    test = run(ppt)
    test.send(Begin(t_ns=0), block(pressed(50.0, 2.0)))
    wake = test.send(Mark(t_ns=3 * S + 1, uncertainty_ns=0))[1]
    test.send(Woke(t_ns=wake.t_ns))
    assert test.trials[0].void_reason == "the gauge sent no sample after the response"
    assert (test.state.phase, test.state.values) == ("ready", ())


def test_the_wake_up_of_an_answered_mark_does_nothing(run, ppt: RampSpec) -> None:
    test = run(ppt)
    press_until(test, pressed(50.0, 4.0), 3 * S + 1)
    before = test.state
    assert test.send(Woke(t_ns=4 * S)) == ()
    assert test.state == before


@pytest.mark.parametrize("phase", ["armed", "ramping", "marked"])
def test_interruption_of_a_trial_under_way_voids_it(run, ppt: RampSpec, phase: str) -> None:
    test = run(ppt)
    test.send(Begin(t_ns=0))
    if phase != "armed":
        test.send(block(pressed(50.0, 2.0)))
    if phase == "marked":
        test.send(Mark(t_ns=3 * S + 1, uncertainty_ns=0))
    assert test.state.phase == phase
    effects = test.send(Interrupted(t_ns=4 * S, reason="gauge lost"))
    assert Release(reason="gauge lost") in effects
    assert [trial.void_reason for trial in test.trials] == ["gauge lost"]
    assert (test.state.phase, test.state.values, test.state.trace) == ("ready", (), ())


def test_begin_asks_for_the_probe_and_a_pause_between_trials(run, ppt: RampSpec) -> None:
    test = run(ppt)
    (shown,) = test.send(Begin(t_ns=0))
    assert isinstance(shown, Present)
    assert (shown.stimulus.id, shown.rest_ns) == ("probe-1cm2", 10 * S)


def test_a_typed_pressure_is_a_trial_that_says_so(run, ppt: RampSpec) -> None:
    test = run(ppt)
    test.send(*(Rated(t_ns=i, value=value) for i, value in enumerate((300.0, 310.0, 320.5))))
    assert [trial.value for trial in test.trials] == [300.0, 310.0, 320.5]
    assert all(trial.flags == ("typed",) and trial.ramp is None for trial in test.trials)
    assert test.parameters["PPT"].value == pytest.approx(310.1666666666667)


def test_a_typed_pressure_of_another_size_is_asked_about_and_its_answer_kept(run, ppt: RampSpec) -> None:
    """43 N and 430 kPa are the same press on another display."""
    test = run(ppt)
    test.send(Rated(t_ns=1, value=430.0), Rated(t_ns=2, value=43.0))
    assert [trial.value for trial in test.trials] == [430.0]
    with pytest.raises(Unexpected):
        test.send(Rated(t_ns=3, value=43.0))
    test.send(Settled(t_ns=4, keep=False), Rated(t_ns=5, value=1000.0), Rated(t_ns=6, value=333.0))
    assert [trial.value for trial in test.trials] == [430.0, None]  # three times 333 is not yet 1000
    test.send(Settled(t_ns=7, keep=True))
    assert [trial.flags for trial in test.trials] == [("typed",), ("typed",), ("typed", "confirmed")]
    assert (test.trials[-1].value, test.trials[-1].t_answered_ns) == (333.0, 6)


def test_a_doubted_pressure_goes_with_a_pause_or_with_the_gauge(run, ppt: RampSpec) -> None:
    for leave in (lambda test: test.resume(9), lambda test: test.send(Begin(t_ns=9))):
        test = run(ppt)
        test.send(Rated(t_ns=1, value=430.0), Rated(t_ns=2, value=43.0))
        leave(test)
        assert "Settled" not in test.expects
        assert len(test.trials) == 1


def test_a_protocol_without_a_factor_asks_nothing_and_one_with_it_takes_no_number_below_contact(
    ppt: RampSpec,
) -> None:
    low = replace(ppt.entry, minimum=1.0)
    earlier = replace(ppt, ask_factor=0.0, entry=low)
    state = machines.init(earlier, ())
    for value in (4.3, 43.0, 430.0):
        state, _ = machines.step(earlier, state, Rated(t_ns=1, value=value))
    assert state.values == (4.3, 43.0, 430.0)
    with pytest.raises(ValueError, match="contact_kpa"):
        replace(ppt, entry=low)


@pytest.mark.parametrize("value", [0.0, 4.3, 9.9, -5.0, 1000.1, float("nan"), float("inf")])
def test_a_typed_pressure_outside_the_display_is_refused(run, ppt: RampSpec, value: float) -> None:
    test = run(ppt)
    with pytest.raises(ValueError, match="not on the scale"):
        test.send(Rated(t_ns=1, value=value))
    assert test.trials == []


def test_a_number_is_not_taken_while_the_gauge_measures(run, ppt: RampSpec) -> None:
    test = run(ppt)
    test.send(Begin(t_ns=0))
    for event in (Rated(t_ns=1, value=300.0), Answer(t_ns=1, yes=True), Begin(t_ns=1)):
        with pytest.raises(Unexpected):
            test.send(event)


def test_samples_and_marks_that_no_trial_waits_for_are_left_alone(run, ppt: RampSpec) -> None:
    test = run(ppt)
    assert test.send(block(pressed(50.0, 1.0)), Mark(t_ns=5, uncertainty_ns=0)) == ()
    assert test.state == machines.init(ppt, ())


def test_value_waits_for_all_trials(run, ppt: RampSpec) -> None:
    test = run(ppt)
    test.send(Rated(t_ns=1, value=300.0))
    (parameter,) = machines.parameters(ppt, test.state)
    assert (parameter.value, parameter.reason) == (None, "1 of 3 trials")


def test_a_mark_from_before_the_touch_is_no_threshold(run, ppt: RampSpec) -> None:
    test = run(ppt)
    test.send(Begin(t_ns=0), block(pressed(50.0, 2.0)), Mark(t_ns=S // 2, uncertainty_ns=0))
    (trial,) = test.trials
    assert trial.void_reason == "response before the probe touched the skin"
    assert trial.value is None


def test_a_gap_at_the_mark_is_no_threshold(run, ppt: RampSpec) -> None:
    test = run(ppt)
    test.send(Begin(t_ns=0), block(pressed(50.0, 2.0)))
    test.send(block([(9 * S, 300.0)]), Mark(t_ns=9 * S - 300_000_000, uncertainty_ns=0))
    (trial,) = test.trials
    assert trial.void_reason == "gap in the force signal at the response"
    assert trial.value is None


def test_a_jab_does_not_escape_its_verdict(run, ppt: RampSpec) -> None:
    test = run(ppt)
    press_until(test, pressed(2500.0, 0.35), S + 290_000_000)
    (trial,) = test.trials
    assert trial.ramp.verdict == "too_fast"
    assert trial.ramp.in_band == 0.0
    assert trial.ramp.rate_per_s == pytest.approx(2500.0, rel=0.05)


def test_the_limit_typed_is_no_value_but_a_censored_one(run, ppt: RampSpec) -> None:
    test = run(ppt)
    test.send(*(Rated(t_ns=t, value=v) for t, v in ((1, 400.0), (2, 1000.0), (3, 500.0))))
    assert [(t.value, t.censored) for t in test.trials] == [(400.0, ""), (None, "high"), (500.0, "")]
    (parameter,) = machines.parameters(ppt, test.state)
    assert (parameter.value, parameter.censored) == (None, "high")
    assert parameter.bound == pytest.approx(1900.0 / 3)


def test_a_stale_wake_up_does_not_void_a_mark(run, ppt: RampSpec) -> None:
    test = run(ppt)
    test.send(Begin(t_ns=0), block(pressed(50.0, 2.0)), Mark(t_ns=3 * S + 1, uncertainty_ns=0))
    (again,) = test.send(Woke(t_ns=3 * S + 20_000_000))
    assert again == WakeAt(t_ns=3 * S + 1 + 500_000_000)
    assert test.state.phase == "marked"
