"""Everything that happened, in the order of time and not of arrival."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from qst_station.session.events import FLAG_LATE, ButtonPressed, ForceBlock, SessionEvent

_UNREAD_NS = 200_000_000
_NEVER_NS = np.iinfo(np.int64).max


class Merge:
    """Samples go through at once; everything else waits for the samples that are older, at most a short horizon.

    So a limit is seen as soon as its sample is there, and a mark finds the samples before it in place. A mark that
    comes later than the horizon allows, and samples older than what has been let go, are flagged as late.

    Parameters
    ----------
    horizon_ns : int
        How long a sample may take from its time to its arrival here.

    Attributes
    ----------
    awaited : str
        The one stream that is waited for: what it has already passed need not wait. Empty for every stream.
    """

    def __init__(self, horizon_ns: int) -> None:
        self.horizon_ns = horizon_ns
        self.awaited = ""
        self._newest_ns: dict[str, int] = {}
        self._waiting: list[tuple[int, int, SessionEvent]] = []
        self._blocks: list[ForceBlock] = []
        self._unread: dict[str, ForceBlock] = {}
        self._arrived = 0
        self._cut_ns = -1
        self._released_ns = -1

    @property
    def due_ns(self) -> int | None:
        """When the next event will have waited long enough; None where none waits."""
        return min(t_ns for t_ns, _, _ in self._waiting) + self.horizon_ns if self._waiting else None

    def push(self, event: SessionEvent) -> None:
        """Take an event in any order."""
        if isinstance(event, ForceBlock):
            self._push_block(event)
            return
        if isinstance(event, ButtonPressed) and event.t_ns <= self._cut_ns:
            event = replace(event, late=True)
        self._waiting.append((event.t_ns, self._arrived, event))
        self._arrived += 1

    def release(self, now_ns: int) -> list[SessionEvent]:
        """Let go of all samples, and of the events that need wait no longer at ``now_ns``, in order of time."""
        self._cut_ns = now_ns - self.horizon_ns
        until_ns = max(self._cut_ns, self._newest_ns.get(self.awaited, self._cut_ns))
        ready = sorted((*entry[:2], entry[2]) for entry in self._waiting if entry[0] <= until_ns)
        self._waiting = [entry for entry in self._waiting if entry[0] > until_ns]
        released: list[SessionEvent] = []
        for t_ns, _, event in ready:
            released += self._samples_until(t_ns)
            released.append(event)
            self._released_ns = max(self._released_ns, t_ns)
        return released + self._samples_until(_NEVER_NS) + self._stale_bytes(self._cut_ns)

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
        self._newest_ns[block.stream] = max(self._newest_ns.get(block.stream, 0), int(block.t_ns[-1]))

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
        return sorted(heads, key=lambda head: (int(head.t_ns[0]), head.stream))

    def _stale_bytes(self, t_ns: int) -> list[ForceBlock]:
        """Bytes that have waited so long for a reading that they are recorded without one."""
        stale = [b for b in self._unread.values() if int(b.arrivals[0, 0]) <= t_ns - _UNREAD_NS]
        for block in stale:
            del self._unread[block.stream]
        return stale
