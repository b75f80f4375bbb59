"""Everything that happened, in the order of time and not of arrival."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from qst_station.session.events import FLAG_LATE, ButtonPressed, ForceBlock, SessionEvent

_UNREAD_NS = 200_000_000


class Merge:
    """Holds events back for a short horizon and lets them go in the order of their times.

    What comes later than the horizon allows is let go at once and flagged as late.

    Parameters
    ----------
    horizon_ns : int
        How long an event may take from its time to its arrival here.
    """

    def __init__(self, horizon_ns: int) -> None:
        self.horizon_ns = horizon_ns
        self._waiting: list[tuple[int, int, SessionEvent]] = []
        self._blocks: list[ForceBlock] = []
        self._unread: dict[str, ForceBlock] = {}
        self._arrived = 0
        self._released_ns = -1

    def push(self, event: SessionEvent) -> None:
        """Take an event in any order."""
        if isinstance(event, ForceBlock):
            self._push_block(event)
            return
        if isinstance(event, ButtonPressed) and event.t_ns <= self._released_ns:
            event = replace(event, late=True)
        self._waiting.append((event.t_ns, self._arrived, event))
        self._arrived += 1

    def release(self, now_ns: int) -> list[SessionEvent]:
        """Let go of everything up to ``now_ns`` minus the horizon, in order of time."""
        cut_ns = now_ns - self.horizon_ns
        ready = sorted((*entry[:2], entry[2]) for entry in self._waiting if entry[0] <= cut_ns)
        self._waiting = [entry for entry in self._waiting if entry[0] > cut_ns]
        released: list[SessionEvent] = []
        for t_ns, _, event in ready:
            released += self._samples_until(t_ns)
            released.append(event)
        released += self._samples_until(cut_ns)
        self._released_ns = max(self._released_ns, cut_ns)
        return released

    def _push_block(self, block: ForceBlock) -> None:
        # Bytes that complete no reading go in front of those that do, so that the stream stays one stream.
        before = self._unread.pop(block.stream, None)
        if before is not None:
            arrivals = np.concatenate([before.arrivals, block.arrivals])
            block = replace(block, arrivals=arrivals, data=before.data + block.data)
        if not len(block.t_ns):
            self._unread[block.stream] = block
            return
        late = block.t_ns <= self._released_ns
        if late.any():
            block = replace(block, flags=block.flags | np.where(late, FLAG_LATE, 0).astype(np.uint8))
        self._blocks.append(block)

    def _samples_until(self, t_ns: int) -> list[ForceBlock]:
        heads, tails = [], []
        for block in self._blocks:
            if block.t_ns[-1] <= t_ns:
                heads.append(block)
            elif block.t_ns[0] > t_ns:
                tails.append(block)
            else:
                head, tail = block.split(t_ns)
                heads.append(head)
                tails.append(tail)
        self._blocks = tails
        return sorted(heads, key=lambda head: (int(head.t_ns[0]), head.stream)) + self._stale_bytes(t_ns)

    def _stale_bytes(self, t_ns: int) -> list[ForceBlock]:
        """Bytes that have waited so long for a reading that they are recorded without one."""
        stale = [b for b in self._unread.values() if int(b.arrivals[0, 0]) <= t_ns - _UNREAD_NS]
        stale = [b for b in stale if all(waiting.stream != b.stream for waiting in self._blocks)]
        for block in stale:
            del self._unread[block.stream]
        return stale
