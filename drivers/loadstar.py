"""Loadstar load cells: iLoad (integers) and DI-1000 (decimals)."""

from __future__ import annotations

import re
from typing import Final

from drivers.line_codec import LineCodec, decimal_number
from drivers.messages import Garbled, Message, Notice
from drivers.spec import GaugeSpec

_POUND: Final = "lb"


class MillipoundCodec(LineCodec):
    """Whole numbers in thousandths of a pound-force."""

    def meaning(self, text: str, match: re.Match[str]) -> Message:
        """The number in pound-force."""
        return self.in_unit(text, int(match["value"]) / 1000, _POUND)


class UnitFirstCodec(LineCodec):
    """Numbers in the unit that the device named last. Before it has named one, no number is read."""

    def __init__(self, spec: GaugeSpec) -> None:
        super().__init__(spec)
        self._unit: str | None = None

    def meaning(self, text: str, match: re.Match[str]) -> Message:
        """A unit to remember, or a number in it."""
        if match["unit"] is not None:
            self._unit = match["unit"]
            return Notice(kind="identity", text=text)
        if self._unit is None:
            return Garbled(data=text.encode(), why="the device has not named its unit yet")
        return self.in_unit(text, decimal_number(match["value"]), self._unit)


LOADSTAR_ILOAD: Final = GaugeSpec(
    name="loadstar-iload",
    title="Loadstar iLoad, DI-100, DQ-1000 (millipounds)",
    grade="manual",
    grade_note=(
        "Commands and replies: manual. Asked for each value and never streamed: in a stream of whole numbers "
        "two halves that ran together would be a number. The sign of compression is unconfirmed. What the wire "
        "carries on overload is not documented, so that an overload is not seen."
    ),
    source="Loadstar basic command set for iLoad digital sensors; Loadstar 'Writing software' page",
    codec=MillipoundCodec,
    pattern=r"(?P<value>-?\d{1,9})",
    notices={"A": ("ack", ""), "E": ("error", "ask again")},
    units={_POUND: "lbf"},
    baud=9_600,
    variants=("230400 8N1",),
    poll=b"O0W1\r",
    poll_period_ns=20_000_000,
    stream_stop=b"\r",
    zero=b"CT0\r",
)

LOADSTAR_DI1000: Final = GaugeSpec(
    name="loadstar-di1000",
    title="Loadstar DI-1000 (newer firmware, high speed)",
    grade="code",
    grade_note=(
        "Commands and replies seen in one working driver. The unit is asked for before the first value of a "
        "stream and with each polled one. That the empty command ends a stream is taken from the iLoad. Not "
        "known: the sign of compression, and what the wire carries on overload, so that an overload is not seen."
    ),
    source="janelia-python/loadstar_sensors_interface_python",
    codec=UnitFirstCodec,
    pattern=r"(?P<unit>LB|Kg|N)|(?P<value>-?\d+\.\d+)",
    notices={"A|Tared": ("ack", ""), "E": ("error", "ask again")},
    units={_POUND: "lbf", "kg": "kgf", "n": "N"},
    baud=230_400,
    variants=("9600 8N1",),
    identify=b"unit\r",
    poll=b"unit\rw\r",
    poll_period_ns=20_000_000,
    stream_start=b"wc\r",
    stream_stop=b"\r",
    zero=b"tare\r",
)
