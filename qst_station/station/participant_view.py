"""Participants as plain data, for a screen and for the command line."""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from dataclasses import asdict
from typing import Any

from qst_station.study.document import Study
from qst_station.study.participants import Participant, as_plain
from qst_station.study.register import Entry
from qst_station.study.schedule import OPEN, Planned


def plain_participant(study: Study, participant: Participant, planned: Iterable[Planned]) -> dict[str, Any]:
    """A participant with every session and the whole schedule."""
    return {
        **asdict(participant.enrolled),
        "standing": participant.standing(study),
        "standing_reason": participant.standing_set.reason if participant.standing_set else "",
        "limb": asdict(participant.limb) if participant.limb else None,
        "sessions": [{**asdict(session), "on": session.on.isoformat()} for session in participant.attended],
        "visits": [plain_visit(p) for p in planned],
    }


def participant_row(study: Study, participant: Participant, *, today: datetime.date) -> dict[str, Any]:
    """A participant as one line of a list: `open` what is due or overdue, `next` what follows, `last` what was."""
    planned = participant.schedule(study, today=today)
    last = participant.visits[-1] if participant.visits else None
    upcoming = next((p for p in planned if p.status == "not_yet" and p.nominal is not None), None)
    return {
        **asdict(participant.enrolled),
        "standing": participant.standing(study),
        "sessions": len(participant.visits),
        "last": {"visit": last.visit, "on": last.on.isoformat()} if last else None,
        "open": [plain_visit(p) for p in planned if p.status in OPEN],
        "next": plain_visit(upcoming) if upcoming else None,
        "deviations": sum(p.status in ("early", "out_of_window") for p in planned),
    }


def plain_visit(planned: Planned) -> dict[str, Any]:
    """One visit of a schedule."""
    return {
        "visit": planned.visit.name,
        "title": planned.visit.title,
        "kind": planned.visit.kind,
        "nominal": iso_day(planned.nominal),
        "opens": iso_day(planned.opens),
        "closes": iso_day(planned.closes),
        "window_grade": planned.window_grade,
        "status": planned.status,
        "done_on": iso_day(planned.done_on),
        "deviation_days": planned.deviation_days,
        "required": list(planned.visit.required),
        "optional": list(planned.visit.optional),
        "outstanding": list(planned.outstanding),
        "times": planned.times,
    }


def plain_entry(entry: Entry) -> dict[str, Any]:
    """Something that was said about a participant, with who said it and when."""
    kind, event = as_plain(entry.event)
    return {"seq": entry.seq, "utc": entry.utc, "who": entry.who, "role": entry.role, "kind": kind, "event": event}


def iso_day(day: datetime.date | None) -> str | None:
    """A day as ISO text."""
    return None if day is None else day.isoformat()
