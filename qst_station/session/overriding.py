"""Signing for an instrument that must not be used."""

from __future__ import annotations

from dataclasses import replace

from qst_station.session.events import Command
from qst_station.session.instruments import stimuli_of
from qst_station.session.plan import SessionPlan
from qst_station.session.running import NotNow, Outcome, blocked, obstacles_now, obstacles_of, running
from qst_station.session.state import Override, SessionState

_SHORTEST_REASON = 5


def when_blocked(plan: SessionPlan, state: SessionState) -> str:
    """Why there is nothing to sign for now; empty where there is."""
    return "" if blocked(plan, state) else "nothing is blocked"


def override(plan: SessionPlan, state: SessionState, command: Command) -> Outcome:
    """Sign for instruments that must not be used: for those of the stimulus that is due, or of the whole test."""
    given = {name: str(value).strip() for name, value in command.args.items()}
    if given["scope"] not in ("stimulus", "test"):
        raise NotNow(f"scope is {given['scope']!r}; allowed: stimulus, test")
    if given["role"] not in plan.instruments.override_roles:
        allowed_roles = ", ".join(plan.instruments.override_roles) or "nobody"
        raise NotNow(f"a {given['role'] or 'person without a role'} may not sign for it; allowed: {allowed_roles}")
    if len(given["reason"]) < _SHORTEST_REASON or not given["signed_by"]:
        raise NotNow(f"an override needs a name and a reason of at least {_SHORTEST_REASON} characters")
    run = running(state)
    assert run is not None  # when_blocked
    found = list(obstacles_now(plan, state))
    if given["scope"] == "test":
        stimuli = stimuli_of(plan.test_at(run.step).machine)
        found = [o for stimulus in stimuli for o in obstacles_of(plan, run.test, stimulus)]
    signed = {earlier.instrument for earlier in state.overrides}
    new = {o.instrument: o for o in found if o.instrument not in signed}
    overrides = tuple(
        Override(
            t_ns=command.t_ns,
            instrument=obstacle.instrument,
            obstacle=obstacle.reason,
            reason=given["reason"],
            signed_by=given["signed_by"],
            role=given["role"],
        )
        for obstacle in new.values()
    )
    return replace(state, overrides=(*state.overrides, *overrides)), ()
