"""Wind-up: beats by absolute deadlines, and a ratio that is undefined rather than infinite."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from protocols import machines
from protocols.effects import Present, Sound, WakeAt
from protocols.events import Begin, Interrupted, Rated, Unexpected, Woke
from protocols.train import TrainSpec

S = 10**9
tenths = st.integers(0, 1000).map(lambda n: n / 10)


def beat_through(test, lateness_ns=(0,) * 10) -> None:
    """Begin the train that is ready and wake it at (or after) each time it asks for."""
    effects = test.send(Begin(t_ns=100 * S))
    for late_ns in lateness_ns:
        (wake,) = [effect for effect in effects if isinstance(effect, WakeAt)]
        effects = test.send(Woke(t_ns=wake.t_ns + late_ns))


def pair(test, single: float, train: float) -> None:
    test.send(Rated(t_ns=50 * S, value=single))
    beat_through(test)
    test.send(Rated(t_ns=150 * S, value=train))


def train_ready(run, wur: TrainSpec):
    test = run(wur)
    test.send(Begin(t_ns=0), Rated(t_ns=1, value=5.0))
    return test


@given(st.lists(st.integers(0, 900_000_000), min_size=10, max_size=10))
def test_lateness_of_one_beat_never_moves_the_next(run, wur: TrainSpec, lateness_ns: list[int]) -> None:
    test = train_ready(run, wur)
    beat_through(test, lateness_ns)
    beats = [effect.beat for effect in test.effects if isinstance(effect, Sound)]
    assert [beat.number for beat in beats] == list(range(1, 11))
    assert [beat.intended_ns for beat in beats] == [(102 + i) * S for i in range(10)]
    assert [beat.actual_ns - beat.intended_ns for beat in beats] == lateness_ns
    assert test.state.phase == "train"
    test.send(Rated(t_ns=120 * S, value=20.0))
    assert list(test.trials[-1].beats) == beats


def test_a_wake_up_that_comes_early_sounds_nothing_and_asks_again(run, wur: TrainSpec) -> None:
    test = train_ready(run, wur)
    test.send(Begin(t_ns=100 * S))
    assert test.send(Woke(t_ns=101 * S)) == (WakeAt(t_ns=102 * S),)
    assert test.state.beats == ()


@given(st.lists(st.tuples(tenths, tenths), min_size=5, max_size=5))
def test_ratio_of_the_means_or_nothing(run, wur: TrainSpec, pairs: list[tuple[float, float]]) -> None:
    test = run(wur)
    test.send(Begin(t_ns=0))
    for single, train in pairs:
        pair(test, single, train)
    ratio = test.parameters["WUR"]
    assert ratio.trials == 10
    singles, trains = sum(s for s, _ in pairs), sum(t for _, t in pairs)
    if singles == 0:
        assert ratio.value is None
        assert "undefined" in ratio.reason
    else:
        assert ratio.value == pytest.approx(trains / singles, rel=1e-12)
        assert ratio.reason == ""
    assert [trial.series for trial in test.trials] == [repeat for repeat in range(1, 6) for _ in range(2)]
    assert [trial.stimulus.kind for trial in test.trials] == ["pinprick", "train"] * 5
    assert [trial.rating for trial in test.trials] == [rating for both in pairs for rating in both]


def test_painless_single_touches_leave_the_ratio_undefined(run, wur: TrainSpec) -> None:
    test = run(wur)
    test.send(Begin(t_ns=0))
    for _ in range(5):
        pair(test, 0.0, 30.0)
    assert test.parameters["WUR"].value is None
    assert test.parameters["WUR"].reason == "wind-up ratio is undefined: all single touches were rated 0"


def test_a_train_that_is_cut_is_a_void_trial_and_starts_over(run, wur: TrainSpec) -> None:
    test = train_ready(run, wur)
    test.send(Begin(t_ns=100 * S), Woke(t_ns=102 * S), Woke(t_ns=103 * S))
    effects = test.send(Interrupted(t_ns=104 * S, reason="participant moved"))
    cut = test.trials[-1]
    assert (cut.void_reason, cut.rating, len(cut.beats), cut.series) == ("participant moved", None, 2, 1)
    assert isinstance(effects[-1], Present)
    assert test.state.phase == "train_ready"
    beat_through(test)
    test.send(Rated(t_ns=150 * S, value=9.0))
    assert len(test.trials[-1].beats) == 10
    assert test.state.trains == (9.0,)


def test_a_wake_up_left_over_from_a_cut_train_is_refused_before_and_harmless_in_the_next(
    run, wur: TrainSpec
) -> None:
    test = train_ready(run, wur)
    test.send(Begin(t_ns=100 * S), Interrupted(t_ns=101 * S, reason="moved"))
    with pytest.raises(Unexpected):
        test.send(Woke(t_ns=102 * S))
    test.send(Begin(t_ns=101 * S + 1))
    assert test.send(Woke(t_ns=102 * S)) == (WakeAt(t_ns=103 * S + 1),)


@pytest.mark.parametrize("phase", ["single", "train_ready", "train"])
def test_interruption_between_touches_asks_for_the_same_again(run, wur: TrainSpec, phase: str) -> None:
    test = run(wur)
    test.send(Begin(t_ns=0))
    if phase != "single":
        test.send(Rated(t_ns=1, value=5.0))
    if phase == "train":
        beat_through(test)
    before, due = len(test.trials), test.due
    (again,) = test.send(Interrupted(t_ns=200 * S, reason="cough"))
    assert isinstance(again, Present)
    assert (again.stimulus.id, test.state.phase, len(test.trials)) == (due, phase, before)


def test_resume_of_a_running_train_makes_it_ready_again(run, wur: TrainSpec) -> None:
    test = train_ready(run, wur)
    test.send(Begin(t_ns=100 * S), Woke(t_ns=102 * S))
    test.resume(110 * S)
    assert (test.state.phase, test.state.beats) == ("train_ready", ())


def test_a_rating_while_the_train_beats_is_refused(run, wur: TrainSpec) -> None:
    test = train_ready(run, wur)
    test.send(Begin(t_ns=100 * S))
    before = test.state
    with pytest.raises(Unexpected) as caught:
        test.send(Rated(t_ns=101 * S, value=5.0))
    assert caught.value.allowed == ("Woke", "Interrupted")
    assert test.state == before


def test_a_rating_off_the_scale_is_refused(run, wur: TrainSpec) -> None:
    test = run(wur)
    test.send(Begin(t_ns=0))
    with pytest.raises(ValueError, match="not on the scale"):
        test.send(Rated(t_ns=1, value=101.0))
    assert test.trials == []


def test_value_waits_for_all_repeats(run, wur: TrainSpec) -> None:
    test = run(wur)
    test.send(Begin(t_ns=0))
    pair(test, 2.0, 6.0)
    (parameter,) = machines.parameters(wur, test.state)
    assert (parameter.value, parameter.reason) == (None, "1 of 5 repeats")


def test_a_stalled_beat_cuts_the_train_off(run, wur: TrainSpec) -> None:
    test = train_ready(run, wur)
    test.send(Begin(t_ns=100 * S))
    test.send(Woke(t_ns=102 * S), Woke(t_ns=107 * S))
    cut = test.trials[-1]
    assert cut.void_reason == "the beat stalled"
    assert len(cut.beats) == 1
    assert test.state.phase == "train_ready"


def test_the_rating_of_a_train_belongs_to_its_touches_after_a_pause(run, wur: TrainSpec) -> None:
    test = train_ready(run, wur)
    beat_through(test)
    test.state, _ = machines.resume(wur, test.state, 500 * S)
    test.send(Rated(t_ns=501 * S, value=9.0))
    assert test.trials[-1].t_presented_ns == 100 * S
