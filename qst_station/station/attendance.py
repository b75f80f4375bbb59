"""Sealed sessions as events of the participant register: told one by one, or all of a folder anew."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from qst_station.documents import checked
from qst_station.findings import Finding, Refused, Severity
from qst_station.recording.user_block import not_sealed, read_summary
from qst_station.session.plan import LIMB_STEP
from qst_station.station.folder import JOURNALS, sealed_session
from qst_station.study.document import ASSESSMENTS, Assessment, Study
from qst_station.study.participants import Attended, Enrolled, Event, Participant, Register, fold
from qst_station.study.protocol_documents import assessment_of
from qst_station.study.register import ParticipantRegister
from qst_station.tables import TESTS

WHO: Final = "qst-station"
ROLE: Final = "program"
_DESCRIBED: Final = ("sex", "affected_side", "affected_limb")


@dataclass(frozen=True, slots=True, kw_only=True)
class SealedVisit:
    """What a sealed session says to the register: of which study it is, whom it describes, and that they came."""

    file: Path
    study: str
    described: Enrolled
    attended: Attended


@dataclass(frozen=True, slots=True, kw_only=True)
class Indexed:
    """How many sessions were new to the register, and what was left out or does not agree."""

    sessions: int
    findings: tuple[Finding, ...]


def index_sessions(data: Path, study: Study, *, utc: str) -> Indexed:
    """Tell the register of a data folder all sealed sessions in it that it does not know.

    Participants that it does not know are enrolled as the first session of each describes them. Practice sessions
    are kept with a participant who is there, and enrol nobody. No HDF5 part is read.

    Raises
    ------
    Refused
        The register cannot be read or written.
    """
    visits: list[SealedVisit] = []
    findings: list[Finding] = []
    for file in sorted(data.glob("*.h5")):
        try:
            visits.append(sealed_visit(file))
        except Refused as refused:
            findings.append(refused.finding)
    return _tell(ParticipantRegister(data, study), study, visits, findings, utc=utc)


def catch_up(data: Path, study: Study, *, utc: str) -> Indexed:
    """Tell the register the visits of this station that were sealed while nobody was left to tell it.

    Raises
    ------
    Refused
        The register cannot be read or written.
    """
    register = ParticipantRegister(data, study)
    told = {session.session_uuid for p in register.participants().values() for session in p.attended}
    journals = data / JOURNALS
    untold = sorted({each.name for each in journals.iterdir()} - told) if journals.is_dir() else []
    files = [file for uuid in untold if (file := sealed_session(data, uuid)) is not None]
    return _tell(register, study, [sealed_visit(file) for file in files], [], utc=utc)


def record_session(file: Path, study: Study, *, utc: str) -> Indexed:
    """Tell the register beside a sealed session of it.

    Raises
    ------
    Refused
        The file is no sealed session, or the register cannot be read or written.
    """
    return _tell(ParticipantRegister(file.parent, study), study, [sealed_visit(file)], [], utc=utc)


def sealed_visit(file: Path) -> SealedVisit:
    """Read what a sealed session says to the register, without its HDF5 part.

    Raises
    ------
    Refused
        It is no sealed session, was altered, or does not say it.
    """
    summary = read_summary(file)
    try:
        described, attended = _described(summary), _attended(file, summary)
        study = str(summary["study"])
    except (KeyError, TypeError, AttributeError) as fault:
        raise Refused(not_sealed(file, f"Its summary lacks what the register needs ({fault!r}).")) from fault
    return SealedVisit(
        file=file,
        study=study,
        described=checked(described, Enrolled, place=str(file)),
        attended=checked(attended, Attended, place=str(file)),
    )


def _tell(
    register: ParticipantRegister,
    study: Study,
    visits: Sequence[SealedVisit],
    findings: list[Finding],
    *,
    utc: str,
) -> Indexed:
    participants = register.participants()
    told = {session.session_uuid for p in participants.values() for session in p.attended}
    events: list[Event] = []
    for visit in sorted(visits, key=lambda v: (v.attended.began, v.file.name)):
        if visit.study != study.name:
            findings.append(_other_study(visit, study))
        elif visit.attended.session_uuid not in told:
            told.add(visit.attended.session_uuid)
            try:
                new = _events_of(visit, participants, study)
                participants = fold(new, participants)
            except Refused as refused:
                findings.append(refused.finding)
                continue
            if new:
                findings += _differences(visit, participants[visit.attended.participant_id])
                events += new
    if events:
        register.append(events, who=WHO, role=ROLE, utc=utc)
    return Indexed(sessions=sum(isinstance(event, Attended) for event in events), findings=tuple(findings))


def _events_of(visit: SealedVisit, known: Register, study: Study) -> list[Event]:
    if visit.attended.participant_id in known:
        return [visit.attended]
    if visit.attended.kind == "practice":
        return []
    study.check_participant(visit.attended.participant_id, place=str(visit.file))
    return [visit.described, visit.attended]


def _described(summary: Mapping[str, Any]) -> dict[str, Any]:
    who, affected = summary["participant"], summary["affected"]
    return {
        "participant_id": who["id"],
        "kind": "simulated" if summary["kind"] == "simulated" else "real",
        "age_y": who["age_y"],
        "sex": who["sex"],
        "affected_side": affected["side"],
        "affected_limb": affected["limb"],
    }


def _attended(file: Path, summary: Mapping[str, Any]) -> dict[str, Any]:
    return {
        "participant_id": summary["participant"]["id"],
        "session_uuid": summary["session_uuid"],
        "visit": summary["visit"],
        "utc": summary["utc"],
        "kind": summary["kind"],
        "file": file.name,
        "complete": summary["complete"],
        "assessments": _completed(summary["steps"]),
        "limb": _limb_method(summary["limb_sides"]),
    }


def _completed(steps: Sequence[Mapping[str, Any]]) -> list[Assessment]:
    """The assessments of which every step was done, in the order in which they are done."""
    done: dict[str, list[bool]] = {}
    for step in steps:
        name = step["step"].partition("@")[0]
        assessment = "figure8" if name == LIMB_STEP else assessment_of(name) if name in TESTS else name
        done.setdefault(assessment, []).append(step["status"] == "done")
    return [name for name in ASSESSMENTS if done.get(name) and all(done[name])]


def _limb_method(sides: Sequence[Mapping[str, Any]]) -> dict[str, str] | None:
    for side in sides:
        if side["readings"]:
            names = {"segment": "segment", "variant": "landmark_variant", "position": "position"}
            return {name: side[column] for name, column in names.items()}
    return None


def disagreements(place: str, said: Enrolled, known: Enrolled) -> Iterator[Finding]:
    """What is said of a participant otherwise than in the register; age apart, which grows."""
    for field in _DESCRIBED:
        now, then = getattr(said, field), getattr(known, field)
        if now is not None and then is not None and now != then:
            yield Finding(
                code="participants.differs",
                severity=Severity.WARNING,
                place=f"{place}: {field}",
                happened=f"The session says {now}, the register {then}.",
                safe="Both stay as they are, and the session counts.",
                remedy="Find out which is right, and amend the register if it is not.",
            )


def _differences(visit: SealedVisit, participant: Participant) -> Iterator[Finding]:
    yield from disagreements(visit.file.name, visit.described, participant.enrolled)
    if visit.attended.limb is not None and participant.limb not in (None, visit.attended.limb):
        yield Finding(
            code="participants.limb_differs",
            severity=Severity.WARNING,
            place=f"{visit.file.name}: limb",
            happened="The limb was measured in another way than at baseline, so the two cannot be compared.",
            safe="Both stay as they are.",
            remedy="Do not compute a change between the two.",
        )


def _other_study(visit: SealedVisit, study: Study) -> Finding:
    return Finding(
        code="participants.other_study",
        severity=Severity.WARNING,
        place=str(visit.file),
        happened=f"It is a session of {visit.study}, not of {study.name}.",
        safe="The file stays as it is; the register does not name it.",
        remedy="Keep the sessions of each study in a folder of their own.",
    )
