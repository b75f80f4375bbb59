"""What a study does not show to a role stays out of the review, and the record says who saw what it shows."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from qst_station.recording.journal_copy import read_journal
from qst_station.session.events import Actor
from qst_station.simulation.demo_visit import demo_request
from qst_station.simulation.stage import virtual_engine
from qst_station.station.server import Server
from qst_station.study.study import study_text

EXAMINER = Actor(who="EX", role="examiner")
_SEES = 'name = "examiner"\nsees = ["review", "z_scores"]'


def _review(data: Path, sees: str) -> tuple[dict[str, Any], list[str]]:
    """The review, asked for twice, of a visit in which one test was done and the rest skipped; who saw values."""
    assert _SEES in study_text()
    data.mkdir(exist_ok=True)
    (data / "study.toml").write_text(study_text().replace(_SEES, f'name = "examiner"\nsees = {sees}'), "utf-8")
    with virtual_engine(data, seed=1) as (engine, stage, _):
        engine.open_visit(demo_request(1), EXAMINER)
        assert engine.visit is not None
        plan = engine.visit.plan

        def do(name: str, **args: Any) -> None:
            answers: list[Any] = []
            engine.command(name, args, EXAMINER, "key", answers.append)
            while not answers:
                stage.wait(10_000_000)
            assert answers[0].finding is None, answers[0].finding

        for number, step in enumerate(plan.steps):
            if step.key != "VDT@control":
                do("skip", step=number, reason="not today")
                continue
            do("start", step=number, reason="")
            do("begin")
            for _ in range(3):
                do("rate", value=7.0)
        answers: list[Any] = []
        server = Server(engine, answers.append)
        for _ in range(2):
            server.answer({"ask": "review", "actor": {"who": EXAMINER.who, "role": EXAMINER.role}})
        assert answers[0]["review"]["parameters"] == answers[1]["review"]["parameters"]
        rows = read_journal(engine.visit.journal.folder).rows
        commands = [json.loads(row.body) for row in rows if row.kind == "command"]
        return answers[0]["review"], [row["actor"]["who"] for row in commands if row["name"] == "values_shown"]


@pytest.mark.parametrize(
    ("sees", "values", "z_scores"),
    [('["review", "z_scores"]', True, True), ('["review"]', True, False), ("[]", False, False)],
)
def test_values_and_z_scores_are_shown_as_the_study_says(
    tmp_path: Path, sees: str, values: bool, z_scores: bool
) -> None:
    shown, saw = _review(tmp_path / "data", sees)
    rows = [row for row in shown["parameters"] if row["parameter"] == "VDT" and row["site_role"] == "control"]
    assert bool(rows) == bool(shown["limb_sides"]) == values
    assert bool(shown["blinded"]) == (not values)
    assert saw == (["EX"] if values else [])
    if rows:
        assert rows[0]["value"] == 7.0 and (rows[0]["z"] is not None) == z_scores
