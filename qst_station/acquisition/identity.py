"""Which device it is: what its adapter and its wire tell of it, and where that adapter is plugged in now."""

from __future__ import annotations

import os
import re
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from typing import Final

from drivers.ports import PortInfo

# What a device tells that belongs to this one unit: the serial number of an MT-SICS balance (I4, MT-SICS reference
# manual). The identities of the other gauges are a model, a firmware or a list of settings.
_OWN_NUMBER: Final[Mapping[str, re.Pattern[str]]] = {"mt-sics": re.compile(r'I4 A "(.+)"')}


@dataclass(frozen=True, slots=True, kw_only=True)
class Identity:
    """What tells one device from another. The name of its port is no part of it.

    Attributes
    ----------
    adapter : PortInfo or None
        Its USB adapter as it was last plugged in; None behind a socket, a pseudo-terminal or a built-in port.
    unit : str
        The number that the device itself tells and no other unit has; empty where it tells none.
    """

    adapter: PortInfo | None = None
    unit: str = ""

    @property
    def known_again(self) -> bool:
        """Whether there is anything to know the device by."""
        return self.adapter is not None or bool(self.unit)

    @property
    def certain(self) -> bool:
        """Whether it is that of one device alone."""
        return bool(self.unit) or (self.adapter is not None and self.adapter.has_own_number)

    def words(self) -> str:
        """The identity for a person."""
        parts = [f"no. {self.unit}"] if self.unit else []
        if self.adapter is not None:
            parts.append(adapter_words(self.adapter))
        return ", ".join(parts) or "nothing tells this device from others"


@dataclass(frozen=True, slots=True, kw_only=True)
class Whereabouts:
    """Where an adapter is plugged in.

    Attributes
    ----------
    port : PortInfo or None
        Where it is, or may be.
    certain : bool
        Whether nothing else can be behind that port.
    why : str
        Why there is no port, or why it is not certain.
    absent : bool
        No adapter of this kind is plugged in.
    """

    port: PortInfo | None
    certain: bool
    why: str
    absent: bool = False


def unit_number(gauge: str, told: str) -> str:
    """The number of the unit in what a gauge told of itself; empty where it tells none."""
    pattern = _OWN_NUMBER.get(gauge)
    match = pattern.fullmatch(told) if pattern else None
    return match[1] if match else ""


def adapter_words(port: PortInfo) -> str:
    """An adapter for a person."""
    kind = f"{port.vid:04x}:{port.pid:04x}" if port.vid is not None and port.pid is not None else ""
    number = f"serial number {port.serial_number}" if port.has_own_number else "no serial number of its own"
    return f"{' '.join(part for part in ('USB adapter', port.product or '', kind) if part)}, {number}"


def adapter_at(url: str, ports: Iterable[PortInfo]) -> PortInfo | None:
    """The USB adapter behind a port; None where there is none. Links to a port count as the port."""
    if "://" in url:
        return None
    place = os.path.realpath(url)
    found = (port for port in ports if port.vid is not None)
    return next((port for port in found if port.url == url or os.path.realpath(port.url) == place), None)


def whereabouts(adapter: PortInfo, ports: Iterable[PortInfo], taken: Collection[str] = ()) -> Whereabouts:
    """Where an adapter is plugged in now, whatever its port is called.

    One that has no number of its own is known by its USB socket, and only as long as no other of its kind is free.

    Parameters
    ----------
    adapter : PortInfo
        As it was when it was last seen.
    ports : iterable of PortInfo
        All that are plugged in.
    taken : collection of str
        Ports that other devices are using.
    """
    kin = [port for port in ports if _kind(port) == _kind(adapter) and port.url not in taken]
    if not kin:
        why = f"the {adapter_words(adapter)} is not plugged in"
        return Whereabouts(port=None, certain=False, why=why, absent=True)
    there = [port for port in kin if port.location is not None and port.location == adapter.location]
    if len(kin) == 1 and (adapter.has_own_number or there):
        return Whereabouts(port=kin[0], certain=True, why="")
    if len(kin) == 1:
        return Whereabouts(port=kin[0], certain=False, why="it has no serial number and is in another USB socket")
    why = f"{', '.join(port.url for port in kin)} cannot be told apart: none has a serial number of its own"
    return Whereabouts(port=there[0] if len(there) == 1 else None, certain=False, why=why)


def same_device(one: Identity, other: Identity) -> bool:
    """Whether two identities are certainly those of one device."""
    if one.unit or other.unit:
        return one.unit == other.unit
    if one.adapter is None or other.adapter is None:
        return False
    return one.adapter.has_own_number and _kind(one.adapter) == _kind(other.adapter)


def _kind(port: PortInfo) -> tuple[int | None, int | None, str | None]:
    return port.vid, port.pid, port.serial_number if port.has_own_number else None
