"""How long it takes to run a whole visit again from its events. The target is under one second."""

from __future__ import annotations

import statistics
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from qst_station.recording.journal_copy import read_journal
from qst_station.simulation.demo_visit import demo_request
from qst_station.simulation.examiner import EXAMINER, SimulatedExaminer
from qst_station.simulation.participant import SimulatedParticipant
from qst_station.simulation.stage import virtual_engine
from qst_station.station.record import replay_rows, tables

REPEATS = 7


def seconds(work: Callable[[], object]) -> float:
    """Median of some runs."""
    times = []
    for _ in range(REPEATS):
        started = time.perf_counter()
        work()
        times.append(time.perf_counter() - started)
    return statistics.median(times)


def main() -> None:
    """Measure."""
    with tempfile.TemporaryDirectory() as folder:
        started = time.perf_counter()
        with virtual_engine(Path(folder), seed=7) as (engine, stage, apparatus):
            engine.open_visit(demo_request(7), EXAMINER)
            assert engine.visit is not None
            journal = engine.visit.journal.folder
            SimulatedExaminer(engine, stage, SimulatedParticipant(7), apparatus).run()
        print(f"a whole simulated visit      {time.perf_counter() - started:8.3f} s")
        rows = read_journal(journal).rows
        replayed = replay_rows(rows, place="journal")
        session_s = replayed.state.t_ns / 1e9
        print(f"its journal                  {len(rows)} rows, {sum(len(row.body) for row in rows) / 1e6:.2f} MB")
        print(f"its length                   {session_s / 60:8.1f} min")
        print(f"read and check the journal   {seconds(lambda: read_journal(journal)):8.3f} s")
        print(f"replay                       {seconds(lambda: replay_rows(rows, place='journal')):8.3f} s")
        print(f"tables and z-scores          {seconds(lambda: tables(replayed.plan, replayed.state)):8.3f} s")


if __name__ == "__main__":
    main()
