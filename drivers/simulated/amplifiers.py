"""Simulated load-cell amplifiers, from a microcontroller of one's own to Loadstar."""

from __future__ import annotations

from typing import Final

from drivers.simulated.dialects import Answering, Talking


class TextLine(Talking):
    """A microcontroller that prints `12.34 N` eighty times a second after a banner."""

    RATE = 80

    def power_on(self, t_ns: int) -> bytes:
        """The banner, then the stream."""
        super().power_on(t_ns)
        return b"Starting...\r\n"

    def handle(self, data: bytes, t_ns: int) -> bytes:
        """Deaf but for `t`, which tares."""
        if b"t" in data:
            self.sensor.zero(t_ns)
        return b""

    def line(self, t_ns: int) -> bytes:
        """Value and unit."""
        if self.sensor.beyond(t_ns):
            return b"OL\r\n"
        return f"{self.sensor.printed(self.sensor.value(t_ns))} {self.sensor.unit}\r\n".encode()


class OpenScale(Talking):
    """SparkFun OpenScale with its shortest line (firmware/OpenScale/OpenScale.ino)."""

    UNITS: Final = {"kgf": "kg", "lbf": "lbs"}

    def power_on(self, t_ns: int) -> bytes:
        """The end of the banner, then the stream."""
        super().power_on(t_ns)
        return b"Readings:\r\n"

    def line(self, t_ns: int) -> bytes:
        """Value and unit; it knows no overload."""
        unit = self.sensor.unit if self.sensor.unit in self.UNITS else "kgf"
        return f"{self.sensor.value(t_ns, unit):.2f},{self.UNITS[unit]},\r\n".encode()


class LoadstarIload(Answering):
    """Loadstar iLoad: whole millipounds (basic command set for iLoad digital sensors)."""

    RATE: Final = 150

    def answer(self, request: str, t_ns: int) -> bytes:
        """`A`, a reading, or the start of a stream."""
        if request in ("O0W1", "W"):
            return self.line(t_ns)
        if request == "O0W0":
            self.stream.start(t_ns, self.RATE)
            return b""
        if request == "CT0":
            self.sensor.zero(t_ns)
        elif request:
            return b"E\r\n"
        self.stream.start(t_ns, 0)
        return b"A\r\n"

    def line(self, t_ns: int) -> bytes:
        """Millipounds; it knows no overload."""
        return f"{round(self.sensor.value(t_ns, 'lbf', decimals=3) * 1000)}\r\n".encode()


class LoadstarDi1000(Answering):
    """Loadstar DI-1000 with newer firmware (janelia-python/loadstar_sensors_interface_python)."""

    KEEP_CASE = True
    RATE: Final = 500
    UNITS: Final = {"N": "N", "kgf": "Kg", "lbf": "LB"}

    def answer(self, request: str, t_ns: int) -> bytes:
        """The unit, a reading, or the start of a stream."""
        if request == "w":
            return self.line(t_ns)
        if request == "unit":
            return f"{self.UNITS[self.sensor.unit]}\r\n".encode()
        if request == "wc":
            self.stream.start(t_ns, self.RATE)
            return b""
        if request == "tare":
            self.sensor.zero(t_ns)
            return b"Tared\r\n"
        if request:
            return b"E\r\n"
        self.stream.start(t_ns, 0)
        return b"A\r\n"

    def line(self, t_ns: int) -> bytes:
        """A decimal number; it knows no overload."""
        return f"{self.sensor.value(t_ns, decimals=3):.3f}\r\n".encode()
