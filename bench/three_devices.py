"""Three gauges that stream 2000 lines a second each into one engine: what is lost, and what it costs.

All three are read and decoded; the one under the pressure test is journaled.
"""

from __future__ import annotations

import argparse
import tempfile
import time
from contextlib import ExitStack
from pathlib import Path

from table import print_table
from visit import open_ppt, ppt_engine, samples_in_journal
from wire import force, gauge_port

RATE_HZ = 2_000
NAMES = ("one", "two", "three")


def cores_used(seconds: float) -> float:
    """Share of a core, in percent; exits where a line is missing."""
    lines = round(RATE_HZ * seconds)
    with ExitStack() as stack:
        folder = stack.enter_context(tempfile.TemporaryDirectory(prefix="qst-bench-"))
        ports = {name: stack.enter_context(gauge_port(lines, rate_hz=RATE_HZ)) for name in NAMES}
        urls = {name: port.url for name, port in ports.items()}
        engine = stack.enter_context(ppt_engine(Path(folder), urls))
        journal = open_ppt(engine)
        for port in ports.values():
            port.begin()
        start_ns = time.monotonic_ns()
        end = time.monotonic() + 2 * seconds + 10.0
        while any(d.readings < lines - 1 for d in engine.devices.values()) and time.monotonic() < end:
            engine.next_turn()
        ports["one"].end()
        took_ns = time.monotonic_ns() - start_ns
        for _ in range(20):
            engine.next_turn()
        engine.leave_visit()
        # The first line after opening is not trusted.
        lost = {name: lines - 1 - device.readings for name, device in engine.devices.items()}
        if any(lost.values()) or samples_in_journal(journal) != [force(i) for i in range(1, lines)]:
            raise SystemExit(f"lines lost: {lost}, or the journal holds others")
    return 100.0 * ports["one"].used_ns / took_ns


def main() -> None:
    """Measure."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seconds", type=float, default=5.0, help="60 for the figure in the documentation")
    parser.add_argument("--repeats", type=int, default=3)
    given = parser.parse_args()
    used = [cores_used(given.seconds) for _ in range(given.repeats)]
    rows = {"QST Station, journal included": used}
    print_table(f"Three gauges at 2 kHz for {given.seconds:g} s, nothing lost", "% of a core", rows)


if __name__ == "__main__":
    main()
