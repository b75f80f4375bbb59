"""What a journal can say to a person."""

from __future__ import annotations

import sqlite3
from dataclasses import replace
from pathlib import Path

from qst_station.findings import Finding, Severity


def in_use(folder: Path) -> Finding:
    """The finding for a journal that another process holds."""
    return Finding(
        code="journal.in_use",
        severity=Severity.STOP,
        place=str(folder),
        happened="Another running program is writing this journal.",
        safe="Nothing was changed.",
        remedy="Go on in the window that shows this session, or close it and try again.",
    )


def cannot_start(folder: Path, happened: str) -> Finding:
    """The finding for a journal that cannot be begun."""
    return Finding(
        code="journal.cannot_start",
        severity=Severity.STOP,
        place=str(folder),
        happened=happened,
        safe="Nothing was changed.",
        remedy="Choose another folder on a local disk with free space.",
    )


def cannot_resume(folder: Path, happened: str) -> Finding:
    """The finding for a journal that cannot be gone on with; it can still be sealed."""
    return Finding(
        code="journal.cannot_resume",
        severity=Severity.STOP,
        place=str(folder),
        happened=happened,
        safe="Nothing was changed.",
        remedy="Seal the session as it is, and start a new one for what is left to do.",
    )


def cannot_open(folder: Path, error: Exception) -> Finding:
    """The finding for a journal that is whole, as far as is known, but that the disk does not let go on."""
    return replace(
        cannot_resume(folder, f"The journal cannot be opened ({error})."),
        remedy="Check the disk and its free space, then try again.",
    )


def disk_full(folder: Path) -> Finding:
    """The finding for a disk that took the rows only once the reserve had been given back."""
    return Finding(
        code="journal.disk_full",
        severity=Severity.STOP,
        place=str(folder),
        happened="The disk is full; the space kept in reserve is in use.",
        safe="Everything that was acknowledged is recorded.",
        remedy="Finish the trial, free space on the disk, then go on.",
    )


def head_not_written(folder: Path, error: OSError) -> Finding:
    """The finding for rows that are durable, but not witnessed in the file beside the journal."""
    return Finding(
        code="journal.head_not_written",
        severity=Severity.WARNING,
        place=f"{folder}",
        happened=f"The record of the last acknowledged row was not written ({error}).",
        safe="The row itself is recorded.",
        remedy="Close the session soon and check the disk.",
    )


def failed(folder: Path, last_seq: int, cause: BaseException) -> Finding:
    """The finding for a disk that no longer takes the record."""
    full = getattr(cause, "sqlite_errorcode", None) == sqlite3.SQLITE_FULL
    copied = "Stop the session, copy its folder to another disk now, and go on from the copy."
    return Finding(
        code="journal.failed",
        severity=Severity.STOP,
        place=str(folder),
        happened=f"The disk did not take the record ({cause}).",
        safe=f"Everything up to row {last_seq} is recorded; the last input is not.",
        remedy="Free space on the disk, then open the visit again." if full else copied,
    )
