"""The force limits that a visit ran with must be those of the study that travels with it."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from qst_station.findings import Finding
from qst_station.recording.chain import GENESIS, chained
from qst_station.recording.sealed import write_sealed
from qst_station.session.events import Actor
from qst_station.station.opening import STUDY, VisitRequest, opening_row
from qst_station.station.record import OPENING_KIND
from qst_station.station.sealing import sealed_content
from qst_station.station.verifying import verify
from tests.study.documents import as_toml, document

NURSE = Actor(who="nurse", role="examiner")
LIMITS = (
    {"test": "PPT", "grade": "protocol", "source": "a test", "limit_kpa": 600.0},
    {"test": "PPT", "grade": "protocol", "source": "a test", "limit_kpa": 400.0, "area": "foot"},
    {"test": "MDT", "grade": "protocol", "source": "a test", "limit_mn": 100.0},
    {"test": "MPT", "grade": "protocol", "source": "a test", "limit_mn": 300.0, "role": "affected"},
)


def opening() -> dict[str, Any]:
    data = document("healthy")
    data["visits"][0]["optional"] = ["electronic_von_frey"]
    request = VisitRequest(
        participant_id="V-001", visit="volunteer", affected_side="left", limb="lower", kind="practice"
    )
    text = as_toml({**data, "force_limits": list(LIMITS)})
    return opening_row(request, [], NURSE, utc="2026-01-01T00:00:00+00:00", study_document=text)


def found_in(row: dict[str, Any], out: Path) -> list[Finding]:
    """Seal a visit that begins with this row, with hashes that fit it; what verify finds."""
    rows = [chained(GENESIS, 1, OPENING_KIND, json.dumps(row).encode())]
    write_sealed(out, sealed_content(rows, place="test"))
    return verify(out)


def test_limits_of_the_study_pass(tmp_path: Path) -> None:
    row = opening()
    assert {key: limit["load"] for key, limit in row["force_limits"].items()} == {
        "PPT@control": 400.0,
        "PPT@affected": 400.0,
        "MDT@control": 100.0,
        "MDT@affected": 100.0,
        "MPT@affected": 300.0,
    }
    assert found_in(row, tmp_path / "x.h5") == []


def raised(row: dict[str, Any]) -> None:
    row["force_limits"]["PPT@affected"]["load"] = 900.0


def dropped(row: dict[str, Any]) -> None:
    del row["force_limits"]["PPT@affected"]


def of_another_place(row: dict[str, Any]) -> None:
    row["force_limits"]["PPT@affected"] = {**row["force_limits"]["PPT@control"], "load": 600.0, "area": "any"}


@pytest.mark.parametrize("tamper", [raised, dropped, of_another_place])
def test_a_limit_that_is_not_that_of_the_study_is_named(
    tmp_path: Path, tamper: Callable[[dict[str, Any]], None]
) -> None:
    row = opening()
    tamper(row)
    (finding,) = found_in(row, tmp_path / "x.h5")
    assert finding.code == "verify.force_limit" and "PPT@affected" in finding.place
    assert "says 400 kPa (foot, protocol: a test)" in finding.happened


def test_a_study_from_before_there_were_limits_passes(tmp_path: Path) -> None:
    row = opening()
    text = as_toml(document("healthy"))
    row["inputs"][STUDY] = text
    del row["force_limits"]
    row.pop("input_sha256")
    assert found_in(row, tmp_path / "x.h5") == []


def test_a_limit_in_a_visit_whose_study_sets_none_is_named(tmp_path: Path) -> None:
    row = opening()
    row["inputs"][STUDY] = as_toml(document("healthy"))
    row.pop("input_sha256")
    found = found_in(row, tmp_path / "x.h5")
    assert [finding.code for finding in found] == ["verify.force_limit"] * 5
    assert all("says no limit of the study" in finding.happened for finding in found)


def test_a_study_text_that_holds_no_limits_to_derive_is_named(tmp_path: Path) -> None:
    row = opening()
    row["inputs"][STUDY] = row["inputs"][STUDY].replace("limit_kpa", "limit_psi")
    row.pop("input_sha256")
    (finding,) = found_in(row, tmp_path / "x.h5")
    assert finding.code == "verify.force_limit" and STUDY in finding.place
