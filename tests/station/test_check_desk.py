"""What the engine finds for the check-list, and how long visits take by those that were sealed before."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from drivers.reader import Lost
from qst_station.recording.sealed import read_sealed
from qst_station.recording.user_block import Identity, block_size, encode_block
from qst_station.session.events import Actor, Command
from qst_station.session.machine import first_state, step
from qst_station.session.plan import SessionPlan, plan_from_opening
from qst_station.session.state import SessionState
from qst_station.simulation.demo_visit import demo_request
from qst_station.simulation.stage import VirtualStage, virtual_engine
from qst_station.station import checklist
from qst_station.station.engine import Engine
from qst_station.station.opening import opening_row
from qst_station.station.past_visits import AREA_SOURCE, History, PastVisits, history, time_left
from qst_station.station.status import review, status
from qst_station.station.verifying import verify
from qst_station.station.visit import Answered

NURSE = Actor(who="AB", role="examiner")
S = 10**9


@pytest.fixture
def station(tmp_path: Path) -> Iterator[tuple[Engine, VirtualStage]]:
    with virtual_engine(tmp_path / "data", seed=1) as (engine, stage, _):
        stage.wait(500_000_000)
        engine.open_visit(demo_request(1), NURSE)
        yield engine, stage


def line(engine: Engine, id_: str) -> dict[str, Any]:
    shown = status(engine)["checklist"]
    json.dumps(shown)  # it crosses a pipe
    return dict(next(each for each in shown["lines"] if each["id"] == id_))


def order(engine: Engine, stage: VirtualStage, name: str, **args: Any) -> Answered:
    answers: list[Answered] = []
    engine.command(name, args, NURSE, "key", answers.append)
    while not answers:
        engine.turn()
        stage.wait(5_000_000)
    return answers[0]


def test_devices_and_zero_are_looked_at_as_they_are_now(station: tuple[Engine, VirtualStage]) -> None:
    engine, _ = station
    assert (line(engine, "devices")["state"], line(engine, "gauge")["detail"]) == ("ok", "algometer")
    assert (line(engine, "zero")["state"], line(engine, "zero")["detail"]) == ("open", "algometer")
    engine.zero("algometer")
    assert line(engine, "zero")["state"] == "ok"
    engine.post(Lost(device="algometer", t_ns=engine.clock.now_ns(), why="unplugged"))
    engine.turn()
    assert line(engine, "devices")["detail"] == "algometer: lost"
    assert line(engine, "devices")["mend"] == "devices"


def test_instruments_without_a_certificate_are_named_also_where_nothing_is_blocked(
    station: tuple[Engine, VirtualStage],
) -> None:
    found = line(station[0], "instruments")
    assert found["state"] == "open"
    assert found["detail"].startswith("hair 0.25 mN, hair 0.5 mN, hair 1 mN (+")


def test_a_full_disk_and_a_wrong_clock_are_found(
    station: tuple[Engine, VirtualStage], monkeypatch: pytest.MonkeyPatch
) -> None:
    engine, _ = station
    assert line(engine, "disk")["state"] == line(engine, "clock")["state"] == "ok"
    usage = checklist.shutil.disk_usage("/")
    monkeypatch.setattr(checklist.shutil, "disk_usage", lambda _: usage._replace(free=42_000_000))
    assert (line(engine, "disk")["state"], line(engine, "disk")["detail"]) == ("open", "42 MB")
    engine.check_desk.past = PastVisits()  # whatever is still being looked for goes into the one before
    engine.check_desk.past.history = History(last_utc="2999-01-01T00:00:00+00:00")
    assert line(engine, "clock")["state"] == "open"


def test_what_the_engine_found_is_entered_when_the_list_is_closed(station: tuple[Engine, VirtualStage]) -> None:
    engine, stage = station
    engine.zero("algometer")
    for id_, said in (("practice_area", "yes"), ("rings_off", "yes"), ("room_c", "21.5"), ("sound", "off")):
        assert order(engine, stage, "check", line=id_, state="ok", said=said, reason="").seq is not None
    refused = order(engine, stage, "checked", reason="").finding
    assert refused is not None and "Not in order yet: instruments" in refused.happened
    assert order(engine, stage, "checked", reason="not available at this site").seq is not None
    assert engine.visit is not None
    state = engine.visit.state
    held = {check.line: (check.state, check.source) for check in state.checks}
    assert held["devices"] == held["zero"] == held["disk"] == ("ok", "engine")
    assert held["instruments"] == ("open", "engine")
    assert state.checked is not None and state.checked.open_lines == ("instruments",)
    assert status(engine)["checklist"] is None
    order(engine, stage, "finish", reason="end")
    shown = {row["line"]: row for row in review(engine, "examiner")["checks"]}
    assert (shown["room_c"]["value"], shown["instruments"]["reason"]) == (21.5, "not available at this site")


def test_what_was_checked_tried_and_noted_is_sealed_and_follows_from_the_events(
    station: tuple[Engine, VirtualStage],
) -> None:
    engine, stage = station
    order(engine, stage, "check", line="room_c", state="ok", said="21,5", reason="")
    order(engine, stage, "checked", reason="participant is waiting")
    assert engine.visit is not None
    index = next(i for i, each in enumerate(engine.visit.plan.steps) if each.key == "VDT@control")
    moment = {"kind": "ready", "number": 1, "intended_ns": 5, "actual_ns": 9}
    order(engine, stage, "beat", **moment, by="screen")
    for reading in (6.0, 7.0):
        order(engine, stage, "start", step=index, reason="again")
        order(engine, stage, "begin")
        for _ in range(3):
            order(engine, stage, "rate", value=reading)
    order(engine, stage, "adverse", code="flare", text="thumb")
    order(engine, stage, "count_attempt", step=index, attempt=1, reason="wrong spot")
    order(engine, stage, "finish", reason="end")
    engine.seal()
    path = engine.wait_for_seal().path
    assert path is not None and verify(path) == []
    content = read_sealed(path)
    found = {dataset.path: dataset.array for dataset in content.datasets}
    (note,) = [row for row in found["notes"] if row["kind"] == b"adverse"]
    assert (note["code"], note["label"], note["text"]) == (b"flare", b"redness or flare", b"thumb")
    assert found["cadence"][["intended_ns", "seen_ns", "heard_ns"]].tolist() == [(5, 9, -1)]
    (room,) = [row for row in found["checks"] if row["line"] == b"room_c"]
    assert (room["value"], room["unit"].decode(), bool(room["holds"])) == (21.5, "°C", True)
    tries = [(r["attempt"], bool(r["counts"]), r["count_reason"]) for r in found["attempts"]]
    assert tries == [(1, True, b"wrong spot"), (2, False, b"")]
    (vdt,) = [row for row in found["parameters"] if (row["parameter"], row["site_role"]) == (b"VDT", b"control")]
    assert vdt["value"] == 6.0
    step_of = {row["step"]: row for row in content.summary["steps"]}
    assert step_of["VDT@control"]["counted_attempt"] == 1 and step_of["VDT@control"]["used_s"] > 0.0
    assert set(content.inputs) >= {"checklist.toml", "notes.toml"}


def test_an_open_check_list_and_the_time_used_survive_a_restart(tmp_path: Path) -> None:
    data = tmp_path / "data"
    with virtual_engine(data, seed=1) as (engine, stage, _):
        engine.open_visit(demo_request(1), NURSE)
        order(engine, stage, "check", line="rings_off", state="ok", said="yes", reason="")
        assert engine.visit is not None
        folder = Path(engine.visit.journal.folder)
        engine.leave_visit()
        engine.resume_visit(folder, NURSE)
        assert line(engine, "rings_off")["state"] == "ok"
        assert line(engine, "practice_area")["state"] == "open"
        order(engine, stage, "checked", reason="participant is waiting")
        order(engine, stage, "start", step=0, reason="")
        stage.wait(30 * S)
        before = status(engine)["time"]["used_s"]
        engine.leave_visit()
        engine.resume_visit(folder, NURSE)
        assert status(engine)["checklist"] is None
        after = status(engine)["time"]["used_s"]
        assert before >= 30.0 and abs(after - before) <= 6.0  # clock pairs are 5 s apart, and a second is added


# How long visits take


def plan_of(**changes: Any) -> SessionPlan:
    row = opening_row(replace(demo_request(1), **changes), (), NURSE, utc="2026-01-02T03:04:05+00:00")
    return plan_from_opening(json.loads(json.dumps(row)), place="row")


def sealed(
    data: Path, at: int, took: dict[str, float], *, who: str = "AB", kind: str = "simulated", attempts: int = 1
) -> Path:
    """A file with nothing but the head of a sealed session."""
    utc = f"2026-01-{at:02}T08:00:00+00:00"
    steps = [{"step": key, "status": "done", "attempts": attempts, "used_s": s} for key, s in took.items()]
    summary = {"utc": utc, "kind": kind, "signed_by": who, "steps": steps}
    identity = Identity(hdf5_sha256="0" * 64, hdf5_offset=block_size(summary, {}), datasets={})
    path = data / f"P-1_day-0_202601{at:02}T080000_{at:08x}.h5"
    path.write_bytes(encode_block(identity, summary) + b"\x89HDF\r\n\x1a\n")
    return path


def test_the_history_is_that_of_this_examiner_and_kind_and_its_last_ten_visits(tmp_path: Path) -> None:
    for at in range(1, 13):
        sealed(tmp_path, at, {"MDT@control": 60.0 * at})
    sealed(tmp_path, 20, {"MDT@control": 1.0}, who="CD")
    sealed(tmp_path, 21, {"MDT@control": 2.0}, kind="real")
    sealed(tmp_path, 22, {"MDT@control": 3.0}).write_bytes(b"damaged")
    found = history(tmp_path, kind="simulated", who="AB")
    assert found.visits == 10
    assert found.seconds == {"MDT@control": tuple(60.0 * at for at in range(12, 2, -1))}
    assert found.last_utc == "2026-01-21T08:00:00+00:00"


def test_a_repeated_step_is_no_history_and_has_its_whole_time_again(tmp_path: Path) -> None:
    sealed(tmp_path, 1, {"VDT@control": 90.0})
    sealed(tmp_path, 2, {"VDT@control": 300.0}, attempts=2)
    past = history(tmp_path, kind="simulated", who="AB")
    assert past.seconds == {"VDT@control": (90.0,)}
    plan = plan_of()
    before = time_left(plan, first_state(plan), past, now_ns=0)["left_s"]
    state, now_ns = at_step(plan, "VDT@control", for_s=80)
    index = state.current
    for name, args in (("stop", {"reason": "x"}), ("start", {"step": index, "reason": "again"})):
        state, _ = step(plan, state, Command(t_ns=now_ns, name=name, args=args, actor=NURSE, source="key"))
    again = time_left(plan, state, past, now_ns=now_ns + 30 * S)
    assert (again["used_s"], again["left_s"]) == (110.0, pytest.approx(before - 30.0))


def test_the_open_visit_gets_its_history_beside_the_engine(tmp_path: Path) -> None:
    data = tmp_path / "data"
    data.mkdir()
    sealed(data, 1, {"VDT@control": 90.0})
    with virtual_engine(data, seed=1) as (engine, _, _):
        engine.open_visit(demo_request(1), NURSE)
        engine.check_desk.past.look(data, kind="simulated", who="AB").join(10.0)
        assert status(engine)["time"]["visits"] == 1


def at_step(plan: SessionPlan, key: str, *, for_s: int) -> tuple[SessionState, int]:
    """A visit in which one step has run for so long, and the session time then."""
    index = next(i for i, each in enumerate(plan.steps) if each.key == key)
    command = Command(t_ns=S, name="start", args={"step": index, "reason": "x"}, actor=NURSE, source="key")
    state, _ = step(plan, first_state(plan), command)
    return state, (1 + for_s) * S


def test_without_a_history_an_area_takes_what_was_published() -> None:
    plan = plan_of()
    found = time_left(plan, first_state(plan), History(), now_ns=0)
    assert found["left_s"] == pytest.approx(2 * 27 * 60)
    assert (found["source"], found["used_s"], found["without_forms"]) == (AREA_SOURCE, 0.0, True)


def test_a_few_tests_of_the_battery_take_their_share_and_no_more() -> None:
    plan = plan_of()
    few = tuple(each for each in plan.steps if each.test in ("VDT", "PPT"))
    plan = replace(plan, steps=few)
    found = time_left(plan, first_state(plan), History(), now_ns=0)
    assert found["left_s"] == pytest.approx(2 * 27 * 60 * 2 / 6)
    one_left = tuple(
        replace(each, status="done" if at else "ready") for at, each in enumerate(first_state(plan).steps)
    )
    found = time_left(plan, replace(first_state(plan), steps=one_left), History(), now_ns=0)
    assert found["left_s"] == pytest.approx(27 * 60 / 6)


def test_where_nothing_is_left_no_time_is_left() -> None:
    plan = plan_of()
    steps = tuple(replace(each, status="skipped", reason="x") for each in first_state(plan).steps)
    found = time_left(plan, replace(first_state(plan), steps=steps), History(), now_ns=0)
    assert (found["left_s"], found["source"]) == (0.0, "")


def test_with_a_history_each_step_takes_its_median_and_what_has_run_is_taken_off() -> None:
    plan = plan_of()
    past = History(visits=3, seconds={each.key: (100.0, 300.0, 110.0) for each in plan.steps})
    before = time_left(plan, first_state(plan), past, now_ns=0)
    assert before["left_s"] == pytest.approx(110.0 * len(plan.steps))
    assert (before["source"], before["without_forms"]) == ("your last 3 visits", False)
    state, now_ns = at_step(plan, "VDT@control", for_s=30)
    found = time_left(plan, state, past, now_ns=now_ns)
    assert (found["used_s"], found["left_s"]) == (30.0, pytest.approx(before["left_s"] - 30.0))
    state, now_ns = at_step(plan, "VDT@control", for_s=500)
    assert time_left(plan, state, past, now_ns=now_ns)["left_s"] == pytest.approx(before["left_s"] - 110.0)
