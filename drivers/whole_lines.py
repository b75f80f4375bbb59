"""Lines whose meaning a plain pattern cannot say: the part that all their codecs share."""

from __future__ import annotations

import re
from typing import Final

from drivers.framing import TORN, LineSplitter
from drivers.messages import Garbled, Message, Notice, Reading
from drivers.spec import GaugeSpec

_NUMBER: Final = re.compile(r"([+-]?) *(\d{1,9}(?:\.\d{0,9})?|\.\d{1,9})", re.ASCII)
_PRINTABLE: Final = re.compile(rb"[\t\x20-\x7e]*")

NOT_ASCII: Final = "not printable ASCII: check baud rate and parity"
NOT_ITS_LINE: Final = "not a line of this device"


class WholeLineCodec:
    """One message per line; a subclass says which, from `spec.pattern` and what it remembers.

    As in `drivers.line_codec.LineCodec`, a reading in a line that may be the tail of another is thrown away.
    """

    def __init__(self, spec: GaugeSpec) -> None:
        self.spec = spec
        self.pattern: Final = re.compile(spec.pattern, re.ASCII)
        self._notices = tuple((re.compile(p, re.ASCII), kind, text) for p, (kind, text) in spec.notices.items())
        self._lines = LineSplitter(spec.terminator, spec.max_frame)
        self._in_step = spec.self_marking

    def feed(self, data: bytes) -> list[Message]:
        """Take the next bytes; give the messages that they complete."""
        messages: list[Message] = []
        for line in self._lines.feed(data):
            message = line if isinstance(line, Garbled) else self._read(line)
            if isinstance(message, Reading) and not self._in_step:
                message = Garbled(data=message.text.encode(), why=f"{TORN}: the first one after opening")
            self._in_step = True
            messages.append(message)
        return messages

    def interrupted(self) -> list[Message]:
        """Drop a half line; if there was one, distrust the next as after opening."""
        half = self._lines.drop()
        if not half:
            return []
        self._in_step = self.spec.self_marking
        return [Garbled(data=half, why=f"{TORN}, then nothing")]

    def meaning(self, text: str, match: re.Match[str]) -> Message:
        """What a line that matches the pattern means."""
        raise NotImplementedError

    def in_unit(self, text: str, number: float | None, spelling: str | None, **state: bool) -> Message:
        """A reading, or what is wrong with its number or its unit."""
        unit = self.spec.default_unit if spelling is None else self.spec.units.get(spelling.lower())
        if number is None:
            return Garbled(data=text.encode(), why="not a number")
        if unit is None:
            allowed = ", ".join(sorted(set(self.spec.units.values())))
            why = "unit missing" if spelling is None else f"unit {spelling!r} is not one of {allowed}"
            return Garbled(data=text.encode(), why=why)
        return Reading(raw=number, unit=unit, text=text, **state)

    def _read(self, line: bytes) -> Message:
        if not _PRINTABLE.fullmatch(line):
            return Garbled(data=line, why=NOT_ASCII)
        text = line.decode("ascii")
        match = self.pattern.fullmatch(text)
        if match:
            return self.meaning(text, match)
        for pattern, kind, meaning in self._notices:
            if pattern.fullmatch(text):
                return Notice(kind=kind, text=f"{text}: {meaning}" if meaning else text)
        return Garbled(data=line, why=NOT_ITS_LINE)


def decimal_number(text: str) -> float | None:
    """A decimal number of at most nine digits on either side of the point; None for anything else.

    Blanks may stand between the sign and the digits.
    """
    match = _NUMBER.fullmatch(text)
    return float(match[1] + match[2]) if match else None
