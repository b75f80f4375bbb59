"""Cutting a byte stream into lines."""

from __future__ import annotations

import re
from typing import Final

from drivers.messages import Garbled
from drivers.spec import ANY_NEWLINE

_NEWLINE: Final = re.compile(rb"[\r\n]")

TOO_LONG: Final = "line too long"
TORN: Final = "half a line"


class LineSplitter:
    """Complete lines out of chunks of any size.

    A line that never ends is given out as `Garbled` pieces of `max_frame` bytes until its terminator comes,
    so that a wrong baud rate is counted and not collected.

    Parameters
    ----------
    terminator : bytes
        See `GaugeSpec.terminator`.
    max_frame : int
        Longest line in bytes, without terminator.
    """

    def __init__(self, terminator: bytes, max_frame: int) -> None:
        self._terminator = terminator
        self._ends = (terminator,) if terminator != ANY_NEWLINE else (b"\r", b"\n")
        self._max = max_frame
        self._window = max_frame + max(1, len(terminator))
        self._buffer = bytearray()
        self._overrun = False

    def feed(self, data: bytes) -> list[bytes | Garbled]:
        """Take bytes; give the lines that they complete, without terminators and without empty lines."""
        self.push(data)
        return self.lines()

    def push(self, data: bytes) -> None:
        """Take bytes."""
        self._buffer += data

    def whole(self) -> bytes:
        """Everything up to the end of the last complete line, left where it is; empty inside a line too long."""
        if self._overrun:
            return b""
        last = max((self._buffer.rfind(end), len(end)) for end in self._ends)
        return bytes(self._buffer[: sum(last)]) if last[0] >= 0 else b""

    def skip(self, count: int) -> None:
        """Forget so many bytes, whole lines of them."""
        del self._buffer[:count]

    def lines(self) -> list[bytes | Garbled]:
        """Take out the complete lines, without terminators and without empty lines."""
        lines: list[bytes | Garbled] = []
        while True:
            end, following = self._find()
            if end < 0 and len(self._buffer) < self._window:
                return lines
            if end < 0:
                end = following = self._max
                overrun, self._overrun = True, True
            else:
                overrun, self._overrun = self._overrun, False
            line = bytes(self._buffer[:end])
            del self._buffer[:following]
            if overrun and line:
                lines.append(Garbled(data=line, why=TOO_LONG))
            elif self._terminator == b"\n" and line.endswith(b"\r"):
                line = line[:-1]
            if line and not overrun:
                lines.append(line)

    def drop(self) -> bytes:
        """Forget a line that has not ended; give its bytes."""
        half = bytes(self._buffer)
        self._buffer.clear()
        self._overrun = False
        return half

    def _find(self) -> tuple[int, int]:
        """Where the first line ends and where the next one begins; (-1, -1) where neither is known."""
        if self._terminator == ANY_NEWLINE:
            newline = _NEWLINE.search(self._buffer, 0, self._window)
            return newline.span() if newline else (-1, -1)
        end = self._buffer.find(self._terminator, 0, self._window)
        return (end, end + len(self._terminator)) if end >= 0 else (-1, -1)
