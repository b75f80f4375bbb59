"""Ratings and fork readings: every stimulus of the plan once, and the +0.1 rule."""

from __future__ import annotations

import math
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from protocols import machines
from protocols.effects import Present
from protocols.events import Answer, Begin, Interrupted, Rated, Unexpected
from protocols.rating import RatingSpec, ResponseScale, fixed_plan

S = 1_000_000_000
tenths = st.integers(0, 1000).map(lambda n: n / 10)


def rate_all(test, values) -> None:
    test.send(Begin(t_ns=0))
    for i, value in enumerate(values):
        test.send(Rated(t_ns=i + 1, value=value))


def test_no_pain_at_all_is_a_tenth(run, mps: RatingSpec) -> None:
    test = run(mps, fixed_plan(mps))
    rate_all(test, [0.0] * 50)
    mps_value, dma = test.parameters["MPS"], test.parameters["DMA"]
    assert mps_value.value == pytest.approx(0.1, rel=1e-14)
    assert dma.value == pytest.approx(0.1, rel=1e-14)
    assert (mps_value.trials, mps_value.painful_strokes) == (35, None)
    assert (dma.trials, dma.painful_strokes) == (15, 0)


def rests_s(test, *events) -> list[float]:
    """What is left of the interval, in seconds, each time a stimulus is asked for."""
    return [effect.rest_ns / S for event in events for effect in test.send(event) if isinstance(effect, Present)]


def test_the_interval_lies_between_stimuli_and_not_before_the_first(run, mps: RatingSpec) -> None:
    test = run(mps, fixed_plan(mps))
    rests = rests_s(test, Begin(t_ns=0), Rated(t_ns=3 * S, value=3.0), Rated(t_ns=12 * S, value=3.0))
    assert rests == [0.0, 7.0, 8.0]


def test_an_interval_counts_anew_after_an_interruption(run, mps: RatingSpec) -> None:
    test = run(mps, fixed_plan(mps))
    events = (Begin(t_ns=0), Interrupted(t_ns=4 * S, reason="note"), Rated(t_ns=15 * S, value=3.0))
    assert rests_s(test, *events) == [0.0, 10.0, 9.0]


def test_a_late_number_makes_the_next_stimulus_due_at_once_and_is_not_made_up_for(run, mps: RatingSpec) -> None:
    test = run(mps, fixed_plan(mps))
    events = (Begin(t_ns=0), Rated(t_ns=25 * S, value=3.0), Rated(t_ns=27 * S, value=3.0))
    assert rests_s(test, *events) == [0.0, 0.0, 8.0]


@given(st.lists(st.integers(0, 30 * S), min_size=49, max_size=49))
def test_no_stimulus_is_due_before_the_number_or_sooner_than_the_interval(run, mps: RatingSpec, waits) -> None:
    test, due_ns, t_ns = run(mps, fixed_plan(mps)), 0, 0
    test.send(Begin(t_ns=0))
    for wait_ns in waits:
        t_ns += wait_ns
        applied_ns = min(due_ns, t_ns)
        (rest_s,) = rests_s(test, Rated(t_ns=t_ns, value=3.0))
        due_ns = t_ns + round(rest_s * S)
        assert 0.0 <= rest_s <= 10.0
        assert due_ns - applied_ns == 10 * S or (rest_s == 0.0 and due_ns - applied_ns > 10 * S)


@given(data=st.data())
def test_value_is_the_geometric_mean_of_what_was_said_plus_a_tenth(run, mps: RatingSpec, data) -> None:
    ids = [stimulus.id for stimulus in mps.stimuli]
    plan = tuple(id_ for _ in range(5) for id_ in data.draw(st.permutations(ids)))
    ratings = data.draw(st.lists(tenths, min_size=50, max_size=50))
    test = run(mps, plan)
    rate_all(test, ratings)
    assert [trial.stimulus.id for trial in test.trials] == list(plan)
    assert [trial.rating for trial in test.trials] == ratings
    assert [trial.series for trial in test.trials] == [run for run in range(1, 6) for _ in range(10)]
    for name, kind in (("MPS", "pinprick"), ("DMA", "touch")):
        said = [
            r for id_, r in zip(plan, ratings, strict=True) if id_.startswith("pinprick") == (kind == "pinprick")
        ]
        expected = 10 ** (sum(math.log10(r + 0.1) for r in said) / len(said))
        assert test.parameters[name].value == pytest.approx(expected, rel=1e-9)
    touched = [trial.rating for trial in test.trials if trial.stimulus.kind == "touch"]
    assert test.parameters["DMA"].painful_strokes == sum(r > 0 for r in touched)


@pytest.mark.parametrize("value", [-0.1, 100.1, 0.05, float("nan"), float("inf"), -float("inf"), 1e300], ids=str)
def test_a_number_off_the_scale_is_refused_and_changes_nothing(run, mps: RatingSpec, value: float) -> None:
    test = run(mps, fixed_plan(mps))
    test.send(Begin(t_ns=0))
    before = test.state
    with pytest.raises(ValueError, match="not on the scale 0 to 100"):
        test.send(Rated(t_ns=1, value=value))
    assert test.state == before


@given(tenths)
def test_every_tenth_is_on_the_scale(mps: RatingSpec, value: float) -> None:
    assert mps.scale.takes(value)


def test_interruption_asks_for_the_same_stimulus_again(run, mps: RatingSpec) -> None:
    test = run(mps, fixed_plan(mps))
    test.send(Begin(t_ns=0), Rated(t_ns=1, value=3.0))
    due = test.due
    (again,) = test.send(Interrupted(t_ns=7, reason="moved"))
    assert isinstance(again, Present)
    assert again.stimulus.id == due == test.due
    assert again.rest_ns == 10_000_000_000
    test.send(Rated(t_ns=9, value=4.0))
    assert (test.trials[-1].t_presented_ns, test.trials[-1].t_answered_ns) == (7, 9)


def test_value_waits_for_the_whole_plan(run, mps: RatingSpec) -> None:
    test = run(mps, fixed_plan(mps))
    rate_all(test, [5.0] * 12)
    found = {parameter.name: parameter for parameter in machines.parameters(mps, test.state)}
    assert found["MPS"].value is None
    assert found["MPS"].reason == "9 of 35 ratings"
    assert (found["DMA"].reason, found["DMA"].painful_strokes) == ("3 of 15 ratings", 3)


@pytest.mark.parametrize("readings", [(8.0, 7.5, 6.0), (0.0, 0.0, 8.0)])
def test_fork_value_is_the_arithmetic_mean_of_three(run, vdt: RatingSpec, readings) -> None:
    test = run(vdt, fixed_plan(vdt))
    rate_all(test, readings)
    vibration = test.parameters["VDT"]
    assert vibration.value == pytest.approx(sum(readings) / 3, rel=1e-14)
    assert (vibration.unit, vibration.trials) == ("1/8", 3)


@pytest.mark.parametrize("value", [8.5, 7.25, -0.5])
def test_fork_scale_has_half_marks_up_to_eight(vdt: RatingSpec, value: float) -> None:
    assert not vdt.scale.takes(value)


@pytest.mark.parametrize("kind", ["empty", "short", "long", "stranger", "twice in a run"])
def test_plans_that_leave_out_or_repeat_a_stimulus_are_refused(run, mps: RatingSpec, kind: str) -> None:
    plan = fixed_plan(mps)
    wrong = {
        "empty": (),
        "short": plan[:-1],
        "long": (*plan, plan[0]),
        "stranger": (*plan[:-1], "brush-2"),
        # Every stimulus still stands five times in the whole plan.
        "twice in a run": (*plan[:9], plan[0], plan[9], *plan[11:]),
    }[kind]
    with pytest.raises(ValueError, match="5 runs that each hold every one of the 10 stimuli once"):
        run(mps, wrong)


def test_answers_and_second_beginnings_are_refused(run, mps: RatingSpec) -> None:
    test = run(mps, fixed_plan(mps))
    with pytest.raises(Unexpected):
        test.send(Rated(t_ns=1, value=1.0))
    test.send(Begin(t_ns=0))
    for event in (Begin(t_ns=1), Answer(t_ns=1, yes=True)):
        with pytest.raises(Unexpected):
            test.send(event)
    assert test.trials == []


def test_a_group_without_a_value_is_refused(mps: RatingSpec) -> None:
    with pytest.raises(ValueError, match="groups of the stimuli"):
        replace(mps, values=mps.values[:1])


@pytest.mark.parametrize("wrong", [{"maximum": 0.0}, {"step": 0.0}])
def test_a_scale_without_room_is_refused(mps: RatingSpec, wrong: dict[str, float]) -> None:
    with pytest.raises(ValueError, match="minimum < maximum"):
        replace(mps.scale, **wrong)


def test_scale_steps_count_from_its_lower_end() -> None:
    scale = ResponseScale(id="s", unit="1", minimum=1.0, maximum=10.0, step=3.0, anchor_low="", anchor_high="")
    assert [value for value in range(12) if scale.takes(value)] == [1, 4, 7, 10]
