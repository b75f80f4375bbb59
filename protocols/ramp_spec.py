"""What a ramp is made of: one shape, with pressure or with force as the load that rises."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, TypeAlias

from protocols.effects import RampVerdict, Stimulus
from protocols.rating import ResponseScale
from protocols.summaries import Summary


@dataclass(frozen=True, slots=True, kw_only=True)
class RampSpec:
    """A pressure threshold by a rising ramp.

    Attributes
    ----------
    trials : int
        Trials whose mean is the value.
    rate_kpa_per_s, rate_tolerance : float
        Loading rate asked for; the share of it by which the fitted rate may differ and the ramp still be good.
    probe_area_cm2 : float
        Area of the probe that the protocol asks for.
    contact_kpa : float
        Pressure from which on the probe is taken to touch the skin.
    limit_kpa : float
        Safety limit: reaching it ends the trial without a threshold.
    rate_window_s : float
        Length of the window over which the momentary loading rate is judged.
    longest_gap_s : float
        Longest time between the samples on both sides of the response.
    mark_grace_s : float
        How long a trial that has reached the limit waits for a mark that was pressed before: samples may be faster
        than marks. The probe leaves the skin at once.
    entry : ResponseScale
        What may be typed where the pressure is read off a display.
    stimulus : Stimulus
        The probe as the examiner sees it.
    summary : str
        The mean that makes the value of the trials.
    lift_first : bool
        Whether an armed ramp waits until the load has been below contact, so that none starts from a probe that
        still lies on the skin.
    least_in_band : float
        Share of the windows in which the momentary rate must be right, or a ramp is uneven.
    repeat_after : tuple of str
        Verdicts after which the examiner is offered to repeat the ramp.
    ask_factor : float
        A typed number that differs by more than this factor from the trial before it is asked about; 0: none is.
    """

    parameter: str
    trials: int
    rate_kpa_per_s: float
    rate_tolerance: float
    rate_window_s: float
    longest_gap_s: float
    probe_area_cm2: float
    contact_kpa: float
    limit_kpa: float
    rest_s: float
    entry: ResponseScale
    stimulus: Stimulus
    mark_grace_s: float = 0.0  # protocols from before 1.1.0 do not have it
    summary: Summary = "arithmetic_mean"
    lift_first: bool = False  # protocols from before 1.2.0 do not have it
    least_in_band: float = 0.0  # nor those from before 1.4.0 these two
    repeat_after: tuple[RampVerdict, ...] = ("too_fast", "too_slow")
    ask_factor: float = 0.0  # nor those from before 1.5.0

    def __post_init__(self) -> None:
        if not self.probe_area_cm2 > 0.0:
            raise ValueError("probe_area_cm2 must be positive")
        _check(self)

    @property
    def unit(self) -> Literal["kPa"]:
        """Unit of every load."""
        return "kPa"

    @property
    def rate_per_s(self) -> float:
        """Loading rate asked for, in the unit of the load per second."""
        return self.rate_kpa_per_s

    @property
    def contact(self) -> float:
        """Load of contact."""
        return self.contact_kpa

    @property
    def limit(self) -> float:
        """Load of the safety limit."""
        return self.limit_kpa


@dataclass(frozen=True, slots=True, kw_only=True)
class ForceRampSpec:
    """A force threshold by a rising ramp, with a tip of a size that does not enter the value.

    The attributes are those of `RampSpec` with force in the place of pressure; `tip_diameter_mm` is the tip that
    the protocol asks for.
    """

    parameter: str
    trials: int
    rate_mn_per_s: float
    rate_tolerance: float
    rate_window_s: float
    longest_gap_s: float
    tip_diameter_mm: float
    contact_mn: float
    limit_mn: float
    rest_s: float
    mark_grace_s: float
    summary: Summary
    entry: ResponseScale
    stimulus: Stimulus
    lift_first: bool = False  # protocols from before 1.1.0 do not have it
    least_in_band: float = 0.0  # nor those from before 1.3.0 these two
    repeat_after: tuple[RampVerdict, ...] = ("too_fast", "too_slow")
    ask_factor: float = 0.0  # nor those from before 1.4.0

    def __post_init__(self) -> None:
        if not self.tip_diameter_mm > 0.0:
            raise ValueError("tip_diameter_mm must be positive")
        _check(self)

    @property
    def unit(self) -> Literal["mN"]:
        """Unit of every load."""
        return "mN"

    @property
    def rate_per_s(self) -> float:
        """Loading rate asked for, in the unit of the load per second."""
        return self.rate_mn_per_s

    @property
    def contact(self) -> float:
        """Load of contact."""
        return self.contact_mn

    @property
    def limit(self) -> float:
        """Load of the safety limit."""
        return self.limit_mn


AnyRamp: TypeAlias = RampSpec | ForceRampSpec


def _check(spec: AnyRamp) -> None:
    """Refuse figures that make no ramp."""
    load = spec.unit.lower()  # as the fields are called
    if spec.mark_grace_s < 0.0:
        raise ValueError("mark_grace_s must not be negative")
    if spec.trials < 1 or not spec.rate_per_s > 0.0:
        raise ValueError(f"trials and rate_{load}_per_s must be positive")
    if min(spec.rate_window_s, spec.longest_gap_s) <= 0.0:
        raise ValueError("rate_window_s and longest_gap_s must be positive")
    if not 0.0 < spec.contact < spec.limit or not 0.0 < spec.rate_tolerance < 1.0:
        raise ValueError(f"0 < contact_{load} < limit_{load} and 0 < rate_tolerance < 1 are needed")
    if not 0.0 <= spec.least_in_band <= 1.0:
        raise ValueError("least_in_band must lie between 0 and 1")
    if "good" in spec.repeat_after:
        raise ValueError("repeat_after cannot name good ramps")
    if spec.ask_factor and not spec.ask_factor > 1.0:
        raise ValueError("ask_factor must be above 1, or 0")
    if spec.entry.unit != spec.unit:
        raise ValueError(f"what is typed is in {spec.entry.unit}, and the ramp in {spec.unit}")
    if spec.summary == "geometric_mean" and not spec.entry.minimum > 0.0:
        raise ValueError("a geometric mean needs numbers above 0, and entry.minimum is not")
    if spec.ask_factor and spec.entry.minimum < spec.contact:  # those without it took any number
        raise ValueError(f"entry.minimum must not be below contact_{load}: such a press has not touched the skin")
