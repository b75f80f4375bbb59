"""Wagner force gauges: FPX (a common digital algometer), FDX, FDV and FDIX."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from drivers.line_codec import LineCodec
from drivers.spec import GaugeSpec

WAGNER_FPX: Final = GaugeSpec(
    name="wagner-fpx",
    title="Wagner FPX",
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

WAGNER_FDX: Final = replace(
    WAGNER_FPX,
    name="wagner-fdx",
    title="Wagner FDX",
    grade_note=(
        "Command and a printed example: manual. Reply layout partly inferred, as for wagner-fpx. The manual calls "
        "- tension, hence compression_sign +1, against the only driver of the FPX: check the sign by a light "
        "press. The baud rate is set in the gauge's menu: choose 9600."
    ),
    source="Wagner FDX manual p.20",
    compression_sign=1,
)

WAGNER_FDV: Final = GaugeSpec(
    name="wagner-fdv",
    title="Wagner FDV",
    grade="inferred",
    grade_note=(
        "Line: manual (sign column, five digits and a point, unit of two characters, Peak, HELP on overload). "
        "Inferred: 9600 baud, that lines come unasked, and the spelling of the units other than lb: kg, oz and N "
        "padded with a blank are read as kgf, ozf and N, anything else is refused."
    ),
    source="Wagner Force Ten FDV specifications p.25",
    codec=LineCodec,
    pattern=(
        r"(?P<value>[ -](?=[\d.]{6} [A-Za-z ]{2}(?: Peak)?\Z)\d+\.\d*) {1,2}(?P<unit>lb|kg|oz|N) ?(?P<peak> Peak)?"
        r"|(?P<overload>[ -]? *HELP(?: +(?:lb|kg|oz|N) ?)?(?: ?Peak)?)"
    ),
    self_marking=True,
    units={"lb": "lbf", "kg": "kgf", "oz": "ozf", "n": "N"},
    baud=9_600,
    unsolicited=True,
)

WAGNER_FDIX: Final = replace(
    WAGNER_FDV,
    name="wagner-fdix",
    title="Wagner FDIX",
    grade="unconfirmed",
    grade_note=(
        "Commands of the continuous output: manual. The reply is not documented: it is assumed to be the line "
        "of wagner-fdv, at 9600 baud. Every sample is asked for (CA), because CX would leave out the start of a "
        "ramp. Needs firmware 3.3.3. The gauge forgets the order when it switches itself off; it is given "
        "again after half a second of silence."
    ),
    source="Wagner FDIX continuous-output addendum 9/06; UNC user notes wa-info1",
    unsolicited=False,
    stream_start=b"CA\rC100\rCB\r",
    stream_stop=b"CE\r",
    silence_ns=500_000_000,
)
