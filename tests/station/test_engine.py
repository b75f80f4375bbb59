"""The engine: which devices it takes, how a visit goes on with them, and what becomes of its seal."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from drivers.conversation import Stamped
from drivers.messages import Reading
from drivers.reader import Lost, Received, Returned, Silent
from qst_station.acquisition.device import Device
from qst_station.findings import Refused
from qst_station.recording.journal_copy import read_journal
from qst_station.recording.sealed import read_sealed
from qst_station.session.events import ForceBlock, decode
from qst_station.simulation.demo_visit import demo_request
from qst_station.simulation.examiner import EXAMINER
from qst_station.simulation.stage import VirtualStage, virtual_engine
from qst_station.station.engine import Engine
from qst_station.station.folder import unfinished
from qst_station.station.sealing import seal
from qst_station.station.status import status, unfinished_visits
from qst_station.station.verifying import verify
from qst_station.station.visit import Answered, Visit
from tests.recorded_visit import RecordedVisit

MEMORY = Device(name="algometer", gauge="mark10", url="memory://algometer", tests=("PPT",), options={})


@contextmanager
def bare_engine(data: Path) -> Iterator[tuple[Engine, VirtualStage]]:
    """An engine whose devices have been let go of."""
    with virtual_engine(data, seed=1) as (engine, stage, _):
        engine.detach("algometer")
        engine.detach("button")
        yield engine, stage


def _visit(engine: Engine) -> Visit:
    assert engine.visit is not None
    return engine.visit


def _say(engine: Engine, newton: float, count: int = 10) -> None:
    """Readings of the algometer, all at once."""
    now_ns = engine.clock.now_ns()
    reading = Reading(raw=newton, unit="N", text="")
    stamped = tuple(Stamped(message=reading, t_ns=now_ns) for _ in range(count))
    engine.post(Received(device="algometer", t_ns=now_ns, data=b"x" * count, stamped=stamped))
    engine.turn()


@pytest.mark.parametrize(
    ("wrong", "code"),
    [
        ({"name": "Gauge 1"}, "device.name"),
        ({"name": ""}, "device.name"),
        ({"name": "../up"}, "device.name"),
        ({"name": "g" * 33}, "device.name"),
        ({"gauge": "mark11"}, "device.spec"),
        ({"gauge": "text-line", "options": {"pattern": "("}}, "device.spec"),
        ({"gauge": "text-line", "options": {"unit": "stone"}}, "device.spec"),
        ({"probe_area_cm2": 0.0}, "device.probe_area"),
        ({"probe_area_cm2": float("nan")}, "device.probe_area"),
        ({"tests": ("XYZ",)}, "device.test"),
        ({"gauge": "button"}, "device.test"),
        ({"name": "second", "url": "memory://button"}, "device.test"),
        ({"name": "second", "tests": ()}, "device.busy"),
    ],
)
def test_a_device_that_cannot_be_used_is_refused_and_not_attached(
    tmp_path: Path, wrong: dict[str, Any], code: str
) -> None:
    with bare_engine(tmp_path) as (engine, _):
        if wrong.get("name") == "second":
            engine.attach(MEMORY)
        before = set(engine.devices)
        with pytest.raises(Refused) as refused:
            engine.attach(replace(MEMORY, **wrong))
        assert refused.value.finding.code == code
        assert set(engine.devices) == before


def test_a_device_lost_before_the_visit_counts_as_lost_in_it(tmp_path: Path) -> None:
    with virtual_engine(tmp_path, seed=1) as (engine, _, _):
        engine.post(Lost(device="algometer", t_ns=engine.clock.now_ns(), why="pulled"))
        engine.turn()
        engine.open_visit(demo_request(1), EXAMINER)
        engine.turn()
        assert _visit(engine).state.lost_streams == {"algometer"}


def test_the_same_news_again_does_not_push_out_the_others(tmp_path: Path) -> None:
    with virtual_engine(tmp_path, seed=1) as (engine, _, _):
        engine.post(Lost(device="button", t_ns=0, why="pulled"))
        for _ in range(200):
            engine.post(Lost(device="algometer", t_ns=0, why="pulled"))
            engine.post(Returned(device="algometer", t_ns=0))
        engine.turn()
        told = [(finding.code, finding.place) for finding in engine.findings]
        assert told == [("device.lost", "button"), ("device.lost", "algometer"), ("device.returned", "algometer")]


def test_a_cable_that_is_pulled_again_is_told_again(tmp_path: Path) -> None:
    with virtual_engine(tmp_path, seed=1) as (engine, _, _):
        for event in (Lost(device="button", t_ns=0, why="pulled"), Returned(device="button", t_ns=0)) * 2:
            engine.post(event)
        engine.post(Returned(device="button", t_ns=0))
        engine.turn()
        told = [(finding["code"], finding["times"]) for finding in status(engine)["findings"]]
        assert told == [("device.lost", 2), ("device.returned", 2)]


def test_a_gauge_that_was_silent_is_back_with_its_first_byte(tmp_path: Path) -> None:
    with virtual_engine(tmp_path, seed=1) as (engine, _, _):
        engine.open_visit(demo_request(1), EXAMINER)
        engine.post(Silent(device="algometer", t_ns=engine.clock.now_ns(), for_ns=2_000_000_000))
        engine.turn()
        assert _visit(engine).state.lost_streams == {"algometer"}
        engine.post(Received(device="algometer", t_ns=engine.clock.now_ns(), data=b"", stamped=()))
        engine.turn()
        assert _visit(engine).state.lost_streams == frozenset()


def test_an_inbox_that_is_full_is_told_and_marks_the_trial(tmp_path: Path) -> None:
    with virtual_engine(tmp_path, seed=1) as (engine, _, _):
        engine.open_visit(demo_request(1), EXAMINER)
        for _ in range(10_001):
            engine.post(Received(device="button", t_ns=engine.clock.now_ns(), data=b"", stamped=()))
        engine.turn()
        assert "device.overflow" in [finding.code for finding in engine.findings]
        rows = read_journal(_visit(engine).journal.folder).rows
        assert any(b'"what":"overflow"' in row.body for row in rows)


def _forces(journal: Path) -> list[ForceBlock]:
    events = [decode(row.kind, row.body) for row in read_journal(journal).rows if row.kind == "force"]
    return [event for event in events if isinstance(event, ForceBlock) and len(event.t_ns)]


def _begin_ppt(engine: Engine, stage: VirtualStage) -> None:
    visit = _visit(engine)
    step = next(i for i, step in enumerate(visit.plan.steps) if step.key == "PPT@control")
    for name, args in (("start", {"step": step, "reason": "this one only"}), ("begin", {})):
        answers: list[Answered] = []
        engine.command(name, args, EXAMINER, "test", answers.append)
        while not answers:
            stage.wait(10_000_000)
        assert answers[0].finding is None, answers


def test_after_a_restart_the_stream_and_the_scale_go_on(tmp_path: Path) -> None:
    with virtual_engine(tmp_path, seed=1) as (engine, stage, _):
        engine.open_visit(demo_request(1), EXAMINER)
        journal = _visit(engine).journal.folder
        _say(engine, -2.0)
        engine.sign_check("algometer", "start")
        stage.wait(50_000_000)
        _say(engine, -9.0)
        engine.sign_check("algometer", "finish")
        scale = engine.devices["algometer"].scale
        assert scale.compression_sign == -1
        _begin_ppt(engine, stage)
        stage.wait(300_000_000)
    last = _forces(journal)[-1]
    with virtual_engine(tmp_path, seed=2) as (engine, stage, _):
        engine.resume_visit(journal, EXAMINER)
        assert engine.devices["algometer"].scale == scale
        _begin_ppt_again(engine, stage)
        stage.wait(300_000_000)
    forces = _forces(journal)
    assert sum(len(block.t_ns) for block in forces) > 10
    numbers = [number for block in forces for number in range(block.index, block.index + len(block.t_ns))]
    assert numbers == sorted(set(numbers)) and numbers[-1] > last.index
    path, findings = seal(journal, tmp_path / "sealed.h5")
    assert findings == () and verify(path) == []


def _begin_ppt_again(engine: Engine, stage: VirtualStage) -> None:
    for name in ("resume", "begin"):
        answers: list[Answered] = []
        engine.command(name, {}, EXAMINER, "test", answers.append)
        while not answers:
            stage.wait(10_000_000)
        assert answers[0].finding is None, answers


def test_a_gauge_attached_after_the_resume_takes_part_again_and_another_one_does_not(tmp_path: Path) -> None:
    with virtual_engine(tmp_path, seed=1) as (engine, _, _):
        engine.open_visit(demo_request(1), EXAMINER)
        journal = _visit(engine).journal.folder
    with bare_engine(tmp_path) as (engine, stage):
        engine.resume_visit(journal, EXAMINER)
        assert _visit(engine).state.lost_streams == {"algometer", "button"}
        for wrong in ({"gauge": "imada-ds2"}, {"probe_area_cm2": 0.5}):
            with pytest.raises(Refused) as refused:
                engine.attach(replace(MEMORY, **wrong))
            assert refused.value.finding.code == "device.other"
        engine.attach(MEMORY)
        stage.wait(1_000_000_000)
        assert _visit(engine).state.lost_streams == {"button"}
        with pytest.raises(Refused):
            engine.detach("algometer")
        engine.post(Lost(device="algometer", t_ns=engine.clock.now_ns(), why="pulled"))
        engine.turn()
        engine.detach("algometer")
        engine.attach(MEMORY)
        engine.turn()
        assert _visit(engine).state.lost_streams == {"button"}


def test_the_scale_stays_as_it_is_while_a_ramp_is_under_way(tmp_path: Path) -> None:
    with virtual_engine(tmp_path, seed=1) as (engine, stage, _):
        engine.zero("algometer")
        engine.open_visit(demo_request(1), EXAMINER)
        engine.zero("algometer")
        _begin_ppt(engine, stage)
        for change in (lambda: engine.zero("algometer"), lambda: engine.sign_check("algometer", "start")):
            with pytest.raises(Refused) as refused:
                change()
            assert refused.value.finding.code == "device.measuring"


def test_a_sign_check_that_does_not_run_cannot_be_finished(tmp_path: Path) -> None:
    with virtual_engine(tmp_path, seed=1) as (engine, _, _):
        for phase in ("finish", "dance"):
            with pytest.raises(Refused):
                engine.sign_check("algometer", phase)


def test_two_engines_do_not_write_one_journal_nor_does_a_seal_read_it(tmp_path: Path) -> None:
    with virtual_engine(tmp_path, seed=1) as (first, _, _), virtual_engine(tmp_path, seed=1) as (second, _, _):
        first.open_visit(demo_request(1), EXAMINER)
        journal = _visit(first).journal.folder
        for forbidden in (
            lambda: second.resume_visit(journal, EXAMINER),
            lambda: second.seal_interrupted(journal),
            lambda: first.seal_interrupted(journal),
            lambda: seal(journal, tmp_path / "early.h5"),
        ):
            with pytest.raises(Refused) as refused:
                forbidden()
            assert refused.value.finding.code == "journal.in_use"
        assert second.visit is None


def test_an_interrupted_visit_is_sealed_from_the_list_and_then_gone_from_it(tmp_path: Path) -> None:
    with virtual_engine(tmp_path, seed=1) as (engine, _, _):
        engine.open_visit(demo_request(1), EXAMINER)
        journal = _visit(engine).journal.folder
        engine.turn()
        engine.leave_visit()
        (row,) = unfinished_visits(tmp_path)
        assert row["resumable"] and row["participant"] == "SIM-001"
        assert row["view"]["rail"][row["view"]["next_step"]]["test"] == "daily_nrs"
        engine.seal_interrupted(journal)
        # A visit that is opened meanwhile must not be taken for the one that is sealed.
        engine.open_visit(demo_request(2), EXAMINER)
        assert engine.sealing is None
        engine.leave_visit()
        sealing = engine.wait_for_seal()
        assert sealing.state == "done" and sealing.path is not None
        assert read_sealed(sealing.path).summary["interrupted"] is True
        assert [path.name for path in unfinished(tmp_path)] != [] and journal not in unfinished(tmp_path)
        for again in (lambda: engine.seal_interrupted(journal), lambda: engine.resume_visit(journal, EXAMINER)):
            with pytest.raises(Refused) as refused:
                again()
            assert refused.value.finding.code == "visit.sealed"


def test_a_closed_visit_that_was_not_sealed_can_be_sealed_from_the_list(
    recorded_visit: RecordedVisit, tmp_path: Path
) -> None:
    journal = tmp_path / "journals" / recorded_visit.journal.name
    shutil.copytree(recorded_visit.journal, journal)
    (row,) = unfinished_visits(tmp_path)
    assert (row["next"], row["resumable"]) == ("closed but not sealed", False)
    with virtual_engine(tmp_path, seed=1) as (engine, _, _):
        engine.seal_interrupted(journal)
        sealing = engine.wait_for_seal()
    assert sealing.state == "done" and sealing.path is not None
    assert read_sealed(sealing.path).summary["complete"] is True
    assert unfinished_visits(tmp_path) == []


def test_a_file_that_only_looks_like_the_session_does_not_hide_its_journal(
    recorded_visit: RecordedVisit, tmp_path: Path
) -> None:
    journal = tmp_path / "journals" / recorded_visit.journal.name
    shutil.copytree(recorded_visit.journal, journal)
    copied = tmp_path / recorded_visit.sealed.name
    shutil.copyfile(recorded_visit.sealed, copied)
    assert unfinished(tmp_path) == []
    data = bytearray(copied.read_bytes())
    data[100] ^= 1
    copied.write_bytes(data)
    assert unfinished(tmp_path) == [journal]
    with virtual_engine(tmp_path, seed=1) as (engine, _, _):
        engine.seal_interrupted(journal)
        sealing = engine.wait_for_seal()
    assert sealing.path is not None and sealing.path != copied and copied.read_bytes() == bytes(data)
    assert unfinished(tmp_path) == []


def test_a_visit_that_is_being_sealed_is_not_resumed(recorded_visit: RecordedVisit, tmp_path: Path) -> None:
    journal = tmp_path / "journals" / recorded_visit.journal.name
    shutil.copytree(recorded_visit.journal, journal)
    with virtual_engine(tmp_path, seed=1) as (engine, _, _):
        engine.seal_interrupted(journal)
        with pytest.raises(Refused) as caught:
            engine.resume_visit(journal, EXAMINER)
        assert caught.value.finding.code == "visit.sealing" and engine.visit is None
        assert engine.wait_for_seal().state == "done"


def test_damage_in_a_journal_is_told_with_its_seal_and_in_the_list(
    recorded_visit: RecordedVisit, tmp_path: Path
) -> None:
    import sqlite3

    journal = tmp_path / "journals" / recorded_visit.journal.name
    shutil.copytree(recorded_visit.journal, journal)
    with sqlite3.connect(journal / "journal.sqlite") as database:
        database.execute("DROP TRIGGER rows_stay")
        database.execute("UPDATE rows SET body = x'00' WHERE seq = 40")
    database.close()
    (row,) = unfinished_visits(tmp_path)
    assert not row["resumable"]
    with virtual_engine(tmp_path, seed=1) as (engine, _, _):
        engine.seal_interrupted(journal)
        sealing = engine.wait_for_seal()
        told = [finding.code for finding in engine.findings]
        shown = status(engine)["sealing"]
    assert sealing.state == "done" and sealing.path is not None and verify(sealing.path) == []
    assert len(read_sealed(sealing.path).rows) == 39
    assert "journal.left_out" in [finding.code for finding in sealing.findings]
    assert "journal.left_out" in told and shown["findings"]


def test_a_seal_that_fails_says_so_and_can_be_done_again(recorded_visit: RecordedVisit, tmp_path: Path) -> None:
    journal = tmp_path / "journals" / recorded_visit.journal.name
    shutil.copytree(recorded_visit.journal, journal)
    with virtual_engine(tmp_path / "not-there-yet", seed=1) as (engine, _, _):
        (tmp_path / "not-there-yet").write_text("a file where the folder should be")
        engine.seal_interrupted(journal)
        failed = engine.wait_for_seal()
        assert failed.state == "failed" and failed.finding is not None and failed.path is None
        (tmp_path / "not-there-yet").unlink()
        engine.seal_interrupted(journal)
        assert engine.wait_for_seal().state == "done"


@pytest.mark.parametrize("what", ["subprocess.Popen", "tempfile.TemporaryDirectory"])
def test_a_seal_that_cannot_begin_stands_as_failed_and_can_be_done_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, what: str
) -> None:
    def refuse(*_args: object, **_options: object) -> None:
        raise OSError(28, "No space left on device")

    with virtual_engine(tmp_path, seed=1) as (engine, stage, _):
        engine.open_visit(demo_request(1), EXAMINER)
        answers: list[Answered] = []
        for name, reason in (("checked", "not available"), ("finish", "end")):
            engine.command(name, {"reason": reason}, EXAMINER, "test", answers.append)
            stage.wait(30_000_000)
        assert [answered.finding for answered in answers] == [None, None]
        with monkeypatch.context() as patch:
            patch.setattr(f"qst_station.station.sealer.{what}", refuse)
            with pytest.raises(Refused):
                engine.seal()
        assert engine.sealing is not None and engine.sealing.state == "failed"
        assert engine.sealing.finding is not None and "No space left" in engine.sealing.finding.happened
        engine.seal()
        assert engine.wait_for_seal().state == "done"


def test_a_visit_in_a_folder_that_cannot_be_written_is_refused(tmp_path: Path) -> None:
    (tmp_path / "data").write_text("no folder")
    with virtual_engine(tmp_path / "data", seed=1) as (engine, _, _):
        with pytest.raises(Refused) as refused:
            engine.open_visit(demo_request(1), EXAMINER)
        assert refused.value.finding.code == "journal.cannot_start" and engine.visit is None
