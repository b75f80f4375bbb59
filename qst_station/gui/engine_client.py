"""The window's side of the pipe to the engine: ask, answer, and one steady poll of the status."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, TypeAlias

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from qst_station.gui.json_lines import Json
from qst_station.gui.line_process import LineProcess

Callback: TypeAlias = Callable[[Json], None]

FAST_MS = 16  # while a ramp or a train runs
SLOW_MS = 50
SILENT_S = 2.0
QUIT_MS = 15_000


@dataclass(slots=True)
class SessionClock:
    """Session time now, carried on by the clock that both processes share."""

    now_ns: int = 0
    clock_ns: int = 0

    def read_ns(self) -> int:
        """Session time of this moment."""
        return self.now_ns + time.perf_counter_ns() - self.clock_ns if self.clock_ns else 0


class EngineClient(QObject):
    """Sends requests to the engine process and polls its status.

    Signals
    -------
    status : object
        The newest STATUS.
    silent : float
        Seconds for which the engine has owed an answer; 0 once it answers again.
    garbled : str
        A line that could not be read. Answers that were due may be lost; the next status shows how things are.
    died : str
        The engine process is gone.
    """

    status = Signal(object)
    silent = Signal(float)
    garbled = Signal(str)
    died = Signal(str)

    def __init__(self, arguments: list[str], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.clock = SessionClock()
        self.trace_of: str | None = None
        self.trace_from_ns = 0
        self._waiting: dict[int, Callback] = {}
        self._last_id = 0
        self._poll_id = 0
        self._poll_sent_s = 0.0
        self._silent = False
        self._leaving = False
        self._process = LineProcess(arguments, self)
        self._process.said.connect(self._answered)
        self._process.garbled.connect(self._unreadable)
        self._process.ended.connect(self._ended)
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.setInterval(SLOW_MS)
        self._timer.timeout.connect(self._poll)

    @property
    def pid(self) -> int:
        """Process id of the engine; 0 where it does not run."""
        return self._process.pid

    def start(self) -> None:
        """Start the engine and the poll."""
        self._leaving = False
        self._process.start()
        self._timer.start()

    def hurry(self, fast: bool) -> None:
        """Poll at 60 Hz, or at 20 Hz again."""
        wanted = FAST_MS if fast else SLOW_MS
        if self._timer.interval() != wanted:
            self._timer.setInterval(wanted)

    def request(self, ask: str, callback: Callback, **arguments: Any) -> int:
        """Ask for something; ``callback`` gets the answer, unless the engine dies first.

        A status that comes along with an answer is also given by the signal, before the callback.
        """
        self._last_id += 1
        self._waiting[self._last_id] = callback
        self._process.write({"id": self._last_id, "ask": ask, **arguments})
        return self._last_id

    def quit(self) -> None:
        """Ask the engine to end and wait for it. Only at the very end: nothing is painted meanwhile."""
        self._leaving = True
        self._timer.stop()
        self._last_id += 1  # what an answer asks for while we wait must not get the answer of this
        self._process.write({"id": self._last_id, "ask": "quit"})
        self._process.end(QUIT_MS)

    def _poll(self) -> None:
        if self._poll_id:
            owed = time.monotonic() - self._poll_sent_s
            if owed > SILENT_S:
                self._silent = True
                self.silent.emit(owed)
            return
        self._poll_sent_s = time.monotonic()
        self._poll_id = self.request(
            "status", lambda _answer: None, trace_of=self.trace_of, trace_from_ns=self.trace_from_ns
        )

    def _answered(self, message: Json) -> None:
        if self._leaving:
            return  # a status would begin anew what the window has just ended
        number = message.get("id")
        callback = self._waiting.pop(number, None) if isinstance(number, int) else None
        if callback is None:
            self._unreadable(f"an answer to nothing that was asked: {message!r:.100}")
            return
        if number == self._poll_id:
            self._poll_id = 0
        if self._silent:
            self._silent = False
            self.silent.emit(0.0)
        if "view" in message:
            self.clock = SessionClock(now_ns=message["now_ns"], clock_ns=message["clock_ns"])
            self.status.emit(message)
        callback(message)

    def _unreadable(self, text: str) -> None:
        # Whatever was asked may have been answered by the lost line: ask anew rather than wait for ever.
        self._poll_id = 0
        self.garbled.emit(text)

    def _ended(self, why: str) -> None:
        self._timer.stop()
        self._waiting.clear()
        self._poll_id = 0
        if not self._leaving:
            self.died.emit(why)
