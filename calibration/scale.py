"""Raw reading -> force in millinewton -> pressure under a probe."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

# Newton per unit. Gram-force with standard gravity 9.80665 m/s2, pound and ounce from the international
# avoirdupois pound 0.45359237 kg (NIST SP 811, appendix B.8).
NEWTON_PER_UNIT: dict[str, float] = {
    "N": 1.0,
    "mN": 1e-3,
    "kN": 1e3,
    "gf": 9.80665e-3,
    "kgf": 9.80665,
    "ozf": 0.45359237 / 16 * 9.80665,
    "lbf": 0.45359237 * 9.80665,
}


class UnknownUnit(ValueError):
    """A unit that is no force."""

    def __init__(self, unit: str) -> None:
        super().__init__(f"unit {unit!r} is no force this program knows; it knows {', '.join(NEWTON_PER_UNIT)}")
        self.unit = unit


@dataclass(frozen=True, slots=True, kw_only=True)
class Scale:
    """How the reading of one gauge becomes a force.

    Attributes
    ----------
    compression_sign : int
        +1 where the gauge shows pressing as positive, -1 where it shows it as negative.
    gain : float
        Factor on the reading, from the certificate; 1 without one.
    zero_mn : float
        Force that the gauge shows unloaded, in mN, taken away after the gain.
    certificate : str
        Number of the certificate the gain came from; empty where the gauge is taken at its word.
    """

    compression_sign: int = 1
    gain: float = 1.0
    zero_mn: float = 0.0
    certificate: str = ""

    def __post_init__(self) -> None:
        if self.compression_sign not in (-1, 1):
            raise ValueError(f"compression_sign is +1 or -1, not {self.compression_sign}")
        if not self.gain > 0.0:
            raise ValueError(f"gain must be positive, not {self.gain}")

    def force_mn(self, raw: float, unit: str) -> float:
        """Force in mN, positive in compression.

        Raises
        ------
        UnknownUnit
            The unit is no force.
        """
        if unit not in NEWTON_PER_UNIT:
            raise UnknownUnit(unit)
        return raw * NEWTON_PER_UNIT[unit] * 1e3 * self.compression_sign * self.gain - self.zero_mn


def pressure_kpa(force_mn: Sequence[float], area_cm2: float) -> tuple[float, ...]:
    """Mean pressure under a flat probe.

    Parameters
    ----------
    force_mn : sequence of float, shape (n,)
    area_cm2 : float
        Area of the probe, positive.

    Returns
    -------
    tuple of float, shape (n,)
        1 N on 1 cm2 is 10 kPa.
    """
    if not area_cm2 > 0.0:
        raise ValueError(f"probe area must be positive, not {area_cm2}")
    factor = 1e-2 / area_cm2
    return tuple(force * factor for force in force_mn)


def force_mn(pressure_kpa: float, area_cm2: float) -> float:
    """The force of a mean pressure under a flat probe; see `pressure_kpa`."""
    if not area_cm2 > 0.0:
        raise ValueError(f"probe area must be positive, not {area_cm2}")
    return pressure_kpa * area_cm2 * 1e2
