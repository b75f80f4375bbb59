"""Force limits of a study: which apply at a test site, and which cannot be."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import asdict

from protocols.battery import TestSpec
from protocols.force_limits import ForceLimit, limited, unit_of
from qst_station.study.document import SetLimit, Study
from qst_station.study.fault import Fault
from qst_station.study.protocol_documents import packaged_tests


def limit_at(study: Study, test: str, body_site: str, role: str) -> SetLimit | None:
    """The lowest limit that a study sets for a test at a site; None where it changes nothing of the test."""
    return lowest_limit(study.force_limits, packaged_tests()[test], body_site, role)


def lowest_limit(limits: Sequence[SetLimit], test: TestSpec, body_site: str, role: str) -> SetLimit | None:
    """The lowest of these limits for a test on hand or foot, in the role of control or affected area.

    None where it changes nothing of the test.
    """
    found = [
        one
        for one in limits
        if one.test == test.test and one.area in ("any", body_site) and one.role in ("any", role)
    ]
    lowest = min(found, key=lambda one: _load(one).load, default=None)
    return lowest if lowest is not None and limited(test, _load(lowest)) != test else None


def limit_row(limit: SetLimit) -> dict[str, object]:
    """A limit as the opening row of a visit keeps it; its role only where it has one, as rows once had none."""
    role = {} if limit.role == "any" else {"role": limit.role}
    return {**asdict(_load(limit)), "area": limit.area, **role, "grade": limit.grade, "source": limit.source}


def force_limit_faults(study: Study) -> Iterator[Fault]:
    """Limits that are none, and those that would leave a test which gives another parameter."""
    for at, limit in enumerate(study.force_limits):
        place = f"force_limits[{at}]"
        fault = _fault(limit, place) or _twice(study.force_limits, at, place)
        if fault is not None:
            yield fault


def _load(limit: SetLimit) -> ForceLimit:
    if limit.limit_kpa is not None:
        return ForceLimit(load=limit.limit_kpa, unit="kPa")
    assert limit.limit_mn is not None  # checked when the study is read
    return ForceLimit(load=limit.limit_mn, unit="mN")


def _fault(limit: SetLimit, place: str) -> Fault | None:
    tests = packaged_tests()
    if limit.test not in tests:
        return Fault(
            field=f"{place}.test",
            value=limit.test,
            why="there is no such test",
            remedy=f"Choose one of: {', '.join(name for name, test in tests.items() if unit_of(test.machine))}.",
        )
    if not limit.source.strip() or not limit.source.isprintable():
        return Fault(
            field=f"{place}.source",
            value=limit.source,
            why="it is empty, or holds what cannot be shown",
            remedy="Say where the limit comes from, such as 'Protocol 3.0, section 5.2'.",
        )
    if (limit.limit_kpa is None) == (limit.limit_mn is None):
        return Fault(
            field=place,
            value=limit.test,
            why="a limit is one number, limit_kpa or limit_mn",
            remedy="Write limit_kpa for PPT, limit_mn for the other tests.",
        )
    load = _load(limit)
    field = f"{place}.limit_{load.unit.lower()}"
    if not (math.isfinite(load.load) and load.load > 0.0):
        return Fault(field=field, value=load.load, why="it is no force", remedy="Write a number above 0.")
    try:
        limited(tests[limit.test], load)
    except ValueError as fault:
        return Fault(
            field=field,
            value=load.load,
            why=str(fault),
            remedy="Raise the limit; or delete it, and take the test out of the visits too.",
        )
    return None


def _twice(limits: Sequence[SetLimit], at: int, place: str) -> Fault | None:
    limit = limits[at]
    same = (limit.test, limit.area, limit.role)
    if not any((other.test, other.area, other.role) == same for other in limits[:at]):
        return None
    places = ("" if limit.area == "any" else limit.area, "" if limit.role == "any" else f"{limit.role} area")
    where = "".join(f" at the {place}" for place in places if place)
    return Fault(
        field=place, value=limit.test, why=f"it is limited twice{where}", remedy="Leave one of the two out."
    )
