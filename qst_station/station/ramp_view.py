"""What a screen shows of a ramp: what to do, the lane, how the last one went; and the force limit of any test."""

from __future__ import annotations

from typing import Any, TypeAlias

from protocols.effects import RampFit
from protocols.ramp import REACHED, RampState
from protocols.ramp_spec import AnyRamp, ForceRampSpec, RampSpec
from qst_station.session.plan import SessionPlan, Step
from qst_station.session.state import SessionState

Json: TypeAlias = dict[str, Any]

_VERDICTS = {"good": "Ramp good", "too_fast": "Too fast", "too_slow": "Too slow"}

_AGAIN = {
    "too_fast": "Too fast. Repeat this trial?",
    "too_slow": "Too slow. Repeat this trial?",
    "uneven": "Uneven. Repeat this trial?",
}

_DO = {
    "kPa": {
        "typed": "Type the pressure that the display shows.",
        "ready": "Press Space, then press the probe.",
        "armed": "Press the probe on the muscle.",
        "lifting": "Lift the probe first.",
    },
    "mN": {
        "typed": "Type the force that the display shows.",
        "ready": "Press Space, then set the tip on the skin.",
        "armed": "Set the tip on the skin, and press.",
        "lifting": "Lift the tip first.",
    },
}


def ramp(spec: AnyRamp, machine: RampState, state: SessionState, *, typed: bool) -> Json:
    """The parts of a view that a ramp fills in; ``typed``: no gauge measures it."""
    trial = min(len(machine.values) + 1, spec.trials)
    words = _DO[spec.unit]
    last = _last(spec, state)
    again = _AGAIN.get(last["verdict"]) if last and last["repeat"] else None
    doubt = machine.doubt
    do = {
        "doubted": _doubt_words(spec, doubt.value) if doubt else "",
        "ready": words["typed"] if typed else again or words["ready"],
        "armed": words["armed"],
        "lifting": words["lifting"],
        "ramping": "Follow the lane. Release at the button.",
        "limited": "Safety limit: release.",
        "marked": "Release.",
        "done": "This test is done.",
    }[machine.phase]
    return {
        "do": do,
        "progress": {"done": len(machine.values), "of": spec.trials, "text": f"trial {trial} of {spec.trials}"},
        "ramp": {
            "phase": machine.phase,
            "unit": spec.unit,
            "rate_per_s": spec.rate_per_s,
            "rate_tolerance": spec.rate_tolerance,
            "contact": spec.contact,
            "limit": spec.limit,
            # Of a ramp that is over it would tell the load, by the rate and the time of the answer.
            "contact_ns": machine.contact_ns if machine.phase in ("ramping", "limited") else 0,
            "last": last,
            "rest": _rest(spec, state),
        },
    }


def typed_question(spec: AnyRamp) -> str:
    """What is asked for where the load is typed."""
    if spec.unit == "kPa":
        return "Pressure on the display in kPa, not N, not kg"
    return "Force on the display in mN, not N, not g"


def _doubt_words(spec: AnyRamp, value: float) -> str:
    """The question about a typed number, without the one before it."""
    return f"{value:g} {spec.unit} is far from the trial before. Keep it?"


def _rest(spec: AnyRamp, state: SessionState) -> Json | None:
    """The rest since the last trial of this attempt, whatever came of it; it was a load on the skin."""
    run, last = state.run, state.trials[-1] if state.trials else None
    if run is None or last is None or (last.step, last.attempt) != (run.step, run.attempt):
        return None
    return {"rest_s": spec.rest_s, "hold_s": 0.0, "since_ns": last.trial.t_answered_ns, "paced": True}


def _last(spec: AnyRamp, state: SessionState) -> Json | None:
    """How the last trial of the open test went, without its value; `repeat`: the protocol offers to repeat it."""
    if state.run is None or not state.trials or state.trials[-1].step != state.run.step:
        return None
    last = state.trials[-1]
    if last.trial.void_reason:
        words = f"Does not count: {last.trial.void_reason}. It is asked for again."
        return {"verdict": "void", "repeat": False, "text": words}
    if last.void_reason or state.trials[-1].attempt != state.run.attempt:
        return None
    if last.trial.censored:
        words = "Safety limit reached without pain. The trial is recorded as such."
        return {"verdict": "limit", "repeat": False, "text": words}
    if last.trial.ramp is None:
        return {"verdict": "", "repeat": False, "text": "Recorded."}
    verdict = last.trial.ramp.verdict
    return {"verdict": verdict, "repeat": verdict in spec.repeat_after, "text": _verdict(spec, last.trial.ramp)}


def _verdict(spec: AnyRamp, fit: RampFit) -> str:
    """The verdict on a ramp with the rule that it follows from: the rate tells no load."""
    allowed_by = spec.rate_tolerance * spec.rate_per_s
    lane = f"{spec.rate_per_s - allowed_by:g} to {spec.rate_per_s + allowed_by:g}"
    if fit.verdict == "uneven":
        return f"Uneven: within {lane} {spec.unit}/s for only {100 * fit.in_band:.0f} % of the time."
    return f"{_VERDICTS[fit.verdict]}: {fit.rate_per_s:.0f} {spec.unit}/s ({lane} asked for)."


def alarm(plan: SessionPlan, state: SessionState) -> Json | None:
    """Why the hand was last told to leave the skin (of a limit, which and whose), and since when.

    None once the next stimulus is asked for.
    """
    if state.alarm is None:
        return None
    reason = state.alarm.reason
    if reason == REACHED and state.current is not None:
        reason = limit_words(plan, plan.steps[state.current]) or reason
    return {"since_ns": state.alarm.t_ns, "reason": reason}


def limit_words(plan: SessionPlan, step: Step) -> str:
    """The force limit of a step: that of the study, or of the protocol for a ramp. Empty where there is none."""
    limit, spec = plan.force_limits.get(step.key), plan.tests[step.test].machine
    if isinstance(spec, RampSpec | ForceRampSpec):
        by_protocol = f"limit {spec.limit:g} {spec.unit}, set by the protocol"
        return f"limit {limit}, set by the study" if limit else by_protocol
    return f"limit {limit}, set by the study: no stronger stimulus is offered" if limit else ""
