"""Taking back an answer keeps both values and comes back to the same stimulus."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qst_station.session.machine import replay
from qst_station.session.running import NotNow
from qst_station.station.view import view
from tests.session.conftest import S

# Another answer than the one that is taken back, for every kind of test.
FIRST = {"yes": True, "number": 3.0, "newton": 20.0}
SECOND = {"yes": False, "number": 8.0, "newton": 30.0}


@pytest.mark.parametrize("test", ["MDT", "MPT", "MPS", "WUR", "VDT", "PPT"])
def test_both_values_stay_and_the_same_stimulus_is_due(visit, test: str) -> None:
    visit.start(test)
    visit.answer(**SECOND)
    due, waiting = visit.due(), len(visit.state.trials)
    visit.answer(**FIRST)
    taken_back = visit.trials[waiting]
    visit.do("undo", reason="misheard")
    assert visit.due() == due
    visit.answer(**SECOND)
    old, new = visit.state.trials[waiting:]
    assert old.trial == taken_back
    assert (old.void_reason, new.void_reason) == ("misheard", "")
    assert old.trial.stimulus == new.trial.stimulus
    assert old.trial.series == new.trial.series
    assert (old.trial.answer, old.trial.rating, old.trial.value) != (
        new.trial.answer,
        new.trial.rating,
        new.trial.value,
    )


def test_after_an_undo_only_the_number_is_asked_for_and_the_interval_goes_on(visit) -> None:
    """The stimulus has been applied: nobody waits for it, and the next is due as if nothing had been undone."""
    visit.start("MPS")
    visit.answer()
    due_ns = visit.state.presented_ns + visit.state.present.rest_ns
    visit.t_ns = due_ns
    visit.answer(number=35.0)
    next_due_ns = visit.state.presented_ns + visit.state.present.rest_ns
    visit.do("undo", reason="")
    shown = view(visit.plan, visit.state)
    assert shown["do"] == "Enter the number again. Do not apply the stimulus again."
    assert (shown["pace"]["rest_s"], shown["pace"]["paced"]) == (0.0, False)
    visit.answer(number=53.0)
    assert visit.state.presented_ns + visit.state.present.rest_ns == next_due_ns
    shown = view(visit.plan, visit.state)
    assert (shown["do"], shown["pace"]["paced"]) == ("Apply once, then enter the number.", True)
    assert replay(visit.plan, visit.events) == visit.state


def test_two_answers_taken_back_leave_the_interval_to_what_was_applied_last(visit) -> None:
    visit.start("MPS")
    visit.answer()
    visit.answer()
    applied_ns = visit.state.presented_ns + visit.state.present.rest_ns
    visit.t_ns = applied_ns
    visit.do("undo", reason="")
    visit.do("undo", reason="")
    visit.answer()
    assert visit.state.presented_ns + visit.state.present.rest_ns == applied_ns + 10 * S


def test_after_a_pause_the_stimulus_whose_number_was_taken_back_is_applied_anew(visit) -> None:
    visit.start("MPS")
    visit.answer()
    visit.do("undo", reason="")
    visit.do("pause", reason="")
    visit.do("resume")
    shown = view(visit.plan, visit.state)
    assert (shown["do"], shown["pace"]["rest_s"]) == ("Apply once, then enter the number.", 10.0)


def test_a_reason_is_not_asked_for_but_always_stored(visit) -> None:
    visit.start("MDT").answer()
    visit.do("undo", reason="  ")
    assert visit.state.trials[0].void_reason == "immediate correction"


@given(
    test=st.sampled_from(["MDT", "MPT", "MPS", "WUR", "VDT", "PPT"]), script=st.lists(st.booleans(), max_size=30)
)
def test_undone_answers_leave_no_trace_in_the_value(new_visit, plan, test: str, script: list[bool]) -> None:
    """Answers with others between them that are taken back give the value of the answers alone."""
    plain, corrected = new_visit(plan).start(test), new_visit(plan).start(test)
    for wrong in script:
        if corrected.status != "running":
            break
        if wrong:
            corrected.answer(**SECOND)
            corrected.do("undo", reason="")
        corrected.answer(**FIRST)
    corrected.finish_test(**FIRST)
    plain.finish_test(**FIRST)
    index = plain.state.current
    assert corrected.state.steps[index].parameters == plain.state.steps[index].parameters
    assert [t.stimulus.id for t in corrected.counted] == [t.stimulus.id for t in plain.counted]
    assert [t.number for t in corrected.state.trials] == list(range(1, len(corrected.state.trials) + 1))


@pytest.mark.parametrize("test", ["MDT", "MPT", "MPS", "WUR", "VDT", "PPT"])
def test_every_answer_of_a_finished_test_can_be_taken_back(visit, test: str) -> None:
    visit.start(test).finish_test(**FIRST)
    index = visit.state.current
    before, count = visit.state.steps[index].parameters, len(visit.trials)
    for left in range(count, 0, -1):
        visit.do("undo", reason="")
        assert visit.status == "running"
        assert visit.state.steps[index].parameters == ()
        assert len(visit.counted) == left - 1
    with pytest.raises(NotNow, match="no answer of this test is left"):
        visit.do("undo", reason="")
    visit.finish_test(**FIRST)
    assert visit.state.steps[index].parameters == before
    assert len(visit.trials) == 2 * count


def test_undo_passes_over_trials_that_never_counted(visit) -> None:
    visit.start("PPT")
    visit.answer()
    visit.do("begin")
    visit.button()
    assert visit.state.trials[1].void_reason == "response before the probe touched the skin"
    visit.do("undo", reason="misread")
    assert [kept.void_reason for kept in visit.state.trials] == [
        "misread",
        "response before the probe touched the skin",
    ]
    assert visit.state.run.machine.values == ()


def test_the_reason_of_an_undone_answer_outlives_the_repeat_of_its_test(visit) -> None:
    visit.start("MDT")
    visit.answer()
    visit.do("undo", reason="misheard")
    visit.answer()
    visit.do("stop", reason="pause for lunch")
    visit.start("MDT", reason="from the beginning")
    assert [kept.void_reason for kept in visit.state.trials] == ["misheard", ""]
    assert [kept.set_aside for kept in visit.state.trials] == ["test repeated: from the beginning"] * 2


def test_undo_does_not_reach_into_another_test_or_a_pause(visit) -> None:
    visit.start("VDT").finish_test()
    visit.start("PPT")
    with pytest.raises(NotNow, match="no answer of this test is left"):
        visit.do("undo", reason="")
    visit.answer()
    visit.do("pause", reason="")
    with pytest.raises(NotNow, match="paused"):
        visit.do("undo", reason="")


def test_a_limb_reading_is_excluded_and_not_undone(visit) -> None:
    visit.do("start", step=0, reason="")
    visit.do("limb_enter", girth_cm=41.0, entered="41")
    with pytest.raises(NotNow, match="exclude the last reading"):
        visit.do("undo", reason="")
