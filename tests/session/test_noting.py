"""Notes with codes, and reasons that are given afterwards."""

from __future__ import annotations

import json

import pytest

from qst_station.session.machine import replay
from qst_station.session.plan import plan_from_opening
from qst_station.session.running import NotNow
from qst_station.station.opening import VisitRequest, opening_row
from qst_station.station.record import tables
from tests.session.conftest import NURSE, Visit


@pytest.fixture
def visit() -> Visit:
    request = VisitRequest(
        participant_id="P-0123", visit="day-0", affected_side="right", limb="upper", kind="practice"
    )
    row = json.loads(json.dumps(opening_row(request, (), NURSE, utc="2026-01-02T03:04:05+00:00")))
    return Visit(plan_from_opening(row, place="row"))


def notes(visit: Visit) -> list[tuple[str, str, str, str, int]]:
    rows = tables(visit.plan, visit.state)["notes"]
    return [(r["kind"], r["code"], r["text"], r["step"], r["trial"]) for r in rows if r["kind"] != "order"]


def test_a_code_is_enough_and_words_may_come_with_it(visit: Visit) -> None:
    visit.do("adverse", code="flare", text="")
    visit.start("VDT").answer()
    visit.do("deviation", code="moved", text="right foot")
    visit.do("deviation", code="other", text="  phone rang ")
    assert notes(visit) == [
        ("adverse", "flare", "", "", -1),
        ("deviation", "moved", "right foot", "VDT@control", 2),
        ("deviation", "other", "phone rang", "VDT@control", 2),
    ]
    assert visit.status == "running"
    assert replay(visit.plan, visit.events) == visit.state


@pytest.mark.parametrize(
    ("code", "text", "why"),
    [("no_code", "x", "deviation has no code 'no_code'; allowed: moved"), ("other", " ", "needs words")],
)
def test_a_note_that_says_nothing_is_refused(visit: Visit, code: str, text: str, why: str) -> None:
    with pytest.raises(NotNow, match=why):
        visit.do("deviation", code=code, text=text)


def test_a_note_does_not_touch_a_ramp_under_way(new_visit, plan) -> None:
    ramp = new_visit(plan).start("PPT")
    ramp.do("begin")
    ramp.force(0.0, 5.0, 10.0)
    before = ramp.state.run
    ramp.do("note", kind="remark", text="moved")
    assert ramp.state.run == before


def test_why_a_pause_was_made_may_be_said_while_it_lasts(visit: Visit) -> None:
    visit.start("VDT").answer()
    visit.do("pause", reason="")
    visit.do("explain", code="rest", text="water")
    assert visit.state.steps[visit.state.current or 0].reason == "participant rests: water"
    visit.do("resume")
    assert notes(visit)[-1] == ("pause", "rest", "water", "VDT@control", 1)
    with pytest.raises(NotNow, match="nothing was paused or stopped"):
        visit.do("explain", code="rest", text="")


def test_why_a_step_was_stopped_goes_into_its_reason_and_that_of_its_values(visit: Visit) -> None:
    visit.start("VDT").answer()
    index = visit.state.current
    assert index is not None
    visit.do("stop", reason="")
    visit.do("explain", code="too_painful", text="")
    now = visit.state.steps[index]
    assert (now.status, now.reason) == ("stopped", "too painful")
    assert [p.reason.startswith("stopped: too painful (") for p in now.parameters] == [True]
    assert visit.state.attempts[-1].reason == "too painful"
    assert notes(visit)[-1][:4] == ("stop", "too_painful", "", "VDT@control")
    visit.start("MDT")
    with pytest.raises(NotNow, match="nothing was paused or stopped"):
        visit.do("explain", code="too_painful", text="")


def test_why_a_repeat_was_stopped_stands_beside_the_attempt_that_counts(visit: Visit) -> None:
    visit.start("VDT").finish_test()
    visit.start("VDT", reason="again").do("stop", reason="")
    visit.do("explain", code="asked", text="")
    index = visit.state.attempts[-1].step
    now = visit.state.steps[index]
    assert (now.status, now.reason) == (
        "done",
        "attempt 1 counts: attempt 2 stopped: participant asked to stop",
    )
