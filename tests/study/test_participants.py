"""Participants: what is kept of them, what fits and what does not, and what the examiner is told."""

from __future__ import annotations

import datetime
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from qst_station.findings import Refused
from qst_station.study.arrival import arrival
from qst_station.study.document import Grade, LimbMethod
from qst_station.study.participants import (
    Amended,
    Contacted,
    Enrolled,
    Event,
    LimbMethodSet,
    StandingSet,
    as_plain,
    check_limb_method,
    fold,
    from_plain,
)
from qst_station.study.register import ParticipantRegister
from tests.study.participants import DAY_0, ENROLLED, HAND, INCA, add, attended, withdrawn


def test_how_a_participant_stands_follows_the_visits_unless_somebody_decided() -> None:
    def standing(*events: Event) -> str:
        return fold([ENROLLED, *events])["P-001"].standing(INCA)

    assert standing() == "screened"
    assert standing(attended("screening", -5)) == "screened"
    assert standing(attended()) == "active"
    assert standing(attended(), attended("day-120", 120)) == "completed"
    assert standing(attended(), withdrawn()) == "withdrawn"
    again = StandingSet(participant_id="P-001", standing="active", reason="withdrawn by mistake")
    assert standing(attended(), withdrawn(), again) == "active"


def test_who_withdrew_is_due_for_nothing_and_keeps_the_visits() -> None:
    participant = fold([ENROLLED, attended(), withdrawn()])["P-001"]
    planned = {p.visit.name: p.status for p in participant.schedule(INCA, today=DAY_0.replace(month=4))}
    assert planned.pop("day-0") == "done"
    assert set(planned.values()) == {"not_expected"}


def test_practice_and_simulations_are_kept_and_are_no_visits() -> None:
    practice = [attended(kind=kind, uuid=kind) for kind in ("practice", "simulated")]
    participant = fold([ENROLLED, *practice])["P-001"]
    assert len(participant.attended) == 2 and participant.visits == ()
    assert participant.standing(INCA) == "screened"


def test_a_call_is_done_without_a_session(register: ParticipantRegister) -> None:
    call = Contacted(participant_id="P-001", visit="call-0", date="2026-03-16")
    add(register, ENROLLED, attended(), call)
    planned = register.participants()["P-001"].schedule(INCA, today=DAY_0)
    (done,) = [p for p in planned if p.visit.name == "call-0"]
    assert (done.status, done.deviation_days, done.outstanding) == ("done", 1, ())
    for wrong in ({"visit": "day-30"}, {"visit": "call-1"}):
        with pytest.raises(Refused) as caught:
            add(register, replace(call, **wrong))
        assert caught.value.finding.code == "study.visit"
    with pytest.raises(ValueError, match="day is out of range"):
        replace(call, date="2026-02-30")


def test_the_limb_is_measured_as_at_the_first_time_unless_a_change_was_recorded() -> None:
    other = replace(HAND, position="other")
    events = [ENROLLED, attended("day-60", 60, limb=other), attended("screening", -5, limb=HAND), attended()]
    participant = fold(events)["P-001"]
    assert participant.limb == HAND
    check_limb_method(participant, HAND, place="visit request")
    with pytest.raises(Refused) as caught:
        check_limb_method(participant, other, place="visit request")
    line = caught.value.finding.line()
    assert "visit request: position: 'other'" in line and "'neutral'" in line and "baseline" in line
    change = LimbMethodSet(participant_id="P-001", limb=other, reason="cannot reach neutral")
    check_limb_method(fold([*events, change])["P-001"], other, place="visit request")


@pytest.mark.parametrize(
    ("event", "code"),
    [
        (ENROLLED, "participants.clash"),
        (replace(ENROLLED, participant_id="p-001"), "participants.clash"),
        (attended(participant_id="P-002"), "participants.unknown"),
        (attended("screening", -5), "participants.repeated"),
        (withdrawn(""), "participants.text"),
        (withdrawn(" "), "participants.text"),
        (withdrawn("left\u202e"), "participants.text"),
        (withdrawn("left\nP-002 too"), "participants.text"),
        (withdrawn("x" * 201), "participants.text"),
        (Amended(participant_id="P-001", field="age_y", value=200, reason="typing error"), "document.invalid"),
        (Amended(participant_id="P-001", field="sex", value="f", reason="typing error"), "document.invalid"),
    ],
)
def test_an_event_that_does_not_fit_is_refused(event: Event, code: str) -> None:
    known = fold([ENROLLED, attended("screening", -5)])
    with pytest.raises(Refused) as caught:
        fold([event], known)
    assert caught.value.finding.code == code and caught.value.finding.remedy
    assert known == fold([ENROLLED, attended("screening", -5)])


methods = st.builds(LimbMethod, segment=st.sampled_from(("hand", "ankle")), variant=st.text(), position=st.text())
texts = st.text(st.characters(exclude_categories=("Cs",)), max_size=20)
events = st.one_of(
    st.builds(Enrolled, participant_id=texts, age_y=st.none() | st.integers(1, 119)),
    st.builds(
        attended,
        st.sampled_from([v.name for v in INCA.visits]),
        st.integers(-9, 200),
        texts,
        limb=methods | st.none(),
    ),
    st.builds(withdrawn, texts),
    st.builds(Contacted, participant_id=texts, visit=texts, date=st.dates().map(str)),
    st.builds(LimbMethodSet, participant_id=texts, limb=methods, reason=texts),
    st.builds(
        Amended, participant_id=texts, field=st.just("age_y"), value=st.none() | st.integers(), reason=texts
    ),
)


@settings(max_examples=200)
@given(event=events)
def test_every_event_is_read_back_as_it_was(event: Event) -> None:
    assert from_plain(*as_plain(event), place="row 1") == event


# What the examiner is told before a visit
@pytest.mark.parametrize(
    ("day", "side"), [(28, "2 days before"), (29, "1 day before"), (31, "1 day after"), (32, "2 days after")]
)
@pytest.mark.parametrize("grade", ["unverified", "protocol"])
def test_a_visit_outside_its_window_is_told_in_days(day: int, side: str, grade: Grade) -> None:
    visits = tuple(replace(visit, days_before=0, days_after=0) for visit in INCA.visits)
    study = replace(INCA, visits=visits, window_grade=grade)
    participant = fold([ENROLLED, attended("screening", -5), attended()])["P-001"]
    (finding,) = arrival(study, participant, "day-30", today=DAY_0 + datetime.timedelta(days=day))
    assert f"Today is {side} the day of day-30" in finding.happened
    assert ("(a default of this program that nobody has checked)." in finding.happened) == (grade == "unverified")


def codes(*told: Event, visit: str, day: int) -> list[str]:
    participant = fold([ENROLLED, attended("screening", -5), attended(), *told])["P-001"]
    found = arrival(INCA, participant, visit, today=DAY_0 + datetime.timedelta(days=day))
    assert all(finding.severity == "warning" and finding.remedy for finding in found)
    return [finding.code for finding in found]


def test_what_is_unusual_is_told_and_nothing_is_forbidden() -> None:
    assert codes(visit="day-30", day=30) == []
    assert codes(visit="day-30", day=22) == codes(visit="day-30", day=38) == ["arrival.out_of_window"]
    assert codes(attended("day-30", 30), visit="day-30", day=31) == ["arrival.repeated"]
    assert codes(withdrawn(), visit="day-30", day=30) == ["arrival.standing"]
    injured = Amended(participant_id="P-001", field="control_limb", value="injured", reason="fell")
    assert codes(injured, visit="day-30", day=30) == ["arrival.control_limb"]
    with pytest.raises(Refused):
        codes(visit="day-31", day=31)
