"""An append-only store that lives for years: the parts of a journal, opened for each entry and closed again.

Rows are chained, kept from changing by triggers and durable when `Ledger.append` returns; the last one is
witnessed in a file beside the database, which is also the lock among writers. Reading works on a copy at any time.
"""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path

from qst_station.findings import Refused
from qst_station.recording.chain import FIRST_SEQ, GENESIS, Row, chained
from qst_station.recording.durable import fsync_directory
from qst_station.recording.head import Head, HeadFile, read_head
from qst_station.recording.journal_copy import DATABASE, HEAD, JournalCopy, read_journal
from qst_station.recording.journal_database import connect, create, insert

_WAIT_S = 5.0
_RETRY_S = 0.02


class LedgerFailed(Exception):
    """The disk did not take an entry. `certain`: nothing of it is there; else it is there whole or not at all."""

    def __init__(self, why: str, *, certain: bool) -> None:
        super().__init__(why)
        self.certain = certain


class LedgerLost(Exception):
    """The witness names rows, and their database is gone."""


def read_ledger(folder: Path) -> JournalCopy | None:
    """What a ledger holds, from a copy; None where none has been begun.

    Raises
    ------
    LedgerLost
    Refused
        `journal.unreadable`: nothing in it can be read, or it is of a newer program.
    OSError
    """
    if (folder / DATABASE).exists():
        return read_journal(folder)
    # A witness that names nothing is what an interrupted beginning leaves.
    if (folder / HEAD).exists() and read_head(folder / HEAD) is not None:
        raise LedgerLost(f"{DATABASE} is missing")
    return None


class Ledger:
    """A ledger that is open for writing. `before` is what it held; None where it has just been begun."""

    def __init__(
        self, before: JournalCopy | None, database: sqlite3.Connection, head: HeadFile, last: Row
    ) -> None:
        self.before = before
        self._database = database
        self._head = head
        self._last = last

    def append(self, rows: Sequence[tuple[str, bytes]]) -> None:
        """Make rows (kind, body) durable, all or none.

        Raises
        ------
        LedgerFailed
        """
        last, new = self._last, []
        for kind, body in rows:
            last = chained(last.hash, last.seq + 1, kind, body)
            new.append(last)
        try:
            self._database.execute("BEGIN IMMEDIATE")
            insert(self._database, new)
            self._database.execute("COMMIT")
        except sqlite3.Error as error:
            # Closing rolls back. Going on could build on pages that the kernel has forgotten (a failed fsync).
            self._database.close()
            full = getattr(error, "sqlite_errorcode", 0) == sqlite3.SQLITE_FULL
            raise LedgerFailed(str(error), certain=full) from error
        self._last = last
        try:
            self._head.write(Head(seq=last.seq, hash=last.hash))
            self._head.sync()
        except OSError as error:
            raise LedgerFailed(str(error), certain=False) from error


@contextmanager
def writing(folder: Path, opening: tuple[str, bytes]) -> Iterator[Ledger]:
    """Open a ledger for one entry; `opening` (kind, body) begins it where there is none.

    Another writer is waited for, for seconds. The caller looks at `Ledger.before` and does not append to a ledger
    with damage.

    Raises
    ------
    Refused
        `journal.in_use`, or as `read_ledger`.
    LedgerLost
    OSError, sqlite3.Error
        It cannot be opened or begun.
    """
    deadline = time.monotonic() + _WAIT_S
    while True:
        with ExitStack() as undo:
            try:
                ledger = _opened(folder, opening, undo)
            except (Refused, FileExistsError) as error:
                waits = isinstance(error, FileExistsError) or error.finding.code == "journal.in_use"
                if not waits or time.monotonic() > deadline:
                    raise
            else:
                yield ledger
                return
        time.sleep(_RETRY_S)


def _opened(folder: Path, opening: tuple[str, bytes], undo: ExitStack) -> Ledger:
    folder.mkdir(parents=True, exist_ok=True)
    head = HeadFile(folder / HEAD, create=not (folder / HEAD).exists())
    undo.callback(head.close)
    before = read_ledger(folder)
    if before is None:
        last = chained(GENESIS, FIRST_SEQ, *opening)
        database = _begun(folder, last)
    else:
        if not before.rows:
            raise LedgerLost("no row can be read")
        last = before.rows[-1]
        database = connect(folder / DATABASE)
    undo.callback(database.close)
    if before is None or not before.findings:
        head.reset(Head(seq=last.seq, hash=last.hash))
    return Ledger(before, database, head, last)


def _begun(folder: Path, first: Row) -> sqlite3.Connection:
    """The database, put in place whole: a process that dies on the way leaves no half ledger."""
    building = folder / f"{DATABASE}.part"
    for leftover in (building, Path(f"{building}-wal")):
        leftover.unlink(missing_ok=True)
    create(building, first).close()
    building.rename(folder / DATABASE)
    for directory in (folder, folder.parent):
        fsync_directory(directory)
    return connect(folder / DATABASE)
