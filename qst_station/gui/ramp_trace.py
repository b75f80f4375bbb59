"""A force trace thinned for the screen as it comes in, so that a frame costs the same at any sampling rate."""

from __future__ import annotations

import math

import numpy as np
import numpy.typing as npt

from qst_station.gui.json_lines import Json

Floats = npt.NDArray[np.float64]
Integers = npt.NDArray[np.int64]

MOST_POINTS = 4096
"""Points above which bins become longer; half of it is still one bin for each pixel of a wide plot."""


def loads(trace: Json, unit: str) -> list[float]:
    """The readings of a status in the unit of a ramp (kPa or mN), NaN where there is no value."""
    scale, shown = (1.0, trace["kpa"]) if unit == "kPa" else (1e3, trace["force_n"])
    return [math.nan if load is None else scale * load for load in shown]


def newest_load(trace: Json | None, unit: str) -> float | None:
    """The last reading of a status in the unit of a ramp; None without one."""
    last = loads({name: trace[name][-1:] for name in ("kpa", "force_n")}, unit) if trace else []
    return last[0] if last and not math.isnan(last[0]) else None


class RampTrace:
    """Samples in time order, of which the smallest and the largest of each bin are kept.

    A bin is a run of samples of fixed length, counted from the first sample after `clear`. The same samples stand
    for the trace in every frame, so it does not shimmer as it moves. Bins become twice as long whenever more than
    `MOST_POINTS` points are kept.

    Parameters
    ----------
    keep_ns : int
        How far back from the newest sample points are kept.
    """

    def __init__(self, keep_ns: int) -> None:
        self._keep_ns = keep_ns
        self.clear()

    def clear(self) -> None:
        """Forget all samples."""
        self.last: tuple[int, float] | None = None
        self._length = 2  # samples of a bin; each bin leaves two points
        self._first = 0  # number of the oldest bin that is kept
        self._t_ns: Integers = np.empty(0, np.int64)
        self._values: Floats = np.empty(0)
        self._open_t_ns: Integers = np.empty(0, np.int64)  # the samples of the bin that is not full yet
        self._open_values: Floats = np.empty(0)

    def append(self, t_ns: npt.ArrayLike, values: npt.ArrayLike) -> None:
        """Add samples, None or NaN where there is no value; `last` is then the newest, None without a value."""
        t_ns, values = np.asarray(t_ns, np.int64), np.asarray(values, np.float64)
        if not len(t_ns):
            return
        self.last = None if np.isnan(values[-1]) else (int(t_ns[-1]), float(values[-1]))
        t_ns, values = np.concatenate((self._open_t_ns, t_ns)), np.concatenate((self._open_values, values))
        full = len(t_ns) // self._length * self._length
        self._open_t_ns, self._open_values = t_ns[full:], values[full:]
        if full:
            added_t_ns, added = extremes(t_ns[:full], values[:full], self._length)
            self._t_ns = np.concatenate((self._t_ns, added_t_ns))
            self._values = np.concatenate((self._values, added))
            self._forget(int(self._t_ns[-1]) - self._keep_ns)
            self._thin()

    def points(self, since_ns: int) -> tuple[Integers, Floats]:
        """Times and values of the points not before ``since_ns``, each shape (n,)."""
        first = int(np.searchsorted(self._t_ns, since_ns))
        return (
            np.concatenate((self._t_ns[first:], self._open_t_ns)),
            np.concatenate((self._values[first:], self._open_values)),
        )

    def _forget(self, before_ns: int) -> None:
        bins = int(np.searchsorted(self._t_ns, before_ns)) // 2
        self._drop(bins)

    def _drop(self, bins: int) -> None:
        self._t_ns, self._values = self._t_ns[2 * bins :], self._values[2 * bins :]
        self._first += bins

    def _thin(self) -> None:
        """Make bins twice as long; only where the newest is the second half of a longer one."""
        while len(self._t_ns) > MOST_POINTS and (self._first + len(self._t_ns) // 2) % 2 == 0:
            self._drop(self._first % 2)
            self._t_ns, self._values = extremes(self._t_ns, self._values, 4)
            self._first //= 2
            self._length *= 2


def extremes(t_ns: Integers, values: Floats, each: int) -> tuple[Integers, Floats]:
    """The smallest and the largest of each ``each`` samples, in the order in which they came.

    Parameters
    ----------
    t_ns, values : arrays, shape (k * each,)
        NaN counts as the smallest, so that a gap stays a gap.

    Returns
    -------
    t_ns, values : arrays, shape (2 * k,)
    """
    bins = values.reshape(-1, each)
    least = bins.argmin(axis=1)
    most = np.where(np.isnan(bins), -np.inf, bins).argmax(axis=1)
    most[least == most] = each - 1  # a flat bin leaves its first and its last sample
    kept = np.sort(np.stack((least, most), axis=1), axis=1)
    kept += each * np.arange(len(bins))[:, None]
    return t_ns[kept.ravel()], values[kept.ravel()]
