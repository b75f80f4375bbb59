"""Many lines at once, where they look alike.

What a line means depends on its shape alone, its characters with a 0 for every digit, if the grammar names no
digit of its own: a pattern that accepts `12.34 N` accepts `98.76 N`, and finds the number in the same place.
So a shape that has been read once as a plain reading needs no second look, and the numbers of a whole chunk can
be cut out and converted in C.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from drivers.messages import Reading, Run
from drivers.spec import ANY_NEWLINE, GaugeSpec

_SHAPE: Final = bytes.maketrans(b"123456789", b"000000000")
_DIGIT: Final = re.compile(r"\d")
_PLAIN_NUMBER: Final = re.compile(r"[+-]?(?:\d{1,9}(?:\.\d{0,9})?|\.\d{1,9})", re.ASCII)
_MOST_SHAPES: Final = 64

# A regular expression in which a digit stands only in a count ({1,9}) or as [0-9. Anything else that is
# doubtful (escapes by number or name, back references) does not match, and the gauge is read line by line.
_BLIND_TO_DIGITS: Final = re.compile(
    r"""(?:
        \\[^\dNUuxoP]                                        # an escape
      | \[\^?(?!\])(?:0-9)?(?:\\[^\dNUuxoP]|[^\]\\\d])*\]     # a set
      | \{\d*,?\d*\}                                         # a count
      | \((?!\?P=)                                           # a group
      | [^\\\[(\d]
    )*""",
    re.VERBOSE,
)


@dataclass(frozen=True, slots=True)
class _Frame:
    """What stands around the number of a line, and its unit."""

    before: bytes
    after: bytes
    unit: str


class PlainLines:
    """The shapes of one gauge's plain readings."""

    def __init__(self, spec: GaugeSpec) -> None:
        self._any_newline = spec.terminator == ANY_NEWLINE
        self._may_drop_cr = spec.terminator in (ANY_NEWLINE, b"\n")
        self._end = spec.terminator or b"\n"
        blind = _BLIND_TO_DIGITS.fullmatch(spec.pattern) and not any(map(_DIGIT.search, spec.overload))
        self._most = _MOST_SHAPES if blind else 0
        self._frames: dict[bytes, _Frame] = {}

    def learn(self, reading: Reading, start: int, stop: int) -> None:
        """Remember the line of a reading whose number stands from `start` to `stop`, if it is plain."""
        text = reading.text
        shape = text.encode().translate(_SHAPE)
        if shape in self._frames or len(self._frames) >= self._most:
            return
        before, number, after = text[:start], text[start:stop], text[stop:]
        plain = reading == Reading(raw=reading.raw, unit=reading.unit, text=text)
        if plain and _PLAIN_NUMBER.fullmatch(number) and not _DIGIT.search(before + after):
            self._frames[shape] = _Frame(before.encode(), after.encode(), reading.unit)

    def read(self, data: bytes) -> Run | None:
        """The readings of two or more complete lines; None unless all are known to be plain and framed alike."""
        if self._may_drop_cr:
            data = data.replace(b"\r\n", b"\n")
        if self._any_newline:
            # Of a CR LF that two reads divide the LF comes first here.
            data = data.replace(b"\r", b"\n").removeprefix(b"\n")
        end = self._end
        *shapes, _ = data.translate(_SHAPE).split(end)
        frames = {self._frames.get(shape) for shape in set(shapes)}
        frame = frames.pop() if len(shapes) > 1 and len(frames) == 1 else None
        if frame is None:
            return None
        numbers = data[len(frame.before) : -len(frame.after) - len(end)]
        values = tuple(map(float, numbers.split(frame.after + end + frame.before)))
        return Run(values=values, unit=frame.unit, data=data)
