"""An open visit: what is refused leaves no row, and what the disk does not take changes nothing."""

from __future__ import annotations

import math
import resource
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import pairwise
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from protocols.effects import Beat
from qst_station.recording.journal import JournalFailed
from qst_station.recording.journal_copy import read_journal
from qst_station.session.events import ButtonPressed, DeviceNews, ForceBlock, decode
from qst_station.session.state import SessionState
from qst_station.simulation.demo_visit import demo_request
from qst_station.simulation.examiner import EXAMINER
from qst_station.simulation.stage import VirtualStage, virtual_engine
from qst_station.station.engine import Engine
from qst_station.station.record import replay_rows
from qst_station.station.status import status
from qst_station.station.upcoming import next_stimulus
from qst_station.station.visit import HORIZON_NS, Answered, Visit

S = 1_000_000_000


class Bedside:
    """An engine with an open visit, and somebody who gives orders."""

    def __init__(self, engine: Engine, stage: VirtualStage) -> None:
        self.engine = engine
        self.stage = stage

    @property
    def visit(self) -> Visit:
        assert self.engine.visit is not None
        return self.engine.visit

    @property
    def rows(self) -> int:
        return self.visit.journal.last.seq

    def do(self, name: str, **args: Any) -> Answered:
        answers: list[Answered] = []
        self.engine.command(name, args, EXAMINER, "key", answers.append)
        self.engine.turn()
        if not answers:
            self.stage.wait(30_000_000)
        assert len(answers) == 1
        return answers[0]

    def start(self, key: str) -> None:
        index = next(i for i, step in enumerate(self.visit.plan.steps) if step.key == key)
        assert self.do("start", step=index, reason="only this test").finding is None


@pytest.fixture
def bedside(tmp_path: Path) -> Iterator[Bedside]:
    with virtual_engine(tmp_path, seed=1) as (engine, stage, _):
        engine.open_visit(demo_request(1), EXAMINER)
        yield Bedside(engine, stage)


@pytest.mark.parametrize(
    ("name", "args"),
    [
        ("answer", {"yes": True}),
        ("dance", {}),
        ("start", {"step": 99, "reason": ""}),
        ("start", {"step": "0", "reason": ""}),
        ("start", {"reason": ""}),
        ("finish", {"reason": ""}),
        ("note", {"kind": "remark", "text": "half a \ud800 pair"}),
    ],
)
def test_a_refused_command_leaves_no_row_and_changes_nothing(
    bedside: Bedside, name: str, args: dict[str, Any]
) -> None:
    bedside.engine.turn()
    rows, state = bedside.rows, bedside.visit.state
    answered = bedside.do(name, **args)
    assert answered.finding is not None and answered.finding.code == "command.refused" and answered.seq is None
    assert bedside.rows == rows
    assert bedside.visit.state is state or bedside.visit.state == state


def test_a_girth_far_from_its_side_is_refused_under_a_code_of_its_own(bedside: Bedside) -> None:
    bedside.start("FIG8")
    found = [bedside.do("limb_enter", girth_cm=girth, entered=f"{girth}") for girth in (36.2, 42.0, 46.2, 86.2)]
    codes = [answered.finding.code if answered.finding else "" for answered in found]
    assert codes == ["", "", "command.far_reading", "command.refused"]


def test_a_refused_command_takes_no_other_event_with_it(bedside: Bedside) -> None:
    bedside.do("start", step=0, reason="")
    answers: list[Answered] = []
    for name, args in (
        ("note", {"kind": "remark", "text": "before"}),
        ("note", {"kind": "remark", "text": "\ud800"}),
        ("note", {"kind": "remark", "text": "after"}),
    ):
        bedside.engine.command(name, args, EXAMINER, "key", answers.append)
    bedside.engine.turn()
    assert sorted(answer.seq is None for answer in answers) == [False, False, True]
    assert [note.text for note in bedside.visit.state.notes] == ["before", "after"]


@contextmanager
def disk_that_takes_nothing_more(folder: Path) -> Iterator[None]:
    """No file can grow: the kernel answers EFBIG, as a disk does that fails."""
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    smallest = min(path.stat().st_size for path in folder.iterdir() if path.name.startswith("journal.sqlite"))
    resource.setrlimit(resource.RLIMIT_FSIZE, (max(1, min(smallest, 4096) // 2), hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


def test_what_the_disk_does_not_take_is_refused_and_the_state_stays(bedside: Bedside, tmp_path: Path) -> None:
    bedside.start("MDT@control")
    bedside.do("begin")
    bedside.do("answer", yes=False)
    folder, rows, state = bedside.visit.journal.folder, bedside.rows, bedside.visit.state
    saved = status(bedside.engine)["saved"]
    with disk_that_takes_nothing_more(folder):
        answered = bedside.do("answer", yes=True)
        again = bedside.do("answer", yes=True)
        bedside.stage.wait(20 * S)
    for refused in (answered, again):
        assert refused.seq is None and refused.finding is not None and refused.finding.code == "journal.failed"
    assert bedside.visit.failure is not None
    assert [finding.code for finding in bedside.engine.findings].count("journal.failed") == 1
    assert (bedside.rows, bedside.visit.state) == (rows, state)
    # Nothing that failed may look saved.
    assert status(bedside.engine)["saved"] == saved
    assert status(bedside.engine)["failed"]
    assert len(read_journal(folder).rows) == rows
    bedside.engine.leave_visit()
    bedside.engine.resume_visit(folder, EXAMINER)
    due = next_stimulus(bedside.visit.plan, bedside.visit.state)
    assert due == next_stimulus(bedside.visit.plan, state)
    # The journal says that nobody goes on by himself, and that it was no examiner who paused.
    (pause,) = [row for row in read_journal(folder).rows if b'"name":"pause"' in row.body]
    assert b'"source":"resume"' in pause.body and b"the visit was interrupted" in pause.body
    assert bedside.do("answer", yes=True).finding is not None
    assert bedside.do("resume").seq is not None
    assert bedside.do("answer", yes=True).seq is not None


def test_a_checkpoint_that_fails_is_told_and_the_answer_before_it_stands(
    bedside: Bedside, monkeypatch: pytest.MonkeyPatch
) -> None:
    bedside.start("MDT@control")
    bedside.do("begin")
    journal = bedside.visit.journal
    failure = JournalFailed(_finding(bedside))

    def failing() -> None:
        raise failure

    # A disk that fails between a commit and the checkpoint after it cannot be had otherwise.
    monkeypatch.setattr(journal, "checkpoint", failing)
    answered = bedside.do("answer", yes=True)
    assert answered.seq is not None and bedside.visit.failure is failure.finding
    assert failure.finding in bedside.engine.findings


def _finding(bedside: Bedside) -> Any:
    refused = bedside.do("dance").finding
    assert refused is not None
    return refused


def _beats(state: SessionState, seen: list[Beat]) -> None:
    if state.beat is not None and (not seen or seen[-1].number != state.beat.number):
        seen.append(state.beat)


def test_beats_keep_to_their_deadlines_when_the_engine_is_late(bedside: Bedside) -> None:
    bedside.start("WUR@control")
    bedside.do("begin")
    bedside.do("rate", value=20.0)
    bedside.do("begin")
    seen: list[Beat] = []
    clock = bedside.engine.clock
    for late_ms in (0, 400, 0, 250, 0, 0, 900, 0, 0, 0, 0, 0):
        wake_ns = bedside.visit.wake_ns
        if wake_ns is None:
            break
        clock.move_to(wake_ns + late_ms * 1_000_000)  # type: ignore[attr-defined]
        bedside.engine.turn()
        _beats(bedside.visit.state, seen)
    assert len(seen) >= 9
    intended = [beat.intended_ns for beat in seen]
    assert {after - before for before, after in pairwise(intended)} == {S}
    late = [beat.actual_ns - beat.intended_ns for beat in seen]
    assert max(late) == 900_000_000 and late.count(0) >= 5


def test_leaving_answers_what_still_waits(bedside: Bedside) -> None:
    bedside.start("PPT@control")
    assert bedside.do("begin").finding is None
    answers: list[Answered] = []
    bedside.engine.command("note", {"kind": "remark", "text": "a"}, EXAMINER, "key", answers.append)
    bedside.engine.turn()
    assert answers == []  # it waits for samples that are older
    bedside.engine.leave_visit()
    assert [answer.finding.code for answer in answers if answer.finding] == ["visit.left"]


def test_news_of_a_device_are_recorded_in_session_time(bedside: Bedside) -> None:
    bedside.stage.wait(3 * S)
    now_ns = bedside.engine.clock.now_ns()
    bedside.visit.device_event(DeviceNews(t_ns=now_ns, device="algometer", what="lost", detail={}))
    bedside.engine.turn()
    assert "algometer" in bedside.visit.state.lost_streams
    assert bedside.visit.state.t_ns == now_ns - bedside.visit.start_ns


def _force_rows(bedside: Bedside) -> list[ForceBlock]:
    rows = read_journal(bedside.visit.journal.folder).rows
    events = [decode(row.kind, row.body) for row in rows if row.kind == "force"]
    return [event for event in events if isinstance(event, ForceBlock)]


def _press(bedside: Bedside, index: int, newton: float, count: int = 4, flag: int = 0) -> int:
    """Samples of the algometer in the 4 ms up to now; the number of the next one."""
    now_ns = bedside.engine.clock.now_ns()
    block = ForceBlock(
        stream="algometer",
        index=index,
        unit="N",
        t_ns=now_ns - np.arange(count)[::-1] * 1_000_000,
        raw=np.full(count, newton),
        force_mn=np.full(count, newton * 1e3),
        flags=np.full(count, flag, np.uint8),
        arrivals=np.array([[now_ns, count]]),
        data=b"x" * count,
    )
    bedside.visit.device_event(block)
    return index + count


def _move(bedside: Bedside, by_ns: int) -> None:
    """Let time pass without the simulated devices."""
    clock = bedside.engine.clock
    clock.move_to(clock.now_ns() + by_ns)  # type: ignore[attr-defined]
    bedside.engine.turn()


def _ramp(bedside: Bedside) -> int:
    """A pressure test that waits for contact; the number of a sample that has not been."""
    bedside.start("PPT@control")
    assert bedside.do("begin").finding is None
    _move(bedside, 200_000_000)
    return 1_000_000


def test_samples_that_change_nothing_share_rows_and_none_is_lost(bedside: Bedside) -> None:
    index = first = _ramp(bedside)
    for _ in range(100):
        index = _press(bedside, index, 0.1)
        _move(bedside, 4_000_000)
    _move(bedside, 250_000_000)
    rows = [row for row in _force_rows(bedside) if row.index >= first]
    assert 2 <= len(rows) <= 4
    assert [n for row in rows for n in range(row.index, row.index + len(row.t_ns))] == list(range(first, index))
    assert b"".join(row.data for row in rows) == b"x" * (index - first)
    replayed = replay_rows(read_journal(bedside.visit.journal.folder).rows, place="journal")
    state = bedside.visit.state
    assert (replayed.state.t_ns, replayed.state.trials) == (state.t_ns, state.trials)


def test_contact_overload_and_a_command_wait_for_no_other_samples(bedside: Bedside) -> None:
    index = _ramp(bedside)
    index = _press(bedside, index, 0.1)
    _move(bedside, HORIZON_NS)
    rows = len(_force_rows(bedside))
    index = _press(bedside, index, 5.0)
    _move(bedside, HORIZON_NS)
    assert len(_force_rows(bedside)) == rows + 1  # contact
    run = bedside.visit.state.run
    assert run is not None and run.machine.phase == "ramping"
    index = _press(bedside, index, 6.0)
    _move(bedside, HORIZON_NS)
    assert len(_force_rows(bedside)) == rows + 1
    assert bedside.do("note", kind="remark", text="now").seq is not None
    assert len(_force_rows(bedside)) >= rows + 2
    _press(bedside, index, 200.0)
    bedside.engine.turn()
    assert bedside.visit.let_go == "safety limit"
    assert bedside.visit.state.trials == ()  # a mark from before may still come
    _move(bedside, 60_000_000)
    _move(bedside, HORIZON_NS)
    assert bedside.visit.state.trials[-1].trial.censored == "high"


def test_an_answer_under_a_gauge_waits_until_its_readings_have_come_as_far_and_no_longer(
    bedside: Bedside,
) -> None:
    index = _ramp(bedside)
    usual_mn = bedside.visit.alert_mn
    assert usual_mn > 0.0
    answers: list[Answered] = []
    bedside.engine.command("note", {"kind": "remark", "text": "now"}, EXAMINER, "key", answers.append)
    bedside.engine.turn()
    assert not answers and bedside.visit.alert_mn == -math.inf
    assert bedside.engine.devices["algometer"].alert.force_mn == -math.inf  # every reading rouses the engine
    _move(bedside, 2_000_000)
    assert not answers
    _press(bedside, index, 0.1)
    bedside.engine.turn()
    assert len(answers) == 1 and answers[0].seq is not None
    assert bedside.visit.alert_mn == usual_mn
    bedside.engine.command("note", {"kind": "remark", "text": "silent"}, EXAMINER, "key", answers.append)
    _move(bedside, HORIZON_NS)
    assert len(answers) == 2


def test_a_mark_from_before_the_limit_that_comes_after_it_is_the_threshold(bedside: Bedside) -> None:
    index = _ramp(bedside)
    for newton in (0.0, 5.0, 40.0, 80.0):
        index = _press(bedside, index, newton)
        _move(bedside, 100_000_000)
    pressed_ns = bedside.engine.clock.now_ns() - 50_000_000
    index = _press(bedside, index, 200.0)
    bedside.engine.turn()
    assert bedside.visit.let_go == "safety limit"
    press = ButtonPressed(t_ns=pressed_ns, device="button", button="1", uncertainty_ns=0)
    bedside.visit.device_event(press)
    _move(bedside, HORIZON_NS)
    (trial,) = bedside.visit.state.trials
    assert trial.trial.censored == "" and 800.0 < trial.trial.value < 2000.0
    assert trial.trial.t_mark_ns == pressed_ns - bedside.visit.start_ns


def test_samples_that_are_held_are_recorded_when_the_visit_is_left(bedside: Bedside) -> None:
    index = _ramp(bedside)
    folder = bedside.visit.journal.folder
    _press(bedside, index, 0.1)
    _move(bedside, HORIZON_NS)
    bedside.engine.leave_visit()
    rows = [decode(row.kind, row.body) for row in read_journal(folder).rows if row.kind == "force"]
    assert isinstance(rows[-1], ForceBlock) and rows[-1].index == index
