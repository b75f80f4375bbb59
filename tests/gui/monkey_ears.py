"""What a monkey hears: warnings, orders that are on disk, and whether what it did led to anything."""

from __future__ import annotations

import logging
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from PySide6.QtCore import QtMsgType, qInstallMessageHandler

from qst_station.gui.json_lines import Json
from qst_station.gui.keys import Press
from qst_station.gui.main_window import MainWindow


class Complaints(logging.Handler):
    """Everything that is logged as a warning or worse, that Qt warns of, or that nothing caught."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.said: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        """Keep it."""
        self.said.append(f"{record.name}: {record.getMessage()}")

    @contextmanager
    def listening(self) -> Iterator[None]:
        """Hear them, so that the monkey stops at the first."""
        hook = sys.excepthook

        def uncaught(kind: Any, error: Any, where: Any) -> None:
            self.said.append(f"uncaught: {error!r}")
            hook(kind, error, where)

        def qt_said(kind: QtMsgType, _context: object, message: str) -> None:
            if kind in (QtMsgType.QtWarningMsg, QtMsgType.QtCriticalMsg) and "does not support" not in message:
                self.said.append(f"Qt: {message}")

        sys.excepthook = uncaught
        before = qInstallMessageHandler(qt_said)
        logging.getLogger().addHandler(self)
        try:
            yield
        finally:
            logging.getLogger().removeHandler(self)
            qInstallMessageHandler(before)
            sys.excepthook = hook


class Acknowledged:
    """An order that the engine said is on disk."""

    def __init__(self, journal: str, seq: int, name: str, args: Json) -> None:
        self.journal, self.seq, self.name, self.args = journal, seq, name, args


class Replies:
    """Whether the window does or says something.

    An answer that is due, by whatever key, tile or button, must become an order, a question or a sentence.

    Parameters
    ----------
    window : MainWindow
    complain : callable
        Gets what an answer was lost of.
    """

    def __init__(self, window: MainWindow, complain: Callable[[str], None]) -> None:
        self.count = 0
        self._window, self._complain = window, complain
        for heard, name in (
            (window.client, "request"),
            (window.said, "say"),
            (window.said, "confirm"),
            (window.question, "ask"),
        ):
            self._count_calls(heard, name)
        act = window.conduct.act

        def acted(press: Press) -> None:
            with self.awaited(f"{press}", due=is_due(press.action, window.view)):
                act(press)

        window.conduct.act = acted  # type: ignore[method-assign]

    def _count_calls(self, heard: Any, name: str) -> None:
        call = getattr(heard, name)

        def counted(*args: Any, **arguments: Any) -> Any:
            self.count += 1
            return call(*args, **arguments)

        setattr(heard, name, counted)

    @contextmanager
    def awaited(self, what: str, *, due: bool = True) -> Iterator[None]:
        """Complain where the window does and says nothing meanwhile, although something is ``due``."""
        before = self.count
        yield
        if due and self.count == before:
            self._complain(f"lost: {what}")


def is_due(action: str, view: Json | None) -> bool:
    """Whether an action answers what a view asks."""
    if view is None:
        return False
    wanted = {"yes": "answer", "no": "answer", "enter": "rate"}.get(action)
    return wanted is not None and not view["allowed"][wanted]
