"""The test under way: hands events to its machine and its wishes to the session."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TypeAlias

import numpy as np
import numpy.typing as npt

from calibration.scale import force_mn, pressure_kpa
from protocols import machines
from protocols.effects import Beat, Effect, Finish, Present, Record, Release, Sound, Stimulus, Trial, WakeAt
from protocols.events import Event, Interrupted, Samples
from protocols.ramp_spec import AnyRamp, ForceRampSpec, RampSpec
from protocols.rating import RatingSpec, RatingState, fixed_plan
from qst_station.session.events import FLAG_LATE, FLAG_OVERLOAD, FLAG_PEAK, ForceBlock
from qst_station.session.instruments import Obstacle, obstacles, stimuli_of
from qst_station.session.plan import GaugeUse, SessionPlan
from qst_station.session.state import Alarm, SessionState, SessionTrial, TestRun, set_step, without_stimulus


@dataclass(frozen=True, slots=True, kw_only=True)
class Recorded:
    """An answer is part of the record: a trial, or a limb reading (`test` FIG8, `site` its side).

    Of an entry in a form `test` is the form, `site` the field, and `trial` the number of the entry.
    """

    test: str
    site: str
    trial: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Beep:
    """A beat of a train is due now."""

    beat: Beat


@dataclass(frozen=True, slots=True, kw_only=True)
class LetGo:
    """The probe must leave the skin now."""

    reason: str


Consequence: TypeAlias = Recorded | Beep | LetGo
Outcome: TypeAlias = tuple[SessionState, tuple[Consequence, ...]]


def obstacles_now(plan: SessionPlan, state: SessionState) -> tuple[Obstacle, ...]:
    """What stands against the stimulus that is due, whether or not somebody has signed for it."""
    run = running(state)
    due = machines.stimulus(plan.test_at(run.step).machine, run.machine) if run else None
    return obstacles_of(plan, run.test, due) if run and due else ()


def obstacles_of(plan: SessionPlan, test: str, stimulus: Stimulus) -> tuple[Obstacle, ...]:
    """What stands against a stimulus of a test."""
    gauge = plan.gauge_for(test)
    return obstacles(plan.instruments, stimulus, (gauge.stream, gauge.instrument) if gauge else None)


def blocked(plan: SessionPlan, state: SessionState) -> Obstacle | None:
    """The first obstacle to the stimulus that is due for which nobody has signed."""
    signed = {override.instrument for override in state.overrides}
    return next((o for o in obstacles_now(plan, state) if o.instrument not in signed), None)


def obstacles_before(plan: SessionPlan, state: SessionState, index: int) -> tuple[Obstacle, ...]:
    """What stands against any stimulus that a test which has not begun may ask for, unless somebody has signed.

    The one that a test begins with stands first, but not of a rating test, of which it must not be seen.
    """
    if not plan.instruments.gate:
        return ()
    spec = plan.test_at(index).machine
    first = None if isinstance(spec, RatingSpec) else machines.stimulus(spec, machines.init(spec, ()))
    asked = (*((first,) if first else ()), *stimuli_of(spec))
    signed = {override.instrument for override in state.overrides}
    found = {o.instrument: o for due in asked for o in obstacles_of(plan, plan.steps[index].test, due)}
    return tuple(obstacle for name, obstacle in found.items() if name not in signed)


def stimulus_order(plan: SessionPlan, index: int) -> tuple[str, ...]:
    """The stimuli of a rating test in their order; empty for other tests, whose answers decide what is next."""
    spec = plan.test_at(index).machine
    if not isinstance(spec, RatingSpec):
        return ()
    return plan.orders[plan.steps[index].key] if spec.shuffled else fixed_plan(spec)


class NotNow(ValueError):
    """An order that does not fit where the session stands. Nothing has changed; the message says why."""


def running(state: SessionState) -> TestRun | None:
    """The test that takes events now: open, and neither paused nor done."""
    run = state.run
    return run if run and state.current == run.step and state.steps[run.step].status == "running" else None


def expects(plan: SessionPlan, state: SessionState) -> tuple[str, ...]:
    """Names of the machine events that the running test takes."""
    run = running(state)
    return machines.expects(plan.test_at(run.step).machine, run.machine) if run else ()


def feed(plan: SessionPlan, state: SessionState, event: Event, *, source: str, actor: str) -> Outcome:
    """Hand an event to the running test and carry out its effects.

    Raises
    ------
    ValueError
        The machine does not take the event; nothing has changed.
    """
    run = running(state)
    if run is None:
        raise NotNow("no test is running")
    before = run.machine
    after, effects = machines.step(plan.test_at(run.step).machine, before, event)
    state = replace(state, run=replace(run, machine=after))
    return carry_out(plan, state, effects, before=before, source=source, actor=actor)


def carry_out(
    plan: SessionPlan,
    state: SessionState,
    effects: tuple[Effect, ...],
    *,
    before: machines.State,
    source: str,
    actor: str,
) -> Outcome:
    """Turn the effects of a machine into state and consequences. `before` is what an undo goes back to."""
    consequences: list[Consequence] = []
    for effect in effects:
        match effect:
            case Present():
                state = replace(without_stimulus(state), present=effect, presented_ns=state.t_ns, alarm=None)
            case WakeAt():
                state = replace(state, wake_ns=effect.t_ns)
            case Sound():
                state = replace(state, beat=effect.beat)
                consequences.append(Beep(beat=effect.beat))
            case Release():
                consequences.append(LetGo(reason=effect.reason))
                if effect.alarm:
                    state = replace(state, alarm=Alarm(t_ns=state.t_ns, reason=effect.reason))
            case Record():
                state, recorded = _record(plan, state, effect.trial, before=before, source=source, actor=actor)
                consequences.append(recorded)
            case Finish():
                state = _finish(state, effect)
    return state, tuple(consequences)


def press(plan: SessionPlan, state: SessionState, block: ForceBlock) -> Outcome:
    """Keep samples under the stimulus that was asked for, and hand them to a running ramp."""
    run = running(state)
    gauge = plan.gauge_for(run.test) if run else None
    if run is None or gauge is None or gauge.stream != block.stream or state.present is None:
        return state, ()
    state = replace(state, trace=state.trace.add(block, state.presented_ns))
    spec = plan.test_at(run.step).machine
    takes = machines.expects(spec, run.machine)
    if not isinstance(spec, RampSpec | ForceRampSpec) or "Samples" not in takes or not len(block.t_ns):
        return state, ()
    # A command is taken at once, and samples that are older than the stimulus it asked for may come after it.
    since = block.t_ns >= state.presented_ns
    late = ((block.flags & FLAG_LATE) != 0) & since
    load = _load(spec, block, gauge)
    if late.any():
        # The machine has moved on: late samples stay in the trace, and the trial says so.
        state = mark(state, "late_samples")
        if (load[late] >= spec.limit).any():
            return _cut_off(plan, state, "safety limit passed, seen too late", block.stream)
    fault = np.isnan(load) | ((block.flags & (FLAG_OVERLOAD | FLAG_PEAK)) != 0)
    end = int(fault.argmax()) if fault.any() else len(load)
    good = since & ~late & (np.arange(len(load)) < end)
    consequences: tuple[Consequence, ...] = ()
    if good.any():
        event = Samples(t_ns=tuple(block.t_ns[good].tolist()), load=tuple(load[good].tolist()))
        state, consequences = feed(plan, state, event, source=block.stream, actor="")
    if fault.any() and "Samples" in expects(plan, state):
        overload = bool(block.flags[end] & FLAG_OVERLOAD)
        reason = "overload of the gauge" if overload else "gauge shows its peak and not the force"
        state, cut = _cut_off(plan, state, reason, block.stream)
        consequences += cut
    return state, consequences


def _load(spec: AnyRamp, block: ForceBlock, gauge: GaugeUse) -> npt.NDArray[np.float64]:
    """The samples in the unit of the ramp."""
    if isinstance(spec, ForceRampSpec):
        return block.force_mn
    return np.array(pressure_kpa(block.force_mn.tolist(), gauge.probe_area_cm2))


def alert_mn(plan: SessionPlan, state: SessionState) -> float | None:
    """The force of the gauge in use that will change the running test; None where none will."""
    run = running(state)
    gauge = plan.gauge_for(run.test) if run else None
    if run is None or gauge is None:
        return None
    spec = plan.test_at(run.step).machine
    load = machines.alert(spec, run.machine)
    if load is None or isinstance(spec, ForceRampSpec):
        return load
    return force_mn(load, gauge.probe_area_cm2)


def _cut_off(plan: SessionPlan, state: SessionState, reason: str, stream: str) -> Outcome:
    return feed(plan, state, Interrupted(t_ns=state.t_ns, reason=reason, alarm=True), source=stream, actor="")


def mark(state: SessionState, flag: str) -> SessionState:
    """Mark the trial under way."""
    if state.present is None or flag in state.marks:
        return state
    return replace(state, marks=(*state.marks, flag))


def _finish(state: SessionState, effect: Finish) -> SessionState:
    assert state.run is not None
    state = set_step(state, state.run.step, status="done", reason="", parameters=effect.parameters)
    return replace(state, present=None, wake_ns=None, beat=None)


def not_finished(number: int) -> str:
    """Why the trials of an attempt that runs do not count beside an earlier one that is finished."""
    return f"attempt {number} is not finished"


def _record(
    plan: SessionPlan, state: SessionState, trial: Trial, *, before: machines.State, source: str, actor: str
) -> tuple[SessionState, Recorded]:
    run = state.run
    assert run is not None
    behind = plan.instruments.behind(trial.stimulus)
    signed = {override.instrument for override in state.overrides}
    overridden = [o.instrument for o in obstacles_of(plan, run.test, trial.stimulus) if o.instrument in signed]
    under = state.trace.until(trial.t_presented_ns, trial.t_answered_ns)
    if isinstance(before, RatingState) and before.again:  # the stimulus lay under the number that was taken back
        about = (run.step, run.attempt, trial.stimulus.id, trial.series)
        under = next(t.trace for t in reversed(state.trials) if t.void_reason and t.about == about)
    kept = SessionTrial(
        number=len(state.trials) + 1,
        step=run.step,
        test=run.test,
        attempt=run.attempt,
        site=run.site,
        trial=trial,
        source=source,
        actor=actor,
        void_reason=trial.void_reason,
        stream=under.stream,
        sample_first=under.first,
        sample_stop=under.stop,
        peak_force_mn=under.peak_force_mn,
        flags=(*trial.flags, *state.marks, *(f"override:{name.replace(' ', '_')}" for name in overridden)),
        instrument=behind.id if behind else "",
        set_aside=not_finished(run.attempt) if state.steps[run.step].counted else "",
    )
    undo = run.undo if kept.void_reason else (*run.undo, (before, kept.number))
    state = replace(without_stimulus(state), trials=(*state.trials, kept), run=replace(run, undo=undo))
    return state, Recorded(test=run.test, site=run.site.role, trial=kept.number)
