"""A journal as a sealed session, and the parts of one."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from qst_station import __version__
from qst_station.findings import Finding, Refused, Severity
from qst_station.recording.chain import Row
from qst_station.recording.content import Dataset, SealedContent
from qst_station.recording.head import HeadFile
from qst_station.recording.journal_copy import HEAD, read_journal
from qst_station.recording.sealed import write_sealed
from qst_station.recording.table_arrays import field_units, table_array
from qst_station.session.events import ForceBlock
from qst_station.station import results
from qst_station.station.record import (
    Replayed,
    Unreplayable,
    blocks,
    replay_rows,
    summary,
    tables,
    unreplayable,
)
from qst_station.tables import TABLES

# Where each table stands in the file, and what it is.
_PLACES = {
    "parameters": ("parameters", "value, z-score and reason of every parameter"),
    "trials": ("trials", "every trial, also voided ones, with the samples under it"),
    "ratings": ("ratings", "every rating, with its scale"),
    "limb_readings": ("limb/readings", "every laying of the tape, also excluded ones"),
    "limb_sides": ("limb/sides", "figure-of-8 girth of each side"),
    "entries": ("forms/entries", "every entry in a form, also corrected ones"),
    "derived": ("forms/derived", "scores, conclusions, volumes and differences from complete answers"),
    "steps": ("steps", "every step of the visit: how it ended, how long it took, which attempt counts"),
    "attempts": ("attempts", "every attempt at a step"),
    "notes": ("notes", "deviations, adverse sensations, reasons and remarks"),
    "checks": ("checks", "what was found, confirmed and typed before the visit"),
    "cadence": ("cadence", "every beat of a pace: when it was due, seen and heard"),
}


def seal(journal: Path, out: Path | None = None) -> tuple[Path, tuple[Finding, ...]]:
    """Make the sealed session of a journal, also of an interrupted one.

    Parameters
    ----------
    journal : Path
        Folder of the journal, or its database. It is read from a copy and stays as it is.
    out : Path or None
        The file to write; by default it stands beside the folder of the journal, named after the session.

    Returns
    -------
    path : Path
        The sealed file, re-opened and compared with the journal.
    findings : tuple of Finding
        What is damaged or missing in the journal; the rest is in the file.

    Raises
    ------
    Refused
        The journal cannot be read, or its rows do not replay.
    """
    with _alone_with(journal if journal.is_dir() else journal.parent):
        return _seal(journal, out)


def _seal(journal: Path, out: Path | None) -> tuple[Path, tuple[Finding, ...]]:
    copy = read_journal(journal)
    rows = whole_rows(copy.rows)
    try:
        content = sealed_content(rows, place=str(journal))
    except Unreplayable as fault:
        raise Refused(unreplayable(journal, fault)) from fault
    folder = journal if journal.is_dir() else journal.parent
    path = out or folder.parent / session_file_name(content.summary)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        write_sealed(path, content)
    except (ValueError, OSError) as fault:
        raise Refused(_not_made(path, str(fault))) from fault
    left_out = len(copy.rows) + len(copy.damaged) - len(rows)
    return path, (*copy.findings, *([_left_out(journal, len(rows), left_out)] if left_out else []))


def replayable(journal: Path) -> Replayed:
    """The visit in a journal as far as its rows are whole, as `seal` puts it into the file.

    Raises
    ------
    Refused
        It cannot be read.
    """
    try:
        return replay_rows(whole_rows(read_journal(journal).rows), place=str(journal))
    except Unreplayable as fault:
        raise Refused(unreplayable(journal, fault)) from fault


def refuse_in_use(folder: Path) -> None:
    """Refuse the journal of a visit that is open: what is sealed now would stand where its own seal belongs.

    Raises
    ------
    Refused
        A program, this one or another, is writing it.
    """
    with _alone_with(folder):
        pass


@contextmanager
def _alone_with(folder: Path) -> Iterator[None]:
    """Keep every other program out of a journal: nobody resumes a visit, or seals it, while it is being sealed."""
    try:
        head = HeadFile(folder / HEAD, create=False)
    except OSError:  # no head, or none that could be written: nobody writes this journal
        yield
        return
    with closing(head):
        yield


def sealed_content(rows: Sequence[Row], *, place: str) -> SealedContent:
    """Everything that is in a sealed session, from the rows of its journal alone."""
    replayed = replay_rows(rows, place=place)
    found = tables(replayed.plan, replayed.state)
    datasets = [
        Dataset(
            path=_PLACES[name][0],
            array=table_array(columns, found[name]),
            units="1",
            description=_PLACES[name][1],
            field_units=field_units(columns),
        )
        for name, columns in TABLES.items()
    ]
    datasets.append(_beats(replayed))
    for name, parts in blocks(replayed).items():
        datasets += _stream(name, parts)
    opening = replayed.plan.opening
    return SealedContent(
        summary=summary(replayed, found),
        datasets=tuple(datasets),
        rows=tuple(rows),
        inputs=dict(opening["inputs"]),
        attributes={
            "session_uuid": opening["session_uuid"],
            "kind": opening["kind"],
            "created_utc": opening["utc"],
            "creator": "qst-station",
            "creator_version": __version__,
        },
    )


def session_file_name(summary: dict[str, Any]) -> str:
    """Name of the sealed file: what is no data says so first."""
    kind = "" if summary["kind"] == "real" else f"{summary['kind'].upper()}_"
    stamp = re.sub(r"[^0-9TZ]", "", summary["utc"].split(".")[0].split("+")[0])
    participant = summary["participant"]["id"]
    return f"{kind}{participant}_{summary['visit']}_{stamp}_{summary['session_uuid'][:8]}.h5"


def _not_made(path: Path, why: str) -> Finding:
    return Finding(
        code="sealed.failed",
        severity=Severity.STOP,
        place=str(path),
        happened=f"The session file cannot be made ({why}).",
        safe="The journal holds everything and was not touched.",
        remedy="Choose another place, or send the journal to support.",
    )


def _left_out(journal: Path, last: int, left_out: int) -> Finding:
    return Finding(
        code="journal.left_out",
        severity=Severity.STOP,
        place=f"{journal}, after row {last}",
        happened=f"{left_out} rows behind the damage are not in the session file: they cannot be run again.",
        safe="They are still in the journal.",
        remedy="Keep the journal, and enter what is missing from the paper record.",
    )


def whole_rows(rows: Sequence[Row]) -> tuple[Row, ...]:
    """The rows up to the first that is missing: what follows a gap cannot be replayed."""
    for i, row in enumerate(rows):
        if row.seq != rows[0].seq + i:
            return tuple(rows[:i])
    return tuple(rows)


def _beats(replayed: Replayed) -> Dataset:
    rows = results.beat_rows(replayed.state)
    names = ("trial", "beat", "intended_ns", "actual_ns")
    array = np.array([tuple(row[n] for n in names) for row in rows], dtype=[(n, "<i8") for n in names])
    return Dataset(
        path="beats",
        array=array,
        units="1",
        description="beats of the wind-up trains: when each was due and when the engine's timer turned",
        field_units={"trial": "1", "beat": "1", "intended_ns": "ns", "actual_ns": "ns"},
    )


def _stream(name: str, parts: Sequence[ForceBlock]) -> list[Dataset]:
    def dataset(what: str, arrays: Iterable[npt.NDArray[Any]], units: str, description: str) -> Dataset:
        array = np.concatenate(tuple(arrays))
        return Dataset(path=f"streams/{name}/{what}", array=array, units=units, description=description)

    # One unit for all where there was one; the unit key of the gauge may have been pressed.
    units = {part.unit for part in parts if len(part.t_ns)}
    unit = (units.pop() if len(units) == 1 else "") or "1"
    numbers = [np.arange(part.index, part.index + len(part.t_ns)) for part in parts]
    in_units = [np.full(len(part.t_ns), part.unit.encode(), dtype="S4") for part in parts]
    received = [np.frombuffer(part.data, np.uint8) for part in parts]
    return [
        dataset("index", numbers, "1", "number of the reading in the stream"),
        dataset("t_ns", (p.t_ns for p in parts), "ns", "sample time since the start of the session"),
        dataset("raw", (p.raw for p in parts), unit, "number on the wire, sign of the device; NaN for overload"),
        dataset("unit", in_units, "1", "unit of the number on the wire"),
        dataset("force_mn", (p.force_mn for p in parts), "mN", "force, positive in compression; NaN for overload"),
        dataset("flags", (p.flags for p in parts), "1", "1 overload, 2 late, 4 peak mode"),
        dataset("arrivals", (p.arrivals for p in parts), "ns", "time and number of bytes of each read"),
        dataset("bytes", received, "1", "the bytes as they came"),
    ]
