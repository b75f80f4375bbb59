"""Presses in a stream of readings: a rise from zero, what was held, and the release."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from math import fsum

_ENDS = 0.5  # of the level at which a press begins, so that noise at that level does not cut it in two
_FEWEST = 3  # samples of a plateau: a mean and a spread say nothing about fewer
LONGEST = 20_000
"""Samples after which something lies on the pan rather than being pressed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sample:
    """What the device showed at one time.

    Attributes
    ----------
    value : float or None
        In the unit and with the sign of a press; None where it showed none.
    stable : bool or None
        As the device says; None where it does not say.
    """

    t_ns: int
    value: float | None
    stable: bool | None = None
    overloaded: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Press:
    """One press, from the last sample without load to the first after it.

    Attributes
    ----------
    released : bool
        False where it was still on when the record was full.
    """

    samples: tuple[Sample, ...]
    released: bool = True

    @property
    def overloaded(self) -> bool:
        """The device said so at some time of the press."""
        return any(sample.overloaded for sample in self.samples)

    @property
    def trace(self) -> tuple[tuple[int, float], ...]:
        """Time in ns and value of every sample that has one."""
        return tuple((s.t_ns, s.value) for s in self.samples if s.value is not None)

    @property
    def peak(self) -> float | None:
        """The highest value; None where there was none."""
        return max((value for _, value in self.trace), default=None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Plateau:
    """The force that was held.

    Attributes
    ----------
    value : float
        Mean of the samples that the device calls settled; of all where it calls none so.
    settled : bool
        Whether it called some settled.
    end_ns : int
        Time of the last sample.
    """

    value: float
    settled: bool
    end_ns: int


class PressDetector:
    """Cuts a stream into presses.

    A press begins at `begins` and ends at half of it. What lies on when the detector starts, or after the stream
    was interrupted, is no press: no rise was seen.

    Parameters
    ----------
    begins : float
        Level of a press, in the unit of the samples.
    """

    def __init__(self, begins: float) -> None:
        if not begins > 0.0:
            raise ValueError(f"a press begins above zero, not at {begins}")
        self._begins = begins
        self._ends = _ENDS * begins
        self._samples: list[Sample] = []
        self._free = False  # a sample without load has been seen
        self._pressing = False

    @property
    def pressing(self) -> tuple[Sample, ...]:
        """The samples of the press that is under way; none without one."""
        return tuple(self._samples) if self._pressing else ()

    def take(self, sample: Sample) -> Press | None:
        """Take the next sample; the press that it completes."""
        loaded = sample.overloaded or (sample.value is not None and sample.value > self._ends)
        if not loaded and sample.value is not None:
            return self._unloaded(sample)
        if not self._free:
            return None
        self._samples.append(sample)
        self._pressing |= sample.overloaded or (sample.value is not None and sample.value >= self._begins)
        if self._pressing and len(self._samples) >= LONGEST:
            return self._done(released=False)
        return None

    def interrupt(self) -> Press | None:
        """Samples are missing from here on; the press that was under way, unreleased."""
        cut = self._done(released=False) if self._pressing else None
        self._free, self._samples = False, []
        return cut

    def _unloaded(self, sample: Sample) -> Press | None:
        press = None
        if self._pressing:
            self._samples.append(sample)
            press = self._done(released=True)
        self._free, self._samples = True, [sample]
        return press

    def _done(self, *, released: bool) -> Press:
        press = Press(samples=tuple(self._samples), released=released)
        self._free, self._pressing, self._samples = False, False, []
        return press


def plateau(press: Press, *, band: float, shortest_ns: int) -> Plateau | None:
    """The longest stretch of a press in which the force was held; None where it was not.

    Parameters
    ----------
    band : float
        Its values differ by at most this share of the largest of them.
    shortest_ns : int
        It lasts at least so long.
    """
    held = [s for s in press.samples if s.value is not None]
    longest: list[Sample] = []
    for stretch in _stretches(held, band, (press.peak or 0.0) / 2.0):
        if stretch[-1].t_ns - stretch[0].t_ns > (longest[-1].t_ns - longest[0].t_ns if longest else -1):
            longest = stretch
    if len(longest) < _FEWEST or longest[-1].t_ns - longest[0].t_ns < shortest_ns:
        return None
    settled = [s for s in longest if s.stable]
    values = [s.value for s in settled or longest if s.value is not None]
    return Plateau(value=fsum(values) / len(values), settled=bool(settled), end_ns=longest[-1].t_ns)


def _stretches(samples: list[Sample], band: float, above: float) -> Iterator[list[Sample]]:
    """For each sample the stretch that ends with it: as long as its values stay together and above a level."""
    first = 0
    for last, sample in enumerate(samples):
        values = [s.value for s in samples[first : last + 1] if s.value is not None]
        while values and (max(values) - min(values) > band * max(values) or min(values) < above):
            values.pop(0)
            first += 1
        if values and sample.value is not None:
            yield samples[first : last + 1]
