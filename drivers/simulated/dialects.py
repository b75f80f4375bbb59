"""The bytes of each simulated gauge: request in, answer out, and what it sends by itself."""

from __future__ import annotations

from typing import Final, Protocol

from drivers.simulated.behaviour import Sensor

_SECOND_NS: Final = 1_000_000_000


class Dialect(Protocol):
    """One kind of device at the level of bytes. Time never goes back."""

    @property
    def sensor(self) -> Sensor | None:
        """What it measures with; None for a button."""

    def power_on(self, t_ns: int, /) -> bytes:
        """Start afresh; what is sent unasked at that moment."""

    def handle(self, data: bytes, t_ns: int, /) -> bytes:
        """The answer to bytes that arrive at `t_ns`."""

    def advance(self, t_ns: int, /) -> bytes:
        """What the device sends by itself until `t_ns`."""


class Stream:
    """The times of an output at a fixed rate."""

    def __init__(self) -> None:
        self._period_ns = 0
        self._next_ns = 0

    def start(self, t_ns: int, per_s: int) -> None:
        """Send `per_s` times a second from `t_ns` on; 0 stops."""
        self._period_ns = _SECOND_NS // per_s if per_s else 0
        self._next_ns = t_ns + self._period_ns

    def until(self, t_ns: int) -> list[int]:
        """The times due until `t_ns` that have not been given yet."""
        times = []
        while self._period_ns and self._next_ns <= t_ns:
            times.append(self._next_ns)
            self._next_ns += self._period_ns
        return times


class Requests:
    """Requests out of chunks: ended by CR, with any LF ignored."""

    def __init__(self) -> None:
        self._buffer = b""

    def feed(self, data: bytes) -> list[str]:
        """The requests that `data` completes, in upper case."""
        *complete, self._buffer = (self._buffer + data.replace(b"\n", b"")).split(b"\r")
        return [request.decode("latin-1").upper() for request in complete]


class Mark10:
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
        self.sensor = sensor
        self.saved = 0
        self._requests = Requests()
        self._stream = Stream()
        self._rate = 0
        self._off_at_ns: int | None = None
        self._with_unit = True
        self._peaks = {"PC": 0.0, "PT": 0.0}
        self._mode = "CUR"

    def power_on(self, t_ns: int) -> bytes:
        """Silent, not streaming."""
        self._requests = Requests()
        self._set_rate(0, t_ns)
        return b""

    def handle(self, data: bytes, t_ns: int) -> bytes:
        """Answer GCL2 requests."""
        auto_off_ns = self.sensor.behaviour.auto_off_ns
        self._off_at_ns = None if auto_off_ns is None else t_ns + auto_off_ns
        return b"".join(self._answer(request, t_ns) for request in self._requests.feed(data))

    def advance(self, t_ns: int) -> bytes:
        """The AOUT stream."""
        times = self._stream.until(t_ns)
        if self._off_at_ns is not None and t_ns >= self._off_at_ns:
            times = [at for at in times if at < self._off_at_ns]
            self._set_rate(0, t_ns)
            self._off_at_ns = None
        return b"".join(self._line(at, self._mode) for at in times)

    def _answer(self, request: str, t_ns: int) -> bytes:
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
        self._stream.start(t_ns, self.RATES[number])

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


class ImadaDs2:
    """Imada DS2 / DST single-letter commands (Python package dstdsv 0.1.1; sktometometo/imada_forcegauge)."""

    UNITS: Final = {"N": "N", "K": "kgf", "O": "lbf"}

    def __init__(self, sensor: Sensor) -> None:
        self.sensor = sensor
        self._requests = Requests()
        self._peak: float | None = None

    def power_on(self, _t_ns: int) -> bytes:
        """The banner of the DST."""
        self._requests = Requests()
        return b"Gauge Started.\r"

    def handle(self, data: bytes, t_ns: int) -> bytes:
        """Answer single-letter commands."""
        return b"".join(self._answer(request, t_ns) for request in self._requests.feed(data))

    def advance(self, _t_ns: int) -> bytes:
        """Nothing: it only answers."""
        return b""

    def _answer(self, request: str, t_ns: int) -> bytes:
        if request == "D":
            return self._line(t_ns)
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

    def _line(self, t_ns: int) -> bytes:
        value = self.sensor.value(t_ns)
        if self._peak is not None:
            self._peak = value = max(value, self._peak, key=abs)
        letter = next(letter for letter, unit in self.UNITS.items() if unit == self.sensor.unit)
        mode = "T" if self._peak is None else "P"
        judgement = "E" if self.sensor.beyond(t_ns) else "O"
        decimals = min(3, self.sensor.behaviour.decimals(self.sensor.unit))
        return f"{value:+06.{decimals}f}"[:6].encode() + f"{letter}{mode}{judgement}\r".encode()


class WagnerFpx:
    """Wagner FDX / FPX: `?` and `C?`, anything else unanswered (FDX manual p.20).

    Four digits and a decimal point, `-` without a space (AaronLi/UWO-Algometer). What is sent on overload is
    not documented; `OVER` stands in for it.
    """

    def __init__(self, sensor: Sensor) -> None:
        self.sensor = sensor
        self._requests = Requests()

    def power_on(self, _t_ns: int) -> bytes:
        """Silent."""
        self._requests = Requests()
        return b""

    def handle(self, data: bytes, t_ns: int) -> bytes:
        """Answer a request for a reading."""
        asked = [request for request in self._requests.feed(data) if request in ("?", "C?")]
        return self._line(t_ns) * len(asked)

    def advance(self, _t_ns: int) -> bytes:
        """Nothing: it only answers."""
        return b""

    def _line(self, t_ns: int) -> bytes:
        if self.sensor.beyond(t_ns):
            return b"OVER\r\n"
        value = self.sensor.value(t_ns)
        digits = f"{abs(value):05.2f}" if abs(value) < 99.995 else f"{abs(value):05.1f}"
        return f"{'-' if value < 0 else ''}{digits} {self.sensor.unit}\r\n".encode()


class TextLine:
    """A microcontroller that prints `12.34 N` eighty times a second after a banner."""

    RATE: Final = 80

    def __init__(self, sensor: Sensor) -> None:
        self.sensor = sensor
        self._stream = Stream()

    def power_on(self, t_ns: int) -> bytes:
        """The banner, then the stream."""
        self._stream.start(t_ns, self.RATE)
        return b"Starting...\r\n"

    def handle(self, data: bytes, t_ns: int) -> bytes:
        """Deaf but for `t`, which tares."""
        if b"t" in data:
            self.sensor.zero(t_ns)
        return b""

    def advance(self, t_ns: int) -> bytes:
        """The stream."""
        return b"".join(self._line(at) for at in self._stream.until(t_ns))

    def _line(self, t_ns: int) -> bytes:
        if self.sensor.beyond(t_ns):
            return b"OL\r\n"
        return f"{self.sensor.printed(self.sensor.value(t_ns))} {self.sensor.unit}\r\n".encode()
