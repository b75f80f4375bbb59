"""Whether the readings of a session follow from their raw bytes, and the forces from the readings."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import numpy.typing as npt

from calibration.scale import NEWTON_PER_UNIT, Scale
from drivers.conversation import Conversation
from drivers.messages import Overload, Reading, one_by_one
from drivers.spec import GaugeSpec
from qst_station.acquisition.device import device_spec
from qst_station.findings import Finding, Severity
from qst_station.session.events import FLAG_OVERLOAD, FLAG_PEAK, Command, DeviceNews, ForceBlock, SessionEvent
from qst_station.station.record import Replayed, scale_after


def check_streams(path: Path, replayed: Replayed) -> list[Finding]:
    """Decode the bytes of every gauge again and scale its readings again; a finding for each difference."""
    found = []
    events = [event for _, event in replayed.events]
    for device in replayed.plan.opening["devices"]:
        name = device["name"]
        if not any(isinstance(event, ForceBlock) and event.stream == name for event in events):
            continue
        if not _scales_to(name, Scale(**device["scale"]), events):
            found.append(differs(path, f"/streams/{name}/force_mn"))
        try:
            spec = device_spec(device["gauge"], device["options"])
        except ValueError as fault:
            found.append(_undecodable(path, name, str(fault)))
            continue
        if not all(_decodes_to(spec, segment) for segment in _segments(name, events)):
            found.append(differs(path, f"/streams/{name}/raw"))
    return found


def differs(path: Path, place: str) -> Finding:
    """The finding for a place that does not follow from the recorded events."""
    return Finding(
        code="verify.differs",
        severity=Severity.STOP,
        place=f"{path}: {place}",
        happened="What is stored differs from what follows from the recorded events.",
        safe="The file was not changed.",
        remedy="Do not use this value; seal the journal again, or compare with another copy of the file.",
    )


def _segments(name: str, events: list[SessionEvent]) -> list[list[ForceBlock]]:
    """The blocks of a stream, apart where readings were left out or the dialogue began anew."""
    segments: list[list[ForceBlock]] = []
    following: int | None = None
    for event in events:
        if _begins_anew(name, event):
            following = None
        elif isinstance(event, ForceBlock) and event.stream == name:
            if event.index != following:
                segments.append([])
            segments[-1].append(event)
            following = event.index + len(event.t_ns)
    return segments


def _begins_anew(name: str, event: SessionEvent) -> bool:
    if isinstance(event, DeviceNews):
        return event.device == name and event.what in ("lost", "returned", "attached")
    return isinstance(event, Command) and event.name == "reopen"


def _decodes_to(spec: GaugeSpec, segment: list[ForceBlock]) -> bool:
    """Whether the bytes of a segment decode to its readings.

    Recording begins and ends inside a stream of lines: the bytes of the first reading may have come before it,
    and the readings of the last bytes after it.
    """
    conversation = Conversation(spec)
    reads = [read for block in segment for read in _reads(block)]
    start_ns = reads[0][0] if reads else 0
    conversation.opening(start_ns)
    # A terminator first: recording begins in the middle of a stream whose lines were in step.
    conversation.receive(spec.terminator or b"\n", start_ns)
    messages = one_by_one(s.message for t_ns, data in reads for s in conversation.receive(data, t_ns))
    decoded = [m.raw if isinstance(m, Reading) else None for m in messages if isinstance(m, Reading | Overload)]
    stored = [None if np.isnan(v) else v for part in segment for v in part.raw.tolist()]
    return any(_overlap(stored[i:], decoded[j:]) for i in (0, 1) for j in (0, 1))


def _reads(block: ForceBlock) -> list[tuple[int, bytes]]:
    """Time and bytes of each read that brought a block."""
    ends = np.cumsum(block.arrivals[:, 1]).tolist()
    return [
        (t_ns, block.data[end - length : end])
        for (t_ns, length), end in zip(block.arrivals.tolist(), ends, strict=True)
    ]


def _overlap(stored: list[float | None], decoded: list[float | None]) -> bool:
    n = min(len(stored), len(decoded))
    return stored[:n] == decoded[:n] and len(stored) - n <= 1


def _scales_to(name: str, scale: Scale, events: list[SessionEvent]) -> bool:
    """Whether the forces of a stream are its readings on the scale of their time.

    A scale counts from the moment it was set, and so for readings that were on their way then, whose sample time
    and row are earlier: a block may lie on the scale that comes next.
    """
    scales = [scale]
    for event in events:
        if isinstance(event, DeviceNews) and event.device == name:
            after = scale_after(scales[-1], event)
            scales += [after] if after != scales[-1] else []
    at = 0
    now = scale
    for event in events:
        if isinstance(event, DeviceNews) and event.device == name:
            after = scale_after(now, event)
            at += after != now
            now = after
        elif (
            isinstance(event, ForceBlock)
            and event.stream == name
            and not any(_on_scale(event, candidate) for candidate in scales[at : at + 2])
        ):
            return False
    return True


def _on_scale(block: ForceBlock, scale: Scale) -> bool:
    valued = (block.flags & (FLAG_OVERLOAD | FLAG_PEAK)) == 0
    if valued.any() and block.unit not in NEWTON_PER_UNIT:
        return False
    expected: npt.NDArray[np.float64] = np.full(len(block.raw), np.nan)
    expected[valued] = [scale.force_mn(raw, block.unit) for raw in block.raw[valued].tolist()]
    return np.array_equal(expected, block.force_mn, equal_nan=True)


def _undecodable(path: Path, device: str, why: str) -> Finding:
    return Finding(
        code="verify.gauge",
        severity=Severity.WARNING,
        place=f"{path}: /streams/{device}",
        happened=f"The raw bytes could not be decoded again: {why}.",
        safe="The stored readings were compared with the chained events.",
        remedy="Verify with a program that knows this gauge.",
    )
