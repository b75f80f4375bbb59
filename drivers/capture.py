"""The file of a capture: every byte that went over a link, in both directions, with its time.

One JSON document per line, ASCII. The first line is the header, each further line a piece::

    {"format": "qst-capture/1", "url": ..., "gauge": ..., "baud": ..., "utc": ..., "program": ...}
    {"t_ns": 12345678, "dir": "rx", "hex": "31322e33204e0d0a"}
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Final, Literal, TypeAlias, get_args

FORMAT: Final = "qst-capture/1"
MAX_BYTES: Final = 64 * 1024 * 1024
"""Longest file that is written or read."""

_LONGEST_TIME_NS: Final = 2**63 - 1
_SHOWN: Final = 60

Direction: TypeAlias = Literal["rx", "tx"]


class CaptureError(ValueError):
    """A file that is no capture, or a damaged one.

    Attributes
    ----------
    line : int
        Counted from 1.
    field, found, allowed : str
        `field` is empty where the line as a whole is meant.
    """

    def __init__(self, line: int, field: str, found: object, allowed: str) -> None:
        shown = type(found).__name__ if isinstance(found, list | dict) else str(found)
        self.line = line
        self.field = field
        self.found = shown if len(shown) <= _SHOWN else f"{shown[:_SHOWN]}..."
        self.allowed = allowed
        name = field if field.isidentifier() else repr(field)[:_SHOWN]
        place = f"line {line}, field {name}" if field else f"line {line}"
        super().__init__(f"{place}: found {self.found!r}; allowed: {allowed}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Header:
    """What was captured.

    Attributes
    ----------
    url : str
    gauge : str or None
        Whose dialogue was held; None where nothing was sent.
    document : str or None
        The text of the document that describes this gauge, where one does.
    baud : int
    utc : str
        When the capture began (ISO 8601).
    program : str
        Program and version that wrote it.
    """

    url: str
    gauge: str | None
    baud: int
    utc: str
    program: str
    document: str | None = None

    def line(self) -> str:
        """The first line of the file."""
        fields = {name: getattr(self, name) for name in _HEADER}
        if self.document is not None:
            fields["document"] = self.document
        return json.dumps({"format": FORMAT, **fields}) + "\n"


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """Bytes that arrived (`rx`) or were sent (`tx`) at once, `t_ns` after the port was opened."""

    t_ns: int
    direction: Direction
    data: bytes

    def line(self) -> str:
        """One line of the file."""
        return json.dumps({"t_ns": self.t_ns, "dir": self.direction, "hex": self.data.hex()}) + "\n"


@dataclass(frozen=True, slots=True, kw_only=True)
class Capture:
    """A whole capture, its pieces in the order of time."""

    header: Header
    pieces: tuple[Piece, ...]


_Rule: TypeAlias = tuple[str, Callable[[Any], bool]]
_TEXT: Final[_Rule] = ("a text", lambda value: isinstance(value, str))
_HEADER: Final[Mapping[str, _Rule]] = {
    "url": _TEXT,
    "gauge": ("the name of a gauge, or null", lambda value: value is None or isinstance(value, str)),
    "baud": ("a whole number above 0", lambda value: type(value) is int and value > 0),
    "utc": _TEXT,
    "program": _TEXT,
}
_DOCUMENT: Final[Mapping[str, _Rule]] = {"document": _TEXT}
_PIECE: Final[Mapping[str, _Rule]] = {
    "t_ns": ("nanoseconds, 0 or more", lambda value: type(value) is int and 0 <= value <= _LONGEST_TIME_NS),
    "dir": (" or ".join(get_args(Direction)), lambda value: value in get_args(Direction)),
    "hex": ("bytes as pairs of hexadecimal digits", lambda value: isinstance(value, str) and _is_hex(value)),
}


def parse_capture(data: bytes) -> Capture:
    """Read a capture.

    Raises
    ------
    CaptureError
        With the line and the field, what was found there and what is allowed.
    """
    if len(data) > MAX_BYTES:
        raise CaptureError(1, "", f"{len(data)} bytes", f"a file of at most {MAX_BYTES} bytes")
    if not data:
        raise CaptureError(1, "", "", f"the header of a {FORMAT} file")
    *lines, rest = data.split(b"\n")
    if rest:
        raise CaptureError(len(lines) + 1, "", _text(rest), "a whole line (the end of this one is missing)")
    header = _header(lines[0])
    pieces: list[Piece] = []
    for number, line in enumerate(lines[1:], start=2):
        fields = _fields(line, number, _PIECE)
        earliest = pieces[-1].t_ns if pieces else 0
        if fields["t_ns"] < earliest:
            raise CaptureError(number, "t_ns", fields["t_ns"], f"{earliest} or more: time does not go back")
        pieces.append(Piece(t_ns=fields["t_ns"], direction=fields["dir"], data=bytes.fromhex(fields["hex"])))
    if not any(piece.direction == "rx" for piece in pieces):
        raise CaptureError(len(lines), "", "no piece with dir rx", "at least one piece that the device sent")
    return Capture(header=header, pieces=tuple(pieces))


def _header(line: bytes) -> Header:
    try:
        found = json.loads(line)
    except (ValueError, RecursionError):
        found = None
    if not isinstance(found, dict) or found.get("format") != FORMAT:
        is_header = isinstance(found, dict) and "format" in found
        shown = found["format"] if isinstance(found, dict) and is_header else _text(line)
        raise CaptureError(1, "format" if is_header else "", shown, f"the header of a {FORMAT} file")
    fields = _fields(line, 1, {"format": _TEXT, **_HEADER, **(_DOCUMENT if "document" in found else {})})
    del fields["format"]
    return Header(**fields)


def _fields(line: bytes, number: int, rules: Mapping[str, _Rule]) -> dict[str, Any]:
    """The fields of a line, exactly those of `rules`."""
    try:
        found = json.loads(line, object_pairs_hook=lambda pairs: _once(pairs, number))
    except CaptureError:
        raise
    except (ValueError, RecursionError):
        found = None
    if not isinstance(found, dict):
        raise CaptureError(number, "", _text(line), f"a JSON object with {', '.join(rules)}")
    for name in found.keys() - rules.keys():
        raise CaptureError(number, name, found[name], f"no field but {', '.join(rules)}")
    for name, (allowed, holds) in rules.items():
        if name not in found:
            raise CaptureError(number, name, "nothing", allowed)
        if not holds(found[name]):
            raise CaptureError(number, name, found[name], allowed)
    return found


def _once(pairs: list[tuple[str, Any]], number: int) -> dict[str, Any]:
    fields: dict[str, Any] = {}
    for name, value in pairs:
        if name in fields:
            raise CaptureError(number, name, value, "each field once")
        fields[name] = value
    return fields


def _is_hex(text: str) -> bool:
    return bool(text) and len(text) % 2 == 0 and all(digit in "0123456789abcdef" for digit in text)


def _text(line: bytes) -> str:
    return line.decode("ascii", "backslashreplace")
