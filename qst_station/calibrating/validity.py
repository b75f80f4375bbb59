"""May this instrument be used on this day? A pure function of its history."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from qst_station.calibrating.entries import Calibrated
from qst_station.calibrating.history import Certification, History, RegisterContent


class State(StrEnum):
    """What a gate needs to know; only `VALID` and `DUE_SOON` open it."""

    VALID = "valid"
    DUE_SOON = "due_soon"
    EXPIRED = "expired"
    FAILED = "failed"
    UNCHECKED = "unchecked"
    RETIRED = "retired"


USABLE = frozenset({State.VALID, State.DUE_SOON})


@dataclass(frozen=True, slots=True, kw_only=True)
class Validity:
    """The state of an instrument on a day.

    Attributes
    ----------
    reason : str
        Why it is in this state; never empty.
    remedy : str
        What to do about it; empty where there is nothing to do.
    due : datetime.date or None
        Last day of validity; None without a calibration or a rule.
    """

    state: State
    reason: str
    remedy: str = ""
    due: datetime.date | None = None

    @property
    def usable(self) -> bool:
        """The instrument may be used without an override."""
        return self.state in USABLE


def validity(content: RegisterContent, instrument_id: str, on: datetime.date) -> Validity:
    """The state of an instrument on a day, as the register tells it.

    Parameters
    ----------
    on : datetime.date
        A day in local time, as the dates of calibrations and checks are.

    Raises
    ------
    Refused
        `register.unknown`: there is no such instrument.
    """
    history = content.history(instrument_id)
    if content.damage is not None:
        reason = f"The register is damaged: {content.damage.happened}"
        return Validity(state=State.UNCHECKED, reason=reason, remedy=content.damage.remedy)
    return validity_of(history, on)


def validity_of(history: History, on: datetime.date) -> Validity:
    """As `validity`, from the history of an instrument in an intact register."""
    return next(_obstacles(history, on), None) or _good(history, on)


def due_date(history: History) -> datetime.date | None:
    """Last day on which the last calibration holds, or None where nobody has set a rule."""
    days = history.due.recalibrate_after_days
    if history.certification is None or days is None:
        return None
    return history.certification.date + datetime.timedelta(days=days)


def _obstacles(history: History, on: datetime.date) -> Iterator[Validity]:
    """Why it must not be used, the gravest first."""
    if history.retired is not None:
        yield Validity(state=State.RETIRED, reason=_retired(history), remedy="Use another instrument.")
    known = history.certification
    if known is None:
        adjusted = "It was adjusted and has not been calibrated since."
        reason = adjusted if history.adjusted else "It has no certificate."
        yield Validity(state=State.UNCHECKED, reason=reason, remedy="Calibrate it.")
        return
    yield from _calibration_obstacles(history, known, on)
    yield from _check_obstacles(history, known, on)


def _calibration_obstacles(history: History, known: Certification, on: datetime.date) -> Iterator[Validity]:
    due = due_date(history)
    if isinstance(known, Calibrated) and known.verdict == "fail":
        reason = f"It failed its calibration of {known.date} ({known.certificate})."
        yield Validity(state=State.FAILED, reason=reason, remedy="Adjust and calibrate it, or retire it.", due=due)
    if known.date > on:
        reason = f"Its certificate {known.certificate} is of {known.date}, which is after {on}."
        yield Validity(state=State.UNCHECKED, reason=reason, remedy="Check the clock of the computer.", due=due)
    if due is not None and on > due:
        reason = f"Its certificate {known.certificate} held until {due}."
        yield Validity(state=State.EXPIRED, reason=reason, remedy="Calibrate it.", due=due)


def _check_obstacles(history: History, known: Certification, on: datetime.date) -> Iterator[Validity]:
    due, check, every = due_date(history), history.check, history.due.check_every_days
    if check is not None and check.result == "fail":
        reason = f"It failed the check of {check.date}: {check.what}."
        yield Validity(state=State.FAILED, reason=reason, remedy="Repeat the check, or calibrate it.", due=due)
    if every is not None:
        last = max(known.date, check.date) if check is not None else known.date
        if not datetime.timedelta(0) <= on - last < datetime.timedelta(days=every):
            reason = f"It was last checked on {last}; it must be checked every {_days(every)}."
            yield Validity(state=State.UNCHECKED, reason=reason, remedy="Do the daily check.", due=due)


def _good(history: History, on: datetime.date) -> Validity:
    known, due, check = history.certification, due_date(history), history.check
    assert known is not None  # otherwise it is unchecked
    soon = history.due.due_soon_days
    if due is not None and soon is not None and on >= due - datetime.timedelta(days=soon):
        reason = f"Its certificate {known.certificate} holds until {due}."
        return Validity(state=State.DUE_SOON, reason=reason, remedy="Plan its calibration.", due=due)
    if due:
        reason = f"Certificate {known.certificate} of {known.date} holds until {due}."
    else:
        reason = (
            f"Certificate {known.certificate} of {known.date} does not expire: the sponsor has set no interval."
        )
    if isinstance(known, Calibrated) and known.verdict == "not_stated":
        reason += " No tolerance was set: the certificate gives force and uncertainty, and no verdict."
    if check is not None and check.result == "warn":
        reason += f" The check of {check.date} gave a warning: {check.what}."
    return Validity(
        state=State.VALID, reason=reason, remedy="" if due else "Ask the sponsor for the interval.", due=due
    )


def _retired(history: History) -> str:
    entry = history.retired
    assert entry is not None
    return f"It was retired on {entry.utc.date()} by {entry.who}: {getattr(entry.event, 'reason', '')}."


def _days(count: int) -> str:
    return "day" if count == 1 else f"{count} days"
