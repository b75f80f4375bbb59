"""What a norm stratum cannot show with the instruments in use."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Literal

from protocols.battery import MachineSpec
from protocols.limits import LimitsSpec
from protocols.ramp_spec import ForceRampSpec, RampSpec
from protocols.rating import RatingSpec
from protocols.train import TrainSpec
from qst_station.scoring.norms import NormSet
from qst_station.scoring.zscore import OUTSIDE_95

Detectability = Literal["", "gain", "loss", "both"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """The lowest and the highest value that a parameter can reach, in its unit.

    Raises
    ------
    ValueError
        If the lowest is not below the highest.
    """

    lowest: float
    highest: float

    def __post_init__(self) -> None:
        if not self.lowest < self.highest:
            raise ValueError(f"lowest {self.lowest!r} must be below highest {self.highest!r}")


def reachable(spec: MachineSpec, parameter: str) -> Limits:
    """The ends of what a test can give for one of its parameters, with the stimuli and the scale of its protocol.

    A threshold by limits ends where every turning point lies at the same end of the set: at the geometric mean of
    the last force and its neighbour beyond. A wind-up ratio has no instrument limit; 1 is no wind-up.
    """
    match spec:
        case LimitsSpec():
            forces = [stimulus.nominal_force_mn or 0.0 for stimulus in spec.stimuli]
            # A set that a limit has cut short gives no value above its end.
            beyond = forces[-1] if spec.force_limit_mn is not None else spec.above_set_mn
            return Limits(lowest=math.sqrt(spec.below_set_mn * forces[0]), highest=math.sqrt(forces[-1] * beyond))
        case RatingSpec():
            offset = next(value.offset for value in spec.values if value.parameter == parameter)
            return Limits(lowest=spec.scale.minimum + offset, highest=spec.scale.maximum + offset)
        case TrainSpec():
            return Limits(lowest=1.0, highest=math.inf)
        case RampSpec() | ForceRampSpec():
            return Limits(lowest=spec.contact, highest=spec.limit)


def detectability(
    norms: NormSet, *, parameter: str, site: str, sex: str, age_y: float, limits: Limits
) -> Detectability:
    """Which finding cannot be made in a stratum because no attainable value lies outside its 95 % interval.

    Parameters
    ----------
    norms : NormSet
    parameter, site, sex : str
    age_y : float
        Age in years.
    limits : Limits
        Ends of what the test can give; see `reachable`.

    Returns
    -------
    {"", "gain", "loss", "both"}
        What cannot be found; empty if both can, and where no norm applies.
    """
    rule = norms.rule(parameter)
    stratum = norms.stratum(parameter=parameter, site=site, sex=sex, age_y=age_y)
    if rule is None or rule.no_z or stratum is None:
        return ""
    ends = [stratum.z(rule.transformed(value), rule) for value in (limits.lowest, limits.highest)]
    no_gain = max(ends) <= OUTSIDE_95
    no_loss = min(ends) >= -OUTSIDE_95
    if no_gain and no_loss:
        return "both"
    return "gain" if no_gain else "loss" if no_loss else ""
