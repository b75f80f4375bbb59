"""The visit of a training."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from qst_station.session.plan import Side
from qst_station.simulation.profiles import SURPRISE, profile, training
from qst_station.station.opening import VisitRequest


@dataclass(frozen=True, slots=True, kw_only=True)
class TrainingChoice:
    """What a trainee chooses.

    Attributes
    ----------
    visit : str
        Name of a visit of the study in the clinic; the training has its tests and nothing else of it.
    profile : str
        A name of `qst_station.simulation.profiles`, or `surprise`.
    tests : tuple of str
        Empty for the whole battery.
    """

    visit: str = "day-0"
    profile: str = SURPRISE
    affected_side: Side = "right"
    limb: Literal["upper", "lower"] = "upper"
    tests: tuple[str, ...] = ()
    seed: int = 1


def training_request(choice: TrainingChoice) -> VisitRequest:
    """The practice visit of a choice.

    Raises
    ------
    Refused
        There is no such profile.
    """
    chosen = training(choice.profile, seed=choice.seed, tests=choice.tests)
    who = profile(chosen.profile)
    return VisitRequest(
        participant_id=f"TRAIN-{choice.seed:03}",
        visit=choice.visit,
        affected_side=choice.affected_side,
        limb=choice.limb,
        age_y=who.age_y,
        sex=who.sex,
        kind="practice",
        seed=choice.seed,
        training=chosen,
    )
