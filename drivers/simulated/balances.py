"""Simulated balances."""

from __future__ import annotations

from typing import Final

from drivers.simulated.behaviour import Sensor
from drivers.simulated.dialects import Answering


class MtSics(Answering):
    """MT-SICS level 0 (Mettler-Toledo AT and JS manuals; MT 11780711)."""

    RATE: Final = 10
    SERIAL: Final = b'I4 A "B123456789"\r\n'

    def answer(self, request: str, t_ns: int) -> bytes:
        """A weight, an acknowledgement or an error."""
        if request in ("S", "SI"):
            return self.line(t_ns) if request == "SI" or self.sensor.steady(t_ns) else b"S I\r\n"
        if request in ("@", "I4"):
            self.stream.start(t_ns, 0)
            return self.SERIAL
        if request == "SIR":
            self.stream.start(t_ns, self.RATE)
            return self.line(t_ns)
        if request == "Z":
            if not self.sensor.steady(t_ns):
                return b"Z I\r\n"
            self.sensor.zero(t_ns)
            return b"Z A\r\n"
        return b"ES\r\n"

    def line(self, t_ns: int) -> bytes:
        """Status, value in ten columns, unit. The answer to SI begins with S."""
        if self.sensor.beyond(t_ns):
            return b"S +\r\n" if self.sensor.value(t_ns) >= 0 else b"S -\r\n"
        status = "S" if self.sensor.steady(t_ns) else "D"
        number = self.sensor.printed(self.sensor.value(t_ns))
        return f"S {status} {number:>10} {self.sensor.unit}\r\n".encode()


class SartoriusSbi(Answering):
    """Sartorius SBI with lines of 16 characters (Entris II manual p.3; Cubis MSE manual pp.70-71).

    A status line has 22 characters; in which column `High` stands differs by model.
    """

    def __init__(self, sensor: Sensor) -> None:
        super().__init__(sensor)
        self._escaped = False

    def power_on(self, t_ns: int) -> bytes:
        """Silent."""
        self._escaped = False
        return super().power_on(t_ns)

    def handle(self, data: bytes, t_ns: int) -> bytes:
        """Answer ESC P; ESC T, U and V zero without an answer; CR and LF are optional."""
        sent = b""
        for letter in data.decode("latin-1"):
            if self._escaped and letter == "P":
                sent += self.line(t_ns)
            elif self._escaped and letter in "TUV":
                self.sensor.zero(t_ns)
            self._escaped = letter == "\x1b"
        return sent

    def line(self, t_ns: int) -> bytes:
        """Sign, value in nine columns, unit in three; no unit until it has settled."""
        value = self.sensor.value(t_ns)
        if self.sensor.beyond(t_ns):
            return f"Stat       {'High' if value >= 0 else 'Low '}     \r\n".encode()
        unit = self.sensor.unit if self.sensor.steady(t_ns) else ""
        return f"{'-' if value < 0 else '+'}{self.sensor.printed(abs(value)):>9} {unit:3}\r\n".encode()


class AndStandard(Answering):
    """A&D standard format (GX-A/GF-A communication manual p.16)."""

    def answer(self, request: str, t_ns: int) -> bytes:
        """A weight, or zeroing without an answer."""
        if request == "Q":
            return self.line(t_ns)
        if request in ("Z", "T"):
            self.sensor.zero(t_ns)
        return b""

    def line(self, t_ns: int) -> bytes:
        """Header, sign and zero-padded value in nine characters, unit in three."""
        value = self.sensor.value(t_ns)
        sign = "-" if value < 0 else "+"
        if self.sensor.beyond(t_ns):
            return f"OL,{sign}9999999E+19\r\n".encode()
        header = "ST" if self.sensor.steady(t_ns) else "US"
        return f"{header},{sign}{self.sensor.printed(abs(value)):0>8}{self.sensor.unit:>3}\r\n".encode()


class Ohaus(Answering):
    """Classic Ohaus line (RS232 interface manual p.5). It names no overload; `ES` stands in for it."""

    def answer(self, request: str, t_ns: int) -> bytes:
        """A weight, or the error code."""
        if request in ("IP", "P"):
            return self.line(t_ns)
        if request in ("Z", "T"):
            self.sensor.zero(t_ns)
            return b""
        return b"ES\r\n"

    def line(self, t_ns: int) -> bytes:
        """Value in eleven columns, unit, a question mark until it has settled."""
        if self.sensor.beyond(t_ns):
            return b"ES\r\n"
        number = self.sensor.printed(self.sensor.value(t_ns))
        mark = "" if self.sensor.steady(t_ns) else "?"
        return f"{number:>11} {self.sensor.unit} {mark}\r\n".encode()


class Kern(Answering):
    """Classic KERN line (FKB manual, scan page 37): single small letters without an end."""

    def handle(self, data: bytes, t_ns: int) -> bytes:
        """`w` any weight, `s` a settled one, `t` tare."""
        sent = b""
        for letter in data.decode("latin-1"):
            if letter == "w" or (letter == "s" and self.sensor.steady(t_ns)):
                sent += self.line(t_ns)
            elif letter == "t":
                self.sensor.zero(t_ns)
        return sent

    def line(self, t_ns: int) -> bytes:
        """Value, and the unit once it has settled."""
        if self.sensor.beyond(t_ns):
            return f"{'Error':>13}\r\n".encode()
        number = self.sensor.printed(self.sensor.value(t_ns))
        unit = f"{self.sensor.unit:3}" if self.sensor.steady(t_ns) else ""
        return f" {number:>11} {unit}\r\n".encode()
