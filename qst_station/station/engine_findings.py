"""What the engine can say to a person about devices and the open visit."""

from __future__ import annotations

from datetime import datetime, timedelta
from pathlib import Path

from drivers.link import LinkUnavailable
from qst_station.acquisition.device import Device
from qst_station.findings import Finding, Refused, Severity

NEWS = {
    "lost": "the device is disconnected; plug it in again",
    "returned": "the device is back",
    "silent": "nothing has come from the device for two seconds; is it on, and on its main screen?",
    "garbled": "the device sent something that cannot be read; it was not used",
    "error": "the device answered with an error",
    "unit": "the unit was changed on the device; the trial was ended",
    "gap": "nothing had come from the device for so long that it counted as silent; it sends again now",
    "unreadable": "bytes come from the device, but no reading; is its baud rate right, and is it this gauge?",
    "stuck": "the gauge has shown the same number for two seconds under a rising force; is it frozen, or in hold?",
    "negative": "the gauge shows a negative force; is it pulled, or is its sign or zero wrong?",
    "restarted": "the device has restarted; its zero may be lost",
    "flood": "readings come many times faster than before; the trial is marked",
    "recovered": "the device gives readings again",
    "overflow": "readings came faster than they could be taken and some are missing; the trial is marked",
}
"""What a person is told when a device does this."""


def device_finding(code: str, place: str, happened: str, remedy: str = "") -> Finding:
    """The finding about one device."""
    return Finding(
        code=code,
        severity=Severity.WARNING,
        place=place,
        happened=f"{happened[:1].upper()}{happened[1:]}{'' if happened.endswith('?') else '.'}",
        safe="All answers so far are on disk.",
        remedy=remedy,
    )


def not_opened(device: Device, fault: LinkUnavailable) -> Finding:
    """The finding for a port that does not open."""
    return Finding(
        code=f"device.{fault.reason}",
        severity=Severity.WARNING,
        place=f"{device.name} at {device.url}",
        happened=f"{fault.what[:1].upper()}{fault.what[1:]} ({fault.detail}).",
        safe="Nothing was changed.",
        remedy=fault.remedy,
    )


def visit_finding(code: str, happened: str, remedy: str) -> Finding:
    """The finding about something that does not fit the open visit, or none."""
    return Finding(
        code=code,
        severity=Severity.WARNING,
        place="visit",
        happened=happened,
        safe="Nothing was changed.",
        remedy=remedy,
    )


def refuse_busy(*, visit_open: bool, calibrating: str) -> None:
    """Refuse a visit beside another one, or beside the calibration of an instrument.

    Raises
    ------
    Refused
        `visit.open` or `visit.calibration`.
    """
    if visit_open:
        raise Refused(visit_finding("visit.open", "A visit is open.", "Close it first."))
    if calibrating:
        raise Refused(
            Finding(
                code="visit.calibration",
                severity=Severity.WARNING,
                place=calibrating,
                happened="A calibration is under way, and a balance or gauge serves one thing at a time.",
                safe="Its readings are kept; no visit was opened.",
                remedy="Go to the calibration, finish it or leave it for later, then open the visit.",
            )
        )


def sealed_already(path: Path) -> Finding:
    """The finding for a visit that has its sealed file."""
    return visit_finding(
        "visit.sealed", f"This visit was sealed already: {path.name}.", "Open a new visit for what is left to do."
    )


def clock_set_back(utc: str, last_utc: str) -> tuple[Finding, ...]:
    """The finding for a visit that goes on, by the clock of the computer, before its last entry; else none."""
    now, last = (datetime.fromisoformat(each) for each in (utc, last_utc))
    if now > last - timedelta(minutes=1):  # a clock that is put right by so little worries nobody
        return ()
    said, entered = (f"{each.astimezone():%Y-%m-%d %H:%M}" for each in (now, last))
    return (
        Finding(
            code="clock.set_back",
            severity=Severity.WARNING,
            place="clock",
            happened=f"The clock of the computer says {said}; the last entry of this visit is of {entered}.",
            safe="Order and intervals in the record come from another clock.",
            remedy="Set the clock of the computer, and note the deviation.",
        ),
    )
