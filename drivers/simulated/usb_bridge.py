"""The USB bridge between a device and the computer, which hands bytes on in packets."""

from __future__ import annotations

from typing import Final

LATENCY_NS: Final = 16_000_000
"""Default latency timer of FTDI bridges (application note AN232B-04)."""

_PACKET: Final = 62  # of 64 bytes two are the state of the modem lines (AN232B-04)


class UsbBridge:
    """Holds bytes back until a packet is full or the timer of 16 ms has run out."""

    def __init__(self) -> None:
        self._held = b""

    def carry(self, data: bytes, t_ns: int, *, batching: bool) -> bytes:
        """What the computer receives at `t_ns`; to be called at every tick of the timer while batching."""
        self._held += data
        whole = len(self._held)
        if batching and t_ns % LATENCY_NS:
            whole -= whole % _PACKET
        sent, self._held = self._held[:whole], self._held[whole:]
        return sent
