"""Every registered screen holds at both sizes of the window, at 100 and 200 %, in longer words, in both themes."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLabel, QLineEdit, QPushButton, QWidget

import tests.gui.device_screens
import tests.gui.flow_screens
import tests.gui.people_screens
import tests.gui.place_screens
import tests.gui.training_screens  # noqa: F401  # each registers its screens
from qst_station.gui import theme
from qst_station.gui.column_widths import column_widths
from qst_station.gui.fitted_text import FittedText
from tests.gui.layout import REGISTRY, Longer, assert_holds, faults_in, longer

SIZES = ((1280, 800), (1920, 1080))
PERCENTS = (100, 200)
LEADS_ON: dict[str, Callable[[Any], QPushButton]] = {
    "devices": lambda devices: devices.go_on,
    "participants": lambda participants: participants.to_visit,
    "instruments": lambda instruments: instruments.calibrate,
    "calibration: begin": lambda calibration: calibration.begin.begin,
    "calibration: readings": lambda calibration: calibration.readings.enough,
    "calibration: result": lambda calibration: calibration.result.sign,
}
"""Screens that scroll, and the button of each that is never scrolled to."""


@pytest.fixture
def usual(qapp: QApplication) -> Iterator[None]:
    """The usual look again, whatever a test has worn."""
    yield
    theme.fit_to(1280, 800)
    theme.write_larger(100)
    theme.wear("light")
    theme.dress(qapp)
    theme.dress_forms(qapp)


@pytest.fixture
def long_words(qapp: QApplication) -> Iterator[None]:
    """A language with longer words."""
    translator = Longer()
    QCoreApplication.installTranslator(translator)
    yield
    QCoreApplication.removeTranslator(translator)


@pytest.mark.parametrize("percent", PERCENTS)
@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
def test_every_screen_holds(
    qapp: QApplication,
    desk: Any,
    visit: Any,
    usual: None,
    long_words: None,
    size: tuple[int, int],
    percent: int,
) -> None:
    theme.fit_to(*size)
    theme.write_larger(percent)
    theme.wear("dark" if (size == SIZES[0]) == (percent == 200) else "light")
    theme.dress(qapp)
    theme.dress_forms(qapp)
    faults = []
    names = list(REGISTRY)
    if size != SIZES[0]:  # as much room, only finer: every screen at one of both sizes of text, to be quick
        names = names[PERCENTS.index(percent) :: len(PERCENTS)]
    for name in names:
        entry = REGISTRY[name]
        widget = entry.make(desk, type(visit))
        room = entry.room(*size)
        lay_out(widget, room.width(), room.height())
        widget.grab()
        if widget.width() > room.width():
            faults.append(f"{name}: is {widget.width()} px broad and has {room.width()}")
        faults += [f"{name}: {fault}" for fault in faults_in(widget)]
        widget.hide()
        widget.deleteLater()
        # At once: whatever is still there would be dressed again for the next size.
        QCoreApplication.sendPostedEvents(widget, QEvent.Type.DeferredDelete.value)
    assert not faults, "\n".join(faults)


@pytest.mark.parametrize("name", LEADS_ON)
def test_what_leads_on_is_in_sight_in_the_largest_text(
    qapp: QApplication, desk: Any, visit: Any, usual: None, long_words: None, name: str
) -> None:
    theme.write_larger(200)
    theme.dress(qapp)
    theme.dress_forms(qapp)
    widget = REGISTRY[name].make(desk, type(visit))
    room = REGISTRY[name].room(*SIZES[0])
    lay_out(widget, room.width(), room.height())
    button = LEADS_ON[name](widget)
    assert button.visibleRegion().boundingRect() == button.rect()
    widget.hide()
    widget.deleteLater()
    QCoreApplication.sendPostedEvents(widget, QEvent.Type.DeferredDelete.value)


def lay_out(widget: QWidget, width: int, height: int) -> None:
    """Show a widget at a size, without a window on the screen."""
    widget.setAttribute(Qt.WidgetAttribute.WA_DontShowOnScreen)
    widget.resize(width, height)
    widget.show()
    for _ in range(3):  # a height that follows from a width takes another turn
        QApplication.processEvents()


# The test itself finds what it is for


@pytest.fixture
def box(qtbot: Any) -> QWidget:
    holder = QWidget()
    qtbot.addWidget(holder)
    holder.resize(400, 200)
    return holder


def test_clipped_text_is_found(box: QWidget) -> None:
    label, button = QLabel("a text that is far too long", box), QPushButton("Go on to the devices", box)
    label.setGeometry(0, 0, 60, 20)
    button.setGeometry(0, 40, 60, 30)
    lay_out(box, 400, 200)
    assert sum("its text needs" in fault for fault in faults_in(box)) == 2
    label.setWordWrap(True)
    label.setGeometry(100, 0, 120, 200)
    button.setGeometry(0, 40, 100, 50)
    button.setText("Go")
    assert list(faults_in(box)) == []


def test_small_writing_is_found(box: QWidget) -> None:
    text = FittedText("many words for so little room " * 4)
    text.setParent(box)
    text.setGeometry(0, 0, 60, 30)
    lay_out(box, 400, 200)
    assert any("px high" in fault for fault in faults_in(box))


def test_covered_and_outside_is_found(box: QWidget) -> None:
    one, other = QPushButton("One", box), QPushButton("Other", box)
    one.setGeometry(0, 0, 100, 40)
    other.setGeometry(350, 30, 100, 40)
    lay_out(box, 400, 200)
    assert [("outside" in fault) for fault in faults_in(box)] == [True]
    other.setGeometry(50, 20, 100, 40)
    assert [("cover each other" in fault) for fault in faults_in(box)] == [True]


def test_a_control_without_a_name_is_found(box: QWidget) -> None:
    field = QLineEdit()
    QHBoxLayout(box).addWidget(field)
    lay_out(box, 400, 200)
    assert any("accessible name" in fault for fault in faults_in(box))
    field.setAccessibleName("initials")
    assert_holds(box)


def test_longer_words_keep_what_is_put_in() -> None:
    assert longer("&Back to {count} visits") == "&Backüü to {count} visitsüü"


@pytest.mark.parametrize(
    ("room", "widths"),
    [(300, [60, 240]), (175, [60, 115]), (70, [40, 50])],
    ids=["room for all", "only the longest wraps", "not even the words fit"],
)
def test_columns_share_their_room(room: int, widths: list[int]) -> None:
    assert column_widths([(40, 60), (50, 200)], room, -1) == widths
