"""Processor time per line of a flood: our link and codec, pyserial's readline, and the least that is possible.

Every reader gets the same lines from a child process over a pseudo-terminal, and has to give the same forces.
"""

from __future__ import annotations

import os
import subprocess
import sys
import time
import tty
from collections.abc import Callable
from contextlib import closing

import serial
from table import print_table

from drivers.catalogue import gauge
from drivers.link import open_link
from drivers.messages import Reading

REPEATS = 5
LINE = b"%.2f N\r\n"
SPEC = gauge("mark10")

_FLOOD = """
import os, sys
data = b"".join(b"%.2f N\\r\\n" % (i % 5000 / 100) for i in range(int(sys.argv[2])))
view = memoryview(data)
while view:
    view = view[os.write(int(sys.argv[1]), view[:4096]):]
"""


def ours(port: str, lines: int) -> list[float]:
    """`drivers.link` and the codec of a Mark-10, strict parsing included."""
    codec = SPEC.codec(SPEC)
    forces: list[float] = []
    with closing(open_link(port, SPEC)) as link:
        while len(forces) < lines - 1:  # the first line after opening is not trusted
            forces += [m.raw for m in codec.feed(link.read(1.0)) if isinstance(m, Reading)]
    return forces


def readline(port: str, lines: int) -> list[float]:
    """What most programs do."""
    with serial.Serial(port, timeout=1.0, exclusive=True) as link:
        return [float(link.readline().split()[0]) for _ in range(lines)][1:]


def floor(port: str, lines: int) -> list[float]:
    """No checks at all: read, split, float."""
    forces: list[float] = []
    rest = b""
    fd = os.open(port, os.O_RDWR | os.O_NOCTTY)
    try:
        while len(forces) < lines:
            *whole, rest = (rest + os.read(fd, 4096)).split(b"\r\n")
            forces += [float(line.split()[0]) for line in whole]
    finally:
        os.close(fd)
    return forces[1:]


def microseconds_per_line(read: Callable[[str, int], list[float]], lines: int) -> float:
    """Processor time of this process for reading `lines` lines."""
    master, slave = os.openpty()
    tty.setraw(slave)
    command = [sys.executable, "-c", _FLOOD, str(master), str(lines)]
    try:
        with subprocess.Popen(command, pass_fds=(master,)):
            start_ns = time.process_time_ns()
            forces = read(os.ttyname(slave), lines)
            used_ns = time.process_time_ns() - start_ns
    finally:
        os.close(master)
        os.close(slave)
    expected = [round(i % 5000 / 100, 2) for i in range(1, lines)]
    if forces != expected:
        raise SystemExit(f"{read.__name__}: {len(forces)} forces, not the {len(expected)} that were sent")
    return used_ns / 1e3 / lines


def main() -> None:
    """Measure the three in turn."""
    readers = {
        "pyserial readline": (readline, 4_000),
        "QST Station": (ours, 40_000),
        "read, split, float": (floor, 40_000),
    }
    used: dict[str, list[float]] = {name: [] for name in readers}
    for _ in range(REPEATS):
        for name, (read, lines) in readers.items():
            used[name].append(microseconds_per_line(read, lines))
    print_table("Ingest of a flood over a pseudo-terminal", "µs of processor time per line", used)


if __name__ == "__main__":
    main()
