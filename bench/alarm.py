"""From writing the line that reaches the safety limit to the order for the sound of the alarm.

A gauge at 1 kHz streams into the engine process; the window is the real one, with a sound device that notes when
it is asked to play. What a real sound device adds is the same for every alarm: up to three periods of 40 ms.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
import time
import tty
from contextlib import ExitStack
from pathlib import Path
from typing import Any

from PySide6.QtWidgets import QApplication
from table import print_table
from window import BenchWindow

from qst_station.gui import theme
from qst_station.gui.speaker import Speaker, Voice

_HAND = """
import os, random, select, sys, time
out, chance = int(sys.argv[1]), random.Random(1)
load, limit_at, due = b"0.010 N\\r\\n", 0.0, time.perf_counter()
while True:
    due += 0.001
    time.sleep(max(0.0, due - time.perf_counter()))
    if select.select([sys.stdin], [], [], 0)[0]:
        said = os.read(0, 100)
        if not said:
            break
        load = b"0.010 N\\r\\n" if b"let go" in said else b"99.000 N\\r\\n"
        limit_at = 0.0 if b"let go" in said else time.perf_counter() + 0.1 + 0.05 * chance.random()
    if limit_at and time.perf_counter() > limit_at:
        load, limit_at = b"101.000 N\\r\\n", 0.0
        os.write(out, load)
        print(time.perf_counter_ns(), flush=True)
    else:
        os.write(out, load)
"""


class NotingSpeaker(Speaker):
    """Plays nothing, and notes when the alarm was ordered."""

    def __init__(self) -> None:
        self.ordered_ns: list[int] = []

    @property
    def ready(self) -> bool:
        """It always takes sound."""
        return True

    def problem(self) -> str:
        """None."""
        return ""

    def play(self, samples: Any, due_ns: int) -> Voice:
        """Note the moment where it is the alarm; the tone of a ramp is longer, a cue shorter."""
        if len(samples) == 3 * 48_000:
            self.ordered_ns.append(time.perf_counter_ns())
        return Voice(samples=samples, due_ns=due_ns)

    def close(self) -> None:
        """Nothing was opened."""


class Bench(BenchWindow):
    """A window at a pressure test, and the hand on its gauge."""

    def __init__(self, application: QApplication, data: Path, port: str, hand: subprocess.Popen[str]) -> None:
        self.speaker = NotingSpeaker()
        super().__init__(application, data, open_speaker=lambda: self.speaker)
        self._hand = hand
        self.attach("gauge", port, "PPT")
        self.open_visit("PPT")
        self.order("start", step=self.step, reason="bench")

    def one(self) -> float:
        """One ramp up to the limit: milliseconds from the write to the order."""
        assert self._hand.stdout is not None
        before = len(self.speaker.ordered_ns)
        self.order("begin")
        self._say("press")
        self.until(lambda: len(self.speaker.ordered_ns) > before, 10.0)
        written_ns = int(self._hand.stdout.readline())
        self._say("let go")
        self.until(lambda: not self.window.pacer.alarm.on, 5.0)
        self.order("undo", reason="bench")
        return (self.speaker.ordered_ns[-1] - written_ns) / 1e6

    def _say(self, what: str) -> None:
        assert self._hand.stdin is not None
        self._hand.stdin.write(f"{what}\n")
        self._hand.stdin.flush()


def main() -> None:
    """Measure."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--count", type=int, default=50, help="200 for the figure in the documentation")
    count = parser.parse_args().count
    application = QApplication([])
    theme.dress(application)
    with ExitStack() as stack:
        data = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="qst-bench-")))
        master, slave = os.openpty()
        tty.setraw(slave)
        stack.callback(os.close, master)
        stack.callback(os.close, slave)
        command = [sys.executable, "-c", _HAND, str(master)]
        pipe = subprocess.PIPE
        hand = stack.enter_context(
            subprocess.Popen(command, pass_fds=(master,), stdin=pipe, stdout=pipe, text=True)
        )
        bench = Bench(application, data, os.ttyname(slave), hand)
        took = [bench.one() for _ in range(count)]
        bench.window.end()
        hand.kill()
    print_table("Write of the reading at the limit to the order of the alarm", "ms", {"write to order": took})


if __name__ == "__main__":
    main()
