"""A site's own line from girth to volume. None is shipped: no published one is known."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from math import fsum, sqrt
from typing import Literal

# Printed coefficients are rounded; a digit lost or a wrong column is further off.
_ROUNDING = 0.02
_NO_SCATTER = 1e-12


@dataclass(frozen=True, slots=True, kw_only=True)
class SiteCalibration:
    """Volume of a limb segment as a straight line over its figure-of-8 girth, found by the site itself.

    Attributes
    ----------
    variant : str
        Landmark variant of the girths; another one is refused.
    slope_ml_per_cm, intercept_ml : float
    n : int
        Limbs it rests on, at least three.
    r_squared, see_ml : float
        Coefficient of determination; standard error of estimate, with n - 2 degrees of freedom.
    girth_mean_cm, girth_sxx_cm2 : float
        Mean of the girths, and the sum of their squared deviations from it.
    girth_min_cm, girth_max_cm : float
        Range of the girths; nothing outside it is estimated.
    done_on : date
    done_by : str

    Raises
    ------
    ValueError
        A number that is impossible, or does not fit the others.
    """

    segment: Literal["hand", "ankle"]
    variant: str
    slope_ml_per_cm: float
    intercept_ml: float
    n: int
    r_squared: float
    see_ml: float
    girth_mean_cm: float
    girth_sxx_cm2: float
    girth_min_cm: float
    girth_max_cm: float
    done_on: date
    done_by: str

    def __post_init__(self) -> None:
        if self.n < 3:
            raise ValueError(f"n is {self.n}: a line with an error needs at least 3 limbs")
        if not self.slope_ml_per_cm > 0:
            raise ValueError(f"slope_ml_per_cm is {self.slope_ml_per_cm!r}: a larger girth is a larger volume")
        if not (self.see_ml > 0 and self.girth_sxx_cm2 > 0):
            raise ValueError("see_ml and girth_sxx_cm2 must be above 0")
        if not 0 < self.girth_min_cm < self.girth_mean_cm < self.girth_max_cm:
            raise ValueError("girth_min_cm, girth_mean_cm and girth_max_cm must be above 0 and rise")
        if not self.done_by.strip():
            raise ValueError("done_by is empty: say who made the calibration")
        explained = self.slope_ml_per_cm**2 * self.girth_sxx_cm2
        implied = explained / (explained + self.see_ml**2 * (self.n - 2))
        if abs(implied - self.r_squared) > _ROUNDING:
            raise ValueError(
                f"r_squared is {self.r_squared:g}, but slope, sum of squares, error and n give {implied:.3f}"
            )


@dataclass(frozen=True, slots=True, kw_only=True)
class EstimatedVolume:
    """An estimated volume with its 95 % prediction interval, and the calibration it rests on."""

    volume_ml: float
    low_ml: float
    high_ml: float
    calibration: SiteCalibration


def fitted(
    girths_cm: Sequence[float],
    volumes_ml: Sequence[float],
    *,
    segment: Literal["hand", "ankle"],
    variant: str,
    done_on: date,
    done_by: str,
) -> SiteCalibration:
    """The least-squares line through a site's own pairs of girth and volume.

    Raises
    ------
    ValueError
        Unequal numbers, fewer than three pairs, one girth only, no scatter, or a line that falls.
    """
    if len(girths_cm) != len(volumes_ml):
        raise ValueError(f"{len(girths_cm)} girths and {len(volumes_ml)} volumes: every limb needs both")
    n = len(girths_cm)
    if n < 3:
        raise ValueError(f"{n} limbs: a line with an error needs at least 3")
    mean_g, mean_v = fsum(girths_cm) / n, fsum(volumes_ml) / n
    sxx = fsum((g - mean_g) ** 2 for g in girths_cm)
    syy = fsum((v - mean_v) ** 2 for v in volumes_ml)
    if not (sxx > 0 and syy > 0):
        raise ValueError("all girths or all volumes are the same: there is no line")
    slope = fsum((g - mean_g) * (v - mean_v) for g, v in zip(girths_cm, volumes_ml, strict=True)) / sxx
    intercept = mean_v - slope * mean_g
    residual = fsum((v - intercept - slope * g) ** 2 for g, v in zip(girths_cm, volumes_ml, strict=True))
    if residual <= _NO_SCATTER * syy:
        raise ValueError("all points lie on the line: measured volumes scatter, these were computed")
    return SiteCalibration(
        segment=segment,
        variant=variant,
        slope_ml_per_cm=slope,
        intercept_ml=intercept,
        n=n,
        r_squared=1 - residual / syy,
        see_ml=sqrt(residual / (n - 2)),
        girth_mean_cm=mean_g,
        girth_sxx_cm2=sxx,
        girth_min_cm=min(girths_cm),
        girth_max_cm=max(girths_cm),
        done_on=done_on,
        done_by=done_by,
    )


def estimate(calibration: SiteCalibration, girth_cm: float, *, segment: str, variant: str) -> EstimatedVolume:
    """Volume for a girth, V ± t(n-2) SEE sqrt(1 + 1/n + (G - Ḡ)² / Sxx): the prediction interval of least squares.

    Raises
    ------
    ValueError
        Another segment or landmark variant, or a girth outside the range of the calibration.
    """
    from scipy.special import stdtrit

    c = calibration
    if (segment, variant) != (c.segment, c.variant):
        raise ValueError(f"the calibration is for {c.segment}, {c.variant}; this girth is {segment}, {variant}")
    if not c.girth_min_cm <= girth_cm <= c.girth_max_cm:
        raise ValueError(
            f"{girth_cm:g} cm is outside the calibration ({c.girth_min_cm:g} to {c.girth_max_cm:g} cm)"
        )
    volume = c.intercept_ml + c.slope_ml_per_cm * girth_cm
    spread = sqrt(1 + 1 / c.n + (girth_cm - c.girth_mean_cm) ** 2 / c.girth_sxx_cm2)
    half = float(stdtrit(c.n - 2, 0.975)) * c.see_ml * spread
    return EstimatedVolume(volume_ml=volume, low_ml=volume - half, high_ml=volume + half, calibration=c)
