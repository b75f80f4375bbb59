"""Imada DS2, DPS, DST and DSV force gauges (single-letter commands)."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from drivers.line_codec import LineCodec
from drivers.spec import GaugeSpec

IMADA_DS2: Final = GaugeSpec(
    name="imada-ds2",
    title="Imada DS2 / DPS / DST / DSV (RS-232)",
    grade="code",
    grade_note=(
        "Seen in four working drivers, not in a manual. The unit letters K and O mean kgf or gf, lbf or ozf "
        "depending on the model, so that only N is read: set the gauge to N. The sign of compression is "
        "unconfirmed. RS-232 is 19200 baud; over USB use imada-dsv."
    ),
    source="Python package dstdsv 0.1.1; sktometometo/imada_forcegauge (DS2-500N)",
    codec=LineCodec,
    # Six characters with the sign, unit, mode (T real time, P peak), judgement (E overload).
    pattern=r"(?P<value>[+-](?=[\d.]{5}[NKO])\d+\.?\d*)(?P<unit>[NKO])(?:T|(?P<peak>P))(?:[LOH]|(?P<overload>E))",
    self_marking=True,
    notices={
        "R": ("ack", ""),
        "E": ("error", "command refused"),
        r"Gauge Started\.?": ("banner", ""),
    },
    units={"n": "N"},
    baud=19_200,
    terminator=b"\r",
    poll=b"D\r",
    poll_period_ns=50_000_000,
    zero=b"Z\r",
)

IMADA_DSV: Final = replace(
    IMADA_DS2,
    name="imada-dsv",
    title="Imada DST / DSV over USB",
    grade_note=(
        "As imada-ds2, at the 256000 baud of the USB port (VID:PID 1412:0200; on Linux ftdi_sio must be told of "
        "it through new_id). One driver opens it with RTS/CTS, another with XON/XOFF; here it is opened with "
        "neither."
    ),
    baud=256_000,
    usb=((0x1412, 0x0200),),
    poll_period_ns=20_000_000,
)
