"""A calibration outlives a pulled cable, a killed process and a full disk, or is abandoned."""

from __future__ import annotations

from pathlib import Path

import pytest

from qst_station.calibrating.register import Register, read_register
from qst_station.calibrating.run import CalibrationRun, replay, runs_folder
from qst_station.calibrating.unfinished import unfinished_runs
from qst_station.recording.journal import Journal, JournalFailed
from qst_station.recording.journal_copy import read_journal
from qst_station.recording.journal_findings import disk_full
from tests.station.weighing_bench import HAIR, ROOM, WHO, refused_code, replayed_state, weighing_bench


def test_a_balance_that_is_unplugged_in_a_press_costs_that_press(tmp_path: Path) -> None:
    with weighing_bench(tmp_path) as bench:
        bench.begin()
        bench.until_presses()
        bench.press(7.8)
        bench.rest()
        bench.pan.put(bench.clock.now_ns(), 7.8e-3, taking_ns=10**9)
        bench.wait(2.0)
        assert bench.view["pressing"] is not None
        bench.lose()
        assert bench.view["pressing"] is None and bench.view["device_state"] == "lost"
        assert refused_code(bench.enter, "take") == "calibration.no_reading"
        (cut,) = bench.run.strays
        assert cut.reading.stable is False and len(cut.reading.trace) > 5
        bench.pan.put(bench.clock.now_ns(), 0.0)
        bench.come_back()
        bench.wait(2.0)
        bench.press(7.8)
        assert bench.refusals() == [""] * 4
        kinds = [row.kind for row in read_journal(bench.run.folder).rows]
        assert kinds.count("news") == 2 and kinds.count("stray") == 1


def test_a_calibration_goes_on_after_any_row(tmp_path: Path) -> None:
    """The record is copied after each row, as a killed process would leave it, and resumed from there."""
    with weighing_bench(tmp_path) as bench:
        bench.begin()
        bench.whole_round()
        rows = read_journal(bench.run.folder).rows
        want = bench.run.state
    for cut in range(1, len(rows)):
        data = tmp_path / f"cut-{cut}"
        folder = runs_folder(data) / "run"
        with Journal.create(folder, rows[0].kind, rows[0].body, ballast_bytes=0) as journal:
            if cut > 1:
                journal.append([(row.kind, row.body) for row in rows[1:cut]])
        replayed = replay(read_journal(folder).rows, place="cut")
        assert replayed.state.readings == want.readings[: len(replayed.state.readings)]
        assert replayed.ended == ""


def test_a_resumed_calibration_gives_one_certificate(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with weighing_bench(tmp_path) as bench:
        bench.begin()
        bench.until_presses()
        bench.press(7.8)
        bench.press(7.8)
        before = bench.run.state
        folder = bench.run.folder
    with weighing_bench(tmp_path) as bench:
        assert refused_code(bench.begin) == "calibration.interrupted"
        (waiting,) = bench.ask("calibrate_unfinished")["unfinished"]
        assert (waiting["instrument"], waiting["readings"], waiting["why"]) == (HAIR.id, 4, "")
        bench.ask("calibrate_resume", folder=waiting["folder"], device="balance", actor={"who": "EX", "role": "r"})
        assert bench.run.state == before and bench.run.folder == folder
        while bench.due == "press":
            bench.press(7.8)
        bench.close_round()
        with Register.open(tmp_path):  # another process is writing it
            assert refused_code(bench.desk.issue, name="Ada", role="calibrator", place="") == "register.in_use"
        with monkeypatch.context() as patch:  # dies after the entry and before the record says so
            patch.setattr(CalibrationRun, "done", _die)
            with pytest.raises(ConnectionAbortedError):
                bench.desk.issue(name="Ada", role="calibrator", place="")
        (first,) = read_register(tmp_path).certificates
    with weighing_bench(tmp_path) as bench:
        bench.desk.resume(folder, device="")
        assert bench.desk.issue(name="Ada", role="calibrator", place="").certificate.number == first
    assert list(read_register(tmp_path).certificates) == [first]
    assert unfinished_runs(tmp_path) == []


def test_what_the_disk_does_not_take_does_not_count(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(journal: Journal, rows: object) -> None:
        raise JournalFailed(disk_full(journal.folder))

    with weighing_bench(tmp_path) as bench:
        bench.begin()
        bench.until_presses()
        before = bench.run.state
        with monkeypatch.context() as patch:
            patch.setattr(Journal, "append", full)
            bench.press(7.8)
            assert bench.run.state == before
            assert "calibration.not_recorded" in {finding.code for finding in bench.engine.findings}
            assert refused_code(bench.enter, "conditions", **ROOM) == "calibration.not_recorded"
        assert replayed_state(bench) == before


def _die(*_: object, **__: object) -> None:
    raise ConnectionAbortedError("killed")


def test_an_abandoned_calibration_leaves_its_record_and_no_certificate(tmp_path: Path) -> None:
    with weighing_bench(tmp_path) as bench:
        bench.begin()
        bench.until_presses()
        folder = bench.run.folder
        assert refused_code(bench.desk.abandon, " ", who=WHO.who) == "calibration.entry"
        bench.desk.abandon("hair broke", who=WHO.who)
        assert bench.desk.run is None
        copy = read_journal(folder)
        assert copy.closed and replay(copy.rows, place="test").ended == "abandoned"
        assert unfinished_runs(tmp_path) == [] and not read_register(tmp_path).certificates
        bench.begin()  # a new one may begin
