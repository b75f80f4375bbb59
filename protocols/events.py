"""All that a test machine may see. Times are nanoseconds since the start of the session."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias


@dataclass(frozen=True, slots=True, kw_only=True)
class Begin:
    """The examiner begins what is ready: the test, a train, a ramp."""

    t_ns: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """The participant's answer to the question of a limits test (felt? sharp?)."""

    t_ns: int
    yes: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Rated:
    """A number that was said or read off: a rating, a fork reading, a pressure from a display."""

    t_ns: int
    value: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Settled:
    """A typed number that was asked about stays as it is, or is to be typed again."""

    t_ns: int
    keep: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """The response button, pedal or key: the stimulus is painful now.

    `uncertainty_ns` is the uncertainty (p99) of `t_ns`.
    """

    t_ns: int
    uncertainty_ns: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Samples:
    """Samples of the load in time order, in the unit of the ramp; `t_ns` and `load` have the same length (n,)."""

    t_ns: tuple[int, ...]
    load: tuple[float, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Woke:
    """A wake-up that the machine asked for with `WakeAt` has come."""

    t_ns: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Interrupted:
    """The stimulus under way cannot count: the gauge was lost or overloaded, the examiner stopped.

    `alarm`: nobody chose it, and the hand must be told to leave the skin.
    """

    t_ns: int
    reason: str
    alarm: bool = False


Event: TypeAlias = Begin | Answer | Rated | Settled | Mark | Samples | Woke | Interrupted


class Unexpected(ValueError):
    """An event that the machine cannot take in this state; nothing has changed.

    Attributes
    ----------
    event : str
        Name of the event that came.
    allowed : tuple of str
        Names of the events that the state takes.
    """

    def __init__(self, event: str, allowed: tuple[str, ...]) -> None:
        super().__init__(f"{event} does not fit here; this step takes {', '.join(allowed) or 'nothing more'}")
        self.event = event
        self.allowed = allowed
