"""What can happen to a session, and its form as a row of the journal.

A row is a kind and a body. The body is canonical JSON; a row of samples carries its arrays as little-endian
bytes behind the JSON header.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, TypeAlias

import numpy as np
import numpy.typing as npt

FLAG_OVERLOAD = 1
FLAG_LATE = 2
FLAG_PEAK = 4

Floats: TypeAlias = npt.NDArray[np.float64]
Integers: TypeAlias = npt.NDArray[np.int64]
Flags: TypeAlias = npt.NDArray[np.uint8]


@dataclass(frozen=True, slots=True, kw_only=True)
class Actor:
    """Who gave a command, and in which role."""

    who: str
    role: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Command:
    """An order of a person. `source` is the device or key it came from."""

    t_ns: int
    name: str
    args: Mapping[str, Any]
    actor: Actor
    source: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ButtonPressed:
    """The response button; `uncertainty_ns` is the uncertainty (p99) of `t_ns`."""

    t_ns: int
    device: str
    button: str
    uncertainty_ns: int
    device_ms: int | None = None
    late: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class TimerDue:
    """A wake-up that a test had asked for."""

    t_ns: int


@dataclass(frozen=True, slots=True, kw_only=True)
class DeviceNews:
    """Something a device did (see `qst_station.station.engine_findings`), or that its scale was set."""

    t_ns: int
    device: str
    what: str
    detail: Mapping[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class ForceBlock:
    """Readings of one gauge in time order, as they were decoded.

    Attributes
    ----------
    stream : str
        Name of the gauge.
    index : int
        Number of the first reading in the stream.
    t_ns : int64 array, shape (n,)
        Sample times.
    raw : float64 array, shape (n,)
        Numbers on the wire in `unit`; NaN where the device said overload.
    force_mn : float64 array, shape (n,)
        Force, positive in compression; NaN with overload or in peak mode.
    flags : uint8 array, shape (n,)
        `FLAG_OVERLOAD`, `FLAG_LATE`, `FLAG_PEAK` (a held maximum: no force of now).
    arrivals : int64 array, shape (m, 2)
        Time and length of each read that brought `data`.
    data : bytes
        The bytes themselves. They stay with the first part where a block is split.
    """

    stream: str
    index: int
    unit: str
    t_ns: Integers
    raw: Floats
    force_mn: Floats
    flags: Flags
    arrivals: Integers
    data: bytes

    def split(self, t_ns: int) -> tuple[ForceBlock, ForceBlock]:
        """The readings up to and including ``t_ns``, and those after it."""
        cut = int(np.searchsorted(self.t_ns, t_ns, side="right"))
        head = self._part(0, cut, self.arrivals, self.data)
        tail = self._part(cut, len(self.t_ns), np.empty((0, 2), np.int64), b"")
        return head, tail

    def _part(self, start: int, stop: int, arrivals: Integers, data: bytes) -> ForceBlock:
        return ForceBlock(
            stream=self.stream,
            index=self.index + start,
            unit=self.unit,
            t_ns=self.t_ns[start:stop],
            raw=self.raw[start:stop],
            force_mn=self.force_mn[start:stop],
            flags=self.flags[start:stop],
            arrivals=arrivals,
            data=data,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class ClockPair:
    """Session time beside wall-clock time, so that a step of either shows."""

    t_ns: int
    utc: str


SessionEvent: TypeAlias = Command | ButtonPressed | TimerDue | DeviceNews | ForceBlock | ClockPair


def encode(event: SessionEvent) -> tuple[str, bytes]:
    """The row of an event: kind and body."""
    match event:
        case Command():
            return "command", _json(
                {
                    "t_ns": event.t_ns,
                    "name": event.name,
                    "args": dict(event.args),
                    "actor": {"who": event.actor.who, "role": event.actor.role},
                    "source": event.source,
                }
            )
        case ButtonPressed():
            return "button", _json({name: getattr(event, name) for name in ButtonPressed.__slots__})
        case TimerDue():
            return "timer", _json({"t_ns": event.t_ns})
        case DeviceNews():
            return "device", _json(
                {"t_ns": event.t_ns, "device": event.device, "what": event.what, "detail": dict(event.detail)}
            )
        case ForceBlock():
            return "force", _encode_force(event)
        case ClockPair():
            return "clock", _json({"t_ns": event.t_ns, "utc": event.utc})


def decode(kind: str, body: bytes) -> SessionEvent:
    """The event of a row.

    Raises
    ------
    ValueError, KeyError, TypeError
        The body is not what this kind of row holds.
    """
    if kind == "force":
        return _decode_force(body)
    fields = json.loads(body)
    match kind:
        case "command":
            return Command(**{**fields, "actor": Actor(**fields["actor"])})
        case "button":
            return ButtonPressed(**fields)
        case "timer":
            return TimerDue(**fields)
        case "device":
            return DeviceNews(**fields)
        case "clock":
            return ClockPair(**fields)
    raise ValueError(f"no row of kind {kind!r}")


def _json(fields: Mapping[str, Any]) -> bytes:
    text = json.dumps(fields, sort_keys=True, separators=(",", ":"), ensure_ascii=False, allow_nan=False)
    return text.encode()


def _encode_force(block: ForceBlock) -> bytes:
    header = _json(
        {
            "stream": block.stream,
            "index": block.index,
            "unit": block.unit,
            "readings": len(block.t_ns),
            "reads": len(block.arrivals),
        }
    )
    arrays = (block.t_ns.astype("<i8"), block.raw.astype("<f8"), block.force_mn.astype("<f8"), block.flags)
    parts = [array.tobytes() for array in arrays]
    return b"".join((header, b"\n", *parts, block.arrivals.astype("<i8").tobytes(), block.data))


def _decode_force(body: bytes) -> ForceBlock:
    end = body.index(b"\n")
    header = json.loads(body[:end])
    n, m, at = header["readings"], header["reads"], end + 1

    def take(dtype: str, count: int) -> npt.NDArray[Any]:
        nonlocal at
        array = np.frombuffer(body, dtype, count, at)
        at += array.nbytes
        return array

    return ForceBlock(
        stream=header["stream"],
        index=header["index"],
        unit=header["unit"],
        t_ns=take("<i8", n),
        raw=take("<f8", n),
        force_mn=take("<f8", n),
        flags=take("u1", n),
        arrivals=take("<i8", 2 * m).reshape(m, 2),
        data=body[at:],
    )
