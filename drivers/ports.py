"""What the system tells of a serial port without opening it, and whether that tells two adapters apart."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

# What makers leave in the place of a serial number: nothing but one character, a count, or the 0001 with which
# the CP2102 leaves the factory (Silicon Labs CP2102 data sheet, table of default USB strings).
_NO_NUMBER: Final = re.compile(r"|(.)\1*|0*1|0?123456789?0?(?:ABCDEF)?", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class PortInfo:
    """A serial port of this computer.

    Attributes
    ----------
    url : str
        What `drivers.link.open_link` takes.
    vid, pid : int or None
        USB vendor and product; None for a port that is not on USB.
    serial_number, product, location : str or None
        As the adapter tells them; `location` is the USB socket it is plugged into.
    """

    url: str
    vid: int | None = None
    pid: int | None = None
    serial_number: str | None = None
    product: str | None = None
    location: str | None = None

    @property
    def has_own_number(self) -> bool:
        """Whether the serial number looks like one of this adapter alone."""
        return _NO_NUMBER.fullmatch((self.serial_number or "").strip()) is None


def doubt(port: PortInfo, ports: Iterable[PortInfo]) -> str:
    """Why an adapter cannot be told from another of its kind; empty where it can.

    A CH340 has no serial number at all (linux-usb, message 150507).

    Parameters
    ----------
    port : PortInfo
    ports : iterable of PortInfo
        All that are plugged in.
    """
    if port.vid is None:
        return ""
    where = "only by its USB socket" if port.location else "by nothing"
    if not (port.serial_number or "").strip():
        return f"no serial number: known again {where}"
    if not port.has_own_number:
        return f"serial number {port.serial_number} is shared by many adapters: known again {where}"
    same = [other.url for other in ports if other.url != port.url and _identity(other) == _identity(port)]
    return f"same serial number as {', '.join(same)}: known again {where}" if same else ""


def _identity(port: PortInfo) -> tuple[int | None, int | None, str | None]:
    return port.vid, port.pid, port.serial_number
