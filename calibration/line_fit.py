"""A straight line through observations, with the uncertainty of its coefficients."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import fsum, sqrt


@dataclass(frozen=True, slots=True, kw_only=True)
class LineFit:
    """Ordinary least squares, y = intercept + slope x (JCGM 100:2008, H.3.2).

    Attributes
    ----------
    intercept_standard, slope_standard : float
        Standard uncertainties from the scatter about the line.
    covariance : float
        Of intercept and slope.
    residual_standard : float
        Standard deviation of the observations about the line; 0 where two points leave none.
    degrees_of_freedom : int
        Number of observations less two.
    """

    intercept: float
    slope: float
    intercept_standard: float
    slope_standard: float
    covariance: float
    residual_standard: float
    degrees_of_freedom: int

    def at(self, x: float) -> float:
        """The line at `x`."""
        return self.intercept + self.slope * x

    def standard_at(self, x: float) -> float:
        """Standard uncertainty of the line at `x` (JCGM 100:2008, H.3.3)."""
        variance = self.intercept_standard**2 + (x * self.slope_standard) ** 2 + 2.0 * x * self.covariance
        return sqrt(max(0.0, variance))


def fit_line(x: Sequence[float], y: Sequence[float]) -> LineFit:
    """Fit a line to observations of equal weight.

    Parameters
    ----------
    x, y : sequence of float, shape (n,)
        At least two points, not all at one `x`.

    Raises
    ------
    ValueError
        Too few points, unequal lengths, or a single `x`.
    """
    n = len(x)
    if n != len(y) or n < 2:
        raise ValueError(f"a line needs two or more pairs, not {n} and {len(y)} values")
    x_mean, y_mean = fsum(x) / n, fsum(y) / n
    spread = fsum((value - x_mean) ** 2 for value in x)
    if not spread > 0.0:
        raise ValueError(f"a line needs two different abscissae, not only {x[0]}")
    slope = fsum((a - x_mean) * (b - y_mean) for a, b in zip(x, y, strict=True)) / spread
    intercept = y_mean - slope * x_mean
    squares = fsum((b - intercept - slope * a) ** 2 for a, b in zip(x, y, strict=True))
    residual = sqrt(squares / (n - 2)) if n > 2 else 0.0
    return LineFit(
        intercept=intercept,
        slope=slope,
        intercept_standard=residual * sqrt(1.0 / n + x_mean**2 / spread),
        slope_standard=residual / sqrt(spread),
        covariance=-(residual**2) * x_mean / spread,
        residual_standard=residual,
        degrees_of_freedom=n - 2,
    )
