"""What the window asks about the study and its participants; every answer is plain data."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import asdict
from typing import Any

from qst_station.documents import checked
from qst_station.station.actor import checked_actor
from qst_station.station.opening import VisitRequest
from qst_station.station.study_desk import CHANGES, StudyDesk
from qst_station.study.participants import Enrolled

Ask = dict[str, Any]


def study_asks(desk: StudyDesk) -> dict[str, Callable[[Ask], Ask]]:
    """The asks by name."""

    def changing(change: str) -> Callable[[Ask], Ask]:
        def change_register(ask: Ask) -> Ask:
            said = desk.say(change, ask["said"], checked_actor(ask["actor"]))
            return {"participant": said}

        return change_register

    def index(ask: Ask) -> Ask:
        indexed = desk.index(checked_actor(ask["actor"]))
        return {"sessions": indexed.sessions, "findings": [asdict(finding) for finding in indexed.findings]}

    return {
        "study": lambda ask: {"study": plain_study(desk)},
        "participants": lambda ask: {"participants": desk.participants()},
        "participant": lambda ask: {"participant": desk.participant(ask["participant_id"])},
        "course": lambda ask: {"course": desk.course(ask["participant_id"], checked_actor(ask["actor"]))},
        "index": index,
        **{change: changing(change) for change in CHANGES},
    }


def plain_study(desk: StudyDesk) -> Ask:
    """The study as the forms of the window need it; `visits` are those that can be opened."""
    study = desk.study()
    clinic = [v for v in study.visits if v.kind == "clinic"]
    calls = [v for v in study.visits if v.kind == "telephone"]
    return {
        "name": study.name,
        "title": study.title,
        "visits": [{"name": v.name, "title": v.title} for v in clinic],
        "calls": [{"name": v.name, "title": v.title} for v in calls],
        "sites": [asdict(site) for site in study.sites],
        "roles": [role.name for role in study.roles],
        "id_help": study.participant_help,
        "unverified": [note.what for note in study.provenance if note.grade == "unverified"],
    }


def newcomer(request: VisitRequest, more: object) -> Enrolled | None:
    """Whom to enrol with a visit; `more` is what the request does not hold, None for somebody who is known.

    Practice enrols nobody.

    Raises
    ------
    Refused
        `more` cannot be used.
    """
    if more is None or request.kind == "practice":
        return None
    if not isinstance(more, dict):
        raise TypeError(f"enrol is {more!r}, which is no object")
    said = {
        "participant_id": request.participant_id,
        "kind": request.kind,
        "age_y": request.age_y,
        "sex": request.sex,
        "affected_side": request.affected_side,
        "affected_limb": request.limb,
    }
    return checked({**more, **said}, Enrolled, place="enrolment")
