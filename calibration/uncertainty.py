"""Uncertainty of measurement after the GUM: contributions, their combination, coverage and rounding."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import ROUND_HALF_EVEN, Decimal
from math import floor, fsum, inf, isfinite, sqrt
from typing import Literal


@dataclass(frozen=True, slots=True, kw_only=True)
class Contribution:
    """One line of an uncertainty budget.

    Attributes
    ----------
    standard : float
        Standard uncertainty in the unit of the result, that is, with its sensitivity coefficient applied.
    degrees_of_freedom : float
        At least 1; infinite where the standard uncertainty is taken as known.
    evaluation : str
        "A" from repeated observations, "B" from anything else (JCGM 100:2008, 4.2 and 4.3).
    source : str
        Where the figure comes from: readings, a certificate, a setting.
    """

    name: str
    standard: float
    unit: str
    degrees_of_freedom: float = inf
    evaluation: Literal["A", "B"] = "B"
    source: str

    def __post_init__(self) -> None:
        if not (isfinite(self.standard) and self.standard >= 0.0):
            raise ValueError(
                f"{self.name}: a standard uncertainty is finite and not negative, not {self.standard}"
            )
        if not self.degrees_of_freedom >= 1.0:
            raise ValueError(f"{self.name}: degrees of freedom are at least 1, not {self.degrees_of_freedom}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Budget:
    """The uncertainty of one result; its contributions are taken as uncorrelated.

    Attributes
    ----------
    coverage_probability : float
        Probability that the interval of plus and minus `expanded` is meant to contain the value.
    """

    quantity: str
    unit: str
    estimate: float
    contributions: tuple[Contribution, ...]
    coverage_probability: float = 0.95

    def __post_init__(self) -> None:
        if not self.contributions:
            raise ValueError(f"{self.quantity}: a budget needs at least one contribution")
        strangers = sorted({part.unit for part in self.contributions} - {self.unit})
        if strangers:
            raise ValueError(f"{self.quantity}: contributions must be in {self.unit}, not {', '.join(strangers)}")
        if not 0.0 < self.coverage_probability < 1.0:
            raise ValueError(f"coverage probability lies between 0 and 1, not {self.coverage_probability}")

    @property
    def combined(self) -> float:
        """Combined standard uncertainty (JCGM 100:2008, 5.1.2)."""
        return sqrt(fsum(part.standard**2 for part in self.contributions))

    @property
    def effective_degrees_of_freedom(self) -> float:
        """Formula of Welch and Satterthwaite (JCGM 100:2008, G.4.1, equation G.2b)."""
        combined = self.combined
        if combined == 0.0:
            return inf
        shares = fsum((part.standard / combined) ** 4 / part.degrees_of_freedom for part in self.contributions)
        return 1.0 / shares if shares > 0.0 else inf

    @property
    def coverage_factor(self) -> float:
        """Quantile of the t distribution, for the next lower whole degrees of freedom (JCGM 100:2008, G.4.1)."""
        return coverage_factor(self.effective_degrees_of_freedom, self.coverage_probability)

    @property
    def expanded(self) -> float:
        """Expanded uncertainty, coverage factor times combined standard uncertainty."""
        return self.coverage_factor * self.combined


def repeatability(
    spread: float,
    count: int,
    unit: str,
    *,
    source: str,
    degrees_of_freedom: float | None = None,
    name: str = "repeatability",
) -> Contribution:
    """What the mean of `count` readings owes to their scatter (JCGM 100:2008, 4.2.3).

    Parameters
    ----------
    spread : float
        Experimental standard deviation of a single reading.
    degrees_of_freedom : float or None
        Of `spread`; None where it is that of these readings alone.
    """
    return Contribution(
        name=name,
        standard=spread / sqrt(count),
        unit=unit,
        degrees_of_freedom=count - 1 if degrees_of_freedom is None else degrees_of_freedom,
        evaluation="A",
        source=source,
    )


def display(division: float, unit: str, name: str = "resolution") -> Contribution:
    """What a reading owes to the division of its display."""
    return Contribution(name=name, standard=resolution(division), unit=unit, source="division / (2 sqrt 3)")


def display_twice(division: float, unit: str) -> list[Contribution]:
    """What a reading owes to its display where the zero is read as well."""
    return [display(division, unit, f"resolution {where}") for where in ("under load", "at zero")]


def coverage_factor(degrees_of_freedom: float, probability: float = 0.95) -> float:
    """Half width of a t interval in standard uncertainties; two-sided.

    Raises
    ------
    ValueError
        Fewer than one degree of freedom.
    """
    if not degrees_of_freedom >= 1.0 - 1e-9:
        raise ValueError(f"degrees of freedom are at least 1, not {degrees_of_freedom}")
    # Deferred: a window that shows no certificate needs no scipy.
    from scipy.special import ndtri, stdtrit

    quantile = 0.5 + probability / 2.0
    if not isfinite(degrees_of_freedom) or degrees_of_freedom > 1e6:
        return float(ndtri(quantile))
    # A sum in floating point may fall short of the whole number that it is.
    return float(stdtrit(floor(degrees_of_freedom + 1e-9), quantile))


def rectangular(half_width: float) -> float:
    """Standard uncertainty of a value known to lie within plus and minus a half width (JCGM 100:2008, 4.3.7)."""
    return abs(half_width) / sqrt(3.0)


def resolution(division: float) -> float:
    """Standard uncertainty of a reading rounded to a division of a display (JCGM 100:2008, F.2.2.1)."""
    return rectangular(division / 2.0)


def rounded(estimate: float, expanded: float, digits: int = 2) -> tuple[str, str]:
    """A result and its expanded uncertainty as they are printed.

    The uncertainty keeps `digits` significant digits, the estimate the same last place (JCGM 100:2008, 7.2.6).

    Raises
    ------
    ValueError
        Not finite, a negative uncertainty, or fewer than one digit.
    """
    if not (isfinite(estimate) and isfinite(expanded) and expanded >= 0.0):
        raise ValueError(f"cannot print {estimate} with an uncertainty of {expanded}")
    if digits < 1:
        raise ValueError(f"an uncertainty has at least one significant digit, not {digits}")
    if expanded == 0.0:
        return f"{Decimal(repr(estimate)):f}", "0"
    exact = Decimal(repr(expanded))
    place = exact.adjusted() - digits + 1
    uncertainty = _to_place(exact, place)
    if uncertainty.adjusted() > exact.adjusted():  # 0.0996 becomes 0.10 and not 0.100
        place += 1
        uncertainty = _to_place(exact, place)
    return f"{_to_place(Decimal(repr(estimate)), place):f}", f"{uncertainty:f}"


def _to_place(number: Decimal, place: int) -> Decimal:
    step = Decimal(1).scaleb(place)
    shown = (number / step).quantize(Decimal(1), rounding=ROUND_HALF_EVEN) * step
    return abs(shown) if shown == 0 else shown
