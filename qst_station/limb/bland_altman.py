"""Bland-Altman analysis of two readers: bias, limits of agreement, their confidence, and the points to plot."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import fsum, sqrt

from qst_station.limb.reading_error import Z95


@dataclass(frozen=True, slots=True, kw_only=True)
class Estimate:
    """A value with its 95 % confidence interval, all in cm."""

    value_cm: float
    low_cm: float
    high_cm: float


@dataclass(frozen=True, slots=True, kw_only=True)
class BlandAltman:
    """Differences of two readers, first minus second.

    Attributes
    ----------
    means_cm, differences_cm : tuple of float, shape (n limbs,)
        The points of the plot: abscissa and ordinate.
    sd_cm : float
        Standard deviation of the differences that the limits rest on.
    bias, lower, upper : Estimate
        Mean difference, and the 95 % limits of agreement bias ± 1.96 SD.
    """

    means_cm: tuple[float, ...]
    differences_cm: tuple[float, ...]
    sd_cm: float
    bias: Estimate
    lower: Estimate
    upper: Estimate


def bland_altman(first_cm: Sequence[float], second_cm: Sequence[float]) -> BlandAltman:
    """Agreement of two readers on the same limbs.

    Limits and their approximate standard error SD sqrt(1/n + 1.96² / 2(n - 1)) as in Bland and Altman 1999,
    Statistical Methods in Medical Research 8:135-160; t with n - 1 degrees of freedom for the intervals.

    Parameters
    ----------
    first_cm, second_cm : sequence of float, shape (n limbs,)
        At least two limbs. Where they are means of repeats, the limits hold for such means.

    Raises
    ------
    ValueError
        Unequal numbers, or fewer than two limbs.
    """
    from scipy.special import stdtrit

    n = len(first_cm)
    if n != len(second_cm) or n < 2:
        raise ValueError(f"{n} and {len(second_cm)} girths: both readers read the same limbs, at least two")
    differences = tuple(a - b for a, b in zip(first_cm, second_cm, strict=True))
    bias = fsum(differences) / n
    sd = sqrt(fsum((d - bias) ** 2 for d in differences) / (n - 1))
    t = float(stdtrit(n - 1, 0.975))
    bias_half = t * sd / sqrt(n)
    limit_half = t * sd * sqrt(1 / n + Z95**2 / (2 * (n - 1)))
    return BlandAltman(
        means_cm=tuple((a + b) / 2 for a, b in zip(first_cm, second_cm, strict=True)),
        differences_cm=differences,
        sd_cm=sd,
        bias=_estimate(bias, bias_half),
        lower=_estimate(bias - Z95 * sd, limit_half),
        upper=_estimate(bias + Z95 * sd, limit_half),
    )


def single_reading_sd_cm(sd_of_means_cm: float, technical_errors_cm: tuple[float, float], repeats: int) -> float:
    """SD of the differences of single readings, from that of means of k repeats (Bland and Altman 1999, 5.1).

    sqrt(s² + (1 - 1/k)(s₁² + s₂²)); averaging hides a part of the repeat-to-repeat scatter of each reader.
    """
    hidden = fsum(error**2 for error in technical_errors_cm)
    return sqrt(sd_of_means_cm**2 + (1 - 1 / repeats) * hidden)


def _estimate(value: float, half: float) -> Estimate:
    return Estimate(value_cm=value, low_cm=value - half, high_cm=value + half)
