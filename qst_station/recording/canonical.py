"""One spelling for every JSON document that is hashed, and a reader that takes nothing for granted."""

from __future__ import annotations

import json
from typing import NoReturn


def canonical(document: object) -> bytes:
    """JSON with sorted keys, no white space, in UTF-8.

    Raises
    ------
    ValueError
        For NaN, infinity and text that is not Unicode.
    TypeError
        For what JSON cannot hold.
    """
    text = json.dumps(document, sort_keys=True, separators=(",", ":"), ensure_ascii=False, allow_nan=False)
    return text.encode("utf-8")


def read_strict(data: bytes) -> object:
    """The document in `data`.

    Raises
    ------
    ValueError
        For anything but one JSON document in UTF-8, for a key that occurs twice, for NaN and infinity, and
        for nesting that is too deep.
    """
    try:
        return json.loads(
            data.decode("utf-8"), object_pairs_hook=_without_duplicates, parse_constant=_refuse_constant
        )
    except RecursionError as error:
        raise ValueError("JSON is nested too deeply") from error


def _without_duplicates(pairs: list[tuple[str, object]]) -> dict[str, object]:
    members = dict(pairs)
    if len(members) != len(pairs):
        names = [name for name, _ in pairs]
        twice = sorted({name for name in names if names.count(name) > 1})
        raise ValueError(f"JSON key occurs more than once: {', '.join(map(repr, twice))}")
    return members


def _refuse_constant(name: str) -> NoReturn:
    raise ValueError(f"JSON holds {name}, which is not a number")
