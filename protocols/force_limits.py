"""A force limit for one test at one place: what a test may still ask for below it.

A study may set the limit lower than the protocol, never higher.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal

from protocols.battery import MachineSpec, TestSpec
from protocols.effects import Stimulus
from protocols.limits import LimitsSpec
from protocols.ramp_spec import ForceRampSpec, RampSpec
from protocols.rating import RatingSpec
from protocols.train import TrainSpec


@dataclass(frozen=True, slots=True, kw_only=True)
class ForceLimit:
    """The largest load that may be applied."""

    load: float
    unit: Literal["kPa", "mN"]

    def __str__(self) -> str:
        return f"{self.load:g} {self.unit}"


def unit_of(spec: MachineSpec) -> str:
    """The unit in which a test can be limited; empty for a test that applies no known force."""
    match spec:
        case RampSpec() | ForceRampSpec():
            return spec.unit
        case LimitsSpec():
            return "mN"
        case RatingSpec():
            return "mN" if any(s.nominal_force_mn for s in spec.stimuli) else ""
        case TrainSpec():
            return "mN"


def limited(test: TestSpec, limit: ForceLimit) -> TestSpec:
    """The test as it may be done below a limit; the same test where nothing of it lies above.

    A ramp ends at the limit. Of a set of forces those above the limit are not offered. A rating or a train keeps
    all its stimuli, because its value is one of them all.

    Raises
    ------
    ValueError
        The limit is in another unit, or what it leaves is no test; the message names the stimulus.
    """
    spec = test.machine
    wanted = unit_of(spec)
    if limit.unit != wanted:
        why = f"is limited in {wanted}" if wanted else "applies no known force"
        raise ValueError(f"{test.test} {why}, and the limit is {limit}")
    match spec:
        case RampSpec():
            return replace(test, ramp=_ramp(spec, limit))
        case ForceRampSpec():
            return replace(test, force_ramp=_force_ramp(spec, limit))
        case LimitsSpec():
            return replace(test, limits=_set(spec, limit))
        case RatingSpec():
            _refuse_stronger(test.test, spec.stimuli, limit)
        case TrainSpec():
            _refuse_stronger(test.test, (spec.single, spec.train), limit)
    return test


def _ramp(spec: RampSpec, limit: ForceLimit) -> RampSpec:
    if limit.load >= spec.limit_kpa:
        return spec
    _check_contact(spec, limit)
    entry = replace(spec.entry, maximum=min(spec.entry.maximum, limit.load))
    return replace(spec, limit_kpa=limit.load, entry=entry)


def _force_ramp(spec: ForceRampSpec, limit: ForceLimit) -> ForceRampSpec:
    if limit.load >= spec.limit_mn:
        return spec
    _check_contact(spec, limit)
    entry = replace(spec.entry, maximum=min(spec.entry.maximum, limit.load))
    return replace(spec, limit_mn=limit.load, entry=entry)


def _check_contact(spec: RampSpec | ForceRampSpec, limit: ForceLimit) -> None:
    lowest = max(spec.contact, spec.entry.minimum)
    if limit.load <= lowest:
        raise ValueError(f"the limit of {limit} lies at or below the contact of {lowest:g} {spec.unit}")


def _set(spec: LimitsSpec, limit: ForceLimit) -> LimitsSpec:
    kept = tuple(s for s in spec.stimuli if (s.nominal_force_mn or 0.0) <= limit.load)
    if len(kept) == len(spec.stimuli):
        return spec
    if len(kept) < 2:
        lowest = spec.stimuli[1].nominal_force_mn
        raise ValueError(f"the limit of {limit} leaves no set; {lowest:g} mN is the least that does")
    strongest, withheld = kept[-1].nominal_force_mn, spec.stimuli[len(kept)].nominal_force_mn
    assert strongest is not None and withheld is not None  # checked by LimitsSpec
    return replace(
        spec,
        stimuli=kept,
        start_mn=min(spec.start_mn, strongest),
        above_set_mn=withheld,
        force_limit_mn=limit.load,
    )


def _refuse_stronger(test: str, stimuli: Sequence[Stimulus], limit: ForceLimit) -> None:
    above = [s for s in stimuli if s.nominal_force_mn is not None and s.nominal_force_mn > limit.load]
    if above:
        named = ", ".join(f"{s.nominal_force_mn:g} mN ({s.id})" for s in above)
        raise ValueError(f"{test} asks for {named}, above the limit of {limit}; its value is one of all stimuli")
