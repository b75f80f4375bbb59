"""The check-list before a visit: what is entered, what waits for it, and what a form takes over."""

from __future__ import annotations

import json
from typing import Any

import pytest

from qst_station.session.checking import check_due, check_lines, open_lines
from qst_station.session.machine import first_state, replay, step
from qst_station.session.plan import plan_from_opening
from qst_station.session.running import NotNow
from qst_station.station.opening import VisitRequest, opening_row
from qst_station.station.record import tables
from tests.session.conftest import NURSE, Visit


def opened(kind: str = "real", visit: str = "day-0", **changes: Any) -> Visit:
    """A visit as the station opens it, its row as it comes back from a journal."""
    request = VisitRequest(participant_id="P-0123", visit=visit, affected_side="right", limb="upper", kind=kind)
    row = opening_row(request, (), NURSE, utc="2026-01-02T03:04:05+00:00")
    return Visit(plan_from_opening(json.loads(json.dumps({**row, **changes})), place="row"))


def enter(visit: Visit, line: str, said: str = "yes", *, state: str = "ok", reason: str = "") -> None:
    visit.do("check", line=line, state=state, said=said, reason=reason)


def all_in_order(visit: Visit) -> Visit:
    for line in check_lines(visit.plan):
        enter(visit, line.id, "22,5" if line.number else "yes")
    return visit


@pytest.mark.parametrize(("kind", "refused"), [("real", True), ("practice", False), ("simulated", False)])
def test_only_a_real_visit_waits_for_the_check_list(kind: str, refused: bool) -> None:
    visit = opened(kind)
    assert check_due(visit.plan, visit.state)
    if refused:
        with pytest.raises(NotNow, match="check-list before the visit is open"):
            visit.do("start", step=0, reason="")
        visit.do("skip", step=0, reason="refused")  # who does not want to stay is not held up by a list
    else:
        visit.do("start", step=0, reason="")
        assert not check_due(visit.plan, visit.state)


def test_with_every_line_in_order_no_reason_is_asked_for() -> None:
    visit = all_in_order(opened())
    assert open_lines(visit.plan, visit.state) == ()
    visit.do("checked", reason="")
    assert visit.state.checked is not None and visit.state.checked.open_lines == ()
    visit.do("start", step=0, reason="")
    with pytest.raises(NotNow, match="check-list is closed"):
        enter(visit, "rings_off")
    assert replay(visit.plan, visit.events) == visit.state


def test_open_lines_need_a_reason_and_are_named() -> None:
    visit = all_in_order(opened())
    enter(visit, "practice_area", "", state="open")
    with pytest.raises(NotNow, match="not in order yet: practice_area"):
        visit.do("checked", reason="  ")
    visit.do("checked", reason="participant knows the tests")
    assert visit.state.checked is not None and visit.state.checked.open_lines == ("practice_area",)
    rows = tables_of(visit)
    (line,) = [row for row in rows if row["line"] == "practice_area" and row["holds"]]
    assert (line["state"], line["reason"]) == ("open", "participant knows the tests")


def test_an_optional_line_needs_no_reason() -> None:
    visit = all_in_order(opened())
    enter(visit, "pedals", "", state="open")
    visit.do("checked", reason="")


@pytest.mark.parametrize(
    ("said", "reason", "why"),
    [
        ("warm", "", "is no number"),
        ("224", "", "type 22.4 if it was read in tenths"),
        ("16", "", "unusual .18 to 28 °C.: it needs a reason"),
        ("16", "heating is out of order", ""),
        ("22,4", "", ""),
    ],
)
def test_the_temperature_is_judged(said: str, reason: str, why: str) -> None:
    visit = opened()
    if why:
        with pytest.raises(NotNow, match=why):
            enter(visit, "room_c", said, reason=reason)
        return
    enter(visit, "room_c", said, reason=reason)
    (row,) = [row for row in tables_of(visit) if row["line"] == "room_c"]
    assert (row["value"], row["unit"]) == (float(said.replace(",", ".")), "°C")


@pytest.mark.parametrize(("line", "state"), [("no_line", "ok"), ("rings_off", "perhaps")])
def test_what_is_no_line_or_no_state_is_refused(line: str, state: str) -> None:
    with pytest.raises(NotNow, match="allowed: "):
        enter(opened(), line, state=state)


def tables_of(visit: Visit) -> list[dict[str, Any]]:
    return tables(visit.plan, visit.state)["checks"]


def form_of(visit: Visit, test: str = "limb_context") -> int:
    return next(i for i, s in enumerate(visit.plan.steps) if s.test == test)


def test_the_form_of_the_limb_takes_over_what_the_check_list_asked() -> None:
    visit = all_in_order(opened())
    visit.do("checked", reason="")
    visit.do("start", step=form_of(visit), reason="only this")
    for field, answer in (("rest_min", "10"), ("compression_removed", "none"), ("tape_id", "T1")):
        visit.do("form_enter", field=field, answer=answer, reason="")
    held = visit.state.forms[-1].form.held()
    assert (held["rings_off"].answer, held["room_c"].value) == ("yes", 22.5)
    visit.do("form_close")
    assert [(e["field"], e["status"]) for e in tables(visit.plan, visit.state)["entries"]][-1] == (
        "room_c",
        "counted",
    )
    assert replay(visit.plan, visit.events) == visit.state


def test_what_was_left_open_is_asked_by_the_form_and_a_correction_is_typed() -> None:
    visit = all_in_order(opened())
    enter(visit, "rings_off", "", state="open")
    visit.do("checked", reason="later")
    visit.do("start", step=form_of(visit), reason="only this")
    for field, answer in (("rest_min", "10"), ("compression_removed", "none"), ("rings_off", "no")):
        visit.do("form_enter", field=field, answer=answer, reason="")
    visit.do("form_enter", field="tape_id", answer="T1", reason="")
    visit.do("form_correct", field="room_c", reason="thermometer was in the sun")
    visit.do("form_enter", field="room_c", answer="20", reason="")
    held = visit.state.forms[-1].form.held()
    assert (held["rings_off"].answer, held["room_c"].value) == ("no", 20.0)


def test_a_visit_without_tests_asks_for_less() -> None:
    steps = [{"test": "css", "site_role": None, "moment": "", "optional": False}]
    assert [line.id for line in check_lines(opened(steps=steps).plan)] == ["devices", "disk", "clock"]


def test_a_journal_from_before_has_no_check_list_and_waits_for_none() -> None:
    row = opening_row(
        VisitRequest(participant_id="P-0123", visit="day-0", affected_side="right", limb="upper"),
        (),
        NURSE,
        utc="2026-01-02T03:04:05+00:00",
    )
    documents = {name: text for name, text in row["documents"].items() if name not in ("checklist", "notes")}
    plan = plan_from_opening({**row, "documents": documents}, place="row")
    visit = Visit(plan)
    assert first_state(plan) == visit.state
    assert not check_due(plan, visit.state)
    with pytest.raises(NotNow, match="has no check-list"):
        visit.do("checked", reason="x")
    with pytest.raises(NotNow, match="no list of codes"):
        visit.do("adverse", code="flare", text="")
    state, _ = step(plan, visit.state, visit.order("start", step=0, reason=""))
    assert state.current == 0
