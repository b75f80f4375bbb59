"""A gauge that fails in a ramp, in the real engine, on a real terminal: told, marked, done again, nothing lost."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from qst_station.recording.journal_copy import read_journal
from qst_station.simulation.demo_visit import demo_request
from qst_station.simulation.examiner import EXAMINER, SimulatedExaminer
from qst_station.simulation.participant import SimulatedParticipant
from qst_station.simulation.stage import WireStage, wire_engine
from qst_station.station.engine import Engine
from qst_station.station.record import replay_rows
from qst_station.station.visit import Answered, Visit

SPEED = 4.0
# The first ramp begins at 12.2 s of device time or soon after, and takes at least 4 s.
BEGIN_NS = 12_200_000_000
TRIES = 3
"""A computer that stalls begins its ramp too late for the fault; the visit is then made again."""


def _only_the_first_ramp_test(engine: Engine, stage: WireStage) -> Visit:
    engine.open_visit(demo_request(5), EXAMINER)
    visit = engine.visit
    assert visit is not None
    for index, step in enumerate(visit.plan.steps):
        if step.key == "PPT@affected":
            continue
        answers: list[Answered] = []
        engine.command("skip", {"step": index, "reason": "not in this test"}, EXAMINER, "test", answers.append)
        while not answers:
            stage.wait(1_000_000)
        assert answers[0].finding is None
    return visit


def _visit_with(faults: str, folder: Path) -> tuple[Visit, list[str], dict[str, Any]]:
    """The whole visit, the codes of what was told, and the health of the gauge at its end."""
    with wire_engine(folder, seed=5, speed=SPEED, faults=faults) as (engine, stage, apparatus):
        visit = _only_the_first_ramp_test(engine, stage)
        stage.wait(max(0, BEGIN_NS - engine.clock.now_ns()))
        SimulatedExaminer(engine, stage, SimulatedParticipant(5), apparatus).run()
        codes = [finding.code for finding in engine.findings]
        return visit, codes, engine.devices["algometer"].health(engine.clock.now_ns())


@pytest.mark.parametrize(
    ("faults", "code", "void_reason", "flag"),
    [
        ("stuck@13700ms:4s", "device.stuck", "gauge stuck at one number", "algometer:stuck"),
        ("batch@0s:200s,baud@13500ms:4s", "device.unreadable", "gauge unreadable", "algometer:unreadable"),
    ],
)
def test_a_ramp_whose_gauge_fails_is_marked(
    tmp_path: Path, faults: str, code: str, void_reason: str, flag: str
) -> None:
    for number in range(TRIES):
        visit, codes, health = _visit_with(faults, tmp_path / str(number))
        trials = visit.state.trials
        outcomes = [(kept.void_reason, kept.flags) for kept in trials]
        if {reason for reason, flags in outcomes if flag in flags} == {void_reason}:
            break
    assert code in codes
    assert {reason for reason, flags in outcomes if flag in flags} == {void_reason}, outcomes
    # The participant feels pain around 190 kPa: three good trials come of it in the end.
    values = [kept.trial.value for kept in trials if kept.counts]
    assert len(values) == 3 and all(value is not None and 120.0 < value < 300.0 for value in values), values
    assert visit.state.closed and health["state"] == "connected"
    rows = read_journal(visit.journal.folder).rows
    assert replay_rows(rows, place="journal").state.trials == trials
