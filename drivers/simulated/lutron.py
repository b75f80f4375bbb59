"""Simulated Lutron gauges."""

from __future__ import annotations

from typing import Final

from drivers.simulated.dialects import Talking


class Lutron(Talking):
    """Frames of 16 bytes on the upper display (FG-6005SD manual p.26; GC-2028 manual p.11).

    The frame knows no overload: the gauge goes on sending what it measures.
    """

    CODES: Final = {"kgf": "55", "lbf": "56", "gf": "57", "ozf": "58", "N": "59"}

    def line(self, t_ns: int) -> bytes:
        """A frame."""
        unit = self.sensor.unit
        decimals = min(3, self.sensor.behaviour.decimals(unit))
        value = self.sensor.value(t_ns, decimals=decimals)
        digits = round(abs(value) * 10**decimals)
        return f"\x0241{self.CODES[unit]}{int(value < 0)}{decimals}{digits:08d}\r".encode()
