"""Write the column tables of the session file from `qst_station.tables`."""

from __future__ import annotations

from pathlib import Path

from qst_station.tables import TABLES, Column

PAGE = Path(__file__).parent / "reference" / "session-file.md"
BEGIN, END = "<!-- tables: made by docs/make_tables.py -->\n", "<!-- /tables -->"
_PLACES = {
    "limb_readings": "limb/readings",
    "limb_sides": "limb/sides",
    "entries": "forms/entries",
    "derived": "forms/derived",
}
_TYPES = {"text": "text", "int": "int64", "float": "float64", "bool": "bool"}


def page() -> str:
    """The page with its tables as they should be."""
    head, _, rest = PAGE.read_text(encoding="utf-8").partition(BEGIN)
    _, _, tail = rest.partition(END)
    tables = "\n".join(_table(_PLACES.get(name, name), columns) for name, columns in TABLES.items())
    return f"{head}{BEGIN}\n{tables}\n{END}{tail}"


def _table(place: str, columns: tuple[Column, ...]) -> str:
    rows = [f"| `{c.name}` | {_TYPES[c.kind]} | {c.unit} | {_escaped(c.label)} | {_range(c)} |" for c in columns]
    head = f"### `/{place}`\n\n| column | type | unit | meaning | range |\n|---|---|---|---|---|\n"
    return head + "\n".join(rows) + "\n"


def _escaped(text: str) -> str:
    return text.replace("|", r"\|")


def _range(column: Column) -> str:
    if column.allowed:
        return ", ".join(word or "(empty)" for word in column.allowed)
    if column.kind == "text":
        return f"up to {column.length} bytes"
    low = "" if column.minimum is None else f"from {column.minimum:g}"
    high = "" if column.maximum is None else f"to {column.maximum:g}"
    return f"{low} {high}".strip()


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
