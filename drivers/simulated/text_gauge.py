"""A simulated gauge after a user's document: its example line with other numbers in it."""

from __future__ import annotations

import re
from typing import Final

from drivers.simulated.behaviour import Behaviour, Sensor
from drivers.simulated.device import SimulatedDevice
from drivers.simulated.dialects import Answering
from drivers.simulated.faults import FaultScript, parse_faults
from drivers.simulated.loads import Load, parse_load
from drivers.spec import GaugeSpec
from drivers.text_gauge import TextGaugeDocument

_LONGEST_REQUEST: Final = 4_096


class TextGauge(Answering):
    """A gauge whose lines look like the example of its document, in the unit of the example.

    It streams where it talks unasked or is told to, and answers its poll. The number is written in the first of
    the usual ways (as it is, with a plus, padded with zeros or blanks to the width of the example) that the
    pattern reads.
    """

    RATE: Final = 20

    def __init__(self, sensor: Sensor, document: TextGaugeDocument, spec: GaugeSpec) -> None:
        super().__init__(sensor)
        self._spec = spec
        self._pattern = re.compile(spec.pattern, re.ASCII)
        start, stop = _number_in(document, spec).span("value")
        self._before, self._after = document.example[:start], document.example[stop:]
        shown = document.example[start:stop]
        decimals = len(shown.partition(document.decimal)[2])
        self._decimals = decimals
        self._forms = [
            f"{form}.{decimals}f" for form in ("", "+", f"0{len(shown)}", f"+0{len(shown)}", len(shown))
        ]
        self._end = spec.terminator or b"\r\n"
        requests = sorted(filter(None, (spec.poll, spec.stream_start, spec.stream_stop)), key=len, reverse=True)
        self._request = re.compile(b"|".join(map(re.escape, requests)) or rb"(?!)")
        self._heard = b""

    def power_on(self, t_ns: int) -> bytes:
        """Silent, or the stream begins."""
        super().power_on(t_ns)
        self._heard = b""
        self.stream.start(t_ns, self.RATE if self._spec.unsolicited else 0)
        return b""

    def handle(self, data: bytes, t_ns: int) -> bytes:
        """Answer the requests of the document, deaf to all others."""
        self._heard = (self._heard + data)[-_LONGEST_REQUEST:]
        sent = b""
        while request := self._request.search(self._heard):
            self._heard = self._heard[request.end() :]
            if request[0] == self._spec.poll:
                sent += self.line(t_ns)
            else:
                self.stream.start(t_ns, self.RATE if request[0] == self._spec.stream_start else 0)
        return sent

    def line(self, t_ns: int) -> bytes:
        """The example with the number of now, or the first of its words for overload."""
        if self.sensor.beyond(t_ns):
            return next(iter(self._spec.overload), "OL").encode() + self._end
        value = self.sensor.value(t_ns, decimals=self._decimals)
        lines = [
            self._before + format(value, form).replace(".", self._spec.decimal) + self._after
            for form in self._forms
        ]
        return next(filter(self._pattern.fullmatch, lines), lines[0]).encode() + self._end


def simulated_text_gauge(
    document: TextGaugeDocument, *, load: Load | str = "hold:0", faults: str = "", seed: int = 0
) -> SimulatedDevice:
    """The device of a document; see `drivers.simulated.device.simulated`.

    Raises
    ------
    ValueError
        The document describes no gauge, or load or faults cannot be used.
    """
    spec = document.to_spec()
    unit = _number_in(document, spec).groupdict().get("unit")
    shown = spec.units[unit.lower()] if unit else spec.default_unit
    behaviour = Behaviour(capacity_n=500.0, decimals_n=2, sign=spec.compression_sign, seed=seed)
    sensor = Sensor(behaviour, parse_load(load) if isinstance(load, str) else load, shown or "N")
    return SimulatedDevice(TextGauge(sensor, document, spec), FaultScript(parse_faults(faults)))


def _number_in(document: TextGaugeDocument, spec: GaugeSpec) -> re.Match[str]:
    """Where the number stands in the example; `TextGaugeDocument.to_spec` has seen that it does."""
    match = re.fullmatch(spec.pattern, document.example, re.ASCII)
    if match is None:
        raise ValueError(f"example {document.example!r} is no line of {spec.name}")
    return match
