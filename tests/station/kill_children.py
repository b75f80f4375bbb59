"""Runs visits in child processes and kills them: `kill_children.py FOLDER SEED COUNT JOURNAL`.

The children are forked from this process, which has imported everything and read every document once, so that
a kill in the first second of a visit costs no second of imports. Three of five run `demo` from the start; the
others go on with the first rows of JOURNAL, so that the whole length of a visit is met. One line of JSON per
child: its folder, when it was killed, and what it had said by then.
"""

from __future__ import annotations

import os
import random
import select
import signal
import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path

from qst_station.cli.demo import demo
from qst_station.cli.output import print_json
from qst_station.recording.journal import Journal
from qst_station.recording.journal_copy import DATABASE, read_journal
from qst_station.simulation.examiner import EXAMINER, SimulatedExaminer
from qst_station.simulation.participant import SimulatedParticipant
from qst_station.simulation.stage import virtual_engine
from qst_station.station.record import replay_rows
from qst_station.station.visit import Acknowledged


def go_on(out: Path, journal: Path, rows: int, seed: int) -> int:
    """Resume a visit that was cut off after so many rows of a journal, and say what `demo` says."""
    folder = out / "journals" / journal.name
    recorded = read_journal(journal).rows[:rows]
    with Journal.create(folder, recorded[0].kind, recorded[0].body, ballast_bytes=0) as begun:
        if recorded[1:]:
            begun.append([(row.kind, row.body) for row in recorded[1:]])

    def said(done: Acknowledged) -> None:
        what = done.recorded
        print_json({"ack": done.seq, "test": what.test, "site": what.site, "trial": what.trial})

    with virtual_engine(out, seed=seed, on_acknowledged=said) as (engine, stage, apparatus):
        print_json({"journal": str(folder / DATABASE)})
        engine.resume_visit(folder, EXAMINER)
        SimulatedExaminer(engine, stage, SimulatedParticipant(seed), apparatus).run()
    return 0


def killed(visit: Callable[[], int], lines: int, after_s: float) -> list[str]:
    """Run a visit in a child and kill it so long after it has said so many lines."""
    reading, writing = os.pipe()
    pid = os.fork()
    if pid == 0:
        os.close(reading)
        os.dup2(writing, 1)
        sys.stdout = os.fdopen(1, "w")
        os._exit(visit())
    os.close(writing)
    said = b""
    while said.count(b"\n") < lines and (data := os.read(reading, 65536)):
        said += data
    select.select([], [], [], after_s)
    os.kill(pid, signal.SIGKILL)
    os.waitpid(pid, 0)
    while data := os.read(reading, 65536):  # acknowledged before the kill, and still in the pipe
        said += data
    os.close(reading)
    return said.decode().split("\n")[:-1]


def main() -> None:
    folder, seed, count, journal = Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3]), Path(sys.argv[4])
    rows_whole = read_journal(journal).rows
    replay_rows(rows_whole, place="journal")  # imports and reads what a visit needs, and starts no thread
    length = len(rows_whole)
    chance = random.Random(seed)
    for number in range(count):
        out, own = folder / f"visit-{number}", seed + number
        early = number % 10 == 0
        rows = chance.randrange(1, length) if number % 5 > 2 else 0
        wire = number % 10 == 2
        lines = 0 if early else chance.randrange(1, 4 if rows else 30)
        after_s = chance.uniform(0.0, 0.3 if early else 0.05)
        visit = partial(demo, out, seed=own, wire=wire, as_json=True)
        said = killed(partial(go_on, out, journal, rows, own) if rows else visit, lines, after_s)
        told = {"out": str(out), "after_s": after_s, "rows": rows, "wire": wire, "seed": own, "said": said}
        print_json(told)


if __name__ == "__main__":
    main()
