"""The session machine: one event in, the next state and what follows from it out. No clock, no file, no port."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from protocols.events import Interrupted, Mark, Woke
from qst_station.session.attempts import followed
from qst_station.session.commands import obey
from qst_station.session.events import (
    ButtonPressed,
    ClockPair,
    Command,
    DeviceNews,
    ForceBlock,
    SessionEvent,
    TimerDue,
)
from qst_station.session.plan import SessionPlan
from qst_station.session.running import Outcome, expects, feed, mark, press, running
from qst_station.session.state import SessionState, StepState

# News that end the stimulus under way where the gauge lies under it.
_INTERRUPTING = {
    "lost": "gauge lost",
    "silent": "gauge silent",
    "unit": "unit changed on the gauge",
    "gap": "gap in the readings of the gauge",
    "unreadable": "gauge unreadable",
    "stuck": "gauge stuck at one number",
    "negative": "force of the gauge is negative",
    "restarted": "gauge restarted",
    "overflow": "readings of the gauge are missing",
}


def first_state(plan: SessionPlan) -> SessionState:
    """The state of a session that has just been opened."""
    return SessionState(steps=tuple(StepState() for _ in plan.steps))


def step(plan: SessionPlan, state: SessionState, event: SessionEvent) -> Outcome:
    """Take one event.

    Raises
    ------
    NotNow
        A command that does not fit; nothing has changed. Nothing but a command is ever refused.
    """
    before = replace(state, t_ns=max(state.t_ns, _time(event)))
    after, consequences = _taken(plan, before, event)
    return followed(before, after), consequences


def _taken(plan: SessionPlan, state: SessionState, event: SessionEvent) -> Outcome:
    match event:
        case Command():
            return obey(plan, state, event)
        case ButtonPressed():
            return _pressed_button(plan, state, event)
        case TimerDue():
            return _timer(plan, state, event)
        case ForceBlock():
            return press(plan, state, event)
        case DeviceNews():
            return _news(plan, state, event)
        case ClockPair():
            return state, ()


def replay(plan: SessionPlan, events: Iterable[SessionEvent]) -> SessionState:
    """The state after all events, from the first state on."""
    state = first_state(plan)
    for event in events:
        state, _ = step(plan, state, event)
    return state


def _time(event: SessionEvent) -> int:
    if isinstance(event, ForceBlock):
        return int(event.t_ns[-1]) if len(event.t_ns) else 0
    return event.t_ns


def _pressed_button(plan: SessionPlan, state: SessionState, event: ButtonPressed) -> Outcome:
    if "Mark" not in expects(plan, state):
        return state, ()
    if event.late:
        state = mark(state, "late_mark")
    mark_event = Mark(t_ns=event.t_ns, uncertainty_ns=event.uncertainty_ns)
    return feed(plan, state, mark_event, source=event.device, actor="")


def _timer(plan: SessionPlan, state: SessionState, event: TimerDue) -> Outcome:
    state = replace(state, wake_ns=None)
    if "Woke" not in expects(plan, state):
        return state, ()
    return feed(plan, state, Woke(t_ns=event.t_ns), source="timer", actor="")


def _news(plan: SessionPlan, state: SessionState, event: DeviceNews) -> Outcome:
    lost = state.lost_streams
    if event.what in ("lost", "silent", "unreadable", "stuck"):
        lost = lost | {event.device}
    elif event.what in ("returned", "recovered", "attached"):
        lost = lost - {event.device}
    state = mark(replace(state, lost_streams=lost), f"{event.device}:{event.what}")
    run = running(state)
    gauge = plan.gauge_for(run.test) if run else None
    reason = _INTERRUPTING.get(event.what)
    if run is None or gauge is None or gauge.stream != event.device or reason is None:
        return state, ()
    # Hand-held stimuli go on without their trace; a ramp without a gauge must not.
    if "Samples" not in expects(plan, state):
        return state, ()
    interrupted = Interrupted(t_ns=event.t_ns, reason=reason, alarm=True)
    return feed(plan, state, interrupted, source=event.device, actor="")
