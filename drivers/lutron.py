"""Lutron force gauges and their twins: frames of 16 bytes, sent unasked."""

from __future__ import annotations

import re
from typing import Final

from drivers.framing import TORN, LineSplitter
from drivers.messages import Garbled, Message, Reading
from drivers.spec import GaugeSpec

_START: Final = b"\x02"


class LutronCodec:
    """From the last start byte to CR is a frame; what stands before it is counted as unreadable."""

    def __init__(self, spec: GaugeSpec) -> None:
        self._spec = spec
        self._pattern = re.compile(spec.pattern, re.ASCII)
        self._lines = LineSplitter(spec.terminator, spec.max_frame)

    def feed(self, data: bytes) -> list[Message]:
        """Take the next bytes; give the messages that they complete."""
        messages: list[Message] = []
        for line in self._lines.feed(data):
            messages += [line] if isinstance(line, Garbled) else self._read(line)
        return messages

    def interrupted(self) -> list[Message]:
        """Drop half a frame."""
        half = self._lines.drop()
        return [Garbled(data=half, why=f"{TORN}, then nothing")] if half else []

    def _read(self, line: bytes) -> list[Message]:
        before, start, body = line.rpartition(_START)
        text = body.decode("latin-1")
        match = self._pattern.fullmatch(text)
        if not start or match is None:
            return [Garbled(data=line, why="not a frame of this device")]
        messages: list[Message] = [Garbled(data=before, why=TORN)] if before else []
        unit = self._spec.units.get(match["unit"])
        if unit is None:
            return [*messages, Garbled(data=body, why=f"unit code {match['unit']!r} is no force")]
        sign, decimals, digits = match["value"][0], int(match["value"][1]), match["value"][2:]
        raw = int(digits) / 10**decimals * (-1 if sign == "1" else 1)
        return [*messages, Reading(raw=raw, unit=unit, text=text)]


LUTRON: Final = GaugeSpec(
    name="lutron",
    title="Lutron FG-5000 / FG-6000, RS-Pro 111-3689, PCE and OEM twins (16-byte stream)",
    grade="manual",
    grade_note=(
        "Frame: manual; unit codes: manual and code. On a force gauge the codes for kg, lb, g and oz mean kgf, "
        "lbf, gf and ozf. The frame has no overload flag: an overload is not seen. The gauge's cable is fed from "
        "DTR, which is asserted while the port is open. Only the upper display is read. The sign of compression "
        "is unconfirmed. Older FG-5000 gauges may send at 2400 baud (unverified)."
    ),
    source="Lutron FG-6005SD manual p.26; GC-2028 manual p.11; PCE-T 240 manual p.8",
    codec=LutronCodec,
    # After the start byte: 4, display, unit code, polarity, decimals, eight digits.
    pattern=r"41(?P<unit>\d\d)(?P<value>[01][0-3]\d{8})",
    self_marking=True,
    units={"55": "kgf", "56": "lbf", "57": "gf", "58": "ozf", "59": "N"},
    baud=9_600,
    variants=("2400 8N1",),
    terminator=b"\r",
    max_frame=64,
    unsolicited=True,
)
