"""Method of limits: ten turning points in alternating directions, whatever the participant answers."""

from __future__ import annotations

import itertools
import math
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from protocols import machines
from protocols.effects import Present, Trial
from protocols.events import Answer, Begin, Interrupted, Mark, Rated, Samples, Unexpected, Woke
from protocols.limits import LimitsSpec

BOUND = 12 * 11  # no series, and no approach, presents a force twice
NAMES = ["mdt", "mpt"]


@pytest.fixture(params=NAMES, scope="session")
def spec(request: pytest.FixtureRequest) -> LimitsSpec:
    return request.getfixturevalue(request.param)


def forces(spec: LimitsSpec) -> list[float]:
    return [stimulus.nominal_force_mn for stimulus in spec.stimuli]


def examine(test, answer_to, interrupt_at=frozenset()) -> None:
    """Run a whole test; `answer_to` maps a force to an answer, `interrupt_at` holds numbers of presentations."""
    (shown,) = test.send(Begin(t_ns=0))
    for number in itertools.count():
        assert number < BOUND
        t_ns = (number + 1) * 10**9
        if number in interrupt_at:
            again = test.send(Interrupted(t_ns=t_ns, reason="moved"))
            assert again == (shown,)
        effects = test.send(Answer(t_ns=t_ns + 1, yes=answer_to(shown.stimulus.nominal_force_mn)))
        if test.state.phase == "done":
            return
        shown = effects[-1]
        assert isinstance(shown, Present)


def scripted(answers: list[bool]):
    script = itertools.chain(answers, itertools.cycle([True, False, False, True]))
    return lambda _force: next(script)


@given(answers=st.lists(st.booleans(), max_size=60), interrupt_at=st.frozensets(st.integers(0, 40), max_size=4))
def test_any_answers_give_ten_alternating_turning_points(
    run, spec: LimitsSpec, answers: list[bool], interrupt_at: frozenset[int]
) -> None:
    test = run(spec)
    examine(test, scripted(answers), interrupt_at)
    points = test.state.turning_points
    assert [point.series for point in points] == list(range(1, 11))
    ways = ["descending", "ascending"] if spec.parameter == "MDT" else ["ascending", "descending"]
    assert [point.direction for point in points] == ways * 5
    for point in points:
        beyond = {"": forces(spec), "low": [spec.below_set_mn], "high": [spec.above_set_mn]}[point.censored]
        assert point.force_mn in beyond
    (parameter,) = test.parameters.values()
    assert parameter.trials == len(test.trials)
    steps = 10 * math.log2(parameter.value / forces(spec)[0])
    assert steps == pytest.approx(round(steps), abs=1e-10)
    assert parameter.value == pytest.approx(forces(spec)[0] * 2 ** (round(steps) / 10), rel=1e-12)
    censored = {point.censored for point in points} - {""}
    assert (parameter.censored in censored) if censored else (parameter.censored == "")


@given(answers=st.lists(st.booleans(), max_size=60))
def test_the_first_force_that_changes_the_answer_is_the_turning_point(
    run, spec: LimitsSpec, answers: list[bool]
) -> None:
    test = run(spec)
    examine(test, scripted(answers))
    points = {point.series: point for point in test.state.turning_points}
    for series, trials in itertools.groupby(test.trials, key=lambda trial: trial.series):
        if series == 0:
            continue
        *before, last = list(trials)
        ending = points[series].direction == "ascending"
        assert all(trial.answer != ending for trial in before)
        if not points[series].censored:
            assert last.answer == ending
            assert last.stimulus.nominal_force_mn == points[series].force_mn
        assert _steps_by_one(spec, [*before, last], points[series].direction)


def _steps_by_one(spec: LimitsSpec, trials: list[Trial], direction: str) -> bool:
    at = [forces(spec).index(trial.stimulus.nominal_force_mn) for trial in trials]
    step = 1 if direction == "ascending" else -1
    return all(after - before == step for before, after in itertools.pairwise(at))


@given(exponent=st.floats(-0.99, 10.99))
def test_threshold_participant_is_measured_within_one_step(run, spec: LimitsSpec, exponent: float) -> None:
    lowest, highest = forces(spec)[0], forces(spec)[-1]
    truth = min(lowest * 2**exponent, highest * 0.99)
    test = run(spec)
    examine(test, lambda force: force >= truth)
    (parameter,) = test.parameters.values()
    assert 0.5 <= parameter.value / truth <= 2.0
    points = [point.force_mn for point in test.state.turning_points]
    assert all(point >= truth for point in points[1 if spec.parameter == "MDT" else 0 :: 2])
    assert all(point < truth for point in points[0 if spec.parameter == "MDT" else 1 :: 2] if truth > lowest)


@pytest.mark.parametrize(
    ("name", "answer", "value", "censored"),
    [
        ("mdt", True, math.sqrt(0.125 * 0.25), "low"),
        ("mdt", False, math.sqrt(512 * 1024), "high"),
        ("mpt", True, math.sqrt(4 * 8), "low"),
        ("mpt", False, math.sqrt(512 * 1024), "high"),
    ],
)
def test_both_ends_of_the_set(run, request, name: str, answer: bool, value: float, censored: str) -> None:
    test = run(request.getfixturevalue(name))
    examine(test, lambda _force: answer)
    (parameter,) = test.parameters.values()
    assert parameter.value == pytest.approx(value, rel=1e-12)
    assert parameter.censored == censored
    assert {point.censored for point in test.state.turning_points} == {"", censored}


def test_start_that_is_not_felt_is_approached_before_the_first_series(run, mdt: LimitsSpec) -> None:
    test = run(mdt)
    test.send(Begin(t_ns=0))
    asked = []
    for answer in (False, False, True, True, False):
        asked.append((test.due, answer))
        test.send(Answer(t_ns=1, yes=answer))
    assert asked == [
        ("hair-16", False),
        ("hair-32", False),
        ("hair-64", True),
        ("hair-32", True),
        ("hair-16", False),
    ]
    assert [(trial.series, trial.direction) for trial in test.trials] == [
        (0, "ascending"),
        (0, "ascending"),
        (0, "ascending"),
        (1, "descending"),
        (1, "descending"),
    ]
    (point,) = test.state.turning_points
    assert (point.series, point.direction, point.force_mn) == (1, "descending", 16.0)


def test_a_start_at_the_end_of_the_set_that_is_already_sharp_is_the_first_turning_point(
    run, mpt: LimitsSpec
) -> None:
    test = run(mpt)
    test.send(Begin(t_ns=0), Answer(t_ns=1, yes=True))
    found = [(point.series, point.direction, point.force_mn) for point in test.state.turning_points]
    assert found == [(1, "ascending", 8.0), (2, "descending", 4.0)]
    assert (test.trials[0].series, test.due) == (1, "pinprick-8")


def test_trial_says_when_the_stimulus_was_asked_for_and_answered(run, mdt: LimitsSpec) -> None:
    test = run(mdt)
    (shown,) = test.send(Begin(t_ns=5))
    assert (shown.hold_ns, shown.rest_ns) == (1_500_000_000, 2_000_000_000)
    test.send(Answer(t_ns=9, yes=True), Interrupted(t_ns=20, reason="cough"), Answer(t_ns=30, yes=True))
    assert [(trial.t_presented_ns, trial.t_answered_ns) for trial in test.trials] == [(5, 9), (20, 30)]


def test_value_waits_for_all_turning_points(run, mdt: LimitsSpec) -> None:
    test = run(mdt)
    test.send(Begin(t_ns=0), Answer(t_ns=1, yes=True), Answer(t_ns=2, yes=False))
    (parameter,) = machines.parameters(mdt, test.state)
    assert parameter.value is None
    assert parameter.reason == "1 of 10 turning points"


@pytest.mark.parametrize(
    "event",
    [
        Begin(t_ns=1),
        Rated(t_ns=1, value=1.0),
        Mark(t_ns=1, uncertainty_ns=0),
        Woke(t_ns=1),
        Samples(t_ns=(1,), load=(1.0,)),
    ],
)
def test_other_events_are_refused_and_change_nothing(run, mdt: LimitsSpec, event) -> None:
    test = run(mdt)
    test.send(Begin(t_ns=0))
    before = test.state
    with pytest.raises(Unexpected) as caught:
        test.send(event)
    assert caught.value.allowed == ("Answer", "Interrupted")
    assert test.state == before


@pytest.mark.parametrize(
    "wrong",
    [{"start_mn": 3.0}, {"below_set_mn": 0.25}, {"below_set_mn": 0.0}, {"above_set_mn": 512.0}, {"series": 1}],
)
def test_a_spec_that_cannot_be_run_is_refused(mdt: LimitsSpec, wrong: dict[str, float]) -> None:
    with pytest.raises(ValueError, match=next(iter(wrong))):
        replace(mdt, **wrong)


def test_stimuli_must_rise(mdt: LimitsSpec) -> None:
    with pytest.raises(ValueError, match="rising order"):
        replace(mdt, stimuli=mdt.stimuli[::-1])


def test_a_plan_is_refused(run, mdt: LimitsSpec) -> None:
    with pytest.raises(ValueError, match="no plan"):
        run(mdt, ("hair-16",))
