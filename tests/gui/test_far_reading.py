"""A girth far from those of its side: X is about the reading of this side, and no girth comes to the other one."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import asdict
from typing import Any

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from qst_station.gui.fitted_text import unbroken
from qst_station.gui.keys import Press
from qst_station.gui.limb_screen import LimbScreen
from qst_station.session.limb_orders import FarReading
from qst_station.session.running import NotNow
from qst_station.station.engine_findings import command_refused
from tests.gui.conftest import Visit
from tests.gui.visit_frame import Frame


class Bedside:
    """A window whose orders a visit without an engine takes, at the limb measurement."""

    def __init__(self, frame: Frame) -> None:
        self.frame, self.visit = frame, Visit().start("FIG8")
        self.given: list[tuple[str, dict[str, Any]]] = []
        self._answers: list[Callable[[], None]] = []
        frame.client.request = self._request  # type: ignore[method-assign]
        self.look()

    def look(self) -> LimbScreen:
        """What the newest status shows."""
        screen = self.frame.show(self.visit.status())
        assert isinstance(screen, LimbScreen)
        return screen

    def _request(self, ask: str, callback: Callable[[Any], None], **given: Any) -> int:
        if ask == "command":
            try:
                self.visit.do(given["name"], **given["args"])
            except NotNow as refusal:
                finding = command_refused(str(refusal), far=isinstance(refusal, FarReading))
                self._answers.append(lambda: callback({"ok": False, "finding": asdict(finding)}))
            else:
                self.given.append((given["name"], given["args"]))
                self._answers.append(lambda: callback({"ok": True}))
        return len(self._answers)

    def act(self, action: str = "", text: str = "") -> None:
        """Press a key, and look."""
        self.frame.window.act(Press(action=action, text=text, source="key", stamp_ns=1))
        while self._answers:
            self._answers.pop(0)()
        self.look()

    def enter(self, girth: str) -> None:
        """Type a number and give it."""
        for text in girth:
            self.act(text=text)
        self.act("enter")

    def choose(self, digit: str) -> None:
        """Answer the question that is open."""
        QTest.keyClicks(self.frame.window.question.field, digit)
        self.act()


@pytest.fixture
def bedside(qapp: QApplication, monkeypatch: pytest.MonkeyPatch) -> Iterator[Bedside]:
    monkeypatch.setattr("qst_station.gui.limb_screen.ECHO_S", 600.0)  # it does not go while the computer stalls
    frame = Frame(1280, 800)
    yield Bedside(frame)
    frame.end()


def test_after_a_far_reading_x_excludes_the_reading_of_the_side_that_is_due(bedside: Bedside) -> None:
    """The wrong one may be the first of this side, and never the good one of the other side."""
    window = bedside.frame.window
    for girth in ("36.2", "42.0", "46.2"):
        bedside.enter(girth)
    assert "X excludes left reading 1" in window.said.text()
    assert ("exclude", "X", "exclude LEFT 1", "") in bedside.look().legends()
    bedside.act("exclude")
    assert window.question.question() == "LEFT reading 1 does not count. Why?"
    bedside.choose("4")
    assert bedside.given[-1] == ("limb_exclude", {"reason": "typing error", "number": 1})
    screen = bedside.look()
    assert screen.echo.isVisible() and screen.echo.text() == "✗ LEFT 1 does not count"
    assert screen.side.text() == f"LEFT · {unbroken('reading 1 of 3')}"
    assert screen.field.text == ""
    assert ("exclude", "X", "exclude last", "") in screen.legends()
    assert bedside.visit.state.limb is not None
    assert [(r.side, r.excluded) for r in bedside.visit.state.limb.readings] == [("left", True), ("right", False)]


def test_the_girth_of_a_reading_that_was_excluded_is_not_that_of_the_next_of_its_name(bedside: Bedside) -> None:
    bedside.enter("41.0")
    bedside.act("exclude")
    assert "41.0" in bedside.frame.window.question.question()
    bedside.choose("4")
    bedside.visit.do("limb_enter", girth_cm=42.0, entered="42.0")
    bedside.look()
    bedside.act("exclude")
    assert bedside.frame.window.question.question() == "LEFT reading 1 does not count. Why?"


def test_x_is_about_the_last_reading_where_the_last_refusal_was_another(bedside: Bedside) -> None:
    for girth in ("46.2", "42.0", "36.2", "86.2"):
        bedside.enter(girth)
    bedside.act("exclude")
    assert bedside.frame.window.question.question().startswith("RIGHT reading 1 ")
    screen = bedside.look()
    screen.pad.pressed.emit(Press(action="", text="3", source="touch", stamp_ns=1))
    assert screen.field.text == "3"
    bedside.choose("4")
    assert bedside.given[-1] == ("limb_exclude", {"reason": "typing error", "number": 2})
    screen = bedside.look()
    assert screen.field.text == "" and screen.side.text().startswith("RIGHT ")
