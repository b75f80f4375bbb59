"""The events of a calibration as rows of its record."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict
from typing import Any

from calibration.events import (
    Adjusted,
    Check,
    Conditions,
    Enough,
    Event,
    Exclude,
    Finish,
    Identified,
    Inspect,
    Reading,
    Reference,
    Zero,
)
from qst_station.documents import checked
from qst_station.recording.canonical import canonical, read_strict

EVENTS: Mapping[str, type[Event]] = {
    "conditions": Conditions,
    "reference": Reference,
    "reading": Reading,
    "zero": Zero,
    "check": Check,
    "inspect": Inspect,
    "identified": Identified,
    "exclude": Exclude,
    "enough": Enough,
    "finish": Finish,
    "adjusted": Adjusted,
}
_KINDS = {type_: kind for kind, type_ in EVENTS.items()}


def encode(event: Event, *, who: str, utc: str) -> tuple[str, bytes]:
    """Kind and body of the row of an event."""
    return _KINDS[type(event)], canonical({"who": who, "utc": utc, "event": asdict(event)})


def decode(kind: str, body: bytes, *, place: str) -> Event:
    """The event in a row.

    Raises
    ------
    ValueError
        The body is no event.
    Refused
        A field of it is wrong.
    """
    match read_strict(body):
        case {"event": dict(event)}:
            return checked(event, EVENTS[kind], place=place)
    raise ValueError(f"{place}: the body is no event")


def event_from(kind: str, fields: Mapping[str, Any], *, t_ns: int) -> Event:
    """The event that a person enters; raises `Refused` (`document.invalid`) and names the field."""
    return checked({**fields, "t_ns": t_ns}, EVENTS[kind], place=kind)
