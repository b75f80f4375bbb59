"""Attempts: whatever is repeated, stopped or chosen, exactly one counts where one is finished."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from qst_station.session.attempts import attempts_at, counted_form, counted_limb
from qst_station.session.machine import replay
from qst_station.session.running import NotNow
from qst_station.session.state import SessionState

VDT = 5  # the step of the fork at the control area; its value is the mean of three readings


def value(state: SessionState, index: int = VDT) -> float | None:
    found = state.steps[index].parameters
    return found[0].value if found else None


def repeated(visit, *readings: float):
    """A visit with an attempt at the fork for each reading."""
    for reading in readings:
        visit.start("VDT", reason="again").finish_test(number=reading)
    return visit


def test_another_finished_attempt_can_be_said_to_count(visit) -> None:
    repeated(visit, 6.0, 7.0)
    assert value(visit.state) == 7.0
    visit.do("count_attempt", step=VDT, attempt=1, reason="the second was at the wrong spot")
    assert value(visit.state) == 6.0
    assert [t.counts for t in visit.state.trials] == [True] * 3 + [False] * 3
    assert {t.set_aside for t in visit.state.trials if t.attempt == 2} == {
        "attempt 1 counts: the second was at the wrong spot"
    }
    assert visit.state.steps[VDT].reason == "attempt 1 counts: the second was at the wrong spot"
    with pytest.raises(NotNow, match="no test is open"):
        visit.do("undo", reason="")
    assert replay(visit.plan, visit.events) == visit.state


def test_a_later_attempt_counts_again_once_it_is_finished(visit) -> None:
    repeated(visit, 6.0, 7.0).do("count_attempt", step=VDT, attempt=1, reason="wrong spot")
    visit.start("VDT", reason="once more")
    assert value(visit.state) == 6.0
    visit.finish_test(number=5.0)
    assert (value(visit.state), visit.state.steps[VDT].counted) == (5.0, 3)


@pytest.mark.parametrize(
    ("args", "why"),
    [
        ({"step": VDT, "attempt": 3, "reason": "x"}, "attempt 3 of VDT@control is not finished; finished: 1, 2"),
        ({"step": VDT, "attempt": 2, "reason": "x"}, "counts already"),
        ({"step": VDT, "attempt": 1, "reason": " "}, "needs a reason"),
        ({"step": 99, "attempt": 1, "reason": "x"}, "there is no step 99"),
    ],
)
def test_what_cannot_count_is_refused(visit, args: dict, why: str) -> None:
    repeated(visit, 6.0, 7.0).start("VDT", reason="again").do("stop", reason="")
    with pytest.raises(NotNow, match=why):
        visit.do("count_attempt", **args)


def test_a_repeat_that_is_stopped_leaves_the_finished_attempt_in_its_right(visit) -> None:
    repeated(visit, 6.0).start("VDT", reason="doubt")
    visit.answer(number=8.0)
    assert (value(visit.state), [t.counts for t in visit.state.trials]) == (6.0, [True] * 3 + [False])
    visit.do("stop", reason="too painful")
    now = visit.state.steps[VDT]
    assert (now.status, now.counted, value(visit.state)) == ("done", 1, 6.0)
    assert now.reason == "attempt 1 counts: attempt 2 stopped: too painful"
    assert [(a.number, a.status, a.why) for a in attempts_at(visit.state, VDT)] == [
        (1, "done", "again"),
        (2, "stopped", "doubt"),
    ]


def test_an_answer_taken_back_after_the_end_makes_the_attempt_unfinished(visit) -> None:
    repeated(visit, 6.0, 7.0).do("undo", reason="misheard")
    assert (visit.status, visit.state.steps[VDT].counted, value(visit.state)) == ("running", 1, 6.0)
    visit.answer(number=7.0)
    assert (visit.state.steps[VDT].counted, value(visit.state)) == (2, 7.0)


def test_a_voided_answer_stays_voided_whichever_attempt_counts(visit) -> None:
    visit.start("VDT", reason="first").answer(number=1.0)
    visit.do("undo", reason="misheard")
    visit.finish_test(number=6.0)
    visit.start("VDT", reason="again").finish_test(number=7.0)
    visit.do("count_attempt", step=VDT, attempt=1, reason="wrong spot")
    assert [t.void_reason for t in visit.state.trials] == ["misheard", *[""] * 6]
    assert [t.counts for t in visit.state.trials] == [False] + [True] * 3 + [False] * 3


def test_a_limb_that_is_measured_again_and_stopped_keeps_its_value(visit) -> None:
    visit.do("start", step=0, reason="")
    visit.measure_limb()
    first = visit.state.limb
    visit.do("start", step=0, reason="tape slipped")
    visit.do("limb_enter", girth_cm=45.0, entered="45.0")
    assert counted_limb(visit.plan, visit.state) == first
    visit.do("stop", reason="refused")
    assert counted_limb(visit.plan, visit.state) == first
    assert visit.state.steps[0].status == "done"
    visit.do("start", step=0, reason="tape slipped")
    visit.measure_limb()
    assert counted_limb(visit.plan, visit.state) == visit.state.limb
    visit.do("count_attempt", step=0, attempt=1, reason="the last was over a dressing")
    assert counted_limb(visit.plan, visit.state) == first


def test_a_step_without_a_form_has_no_run(visit) -> None:
    assert counted_form(visit.state, VDT) is None


acts = st.one_of(
    st.tuples(st.just("repeat"), st.sampled_from([5.0, 6.0, 7.0, 8.0])),
    st.tuples(st.just("stop"), st.sampled_from([1.0, 2.0])),
    st.tuples(st.just("begin and leave"), st.just(3.0)),
    st.tuples(st.just("count"), st.integers(1, 6)),
    st.tuples(st.just("undo"), st.just(0.0)),
)


@settings(max_examples=60)
@given(st.lists(acts, max_size=8))
def test_any_order_of_repeats_and_choices(new_visit, plan, script: list[tuple[str, float]]) -> None:
    visit = new_visit(plan)
    readings: list[float] = []  # of each attempt
    for act, number in script:
        try:
            if act == "count":
                visit.do("count_attempt", step=VDT, attempt=int(number), reason="chosen")
            elif act == "undo":
                visit.do("undo", reason="")
                visit.finish_test(number=readings[-1])
            else:
                if visit.status == "running":
                    visit.do("stop", reason="left over")
                visit.start("VDT", reason="again")
                readings.append(number)
                if act == "repeat":
                    visit.finish_test(number=number)
                else:
                    visit.answer(number=number)
                if act == "stop":
                    visit.do("stop", reason="enough")
        except NotNow:
            continue
        _one_counts(visit.state, readings)
    assert replay(visit.plan, visit.events) == visit.state


def _one_counts(state: SessionState, readings: list[float]) -> None:
    attempts, now = attempts_at(state, VDT), state.steps[VDT]
    finished = [each.number for each in attempts if each.status == "done"]
    assert [each.number for each in attempts] == list(range(1, len(readings) + 1))
    assert now.counted in (finished or [0])
    standing = now.counted or len(readings)
    for trial in state.trials:
        assert bool(trial.set_aside) == (trial.attempt != standing)
    if now.counted:
        counting = [t.trial.rating for t in state.trials if t.counts]
        assert counting == [readings[now.counted - 1]] * 3
        assert now.parameters[0].value == readings[now.counted - 1]
    else:
        assert value(state) is None
