"""What the newest command has taken back, for the person who gave it. No number that somebody said."""

from __future__ import annotations

from typing import Any, TypeAlias

from protocols.limits import LimitsSpec
from protocols.rating import RatingSpec, RatingState
from protocols.train import TrainSpec
from qst_station.session.plan import SessionPlan
from qst_station.session.state import SessionState

Json: TypeAlias = dict[str, Any]


def taken_back(plan: SessionPlan, state: SessionState) -> Json | None:
    """The answer that was taken back: `what` it was to and its `number` among those; None where none was.

    A yes or no also has its `answer` in the words of the test.
    """
    run = state.run
    if not state.taken_back or run is None:
        return None
    kept = state.trials[state.taken_back - 1]
    stimulus, number = kept.trial.stimulus, kept.trial.series
    found: Json = {"what": "ramp", "number": number, "label": stimulus.label, "unit": stimulus.unit, "answer": ""}
    match plan.test_at(run.step).machine:
        case LimitsSpec(yes_label=yes, no_label=no):
            found |= {"what": "answer", "answer": yes if kept.trial.answer else no}
        case TrainSpec(single=single):
            found["what"] = "single" if stimulus == single else "train"
        case RatingSpec():
            assert isinstance(run.machine, RatingState)
            found |= {"what": "rating", "number": len(run.machine.ratings) + 1}
    return found
