"""Rows of a CSV table for a command, checked for everything that could shift or misread a cell."""

from __future__ import annotations

import csv
import io
import math
import re
from dataclasses import dataclass
from pathlib import Path

from qst_station.scoring.table import unusable

# float() also takes nan, inf, 1_000 and the digits of other scripts.
_NUMBER = re.compile(r"[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?", re.ASCII)


@dataclass(frozen=True, slots=True, kw_only=True)
class CsvRow:
    """The cells of a row by column, without blanks around them; `place` names file and line."""

    place: str
    cells: dict[str, str]

    def word(self, column: str) -> str:
        """A cell that must not be empty."""
        text = self.cells[column]
        if not text:
            raise unusable(f"{self.place}, column {column!r}", "the cell is empty", "Fill it.")
        return text

    def number(self, column: str) -> float | None:
        """A number with a decimal point; None where the cell is empty."""
        text = self.cells[column]
        if not text:
            return None
        value = float(text) if _NUMBER.fullmatch(text) else math.nan
        if not math.isfinite(value):
            raise unusable(
                f"{self.place}, column {column!r}",
                f"{text[:40]!r} is no number",
                "Use digits and a point as decimal mark.",
            )
        return value


def read_rows(path: Path, columns: tuple[str, ...]) -> list[CsvRow]:
    """The rows of a comma-separated UTF-8 table; columns that are not asked for are left aside.

    Raises
    ------
    Refused
        `table.unusable`: names the file, the line, the column and what to do.
    """
    try:
        text = path.read_bytes().decode("utf-8-sig")
    except OSError as error:
        raise unusable(f"{path}", f"it cannot be read: {error.strerror}", "Check the path.") from None
    except UnicodeDecodeError:
        raise unusable(f"{path}", "it is not UTF-8", "Save the table as CSV UTF-8.") from None
    reader = csv.reader(io.StringIO(text, newline=""), strict=True)
    header: list[str] = []
    rows: list[CsvRow] = []
    try:
        for cells in reader:
            place = f"{path}: line {reader.line_num}"
            if not cells:
                continue
            if not header:
                header = _header(cells, columns, place)
                continue
            if len(cells) != len(header):
                raise unusable(
                    place,
                    f"the row has {len(cells)} cells, the header {len(header)}",
                    "Check for a decimal comma (use a point) or a comma inside a text without quotation marks.",
                )
            stripped = dict(zip(header, (cell.strip() for cell in cells), strict=True))
            rows.append(CsvRow(place=place, cells={name: stripped[name] for name in columns}))
    except csv.Error as error:
        raise unusable(f"{path}", f"it is not valid CSV: {error}", "Look for an open quotation mark.") from None
    if not rows:
        raise unusable(f"{path}", "the table has no rows", f"Give it the columns {', '.join(columns)}.")
    return rows


def _header(cells: list[str], columns: tuple[str, ...], place: str) -> list[str]:
    header = [cell.strip() for cell in cells]
    for name in columns:
        if header.count(name) != 1:
            how = "is missing" if name not in header else "is there twice"
            raise unusable(
                place, f"column {name!r} {how}", f"Needed are {', '.join(columns)}, with commas between them."
            )
    return header
