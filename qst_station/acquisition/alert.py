"""What must not wait for the next turn, and how long bytes may gather: asked in the thread of the reader."""

from __future__ import annotations

import math

from calibration.scale import Scale
from drivers.messages import Message, Reading, Run
from drivers.reader import ReaderEvent, Received

_LEAST_PATIENCE_NS = 1_000_000
_MOST_PATIENCE_NS = 16_000_000
# 1000 N/s: no hand presses faster, and a ramp of 50 kPa/s on 1 cm2 is 200 times slower.
_FASTEST_RISE_MN_PER_NS = 1e-3


class Alert:
    """The force at which a test changes, and how near the gauge is to it.

    Parameters
    ----------
    measures_force : bool
        Whether the readings are forces.

    Attributes
    ----------
    force_mn : float
        Infinite where no force has to be acted on at once, minus infinite where every reading is waited for.
    """

    def __init__(self, *, measures_force: bool) -> None:
        self.force_mn = math.inf
        self._measures_force = measures_force
        self._heard_mn = 0.0

    def patience_ns(self) -> int:
        """How long readings may gather: the nearer the force to `force_mn`, the less."""
        if self.force_mn == math.inf:
            return _MOST_PATIENCE_NS
        room_mn = max(self.force_mn - self._heard_mn, 0.0)
        return min(_LEAST_PATIENCE_NS + round(room_mn / _FASTEST_RISE_MN_PER_NS), _MOST_PATIENCE_NS)

    def rouses(self, event: ReaderEvent, scale: Scale, unit: str) -> bool:
        """Whether an event must not wait for the next turn.

        Readings below `force_mn`, and bytes that complete nothing, can wait.

        Parameters
        ----------
        scale, unit
            What the readings mean, and the unit of those before.
        """
        if not isinstance(event, Received):
            return True
        return any(self._alarming(stamped.message, scale, unit) for stamped in event.stamped)

    def _alarming(self, message: Message, scale: Scale, unit_before: str) -> bool:
        match message:
            case Reading(raw=raw, unit=unit, peak=False):
                values: tuple[float, ...] = (raw,)
            case Run(values=values, unit=unit):
                values = (min(values), max(values))
            case _:
                return True
        if not self._measures_force or unit != unit_before:
            return True
        self._heard_mn = max(scale.force_mn(value, unit) for value in values)
        return self._heard_mn >= self.force_mn
