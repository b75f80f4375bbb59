"""Durations and times of day, as a person reads them."""

from __future__ import annotations

from datetime import datetime

from qst_station.gui.json_lines import Json
from qst_station.gui.words import tr


def minutes(seconds: float) -> str:
    """Minutes and seconds, to the ten seconds: a number that runs draws the eye."""
    whole = int(seconds) // 10 * 10
    return f"{whole // 60}:{whole % 60:02}"


def left_words(time: Json) -> tuple[str, str]:
    """The time that is left, and where that comes from."""
    if time["left_s"] is None:
        return "", tr("no times of earlier visits")
    sources = []
    if time["visits"] == 1:
        sources.append(tr("from your last visit"))
    elif time["visits"]:
        sources.append(tr("from your last {number} visits", number=time["visits"]))
    if time["area_min"]:
        sources.append(tr("{minutes} min per area (Rolke 2006)", minutes=f"{time['area_min']:g}"))
    if time["without_forms"]:
        sources.append(tr("without limb and forms"))
    left = max(1, round(time["left_s"] / 60.0)) if time["left_s"] > 0.0 else 0
    return tr("~ {number} min left", number=left), ", ".join(sources)


def time_of_day(utc: str) -> str:
    """A moment as the clock on the wall shows it."""
    return f"{datetime.fromisoformat(utc.replace('Z', '+00:00')).astimezone():%H:%M:%S}"
