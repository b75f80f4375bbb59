"""The limb measurement under way: orders become readings."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from protocols import figure8
from qst_station.session.events import Command
from qst_station.session.plan import LIMB_STEP, SessionPlan
from qst_station.session.running import NotNow, Outcome, Recorded
from qst_station.session.state import SessionState, set_step


class FarReading(NotNow):
    """A girth far from those of its side: it is wrong, or one of them is."""


def measuring(plan: SessionPlan, state: SessionState) -> bool:
    """Whether the open step is the limb measurement."""
    return state.current is not None and plan.steps[state.current].test == LIMB_STEP


def open_limb(plan: SessionPlan, state: SessionState) -> SessionState:
    """Begin a set of readings; what an earlier attempt holds stays in the record."""
    if plan.limb is None:
        raise NotNow("this visit has no limb measurement")
    earlier = (*state.earlier_limbs, state.limb) if state.limb else state.earlier_limbs
    return replace(state, limb=figure8.init(plan.figure8, plan.limb), earlier_limbs=earlier)


def when_measuring(plan: SessionPlan, state: SessionState) -> str:
    """Why no reading can be entered now; empty where one can."""
    if state.current is not None and measuring(plan, state) and state.steps[state.current].status == "running":
        return ""
    return "no limb measurement is running"


def obey_limb(
    make: Callable[[Command], figure8.LimbEvent],
) -> Callable[[SessionPlan, SessionState, Command], Outcome]:
    """What an order of the limb measurement does."""

    def obey(plan: SessionPlan, state: SessionState, command: Command) -> Outcome:
        before, index = state.limb, state.current
        assert before is not None and index is not None  # when_measuring
        try:
            limb = figure8.step(plan.figure8, before, make(command))
        except figure8.FarReading as far:
            raise FarReading(str(far)) from far
        state = replace(state, limb=limb)
        if limb.closed:
            state = set_step(state, index, status="done")
        if len(limb.readings) == len(before.readings):
            return state, ()
        reading = limb.readings[-1]
        return state, (Recorded(test=LIMB_STEP, site=reading.side, trial=reading.number),)

    return obey


def entered_girth(command: Command) -> figure8.Entered:
    """A reading of the tape."""
    girth_cm, entered = float(command.args["girth_cm"]), command.args["entered"]
    return figure8.Entered(t_ns=command.t_ns, girth_cm=girth_cm, entered=entered, actor=command.actor.who)


def confirmed(command: Command) -> figure8.Confirmed:
    """The doubtful reading stands."""
    return figure8.Confirmed(t_ns=command.t_ns, reason=command.args["reason"])


def corrected_girth(command: Command) -> figure8.Corrected:
    """The doubtful reading was a slip."""
    return figure8.Corrected(t_ns=command.t_ns, take=command.args["take"])


def excluded(command: Command) -> figure8.Excluded:
    """A reading does not count."""
    return figure8.Excluded(t_ns=command.t_ns, reason=command.args["reason"], number=command.args.get("number"))


def not_done(command: Command) -> figure8.NotDone:
    """The side that is due is not measured."""
    return figure8.NotDone(t_ns=command.t_ns, reason=command.args["reason"])


def closed_set(command: Command) -> figure8.Closed:
    """The set of readings is complete."""
    return figure8.Closed(t_ns=command.t_ns)
