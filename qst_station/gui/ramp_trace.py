"""The force trace of the ramp under way, thinned for the screen."""

from __future__ import annotations

from math import isnan

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float64]


class RampTrace:
    """Samples in time order; times in ns, pressures in kPa."""

    def __init__(self) -> None:
        self._t_ns: npt.NDArray[np.int64] = np.empty(0, np.int64)
        self._kpa: Floats = np.empty(0)

    def clear(self) -> None:
        """Forget all samples."""
        self._t_ns, self._kpa = self._t_ns[:0], self._kpa[:0]

    def append(self, t_ns: list[int], kpa: list[float | None], keep_ns: int) -> None:
        """Add samples (None: no value) and forget those older than ``keep_ns`` before the last."""
        if not t_ns:
            return
        self._t_ns = np.concatenate((self._t_ns, np.asarray(t_ns, np.int64)))
        self._kpa = np.concatenate((self._kpa, np.array(kpa, np.float64)))
        first = int(np.searchsorted(self._t_ns, self._t_ns[-1] - keep_ns))
        self._t_ns, self._kpa = self._t_ns[first:], self._kpa[first:]

    @property
    def last(self) -> tuple[int, float] | None:
        """Time and pressure of the newest sample."""
        if not len(self._t_ns) or isnan(self._kpa[-1]):
            return None
        return int(self._t_ns[-1]), float(self._kpa[-1])

    def drawn(self, now_ns: int, past_s: float, pixels: int) -> tuple[Floats, Floats]:
        """Times relative to ``now_ns`` (s) and pressures of at most two points a pixel.

        Of each pixel column the smallest and the largest value stay, in the order in which they came, so that
        no peak is lost.
        """
        first = int(np.searchsorted(self._t_ns, now_ns - round(past_s * 1e9)))
        t_s = (self._t_ns[first:] - now_ns) / 1e9
        kpa = self._kpa[first:]
        if len(kpa) <= 2 * pixels:
            return t_s, kpa
        each = -(-len(kpa) // pixels)
        whole = len(kpa) // each * each
        blocks = kpa[:whole].reshape(-1, each)
        start = np.arange(len(blocks)) * each
        ends = np.sort(
            np.stack(
                (
                    start + np.nan_to_num(blocks, nan=np.inf).argmin(axis=1),
                    start + np.nan_to_num(blocks, nan=-np.inf).argmax(axis=1),
                ),
                axis=1,
            ),
            axis=1,
        )
        kept = np.concatenate((ends.ravel(), np.arange(whole, len(kpa))))
        return t_s[kept], kpa[kept]
