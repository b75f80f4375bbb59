"""Black Box ToolKit response pads."""

from __future__ import annotations

import re
from typing import Final

from drivers.messages import Message, Press
from drivers.spec import GaugeSpec
from drivers.whole_lines import WholeLineCodec


class TPadCodec(WholeLineCodec):
    """Lines of a key, its direction, and the clock of the pad."""

    def meaning(self, text: str, match: re.Match[str]) -> Message:
        """A press or a release."""
        return Press(button=match["button"], down=match["down"] is not None, device_ms=int(match["t_ms"]))


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
    codec=TPadCodec,
    pattern=r"A (?:(?P<down>P)|R) (?P<button>\d) (?P<t_ms>\d{1,15})",
    self_marking=True,
    stream_start=b"MOD3\r\n",
    stream_stop=b"X",
    silence_ns=None,
)
