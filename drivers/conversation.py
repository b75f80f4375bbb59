"""The dialogue with one device, without I/O: what to send and when, and what the answers mean in time."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from drivers.messages import Garbled, Message, Notice, Overload, Press, Reading, Run, one_by_one
from drivers.spec import GaugeSpec, Mode

ANSWER_WITHIN_NS: Final = 1_000_000_000
"""A request without an answer for so long is asked again."""

RETRIES: Final = 2
"""So many repeats, then the dialogue is opened anew."""

TORN_NS: Final = 500_000_000
"""A pause so long inside a line: the rest may belong to another line (the device restarted)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Stamped:
    """A message and its time. A run is never the answer to a request: it has been taken apart.

    Attributes
    ----------
    t_ns : int
        Of a polled reading the midpoint between request and answer; else the arrival.
    asked_ns : int or None
        When the request went out that this message answers.
    """

    message: Message
    t_ns: int
    asked_ns: int | None = None


class Conversation:
    """Dialogue with one device.

    Knows no clock and no port: the caller passes the time and carries the bytes. It never sends a request
    that writes non-volatile memory.

    Parameters
    ----------
    spec : GaugeSpec
    mode : "stream" or "poll", optional
        None: the better one that the device has. A device that refuses the stream order is polled.

    Attributes
    ----------
    readings, garbled, unanswered, rearmed : int
        Counted since the start: values, unreadable pieces, requests without an answer, repeated openings.

    Raises
    ------
    ValueError
        The device cannot do `mode`.
    """

    def __init__(self, spec: GaugeSpec, *, mode: Mode | None = None) -> None:
        if mode is not None and mode not in spec.modes:
            raise ValueError(f"{spec.name} cannot {mode!r}; allowed: {', '.join(spec.modes)}")
        self.spec = spec
        self.mode: Mode = mode or spec.modes[0]
        self.readings = 0
        self.garbled = 0
        self.unanswered = 0
        self.rearmed = 0
        self._codec = spec.codec(spec)
        self._heard_ns = 0
        self._armed_ns = 0
        self._ask_anew = False
        self._poll_at_ns = 0
        self._asked_ns: int | None = None
        self._tries = 0
        self._streaming = False
        self._before_poll = b""

    def opening(self, now_ns: int) -> bytes:
        """Begin on a link that has just been opened: who are you, and start."""
        self._codec = self.spec.codec(self.spec)
        self._heard_ns = now_ns
        return self._arm(now_ns)

    def receive(self, data: bytes, t_ns: int) -> list[Stamped]:
        """Take the bytes that arrived at `t_ns`; give what they complete."""
        messages: list[Message] = []
        if data:
            quiet_ns = t_ns - self._heard_ns
            if quiet_ns >= TORN_NS:
                messages += self._codec.interrupted()
            if self.spec.silence_ns is not None and quiet_ns >= self.spec.silence_ns:
                # A cable that lost contact may come back in the middle of a line.
                self._codec = self.spec.codec(self.spec)
                # What the device had told (its unit, say) went with the codec, and the order that was sent
                # into the silence may have been lost.
                self._ask_anew = True
            self._heard_ns = t_ns
            messages += self._codec.feed(data)
        if self._asked_ns is not None:
            # Only the first reading is the answer.
            messages = one_by_one(messages)
        return [self._stamp(message, t_ns) for message in messages]

    def due(self, now_ns: int) -> bytes:
        """What has to be sent now; empty where nothing has."""
        due_ns = self.next_due_ns()
        if due_ns is None or now_ns < due_ns:
            return b""
        if self.mode == "stream":
            self.rearmed += 1
            return self._arm(now_ns)
        if self._asked_ns is not None:
            self.unanswered += 1
            self._tries += 1
            if self._tries > RETRIES:
                self.rearmed += 1
                return self._arm(now_ns)
        self._asked_ns = now_ns
        request = self._before_poll + (self.spec.poll or b"")
        self._before_poll = b""
        return request

    def next_due_ns(self) -> int | None:
        """When `due` will have something to send; None where only bytes can change that."""
        if self.mode == "poll":
            return self._poll_at_ns if self._asked_ns is None else self._asked_ns + ANSWER_WITHIN_NS
        if self.spec.silence_ns is None or self.spec.stream_start is None:
            return None
        if self._ask_anew:
            return self._heard_ns
        return max(self._heard_ns, self._armed_ns) + self.spec.silence_ns

    def order(self, name: str) -> bytes:
        """The bytes of an order that the user gave.

        Raises
        ------
        ValueError
            The device does not take it over the wire.
        """
        orders = {"zero": self.spec.zero}
        request = orders.get(name)
        if request is None:
            known = ", ".join(key for key, value in orders.items() if value) or "none"
            raise ValueError(f"{self.spec.name} takes no order {name!r} over the wire; it takes: {known}")
        return request

    def closing(self) -> bytes:
        """What to send before the link is closed."""
        return (self.spec.stream_stop or b"") if self.mode == "stream" else b""

    def _arm(self, now_ns: int) -> bytes:
        self._armed_ns = now_ns
        self._ask_anew = False
        self._asked_ns = None
        self._tries = 0
        self._streaming = False
        self._poll_at_ns = now_ns + self.spec.poll_period_ns
        identify = self.spec.identify or b""
        if self.mode == "stream":
            return identify + (self.spec.stream_start or b"")
        # A program before us may have left the device streaming.
        return (self.spec.stream_stop or b"") + identify

    def _stamp(self, message: Message, t_ns: int) -> Stamped:
        asked_ns = self._asked_ns
        if isinstance(message, Garbled):
            self.garbled += 1
        elif isinstance(message, Notice):
            if message.kind != "error":
                return Stamped(message=message, t_ns=t_ns)
            self._refused(t_ns)
        elif isinstance(message, Press):
            return Stamped(message=message, t_ns=t_ns)
        else:
            self._streaming = True
            self.readings += len(message.values) if isinstance(message, Run) else isinstance(message, Reading)
        if asked_ns is None:
            return Stamped(message=message, t_ns=t_ns)
        self._asked_ns = None
        self._tries = 0
        self._poll_at_ns = max(asked_ns + self.spec.poll_period_ns, t_ns)
        valued = isinstance(message, Reading | Overload)
        return Stamped(message=message, t_ns=(asked_ns + t_ns) // 2 if valued else t_ns, asked_ns=asked_ns)

    def _refused(self, t_ns: int) -> None:
        """Poll a device that answers the opening of a stream with an error and sends no value."""
        if self.mode == "stream" and not self._streaming and "poll" in self.spec.modes:
            self.mode = "poll"
            self._poll_at_ns = t_ns
            # The error may have been about the identity alone, and the stream may run.
            self._before_poll = self.spec.stream_stop or b""
