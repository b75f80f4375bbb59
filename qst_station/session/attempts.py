"""Attempts at a step: all are kept, one counts. Which one is never decided by a value.

The last finished attempt counts, unless the examiner said that another one does; a later one that is finished
counts again. While none is finished nothing counts, and the trials of the last one stand for the step.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from protocols.figure8 import Figure8State
from qst_station.session.events import Command
from qst_station.session.plan import LIMB_STEP, SessionPlan
from qst_station.session.running import NotNow, Outcome, not_finished
from qst_station.session.state import Attempt, FormRun, SessionState, StepState, set_step

_ENDED = ("done", "stopped")


def began(state: SessionState, index: int, *, t_ns: int, why: str) -> SessionState:
    """Enter a new attempt; `why` it is made although there was one before."""
    new = Attempt(step=index, number=state.steps[index].attempt, why=why, t_start_ns=t_ns)
    return replace(state, attempts=(*state.attempts, new))


def followed(before: SessionState, after: SessionState) -> SessionState:
    """Keep time, attempts and what counts in step with the states of the steps."""
    if after.steps is before.steps:
        return after
    for index, (was, now) in enumerate(zip(before.steps, after.steps, strict=True)):
        if was is now:
            continue
        after = _timed(after, index, now)
        if (now.status, now.attempt) != (was.status, was.attempt) and now.attempt:
            after = settled(_ended(after, index, now), index)
    return after


def _timed(state: SessionState, index: int, now: StepState) -> SessionState:
    """Count the time that a step runs: from running to anything else."""
    if (now.status == "running") == (now.since_ns is not None):
        return state
    if now.since_ns is None:
        return set_step(state, index, since_ns=state.t_ns)
    return set_step(state, index, since_ns=None, used_ns=now.used_ns + state.t_ns - now.since_ns)


def _ended(state: SessionState, index: int, now: StepState) -> SessionState:
    """Enter how the last attempt stands. One that is finished counts, whatever was said before."""
    ended = now.status in _ENDED
    state = change_last(
        state,
        index,
        status=now.status,
        reason=now.reason,
        t_end_ns=state.t_ns if ended else -1,
        parameters=now.parameters if ended else (),
    )
    return set_step(state, index, chosen=0, chosen_why="") if now.status == "done" else state


def change_last(state: SessionState, index: int, **changes: Any) -> SessionState:
    """The state with the last attempt at a step changed."""
    at = max(i for i, attempt in enumerate(state.attempts) if attempt.step == index)
    changed = replace(state.attempts[at], **changes)
    return replace(state, attempts=(*state.attempts[:at], changed, *state.attempts[at + 1 :]))


def settled(state: SessionState, index: int) -> SessionState:
    """Decide which attempt at a step counts, and give the step what follows from it."""
    now, attempts = state.steps[index], attempts_at(state, index)
    last, finished = attempts[-1], [each for each in attempts if each.status == "done"]
    counting = next((each for each in finished if each.number == now.chosen), finished[-1] if finished else None)
    changes: dict[str, Any] = {"counted": counting.number if counting else 0}
    changes["parameters"] = counting.parameters if counting else last.parameters
    if last.status == "stopped":
        changes["status"] = "done" if counting else "stopped"
        changes["reason"] = last.reason
    if counting is not None and counting is not last and last.status in _ENDED:
        said = now.chosen_why or f"attempt {last.number} stopped: {last.reason}"
        changes["reason"] = f"attempt {counting.number} counts: {said}"
    elif last.status == "done":
        changes["reason"] = ""
    state = set_step(state, index, **changes)
    standing = counting or last
    trials = tuple(
        replace(t, set_aside=_set_aside(attempts, t.attempt, standing, now.chosen_why)) if t.step == index else t
        for t in state.trials
    )
    return replace(state, trials=trials)


def _set_aside(attempts: tuple[Attempt, ...], number: int, standing: Attempt, chosen_why: str) -> str:
    """Why the trials of an attempt do not count; empty for those that stand."""
    if number == standing.number:
        return ""
    if number < standing.number and not chosen_why:
        return f"test repeated: {attempts[number].why}"
    mine = attempts[number - 1]
    if mine.status == "stopped":
        return f"attempt {number} stopped: {mine.reason}"
    return f"attempt {standing.number} counts: {chosen_why}" if mine.status == "done" else not_finished(number)


def attempts_at(state: SessionState, index: int) -> tuple[Attempt, ...]:
    """All attempts at a step, in order."""
    return tuple(attempt for attempt in state.attempts if attempt.step == index)


def count_attempt(plan: SessionPlan, state: SessionState, command: Command) -> Outcome:
    """Say that another finished attempt counts."""
    index, number, reason = command.args["step"], command.args["attempt"], command.args["reason"].strip()
    if not 0 <= index < len(plan.steps):
        raise NotNow(f"there is no step {index}; there are 0 to {len(plan.steps) - 1}")
    finished = [each.number for each in attempts_at(state, index) if each.status == "done"]
    if number not in finished:
        found = ", ".join(map(str, finished)) or "none"
        raise NotNow(f"attempt {number} of {plan.steps[index].key} is not finished; finished: {found}")
    if number == state.steps[index].counted:
        raise NotNow(f"attempt {number} of {plan.steps[index].key} counts already")
    if not reason:
        raise NotNow("counting another attempt needs a reason")
    state = settled(set_step(state, index, chosen=number, chosen_why=reason), index)
    if state.current == index:  # an answer of the last attempt can no longer be taken back
        state = replace(state, current=None, run=None)
    return state, ()


def counted_form(state: SessionState, index: int) -> FormRun | None:
    """The run of a form that counts; while none is finished the last one, None before the first."""
    runs = [run for run in state.forms if run.step == index]
    counted = state.steps[index].counted
    return next((run for run in runs if run.attempt == counted), runs[-1] if runs else None)


def counted_limb(plan: SessionPlan, state: SessionState) -> Figure8State | None:
    """The set of readings that counts; while none is finished the last one, None before the first."""
    index = next((i for i, step in enumerate(plan.steps) if step.test == LIMB_STEP), None)
    if index is None or state.limb is None:
        return state.limb
    counted = state.steps[index].counted
    return (*state.earlier_limbs, state.limb)[counted - 1] if counted else state.limb
