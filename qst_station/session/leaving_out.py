"""What is not done, and why: a step that is skipped, a visit that ends before all of it is done."""

from __future__ import annotations

from dataclasses import replace

from qst_station.session.events import Command
from qst_station.session.plan import SessionPlan
from qst_station.session.running import NotNow, Outcome
from qst_station.session.state import SessionState, set_step


def skip(plan: SessionPlan, state: SessionState, command: Command) -> Outcome:
    """Skip a step that has not been started."""
    index, reason = command.args["step"], command.args["reason"].strip()
    if not 0 <= index < len(plan.steps) or state.steps[index].status != "ready":
        raise NotNow("only a step that has not been started can be skipped")
    if not reason:
        raise NotNow("skipping a step needs a reason")
    return set_step(state, index, status="skipped", reason=reason), ()


def finish(plan: SessionPlan, state: SessionState, command: Command) -> Outcome:
    """Close the visit; what has not been started is skipped."""
    waiting = [plan.steps[i].key for i, s in enumerate(state.steps) if s.status == "ready"]
    reason = command.args["reason"].strip()
    if waiting and not reason:
        raise NotNow(f"not done yet: {', '.join(waiting)}. Ending the visit now needs a reason")
    steps = tuple(
        replace(s, status="skipped", reason=f"visit ended: {reason}") if s.status == "ready" else s
        for s in state.steps
    )
    return replace(state, steps=steps, current=None, closed=True, signed_by=command.actor.who), ()
