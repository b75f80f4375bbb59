"""The last acknowledged row of a journal, kept outside its database.

A damaged write-ahead log loses its tail without an error, and what is left is a valid chain: only a witness
outside the database can tell that rows are missing.
"""

from __future__ import annotations

import hashlib
import os
import struct
import sys
from dataclasses import dataclass
from io import FileIO
from pathlib import Path

from qst_station.findings import Refused
from qst_station.recording.journal_findings import in_use

if sys.platform != "win32":
    import fcntl

_MAGIC = b"QSTHEAD1"
_RECORD = struct.Struct(">8sq32s")
_CHECK_BYTES = 16
# The slots lie in different blocks of the disk: a torn write damages one of them at most.
_SLOTS = (0, 4096)


@dataclass(frozen=True, slots=True, kw_only=True)
class Head:
    """Number and hash of the last acknowledged row."""

    seq: int
    hash: bytes


class HeadFile:
    """The open head file; it also is the lock that keeps a second process out of the journal.

    SQLite's own lock does not suffice: POSIX drops it as soon as this process closes any descriptor of the
    database, which a reader that copies the file does.
    """

    def __init__(self, path: Path, *, create: bool) -> None:
        """Open and lock; raises `FileExistsError`, `FileNotFoundError` or `Refused` (another process has it)."""
        flags = os.O_RDWR | getattr(os, "O_BINARY", 0) | (os.O_CREAT | os.O_EXCL if create else 0)
        self._file = FileIO(os.open(path, flags, 0o644), "r+")
        try:
            _lock(self._file, path)
            self._next = 1 - _newest_slot(_read_slots(self._file))
        except BaseException:
            self._file.close()
            raise

    def write(self, head: Head) -> None:
        """Record `head`. It survives the process; only `sync` makes it survive a power cut."""
        self._put(self._next, head)
        self._next = 1 - self._next

    def reset(self, head: Head) -> None:
        """Make `head` the only record."""
        for slot in range(len(_SLOTS)):
            self._put(slot, head)
        self.sync()

    def sync(self) -> None:
        """Write through to the disk."""
        os.fsync(self._file.fileno())

    def close(self) -> None:
        """Release the lock."""
        self._file.close()

    def _put(self, slot: int, head: Head) -> None:
        record = _RECORD.pack(_MAGIC, head.seq, head.hash)
        self._file.seek(_SLOTS[slot])
        self._file.write(record + hashlib.sha256(record).digest()[:_CHECK_BYTES])


def read_head(path: Path) -> Head | None:
    """The last acknowledged row, or None where no slot is intact."""
    with path.open("rb", buffering=0) as file:
        slots = _read_slots(file)
    return slots[_newest_slot(slots)]


def _read_slots(file: FileIO) -> list[Head | None]:
    return [_read_slot(file, offset) for offset in _SLOTS]


def _read_slot(file: FileIO, offset: int) -> Head | None:
    file.seek(offset)
    data = file.read(_RECORD.size + _CHECK_BYTES)
    record, check = data[: _RECORD.size], data[_RECORD.size :]
    if len(check) < _CHECK_BYTES or hashlib.sha256(record).digest()[:_CHECK_BYTES] != check:
        return None
    magic, seq, row_hash = _RECORD.unpack(record)
    return Head(seq=seq, hash=row_hash) if magic == _MAGIC else None


def _newest_slot(slots: list[Head | None]) -> int:
    seqs = [-1 if slot is None else slot.seq for slot in slots]
    return seqs.index(max(seqs))


def _lock(file: FileIO, path: Path) -> None:
    if sys.platform == "win32":
        return  # SQLite's lock holds there: it belongs to the handle.
    try:
        fcntl.flock(file.fileno(), fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError as error:
        raise Refused(in_use(path.parent)) from error
