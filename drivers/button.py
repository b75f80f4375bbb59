"""Response buttons."""

from __future__ import annotations

from typing import Final

from drivers.framing import TORN
from drivers.line_codec import LineCodec
from drivers.messages import Garbled, Message, Notice, Press
from drivers.spec import ANY_NEWLINE, GaugeSpec

_BANNER: Final = b"BITSI"
_LONGEST_BANNER: Final = 64


class BitsiCodec:
    """Single letters without terminator, and a banner line after a restart.

    Button A alone is read: its letter does not begin the banner, so that a restart of the box in the middle
    of a trial never looks like a press, and a press needs no look at the bytes after it.
    """

    def __init__(self, _spec: GaugeSpec) -> None:
        self._held = bytearray()

    def feed(self, data: bytes) -> list[Message]:
        """Take the next bytes; give the messages that they complete."""
        messages: list[Message] = []
        for byte in data:
            self._held.append(byte)
            messages += self._settle()
        return messages

    def interrupted(self) -> list[Message]:
        """Drop half a banner."""
        half = bytes(self._held)
        self._held.clear()
        return [Garbled(data=half, why=f"{TORN}, then nothing")] if half else []

    def _settle(self) -> list[Message]:
        held = bytes(self._held)
        if _BANNER.startswith(held[: len(_BANNER)]) and len(held) < _LONGEST_BANNER:
            if not held.endswith(b"\n"):
                return []
            self._held.clear()
            return [Notice(kind="banner", text=held.decode("ascii", "replace").strip())]
        self._held.clear()
        return [_letter(held[i : i + 1]) for i in range(len(held))]


def _letter(byte: bytes) -> Message:
    if byte in (b"A", b"a"):
        return Press(button="A", down=byte == b"A")
    return Garbled(data=byte, why="not a letter of this button")


BUTTON: Final = GaugeSpec(
    name="button",
    title="Response button, plain lines (microcontroller)",
    kind="button",
    grade="inferred",
    grade_note="The line that we recommend for a microcontroller of your own: B,<millis>,1 down and 0 up.",
    source="this project",
    codec=LineCodec,
    pattern=r"(?P<button>B),(?P<t_ms>\d{1,10}),(?:(?P<down>1)|0)",
    self_marking=True,
    terminator=ANY_NEWLINE,
    unsolicited=True,
    silence_ns=None,
)

BUTTON_BITSI: Final = GaugeSpec(
    name="button-bitsi",
    title="Response button, BITSI box (button A)",
    kind="button",
    grade="code",
    grade_note="Letters and banner seen in the RuSocSci driver. Button A only; the box sends no clock.",
    source="wilberth/RuSocSci rusocsci/buttonbox.py, utils.py",
    codec=BitsiCodec,
    pattern=r"(?P<down>A)|a",
    self_marking=True,
    terminator=ANY_NEWLINE,
    unsolicited=True,
    silence_ns=None,
)
