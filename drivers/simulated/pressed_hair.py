"""A hair or pinprick that a patient hand presses on a balance, and the check mass that it puts on in between."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

NEWTON_PER_GRAM: Final = 9.80665e-3  # standard gravity, where the simulated balances stand

_EMPTY_S: Final = 3.0
_RISE_S: Final = 1.0
_HELD_S: Final = 2.0
_FALL_S: Final = 0.25
_LEAST_S: Final = _RISE_S + _HELD_S + _FALL_S + 1.0


@dataclass(frozen=True, slots=True, kw_only=True)
class PressedHair:
    """Newton as a function of time, over and over: nothing, the check mass, nothing, a number of presses.

    Each press takes a second to rise, is held for two, and is let go.

    Attributes
    ----------
    force_mn : float
        Of the rested hair.
    fatigue : float
        Share of the force that it loses from one press to the next; it has rested when the round begins anew.
    presses : float
        Of a round; a whole number.
    every_s : float
        From one press to the next.
    check_g : float
        Mass that is put on for six seconds before the presses; 0 for none.
    """

    force_mn: float
    fatigue: float = 0.0
    presses: float = 10
    every_s: float = 34.0
    check_g: float = 0.0

    def __post_init__(self) -> None:
        if not 0.0 < self.force_mn < 1e5:
            raise ValueError(f"a hair presses with more than 0 and less than 100000 mN, not {self.force_mn:g}")
        if not 0.0 <= self.fatigue < 0.1:
            raise ValueError(f"fatigue is a share from 0 to below 0.1, not {self.fatigue:g}")
        if self.presses < 1 or self.presses != round(self.presses):
            raise ValueError(f"presses are counted from 1, not {self.presses:g}")
        if self.presses * self.fatigue >= 1.0:
            raise ValueError(f"{self.presses:g} presses with fatigue {self.fatigue:g} leave no force")
        if self.every_s < _LEAST_S:
            raise ValueError(f"a press comes every {_LEAST_S} s or later, not {self.every_s:g}")
        if not 0.0 <= self.check_g < 1e4:
            raise ValueError(f"a check mass has 0 to 10000 g, not {self.check_g:g}")

    def __call__(self, t_ns: int) -> float:
        """Newton at `t_ns`."""
        weighed_s = 2.0 * _EMPTY_S if self.check_g else 0.0
        t_s = t_ns / 1e9 % (_EMPTY_S + weighed_s + self.presses * self.every_s + _EMPTY_S) - _EMPTY_S
        if 0.0 <= t_s < weighed_s:
            return self.check_g * NEWTON_PER_GRAM
        number, since_s = divmod(t_s - weighed_s - _EMPTY_S, self.every_s)
        if number < 0 or number >= self.presses:
            return 0.0
        return self.force_mn * 1e-3 * (1.0 - self.fatigue * number) * _share(since_s)


def _share(since_s: float) -> float:
    """Share of the force, so long after the first touch."""
    if since_s < _RISE_S + _HELD_S:
        return min(since_s / _RISE_S, 1.0)
    return max(0.0, 1.0 - (since_s - _RISE_S - _HELD_S) / _FALL_S)
