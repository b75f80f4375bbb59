"""The text of a certificate's pages: every value of the document, in the order in which an auditor reads.

Known groups have a title and a place; a group that is not known is printed at the end, so that the pages never
say less than the document. Only long rows of numbers (force traces) are left to the document.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, TypeAlias

from qst_station.calibrating.certificate_file import Certificate

TITLES = {
    "item": "Item",
    "place": "Place",
    "work": "Method and conditions",
    "results": "Results",
    "before_adjustment": "Before adjustment",
    "conformity": "Conformity",
    "scale": "Scale of the gauge",
    "findings": "Remarks",
    "traceability": "Traceability",
    "budgets": "Uncertainty budget",
    "readings": "Readings",
    "settings": "Settings of the method",
}
_ELSEWHERE = ("document", "person", "kind", "scope_statement")
_LABELS = {
    "expanded": "U",
    "coverage_factor": "k",
    "effective_degrees_of_freedom": "ν eff",
    "degrees_of_freedom": "ν",
    "standard": "u",
    "combined": "u c",
    "text": "stated",
    "date_calibration": "date of calibration",
    "date_issue": "date of issue",
    "id": "identification",
    "utc": "UTC",
}
_UNITS = {
    "mn": "mN",
    "kpa": "kPa",
    "hpa": "hPa",
    "cm": "cm",
    "cm2": "cm²",
    "mm": "mm",
    "g": "g",
    "mg": "mg",
    "n": "N",
    "s": "s",
    "ms": "ms",
    "ns": "s",
    "c": "°C",
    "percent": "%",
    "degrees": "°",
    "deg": "°",
    "days": "days",
}
# A signed document sorts its fields by name; a reader wants them by meaning. What is not listed follows.
_ORDER = re.findall(
    r"\w+",
    """
    id number round role name quantity owner model serial nominal_mn condition site address
    verdict rule tolerance method version date_calibration date_issue happened remedy
    task_key task_direction task_load task_repeat load text estimate value expanded standard combined
    unit coverage_factor degrees_of_freedom effective_degrees_of_freedom evaluation source
    certificate due temperature_c humidity_percent stable typed t_ns used refused excluded
    """,
)
# Their values are words of this program; any other text is somebody's own and printed as it is.
_CODED = frozenset({"verdict", "role", "kind", "method", "task_key"})
_MANY_ROWS = 3
_BLANK = {"", "–"}
_NS_PER_S = 1_000_000_000
LONG_ROW = 24
"""A row of more numbers than this is counted and not printed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Pairs:
    """Names and values below each other."""

    rows: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Grid:
    """Rows under a head, with a name where they are a part of something."""

    name: str
    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


Block: TypeAlias = Pairs | Grid


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """A title with what stands under it."""

    title: str
    blocks: tuple[Block, ...]


def sections(certificate: Certificate) -> list[Section]:
    """The sections of a certificate without its head and its signature."""
    # The settings are long: an auditor wants to see what came out first.
    work = dict(certificate.content["work"])
    content = {**certificate.content, "settings": work.pop("settings", None), "work": work}
    known = [(TITLES[name], content[name]) for name in TITLES if name in content]
    others = [
        (label(name), group) for name, group in content.items() if name not in TITLES and name not in _ELSEWHERE
    ]
    further = {
        name: value
        for name, value in content["document"].items()
        if name not in ("title", "number", "statement", "end_mark")
    }
    title_of = [*known, *others, ("Document", {"kind": content.get("kind"), **further})]
    return [Section(title=title, blocks=tuple(_blocks(group))) for title, group in title_of if group is not None]


def signature_block(certificate: Certificate) -> Pairs:
    """Who signed what, when, with which meaning, and what the signature proves."""
    signature = certificate.signature
    person = {name: text(value) for name, value in _flat(certificate.content["person"]).items()}
    return Pairs(
        rows=(
            *((label(name), value) for name, value in person.items()),
            ("meaning", signature["meaning"]),
            ("signed (UTC)", signature["signed_utc"]),
            ("SHA-256 of content", certificate.sha256),
            (f"{signature['algorithm']} key", signature["key_id"]),
            ("public key", signature["public_key"]),
            ("signature", signature["value"]),
            ("what it proves", signature["proves"]),
        )
    )


def label(name: str) -> str:
    """A field name in words, with its unit."""
    if name in _LABELS:
        return _LABELS[name]
    stem, _, last = name.rpartition("_")
    if stem and last in _UNITS:
        return f"{_LABELS.get(stem, stem.replace('_', ' '))} ({_UNITS[last]})"
    return name.replace("_", " ")


def text(value: object, name: str = "") -> str:
    """The value of a field as it is printed: numbers to seven digits, nanoseconds as seconds."""
    match value:
        case int() if name.endswith("_ns") and not isinstance(value, bool):
            return f"{value / _NS_PER_S:.3f}"
        case None | "":
            return "–"
        case bool():
            return "yes" if value else "no"
        case float():
            return f"{value:.7g}"
        case list() | tuple() if len(value) > LONG_ROW:
            return f"{len(value)} values in the JSON"
        case list() | tuple():
            return ", ".join(text(one) for one in value) or "–"
        case str() if name in _CODED:
            return value.replace("_", " ")
        case _:
            return str(value)


def _blocks(value: Any) -> Iterator[Block]:
    if isinstance(value, Mapping):
        yield from _of_mapping(value)
    elif not _is_table(value):
        yield Pairs(rows=(("", "none" if value == [] else text(value)),))
    elif any(_is_table(inner) for row in value for inner in _flat(row).values()):
        for row in value:
            yield from _of_mapping(row)
    else:
        yield from _table(value)


def _of_mapping(value: Mapping[str, Any]) -> Iterator[Block]:
    flat = _flat(value)
    pairs = tuple((label(name), text(inner, name)) for name, inner in flat.items() if not _is_table(inner))
    if pairs:
        yield Pairs(rows=pairs)
    for name, inner in flat.items():
        if _is_table(inner):
            yield from _table(inner, label(name))


def _table(rows: Sequence[Mapping[str, Any]], called: str = "") -> Iterator[Block]:
    """A table, and before it what is the same in all of many rows."""
    flat = [_flat(row) for row in rows]
    names = sorted({name for row in flat for name in row}, key=_place)
    printed = {name: [text(row[name], name) if name in row else "" for row in flat] for name in names}
    blank = [name for name in names if set(printed[name]) <= _BLANK]
    same = [name for name in names if len(flat) >= _MANY_ROWS and len(set(printed[name])) == 1]
    if len({*blank, *same}) == len(names):
        same = []  # rows that are all alike stay rows
    stated = [name for name in same if name not in blank]
    if stated:
        constants = ", ".join(f"{label(name)}: {printed[name][0]}" for name in stated)
        yield Pairs(rows=((f"{called}: in every row".removeprefix(": "), constants),))
    columns = [name for name in names if name not in same and name not in blank]
    yield Grid(
        name=called,
        head=tuple(label(name) for name in columns),
        rows=tuple(zip(*(printed[name] for name in columns), strict=True)),
    )


def _flat(value: Mapping[str, Any], stem: str = "") -> dict[str, Any]:
    """Mappings within mappings as one, under joined names."""
    flat: dict[str, Any] = {}
    for name, inner in value.items():
        if isinstance(inner, Mapping):
            flat |= _flat(inner, f"{stem}{name}_")
        else:
            flat[f"{stem}{name}"] = inner
    return {name: flat[name] for name in sorted(flat, key=_place)}


def _place(name: str) -> tuple[int, str]:
    return (_ORDER.index(name) if name in _ORDER else len(_ORDER), name)


def _is_table(value: object) -> bool:
    return isinstance(value, list | tuple) and bool(value) and all(isinstance(row, Mapping) for row in value)
