"""What the simulated participant says to a stimulus: a word or a number, and what it means."""

from __future__ import annotations

from dataclasses import dataclass

from protocols.effects import Stimulus
from qst_station.simulation.participant import SimulatedParticipant

NOTHING = "(nothing)"
_YES = {"MDT": "yes", "MPT": "sharp"}
_NO = {"MDT": NOTHING, "MPT": "blunt"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Spoken:
    """A word or a number. `meant` is the number, or 1 for yes and 0 for no where `is_yes_no`."""

    says: str
    meant: float
    is_yes_no: bool


def spoken(participant: SimulatedParticipant, test: str, site_role: str, stimulus: Stimulus) -> Spoken:
    """What is said this time."""
    if test in _YES:
        yes = participant.answers(test, site_role, stimulus)
        return Spoken(says=(_YES if yes else _NO)[test], meant=float(yes), is_yes_no=True)
    number = participant.number(test, site_role, stimulus)
    return Spoken(says=f"{number:g}", meant=number, is_yes_no=False)
