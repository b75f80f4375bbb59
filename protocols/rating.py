"""Numbers given to a planned sequence of stimuli (MPS with DMA; the fork readings of VDT)."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from typing import Literal, TypeAlias

from protocols.effects import Effect, Finish, Parameter, Present, Record, Stimulus, Trial
from protocols.events import Begin, Event, Interrupted, Rated, Unexpected
from protocols.summaries import Summary, summarise

Entry: TypeAlias = Literal["keypad", "slider", "none"]
"""How the participant enters a number on a screen of their own; `none` for what the examiner reads off."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ResponseScale:
    """A scale for a number that is said or read off.

    A number is on the scale where it lies within the ends and on a multiple of `step` from the lower one.
    """

    id: str
    unit: str
    minimum: float
    maximum: float
    step: float
    anchor_low: str
    anchor_high: str

    def __post_init__(self) -> None:
        if not self.minimum < self.maximum or self.step <= 0.0:
            raise ValueError(f"scale {self.id}: minimum < maximum and step > 0 are needed")

    def takes(self, value: float) -> bool:
        """Whether ``value`` is on the scale."""
        steps = (value - self.minimum) / self.step
        return self.minimum <= value <= self.maximum and abs(steps - round(steps)) < 1e-6


@dataclass(frozen=True, slots=True, kw_only=True)
class GroupValue:
    """How the numbers given to one group of stimuli become a parameter.

    `offset` is added to every number before the summary and stays in the value. `count_painful` also counts the
    numbers above the lower end of the scale.
    """

    parameter: str
    unit: str
    group: str
    summary: Summary
    offset: float = 0.0
    count_painful: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class RatingSpec:
    """A test in which every stimulus of a plan gets a number.

    Attributes
    ----------
    runs : int
        Runs of the plan; each holds every stimulus once, in an order drawn beforehand where `shuffled`.
    interval_s : float
        Time from one stimulus to the next. Where the number takes longer, the next is due as soon as it is given.
    entry : Entry
        The examiner's keyboard is equal to it.
    """

    question: str
    scale: ResponseScale
    runs: int
    shuffled: bool
    interval_s: float
    stimuli: tuple[Stimulus, ...]
    values: tuple[GroupValue, ...]
    entry: Entry = "keypad"

    def __post_init__(self) -> None:
        ids = [stimulus.id for stimulus in self.stimuli]
        if self.runs < 1 or not ids or len(set(ids)) != len(ids):
            raise ValueError("at least one run and stimuli with different ids are needed")
        groups = {stimulus.group for stimulus in self.stimuli}
        wanted = {value.group for value in self.values}
        if groups != wanted:
            raise ValueError(f"groups of the stimuli {sorted(groups)} and of the values {sorted(wanted)} differ")
        for value in self.values:
            if value.summary == "geometric_mean" and self.scale.minimum + value.offset <= 0.0:
                raise ValueError(
                    f"{value.parameter}: a geometric mean needs an offset above {-self.scale.minimum:g}"
                )


@dataclass(frozen=True, slots=True, kw_only=True)
class RatingState:
    """Where a rating test stands: the plan (stimulus ids in order) and the numbers given so far.

    `due_ns` is when the stimulus that is asked for is to be applied; `again` says that it has been, and that its
    number was taken back.
    """

    plan: tuple[str, ...]
    phase: Literal["ready", "asking", "done"] = "ready"
    ratings: tuple[float, ...] = ()
    presented_ns: int = 0
    due_ns: int = 0
    again: bool = False


def fixed_plan(spec: RatingSpec) -> tuple[str, ...]:
    """The plan of a test that is not shuffled: the runs in the order of the set."""
    return tuple(stimulus.id for stimulus in spec.stimuli) * spec.runs


def init(spec: RatingSpec, plan: tuple[str, ...]) -> RatingState:
    """The state before the first stimulus.

    Raises
    ------
    ValueError
        The plan is not made of `runs` runs that hold every stimulus once.
    """
    ids = Counter(stimulus.id for stimulus in spec.stimuli)
    size = len(spec.stimuli)
    runs = [plan[start : start + size] for start in range(0, len(plan), size)]
    if len(runs) != spec.runs or any(Counter(run) != ids for run in runs):
        raise ValueError(f"a plan needs {spec.runs} runs that each hold every one of the {size} stimuli once")
    return RatingState(plan=plan)


def expects(spec: RatingSpec, state: RatingState) -> tuple[str, ...]:
    """Names of the events that the state takes."""
    return {"ready": ("Begin",), "asking": ("Rated", "Interrupted"), "done": ()}[state.phase]


def stimulus(spec: RatingSpec, state: RatingState) -> Stimulus | None:
    """The stimulus that is due, or None when the test is done."""
    if state.phase == "done":
        return None
    due = state.plan[len(state.ratings)]
    return next(s for s in spec.stimuli if s.id == due)


def step(spec: RatingSpec, state: RatingState, event: Event) -> tuple[RatingState, tuple[Effect, ...]]:
    """Take one event.

    Raises
    ------
    Unexpected
        The state does not take this event.
    ValueError
        A number that is not on the scale.
    """
    if isinstance(event, Begin) and state.phase == "ready":
        return _asked(
            spec, replace(state, phase="asking"), event.t_ns, due_ns=event.t_ns
        )  # nothing came before it
    if isinstance(event, Rated) and state.phase == "asking":
        return _rated(spec, state, event)
    if isinstance(event, Interrupted) and state.phase == "asking":
        return resume(spec, state, event.t_ns)
    raise Unexpected(type(event).__name__, expects(spec, state))


def resume(spec: RatingSpec, state: RatingState, t_ns: int) -> tuple[RatingState, tuple[Effect, ...]]:
    """Ask for the stimulus that is due (again), from now."""
    return _asked(spec, state, t_ns, due_ns=t_ns + round(spec.interval_s * 1e9))


def taken_back(
    spec: RatingSpec, before: RatingState, now: RatingState, t_ns: int
) -> tuple[RatingState, tuple[Effect, ...]]:
    """Ask once more for the number alone, where `now` goes back to the state `before` it.

    The interval to the next stimulus counts from what was due last: it may have been applied.
    """
    due = stimulus(spec, before)
    assert due is not None  # it had a number
    due_ns = now.due_ns if now.due_ns <= t_ns else before.due_ns
    return replace(before, presented_ns=t_ns, due_ns=due_ns, again=True), (Present(stimulus=due),)


def _asked(
    spec: RatingSpec, state: RatingState, t_ns: int, *, due_ns: int
) -> tuple[RatingState, tuple[Effect, ...]]:
    due = stimulus(spec, state)
    if state.phase != "asking" or due is None:
        return state, ()
    state = replace(state, presented_ns=t_ns, due_ns=due_ns, again=False)
    return state, (Present(stimulus=due, rest_ns=due_ns - t_ns),)


def refuse_off_scale(scale: ResponseScale, value: float) -> None:
    """Raise ValueError where ``value`` is not on the scale."""
    if not scale.takes(value):
        raise ValueError(
            f"{value:g} is not on the scale {scale.minimum:g} to {scale.maximum:g} in steps of {scale.step:g}"
        )


def _rated(spec: RatingSpec, state: RatingState, event: Rated) -> tuple[RatingState, tuple[Effect, ...]]:
    refuse_off_scale(spec.scale, event.value)
    applied = stimulus(spec, state)
    assert applied is not None  # asking
    trial = Trial(
        stimulus=applied,
        series=len(state.ratings) // len(spec.stimuli) + 1,
        rating=event.value,
        unit=spec.scale.unit,
        t_presented_ns=state.presented_ns,
        t_answered_ns=event.t_ns,
    )
    state = replace(state, ratings=(*state.ratings, event.value))
    if len(state.ratings) == len(state.plan):
        state = replace(state, phase="done")
        return state, (Record(trial=trial), Finish(parameters=parameters(spec, state)))
    # A number that came before its stimulus was due is of one that was applied early.
    applied_ns = min(state.due_ns, event.t_ns)
    next_ns = max(event.t_ns, applied_ns + round(spec.interval_s * 1e9))
    state, effects = _asked(spec, state, event.t_ns, due_ns=next_ns)
    return state, (Record(trial=trial), *effects)


def parameters(spec: RatingSpec, state: RatingState) -> tuple[Parameter, ...]:
    """The parameters from the numbers so far; without a value while the plan is not complete."""
    group_of = {s.id: s.group for s in spec.stimuli}
    return tuple(
        _parameter(
            spec,
            value,
            [r for id_, r in zip(state.plan, state.ratings, strict=False) if group_of[id_] == value.group],
            complete=len(state.ratings) == len(state.plan),
        )
        for value in spec.values
    )


def _parameter(spec: RatingSpec, value: GroupValue, given: list[float], *, complete: bool) -> Parameter:
    planned = spec.runs * sum(s.group == value.group for s in spec.stimuli)
    painful = sum(rating > spec.scale.minimum for rating in given) if value.count_painful else None
    return Parameter(
        name=value.parameter,
        unit=value.unit,
        value=summarise(value.summary, given, offset=value.offset) if complete else None,
        trials=len(given),
        reason="" if complete else f"{len(given)} of {planned} ratings",
        painful_strokes=painful,
    )
