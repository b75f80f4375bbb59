"""What a visit takes from the study: its document, its limb method, its test sites, and which visits open."""

from __future__ import annotations

import hashlib
from typing import Any

import pytest

from qst_station.findings import Refused
from qst_station.session.events import Actor
from qst_station.session.plan import plan_from_opening
from qst_station.station.opening import VisitRequest, opening_row
from qst_station.study.study import study_text
from tests.study.documents import as_toml, document

REQUEST = {"affected_side": "left", "limb": "upper", "seed": 1}


def opening(participant_id: str, visit: str, text: str | None, **more: Any) -> dict[str, Any]:
    request = VisitRequest(**{**REQUEST, "participant_id": participant_id, "visit": visit, **more})
    actor = Actor(who="nurse", role="examiner")
    return opening_row(request, [], actor, utc="2026-01-01T00:00:00+00:00", study_document=text)


def refused(participant_id: str, visit: str, text: str | None, **more: Any) -> str:
    with pytest.raises(Refused) as caught:
        opening(participant_id, visit, text, **more)
    assert caught.value.finding.remedy
    return caught.value.finding.code


def test_without_a_document_it_is_inca_as_ever() -> None:
    row = opening("P-001", "day-60", None)
    assert row["study"] == "INCA" and row["inputs"]["study.toml"] == study_text()
    assert row["limb"]["variant"] == "ulnar-styloid-2nd-mcp" and row["limb"]["position"] == "neutral"
    assert row["sites"] == {
        "control": {"body_site": "hand", "side": "right"},
        "affected": {"body_site": "hand", "side": "left"},
    }
    measured = [step["test"] for step in row["steps"] if step["site_role"] or step["test"] == "FIG8"]
    assert measured[:2] == ["FIG8", "MDT"]


def test_the_document_of_the_site_goes_into_the_session() -> None:
    text = study_text("run_in")
    row = opening("RUN0012", "entry", text, limb="lower")
    assert row["study"] == "RUN-IN" and row["inputs"]["study.toml"] == text
    assert row["input_sha256"]["study.toml"] == hashlib.sha256(text.encode()).hexdigest()
    assert row["limb"]["position"] == "20deg-plantar-flexion"
    assert refused("RUN0013", "entry", text) == "study.participant"


def test_the_control_site_is_where_the_study_says() -> None:
    data = document("crossover")
    data["test_sites"][0] = {"role": "control", "side": "affected", "area": "foot"}
    row = opening("NTH-0016", "first-start", as_toml(data))
    assert plan_from_opening(row, place="row").sites["control"].body_site == "foot"
    assert row["sites"]["control"]["side"] == row["sites"]["affected"]["side"] == "left"


def test_a_visit_at_which_nobody_is_examined_is_not_opened() -> None:
    assert refused("P-001", "call-30", None) == "visit.no_steps"
    data = document("run_in")
    data["visits"][0]["required"] = []
    assert refused("RUN0012", "consent", as_toml(data)) == "visit.no_steps"


def test_a_limb_that_the_study_does_not_measure_is_not_measured_by_default() -> None:
    assert refused("NTH-0016", "first-start", study_text("crossover"), limb="lower") == "study.limb"


def test_a_document_that_cannot_be_used_opens_nothing() -> None:
    data = document()
    data["visits"][3]["day"] = 3
    assert refused("P-001", "day-0", as_toml(data)) == "study.invalid"
