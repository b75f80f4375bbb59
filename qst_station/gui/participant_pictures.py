"""Pictures of the participant's own screen and its set-up, as if a touch screen stood beside the examiner's."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QScrollArea, QWidget

from qst_station.gui import screen_choice
from qst_station.gui.keys import DEBOUNCE_NS
from qst_station.gui.participant_display import ParticipantDisplay
from qst_station.gui.participant_screen_panel import ParticipantScreenPanel
from qst_station.gui.participant_window import ParticipantWindow
from qst_station.gui.screen_choice import Display
from qst_station.gui.walk import Walk

_LEFT = Qt.MouseButton.LeftButton


class BesideEachOther:
    """Two screens of one size in the place of those of this computer; no window fills them."""

    def __init__(self, width: int, height: int) -> None:
        self.examiner = Display(name="eDP-1", serial="", geometry=(0, 0, width, height))
        self.touch = Display(name="HDMI-1", serial="", geometry=(width, 0, width, height))

    def all(self) -> tuple[Display, ...]:
        """Both."""
        return self.examiner, self.touch

    def under(self, _widget: QWidget) -> Display:
        """The examiner's."""
        return self.examiner

    def fill(self, window: QWidget, display: Display) -> bool:
        """Show a window as large as a screen."""
        window.resize(*display.geometry[2:])
        window.show()
        return True


@contextmanager
def touch_screen(walk: Walk) -> Iterator[ParticipantDisplay]:
    """A second screen that is the participant's; what was chosen before is so again afterwards."""
    participant = walk.window.participant
    real, chosen = participant.displays, screen_choice.kept(participant.settings)
    beside = BesideEachOther(walk.window.width(), walk.window.height())
    participant.displays = beside
    participant.choose(beside.touch)
    yield participant
    participant.displays = real
    participant.choose(chosen)


def picture_line(walk: Walk) -> None:
    """From the set-up: the choice of the screen, and the line that is tried on it."""
    panel = walk.window.findChild(ParticipantScreenPanel)
    assert panel is not None
    with touch_screen(walk):
        panel.look()
        panel.try_line.click()
        own = _own(walk)
        QTest.mouseClick(own.line, _LEFT, pos=QPoint(own.line.width() * 2 // 3, own.line.height() // 2))
        walk.shot("participant_line", own)
        _scroll_to(panel)
        walk.shot("setup_participant")
        panel.try_line.click()


def picture_keypad(walk: Walk) -> None:
    """While the rating of a stimulus is asked: the keypad, and black once the number has been taken."""
    with touch_screen(walk) as participant:
        walk.until(lambda: participant.own is not None and participant.own.asked)
        own = _own(walk)
        for digit in "35":
            QTest.qWait(DEBOUNCE_NS // 1_000_000 + 20)
            QTest.mouseClick(own.digits[digit], _LEFT)
        walk.shot("participant_keypad", own)
        walk.shot("participant_asked")
        QTest.mouseClick(own.confirm, _LEFT)
        walk.until(lambda: not own.asked)
        walk.shot("participant_black", own)


def _own(walk: Walk) -> ParticipantWindow:
    own = walk.window.participant.own
    assert own is not None
    return own


def _scroll_to(widget: QWidget) -> None:
    above = widget.parentWidget()
    while not isinstance(above, QScrollArea):
        assert above is not None
        above = above.parentWidget()
    above.ensureWidgetVisible(widget)
