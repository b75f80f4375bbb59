"""Intraclass correlation of readers, ICC(2,1) and ICC(3,1), with 95 % confidence intervals.

Shrout and Fleiss 1979, Psychological Bulletin 86:420-428; interval of ICC(2,1) in the form of McGraw and Wong
1996, Psychological Methods 1:30-46, which also holds where readers agree perfectly.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import fsum, isfinite, nan

# Squared rounding errors of doubles, relative to the values: below this a mean square is zero.
_ZERO = 1e-20
_ROUNDING = 1e-9


@dataclass(frozen=True, slots=True, kw_only=True)
class MeanSquares:
    """Two-way analysis of variance of n targets, each read once by each of k readers.

    Attributes
    ----------
    targets, readers, error : float
        Mean squares BMS, JMS and EMS, in the squared unit of the values.
    n, k : int
        Targets and readers, each at least two.
    """

    targets: float
    readers: float
    error: float
    n: int
    k: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Coefficient:
    """An intraclass correlation with its 95 % interval; None where the values do not determine it."""

    value: float | None
    low: float | None
    high: float | None


def mean_squares(scores: Sequence[Sequence[float]]) -> MeanSquares:
    """Mean squares of a table of scores.

    Parameters
    ----------
    scores : sequence of sequence of float, shape (n targets, k readers)

    Raises
    ------
    ValueError
        Fewer than two targets or readers, or rows of unequal length.
    """
    n, k = len(scores), len(scores[0]) if scores else 0
    if n < 2 or k < 2 or any(len(row) != k for row in scores):
        raise ValueError(f"a table of at least 2 targets by 2 readers without gaps is needed, not {n} by {k}")
    rows = [fsum(row) / k for row in scores]
    columns = [fsum(row[j] for row in scores) / n for j in range(k)]
    grand = fsum(rows) / n
    zero = _ZERO * max(x * x for row in scores for x in row)

    def mean_square(squares: list[float], freedom: int) -> float:
        found = fsum(squares) / freedom
        return found if found > zero else 0.0

    residual = [((scores[i][j] - rows[i]) - (columns[j] - grand)) ** 2 for i in range(n) for j in range(k)]
    return MeanSquares(
        targets=mean_square([k * (row - grand) ** 2 for row in rows], n - 1),
        readers=mean_square([n * (column - grand) ** 2 for column in columns], k - 1),
        error=mean_square(residual, (n - 1) * (k - 1)),
        n=n,
        k=k,
    )


def absolute_agreement(ms: MeanSquares) -> Coefficient:
    """ICC(2,1): readers drawn from many, and a reader's constant offset counts as disagreement."""
    b, j, e, n, k = ms.targets, ms.readers, ms.error, ms.n, ms.k
    whole = b + (k - 1) * e + k * (j - e) / n
    if b == 0 or not whole > 0:
        return Coefficient(value=None, low=None, high=None)
    rho = (b - e) / whole
    if j == e == 0:
        return Coefficient(value=rho, low=rho, high=rho)
    freedom = _satterthwaite(ms, rho)
    f_low, f_high = _f975(n - 1, freedom), _f975(freedom, n - 1)
    noise = k * j + (k * n - k - n) * e
    return _coefficient(
        rho,
        n * (b - f_low * e) / (f_low * noise + n * b),
        n * (f_high * b - e) / (noise + n * f_high * b),
    )


def consistency(ms: MeanSquares) -> Coefficient:
    """ICC(3,1): these readers and no others, constant offsets between them set aside."""
    b, e, n, k = ms.targets, ms.error, ms.n, ms.k
    whole = b + (k - 1) * e
    if b == 0:
        return Coefficient(value=None, low=None, high=None)
    freedom = (n - 1) * (k - 1)
    f_low, f_high = _f975(n - 1, freedom), _f975(freedom, n - 1)
    return _coefficient(
        (b - e) / whole,
        (b - f_low * e) / (b + (k - 1) * f_low * e),
        (f_high * b - e) / (f_high * b + (k - 1) * e),
    )


def _satterthwaite(ms: MeanSquares, rho: float) -> float:
    """Degrees of freedom of the combined mean square under ICC(2,1); NaN where both of its parts vanish."""
    n, k = ms.n, ms.k
    # McGraw and Wong's a and b times (1 - rho): only their ratio counts, and so it stays finite at rho = 1.
    of_readers = k * rho / n * ms.readers
    of_error = ((1 - rho) + k * rho * (n - 1) / n) * ms.error
    below = of_readers**2 / (k - 1) + of_error**2 / ((n - 1) * (k - 1))
    return (of_readers + of_error) ** 2 / below if below > 0 else nan


def _f975(numerator: float, denominator: float) -> float:
    from scipy.special import fdtri

    return float(fdtri(numerator, denominator, 0.975))


def _coefficient(value: float, low: float, high: float) -> Coefficient:
    """Few limbs can leave an interval undetermined; it is then left out and not made up."""
    known = isfinite(low) and isfinite(high) and low - _ROUNDING <= value <= high + _ROUNDING
    return Coefficient(value=value, low=low if known else None, high=high if known else None)
