"""Sample times of a streaming gauge, from the index of the sample.

Bytes arrive in batches, late by up to the latency timer of a USB bridge, so the time of arrival is no sample time.
A gauge samples evenly: sample times lie on a line over the sample index. The slope is fitted to the arrivals of
the last seconds; the line is laid through the least delayed of them, since an arrival can be late but never early.
"""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

_WINDOW_NS = 4_000_000_000
_SETTLED_NS = 500_000_000
_SETTLED_READS = 16
_GAP_NS = 250_000_000
_LEAST_DELAYED = 0.1  # quantile of the residuals that the line is laid through
_FIT_EVERY_NS = 50_000_000


@dataclass(frozen=True, slots=True, kw_only=True)
class _Line:
    """Sample time over sample index: ``t0_ns`` at ``index0``, ``period_ns`` from sample to sample."""

    index0: int
    t0_ns: int
    period_ns: float
    fitted_ns: int


class SampleClock:
    """Turns arrival times into sample times.

    Until half a second of data has come, and again after a gap, samples carry their arrival time.
    """

    def __init__(self) -> None:
        self._reads: deque[tuple[int, int]] = deque()  # (index of the last sample of a read, arrival)
        self._line: _Line | None = None
        self._next = 0
        self._last_ns = -1

    def restart(self) -> None:
        """Forget the line: samples were lost, so the index no longer tells the time."""
        self._reads.clear()
        self._line = None

    def stamp(self, arrival_ns: int, count: int) -> npt.NDArray[np.int64]:
        """Times of the ``count`` samples that one read brought.

        Parameters
        ----------
        arrival_ns : int
            When the read returned.
        count : int
            Samples in it, at least 1.

        Returns
        -------
        int64 array, shape (count,)
            Never after ``arrival_ns``, and never falling over all calls.
        """
        index = np.arange(self._next, self._next + count)
        self._next += count
        if self._reads and arrival_ns - self._reads[-1][1] > _GAP_NS:
            self.restart()
        self._reads.append((int(index[-1]), arrival_ns))
        while arrival_ns - self._reads[0][1] > _WINDOW_NS:
            self._reads.popleft()
        self._fit(arrival_ns)
        times = np.full(count, arrival_ns, np.int64) if self._line is None else _on(self._line, index)
        # A sample cannot be newer than the read that brought it, nor older than the sample before it.
        times = np.minimum(times, arrival_ns)
        times = np.maximum.accumulate(np.maximum(times, self._last_ns))
        self._last_ns = int(times[-1])
        return times

    def _fit(self, now_ns: int) -> None:
        """Lay the line anew, at most every 50 ms."""
        if len(self._reads) < _SETTLED_READS or now_ns - self._reads[0][1] < _SETTLED_NS:
            return
        if self._line is not None and now_ns - self._line.fitted_ns < _FIT_EVERY_NS:
            return
        reads = np.array(self._reads, np.int64)
        i0, a0 = int(reads[0, 0]), int(reads[0, 1])
        i = (reads[:, 0] - i0).astype(np.float64)
        a = (reads[:, 1] - a0).astype(np.float64)
        i_mean, a_mean = i.mean(), a.mean()
        slope = float(((i - i_mean) * (a - a_mean)).sum() / ((i - i_mean) ** 2).sum())
        start = float(np.quantile(a - slope * i, _LEAST_DELAYED))
        self._line = _Line(index0=i0, t0_ns=a0 + round(start), period_ns=slope, fitted_ns=now_ns)


def _on(line: _Line, index: npt.NDArray[np.int64]) -> npt.NDArray[np.int64]:
    offset: npt.NDArray[np.int64] = np.rint((index - line.index0) * line.period_ns).astype(np.int64)
    return offset + line.t0_ns
