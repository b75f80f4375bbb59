"""When a visit is due: every status, the deviation, and that nothing depends on what it should not."""

from __future__ import annotations

import datetime
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qst_station.study.document import Study, Visit
from qst_station.study.schedule import Done, Planned, schedule
from qst_station.study.study import EXAMPLES, load_study, study_text

STUDIES = {name: load_study(study_text(name), place=name) for name in EXAMPLES}
INCA = STUDIES["inca"]
DAY_0 = datetime.date(2026, 3, 1)


def day(number: int) -> datetime.date:
    return DAY_0 + datetime.timedelta(days=number)


def visits(*done: Done, on: int, study: Study = INCA, **more: object) -> dict[str, Planned]:
    planned = schedule(study, done, today=day(on), **more)  # type: ignore[arg-type]
    return {p.visit.name: p for p in planned}


def did(visit: str, on: int, *assessments: str) -> Done:
    return Done(visit=visit, on=day(on), assessments=assessments)  # type: ignore[arg-type]


START = (did("screening", -10), did("day-0", 0))


@pytest.mark.parametrize(
    ("on", "status", "days"),
    [
        (22, "not_yet", None),
        (23, "due", -7),
        (30, "due", 0),
        (37, "due", 7),
        (38, "overdue", 8),
        (50, "overdue", 20),
    ],
)
def test_an_open_visit(on: int, status: str, days: int | None) -> None:
    planned = visits(*START, on=on)["day-30"]
    assert (planned.status, planned.deviation_days, planned.nominal) == (status, days, day(30))
    assert (planned.opens, planned.closes, planned.window_grade) == (day(23), day(37), "unverified")


@pytest.mark.parametrize(
    ("on", "status"), [(22, "early"), (23, "done"), (30, "done"), (37, "done"), (38, "out_of_window")]
)
def test_a_visit_that_took_place_stands_with_its_deviation(on: int, status: str) -> None:
    planned = visits(*START, did("day-30", on), on=100)["day-30"]
    assert (planned.status, planned.deviation_days, planned.done_on) == (status, on - 30, day(on))


def test_before_day_0_there_is_screening_then_day_0_and_no_date_for_the_rest() -> None:
    before = visits(on=-20)
    assert {name: p.status for name, p in before.items() if p.status != "not_yet"} == {"screening": "due"}
    after = visits(did("screening", -20), on=-19)
    assert {name: p.status for name, p in after.items() if p.status != "not_yet"} == {
        "screening": "done",
        "day-0": "due",
    }
    assert all(p.nominal is None and p.deviation_days is None for p in after.values())


def test_a_given_day_0_counts_and_not_the_day_of_the_visit() -> None:
    planned = visits(did("day-0", 2), on=2, day_0=DAY_0)
    assert planned["day-0"].deviation_days == 2 and planned["day-30"].nominal == day(30)
    assert visits(did("day-0", 2), on=2)["day-30"].nominal == day(32)


def test_a_call_counts_from_the_day_its_visit_took_place() -> None:
    assert visits(*START, on=0)["call-30"].nominal == day(44)
    planned = visits(*START, did("day-30", 35), on=60)
    assert planned["call-30"].nominal == day(49) and planned["call-30"].status == "overdue"
    assert planned["call-30"].closes is None


def test_a_visit_is_missed_once_a_later_one_of_its_kind_was_done() -> None:
    planned = visits(*START, did("day-60", 60), on=61)
    assert planned["day-30"].status == "missed" and planned["day-30"].deviation_days is None
    assert planned["call-30"].status == "overdue"


def test_a_visit_done_twice_counts_once_and_says_so() -> None:
    again = (did("day-0", 1, "figure8"), did("day-0", 0, "mechanical_qst"))
    planned = visits(*again, on=5)["day-0"]
    assert (planned.times, planned.done_on, planned.outstanding) == (2, day(0), ("css",))


def test_who_left_is_expected_for_nothing_more() -> None:
    planned = visits(*START, on=100, expected=False)
    assert {p.status for name, p in planned.items() if name not in ("screening", "day-0")} == {"not_expected"}
    assert planned["day-0"].status == "done"


def test_an_unscheduled_visit_is_never_waited_for_and_makes_nothing_missed() -> None:
    study = replace(INCA, visits=(*INCA.visits, Visit(name="extra", title="Unscheduled")))
    assert visits(*START, on=30, study=study)["extra"].status == "not_expected"
    planned = visits(*START, did("extra", 25), on=30, study=study)
    assert planned["extra"].status == "done" and planned["day-30"].status == "due"


def test_the_wash_out_begins_when_the_first_period_ended() -> None:
    study = STUDIES["crossover"]
    done = (did("first-start", 0), did("first-end", 30))
    planned = visits(*done, on=57, study=study)
    assert planned["second-start"].nominal == day(58)
    assert planned["second-end"].nominal == day(86)


@st.composite
def courses(draw: st.DrawFn) -> tuple[Study, list[Done]]:
    study = STUDIES[draw(st.sampled_from(EXAMPLES))]
    names = st.sampled_from([v.name for v in study.visits])
    done = draw(st.lists(st.builds(did, names, st.integers(-60, 250)), max_size=10))
    return study, done


@given(course=courses(), on=st.integers(-100, 400), shift=st.integers(-3000, 3000))
def test_a_schedule_moves_with_its_dates_and_not_with_the_order_of_telling(
    course: tuple[Study, list[Done]], on: int, shift: int
) -> None:
    study, done = course
    by = datetime.timedelta(days=shift)
    here = schedule(study, done, today=day(on))
    there = schedule(study, [replace(d, on=d.on + by) for d in reversed(done)], today=day(on) + by)
    for a, b in zip(here, there, strict=True):
        assert (a.status, a.deviation_days, a.times) == (b.status, b.deviation_days, b.times)
        assert (None if a.nominal is None else a.nominal + by) == b.nominal


@given(course=courses(), on=st.integers(-100, 400), later=st.integers(0, 300))
def test_what_took_place_never_changes_and_what_is_open_only_ages(
    course: tuple[Study, list[Done]], on: int, later: int
) -> None:
    study, done = course
    ages = {status: age for age, status in enumerate(("not_yet", "due", "overdue"))}
    names = {d.visit for d in done}
    for a, b in zip(
        schedule(study, done, today=day(on)), schedule(study, done, today=day(on + later)), strict=True
    ):
        took_place = a.status in ("done", "early", "out_of_window")
        assert took_place == (a.visit.name in names)
        if took_place or a.status in ("missed", "not_expected"):
            assert a == b
        else:
            assert ages[a.status] <= ages[b.status]
