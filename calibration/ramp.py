"""The rising part of a press."""

from __future__ import annotations

from collections.abc import Sequence

_LOW, _HIGH = 0.1, 0.9  # shares of the peak between which a rise is judged, clear of touch and of letting go


def rising(values: Sequence[float]) -> list[int]:
    """Indices of the samples on the way to the peak that lie between 10 and 90 % of it; none without a peak."""
    top = max(values, default=0.0)
    if not top > 0.0:
        return []
    return [i for i in range(values.index(top)) if _LOW * top <= values[i] <= _HIGH * top]
