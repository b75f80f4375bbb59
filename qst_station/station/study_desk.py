"""The study of a data folder and its participants, as the window and the command line may use them.

Rights are checked here, and nowhere else: a role that the study does not name sees and changes nothing. A monitor
reads only.
"""

from __future__ import annotations

import contextlib
import datetime
from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any, Final

from qst_station.findings import Finding, Refused, Severity
from qst_station.session.events import Actor
from qst_station.station.attendance import Indexed, catch_up, disagreements, index_sessions, record_session
from qst_station.station.course import course
from qst_station.station.opening import SEGMENT, VisitRequest
from qst_station.station.participant_view import participant_row, plain_entry, plain_participant
from qst_station.station.study_file import study_in
from qst_station.study.arrival import arrival, other_kind
from qst_station.study.document import LimbMethod, Right, Study
from qst_station.study.participants import (
    Contacted,
    Enrolled,
    Event,
    Participant,
    check_limb_method,
    from_plain,
)
from qst_station.study.register import ParticipantRegister

READS_ONLY: Final = "monitor"
CHANGES: Final[Mapping[str, str]] = {
    "enrol": "enrolled",
    "amend": "amended",
    "contacted": "contacted",
    "set_standing": "standing",
    "set_limb_method": "limb_method",
}
"""What a person may say, and the event it becomes. Sessions are told by their sealed files."""


class StudyDesk:
    """The study of a data folder.

    Parameters
    ----------
    data : Path
    utc : callable
        Tells the time (ISO 8601 with offset).
    """

    def __init__(self, data: Path, utc: Callable[[], str]) -> None:
        self._data = data
        self._utc = utc

    @property
    def today(self) -> datetime.date:
        """The day in UTC, as everywhere in the register."""
        return datetime.datetime.fromisoformat(self._utc()).astimezone(datetime.UTC).date()

    def study(self) -> Study:
        """The study; raises as `study_in` does."""
        return study_in(self._data)[1]

    def participants(self) -> list[dict[str, Any]]:
        """A line for each participant, by identifier."""
        study = self.study()
        known = ParticipantRegister(self._data, study).participants()
        return [participant_row(study, known[name], today=self.today) for name in sorted(known)]

    def participant(self, participant_id: str) -> dict[str, Any]:
        """A participant with schedule and sessions, and everything that was said, by whom.

        Raises
        ------
        Refused
            `participants.unknown`, or the register cannot be read.
        """
        study = self.study()
        register = ParticipantRegister(self._data, study)
        participant = _known(register.participants(), participant_id)
        said = [plain_entry(e) for e in register.entries() if e.event.participant_id == participant_id]
        planned = participant.schedule(study, today=self.today)
        return {**plain_participant(study, participant, planned), "history": said}

    def say(self, change: str, plain: Mapping[str, Any], actor: Actor) -> dict[str, Any]:
        """Add to the register what a person says; `change` is one of `CHANGES`.

        Returns
        -------
        dict
            The participant afterwards.

        Raises
        ------
        Refused
            The role has no right to, or the event does not fit. Nothing was added.
        """
        study = self.study()
        check_may_change(study, actor.role)
        event = from_plain(CHANGES[change], dict(plain), place=change)
        self._check_day(event)
        ParticipantRegister(self._data, study).append([event], who=actor.who, role=actor.role, utc=self._utc())
        return self.participant(event.participant_id)

    def course(self, participant_id: str, actor: Actor) -> dict[str, Any]:
        """The course of a participant; see `course.course`.

        Raises
        ------
        Refused
            `study.hidden`: the role may not see it. `participants.unknown`.
        """
        study = self.study()
        check_may_see(study, actor.role, "course")
        participant = _known(ParticipantRegister(self._data, study).participants(), participant_id)
        with_z = study.may_see(actor.role, "z_scores")
        return course(self._data, study, participant, today=self.today, with_z=with_z)

    def index(self, actor: Actor) -> Indexed:
        """Tell the register all sealed sessions of the folder that it does not know."""
        study = self.study()
        check_may_change(study, actor.role)
        return index_sessions(self._data, study, utc=self._utc())

    # Around a visit

    def before_visit(
        self, request: VisitRequest, newcomer: Enrolled | None
    ) -> tuple[VisitRequest, tuple[Finding, ...]]:
        """The request with the limb method of a known participant, and what the examiner should know.

        A register that cannot be read keeps nobody from the visit: its sealed file tells it later.

        Raises
        ------
        Refused
            `participants.limb_method`: the limb would be measured in another way than at baseline. Or the newcomer
            cannot be enrolled in this study.
        """
        study = self.study()
        visit = study.visit(request.visit, place="visit request")
        if newcomer is not None:
            study.check_participant(newcomer.participant_id, place="visit request")
            study.check_site(newcomer.site, place="visit request")
        try:
            participant = ParticipantRegister(self._data, study).participants().get(request.participant_id)
        except Refused as refused:
            return request, (refused.finding,)
        if participant is None:
            return request, ()
        if "figure8" in visit.assessments:
            request = _with_limb(study, participant, request)
        if request.kind != participant.enrolled.kind:
            return request, other_kind(participant, request.kind)
        said = Enrolled(
            participant_id=request.participant_id,
            sex=request.sex,
            affected_side=request.affected_side,
            affected_limb=request.limb,
        )
        told = (
            *arrival(study, participant, request.visit, today=self.today),
            *disagreements("visit request", said, participant.enrolled),
        )
        return request, told

    def enrol(self, newcomer: Enrolled, actor: Actor) -> tuple[Finding, ...]:
        """Enrol who has come for a visit, where the register does not know them; never undoes the visit."""
        try:
            study = self.study()
            register = ParticipantRegister(self._data, study)
            if newcomer.participant_id not in register.participants():
                check_may_change(study, actor.role)
                register.append([newcomer], who=actor.who, role=actor.role, utc=self._utc())
        except (Refused, OSError) as fault:
            return (_not_told(newcomer.participant_id, fault),)
        return ()

    def sealed(self, file: Path) -> tuple[Finding, ...]:
        """Tell the register a session that has just been sealed; never undoes the seal."""
        try:
            return record_session(file, self.study(), utc=self._utc()).findings
        except (Refused, OSError) as fault:
            return (_not_told(file.name, fault),)

    def catch_up(self) -> None:
        """Tell the register what was sealed by a process that its engine did not survive.

        Nothing is said where that fails: it is tried again, and `index` says why.
        """
        with contextlib.suppress(Refused, OSError):
            catch_up(self._data, self.study(), utc=self._utc())

    def _check_day(self, event: Event) -> None:
        if isinstance(event, Contacted) and event.on > self.today:
            raise Refused(
                Finding(
                    code="participants.future",
                    severity=Severity.STOP,
                    place=f"participant {event.participant_id}: date",
                    happened=f"{event.date} has not come yet.",
                    safe="The register is unchanged.",
                    remedy="Enter the day of the call.",
                )
            )


def check_may_see(study: Study, role: str, what: Right) -> None:
    """Refuse what a role may not see.

    Raises
    ------
    Refused
    """
    if not study.may_see(role, what):
        seeing = [r.name for r in study.roles if what in r.sees]
        raise _hidden(
            "study.hidden",
            role,
            f"In {study.name} the role {role[:40]!r} does not see: {what}.",
            f"Ask somebody in the role of {', '.join(seeing) or 'none of them'}.",
        )


def check_may_change(study: Study, role: str) -> None:
    """Refuse a change to the register by a role that reads only.

    Raises
    ------
    Refused
    """
    may = [r.name for r in study.roles if r.name != READS_ONLY]
    if role not in may:
        raise _hidden(
            "study.reads_only",
            role,
            f"In {study.name} the role {role[:40]!r} does not change the register.",
            f"Ask somebody in the role of {', '.join(may)}.",
        )


def _with_limb(study: Study, participant: Participant, request: VisitRequest) -> VisitRequest:
    segment = SEGMENT[request.limb]
    usual = participant.limb
    if usual is None or usual.segment != segment:
        usual = study.limb_method(segment, place="visit request")
    request = replace(
        request,
        limb_variant=request.limb_variant or usual.variant,
        limb_position=request.limb_position or usual.position,
    )
    method = LimbMethod(segment=segment, variant=request.limb_variant, position=request.limb_position)
    if request.kind == participant.enrolled.kind:
        check_limb_method(participant, method, place="visit request")
    return request


def _known(participants: Mapping[str, Participant], participant_id: str) -> Participant:
    if participant_id not in participants:
        raise Refused(
            Finding(
                code="participants.unknown",
                severity=Severity.STOP,
                place=participant_id[:40],
                happened="No participant of this identifier is in the register.",
                safe="The register is unchanged.",
                remedy="Check the identifier, or enrol the participant first.",
            )
        )
    return participants[participant_id]


def _not_told(place: str, fault: Exception) -> Finding:
    return Finding(
        code="participants.not_told",
        severity=Severity.WARNING,
        place=place,
        happened=f"The register of participants was not told ({fault}).",
        safe="The visit and its file are not touched.",
        remedy="Mend the register, then let it look for sessions: qst-station participants --index.",
    )


def _hidden(code: str, role: str, happened: str, remedy: str) -> Refused:
    return Refused(
        Finding(
            code=code,
            severity=Severity.STOP,
            place=f"role {role[:40]}",
            happened=happened,
            safe="Nothing was shown or changed.",
            remedy=remedy,
        )
    )
