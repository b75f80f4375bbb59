"""The first row of a journal: who may take part, what is drawn, and what a missing age costs."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from qst_station.findings import Refused
from qst_station.session.events import Actor
from qst_station.session.machine import first_state
from qst_station.session.plan import plan_from_opening
from qst_station.station.opening import VisitRequest, battery_documents, opening_row
from qst_station.station.record import tables
from qst_station.station.results import fitted
from qst_station.tables import Column

NURSE = Actor(who="nurse", role="examiner")


def opening(**changes: Any) -> dict[str, Any]:
    request: dict[str, Any] = {
        "participant_id": "SIM-001",
        "visit": "day-0",
        "affected_side": "right",
        "limb": "upper",
        "age_y": 45,
        "sex": "female",
        "seed": 1,
    }
    return opening_row(VisitRequest(**{**request, **changes}), [], NURSE, utc="2026-01-01T00:00:00+00:00")


@pytest.mark.parametrize(
    "wrong",
    [
        {"participant_id": ""},
        {"participant_id": "../etc"},
        {"participant_id": "SIM 001"},
        {"participant_id": "SIM-001\n"},
        {"participant_id": "ＳＩＭ-001"},
        {"visit": "day-1000"},
        {"age_y": 0},
        {"age_y": 120},
        {"age_y": -5},
        {"limb_variant": "nose"},
        {"limb_position": "upside down"},
    ],
)
def test_a_request_that_does_not_fit_is_refused_with_a_remedy(wrong: dict[str, Any]) -> None:
    with pytest.raises(Refused) as refused:
        opening(**wrong)
    assert refused.value.finding.happened and refused.value.finding.remedy


@settings(max_examples=20)
@given(seed=st.integers(min_value=0, max_value=2**64))
def test_each_run_holds_every_stimulus_once_and_equal_seeds_give_equal_orders(seed: int) -> None:
    row = opening(seed=seed)
    spec = battery_documents().tests["MPS"].rating
    assert spec is not None
    ids = sorted(stimulus.id for stimulus in spec.stimuli)
    assert len(ids) == 10 and spec.runs == 5
    for order in row["orders"].values():
        runs = [order[at : at + 10] for at in range(0, len(order), 10)]
        assert len(runs) == 5 and all(sorted(run) == ids for run in runs)
    assert opening(seed=seed)["orders"] == row["orders"]


def test_a_seed_that_is_not_given_is_drawn_and_stored() -> None:
    first, second = opening(seed=None), opening(seed=None)
    assert first["seed"] != second["seed"] and first["orders"] != second["orders"]
    assert opening(seed=first["seed"])["orders"] == first["orders"]


@pytest.mark.parametrize("limb", ("upper", "lower"))
def test_the_control_site_is_the_other_side_and_comes_first(limb: str) -> None:
    row = opening(limb=limb, affected_side="left")
    assert (row["sites"]["control"]["side"], row["sites"]["affected"]["side"]) == ("right", "left")
    assert {site["body_site"] for site in row["sites"].values()} == {"hand" if limb == "upper" else "foot"}
    roles = [step["site_role"] for step in row["steps"] if step["site_role"]]
    assert roles == sorted(roles, key=["control", "affected"].index)


@pytest.mark.parametrize("missing", ({"age_y": None}, {"sex": None}, {"age_y": 15}))
def test_without_age_or_sex_there_is_no_z_and_a_reason(missing: dict[str, Any]) -> None:
    plan = plan_from_opening(opening(**missing), place="row")
    for row in tables(plan, first_state(plan))["parameters"]:
        assert row["z"] != row["z"] and row["outside_95"] == "" and row["reason"]


@given(text=st.text(st.characters(exclude_categories=("Cs",)), max_size=80), length=st.integers(1, 40))
def test_a_text_is_cut_to_its_column_between_two_characters(text: str, length: int) -> None:
    column = Column(name="reason", kind="text", label="", length=length)
    kept = fitted((column,), {"reason": text})["reason"]
    assert len(kept.encode()) <= length and text.startswith(kept) and not kept.endswith("\0")
    if len(text.encode()) <= length and not text.endswith("\0"):
        assert kept == text
