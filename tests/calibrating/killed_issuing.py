"""Issues a certificate in children and kills each at another step: `killed_issuing.py DATA FOLDER FIRST EACH`.

A step is anything that Python's audit hooks report (opening, renaming and making files, SQLite connections) or a
call of `os.fsync`. The children are forked from this process, which has imported everything once. One line of JSON
per child: its data folder, whether it was killed, what it said.
"""

from __future__ import annotations

import itertools
import os
import shutil
import sys
from pathlib import Path
from typing import Any

from qst_station.calibrating.issuing import issue
from qst_station.calibrating.register import Register
from qst_station.cli.output import print_json
from tests.calibrating.conftest import UTC
from tests.calibrating.example_content import hair_content

STEPS = frozenset({"open", "os.rename", "os.mkdir", "os.remove", "shutil.rmtree", "sqlite3.connect"})


def kill_at(step: int) -> None:
    """Leave the process, without any clean-up, just before this step."""
    steps = itertools.count()

    def count(event: str) -> None:
        if event in STEPS and next(steps) == step:
            os._exit(9)

    fsync = os.fsync

    def counted_fsync(file: Any) -> None:
        count("open")
        fsync(file)

    os.fsync = counted_fsync
    sys.addaudithook(lambda event, _arguments: count(event))


def issued_here(data: Path) -> str:
    """The number of a new certificate."""
    with Register.open(data) as register:
        done = issue(register, hair_content, instrument_id="optihair2-A-8", meaning="m", utc=UTC)
    return done.certificate.number


def issued_in_child(data: Path, step: int) -> tuple[bool, str]:
    """Whether the child was killed, and the number it said."""
    reading, writing = os.pipe()
    pid = os.fork()
    if pid == 0:
        kill_at(step)
        os.write(writing, issued_here(data).encode())
        os._exit(0)
    os.close(writing)
    with os.fdopen(reading) as pipe:
        said = pipe.read()
    return os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]) == 9, said


def main() -> None:
    data, folder, first, each = Path(sys.argv[1]), Path(sys.argv[2]), int(sys.argv[3]), int(sys.argv[4])
    shutil.copytree(data, folder / "warm")
    issued_here(folder / "warm")  # what is imported only once is imported now
    for step in itertools.count(first, each):
        copy = folder / f"{step}"
        shutil.copytree(data, copy)
        killed, said = issued_in_child(copy, step)
        print_json({"data": str(copy), "killed": killed, "said": said})
        if not killed:
            break


if __name__ == "__main__":
    main()
