"""How a simulated area of skin answers to stimuli, as laws of chance, and what a test of it would find in the end.

The figures that go in are inventions; they describe nobody.
"""

from __future__ import annotations

import math
import random
from collections.abc import Callable
from dataclasses import dataclass

from protocols.effects import Stimulus
from protocols.rating import GroupValue, RatingSpec
from protocols.train import TrainSpec

_HIGHEST_RATING = 100
_HIGHEST_EIGHTH = 8.0
_STRONGEST_MN = 512.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Skin:
    """How one area feels.

    Attributes
    ----------
    mdt_mn, mpt_mn : float
        Forces that are felt, or sharp, every second time.
    pain_at_512 : float
        Mean rating of the strongest pinprick, 0-100, before it is rounded.
    touch_pain : float
        Mean rating of a touch stroke where it hurts; 0 for none.
    wind_up : float
        Ratio of the rating of a train to that of a single touch.
    vibration : float
        Reading of the fork, x/8.
    ppt_kpa : float
        Pressure pain threshold: median of the pressures at which the response comes at the rate of the protocol.
    slope_per_doubling : float
        Steepness of the logistic law of MDT and MPT.
    lapse : float
        Share of the answers of MDT and MPT that are given at random.
    pain_exponent : float
        Of the rating over the force.
    rating_spread, touch_spread : float
        Standard deviation of a rating, as a share of its mean.
    vibration_spread : float
        Standard deviation of a reading of the fork, x/8.
    ppt_spread : float
        Standard deviation of the natural logarithm of the pressure.
    """

    mdt_mn: float
    mpt_mn: float
    pain_at_512: float
    touch_pain: float
    wind_up: float
    vibration: float
    ppt_kpa: float
    slope_per_doubling: float = 3.0
    lapse: float = 0.0
    pain_exponent: float = 0.7
    rating_spread: float = 0.15
    touch_spread: float = 0.5
    vibration_spread: float = 0.3
    ppt_spread: float = 0.06

    def __post_init__(self) -> None:
        if min(self.mdt_mn, self.mpt_mn, self.ppt_kpa, self.slope_per_doubling) <= 0.0:
            raise ValueError("mdt_mn, mpt_mn, ppt_kpa and slope_per_doubling must be positive")
        if not 0.0 <= self.lapse < 1.0:
            raise ValueError(f"lapse is {self.lapse}; it is a share from 0 to below 1")

    def threshold_mn(self, test: str) -> float:
        """The force that is felt (MDT), or sharp (MPT), every second time."""
        return self.mdt_mn if test == "MDT" else self.mpt_mn

    def perceives(self, test: str, stimulus: Stimulus, chance: random.Random) -> bool:
        """Whether a hair is felt (MDT) or a pinprick is sharp (MPT), this time."""
        assert stimulus.nominal_force_mn is not None
        doublings = math.log2(stimulus.nominal_force_mn / self.threshold_mn(test))
        law = 1.0 / (1.0 + math.exp(-self.slope_per_doubling * doublings))
        return chance.random() < self.lapse / 2 + (1.0 - self.lapse) * law

    def number(self, stimulus: Stimulus, chance: random.Random) -> float:
        """The number given to a stimulus, this time: a pain rating, or the reading of the fork."""
        mean, spread = self._mean(stimulus)
        if stimulus.kind == "fork":
            return min(_HIGHEST_EIGHTH, max(0.0, round(2 * chance.gauss(mean, spread)) / 2))
        rated = max(0.0, chance.gauss(mean, spread)) if stimulus.kind != "touch" or mean else 0.0
        return float(min(_HIGHEST_RATING, round(rated)))

    def pressure_kpa(self, chance: random.Random) -> float:
        """Pressure of the response to one ramp of the protocol's rate."""
        return self.ppt_kpa * math.exp(chance.gauss(0.0, self.ppt_spread))

    def _mean(self, stimulus: Stimulus) -> tuple[float, float]:
        """Mean and standard deviation of what is said, before it is rounded."""
        if stimulus.kind == "fork":
            return self.vibration, self.vibration_spread
        if stimulus.kind == "touch":
            return self.touch_pain, self.touch_pain * self.touch_spread
        assert stimulus.nominal_force_mn is not None
        mean = self.pain_at_512 * (stimulus.nominal_force_mn / _STRONGEST_MN) ** self.pain_exponent
        if stimulus.kind == "train":
            mean *= self.wind_up
        return mean, self.rating_spread * mean

    # What a test would find if it were done without end

    def expected(self, stimulus: Stimulus, of: Callable[[float], float] = float) -> float:
        """Mean over all numbers that are given to a stimulus; ``of`` is what is averaged."""
        mean, spread = self._mean(stimulus)
        step = 0.5 if stimulus.kind == "fork" else 1.0
        last = round((_HIGHEST_EIGHTH if stimulus.kind == "fork" else _HIGHEST_RATING) / step)
        if spread == 0.0:
            return of(min(last, max(0, round(mean / step))) * step)
        below, total = 0.0, 0.0
        for i in range(last + 1):
            upto = 1.0 if i == last else _share_below((i + 0.5) * step, mean, spread)
            total += (upto - below) * of(i * step)
            below = upto
        return total

    def rated(self, spec: RatingSpec, value: GroupValue) -> float:
        """The value of a rating test, of numbers without end: of MPS, DMA or VDT."""
        members = [stimulus for stimulus in spec.stimuli if stimulus.group == value.group]
        if value.summary == "geometric_mean":
            logs = [self.expected(one, lambda number: math.log(number + value.offset)) for one in members]
            return math.exp(math.fsum(logs) / len(logs))
        return math.fsum(self.expected(one) + value.offset for one in members) / len(members)

    def wound_up(self, spec: TrainSpec) -> float | None:
        """The wind-up ratio of numbers without end; None where single touches never hurt."""
        single = self.expected(spec.single)
        return self.expected(spec.train) / single if single else None

    def mean_pressure_kpa(self) -> float:
        """The mean pressure of ramps without end."""
        return self.ppt_kpa * math.exp(self.ppt_spread**2 / 2)


def _share_below(value: float, mean: float, spread: float) -> float:
    return 0.5 * (1.0 + math.erf((value - mean) / (spread * math.sqrt(2.0))))
