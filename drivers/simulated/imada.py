"""Simulated Imada gauges."""

from __future__ import annotations

from typing import Final

from drivers.simulated.behaviour import Sensor
from drivers.simulated.dialects import Answering


class ImadaDs2(Answering):
    """Imada DS2 / DST single-letter commands (Python package dstdsv 0.1.1; sktometometo/imada_forcegauge)."""

    UNITS: Final = {"N": "N", "K": "kgf", "O": "lbf"}

    def __init__(self, sensor: Sensor) -> None:
        super().__init__(sensor)
        self._peak: float | None = None

    def power_on(self, t_ns: int) -> bytes:
        """The banner of the DST."""
        super().power_on(t_ns)
        return b"Gauge Started.\r"

    def answer(self, request: str, t_ns: int) -> bytes:
        """A reading, an acknowledgement or the error code."""
        if request == "D":
            return self.line(t_ns)
        if request == "Z":
            self.sensor.zero(t_ns)
            self._peak = None if self._peak is None else 0.0
        elif request == "T":
            self._peak = None
        elif request == "P":
            self._peak = self._peak or 0.0
        elif request in self.UNITS:
            self.sensor.unit = self.UNITS[request]
        else:
            return b"E\r"
        return b"R\r"

    def line(self, t_ns: int) -> bytes:
        """Value in six characters, unit, mode, judgement."""
        value = self.sensor.value(t_ns)
        if self._peak is not None:
            self._peak = value = max(value, self._peak, key=abs)
        letter = next(letter for letter, unit in self.UNITS.items() if unit == self.sensor.unit)
        mode = "T" if self._peak is None else "P"
        judgement = "E" if self.sensor.beyond(t_ns) else "O"
        decimals = min(3, self.sensor.behaviour.decimals(self.sensor.unit))
        return f"{value:+06.{decimals}f}"[:6].encode() + f"{letter}{mode}{judgement}\r".encode()


class ImadaZta(Answering):
    """Imada ZTA / ZTS (drivers of A. Yamaguchi; Python package myForceGauge 0.0.3).

    Of the 20 characters of a value only the first, the next six and the sixteenth are known; dots stand in for
    the others. What is sent on overload is not known either; hyphens stand in for the number.
    """

    KEEP_CASE = True
    RATES: Final = {"XAg": 10, "XAG": 2_000, "XAS": 0}
    UNITS: Final = {"N": "02", "kgf": "08", "lbf": "11"}

    def answer(self, request: str, t_ns: int) -> bytes:
        """A reading, the list of units, or silence."""
        if request == "XAR":
            return self.line(t_ns)
        if request == "XFC":
            return f"XFC{''.join(self.UNITS.values()):0<12}\r".encode()
        if request in self.RATES:
            self.stream.start(t_ns, self.RATES[request])
        elif request == "Z":
            self.sensor.zero(t_ns)
        return b""

    def line(self, t_ns: int) -> bytes:
        """Twenty characters."""
        value = self.sensor.value(t_ns)
        decimals = min(3, self.sensor.behaviour.decimals(self.sensor.unit))
        digits = "------" if self.sensor.beyond(t_ns) else f"{value:+06.{decimals}f}"[:6]
        place = list(self.UNITS).index(self.sensor.unit)
        return f"r{digits}........{place}....\r".encode()
