"""Reading a journal: from a copy, row by row, with a name for everything that is wrong."""

from __future__ import annotations

import shutil
import sqlite3
import tempfile
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from qst_station.findings import Finding, Refused, Severity
from qst_station.recording.chain import FIRST_SEQ, Row, examine, fault_finding
from qst_station.recording.head import Head, read_head
from qst_station.recording.journal_database import SCHEMA_VERSION

DATABASE = "journal.sqlite"
HEAD = "journal.head"
END = "end"
"""Kind of the row that closes a journal."""

_COPY_ATTEMPTS = 20
_WAL_HEADER_BYTES = 32
# A whole appended block can lie beyond the head; this many absent rows in a row are the end.
_MISSES_AT_END = 64


@dataclass(frozen=True, slots=True, kw_only=True)
class JournalCopy:
    """What a journal holds.

    Attributes
    ----------
    rows : tuple of Row
        The rows that the hash chain vouches for.
    damaged : tuple of Row
        Rows that were read but that the chain does not vouch for; each has a finding.
    findings : tuple of Finding
    closed : bool
        The journal was closed properly and its end row is intact.
    acknowledged_seq : int
        Last row known to have been acknowledged; 0 where that is unknown.
    missing_acknowledged : int
        Acknowledged rows that are not among `rows`.
    """

    rows: tuple[Row, ...]
    damaged: tuple[Row, ...]
    findings: tuple[Finding, ...]
    closed: bool
    acknowledged_seq: int
    missing_acknowledged: int


def read_journal(path: Path) -> JournalCopy:
    """Read a journal, also one that is being written or was left by a crash; the original is not touched.

    Parameters
    ----------
    path : Path
        The session folder or the database in it.

    Raises
    ------
    Refused
        The path holds no journal, or nothing in it can be read.
    """
    source = path / DATABASE if path.is_dir() else path
    if not source.is_file():
        raise Refused(_unreadable(path, "There is no journal here.", "Choose the folder of a session."))
    with tempfile.TemporaryDirectory(prefix="qst-journal-") as folder:
        copy = copy_journal(source, Path(folder))
        head, head_findings = _head_of(copy.with_name(HEAD), path)
        raw = _read_database(copy, path, head)
    rows, faults = examine(raw)
    verified = {row.seq for row in rows}
    acknowledged = 0 if head is None else head.seq
    missing = acknowledged - sum(1 for seq in verified if seq <= acknowledged)
    findings = [*head_findings, *(fault_finding(fault, str(path)) for fault in faults)]
    findings += _against_head(rows, head, missing, path)
    return JournalCopy(
        rows=tuple(rows),
        damaged=tuple(row for row in raw if row.seq not in verified),
        findings=tuple(findings),
        closed=bool(raw and rows) and raw[-1] == rows[-1] and rows[-1].kind == END,
        acknowledged_seq=acknowledged,
        missing_acknowledged=missing,
    )


def copy_journal(source: Path, folder: Path) -> Path:
    """Copy a database with its write-ahead log and its head into `folder`; returns the copied database.

    The log and the database belong together: a checkpoint between the two copies would part them, so the copy
    is repeated until none fell between.
    """
    wal = Path(f"{source}-wal")
    target = folder / DATABASE
    for _ in range(_COPY_ATTEMPTS):
        # The head first: what it acknowledges is then in the copy for certain.
        _copy_if_present(source.with_name(HEAD), folder / HEAD)
        before = _generation(source, wal)
        shutil.copyfile(source, target)
        _copy_if_present(wal, Path(f"{target}-wal"))
        if _generation(source, wal) == before:
            return target
    raise Refused(
        _unreadable(source, "The journal changed each time it was copied.", "Try again when the session is idle.")
    )


def _copy_if_present(source: Path, target: Path) -> None:
    target.unlink(missing_ok=True)
    try:
        shutil.copyfile(source, target)
    except FileNotFoundError:
        target.unlink(missing_ok=True)


def _generation(database: Path, wal: Path) -> tuple[int, int, bytes]:
    """Changes with every checkpoint, not with appended rows."""
    status = database.stat()
    try:
        with wal.open("rb") as file:
            header = file.read(_WAL_HEADER_BYTES)
    except FileNotFoundError:
        header = b""
    return status.st_mtime_ns, status.st_size, header


def _head_of(copy: Path, path: Path) -> tuple[Head | None, list[Finding]]:
    head = read_head(copy) if copy.exists() else None
    if head is not None:
        return head, []
    finding = Finding(
        code="journal.head_unreadable",
        severity=Severity.WARNING,
        place=f"{path}, {HEAD}",
        happened="The record of the last acknowledged row is missing or damaged.",
        safe="Every row that is not named is verified.",
        remedy="Compare the last answers with the paper record: rows missing at the end cannot be noticed.",
    )
    return None, [finding]


def _read_database(copy: Path, path: Path, head: Head | None) -> list[Row]:
    acknowledged = 0 if head is None else head.seq
    try:
        with closing(sqlite3.connect(copy)) as database:
            # Bytes that are no text any more must reach the chain check, not raise here.
            database.text_factory = lambda data: data.decode("utf-8", "surrogateescape")
            version = database.execute("PRAGMA user_version").fetchone()[0]
            if version > SCHEMA_VERSION:
                raise Refused(
                    _unreadable(path, f"The journal has version {version}, newer than this program.", "Update it.")
                )
            records = _records(database, acknowledged)
    except sqlite3.DatabaseError as error:
        raise Refused(
            _unreadable(path, f"The database cannot be read ({error}).", "Restore it from a backup.")
        ) from error
    rows = [row for record in records if (row := _row(record)) is not None]
    return sorted(rows, key=lambda row: row.seq)


_Record = tuple[object, object, object, object]
_SELECT: Final = "SELECT seq, kind, body, hash FROM rows"


def _records(database: sqlite3.Connection, acknowledged: int) -> list[_Record]:
    try:
        return database.execute(f"{_SELECT} ORDER BY seq").fetchall()
    except sqlite3.DatabaseError:
        found = _one_by_one(database, acknowledged)  # what cannot be read shows as a gap in the chain
        if not found:
            raise
        return found


def _one_by_one(database: sqlite3.Connection, acknowledged: int) -> list[_Record]:
    """The rows that can still be found by number."""
    found: list[_Record] = []
    seq, misses = FIRST_SEQ, 0
    while seq <= acknowledged or misses < _MISSES_AT_END:
        record = _find(database, seq)
        if record is None:
            misses += 1
        else:
            found.append(record)
            misses = 0
        seq += 1
    return found


def _find(database: sqlite3.Connection, seq: int) -> _Record | None:
    try:
        record: _Record | None = database.execute(f"{_SELECT} WHERE seq = ?", (seq,)).fetchone()
    except sqlite3.DatabaseError:
        return None
    return record


def _row(record: _Record) -> Row | None:
    seq, kind, body, digest = record
    if not isinstance(seq, int):
        return None
    if isinstance(kind, str) and isinstance(body, bytes) and isinstance(digest, bytes):
        return Row(seq=seq, kind=kind, body=body, hash=digest)
    # A flipped type code: kept as text so that the row is named as altered instead of as missing.
    return Row(seq=seq, kind=str(kind), body=repr(body).encode("utf-8", "surrogateescape"), hash=b"")


def _against_head(rows: list[Row], head: Head | None, missing: int, path: Path) -> list[Finding]:
    if head is None:
        return []
    findings = []
    if missing:
        findings.append(
            Finding(
                code="journal.acknowledged_missing",
                severity=Severity.STOP,
                place=str(path),
                happened=f"{missing} acknowledged row{'s are' if missing > 1 else ' is'} missing or damaged.",
                safe="Every row that is not named is verified.",
                remedy="Keep the folder as it is, and enter what is missing from the paper record.",
            )
        )
    if any(row.seq == head.seq and row.hash != head.hash for row in rows):
        findings.append(
            Finding(
                code="journal.head_differs",
                severity=Severity.STOP,
                place=f"{path}, row {head.seq}",
                happened="The row is not the one that was acknowledged; the journal was rewritten.",
                safe="",
                remedy="Do not use these data before somebody has found out who changed the journal.",
            )
        )
    return findings


def _unreadable(path: Path, happened: str, remedy: str) -> Finding:
    return Finding(
        code="journal.unreadable",
        severity=Severity.STOP,
        place=str(path),
        happened=happened,
        safe="Nothing was changed.",
        remedy=remedy,
    )
