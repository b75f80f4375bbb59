"""The check-list before a visit: what was confirmed, typed or found, and when the first step may begin."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from protocols.checklist import CheckLine, Visited
from protocols.form_document import Refusal
from protocols.ramp_spec import ForceRampSpec, RampSpec
from qst_station.session.events import Command
from qst_station.session.plan import LIMB_STEP, SessionPlan
from qst_station.session.running import NotNow, Outcome
from qst_station.session.state import Check, Checked, SessionState

_OF_THE_LIMB = frozenset((LIMB_STEP, "limb_context", "skin_temperature", "circumferences", "water_displacement"))


def check_lines(plan: SessionPlan) -> tuple[CheckLine, ...]:
    """The lines of the check-list of this visit; none in journals from before there was one."""
    if plan.checklist is None:
        return ()
    visited: set[Visited] = set()
    for step in plan.steps:
        if step.site_role is not None:
            visited.add("tests")
            if isinstance(plan.tests[step.test].machine, RampSpec | ForceRampSpec):
                visited.add("ramp")
        elif step.test in _OF_THE_LIMB:
            visited.add("limb")
    if plan.gauges:
        visited.add("gauge")
    return plan.checklist.lines_with(visited)


def held_checks(state: SessionState) -> dict[str, Check]:
    """The check that holds for each line that has one."""
    return {check.line: check for check in state.checks}


def open_lines(plan: SessionPlan, state: SessionState) -> tuple[CheckLine, ...]:
    """The lines that are not in order and need a reason."""
    held = held_checks(state)
    return tuple(
        line
        for line in check_lines(plan)
        if not line.optional and (line.id not in held or held[line.id].state == "open")
    )


def check_due(plan: SessionPlan, state: SessionState) -> bool:
    """Whether the check-list comes next: it is not closed, and no step has been begun."""
    untouched = all(step.status in ("ready", "skipped") and not step.attempt for step in state.steps)
    return plan.checklist is not None and state.checked is None and not state.closed and untouched


def when_checking(plan: SessionPlan, state: SessionState) -> str:
    """Why nothing can be entered in the check-list now; empty where it can."""
    if plan.checklist is None:
        return "this visit has no check-list"
    return "the check-list is closed" if state.checked is not None else ""


def after_checking(
    why_not: Callable[[SessionPlan, SessionState], str],
) -> Callable[[SessionPlan, SessionState], str]:
    """As `why_not`, for what waits in a real visit until the check-list is closed."""

    def waits(plan: SessionPlan, state: SessionState) -> str:
        if plan.kind == "real" and plan.checklist is not None and state.checked is None:
            return "the check-list before the visit is open"
        return why_not(plan, state)

    return waits


def check(plan: SessionPlan, state: SessionState, command: Command) -> Outcome:
    """Enter what was found for a line; a number that is typed is read and judged here."""
    args = command.args
    line = next((line for line in check_lines(plan) if line.id == args["line"]), None)
    if line is None:
        raise NotNow(f"line is {args['line'][:40]!r}; allowed: {', '.join(each.id for each in check_lines(plan))}")
    if args["state"] not in ("ok", "open"):
        raise NotNow(f"state is {args['state'][:40]!r}; allowed: ok, open")
    said, reason = args["said"].strip(), args["reason"].strip()
    if args["state"] == "ok" and line.number is not None:
        _judge(line, said, reason)
    entered = Check(
        t_ns=command.t_ns,
        line=line.id,
        state=args["state"],
        said=said,
        reason=reason,
        actor=command.actor.who,
        source=command.source,
    )
    return replace(state, checks=(*state.checks, entered)), ()


def _judge(line: CheckLine, said: str, reason: str) -> None:
    assert line.number is not None
    try:
        value = line.number.read(said)
    except Refusal as refusal:
        raise NotNow(str(refusal)) from refusal
    if not line.number.soft_low <= value <= line.number.soft_high and not reason:
        usual = f"{line.number.soft_low:g} to {line.number.soft_high:g} {line.number.unit}"
        raise NotNow(f"{value:g} {line.number.unit} is unusual ({usual}): it needs a reason")


def checked(plan: SessionPlan, state: SessionState, command: Command) -> Outcome:
    """Close the check-list."""
    waiting, reason = open_lines(plan, state), command.args["reason"].strip()
    if waiting and not reason:
        names = ", ".join(line.id for line in waiting)
        raise NotNow(f"not in order yet: {names}. Going on needs a reason")
    ended = Checked(
        t_ns=command.t_ns,
        open_lines=tuple(line.id for line in waiting),
        reason=reason,
        actor=command.actor.who,
    )
    return replace(state, checked=ended), ()
