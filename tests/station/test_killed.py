"""A visit that is killed at any moment: nothing acknowledged is lost, and it goes on where it stood."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from qst_station.cli.main import main
from qst_station.recording.journal import Journal
from qst_station.recording.journal_copy import DATABASE, read_journal
from qst_station.simulation.examiner import EXAMINER, SimulatedExaminer
from qst_station.simulation.participant import SimulatedParticipant
from qst_station.simulation.stage import virtual_engine
from qst_station.station.record import replay_rows
from qst_station.station.sealing import seal
from qst_station.station.upcoming import next_stimulus
from qst_station.station.verifying import verify
from qst_station.station.view import view
from tests.recorded_visit import RecordedVisit, recorded_answers

pytestmark = pytest.mark.timeout(300)  # 25 visits, one after the other, each a process: dear on a busy computer

KILLS = 25
WHAT = ("test", "site", "stimulus")


@pytest.fixture(scope="module", params=(1000, 2000))
def kills(
    request: pytest.FixtureRequest, recorded_visit: RecordedVisit, tmp_path_factory: pytest.TempPathFactory
) -> list[dict[str, Any]]:
    """What each of 25 killed visits had said; the seed is in the name of the test."""
    folder = tmp_path_factory.mktemp("killed")
    script = Path(__file__).with_name("kill_children.py")
    command = [sys.executable, script, folder, str(request.param), str(KILLS), recorded_visit.journal]
    done = subprocess.run(command, stdout=subprocess.PIPE, text=True, check=True, timeout=280)
    return [json.loads(line) for line in done.stdout.splitlines()]


def test_a_killed_visit_keeps_every_acknowledged_answer_and_asks_for_the_next_stimulus(
    kills: list[dict[str, Any]], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert len(kills) == KILLS
    begun = 0
    for number, kill in enumerate(kills):
        journals = sorted((Path(kill["out"]) / "journals").glob("*/" + DATABASE))
        said = [json.loads(line) for line in kill["said"]]
        context = {key: kill[key] for key in ("seed", "after_s", "rows", "wire")}
        if not said:
            continue  # killed before it told of a journal
        begun += 1
        assert [str(path) for path in journals] == [said[0]["journal"]], context
        _check_journal(journals[0].parent, said[1:], context)
        if number % 3 == 0:  # the dearest of the three
            _check_seal(journals[0].parent, tmp_path / f"{number}.h5", context)
        _check_resume(Path(kill["out"]), journals[0].parent, context, capsys)
    assert begun > KILLS // 2
    assert sum(len(kill["said"]) - 1 for kill in kills if kill["said"]) > 3 * KILLS


def _check_journal(journal: Path, acks: list[dict[str, Any]], context: dict[str, Any]) -> None:
    copy = read_journal(journal)
    assert copy.findings == (), context
    answers = recorded_answers(replay_rows(copy.rows, place="journal"))
    assert {(a["ack"], a["test"], a["site"], a["trial"]) for a in acks} <= set(answers), context


def _check_seal(journal: Path, out: Path, context: dict[str, Any]) -> None:
    path, findings = seal(journal, out)
    assert findings == () and verify(path) == [], context
    with path.open("rb") as file:
        summary = json.loads(file.readline())["summary"]
    # The last steps take a blink in virtual time: a visit may be signed before its kill.
    signed = replay_rows(read_journal(journal).rows, place="journal").state.closed
    assert (summary["interrupted"], summary["complete"]) == (not signed, signed), context


def _check_resume(data: Path, journal: Path, context: dict[str, Any], capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["replay", str(journal), "--json"]) == 0, context
    due = json.loads(capsys.readouterr().out)["next_stimulus"]
    with virtual_engine(data, seed=1) as (engine, _, _):
        engine.resume_visit(journal, EXAMINER)
        visit = engine.visit
        assert visit is not None
        asked = next_stimulus(visit.plan, visit.state)
        shown = view(visit.plan, visit.state)
    assert (asked is None) == (due is None) == visit.state.closed, context
    if asked is None:
        return
    assert [asked[k] for k in WHAT] == [due[k] for k in WHAT], context
    assert shown["status"] != "running", context
    if shown["stimulus"] is not None and shown["status"] == "paused":
        assert shown["stimulus"]["id"] == due["stimulus"], context


def test_a_resumed_visit_goes_on_to_a_sealed_and_verified_session(
    recorded_visit: RecordedVisit, tmp_path: Path
) -> None:
    rows = read_journal(recorded_visit.journal).rows
    kept = rows[: round(0.9 * len(rows))]
    journal = tmp_path / "journals" / recorded_visit.journal.name
    with Journal.create(journal, kept[0].kind, kept[0].body, ballast_bytes=0) as begun:
        begun.append([(row.kind, row.body) for row in kept[1:]])
    before = recorded_answers(replay_rows(kept, place="journal"))
    with virtual_engine(tmp_path, seed=3) as (engine, stage, apparatus):
        engine.resume_visit(journal, EXAMINER)
        SimulatedExaminer(engine, stage, SimulatedParticipant(3), apparatus).run()
        engine.seal()
        sealing = engine.wait_for_seal()
    assert sealing.state == "done" and sealing.path is not None
    assert verify(sealing.path) == []
    copy = read_journal(journal)
    assert copy.closed
    assert recorded_answers(replay_rows(copy.rows, place="journal"))[: len(before)] == before
