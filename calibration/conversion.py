"""Mass on a balance and force on the skin: local gravity, air buoyancy, units."""

from __future__ import annotations

from dataclasses import dataclass
from math import log10

from calibration.scale import NEWTON_PER_UNIT

STANDARD_GRAVITY_M_PER_S2 = 9.80665  # conventional value, 3rd CGPM 1901 (SI Brochure, 9th edition)
# From the equator, 9.780 m/s2, to the poles, 9.832 m/s2, at sea level (GRS 80 normal gravity): within 0.3 % of
# the conventional value.
GRAVITY_RANGE = 0.003
# Conventional mass is defined for weights of 8000 kg/m3 in air of 1.2 kg/m3 (OIML D 28:2004).
AIR_DENSITY_KG_PER_M3 = 1.2
WEIGHT_DENSITY_KG_PER_M3 = 8000.0

GRAM_PER_UNIT: dict[str, float] = {"mg": 1e-3, "g": 1.0, "kg": 1e3}
MILLIMETRE_PER_UNIT: dict[str, float] = {"mm": 1.0, "cm": 10.0, "m": 1e3}


class UnfitUnit(ValueError):
    """A unit that does not measure what is asked for."""

    def __init__(self, unit: str, allowed: tuple[str, ...]) -> None:
        super().__init__(f"unit {unit!r} is not one of {', '.join(allowed)}")
        self.unit = unit
        self.allowed = allowed


@dataclass(frozen=True, slots=True, kw_only=True)
class Weighing:
    """How a mass becomes a force at one site.

    Attributes
    ----------
    gravity_m_per_s2 : float
        Acceleration of free fall at the site.
    gravity_standard : float
        Its standard uncertainty as a share of it.
    air_buoyancy : bool
        Whether the lift of the air on weights of `weight_density_kg_per_m3` is taken away.
    """

    gravity_m_per_s2: float = STANDARD_GRAVITY_M_PER_S2
    gravity_standard: float = 0.0
    air_buoyancy: bool = True
    air_density_kg_per_m3: float = AIR_DENSITY_KG_PER_M3
    weight_density_kg_per_m3: float = WEIGHT_DENSITY_KG_PER_M3

    def __post_init__(self) -> None:
        if not 9.7 < self.gravity_m_per_s2 < 9.9:
            raise ValueError(f"gravity on Earth lies between 9.7 and 9.9 m/s2, not {self.gravity_m_per_s2}")
        if not 0.0 <= self.air_density_kg_per_m3 < self.weight_density_kg_per_m3:
            raise ValueError(
                f"air of {self.air_density_kg_per_m3} kg/m3 is not lighter than a weight of "
                f"{self.weight_density_kg_per_m3} kg/m3"
            )

    @property
    def mn_per_g(self) -> float:
        """Force in mN of one gram: m g (1 - air density / weight density), or m g."""
        lift = self.air_density_kg_per_m3 / self.weight_density_kg_per_m3 if self.air_buoyancy else 0.0
        return self.gravity_m_per_s2 * (1.0 - lift)

    def force_mn(self, mass_g: float) -> float:
        """Force of a mass, or force on the pan of a balance that shows `mass_g`.

        A balance is adjusted with weights in air, so the force that makes it show a mass is the force of such
        weights: the density is theirs, not that of the thing on the pan.
        """
        return mass_g * self.mn_per_g

    def mass_g(self, force_mn: float) -> float:
        """What a balance shows under a force."""
        return force_mn / self.mn_per_g

    def in_mn(self, value: float, unit: str) -> float:
        """A reading in a unit of mass or of force as a force in mN.

        Raises
        ------
        UnfitUnit
            The unit is neither.
        """
        if unit in GRAM_PER_UNIT:
            return self.force_mn(value * GRAM_PER_UNIT[unit])
        if unit in NEWTON_PER_UNIT:
            return value * NEWTON_PER_UNIT[unit] * 1e3
        raise UnfitUnit(unit, (*GRAM_PER_UNIT, *NEWTON_PER_UNIT))


def in_mm(value: float, unit: str) -> float:
    """A length in mm.

    Raises
    ------
    UnfitUnit
        The unit is no length.
    """
    if unit not in MILLIMETRE_PER_UNIT:
        raise UnfitUnit(unit, tuple(MILLIMETRE_PER_UNIT))
    return value * MILLIMETRE_PER_UNIT[unit]


def log_unit(force_mn: float) -> float:
    """Number that filaments are marked with, log10 of ten times the force in milligrams (standard gravity).

    Unverified: the convention of Semmes and Weinstein as commonly told. The marks on sold sets differ from it,
    because they stand for an older nominal force (5.07 is sold as 10 g, which is 5.00).

    Raises
    ------
    ValueError
        A force that is not positive.
    """
    if not force_mn > 0.0:
        raise ValueError(f"only a positive force has a logarithm, not {force_mn} mN")
    return log10(10.0 * force_mn / STANDARD_GRAVITY_M_PER_S2 * 1e3)
