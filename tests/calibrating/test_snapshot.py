"""What a session keeps: each instrument with its state, its force and its whole certificate."""

from __future__ import annotations

import datetime
import json
from pathlib import Path

import pytest

from qst_station.calibrating.certificate_file import checked_certificate
from qst_station.calibrating.entries import CertifiedElsewhere, Retired, Used
from qst_station.calibrating.issuing import issue
from qst_station.calibrating.register import Register
from qst_station.calibrating.snapshot import set_snapshot, snapshot
from qst_station.findings import Refused
from tests.calibrating.conftest import ON, UTC
from tests.calibrating.example_content import hair_content


def test_measured_and_nominal_stand_side_by_side(data: Path, register: Register) -> None:
    issued = issue(register, hair_content, instrument_id="optihair2-A-8", meaning="m", utc=UTC)
    register.record([("optihair2-A-8", Used(times=4))], who="EX", utc=UTC)
    calibrated, bare = snapshot(register.content, ["optihair2-A-8", "optihair2-A-4"], ON)
    assert json.loads(json.dumps([calibrated, bare])) == [calibrated, bare]
    assert (calibrated["nominal_mn"], calibrated["measured_mn"], calibrated["expanded_mn"]) == (
        8.0,
        7.625312,
        0.0621,
    )
    assert (calibrated["state"], calibrated["due"], calibrated["uses_since_rest"]) == ("valid", "2027-11-20", 4)
    again = checked_certificate(calibrated["certificate_json"].encode(), register.content.keys, place="session")
    assert again == issued.certificate
    assert (bare["nominal_mn"], bare["measured_mn"], bare["certificate_json"]) == (4.0, None, None)
    assert (bare["state"], bare["usable"], bare["remedy"]) == ("unchecked", False, "Calibrate it.")


def test_a_new_certificate_does_not_change_an_old_snapshot(register: Register) -> None:
    issue(register, hair_content, instrument_id="optihair2-A-8", meaning="m", utc=UTC)
    before = snapshot(register.content, ["optihair2-A-8"], ON)
    old = register.content
    issue(register, hair_content, instrument_id="optihair2-A-8", meaning="m", utc=UTC)
    assert snapshot(old, ["optihair2-A-8"], ON) == before
    (now,) = snapshot(register.content, ["optihair2-A-8"], ON)
    assert now["certificate"] == "INCA-01-2026-0002"
    assert before[0]["certificate"] == "INCA-01-2026-0001"


def test_a_certificate_from_elsewhere_gives_no_force(register: Register) -> None:
    event = CertifiedElsewhere(certificate="D-K-1", laboratory="lab", date=datetime.date(2026, 5, 2))
    register.record([("BAL-1", event)], who="EX", utc=UTC)
    (found,) = snapshot(register.content, ["BAL-1"], ON)
    assert (found["state"], found["certificate"], found["certificate_json"]) == ("valid", "D-K-1", None)
    assert found["due"] is None


def test_a_set_comes_by_slot_without_what_is_retired(register: Register) -> None:
    assert [one["id"] for one in set_snapshot(register.content, "optihair2-A", ON)] == [
        "optihair2-A-4",
        "optihair2-A-8",
    ]
    register.record([("optihair2-A-4", Retired(reason="bent"))], who="EX", utc=UTC)
    assert [one["id"] for one in set_snapshot(register.content, "optihair2-A", ON)] == ["optihair2-A-8"]
    with pytest.raises(Refused, match="optihair2-A"):
        set_snapshot(register.content, "optihair2-B", ON)
    with pytest.raises(Refused, match="no instrument of this name"):
        snapshot(register.content, ["optihair2-A-8", "x"], ON)
