"""Blocks of one stream joined into one, and the last seconds of a stream."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator, Sequence

import numpy as np

from qst_station.session.events import ForceBlock, SessionEvent

_BUCKET_NS = 250_000_000


def joined(parts: Sequence[ForceBlock]) -> ForceBlock:
    """One block of parts that follow each other: at least one, of one stream and unit, without a gap."""
    first = parts[0]
    if len(parts) == 1:
        return first
    return ForceBlock(
        stream=first.stream,
        index=first.index,
        unit=first.unit,
        t_ns=np.concatenate([part.t_ns for part in parts]),
        raw=np.concatenate([part.raw for part in parts]),
        force_mn=np.concatenate([part.force_mn for part in parts]),
        flags=np.concatenate([part.flags for part in parts]),
        arrivals=np.concatenate([part.arrivals for part in parts]),
        data=b"".join([part.data for part in parts]),
    )


def follows(before: ForceBlock, after: ForceBlock) -> bool:
    """Whether two blocks can be joined."""
    return (before.stream, before.unit, before.index + len(before.t_ns)) == (after.stream, after.unit, after.index)


def in_one_piece(events: Iterable[SessionEvent]) -> Iterator[SessionEvent]:
    """The same events with unflagged blocks joined that follow each other."""
    parts: list[ForceBlock] = []
    for event in events:
        block = event if isinstance(event, ForceBlock) and not event.flags.any() else None
        if parts and (block is None or not follows(parts[-1], block)):
            yield joined(parts)
            parts = []
        if block is None:
            yield event
        else:
            parts.append(block)
    if parts:
        yield joined(parts)


class History:
    """The last seconds of a stream, at the cost of a few blocks however many reads brought them.

    Parameters
    ----------
    length_ns : int
        What is older than the newest sample by more may be forgotten.
    """

    def __init__(self, length_ns: int) -> None:
        self._length_ns = length_ns
        self._past: deque[ForceBlock] = deque()
        self._bucket: list[ForceBlock] = []

    def add(self, block: ForceBlock) -> None:
        """Take the block that comes next; one without samples is left out."""
        if not len(block.t_ns):
            return
        newest_ns = int(block.t_ns[-1])
        if self._bucket and not (
            follows(self._bucket[-1], block) and newest_ns - int(self._bucket[0].t_ns[0]) < _BUCKET_NS
        ):
            self._past.append(joined(self._bucket))
            self._bucket = []
        self._bucket.append(block)
        while self._past and self._past[0].t_ns[-1] < newest_ns - self._length_ns:
            self._past.popleft()

    def since(self, t_ns: int) -> list[ForceBlock]:
        """What came after a time, oldest first."""
        if len(self._bucket) > 1:
            self._bucket = [joined(self._bucket)]
        blocks = []
        for block in reversed([*self._past, *self._bucket]):
            if block.t_ns[-1] <= t_ns:
                break
            blocks.append(block.split(t_ns)[1])
        return blocks[::-1]
