"""The course of thirty participants with known drift: changes, whether they exceed reading error, and gaps."""

from __future__ import annotations

import datetime
import json
import shutil
from pathlib import Path
from typing import Any

import pytest

from qst_station.cli.main import main
from qst_station.findings import Refused
from qst_station.session.events import Actor
from qst_station.station.attendance import index_sessions
from qst_station.station.limb_calibrations import FOLDER, keep
from qst_station.station.study_desk import StudyDesk
from qst_station.study.participants import Amended
from qst_station.study.register import ParticipantRegister
from qst_station.study.study import study_text
from tests.study.cohort import (
    COHORT,
    INCA,
    METHOD,
    NOW,
    VISITS,
    began,
    delay,
    drift_cm,
    reader,
    seal,
    seal_cohort,
    segment,
    summary,
    z_of,
)

INVESTIGATOR = Actor(who="IV", role="investigator")
# SEM (cm) by segment and whether the reader is the same: Watson 2008 (ankle, between sittings); Dewey 2007 (hand,
# the larger of two values of one reader, and between readers). No value is published for two readers of an ankle.
SEM_CM = {("hand", True): 0.47, ("hand", False): 0.58, ("ankle", True): 0.3}


@pytest.fixture(scope="module")
def cohort(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("cohort")
    seal_cohort(folder)
    index_sessions(folder, INCA, utc=NOW)
    return folder


@pytest.fixture
def data(cohort: Path, tmp_path: Path) -> Path:
    return shutil.copytree(cohort, tmp_path / "data")


def desk(data: Path) -> StudyDesk:
    return StudyDesk(data, lambda: NOW)


def course(data: Path, number: int) -> dict[str, Any]:
    found = desk(data).course(f"P-{number:03}", INVESTIGATOR)
    json.dumps(found, allow_nan=False)
    return found


def refused(data: Path, number: int, role: str) -> str:
    with pytest.raises(Refused) as caught:
        desk(data).course(f"P-{number:03}", Actor(who="XY", role=role))
    assert caught.value.finding.remedy
    return caught.value.finding.code


def test_every_change_has_its_known_size_and_the_right_verdict(cohort: Path) -> None:
    seen = set()
    for number in range(COHORT):
        found = course(cohort, number)
        assert found["findings"] == [] and [p["visit"] for p in found["points"]] == list(VISITS)
        for point, limb in zip(found["points"], found["limb"], strict=True):
            visit = point["visit"]
            drift = drift_cm(number, visit)
            assert point["day"] == VISITS[visit] + delay(number, visit)
            assert limb["affected_cm"] == 43.0 + drift and limb["unaffected_cm"] == 41.0
            assert limb["difference_cm"] == pytest.approx(2.0 + drift)
            same = reader(number, visit) == reader(number, "day-0")
            sem = SEM_CM.get((segment(number), same))
            if visit in ("screening", "day-0") or sem is None:
                assert limb["verdicts"] == [] and limb["not_compared"]
                continue
            said = {v["quantity"]: v for v in limb["verdicts"]}
            # MDC95 = 1.96 √2 SEM of a girth, 1.96 · 2 SEM of a difference of two.
            for quantity, changed, factor in (
                ("affected", drift, 2.771859),
                ("unaffected", 0.0, 2.771859),
                ("difference", drift, 3.92),
            ):
                told = said.pop(quantity)
                assert told["change_cm"] == pytest.approx(changed)
                assert told["mdc95_cm"] == pytest.approx(factor * sem, rel=1e-6)
                assert told["verdict"] == ("above" if abs(changed) > factor * sem else "below")
                seen.add((quantity, told["verdict"], changed < 0))
            assert said == {} and limb["excess_reduction_percent"] == pytest.approx(-50 * drift)
            assert {error["sem_cm"] for error in found["errors"]} >= {sem}
    both = [(quantity, verdict) for quantity in ("affected", "difference") for verdict in ("below", "above")]
    assert {(*pair, falls) for pair in both for falls in (True, False)} <= seen
    assert {seen_ for seen_ in seen if seen_[0] == "unaffected"} == {("unaffected", "below", False)}


def test_z_scores_stand_at_their_visits_and_none_is_made_up(cohort: Path) -> None:
    found = course(cohort, 5)
    assert [(row["parameter"], row["site_role"]) for row in found["parameters"]] == [
        ("MPT", "control"),
        ("MPT", "affected"),
    ]
    for row in found["parameters"]:
        assert row["values"][0] is None
        z = [value["z"] for value in row["values"][1:]]
        assert z == [z_of(5, visit, row["site_role"]) for visit in list(VISITS)[1:]]


def test_a_visit_that_did_not_take_place_and_a_file_that_is_gone_are_gaps(data: Path) -> None:
    for path in data.glob("P-004_day-*"):
        path.unlink()
    shutil.rmtree(data / "participants")
    for visit in ("day-0", "day-30", "day-90"):
        seal(data, summary(4, visit, began(4, visit)))
    index_sessions(data, INCA, utc=NOW)
    next(data.glob("P-004_day-90*")).unlink()
    found = course(data, 4)
    assert [(p["visit"], p["gap"]) for p in found["points"]] == [
        ("screening", ""),
        ("day-0", ""),
        ("day-30", ""),
        ("day-60", "missed"),
        ("day-90", "file cannot be read"),
        ("day-120", "overdue"),
    ]
    assert [limb is None for limb in found["limb"]] == [False, False, False, True, True, True]
    assert [finding["code"] for finding in found["findings"]] == ["sealed.unreadable"]


def test_without_day_0_nothing_is_compared(data: Path) -> None:
    next(data.glob("P-005_day-0_*")).unlink()
    assert all(
        limb is None or (limb["not_compared"] == "no girth at Day 0" and not limb["verdicts"])
        for limb in course(data, 5)["limb"]
    )


def test_another_way_of_measuring_is_not_compared(data: Path) -> None:
    sides = summary(5, "day-90", began(5, "day-90"))["limb_sides"]
    next(data.glob("P-005_day-90_*")).unlink()
    seal(data, summary(5, "day-90", began(5, "day-90"), limb_sides=[{**s, "position": "other"} for s in sides]))
    limb = course(data, 5)["limb"][4]
    assert limb["not_compared"] == f"other position than at the baseline: other, not {METHOD['hand'][1]}"
    assert limb["change"] is None and limb["verdicts"] == []


# Participant 29 begins within these girths and ends with 45.8 cm.
GIRTHS_CM = (38.0, 39.5, 41.0, 42.5, 44.0)
VOLUMES_ML = (400.0, 450.0, 480.0, 540.0, 570.0)


def calibrated(data: Path, variant: str = METHOD["hand"][0]) -> str:
    kept = keep(
        data,
        segment="hand",
        variant=variant,
        done_on=datetime.date(2026, 1, 5),
        done_by="AB",
        girths_cm=GIRTHS_CM,
        volumes_ml=VOLUMES_ML,
    )
    return kept.file


def test_without_a_calibration_for_the_girth_there_is_no_millilitre(data: Path) -> None:
    calibrated(data, "radial-styloid-no-wrist")
    for number in (3, 5):  # an ankle, and a hand of another variant
        found = course(data, number)
        assert found["calibrations"] == [] and found["findings"] == []
        assert all(row["estimated_ml"] is None for row in found["limb"])
        assert "volume_ml" not in json.dumps(found)


def test_with_a_calibration_each_girth_in_its_range_has_a_volume(data: Path) -> None:
    calibrated(data)
    file = calibrated(data)
    found = course(data, 29)
    (calibration,) = found["calibrations"]
    assert file.endswith("_v2.toml") and calibration["file"] == file
    assert (calibration["n"], calibration["done_on"]) == (5, "2026-01-05") and calibration["see_ml"] > 0
    for row in found["limb"]:
        volume = row["estimated_ml"]
        assert volume["calibration"] == file
        # The least-squares line of the five pairs: 488 ml at their mean of 41.0 cm, 86 / 3 ml for a centimetre.
        assert volume["unaffected"]["volume_ml"] == pytest.approx(488.0)
        assert volume["unaffected"]["low_ml"] < 488.0 < volume["unaffected"]["high_ml"]
        if row["affected_cm"] <= 44.0:
            expected_ml = 488.0 + (row["affected_cm"] - 41.0) * 86.0 / 3.0
            assert volume["affected"]["volume_ml"] == pytest.approx(expected_ml) and volume["reason"] == ""
        else:
            assert volume["affected"] is None and "outside the calibration" in volume["reason"]
    assert {row["estimated_ml"]["affected"] is None for row in found["limb"]} == {True, False}


def test_a_calibration_that_cannot_be_read_gives_no_volume_and_is_told(data: Path) -> None:
    calibrated(data)
    newest = data / FOLDER / calibrated(data)
    newest.write_text("girths_cm = ", encoding="utf-8")
    found = course(data, 5)
    assert [finding["code"] for finding in found["findings"]] == ["document.invalid"]
    assert found["calibrations"] == [] and all(row["estimated_ml"] is None for row in found["limb"])


def test_a_limb_that_is_no_control_gives_no_difference(data: Path) -> None:
    said = Amended(participant_id="P-005", field="control_limb", value="injured", reason="fell")
    ParticipantRegister(data, INCA).append([said], who="IV", role="investigator", utc=NOW)
    last = course(data, 5)["limb"][-1]
    assert last["difference_cm"] is None and "is injured" in last["reason"]
    assert [v["quantity"] for v in last["verdicts"]] == ["affected", "unaffected"]


def test_a_file_in_the_place_of_another_is_left_out(data: Path) -> None:
    there = next(data.glob("P-005_day-60_*"))
    shutil.copy(next(data.glob("P-006_day-60_*")), there)
    found = course(data, 5)
    assert [finding["code"] for finding in found["findings"]] == ["participants.other_session"]
    assert found["limb"][3] is None


@pytest.mark.parametrize("role", ["examiner", "administrator", "", "nobody"])
def test_the_course_is_hidden_from_who_may_not_see_it(cohort: Path, role: str) -> None:
    assert refused(cohort, 5, role) == "study.hidden"


def test_who_sees_the_course_but_no_z_scores_gets_none(data: Path) -> None:
    text = study_text().replace('sees = ["review", "z_scores", "course"]', 'sees = ["review", "course"]')
    (data / "study.toml").write_text(text, encoding="utf-8")
    found = course(data, 5)
    assert not found["with_z"] and found["limb"][-1]["verdicts"]
    assert '"z"' not in json.dumps(found) and "outside_95" not in json.dumps(found)


def test_an_unknown_participant_has_no_course(cohort: Path) -> None:
    assert refused(cohort, 99, "investigator") == "participants.unknown"


def test_the_course_on_the_command_line(cohort: Path, capsys: pytest.CaptureFixture[str]) -> None:
    ask = ["--data", str(cohort), "participants", "course", "P-005", "--who", "IV", "--role"]
    assert main([*ask, "investigator"]) == 0
    assert json.loads(capsys.readouterr().out)["limb"][1]["affected_cm"] == 43.0
    assert main([*ask, "examiner"]) == 2
    out, err = capsys.readouterr()
    assert out == "" and "does not see: course" in err
