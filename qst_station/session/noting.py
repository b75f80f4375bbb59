"""Notes beside the trials: coded deviations and adverse sensations, and why a step was paused or stopped."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Literal

from protocols import machines
from protocols.note_codes import OTHER, NoteKind
from protocols.ramp_spec import ForceRampSpec, RampSpec
from qst_station.session.attempts import change_last, settled
from qst_station.session.events import Command
from qst_station.session.plan import SessionPlan
from qst_station.session.running import NotNow, Outcome, running
from qst_station.session.state import Note, SessionState, set_step


def noted(
    plan: SessionPlan, state: SessionState, command: Command, text: str, *, kind: str, code: str = ""
) -> SessionState:
    """The state with a note at the trial whose stimulus may lie on the skin, or at the last where none does."""
    lies = _may_lie_on_skin(plan, state, command.t_ns)
    note = Note(
        t_ns=command.t_ns,
        kind=kind,
        text=text,
        trial=len(state.trials) + 1 if lies else _last_trial(state, state.current),
        actor=command.actor.who,
        code=code,
        step=-1 if state.current is None else state.current,
    )
    return replace(state, notes=(*state.notes, note))


def _may_lie_on_skin(plan: SessionPlan, state: SessionState, t_ns: int) -> bool:
    """Whether the stimulus that is due has been begun and the rest before it is over."""
    run = running(state)
    if run is None:
        return False
    spec = plan.test_at(run.step).machine
    if isinstance(spec, RampSpec | ForceRampSpec):
        gauge = plan.gauge_for(run.test)
        if gauge is not None and gauge.stream not in state.lost_streams:
            return state.present is not None  # from Space on; it is not begun before
        rested = t_ns >= run.machine.presented_ns + round(spec.rest_s * 1e9)  # nobody says when it begins
        return rested or run.machine.phase == "doubted"
    if state.present is None or "Begin" in machines.expects(spec, run.machine):
        return False
    return t_ns >= state.presented_ns + state.present.rest_ns


def _last_trial(state: SessionState, step: int | None) -> int:
    """The last trial of the newest attempt at a step, between the steps of all; 0 where there is none."""
    if step is None:
        return len(state.trials)
    attempt = state.steps[step].attempt
    return next((t.number for t in reversed(state.trials) if (t.step, t.attempt) == (step, attempt)), 0)


def without_due(state: SessionState) -> SessionState:
    """Notes at a trial that does not come now stay at the last one of their step."""
    due = len(state.trials) + 1
    kept = (replace(n, trial=_last_trial(state, n.step)) if n.trial == due else n for n in state.notes)
    return replace(state, notes=tuple(kept))


def remark(plan: SessionPlan, state: SessionState, command: Command) -> Outcome:
    """Note words without a code."""
    if not command.args["text"].strip():
        raise NotNow("a note needs a text")
    return noted(plan, state, command, command.args["text"].strip(), kind=command.args["kind"]), ()


def coded(kind: Literal["deviation", "adverse"]) -> Callable[[SessionPlan, SessionState, Command], Outcome]:
    """What the order for a coded note does."""

    def obey(plan: SessionPlan, state: SessionState, command: Command) -> Outcome:
        code, text, _ = _code_and_words(plan, kind, command)
        return noted(plan, state, command, text, kind=kind, code=code), ()

    return obey


def when_coded(plan: SessionPlan, state: SessionState) -> str:
    """Why there is nothing to choose a code from; empty where there is."""
    return "" if plan.note_codes is not None else "this visit has no list of codes: write a note"


def when_unexplained(plan: SessionPlan, state: SessionState) -> str:
    """Why nothing waits for its reason; empty while a step is paused, or was stopped last."""
    paused = state.current is not None and state.steps[state.current].status == "paused"
    if paused or state.stopped is not None:
        return when_coded(plan, state)
    return "nothing was paused or stopped"


def explain(plan: SessionPlan, state: SessionState, command: Command) -> Outcome:
    """Say afterwards why the step that is paused was paused, or why the last one was stopped."""
    paused = state.current is not None and state.steps[state.current].status == "paused"
    kind: Literal["pause", "stop"] = "pause" if paused else "stop"
    code, text, words = _code_and_words(plan, kind, command)
    state = noted(plan, state, command, text, kind=kind, code=code)
    if paused:
        assert state.current is not None
        return set_step(state, state.current, reason=words), ()
    index = state.stopped
    assert index is not None  # when_unexplained
    was = max((a for a in state.attempts if a.step == index), key=lambda attempt: attempt.number)
    parameters = tuple(
        replace(p, reason=f"stopped: {words}{p.reason.removeprefix(f'stopped: {was.reason}')}")
        for p in was.parameters
    )
    note = replace(state.notes[-1], step=index, trial=_last_trial(state, index))
    state = replace(state, notes=(*state.notes[:-1], note))
    return settled(change_last(state, index, reason=words, parameters=parameters), index), ()


def _code_and_words(plan: SessionPlan, kind: NoteKind, command: Command) -> tuple[str, str, str]:
    """Code, text, and both in words."""
    assert plan.note_codes is not None  # when_coded
    code, text = command.args["code"], command.args["text"].strip()
    label = plan.note_codes.label(kind, code)
    if code == OTHER and not text:
        raise NotNow("what stands in no list needs words")
    return code, text, ": ".join(part for part in (label, text) if part)
