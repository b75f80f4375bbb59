"""A participant of INCA, and what is told of one."""

from __future__ import annotations

import datetime

from qst_station.study.document import LimbMethod
from qst_station.study.participants import Attended, Enrolled, Event, StandingSet
from qst_station.study.register import ParticipantRegister
from qst_station.study.study import load_study, study_text

INCA = load_study(study_text(), place="inca")
CROSSOVER = load_study(study_text("crossover"), place="crossover")
UTC = "2026-03-01T09:00:00+00:00"
DAY_0 = datetime.date(2026, 3, 1)
HAND = LimbMethod(segment="hand", variant="ulnar-styloid-2nd-mcp", position="neutral")
ENROLLED = Enrolled(participant_id="P-001", age_y=45, sex="female", affected_side="left", affected_limb="upper")


def attended(visit: str = "day-0", day: int = 0, uuid: str = "", **more: object) -> Attended:
    began = datetime.datetime(2026, 3, 1, 9, tzinfo=datetime.UTC) + datetime.timedelta(days=day)
    return Attended(
        **{
            "participant_id": "P-001",
            "session_uuid": uuid or f"{visit}-{day}",
            "visit": visit,
            "utc": began.isoformat(),
            "kind": "real",
            "file": "x.h5",
            "complete": True,
            **more,
        }  # type: ignore[arg-type]
    )


def withdrawn(reason: str = "moved away") -> StandingSet:
    return StandingSet(participant_id="P-001", standing="withdrawn", reason=reason)


def add(register: ParticipantRegister, *events: Event) -> None:
    register.append(events, who="AB", role="examiner", utc=UTC)
