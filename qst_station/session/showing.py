"""Values that were shown before the visit was signed: the record says to whom, and none is picked after it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from qst_station.session.events import Actor, Command
from qst_station.session.noting import noted
from qst_station.session.plan import SessionPlan
from qst_station.session.running import Outcome
from qst_station.session.state import SessionState, Shown

VALUES_SHOWN = "values_shown"
_SEEN = "the values have been shown. Repeat the test (all attempts are kept), or write a note"


def is_on_record(state: SessionState, actor: Actor) -> bool:
    """Whether there is nothing to record where somebody sees the values now."""
    begun = len(state.attempts)
    return state.closed or not begun or Shown(who=actor.who, role=actor.role, attempts=begun) in state.shown


def when_all_tested(plan: SessionPlan, state: SessionState) -> str:
    """Why no value may be shown now; empty where one may."""
    open_steps = any(step.status in ("ready", "paused", "running") for step in state.steps)
    return "something is still to be tested" if open_steps else ""


def values_shown(plan: SessionPlan, state: SessionState, command: Command) -> Outcome:
    """Record that whoever gives the command sees the values of the visit."""
    who, role = command.actor.who, command.actor.role
    state = noted(plan, state, command, f"values were shown to {who} ({role})", kind=VALUES_SHOWN)
    note = replace(state.notes[-1], step=-1, trial=len(state.trials))  # it is about the visit, not its last step
    notes = (*state.notes[:-1], note)
    shown = (*state.shown, Shown(who=who, role=role, attempts=len(state.attempts)))
    return replace(state, notes=notes, shown=shown), ()


def before_showing(
    why_not: Callable[[SessionPlan, SessionState], str],
) -> Callable[[SessionPlan, SessionState], str]:
    """As `why_not`, for what would choose among results that somebody has seen."""

    def refused(plan: SessionPlan, state: SessionState) -> str:
        return why_not(plan, state) or (_SEEN if state.shown else "")

    return refused


def before_its_showing(
    why_not: Callable[[SessionPlan, SessionState], str],
) -> Callable[[SessionPlan, SessionState], str]:
    """As `why_not`, for what would change the newest attempt after its values were shown."""

    def refused(plan: SessionPlan, state: SessionState) -> str:
        seen = bool(state.shown) and state.shown[-1].attempts == len(state.attempts)
        return why_not(plan, state) or (_SEEN if seen else "")

    return refused
