"""A simulated hand that presses a probe: a ramp with tremor, until it lets go."""

from __future__ import annotations

import math
import random
from dataclasses import dataclass, replace

_LET_GO_NS = 150_000_000
_NEVER_NS = 1 << 62


@dataclass(frozen=True, slots=True, kw_only=True)
class Press:
    """One press: the ramp from `contact_ns` until `release_ns`, at `rate_n_per_s`."""

    contact_ns: int
    release_ns: int
    rate_n_per_s: float


class SimulatedHand:
    """The load on a simulated gauge. Presses are planned ahead; `__call__` gives the force in newton.

    Parameters
    ----------
    seed : int
        Of the loading rates and the phase of the tremor.
    """

    def __init__(self, seed: int) -> None:
        self._chance = random.Random(f"hand {seed}")
        self._presses: tuple[Press, ...] = ()

    def press(self, contact_ns: int, rate_n_per_s: float) -> Press:
        """Plan a press that lasts until `let_go`; the hand keeps the rate to within a few per cent."""
        rate = rate_n_per_s * self._chance.gauss(1.0, 0.04)
        press = Press(contact_ns=contact_ns, release_ns=_NEVER_NS, rate_n_per_s=rate)
        # A new tuple each time: the device reads it from another thread.
        self._presses = (*self._presses[-3:], press)
        return press

    def let_go(self, release_ns: int) -> None:
        """End the last press at ``release_ns``."""
        *earlier, last = self._presses
        self._presses = (*earlier, replace(last, release_ns=release_ns))

    def __call__(self, t_ns: int) -> float:
        """Force in newton at device time ``t_ns``."""
        for press in reversed(self._presses):
            if press.contact_ns <= t_ns <= press.release_ns + _LET_GO_NS:
                return _force(press, t_ns)
        return 0.0


def _force(press: Press, t_ns: int) -> float:
    t_s = (min(t_ns, press.release_ns) - press.contact_ns) * 1e-9
    # Physiological tremor of the hand lies around 8-12 Hz and grows with the force.
    force = press.rate_n_per_s * t_s
    force += 0.01 * force * math.sin(2 * math.pi * 9.0 * t_s) + 0.015 * force * math.sin(2 * math.pi * 1.3 * t_s)
    if t_ns > press.release_ns:
        force *= max(0.0, 1.0 - (t_ns - press.release_ns) / _LET_GO_NS)
    return max(0.0, force)
