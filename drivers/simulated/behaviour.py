"""What a simulated gauge measures and shows, whatever its dialect."""

from __future__ import annotations

import random
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from drivers.simulated.loads import Load

NEWTON_PER: Final = {
    "N": 1.0,
    "mN": 1e-3,
    "kN": 1e3,
    "kgf": 9.80665,
    "gf": 9.80665e-3,
    "lbf": 4.4482216152605,
    "ozf": 0.27801385095378125,
    "mg": 9.80665e-6,
    "g": 9.80665e-3,
    "kg": 9.80665,
}
"""Exact by definition of the pound (0.45359237 kg) and of standard gravity (NIST SP 811, B.8), where the
simulated balances stand as well."""

STEADY_FOR_NS: Final = 500_000_000
"""A balance calls a value settled that has not moved for so long."""

_EXTRA_DECIMALS: Final = {
    "N": 0,
    "mN": -3,
    "kN": 3,
    "kgf": 1,
    "gf": -2,
    "lbf": 0,
    "ozf": -1,
    "mg": -5,
    "g": -2,
    "kg": 1,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Behaviour:
    """The measuring side of a gauge.

    Attributes
    ----------
    capacity_n : float
        Beyond it, in either direction, the gauge shows overload.
    decimals_n : int
        Decimals shown in N; other units follow from it.
    sign : int
        Sign of the shown number in compression.
    noise_n : float
        Standard deviation; a function of seed and time alone, however often it is asked.
    zero_offset_n : float
        Shown without load until the gauge is zeroed.
    seed : int
    auto_off_ns : int or None
        After so long without a request a stream stops for good, as after a power cycle.
    """

    capacity_n: float
    decimals_n: int
    sign: int = 1
    noise_n: float = 0.0
    zero_offset_n: float = 0.0
    seed: int = 0
    auto_off_ns: int | None = None

    def force_n(self, load: Load, t_ns: int) -> float:
        """What the sensor feels at `t_ns`, in newton."""
        force_n = load(t_ns) + self.zero_offset_n
        if self.noise_n:
            force_n += self.noise_n * _deviation(self.seed, t_ns)
        return force_n

    def decimals(self, unit: str) -> int:
        """Decimals shown in `unit`."""
        return max(0, self.decimals_n + _EXTRA_DECIMALS[unit])


@lru_cache(maxsize=64)  # a line asks several times for one moment, and seeding is what costs
def _deviation(seed: int, t_ns: int) -> float:
    return random.Random(f"{seed}:{t_ns}").gauss(0.0, 1.0)


class Sensor:
    """A behaviour under a load, with the state that its keys and orders change.

    Attributes
    ----------
    unit : str
    overloaded : bool
        Overload whatever the load is.
    stuck_ns : int or None
        From this moment on the sensor feels what it felt then.
    """

    def __init__(self, behaviour: Behaviour, load: Load, unit: str = "N") -> None:
        self.behaviour = behaviour
        self.unit = unit
        self.overloaded = False
        self.stuck_ns: int | None = None
        self._load = load
        self._tare_n = 0.0

    def zero(self, t_ns: int) -> None:
        """Show zero from now on under the force that acts at `t_ns`."""
        self._tare_n = self._felt_n(t_ns)

    def beyond(self, t_ns: int) -> bool:
        """Whether the gauge is overloaded at `t_ns`."""
        acting_n = abs(self._felt_n(t_ns))
        return self.overloaded or acting_n > self.behaviour.capacity_n

    def value(self, t_ns: int, unit: str | None = None, *, decimals: int | None = None) -> float:
        """The shown number at `t_ns`, with the gauge's own sign, rounded as shown.

        In `unit` and with `decimals` where the device sends others than it shows.
        """
        unit = unit or self.unit
        newton = self.behaviour.sign * (self._felt_n(t_ns) - self._tare_n)
        decimals = self.behaviour.decimals(unit) if decimals is None else decimals
        return round(newton / NEWTON_PER[unit], decimals) + 0.0

    def steady(self, t_ns: int) -> bool:
        """Whether the shown number has not moved lately."""
        return self.value(t_ns) == self.value(max(0, t_ns - STEADY_FOR_NS))

    def printed(self, value: float) -> str:
        """A number as the display writes it."""
        return f"{value:.{self.behaviour.decimals(self.unit)}f}"

    def _felt_n(self, t_ns: int) -> float:
        if self.stuck_ns is not None:
            t_ns = min(t_ns, self.stuck_ns)
        return self.behaviour.force_n(self._load, t_ns)
