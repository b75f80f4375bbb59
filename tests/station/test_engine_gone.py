"""What an engine that is gone has left: a sealing that goes on, registers not told, another time of day."""

from __future__ import annotations

import shutil
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from qst_station.findings import Refused
from qst_station.simulation.demo_visit import demo_request
from qst_station.simulation.examiner import EXAMINER
from qst_station.simulation.stage import virtual_engine
from qst_station.station.engine import Engine
from qst_station.station.sealing import seal
from qst_station.station.visit import Visit
from tests.recorded_visit import RecordedVisit


def _visit(engine: Engine) -> Visit:
    assert engine.visit is not None
    return engine.visit


def test_a_sealing_that_its_engine_did_not_survive_keeps_others_out_of_the_journal(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with virtual_engine(tmp_path, seed=1) as (engine, _, _):
        engine.open_visit(demo_request(1), EXAMINER)
        journal = _visit(engine).journal.folder
    refused: list[str] = []

    def meanwhile(*_: object) -> None:
        with virtual_engine(tmp_path, seed=1) as (engine, _, _):
            for forbidden in (
                lambda: engine.resume_visit(journal, EXAMINER),
                lambda: engine.seal_interrupted(journal),
            ):
                with pytest.raises(Refused) as caught:
                    forbidden()
                refused.append(caught.value.finding.code)

    monkeypatch.setattr("qst_station.station.sealing.write_sealed", meanwhile)
    seal(journal, tmp_path / "orphan.h5")
    assert refused == ["journal.in_use", "journal.in_use"]


def test_a_visit_that_was_sealed_when_its_engine_was_gone_is_told_to_the_register_once(
    recorded_visit: RecordedVisit, tmp_path: Path
) -> None:
    shutil.copytree(recorded_visit.journal, tmp_path / "journals" / recorded_visit.journal.name)
    shutil.copyfile(recorded_visit.sealed, tmp_path / recorded_visit.sealed.name)
    with virtual_engine(tmp_path, seed=1) as (engine, _, _):
        assert engine.study_desk.participants() == []
        for _ in range(2):
            engine.study_desk.catch_up()
        (known,) = engine.study_desk.participants()
        said = engine.study_desk.participant(known["participant_id"])["history"]
    assert [entry["event"].get("session_uuid", "") for entry in said] == ["", recorded_visit.journal.name]


def test_a_visit_that_goes_on_by_a_clock_that_was_set_back_says_so(tmp_path: Path) -> None:
    with virtual_engine(tmp_path, seed=1) as (engine, stage, _):
        engine.open_visit(demo_request(1), EXAMINER)
        journal = _visit(engine).journal.folder
        stage.wait(6 * 1_000_000_000)
    for days, told in ((0, []), (2, ["clock.set_back"])):
        with virtual_engine(tmp_path, seed=1) as (engine, _, _):
            engine.clock._start -= timedelta(days=days)  # type: ignore[attr-defined]
            engine.resume_visit(journal, EXAMINER)
            assert [f.code for f in engine.findings if f.code.startswith("clock.")] == told


def test_after_a_restart_the_last_answer_is_of_the_time_at_which_it_was_given(tmp_path: Path) -> None:
    with virtual_engine(tmp_path, seed=1) as (engine, stage, _):
        engine.open_visit(demo_request(1), EXAMINER)
        journal = _visit(engine).journal.folder
        step = next(i for i, step in enumerate(_visit(engine).plan.steps) if step.test == "WUR")

        def give(name: str, **args: object) -> None:
            engine.command(name, args, EXAMINER, "key", lambda _: None)
            engine.turn()
            stage.wait(3_300_000_000)

        for name, args in (("checked", {"reason": "r"}), ("start", {"step": step, "reason": "r"}), ("begin", {})):
            give(name, **args)
        give("rate", value=10.0)
        give("begin")  # a train, which the restart cuts off: that is no answer
        answered_utc = _visit(engine).answered_utc
    with virtual_engine(tmp_path, seed=1) as (engine, _, _):
        engine.resume_visit(journal, EXAMINER)
        assert [trial.void_reason for trial in _visit(engine).state.trials] == ["", "interrupted by a restart"]
        apart = datetime.fromisoformat(_visit(engine).answered_utc) - datetime.fromisoformat(answered_utc)
        assert abs(apart) < timedelta(milliseconds=100)
