"""A training that is cut off and resumed from the list: it stays a training, and goes on to its feedback."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from qst_station.recording.sealed import read_sealed
from qst_station.session.events import Actor
from qst_station.simulation.participant import SimulatedParticipant
from qst_station.simulation.stage import virtual_engine
from qst_station.simulation.trainee import Habits, Trainee
from qst_station.simulation.training_visit import TrainingChoice, training_request
from qst_station.station.record import replay_rows
from qst_station.station.status import status, unfinished_visits
from qst_station.station.training_feedback import training_feedback
from qst_station.station.visit import Visit

ACTOR = Actor(who="AB", role="examiner")
HASTY = Habits(pause=0.02)


class Killed(Exception):
    """The process is gone."""


class CutOff(Trainee):
    """A trainee whose computer dies after the first ramp."""

    def _ramp(self, visit: Visit, shown: dict[str, Any]) -> None:
        if visit.state.trials:
            raise Killed
        super()._ramp(visit, shown)


def test_a_training_that_was_cut_off_goes_on_to_its_feedback(tmp_path: Path) -> None:
    request = training_request(TrainingChoice(seed=5, tests=("PPT",), profile="healthy"))
    assert request.training is not None
    with virtual_engine(tmp_path, seed=5) as (engine, stage, apparatus):
        engine.open_visit(request, ACTOR)
        with pytest.raises(Killed):
            CutOff(engine, stage, SimulatedParticipant(5), apparatus, habits=HASTY).run()
    (row,) = unfinished_visits(tmp_path)
    assert row["resumable"] and row["visit"] == "training"
    with virtual_engine(tmp_path, seed=5) as (engine, stage, apparatus):
        engine.resume_visit(Path(row["folder"]), ACTOR)
        view = status(engine)["view"]
        assert (view["kind"], view["status"]) == ("practice", "paused")
        names = {"mark10": "algometer", "button": "button"}
        assert view["training"] == {"profile": "healthy", "seed": 5, "tests": ["PPT"], "devices": names}
        Trainee(engine, stage, SimulatedParticipant(5), apparatus, habits=HASTY).run()
        engine.seal()
        path = engine.wait_for_seal().path
    assert path is not None and path.name.startswith("PRACTICE_TRAIN-005_training_")
    found = training_feedback(replay_rows(read_sealed(path).rows, place="test"))
    (rest,) = found["pacing"]
    assert rest["of"] == 3  # of six ramps on two areas; nobody knows how long the muscle rested while all was off
    assert not rest["good"]
