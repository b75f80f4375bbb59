"""The four machines behind one door, chosen by the type of the spec."""

from __future__ import annotations

from types import ModuleType
from typing import Any, TypeAlias, cast

from protocols import limits, ramp, rating, train
from protocols.battery import MachineSpec
from protocols.effects import Effect, Parameter, Stimulus
from protocols.events import Event
from protocols.ramp_spec import ForceRampSpec, RampSpec

State: TypeAlias = limits.LimitsState | rating.RatingState | train.TrainState | ramp.RampState

_MACHINES: dict[type, ModuleType] = {
    limits.LimitsSpec: limits,
    rating.RatingSpec: rating,
    train.TrainSpec: train,
    RampSpec: ramp,
    ForceRampSpec: ramp,
}


def _of(spec: MachineSpec) -> Any:
    return _MACHINES[type(spec)]


def init(spec: MachineSpec, plan: tuple[str, ...]) -> State:
    """The state before the first stimulus. Only a rating test takes a plan."""
    return cast(State, _of(spec).init(spec, plan))


def step(spec: MachineSpec, state: State, event: Event) -> tuple[State, tuple[Effect, ...]]:
    """Take one event; see the `step` of the machine for what it raises."""
    return cast("tuple[State, tuple[Effect, ...]]", _of(spec).step(spec, state, event))


def resume(spec: MachineSpec, state: State, t_ns: int) -> tuple[State, tuple[Effect, ...]]:
    """Ask for what is due (again) after a pause."""
    return cast("tuple[State, tuple[Effect, ...]]", _of(spec).resume(spec, state, t_ns))


def taken_back(spec: MachineSpec, before: State, now: State, t_ns: int) -> tuple[State, tuple[Effect, ...]]:
    """Ask again for the answer that is taken back, where `now` goes back to the state `before` it."""
    match spec, before, now:
        case rating.RatingSpec(), rating.RatingState(), rating.RatingState():
            return rating.taken_back(spec, before, now, t_ns)
    return resume(spec, before, t_ns)


def expects(spec: MachineSpec, state: State) -> tuple[str, ...]:
    """Names of the events that the state takes."""
    return cast("tuple[str, ...]", _of(spec).expects(spec, state))


def stimulus(spec: MachineSpec, state: State) -> Stimulus | None:
    """The stimulus that is due, or None when the test is done."""
    return cast("Stimulus | None", _of(spec).stimulus(spec, state))


def alert(spec: MachineSpec, state: State) -> float | None:
    """The load, in the unit of the ramp, at which a sample will change the state, so that it must not wait.

    None where no sample will.
    """
    match spec, state:
        case RampSpec() | ForceRampSpec(), ramp.RampState():
            return ramp.alert(spec, state)
    return None


def parameters(spec: MachineSpec, state: State) -> tuple[Parameter, ...]:
    """The parameters of the test as they stand; without a value, with a reason, where it is not complete."""
    match spec, state:
        case limits.LimitsSpec(), limits.LimitsState():
            return (limits.threshold(spec, state),)
        case rating.RatingSpec(), rating.RatingState():
            return rating.parameters(spec, state)
        case train.TrainSpec(), train.TrainState():
            return (train.wind_up_ratio(spec, state),)
        case RampSpec() | ForceRampSpec(), ramp.RampState():
            return (ramp.threshold(spec, state),)
    raise TypeError(f"{type(state).__name__} is no state of {type(spec).__name__}")
