"""Garbage is collected by the thread of the window alone: a widget that dies in another thread ends Python.

Python collects in whichever thread happens to make an object, and the sound device asks for its samples in one of
its own.
"""

from __future__ import annotations

import gc

from PySide6.QtCore import QObject, QTimer

_EVERY_MS = 1_000


class Garbage(QObject):
    """Collects where Python would, at most once a second, from the event loop: never while anything is painted.

    Parameters
    ----------
    parent : QObject
        As long as it lives; Python collects by itself again from `leave` on.
    """

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        gc.disable()
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._collect)
        self._timer.start(_EVERY_MS)

    def leave(self) -> None:
        """Collect all, and let Python collect by itself again."""
        self._timer.stop()
        gc.collect()
        gc.enable()

    def _collect(self) -> None:
        for generation in (2, 1, 0):
            if gc.get_count()[generation] > gc.get_threshold()[generation]:
                gc.collect(generation)
                return
