"""The readings of one force gauge as blocks: when each was taken, what force it means, which unit it has."""

from __future__ import annotations

import math
from collections.abc import Sequence

import numpy as np

from calibration.scale import Scale
from drivers.conversation import Stamped
from drivers.messages import Reading, Run
from drivers.reader import Received
from qst_station.acquisition.blocks import History
from qst_station.acquisition.sample_clock import SampleClock
from qst_station.session.events import (
    FLAG_OVERLOAD,
    FLAG_PEAK,
    DeviceNews,
    Floats,
    ForceBlock,
    Integers,
    SessionEvent,
)

HISTORY_NS = 15_000_000_000


class ForceStream:
    """Makes blocks of readings and keeps the last seconds of them.

    Whoever reads counts the readings: a stream goes on where a visit is resumed.

    Parameters
    ----------
    name : str

    Attributes
    ----------
    unit, unit_was : str
        Of the last reading, and before it was first changed on the device; empty where there was none.
    """

    def __init__(self, name: str) -> None:
        self._name = name
        self.unit = ""
        self.unit_was = ""
        self._clock = SampleClock()
        self._history = History(HISTORY_NS)

    def restart(self) -> None:
        """Readings may be missing here, so the line of sample times ends."""
        self._clock.restart()

    def continues(self, unit: str) -> bool:
        """Whether readings in this unit go on in that of those before, if there were any."""
        return self.unit in ("", unit)

    def take(self, read: Received, values: Sequence[Stamped], scale: Scale, first: int) -> list[SessionEvent]:
        """The readings of one read: one block, or news and several where the unit changes on the way.

        Parameters
        ----------
        values : sequence of Stamped
            `Reading` and `Overload` as they came; where there are none, the bytes of the read are a block still.
        first : int
            The number of the first of them.
        """
        news: list[SessionEvent] = []
        times = self._times(read.t_ns, values)
        parts: list[ForceBlock] = []
        start = 0
        for i, stamped in enumerate(values):
            message = stamped.message
            if not isinstance(message, Reading):
                continue
            if not self.continues(message.unit):
                news.append(self._unit_news(stamped.t_ns, message.unit))
                self.unit_was = self.unit_was or self.unit
                if i > start:
                    brought = None if parts else read
                    parts.append(self._block(values[start:i], times[start:i], scale, first + start, brought))
                    start = i
            self.unit = message.unit
        brought = None if parts else read
        parts.append(self._block(values[start:], times[start:], scale, first + start, brought))
        return [*news, *parts]

    def take_plain(self, reads: Sequence[tuple[Received, Run]], scale: Scale, first: int) -> ForceBlock:
        """One block of reads, at least one, that brought nothing but plain readings in `unit`."""
        raw = [value for _, run in reads for value in run.values]
        block = ForceBlock(
            stream=self._name,
            index=first,
            unit=self.unit,
            t_ns=self._clock.stamp_reads([(read.t_ns, len(run.values)) for read, run in reads]),
            raw=np.array(raw, np.float64),
            force_mn=np.array([scale.force_mn(value, self.unit) for value in raw], np.float64),
            flags=np.zeros(len(raw), np.uint8),
            arrivals=np.array([(read.t_ns, len(read.data)) for read, _ in reads], np.int64),
            data=b"".join([read.data for read, _ in reads]),
        )
        self._history.add(block)
        return block

    def since(self, t_ns: int) -> list[ForceBlock]:
        """The last readings after a time, at most `HISTORY_NS` of them."""
        return self._history.since(t_ns)

    def forces_since(self, t_ns: int) -> Floats:
        """Forces after a time in mN, without the readings that have none."""
        parts = [block.force_mn for block in self.since(t_ns)]
        joined = np.concatenate(parts) if parts else np.empty(0)
        kept: Floats = joined[~np.isnan(joined)]
        return kept

    def latest(self, since_ns: int) -> tuple[float, float]:
        """Force and raw number of the last reading; NaN where it has none, or there is no reading."""
        blocks = self.since(since_ns)
        return (float(blocks[-1].force_mn[-1]), float(blocks[-1].raw[-1])) if blocks else (math.nan, math.nan)

    def _block(
        self, values: Sequence[Stamped], times: Integers, scale: Scale, first: int, read: Received | None
    ) -> ForceBlock:
        """Readings in one unit, and the read that brought them with the first of its blocks."""
        raw, force, flags = [], [], []
        for stamped in values:
            message = stamped.message
            if not isinstance(message, Reading):
                raw.append(np.nan)
                force.append(np.nan)
                flags.append(FLAG_OVERLOAD)
                continue
            raw.append(message.raw)
            force.append(np.nan if message.peak else scale.force_mn(message.raw, message.unit))
            flags.append(FLAG_PEAK if message.peak else 0)
        block = ForceBlock(
            stream=self._name,
            index=first,
            unit=self.unit,
            t_ns=times,
            raw=np.array(raw, np.float64),
            force_mn=np.array(force, np.float64),
            flags=np.array(flags, np.uint8),
            arrivals=np.array([(read.t_ns, len(read.data))] if read else np.empty((0, 2)), np.int64),
            data=read.data if read else b"",
        )
        self._history.add(block)
        return block

    def _unit_news(self, t_ns: int, now: str) -> DeviceNews:
        return DeviceNews(t_ns=t_ns, device=self._name, what="unit", detail={"was": self.unit, "now": now})

    def _times(self, arrival_ns: int, values: Sequence[Stamped]) -> Integers:
        if not values:
            return np.empty(0, np.int64)
        if all(stamped.asked_ns is not None for stamped in values):
            return np.array([stamped.t_ns for stamped in values], np.int64)
        return self._clock.stamp(arrival_ns, len(values))
