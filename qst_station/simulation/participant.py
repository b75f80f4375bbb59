"""A simulated participant: a profile brought to life by a seed.

The figures of all profiles are inventions; they describe nobody.
"""

from __future__ import annotations

import math
import random
from collections.abc import Mapping
from typing import Any

from protocols.effects import Stimulus
from qst_station.simulation.profiles import DEMONSTRATION, profile
from qst_station.station.skin import Skin

_RISING_OVER_STEPPED = 1.5  # invented


class SimulatedParticipant:
    """Answers like the person of a profile.

    Parameters
    ----------
    seed : int
        The same seed and the same questions in the same order give the same answers.
    name : str
        Name of the profile.
    """

    def __init__(self, seed: int, name: str = DEMONSTRATION) -> None:
        self.profile = profile(name)
        self._chance = random.Random(f"participant {seed}")
        self._answers = random.Random(f"forms {seed}")  # apart, so that a form more changes no threshold
        self._skin = self.profile.areas
        self._hand_cm = {"unaffected": 41.2, "affected": 42.4}

    def answers(self, test: str, site_role: str, stimulus: Stimulus) -> bool:
        """Whether a hair is felt (MDT) or a pinprick is sharp (MPT)."""
        return self._skin_of(site_role).perceives(test, stimulus, self._chance)

    def number(self, test: str, site_role: str, stimulus: Stimulus) -> float:
        """The number given to a stimulus: a pain rating, or the reading of the fork."""
        return self._skin_of(site_role).number(stimulus, self._chance)

    def pressure_threshold_kpa(self, site_role: str) -> float:
        """Pressure at which one ramp begins to hurt."""
        return self._skin_of(site_role).pressure_kpa(self._chance)

    def force_threshold_mn(self, site_role: str) -> float:
        """Force at which one ramp of a tip begins to hurt: above that of single pinpricks (Pfau 2020)."""
        skin = self._skin_of(site_role)
        return _RISING_OVER_STEPPED * skin.mpt_mn * math.exp(self._chance.gauss(0.0, skin.ppt_spread))

    def load_threshold(self, site_role: str, unit: str) -> float:
        """Load at which one ramp begins to hurt, in kPa or mN."""
        return self.pressure_threshold_kpa(site_role) if unit == "kPa" else self.force_threshold_mn(site_role)

    def _skin_of(self, site_role: str) -> Skin:
        return self._skin["control" if site_role == "control" else "affected"]

    def reaction_ns(self) -> int:
        """Time from feeling to answering."""
        return round(1e9 * max(0.12, self._chance.gauss(self.profile.reaction_s, self.profile.reaction_spread_s)))

    def fills(self, field: Mapping[str, Any]) -> str:
        """What is typed for a field of a form, as the view shows it."""
        match field["kind"]:
            case "yes_no":
                return "yes" if self._answers.random() < 0.7 else "no"
            case "choice":
                return str(self._answers.choice(field["options"])["value"])
            case "text":
                return "as marked"
        number = field["number"]
        low, high = number["soft_low"], number["soft_high"]
        place = 0.6 if field["scale"] or field["limb_role"] == "affected" else 0.55
        wished = low + (high - low) * self._answers.gauss(place, 0.02)
        steps = round((min(high, max(low, wished)) - number["minimum"]) / number["step"])
        return f"{number['minimum'] + steps * number['step']:.6g}"

    def girth_cm(self, limb_role: str) -> float:
        """One reading of the tape, to the millimetre."""
        return round(self._hand_cm[limb_role] + self._chance.gauss(0.0, 0.12), 1)
