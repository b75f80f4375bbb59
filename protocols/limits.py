"""Method of limits: alternating series over a set of forces, a threshold from the turning points (MDT, MPT).

A descending series ends with the first force that is not perceived, an ascending one with the first that is;
that force is the turning point. The next series starts one step on in its own direction. Where that step lies
outside the set, the turning point is censored and takes the conventional force beyond the set.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal

from protocols.effects import Censored, Direction, Effect, Finish, Parameter, Present, Record, Stimulus, Trial
from protocols.events import Answer, Begin, Event, Interrupted, Unexpected
from protocols.summaries import Summary, summarise


@dataclass(frozen=True, slots=True, kw_only=True)
class LimitsSpec:
    """A test by the method of limits.

    Attributes
    ----------
    parameter, question : str
        Name of the value; what `Answer.yes` means ("felt", "sharp").
    yes_label, no_label : str
        The two answers as the examiner reads them.
    series : int
        Number of series, hence of turning points.
    first_direction : str
        Direction of the first series; the directions alternate.
    start_mn : float
        Force of the first stimulus; one of the set.
    below_set_mn, above_set_mn : float
        Forces entered for a turning point below or above the set.
    hold_s, rest_s : float
        Contact time and pause.
    stimuli : tuple of Stimulus
        The set in rising order of force.
    force_limit_mn : float or None
        Force limit that has cut the set short (`protocols.force_limits`), so that `above_set_mn` is the first
        force that is withheld. None for the whole set.
    """

    parameter: str
    question: str
    yes_label: str
    no_label: str
    series: int
    first_direction: Direction
    start_mn: float
    below_set_mn: float
    above_set_mn: float
    summary: Summary
    hold_s: float
    rest_s: float
    stimuli: tuple[Stimulus, ...]
    unit: Literal["mN"] = "mN"
    force_limit_mn: float | None = None

    def __post_init__(self) -> None:
        forces = [stimulus.nominal_force_mn for stimulus in self.stimuli]
        known = [force for force in forces if force is not None]
        if len(known) != len(forces) or len(known) < 2 or known != sorted(set(known)):
            raise ValueError(f"stimuli need two or more nominal forces in rising order, not {forces}")
        if self.start_mn not in known:
            raise ValueError(f"start_mn {self.start_mn} is not a force of the set {known}")
        if not 0.0 < self.below_set_mn < known[0] or not self.above_set_mn > known[-1]:
            raise ValueError("below_set_mn must be positive and below the set, above_set_mn above it")
        if self.force_limit_mn is not None and not known[-1] <= self.force_limit_mn < self.above_set_mn:
            raise ValueError(f"force_limit_mn {self.force_limit_mn} does not lie between the set and above_set_mn")
        if self.series < 2:
            raise ValueError(f"series must be at least 2, not {self.series}")


@dataclass(frozen=True, slots=True, kw_only=True)
class TurningPoint:
    """Where the answer changed. `censored` says that the force lies beyond the set."""

    series: int
    direction: Direction
    force_mn: float
    censored: Censored = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class LimitsState:
    """Where a limits test stands. `series` 0 is the approach to a start that was not perceived as expected."""

    phase: Literal["ready", "asking", "done"] = "ready"
    series: int = 1
    direction: Direction = "descending"
    position: int = 0
    turning_points: tuple[TurningPoint, ...] = ()
    presented_ns: int = 0
    answers: int = 0


def init(spec: LimitsSpec, plan: tuple[str, ...] = ()) -> LimitsState:
    """The state before the first stimulus; a limits test has no plan."""
    if plan:
        raise ValueError(f"a limits test takes no plan, not {plan}")
    position = next(i for i, s in enumerate(spec.stimuli) if s.nominal_force_mn == spec.start_mn)
    return LimitsState(direction=spec.first_direction, position=position)


def expects(spec: LimitsSpec, state: LimitsState) -> tuple[str, ...]:
    """Names of the events that the state takes."""
    return {"ready": ("Begin",), "asking": ("Answer", "Interrupted"), "done": ()}[state.phase]


def stimulus(spec: LimitsSpec, state: LimitsState) -> Stimulus | None:
    """The stimulus that is due, or None when the test is done."""
    return None if state.phase == "done" else spec.stimuli[state.position]


def step(spec: LimitsSpec, state: LimitsState, event: Event) -> tuple[LimitsState, tuple[Effect, ...]]:
    """Take one event.

    Raises
    ------
    Unexpected
        The state does not take this event.
    """
    if isinstance(event, Begin) and state.phase == "ready":
        return resume(spec, replace(state, phase="asking"), event.t_ns)
    if isinstance(event, Answer) and state.phase == "asking":
        return _answered(spec, state, event)
    if isinstance(event, Interrupted) and state.phase == "asking":
        return resume(spec, state, event.t_ns)
    raise Unexpected(type(event).__name__, expects(spec, state))


def resume(spec: LimitsSpec, state: LimitsState, t_ns: int) -> tuple[LimitsState, tuple[Effect, ...]]:
    """Ask for the stimulus that is due (again), from now."""
    if state.phase != "asking":
        return state, ()
    present = Present(
        stimulus=spec.stimuli[state.position],
        hold_ns=round(spec.hold_s * 1e9),
        rest_ns=round(spec.rest_s * 1e9),
    )
    return replace(state, presented_ns=t_ns), (present,)


def _answered(spec: LimitsSpec, state: LimitsState, event: Answer) -> tuple[LimitsState, tuple[Effect, ...]]:
    applied = spec.stimuli[state.position]
    # A start that already gives the answer which ends the series is no turning point: nothing has changed yet.
    astray = state.answers == 0 and _ends(state.direction, event.yes) and _has_room(spec, state)
    series = 0 if astray else state.series
    direction = _opposite(state.direction) if astray else state.direction
    trial = Trial(
        stimulus=applied,
        series=series,
        direction=direction,
        answer=event.yes,
        unit=spec.unit,
        t_presented_ns=state.presented_ns,
        t_answered_ns=event.t_ns,
    )
    state = replace(state, series=series, direction=direction, answers=state.answers + 1)
    if astray or not _ends(direction, event.yes):
        state = _onwards(spec, state)
    elif series == 0:
        state = _next_series(spec, state)
    else:
        force_mn = applied.nominal_force_mn
        assert force_mn is not None  # checked by LimitsSpec
        state = _turned(spec, state, TurningPoint(series=series, direction=direction, force_mn=force_mn))
    if state.phase == "done":
        return state, (Record(trial=trial), Finish(parameters=(threshold(spec, state),)))
    state, effects = resume(spec, state, event.t_ns)
    return state, (Record(trial=trial), *effects)


def _ends(direction: Direction, yes: bool) -> bool:
    return yes == (direction == "ascending")


def _opposite(direction: Direction) -> Direction:
    return "ascending" if direction == "descending" else "descending"


def _has_room(spec: LimitsSpec, state: LimitsState) -> bool:
    """Whether the set goes on against the direction of the series; if not, the first answer is the turn."""
    back = state.position + (1 if state.direction == "descending" else -1)
    return 0 <= back < len(spec.stimuli)


def _onwards(spec: LimitsSpec, state: LimitsState) -> LimitsState:
    """One step on in the direction of the series, or a censored turning point where the set ends."""
    position = state.position + (1 if state.direction == "ascending" else -1)
    if 0 <= position < len(spec.stimuli):
        return replace(state, position=position)
    low = position < 0
    if state.series == 0:
        return _next_series(spec, state, beyond="low" if low else "high")
    point = TurningPoint(
        series=state.series,
        direction=state.direction,
        force_mn=spec.below_set_mn if low else spec.above_set_mn,
        censored="low" if low else "high",
    )
    return _turned(spec, state, point)


def _turned(spec: LimitsSpec, state: LimitsState, point: TurningPoint) -> LimitsState:
    state = replace(state, turning_points=(*state.turning_points, point))
    if len(state.turning_points) == spec.series:
        return replace(state, phase="done")
    return _next_series(spec, state, beyond=point.censored)


def _next_series(spec: LimitsSpec, state: LimitsState, *, beyond: Censored = "") -> LimitsState:
    """Start the next series, the other way round.

    After a turning point beyond the set the end of the set is the next step inwards and is presented; otherwise
    the series starts one step on from the turning point.
    """
    state = replace(state, series=state.series + 1, direction=_opposite(state.direction))
    if beyond:
        return replace(state, position=0 if beyond == "low" else len(spec.stimuli) - 1)
    return _onwards(spec, state)


def turning_points(spec: LimitsSpec, answers: Sequence[bool]) -> tuple[TurningPoint, ...]:
    """The turning points of a test that was answered like this from its start."""
    state, _ = step(spec, init(spec), Begin(t_ns=0))
    for yes in answers:
        state, _ = step(spec, state, Answer(t_ns=0, yes=yes))
    return state.turning_points


def threshold(spec: LimitsSpec, state: LimitsState) -> Parameter:
    """The threshold from the turning points so far.

    The value of DFNS is the mean over all turning points, with the conventional force where one is censored
    (Rolke et al. 2006, Pain 123:231-243); the parameter keeps the mark of the censored end. There is no convention
    for a set that a force limit has cut short: where a turning point lies above it there is no value. It is at
    least the mean with the first withheld force in the place of what was not reached.
    """
    points = state.turning_points
    if len(points) < spec.series:
        reason = f"{len(points)} of {spec.series} turning points"
        return Parameter(name=spec.parameter, unit=spec.unit, value=None, trials=state.answers, reason=reason)
    low = any(point.censored == "low" for point in points)
    high = any(point.censored == "high" for point in points)
    value = summarise(spec.summary, [point.force_mn for point in points])
    if high and spec.force_limit_mn is not None:
        missed = f"{sum(point.censored == 'high' for point in points)} of {len(points)} turning points"
        return Parameter(
            name=spec.parameter,
            unit=spec.unit,
            value=None,
            trials=state.answers,
            reason=f"above the force limit of {spec.force_limit_mn:g} mN in {missed}",
            censored="" if low else "high",
            bound=None if low else value,
        )
    return Parameter(
        name=spec.parameter,
        unit=spec.unit,
        value=value,
        trials=state.answers,
        censored="low" if low else "high" if high else "",
        bound=value if low or high else None,
    )
