"""What is appended stays, one writer only, and a full disk loses nothing that was acknowledged."""

from __future__ import annotations

import json
import os
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

import qst_station
from qst_station.findings import Refused
from qst_station.recording.ballast import Ballast
from qst_station.recording.chain import check_chain
from qst_station.recording.journal import Journal, JournalFailed, read_journal

BALLAST_BYTES = 5000
SOURCE = str(Path(qst_station.__file__).parents[1])


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "visit" / "session"


@pytest.fixture
def journal(folder: Path) -> Iterator[Journal]:
    with Journal.create(folder, "start", b"{}", ballast_bytes=BALLAST_BYTES) as journal:
        yield journal


def child(code: str, *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-c", code, *arguments],
        env={**os.environ, "PYTHONPATH": SOURCE},
        capture_output=True,
        text=True,
        check=True,
        timeout=60,
    )


def test_rows_are_numbered_and_read_back_while_the_journal_is_open(journal: Journal, folder: Path) -> None:
    assert list(journal.append([("answer", b"yes"), ("samples", bytes(3000))])) == [2, 3]
    assert list(journal.append([])) == []

    copy = read_journal(folder)

    assert [(row.seq, row.kind, row.body) for row in copy.rows] == [
        (1, "start", b"{}"),
        (2, "answer", b"yes"),
        (3, "samples", bytes(3000)),
    ]
    assert check_chain(copy.rows, "journal") == []
    assert (copy.findings, copy.closed, copy.acknowledged_seq, copy.missing_acknowledged) == ((), False, 3, 0)


def test_close_writes_the_end_row_and_leaves_one_whole_database(journal: Journal, folder: Path) -> None:
    journal.append([("answer", b"yes")])
    journal.checkpoint()
    journal.close({"trials": 1}, status="aborted")

    copy = read_journal(folder / "journal.sqlite")

    assert copy.closed
    assert copy.rows[-1].kind == "end"
    assert json.loads(copy.rows[-1].body) == {"counts": {"trials": 1}, "rows": 3, "status": "aborted"}
    assert sorted(path.name for path in folder.iterdir()) == ["journal.head", "journal.sqlite"]
    with pytest.raises(RuntimeError, match="closed"):
        journal.append([("answer", b"late")])
    with pytest.raises(Refused, match="closed properly"):
        Journal.reopen(folder)


def test_a_folder_takes_one_journal(journal: Journal, folder: Path) -> None:
    with pytest.raises(Refused, match="holds a journal already"):
        Journal.create(folder, "start", b"{}")
    assert len(read_journal(folder).rows) == 1


def test_a_failed_start_leaves_nothing_behind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def no_space(self: Ballast) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr(Ballast, "fill", no_space)
        with pytest.raises(Refused, match="No space left"):
            Journal.create(tmp_path, "start", b"{}")
    assert list(tmp_path.iterdir()) == []
    Journal.create(tmp_path, "start", b"{}", ballast_bytes=0).leave()


@pytest.mark.parametrize(("row", "error"), [(("end", b""), ValueError), (("answer", "text"), TypeError)])
def test_a_wrong_row_is_refused_before_anything_is_written(
    journal: Journal, folder: Path, row: tuple[str, bytes], error: type[Exception]
) -> None:
    with pytest.raises(error):
        journal.append([("answer", b"fine"), row])
    assert len(read_journal(folder).rows) == 1


SECOND_WRITER = """
import sys
from pathlib import Path
from qst_station.findings import Refused
from qst_station.recording.journal import Journal
try:
    Journal.reopen(Path(sys.argv[1]))
except Refused as refusal:
    print(refusal.finding.code, "|", refusal.finding.remedy)
"""
SECOND_DATABASE = """
import sqlite3, sys
try:
    sqlite3.connect(sys.argv[1], timeout=0).execute("SELECT * FROM rows").fetchall()
except sqlite3.OperationalError as error:
    print(error)
"""


def test_a_second_process_is_refused(journal: Journal, folder: Path) -> None:
    assert "locked" in child(SECOND_DATABASE, str(folder / "journal.sqlite")).stdout
    read_journal(folder)  # closing its descriptors drops the locks of SQLite in this process
    code, remedy = child(SECOND_WRITER, str(folder)).stdout.split("|")
    assert code.strip() == "journal.in_use"
    assert remedy.strip()
    assert list(journal.append([("answer", b"yes")])) == [2]


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE rows SET body = x'00' WHERE seq = 2",
        "DELETE FROM rows WHERE seq = 2",
        "INSERT OR REPLACE INTO rows VALUES (2, 'answer', x'00', x'00')",
        "INSERT INTO rows VALUES (9, 'answer', x'00', x'00')",
    ],
)
def test_the_database_refuses_to_change_rows(journal: Journal, folder: Path, statement: str) -> None:
    journal.append([("answer", b"yes")])
    journal.leave()
    with (
        closing(sqlite3.connect(folder / "journal.sqlite")) as database,
        pytest.raises(sqlite3.IntegrityError, match="journal row"),
    ):
        database.execute(statement)
    assert read_journal(folder).rows[1].body == b"yes"


def fill_disk(journal: Journal) -> None:
    """Let SQLite report a full disk at the next page it needs."""
    pages = journal._database.execute("PRAGMA page_count").fetchone()[0]
    journal._database.execute(f"PRAGMA max_page_count = {pages}")


class SpaceOnRelease(Ballast):
    """The space given back is the space that the database lacks."""

    database: sqlite3.Connection

    def release(self) -> bool:
        released = super().release()
        self.database.execute("PRAGMA max_page_count = 100000")
        return released


def test_a_full_disk_takes_the_ballast_and_the_same_rows_once(journal: Journal, folder: Path) -> None:
    ballast = SpaceOnRelease(folder / "journal.ballast", BALLAST_BYTES)
    ballast.database = journal._database
    journal._ballast = ballast
    journal.append([("answer", b"before")])
    assert (folder / "journal.ballast").stat().st_size == BALLAST_BYTES
    fill_disk(journal)

    assert list(journal.append([("samples", bytes(50_000)), ("answer", b"after")])) == [3, 4]

    assert not (folder / "journal.ballast").exists()
    assert [finding.code for finding in journal.take_findings()] == ["journal.disk_full"]
    assert journal.take_findings() == ()
    journal.close({})
    copy = read_journal(folder)
    assert [row.kind for row in copy.rows] == ["start", "answer", "samples", "answer", "end"]
    assert copy.findings == ()


def test_a_disk_that_stays_full_fails_the_journal_and_keeps_what_was_acknowledged(
    journal: Journal, folder: Path
) -> None:
    journal.append([("answer", b"before")])
    fill_disk(journal)
    with pytest.raises(JournalFailed) as failure:
        journal.append([("samples", bytes(50_000))])
    assert "row 2" in failure.value.finding.safe
    with pytest.raises(JournalFailed):
        journal.append([("answer", b"small")])
    journal.leave()
    copy = read_journal(folder)
    assert [row.body for row in copy.rows] == [b"{}", b"before"]
    assert copy.findings == ()


LIMITED_FILE_SIZE = """
import resource, sys
from pathlib import Path
from qst_station.recording.journal import Journal, JournalFailed
journal = Journal.create(Path(sys.argv[1]), "start", b"{}", ballast_bytes=1000)
resource.setrlimit(resource.RLIMIT_FSIZE, (200_000, 200_000))
try:
    while True:
        print(journal.append([("samples", bytes(2000))])[-1], flush=True)
except JournalFailed:
    print("failed", flush=True)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="needs a limit on the size of files")
def test_a_disk_that_refuses_a_write_loses_no_acknowledged_row(folder: Path) -> None:
    *acknowledged, end = child(LIMITED_FILE_SIZE, str(folder)).stdout.split()
    copy = read_journal(folder)
    assert end == "failed"
    assert copy.rows[-1].seq >= int(acknowledged[-1]) > 10
    assert copy.missing_acknowledged == 0


@pytest.mark.parametrize("restored", [False, True])
def test_a_journal_that_is_taken_away_acknowledges_nothing_more(
    journal: Journal, folder: Path, restored: bool
) -> None:
    journal.append([("answer", b"1")])
    aside = folder.rename(folder.with_name("put aside"))
    if restored:  # an older copy in its place is not the one that is written
        shutil.copytree(aside, folder)
    with pytest.raises(JournalFailed, match="did not take the record"):
        journal.append([("answer", b"2")])
    journal.leave()
    assert [row.body for row in read_journal(aside).rows[1:]] == [b"1"]


def test_a_head_that_cannot_be_written_is_said_and_the_row_is_kept(
    journal: Journal, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(head: object) -> None:
        raise OSError(5, "Input/output error")

    monkeypatch.setattr(journal._head, "write", fail)
    journal.append([("answer", b"yes")])
    assert [finding.code for finding in journal.take_findings()] == ["journal.head_not_written"]
    assert [row.body for row in read_journal(folder).rows] == [b"{}", b"yes"]


def test_a_database_that_another_program_holds_is_not_resumed(journal: Journal, folder: Path) -> None:
    journal.leave()
    with closing(sqlite3.connect(folder / "journal.sqlite", isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(Refused, match="Another running program"):
            Journal.reopen(folder)
        other.execute("ROLLBACK")
    Journal.reopen(folder, ballast_bytes=0).leave()
