"""The whole visit in a real window with the real engine, in virtual time: by keys alone, and by pointer alone."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from qst_station.gui.main_window import MainWindow
from tests.gui.hands import Keyboard, Pointer
from tests.gui.local_engine import Bedside, LocalClient, bedside, open_simulated, window_on

pytestmark = pytest.mark.timeout(120)


@pytest.fixture
def visit(
    qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[tuple[MainWindow, LocalClient, Bedside]]:
    """A window on a visit of the demonstration that has just been opened."""
    # Rests and debouncing are tested elsewhere; here a hand may be faster than any.
    monkeypatch.setattr("qst_station.gui.keys.DEBOUNCE_NS", 0)
    monkeypatch.setattr("qst_station.gui.keys.DOUBLE_PRESS_NS", 0)
    monkeypatch.setattr("qst_station.gui.inline_question.CHOICE_REST_NS", 0)
    for screen in ("ramp_screen", "between_screen"):
        monkeypatch.setattr(f"qst_station.gui.{screen}.SPACE_REST_S", 0.0)
    monkeypatch.setattr("qst_station.gui.between_screen.ENTER_REST_S", 0.0)
    with bedside(tmp_path / "data") as (client, other_end):
        open_simulated(client, checked=False)
        with window_on(client, qapp) as window:
            yield window, client, other_end


def test_by_keys_alone(visit: tuple[MainWindow, LocalClient, Bedside]) -> None:
    """At most 1.1 actions for each answer of an area.

    An action is what gives one order: a key, or a number with its Enter or Space, however many digits it has. The
    answers to a question, ratings, ramps, girths and fields of a form are answers; starting and closing are not.
    So 1 is the least there can be. Single presses are counted beside it: docs/reference/performance.md.
    """
    hands = Keyboard(*visit)
    hands.until(lambda: hands.window.view is not None)
    hands.pass_check_list()
    hands.do_every_step()
    assert all(step["status"] == "done" for step in hands.view["rail"])
    sys.stdout.write(f"{hands.by_area}\n")
    for role in ("control", "affected"):
        area = hands.by_area[role]
        assert area.actions <= 1.1 * area.answers, f"{role}: {area}"


def test_by_pointer_alone(visit: tuple[MainWindow, LocalClient, Bedside]) -> None:
    hands = Pointer(*visit)
    hands.until(lambda: hands.window.view is not None)
    hands.pass_check_list()
    hands.do_every_step()
    assert all(step["status"] == "done" for step in hands.view["rail"])
