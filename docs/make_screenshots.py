"""Take a picture of every screen from a simulated visit, and of the review of a whole one."""

from __future__ import annotations

import subprocess
import sys
import tempfile
from pathlib import Path

from qst_station.simulation.demo_visit import demo_request
from qst_station.simulation.examiner import EXAMINER, SimulatedExaminer
from qst_station.simulation.participant import SimulatedParticipant
from qst_station.simulation.stage import virtual_engine

FOLDER = Path(__file__).parent / "screenshots"
SEED = 7


def unsigned_visit(data: Path) -> None:
    """A visit in which every test is done and only the signature is missing."""
    with virtual_engine(data, seed=SEED) as (engine, stage, apparatus):
        engine.open_visit(demo_request(SEED), EXAMINER)
        SimulatedExaminer(engine, stage, SimulatedParticipant(SEED), apparatus).test()


if __name__ == "__main__":
    FOLDER.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as data:
        unsigned_visit(Path(data))
        command = [sys.executable, "-m", "qst_station.gui.screenshots", "--out", str(FOLDER), "--unfinished", data]
        raise SystemExit(subprocess.run(command, check=False).returncode)
