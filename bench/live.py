"""Processor time per line of a gauge that streams at a fixed rate: reading alone, and up to the journal.

Reading and decoding is compared with pyserial's `readline` and its threaded `LineReader`; the whole engine,
journal included, with a bare `readline` loop that stores nothing.
"""

from __future__ import annotations

import argparse
import tempfile
import threading
import time
from collections.abc import Callable
from pathlib import Path

import serial
import serial.threaded
from table import print_table
from visit import open_ppt, ppt_engine, samples_in_journal
from wire import GaugePort, force, gauge_port

from drivers.catalogue import gauge
from drivers.conversation import Conversation
from drivers.link import open_link
from drivers.messages import Reading, Run
from drivers.reader import Reader, ReaderEvent, Received

REPEATS = 5
SPEC = gauge("mark10")
Read = Callable[[GaugePort, int], list[float]]


def readline(port: GaugePort, lines: int) -> list[float]:
    """What most programs do."""
    with serial.Serial(port.url, timeout=1.0, exclusive=True) as link:
        port.begin()
        forces = [float(link.readline().split()[0]) for _ in range(lines)]
        port.end()
    return forces


def line_reader(port: GaugePort, lines: int) -> list[float]:
    """pyserial's thread with a callback per line."""
    forces: list[float] = []
    done = threading.Event()

    class Lines(serial.threaded.LineReader):
        TERMINATOR = b"\r\n"

        def handle_line(self, data: str) -> None:
            forces.append(float(data.split()[0]))
            if len(forces) == lines:
                done.set()

    with serial.threaded.ReaderThread(serial.Serial(port.url, exclusive=True), Lines):
        port.begin()
        done.wait(60.0)
        port.end()
    return forces


def ours(port: GaugePort, lines: int) -> list[float]:
    """A reader thread with the strict codec of a Mark-10."""
    forces: list[float] = []
    done = threading.Event()

    def sink(event: ReaderEvent) -> None:
        for stamped in event.stamped if isinstance(event, Received) else ():
            if isinstance(stamped.message, Run):
                forces.extend(stamped.message.values)
            elif isinstance(stamped.message, Reading):
                forces.append(stamped.message.raw)
        if len(forces) == lines - 1:
            done.set()

    reader = Reader(
        "gauge", lambda: open_link(port.url, SPEC), Conversation(SPEC), clock_ns=time.perf_counter_ns, sink=sink
    )
    reader.start()
    time.sleep(0.1)  # the thread forgets what came before it
    port.begin()
    done.wait(60.0)
    port.end()
    reader.stop()
    return forces


def journaled(port: GaugePort, lines: int) -> list[float]:
    """The engine with a pressure test under way; the forces as they stand in its journal."""
    folder = tempfile.TemporaryDirectory(prefix="qst-bench-")
    with folder as data, ppt_engine(Path(data), {"gauge": port.url}) as engine:
        journal = open_ppt(engine)
        port.begin()
        deadline = time.monotonic() + 60.0
        while engine.devices["gauge"].readings < lines - 1 and time.monotonic() < deadline:
            engine.next_turn()
        for _ in range(20):
            engine.next_turn()
        port.end()
        engine.leave_visit()
        return samples_in_journal(journal)


def microseconds_per_line(read: Read, lines: int, rate_hz: float) -> float:
    """Processor time of this process, per line."""
    with gauge_port(lines, rate_hz=rate_hz) as port:
        forces = read(port, lines)
    expected = [force(i) for i in range(lines)]
    if forces != expected[-len(forces) :] or len(forces) < 0.9 * lines:
        raise SystemExit(f"{read.__name__}: {len(forces)} forces that are not those that were sent")
    return port.used_ns / 1e3 / lines


def measure(title: str, readers: dict[str, Read], rate_hz: float, seconds: float) -> None:
    """Measure the readers in turn."""
    used: dict[str, list[float]] = {name: [] for name in readers}
    for _ in range(REPEATS):
        for name, read in readers.items():
            used[name].append(microseconds_per_line(read, round(rate_hz * seconds), rate_hz))
    print_table(title, "µs of processor time per line", used)


def main() -> None:
    """Measure at 8 kHz and at 1 kHz."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seconds", type=float, default=4.0)
    seconds = parser.parse_args().seconds
    decoding = {"pyserial readline": readline, "pyserial LineReader": line_reader, "QST Station": ours}
    measure("Reading and decoding at 8 kHz", decoding, 8_000, seconds)
    measure("Reading and decoding at 1 kHz", decoding, 1_000, seconds)
    whole = {"pyserial readline, nothing stored": readline, "QST Station, journal included": journaled}
    measure("Whole engine at 1 kHz", whole, 1_000, seconds)
    measure("Whole engine at 8 kHz", whole, 8_000, seconds)


if __name__ == "__main__":
    main()
