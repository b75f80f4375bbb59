"""What can be written into the register, and its spelling in a row.

A row says which instrument, who and when (UTC), and what happened. Nothing is ever taken back: a mistake is
corrected by a later entry.
"""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from dataclasses import dataclass, fields, is_dataclass
from typing import Any, Literal, TypeAlias

from qst_station.calibrating.instruments import DueRule, Instrument
from qst_station.documents import checked
from qst_station.recording.canonical import canonical, read_strict

Verdict: TypeAlias = Literal["pass", "pass_with_correction", "fail", "not_stated"]
CheckResult: TypeAlias = Literal["pass", "warn", "fail"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Registered:
    """The instrument came into the register."""

    instrument: Instrument


@dataclass(frozen=True, slots=True, kw_only=True)
class DueRuleSet:
    """The sponsor set, or changed, when it must be seen to."""

    due: DueRule


@dataclass(frozen=True, slots=True, kw_only=True)
class Used:
    """It was applied so many times, in a session of which the UUID is given or elsewhere."""

    times: int
    session_uuid: str = ""

    def __post_init__(self) -> None:
        if self.times < 1:
            raise ValueError(f"times counts from 1, not {self.times}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Rested:
    """It was left alone long enough: presses count from 0 again."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Calibrated:
    """It was calibrated here.

    Attributes
    ----------
    certificate : str
        Number of the certificate.
    date : datetime.date
        Day of the calibration, in local time.
    measured_mn, expanded_mn, coverage_factor : float or None
        Force found and its expanded uncertainty, where the calibration gives one force.
    document : str
        The signed certificate. The files are made from this text.
    """

    certificate: str
    date: datetime.date
    verdict: Verdict
    measured_mn: float | None
    expanded_mn: float | None
    coverage_factor: float | None
    document: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CertifiedElsewhere:
    """A laboratory calibrated it (a balance, a reference mass) and gave a certificate of its own."""

    certificate: str
    laboratory: str
    date: datetime.date

    def __post_init__(self) -> None:
        _filled(self, "certificate", "laboratory")


@dataclass(frozen=True, slots=True, kw_only=True)
class Checked:
    """The daily check was done.

    Attributes
    ----------
    what : str
        With which readings.
    value_mn : float or None
        The point on the control chart: mean force, of a gauge its error; None where the check gave none.
    """

    date: datetime.date
    result: CheckResult
    what: str
    value_mn: float | None = None

    def __post_init__(self) -> None:
        _filled(self, "what")


@dataclass(frozen=True, slots=True, kw_only=True)
class Adjusted:
    """It was adjusted or repaired: what was known about it before no longer holds."""

    what: str

    def __post_init__(self) -> None:
        _filled(self, "what")


@dataclass(frozen=True, slots=True, kw_only=True)
class Overridden:
    """It was used in a session although its state forbids it."""

    reason: str
    session_uuid: str

    def __post_init__(self) -> None:
        _filled(self, "reason", "session_uuid")


@dataclass(frozen=True, slots=True, kw_only=True)
class Retired:
    """It is out of use for good."""

    reason: str

    def __post_init__(self) -> None:
        _filled(self, "reason")


@dataclass(frozen=True, slots=True, kw_only=True)
class Noted:
    """A remark."""

    text: str

    def __post_init__(self) -> None:
        _filled(self, "text")


Event: TypeAlias = (
    Registered
    | DueRuleSet
    | Used
    | Rested
    | Calibrated
    | CertifiedElsewhere
    | Checked
    | Adjusted
    | Overridden
    | Retired
    | Noted
)

EVENTS: Mapping[str, type[Event]] = {
    "registered": Registered,
    "due_rule_set": DueRuleSet,
    "used": Used,
    "rested": Rested,
    "calibrated": Calibrated,
    "certified_elsewhere": CertifiedElsewhere,
    "checked": Checked,
    "adjusted": Adjusted,
    "overridden": Overridden,
    "retired": Retired,
    "noted": Noted,
}
_KINDS = {type_: kind for kind, type_ in EVENTS.items()}


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One row of the register.

    Attributes
    ----------
    seq : int
        Number of the row.
    instrument_id, who : str
    utc : datetime.datetime
        When it was written; aware, in UTC.
    event : Event
    """

    seq: int
    instrument_id: str
    who: str
    utc: datetime.datetime
    event: Event

    @property
    def kind(self) -> str:
        """The name of the event in a row, for example `retired`."""
        return _KINDS[type(self.event)]


def encode(entry: Entry) -> tuple[str, bytes]:
    """Kind and body of the row of an entry.

    Raises
    ------
    ValueError
        Who is empty, or the time is not in UTC.
    """
    _filled(entry, "who")
    if entry.utc.utcoffset() != datetime.timedelta(0):
        raise ValueError(f"utc must be a time in UTC, not {entry.utc.isoformat()}")
    body = {
        "instrument": entry.instrument_id,
        "who": entry.who,
        "utc": entry.utc.isoformat(),
        "event": plain(entry.event),
    }
    return entry.kind, canonical(body)


def decode(seq: int, kind: str, body: bytes) -> Entry:
    """The entry in a row.

    Raises
    ------
    ValueError
        The kind is unknown, or the body is no entry.
    Refused
        A field of the event is wrong.
    """
    if kind not in EVENTS:
        raise ValueError(f"kind {kind!r} is not one of {', '.join(EVENTS)}")
    data = read_strict(body)
    match data:
        case {"instrument": str(instrument), "who": str(who), "utc": str(utc), "event": dict(event)}:
            return Entry(
                seq=seq,
                instrument_id=instrument,
                who=who,
                utc=datetime.datetime.fromisoformat(utc),
                event=checked(event, EVENTS[kind], place=f"register, row {seq}"),
            )
    raise ValueError(f"the body of row {seq} is no entry")


def plain(value: Any) -> Any:
    """Dataclasses and dates as what JSON can hold."""
    if is_dataclass(value):
        return {field.name: plain(getattr(value, field.name)) for field in fields(value)}
    return value.isoformat() if isinstance(value, datetime.date) else value


def _filled(value: object, *names: str) -> None:
    for name in names:
        if not getattr(value, name).strip():
            raise ValueError(f"{name} is empty")
