"""What belongs to the place, for the layout test: set-up, pedals, reading aloud, the participant's page."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from qst_station.gui.learned_keys import keep, keep_buttons
from qst_station.gui.participant_display import ParticipantDisplay
from qst_station.gui.participant_pad import ParticipantPage
from qst_station.gui.participant_screen_panel import ParticipantScreenPanel
from qst_station.gui.pedals_screen import PedalsScreen
from qst_station.gui.reading_aloud import ReadingPage
from qst_station.gui.setup_screen import SetupScreen
from qst_station.gui.window_settings import window_settings
from tests.gui.layout import longer, screen
from tests.gui.test_participant_display import Screens, Window
from tests.gui.test_participant_page import GERMAN, LINE


@screen("set-up")
def setup(_desk: Any, _visit: Callable[..., Any]) -> QWidget:
    """The set-up with two screens, and with what waits for another start."""
    made = SetupScreen(
        window_settings(),
        learned=lambda _keys: None,
        try_sound=lambda: longer("There is no loudspeaker: the pace is shown only."),
        switch_sound=lambda: "",
        start_anew=lambda: None,
        ask=lambda *_args, **_given: None,
        back=lambda: None,
    )
    window = Window()
    window.setParent(made)  # it lives as long
    window.hide()
    participant = ParticipantDisplay(window, Screens(), window_settings())  # type: ignore[arg-type]
    made.add_row(longer("Participant's screen"), ParticipantScreenPanel(participant))
    made.try_sound.click()
    made.later.setText(longer("Size and language change when the window starts anew."))
    for told in (made.later, made.anew):
        told.show()
    return made


@screen("pedals")
def pedals(_desk: Any, _visit: Callable[..., Any]) -> QWidget:
    """A pedal and a button that are learned, and one that has just lost what it meant."""
    keep(window_settings(), {Qt.Key.Key_PageDown.value: "space", Qt.Key.Key_F13.value: "yes"})
    keep_buttons(window_settings(), {"response button/1": "space"})
    made = PedalsScreen(window_settings(), lambda _keys: None, lambda: None)
    made.show_devices([{"name": "response button", "kind": "button", "last_press": None}])
    made.learn["undo"].click()
    QTest.keyClick(made, Qt.Key.Key_F13)
    return made


@screen("reading aloud")
def reading(_desk: Any, visit: Callable[..., Any]) -> QWidget:
    """The text of a test."""
    made = ReadingPage()
    made.show_words(visit(words="de").start("WUR").status()["view"])
    return made


@screen("participant: keypad")
def keypad(_desk: Any, _visit: Callable[..., Any]) -> QWidget:
    """The keypad with a number."""
    return _asked(GERMAN)


@screen("participant: line")
def line(_desk: Any, _visit: Callable[..., Any]) -> QWidget:
    """The line with its mark."""
    return _asked(LINE)


def _asked(question: dict[str, Any]) -> ParticipantPage:
    made = ParticipantPage()
    made.set_percent(200)
    made.ask(question)
    made._typed, made.line.share = "100", 0.5
    made._show_entry()
    return made
