"""The plan is what the first row of the journal says."""

from __future__ import annotations

import pytest

from protocols.limits import LimitsSpec
from qst_station.findings import Refused
from qst_station.session.plan import plan_from_opening


def test_plan_of_a_visit(plan) -> None:
    assert [step.key for step in plan.steps[:3]] == ["FIG8", "MDT@control", "MPT@control"]
    assert len({step.key for step in plan.steps}) == 13
    assert (plan.sites["affected"].side, plan.sites["control"].side) == ("left", "right")
    assert isinstance(plan.tests["MDT"].machine, LimitsSpec)
    assert plan.limb.affected_side == "left"
    assert plan.kind == "practice"


def test_gauge_lies_under_the_tests_it_is_given_for(plan, plan_without_gauge) -> None:
    assert plan.gauge_for("PPT").stream == "gauge-1"
    assert plan.gauge_for("MDT") is None
    assert plan_without_gauge.gauge_for("PPT") is None


def test_another_format_is_refused(opening) -> None:
    with pytest.raises(ValueError, match="qst-journal/9"):
        plan_from_opening({**opening(), "format": "qst-journal/9"}, place="journal")


def test_a_broken_protocol_text_names_journal_and_document(opening) -> None:
    row = opening()
    row["inputs"]["dfns/mdt.toml"] = row["inputs"]["dfns/mdt.toml"].replace("series = 10", "series = 1")
    with pytest.raises(Refused) as caught:
        plan_from_opening(row, place="visit.qst")
    assert "visit.qst: dfns/mdt.toml" in caught.value.finding.line()


def test_a_visit_without_limb_measurement(opening) -> None:
    assert plan_from_opening({**opening(), "limb": None}, place="journal").limb is None
