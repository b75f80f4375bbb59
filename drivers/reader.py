"""A thread that keeps one device talking and hands on what it says."""

from __future__ import annotations

import threading
import time
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final, TypeAlias

from drivers.conversation import Conversation, Stamped
from drivers.link import Link, LinkLost, LinkUnavailable

_LONGEST_WAIT_S: Final = 0.02
_FIRST_RETRY_S: Final = 0.2
_LAST_RETRY_S: Final = 2.0

GATHER_NS: Final = 3_000_000
"""At high rates each wake-up costs more than the lines it brings, so that reads wait for each other."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Received:
    """Bytes as they arrived, and what they completed."""

    device: str
    t_ns: int
    data: bytes
    stamped: tuple[Stamped, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Lost:
    """The link broke; the reader keeps trying to open it again."""

    device: str
    t_ns: int
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Returned:
    """The link is open again and the dialogue has begun anew."""

    device: str
    t_ns: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Silent:
    """The link is open and no byte has come for `for_ns`. Told once per silence."""

    device: str
    t_ns: int
    for_ns: int


ReaderEvent: TypeAlias = Received | Lost | Returned | Silent


class Reader:
    """Reads one device until it is stopped, across unplugging and silence.

    Parameters
    ----------
    device : str
        The name that its events carry.
    open_link : callable
        Opens the link; called again after each loss. Raises `LinkUnavailable`.
    conversation : Conversation
        Belongs to the reader's thread from `start` on.
    clock_ns : callable
        The session clock.
    sink : callable
        Takes the events, in the reader's thread; must not block.
    patience_ns : callable
        How long after a read the bytes of a streaming force gauge may gather before the next.

    Attributes
    ----------
    failure : Exception or None
        What ended the thread when the sink or a codec raised. The sink is told (`Lost`) and the exception
        goes on to `threading.excepthook`.
    """

    def __init__(
        self,
        device: str,
        open_link: Callable[[], Link],
        conversation: Conversation,
        *,
        clock_ns: Callable[[], int],
        sink: Callable[[ReaderEvent], None],
        patience_ns: Callable[[], int] = lambda: GATHER_NS,
    ) -> None:
        self.device = device
        self.failure: Exception | None = None
        self._open = open_link
        self._conversation = conversation
        self._clock = clock_ns
        self._sink = sink
        self._patience_ns = patience_ns
        self._outbox: deque[bytes] = deque()
        self._stop = threading.Event()
        self._link: Link | None = None
        self._thread = threading.Thread(target=self._run, name=f"reader {device}", daemon=True)
        self._heard_ns = 0
        self._told_silent = False

    @property
    def alive(self) -> bool:
        """Whether the thread runs."""
        return self._thread.is_alive()

    @property
    def conversation(self) -> Conversation:
        """The dialogue, for its counters."""
        return self._conversation

    def start(self) -> None:
        """Open the link in this thread, then read in another.

        Raises
        ------
        LinkUnavailable
            Nothing has been started.
        """
        self._link = self._open()
        self._thread.start()

    def send(self, data: bytes) -> None:
        """Send bytes soon, in order; from any thread. Bytes for a link that is down are dropped."""
        self._outbox.append(data)

    def order(self, name: str) -> None:
        """Send an order by name.

        Raises
        ------
        ValueError
            The device does not take it over the wire.
        """
        self.send(self._conversation.order(name))

    def stop(self) -> None:
        """Stop the device's stream, close the link, and wait for the thread to end."""
        self._stop.set()
        if self._thread.ident is not None:
            self._thread.join()

    def _run(self) -> None:
        try:
            while not self._stop.is_set():
                try:
                    self._serve()
                except LinkLost as lost:
                    self._close()
                    self._sink(Lost(device=self.device, t_ns=self._clock(), why=lost.why))
                    self._reopen()
            self._say_goodbye()
        except Exception as error:
            self.failure = error
            self._sink(Lost(device=self.device, t_ns=self._clock(), why=f"internal error: {error!r}"))
            raise
        finally:
            self._close()

    def _serve(self) -> None:
        """Talk over the open link until told to stop."""
        link = self._link
        if link is None:
            return
        self._outbox.clear()
        link.flush_input()
        self._heard_ns = self._clock()
        self._told_silent = False
        self._write(link, self._conversation.opening(self._heard_ns))
        while not self._stop.is_set():
            while self._outbox:
                self._write(link, self._outbox.popleft())
            now_ns = self._clock()
            self._write(link, self._conversation.due(now_ns))
            early_ns = self._heard_ns + self._patience_ns() - now_ns if self._gathers else 0
            if early_ns > 0:
                time.sleep(early_ns / 1e9)
            data = link.read(self._wait_s())
            t_ns = self._clock()
            if data:
                self._receive(data, t_ns)
            else:
                self._watch(t_ns)

    def _receive(self, data: bytes, t_ns: int) -> None:
        self._heard_ns = t_ns
        self._told_silent = False
        stamped: tuple[Stamped, ...] = ()
        try:
            stamped = tuple(self._conversation.receive(data, t_ns))
        finally:
            # The bytes are handed on even where decoding them failed.
            self._sink(Received(device=self.device, t_ns=t_ns, data=data, stamped=stamped))

    def _watch(self, t_ns: int) -> None:
        limit = self._conversation.spec.silence_ns
        silent_ns = t_ns - self._heard_ns
        if limit is not None and silent_ns >= limit and not self._told_silent:
            self._told_silent = True
            self._sink(Silent(device=self.device, t_ns=t_ns, for_ns=silent_ns))

    @property
    def _gathers(self) -> bool:
        """Whether bytes may wait a little for those behind them; those of a button may not."""
        return self._conversation.mode == "stream" and self._conversation.spec.kind == "force"

    def _wait_s(self) -> float:
        now = self._clock()
        due = self._conversation.next_due_ns()
        return _LONGEST_WAIT_S if due is None else min(_LONGEST_WAIT_S, max(0.0, (due - now) / 1e9))

    def _write(self, link: Link, data: bytes) -> None:
        if data:
            link.write(data)

    def _reopen(self) -> None:
        delay = _FIRST_RETRY_S
        while not self._stop.wait(delay):
            try:
                self._link = self._open()
            except LinkUnavailable:
                delay = min(2 * delay, _LAST_RETRY_S)
            else:
                self._sink(Returned(device=self.device, t_ns=self._clock()))
                return

    def _say_goodbye(self) -> None:
        if self._link is None:
            return
        try:
            self._write(self._link, self._conversation.closing())
        except LinkLost as lost:
            self._sink(Lost(device=self.device, t_ns=self._clock(), why=lost.why))

    def _close(self) -> None:
        if self._link is not None:
            self._link.close()
            self._link = None
