"""A simulated hand that a trainee steers: it presses while it is held, about as fast as it is told."""

from __future__ import annotations

import math
import random
from collections.abc import Callable
from dataclasses import dataclass, replace

MOST_N = 150.0  # a hand presses no harder
FASTER = 1.12  # one step of the pressing speed
_LET_GO_NS = 150_000_000
_UNEVEN = (0.75, 1.35)  # how far off the first speed of a press may lie, as shares of that asked for


@dataclass(frozen=True, slots=True, kw_only=True)
class _Stretch:
    """Pressing at one speed, from `start_ns` and `start_n` on, until `release_ns`."""

    contact_ns: int
    start_ns: int
    start_n: float
    rate_n_per_s: float
    release_ns: int | None = None

    def steady_n(self, t_ns: int) -> float:
        """The force without the tremor."""
        until_ns = t_ns if self.release_ns is None else min(t_ns, self.release_ns)
        return min(MOST_N, self.start_n + self.rate_n_per_s * (until_ns - self.start_ns) * 1e-9)


class SteeredHand:
    """The load on a simulated gauge; `__call__` gives the force in newton.

    Parameters
    ----------
    seed : int
        Of how far the first speed of each press lies off.
    felt : callable
        Told, by whoever asks for the force, when a press has reached the force that `press` was given.
    """

    def __init__(self, seed: int, felt: Callable[[int], None]) -> None:
        self._chance = random.Random(f"steered hand {seed}")
        self._felt = felt
        # Replaced as a whole: the device reads it from another thread.
        self._stretch: _Stretch | None = None
        self._awaited_n = math.inf

    @property
    def pressing(self) -> bool:
        """Whether the hand is held."""
        return self._stretch is not None and self._stretch.release_ns is None

    def press(self, t_ns: int, rate_n_per_s: float, *, felt_n: float) -> None:
        """Begin to press at about ``rate_n_per_s``; ``felt`` is told when ``felt_n`` is reached."""
        rate = rate_n_per_s * self._chance.uniform(*_UNEVEN)
        self._awaited_n = felt_n
        self._stretch = _Stretch(contact_ns=t_ns, start_ns=t_ns, start_n=0.0, rate_n_per_s=rate)

    def steer(self, t_ns: int, steps: int) -> None:
        """Press faster by so many steps, or slower where they are negative."""
        stretch = self._stretch
        if stretch is not None and stretch.release_ns is None:
            rate = stretch.rate_n_per_s * FASTER**steps
            self._stretch = replace(stretch, start_ns=t_ns, start_n=stretch.steady_n(t_ns), rate_n_per_s=rate)

    def let_go(self, t_ns: int) -> None:
        """Let go."""
        stretch = self._stretch
        if stretch is not None and stretch.release_ns is None:
            self._stretch = replace(stretch, release_ns=t_ns)

    def __call__(self, t_ns: int) -> float:
        """Force in newton at device time ``t_ns``."""
        stretch = self._stretch
        if stretch is None or t_ns < stretch.contact_ns:
            return 0.0
        steady = stretch.steady_n(t_ns)
        if steady >= self._awaited_n and (stretch.release_ns is None or t_ns <= stretch.release_ns):
            self._awaited_n = math.inf
            self._felt(t_ns)
        t_s = (t_ns - stretch.contact_ns) * 1e-9
        # Physiological tremor of the hand lies around 8-12 Hz and grows with the force.
        force = steady * (
            1.0 + 0.008 * math.sin(2 * math.pi * 9.0 * t_s) + 0.01 * math.sin(2 * math.pi * 1.3 * t_s)
        )
        if stretch.release_ns is not None and t_ns > stretch.release_ns:
            force *= max(0.0, 1.0 - (t_ns - stretch.release_ns) / _LET_GO_NS)
        return max(0.0, force)
