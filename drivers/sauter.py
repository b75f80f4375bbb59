"""Sauter FH and FL force gauges: seven characters, no terminator, no unit."""

from __future__ import annotations

import re
from typing import Final

from drivers.framing import TORN
from drivers.messages import Garbled, Message, Reading
from drivers.spec import GaugeSpec

_FRAME: Final = 7


class SauterCodec:
    """Frames of fixed length, one per request.

    Nothing marks where a frame begins, so that one lost byte would shift all that follow. Two things guard
    against it. The decimal point must stand where it stood in two frames in a row; a later frame with the point
    elsewhere is refused (bytes were lost, or someone changed the unit, which the frame does not tell). And after
    a refused frame the codec stays mute: the request that gets no answer brings a pause, and the pause
    (`interrupted`) shows where a frame begins.
    """

    def __init__(self, spec: GaugeSpec) -> None:
        self._spec = spec
        self._pattern = re.compile(spec.pattern, re.ASCII)
        self._held = bytearray()
        self._last_point: int | None = None
        self._point: int | None = None
        self._mute = False

    def feed(self, data: bytes) -> list[Message]:
        """Take the next bytes; give the messages that they complete."""
        self._held += data
        messages: list[Message] = []
        while not self._mute:
            # Whether a terminator follows is not documented.
            while self._held.startswith((b"\r", b"\n")):
                del self._held[0]
            if len(self._held) < _FRAME:
                break
            frame = bytes(self._held[:_FRAME])
            del self._held[:_FRAME]
            messages.append(self._read(frame))
        return messages

    def interrupted(self) -> list[Message]:
        """A pause: what comes next begins a frame."""
        half = bytes(self._held)
        self._held.clear()
        self._mute = False
        return [Garbled(data=half, why=f"{TORN}, then nothing")] if half else []

    def _read(self, frame: bytes) -> Message:
        text = frame.decode("latin-1")
        match = self._pattern.fullmatch(text)
        if match is None:
            self._mute = True
            return Garbled(data=frame, why="not a frame of this device")
        point = text.index(".")
        first, agrees = self._last_point is None, self._last_point == point
        self._last_point = point
        if self._point is None and not agrees:
            self._mute = not first
            return Garbled(data=frame, why=f"{TORN}: the first one after opening")
        self._point = point if self._point is None else self._point
        if point != self._point:
            self._mute = True
            return Garbled(data=frame, why="the decimal point moved: bytes were lost, or the unit was changed")
        if self._spec.default_unit is None:
            return Garbled(data=frame, why="unit missing: the gauge does not send it, say which one it shows")
        sign = -1 if text[0] == "0" else 1
        return Reading(raw=sign * float(match["value"]), unit=self._spec.default_unit, text=text)


SAUTER_FL: Final = GaugeSpec(
    name="sauter-fl",
    title="Sauter FH / FL",
    grade="inferred",
    grade_note=(
        "Request and seven characters: manual. The reply carries no unit: you must say which one the gauge shows, "
        "and it must not be changed afterwards. Inferred: that the decimal point keeps its place, that a "
        "terminator, if there is one, is CR or LF. What is sent on overload is not known. Not for reading while "
        "bytes get lost: each loss costs about a second."
    ),
    source="Sauter FL manual p.14; FH manual p.13",
    codec=SauterCodec,
    # 0 is minus, which is pressure; 1 is plus, which is pull.
    pattern=r"[01](?P<value>(?=[\d.]{6})\d{1,5}\.\d{1,4})",
    compression_sign=-1,
    baud=9_600,
    poll=b"9",
    poll_period_ns=100_000_000,
)
