"""One whole simulated visit for all tests, recorded twice: recording it takes seconds."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from qst_station.session.running import Recorded
from qst_station.station.record import Replayed
from tests.made_once import made_once

RUN = re.compile(r"<!-- run -->\n```sh\n(.*?)```", re.DOTALL)
TUTORIAL = Path(__file__).parents[1] / "docs" / "tutorial" / "first-visit.md"
_SAID = "said.jsonl"


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordedVisit:
    """A visit that was run to its end and sealed; tests must not change its files.

    `said` is what `qst-station demo --headless --json` printed, line by line.
    """

    data: Path
    journal: Path
    sealed: Path
    said: tuple[dict[str, Any], ...]


def blocks(page: Path) -> list[str]:
    """The commands of a page that the tests run."""
    return RUN.findall(page.read_text(encoding="utf-8"))


def run_block(block: str, folder: Path) -> subprocess.CompletedProcess[str]:
    """Run a block of commands as a reader would; what one that fails left running is ended with it."""
    path = os.pathsep.join((str(Path(sys.executable).parent), os.environ["PATH"]))
    return subprocess.run(
        ["bash", "-eu", "-o", "pipefail", "-c", f"trap 'kill $(jobs -p) 2>/dev/null || true' EXIT\n{block}"],
        cwd=folder,
        env={**os.environ, "PATH": path},
        capture_output=True,
        text=True,
        timeout=250,
        check=False,
    )


@pytest.fixture(scope="session")
def tutorial_visit(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder in which the first block of the tutorial has been run: seed 7, told to a person."""

    def record(folder: Path) -> None:
        done = run_block(blocks(TUTORIAL)[0], folder)
        assert done.returncode == 0 and not done.stderr, done.stderr

    return made_once(tmp_path_factory, "tutorial-visit", record)


@pytest.fixture(scope="session")
def recorded_visit(tmp_path_factory: pytest.TempPathFactory) -> RecordedVisit:
    """The same visit in JSON lines, as a program would run it."""

    def record(folder: Path) -> None:
        done = run_block(f"{blocks(TUTORIAL)[0].strip()} --json > {_SAID}", folder)
        assert done.returncode == 0 and not done.stderr, done.stderr

    folder = made_once(tmp_path_factory, "recorded-visit", record)
    said = tuple(json.loads(line) for line in (folder / _SAID).read_text(encoding="utf-8").splitlines())
    journal, sealed = folder / said[0]["journal"], folder / said[-1]["session"]
    assert journal.is_file() and sealed.is_file()
    return RecordedVisit(data=folder / "demo-data", journal=journal.parent, sealed=sealed, said=said)


def timeless(rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Rows that compare equal where two NaN stand for the same absent number."""
    return [{key: "NaN" if value != value else value for key, value in row.items()} for row in rows]


def recorded_answers(replayed: Replayed) -> list[tuple[int, str, str, int]]:
    """Row, test, site and trial of every answer in a journal."""
    return [(seq, c.test, c.site, c.trial) for seq, c in replayed.recorded if isinstance(c, Recorded)]
