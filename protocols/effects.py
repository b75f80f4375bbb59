"""All that a test machine may ask for, and the records it makes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, TypeAlias

Direction = Literal["ascending", "descending"]
Censored = Literal["", "low", "high"]
RampVerdict = Literal["good", "too_fast", "too_slow", "uneven"]
StimulusKind = Literal["hair", "pinprick", "touch", "train", "fork", "ramp"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Stimulus:
    """One stimulus of a set, as the examiner finds it in the tray.

    Attributes
    ----------
    id : str
        Identifier used in plans and records.
    kind : str
        What it is.
    label : str
        What the prompter shows largest, without the unit.
    unit : str
        Unit under the label; empty where there is none.
    nominal_force_mn : float or None
        Nominal force; None where the stimulus has none.
    slot : int
        Place in the tray, from 1; 0 where it has none.
    group : str
        Parameter that the stimulus counts towards, where a test yields several.
    how : str
        How to apply it, in one short sentence.
    """

    id: str
    kind: StimulusKind
    label: str
    unit: str = ""
    nominal_force_mn: float | None = None
    slot: int = 0
    group: str = ""
    how: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Beat:
    """One beat of a train: when it was due and when the machine was woken for it."""

    number: int
    intended_ns: int
    actual_ns: int


@dataclass(frozen=True, slots=True, kw_only=True)
class RampFit:
    """How the hand followed the ramp, from contact to the mark.

    `rate_per_s` is the fitted loading rate in the unit of the ramp per second; `in_band` is the share of the ramp
    time in which the loading rate lay within the tolerance. A ramp is `uneven` where its rate as a whole is right
    and that share is too small.
    """

    contact_ns: int
    rate_per_s: float
    in_band: float
    verdict: RampVerdict


@dataclass(frozen=True, slots=True, kw_only=True)
class Trial:
    """One stimulus and one response.

    Attributes
    ----------
    series : int
        Series or run, from 1; 0 for the approach before the first series.
    answer, rating, value : optional
        The response, by the kind of test. `value` is in `unit`.
    censored : str
        End of the range at which `value` is censored; the value is then None.
    void_reason : str
        Not empty where the machine itself finds that the trial cannot count.
    """

    stimulus: Stimulus
    series: int
    t_presented_ns: int
    t_answered_ns: int
    direction: Direction | None = None
    answer: bool | None = None
    rating: float | None = None
    value: float | None = None
    unit: str = ""
    censored: Censored = ""
    t_mark_ns: int | None = None
    mark_uncertainty_ns: int | None = None
    beats: tuple[Beat, ...] = ()
    ramp: RampFit | None = None
    void_reason: str = ""
    flags: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Parameter:
    """The value of a test.

    Attributes
    ----------
    value : float or None
        None where it could not be determined; `reason` then says why.
    censored, bound : str, float or None
        Where the value lies beyond the range: the end, and what it is at least ("high") or at most ("low").
    trials : int
        Trials that count towards it.
    painful_strokes : int or None
        Touch strokes rated above 0 (DMA only).
    """

    name: str
    unit: str
    value: float | None
    trials: int
    reason: str = ""
    censored: Censored = ""
    bound: float | None = None
    painful_strokes: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Present:
    """Ask for a stimulus: apply for `hold_ns`, then leave `rest_ns` before the next."""

    stimulus: Stimulus
    hold_ns: int = 0
    rest_ns: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Release:
    """Take the probe away at once (mark, limit or fault). `alarm`: the hand must be told loudly."""

    reason: str
    alarm: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class WakeAt:
    """Send `Woke` at this time."""

    t_ns: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Sound:
    """A beat to be heard and seen now."""

    beat: Beat


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """A trial is complete."""

    trial: Trial


@dataclass(frozen=True, slots=True, kw_only=True)
class Finish:
    """The test is complete."""

    parameters: tuple[Parameter, ...]


Effect: TypeAlias = Present | Release | WakeAt | Sound | Record | Finish
