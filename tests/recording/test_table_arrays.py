"""Rows of a table survive the way into an array and back; a value that a column cannot hold is refused."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qst_station.recording.table_arrays import field_units, table_array, table_rows
from qst_station.tables import TABLES, Column

COLUMNS = (
    Column(name="word", kind="text", label="", length=6),
    Column(name="side", kind="text", label="", length=8, allowed=("left", "right")),
    Column(name="count", kind="int", label="", minimum=-1),
    Column(name="force_mn", kind="float", label="", unit="mN", maximum=1000.0),
    Column(name="done", kind="bool", label=""),
)
GOOD: dict[str, object] = {"word": "µN", "side": "left", "count": 3, "force_mn": 2.5, "done": True}

words = st.text(max_size=6).filter(lambda word: len(word.encode()) <= 6 and not word.endswith("\0"))
rows = st.lists(
    st.fixed_dictionaries(
        {
            "word": words,
            "side": st.sampled_from(["left", "right"]),
            "count": st.integers(-1, 2**63 - 1),
            "force_mn": st.floats(max_value=1000.0, allow_nan=False, allow_infinity=False),
            "done": st.booleans(),
        }
    )
)


@given(rows=rows)
def test_rows_come_back(rows: list[dict[str, object]]) -> None:
    back = table_rows(table_array(COLUMNS, rows))
    assert back == rows
    assert [[type(value) for value in row.values()] for row in back] == [[str, str, int, float, bool]] * len(rows)


def test_a_value_that_is_not_there_stays_nan() -> None:
    (row,) = table_rows(table_array(COLUMNS, [{**GOOD, "force_mn": math.nan}]))
    assert isinstance(row["force_mn"], float)
    assert math.isnan(row["force_mn"])


@pytest.mark.parametrize(
    ("column", "value"),
    [
        ("word", "seven b"),
        ("word", "µµµµ"),
        ("word", 5),
        ("word", "nul\0"),
        ("side", "centre"),
        ("count", 2**63),
        ("count", -2),
        ("count", True),
        ("count", 1.0),
        ("force_mn", math.inf),
        ("force_mn", 1000.5),
        ("force_mn", "2.5"),
        ("done", 1),
    ],
)
def test_a_value_that_the_column_cannot_hold_is_refused_by_name(column: str, value: object) -> None:
    with pytest.raises(ValueError, match=rf"row 1, column {column}: ") as refusal:
        table_array(COLUMNS, [GOOD, {**GOOD, column: value}])
    assert repr(value) in str(refusal.value)


def test_missing_and_unknown_columns_are_refused() -> None:
    row = {**GOOD, "extra": 1}
    del row["side"]
    with pytest.raises(ValueError, match=r"missing columns \['side'\], unknown columns \['extra'\]"):
        table_array(COLUMNS, [row])


@pytest.mark.parametrize("name", TABLES)
def test_every_table_has_an_array_without_rows(name: str) -> None:
    array = table_array(TABLES[name], [])
    assert array.shape == (0,)
    assert list(field_units(TABLES[name])) == list(array.dtype.names or ())
    assert table_rows(array) == []
