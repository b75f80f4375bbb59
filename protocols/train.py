"""Wind-up: one touch and its rating, then a paced train of touches and one rating for it, repeated (WUR)."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Literal

from protocols.effects import Beat, Effect, Finish, Parameter, Present, Record, Sound, Stimulus, Trial, WakeAt
from protocols.events import Begin, Event, Interrupted, Rated, Unexpected, Woke
from protocols.rating import Entry, ResponseScale, refuse_off_scale
from protocols.summaries import arithmetic_mean


@dataclass(frozen=True, slots=True, kw_only=True)
class TrainSpec:
    """A wind-up test.

    Attributes
    ----------
    repeats : int
        Pairs of a single touch and a train.
    beats : int
        Touches of a train.
    beat_s, lead_in_s : float
        Time between two touches; time from the start key to the first.
    single, train : Stimulus
        The single touch and the train as the examiner sees them.
    entry : Entry
        As of `protocols.rating.RatingSpec`.
    """

    parameter: str
    question: str
    scale: ResponseScale
    repeats: int
    beats: int
    beat_s: float
    lead_in_s: float
    single: Stimulus
    train: Stimulus
    entry: Entry = "keypad"

    def __post_init__(self) -> None:
        if self.repeats < 1 or self.beats < 2 or self.beat_s <= 0.0 or self.lead_in_s < 0.0:
            raise ValueError("repeats >= 1, beats >= 2, beat_s > 0 and lead_in_s >= 0 are needed")


@dataclass(frozen=True, slots=True, kw_only=True)
class TrainState:
    """Where a wind-up test stands.

    The phases of one repeat: `single` (its rating is awaited), `train_ready`, `beating`, `train` (the rating of
    the train is awaited).
    """

    phase: Literal["ready", "single", "train_ready", "beating", "train", "done"] = "ready"
    singles: tuple[float, ...] = ()
    trains: tuple[float, ...] = ()
    first_beat_ns: int = 0
    beats: tuple[Beat, ...] = ()
    presented_ns: int = 0


_EXPECTS: dict[str, tuple[str, ...]] = {
    "ready": ("Begin",),
    "single": ("Rated", "Interrupted"),
    "train_ready": ("Begin", "Interrupted"),
    "beating": ("Woke", "Interrupted"),
    "train": ("Rated", "Interrupted"),
    "done": (),
}


def init(spec: TrainSpec, plan: tuple[str, ...] = ()) -> TrainState:
    """The state before the first touch; a wind-up test has no plan."""
    if plan:
        raise ValueError(f"a wind-up test takes no plan, not {plan}")
    return TrainState()


def expects(spec: TrainSpec, state: TrainState) -> tuple[str, ...]:
    """Names of the events that the state takes."""
    return _EXPECTS[state.phase]


def stimulus(spec: TrainSpec, state: TrainState) -> Stimulus | None:
    """The stimulus that is due, or None when the test is done."""
    if state.phase == "done":
        return None
    return spec.single if state.phase in ("ready", "single") else spec.train


def step(spec: TrainSpec, state: TrainState, event: Event) -> tuple[TrainState, tuple[Effect, ...]]:
    """Take one event.

    Raises
    ------
    Unexpected
        The state does not take this event.
    ValueError
        A number that is not on the scale.
    """
    match event, state.phase:
        case Begin(), "ready":
            return _present(spec, replace(state, phase="single"), event.t_ns)
        case Rated(), "single" | "train":
            return _rated(spec, state, event)
        case Begin(), "train_ready":
            first_ns = event.t_ns + round(spec.lead_in_s * 1e9)
            state = replace(state, phase="beating", first_beat_ns=first_ns, beats=(), presented_ns=event.t_ns)
            return state, (Present(stimulus=spec.train), WakeAt(t_ns=first_ns))
        case Woke(), "beating":
            return _woke(spec, state, event)
        case Interrupted(), "single" | "train_ready" | "beating" | "train":
            return _interrupted(spec, state, event)
    raise Unexpected(type(event).__name__, expects(spec, state))


def resume(spec: TrainSpec, state: TrainState, t_ns: int) -> tuple[TrainState, tuple[Effect, ...]]:
    """Ask for what is due (again), from now. A train that was under way starts over."""
    if state.phase == "beating":
        state = replace(state, phase="train_ready", beats=())
    if state.phase in ("ready", "done"):
        return state, ()
    if state.phase == "train":
        return state, (Present(stimulus=spec.train),)  # the touches have been given: only the rating is due
    return _present(spec, state, t_ns)


def _present(spec: TrainSpec, state: TrainState, t_ns: int) -> tuple[TrainState, tuple[Effect, ...]]:
    due = stimulus(spec, state)
    assert due is not None  # not done
    return replace(state, presented_ns=t_ns), (Present(stimulus=due),)


def _woke(spec: TrainSpec, state: TrainState, event: Woke) -> tuple[TrainState, tuple[Effect, ...]]:
    # Deadlines are absolute, so that lateness of one beat never moves the next.
    due_ns = state.first_beat_ns + len(state.beats) * round(spec.beat_s * 1e9)
    if event.t_ns < due_ns:
        return state, (WakeAt(t_ns=due_ns),)
    if event.t_ns - due_ns > round(spec.beat_s * 1e9):
        # Overdue touches cannot be made up for: fired at once they would be no train.
        return _interrupted(spec, state, Interrupted(t_ns=event.t_ns, reason="the beat stalled"))
    beat = Beat(number=len(state.beats) + 1, intended_ns=due_ns, actual_ns=event.t_ns)
    state = replace(state, beats=(*state.beats, beat))
    if beat.number == spec.beats:
        return replace(state, phase="train"), (Sound(beat=beat),)
    return state, (Sound(beat=beat), WakeAt(t_ns=due_ns + round(spec.beat_s * 1e9)))


def _interrupted(spec: TrainSpec, state: TrainState, event: Interrupted) -> tuple[TrainState, tuple[Effect, ...]]:
    if state.phase != "beating":
        return resume(spec, state, event.t_ns)
    cut = Trial(
        stimulus=spec.train,
        series=len(state.singles),
        beats=state.beats,
        unit=spec.scale.unit,
        t_presented_ns=state.presented_ns,
        t_answered_ns=event.t_ns,
        void_reason=event.reason,
    )
    state, effects = resume(spec, state, event.t_ns)
    return state, (Record(trial=cut), *effects)


def _rated(spec: TrainSpec, state: TrainState, event: Rated) -> tuple[TrainState, tuple[Effect, ...]]:
    refuse_off_scale(spec.scale, event.value)
    single = state.phase == "single"
    trial = Trial(
        stimulus=spec.single if single else spec.train,
        series=len(state.singles) + (1 if single else 0),
        rating=event.value,
        unit=spec.scale.unit,
        t_presented_ns=state.presented_ns,
        t_answered_ns=event.t_ns,
        beats=() if single else state.beats,
    )
    if single:
        state = replace(state, phase="train_ready", singles=(*state.singles, event.value))
    else:
        done = len(state.trains) + 1 == spec.repeats
        state = replace(state, phase="done" if done else "single", trains=(*state.trains, event.value), beats=())
    if state.phase == "done":
        return state, (Record(trial=trial), Finish(parameters=(wind_up_ratio(spec, state),)))
    state, effects = _present(spec, state, event.t_ns)
    return state, (Record(trial=trial), *effects)


def wind_up_ratio(spec: TrainSpec, state: TrainState) -> Parameter:
    """Mean rating of the trains over mean rating of the single touches.

    Undefined, and not infinite or one, where the mean of the single touches is 0.
    """
    given = len(state.singles) + len(state.trains)
    if len(state.trains) < spec.repeats:
        reason = f"{len(state.trains)} of {spec.repeats} repeats"
        return Parameter(name=spec.parameter, unit="1", value=None, trials=given, reason=reason)
    single = arithmetic_mean(state.singles)
    if single == 0.0:
        reason = "wind-up ratio is undefined: all single touches were rated 0"
        return Parameter(name=spec.parameter, unit="1", value=None, trials=given, reason=reason)
    return Parameter(name=spec.parameter, unit="1", value=arithmetic_mean(state.trains) / single, trials=given)
