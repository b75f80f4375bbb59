"""Study documents as data that a test can change, and back to text."""

from __future__ import annotations

import json
import tomllib
from typing import Any

from qst_station.study.study import study_text


def document(name: str = "inca") -> dict[str, Any]:
    """A packaged study document as plain data."""
    return tomllib.loads(study_text(name))


def as_toml(data: dict[str, Any]) -> str:
    """Plain data as a TOML text."""
    return "".join(f"{_key(key)} = {_value(value)}\n" for key, value in data.items())


def _value(value: Any) -> str:
    match value:
        case dict():
            return "{" + ", ".join(f"{_key(k)} = {_value(v)}" for k, v in value.items()) + "}"
        case list():
            return "[" + ", ".join(_value(v) for v in value) + "]"
        case float():
            return repr(value)
        case _:
            # As in JSON, but TOML takes no halves of a character and no bare DEL.
            return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")


def _key(key: str) -> str:
    return json.dumps(key, ensure_ascii=False)
