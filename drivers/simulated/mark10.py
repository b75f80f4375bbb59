"""Simulated Mark-10 gauges."""

from __future__ import annotations

from typing import Final

from drivers.simulated.behaviour import Sensor
from drivers.simulated.dialects import Answering


class Mark10(Answering):
    """Mark-10 GCL2.

    Sources: Series 4 guide M4-012 p.16 (replies, errors), Cooper 7i manual pp.29-30 (AOUTn and its n=1).
    What is sent on overload is not documented; `OVER` stands in for it.

    Attributes
    ----------
    saved : int
        How often non-volatile memory was written.
    """

    RATES: Final = {0: 0, 1: 50, 2: 2, 5: 5, 10: 10, 25: 25, 50: 50, 125: 125, 250: 250}
    UNITS: Final = {"LB": "lbf", "OZ": "ozf", "KG": "kgf", "G": "gf", "N": "N", "MN": "mN", "KN": "kN"}
    SPELLING: Final = {"lbf": "lbF", "ozf": "ozF", "kgf": "kgF", "gf": "gF", "N": "N", "mN": "mN", "kN": "kN"}

    def __init__(self, sensor: Sensor) -> None:
        super().__init__(sensor)
        self.saved = 0
        self._rate = 0
        self._off_at_ns: int | None = None
        self._with_unit = True
        self._peaks = {"PC": 0.0, "PT": 0.0}
        self._mode = "CUR"

    def power_on(self, t_ns: int) -> bytes:
        """Silent, not streaming."""
        self._rate = 0
        return super().power_on(t_ns)

    def handle(self, data: bytes, t_ns: int) -> bytes:
        """Answer GCL2 requests."""
        auto_off_ns = self.sensor.behaviour.auto_off_ns
        self._off_at_ns = None if auto_off_ns is None else t_ns + auto_off_ns
        return super().handle(data, t_ns)

    def advance(self, t_ns: int) -> bytes:
        """The AOUT stream."""
        times = self.stream.until(t_ns)
        if self._off_at_ns is not None and t_ns >= self._off_at_ns:
            times = [at for at in times if at < self._off_at_ns]
            self._set_rate(0, t_ns)
            self._off_at_ns = None
        return b"".join(map(self.line, times))

    def line(self, t_ns: int) -> bytes:
        """A reading in the mode of the display."""
        return self._line(t_ns, self._mode)

    def answer(self, request: str, t_ns: int) -> bytes:
        """A reading, the settings, an error code or silence."""
        asked = {"?": self._mode, "?C": "CUR", "?PT": "PT", "?PC": "PC"}
        if request in asked:
            return self._line(t_ns, asked[request])
        if request in ("?ET", "?A"):
            return b"*11\r\n"
        if request == "LIST":
            return self._settings()
        if request.startswith(("AOUT", "FLTC", "FLTP")):
            return self._set_number(request[:4], request[4:], t_ns)
        return b"" if self._set(request, t_ns) else b"*10\r\n"

    def _set(self, request: str, t_ns: int) -> bool:
        if request in self.UNITS:
            self.sensor.unit = self.UNITS[request]
        elif request in ("CUR", "PT", "PC"):
            self._mode = request
        elif request == "CLR":
            self._peaks = {"PC": 0.0, "PT": 0.0}
        elif request == "Z":
            self.sensor.zero(t_ns)
            self._peaks = {"PC": 0.0, "PT": 0.0}
        elif request in ("FULL", "NUM"):
            self._with_unit = request == "FULL"
        elif request == "SAVE":
            self.saved += 1
        else:
            return False
        return True

    def _set_number(self, order: str, digits: str, t_ns: int) -> bytes:
        if not (digits.isascii() and digits.isdigit()):
            return b"*12\r\n"
        number = int(digits[:9])
        if order == "AOUT":
            if number not in self.RATES:
                return b"*22\r\n"
            self._set_rate(number, t_ns)
        elif number > 10:
            return b"*22\r\n"
        return b""

    def _set_rate(self, number: int, t_ns: int) -> None:
        self._rate = number
        self.stream.start(t_ns, self.RATES[number])

    def _line(self, t_ns: int, mode: str) -> bytes:
        if self.sensor.beyond(t_ns):
            return b"OVER\r\n"
        value = self.sensor.value(t_ns)
        self._peaks["PC"] = max(self._peaks["PC"], value)
        self._peaks["PT"] = min(self._peaks["PT"], value)
        text = self.sensor.printed(self._peaks.get(mode, value))
        if self._with_unit:
            text += " " + self.SPELLING[self.sensor.unit]
        return text.encode() + b"\r\n"

    def _settings(self) -> bytes:
        unit = self.SPELLING[self.sensor.unit].upper()
        form = "FULL" if self._with_unit else "NUM"
        fields = f"V1.00;{unit};{self._mode};FLTC8;FLTP1;AOUT{self._rate:02d};AOFF5;{form};MIT;POL;B0"
        return fields.encode() + b"\r\n"


class Mark10Series4(Answering):
    """Mark-10 Series 3 and 4: `?` alone, everything else illegal (Series 4 guide M4-012 p.16)."""

    def answer(self, request: str, t_ns: int) -> bytes:
        """A reading or the error code."""
        return self.line(t_ns) if request == "?" else b"*10\r\n"

    def line(self, t_ns: int) -> bytes:
        """Value and unit; `OVER` stands in for what is sent on overload."""
        if self.sensor.beyond(t_ns):
            return b"OVER\r\n"
        value = self.sensor.printed(self.sensor.value(t_ns))
        return f"{value} {Mark10.SPELLING[self.sensor.unit]}\r\n".encode()
