"""Pseudo-terminals on which a child process writes the lines of a gauge, as fast as it can or at a rate."""

from __future__ import annotations

import os
import subprocess
import sys
import time
import tty
from collections.abc import Iterator
from contextlib import contextmanager

LONGEST = 50_000
"""After so many lines the forces begin again."""

_WRITER = """
import os, sys, time
out, lines, rate, longest = int(sys.argv[1]), int(sys.argv[2]), float(sys.argv[3]), int(sys.argv[4])
texts = [b"%.3f N\\r\\n" % (5 + i / 1000) for i in range(longest)]
flood = b"" if rate else b"".join(texts[i % longest] for i in range(lines))
print("ready", flush=True)
sys.stdin.read()
if flood:
    view = memoryview(flood)
    while view:
        view = view[os.write(out, view[:4096]):]
else:
    start = time.perf_counter()
    for i in range(lines):
        left = start + i / rate - time.perf_counter()
        if left > 0:
            time.sleep(left)
        os.write(out, texts[i % longest])
"""


def force(number: int) -> float:
    """The force that stands in a line, in N."""
    return round(5 + number % LONGEST / 1000, 3)


class GaugePort:
    """A port, and the processor time of this process between `begin` and `end`.

    Attributes
    ----------
    url : str
    used_ns : int
    """

    def __init__(self, url: str, writer: subprocess.Popen[bytes]) -> None:
        self.url = url
        self.used_ns = 0
        self._writer = writer

    def begin(self) -> None:
        """Let the lines come."""
        assert self._writer.stdin is not None
        self.used_ns = -time.process_time_ns()
        self._writer.stdin.close()

    def stop(self) -> None:
        """End the child before it has written all lines."""
        self._writer.kill()

    def end(self) -> None:
        """All lines have been read."""
        self.used_ns += time.process_time_ns()


@contextmanager
def gauge_port(lines: int, *, rate_hz: float = 0.0) -> Iterator[GaugePort]:
    """A port on which a child process writes so many lines once it is told to; at a rate of 0 as fast as it can.

    What nobody has read yet waits in the terminal (some kB), then the child waits.
    """
    master, slave = os.openpty()
    tty.setraw(slave)
    command = [sys.executable, "-c", _WRITER, str(master), str(lines), str(rate_hz), str(LONGEST)]
    try:
        pipe = subprocess.PIPE
        with subprocess.Popen(command, pass_fds=(master,), stdin=pipe, stdout=pipe) as writer:
            assert writer.stdout is not None
            writer.stdout.readline()
            yield GaugePort(os.ttyname(slave), writer)
    finally:
        os.close(master)
        os.close(slave)
