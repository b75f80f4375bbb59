"""Sample times of a streaming gauge, from the index of the sample.

Bytes arrive in batches, late by up to the latency timer of a USB bridge, so the time of arrival is no sample time.
A gauge samples evenly: sample times lie on a line over the sample index. The slope is fitted to the arrivals of
the last seconds; the line is laid through the least delayed of them, since an arrival can be late but never early.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

_WINDOW_NS = 8_000_000_000
_SETTLED_NS = 500_000_000
_SETTLED_READS = 16
_GAP_NS = 250_000_000
_LEAST_DELAYED = 0.1  # quantile of the residuals that the line is laid through
_HELD_UP_NS = 20_000_000  # a read later than this against the line says nothing about the slope
_OFF_THE_LINE_NS = 250_000_000  # after so long without a punctual read samples are missing, and the line is void
_MOST_READS = 4096
_SETTLING_EVERY_NS = 50_000_000
_FIT_EVERY_NS = 250_000_000


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
        self._indices = np.empty(_MOST_READS, np.int64)  # of the last sample of each read
        self._arrivals = np.empty(_MOST_READS, np.int64)
        self._reads = 0
        self._line: _Line | None = None
        self._punctual_ns = 0
        self._next = 0
        self._last_ns = -1

    def restart(self) -> None:
        """Forget the line: samples were lost, so the index no longer tells the time."""
        self._reads = 0
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
        return self.stamp_reads([(arrival_ns, count)])

    def stamp_reads(self, reads: Sequence[tuple[int, int]]) -> npt.NDArray[np.int64]:
        """Times of the samples of several reads in a row, at less than the cost of one call each.

        Parameters
        ----------
        reads : sequence of (int, int)
            Arrival and number of samples of each, at least one.
        """
        start = self._next
        for number, (arrival_ns, count) in enumerate(reads):
            if self._reads and arrival_ns - self._arrivals[self._reads - 1] > _GAP_NS:
                if number:
                    return np.concatenate([self._times(reads[:number], start), self.stamp_reads(reads[number:])])
                self.restart()
            self._next += count
            self._remember(self._next - 1, arrival_ns)
        return self._times(reads, start)

    def _times(self, reads: Sequence[tuple[int, int]], start: int) -> npt.NDArray[np.int64]:
        last_ns = reads[-1][0]
        self._fit(last_ns)
        arrivals = np.repeat([arrival_ns for arrival_ns, _ in reads], [count for _, count in reads])
        times = arrivals if self._line is None else _on(self._line, np.arange(start, start + len(arrivals)))
        if last_ns - times[-1] < _HELD_UP_NS:
            self._punctual_ns = last_ns
        elif last_ns - self._punctual_ns > _OFF_THE_LINE_NS:
            self.restart()
            times = arrivals
        # A sample cannot be newer than the read that brought it, nor older than the sample before it.
        times = np.minimum(times, arrivals)
        times = np.maximum.accumulate(np.maximum(times, self._last_ns))
        self._last_ns = int(times[-1])
        return times

    def _remember(self, index: int, arrival_ns: int) -> None:
        if self._reads == _MOST_READS:
            self._reads //= 2
            for kept in (self._indices, self._arrivals):
                kept[: self._reads] = kept[-self._reads :]
        self._indices[self._reads], self._arrivals[self._reads] = index, arrival_ns
        self._reads += 1

    def _fit(self, now_ns: int) -> None:
        """Lay the line anew, every 50 ms while the window fills and then less often: it costs more than a read."""
        span_ns = now_ns - int(self._arrivals[0])
        if self._reads < _SETTLED_READS or span_ns < _SETTLED_NS:
            return
        every_ns = _SETTLING_EVERY_NS if span_ns < _WINDOW_NS // 2 else _FIT_EVERY_NS
        if self._line is not None and now_ns - self._line.fitted_ns < every_ns:
            return
        first = int(np.searchsorted(self._arrivals[: self._reads], now_ns - _WINDOW_NS))
        i0, a0 = int(self._indices[first]), int(self._arrivals[first])
        i = (self._indices[first : self._reads] - i0).astype(np.float64)
        a = (self._arrivals[first : self._reads] - a0).astype(np.float64)
        delays = a - _slope(i, a) * i
        punctual = delays <= _least_delayed(delays) + _HELD_UP_NS
        slope = _slope(i[punctual], a[punctual])
        start = _least_delayed(a - slope * i)
        self._line = _Line(index0=i0, t0_ns=a0 + round(start), period_ns=slope, fitted_ns=now_ns)


def _least_delayed(delays: npt.NDArray[np.float64]) -> float:
    # numpy's quantile takes as long as all the rest of the fit.
    rank = int(_LEAST_DELAYED * (len(delays) - 1))
    return float(np.partition(delays, rank)[rank])


def _slope(x: npt.NDArray[np.float64], y: npt.NDArray[np.float64]) -> float:
    """Least squares."""
    x0 = x - x.mean()
    return float((x0 * (y - y.mean())).sum() / (x0**2).sum())


def _on(line: _Line, index: npt.NDArray[np.int64]) -> npt.NDArray[np.int64]:
    offset: npt.NDArray[np.int64] = np.rint((index - line.index0) * line.period_ns).astype(np.int64)
    return offset + line.t0_ns
