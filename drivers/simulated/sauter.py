"""Simulated Sauter gauges."""

from __future__ import annotations

from drivers.simulated.dialects import Answering


class SauterFl(Answering):
    """Sauter FH / FL: `9` is answered by seven characters (FL manual p.14), 0 first for minus (pressure).

    What is sent on overload is not documented; hyphens stand in for it.
    """

    def handle(self, data: bytes, t_ns: int) -> bytes:
        """A reading for every 9."""
        return self.line(t_ns) * data.count(b"9")

    def line(self, t_ns: int) -> bytes:
        """Seven characters without an end."""
        if self.sensor.beyond(t_ns):
            return b"-------"
        value = self.sensor.value(t_ns)
        decimals = self.sensor.behaviour.decimals(self.sensor.unit)
        return f"{'0' if value < 0 else '1'}{abs(value):06.{decimals}f}".encode()
