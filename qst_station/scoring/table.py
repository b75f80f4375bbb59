"""z-scores for a CSV table: rows, their order and all input cells are kept, result columns are added."""

from __future__ import annotations

import contextlib
import csv
import difflib
import io
import os
import re
import sys
import uuid
from dataclasses import dataclass
from pathlib import Path

from qst_station.findings import Finding, Refused, Severity
from qst_station.scoring.norms import NormSet, load_norms
from qst_station.scoring.zscore import Score, score

REQUIRED_COLUMNS = ("participant_id", "age_y", "sex", "site", "side", "parameter", "value")
ADDED_COLUMNS = (
    "x",
    "z",
    "direction",
    "outside_95",
    "stratum",
    "norm_set",
    "norm_sha256",
    "reason",
)
SEX_WORDS = {"female": "female", "f": "female", "male": "male", "m": "male"}

# float() also takes nan, inf, 1_000 and the digits of other scripts.
_NUMBER = re.compile(r"[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?")
_COMMA_NUMBER = re.compile(r"[+-]?[0-9]+,[0-9]+")
_SHOWN_CHARACTERS = 40


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """A CSV table as text; every row is as long as the header."""

    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


def score_table(path: Path, out: Path | None, norms: str = "magerl2010") -> int:
    """Add z-scores to a tidy CSV table of parameter values.

    Parameters
    ----------
    path : Path
        Comma-separated UTF-8 text with the columns of `REQUIRED_COLUMNS`; others are kept as they are.
    out : Path or None
        Where to write the result (UTF-8, lines end in CRLF as RFC 4180 says); None for standard output.
    norms : str
        Name of the norm set.

    Returns
    -------
    int
        The number of rows without a z-score; each has its reason.

    Raises
    ------
    Refused
        If the table cannot be read or written. Nothing has been written then.
    """
    norm_set = load_norms(norms)
    if out is not None and out.exists():
        if not out.is_file():
            raise unusable(f"{out}", "it is not a file", "Choose another name for --out.")
        if path.exists() and out.samefile(path):
            raise unusable(f"{out}", "the output is the input table", "Choose another name for --out.")
    table = read_table(path)
    scores = [_row_score(norm_set, dict(zip(table.header, row, strict=True))) for row in table.rows]
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(table.header + ADDED_COLUMNS)
    writer.writerows(row + _cells(scored) for row, scored in zip(table.rows, scores, strict=True))
    data = text.getvalue().encode()
    if out is None:
        sys.stdout.buffer.write(data)
        sys.stdout.buffer.flush()
    else:
        _write_atomically(out, data)
    return sum(scored.z is None for scored in scores)


def read_table(path: Path) -> Table:
    """A CSV table of parameter values as text, checked for everything that could shift or misread a cell.

    Raises
    ------
    Refused
        Names the file, the line, the column and what to do.
    """
    text = _text(path)
    reader = csv.reader(io.StringIO(text, newline=""), strict=True)
    header: tuple[str, ...] = ()
    rows: list[tuple[str, ...]] = []
    try:
        for cells in reader:
            if not cells:
                continue  # an empty line is no row
            if not header:
                header = tuple(cells)
                _check_header(header, path, reader.line_num)
                continue
            _check_row(header, cells, path, reader.line_num)
            rows.append(tuple(cells))
    except csv.Error as error:
        raise unusable(
            f"{path}: line {reader.line_num}",
            f"it is not valid CSV: {error}",
            "Look for a quotation mark that is not closed or not doubled.",
        ) from None
    if not header:
        raise unusable(f"{path}", "the file is empty", f"Give it the columns {', '.join(REQUIRED_COLUMNS)}.")
    return Table(header=header, rows=tuple(rows))


def _text(path: Path) -> str:
    try:
        data = path.read_bytes()
    except OSError as error:
        raise unusable(f"{path}", f"it cannot be read: {error.strerror}", "Check the path.") from None
    save_as = "Save the table as CSV UTF-8."
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        happened = f"it is not UTF-8: byte 0x{data[error.start]:02x}"
        raise unusable(f"{path}: line {line}", happened, save_as) from None
    if "\0" in text:
        line = text.count("\n", 0, text.index("\0")) + 1
        raise unusable(f"{path}: line {line}", "it holds a NUL character and is no plain text", save_as)
    return text


def _check_header(header: tuple[str, ...], path: Path, line: int) -> None:
    place = f"{path}: line {line}"
    missing = [name for name in REQUIRED_COLUMNS if name not in header]
    for separator, word in ((";", "semicolon"), ("\t", "tab")):
        if missing and any(separator in name for name in header):
            raise unusable(
                place,
                f"the columns are separated by {word}s",
                "Save the table with commas between the columns and a point as decimal mark.",
            )
    if missing:
        near = difflib.get_close_matches(missing[0], header, n=1)
        meant = f" Is {near[0]!r} meant?" if near else ""
        raise unusable(
            place,
            f"column {', '.join(map(repr, missing))} is missing",
            f"Needed are {', '.join(REQUIRED_COLUMNS)}.{meant}",
        )
    for name in header:
        if header.count(name) > 1:
            raise unusable(f"{place}, column {name!r}", "the column is there twice", "Keep one of them.")
        if name in ADDED_COLUMNS:
            raise unusable(
                f"{place}, column {name!r}",
                "the table already has a column of this name, which scoring adds",
                "Remove or rename it.",
            )


def _check_row(header: tuple[str, ...], cells: list[str], path: Path, line: int) -> None:
    if len(cells) != len(header):
        raise unusable(
            f"{path}: line {line}",
            f"the row has {len(cells)} cells, the header {len(header)}",
            "Check for a decimal comma (use a point) or a comma inside a text without quotation marks.",
        )
    for name in ("age_y", "value"):
        cell = cells[header.index(name)].strip()
        if _COMMA_NUMBER.fullmatch(cell):
            raise unusable(
                f"{path}: line {line}, column {name!r}",
                f"{cell!r} has a comma, which may be a decimal mark or a separator of thousands",
                "Use a point as decimal mark and no separator of thousands.",
            )


def _row_score(norms: NormSet, row: dict[str, str]) -> Score:
    """Score one row; a cell that cannot be understood becomes the reason."""
    numbers: dict[str, float | None] = {}
    for name in ("value", "age_y"):
        cell = row[name].strip()
        if cell and not _NUMBER.fullmatch(cell):
            reason = f"{name} {_shown(cell)} is not a number"
            return Score(norm_set=norms.identity, norm_sha256=norms.sha256, reason=reason)
        numbers[name] = float(cell) if cell else None
    sex = row["sex"].strip().lower()
    return score(
        norms,
        parameter=_shortened(row["parameter"].strip().upper()),
        site=_shortened(row["site"].strip().lower()),
        sex=_shortened(SEX_WORDS.get(sex, sex)),
        age_y=numbers["age_y"],
        value=numbers["value"],
    )


def _cells(scored: Score) -> tuple[str, ...]:
    return (
        "" if scored.x is None else repr(scored.x),
        "" if scored.z is None else repr(scored.z),
        scored.direction,
        "" if scored.outside_95 is None else str(scored.outside_95).lower(),
        scored.stratum,
        scored.norm_set,
        scored.norm_sha256,
        scored.reason,
    )


def _shortened(text: str) -> str:
    return text if len(text) <= _SHOWN_CHARACTERS else f"{text[:_SHOWN_CHARACTERS]}…"


def _shown(text: str) -> str:
    return repr(_shortened(text))


def _write_atomically(out: Path, data: bytes) -> None:
    """Write beside the target and rename, so that the target is either complete or untouched."""
    part = out.with_name(f".{out.name}.{uuid.uuid4().hex}.part")
    try:
        with part.open("xb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        part.replace(out)
    except OSError as error:
        with contextlib.suppress(OSError):
            part.unlink(missing_ok=True)
        raise unusable(
            f"{out}", f"it cannot be written: {error.strerror}", "Choose another place for --out."
        ) from None


def unusable(place: str, happened: str, remedy: str) -> Refused:
    """The refusal of a table."""
    return Refused(
        Finding(
            code="table.unusable",
            severity=Severity.STOP,
            place=place,
            happened=f"{happened}.",
            safe="Nothing has been written.",
            remedy=remedy,
        )
    )
