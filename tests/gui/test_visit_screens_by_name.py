"""Every visit screen: whatever can be pressed or is painted has a name, and every legend is its key."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QAbstractScrollArea, QApplication, QLabel, QLineEdit, QWidget

from qst_station.gui.checklist_screen import CheckListScreen
from qst_station.gui.fitted_text import FittedText
from qst_station.gui.form_screen import FormScreen
from qst_station.gui.keys import BY_NAME
from qst_station.gui.ramp_screen import RampScreen
from qst_station.gui.simulation_panel import SimulationPanel
from qst_station.gui.touch import TouchKey
from tests.gui.conftest import Visit
from tests.gui.layout import faults_in
from tests.gui.visit_frame import Frame, moments, worn


@pytest.fixture(scope="module")
def shown() -> dict[str, dict[str, Any]]:
    """A status of every kind of moment."""
    return moments(Visit)


@pytest.fixture(scope="module")
def frame(qapp: QApplication) -> Iterator[Frame]:
    made = Frame(1280, 800)
    yield made
    made.end()


@pytest.fixture
def done(frame: Frame, monkeypatch: pytest.MonkeyPatch) -> list[tuple[Any, ...]]:
    """What the window is asked to do, which it does not do."""
    found: list[tuple[Any, ...]] = []
    window = frame.window
    monkeypatch.setattr(window, "send", lambda name, press, done=None, **args: found.append((name, args)))
    monkeypatch.setattr(window, "say", lambda text: found.extend([("say", text)] if text else []))
    monkeypatch.setattr(window, "inquire", lambda question, *_, **__: found.append(("inquire", question)))
    for module in ("keys", "lower_edge"):
        monkeypatch.setattr(f"qst_station.gui.{module}.DEBOUNCE_NS", 0, raising=False)
    return found


def taken(found: list[tuple[Any, ...]]) -> list[tuple[Any, ...]]:
    """What has been asked for since the last time."""
    new = found[:]
    found.clear()
    return new


def again(frame: Frame, status: dict[str, Any]) -> None:
    """Show a moment as if no key had been pressed in it yet."""
    screen = frame.show(status)
    if isinstance(screen, FormScreen):
        screen._again, screen._wrong = None, ""
        frame.show(status)


def paints(widget: QWidget) -> bool:
    """Whether a widget of ours paints something of its own, or takes the pointer."""
    ours = [kind for kind in type(widget).__mro__ if kind.__module__.startswith("qst_station")]
    own = any(name in vars(kind) for kind in ours for name in ("paintEvent", "mousePressEvent"))
    return isinstance(widget, QAbstractButton | QLineEdit) or own


def says_something(widget: QWidget) -> bool:
    """Whether a widget shows anything that could have a name."""
    return not (isinstance(widget, FittedText) and not widget.text())


def test_everything_has_a_name_and_nothing_scrolls_or_takes_the_keyboard(
    frame: Frame, shown: dict[str, Any]
) -> None:
    for moment, status in shown.items():
        screen = frame.show(status)
        screen.tick(frame.client.clock.now_ns)
        seen = [w for w in screen.findChildren(QWidget) if w.isVisible() and paints(w) and says_something(w)]
        assert len(seen) >= 4, moment
        assert [type(w).__name__ for w in seen if not w.accessibleName()] == [], moment
        children = [w for w in screen.findChildren(QWidget) if w.isVisible()]
        assert [w for w in children if isinstance(w, QLabel)] == [], moment  # text fits itself in
        assert [w for w in children if w.focusPolicy() != Qt.FocusPolicy.NoFocus] == [], moment
        assert [w for w in children if isinstance(w, QAbstractScrollArea)] == [], moment


def test_a_legend_does_what_its_key_does(frame: Frame, shown: dict[str, Any], done: list[tuple[Any, ...]]) -> None:
    for moment, status in shown.items():
        for action, *_ in frame.show(status).legends():
            again(frame, status)
            legend = frame.window.edge.key(action)
            assert legend is not None and legend.isVisible(), (moment, action)
            QTest.mouseClick(legend, Qt.MouseButton.LeftButton)
            by_pointer = taken(done)
            again(frame, status)
            QTest.keyClick(frame.window, BY_NAME[action].keys[0])
            assert by_pointer == taken(done), (moment, action)


def test_a_target_on_the_screen_does_what_its_key_does(
    frame: Frame, shown: dict[str, Any], done: list[tuple[Any, ...]]
) -> None:
    for moment, status in shown.items():
        screen = frame.show(status)
        for target in [t for t in screen.findChildren(TouchKey) if t.isVisible() and t.live and t.action]:
            again(frame, status)
            assert target.isVisible(), (moment, target.accessibleName())
            QTest.mouseClick(target, Qt.MouseButton.LeftButton)
            by_pointer = taken(done)
            again(frame, status)
            QTest.keyClick(frame.window, BY_NAME[target.action].keys[0])
            assert by_pointer == taken(done), (moment, target.accessibleName())


@pytest.mark.parametrize(("percent", "language"), [(100, "en"), (200, "de")])
def test_nothing_grows_out_of_the_window(
    qapp: QApplication, shown: dict[str, Any], percent: int, language: str
) -> None:
    with worn(qapp, percent=percent, language=language):
        frame = Frame(1280, 800)
        for moment, status in shown.items():
            screen = frame.show(status)
            assert (frame.window.width(), frame.window.height()) == (1280, 800), moment
            assert screen.layout().minimumSize().height() <= 340, moment  # of what is on it
            assert screen.minimumSizeHint().width() <= 1084, moment
        frame.window.inquire(
            "STOPPED. Why?", ("too painful", "device failed", "other", "unwell"), lambda _text: None
        )
        frame.show(shown["form doubt"])
        stop = frame.window.edge.key("stop")
        assert stop is not None
        place = stop.rect().translated(stop.mapTo(frame.window, QPoint()))
        assert frame.window.rect().contains(place)  # in large text too, STOP is whole
        frame.end()


def test_a_banner_a_question_and_the_strip_of_a_simulation_leave_room_for_a_number_in_large_text(
    qapp: QApplication, shown: dict[str, Any]
) -> None:
    lost = {
        "code": "device.lost",
        "severity": "warning",
        "place": "algometer",
        "happened": "The device was disconnected.",
        "safe": "Every answer so far is stored.",
        "remedy": "Plug it in again.",
        "times": 1,
    }
    with worn(qapp, percent=200, language="de"):
        frame = Frame(1280, 800)
        frame.window.dock(SimulationPanel(1, lambda _world: None))
        for moment in ("typed pressure", "pressure doubt", "check-list"):
            status = shown.get(moment, Visit(checked=False).status())
            for asked in (False, True):
                if asked:
                    frame.window.inquire("Deviation", tuple("123456789"), lambda _text: None)
                for _ in range(2):  # the banner takes its room, then the screen gets what is left
                    screen = frame.show({**status, "findings": [lost]})
                if isinstance(screen, CheckListScreen) and asked:
                    continue  # its lines wait, as the question has the keyboard
                faults = [
                    fault for fault in faults_in(screen) if "cover each other" in fault or "px high" in fault
                ]
                assert faults == [], (moment, asked)
                if isinstance(screen, RampScreen) and moment == "typed pressure":
                    assert screen.field.isVisible()
                    assert screen.field.digits_px() >= (16 if asked else 48), moment
                    keys = [key for key in screen.pad.keys.values() if key.isVisible()]
                    assert len(keys) == (0 if asked else 13), moment
                    assert all(key.height() >= 20 for key in keys), moment
            frame.window.question.dismiss()
        frame.end()
