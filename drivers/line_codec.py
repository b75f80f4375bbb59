"""Lines of text to messages, after the grammar of a spec."""

from __future__ import annotations

import re
from typing import Final

from drivers.framing import TORN, LineSplitter
from drivers.messages import Garbled, Message, Notice, Overload, Press, Reading, Unsettled
from drivers.plain_lines import PlainLines
from drivers.spec import GaugeSpec

_NUMBER: Final = re.compile(r"([+-]?) *(\d{1,9}(?:\.\d{0,9})?|\.\d{1,9})", re.ASCII)
_PRINTABLE: Final = re.compile(rb"[\t\x20-\x7e]*")


class LineCodec:
    """The codec of every device that speaks in lines.

    A line means what the groups of `spec.pattern` say. Where it means more (a number without its decimal point, a
    unit that an earlier line named) a subclass says so in `meaning`.

    A balance that leaves the unit out has not settled, and in which unit the value would have been is not known:
    `Unsettled`.
    """

    def __init__(self, spec: GaugeSpec) -> None:
        self.spec = spec
        self._pattern = re.compile(spec.pattern, re.ASCII)
        self._notices = tuple((re.compile(p, re.ASCII), kind, text) for p, (kind, text) in spec.notices.items())
        self._overload = frozenset(token.upper() for token in spec.overload)
        self._lines = LineSplitter(spec.terminator, spec.max_frame)
        # Many lines at once are read by their groups alone.
        self._plain = PlainLines(spec) if type(self).meaning is LineCodec.meaning else None
        self._in_step = spec.self_marking

    def feed(self, data: bytes) -> list[Message]:
        """Take the next bytes; give the messages that they complete."""
        messages: list[Message] = []
        self._lines.push(data)
        if self._in_step and self._plain is not None:
            whole = self._lines.whole()
            if run := self._plain.read(whole):
                messages.append(run)
                self._lines.skip(len(whole))
        for line in self._lines.lines():
            messages += [line] if isinstance(line, Garbled) else self._read(line)
            self._in_step = True
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
        groups = match.groupdict()
        if groups.get("overload"):
            return Overload(text=text)
        value, unit = groups.get("value"), groups.get("unit")
        if value is None and "down" in groups:
            t_ms = groups.get("t_ms")
            return Press(
                button=groups.get("button") or self.spec.name,
                down=bool(groups["down"]),
                device_ms=None if t_ms is None or not t_ms.isdecimal() or len(t_ms) > 15 else int(t_ms),
            )
        if self.spec.kind == "balance" and "unit" in groups and unit is None:
            return Unsettled(text=text)
        return self.in_unit(
            text,
            decimal_number(value or "", self.spec.decimal),
            unit,
            peak=bool(groups.get("peak")),
            stable=bool(groups["stable"]) if "stable" in groups else None,
        )

    def in_unit(
        self,
        text: str,
        number: float | None,
        spelling: str | None,
        *,
        peak: bool = False,
        stable: bool | None = None,
    ) -> Message:
        """A reading of the line `text`, or what is wrong with its number or its unit."""
        if number is None:
            return Garbled(data=text.encode(), why="not a number")
        unit = self.spec.default_unit if spelling is None else self.spec.units.get(spelling.lower())
        if unit is None:
            allowed = ", ".join(sorted(set(self.spec.units.values())))
            why = "unit missing" if spelling is None else f"unit {spelling!r} is not one of {allowed}"
            return Garbled(data=text.encode(), why=why)
        return Reading(raw=number, unit=unit, text=text, peak=peak, stable=stable)

    def _read(self, line: bytes) -> list[Message]:
        if not _PRINTABLE.fullmatch(line):
            return [Garbled(data=line, why="not printable ASCII: check baud rate and parity")]
        text = line.decode("ascii")
        if text.strip().upper() in self._overload:
            return [Overload(text=text)]
        match = self._pattern.fullmatch(text)
        if match:
            return [self._trusted(self.meaning(text, match), match)]
        return self._noticed(text) or [Garbled(data=line, why="not a line of this device")]

    def _trusted(self, message: Message, match: re.Match[str]) -> Message:
        """The message of a line, unless it is a reading in what may be the tail of another line."""
        if not isinstance(message, Reading):
            return message
        if not self._in_step:
            return Garbled(data=message.text.encode(), why=f"{TORN}: the first one after opening")
        if self._plain is not None:
            self._plain.learn(message, *match.span("value"))
        return message

    def _noticed(self, text: str) -> list[Message]:
        notices: list[Message] = []
        for pattern, kind, meaning in self._notices:
            if match := pattern.fullmatch(text):
                quoted = match[match.lastindex or 0]
                notices.append(Notice(kind=kind, text=f"{quoted}: {meaning}" if meaning else quoted))
        return notices


def decimal_number(text: str, decimal: str = ".") -> float | None:
    """A decimal number of at most nine digits on either side of the mark; None for anything else.

    Blanks may stand between the sign and the digits.
    """
    if decimal != ".":
        if "." in text:
            return None
        text = text.replace(decimal, ".")
    match = _NUMBER.fullmatch(text)
    return float(match[1] + match[2]) if match else None
