"""Numbers as an examiner types them: digits, a comma or a dot."""

from __future__ import annotations

import re
from decimal import Decimal

from qst_station.gui.json_lines import Json
from qst_station.gui.words import tr

LONGEST = 8
_NUMBER = re.compile(r"[0-9]+([.,][0-9]*)?|[.,][0-9]+")
_TWO_MEANINGS = re.compile(r"([1-9][0-9]{0,2})[.,]([0-9]{3})")


def parsed(text: str) -> float:
    """The number in ``text``.

    Raises
    ------
    ValueError
        The text is no number, or has two meanings; the message is for the examiner.
    """
    if not _NUMBER.fullmatch(text):
        raise ValueError(tr("{typed} is no number", typed=text) if text else tr("type a number first"))
    refuse_two_meanings(text)
    return float(text.replace(",", "."))


def refuse_two_meanings(text: str) -> None:
    """Refuse what may be thousands or a fraction: 1.234 is 1234 to one reader and hardly more than 1 to another.

    Raises
    ------
    ValueError
        It is so; the message says how each of the two is typed.
    """
    found = _TWO_MEANINGS.fullmatch(text)
    if found is not None:
        fraction = text.rstrip("0").rstrip(".,") if text.endswith("0") else f"{text}0"
        whole = f"{found[1]}{found[2]}"
        said = tr(
            "{typed} may be {whole} or {fraction}: type one of these", typed=text, whole=whole, fraction=fraction
        )
        raise ValueError(said)


def written(value: float) -> str:
    """A number as it can be typed and is read with one meaning, with every digit that it has."""
    text = f"{Decimal(repr(value)).normalize():f}"
    return f"{text}0" if _TWO_MEANINGS.fullmatch(text) else text


def off_scale(value: float, entry: Json) -> str:
    """Why ``value`` does not fit the entry of a view; empty where it does."""
    low, high, step = entry["minimum"], entry["maximum"], entry["step"]
    if not low <= value <= high:
        return tr("{value:g} is outside {low:g} to {high:g}", value=value, low=low, high=high)
    steps = (value - low) / step
    if abs(steps - round(steps)) < 1e-6:
        return ""
    return tr("{value:g} is not on the scale: steps of {step:g}", value=value, step=step)
