"""What the engine can say to a person about devices and the open visit."""

from __future__ import annotations

from dataclasses import replace
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


def command_refused(why: str, *, far: bool = False) -> Finding:
    """The finding for a command that does not fit now; ``far``: a girth far from the readings of its side."""
    if far:
        return replace(command_refused(why), code="command.far_reading")
    return Finding(
        code="command.refused",
        severity=Severity.INFO,
        place="command",
        happened=f"{why[:1].upper()}{why[1:].removesuffix('.')}.",
        safe="Nothing was changed.",
    )


def visit_left() -> Finding:
    """The finding for a command that was under way when its visit was left."""
    return Finding(
        code="visit.left",
        severity=Severity.WARNING,
        place="command",
        happened="The visit was left before this was recorded.",
        safe="Every acknowledged answer is in the journal.",
        remedy="Resume the visit and enter it again.",
    )
