"""What the examiner should know before a visit is opened. Nothing here forbids it: what is done is recorded."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from typing import Final

from qst_station.findings import Finding, Severity
from qst_station.study.document import Study
from qst_station.study.participants import Kind, Participant
from qst_station.study.schedule import Planned

CONTROL: Final = {
    "affected": "is affected too",
    "injured": "is injured",
    "operated": "was operated on",
    "amputated": "was amputated",
}
"""Why the other limb cannot serve for comparison; the values of `control_limb` that are not here leave it open."""


def arrival(study: Study, participant: Participant, visit: str, *, today: datetime.date) -> tuple[Finding, ...]:
    """What is unusual about this participant coming for this visit today.

    Raises
    ------
    Refused
        The study has no such visit.
    """
    who = participant.participant_id
    study.visit(visit, place=f"participant {who}")
    planned = next(p for p in participant.schedule(study, today=today) if p.visit.name == visit)
    return (*_standing(study, participant), *_times(who, planned, today), *_control(participant))


def other_kind(participant: Participant, kind: Kind) -> tuple[Finding, ...]:
    """What is unusual about a visit of this kind; practice is practice for everybody."""
    known = participant.enrolled.kind
    if kind in ("practice", known):
        return ()
    who = participant.participant_id
    return (
        _told(
            "arrival.kind",
            who,
            f"{who} is a {known} participant and this is a {kind} visit, which does not count as one of theirs.",
            "Stop here if the identifier or the kind of visit is wrong.",
        ),
    )


def _standing(study: Study, participant: Participant) -> Iterator[Finding]:
    declared = participant.standing_set
    if declared is not None and declared.standing != "active":
        yield _told(
            "arrival.standing",
            participant.participant_id,
            f"The participant is {participant.standing(study)} ({declared.reason}).",
            "Go on only if the visit is agreed on; otherwise correct the register.",
        )


def _times(who: str, planned: Planned, today: datetime.date) -> Iterator[Finding]:
    name = planned.visit.name
    if planned.times:
        yield _told(
            "arrival.repeated",
            who,
            f"{name} took place on {planned.done_on}; this is session {planned.times + 1} of this visit.",
            "Choose the visit that is meant, or go on: both sessions stay.",
        )
    opens, closes = planned.opens, planned.closes
    if opens is None or closes is None or opens <= today <= closes or planned.nominal is None:
        return
    days = (today - planned.nominal).days
    if abs(days) == 1:
        side = "1 day before" if days < 0 else "1 day after"
    else:
        side = f"{-days} days before" if days < 0 else f"{days} days after"
    unverified = planned.window_grade == "unverified"
    yield _told(
        "arrival.out_of_window",
        who,
        f"Today is {side} the day of {name}, {planned.nominal}; its window is {opens} to {closes}"
        f"{' (a default of this program that nobody has checked)' if unverified else ''}.",
        "Go on if the visit is to be done today: the deviation is recorded.",
    )


def _control(participant: Participant) -> Iterator[Finding]:
    why = CONTROL.get(participant.enrolled.control_limb)
    if why is not None:
        yield _told(
            "arrival.control_limb",
            participant.participant_id,
            f"The other limb {why}, so differences between the sides mean nothing.",
            "Look at changes of one side between visits instead.",
        )


def _told(code: str, who: str, happened: str, remedy: str) -> Finding:
    return Finding(
        code=code,
        severity=Severity.WARNING,
        place=f"participant {who}",
        happened=happened,
        safe="The visit is not blocked.",
        remedy=remedy,
    )
