"""The site check from a site's own sealed sessions: only healthy volunteers count, each once."""

from __future__ import annotations

import datetime
import json
from pathlib import Path
from typing import Any

import pytest

from qst_station.cli.main import main
from qst_station.study.study import study_text
from tests.study.cohort import FIRST_DAY_0, parameter, seal, summary

PARAMETERS = ("MDT", "MPT", "MPS", "WUR", "VDT", "PPT")


def volunteer(number: int, *, abnormal: int = 0, **more: Any) -> dict[str, Any]:
    """A session of a healthy volunteer with so many abnormal values in the control area, and all in the other."""
    day = FIRST_DAY_0 + datetime.timedelta(days=number)
    content = summary(number, "volunteer", day, study="SITE-CHECK", limb_sides=[], **more)
    content["participant"]["id"] = f"V-{number:03}"
    content["parameters"] = [
        {
            **parameter(number, "day-0", role),
            "parameter": name,
            "z": 2.5 if i < abnormal or role != "control" else 0.1,
        }
        for role in ("control", "affected")
        for i, name in enumerate(PARAMETERS)
    ]
    return content


@pytest.fixture
def data(tmp_path: Path) -> Path:
    (tmp_path / "study.toml").write_text(study_text("healthy"), encoding="utf-8")
    for number in range(15):
        seal(tmp_path, volunteer(number))
    return tmp_path


def check(capsys: pytest.CaptureFixture[str], data: Path, *more: str) -> tuple[int, str, str]:
    capsys.readouterr()
    code = main(["site-check", "--sessions", str(data), *more])
    out, err = capsys.readouterr()
    return code, out, err


def test_sixteen_volunteers_of_the_site_itself(data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, _, err = check(capsys, data)
    assert code == 1 and "the table has 15" in err
    seal(data, volunteer(15, abnormal=3))
    assert check(capsys, data)[::2] == (0, "")
    code, _, err = check(capsys, data, "--area", "affected")
    assert code == 1 and "V-000 6 of 6" in err


def test_who_is_abnormal_in_four_parameters_is_named(data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    seal(data, volunteer(15, abnormal=4))
    code, out, err = check(capsys, data, "--json")
    assert code == 1 and "V-015 4 of 6" in err
    suspects = [person["name"] for person in json.loads(out)["persons"] if person["outcome"] == "suspect"]
    assert suspects == ["V-015"]


@pytest.mark.parametrize("other", [{"kind": "simulated"}, {"kind": "practice"}, {"visit": "screening"}])
def test_nobody_else_counts(data: Path, capsys: pytest.CaptureFixture[str], other: dict[str, str]) -> None:
    seal(data, {**volunteer(15), **other})
    assert "the table has 15" in check(capsys, data)[2]
    seal(data, {**volunteer(16), "study": "INCA"})
    assert "the table has 15" in check(capsys, data)[2]


def test_a_volunteer_twice_and_a_file_that_cannot_be_read_are_named(
    data: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    seal(data, volunteer(15))
    (data / "stranger.h5").write_bytes(b"no session")
    code, _, err = check(capsys, data)
    assert code == 1 and "stranger.h5" in err
    again = volunteer(3)
    seal(data, {**again, "session_uuid": "another"})
    code, out, err = check(capsys, data)
    assert (code, out) == (2, "") and "MDT of V-003 is there twice" in err


def test_a_study_without_such_a_visit_is_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, out, err = check(capsys, tmp_path)
    assert (code, out) == (2, "") and "healthy_volunteer" in err
