"""What a device can say, decoded.

A codec turns bytes into these messages and never raises: what it cannot read becomes `Garbled`, so that
a bad line is counted and shown, and never turns into a force.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, TypeAlias


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """One value as the device sent it.

    Attributes
    ----------
    raw : float
        The number on the wire with the device's own sign, in `unit`. Always finite.
    unit : str
        Unit in canonical spelling (`N`, `mN`, `kN`, `kgf`, `gf`, `lbf`, `ozf`); the spec's `default_unit`
        where the line carries none.
    text : str
        The line as received (without terminator), for the record.
    peak : bool
        The device is in a peak mode: the value is a held maximum and not the force now.
    """

    raw: float
    unit: str
    text: str
    peak: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Overload:
    """The device says that the force is beyond its range: there is no value."""

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


@dataclass(frozen=True, slots=True, kw_only=True)
class Notice:
    """Anything else that is well formed: an acknowledgement, an error reply, a banner, an identity."""

    kind: Literal["ack", "error", "banner", "identity"]
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Garbled:
    """Bytes that are no message of this device, and why."""

    data: bytes
    why: str


Message: TypeAlias = Reading | Overload | Press | Notice | Garbled
