"""Simulated Sauter gauges."""

from __future__ import annotations

from drivers.simulated.behaviour import Sensor


class SauterFl:
    """Sauter FH / FL: `9` is answered by seven characters (FL manual p.14), 0 first for minus (pressure).

    What is sent on overload is not documented; hyphens stand in for it.
    """

    def __init__(self, sensor: Sensor) -> None:
        self.sensor = sensor

    def power_on(self, _t_ns: int) -> bytes:
        """Silent."""
        return b""

    def handle(self, data: bytes, t_ns: int) -> bytes:
        """A reading for every 9."""
        return self._frame(t_ns) * data.count(b"9")

    def advance(self, _t_ns: int) -> bytes:
        """Nothing: it only answers."""
        return b""

    def _frame(self, t_ns: int) -> bytes:
        if self.sensor.beyond(t_ns):
            return b"-------"
        value = self.sensor.value(t_ns)
        decimals = self.sensor.behaviour.decimals(self.sensor.unit)
        return f"{'0' if value < 0 else '1'}{abs(value):06.{decimals}f}".encode()
