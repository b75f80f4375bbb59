"""Cedrus response pads (XID)."""

from __future__ import annotations

import re
from typing import Final

from drivers.framing import TORN
from drivers.messages import Garbled, Message, Notice, Press
from drivers.spec import GaugeSpec

_PACKET: Final = 6
_MODE: Final = b"_xid"
_EIGHT: Final = 8


class XidCodec:
    """Packets of six bytes that begin with `k`, and the answer to `_c1`, which begins with `_xid`.

    Any byte may stand inside a packet. A packet that lost a byte takes the `k` of the next one for the top of
    its clock, which would then stand beyond twelve days: such a packet is refused. Behind bytes that belong to no
    packet a `k` may be a part of a clock: what it begins is believed once another packet begins right behind it,
    or after a pause.
    """

    def __init__(self, spec: GaugeSpec) -> None:
        self._pattern = re.compile(spec.pattern.encode("latin-1"), re.DOTALL)
        self._held = bytearray()
        self._in_step = True

    def feed(self, data: bytes) -> list[Message]:
        """Take the next bytes; give the messages that they complete."""
        self._held += data
        messages: list[Message] = []
        while self._held:
            length = self._expected()
            doubtful = length == _PACKET and not self._in_step
            if len(self._held) < length + doubtful:
                break
            if doubtful and not self._held.startswith(b"k", length):
                length = 1
            messages.append(self._take(length))
        return messages

    def interrupted(self) -> list[Message]:
        """Drop half a packet."""
        half = bytes(self._held)
        self._held.clear()
        self._in_step = True
        return [Garbled(data=half, why=f"{TORN}, then nothing")] if half else []

    def _expected(self) -> int:
        """How many bytes the message that begins here has; 1 for a byte that begins none."""
        if self._held.startswith(b"k"):
            return _PACKET
        start = bytes(self._held[: len(_MODE)])
        return len(_MODE) + 1 if _MODE.startswith(start) else 1

    def _take(self, length: int) -> Message:
        piece = bytes(self._held[:length])
        packet = self._pattern.fullmatch(piece)
        if packet:
            del self._held[:length]
            self._in_step = True
            return Press(
                button=str(piece[1] >> 5 or _EIGHT),
                down=packet["down"] is not None,
                device_ms=int.from_bytes(piece[2:], "little"),
            )
        if piece.startswith(_MODE) and piece[-1:].isdigit():
            del self._held[:length]
            return Notice(kind="identity", text=piece.decode("ascii"))
        self._in_step = False
        # Only its first byte is known to be wrong: a message may begin at the next.
        del self._held[0]
        return Garbled(data=piece[:1], why="not a packet of this pad")


CEDRUS_XID: Final = GaugeSpec(
    name="cedrus-xid",
    title="Response pad, Cedrus (XID mode)",
    kind="button",
    grade="code",
    grade_note=(
        "Packets seen in the maker's Python driver. The keys of the pad (port 0) are read; its other inputs are "
        "refused. The pad must be in XID mode; its baud rate is set on the pad. Early pads are slow to read what "
        "is sent to them and may not answer who they are."
    ),
    source="Python package pyxid2 1.0.9, internal.py and pyxid_impl.py",
    codec=XidCodec,
    # Second byte: bits 0-3 port (0: keys), bit 4 down, bits 5-7 key; then the clock, low byte first.
    pattern=(
        r"k(?:(?P<down>[\x10\x30\x50\x70\x90\xb0\xd0\xf0])|[\x00\x20\x40\x60\x80\xa0\xc0\xe0])"
        r"(?P<t_ms>...[\x00-\x3f])"
    ),
    self_marking=True,
    variants=("19200 8N1", "9600 8N1", "57600 8N1", "38400 8N1"),
    identify=b"_c1",
    unsolicited=True,
    silence_ns=None,
)
