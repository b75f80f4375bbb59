"""Balances: MT-SICS, Sartorius SBI, A&D standard format, classic Ohaus and classic KERN.

A balance measures mass. It calibrates von Frey filaments and force gauges and is never itself a force gauge.
"""

from __future__ import annotations

import re
from functools import partial
from typing import Final

from drivers.framing import TORN
from drivers.line_codec import LineCodec
from drivers.messages import Garbled, Message
from drivers.spec import MASS_UNITS, GaugeSpec


class ColumnCodec(LineCodec):
    """Lines whose value ends in a fixed column that differs by model.

    The value must end where it ended in the line before: a line that lost a digit is shorter.
    """

    def __init__(self, spec: GaugeSpec) -> None:
        super().__init__(spec)
        self._column: int | None = None

    def meaning(self, text: str, match: re.Match[str]) -> Message:
        """Value, unit and whether it has settled."""
        before, self._column = self._column, match.end("value")
        if self._column != before:
            why = "the first one after opening" if before is None else "the value ends in another column"
            return Garbled(data=text.encode(), why=f"{TORN}: {why}")
        return super().meaning(text, match)


_balance = partial(
    GaugeSpec,
    kind="balance",
    codec=LineCodec,
    units=MASS_UNITS,
    baud=9_600,
    poll_period_ns=200_000_000,
)
"""What most balances have in common."""


MT_SICS: Final = _balance(
    name="mt-sics",
    title="Balance with MT-SICS (Mettler-Toledo; KERN KCP, newer Ohaus)",
    grade="manual",
    grade_note=(
        "Commands and replies: manual. The value in ten columns was seen in working drivers; a line of another "
        "width is refused, which shows a lost digit. KERN wants 100 ms between requests. KERN and Ohaus must "
        "be switched to this protocol in their menu."
    ),
    source=(
        "Mettler-Toledo AT balances operating instructions p.87; JS series p.30; MT 11780711 as cited by "
        "Python package labmcp-mettler-toledo 0.1.3; KERN CKE manual p.79 (KCP)"
    ),
    # The answer to SI begins with S. Underload is as far out of range as overload.
    pattern=(
        r"S (?:(?:(?P<stable>S)|D) (?=[ \d.-]{10} \S) *(?P<value>-?\d+\.?\d*) (?P<unit>[A-Za-z]{1,5})"
        r"|(?P<overload>[+-]))"
    ),
    self_marking=True,
    notices={
        "S I": ("error", "busy, or no steady value in time"),
        "S L": ("error", "wrong parameter"),
        "ES": ("error", "syntax error"),
        "ET": ("error", "transmission error"),
        "EL": ("error", "command cannot be executed"),
        r'I4 A "[^"]*"': ("identity", ""),
        "Z A": ("ack", ""),
        r"Z [I+-]": ("error", "not zeroed"),
    },
    # It answers with its serial number, and ends whatever a program before us had started. It zeroes nothing.
    identify=b"@\r\n",
    poll=b"SI\r\n",
    poll_period_ns=100_000_000,
    zero=b"Z\r\n",
)

SARTORIUS_SBI: Final = _balance(
    name="sartorius-sbi",
    title="Balance with Sartorius SBI",
    grade="manual",
    grade_note=(
        "Lines of 16 and 22 characters: manual. 9600 baud 8O1 was seen in a working driver; older balances use "
        "1200 baud 7O1 (unverified). The balance must send without waiting for stability. Until the value settles "
        "the unit is blank and no number is read. A zero that is printed without a sign, a tare line (T), and "
        "digits in square brackets are refused."
    ),
    source="Sartorius Entris II manual p.3; Cubis MSE manual pp.70-71; Python package labmcp-sartorius 0.1.2",
    pattern=(
        r"(?:[NG] {5})?(?P<value>[+-](?=[ .\d]{9} .{3}\Z) *\d+\.?\d*) "
        r"(?:(?P<stable>(?P<unit>[A-Za-z]{1,3})) *| {3})"
        r"|(?:Stat)?(?P<overload> +(?:High|Low) *)"
    ),
    self_marking=True,
    notices={
        r"(?:Stat)? +(?:ERR|APP\.ERR|DIS\.ERR|PRT\.ERR)\b.*": ("error", "the balance reports an error"),
        r"(?:Stat)? +Cal\.Ext\. *": ("error", "the balance is in its calibration"),
    },
    parity="O",
    variants=("1200 7O1",),
    poll=b"\x1bP",
    zero=b"\x1bV",
)

AND_STANDARD: Final = _balance(
    name="and-standard",
    title="Balance with A&D standard format",
    grade="manual",
    grade_note=(
        "Line of 15 characters and Q: manual. 2400 baud 7E1 is what many models leave the factory with "
        "(unverified). The other formats of these balances (DP, MT, NU, CSV) are refused: choose the standard "
        "format (A&D) in the menu."
    ),
    source="A&D GX-A/GF-A communication manual p.16; EK-L manual p.28; GC manual p.51; HW-G manual p.52",
    pattern=(
        r"(?:(?P<stable>ST)|US),(?P<value>[+-](?=[\d.]{8}[ A-Za-z]{3}\Z)\d+\.?\d*) *(?P<unit>[A-Za-z]{1,3})"
        r"|(?P<overload>OL),[+-].{11}"
    ),
    self_marking=True,
    notices={r"EC,E\d\d": ("error", "command refused")},
    baud=2_400,
    bytesize=7,
    parity="E",
    poll=b"Q\r\n",
    # HW-G manual p.52: half a second between commands.
    poll_period_ns=500_000_000,
    zero=b"Z\r\n",
)

OHAUS: Final = _balance(
    name="ohaus",
    title="Balance with the classic Ohaus line (Navigator and later)",
    grade="inferred",
    grade_note=(
        "Command and line: manual. Inferred: 9600 baud 8N1 (old balances 2400 baud 7N2), the minus next to the "
        "digits, the blank after the unit of a settled value. A value must end in the column of the one before. "
        "A legend (NET, time) after the unit is refused. Scout Pro and Traveler know no IP."
    ),
    source="Ohaus RS232 interface manual p.5; Ohaus Courier 5000 manual, scan page 38",
    codec=ColumnCodec,
    pattern=r"(?=[ \d.-]{11,12} [A-Za-z]) *(?P<value>-?\d+\.?\d*) (?P<unit>[A-Za-z]{1,5})(?: \?|(?P<stable> )) *",
    notices={"ES": ("error", "invalid command")},
    variants=("2400 7N2",),
    poll=b"IP\r\n",
    zero=b"Z\r\n",
)

KERN: Final = _balance(
    name="kern",
    title="Balance with the classic KERN line (FKB and others)",
    grade="inferred",
    grade_note=(
        "Commands and fields: manual. Its table of columns is off by one against its own cells, so that lines "
        "are read by their fields; a value must end in the column of the one before. Inferred: 9600 baud 8N1, the "
        "minus next to the digits. A line that begins "
        "with M is refused (what M means is not known). Without unit the value has not settled and no number "
        "is read."
    ),
    source="KERN FKB manual, scan page 37",
    codec=ColumnCodec,
    pattern=r" +(?P<value>-?\d+\.?\d*)(?: +(?P<stable>(?P<unit>[A-Za-z]{1,3})) *| *)",
    notices={r" *Error *": ("error", "the balance reports an error")},
    poll=b"w",
)
