"""Wagner FDX and FPX force gauges (the FPX 25 is a common digital algometer)."""

from __future__ import annotations

from typing import Final

from drivers.line_codec import LineCodec
from drivers.spec import GaugeSpec

WAGNER_FPX: Final = GaugeSpec(
    name="wagner-fpx",
    title="Wagner FPX / FDX",
    grade="inferred",
    grade_note=(
        "Command: manual and code. Reply layout partly inferred: whether compression carries a + and whether "
        "a space follows the - is unclear, so that all of them are read. The only public FPX driver negates "
        "the number, hence compression_sign -1, against the wording of the FDX manual: check the sign by a "
        "light press. Unknown commands get no reply."
    ),
    source="Wagner FDX manual p.20; AaronLi/UWO-Algometer algometer_wagnerfpx.py",
    codec=LineCodec,
    pattern=r" ?(?P<value>[+-]? ?\d+\.\d+) (?P<unit>[A-Za-z]+)",
    overload=("OL", "OVER", "OVERLOAD", "----", "HELP"),
    compression_sign=-1,
    baud=9_600,
    terminator=b"\n",
    poll=b"?\r\n",
    poll_period_ns=50_000_000,
)
