"""Once somebody has seen the values no result is picked by them: the record says who, only a repeat is left."""

from __future__ import annotations

import pytest

from qst_station.session.attempts import attempts_at
from qst_station.session.events import Actor
from qst_station.session.machine import replay
from qst_station.session.running import NotNow
from qst_station.session.showing import is_on_record
from qst_station.station.flow_results import attempt_rows, note_rows

VDT = 5  # the step of the fork at the control area
NURSE = Actor(who="nurse", role="examiner")


@pytest.fixture
def tested(visit):
    """Everything is skipped but the fork, which was done twice."""
    for reading in (6.0, 7.0):
        visit.start("VDT", reason="again").finish_test(number=reading)
    for index, step in enumerate(visit.state.steps):
        if step.status == "ready":
            visit.do("skip", step=index, reason="not today")
    return visit


def counted(visit) -> int:
    return visit.state.steps[VDT].counted


def test_nothing_is_shown_while_something_is_still_to_be_tested(visit) -> None:
    visit.start("VDT", reason="first").finish_test(number=6.0)
    with pytest.raises(NotNow, match="something is still to be tested"):
        visit.do("values_shown")


def test_the_record_says_who_saw_the_values_and_then_no_attempt_is_chosen_and_no_answer_taken_back(tested) -> None:
    tested.do("count_attempt", step=VDT, attempt=1, reason="wrong spot")
    tested.do("values_shown")
    row = note_rows(tested.plan, tested.state)[-1]
    assert (row["kind"], row["text"]) == ("values_shown", "values were shown to nurse (examiner)")
    assert (row["actor"], row["t_ns"], row["step"]) == ("nurse", tested.t_ns, "")
    before = tested.state
    with pytest.raises(NotNow, match=r"values have been shown.*Repeat the test \(all attempts are kept\)"):
        tested.do("count_attempt", step=VDT, attempt=2, reason="looks better")
    assert tested.state == before and counted(tested) == 1
    assert replay(tested.plan, tested.events) == tested.state


def test_the_last_answer_of_a_test_stands_once_it_was_shown(visit) -> None:
    for index, step in enumerate(visit.state.steps):
        if index != VDT and step.status == "ready":
            visit.do("skip", step=index, reason="not today")
    visit.start("VDT", reason="first").finish_test(number=6.0)
    visit.do("undo", reason="")
    visit.answer(number=6.0)
    visit.do("values_shown")
    with pytest.raises(NotNow, match="values have been shown"):
        visit.do("undo", reason="")


def test_a_repeat_stays_possible_and_its_time_says_that_it_came_after(tested) -> None:
    tested.do("values_shown")
    tested.start("VDT", reason="wrong spot")
    tested.answer(number=5.0)
    tested.do("undo", reason="")  # nobody has seen anything of this attempt
    tested.finish_test(number=5.0)
    assert counted(tested) == 3
    shown_ns = next(row["t_ns"] for row in note_rows(tested.plan, tested.state) if row["kind"] == "values_shown")
    began = {row["attempt"]: row["t_start_ns"] for row in attempt_rows(tested.plan, tested.state)}
    assert began[1] < began[2] < shown_ns < began[3]
    assert attempts_at(tested.state, VDT)[-1].why == "wrong spot"
    with pytest.raises(NotNow, match="values have been shown"):
        tested.do("count_attempt", step=VDT, attempt=1, reason="looks better")
    tested.do("undo", reason="")
    tested.finish_test(number=4.0)
    tested.do("values_shown")
    with pytest.raises(NotNow, match="values have been shown"):
        tested.do("undo", reason="")


def test_each_person_is_on_record_once_for_what_there_was_to_see(tested) -> None:
    assert not is_on_record(tested.state, NURSE)
    tested.do("values_shown")
    assert is_on_record(tested.state, NURSE)
    assert not is_on_record(tested.state, Actor(who="doctor", role="investigator"))
    tested.start("VDT", reason="wrong spot").finish_test(number=5.0)
    assert not is_on_record(tested.state, NURSE)
    tested.do("finish", reason="")
    assert is_on_record(tested.state, NURSE), "a visit that is signed can no longer be changed"
