"""The engine in a process of its own, spoken to in JSON lines."""

from __future__ import annotations

import json
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from qst_station.recording.journal_copy import read_journal

Json = dict[str, Any]
ACTOR = {"who": "AB", "role": "examiner"}
REQUEST = {
    "participant_id": "SIM-001",
    "visit": "day-0",
    "affected_side": "left",
    "limb": "upper",
    "age_y": 40,
    "sex": "male",
    "kind": "simulated",
    "seed": 1,
    "actor": ACTOR,
}


class EngineProcess:
    """The window's end of the pipe."""

    def __init__(self, data: Path) -> None:
        self.data = data
        command = [sys.executable, "-m", "qst_station.station.server", "--data", str(data)]
        self.process = subprocess.Popen(
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
        )
        self._number = 0

    def line(self, text: str) -> Json:
        assert self.process.stdin is not None and self.process.stdout is not None
        self.process.stdin.write(text + "\n")
        self.process.stdin.flush()
        answer = self.process.stdout.readline()
        assert "NaN" not in answer and "Infinity" not in answer
        found: Json = json.loads(answer)
        return found

    def ask(self, ask: str, **fields: object) -> Json:
        self._number += 1
        answer = self.line(json.dumps({"id": self._number, "ask": ask, **fields}))
        assert answer["id"] == self._number
        return answer

    def command(self, name: str, **args: object) -> Json:
        return self.ask("command", name=name, args=args, actor=ACTOR, source="key X")

    def end(self) -> tuple[int, str]:
        _, complaints = self.process.communicate(timeout=30)
        return self.process.returncode, complaints


@pytest.fixture
def engine(tmp_path: Path) -> Iterator[EngineProcess]:
    started = EngineProcess(tmp_path)
    try:
        yield started
    finally:
        started.process.kill()
        started.process.communicate()


def test_what_cannot_be_answered_is_refused_and_the_engine_goes_on(engine: EngineProcess) -> None:
    for line in (
        "",
        "no json",
        "[]",
        "5",
        "[" * 100_000,
        '{"id": 1}',
        '{"id": 1, "ask": []}',
        '{"id": 1, "ask": "dance"}',
        '{"id": 1, "ask": "attach"}',
        '{"id": 1, "ask": "attach", "device": "mark10"}',
        '{"id": 1, "ask": "attach", "device": {"name": 5, "gauge": "mark10", "url": "x"}}',
        '{"id": 1, "ask": "attach", "device": {"name": "a", "gauge": "mark10", "url": "/no/port"}}',
        '{"id": 1, "ask": "open_visit", "request": {"actor": {"who": "AB", "role": "examiner"}}}',
        '{"id": 1, "ask": "status", "trace_of": []}',
        '{"id": 1, "ask": "resume_visit", "folder": "/no/folder", "actor": {"who": "AB", "role": "examiner"}}',
        '{"id": 1, "ask": "seal_interrupted", "folder": "/no/folder"}',
        '{"id": 1, "ask": "seal"}',
        '{"id": 1, "ask": "review"}',
    ):
        answer = engine.line(line)
        assert answer["ok"] is False, line
        finding = answer["finding"]
        assert finding["happened"] and finding["code"] and finding["severity"] in ("info", "warning", "stop"), line
    assert engine.ask("status")["ok"]
    engine.ask("quit")
    _, complaints = engine.end()
    assert "KeyError: 'device'" in complaints  # the window logs it: a fault of our own must be found again


def test_a_malformed_command_leaves_no_row(engine: EngineProcess) -> None:
    opened = engine.ask("open_visit", request=REQUEST)
    assert opened["ok"], opened
    good: Json = {"name": "start", "args": {"step": 0, "reason": ""}, "actor": ACTOR, "source": "key"}
    malformed: tuple[Json, ...] = (
        {"args": []},
        {"args": {"reason": float("nan")}},
        {"actor": {"who": "", "role": "examiner"}},
        {"actor": {"who": "Ä" * 33, "role": "examiner"}},
        {"actor": {"who": 5, "role": "examiner"}},
        {"actor": "AB"},
        {"stamp_ns": "now"},
        {"stamp_ns": 1.5},
        {"source": 5},
        {"name": None},
        {"name": "note", "args": {"kind": "remark", "text": "\ud800"}},
    )
    (journal,) = engine.data.glob("journals/*")
    for wrong in malformed:
        assert engine.ask("command", **{**good, **wrong})["ok"] is False, wrong
        assert engine.ask("status")["view"]["step"] is None, wrong
        assert {row.kind for row in read_journal(journal).rows} <= {"open", "clock"}, wrong
    answer = engine.ask("command", **good)
    assert answer["ok"] and answer["view"]["step"] == 0
    kinds = [row.kind for row in read_journal(journal).rows if row.kind != "clock"]  # it goes on, and by itself
    assert kinds[-1] == "command"


def test_a_visit_that_is_left_at_the_end_of_input_is_offered_and_goes_on(
    engine: EngineProcess, tmp_path: Path
) -> None:
    opened = engine.ask("open_visit", request=REQUEST)
    limb = next(step["step"] for step in opened["view"]["rail"] if step["test"] == "FIG8")
    assert engine.command("start", step=limb, reason="for the test")["seq"] > 1
    entered = engine.command("limb_enter", girth_cm=41.2, entered="41.2")
    assert entered["ok"] and entered["saved"]["seq"] == entered["seq"]
    due = entered["view"]["limb"]
    hidden = engine.ask("review", actor=ACTOR)
    assert hidden["ok"] is False and hidden["finding"]["code"] == "review.hidden"
    assert "41.2" not in json.dumps(entered["view"])
    code, complaints = engine.end()
    assert (code, complaints) == (0, "")

    again = EngineProcess(tmp_path)
    (row,) = again.ask("unfinished")["unfinished"]
    assert (row["participant"], row["visit"], row["resumable"]) == ("SIM-001", "day-0", True)
    resumed = again.ask("resume_visit", folder=row["folder"], actor=ACTOR)
    limb = resumed["view"]["limb"]
    assert (limb["side"], limb["repeat"], limb["readings"]) == (due["side"], due["repeat"], 1)
    other = EngineProcess(tmp_path)
    held = other.ask("resume_visit", folder=row["folder"], actor=ACTOR)
    assert held["finding"]["code"] == "journal.in_use"
    assert other.ask("seal_interrupted", folder=row["folder"])["finding"]["code"] == "journal.in_use"
    for process in (again, other):
        assert process.ask("quit")["ok"]
        assert process.end() == (0, "")


def test_a_visit_is_finished_reviewed_and_sealed(engine: EngineProcess) -> None:
    opened = engine.ask("open_visit", request=REQUEST)
    for index in range(len(opened["view"]["rail"])):
        assert engine.command("skip", step=index, reason="nothing today")["ok"]
    review = engine.ask("review", actor=ACTOR)["review"]
    assert all(row["value"] is None and "skipped" in row["reason"] for row in review["parameters"])
    assert engine.ask("seal")["finding"]["code"] == "visit.not_closed"
    assert engine.command("finish", reason="")["view"]["screen"] == "closed"
    sealing = engine.ask("seal")["sealing"]
    for _ in range(3_000):
        if sealing["state"] != "running":
            break
        time.sleep(0.01)  # asked without a pause, the engine would do little else
        sealing = engine.ask("status")["sealing"]
    assert sealing["state"] == "done" and Path(sealing["path"]).is_file() and sealing["findings"] == []
    late = engine.command("note", kind="remark", text="too late")
    assert late["ok"] is False and late["finding"]["code"] in ("visit.ended", "command.refused")
    assert engine.ask("close_visit")["view"] is None
    assert engine.ask("unfinished")["unfinished"] == []


def test_a_signal_ends_the_engine_and_leaves_the_visit_whole(engine: EngineProcess, tmp_path: Path) -> None:
    assert engine.ask("open_visit", request=REQUEST)["ok"]
    engine.process.terminate()
    assert engine.end() == (0, "")
    again = EngineProcess(tmp_path)
    assert again.ask("unfinished")["unfinished"][0]["resumable"]
    again.ask("quit")
    assert again.end() == (0, "")
