"""A journal after a crash or damage: nothing acknowledged is lost, and nothing wrong is read as right."""

from __future__ import annotations

import errno
import json
import os
import random
import shutil
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

import qst_station
from qst_station.findings import Refused
from qst_station.recording.chain import Row, check_chain
from qst_station.recording.journal import LOSS, Journal, read_journal

SOURCE = str(Path(qst_station.__file__).parents[1])

WRITER = """
import sys
from pathlib import Path
from qst_station.recording.journal import Journal
journal = Journal.create(Path(sys.argv[1]), "start", b"1", ballast_bytes=1000)
while True:
    first = journal.last.seq + 1
    rows = [("samples", str(seq).encode() * 150) for seq in range(first, first + 1 + first % 3)]
    print(journal.append(rows)[-1], flush=True)
    if first % 7 == 0:
        journal.checkpoint()
"""


@pytest.mark.parametrize("seed", range(15))
def test_every_acknowledged_row_survives_a_kill(tmp_path: Path, seed: int) -> None:
    folder = tmp_path / "session"
    chance = random.Random(seed)
    with subprocess.Popen(
        [sys.executable, "-c", WRITER, str(folder)],
        env={**os.environ, "PYTHONPATH": SOURCE},
        stdout=subprocess.PIPE,
    ) as process:
        assert process.stdout is not None
        for _ in range(chance.randrange(1, 80)):
            process.stdout.readline()
        process.kill()
        acknowledged = [int(line) for line in process.stdout.read().split(b"\n")[:-1]] or [1]

    copy = read_journal(folder)
    assert copy.rows[-1].seq >= acknowledged[-1]
    assert (copy.findings, copy.missing_acknowledged, copy.closed) == ((), 0, False)
    assert all(row.body == str(row.seq).encode() * 150 for row in copy.rows[1:])

    with Journal.reopen(folder, ballast_bytes=1000) as journal:
        assert journal.take_findings() == ()
        assert list(journal.append([("answer", b"after")])) == [copy.rows[-1].seq + 1]
        journal.close({})
    resumed = read_journal(folder)
    assert resumed.closed
    assert resumed.rows[: len(copy.rows)] == copy.rows
    assert check_chain(resumed.rows, "journal") == []
    assert (folder / "journal-before-recovery-1" / "journal.sqlite").is_file()


def crashed(folder: Path, image: Path, *, in_database: int = 5, in_log: int = 5) -> tuple[Row, ...]:
    """Put the files of a journal into `image` as a crash would leave them; returns its rows."""
    with Journal.create(folder, "start", b"{}", ballast_bytes=100) as journal:
        for number in range(in_database - 1):
            journal.append([("answer", f"early {number}".encode() * 40)])
        journal.checkpoint()
        for number in range(in_log):
            journal.append([("answer", f"late {number}".encode() * 40)])
        rows = read_journal(folder).rows
        shutil.copytree(folder, image)
    return rows


def test_a_lost_log_is_found_by_the_head_and_the_loss_is_recorded(tmp_path: Path) -> None:
    image = tmp_path / "image"
    rows = crashed(tmp_path / "session", image)
    (image / "journal.sqlite-wal").unlink()

    copy = read_journal(image)
    assert copy.rows == rows[:5]
    assert (copy.acknowledged_seq, copy.missing_acknowledged) == (10, 5)
    assert [finding.code for finding in copy.findings] == ["journal.acknowledged_missing"]
    assert "5 acknowledged rows" in copy.findings[0].happened

    with Journal.reopen(image, ballast_bytes=100) as journal:
        assert [finding.code for finding in journal.take_findings()] == ["journal.acknowledged_missing"]
        assert journal.last.kind == LOSS
        assert json.loads(journal.last.body)["missing"] == 5
        journal.append([("answer", b"again")])
    again = read_journal(image)
    assert again.findings == ()
    assert [row.seq for row in again.rows] == list(range(1, 8))
    kept = read_journal(image / "journal-before-recovery-1")
    assert kept.missing_acknowledged == 5


def test_a_log_cut_or_changed_anywhere_never_loses_a_row_in_silence(tmp_path: Path) -> None:
    image = tmp_path / "image"
    rows = crashed(tmp_path / "session", image)
    log = image / "journal.sqlite-wal"
    whole = log.read_bytes()
    chance = random.Random(7)
    damages = [whole[: chance.randrange(len(whole))] for _ in range(40)]
    for _ in range(80):
        flipped = bytearray(whole)
        flipped[chance.randrange(len(whole))] ^= 1 << chance.randrange(8)
        damages.append(bytes(flipped))
    hits = 0
    for damaged in damages:
        log.write_bytes(damaged)
        copy = read_journal(image)
        assert copy.rows == rows[: len(copy.rows)]
        assert copy.missing_acknowledged == len(rows) - len(copy.rows)
        assert bool(copy.findings) == (copy.rows != rows)
        hits += copy.rows != rows
    assert hits > 60


def test_a_flipped_bit_in_a_closed_journal_is_never_read_as_data(tmp_path: Path) -> None:
    folder = tmp_path / "session"
    bodies = [random.Random(seed).randbytes(300) for seed in range(30)]
    with Journal.create(folder, "start", b"{}", ballast_bytes=100) as journal:
        journal.append([("samples", body) for body in bodies])
        journal.close({"samples": 30})
    rows = read_journal(folder).rows
    database = folder / "journal.sqlite"
    whole = database.read_bytes()
    chance = random.Random(11)
    places = [chance.randrange(len(whole)) for _ in range(150)]
    body_places = [whole.index(chance.choice(bodies)) + chance.randrange(300) for _ in range(50)]
    for place in places + body_places:
        flipped = bytearray(whole)
        flipped[place] ^= 1 << chance.randrange(8)
        database.write_bytes(flipped)
        try:
            copy = read_journal(folder)
        except Refused as refusal:
            assert refusal.finding.remedy
            assert place not in body_places
            continue
        assert set(copy.rows) <= set(rows)
        assert bool(copy.findings) == (copy.rows != rows)
        if place in body_places:
            assert len(copy.rows) == len(rows) - 1
            assert [row.seq for row in copy.damaged] == [set(rows).difference(copy.rows).pop().seq]


def test_a_damaged_journal_is_not_resumed_and_stays_as_it_is(tmp_path: Path) -> None:
    image = tmp_path / "image"
    crashed(tmp_path / "session", image, in_database=10, in_log=0)
    database = image / "journal.sqlite"
    database.write_bytes(database.read_bytes().replace(b"early 3", b"early 9"))
    before = {path.name: path.read_bytes() for path in image.iterdir()}
    with pytest.raises(Refused, match="damaged: row 5"):
        Journal.reopen(image)
    assert {path.name: path.read_bytes() for path in image.iterdir()} == before
    assert [row.seq for row in read_journal(image).damaged] == [5]


def test_a_rewritten_journal_is_found_by_the_head(tmp_path: Path) -> None:
    image = tmp_path / "image"
    crashed(tmp_path / "session", image, in_log=0)
    with Journal.create(tmp_path / "other", "start", b"{}", ballast_bytes=0) as other:
        other.append([("answer", b"better")] * 4)
        other.checkpoint()
        shutil.copyfile(tmp_path / "other" / "journal.sqlite", image / "journal.sqlite")
    assert [finding.code for finding in read_journal(image).findings] == ["journal.head_differs"]


@pytest.mark.parametrize("slot", [0, 4096])
def test_one_damaged_slot_of_the_head_leaves_the_other(tmp_path: Path, slot: int) -> None:
    image = tmp_path / "image"
    rows = crashed(tmp_path / "session", image)
    head = bytearray((image / "journal.head").read_bytes())
    head[slot + 12] ^= 4
    (image / "journal.head").write_bytes(head)
    copy = read_journal(image)
    assert (copy.rows, copy.findings) == (rows, ())
    assert copy.acknowledged_seq in (9, 10)


def test_a_missing_head_is_said_and_the_journal_can_be_resumed(tmp_path: Path) -> None:
    image = tmp_path / "image"
    rows = crashed(tmp_path / "session", image)
    (image / "journal.head").unlink()
    assert [finding.code for finding in read_journal(image).findings] == ["journal.head_unreadable"]
    with Journal.reopen(image, ballast_bytes=0) as journal:
        assert list(journal.append([("answer", b"on")])) == [len(rows) + 1]
    assert read_journal(image).findings == ()


def test_resuming_twice_keeps_both_states(tmp_path: Path) -> None:
    image = tmp_path / "image"
    crashed(tmp_path / "session", image)
    for _ in range(2):
        Journal.reopen(image, ballast_bytes=0).leave()
    assert (image / "journal-before-recovery-2" / "journal.head").is_file()


def test_a_full_disk_refuses_the_resume_without_half_a_copy(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    image = tmp_path / "image"
    rows = crashed(tmp_path / "session", image)

    def full(_path: Path) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    with monkeypatch.context() as patch:
        patch.setattr("qst_station.recording.journal.fsync_file", full)
        with pytest.raises(Refused) as refused:
            Journal.reopen(image, ballast_bytes=0)
    assert "free space" in refused.value.finding.remedy
    assert not list(image.glob("journal-before-recovery-*"))
    with Journal.reopen(image, ballast_bytes=0) as journal:
        assert journal.last == rows[-1]


@pytest.mark.parametrize("content", [None, b"", b"no database at all" * 400])
def test_what_is_no_journal_is_refused_by_name(tmp_path: Path, content: bytes | None) -> None:
    path = tmp_path / "journal.sqlite"
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(Refused) as refusal:
        read_journal(path)
    assert refusal.value.finding.place == str(path)
    assert refusal.value.finding.remedy


def test_a_journal_that_is_being_written_can_be_read(tmp_path: Path) -> None:
    folder = tmp_path / "session"
    with subprocess.Popen(
        [sys.executable, "-c", WRITER, str(folder)],
        env={**os.environ, "PYTHONPATH": SOURCE},
        stdout=subprocess.PIPE,
    ) as process:
        assert process.stdout is not None
        try:
            for _ in range(20):
                acknowledged = int(process.stdout.readline())
                copy = read_journal(folder)
                assert copy.rows[-1].seq >= acknowledged
                assert (copy.findings, copy.missing_acknowledged) == ((), 0)
        finally:
            process.kill()


def test_rows_around_an_unreadable_page_are_kept(tmp_path: Path) -> None:
    folder = tmp_path / "session"
    with Journal.create(folder, "start", b"{}", ballast_bytes=0) as journal:
        journal.append([("samples", bytes([number]) * 3000) for number in range(30)])
        journal.close({})
    rows = read_journal(folder).rows
    database = folder / "journal.sqlite"
    content = bytearray(database.read_bytes())
    page = content.index(bytes([12]) * 3000) // 4096 * 4096
    content[page : page + 8] = bytes(8)
    database.write_bytes(content)

    copy = read_journal(folder)

    lost = {row.seq for row in rows} - {row.seq for row in copy.rows}
    assert set(copy.rows) < set(rows)
    assert 14 in lost
    assert len(lost) <= 4
    assert copy.findings[0].code == "chain.missing"
    assert copy.missing_acknowledged == len(lost)


def test_a_journal_of_a_newer_program_is_refused(tmp_path: Path) -> None:
    folder = tmp_path / "session"
    with Journal.create(folder, "start", b"{}", ballast_bytes=0) as journal:
        journal.close({})
    with closing(sqlite3.connect(folder / "journal.sqlite")) as database:
        database.execute("PRAGMA user_version = 2")
    with pytest.raises(Refused, match="newer than this program"):
        read_journal(folder)
