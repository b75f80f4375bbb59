"""How single values become the value of a test."""

from __future__ import annotations

from collections.abc import Sequence
from math import exp, fsum, log
from typing import Literal

Summary = Literal["geometric_mean", "arithmetic_mean"]


def geometric_mean(values: Sequence[float], *, offset: float = 0.0) -> float:
    """Geometric mean of ``values + offset``; the offset stays in the result (DFNS +0.1 rule for ratings).

    Parameters
    ----------
    values : sequence of float, shape (n,), n >= 1
        Positive after the offset.
    offset : float
        Added to every value before the logarithm.

    Raises
    ------
    ValueError
        No value, or one that is not positive after the offset.
    """
    shifted = [value + offset for value in values]
    if not shifted or min(shifted) <= 0.0:
        raise ValueError(f"a geometric mean needs positive values, not {list(values)} with offset {offset}")
    return exp(fsum(log(value) for value in shifted) / len(shifted))


def arithmetic_mean(values: Sequence[float]) -> float:
    """Arithmetic mean of ``values``, shape (n,), n >= 1.

    Raises
    ------
    ValueError
        No value.
    """
    if not values:
        raise ValueError("a mean needs at least one value")
    return fsum(values) / len(values)


def summarise(summary: Summary, values: Sequence[float], *, offset: float = 0.0) -> float:
    """The named summary of ``values + offset``; see `geometric_mean` and `arithmetic_mean`."""
    if summary == "geometric_mean":
        return geometric_mean(values, offset=offset)
    return arithmetic_mean([value + offset for value in values])
