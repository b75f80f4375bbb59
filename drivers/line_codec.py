"""Lines of text to messages, after the grammar of a spec."""

from __future__ import annotations

import re
from typing import Final

from drivers.framing import TORN, LineSplitter
from drivers.messages import Garbled, Message, Notice, Overload, Press, Reading
from drivers.plain_lines import PlainLines
from drivers.spec import GaugeSpec

_NUMBER: Final = re.compile(r"([+-]?) ?(\d{1,9}(?:\.\d{0,9})?|\.\d{1,9})", re.ASCII)
_PRINTABLE: Final = re.compile(rb"[\t\x20-\x7e]*")


class LineCodec:
    """The codec of every device that speaks in lines."""

    def __init__(self, spec: GaugeSpec) -> None:
        self._spec = spec
        self._pattern = re.compile(spec.pattern, re.ASCII)
        self._notices = tuple((re.compile(p, re.ASCII), kind, text) for p, (kind, text) in spec.notices.items())
        self._overload = frozenset(token.upper() for token in spec.overload)
        self._lines = LineSplitter(spec.terminator, spec.max_frame)
        self._plain = PlainLines(spec)
        self._in_step = spec.self_marking

    def feed(self, data: bytes) -> list[Message]:
        """Take the next bytes; give the messages that they complete."""
        messages: list[Message] = []
        self._lines.push(data)
        whole = self._lines.whole() if self._in_step else b""
        if run := self._plain.read(whole):
            messages.append(run)
            self._lines.skip(len(whole))
        for line in self._lines.lines():
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
        self._in_step = self._spec.self_marking
        return [Garbled(data=half, why=f"{TORN}, then nothing")]

    def _read(self, line: bytes) -> Message:
        if not _PRINTABLE.fullmatch(line):
            return Garbled(data=line, why="not printable ASCII: check baud rate and parity")
        text = line.decode("ascii")
        if text.strip().upper() in self._overload:
            return Overload(text=text)
        match = self._pattern.fullmatch(text)
        if match:
            message = self._meaning(text, line, match.groupdict())
            if isinstance(message, Reading):
                self._plain.learn(message, *match.span("value"))
            return message
        for pattern, kind, meaning in self._notices:
            if pattern.fullmatch(text):
                return Notice(kind=kind, text=f"{text}: {meaning}" if meaning else text)
        return Garbled(data=line, why="not a line of this device")

    def _meaning(self, text: str, line: bytes, groups: dict[str, str | None]) -> Message:
        if groups.get("overload"):
            return Overload(text=text)
        value = groups.get("value")
        if value is None and "down" in groups:
            t_ms = groups.get("t_ms")
            return Press(
                button=groups.get("button") or self._spec.name,
                down=bool(groups["down"]),
                device_ms=None if t_ms is None or not t_ms.isdecimal() or len(t_ms) > 15 else int(t_ms),
            )
        number = _number(value or "", self._spec.decimal)
        if number is None:
            return Garbled(data=line, why=f"not a number: {value!r}")
        spelling = groups.get("unit")
        if spelling is None:
            unit = self._spec.default_unit
            why = "unit missing"
        else:
            unit = self._spec.units.get(spelling.lower())
            why = f"unit {spelling!r} is not one of {', '.join(sorted(set(self._spec.units.values())))}"
        if unit is None:
            return Garbled(data=line, why=why)
        return Reading(raw=number, unit=unit, text=text, peak=bool(groups.get("peak")))


def _number(text: str, decimal: str) -> float | None:
    """A decimal number of at most nine digits on either side of the mark; None for anything else."""
    if decimal != ".":
        if "." in text:
            return None
        text = text.replace(decimal, ".")
    match = _NUMBER.fullmatch(text)
    return float(match[1] + match[2]) if match else None
