"""Any device that prints a number per line (load-cell amplifier and microcontroller)."""

from __future__ import annotations

from typing import Final

from drivers.line_codec import LineCodec
from drivers.spec import ANY_NEWLINE, GaugeSpec

TEXT_LINE: Final = GaugeSpec(
    name="text-line",
    title="Text line with a pattern of your own",
    grade="unconfirmed",
    grade_note=(
        "Whatever the device prints: pattern, unit, sign and baud rate are the user's. Lines that do not "
        "match (banners, headers) are counted as unreadable. A line without a unit is read only where the "
        "user has set one."
    ),
    source="user-defined",
    codec=LineCodec,
    pattern=r"\s*(?P<value>[+-]?\d*[.,]?\d*)(?:\s*(?P<unit>[A-Za-z]+))?\s*",
    # The examples of the libraries olkal/HX711_ADC and bogde/HX711.
    variants=("57600 8N1", "38400 8N1", "9600 8N1"),
    terminator=ANY_NEWLINE,
    unsolicited=True,
)
