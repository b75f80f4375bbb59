"""The gauge under a test: traces of hand-held stimuli, and a ramp that never goes on without it."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from qst_station.session.events import FLAG_LATE, FLAG_OVERLOAD, FLAG_PEAK
from qst_station.session.machine import replay
from qst_station.session.running import LetGo, NotNow
from qst_station.session.trace import NO_TRACE

RISE = np.linspace(0.0, 20.0, 200).tolist()


def in_a_ramp(visit):
    """A ramp under way at 200 kPa."""
    visit.start("PPT")
    visit.do("begin")
    visit.force(*RISE)
    assert visit.state.run.machine.phase == "ramping"
    return visit


def joined(*blocks):
    """One block that holds the readings of all."""
    arrays = {
        name: np.concatenate([getattr(b, name) for b in blocks])
        for name in ("t_ns", "raw", "force_mn", "flags", "arrivals")
    }
    return replace(blocks[0], **arrays, data=b"".join(b.data for b in blocks))


def test_a_ramp_has_value_trace_and_mark(visit) -> None:
    in_a_ramp(visit)
    first = visit.samples - 200
    consequences = visit.button()
    assert consequences == (LetGo(reason="mark"),)
    visit.force(20.4, 10.0)
    (kept,) = visit.state.trials
    assert 200.0 < kept.trial.value < 204.0
    assert (kept.stream, kept.sample_first, kept.sample_stop) == ("gauge-1", first, first + 200)
    assert kept.peak_force_mn == 20_000.0
    assert (kept.source, kept.trial.mark_uncertainty_ns, kept.flags) == ("gauge-1", 3_000_000, ())


def test_a_key_marks_as_well_as_the_button(visit) -> None:
    in_a_ramp(visit)
    visit.t_ns -= 10**9 - 1  # the order comes right after the last sample
    visit.do("mark", uncertainty_ns=5_000_000)
    visit.force(20.1)
    (kept,) = visit.state.trials
    assert kept.trial.mark_uncertainty_ns == 5_000_000
    assert kept.counts


def test_with_a_gauge_a_number_is_not_typed(visit) -> None:
    visit.start("PPT")
    with pytest.raises(NotNow, match="the gauge measures it"):
        visit.do("rate", value=300.0)


def test_without_a_gauge_the_number_is_typed(visit_without_gauge) -> None:
    visit = visit_without_gauge.start("PPT")
    with pytest.raises(NotNow, match="type what its display shows"):
        visit.do("begin")
    for value in (300.0, 310.0, 320.0):
        visit.do("rate", value=value)
    assert visit.status == "done"
    assert visit.state.steps[visit.state.current].parameters[0].value == pytest.approx(310.0)
    assert all(kept.flags == ("typed",) and kept.stream == "" for kept in visit.state.trials)


def test_a_typed_number_of_another_size_counts_once_it_was_kept(visit_without_gauge) -> None:
    visit = visit_without_gauge.start("PPT")
    with pytest.raises(NotNow, match="a number"):
        visit.do("settle", keep=True)
    visit.do("rate", value=430.0)
    visit.do("rate", value=43.0)
    with pytest.raises(NotNow, match="yes or no to the question"):
        visit.do("rate", value=43.0)
    assert len(visit.state.trials) == 1
    visit.do("settle", keep=True)
    assert [kept.flags for kept in visit.state.trials] == [("typed",), ("typed", "confirmed")]
    visit.do("undo", reason="")
    visit.do("rate", value=431.0)
    assert [kept.counts for kept in visit.state.trials] == [True, False, True]


def test_loss_during_a_ramp_voids_it_and_begin_waits_for_the_gauge(visit) -> None:
    in_a_ramp(visit)
    consequences = visit.news("lost")
    assert LetGo(reason="gauge lost") in consequences
    assert [kept.void_reason for kept in visit.state.trials] == ["gauge lost"]
    with pytest.raises(NotNow, match="the gauge is lost"):
        visit.do("begin")
    visit.news("returned")
    visit.do("begin")
    visit.force(*RISE)
    visit.button()
    visit.force(20.1)
    assert [kept.counts for kept in visit.state.trials] == [False, True]


def test_with_a_lost_gauge_the_number_may_be_typed(visit) -> None:
    visit.start("PPT")
    visit.news("lost")
    visit.do("rate", value=300.0)
    assert visit.trials[0].flags == ("typed",)


@pytest.mark.parametrize(("what", "reason"), [("silent", "gauge silent"), ("unit", "unit changed on the gauge")])
def test_news_that_make_the_pressure_doubtful_void_the_ramp(visit, what: str, reason: str) -> None:
    in_a_ramp(visit)
    visit.news(what)
    assert [kept.void_reason for kept in visit.state.trials] == [reason]
    assert visit.state.run.machine.values == ()


def test_news_of_another_device_leave_the_ramp_alone(visit) -> None:
    in_a_ramp(visit)
    visit.news("lost", device="button-1")
    assert visit.state.trials == ()
    assert visit.state.run.machine.phase == "ramping"
    visit.button()
    visit.force(20.1)
    assert visit.state.trials[0].flags == ("button-1:lost",)


@pytest.mark.parametrize(
    ("flag", "reason"),
    [
        (FLAG_OVERLOAD, "overload of the gauge"),
        (FLAG_PEAK, "gauge shows its peak and not the force"),
        (FLAG_OVERLOAD | FLAG_PEAK | FLAG_LATE, "overload of the gauge"),
    ],
)
def test_readings_that_are_no_force_void_the_ramp(visit, flag: int, reason: str) -> None:
    in_a_ramp(visit)
    consequences = visit.force(20.0, flag=flag)
    assert LetGo(reason=reason) in consequences
    assert [kept.void_reason for kept in visit.state.trials] == [reason]
    assert visit.state.run.machine.values == ()


def test_late_samples_stay_under_the_trial_and_flag_it(visit) -> None:
    in_a_ramp(visit)
    visit.force(20.1, 20.2, flag=FLAG_LATE)
    visit.button()
    visit.force(20.3)
    (kept,) = visit.state.trials
    assert kept.flags == ("late_samples",)
    assert kept.sample_stop - kept.sample_first == 202


def test_a_late_mark_flags_the_trial(visit) -> None:
    in_a_ramp(visit)
    visit.button(late=True)
    visit.force(20.1)
    assert visit.state.trials[0].flags == ("late_mark",)


def test_the_limit_lets_go_and_censors(visit) -> None:
    visit.start("PPT")
    visit.do("begin")
    consequences = visit.force(*np.linspace(0.0, 100.0, 300).tolist())
    assert consequences == (LetGo(reason="safety limit"),)
    visit.wake()
    assert (visit.trials[0].value, visit.trials[0].censored) == (None, "high")
    visit.finish_test()
    (parameter,) = visit.state.steps[visit.state.current].parameters
    assert (parameter.value, parameter.censored) == (None, "high")


def test_the_wake_up_of_a_mark_without_samples_voids_it(visit) -> None:
    in_a_ramp(visit)
    visit.button()
    visit.wake()
    assert visit.state.trials[0].void_reason == "the gauge sent no sample after the response"


@pytest.mark.parametrize("order", ["pause", "stop"])
def test_a_person_ends_a_ramp_and_the_probe_leaves_at_once(visit, order: str) -> None:
    in_a_ramp(visit)
    consequences = visit.do(order, reason="dizzy")
    assert any(isinstance(c, LetGo) for c in consequences)
    assert [kept.void_reason.split(": ")[1] for kept in visit.state.trials] == ["dizzy"]


def test_hand_held_stimuli_get_their_trace_and_go_on_without_it(visit) -> None:
    visit.start("MPT")
    visit.do("begin")
    visit.force(0.001, 0.009, 0.002)
    visit.do("answer", yes=False)
    visit.news("lost")
    visit.do("answer", yes=False)
    with_trace, without = visit.state.trials
    assert (with_trace.sample_stop - with_trace.sample_first, with_trace.peak_force_mn) == (3, 9.0)
    assert (without.stream, without.sample_first, without.sample_stop) == ("", -1, -1)
    assert (without.peak_force_mn, without.flags, without.counts) == (None, ("gauge-1:lost",), True)


def test_overload_has_no_part_in_the_peak(visit) -> None:
    visit.start("MPT")
    visit.do("begin")
    visit.force(0.001, 0.009)
    visit.force(9.9, flag=FLAG_OVERLOAD)
    visit.do("answer", yes=False)
    (kept,) = visit.state.trials
    assert (kept.sample_stop - kept.sample_first, kept.peak_force_mn) == (3, 9.0)


def test_each_trial_has_the_samples_of_its_own_time(visit) -> None:
    visit.start("MPT")
    visit.do("begin")
    ranges = []
    for n in (3, 5, 2):
        first = visit.samples
        visit.force(*[0.01] * n)
        visit.do("answer", yes=False)
        ranges.append((first, first + n))
    assert [(kept.sample_first, kept.sample_stop) for kept in visit.state.trials] == ranges


def test_a_number_that_is_given_again_keeps_the_force_of_its_stimulus(new_visit, plan) -> None:
    gauge = replace(plan.gauges[0], tests=("MPS",))
    visit = new_visit(replace(plan, gauges=(gauge,))).start("MPS")
    visit.do("begin")
    visit.force(0.001, 0.12, 0.002)
    visit.answer(number=35.0)
    for number in (50.0, 53.0):
        visit.do("undo", reason="")
        visit.force(0.001, 0.001)
        visit.answer(number=number)
    assert [kept.trial.rating for kept in visit.state.trials] == [35.0, 50.0, 53.0]
    assert {(kept.sample_first, kept.sample_stop, kept.peak_force_mn) for kept in visit.state.trials} == {
        (0, 3, 120.0)
    }
    visit.force(0.25)
    visit.answer()
    assert visit.state.trials[-1].peak_force_mn == 250.0
    assert replay(visit.plan, visit.events) == visit.state


def test_samples_before_the_train_do_not_belong_to_it(new_visit, plan) -> None:
    gauge = replace(plan.gauges[0], tests=("WUR",))
    visit = new_visit(replace(plan, gauges=(gauge,))).start("WUR")
    visit.answer()
    visit.force(9.0, 9.0)
    visit.do("begin")
    visit.force(0.25, 0.256)
    visit.answer()
    kept = visit.state.trials[-1]
    assert (kept.trial.stimulus.kind, kept.sample_first, kept.sample_stop) == ("train", 2, 4)
    assert kept.peak_force_mn == 256.0


@pytest.mark.parametrize("stream", ["gauge-2", "gauge-1"])
def test_samples_of_another_stream_or_between_tests_belong_to_no_trial(visit, stream: str) -> None:
    if stream == "gauge-2":
        visit.start("PPT")
        visit.do("begin")
    visit.force(50.0, 60.0, stream=stream)
    assert visit.state.trace == NO_TRACE
    assert visit.state.trials == ()


def test_a_button_that_nothing_waits_for_is_left_alone(visit) -> None:
    visit.button()
    visit.start("MDT")
    visit.do("begin")
    before = visit.state.run
    visit.button()
    assert visit.state.run == before


def test_a_late_press_from_before_the_trial_is_no_response(visit) -> None:
    visit.start("PPT")
    visit.do("begin")
    visit.force(*RISE)
    began_ns = visit.state.presented_ns
    early = replace(visit.press(late=True), t_ns=began_ns - 1)
    visit.take(early)
    visit.force(20.1)
    assert visit.state.trials == ()
    assert visit.state.run.machine.phase == "ramping"


def test_late_samples_beyond_the_limit_still_release_the_probe(visit) -> None:
    in_a_ramp(visit)
    consequences = visit.force(110.0, 120.0, flag=FLAG_LATE)
    assert LetGo(reason="safety limit passed, seen too late") in consequences
    assert not visit.state.trials[-1].counts


def test_samples_before_an_overload_still_complete_the_trial(visit) -> None:
    in_a_ramp(visit)
    visit.button()
    good = visit.block(20.1)
    beyond = visit.block(0.0, flag=FLAG_OVERLOAD)
    visit.take(joined(good, beyond))
    (kept,) = visit.state.trials
    assert kept.counts
    assert kept.trial.value is not None


def test_taking_back_an_answer_in_a_ramp_lets_go_and_keeps_what_was_under_way(visit) -> None:
    in_a_ramp(visit)
    visit.button()
    visit.force(20.1)
    visit.do("begin")
    visit.force(*RISE)
    consequences = visit.do("undo", reason="")
    assert any(isinstance(c, LetGo) for c in consequences)
    counted, cut = visit.state.trials
    assert counted.void_reason == "immediate correction"
    assert cut.void_reason == "an earlier answer was taken back"
    assert visit.state.run.machine.values == ()


def test_a_silent_gauge_must_come_back_before_the_next_ramp(visit) -> None:
    visit.start("PPT")
    visit.news("silent")
    with pytest.raises(NotNow, match="the gauge is lost"):
        visit.do("begin")
    visit.news("returned")
    visit.do("begin")


def test_a_stimulus_that_waits_for_long_keeps_its_range_and_peak(visit) -> None:
    """Blocks are folded while the stimulus waits; the trial is that of all of them."""
    visit.start("MPT")
    visit.do("begin")
    first = visit.samples
    for number in range(300):
        visit.force(0.5, 7.0 if number == 20 else 1.0)
    assert len(visit.state.trace.recent) <= 64
    visit.t_ns -= 10**9 - 1
    visit.do("answer", yes=False)
    (kept,) = visit.state.trials
    assert (kept.stream, kept.sample_first, kept.sample_stop) == ("gauge-1", first, first + 600)
    assert kept.peak_force_mn == 7000.0
