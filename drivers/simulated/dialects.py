"""What a simulated gauge is at the level of bytes, and what the dialects of all makers share."""

from __future__ import annotations

from typing import Final, Protocol

from drivers.simulated.behaviour import Sensor

_SECOND_NS: Final = 1_000_000_000


class Dialect(Protocol):
    """One kind of device at the level of bytes. Time never goes back."""

    @property
    def sensor(self) -> Sensor | None:
        """What it measures with; None for a button."""

    def power_on(self, t_ns: int, /) -> bytes:
        """Start afresh; what is sent unasked at that moment."""

    def handle(self, data: bytes, t_ns: int, /) -> bytes:
        """The answer to bytes that arrive at `t_ns`."""

    def advance(self, t_ns: int, /) -> bytes:
        """What the device sends by itself until `t_ns`."""


class Stream:
    """The times of an output at a fixed rate."""

    def __init__(self) -> None:
        self._period_ns = 0
        self._next_ns = 0

    def start(self, t_ns: int, per_s: int) -> None:
        """Send `per_s` times a second from `t_ns` on; 0 stops."""
        self._period_ns = _SECOND_NS // per_s if per_s else 0
        self._next_ns = t_ns + self._period_ns

    def until(self, t_ns: int) -> list[int]:
        """The times due until `t_ns` that have not been given yet."""
        times = []
        while self._period_ns and self._next_ns <= t_ns:
            times.append(self._next_ns)
            self._next_ns += self._period_ns
        return times


class Requests:
    """Requests out of chunks: ended by CR, with any LF ignored."""

    def __init__(self, *, keep_case: bool = False) -> None:
        self._keep_case = keep_case
        self._buffer = b""

    def feed(self, data: bytes) -> list[str]:
        """The requests that `data` completes, in upper case unless the case counts."""
        *complete, self._buffer = (self._buffer + data.replace(b"\n", b"")).split(b"\r")
        texts = [request.decode("latin-1") for request in complete]
        return texts if self._keep_case else [text.upper() for text in texts]


class Answering:
    """A gauge that answers requests ended by CR and, once told to, streams.

    A subclass says what an answer and a line of the stream are; one whose requests end otherwise overrides
    `handle`.
    """

    KEEP_CASE = False

    def __init__(self, sensor: Sensor) -> None:
        self.sensor = sensor
        self.stream = Stream()
        self._requests = Requests(keep_case=self.KEEP_CASE)

    def power_on(self, t_ns: int) -> bytes:
        """Silent, not streaming."""
        self._requests = Requests(keep_case=self.KEEP_CASE)
        self.stream.start(t_ns, 0)
        return b""

    def handle(self, data: bytes, t_ns: int) -> bytes:
        """Answer requests."""
        return b"".join(self.answer(request, t_ns) for request in self._requests.feed(data))

    def advance(self, t_ns: int) -> bytes:
        """The stream."""
        return b"".join(self.line(at) for at in self.stream.until(t_ns))

    def answer(self, _request: str, _t_ns: int) -> bytes:
        """The answer to one request."""
        return b""

    def line(self, t_ns: int) -> bytes:
        """A reading."""
        raise NotImplementedError


class Talking(Answering):
    """A gauge that streams from the moment it is on."""

    RATE = 10

    def power_on(self, t_ns: int) -> bytes:
        """The stream begins."""
        super().power_on(t_ns)
        self.stream.start(t_ns, self.RATE)
        return b""
