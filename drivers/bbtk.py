"""Black Box ToolKit response pads."""

from __future__ import annotations

from typing import Final

from drivers.line_codec import LineCodec
from drivers.spec import GaugeSpec

BBTK_TPAD: Final = GaugeSpec(
    name="bbtk-tpad",
    title="Response pad, Black Box ToolKit TPad",
    kind="button",
    grade="code",
    grade_note=(
        "Lines seen in the PsychoPy driver. The keys are read (channel A); light sensors (C), voice key (M) and "
        "TTL input (T) are refused. What the pad answers to MOD3 was not seen: it is counted as unreadable. An X "
        "without line end leaves the mode when the port is closed (inferred)."
    ),
    source="Python package psychopy-bbtk, tpad.py",
    codec=LineCodec,
    # Channel, pressed or released, key, clock of the pad.
    pattern=r"A (?:(?P<down>P)|R) (?P<button>\d) (?P<t_ms>\d{1,15})",
    self_marking=True,
    usb=tuple((0x0403, pid) for pid in range(1000, 1005)),
    stream_start=b"MOD3\r\n",
    stream_stop=b"X",
    silence_ns=None,
)
