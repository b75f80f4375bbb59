"""When the last answer that stands was given: while a visit runs, after an undo, and after a restart."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from qst_station.simulation.demo_visit import demo_request
from qst_station.simulation.examiner import EXAMINER
from qst_station.simulation.stage import virtual_engine
from qst_station.station.engine import Engine
from qst_station.station.status import status, unfinished_visits

_APART_NS = 120_000_000_000


def _answer_utc(engine: Engine) -> str:
    return str(status(engine)["saved"]["answer_utc"])


def test_after_an_undo_the_last_answer_is_the_one_that_stands_also_after_a_restart(tmp_path: Path) -> None:
    with virtual_engine(tmp_path, seed=1) as (engine, stage, _):
        engine.open_visit(demo_request(1), EXAMINER)
        assert engine.visit is not None
        steps, folder = engine.visit.plan.steps, engine.visit.journal.folder
        give = _giving(engine, stage.wait)
        give("checked", reason="r")
        give("start", step=next(i for i, step in enumerate(steps) if step.test == "MDT"), reason="r")
        give("begin")
        times = [_answer_utc(engine)]
        for _ in range(2):
            give("answer", yes=True)
            times.append(_answer_utc(engine))
        assert times[0] == "" and times == sorted(set(times))
        give("undo", reason="")
        assert _answer_utc(engine) == times[1]
    assert unfinished_visits(tmp_path)[0]["answer_utc"] == times[1]
    with virtual_engine(tmp_path, seed=1) as (engine, stage, _):
        engine.resume_visit(folder, EXAMINER)
        assert _answer_utc(engine) == times[1]
        give = _giving(engine, stage.wait)
        give("resume")
        give("undo", reason="")
        assert _answer_utc(engine) == ""


def _giving(engine: Engine, wait: Callable[[int], None]) -> Callable[..., None]:
    """Gives a command and lets minutes go by before the next."""

    def give(name: str, **args: object) -> None:
        engine.command(name, args, EXAMINER, "key", lambda _: None)
        engine.turn()
        wait(_APART_NS)

    return give
