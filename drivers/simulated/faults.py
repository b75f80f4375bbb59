"""Faults of a device and its cable, as a script in time."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final, Literal, TypeAlias, cast, get_args

Kind: TypeAlias = Literal["garble", "half", "merge", "overload", "silence", "unit", "unplug"]

_KINDS: Final[tuple[Kind, ...]] = get_args(Kind)
_LASTING: Final = {"overload", "silence", "unplug"}
_SECOND_NS: Final = 1_000_000_000
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
        `garble`: a line with its high bits set, as at a wrong baud rate. `half`: the second half of a line
        is missing. `merge`: a line without its terminator. `overload`: beyond the range. `silence`: no byte
        in either direction. `unit`: someone presses the unit key. `unplug`: the link is gone.
    at_ns, for_ns : int
        Device time and duration. Garble, half and merge spoil one line where `for_ns` is 0, else every line.
    """

    kind: Kind
    at_ns: int
    for_ns: int

    def active(self, t_ns: int) -> bool:
        """Whether it acts at `t_ns`."""
        return self.at_ns <= t_ns < self.at_ns + self.for_ns


def parse_faults(text: str) -> tuple[Fault, ...]:
    """A fault script such as `garble@2s,unplug@5s:3s,silence@9s:500ms`.

    A lasting fault (overload, silence, unplug) without a duration lasts 1 s.

    Raises
    ------
    FaultError
    """
    faults = []
    for part in filter(None, (part.strip() for part in text.split(","))):
        match = _FAULT.fullmatch(part)
        if match is None or match[1] not in _KINDS:
            raise FaultError(f"fault {part!r}: allowed is NAME@TIME[:DURATION], NAME one of {', '.join(_KINDS)}")
        kind = cast(Kind, match[1])
        lasts = _ns(match[4], match[5]) if match[4] else _SECOND_NS if kind in _LASTING else 0
        faults.append(Fault(kind=kind, at_ns=_ns(match[2], match[3]), for_ns=lasts))
    return tuple(sorted(faults, key=lambda fault: fault.at_ns))


def _ns(number: str, unit: str) -> int:
    return round(float(number) * (1_000_000 if unit == "ms" else _SECOND_NS))


class FaultScript:
    """The faults of one device, as time goes on."""

    def __init__(self, faults: tuple[Fault, ...]) -> None:
        self._faults = faults
        self._once = [fault for fault in faults if not fault.for_ns]

    def edges(self, after_ns: int, until_ns: int) -> list[int]:
        """The moments in (after, until] when something begins or ends."""
        moments = {moment for fault in self._faults for moment in (fault.at_ns, fault.at_ns + fault.for_ns)}
        return sorted(moment for moment in moments if after_ns < moment <= until_ns)

    def active(self, kind: Kind, t_ns: int) -> bool:
        """Whether a fault of this kind acts at `t_ns`."""
        return any(fault.kind == kind and fault.active(t_ns) for fault in self._faults)

    def take(self, kind: Kind, t_ns: int) -> bool:
        """Whether a momentary fault of this kind was due by `t_ns`; each is given once."""
        for fault in self._once:
            if fault.kind == kind and fault.at_ns <= t_ns:
                self._once.remove(fault)
                return True
        return False

    def spoil(self, data: bytes, t_ns: int) -> bytes:
        """What is left of bytes that the device sends at `t_ns`."""
        if self.active("silence", t_ns) or self.active("unplug", t_ns):
            return b""
        return b"".join(self._spoil_line(line, t_ns) for line in _LINE.findall(data))

    def _spoil_line(self, line: bytes, t_ns: int) -> bytes:
        body = line.rstrip(b"\r\n")
        if self._hits("garble", t_ns):
            return bytes(byte | 0x80 for byte in body) + line[len(body) :]
        if self._hits("half", t_ns):
            return line[: len(line) // 2]
        return body if self._hits("merge", t_ns) else line

    def _hits(self, kind: Kind, t_ns: int) -> bool:
        return self.active(kind, t_ns) or self.take(kind, t_ns)
