"""When each visit of a participant is due. Nothing here forbids one: what was done stands, with its deviation."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final, Literal

from qst_station.study.document import Assessment, Grade, Study, Visit

Status = Literal["not_yet", "due", "overdue", "missed", "not_expected", "done", "early", "out_of_window"]
OPEN: Final[frozenset[Status]] = frozenset({"due", "overdue"})
"""The visit should be done now."""

_DAY: Final = datetime.timedelta(days=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Done:
    """A visit took place on a day; `assessments` are those that were completed."""

    visit: str
    on: datetime.date
    assessments: tuple[Assessment, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Planned:
    """One visit of one participant.

    Attributes
    ----------
    nominal : date or None
        None while the day it counts from is not known.
    opens, closes : date or None
        First and last day of the window; None where the study states none.
    status : str
        Not done: `not_yet`; `due` in the window or, without one, on the nominal day; `overdue` after it; `missed`
        once a later visit of the kind was done; `not_expected` of somebody who left the study, and of a visit
        without a day below day 0.
        Done: `done`, `early` before the window, `out_of_window` after it.
    done_on : date or None
        The first day on which it took place.
    deviation_days : int or None
        Days from the nominal day to `done_on`, or of an open visit to today; negative is too early.
    outstanding : tuple of str
        Required assessments of a visit that took place that were not completed at it.
    times : int
        How often it took place.
    """

    visit: Visit
    nominal: datetime.date | None
    opens: datetime.date | None
    closes: datetime.date | None
    window_grade: Grade
    status: Status
    done_on: datetime.date | None
    deviation_days: int | None
    outstanding: tuple[Assessment, ...]
    times: int


def schedule(
    study: Study,
    done: Iterable[Done],
    *,
    today: datetime.date,
    day_0: datetime.date | None = None,
    expected: bool = True,
) -> tuple[Planned, ...]:
    """Every visit of the study, in its order.

    Parameters
    ----------
    done : iterable of Done
        What took place, in any order; visits that the study does not have are left out.
    day_0 : date or None
        The date from which days count; by default the day on which the visit of day 0 took place.
    expected : bool
        False for somebody who has left or completed the study: what is not done is not expected.
    """
    sessions: dict[str, list[Done]] = {visit.name: [] for visit in study.visits}
    for one in sorted(done, key=lambda d: d.on):
        if one.visit in sessions:
            sessions[one.visit].append(one)
    first = {name: took[0].on for name, took in sessions.items() if took}
    nominal = _nominal_days(study, first, day_0 if day_0 is not None else first.get(study.day_0.name))
    return tuple(
        _planned(
            study,
            visit,
            nominal[visit.name],
            sessions[visit.name],
            open_status=_open_status(study, visit, nominal, first, today) if expected else "not_expected",
            today=today,
        )
        for visit in study.visits
    )


def _nominal_days(
    study: Study, first: Mapping[str, datetime.date], day_0: datetime.date | None
) -> dict[str, datetime.date | None]:
    nominal: dict[str, datetime.date | None] = {}
    for visit in study.visits:
        start = first.get(visit.after, nominal[visit.after]) if visit.after else day_0
        nominal[visit.name] = None if start is None or visit.day is None else start + visit.day * _DAY
    return nominal


def _planned(
    study: Study,
    visit: Visit,
    nominal: datetime.date | None,
    took: list[Done],
    *,
    open_status: Status,
    today: datetime.date,
) -> Planned:
    opens, closes = _window(visit, nominal)
    done_on = took[0].on if took else None
    reached = done_on if done_on is not None else today if open_status in OPEN else None
    completed = {assessment for one in took for assessment in one.assessments}
    return Planned(
        visit=visit,
        nominal=nominal,
        opens=opens,
        closes=closes,
        window_grade=study.window_grade,
        status=open_status if done_on is None else _done_status(done_on, opens, closes),
        done_on=done_on,
        deviation_days=None if nominal is None or reached is None else (reached - nominal).days,
        outstanding=tuple(a for a in visit.required if a not in completed) if took else (),
        times=len(took),
    )


def _window(visit: Visit, nominal: datetime.date | None) -> tuple[datetime.date | None, datetime.date | None]:
    if nominal is None or visit.window_days is None:
        return None, None
    before, after = visit.window_days
    return nominal - before * _DAY, nominal + after * _DAY


def _done_status(on: datetime.date, opens: datetime.date | None, closes: datetime.date | None) -> Status:
    if opens is not None and on < opens:
        return "early"
    return "out_of_window" if closes is not None and on > closes else "done"


def _open_status(
    study: Study,
    visit: Visit,
    nominal: Mapping[str, datetime.date | None],
    first: Mapping[str, datetime.date],
    today: datetime.date,
) -> Status:
    at = study.visits.index(visit)
    if visit.day is None and at > study.visits.index(study.day_0):
        return "not_expected"
    if any(v.name in first and v.day is not None and v.kind == visit.kind for v in study.visits[at + 1 :]):
        return "missed"
    day = nominal[visit.name]
    if day is None:
        # Without a date of its own, a visit follows those above it: screening at once, day 0 after screening.
        waits = visit.day is not None and visit is not study.day_0
        before = (v for v in study.visits[:at] if v.kind == "clinic" and v.day is None)
        return "not_yet" if waits or any(v.name not in first for v in before) else "due"
    opens, closes = _window(visit, day)
    if today < (day if opens is None else opens):
        return "not_yet"
    return "due" if today <= (day if closes is None else closes) else "overdue"
