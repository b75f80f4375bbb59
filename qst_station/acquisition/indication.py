"""Indications of a balance or gauge (JCGM 200:2012, 4.1): what its display says, before it means a force."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from drivers.conversation import Stamped
from drivers.messages import Overload, Reading, Unsettled, one_by_one
from qst_station.session.events import FLAG_OVERLOAD, FLAG_PEAK, ForceBlock

KEPT = 2_000
"""Readings of a balance that are kept: more than come in the time in which anyone looks at them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Indication:
    """One reading.

    Attributes
    ----------
    index : int
        From 0, in the order of the readings of a device.
    value : float or None
        The number on the display with the device's own sign; None where it shows none.
    unit : str
        Empty where it shows none.
    stable : bool or None
        As the device says; None where it does not say. A held peak is not stable.
    """

    index: int
    t_ns: int
    value: float | None
    unit: str
    stable: bool | None = None
    overloaded: bool = False


def weights(stamped: Iterable[Stamped], first: int) -> list[Indication]:
    """The readings among the messages of a balance; the first gets the index `first`."""
    shown: list[Indication] = []
    for t_ns, message in ((one.t_ns, message) for one in stamped for message in one_by_one([one.message])):
        index = first + len(shown)
        match message:
            case Reading(raw=raw, unit=unit, stable=stable):
                shown.append(Indication(index=index, t_ns=t_ns, value=raw, unit=unit, stable=stable))
            case Unsettled():
                shown.append(Indication(index=index, t_ns=t_ns, value=None, unit="", stable=False))
            case Overload():
                shown.append(Indication(index=index, t_ns=t_ns, value=None, unit="", overloaded=True))
            case _:
                pass
    return shown


def forces(blocks: Iterable[ForceBlock], first: int) -> Iterator[Indication]:
    """The readings of a force gauge from the index `first` on."""
    for block in blocks:
        for i in range(max(0, first - block.index), len(block.t_ns)):
            flags, raw = int(block.flags[i]), float(block.raw[i])
            yield Indication(
                index=block.index + i,
                t_ns=int(block.t_ns[i]),
                value=None if raw != raw else raw,
                unit=block.unit,
                stable=False if flags & FLAG_PEAK else None,
                overloaded=bool(flags & FLAG_OVERLOAD),
            )
