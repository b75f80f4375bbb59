"""The alarm that takes the hand off the skin: a ramp has reached its limit, or nobody measures it any more."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QWidget

from qst_station.gui.json_lines import Json
from qst_station.gui.ramp_trace import newest_load
from qst_station.gui.release_card import ReleaseCard

if TYPE_CHECKING:
    from qst_station.gui.cadence import Cadence

LEAST_MS = 500
"""So long it rings even where the hand lets go at once: a flash would be taken for nothing."""
MOST_MS = 3_000
_STALE_NS = MOST_MS * 1_000_000


class Alarm(QObject):
    """Rings and is shown until the force has fallen below contact, for three seconds at most.

    It takes no key, no click and no focus.

    Parameters
    ----------
    host : QWidget
        What it is shown over.
    cadence : callable
        Who sounds it; None where nothing can be heard.
    """

    def __init__(self, host: QWidget, cadence: Callable[[], Cadence | None]) -> None:
        super().__init__()
        self.card = ReleaseCard(host)
        self._cadence = cadence
        self._told_ns: int | None = None  # the last alarm of the engine that was taken
        self._may_end = False
        self._let_go = False
        self._least, self._most = self._timer(LEAST_MS, self._least_over), self._timer(MOST_MS, self.end)

    def _timer(self, length_ms: int, over: Callable[[], None]) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.setInterval(length_ms)
        timer.timeout.connect(over)
        return timer

    @property
    def on(self) -> bool:
        """Whether it rings."""
        return self._most.isActive()

    def follow(self, view: Json | None, trace: Json | None, now_ns: int) -> None:
        """Begin with a new alarm of the engine; end once the force has left, or the next ramp is asked for."""
        alarm = view["alarm"] if view is not None else None
        if alarm is None:
            if self._told_ns is not None:
                self._told_ns = None
                self.end()
        elif alarm["since_ns"] != self._told_ns:
            self._told_ns = alarm["since_ns"]
            if now_ns - alarm["since_ns"] < _STALE_NS:
                self.begin(alarm["reason"])
        elif self.on and view is not None and view["ramp"] is not None:
            load = newest_load(trace, view["ramp"]["unit"])
            if load is not None and load < view["ramp"]["contact"]:
                self._let_go = True
                if self._may_end:
                    self.end()

    def begin(self, reason: str) -> None:
        """Ring, and say why."""
        cadence = self._cadence()
        if cadence is not None:
            cadence.ring()
        self._may_end = self._let_go = False
        self._least.start()
        self._most.start()
        self.card.show_reason(reason)

    def end(self) -> None:
        """Be still."""
        self._least.stop()
        self._most.stop()
        self.card.hide()
        cadence = self._cadence()
        if cadence is not None:
            cadence.ring_no_more()

    def _least_over(self) -> None:
        self._may_end = True
        if self._let_go:
            self.end()
