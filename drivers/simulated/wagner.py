"""Simulated Wagner gauges."""

from __future__ import annotations

from typing import Final

from drivers.simulated.behaviour import Sensor
from drivers.simulated.dialects import Answering, Talking


class WagnerFpx(Answering):
    """Wagner FDX / FPX: `?` and `C?`, anything else unanswered (FDX manual p.20).

    Four digits and a decimal point, `-` without a space (AaronLi/UWO-Algometer). What is sent on overload is
    not documented; `OVER` stands in for it.
    """

    def answer(self, request: str, t_ns: int) -> bytes:
        """A reading, or nothing."""
        return self.line(t_ns) if request in ("?", "C?") else b""

    def line(self, t_ns: int) -> bytes:
        """Value and unit."""
        if self.sensor.beyond(t_ns):
            return b"OVER\r\n"
        value = self.sensor.value(t_ns)
        digits = f"{abs(value):05.2f}" if abs(value) < 99.995 else f"{abs(value):05.1f}"
        return f"{'-' if value < 0 else ''}{digits} {self.sensor.unit}\r\n".encode()


def _fdv_line(sensor: Sensor, t_ns: int) -> bytes:
    """Sign, five digits and a point, unit of two characters (Force Ten FDV specifications p.25)."""
    unit = {"N": "N ", "kgf": "kg", "lbf": "lb", "ozf": "oz"}[sensor.unit]
    if sensor.beyond(t_ns):
        return f" HELP {unit}\r\n".encode()
    value = sensor.value(t_ns)
    decimals = min(4, sensor.behaviour.decimals(sensor.unit))
    digits = f"{abs(value):06.{decimals}f}"[:6]
    return f"{'-' if value < 0 else ' '}{digits} {unit}\r\n".encode()


class WagnerFdv(Talking):
    """Wagner FDV; that it talks by itself is an assumption."""

    def line(self, t_ns: int) -> bytes:
        """A line of the FDV."""
        return _fdv_line(self.sensor, t_ns)


class WagnerFdix(Answering):
    """Wagner FDIX (continuous-output addendum 9/06); its lines are assumed to be those of the FDV."""

    RATES: Final = {"C.5": 0, "C1": 1, "C2": 2, "C5": 5, "C10": 10, "C20": 20, "C50": 50, "C100": 100}

    def __init__(self, sensor: Sensor) -> None:
        super().__init__(sensor)
        self._rate = 1

    def answer(self, request: str, t_ns: int) -> bytes:
        """Silent; `CB` begins and `CE` ends the output."""
        if request in self.RATES:
            self._rate = self.RATES[request]
        elif request in ("CB", "CE"):
            self.stream.start(t_ns, self._rate if request == "CB" else 0)
        return b""

    def line(self, t_ns: int) -> bytes:
        """A line of the FDV."""
        return _fdv_line(self.sensor, t_ns)
