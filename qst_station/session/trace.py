"""The force under a stimulus, as little of it as a trial needs."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np

from qst_station.session.events import ForceBlock

# An answer is stamped before it is processed: so many blocks may still lie after it.
_UNDECIDED = 64


@dataclass(frozen=True, slots=True, kw_only=True)
class Trace:
    """Readings from the presentation of a stimulus on.

    Blocks that lie before any answer still to come are folded into an index range and a peak, so that a stimulus
    that waits for minutes costs no more than one that is answered at once.

    Attributes
    ----------
    stream : str
        Empty while there are no readings.
    first, stop : int
        Index range in the stream, -1 while there is none.
    peak_force_mn : float or None
        Largest force in it.
    """

    stream: str = ""
    first: int = -1
    stop: int = -1
    peak_force_mn: float | None = None
    recent: tuple[ForceBlock, ...] = ()

    def add(self, block: ForceBlock, since_ns: int) -> Trace:
        """The trace with one more block; readings before ``since_ns`` do not belong to it."""
        grown = replace(self, recent=(*self.recent, block))
        if len(grown.recent) <= _UNDECIDED:
            return grown
        folded = _fold(replace(grown, recent=()), grown.recent[: _UNDECIDED // 2], since_ns, None)
        return replace(folded, recent=grown.recent[_UNDECIDED // 2 :])

    def until(self, since_ns: int, until_ns: int) -> Trace:
        """The trace of a trial that ended at ``until_ns``."""
        return _fold(replace(self, recent=()), self.recent, since_ns, until_ns)


def _fold(trace: Trace, blocks: tuple[ForceBlock, ...], since_ns: int, until_ns: int | None) -> Trace:
    for block in blocks:
        inside = block.t_ns >= since_ns
        if until_ns is not None:
            inside &= block.t_ns <= until_ns
        where = np.flatnonzero(inside)
        if not len(where):
            continue
        force = block.force_mn[where]
        force = force[~np.isnan(force)]
        peaks = [p for p in (trace.peak_force_mn, float(force.max()) if len(force) else None) if p is not None]
        trace = replace(
            trace,
            stream=block.stream,
            first=block.index + int(where[0]) if trace.first < 0 else trace.first,
            stop=block.index + int(where[-1]) + 1,
            peak_force_mn=max(peaks) if peaks else None,
        )
    return trace


NO_TRACE = Trace()
