"""Force limits of a study: what holds at which site of a visit, and which document is refused."""

from __future__ import annotations

from typing import Any

import pytest

from qst_station.findings import Refused
from qst_station.session.events import Actor, Command
from qst_station.session.machine import first_state, step
from qst_station.session.plan import SessionPlan, plan_from_opening
from qst_station.station.opening import VisitRequest, opening_row
from qst_station.station.view import view
from qst_station.study.study import load_study
from tests.study.documents import as_toml, document

NURSE = Actor(who="nurse", role="examiner")


def limit(test: str, **more: Any) -> dict[str, Any]:
    return {"test": test, "grade": "protocol", "source": "Protocol 3.0, section 5.2", **more}


def study_with(*limits: dict[str, Any], control_area: str = "limb") -> str:
    data = document("healthy")
    data["test_sites"][0]["area"] = control_area
    data["visits"][0]["optional"] = ["electronic_von_frey"]
    return as_toml({**data, "force_limits": list(limits)})


def plan_with(*limits: dict[str, Any], **more: str) -> SessionPlan:
    request = VisitRequest(
        participant_id="V-001", visit="volunteer", affected_side="left", limb="upper", kind="practice"
    )
    text = study_with(*limits, **more)
    row = opening_row(request, [], NURSE, utc="2026-01-01T00:00:00+00:00", study_document=text)
    return plan_from_opening(row, place="row")


def spec_at(plan: SessionPlan, key: str) -> Any:
    return plan.test_at(next(i for i, step in enumerate(plan.steps) if step.key == key))


def shown(plan: SessionPlan, key: str) -> Any:
    index = next(i for i, step in enumerate(plan.steps) if step.key == key)
    order = Command(t_ns=1, name="start", args={"step": index, "reason": "test"}, actor=NURSE, source="test")
    return view(plan, step(plan, first_state(plan), order)[0])


def test_a_limit_holds_where_the_study_says_and_nowhere_else() -> None:
    plan = plan_with(
        limit("PPT", area="foot", limit_kpa=400.0), limit("PPT", limit_kpa=600.0), control_area="foot"
    )
    assert spec_at(plan, "PPT@control").ramp.limit_kpa == 400.0  # the lower of the two
    assert spec_at(plan, "PPT@affected").ramp.limit_kpa == 600.0
    assert plan.tests["PPT"].ramp is not None and plan.tests["PPT"].ramp.limit_kpa == 1000.0
    assert spec_at(plan, "MPT@control") is plan.tests["MPT"]
    assert shown(plan, "PPT@affected")["test"]["limit"] == "limit 600 kPa, set by the study"
    assert shown(plan, "PPT@control")["ramp"]["limit"] == 400.0
    assert shown(plan, "EVF@control")["test"]["limit"] == "limit 1000 mN, set by the protocol"


def test_a_limit_of_one_area_holds_at_that_area_and_the_lowest_counts() -> None:
    of_affected, of_control = (
        limit("PPT", role="affected", limit_kpa=300.0),
        limit("PPT", role="control", limit_kpa=900.0),
    )
    plan = plan_with(limit("PPT", limit_kpa=600.0), of_affected, of_control)
    assert spec_at(plan, "PPT@affected").ramp.limit_kpa == 300.0
    assert spec_at(plan, "PPT@control").ramp.limit_kpa == 600.0
    assert plan.opening["force_limits"]["PPT@affected"]["role"] == "affected"
    assert "role" not in plan.opening["force_limits"]["PPT@control"]
    alone = plan_with(of_affected)
    assert spec_at(alone, "PPT@control").ramp.limit_kpa == 1000.0


def test_the_limit_in_force_stands_in_the_opening_row_with_its_source() -> None:
    plan = plan_with(limit("EVF", limit_mn=300.0), limit("PPT", limit_kpa=2000.0), limit("MDT", limit_mn=100.0))
    assert plan.opening["force_limits"] == {
        key: {
            "load": load,
            "unit": "mN",
            "area": "any",
            "grade": "protocol",
            "source": "Protocol 3.0, section 5.2",
        }
        for key, load in (
            ("MDT@control", 100.0),
            ("MDT@affected", 100.0),
            ("EVF@control", 300.0),
            ("EVF@affected", 300.0),
        )
    }
    words = shown(plan, "MDT@control")["test"]["limit"]
    assert words == "limit 100 mN, set by the study: no stronger stimulus is offered"
    assert shown(plan, "WUR@control")["test"]["limit"] == ""
    assert [s.nominal_force_mn for s in spec_at(plan, "MDT@control").limits.stimuli][-1] == 64.0


def test_without_limits_every_site_has_the_test_of_the_protocol() -> None:
    plan = plan_with()
    assert plan.opening["force_limits"] == {} and plan.limited_tests == {}
    assert shown(plan, "PPT@control")["test"]["limit"] == "limit 1000 kPa, set by the protocol"


@pytest.mark.parametrize(
    ("limits", "field", "words"),
    [
        ([limit("MPS", limit_mn=256.0)], "force_limits[0].limit_mn", ("MPS", "512 mN", "256 mN")),
        ([limit("WUR", limit_mn=100.0)], "force_limits[0].limit_mn", ("WUR", "256 mN", "100 mN")),
        ([limit("MDT", limit_mn=0.3)], "force_limits[0].limit_mn", ("leaves no set", "0.5 mN")),
        ([limit("PPT", limit_mn=600.0)], "force_limits[0].limit_mn", ("PPT is limited in kPa",)),
        ([limit("PPT", limit_kpa=8.0)], "force_limits[0].limit_kpa", ("contact of 10 kPa",)),
        ([limit("PPT", limit_kpa=-1.0)], "force_limits[0].limit_kpa", ("no force",)),
        ([limit("VDT", limit_mn=8.0)], "force_limits[0].limit_mn", ("VDT applies no known force",)),
        ([limit("PPT")], "force_limits[0]", ("one number",)),
        ([limit("PPT", limit_kpa=1.0, limit_mn=1.0)], "force_limits[0]", ("one number",)),
        ([limit("HPT", limit_kpa=600.0)], "force_limits[0].test", ("no such test", "PPT", "EVF")),
        ([limit("PPT", limit_kpa=600.0, source=" ")], "force_limits[0].source", ("empty",)),
        ([limit("PPT", limit_kpa=600.0)] * 2, "force_limits[1]", ("limited twice",)),
        ([limit("PPT", limit_kpa=600.0, area="hand")] * 2, "force_limits[1]", ("twice at the hand",)),
        ([limit("PPT", limit_kpa=600.0, role="control")] * 2, "force_limits[1]", ("twice at the control area",)),
    ],
)
def test_a_limit_that_cannot_be_is_named(limits: list[dict[str, Any]], field: str, words: tuple[str, ...]) -> None:
    with pytest.raises(Refused) as caught:
        load_study(study_with(*limits), place="site.toml")
    finding = caught.value.finding
    assert finding.code == "study.invalid" and finding.place == f"site.toml: {field}"
    said = f"{finding.happened} {finding.remedy}"
    assert all(word in said for word in words), said
