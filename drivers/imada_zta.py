"""Imada ZTA and ZTS force gauges."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

from drivers.line_codec import LineCodec, decimal_number
from drivers.messages import Garbled, Message, Notice
from drivers.spec import GaugeSpec

_CODES: Final = 6


class UnitListCodec(LineCodec):
    """A value names its unit by its place in a list that the gauge gives; before the list no value is read."""

    def __init__(self, spec: GaugeSpec) -> None:
        super().__init__(spec)
        self._codes: tuple[str, ...] = ()

    def meaning(self, text: str, match: re.Match[str]) -> Message:
        """The list of units, or a value."""
        listed = text.removeprefix("XFC")
        if listed != text:
            self._codes = tuple(listed[2 * n : 2 * n + 2] for n in range(_CODES))
            return Notice(kind="identity", text=text)
        if not self._codes:
            return Garbled(data=text.encode(), why="the list of units has not come yet")
        return self.in_unit(text, decimal_number(match["value"]), self._codes[int(match["unit"])])


IMADA_ZTA: Final = GaugeSpec(
    name="imada-zta",
    title="Imada ZTA / ZTS, Hans Schmidt EZT",
    grade="inferred",
    grade_note=(
        "Seen in two drivers of one author: 20 characters and CR, the first is r, the six after it the force, "
        "the sixteenth the place of the unit in the list of XFC. Inferred: that the place counts from 0, and "
        "that the six characters begin with a sign. The other twelve characters (displacement, judgement) are "
        "not known, so that an overload is not seen. The codes 04 g and 05 kg are refused (a mass). The sign of "
        "compression is unconfirmed. 460800 baud is that of the USB port; for RS-232 use imada-zta-rs232."
    ),
    source=(
        "IMADA_ZTS.py and IMADA_ZTS2.py (A. Yamaguchi); Python package myForceGauge 0.0.3; Schmidt EZT manual p.53"
    ),
    codec=UnitListCodec,
    pattern=r"XFC(?:\d\d){6}|r(?P<value>[+-][\d.]{5}).{8}(?P<unit>[0-5]).{4}",
    self_marking=True,
    units={"01": "mN", "02": "N", "03": "kN", "07": "gf", "08": "kgf", "10": "ozf", "11": "lbf"},
    baud=460_800,
    terminator=b"\r",
    max_frame=64,
    identify=b"XFC\r",
    poll=b"XFC\rXAR\r",
    poll_period_ns=20_000_000,
    stream_start=b"XAG\r",
    stream_stop=b"XAS\r",
    zero=b"Z\r",
)

IMADA_ZTA_RS232: Final = replace(
    IMADA_ZTA,
    name="imada-zta-rs232",
    title="Imada ZTA / ZTS, Hans Schmidt EZT over RS-232",
    grade_note=(
        "As imada-zta, at the 19200 baud of the RS-232 port. It carries about 90 values a second at most, so that "
        "the stream of 2000 is never started and the gauge is asked for each value."
    ),
    baud=19_200,
    poll_period_ns=50_000_000,
    stream_start=None,
)
