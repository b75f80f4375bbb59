"""What an examiner without a flaw would find on simulated skin: many runs through the machines of the protocol.

A threshold by the method of limits is no 50 % point, and every value has its spread: so a measured value is held
against the range of flawless runs, and not against the true value alone.
"""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from protocols import machines
from protocols.battery import MachineSpec
from protocols.effects import Parameter
from protocols.events import Answer, Begin, Event, Rated, Woke
from protocols.limits import LimitsSpec
from protocols.ramp_spec import RampSpec
from protocols.rating import RatingSpec, fixed_plan
from protocols.train import TrainSpec, TrainState
from qst_station.station.skin import Skin

ENTRY_S = 1.5  # to hear and enter an answer
SHARE = 0.95
_SEED = (
    "flawless"  # the runs owe nothing to the seed of a training: they are the same for all who train on a profile
)


@dataclass(frozen=True, slots=True, kw_only=True)
class FlawlessRange:
    """Where a parameter lies in flawless runs.

    Attributes
    ----------
    true : float or None
        What is true of the skin: the 50 % point of MDT and MPT, else the value of numbers without end.
    median, low, high : float or None
        Over the runs; `low` to `high` holds `SHARE` of them. None where it could not be determined in most.
    """

    parameter: str
    unit: str
    true: float | None
    median: float | None
    low: float | None
    high: float | None


@dataclass(frozen=True, slots=True, kw_only=True)
class FlawlessRuns:
    """The runs of one test on one area: a range for each parameter, and the median number of answers."""

    ranges: tuple[FlawlessRange, ...]
    answers: int


@lru_cache(maxsize=64)
def flawless_runs(test: str, spec: MachineSpec, skin: Skin, runs: int | None = None) -> FlawlessRuns:
    """Run a test on an area again and again, each time as the protocol asks; `runs` times where that is given."""
    runs = _enough(spec) if runs is None else runs
    chance = random.Random(f"{_SEED} {test}")
    found: dict[str, list[float]] = {}
    units: dict[str, str] = {}
    answers = []
    for _ in range(runs):
        given, parameters = _run(test, spec, skin, chance)
        answers.append(given)
        for one in parameters:
            units[one.name] = one.unit
            value = one.bound if one.value is None else one.value
            found.setdefault(one.name, []).extend([] if value is None else [value])
    true = _true_values(test, spec, skin)
    ranges = tuple(_range(name, units[name], true.get(name), values, runs) for name, values in found.items())
    return FlawlessRuns(ranges=ranges, answers=sorted(answers)[len(answers) // 2])


def _enough(spec: MachineSpec) -> int:
    """As many runs as take some tenths of a second: the ends of a range rest on one run in forty."""
    match spec:
        case RampSpec():
            return 4000
        case LimitsSpec():
            return 800
    return 200


def _range(name: str, unit: str, true: float | None, values: list[float], runs: int) -> FlawlessRange:
    if len(values) * 2 < runs:
        return FlawlessRange(parameter=name, unit=unit, true=true, median=None, low=None, high=None)
    values.sort()
    outside = (1.0 - SHARE) / 2
    return FlawlessRange(
        parameter=name,
        unit=unit,
        true=true,
        median=_quantile(values, 0.5),
        low=_quantile(values, outside),
        high=_quantile(values, 1.0 - outside),
    )


def _quantile(ordered: Sequence[float], share: float) -> float:
    """Linear between the two values around a share of the order."""
    place = share * (len(ordered) - 1)
    first = int(place)
    after = min(first + 1, len(ordered) - 1)
    return ordered[first] + (place - first) * (ordered[after] - ordered[first])


def _true_values(test: str, spec: MachineSpec, skin: Skin) -> dict[str, float | None]:
    match spec:
        case LimitsSpec():
            return {spec.parameter: skin.threshold_mn(test)}
        case RatingSpec():
            return {value.parameter: skin.rated(spec, value) for value in spec.values}
        case TrainSpec():
            return {spec.parameter: skin.wound_up(spec)}
        case RampSpec():
            return {spec.parameter: skin.mean_pressure_kpa()}
    raise TypeError(f"nothing is simulated for {type(spec).__name__}")


def _run(test: str, spec: MachineSpec, skin: Skin, chance: random.Random) -> tuple[int, tuple[Parameter, ...]]:
    """One run: how many answers it took, and its parameters."""
    state = machines.init(spec, fixed_plan(spec) if isinstance(spec, RatingSpec) else ())
    answers = 0
    while takes := machines.expects(spec, state):
        event: Event = Begin(t_ns=0)
        due = machines.stimulus(spec, state)
        assert due is not None  # not done
        if "Answer" in takes:
            event = Answer(t_ns=0, yes=skin.perceives(test, due, chance))
        elif "Woke" in takes and isinstance(spec, TrainSpec) and isinstance(state, TrainState):
            event = Woke(t_ns=state.first_beat_ns + len(state.beats) * round(spec.beat_s * 1e9))
        elif isinstance(spec, RampSpec):
            event = Rated(t_ns=0, value=_on_display(spec, skin.pressure_kpa(chance)))
        elif "Rated" in takes:
            event = Rated(t_ns=0, value=skin.number(due, chance))
        answers += isinstance(event, Answer | Rated)
        state, _ = machines.step(spec, state, event)
    return answers, machines.parameters(spec, state)


def _on_display(spec: RampSpec, pressure_kpa: float) -> float:
    """The pressure as it is typed; the limit stands for what lies above it."""
    shown = min(spec.limit_kpa, max(spec.entry.minimum, pressure_kpa))
    return spec.entry.minimum + round((shown - spec.entry.minimum) / spec.entry.step) * spec.entry.step


def usual_time_s(test: str, spec: MachineSpec, skin: Skin) -> float | None:
    """How long a flawless run takes; None where the protocol gives a test no pace."""
    match spec:
        case LimitsSpec():
            return flawless_runs(test, spec, skin).answers * (spec.rest_s + spec.hold_s + ENTRY_S)
        case RatingSpec() if spec.interval_s:
            return spec.runs * len(spec.stimuli) * spec.interval_s
        case TrainSpec():
            return spec.repeats * (spec.lead_in_s + spec.beats * spec.beat_s + 4 * ENTRY_S)
        case RampSpec():
            return spec.trials * (spec.rest_s + skin.mean_pressure_kpa() / spec.rate_kpa_per_s + ENTRY_S)
    return None
