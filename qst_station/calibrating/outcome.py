"""What a calibration gives to the register: a certificate, a daily check, the word that the item was adjusted."""

from __future__ import annotations

import datetime
from pathlib import Path

from qst_station.calibrating.daily_chart import DailyPoint, daily_point
from qst_station.calibrating.entries import Adjusted, Event, Used
from qst_station.calibrating.instruments import WITH_NOMINAL_FORCE
from qst_station.calibrating.issuing import Issued, certificate_of, issue
from qst_station.calibrating.refusals import refused
from qst_station.calibrating.register import Register, read_register
from qst_station.calibrating.run import CalibrationRun
from qst_station.findings import Finding, Refused

_APPLIED = ("press", "lower")
"""Tasks in which the tip of a hair or pinprick is pressed on something."""

MEANING = "calibrated as described, readings and result reviewed"


def issue_certificate(
    data: Path, run: CalibrationRun, *, name: str, role: str, place: str, utc: datetime.datetime
) -> Issued:
    """Issue the certificate of a finished calibration and close its record; never a second one.

    Parameters
    ----------
    name, role : str
        Of who signs.
    place : str
        The prefix of the certificate numbers where it is empty.

    Raises
    ------
    Refused
        Nothing was issued: readings are missing, or as `qst_station.calibrating.issuing.issue`.
    """
    run.result()  # refuses before the register is opened
    if not name.strip() or not role.strip():
        happened = "A certificate needs the name and the role of who signs it."
        raise refused("calibration.entry", run.opening.instrument.id, happened, "Enter both.")
    with Register.open(data) as register:
        issued = _issued_before(register, run)
        if issued is None:
            issued = issue(
                register,
                lambda number: run.certificate(
                    number,
                    date=utc.astimezone().date().isoformat(),
                    place=place.strip() or register.content.site,
                    name=name,
                    role=role,
                ),
                instrument_id=run.opening.instrument.id,
                meaning=MEANING,
                utc=utc,
                beside=uses(run),
            )
        findings = (*issued.findings, *register.take_warnings())
    run.done(issued.certificate.number, who=name, utc=utc.isoformat(timespec="milliseconds"))
    return Issued(certificate=issued.certificate, findings=findings)


def point_of(data: Path, run: CalibrationRun) -> DailyPoint:
    """Where a finished daily check lies on the chart of its instrument; `Refused` as `daily_point`."""
    history = read_register(data).history(run.opening.instrument.id)
    return daily_point(history, run.opening.method, run.opening.item, run.state)


def enter_check(data: Path, run: CalibrationRun, *, who: str, utc: datetime.datetime) -> DailyPoint:
    """Enter a finished daily check into the register and close its record; `Refused` where it was not entered."""
    point = point_of(data, run)
    entry = point.entry(datetime.date.fromisoformat(run.state.date))
    with Register.open(data) as register:
        register.record([(run.opening.instrument.id, one) for one in (*uses(run), entry)], who=who, utc=utc)
    run.done(point.signal, who=who, utc=utc.isoformat(timespec="milliseconds"))
    return point


def abandon(
    data: Path, run: CalibrationRun, reason: str, *, who: str, utc: datetime.datetime
) -> tuple[Finding, ...]:
    """End a run without a result, and enter into the register how often its item was pressed.

    Returns
    -------
    tuple of Finding
        Why the presses were not entered: a register that takes nothing must not keep a run from its end.

    Raises
    ------
    Refused
        There is no reason, or the disk does not take it; the run goes on.
    """
    run.abandon(reason, who=who, utc=utc.isoformat(timespec="milliseconds"))
    entries = [(run.opening.instrument.id, used) for used in uses(run)]
    if not entries:
        return ()
    try:
        with Register.open(data) as register:
            if register.content.history(run.opening.instrument.id).retired is None:
                register.record(entries, who=who, utc=utc)
            return register.take_warnings()
    except Refused as refusal:
        return (refusal.finding,)


def uses(run: CalibrationRun) -> tuple[Event, ...]:
    """How often a run pressed its hair or pinprick, whether the readings were used or not; empty for none.

    Fatigue comes with every bending, so that a press that was refused counts like any other.
    """
    if run.opening.item.kind not in WITH_NOMINAL_FORCE:
        return ()
    times = sum(kept.task.key in _APPLIED for kept in run.state.readings)
    return (Used(times=times),) if times else ()


def enter_adjusted(data: Path, run: CalibrationRun, text: str, *, who: str, utc: datetime.datetime) -> None:
    """Say in the register that the item was adjusted: it is unchecked from now on, whatever becomes of the run."""
    instrument = run.opening.instrument.id
    try:
        adjusted = Adjusted(what=text)
    except ValueError as error:
        raise refused("calibration.entry", instrument, f"{error}.", "Say what was done.") from error
    with Register.open(data) as register:
        register.record([(instrument, adjusted)], who=who, utc=utc)


def _issued_before(register: Register, run: CalibrationRun) -> Issued | None:
    """The certificate of this run, where the process died between issuing it and saying so."""
    for calibrated in register.content.history(run.opening.instrument.id).calibrations:
        certificate = certificate_of(register.content, calibrated.certificate)
        record = certificate.content["work"].get("record")
        if record and record["run"] == run.opening.run:
            return Issued(certificate=certificate, findings=())
    return None
