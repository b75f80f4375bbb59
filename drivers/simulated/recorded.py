"""A device out of a capture: it says again what a real one said."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import cycle
from pathlib import Path
from typing import Final

from drivers.capture import MAX_BYTES, Capture, CaptureError, Piece, parse_capture
from drivers.catalogue import GAUGES
from drivers.simulated.behaviour import Sensor
from drivers.simulated.device import SimulatedDevice
from drivers.simulated.faults import FaultScript, parse_faults

REPEAT_AFTER_NS: Final = 1_000_000_000
"""A capture in which nothing was asked begins again after such a pause: long enough for a codec to drop a line
that the end cut in half, too short for a silence."""


@dataclass(frozen=True, slots=True)
class _Exchange:
    """A request, and what the device sent until the next one, with its delay."""

    request: bytes
    answer: tuple[tuple[int, bytes], ...]


class Recorded:
    """The dialect of a capture.

    What was received before the first request is sent after power-on, at its time. Each request that was
    recorded is answered with what followed it; one that was sent more than once with each of its answers in
    turn, again from the first after the last. Other requests get no answer. Where nothing was requested, the
    whole is repeated.
    """

    def __init__(self, capture: Capture) -> None:
        self.sensor: Sensor | None = None
        self._unasked, exchanges = _exchanges(capture.pieces)
        self._repeats = not exchanges
        self._exchanges = _without_the_cut_one(exchanges)
        self._longest_first = sorted({e.request for e in self._exchanges}, key=len, reverse=True)
        self._answers: dict[bytes, Iterator[_Exchange]] = {}
        self._heard = b""
        self._pending: deque[tuple[int, bytes]] = deque()

    def power_on(self, t_ns: int) -> bytes:
        """Begin at the beginning."""
        self._answers = {
            request: cycle([e for e in self._exchanges if e.request == request]) for request in self._longest_first
        }
        self._heard = b""
        self._pending.clear()
        self._send(self._unasked, t_ns)
        return b""

    def handle(self, data: bytes, t_ns: int) -> bytes:
        """Begin the answers to the requests that `data` completes; a new answer ends the one before."""
        self._heard += data
        while self._heard:
            request = next((r for r in self._longest_first if self._heard.startswith(r)), None)
            if request is not None:
                self._heard = self._heard[len(request) :]
                self._pending.clear()
                self._send(next(self._answers[request]).answer, t_ns)
            elif any(r.startswith(self._heard) for r in self._longest_first):
                break
            else:
                self._heard = self._heard[1:]
        return self.advance(t_ns)

    def advance(self, t_ns: int) -> bytes:
        """What is due."""
        sent = b""
        while self._pending and self._pending[0][0] <= t_ns:
            due_ns, data = self._pending.popleft()
            sent += data
            if not self._pending and self._repeats:
                self._send(self._unasked, due_ns + REPEAT_AFTER_NS)
        return sent

    def _send(self, pieces: tuple[tuple[int, bytes], ...], from_ns: int) -> None:
        self._pending.extend((from_ns + delay_ns, data) for delay_ns, data in pieces)


def replayed(path: Path, *, faults: str = "") -> SimulatedDevice:
    """A device that replays a capture.

    Raises
    ------
    ValueError
        The file is no capture, a damaged one, or one of a gauge that this station does not know; or the
        faults cannot be used.
    OSError
        The file cannot be read.
    """
    with path.open("rb") as file:
        data = file.read(MAX_BYTES + 1)
    try:
        capture = parse_capture(data)
        header = capture.header
        if header.gauge is not None and header.document is None and header.gauge not in GAUGES:
            raise CaptureError(1, "gauge", header.gauge, f"null, {', '.join(GAUGES)}")
    except CaptureError as error:
        raise ValueError(f"{path}: {error}") from error
    return SimulatedDevice(Recorded(capture), FaultScript(parse_faults(faults)))


def _exchanges(pieces: tuple[Piece, ...]) -> tuple[tuple[tuple[int, bytes], ...], tuple[_Exchange, ...]]:
    """What came before the first request, and the exchanges."""
    starts = [i for i, piece in enumerate(pieces) if piece.direction == "tx"]
    first = starts[0] if starts else len(pieces)
    unasked = tuple((piece.t_ns, piece.data) for piece in pieces[:first])
    exchanges = []
    for start, end in zip(starts, [*starts, len(pieces)][1:], strict=True):
        asked = pieces[start]
        answer = tuple((piece.t_ns - asked.t_ns, piece.data) for piece in pieces[start + 1 : end])
        exchanges.append(_Exchange(asked.data, answer))
    return unasked, tuple(exchanges)


def _without_the_cut_one(exchanges: tuple[_Exchange, ...]) -> tuple[_Exchange, ...]:
    """Leave out a last request whose answer the end of the capture cut off, where it is known from before."""
    *before, last = exchanges or (None,)
    if last is None or last.answer or all(e is None or e.request != last.request for e in before):
        return exchanges
    return exchanges[:-1]
