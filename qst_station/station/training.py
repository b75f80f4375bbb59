"""What the opening row of a training visit carries: who is simulated, and what is true of them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any, Literal

from protocols.battery import BatterySpec
from qst_station.documents import checked
from qst_station.findings import Finding, Refused, Severity
from qst_station.session.plan import Kind, Step
from qst_station.station.skin import Skin

Area = Literal["control", "affected"]

SAID, APPLIED = "heard", "applied"
"""The commands by which a training visit records what the participant said, and when the hand touched."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Training:
    """A visit to learn by, on a simulated participant.

    Attributes
    ----------
    profile, title : str
        Name of the profile, and what it is called.
    seed : int
        Of everything that the participant says.
    truth : dict of str to Skin
        How each area answers. No screen shows it before the visit is closed.
    tests : tuple of str
        What is trained, in the order of the battery; empty for the whole battery.
    surprise : bool
        Whether the trainee did not know the profile.
    reaction_s : float
        Mean time from a touch to the answer.
    """

    profile: str
    title: str
    seed: int
    truth: dict[Area, Skin]
    tests: tuple[str, ...] = ()
    surprise: bool = False
    reaction_s: float = 0.25


def training_of(opening: Mapping[str, Any]) -> Training | None:
    """The training of a visit; None for any other visit, also for one from before there was training."""
    recorded = opening.get("training")
    return checked(recorded, Training, place="opening row: training") if recorded else None


def training_row(training: Training | None) -> dict[str, Any] | None:
    """As the opening row keeps it."""
    return asdict(training) if training else None


def training_steps(training: Training, battery: BatterySpec, kind: Kind) -> list[Step]:
    """The steps of a training visit: its tests at each site, and nothing else.

    Raises
    ------
    Refused
        `visit.training`: the visit is not for practice, or there is no such test.
    """
    unknown = [test for test in training.tests if test not in battery.tests]
    happened = ""
    if kind != "practice":
        happened = f"The visit is {kind}, and only practice can be training."
    elif unknown:
        happened = f"There is no test {', '.join(unknown)}; there are {', '.join(battery.tests)}."
    if happened:
        raise Refused(
            Finding(
                code="visit.training",
                severity=Severity.STOP,
                place="visit request",
                happened=happened,
                safe="Nothing was opened.",
                remedy="Begin the training again from the start screen or with qst-station train.",
            )
        )
    wanted = [test for test in battery.tests if not training.tests or test in training.tests]
    return [Step(test=test, site_role=role) for role in battery.site_order for test in wanted]
