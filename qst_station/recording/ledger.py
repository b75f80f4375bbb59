"""An append-only store that lives for years, built from the parts of a journal; both registers are kept in one.

Rows are chained, kept from changing by triggers and durable when `Ledger.append` returns; the last one is
witnessed in a file beside the database, which is also the lock among writers. Reading works on a copy at any time.
"""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path
from types import TracebackType
from typing import Final, Literal, TypeAlias

from qst_station.findings import Refused, Severity
from qst_station.recording.chain import FIRST_SEQ, GENESIS, Row, chained
from qst_station.recording.durable import fsync_directory
from qst_station.recording.head import Head, HeadFile, read_head
from qst_station.recording.journal_copy import DATABASE, HEAD, JournalCopy, read_journal
from qst_station.recording.journal_database import connect, create, insert

_WAIT_S = 5.0
_RETRY_S = 0.02

FaultKind: TypeAlias = Literal[
    "none", "exists", "in_use", "not_read", "unreadable", "lost", "damaged", "not_written", "uncertain"
]

_JOURNAL_FAULTS: Final[dict[str, FaultKind]] = {
    "journal.in_use": "in_use",
    "journal.unreadable": "unreadable",
    "journal.cannot_start": "not_written",
}


class LedgerFault(Exception):
    """Why a ledger cannot be read or written; what it holds is as it was. The text says what happened.

    Attributes
    ----------
    kind : str
        `none`, `exists`: there is none, or one already. `in_use`: another process writes it. `not_read`: the disk
        refused. `unreadable`: it is no ledger, or one of a newer program. `lost`: it was there, and its beginning
        is gone. `damaged`: rows are missing or were changed. `not_written`: nothing of the entry is there.
        `uncertain`: the disk failed, and the entry is there whole or not at all.
    """

    def __init__(self, kind: FaultKind, happened: str) -> None:
        super().__init__(happened)
        self.kind = kind


def read_ledger(folder: Path) -> JournalCopy | None:
    """What a ledger holds, from a copy, with what is wrong with it; None where none has been begun.

    Raises
    ------
    LedgerFault
        `not_read`, `unreadable` or `lost`.
    """
    with _faults(disk="not_read"):
        return _copied(folder) if _is_there(folder) else None


class Ledger:
    """A ledger that is open for writing, by this process alone; used in a `with`, or closed.

    Attributes
    ----------
    copy : JournalCopy
        What it held when it was opened or begun: the first row at least.
    """

    def __init__(self, copy: JournalCopy, database: sqlite3.Connection, head: HeadFile) -> None:
        self.copy = copy
        self._database = database
        self._head = head
        self._last = copy.rows[-1]

    @classmethod
    def begin(cls, folder: Path, opening: tuple[str, bytes]) -> Ledger:
        """A new ledger; its first row (kind, body) is durable.

        Raises
        ------
        LedgerFault
            `exists`, `in_use`, `lost` or `not_written`.
        """
        first = chained(GENESIS, FIRST_SEQ, *opening)
        with _faults(disk="not_written"), ExitStack() as undo:
            folder.mkdir(parents=True, exist_ok=True)
            head = _locked(folder)
            undo.callback(head.close)
            if _is_there(folder):
                raise LedgerFault("exists", f"{folder} has one already")
            database = _created(folder, first)
            undo.callback(database.close)
            head.reset(Head(seq=first.seq, hash=first.hash))
            undo.pop_all()
        return cls(_just_begun(first), database, head)

    @classmethod
    def open(cls, folder: Path) -> Ledger:
        """A ledger that is there and not damaged.

        Raises
        ------
        LedgerFault
            `none`, `in_use`, `unreadable`, `lost`, `damaged` or `not_written`.
        """
        with _faults(disk="not_written"), ExitStack() as undo:
            if not _is_there(folder):
                raise LedgerFault("none", f"there is none in {folder}")
            head = _locked(folder)
            undo.callback(head.close)
            copy = _copied(folder)
            # Before the database is opened: that alone would change the files of a damaged one.
            for finding in copy.findings:
                if finding.severity is Severity.STOP:
                    raise LedgerFault("damaged", finding.happened)
            database = connect(folder / DATABASE)
            undo.callback(database.close)
            if not copy.findings:
                head.reset(Head(seq=copy.rows[-1].seq, hash=copy.rows[-1].hash))
            undo.pop_all()
        return cls(copy, database, head)

    @property
    def seq(self) -> int:
        """Number of the last row."""
        return self._last.seq

    def append(self, rows: Sequence[tuple[str, bytes]]) -> OSError | None:
        """Make rows (kind, body) durable, all or none.

        Returns
        -------
        OSError or None
            What kept the witness from being written. The rows are durable all the same, and a witness that lags
            behind is no damage.

        Raises
        ------
        LedgerFault
            `not_written` where the disk is full, `uncertain` where it failed. Nothing can be appended any more.
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
            raise LedgerFault("not_written" if full else "uncertain", str(error)) from error
        self._last = last
        try:
            self._head.write(Head(seq=last.seq, hash=last.hash))
            self._head.sync()
        except OSError as error:
            return error
        return None

    def close(self) -> None:
        """Let another process write."""
        try:
            self._database.close()
        finally:
            self._head.close()

    def __enter__(self) -> Ledger:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


def open_or_begin(folder: Path, opening: tuple[str, bytes]) -> Ledger:
    """The ledger of a folder, begun with `opening` (kind, body) where there is none; another writer is waited for.

    Raises
    ------
    LedgerFault
        As `Ledger.open`; `in_use` after seconds.
    """
    deadline = time.monotonic() + _WAIT_S
    while True:
        try:
            return Ledger.open(folder) if (folder / DATABASE).exists() else Ledger.begin(folder, opening)
        except LedgerFault as fault:
            if fault.kind not in ("in_use", "exists") or time.monotonic() > deadline:
                raise
        time.sleep(_RETRY_S)


@contextmanager
def _faults(*, disk: FaultKind) -> Iterator[None]:
    """What the parts of a journal say about a session, said about a ledger."""
    try:
        yield
    except Refused as refusal:
        raise LedgerFault(_JOURNAL_FAULTS[refusal.finding.code], refusal.finding.happened) from refusal
    except (OSError, sqlite3.Error) as error:
        raise LedgerFault(disk, str(error)) from error


def _is_there(folder: Path) -> bool:
    if (folder / DATABASE).exists():
        return True
    # A witness that names nothing is what an interrupted beginning leaves.
    if (folder / HEAD).exists() and read_head(folder / HEAD) is not None:
        raise LedgerFault("lost", f"{DATABASE} is missing")
    return False


def _copied(folder: Path) -> JournalCopy:
    copy = read_journal(folder)
    if not copy.rows or copy.rows[0].seq != FIRST_SEQ:
        raise LedgerFault("lost", "its first row is missing or damaged")
    return copy


def _locked(folder: Path) -> HeadFile:
    try:
        return HeadFile(folder / HEAD, create=not (folder / HEAD).exists())
    except FileExistsError as error:  # another process was faster
        raise LedgerFault("in_use", str(error)) from error


def _created(folder: Path, first: Row) -> sqlite3.Connection:
    """The database, put in place whole: a process that dies on the way leaves no half ledger."""
    building = folder / f"{DATABASE}.part"
    for leftover in (building, Path(f"{building}-wal")):
        leftover.unlink(missing_ok=True)
    create(building, first).close()
    building.rename(folder / DATABASE)
    # The folder around it may be new, too.
    for directory in (folder, folder.parent, folder.parent.parent):
        fsync_directory(directory)
    return connect(folder / DATABASE)


def _just_begun(first: Row) -> JournalCopy:
    return JournalCopy(
        rows=(first,), damaged=(), findings=(), closed=False, acknowledged_seq=first.seq, missing_acknowledged=0
    )
