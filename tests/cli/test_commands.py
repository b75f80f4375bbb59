"""The command line as a person meets it: exit codes, one clear line, never a traceback."""

from __future__ import annotations

import csv
import json
import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from qst_station.cli.main import main
from qst_station.recording.journal_copy import DATABASE, read_journal
from qst_station.station.record import replay_rows, tables
from tests.recorded_visit import RecordedVisit, timeless

Run = tuple[int, str, str]


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Any:
    def run_command(*arguments: object) -> Run:
        capsys.readouterr()
        try:
            code = main([str(argument) for argument in arguments])
        except SystemExit as ended:
            code = int(str(ended.code))
        out, err = capsys.readouterr()
        return code, out, err

    return run_command


@pytest.fixture(scope="module")
def unreadable(tmp_path_factory: pytest.TempPathFactory, recorded_visit: RecordedVisit) -> dict[str, Path]:
    """Files that are no session and no journal."""
    folder = tmp_path_factory.mktemp("unreadable")
    paths = {
        name: folder / name for name in ("missing.h5", "folder", "text.h5", "cut.h5", "empty.h5", "zero.sqlite")
    }
    paths["folder"].mkdir()
    paths["text.h5"].write_text("participant_id,age\nP-001,40\n" * 50)
    paths["cut.h5"].write_bytes(recorded_visit.sealed.read_bytes()[:3000])
    paths["empty.h5"].write_bytes(b"")
    paths["zero.sqlite"].write_bytes(b"")
    journal = folder / "journal-of-zero-bytes"
    journal.mkdir()
    (journal / DATABASE).write_bytes(b"")
    return {**paths, "journal": journal}


@pytest.mark.parametrize(
    "name", ("missing.h5", "folder", "text.h5", "cut.h5", "empty.h5", "zero.sqlite", "journal")
)
@pytest.mark.parametrize("command", ("verify", "replay", "seal"))
def test_a_file_that_cannot_be_read_is_named_in_one_line(
    run: Any, unreadable: dict[str, Path], command: str, name: str
) -> None:
    code, out, err = run(command, unreadable[name])
    # A cut session still says what it was: to verify, that is a difference.
    assert code == (1 if (command, name) == ("verify", "cut.h5") else 2) and out == ""
    assert len(err.splitlines()) == 1 and str(unreadable[name]) in err and "Traceback" not in err


@pytest.mark.parametrize(
    "arguments",
    [
        ("dance",),
        ("verify",),
        ("replay",),
        ("read", "socket://127.0.0.1:1"),
        ("read", "socket://127.0.0.1:1", "--gauge", "mark11"),
        ("read", "socket://127.0.0.1:1", "--gauge", "text-line", "--pattern", "("),
        ("read", "socket://127.0.0.1:1", "--gauge", "text-line", "--pattern", "no value"),
        ("read", "socket://127.0.0.1:1", "--gauge", "text-line", "--unit", "stone"),
        ("read", "socket://127.0.0.1:1", "--gauge", "mark10", "--seconds", "0"),
        ("read", "socket://127.0.0.1:1", "--gauge", "mark10", "--seconds", "nan"),
        ("read", "socket://127.0.0.1:1", "--gauge", "mark10", "--count", "0"),
        ("read", "socket://127.0.0.1:1", "--gauge", "mark10", "--count", "1"),
        ("read", "/dev/there-is-no-such-port", "--gauge", "mark10", "--count", "1"),
        ("read", "no port at all", "--gauge", "mark10", "--count", "1"),
        ("simulate", "mark11"),
        ("simulate", "mark10", "--load", "heavy"),
        ("simulate", "mark10", "--load", "csv:/no/such/file.csv"),
        ("simulate", "mark10", "--fault", "explode@1s"),
        ("simulate", "mark10", "--transport", "smoke"),
        ("score", "/no/such/table.csv"),
        ("export", "/no/such/folder", "--out", "/no/such/out"),
        ("demo", "--headless", "--seed", "seven"),
    ],
)
def test_bad_arguments_end_with_2_and_one_line(run: Any, arguments: tuple[str, ...]) -> None:
    code, out, err = run(*arguments)
    assert code == 2 and out == ""
    assert len(err.splitlines()) == 1 and "Traceback" not in err


def test_a_folder_that_cannot_be_written_ends_with_2(run: Any, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    code, out, err = run("demo", "--headless", "--json", "--out", tmp_path / "file")
    assert code == 2 and out == "" and len(err.splitlines()) == 1 and str(tmp_path / "file") in err


# Sessions


def test_verify_names_every_file_and_the_worst_decides(
    run: Any, recorded_visit: RecordedVisit, unreadable: dict[str, Path], tmp_path: Path
) -> None:
    altered = tmp_path / "altered.h5"
    data = bytearray(recorded_visit.sealed.read_bytes())
    data[200] ^= 4
    altered.write_bytes(data)
    files = (altered, unreadable["text.h5"], recorded_visit.sealed)
    assert run("verify", recorded_visit.sealed)[0] == 0
    assert run("verify", altered, recorded_visit.sealed)[0] == 1
    code, out, err = run("verify", *files, "--json")
    lines = [json.loads(line) for line in out.splitlines()]
    assert code == 2 and [line["ok"] for line in lines] == [False, False, True]
    assert [line["file"] for line in lines] == [str(path) for path in files]
    assert str(altered) in err and str(recorded_visit.sealed) not in err


def test_replay_says_the_same_of_the_file_and_of_its_journal(run: Any, recorded_visit: RecordedVisit) -> None:
    said = [run("replay", source, "--json") for source in (recorded_visit.sealed, recorded_visit.journal)]
    assert said[0] == said[1] and said[0][0] == 0
    document = json.loads(said[0][1], parse_constant=lambda name: pytest.fail(f"{name} is no JSON"))
    replayed = replay_rows(read_journal(recorded_visit.journal).rows, place="journal")
    expected = tables(replayed.plan, replayed.state)
    for name in ("trials", "parameters"):
        plain = [{k: "NaN" if v is None else v for k, v in row.items()} for row in document[name]]
        assert plain == timeless(expected[name])
    assert document["closed"] is True and document["next_stimulus"] is None
    code, out, _ = run("replay", recorded_visit.journal)
    assert code == 0 and "PPT" in out and "FIG8" in out


def test_seal_never_overwrites(run: Any, recorded_visit: RecordedVisit, tmp_path: Path) -> None:
    out = tmp_path / "session.h5"
    code, said, _ = run("seal", recorded_visit.journal, "--out", out, "--json")
    assert code == 0 and json.loads(said) == {"session": str(out), "findings": []}
    before = out.read_bytes()
    code, said, err = run("seal", recorded_visit.journal, "--out", out)
    assert code == 2 and said == "" and str(out) in err and out.read_bytes() == before
    out.write_text("somebody else's file")
    assert run("seal", recorded_visit.journal, "--out", out)[0] == 2
    assert out.read_text() == "somebody else's file"


def test_seal_reports_damage_and_seals_what_is_left(
    run: Any, recorded_visit: RecordedVisit, tmp_path: Path
) -> None:
    journal = tmp_path / "journal"
    shutil.copytree(recorded_visit.journal, journal)
    data = (journal / DATABASE).read_bytes()
    rows = read_journal(journal).rows
    at = data.index(rows[50].body)
    (journal / DATABASE).write_bytes(data[:at] + bytes([data[at] ^ 1]) + data[at + 1 :])
    code, said, err = run("seal", journal, "--out", tmp_path / "part.h5", "--json")
    assert code == 1 and "row 51" in err and "not in the session file" in err
    assert [f["code"] for f in json.loads(said)["findings"]][-1] == "journal.left_out"
    assert run("verify", tmp_path / "part.h5")[0] == 0
    assert run("replay", journal)[0] == 1


def test_export_leaves_simulated_sessions_out_unless_asked(
    run: Any, recorded_visit: RecordedVisit, tmp_path: Path
) -> None:
    code, out, err = run("export", recorded_visit.data, "--out", tmp_path / "real")
    assert code == 2 and out == "" and recorded_visit.sealed.name in err and "--include-simulated" in err
    assert not (tmp_path / "real").exists()
    code, out, _ = run("export", recorded_visit.data, "--include-simulated", "--out", tmp_path / "all")
    assert code == 0 and out.startswith("1 sessions")
    with (tmp_path / "all" / "parameters.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    assert len(rows) == 14 and {row["participant_id"] for row in rows} == {"SIM-001"}
    assert "simulated" in {value for row in rows for value in row.values()}


def test_score_adds_its_columns_and_keeps_rows_and_order(run: Any, tmp_path: Path) -> None:
    table = tmp_path / "table.csv"
    table.write_text(
        "participant_id,age_y,sex,site,side,parameter,value\n"
        "007,45,female,hand,left,PPT,400\n"
        "=1+1,45,female,face,left,PPT,400\n"
        "008,,female,hand,left,MDT,1.0\n"
    )
    code, _, err = run("score", table, "--out", tmp_path / "scored.csv")
    assert code == 0, err
    with (tmp_path / "scored.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    assert [row["participant_id"].lstrip("'") for row in rows] == ["007", "=1+1", "008"]
    assert float(rows[0]["z"]) == float(rows[0]["z"]) and rows[0]["direction"] in ("gain", "loss", "none")
    assert all(row["z"] == "" and row["reason"] for row in rows[1:])


# Devices


def test_gauges_lists_each_with_its_grade(run: Any) -> None:
    code, out, _ = run("gauges", "--json")
    found = {line["name"]: line for line in map(json.loads, out.splitlines())}
    assert code == 0 and {"mark10", "imada-ds2", "wagner-fpx", "text-line", "button"} <= found.keys()
    assert all(line["grade"] and line["source"] for line in found.values())
    assert all(name in run("gauges")[1] for name in found)


@contextmanager
def simulated(*arguments: str) -> Iterator[str]:
    """A device that another process serves; gives its URL, the first line it prints."""
    command = [sys.executable, "-m", "qst_station", "simulate", *arguments]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    try:
        assert process.stdout is not None
        yield process.stdout.readline().strip()
    finally:
        process.send_signal(signal.SIGINT)
        out, err = process.communicate(timeout=20)
    assert (process.returncode, out, err) == (0, "", "")


@pytest.mark.parametrize(("gauge", "transport"), [("mark10", "pty"), ("wagner-fpx", "tcp")])
def test_read_prints_the_readings_of_what_simulate_serves(run: Any, gauge: str, transport: str) -> None:
    with simulated(gauge, "--transport", transport, "--load", "hold:12.5") as url:
        assert url.startswith("socket://") == (transport == "tcp")
        code, out, err = run("read", url, "--gauge", gauge, "--count", "5", "--json")
        readings = [json.loads(line) for line in out.splitlines()]
        assert (code, len(readings)) == (0, 5), err
        assert all(abs(reading["force_n"] - 12.5) < 0.3 and reading["flags"] == [] for reading in readings)
        times = [reading["t_s"] for reading in readings]
        assert times == sorted(times)
    with simulated(gauge, "--transport", transport, "--load", "hold:1") as url:
        code, out, _ = run("read", url, "--gauge", gauge, "--seconds", "0.4")
        assert code == 0 and out.count(" N ") >= 3


def test_read_reports_what_is_wrong_with_a_device(run: Any) -> None:
    with simulated("mark10", "--transport", "tcp", "--load", "hold:5", "--fault", "garble@0s:60s") as url:
        code, out, err = run("read", url, "--gauge", "mark10", "--seconds", "0.5", "--json")
        assert code == 1 and out == "" and "garbled" in err
    with simulated("mark10", "--transport", "tcp", "--load", "hold:5", "--fault", "overload@0s:60s") as url:
        code, out, _ = run("read", url, "--gauge", "mark10", "--count", "2", "--json")
        readings = [json.loads(line) for line in out.splitlines()]
        assert code == 0 and [(r["force_n"], r["flags"]) for r in readings] == [(None, ["overload"])] * 2


# The whole program


def test_demo_says_its_journal_first_its_session_last_and_each_answer_between(
    recorded_visit: RecordedVisit,
) -> None:
    first, *acks, last = recorded_visit.said
    assert list(first) == ["journal"] and list(last) == ["session"]
    assert {tuple(ack) for ack in acks} == {("ack", "test", "site", "trial")}
    assert [ack["ack"] for ack in acks] == sorted(ack["ack"] for ack in acks)
    forms = {"daily_nrs", "spontaneous_pain", "css", "limb_context", "skin_temperature"}
    assert {ack["test"] for ack in acks} == {"FIG8", "MDT", "MPT", "MPS", "WUR", "VDT", "PPT"} | forms


def test_a_reader_of_the_output_that_leaves_is_no_error(recorded_visit: RecordedVisit) -> None:
    reading, writing = os.pipe()
    os.close(reading)
    command = [sys.executable, "-m", "qst_station", "replay", str(recorded_visit.journal)]
    process = subprocess.run(command, stdout=writing, stderr=subprocess.PIPE, text=True, timeout=60, check=False)
    os.close(writing)
    assert (process.returncode, process.stderr) == (0, "")
