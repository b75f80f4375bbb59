"""What a device can say, decoded.

A codec turns bytes into these messages and never raises: what it cannot read becomes `Garbled`, so that
a bad line is counted and shown, and never turns into a force.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal, TypeAlias


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """One value as the device sent it.

    Attributes
    ----------
    raw : float
        The number on the wire with the device's own sign, in `unit`; where the format implies the decimal
        point (millipounds, a count of decimals), with the point in its place. Always finite.
    unit : str
        Unit in canonical spelling: of a force (`N`, `mN`, `kN`, `kgf`, `gf`, `lbf`, `ozf`) or, of a balance,
        of a mass (`mg`, `g`, `kg`); the spec's `default_unit` where the line carries none.
    text : str
        The line as received (without terminator), for the record.
    peak : bool
        The device is in a peak mode: the value is a held maximum and not the force now.
    stable : bool or None
        A balance says that the value has settled (True) or has not (False); None where the device does not say.
    """

    raw: float
    unit: str
    text: str
    peak: bool = False
    stable: bool | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """Readings that came together and have nothing to them but a number: one unit, no peak, no state.

    Attributes
    ----------
    values : tuple of float, shape (n,)
        As `Reading.raw`.
    unit : str
        As `Reading.unit`.
    data : bytes
        The n lines as received, each with a terminator.
    """

    values: tuple[float, ...]
    unit: str
    data: bytes

    def readings(self) -> list[Reading]:
        """The same readings one by one."""
        texts = [line.decode("ascii") for line in self.data.splitlines()]
        return [Reading(raw=v, unit=self.unit, text=t) for v, t in zip(self.values, texts, strict=True)]


@dataclass(frozen=True, slots=True, kw_only=True)
class Overload:
    """The device says that the force is beyond its range: there is no value."""

    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Unsettled:
    """A balance says that it has not settled and leaves out the unit: there is no value."""

    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Press:
    """A response button went down or up.

    Attributes
    ----------
    button : str
        The device's own name of the button.
    down : bool
        True for a press, False for a release.
    device_ms : int or None
        The device's own clock (ms) where it sends one.
    """

    button: str
    down: bool
    device_ms: int | None = None


NoticeKind: TypeAlias = Literal["ack", "error", "banner", "identity", "battery"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Notice:
    """Anything else that is well formed: an acknowledgement, an error reply, a banner, an identity, a battery."""

    kind: NoticeKind
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Garbled:
    """Bytes that are no message of this device, and why."""

    data: bytes
    why: str


Message: TypeAlias = Reading | Run | Overload | Unsettled | Press | Notice | Garbled


def one_by_one(messages: Iterable[Message]) -> list[Message]:
    """The messages with every run taken apart."""
    apart: list[Message] = []
    for message in messages:
        apart += message.readings() if isinstance(message, Run) else [message]
    return apart
