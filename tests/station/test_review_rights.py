"""What a study does not show to a role stays out of the review, whoever asks for it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from qst_station.session.events import Actor
from qst_station.simulation.demo_visit import demo_request
from qst_station.simulation.stage import virtual_engine
from qst_station.station.status import review
from qst_station.study.study import study_text

EXAMINER = Actor(who="EX", role="examiner")
_SEES = 'name = "examiner"\nsees = ["review", "z_scores"]'


def _review(data: Path, sees: str) -> dict[str, Any]:
    """The review of a visit in which one test was done and the rest skipped."""
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
        return review(engine)


@pytest.mark.parametrize(
    ("sees", "values", "z_scores"),
    [('["review", "z_scores"]', True, True), ('["review"]', True, False), ("[]", False, False)],
)
def test_values_and_z_scores_are_shown_as_the_study_says(
    tmp_path: Path, sees: str, values: bool, z_scores: bool
) -> None:
    shown = _review(tmp_path / "data", sees)
    rows = [row for row in shown["parameters"] if row["parameter"] == "VDT" and row["site_role"] == "control"]
    assert bool(rows) == bool(shown["limb_sides"]) == values
    assert bool(shown["blinded"]) == (not values)
    if rows:
        assert rows[0]["value"] == 7.0 and (rows[0]["z"] is not None) == z_scores
