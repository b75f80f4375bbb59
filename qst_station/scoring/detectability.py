"""What a norm stratum cannot show with the instruments in use."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Literal

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


# Ten turning points at the same end of the set: the geometric mean of the last force and its neighbour beyond.
# The upper neighbour (1024 mN) and the lower one of the pinpricks (4 mN) are unverified defaults. A wind-up
# ratio has no instrument limit; 1 is no wind-up. PPT depends on the gauge and has no default.
DFNS_LIMITS: Mapping[str, Limits] = MappingProxyType(
    {
        "MDT": Limits(lowest=math.sqrt(0.125 * 0.25), highest=math.sqrt(512 * 1024)),
        "MPT": Limits(lowest=math.sqrt(4 * 8), highest=math.sqrt(512 * 1024)),
        "MPS": Limits(lowest=0.1, highest=100.1),
        "WUR": Limits(lowest=1.0, highest=math.inf),
        "VDT": Limits(lowest=0.0, highest=8.0),
    }
)


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
        Ends of what the instruments in use can give.

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
