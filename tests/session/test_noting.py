"""Notes with codes, and reasons that are given afterwards."""

from __future__ import annotations

import json

import pytest

from qst_station.session.machine import replay
from qst_station.session.plan import plan_from_opening
from qst_station.session.running import NotNow
from qst_station.station.opening import VisitRequest, opening_row
from qst_station.station.record import tables
from qst_station.station.view import view
from tests.session.conftest import NURSE, S, Visit


@pytest.fixture
def visit() -> Visit:
    request = VisitRequest(
        participant_id="P-0123", visit="day-0", affected_side="right", limb="upper", kind="practice"
    )
    row = json.loads(json.dumps(opening_row(request, (), NURSE, utc="2026-01-02T03:04:05+00:00")))
    return Visit(plan_from_opening(row, place="row"))


def notes(visit: Visit) -> list[tuple[str, str, str, str, int]]:
    rows = tables(visit.plan, visit.state)["notes"]
    return [(r["kind"], r["code"], r["text"], r["step"], r["trial"]) for r in rows if r["kind"] != "order"]


def test_a_code_is_enough_and_words_may_come_with_it(visit: Visit) -> None:
    visit.do("adverse", code="flare", text="")
    visit.start("VDT").answer()
    visit.do("deviation", code="moved", text="right foot")
    visit.do("deviation", code="other", text="  phone rang ")
    visit.answer()
    assert notes(visit) == [
        ("adverse", "flare", "", "", -1),
        ("deviation", "moved", "right foot", "VDT@control", 2),
        ("deviation", "other", "phone rang", "VDT@control", 2),
    ]
    assert visit.status == "running"
    assert replay(visit.plan, visit.events) == visit.state


@pytest.mark.parametrize(
    ("code", "text", "why"),
    [("no_code", "x", "deviation has no code 'no_code'; allowed: moved"), ("other", " ", "needs words")],
)
def test_a_note_that_says_nothing_is_refused(visit: Visit, code: str, text: str, why: str) -> None:
    with pytest.raises(NotNow, match=why):
        visit.do("deviation", code=code, text=text)


def test_a_note_does_not_touch_a_ramp_under_way(new_visit, plan) -> None:
    ramp = new_visit(plan).start("PPT")
    ramp.do("begin")
    ramp.force(0.0, 5.0, 10.0)
    before = ramp.state.run
    ramp.do("note", kind="remark", text="moved")
    assert ramp.state.run == before


def test_why_a_pause_was_made_may_be_said_while_it_lasts(visit: Visit) -> None:
    visit.start("VDT").answer()
    visit.do("pause", reason="")
    visit.do("explain", code="rest", text="water")
    assert visit.state.steps[visit.state.current or 0].reason == "participant rests: water"
    visit.do("resume")
    assert notes(visit)[-1] == ("pause", "rest", "water", "VDT@control", 1)
    with pytest.raises(NotNow, match="nothing was paused or stopped"):
        visit.do("explain", code="rest", text="")


def test_why_a_step_was_stopped_goes_into_its_reason_and_that_of_its_values(visit: Visit) -> None:
    visit.start("VDT").answer()
    index = visit.state.current
    assert index is not None
    visit.do("stop", reason="")
    visit.do("explain", code="too_painful", text="")
    now = visit.state.steps[index]
    assert (now.status, now.reason) == ("stopped", "too painful")
    assert [p.reason.startswith("stopped: too painful (") for p in now.parameters] == [True]
    assert visit.state.attempts[-1].reason == "too painful"
    assert notes(visit)[-1][:4] == ("stop", "too_painful", "", "VDT@control")
    visit.start("MDT")
    with pytest.raises(NotNow, match="nothing was paused or stopped"):
        visit.do("explain", code="too_painful", text="")


def test_why_a_repeat_was_stopped_stands_beside_the_attempt_that_counts(visit: Visit) -> None:
    visit.start("VDT").finish_test()
    visit.start("VDT", reason="again").do("stop", reason="")
    visit.do("explain", code="asked", text="")
    index = visit.state.attempts[-1].step
    now = visit.state.steps[index]
    assert (now.status, now.reason) == (
        "done",
        "attempt 1 counts: attempt 2 stopped: participant asked to stop",
    )


def test_a_stop_of_which_nobody_has_said_why_is_known_as_such_also_from_the_journal(visit: Visit) -> None:
    def explained() -> bool:
        again = replay(visit.plan, visit.events)
        found = view(visit.plan, again)["stopped"]
        assert found == view(visit.plan, visit.state)["stopped"]
        return bool(found["explained"])

    visit.start("VDT").do("stop", reason="")
    visit.do("note", kind="remark", text="the phone rang")
    assert not explained()
    visit.do("explain", code="other", text="the fork fell")
    assert explained()
    visit.start("VDT", reason="again").do("stop", reason="the script says so")
    assert explained()
    visit.start("VDT", reason="again").do("stop", reason="")
    assert not explained()
    visit.do("note", kind="stop", text="as a visit without codes notes it")
    assert explained()


def trial_of_note(visit: Visit) -> int:
    """The trial that a deviation gets a second from now; 0 for none."""
    visit.do("deviation", code="moved", text="")
    return visit.state.notes[-1].trial


@pytest.mark.parametrize(("test", "rest_s"), [("MPT", 2), ("MPS", 10)])
def test_a_note_belongs_to_the_last_trial_until_the_next_stimulus_may_be_applied(
    visit: Visit, test: str, rest_s: int
) -> None:
    visit.start(test)
    assert trial_of_note(visit) == 0
    visit.do("begin")
    visit.answer()
    assert trial_of_note(visit) == 1
    visit.t_ns += rest_s * S
    assert trial_of_note(visit) == 2
    visit.answer()
    visit.do("pause", reason="")
    assert trial_of_note(visit) == 2


def test_a_note_belongs_to_a_train_from_its_start_on(visit: Visit) -> None:
    visit.start("WUR")
    visit.answer()
    assert trial_of_note(visit) == 1  # the train waits for Space
    visit.do("begin")
    assert trial_of_note(visit) == 2
    while visit.state.wake_ns is not None:
        visit.wake()
    assert trial_of_note(visit) == 2
    visit.answer()
    assert trial_of_note(visit) == 3  # a single touch is due at once


def test_a_note_belongs_to_a_ramp_from_its_start_on(new_visit, plan) -> None:
    def trial() -> int:
        ramps.do("note", kind="remark", text="moved")
        return ramps.state.notes[-1].trial

    ramps = new_visit(plan).start("PPT")
    ramps.answer()
    ramps.t_ns += 60 * S
    assert trial() == 1  # it waits for Space
    ramps.do("begin")
    assert trial() == 2
    ramps.force(0.0, 5.0, 10.0)
    ramps.do("pause", reason="")
    assert trial() == 2 and len(ramps.state.trials) == 2


def test_where_numbers_of_ramps_are_typed_a_note_belongs_to_the_next_after_the_rest(visit: Visit) -> None:
    visit.start("PPT")
    visit.answer()
    assert trial_of_note(visit) == 1
    visit.t_ns += 9 * S
    assert trial_of_note(visit) == 2


def test_a_note_at_a_trial_that_never_comes_stays_at_the_last_of_its_step(visit: Visit) -> None:
    visit.start("MPT")
    visit.answer()
    visit.t_ns += 2 * S
    assert trial_of_note(visit) == 2
    visit.do("stop", reason="")
    visit.do("explain", code="too_painful", text="")
    visit.start("MPT", reason="again")
    assert trial_of_note(visit) == 0  # of this attempt there is none yet
    visit.do("stop", reason="")
    visit.do("explain", code="asked", text="")
    visit.start("VDT").finish_test()
    assert [(step, trial) for _, _, _, step, trial in notes(visit)] == [
        ("MPT@control", 1),
        ("MPT@control", 1),
        ("MPT@control", -1),
        ("MPT@control", -1),
    ]
    visit.do("start", step=0, reason="diary")
    assert trial_of_note(visit) == 0  # a form has no trials
    assert replay(visit.plan, visit.events) == visit.state


def test_a_note_at_a_trial_that_an_undo_takes_away_stays_at_the_last_that_was(visit: Visit) -> None:
    visit.start("MPT")
    visit.answer()
    visit.t_ns += 2 * S
    assert trial_of_note(visit) == 2
    visit.do("undo", reason="")
    visit.answer(yes=False)
    assert notes(visit)[-1][4] == 1


def test_a_note_at_a_trial_that_a_pause_breaks_off_stays_at_the_same_stimulus(visit: Visit) -> None:
    visit.start("MPS")
    visit.answer()
    visit.t_ns += 10 * S
    due = visit.due()
    assert trial_of_note(visit) == 2
    visit.do("pause", reason="")
    visit.do("resume")
    visit.answer()
    assert (notes(visit)[-1][4], visit.state.trials[1].trial.stimulus.id) == (2, due)
