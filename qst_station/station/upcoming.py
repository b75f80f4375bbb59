"""What a session asks for next: the proof that resuming goes on at the right place."""

from __future__ import annotations

from typing import Any

from protocols import figure8, form, machines
from qst_station.session.commands import next_step
from qst_station.session.plan import SessionPlan
from qst_station.session.running import stimulus_order
from qst_station.session.state import SessionState


def next_stimulus(plan: SessionPlan, state: SessionState) -> dict[str, Any] | None:
    """What an unfinished session would ask for next, as plain data; None for a closed one.

    Returns
    -------
    dict or None
        `test`, `site`, `stimulus` (its id) and `phase` of the test.
    """
    if state.closed:
        return None
    is_open = state.current is not None and state.steps[state.current].status in ("running", "paused")
    index = state.current if is_open else next_step(state)
    if index is None:
        return {"test": "", "site": "", "stimulus": "", "phase": "sign and close"}
    step = plan.steps[index]
    if step.key in plan.forms:
        return _next_field(plan, state, index, is_open=is_open)
    if step.site_role is None:
        return _next_reading(plan, state, is_open=is_open)
    spec = plan.test_at(index).machine
    run = state.run if is_open else None
    machine = run.machine if run else machines.init(spec, stimulus_order(plan, index))
    due = machines.stimulus(spec, machine)
    return {
        "test": step.test,
        "site": step.site_role,
        "stimulus": due.id if due else "",
        "phase": machine.phase if run else "not started",
    }


def _next_field(plan: SessionPlan, state: SessionState, index: int, *, is_open: bool) -> dict[str, Any]:
    spec = plan.forms[plan.steps[index].key]
    now = form.due(spec, state.forms[-1].form if is_open else form.init(spec))
    return {
        "test": spec.form,
        "site": now.side if now else spec.moment,
        "stimulus": now.id if now else "close the form",
        "phase": "running" if is_open else "not started",
    }


def _next_reading(plan: SessionPlan, state: SessionState, *, is_open: bool) -> dict[str, Any]:
    assert plan.limb is not None
    limb = state.limb if is_open and state.limb else figure8.init(plan.figure8, plan.limb)
    due = figure8.due(plan.figure8, limb)
    return {
        "test": "FIG8",
        "site": due[0] if due else "",
        "stimulus": f"tape {due[0]} {due[1]}" if due else "close the set",
        "phase": "running" if is_open else "not started",
    }
