"""Mark-10 force gauges, polled and streaming."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from drivers.line_codec import LineCodec
from drivers.spec import GaugeSpec

MARK10: Final = GaugeSpec(
    name="mark10",
    title="Mark-10 Series 3/4/5/7 and its OEM twins (GCL, GCL2)",
    grade="manual",
    grade_note=(
        "Commands, replies and error codes: manual. Whether set commands are acknowledged and what the wire "
        "carries on overload are not in the manuals read: both silence and *nn are accepted, and the usual "
        "display codes count as overload. The rate of AOUTn differs by series: measure it. The battery is told "
        "once, when the dialogue begins. Some gauges are set to 9600 baud. The number of the USB port was seen in "
        "one driver."
    ),
    source="Mark-10 Series 4 guide M4-012 p.16; Series 5 guide pp.18-20; Cooper Instruments 7i manual pp.29-30",
    codec=LineCodec,
    # "+" is never sent; without a unit the gauge is in its "numeric only" format (Series 4 guide p.16).
    pattern=r"(?P<value>-?\d*\.?\d*)(?: (?P<unit>[A-Za-z]+))?",
    notices={
        r"\*10": ("error", "illegal command"),
        r"\*11": ("error", "not applicable"),
        r"\*12": ("error", "invalid specifier"),
        r"\*22": ("error", "value too large"),
        r"V[^;]+(?:;[^;]+)+;B[0-3]": ("identity", ""),
        # The answer to LIST ends with the battery (Series 5 guide).
        r"V[^;]+(?:;[^;]+)+;(B0)": ("battery", "full"),
        r"V[^;]+(?:;[^;]+)+;(B[12])": ("battery", "neither full nor at its minimum"),
        r"V[^;]+(?:;[^;]+)+;(B3)": ("battery", "at its minimum"),
    },
    baud=115_200,
    variants=("9600 8N1",),
    usb=((0x0483, 0xA1AD),),
    identify=b"LIST\r",
    poll=b"?\r",
    poll_period_ns=20_000_000,
    stream_start=b"AOUT50\r",
    stream_stop=b"AOUT0\r",
    zero=b"Z\r",
)

MARK10_SERIES4: Final = replace(
    MARK10,
    name="mark10-series4",
    title="Mark-10 Series 3 and 4 (the request for a reading only)",
    grade_note=(
        "Command, reply and error code: manual. These gauges know no output by themselves and no identity: they "
        "are asked for each value. What the wire carries on overload is not in the manual: the usual display "
        "codes count as overload. The baud rate is set in the gauge's menu: choose 115200."
    ),
    source="Mark-10 Series 4 guide M4-012 p.16; Mark-10 3i guide, scan page 13",
    notices={r"\*10": ("error", "illegal command")},
    usb=(),
    identify=None,
    stream_start=None,
    stream_stop=None,
    zero=None,
)
