"""Thirty participants over six visits: the register made from sealed files, the schedule, and the commands."""

from __future__ import annotations

import datetime
import json
import shutil
from pathlib import Path

import pytest

from qst_station.cli.main import main
from qst_station.findings import Refused
from qst_station.station.attendance import index_sessions, record_session
from qst_station.station.study_file import study_in
from qst_station.study.participants import StandingSet
from qst_station.study.register import ParticipantRegister
from qst_station.study.study import study_text
from tests.recorded_visit import RecordedVisit
from tests.study.cohort import COHORT, FIRST_DAY_0, INCA, NOW, VISITS, day_0, delay, seal, seal_cohort, summary


@pytest.fixture(scope="module")
def cohort(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("cohort")
    seal_cohort(folder)
    return folder


@pytest.fixture
def data(cohort: Path, tmp_path: Path) -> Path:
    return shutil.copytree(cohort, tmp_path / "data")


def expected(late: int) -> str:
    return "early" if late < -7 else "out_of_window" if late > 7 else "done"


def test_the_register_made_from_sealed_files_has_every_visit_with_its_deviation(data: Path) -> None:
    indexed = index_sessions(data, INCA, utc=NOW)
    assert (indexed.sessions, indexed.findings) == (COHORT * 6, ())
    register = ParticipantRegister(data, INCA).participants()
    assert len(register) == COHORT
    seen = set()
    for number, (name, participant) in enumerate(sorted(register.items())):
        assert name == f"P-{number:03}" and participant.standing(INCA) == "completed"
        planned = {p.visit.name: p for p in participant.schedule(INCA, today=datetime.date(2027, 1, 1))}
        for visit, day in VISITS.items():
            late = delay(number, visit)
            assert planned[visit].status == expected(late)
            assert planned[visit].deviation_days == (None if day < 0 else late)
            seen.add(planned[visit].status)
        assert planned["day-0"].outstanding == ("css",)
    assert seen == {"done", "early", "out_of_window"}


def test_indexing_again_adds_nothing_and_a_lost_register_is_made_again(data: Path) -> None:
    index_sessions(data, INCA, utc=NOW)
    register = ParticipantRegister(data, INCA)
    first = register.participants()
    assert index_sessions(data, INCA, utc=NOW).sessions == 0
    shutil.rmtree(register.folder)
    assert index_sessions(data, INCA, utc=NOW).sessions == COHORT * 6
    assert register.participants() == first


def test_what_does_not_agree_is_named_and_kept(data: Path) -> None:
    index_sessions(data, INCA, utc=NOW)
    late = FIRST_DAY_0 + datetime.timedelta(days=200)
    other_limb = [{**side, "position": "other"} for side in summary(0, "day-60", late)["limb_sides"]]
    seal(data, summary(0, "day-60", late, limb_sides=other_limb, affected={"side": "right", "limb": "upper"}))
    seal(data, summary(1, "day-60", late, study="OTHER"))
    seal(data, summary(98, "day-0", late, kind="practice"))
    seal(data, {**summary(99, "day-0", late), "participant": {"id": "Anna 12.3.80", "age_y": 40, "sex": "female"}})
    seal(data, summary(97, "day-0", late, sites=[], steps=[{"what": 1}]))
    altered = seal(data, summary(96, "day-0", late))
    altered.write_bytes(altered.read_bytes().replace(b"female", b"femole"))
    indexed = index_sessions(data, INCA, utc=NOW)
    assert sorted(finding.code for finding in indexed.findings) == [
        "participants.differs",
        "participants.limb_differs",
        "participants.other_study",
        "sealed.altered",
        "sealed.unreadable",
        "study.participant",
    ]
    assert indexed.sessions == 1
    register = ParticipantRegister(data, INCA).participants()
    assert len(register) == COHORT and len(register["P-000"].attended) == 7
    assert register["P-000"].enrolled.affected_side == "left"


def test_a_session_is_told_when_it_is_sealed(recorded_visit: RecordedVisit, tmp_path: Path) -> None:
    file = Path(shutil.copy(recorded_visit.sealed, tmp_path))
    told = record_session(file, INCA, utc=NOW)
    assert (told.sessions, told.findings) == (1, ())
    (participant,) = ParticipantRegister(tmp_path, INCA).participants().values()
    assert participant.enrolled.kind == "simulated" and participant.standing(INCA) == "active"
    (session,) = participant.visits
    assert session.complete and session.assessments == INCA.visit("day-0", place="test").assessments
    assert participant.limb == INCA.limb_method("hand", place="test")
    with pytest.raises(Refused):
        record_session(tmp_path / "missing.h5", INCA, utc=NOW)


def run(capsys: pytest.CaptureFixture[str], *arguments: object) -> tuple[int, str, str]:
    capsys.readouterr()
    try:
        code = main([str(argument) for argument in arguments])
    except SystemExit as ended:
        code = int(str(ended.code))
    out, err = capsys.readouterr()
    return code, out, err


def study_file(folder: Path, text: str) -> Path:
    path = folder / "my.toml"
    path.write_text(text, encoding="utf-8")
    return path


def test_participants_lists_who_is_due(data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for path in data.glob("P-003_day-*"):
        if "day-0_" not in path.name:
            path.unlink()
    code, out, err = run(capsys, "--data", data, "participants", "--index", "--json", "--on", "2027-01-01")
    assert (code, err) == (0, f"sessions told to the register: {COHORT * 6 - 4}\n")
    lines = [json.loads(line) for line in out.splitlines()]
    assert len(lines) == COHORT and {len(line["visits"]) for line in lines} == {12}
    # Nobody has done the calls, which therefore stay open.
    code, out, _ = run(capsys, "--data", data, "participants", "--due", "--on", "2026-02-20")
    (row,) = [line for line in out.splitlines() if line.startswith("P-003")]
    assert code == 0 and "active" in row and "day-30 due 2026-02-20" in row
    register = ParticipantRegister(data, INCA)
    moved = [StandingSet(participant_id="P-003", standing="withdrawn", reason="moved away")]
    register.append(moved, who="AB", role="investigator", utc=NOW)
    _, out, _ = run(capsys, "--data", data, "participants", "--due", "--on", "2026-02-20")
    assert "P-003" not in out
    _, out, _ = run(capsys, "--data", data, "participants", "--on", "2026-02-20")
    assert "P-003            withdrawn" in out


def test_participants_says_what_it_could_not_index(data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (data / "stranger.h5").write_bytes(b"no session")
    code, _, err = run(capsys, "--data", data, "participants", "--index")
    assert code == 1 and "stranger.h5" in err


def test_schedule_of_a_participant(data: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    index_sessions(data, INCA, utc=NOW)
    mine = study_file(tmp_path, study_text())
    ask = ("--data", data, "study", "schedule", mine, "--on", "2026-02-01")
    code, out, err = run(capsys, *ask, "--participant", "P-004", "--json")
    told = json.loads(out)
    assert (code, err, told["registered"], told["standing"]) == (0, "", True, "completed")
    assert told["visits"][1]["done_on"] == day_0(4).date().isoformat()
    code, out, _ = run(capsys, *ask, "--participant", "P-777", "--day0", "2026-01-20")
    assert code == 0 and "not in the register" in out and "2026-02-19 2026-02-12 to 2026-02-26" in out
    assert "(unverified)" in out


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (("--participant", "Anna 12.3.80"), 2, "no identifier of INCA"),
        (("--participant", "P-001", "--day0", "31.3.2026"), 2, "is no date such as"),
        ((), 2, "--participant"),
    ],
)
def test_schedule_refuses_bad_arguments_in_one_line(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], arguments: tuple[str, ...], code: int, said: str
) -> None:
    mine = study_file(tmp_path, study_text())
    got, out, err = run(capsys, "--data", tmp_path, "study", "schedule", mine, *arguments)
    assert (got, out) == (code, "") and said in err and len(err.splitlines()) == 1


def test_check_names_every_fault(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, out, err = run(capsys, "study", "check", study_file(tmp_path, study_text()))
    assert (code, err) == (0, "") and "INCA 2.0.0 can be used" in out and "unverified: Windows of 7 days" in out
    spoilt = study_text().replace('"nrs-0-10-24h"', '"nrs-0-100-now"').replace("days = 7", "days = 0", 1)
    mine = study_file(tmp_path, spoilt.replace("day = 90", "day = 62"))
    code, out, err = run(capsys, "study", "check", mine, "--json")
    assert code == 1 and not json.loads(out)["usable"]
    assert len(json.loads(out)["findings"]) == len(err.splitlines()) >= 2
    assert "overlap" in err and "run_in.days" in err
    code, out, err = run(capsys, "study", "check", study_file(tmp_path, "name = 1"))
    assert (code, out) == (1, "") and str(mine) in err


def test_check_of_what_is_no_text(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    mine = tmp_path / "my.toml"
    assert run(capsys, "study", "check", mine)[0] == 2
    mine.write_bytes(b'name = "\xff"')
    code, out, err = run(capsys, "study", "check", mine)
    assert (code, out) == (2, "") and "UTF-8 (byte 8)" in err


def test_the_study_of_a_folder_is_its_own_or_inca_and_never_a_guess(tmp_path: Path) -> None:
    text, study = study_in(tmp_path)
    assert (text, study) == (study_text(), INCA)
    (tmp_path / "study.toml").write_text(study_text("crossover"), encoding="utf-8")
    assert study_in(tmp_path)[1].name == "CROSSOVER"
    (tmp_path / "study.toml").write_text("", encoding="utf-8")
    with pytest.raises(Refused):
        study_in(tmp_path)
