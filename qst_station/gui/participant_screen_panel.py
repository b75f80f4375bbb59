"""Choosing the participant's screen, the size of its text, and trying the touch; a part of the set-up."""

from __future__ import annotations

from PySide6.QtCore import QTimer
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from qst_station.gui import screen_choice, theme
from qst_station.gui.choice_row import ChoiceRow
from qst_station.gui.flow_row import flowing
from qst_station.gui.json_lines import Json
from qst_station.gui.participant_display import ParticipantDisplay, obstacle_words
from qst_station.gui.participant_window import identify
from qst_station.gui.screen_choice import Display
from qst_station.gui.words import tr

_LOOK_EVERY_MS = 500
_NONE = "none"
_GONE = "gone"


class ParticipantScreenPanel(QWidget):
    """What the set-up page shows of the participant's screen.

    Parameters
    ----------
    participant : ParticipantDisplay
    """

    def __init__(self, participant: ParticipantDisplay) -> None:
        super().__init__()
        self._participant = participant
        self._displays: tuple[Display, ...] = ()
        self.screens = ChoiceRow(tr("participant's screen"))
        self.screens.changed.connect(self._choose)
        self.percent = ChoiceRow(
            tr("size of the participant's text"), tuple((str(p), f"{p} %") for p in screen_choice.TEXT_PERCENTS)
        )
        self.percent.choose(str(screen_choice.kept_text_percent(participant.settings)))
        self.percent.changed.connect(self._resize)
        self.identify = QPushButton(tr("Identify screens"))
        self.identify.clicked.connect(lambda: identify(participant.displays, self))
        self.try_keypad = QPushButton(tr("Try the keypad"))
        self.try_line = QPushButton(tr("Try the line"))
        self.try_keypad.clicked.connect(lambda: self._try("keypad"))
        self.try_line.clicked.connect(lambda: self._try("slider"))
        self.told = QLabel("")
        self.told.setWordWrap(True)
        self._lay_out()
        self._look = QTimer(self)
        self._look.setInterval(_LOOK_EVERY_MS)
        self._look.timeout.connect(self.look)
        self.look()

    def _lay_out(self) -> None:
        size = QLabel(tr("Size of its text"))
        size.setFont(theme.text(18))
        for button in (self.identify, self.try_keypad, self.try_line):
            button.setFont(theme.text(20))
        self.told.setFont(theme.text(18))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        for widget in (self.screens, size, self.percent):
            column.addWidget(widget)
        column.addWidget(flowing(self.identify, self.try_keypad, self.try_line))
        column.addWidget(self.told)

    def look(self) -> None:
        """See which screens are there; one may have been plugged in or pulled out."""
        participant = self._participant
        displays = participant.displays.all()
        examiner = participant.displays.under(participant.host)
        chosen = screen_choice.kept(participant.settings)
        here = screen_choice.found(chosen, displays) if chosen else None
        self._displays = displays
        offered = [(_NONE, tr("none"))]
        for i, display in enumerate(displays):
            # The examiner's own screen is not offered, unless it was chosen before the window came to lie there.
            if display != examiner or display == here:
                offered.append((str(i), _label(i + 1, display)))
        if chosen is not None and here is None:
            offered.append((_GONE, tr("{name}, not connected", name=chosen.name)))
        wanted = _NONE if chosen is None else _GONE if here is None else str(displays.index(here))
        self.screens.blockSignals(True)
        self.screens.set_choices(tuple(offered))
        self.screens.choose(wanted)
        self.screens.blockSignals(False)
        participant.refresh()
        if participant.trial is not None and participant.own is None:
            self._try("")
        live = participant.decision.display is not None
        self.try_keypad.setEnabled(live)
        self.try_line.setEnabled(live)
        self.told.setText(self._words(only=len(displays) == 1))

    def _words(self, *, only: bool) -> str:
        participant = self._participant
        if why_not := obstacle_words(participant.decision.obstacle):
            return f"▲ {why_not}"
        if participant.trial is not None:
            return participant.words() or tr("Enter a number on the participant's screen and confirm it.")
        if only:
            return tr("There is one screen. G hands this window over whenever a number is asked for.")
        if participant.decision.obstacle == "none_chosen":
            return tr("Without a screen G hands this window over whenever a number is asked for.")
        return ""

    def _choose(self) -> None:
        value = self.screens.value()
        if value in (_GONE, ""):
            return
        self._try("")
        self._participant.choose(None if value == _NONE else self._displays[int(value)])
        self.look()

    def _resize(self) -> None:
        screen_choice.keep_text_percent(self._participant.settings, int(self.percent.value()))
        self._participant.refresh()

    def _try(self, by: str) -> None:
        """Ask something on the participant's screen; once more, or empty, ends it."""
        trial = self._participant.trial
        again = trial is not None and trial["by"] == by
        self._participant.trial = None if not by or again else _trial(by)
        self._participant.refresh()
        self.told.setText(self._words(only=len(self._displays) == 1))

    def showEvent(self, event: QShowEvent) -> None:
        """Watch for screens while they can be chosen."""
        self.look()
        self._look.start()
        super().showEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:
        """What was tried out ends with the set-up."""
        self._look.stop()
        self._try("")
        super().hideEvent(event)


def _label(number: int, display: Display) -> str:
    _, _, width, height = display.geometry
    return f"{number}: {display.name}, {width} × {height}"


def _trial(by: str) -> Json:
    return {
        "by": by,
        "moment": f"trial {by}",
        "opens_ns": 0,
        "language": "",
        "question": tr("Try it: enter any number."),
        "anchor_low": tr("one end"),
        "anchor_high": tr("the other end"),
        "minimum": 0.0,
        "maximum": 100.0,
        "step": 1.0,
        "confirm": tr("Done"),
        "delete": tr("Delete"),
    }
