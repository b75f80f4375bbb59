"""The orders of people, and when each may be given."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import Any

from protocols import machines
from protocols.events import Answer, Begin, Interrupted, Mark, Rated, Settled
from protocols.ramp_spec import ForceRampSpec, RampSpec
from qst_station.session.arguments import check_arguments
from qst_station.session.attempts import began, count_attempt
from qst_station.session.cadence import struck
from qst_station.session.checking import after_checking, check, checked, when_checking
from qst_station.session.events import Command
from qst_station.session.filling import (
    closed,
    corrected,
    declined,
    entered,
    filling,
    obey_form,
    open_form,
    when_filling,
)
from qst_station.session.leaving_out import finish, skip
from qst_station.session.limb_orders import (
    closed_set,
    confirmed,
    corrected_girth,
    entered_girth,
    excluded,
    measuring,
    not_done,
    obey_limb,
    open_limb,
    when_measuring,
)
from qst_station.session.noting import coded, explain, noted, remark, when_coded, when_unexplained, without_due
from qst_station.session.overriding import override, when_blocked
from qst_station.session.plan import SessionPlan
from qst_station.session.reading_aloud import read_aloud, when_words
from qst_station.session.running import (
    NotNow,
    Outcome,
    blocked,
    carry_out,
    expects,
    feed,
    running,
    stimulus_order,
)
from qst_station.session.showing import before_its_showing, before_showing, values_shown, when_all_tested
from qst_station.session.state import SessionState, StepStatus, TestRun, set_step, without_stimulus

UNEXPLAINED_STOP = "stopped by the examiner"
_AWAITED = {
    "Begin": "Space to begin",
    "Answer": "an answer",
    "Rated": "a number",
    "Settled": "yes or no to the question",
    "Samples": "the force",
    "Mark": "the response",
    "Woke": "the beat",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """One command: its arguments, those that may be missing, when it may be given, and what it does."""

    args: Mapping[str, type]
    optional: tuple[str, ...] = ()
    why_not: Callable[[SessionPlan, SessionState], str]
    obey: Callable[[SessionPlan, SessionState, Command], Outcome]


def obey(plan: SessionPlan, state: SessionState, command: Command) -> Outcome:
    """Carry out a command.

    Raises
    ------
    NotNow
        The command, its arguments or its moment do not fit; nothing has changed.
    """
    order = ORDERS.get(command.name)
    if order is None:
        raise NotNow(f"there is no command {command.name!r}; there are {', '.join(ORDERS)}")
    check_arguments(command, order.args, order.optional)
    reason = "the session is closed" if state.closed else order.why_not(plan, state)
    if reason:
        raise NotNow(f"{command.name} is not possible now: {reason}")
    try:
        return order.obey(plan, replace(state, taken_back=0), command)
    except NotNow:
        raise
    except ValueError as refusal:
        raise NotNow(str(refusal)) from refusal


def allowed(plan: SessionPlan, state: SessionState) -> dict[str, str]:
    """For each command the reason why it is not possible now; empty where it is."""
    return {
        name: "the session is closed" if state.closed else order.why_not(plan, state)
        for name, order in ORDERS.items()
    }


def next_step(state: SessionState) -> int | None:
    """The first step that is still to do, or None."""
    return next((i for i, s in enumerate(state.steps) if s.status in ("ready", "paused", "running")), None)


def _status(state: SessionState) -> StepStatus | None:
    return state.steps[state.current].status if state.current is not None else None


# When a command may be given


def _when_between_steps(plan: SessionPlan, state: SessionState) -> str:
    status = _status(state)
    return "a step is open: finish, stop or skip it first" if status in ("running", "paused") else ""


def _when_takes(event: str) -> Callable[[SessionPlan, SessionState], str]:
    def why_not(plan: SessionPlan, state: SessionState) -> str:
        if running(state) is None:
            return "the test is paused" if _status(state) == "paused" else "no test is running"
        takes = expects(plan, state)
        if event in takes:
            return ""
        awaited = [_AWAITED[name] for name in takes if name in _AWAITED]
        return f"the test waits for {' or '.join(awaited)}" if awaited else "this test is done"

    return why_not


def _when_applied(event: str) -> Callable[[SessionPlan, SessionState], str]:
    """As `_when_takes`, for what comes of a stimulus: that must have been one that may be applied.

    The obstacle is said first, as what the test waits for cannot come before somebody has signed.
    """

    def why_not(plan: SessionPlan, state: SessionState) -> str:
        obstacle = blocked(plan, state)
        return obstacle.text if obstacle else _when_takes(event)(plan, state)

    return why_not


def _when_ready(plan: SessionPlan, state: SessionState) -> str:
    return _when_applied("Begin")(plan, state) or (_no_gauge(plan, state) if _is_ramp(plan, state) else "")


def _when_number(plan: SessionPlan, state: SessionState) -> str:
    why = _when_applied("Rated")(plan, state)
    if why or not _is_ramp(plan, state) or _no_gauge(plan, state):
        return why
    return "the gauge measures it; a number is typed only where no gauge is attached"


def _is_ramp(plan: SessionPlan, state: SessionState) -> bool:
    run = running(state)
    return run is not None and isinstance(plan.test_at(run.step).machine, RampSpec | ForceRampSpec)


def _no_gauge(plan: SessionPlan, state: SessionState) -> str:
    run = running(state)
    gauge = plan.gauge_for(run.test) if run else None
    if gauge is None:
        return "no gauge is attached: type what its display shows"
    return "the gauge is lost: plug it in again, or type the number" if gauge.stream in state.lost_streams else ""


def _when_undoable(plan: SessionPlan, state: SessionState) -> str:
    if state.limb is not None and measuring(plan, state):
        return "the limb set is closed" if state.limb.closed else "exclude the last reading with a reason instead"
    if filling(plan, state) is not None:
        return "correct the entry with a reason instead"
    if state.run is None or state.current != state.run.step:
        return "no test is open"
    if _status(state) == "paused":
        return "the test is paused"
    return "" if state.run.undo else "no answer of this test is left to take back"


def _when_running(plan: SessionPlan, state: SessionState) -> str:
    return "" if _status(state) == "running" else "no step is running"


def _when_paused(plan: SessionPlan, state: SessionState) -> str:
    return "" if _status(state) == "paused" else "nothing is paused"


def _when_open(plan: SessionPlan, state: SessionState) -> str:
    return "" if _status(state) in ("running", "paused") else "no step is open"


def _always(plan: SessionPlan, state: SessionState) -> str:
    return ""


def _when_training(plan: SessionPlan, state: SessionState) -> str:
    return "" if plan.opening.get("training") else "this visit is no training"


# What a command does


def _start(plan: SessionPlan, state: SessionState, command: Command) -> Outcome:
    index, reason = command.args["step"], command.args["reason"].strip()
    if not 0 <= index < len(plan.steps):
        raise NotNow(f"there is no step {index}; there are 0 to {len(plan.steps) - 1}")
    was = state.steps[index]
    due = next_step(state)
    if was.status != "ready" and not reason:
        raise NotNow(f"{plan.steps[index].key} is {was.status}: repeating it needs a reason")
    if was.status == "ready" and due is not None and index != due and not reason:
        raise NotNow(f"{plan.steps[due].key} comes first: another order needs a reason")
    if reason:
        state = noted(plan, state, command, f"{plan.steps[index].key} started: {reason}", kind="order")
    state = replace(without_stimulus(state), current=index, alarm=None, run=None)
    begun = {"attempt": was.attempt + 1, "earlier_ns": was.used_ns}
    state = set_step(state, index, status="running", reason="", parameters=(), **begun)
    state = began(replace(state, stopped=None), index, t_ns=command.t_ns, why=reason)
    wanted = plan.steps[index]
    if wanted.key in plan.forms:
        return open_form(plan, state, index), ()
    if wanted.site_role is None:
        return open_limb(plan, state), ()
    spec = plan.test_at(index).machine
    run = TestRun(
        step=index,
        test=wanted.test,
        attempt=was.attempt + 1,
        site=plan.sites[wanted.site_role],
        machine=machines.resume(spec, machines.init(spec, stimulus_order(plan, index)), command.t_ns)[0],
    )
    return replace(state, run=run), ()


def _begin(plan: SessionPlan, state: SessionState, command: Command) -> Outcome:
    return _feed(plan, state, command, Begin(t_ns=command.t_ns))


def _answer(plan: SessionPlan, state: SessionState, command: Command) -> Outcome:
    return _feed(plan, state, command, Answer(t_ns=command.t_ns, yes=command.args["yes"]))


def _rate(plan: SessionPlan, state: SessionState, command: Command) -> Outcome:
    return _feed(plan, state, command, Rated(t_ns=command.t_ns, value=float(command.args["value"])))


def _settle(plan: SessionPlan, state: SessionState, command: Command) -> Outcome:
    return _feed(plan, state, command, Settled(t_ns=command.t_ns, keep=command.args["keep"]))


def _mark(plan: SessionPlan, state: SessionState, command: Command) -> Outcome:
    event = Mark(t_ns=command.t_ns, uncertainty_ns=command.args["uncertainty_ns"])
    return _feed(plan, state, command, event)


def _feed(plan: SessionPlan, state: SessionState, command: Command, event: Any) -> Outcome:
    return feed(plan, state, event, source=command.source, actor=command.actor.who)


def _undo(plan: SessionPlan, state: SessionState, command: Command) -> Outcome:
    assert state.run is not None  # _when_undoable
    now = state.run.machine
    # A ramp or train under way when an earlier answer is taken back ends as a trial of its own.
    state, cut = _interrupt(plan, state, command, "an earlier answer was taken back")
    run = state.run
    assert run is not None and run.undo  # _when_undoable
    before, number = run.undo[-1]
    state = without_due(state)
    reason = command.args["reason"].strip() or "immediate correction"
    trials = tuple(replace(t, void_reason=reason) if t.number == number else t for t in state.trials)
    spec = plan.test_at(run.step).machine
    again, effects = machines.taken_back(spec, before, now, command.t_ns)
    state = replace(state, trials=trials, run=replace(run, machine=again, undo=run.undo[:-1]), taken_back=number)
    state = set_step(without_stimulus(state), run.step, status="running", parameters=())
    state, asked = carry_out(plan, state, effects, before=again, source=command.source, actor=command.actor.who)
    return state, (*cut, *asked)


def _pause(plan: SessionPlan, state: SessionState, command: Command) -> Outcome:
    index = state.current
    assert index is not None  # _when_running
    reason = command.args["reason"].strip() or "paused by the examiner"
    state, consequences = _interrupt(plan, state, command, f"paused: {reason}")
    state = set_step(state, index, status="paused", reason=reason)
    return replace(state, wake_ns=None, beat=None), consequences


def _interrupt(plan: SessionPlan, state: SessionState, command: Command, reason: str) -> Outcome:
    if "Interrupted" not in expects(plan, state):
        return state, ()
    return _feed(plan, state, command, Interrupted(t_ns=command.t_ns, reason=reason))


def _resume(plan: SessionPlan, state: SessionState, command: Command) -> Outcome:
    assert state.current is not None  # _when_paused
    state = set_step(state, state.current, status="running", reason="")
    run = state.run
    if run is None:
        return state, ()
    again, effects = machines.resume(plan.test_at(run.step).machine, run.machine, command.t_ns)
    state = replace(state, run=replace(run, machine=again))
    return carry_out(plan, state, effects, before=again, source=command.source, actor=command.actor.who)


def _reopen(plan: SessionPlan, state: SessionState, command: Command) -> Outcome:
    """Go on after a crash: what was under way cannot count, and what is due is asked for again."""
    if _status(state) != "running" or state.run is None:
        return state, ()
    if state.steps[state.run.step].status != "running":
        return state, ()
    state, cut = _interrupt(plan, state, command, "interrupted by a restart")
    state, consequences = _resume(plan, state, command)
    return state, (*cut, *consequences)


def _stop(plan: SessionPlan, state: SessionState, command: Command) -> Outcome:
    assert state.current is not None  # _when_open
    index, run = state.current, state.run
    reason = command.args["reason"].strip() or UNEXPLAINED_STOP
    state, consequences = _interrupt(plan, state, command, f"stopped: {reason}")
    found = machines.parameters(plan.test_at(run.step).machine, run.machine) if run and run.step == index else ()
    found = tuple(replace(p, value=None, reason=f"stopped: {reason} ({p.reason})") for p in found)
    state = set_step(replace(state, stopped=index), index, status="stopped", reason=reason, parameters=found)
    return replace(without_due(state), run=None, current=None, present=None, wake_ns=None, beat=None), consequences


ORDERS: dict[str, Order] = {
    "check": Order(
        args={"line": str, "state": str, "said": str, "reason": str}, why_not=when_checking, obey=check
    ),
    "checked": Order(args={"reason": str}, why_not=when_checking, obey=checked),
    "start": Order(args={"step": int, "reason": str}, why_not=after_checking(_when_between_steps), obey=_start),
    "begin": Order(args={}, why_not=_when_ready, obey=_begin),
    "answer": Order(args={"yes": bool}, why_not=_when_applied("Answer"), obey=_answer),
    "rate": Order(args={"value": float}, why_not=_when_number, obey=_rate),
    "settle": Order(args={"keep": bool}, why_not=_when_applied("Settled"), obey=_settle),
    "mark": Order(args={"uncertainty_ns": int}, why_not=_when_takes("Mark"), obey=_mark),
    "undo": Order(args={"reason": str}, why_not=before_its_showing(_when_undoable), obey=_undo),
    "pause": Order(args={"reason": str}, why_not=_when_running, obey=_pause),
    "resume": Order(args={}, why_not=_when_paused, obey=_resume),
    "stop": Order(args={"reason": str}, why_not=_when_open, obey=_stop),
    "skip": Order(args={"step": int, "reason": str}, why_not=_when_between_steps, obey=skip),
    "count_attempt": Order(
        args={"step": int, "attempt": int, "reason": str},
        why_not=before_showing(_when_between_steps),
        obey=count_attempt,
    ),
    "values_shown": Order(args={}, why_not=when_all_tested, obey=values_shown),
    "reopen": Order(args={}, why_not=_always, obey=_reopen),
    "override": Order(
        args={"scope": str, "reason": str, "signed_by": str, "role": str}, why_not=when_blocked, obey=override
    ),
    "note": Order(args={"kind": str, "text": str}, why_not=_always, obey=remark),
    "deviation": Order(args={"code": str, "text": str}, why_not=when_coded, obey=coded("deviation")),
    "adverse": Order(args={"code": str, "text": str}, why_not=when_coded, obey=coded("adverse")),
    "explain": Order(args={"code": str, "text": str}, why_not=when_unexplained, obey=explain),
    "beat": Order(
        args={"kind": str, "number": int, "intended_ns": int, "actual_ns": int, "by": str},
        why_not=_always,
        obey=struck,
    ),
    "applied": Order(
        args={"down_ns": int, "up_ns": int},
        why_not=_when_training,
        obey=lambda plan, state, command: (state, ()),  # for the feedback, as is what was heard
    ),
    "heard": Order(
        args={"test": str, "stimulus": str, "said": str, "meant": float},
        why_not=_when_training,
        obey=lambda plan, state, command: (state, ()),
    ),
    "read_aloud": Order(args={"part": str, "sha256": str, "how": str}, why_not=when_words, obey=read_aloud),
    "finish": Order(args={"reason": str}, why_not=_when_between_steps, obey=finish),
    "limb_enter": Order(
        args={"girth_cm": float, "entered": str}, why_not=when_measuring, obey=obey_limb(entered_girth)
    ),
    "limb_confirm": Order(args={"reason": str}, why_not=when_measuring, obey=obey_limb(confirmed)),
    "limb_correct": Order(args={"take": bool}, why_not=when_measuring, obey=obey_limb(corrected_girth)),
    "limb_exclude": Order(
        args={"reason": str, "number": int}, optional=("number",), why_not=when_measuring, obey=obey_limb(excluded)
    ),
    "limb_not_done": Order(args={"reason": str}, why_not=when_measuring, obey=obey_limb(not_done)),
    "limb_close": Order(args={}, why_not=when_measuring, obey=obey_limb(closed_set)),
    "form_enter": Order(
        args={"field": str, "answer": str, "reason": str}, why_not=when_filling, obey=obey_form(entered)
    ),
    "form_decline": Order(args={"field": str, "reason": str}, why_not=when_filling, obey=obey_form(declined)),
    "form_correct": Order(args={"field": str, "reason": str}, why_not=when_filling, obey=obey_form(corrected)),
    "form_close": Order(args={}, why_not=when_filling, obey=obey_form(closed)),
}
