"""Sessions as tidy CSV tables with a data dictionary and a manifest, for a data manager."""

from __future__ import annotations

import csv
import hashlib
import io
import json
import math
import os
import shutil
import uuid
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, SupportsFloat, SupportsIndex, cast

from qst_station.findings import Finding, Refused, Severity
from qst_station.tables import TABLES, Column

SessionKind = Literal["real", "practice", "simulated"]

IDENTITY: tuple[Column, ...] = (
    Column(name="session_uuid", kind="text", label="identifier of the session", length=36),
    Column(name="study", kind="text", label="study", length=64),
    Column(name="participant_id", kind="text", label="participant code", length=32),
    Column(name="visit", kind="text", label="visit", length=32),
    Column(
        name="kind",
        kind="text",
        label="whether the session is real, for practice or simulated",
        length=9,
        allowed=("real", "practice", "simulated"),
    ),
)

# Spreadsheets take text that starts so for a formula (OWASP, CSV injection).
_FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "\n")

_MISSING = {
    "text": "empty where there is none",
    "int": "empty where there is none (-1 in the session file)",
    "float": "empty where there is none (NaN in the session file)",
    "bool": "never missing",
}

_README = """QST Station: export of sessions as CSV

parameters.csv, trials.csv, ratings.csv, limb_readings.csv, limb_sides.csv, entries.csv and derived.csv hold one
row per parameter, trial, rating, reading, side, entry in a form, and score or volume that follows from entries;
entries that were corrected or repeated stay, marked so in status. steps.csv, attempts.csv, notes.csv and
checks.csv tell how the visit went: steps with their time, attempts and which one counts, deviations and adverse
sensations, and the check-list. cadence.csv holds one row per beat of a pace: when it was due, seen and heard.
session_uuid says which session a row belongs to. dictionary.csv describes every column: label, unit, type, range
and how a missing value is written. export.json lists the sessions with the sha256 of their files, those that were
left out and why, and the sha256 of every table.

A note of kind values_shown says who saw the values before the visit was signed; an attempt that was begun later
(t_start_ns) was made after that.

Text is UTF-8, the separator a comma, the decimal mark a point, the end of a line CR LF (RFC 4180). Identifiers
are text: read them as text, or leading zeros are lost. The column kind marks practice and simulated sessions.

Text that a spreadsheet would take for a formula (it starts with = + - @, a tab or a line break) has an
apostrophe in front, which is not part of the data. Cells changed in this way: {escaped}. Numbers are never
changed.
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class SessionTables:
    """The tables of one session.

    Attributes
    ----------
    source, sha256 : str
        Name of the session file and the sha256 of its bytes.
    session_uuid, study, participant_id, visit : str
    kind : {"real", "practice", "simulated"}
    tables : mapping of str to rows
        One entry for each table of `qst_station.tables.TABLES`; each row has exactly the columns of the table.
    """

    source: str
    sha256: str
    session_uuid: str
    study: str
    participant_id: str
    visit: str
    kind: SessionKind
    tables: Mapping[str, Sequence[Mapping[str, object]]]


@dataclass(frozen=True, slots=True, kw_only=True)
class LeftOut:
    """A session that is not in the export, and why."""

    source: str
    sha256: str
    session_uuid: str
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Exported:
    """What an export holds.

    Attributes
    ----------
    out : Path
    sessions : int
    left_out : tuple of LeftOut
    escaped_cells : mapping of str to int
        Text cells that got an apostrophe, by `table.column`.
    unchanged : bool
        The folder held this export already and nothing was written.
    """

    out: Path
    sessions: int
    left_out: tuple[LeftOut, ...]
    escaped_cells: Mapping[str, int]
    unchanged: bool


def export_csv(
    sessions: Sequence[SessionTables],
    out: Path,
    *,
    app_version: str,
    include_simulated: bool = False,
    unusable: Sequence[LeftOut] = (),
) -> Exported:
    """Write the tables of sessions as CSV into a new folder.

    The folder appears complete or not at all. The same sessions give the same bytes, in the order given.

    Parameters
    ----------
    sessions : sequence of SessionTables
    out : Path
        A folder that does not exist, is empty, or holds exactly this export already.
    app_version : str
        Version of the product, for the manifest.
    include_simulated : bool
        Take practice and simulated sessions in as well; the column `kind` marks them.
    unusable : sequence of LeftOut
        Session files that could not be read, for the manifest.

    Returns
    -------
    Exported

    Raises
    ------
    Refused
        `export.nothing` if no session is left, `export.conflict` for two different files of one session,
        `export.folder_in_use` for a folder that holds something else, `export.not_written` if the disk
        refuses.
    ValueError
        If the rows of a session do not have the columns of the table, or a value has no place in a CSV cell.
    """
    taken, left_out = _selected(sessions, include_simulated)
    left_out += unusable
    if not taken:
        reasons = ", ".join(f"{left.source} ({left.why})" for left in left_out) or "none was given"
        raise _refused(
            "export.nothing",
            f"{out}",
            f"there is no session to export: {reasons}",
            "Practice and simulated sessions need --include-simulated.",
        )
    escaped: Counter[str] = Counter()
    files = {f"{table}.csv": _table_csv(table, taken, escaped) for table in TABLES}
    files["dictionary.csv"] = _dictionary_csv()
    files["README.txt"] = _README.format(escaped=escaped.total()).encode()
    files["export.json"] = _manifest(taken, left_out, escaped, files, app_version, include_simulated)
    unchanged = _holds_exactly(out, files)
    if not unchanged:
        _publish(out, files)
    return Exported(
        out=out,
        sessions=len(taken),
        left_out=tuple(left_out),
        escaped_cells=dict(escaped),
        unchanged=unchanged,
    )


def _selected(
    sessions: Sequence[SessionTables], include_simulated: bool
) -> tuple[list[SessionTables], list[LeftOut]]:
    taken: dict[str, SessionTables] = {}
    left_out: list[LeftOut] = []
    for session in sessions:
        same = taken.get(session.session_uuid)
        if same is not None and same.sha256 != session.sha256:
            raise _refused(
                "export.conflict",
                session.source,
                f"it and {same.source} are different files of the same session {session.session_uuid}",
                "Run qst-station verify on both and export the one that is right.",
            )
        why = ""
        if session.kind != "real" and not include_simulated:
            why = f"{session.kind} session"
        elif same is not None:
            why = f"the same file as {same.source}"
        if why:
            left_out.append(
                LeftOut(source=session.source, sha256=session.sha256, session_uuid=session.session_uuid, why=why)
            )
        else:
            taken[session.session_uuid] = session
    return list(taken.values()), left_out


def _table_csv(table: str, sessions: Sequence[SessionTables], escaped: Counter[str]) -> bytes:
    columns = IDENTITY + TABLES[table]
    names = {column.name for column in TABLES[table]}
    rows: list[list[str]] = []
    for session in sessions:
        identity = {column.name: getattr(session, column.name) for column in IDENTITY}
        for number, row in enumerate(session.tables[table], start=1):
            if row.keys() != names:
                wrong = sorted(names.symmetric_difference(row.keys()))
                raise ValueError(f"{session.source}: {table} row {number}: columns {wrong} missing or unknown")
            values = identity | dict(row)
            rows.append([_cell(column, values[column.name], table, escaped) for column in columns])
    return _csv([column.name for column in columns], rows)


def _cell(column: Column, value: object, table: str, escaped: Counter[str]) -> str:
    """One value as CSV text in the C locale.

    Raises
    ------
    ValueError
        If the value is not of the kind of the column, or infinite.
    """
    try:
        if column.kind == "int":
            number = cast(SupportsIndex, value).__index__()
            return "" if number == -1 else str(number)
        if column.kind == "float":
            return _float_text(float(cast(SupportsFloat, value)))
    except (AttributeError, TypeError, ValueError) as error:
        raise ValueError(f"{table}.{column.name}: {value!r} is not a finite {column.kind}") from error
    if column.kind == "bool":
        return "true" if value else "false"
    if not isinstance(value, str):
        raise ValueError(f"{table}.{column.name}: {value!r} is not text")
    if value.startswith(_FORMULA_STARTS):
        escaped[f"{table}.{column.name}"] += 1
        return f"'{value}"
    return value


def _float_text(number: float) -> str:
    if math.isinf(number):
        raise ValueError(f"{number!r} is infinite")
    return "" if math.isnan(number) else repr(number)


def _dictionary_csv() -> bytes:
    header = ["table", "name", "label", "unit", "type", "minimum", "maximum", "allowed", "missing"]
    rows = [
        [
            table,
            column.name,
            column.label,
            column.unit,
            column.kind,
            "" if column.minimum is None else f"{column.minimum:g}",
            "" if column.maximum is None else f"{column.maximum:g}",
            "|".join(word for word in column.allowed if word),
            _MISSING[column.kind],
        ]
        for table, columns in TABLES.items()
        for column in IDENTITY + columns
    ]
    return _csv(header, rows)


def _manifest(
    taken: Iterable[SessionTables],
    left_out: Iterable[LeftOut],
    escaped: Counter[str],
    files: Mapping[str, bytes],
    app_version: str,
    include_simulated: bool,
) -> bytes:
    content = {
        "format": "qst-station tidy csv",
        "format_version": 1,
        "app_version": app_version,
        "include_simulated": include_simulated,
        "sessions": [
            {
                "source": session.source,
                "sha256": session.sha256,
                "session_uuid": session.session_uuid,
                "kind": session.kind,
                "rows": {table: len(session.tables[table]) for table in TABLES},
            }
            for session in taken
        ],
        "left_out": [
            {
                "source": left.source,
                "sha256": left.sha256,
                "session_uuid": left.session_uuid,
                "why": left.why,
            }
            for left in left_out
        ],
        "escaped_cells": {"total": escaped.total(), "by_column": dict(sorted(escaped.items()))},
        "files": {name: {"sha256": hashlib.sha256(data).hexdigest()} for name, data in files.items()},
    }
    return (json.dumps(content, indent=2) + "\n").encode()


def _csv(header: Sequence[str], rows: Iterable[Sequence[str]]) -> bytes:
    text = io.StringIO(newline="")
    # CR LF as RFC 4180 says; the writer then also quotes a lone CR inside a cell.
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(header)
    writer.writerows(rows)
    return text.getvalue().encode()


def _holds_exactly(out: Path, files: Mapping[str, bytes]) -> bool:
    """True if the folder holds these files and no others; False if it is empty or not there.

    Raises
    ------
    Refused
        `export.folder_in_use` if it holds anything else.
    """
    remedy = "Choose a new folder for --out, or move this one away."
    if out.exists() and not out.is_dir():
        raise _refused("export.folder_in_use", f"{out}", "it is a file and not a folder", remedy)
    present = {path.name: path for path in out.iterdir()} if out.exists() else {}
    if not present:
        return False
    if "export.json" not in present:
        raise _refused("export.folder_in_use", f"{out}", "the folder holds other files", remedy)
    for name in sorted(present.keys() | files.keys()):
        if name not in present or name not in files or present[name].read_bytes() != files[name]:
            happened = f"the folder holds another export, or one that was changed since: {name} differs"
            raise _refused("export.folder_in_use", f"{out}", happened, remedy)
    return True


def _publish(out: Path, files: Mapping[str, bytes]) -> None:
    """Write the folder under another name beside its place and rename it."""
    target = out.resolve()
    part = target.with_name(f".{target.name}.{uuid.uuid4().hex}.part")
    try:
        part.mkdir(parents=True)
        for name, data in files.items():
            with (part / name).open("xb") as file:
                file.write(data)
                file.flush()
                os.fsync(file.fileno())
        if target.exists():
            target.rmdir()  # empty, and not every system renames onto an empty folder
        part.rename(target)
    except OSError as error:
        shutil.rmtree(part, ignore_errors=True)
        raise _refused(
            "export.not_written",
            f"{out}",
            f"the folder cannot be written: {error.strerror}",
            "Choose another place for --out.",
        ) from None


def _refused(code: str, place: str, happened: str, remedy: str) -> Refused:
    return Refused(
        Finding(
            code=code,
            severity=Severity.STOP,
            place=place,
            happened=f"{happened}.",
            safe="Nothing has been written.",
            remedy=remedy,
        )
    )
