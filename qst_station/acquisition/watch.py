"""What a gauge that still sends may be suspected of: a gap, unreadable, stuck, pulled for pressed, out of pace.

Pure: times and numbers in, suspicions out. Each is told once and again only after it was over.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from statistics import median
from typing import Any, Literal, TypeAlias

from drivers.messages import Garbled, Notice
from drivers.reader import Received
from qst_station.session.events import DeviceNews, Floats, ForceBlock, SessionEvent

Suspicion: TypeAlias = Literal["gap", "unreadable", "stuck", "negative", "flood", "recovered"]

_PACE_OVER_NS = 250_000_000
_PACE_WINDOWS = 8


@dataclass(frozen=True, slots=True, kw_only=True)
class WatchLimits:
    """When to suspect a gauge. All are defaults of QST Station, unverified.

    Attributes
    ----------
    unreadable_lines, unreadable_lines_over_ns, unreadable_ns : int
        So many unreadable lines in a row, over so long at least, or bytes for `unreadable_ns` without a value,
        are no single bad line any more.
    stuck_ns, stuck_least_mn, stuck_rise_mn, stuck_rise_over_ns
        A gauge is stuck that shows the same number for `stuck_ns`, at least `stuck_least_mn` from zero, after it
        had risen by `stuck_rise_mn` within `stuck_rise_over_ns`. At rest a gauge shows the same number for
        minutes, and under a weight as well; but no hand holds a force that it is raising to the last digit.
    negative_mn, negative_ns
        Pulled further than `negative_mn` for so long.
    flood_factor : float
        So many times the usual number of readings per second.
    """

    unreadable_lines: int = 20
    unreadable_lines_over_ns: int = 250_000_000
    unreadable_ns: int = 2_000_000_000
    stuck_ns: int = 2_000_000_000
    stuck_least_mn: float = 2_000.0
    stuck_rise_mn: float = 1_000.0
    stuck_rise_over_ns: int = 1_000_000_000
    negative_mn: float = 2_000.0
    negative_ns: int = 500_000_000
    flood_factor: float = 4.0


class GapWatch:
    """Nothing came for as long as a silence, and nobody said so.

    The reader tells a silence that it sees. It sees none where the order to stream again is answered at once, or
    where it was itself held up.
    """

    def __init__(self, silence_ns: int | None) -> None:
        self._silence_ns = silence_ns
        self._last_ns: int | None = None

    def take(self, t_ns: int, *, told: bool) -> Literal["gap"] | None:
        """One read, and whether it was told that a silence ends with it."""
        last_ns, self._last_ns = self._last_ns, t_ns
        if told or last_ns is None or self._silence_ns is None or t_ns - last_ns < self._silence_ns:
            return None
        return "gap"


class UnreadableWatch:
    """Bytes come, and no value."""

    def __init__(self, limits: WatchLimits) -> None:
        self._limits = limits
        self._bad = 0
        self._since_ns: int | None = None
        self._last_ns = 0
        self.told = False

    def take(self, t_ns: int, *, valued: bool, bad: int) -> Literal["unreadable", "recovered"] | None:
        """One read: whether it completed a value, and how many unreadable pieces."""
        if valued:
            over, self.told, self._bad, self._since_ns = self.told, False, 0, None
            return "recovered" if over else None
        if self._since_ns is None or t_ns - self._last_ns >= self._limits.unreadable_ns:
            self._since_ns = t_ns  # what was not sent in a pause was not unreadable
        self._bad += bad
        self._last_ns = t_ns
        lasted_ns = t_ns - self._since_ns
        in_a_row = (
            self._bad >= self._limits.unreadable_lines and lasted_ns >= self._limits.unreadable_lines_over_ns
        )
        if self.told or not (in_a_row or lasted_ns >= self._limits.unreadable_ns):
            return None
        self.told = True
        return "unreadable"


class StuckWatch:
    """The same number for too long, where it was rising before."""

    def __init__(self, limits: WatchLimits) -> None:
        self._limits = limits
        self._number = 0.0
        self._since_ns = 0
        self._judged = False
        self.told = False

    def take(
        self, block: ForceBlock, forces_since: Callable[[int], Floats]
    ) -> Literal["stuck", "recovered"] | None:
        """One block with readings. `forces_since` gives the forces after a time, in mN."""
        number, t_ns = float(block.force_mn[-1]), int(block.t_ns[-1])
        if number != self._number or (len(block.t_ns) > 1 and (block.force_mn != number).any()):
            over, self.told, self._judged = self.told, False, False
            self._number, self._since_ns = number, t_ns
            return "recovered" if over else None
        if self._judged or t_ns - self._since_ns < self._limits.stuck_ns:
            return None
        self._judged = True
        before = forces_since(self._since_ns - self._limits.stuck_rise_over_ns)
        rose = number - float(before.min(initial=number)) >= self._limits.stuck_rise_mn
        self.told = rose and number >= self._limits.stuck_least_mn
        return "stuck" if self.told else None


class NegativeWatch:
    """A force that pulls where the probe can only press."""

    def __init__(self, limits: WatchLimits) -> None:
        self._limits = limits
        self._since_ns: int | None = None
        self._told = False

    def take(self, block: ForceBlock) -> Literal["negative"] | None:
        """One block with readings; its last one counts."""
        if not block.force_mn[-1] < -self._limits.negative_mn:
            self._since_ns, self._told = None, False
            return None
        t_ns = int(block.t_ns[-1])
        self._since_ns = t_ns if self._since_ns is None else self._since_ns
        if self._told or t_ns - self._since_ns < self._limits.negative_ns:
            return None
        self._told = True
        return "negative"


class FloodWatch:
    """Readings come many times faster than before, three quarters of a second on end.

    A burst after a stall is shorter: it makes up for readings that were late.
    """

    def __init__(self, limits: WatchLimits) -> None:
        self._limits = limits
        self._usual_hz: deque[float] = deque(maxlen=_PACE_WINDOWS)
        self._since_ns: int | None = None
        self._count = 0
        self._high = 0

    def take(self, t_ns: int, count: int) -> Literal["flood"] | None:
        """One read with so many readings."""
        if self._since_ns is None:
            self._since_ns = t_ns
            return None
        self._count += count
        elapsed_ns = t_ns - self._since_ns
        if elapsed_ns < _PACE_OVER_NS:
            return None
        rate_hz = self._count / elapsed_ns * 1e9
        self._since_ns, self._count = t_ns, 0
        known = len(self._usual_hz) == _PACE_WINDOWS
        if known and rate_hz > self._limits.flood_factor * median(self._usual_hz):
            self._high += 1
            return "flood" if self._high == 3 else None
        self._high = 0
        if rate_hz > 0.0:
            self._usual_hz.append(rate_hz)
        return None


class Watch:
    """All suspicions of one gauge.

    Parameters
    ----------
    presses : bool
        It is a force gauge that lies under a test, so that a pull and a force held to the last digit are wrong.
        On a bench they are not: there it may hang on a hook or lie under a weight.
    measures_force : bool
        It sends forces all the time. A balance or a button may say other things for long.
    silence_ns : int or None
        As in `drivers.spec.GaugeSpec`.
    """

    def __init__(
        self, *, presses: bool, measures_force: bool, silence_ns: int | None, limits: WatchLimits = WatchLimits()
    ) -> None:
        self._presses = presses
        self._measures_force = measures_force
        self._silence_ns = silence_ns
        self._limits = limits
        self.restart()

    def restart(self) -> None:
        """Begin on a link that has just been opened."""
        self._gap = GapWatch(self._silence_ns)
        self._unreadable = UnreadableWatch(self._limits)
        self._stuck = StuckWatch(self._limits)
        self._negative = NegativeWatch(self._limits)
        self._flood = FloodWatch(self._limits)

    def take(
        self, read: Received, meant: Sequence[SessionEvent], forces_since: Callable[[int], Floats]
    ) -> list[tuple[Suspicion, dict[str, Any]]]:
        """What one read makes suspicious, with details.

        Parameters
        ----------
        read : Received
        meant : sequence of SessionEvent
            What the read was taken to mean.
        forces_since : callable
            Forces in mN after a time.
        """
        told = any(isinstance(event, DeviceNews) and event.what == "returned" for event in meant)
        found: list[Suspicion | None] = [self._gap.take(read.t_ns, told=told), self._readable(read)]
        blocks = [event for event in meant if isinstance(event, ForceBlock) and len(event.t_ns)]
        found.append(self._flood.take(read.t_ns, sum(len(block.t_ns) for block in blocks)))
        for block in blocks if self._presses else ():
            found += [self._stuck.take(block, forces_since), self._negative.take(block)]
        return [(what, self._detail(what, blocks)) for what in found if what is not None]

    def take_plain(
        self, reads: Sequence[tuple[int, int]], block: ForceBlock, forces_since: Callable[[int], Floats]
    ) -> list[tuple[Suspicion, dict[str, Any]]]:
        """The same for reads that brought only readings: arrival and number of each, and all as one block."""
        found: list[Suspicion | None] = [self._unreadable.take(reads[-1][0], valued=True, bad=0)]
        for t_ns, count in reads:
            found += [self._gap.take(t_ns, told=False), self._flood.take(t_ns, count)]
        if self._presses:
            found += [self._stuck.take(block, forces_since), self._negative.take(block)]
        return [(what, self._detail(what, [block])) for what in found if what is not None]

    def _readable(self, read: Received) -> Suspicion | None:
        messages = [stamped.message for stamped in read.stamped]
        bad = sum(isinstance(message, Garbled) for message in messages)
        no_value = Garbled | Notice if self._measures_force else Garbled
        valued = any(not isinstance(message, no_value) for message in messages)
        return self._unreadable.take(read.t_ns, valued=valued, bad=bad)

    def _detail(self, what: Suspicion, blocks: list[ForceBlock]) -> dict[str, Any]:
        if what in ("stuck", "negative"):
            return {"force_mn": float(blocks[-1].force_mn[-1])}
        return {}
