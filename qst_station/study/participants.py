"""Participants as a pure register: what was said about them, one event after the other, and how they stand.

A participant is a pseudonym. There is no field for a name, a date of birth or an address.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, replace
from typing import Any, Final, Literal, TypeAlias

from qst_station.documents import checked
from qst_station.findings import Finding, Refused, Severity
from qst_station.study.document import Assessment, LimbMethod, Study
from qst_station.study.schedule import Done, Planned, schedule

Side = Literal["left", "right"]
Kind = Literal["real", "practice", "simulated"]
ControlLimb = Literal["valid", "affected", "injured", "operated", "amputated", "not_stated"]
Standing = Literal["screened", "active", "completed", "withdrawn"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Enrolled:
    """A participant is in the register.

    Attributes
    ----------
    kind : str
        Sessions of another kind do not count as visits of this participant.
    age_y : int or None
        Age in years on the day of enrolment. Nothing more exact is kept.
    control_limb : str
        Whether the other limb can serve for comparison, and if not, why.
    """

    participant_id: str
    kind: Literal["real", "simulated"] = "real"
    site: str = ""
    age_y: int | None = None
    sex: Literal["female", "male"] | None = None
    affected_side: Side | None = None
    affected_limb: Literal["upper", "lower"] | None = None
    dominance: Literal["left", "right", "both"] | None = None
    control_limb: ControlLimb = "not_stated"

    def __post_init__(self) -> None:
        if self.age_y is not None and not 0 < self.age_y < 120:
            raise ValueError(f"age_y is {self.age_y}; allowed: 1 to 119, or none")


@dataclass(frozen=True, slots=True, kw_only=True)
class Amended:
    """A thing said at enrolment was wrong or has changed; what was said before stays in the register."""

    participant_id: str
    field: Literal["site", "age_y", "sex", "affected_side", "affected_limb", "dominance", "control_limb"]
    value: str | int | None
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Attended:
    """A session took place.

    Attributes
    ----------
    utc : str
        When it began (ISO 8601 with offset).
    file : str
        Name of the sealed file.
    complete : bool
        Every step was done.
    assessments : tuple of str
        What was completed.
    limb : LimbMethod or None
        How the limb was measured, where it was.
    """

    participant_id: str
    session_uuid: str
    visit: str
    utc: str
    kind: Kind
    file: str
    complete: bool
    assessments: tuple[Assessment, ...] = ()
    limb: LimbMethod | None = None

    def __post_init__(self) -> None:
        if self.began.tzinfo is None:
            raise ValueError(f"utc is {self.utc!r}, which has no offset from UTC")

    @property
    def began(self) -> datetime.datetime:
        """When the session began."""
        return datetime.datetime.fromisoformat(self.utc)

    @property
    def on(self) -> datetime.date:
        """The day of the visit, in UTC."""
        return self.began.astimezone(datetime.UTC).date()


@dataclass(frozen=True, slots=True, kw_only=True)
class Contacted:
    """A contact by telephone took place on a day (ISO 8601). It has no session."""

    participant_id: str
    visit: str
    date: str

    def __post_init__(self) -> None:
        datetime.date.fromisoformat(self.date)

    @property
    def on(self) -> datetime.date:
        """The day."""
        return datetime.date.fromisoformat(self.date)


@dataclass(frozen=True, slots=True, kw_only=True)
class StandingSet:
    """Somebody decided how a participant stands: withdrawn, completed, or active after all."""

    participant_id: str
    standing: Literal["active", "completed", "withdrawn"]
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class LimbMethodSet:
    """From now on the limb is measured in another way than at baseline."""

    participant_id: str
    limb: LimbMethod
    reason: str


Event: TypeAlias = Enrolled | Amended | Attended | Contacted | StandingSet | LimbMethodSet
EVENTS: Final[dict[str, type[Event]]] = {
    "enrolled": Enrolled,
    "amended": Amended,
    "attended": Attended,
    "contacted": Contacted,
    "standing": StandingSet,
    "limb_method": LimbMethodSet,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Participant:
    """A participant as the register stands; `attended` in the order of time, told of in any order."""

    enrolled: Enrolled
    attended: tuple[Attended, ...] = ()
    contacted: tuple[Contacted, ...] = ()
    standing_set: StandingSet | None = None
    limb_set: LimbMethodSet | None = None

    @property
    def participant_id(self) -> str:
        """The pseudonym."""
        return self.enrolled.participant_id

    @property
    def visits(self) -> tuple[Attended, ...]:
        """The sessions that count as visits: practice does not, nor does a simulation for a real participant."""
        return tuple(session for session in self.attended if session.kind == self.enrolled.kind)

    @property
    def limb(self) -> LimbMethod | None:
        """How the limb is to be measured: as at the first measurement, unless a change was recorded."""
        if self.limb_set is not None:
            return self.limb_set.limb
        return next((session.limb for session in self.visits if session.limb is not None), None)

    def standing(self, study: Study) -> Standing:
        """What was decided about the participant or, where nothing was, what the visits say."""
        if self.standing_set is not None:
            return self.standing_set.standing
        done = {session.visit for session in self.visits}
        last = [visit.name for visit in study.visits if visit.kind == "clinic" and visit.day is not None][-1]
        if last in done:
            return "completed"
        return "active" if study.day_0.name in done else "screened"

    def schedule(
        self, study: Study, *, today: datetime.date, day_0: datetime.date | None = None
    ) -> tuple[Planned, ...]:
        """Every visit of the study for this participant; see `schedule.schedule`."""
        done = [Done(visit=s.visit, on=s.on, assessments=s.assessments) for s in self.visits]
        done += [Done(visit=call.visit, on=call.on) for call in self.contacted]
        # Calls go on after the last visit in the clinic; who withdrew or was declared complete is left alone.
        declared = self.standing_set is not None and self.standing_set.standing != "active"
        return schedule(study, done, today=today, day_0=day_0, expected=not declared)


Register: TypeAlias = Mapping[str, Participant]


def fold(events: Iterable[Event], register: Register | None = None) -> dict[str, Participant]:
    """The register after `events`.

    Raises
    ------
    Refused
        An event does not fit; see `step`.
    """
    found = dict(register or {})
    for event in events:
        found[event.participant_id] = step(found, event)
    return found


def step(register: Register, event: Event) -> Participant:
    """The participant after an event.

    Raises
    ------
    Refused
        `participants.clash`, `.unknown`, `.repeated` or `.text`: the event does not fit.
    """
    if isinstance(event, Enrolled):
        _check_new(register, event.participant_id)
        return Participant(enrolled=event)
    participant = register.get(event.participant_id)
    if participant is None:
        raise _unfit(
            "participants.unknown",
            event.participant_id,
            "no participant of this identifier is in the register",
            "Check the identifier, or enrol the participant first.",
        )
    if isinstance(event, Attended):
        return _attended(participant, event)
    if isinstance(event, Contacted):
        return replace(participant, contacted=(*participant.contacted, event))
    _check_reason(event.participant_id, event.reason)
    match event:
        case Amended():
            said = {**asdict(participant.enrolled), event.field: event.value}
            amended = checked(said, Enrolled, place=f"participant {event.participant_id}")
            return replace(participant, enrolled=amended)
        case StandingSet():
            return replace(participant, standing_set=event)
        case LimbMethodSet():
            return replace(participant, limb_set=event)


def as_plain(event: Event) -> tuple[str, dict[str, Any]]:
    """An event as its kind and plain data, for a row."""
    kind = next(name for name, type_ in EVENTS.items() if type(event) is type_)
    return kind, asdict(event)


def from_plain(kind: str, plain: dict[str, Any], *, place: str) -> Event:
    """The event that `as_plain` took apart.

    Raises
    ------
    Refused
        It is none.
    """
    if kind not in EVENTS:
        raise _unfit("participants.unreadable", place, f"there is no event {kind!r}", "Update the program.")
    return checked(plain, EVENTS[kind], place=place)


def check_limb_method(participant: Participant, method: LimbMethod, *, place: str) -> None:
    """Refuse a limb measurement that could not be compared with the participant's first one.

    Raises
    ------
    Refused
        `participants.limb_method`: segment, landmark variant or position differ.
    """
    was = participant.limb
    if was is None or was == method:
        return
    field = next(f for f in ("segment", "variant", "position") if getattr(was, f) != getattr(method, f))
    raise _unfit(
        "participants.limb_method",
        f"{place}: {field}",
        f"{getattr(method, field)!r} is not how {participant.participant_id} was measured at baseline, "
        f"which is {getattr(was, field)!r}",
        "Measure as at baseline, or record with a reason that the method changes.",
    )


def _attended(participant: Participant, event: Attended) -> Participant:
    if any(session.session_uuid == event.session_uuid for session in participant.attended):
        raise _unfit(
            "participants.repeated",
            event.participant_id,
            f"session {event.session_uuid} is in the register already",
            "Nothing is to be done.",
        )
    attended = sorted((*participant.attended, event), key=lambda s: (s.began, s.session_uuid))
    return replace(participant, attended=tuple(attended))


def _check_new(register: Register, participant_id: str) -> None:
    folded = participant_id.casefold()
    other = next((known for known in register if known.casefold() == folded), None)
    if other is not None:
        same = "is in the register already" if other == participant_id else f"differs from {other} in case only"
        raise _unfit(
            "participants.clash",
            participant_id,
            f"{participant_id} {same}",
            "Choose the participant from the list, or correct the identifier.",
        )


def _check_reason(participant_id: str, reason: str) -> None:
    if not reason.strip() or not reason.isprintable() or len(reason) > 200:
        raise _unfit(
            "participants.text",
            participant_id,
            f"the reason is {reason[:40]!r}",
            "Write why, in one line of up to 200 characters; no names.",
        )


def _unfit(code: str, place: str, happened: str, remedy: str) -> Refused:
    return Refused(
        Finding(
            code=code,
            severity=Severity.STOP,
            place=place,
            happened=f"{happened[:1].upper()}{happened[1:]}.",
            safe="The register is unchanged.",
            remedy=remedy,
        )
    )
