"""Faults of a device, its cable and its port, as a script in time."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final, Literal, TypeAlias, cast, get_args

from drivers.simulated.line_faults import LINE_FAULTS, LineKind
from drivers.simulated.usb_bridge import LATENCY_NS

SensorKind: TypeAlias = Literal["overload", "stuck", "unit"]
PortKind: TypeAlias = Literal["busy", "deny"]
Kind: TypeAlias = Literal[LineKind, SensorKind, PortKind, "batch", "error", "reboot", "silence", "sleep", "unplug"]

KINDS: Final[tuple[Kind, ...]] = tuple(sorted(get_args(Kind)))
_RESTARTS: Final[tuple[Kind, ...]] = ("reboot", "sleep")
_MUTE: Final[tuple[Kind, ...]] = ("silence", "unplug", *_RESTARTS)

_SECOND_NS: Final = 1_000_000_000
_LASTS_NS: Final[dict[Kind, int]] = {
    "batch": _SECOND_NS,
    "baud": _SECOND_NS,
    "busy": _SECOND_NS,
    "deny": _SECOND_NS,
    "flood": _SECOND_NS,
    "overload": _SECOND_NS,
    "parity": _SECOND_NS,
    "reboot": _SECOND_NS // 5,
    "silence": _SECOND_NS,
    "sleep": 3 * _SECOND_NS,
    "stuck": 3 * _SECOND_NS,
    "unplug": _SECOND_NS,
}
"""Duration of a fault that is given none; what is not listed happens once."""

_TIME: Final = r"(\d+(?:\.\d+)?)(ms|s|)"
_FAULT: Final = re.compile(rf"([a-z]+)@{_TIME}(?::{_TIME})?", re.ASCII)
_LINE: Final = re.compile(rb"[^\r\n]*[\r\n]+|[^\r\n]+")


class FaultError(ValueError):
    """A fault script that cannot be used; the text names the value and what is allowed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Fault:
    """One fault.

    Attributes
    ----------
    kind : str
        Of the line: `garble` (high bits set), `half` (the second half is missing), `merge` (without its end),
        `cr` (ended by CR alone), `parity` (7E1 read as 8N1), `baud` (sent at half our baud rate), `flood` (forty
        times), `error` (the device's own error reply in its place), `batch` (bytes in packets of 16 ms).
        Of the sensor: `overload`, `stuck` (the number of that moment), `unit` (someone presses the unit key).
        Of the whole device: `silence` (no byte in either direction), `reboot` and `sleep` (silence, after which
        it starts afresh and has forgotten what it was told), `unplug`.
        Of the port: `busy` (another program has locked it), `deny` (nobody may open it). Both keep a port from
        being opened, and leave an open one alone.
    at_ns, for_ns : int
        Device time and duration. A fault of the line spoils one line where `for_ns` is 0, else every line.
    """

    kind: Kind
    at_ns: int
    for_ns: int

    def active(self, t_ns: int) -> bool:
        """Whether it acts at `t_ns`."""
        return self.at_ns <= t_ns < self.at_ns + self.for_ns


def parse_faults(text: str) -> tuple[Fault, ...]:
    """A fault script such as `garble@2s,unplug@5s:3s,silence@9s:500ms`.

    A fault without a duration lasts 1 s (`reboot` 0.2 s, `sleep` and `stuck` 3 s) or spoils one line.

    Raises
    ------
    FaultError
    """
    faults = []
    for part in filter(None, (part.strip() for part in text.split(","))):
        match = _FAULT.fullmatch(part)
        if match is None or match[1] not in KINDS:
            raise FaultError(f"fault {part!r}: allowed is NAME@TIME[:DURATION], NAME one of {', '.join(KINDS)}")
        kind = cast(Kind, match[1])
        lasts_ns = _ns(match[4], match[5]) if match[4] else _LASTS_NS.get(kind, 0)
        faults.append(Fault(kind=kind, at_ns=_ns(match[2], match[3]), for_ns=lasts_ns))
    return tuple(sorted(faults, key=lambda fault: fault.at_ns))


def _ns(number: str, unit: str) -> int:
    return round(float(number) * (1_000_000 if unit == "ms" else _SECOND_NS))


class FaultScript:
    """The faults of one device, as time goes on.

    Parameters
    ----------
    faults : tuple of Fault
    error_reply : bytes
        What `error` puts in the place of a line; empty where the device has no such reply.

    Raises
    ------
    FaultError
        The device has no error reply to send.
    """

    def __init__(self, faults: tuple[Fault, ...], *, error_reply: bytes = b"") -> None:
        if not error_reply and any(fault.kind == "error" for fault in faults):
            raise FaultError("fault 'error': this device has no error reply")
        self._faults = faults
        self._error_reply = error_reply
        self._kinds = {fault.kind for fault in faults}
        self._mutes = [kind for kind in _MUTE if kind in self._kinds]
        self._damage = {kind: damaged for kind, damaged in LINE_FAULTS.items() if kind in self._kinds}
        self._once = [fault for fault in faults if not fault.for_ns]
        self._restarts = [fault.at_ns + fault.for_ns for fault in faults if fault.kind in _RESTARTS]

    def kinds(self) -> set[Kind]:
        """The kinds of fault that it has."""
        return self._kinds

    def edges(self, after_ns: int, until_ns: int) -> list[int]:
        """The moments in (after, until] when something begins or ends, or a held packet is sent."""
        moments = {moment for fault in self._faults for moment in (fault.at_ns, fault.at_ns + fault.for_ns)}
        for fault in self._faults:
            if fault.kind == "batch":
                first = max(fault.at_ns, after_ns + 1)
                last = min(fault.at_ns + fault.for_ns, until_ns + 1)
                moments.update(range(-(-first // LATENCY_NS) * LATENCY_NS, last, LATENCY_NS))
        return sorted(moment for moment in moments if after_ns < moment <= until_ns)

    def active(self, kind: Kind, t_ns: int) -> bool:
        """Whether a fault of this kind acts at `t_ns`."""
        return self.began_ns(kind, t_ns) is not None

    def began_ns(self, kind: Kind, t_ns: int) -> int | None:
        """When the fault of this kind began that acts at `t_ns`; None where none does."""
        if kind not in self._kinds:  # most of them, and asked for every line
            return None
        return next((fault.at_ns for fault in self._faults if fault.kind == kind and fault.active(t_ns)), None)

    def take(self, kind: Kind, t_ns: int) -> bool:
        """Whether a momentary fault of this kind was due by `t_ns`; each is given once."""
        for fault in self._once:
            if fault.kind == kind and fault.at_ns <= t_ns:
                self._once.remove(fault)
                return True
        return False

    def take_restart(self, t_ns: int) -> bool:
        """Whether the device has started afresh by `t_ns`; each start is given once."""
        due = [moment for moment in self._restarts if moment <= t_ns]
        self._restarts = [moment for moment in self._restarts if moment > t_ns]
        return bool(due)

    def mute(self, t_ns: int) -> bool:
        """Whether no byte goes in either direction."""
        return any(self.active(kind, t_ns) for kind in self._mutes)

    def spoil(self, data: bytes, t_ns: int) -> bytes:
        """What is left of bytes that the device sends at `t_ns`."""
        if not self._faults:  # most devices, for every line
            return data
        if self.mute(t_ns):
            return b""
        return b"".join(self._spoil_line(line, t_ns) for line in _LINE.findall(data))

    def _spoil_line(self, line: bytes, t_ns: int) -> bytes:
        if self._hits("error", t_ns):
            line = self._error_reply
        for kind, damaged in self._damage.items():
            if self._hits(kind, t_ns):
                line = damaged(line)
        return line

    def _hits(self, kind: Kind, t_ns: int) -> bool:
        return self.active(kind, t_ns) or self.take(kind, t_ns)
