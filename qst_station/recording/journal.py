"""The durable record of a session while it happens: one SQLite database per session folder."""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Callable, Mapping, Sequence
from contextlib import ExitStack
from pathlib import Path
from types import TracebackType
from typing import NoReturn

from qst_station.findings import Finding, Refused
from qst_station.recording.ballast import Ballast
from qst_station.recording.canonical import canonical
from qst_station.recording.chain import FIRST_SEQ, GENESIS, Row, chained
from qst_station.recording.durable import fsync_directory, fsync_file
from qst_station.recording.head import Head, HeadFile
from qst_station.recording.journal_copy import (
    DATABASE,
    END,
    HEAD,
    JournalCopy,
    copy_journal,
    read_journal,
)
from qst_station.recording.journal_database import checkpoint, connect, create, insert
from qst_station.recording.journal_findings import (
    cannot_open,
    cannot_resume,
    cannot_start,
    disk_full,
    failed,
    head_not_written,
)

__all__ = ["LOSS", "Journal", "JournalCopy", "JournalFailed", "read_journal"]

LOSS = "loss"
"""Kind of the row that says how many acknowledged rows a recovery could not find."""

BALLAST_BYTES = 64 << 20

_BALLAST = "journal.ballast"

# What a crash can leave behind a whole chain; a session cannot be replayed past anything else.
_RESUMABLE = frozenset({"journal.acknowledged_missing", "journal.head_unreadable"})


class JournalFailed(Exception):
    """The disk no longer takes the record. What was acknowledged is kept; `finding` says what to do."""

    def __init__(self, finding: Finding) -> None:
        super().__init__(finding.line())
        self.finding = finding


class Journal:
    """An open journal. One thread at a time may use it.

    Use `create` for a new session and `reopen` for one that was interrupted. Leaving the context manager
    releases the files without an end row, so that the session can be resumed.
    """

    def __init__(
        self, folder: Path, database: sqlite3.Connection, head: HeadFile, ballast: Ballast, last: Row
    ) -> None:
        self.folder = folder
        self._database = database
        self._head = head
        self._ballast = ballast
        self._last = last
        self._file = _file_at(folder / DATABASE)
        self._findings: list[Finding] = []
        self._failure: Finding | None = None
        self._open = True

    @classmethod
    def create(
        cls, folder: Path, first_kind: str, first_body: bytes, *, ballast_bytes: int = BALLAST_BYTES
    ) -> Journal:
        """A new journal with its first row durable.

        Raises
        ------
        Refused
            The folder holds a journal, or cannot be written.
        """
        _check_rows([(first_kind, first_body)])
        ballast = Ballast(folder / _BALLAST, ballast_bytes)
        first = chained(GENESIS, FIRST_SEQ, first_kind, first_body)
        with ExitStack() as undo:
            try:
                head, entries = _claim(folder)
                undo.callback(_discard, folder)
                undo.callback(head.close)
                ballast.fill()
                database = create(folder / DATABASE, first)
                undo.callback(database.close)
                head.reset(Head(seq=first.seq, hash=first.hash))
                for directory in entries:
                    fsync_directory(directory)
            except FileExistsError as error:
                raise Refused(cannot_start(folder, "The folder holds a journal already.")) from error
            except (OSError, sqlite3.Error) as error:
                raise Refused(cannot_start(folder, f"The journal cannot be written ({error}).")) from error
            undo.pop_all()
        return cls(folder, database, head, ballast, first)

    @classmethod
    def reopen(cls, folder: Path, *, ballast_bytes: int = BALLAST_BYTES) -> Journal:
        """Continue an interrupted journal after its last row.

        The files as the crash left them are kept in `journal-before-recovery-N`. Acknowledged rows that are
        missing at the end are counted in a finding and in a row of kind `LOSS`.

        Raises
        ------
        Refused
            The journal is closed, in use, or damaged (it can still be read and sealed as interrupted).
        """
        with ExitStack() as undo:
            try:
                head = _hold(folder)
                undo.callback(head.close)
                content = _resumable(folder)
                aside = _keep_aside(folder)
                database = connect(folder / DATABASE)
                undo.callback(database.close)
                last = content.rows[-1]
                head.reset(Head(seq=last.seq, hash=last.hash))
            except (OSError, sqlite3.Error) as error:
                raise Refused(cannot_open(folder, error)) from error
            journal = cls(folder, database, head, Ballast(folder / _BALLAST, ballast_bytes), last)
            journal._findings.extend(content.findings)
            journal._refill()
            if content.missing_acknowledged:
                journal._record_loss(content, aside)
            undo.pop_all()
        return journal

    @property
    def last(self) -> Row:
        """The last durable row."""
        return self._last

    def append(self, rows: Sequence[tuple[str, bytes]]) -> range:
        """Make `rows` (kind, body) durable, all or none; returns their numbers.

        Raises
        ------
        JournalFailed
            The rows are not recorded, and no more can be; everything acknowledged before is.
        ValueError
            For the kind `END`, which only `close` writes.
        """
        _check_rows(rows)
        return self._append(rows)

    def take_findings(self) -> tuple[Finding, ...]:
        """What went wrong and was put right since the last call."""
        findings = tuple(self._findings)
        self._findings.clear()
        return findings

    def checkpoint(self) -> None:
        """Move the write-ahead log into the database; bounds what damage to the log can take."""
        self._durably(self._truncate_log)

    def close(self, counts: Mapping[str, int], *, status: str = "complete") -> None:
        """Write the end row and release the files: the journal can be read but not continued.

        Parameters
        ----------
        counts : mapping of str to int
            What the session says it holds (for example trials), for the reader to compare.
        status : str
            How the session ended.
        """
        end = {"counts": dict(counts), "rows": self.last.seq + 1, "status": status}
        self._append([(END, canonical(end))])
        self.checkpoint()
        self._ballast.release()
        self.leave()

    def leave(self) -> None:
        """Release the files without an end row; the session can be resumed."""
        if self._open:
            self._open = False
            try:
                self._database.close()
            finally:
                self._head.close()

    def __enter__(self) -> Journal:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.leave()

    def _append(self, rows: Sequence[tuple[str, bytes]]) -> range:
        previous = self.last
        new: list[Row] = []
        for kind, body in rows:
            previous = chained(previous.hash, previous.seq + 1, kind, body)
            new.append(previous)
        self._durably(lambda: self._commit(new))
        numbers = range(self.last.seq + 1, previous.seq + 1)
        self._last = previous
        try:
            self._head.write(Head(seq=previous.seq, hash=previous.hash))
        except OSError as error:
            self._findings.append(head_not_written(self.folder, error))
        return numbers

    def _commit(self, rows: Sequence[Row]) -> None:
        # SQLite goes on writing into a file that was deleted or put somewhere else, and says nothing.
        if _file_at(self.folder / DATABASE) != self._file:
            raise OSError("another file is in the place of the journal")
        self._database.execute("BEGIN IMMEDIATE")
        insert(self._database, rows)
        self._database.execute("COMMIT")

    def _truncate_log(self) -> None:
        if not checkpoint(self._database):
            raise OSError("another program is reading the database")
        self._head.sync()

    def _durably(self, write: Callable[[], None]) -> None:
        """Do `write`; where the disk is full give the ballast back and do it once more."""
        if not self._open:
            raise RuntimeError("the journal is closed")
        if self._failure is not None:
            raise JournalFailed(self._failure)
        try:
            write()
        except sqlite3.OperationalError as error:
            # Any other failure is final: after a failed fsync the kernel forgets the pages it could not
            # write, and the next fsync succeeds without them.
            self._roll_back(error)
            if error.sqlite_errorcode != sqlite3.SQLITE_FULL or not self._ballast.release():
                self._fail(error)
            try:
                write()
            except (sqlite3.Error, OSError) as again:
                self._roll_back(again)
                self._fail(again)
            self._findings.append(disk_full(self.folder))
        except (sqlite3.Error, OSError) as error:
            self._fail(error)

    def _roll_back(self, cause: BaseException) -> None:
        if self._database.in_transaction:
            try:
                self._database.execute("ROLLBACK")
            except sqlite3.Error:
                self._fail(cause)

    def _fail(self, cause: BaseException) -> NoReturn:
        self._failure = failed(self.folder, self.last.seq, cause)
        raise JournalFailed(self._failure) from cause

    def _record_loss(self, content: JournalCopy, aside: Path) -> None:
        loss = {
            "missing": content.missing_acknowledged,
            "acknowledged_seq": content.acknowledged_seq,
            "kept_in": aside.name,
        }
        self._append([(LOSS, canonical(loss))])

    def _refill(self) -> None:
        try:
            self._ballast.fill()
        except OSError:
            self._findings.append(disk_full(self.folder))


def _file_at(path: Path) -> tuple[int, int]:
    found = path.stat()
    return found.st_dev, found.st_ino


def _check_rows(rows: Sequence[tuple[str, bytes]]) -> None:
    for kind, body in rows:
        if kind == END:
            raise ValueError(f"rows of kind {END!r} are written by close()")
        if not isinstance(body, bytes):
            raise TypeError(f"body of a {kind!r} row is {type(body).__name__}, not bytes")
        kind.encode("utf-8")


def _resumable(folder: Path) -> JournalCopy:
    content = read_journal(folder)
    if content.closed:
        raise Refused(cannot_resume(folder, "The session was closed properly."))
    if not content.rows:
        raise Refused(cannot_resume(folder, "The journal holds no row."))
    for finding in content.findings:
        if finding.code not in _RESUMABLE:
            raise Refused(cannot_resume(folder, f"The journal is damaged: {finding.happened}"))
    return content


def _keep_aside(folder: Path) -> Path:
    number = 1
    while (aside := folder / f"journal-before-recovery-{number}").exists():
        number += 1
    aside.mkdir()
    try:
        copy_journal(folder / DATABASE, aside)
        for file in aside.iterdir():
            fsync_file(file)
        fsync_directory(aside)
    except OSError:
        shutil.rmtree(aside, ignore_errors=True)  # half a copy would only take room from a full disk
        raise
    fsync_directory(folder)
    return aside


def _claim(folder: Path) -> tuple[HeadFile, set[Path]]:
    """The head of a new journal, and the directories that have a new entry."""
    made = [path for path in (folder, *folder.parents) if not path.exists()]
    folder.mkdir(parents=True, exist_ok=True)
    if (folder / DATABASE).exists():
        raise FileExistsError(DATABASE)
    head = HeadFile(folder / HEAD, create=True)
    return head, {folder, folder.parent, *(path.parent for path in made)}


def _discard(folder: Path) -> None:
    for name in (_BALLAST, f"{DATABASE}-wal", DATABASE, HEAD):
        (folder / name).unlink(missing_ok=True)


def _hold(folder: Path) -> HeadFile:
    """The head of a journal that exists; a new one where it is missing."""
    if not (folder / DATABASE).is_file():
        raise Refused(cannot_resume(folder, "There is no journal here."))
    return HeadFile(folder / HEAD, create=not (folder / HEAD).exists())
