"""A load that rises until the participant marks it: pressure (PPT), or the force of a tip (EVF).

One trial: armed -> (lifted) -> contact -> ramp -> mark. The load at the mark is interpolated between the samples
on both sides of it, so the machine waits for the first sample after the mark. All loads are in the unit of the
spec.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from math import fsum, inf
from typing import Literal

from protocols.effects import (
    Effect,
    Finish,
    Parameter,
    Present,
    RampFit,
    RampVerdict,
    Record,
    Release,
    Stimulus,
    Trial,
    WakeAt,
)
from protocols.events import Begin, Event, Interrupted, Mark, Rated, Samples, Settled, Unexpected, Woke
from protocols.ramp_spec import AnyRamp
from protocols.rating import refuse_off_scale
from protocols.summaries import summarise

REACHED = "safety limit"
"""Why the hand has to leave the skin where the limit of the spec was reached."""
_MARK_GRACE_NS = 500_000_000  # a gauge that has sent nothing for so long after the mark has gone silent


@dataclass(frozen=True, slots=True, kw_only=True)
class RampState:
    """Where a ramp test stands.

    Attributes
    ----------
    values : tuple of (float or None)
        Thresholds of the trials that count; None where the limit was reached without a mark.
    trace : tuple of Samples
        Samples of the trial under way, from contact on.
    limit_ns : int
        When the limit was reached, in phase "limited".
    lifted : bool
        Whether the load has been below contact since the trial was armed, where the spec asks for that.
    doubt : Rated or None
        A typed number that is far from the trial before it, in phase "doubted".
    """

    phase: Literal["ready", "doubted", "armed", "lifting", "ramping", "limited", "marked", "done"] = "ready"
    values: tuple[float | None, ...] = ()
    trace: tuple[Samples, ...] = ()
    contact_ns: int = 0
    limit_ns: int = 0
    mark: Mark | None = None
    presented_ns: int = 0
    lifted: bool = False
    doubt: Rated | None = None


_EXPECTS: dict[str, tuple[str, ...]] = {
    "ready": ("Begin", "Rated", "Interrupted"),
    "doubted": ("Begin", "Settled", "Interrupted"),
    "armed": ("Samples", "Mark", "Interrupted"),
    "lifting": ("Samples", "Mark", "Interrupted"),
    "ramping": ("Samples", "Mark", "Interrupted"),
    "limited": ("Mark", "Woke", "Interrupted"),
    "marked": ("Samples", "Woke", "Interrupted"),
    "done": (),
}


def init(spec: AnyRamp, plan: tuple[str, ...] = ()) -> RampState:
    """The state before the first trial; a ramp test has no plan."""
    if plan:
        raise ValueError(f"a ramp test takes no plan, not {plan}")
    return RampState()


def expects(spec: AnyRamp, state: RampState) -> tuple[str, ...]:
    """Names of the events that the state takes."""
    return _EXPECTS[state.phase]


def alert(spec: AnyRamp, state: RampState) -> float | None:
    """The load at which the state will change; None where no sample changes it."""
    at = {"armed": spec.contact, "lifting": spec.limit, "ramping": spec.limit, "marked": -inf}
    return at.get(state.phase)


def stimulus(spec: AnyRamp, state: RampState) -> Stimulus | None:
    """The stimulus that is due, or None when the test is done."""
    return None if state.phase == "done" else spec.stimulus


def step(spec: AnyRamp, state: RampState, event: Event) -> tuple[RampState, tuple[Effect, ...]]:
    """Take one event. Samples and marks that belong to no trial under way are left alone.

    Raises
    ------
    Unexpected
        The state does not take this event.
    ValueError
        A typed number outside `entry`.
    """
    match event, state.phase:
        case Begin(), "ready" | "doubted":
            state = replace(
                state, phase="armed", trace=(), mark=None, presented_ns=event.t_ns, lifted=False, doubt=None
            )
            return state, (Present(stimulus=spec.stimulus, rest_ns=round(spec.rest_s * 1e9)),)
        case Rated(), "ready":
            return _typed(spec, state, event)
        case Settled(), "doubted" if state.doubt and event.keep:
            return _recorded(spec, state, _read_off(spec, state, state.doubt, flags=("typed", "confirmed")))
        case ((Settled() | Interrupted()), "doubted"):
            return resume(spec, state, event.t_ns)
        case Samples(), "armed" | "lifting" if spec.lift_first and not state.lifted:
            return _awaiting_lift(spec, state, event)
        case Samples(), "armed" | "ramping":
            return _pressed(spec, state, event)
        case Samples(), "marked":
            state = replace(state, trace=(*state.trace, event))
            return _at_mark(spec, state, event.t_ns[-1]) if _covers_mark(state) else (state, ())
        case Mark(), "armed" | "lifting" | "ramping" if event.t_ns < state.presented_ns:
            return state, ()  # it was pressed before this trial, and has come late
        case Mark(), "armed":
            early = "response before the probe touched the skin"
            return _void(spec, replace(state, mark=event), event.t_ns, early)
        case Mark(), "lifting":
            return _void(spec, replace(state, mark=event), event.t_ns, "response before the probe was lifted")
        case Mark(), "ramping" if event.t_ns < state.contact_ns:
            early = "response before the probe touched the skin"
            return _void(spec, replace(state, mark=event), event.t_ns, early)
        case Mark(), "ramping":
            state = replace(state, phase="marked", mark=event)
            release = (Release(reason="mark"), WakeAt(t_ns=event.t_ns + _MARK_GRACE_NS))
            if not _covers_mark(state):
                return state, release
            state, effects = _at_mark(spec, state, event.t_ns)
            return state, (release[0], *effects)
        case Woke(), "marked" if state.mark and event.t_ns < state.mark.t_ns + _MARK_GRACE_NS:
            return state, (WakeAt(t_ns=state.mark.t_ns + _MARK_GRACE_NS),)
        case Woke(), "marked":
            return _void(spec, state, event.t_ns, "the gauge sent no sample after the response")
        case Mark(), "limited" if event.t_ns < state.contact_ns:
            early = "response before the probe touched the skin"
            return _void(spec, replace(state, mark=event), event.t_ns, early)
        case Mark(), "limited" if event.t_ns <= state.limit_ns:
            return _at_mark(spec, replace(state, mark=event), event.t_ns)
        case Woke(), "limited" if event.t_ns < _limit_wait_ends_ns(spec, state):
            return state, (WakeAt(t_ns=_limit_wait_ends_ns(spec, state)),)
        case ((Woke() | Interrupted()), "limited"):
            return _not_reached(spec, state)
        case Woke(), _:
            return state, ()  # the wake-up of a mark whose sample has come
        case Samples() | Mark(), "ready" | "doubted" | "marked" | "limited":
            return state, ()
        case Interrupted(), "armed" | "lifting" | "ramping" | "marked":
            return _void(spec, state, event.t_ns, event.reason, alarm=event.alarm)
        case Interrupted(), "ready":
            return state, ()
    raise Unexpected(type(event).__name__, expects(spec, state))


def resume(spec: AnyRamp, state: RampState, t_ns: int) -> tuple[RampState, tuple[Effect, ...]]:
    """Make ready for the trial that is due. A trial that was under way starts over."""
    if state.phase == "done":
        return state, ()
    return replace(state, phase="ready", trace=(), mark=None, presented_ns=t_ns, doubt=None), ()


def _awaiting_lift(spec: AnyRamp, state: RampState, event: Samples) -> tuple[RampState, tuple[Effect, ...]]:
    """Wait for a load below contact; what the gauge measured before the trial was armed plays no part."""
    since = [point for point in zip(event.t_ns, event.load, strict=True) if point[0] >= state.presented_ns]
    below = next((i for i, (_, load) in enumerate(since) if load < spec.contact), None)
    for t_ns, load in since[:below]:
        if load >= spec.limit:
            return _void(spec, state, t_ns, "safety limit before the probe was lifted", alarm=True)
    if below is None:
        return (replace(state, phase="lifting") if since else state), ()
    state = replace(state, phase="armed", lifted=True)
    after = since[below + 1 :]
    if not after:
        return state, ()
    return _pressed(spec, state, Samples(t_ns=tuple(t for t, _ in after), load=tuple(p for _, p in after)))


def _pressed(spec: AnyRamp, state: RampState, event: Samples) -> tuple[RampState, tuple[Effect, ...]]:
    if state.phase == "armed":
        touching = next((i for i, p in enumerate(event.load) if p >= spec.contact), None)
        if touching is None:
            return state, ()
        event = Samples(t_ns=event.t_ns[touching:], load=event.load[touching:])
        state = replace(state, phase="ramping", contact_ns=event.t_ns[0])
    state = replace(state, trace=(*state.trace, event))
    if max(event.load) < spec.limit:
        return state, ()
    reached_ns = next(t for t, p in zip(event.t_ns, event.load, strict=True) if p >= spec.limit)
    state = replace(state, phase="limited", limit_ns=reached_ns)
    release = Release(reason=REACHED, alarm=True)
    if spec.mark_grace_s:
        return state, (release, WakeAt(t_ns=_limit_wait_ends_ns(spec, state)))
    state, effects = _not_reached(spec, state)
    return state, (release, *effects)


def _limit_wait_ends_ns(spec: AnyRamp, state: RampState) -> int:
    return state.limit_ns + round(spec.mark_grace_s * 1e9)


def _not_reached(spec: AnyRamp, state: RampState) -> tuple[RampState, tuple[Effect, ...]]:
    """The trial ended at the limit: its threshold lies above."""
    return _recorded(spec, state, _trial(spec, state, state.limit_ns, value=None, censored=True))


def _covers_mark(state: RampState) -> bool:
    assert state.mark is not None
    return bool(state.trace) and state.trace[-1].t_ns[-1] >= state.mark.t_ns


def _at_mark(spec: AnyRamp, state: RampState, t_ns: int) -> tuple[RampState, tuple[Effect, ...]]:
    assert state.mark is not None
    before, after = _around(state.trace, state.mark.t_ns)
    if after[0] - before[0] > spec.longest_gap_s * 1e9:
        return _void(spec, state, t_ns, "gap in the force signal at the response")
    load = _between(before, after, state.mark.t_ns)
    if load < spec.contact:
        return _void(spec, state, t_ns, "response after the probe had left the skin")
    return _recorded(spec, state, _trial(spec, state, t_ns, value=load, censored=False))


def _typed(spec: AnyRamp, state: RampState, event: Rated) -> tuple[RampState, tuple[Effect, ...]]:
    refuse_off_scale(spec.entry, event.value)
    if _of_another_size(spec, state, event.value):
        return replace(state, phase="doubted", doubt=event), ()
    return _recorded(spec, state, _read_off(spec, state, event, flags=("typed",)))


def _of_another_size(spec: AnyRamp, state: RampState, value: float) -> bool:
    """Whether a number differs from the trial before it as one that was read in another unit does."""
    if not spec.ask_factor or not state.values:
        return False
    before = spec.limit if state.values[-1] is None else state.values[-1]
    return max(before, value) > spec.ask_factor * min(before, value)


def _read_off(spec: AnyRamp, state: RampState, event: Rated, *, flags: tuple[str, ...]) -> Trial:
    reached = event.value < spec.limit  # the limit typed means: no pain up to the limit
    return Trial(
        stimulus=spec.stimulus,
        series=len(state.values) + 1,
        value=event.value if reached else None,
        unit=spec.unit,
        censored="" if reached else "high",
        t_presented_ns=state.presented_ns,
        t_answered_ns=event.t_ns,
        flags=flags,
    )


def _trial(spec: AnyRamp, state: RampState, t_ns: int, *, value: float | None, censored: bool) -> Trial:
    mark = state.mark
    return Trial(
        stimulus=spec.stimulus,
        series=len(state.values) + 1,
        value=value,
        unit=spec.unit,
        censored="high" if censored else "",
        t_presented_ns=state.presented_ns,
        t_answered_ns=mark.t_ns if mark else t_ns,
        t_mark_ns=mark.t_ns if mark else None,
        mark_uncertainty_ns=mark.uncertainty_ns if mark else None,
        ramp=_fit(spec, state, mark.t_ns if mark else t_ns),
    )


def _void(
    spec: AnyRamp, state: RampState, t_ns: int, reason: str, *, alarm: bool = False
) -> tuple[RampState, tuple[Effect, ...]]:
    trial = replace(_trial(spec, state, t_ns, value=None, censored=False), void_reason=reason)
    state, effects = resume(spec, state, t_ns)
    return state, (Release(reason=reason, alarm=alarm), Record(trial=trial), *effects)


def _recorded(spec: AnyRamp, state: RampState, trial: Trial) -> tuple[RampState, tuple[Effect, ...]]:
    state = replace(state, values=(*state.values, trial.value))
    if len(state.values) == spec.trials:
        state = replace(state, phase="done", trace=(), mark=None, doubt=None)
        return state, (Record(trial=trial), Finish(parameters=(threshold(spec, state),)))
    state, effects = resume(spec, state, trial.t_answered_ns)
    return state, (Record(trial=trial), *effects)


def _around(trace: tuple[Samples, ...], t_ns: int) -> tuple[tuple[int, float], tuple[int, float]]:
    """The last sample not after ``t_ns`` and the first not before it; ``t_ns`` lies inside the trace."""
    points = [point for block in trace for point in zip(block.t_ns, block.load, strict=True)]
    before = max((point for point in points if point[0] <= t_ns), key=lambda point: point[0])
    after = min((point for point in points if point[0] >= t_ns), key=lambda point: point[0])
    return before, after


def _between(before: tuple[int, float], after: tuple[int, float], t_ns: int) -> float:
    if after[0] == before[0]:
        return before[1]
    return before[1] + (after[1] - before[1]) * (t_ns - before[0]) / (after[0] - before[0])


def _fit(spec: AnyRamp, state: RampState, end_ns: int) -> RampFit | None:
    """Adherence from contact to ``end_ns``; None where the probe never touched the skin.

    A ramp shorter than the judging window is judged as a whole: a jab must not escape its verdict.
    """
    points = [
        (t * 1e-9, p) for block in state.trace for t, p in zip(block.t_ns, block.load, strict=True) if t <= end_ns
    ]
    if points and state.trace[-1].t_ns[-1] > end_ns:
        last = _between(*_around(state.trace, end_ns), end_ns)
        points.append((end_ns * 1e-9, last))
    if len(points) < 2 or points[-1][0] <= points[0][0]:
        return None
    rate = _slope(points)
    tolerance = spec.rate_tolerance * spec.rate_per_s
    judged = _momentary_rates(points, spec.rate_window_s) or [rate]
    in_band = sum(abs(r - spec.rate_per_s) <= tolerance for r in judged) / len(judged)
    verdict: RampVerdict = "good" if in_band >= spec.least_in_band else "uneven"
    if abs(rate - spec.rate_per_s) > tolerance:
        verdict = "too_fast" if rate > spec.rate_per_s else "too_slow"
    return RampFit(
        contact_ns=state.contact_ns,
        rate_per_s=rate,
        in_band=in_band,
        verdict=verdict,
    )


def _slope(points: list[tuple[float, float]]) -> float:
    """Least-squares slope of load over time, per second."""
    n = len(points)
    t_mean = fsum(t for t, _ in points) / n
    p_mean = fsum(p for _, p in points) / n
    return fsum((t - t_mean) * (p - p_mean) for t, p in points) / fsum((t - t_mean) ** 2 for t, _ in points)


def _momentary_rates(points: list[tuple[float, float]], window_s: float) -> list[float]:
    """Rise over each window of at least ``window_s`` that ends at a sample, per second."""
    rates, first = [], 0
    for t, p in points:
        while first + 1 < len(points) and t - points[first + 1][0] >= window_s:
            first += 1
        t0, p0 = points[first]
        if t - t0 >= window_s:
            rates.append((p - p0) / (t - t0))
    return rates


def threshold(spec: AnyRamp, state: RampState) -> Parameter:
    """The mean of the trials that the protocol asks for.

    Where a trial ended at the safety limit, the threshold is censored: it has no value, and it is at least the
    mean with the limit in the place of what was not reached.
    """
    given = len(state.values)
    if given < spec.trials:
        reason = f"{given} of {spec.trials} trials"
        return Parameter(name=spec.parameter, unit=spec.unit, value=None, trials=given, reason=reason)
    reached = [value for value in state.values if value is not None]
    if len(reached) == given:
        mean = summarise(spec.summary, reached)
        return Parameter(name=spec.parameter, unit=spec.unit, value=mean, trials=given)
    missed = given - len(reached)
    return Parameter(
        name=spec.parameter,
        unit=spec.unit,
        value=None,
        trials=given,
        reason=f"no pain up to the safety limit of {spec.limit:g} {spec.unit} in {missed} of {given} trials",
        censored="high",
        bound=summarise(spec.summary, [*reached, *[spec.limit] * missed]),
    )
