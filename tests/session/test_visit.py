"""A whole visit, step by step: order, pause, stop, skip, repeat, close, and replay."""

from __future__ import annotations

from dataclasses import replace

import pytest

from qst_station.session.commands import allowed
from qst_station.session.events import ClockPair, TimerDue, decode, encode
from qst_station.session.machine import first_state, replay, step
from qst_station.session.running import Beep, LetGo, NotNow, Recorded

S = 10**9
TESTS = ("MDT", "MPT", "MPS", "WUR", "VDT", "PPT")


def refused(visit, name: str, match: str, **args) -> None:
    """The order does not fit and changes nothing."""
    before = visit.state
    with pytest.raises(NotNow, match=match):
        visit.do(name, **args)
    assert visit.state == before


def test_a_whole_visit(visit) -> None:
    for index in range(13):
        visit.do("start", step=index, reason="")
        if index == 0:
            visit.measure_limb()
        else:
            visit.finish_test()
        assert visit.status == "done"
    visit.do("finish", reason="")
    state = visit.state
    assert state.closed
    assert state.signed_by == "nurse"
    assert [s.status for s in state.steps] == ["done"] * 13
    found = [p.name for s in state.steps for p in s.parameters]
    assert found == ["MDT", "MPT", "MPS", "DMA", "WUR", "VDT", "PPT"] * 2
    assert [trial.number for trial in state.trials] == list(range(1, len(state.trials) + 1))
    recorded = [c for c in visit.consequences if isinstance(c, Recorded)]
    assert [c.trial for c in recorded if c.test != "FIG8"] == [trial.number for trial in state.trials]
    assert [(c.test, c.site, c.trial) for c in recorded[:2]] == [("FIG8", "right", 1), ("FIG8", "left", 2)]
    assert sum(isinstance(c, Beep) for c in visit.consequences) == 100
    assert sum(isinstance(c, LetGo) for c in visit.consequences) == 6
    assert {(t.site.role, t.site.side) for t in state.trials} == {("control", "right"), ("affected", "left")}


def test_replay_of_the_same_events_gives_the_same_state(visit) -> None:
    for test in TESTS:
        visit.start(test)
        visit.answer()
        visit.do("undo", reason="")
        visit.answer(number=7.0)
        visit.do("pause", reason="cough")
        visit.do("resume")
        visit.answer()
        assert replay(visit.plan, visit.events) == visit.state
        visit.do("stop", reason="enough")
    written = [decode(*encode(event)) for event in visit.events]
    assert replay(visit.plan, written) == replay(visit.plan, visit.events) == visit.state


def test_a_wall_clock_reading_changes_nothing_but_the_time(visit) -> None:
    visit.start("MDT").answer()
    before = visit.state
    visit.take(ClockPair(t_ns=before.t_ns + 5, utc="2026-01-01T00:00:00Z"))
    assert visit.state == replace(before, t_ns=before.t_ns + 5)


# Order of the steps


def test_another_order_needs_a_reason(visit) -> None:
    refused(visit, "start", "FIG8 comes first", step=3, reason=" ")
    visit.do("start", step=3, reason="limb is dressed")
    assert visit.state.current == 3


@pytest.mark.parametrize("index", [-1, 13, 10**20])
@pytest.mark.parametrize("name", ["start", "skip"])
def test_a_step_that_does_not_exist_is_refused(visit, name: str, index: int) -> None:
    refused(visit, name, "step", step=index, reason="because")


def test_a_second_step_waits_for_the_open_one(visit) -> None:
    visit.start("MDT")
    for name in ("start", "skip"):
        refused(visit, name, "a step is open", step=2, reason="because")
    refused(visit, "finish", "a step is open", reason="because")


def test_a_skipped_step_has_a_reason_and_can_be_made_up_for(visit) -> None:
    refused(visit, "skip", "needs a reason", step=1, reason="")
    visit.do("skip", step=1, reason="hairs are missing")
    assert (visit.state.steps[1].status, visit.state.steps[1].reason) == ("skipped", "hairs are missing")
    refused(visit, "skip", "not been started", step=1, reason="again")
    refused(visit, "start", "is skipped: repeating it needs a reason", step=1, reason="")
    visit.do("start", step=1, reason="hairs found")
    assert (visit.status, visit.due()) == ("running", "hair-16")


def test_repeating_a_test_needs_a_reason_and_sets_its_trials_aside_once_it_is_done(visit) -> None:
    visit.start("VDT").finish_test(number=6.0)
    old = list(visit.trials)
    refused(visit, "start", "is done: repeating it needs a reason", step=visit.state.current, reason=" ")
    visit.start("VDT", reason="fork slipped")
    visit.answer(number=7.0)
    assert [kept.set_aside for kept in visit.state.trials] == ["", "", "", "attempt 2 is not finished"]
    visit.finish_test(number=7.0)
    assert [kept.set_aside for kept in visit.state.trials] == ["test repeated: fork slipped"] * 3 + [""] * 3
    assert visit.trials[:3] == old
    assert [kept.attempt for kept in visit.state.trials] == [1, 1, 1, 2, 2, 2]
    assert [trial.rating for trial in visit.counted] == [7.0] * 3
    (parameter,) = visit.state.steps[visit.state.current].parameters
    assert parameter.value == 7.0


def test_ending_the_visit_early_needs_a_reason(visit) -> None:
    visit.start("VDT").finish_test()
    refused(visit, "finish", "FIG8, MDT@control", reason="")
    visit.do("finish", reason="participant is tired")
    done = [s.status for s in visit.state.steps]
    assert done.count("done") == 1
    assert done.count("skipped") == 12
    assert all(s.reason == "visit ended: participant is tired" for s in visit.state.steps if s.status == "skipped")


def test_a_closed_session_takes_no_command(visit) -> None:
    visit.do("finish", reason="drill")
    assert set(allowed(visit.plan, visit.state).values()) == {"the session is closed"}
    refused(visit, "note", "closed", kind="remark", text="late thought")
    visit.button()
    visit.force(1.0)
    visit.news("lost")
    assert visit.state.closed
    assert visit.state.trials == ()


# Pause, stop, note


@pytest.mark.parametrize("test", TESTS)
def test_pause_and_resume_come_back_to_the_same_stimulus(visit, test: str) -> None:
    visit.start(test)
    visit.answer()
    due, counted = visit.due(), visit.counted
    visit.do("pause", reason="cough")
    assert (visit.status, visit.state.steps[visit.state.current].reason) == ("paused", "cough")
    for name, args in (("answer", {"yes": True}), ("rate", {"value": 5.0}), ("begin", {})):
        refused(visit, name, "paused", **args)
    visit.button()
    visit.take(TimerDue(t_ns=visit.t_ns + 1))
    visit.do("resume")
    assert (visit.status, visit.due(), visit.counted) == ("running", due, counted)
    visit.finish_test()


def test_pause_during_a_train_voids_it_and_starts_it_over(visit) -> None:
    visit.start("WUR")
    visit.answer(number=4.0)
    visit.do("begin")
    visit.wake()
    visit.wake()
    visit.do("pause", reason="phone")
    assert visit.state.wake_ns is None
    assert visit.state.trials[-1].void_reason == "paused: phone"
    assert len(visit.trials[-1].beats) == 2
    visit.do("resume")
    assert visit.expects() == ("Begin", "Interrupted")
    visit.answer(number=9.0)
    assert len(visit.trials[-1].beats) == 10


def test_stopping_keeps_the_trials_and_gives_no_value(visit) -> None:
    visit.start("MPS")
    for _ in range(12):
        visit.answer()
    index = visit.state.current
    visit.do("stop", reason="too painful")
    assert visit.state.current is None
    assert len(visit.counted) == 12
    stopped = visit.state.steps[index]
    assert (stopped.status, stopped.reason) == ("stopped", "too painful")
    assert [(p.name, p.value) for p in stopped.parameters] == [("MPS", None), ("DMA", None)]
    assert all("too painful" in p.reason for p in stopped.parameters)


@pytest.mark.parametrize("paused", [False, True])
@pytest.mark.parametrize("test", TESTS)
def test_a_test_can_be_stopped_in_every_state(new_visit, plan, test: str, paused: bool) -> None:
    whole = new_visit(plan).start(test).finish_test()
    state = first_state(plan)
    for event in whole.events:
        state, _ = step(plan, state, event)
        if state.steps[state.current].status != "running":
            break
        branch = new_visit(plan)
        branch.state, branch.t_ns = state, state.t_ns
        if paused:
            branch.do("pause", reason="cough")
        branch.do("stop", reason="participant asked")
        assert branch.state.current is None
        assert branch.state.trials[: len(state.trials)] == state.trials
        assert (branch.state.present, branch.state.wake_ns, branch.state.run) == (None, None, None)
        branch.start("VDT", "affected").finish_test()
        assert branch.status == "done"
    assert state.steps[state.current].status == "done"


def test_a_note_stands_beside_the_trial_that_was_due(visit) -> None:
    visit.start("MDT").answer()
    refused(visit, "note", "needs a text", kind="remark", text="  ")
    visit.do("note", kind="deviation", text=" window was open ")
    order, note = visit.state.notes
    assert (order.kind, order.text) == ("order", "MDT@control started: test of this test only")
    assert (note.kind, note.text, note.trial, note.actor) == ("deviation", "window was open", 2, "nurse")


def test_reopening_after_a_crash_asks_for_what_is_due(visit) -> None:
    visit.start("WUR")
    visit.answer()
    visit.do("begin")
    visit.wake()
    visit.do("reopen")
    assert visit.state.trials[-1].void_reason == "interrupted by a restart"
    assert (visit.due(), visit.expects()) == ("pinprick-256-train", ("Begin", "Interrupted"))
    visit.finish_test()


@pytest.mark.parametrize("test", TESTS)
def test_reopening_between_stimuli_loses_nothing(visit, test: str) -> None:
    visit.start(test)
    visit.answer()
    due, trials = visit.due(), visit.trials
    visit.do("reopen")
    assert (visit.due(), visit.trials) == (due, trials)


# Limb measurement


def test_limb_measurement_is_a_step(visit) -> None:
    visit.do("start", step=0, reason="")
    refused(visit, "answer", "no test is running", yes=True)
    refused(visit, "limb_close", "still due")
    visit.measure_limb()
    assert visit.status == "done"
    refused(visit, "limb_enter", "no limb measurement is running", girth_cm=41.0, entered="41")


def test_limb_readings_say_who_entered_them(visit) -> None:
    visit.do("start", step=0, reason="")
    visit.do("limb_enter", girth_cm=41, entered="41")
    visit.do("limb_enter", girth_cm=412.0, entered="412")
    visit.do("limb_correct", take=True)
    assert [(r.girth_cm, r.entered, r.actor) for r in visit.state.limb.readings] == [
        (41.0, "41", "nurse"),
        (41.2, "412", "nurse"),
    ]


def test_a_repeated_limb_measurement_keeps_the_earlier_one(visit) -> None:
    visit.do("start", step=0, reason="")
    visit.measure_limb()
    first = visit.state.limb
    visit.do("start", step=0, reason="tape was twisted")
    assert visit.state.limb.readings == ()
    assert visit.state.earlier_limbs == (first,)
    visit.measure_limb()
    assert visit.state.earlier_limbs == (first,)


def test_a_paused_limb_measurement_goes_on_where_it_was(visit) -> None:
    visit.do("start", step=0, reason="")
    visit.do("limb_enter", girth_cm=41.0, entered="41")
    limb = visit.state.limb
    visit.do("pause", reason="phone")
    refused(visit, "limb_enter", "no limb measurement is running", girth_cm=41.0, entered="41")
    visit.do("resume")
    assert visit.state.limb == limb


def test_a_visit_without_limb_measurement_refuses_it(new_visit, plan) -> None:
    refused(new_visit(replace(plan, limb=None)), "start", "no limb measurement", step=0, reason="")


# Arguments


@pytest.mark.parametrize(
    ("name", "args"),
    [
        ("answer", {"yes": 1}),
        ("answer", {}),
        ("answer", {"yes": True, "sure": True}),
        ("rate", {"value": "5"}),
        ("rate", {"value": True}),
        ("rate", {"value": float("nan")}),
        ("start", {"step": 1.0, "reason": ""}),
        ("pause", {"reason": None}),
        ("pause", {"reason": "x" * 161}),
        ("pause", {"reason": "\u00fc" * 81}),
        ("pause", {"reason": "\ud800"}),
        ("rate", {"value": 10**400}),
        ("fly", {}),
    ],
)
def test_arguments_of_another_kind_are_refused(visit, name: str, args: dict) -> None:
    visit.start("MPS")
    visit.do("begin")
    refused(visit, name, "takes|is no|too long|cannot be stored|there is no command", **args)


def test_an_exclusion_of_old_names_no_reading_and_means_the_last(visit) -> None:
    visit.do("start", step=0, reason="")
    for _ in range(2):
        visit.do("limb_enter", girth_cm=41.0, entered="41.0")
    visit.do("limb_exclude", reason="typing error")
    visit.do("limb_exclude", reason="typing error", number=1)
    assert [reading.excluded for reading in visit.state.limb.readings] == [True, True]
    for wrong in ({"number": 1}, {"reason": "x", "number": "1"}, {"reason": "x", "nummer": 1}):
        with pytest.raises(NotNow, match="limb_exclude"):
            visit.do("limb_exclude", **wrong)
