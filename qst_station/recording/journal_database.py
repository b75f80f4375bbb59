"""The SQLite database of a journal: its schema and the settings that make a commit durable.

SQLite runs with a write-ahead log and `synchronous=FULL`; weaker settings may lose commits in a power cut
(https://www.sqlite.org/pragma.html#pragma_synchronous).
"""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from pathlib import Path

from qst_station.findings import Refused
from qst_station.recording.chain import FIRST_SEQ, Row
from qst_station.recording.journal_findings import cannot_start, in_use

SCHEMA_VERSION = 1

SCHEMA = f"""
BEGIN IMMEDIATE;
PRAGMA user_version = {SCHEMA_VERSION};
CREATE TABLE rows (
    seq INTEGER PRIMARY KEY, kind TEXT NOT NULL, body BLOB NOT NULL, hash BLOB NOT NULL
) STRICT;
CREATE TRIGGER rows_stay BEFORE UPDATE ON rows BEGIN SELECT RAISE(ABORT, 'a journal row cannot change'); END;
CREATE TRIGGER rows_last BEFORE DELETE ON rows BEGIN SELECT RAISE(ABORT, 'a journal row cannot go'); END;
CREATE TRIGGER rows_follow BEFORE INSERT ON rows
WHEN NEW.seq <> (SELECT coalesce(max(seq), {FIRST_SEQ} - 1) + 1 FROM rows)
BEGIN SELECT RAISE(ABORT, 'a journal row must follow the last one'); END;
"""


def create(path: Path, first: Row) -> sqlite3.Connection:
    """A new database that holds its schema and the first row, both durable."""
    database = connect(path)
    try:
        database.executescript(SCHEMA)
        insert(database, [first])
        database.execute("COMMIT")
        # The schema must not hang on the write-ahead log alone.
        checkpoint(database)
    except BaseException:
        database.close()
        raise
    return database


def insert(database: sqlite3.Connection, rows: Sequence[Row]) -> None:
    """Add rows inside the transaction that the caller has begun."""
    database.executemany(
        "INSERT INTO rows (seq, kind, body, hash) VALUES (?, ?, ?, ?)",
        [(row.seq, row.kind, row.body, row.hash) for row in rows],
    )


def connect(path: Path) -> sqlite3.Connection:
    """A connection whose settings have been read back; raises `Refused` where one does not hold."""
    database = sqlite3.connect(path, isolation_level=None, check_same_thread=False, timeout=0.0)
    try:
        for setting, value, answer in (
            ("locking_mode", "EXCLUSIVE", "exclusive"),
            ("journal_mode", "WAL", "wal"),
            ("synchronous", "FULL", 2),
            ("fullfsync", "ON", 1),
        ):
            database.execute(f"PRAGMA {setting} = {value}")
            held = database.execute(f"PRAGMA {setting}").fetchone()[0]
            if held != answer:
                raise Refused(cannot_start(path.parent, f"SQLite answers {setting}={held}, not {answer}."))
        # The exclusive lock is taken by the first write transaction and then kept.
        database.execute("BEGIN IMMEDIATE")
        database.execute("COMMIT")
    except sqlite3.OperationalError as error:
        database.close()
        if error.sqlite_errorcode & 0xFF == sqlite3.SQLITE_BUSY:
            raise Refused(in_use(path.parent)) from error
        raise
    except BaseException:
        database.close()
        raise
    return database


def checkpoint(database: sqlite3.Connection) -> bool:
    """Move the write-ahead log into the database; False where another connection is in the way."""
    busy: int = database.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()[0]
    return not busy
