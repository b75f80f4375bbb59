"""Processor time per line of a flood: our link and codec, pyserial's readline, and the least that is possible.

Every reader gets the same lines from a child process over a pseudo-terminal, and has to give the same array.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from contextlib import closing

import numpy as np
import numpy.typing as npt
import serial
from table import print_table
from wire import GaugePort, force, gauge_port

from drivers.catalogue import gauge
from drivers.link import open_link
from drivers.messages import Reading, Run

REPEATS = 5
SPEC = gauge("mark10")
Forces = npt.NDArray[np.float64]


def ours(port: GaugePort, lines: int) -> Forces:
    """`drivers.link` and the codec of a Mark-10, strict parsing included."""
    codec = SPEC.codec(SPEC)
    forces: list[float] = []
    with closing(open_link(port.url, SPEC)) as link:
        port.begin()
        while len(forces) < lines - 1:  # the first line after opening is not trusted
            for message in codec.feed(link.read(1.0)):
                if isinstance(message, Run):
                    forces += message.values
                elif isinstance(message, Reading):
                    forces.append(message.raw)
    return np.array(forces)


def readline(port: GaugePort, lines: int) -> Forces:
    """What most programs do."""
    with serial.Serial(port.url, timeout=1.0, exclusive=True) as link:
        port.begin()
        return np.array([float(link.readline().split()[0]) for _ in range(lines)][1:])


def floor(port: GaugePort, lines: int) -> Forces:
    """No checks at all: read, split, float."""
    forces: list[float] = []
    rest = b""
    fd = os.open(port.url, os.O_RDWR | os.O_NOCTTY)
    port.begin()
    try:
        while len(forces) < lines:
            *whole, rest = (rest + os.read(fd, 4096)).split(b"\r\n")
            forces += [float(line.split()[0]) for line in whole]
    finally:
        os.close(fd)
    return np.array(forces[1:])


def microseconds_per_line(read: Callable[[GaugePort, int], Forces], lines: int) -> float:
    """Processor time of this process for reading `lines` lines."""
    with gauge_port(lines) as port:
        forces = read(port, lines)
        port.end()
    if not np.array_equal(forces, [force(i) for i in range(1, lines)]):
        raise SystemExit(f"{read.__name__}: {len(forces)} forces that are not those that were sent")
    return port.used_ns / 1e3 / lines


def main() -> None:
    """Measure the three in turn."""
    readers = {
        "pyserial readline": (readline, 4_000),
        "QST Station": (ours, 200_000),
        "read, split, float": (floor, 200_000),
    }
    used: dict[str, list[float]] = {name: [] for name in readers}
    for _ in range(REPEATS):
        for name, (read, lines) in readers.items():
            used[name].append(microseconds_per_line(read, lines))
    print_table("Ingest of a flood over a pseudo-terminal", "µs of processor time per line", used)


if __name__ == "__main__":
    main()
