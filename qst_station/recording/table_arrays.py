"""Tables as structured arrays: the rows of `qst_station.tables` in the form that HDF5 stores."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
import numpy.typing as npt

from qst_station.tables import Column

_INT_MIN, _INT_MAX = -(2**63), 2**63 - 1


def table_array(columns: tuple[Column, ...], rows: Sequence[Mapping[str, object]]) -> npt.NDArray[Any]:
    """The rows as a structured array, one field per column.

    Text becomes fixed-length UTF-8 (`S`), int `i8`, float `f8`, bool `u1`.

    Raises
    ------
    ValueError
        For a missing or unknown column, and for a value of another type, too long, not in `allowed`, outside
        `minimum` and `maximum`, or infinite; names row, column and value.
    """
    names = [column.name for column in columns]
    records = []
    for number, row in enumerate(rows):
        if row.keys() != set(names):
            missing, unknown = sorted(set(names) - row.keys()), sorted(row.keys() - set(names))
            raise ValueError(f"row {number}: missing columns {missing}, unknown columns {unknown}")
        records.append(tuple(_stored(column, row[column.name], number) for column in columns))
    return np.array(records, dtype=[(column.name, _type(column)) for column in columns])


def table_rows(array: npt.NDArray[Any]) -> list[dict[str, object]]:
    """The rows of an array made by `table_array`, with the same values."""
    names = array.dtype.names
    if names is None:
        raise ValueError(f"array of type {array.dtype} has no columns")
    columns = [_values(array[name]) for name in names]
    return [dict(zip(names, values, strict=True)) for values in zip(*columns, strict=True)]


def field_units(columns: tuple[Column, ...]) -> dict[str, str]:
    """The unit of each column."""
    return {column.name: column.unit for column in columns}


def _type(column: Column) -> str:
    return {"text": f"S{column.length}", "int": "<i8", "float": "<f8", "bool": "u1"}[column.kind]


def _values(values: npt.NDArray[Any]) -> list[object]:
    plain: list[Any] = values.tolist()
    if values.dtype.kind == "S":
        return [value.decode("utf-8") for value in plain]
    if values.dtype == np.uint8:
        return [bool(value) for value in plain]
    return list(plain)


def _stored(column: Column, value: object, number: int) -> bytes | int | float:
    match column.kind, value:
        case "text", str():
            return _stored_text(column, value, number)
        case "bool", bool():
            return int(value)
        case "int", int() if not isinstance(value, bool):
            if not _INT_MIN <= value <= _INT_MAX:
                raise _refusal(column, value, number, "needs more than 64 bits")
        case "float", int() | float() if not isinstance(value, bool):
            if math.isinf(value):
                raise _refusal(column, value, number, "is infinite")
        case _:
            raise _refusal(column, value, number, f"is not {column.kind}")
    assert isinstance(value, int | float)
    if column.minimum is not None and value < column.minimum:
        raise _refusal(column, value, number, f"is less than {column.minimum:g}")
    if column.maximum is not None and value > column.maximum:
        raise _refusal(column, value, number, f"is more than {column.maximum:g}")
    return value


def _stored_text(column: Column, value: str, number: int) -> bytes:
    if column.allowed and value not in column.allowed:
        raise _refusal(column, value, number, f"is none of {', '.join(map(repr, column.allowed))}")
    data = value.encode("utf-8")
    if len(data) > column.length:
        raise _refusal(column, value, number, f"is longer than {column.length} bytes")
    if value.endswith("\0"):
        raise _refusal(column, value, number, "ends with NUL")
    return data


def _refusal(column: Column, value: object, number: int, why: str) -> ValueError:
    return ValueError(f"row {number}, column {column.name}: {value!r} {why}")
