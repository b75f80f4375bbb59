"""A simulated participant: thresholds, ratings and reaction times drawn from a seed.

The figures are inventions that lie in plausible places of the norm table; they describe nobody.
"""

from __future__ import annotations

import math
import random
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from protocols.effects import Stimulus


@dataclass(frozen=True, slots=True, kw_only=True)
class Skin:
    """How one area feels.

    Attributes
    ----------
    mdt_mn, mpt_mn : float
        Forces that are felt, or sharp, every second time.
    pain_at_512 : float
        Rating of the strongest pinprick, 0-100.
    touch_pain : float
        Mean rating of a touch stroke where it hurts; 0 for none.
    wind_up : float
        Ratio of the rating of a train to that of a single touch.
    vibration : float
        Reading of the fork, x/8.
    ppt_kpa : float
        Pressure pain threshold.
    """

    mdt_mn: float
    mpt_mn: float
    pain_at_512: float
    touch_pain: float
    wind_up: float
    vibration: float
    ppt_kpa: float


CONTROL = Skin(
    mdt_mn=1.2, mpt_mn=75.0, pain_at_512=18.0, touch_pain=0.0, wind_up=2.3, vibration=7.6, ppt_kpa=420.0
)
AFFECTED = Skin(
    mdt_mn=9.0, mpt_mn=14.0, pain_at_512=62.0, touch_pain=9.0, wind_up=2.6, vibration=6.8, ppt_kpa=190.0
)


class SimulatedParticipant:
    """Answers like a person with complex regional pain syndrome of one limb.

    Parameters
    ----------
    seed : int
        The same seed and the same questions in the same order give the same answers.
    """

    def __init__(self, seed: int) -> None:
        self._chance = random.Random(f"participant {seed}")
        self._answers = random.Random(f"forms {seed}")  # apart, so that a form more changes no threshold
        self._skin = {"control": CONTROL, "affected": AFFECTED}
        self._hand_cm = {"unaffected": 41.2, "affected": 42.4}

    def answers(self, test: str, site_role: str, stimulus: Stimulus) -> bool:
        """Whether a hair is felt (MDT) or a pinprick is sharp (MPT)."""
        skin = self._skin[site_role]
        threshold = skin.mdt_mn if test == "MDT" else skin.mpt_mn
        assert stimulus.nominal_force_mn is not None
        doublings = math.log2(stimulus.nominal_force_mn / threshold)
        return self._chance.random() < 1.0 / (1.0 + math.exp(-3.0 * doublings))

    def number(self, test: str, site_role: str, stimulus: Stimulus) -> float:
        """The number given to a stimulus: a pain rating, or the reading of the fork."""
        skin = self._skin[site_role]
        if stimulus.kind == "fork":
            return min(8.0, max(0.0, round(2 * self._chance.gauss(skin.vibration, 0.3)) / 2))
        if stimulus.kind == "touch":
            pain = max(0.0, self._chance.gauss(skin.touch_pain, skin.touch_pain / 2)) if skin.touch_pain else 0.0
            return float(min(100, round(pain)))
        assert stimulus.nominal_force_mn is not None
        mean = skin.pain_at_512 * (stimulus.nominal_force_mn / 512.0) ** 0.7
        if stimulus.kind == "train":
            mean *= skin.wind_up
        return float(min(100, max(0, round(self._chance.gauss(mean, 0.15 * mean)))))

    def pressure_threshold_kpa(self, site_role: str) -> float:
        """Pressure at which one ramp begins to hurt."""
        return self._skin[site_role].ppt_kpa * math.exp(self._chance.gauss(0.0, 0.06))

    def reaction_ns(self) -> int:
        """Time from feeling to answering."""
        return round(1e9 * max(0.12, self._chance.gauss(0.25, 0.05)))

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
