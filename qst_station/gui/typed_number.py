"""Numbers as an examiner types them: digits, a comma or a dot."""

from __future__ import annotations

import re

from qst_station.gui.json_lines import Json
from qst_station.gui.words import tr

LONGEST = 8
_NUMBER = re.compile(r"[0-9]+([.,][0-9]*)?|[.,][0-9]+")


def parsed(text: str) -> float:
    """The number in ``text``.

    Raises
    ------
    ValueError
        The text is no number; the message is for the examiner.
    """
    if not _NUMBER.fullmatch(text):
        raise ValueError(tr("{typed} is no number", typed=text) if text else tr("type a number first"))
    return float(text.replace(",", "."))


def off_scale(value: float, entry: Json) -> str:
    """Why ``value`` does not fit the entry of a view; empty where it does."""
    low, high, step = entry["minimum"], entry["maximum"], entry["step"]
    if not low <= value <= high:
        return tr("{value:g} is outside {low:g} to {high:g}", value=value, low=low, high=high)
    steps = (value - low) / step
    if abs(steps - round(steps)) < 1e-6:
        return ""
    return tr("{value:g} is not on the scale: steps of {step:g}", value=value, step=step)
