"""Which thread collects what the window no longer needs."""

from __future__ import annotations

import gc
import threading
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication

from qst_station.gui import garbage


class Litter:
    """Holds itself, so that only a collection ends it; tells which thread that was."""

    ended_by: list[int]

    def __init__(self, ended_by: list[int]) -> None:
        self.ended_by, self.itself = ended_by, self

    def __del__(self) -> None:
        self.ended_by.append(threading.get_ident())


def littering(ended_by: list[int]) -> None:
    """Leave so much in another thread that Python would collect there."""

    def litter() -> None:
        for _ in range(3 * gc.get_threshold()[0]):
            Litter(ended_by)

    thread = threading.Thread(target=litter)
    thread.start()
    thread.join()


def test_what_any_thread_leaves_is_collected_by_the_thread_of_the_window(
    qapp: QApplication, qtbot: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(garbage, "_EVERY_MS", 1)
    here, early, ended_by = threading.get_ident(), [], []
    gc.enable()
    littering(early)
    assert set(early) - {here}, "by itself Python collects in the other thread"
    collector = garbage.Garbage(qapp)
    littering(ended_by)
    assert ended_by == []
    qtbot.waitUntil(lambda: bool(ended_by))
    assert set(ended_by) == {here}
    collector.leave()
    assert gc.isenabled()
    gc.disable()  # as it was
