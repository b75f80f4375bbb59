"""The participant's side of the window: a screen of their own, or this one handed over; follows each status."""

from __future__ import annotations

import math
import time
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QSettings, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from qst_station.gui import screen_choice
from qst_station.gui.displays import Displays, QtDisplays
from qst_station.gui.json_lines import Json
from qst_station.gui.keys import BY_NAME, ESC_REST_S, Press, is_combination, taken_by
from qst_station.gui.participant_pad import MARK_KEYS, ParticipantPage
from qst_station.gui.participant_window import ParticipantWindow
from qst_station.gui.screen import Legend
from qst_station.gui.screen_choice import Decision, Obstacle
from qst_station.gui.window_settings import window_settings
from qst_station.gui.words import tr

if TYPE_CHECKING:
    from qst_station.gui.main_window import MainWindow

AGAIN_S = 2.0
"""A number that the engine has not taken by then may be confirmed again."""
ENTERED_S = 2.5
"""So long the examiner sees what was entered."""
HAND_OVER = "hand_over"
_TYPED = {Qt.Key.Key_Return: "enter", Qt.Key.Key_Enter: "enter", Qt.Key.Key_Backspace: "undo"}
_AFTER_ESC = ("note", "adverse", "pause")  # always within reach, but not for the participant, who has the keyboard


class ParticipantDisplay(QObject):
    """Shows the participant what a view asks of them, and sends what they confirm.

    Attributes
    ----------
    page : ParticipantPage
        What stands in the main window while it is handed over.
    trial : Json or None
        A question that is tried out in the set-up, instead of one of a visit.
    """

    def __init__(
        self, window: MainWindow, displays: Displays | None = None, settings: QSettings | None = None
    ) -> None:
        super().__init__()
        self.displays = displays or QtDisplays()
        self.settings = settings or window_settings()
        self.page = ParticipantPage()
        self.trial: Json | None = None
        self._window = window
        self._own: ParticipantWindow | None = None
        self._decision = Decision(display=None, obstacle="none_chosen")
        self._chosen = screen_choice.kept(self.settings)
        self._question: Json | None = None
        self._handed_over = ""
        self._back_s = -math.inf  # when it came back
        self._asked_for: tuple[str, float] = ("", -math.inf)  # a note or a pause, and when its key was pressed
        self._dark = False
        self._failed: screen_choice.Display | None = None
        self._visit_open = self._was_wanted = False
        self._sent: tuple[str, float] = ("", 0.0)
        self._entered: tuple[float, float] | None = None
        self.page.confirmed.connect(self._confirmed_here)
        window.client.silent.connect(self._engine_silent)
        window.client.died.connect(self._engine_lost)

    @property
    def handed_over(self) -> bool:
        """Whether this window shows the participant's page, and nothing else."""
        return bool(self._handed_over)

    @property
    def host(self) -> QWidget:
        """The examiner's window."""
        return self._window

    @property
    def decision(self) -> Decision:
        """Where the participant's window may open, or why it may not."""
        return self._decision

    @property
    def own(self) -> ParticipantWindow | None:
        """The participant's window, where it is open."""
        return self._own

    # What is shown

    def choose(self, chosen: screen_choice.Display | None) -> None:
        """Take another screen for the participant, for now and for later starts."""
        screen_choice.keep(self.settings, chosen)
        self._chosen, self._failed = chosen, None
        self.refresh()

    def refresh(self) -> None:
        """Show what was shown, by what has been chosen since."""
        self._place(wanted=self._wanted)
        percent = screen_choice.kept_text_percent(self.settings)
        for page in (self.page, self._own):
            if page is not None:
                page.set_percent(percent)
        self._show()

    def follow(self, view: Json | None, *, recorded: bool = True) -> None:
        """Show what a view asks of the participant; black, or no window, where it asks nothing.

        Nobody is asked for what would not be recorded.
        """
        self._question = view["participant"] if view is not None and recorded else None
        if self._handed_over and (self._question is None or self._question["moment"] != self._handed_over):
            self._come_back()
        self._visit_open = view is not None and view["screen"] != "closed"
        self._place(wanted=self._wanted)
        self._show()

    @property
    def _wanted(self) -> bool:
        return self._visit_open or self.trial is not None

    def _place(self, *, wanted: bool) -> None:
        """Open the participant's window where it belongs, or close it; never anywhere else."""
        before = self._decision
        if self._chosen is None:
            self._decision = Decision(display=None, obstacle="none_chosen")
        else:
            examiner = self.displays.under(self._window)
            self._decision = screen_choice.decide(self._chosen, self.displays.all(), examiner)
        if self._failed is not None and self._decision.display == self._failed:
            self._decision = Decision(display=None, obstacle="unknown")
        display = self._decision.display if wanted else None
        if self._own is not None and (display is None or display != before.display):
            self._close()
        if self._own is None and display is not None:
            self._open(display)
        told_before = (before.obstacle, self._was_wanted)
        self._was_wanted = wanted
        if wanted and told_before != (self._decision.obstacle, True):
            self._window.say(obstacle_words(self._decision.obstacle))

    def _open(self, display: screen_choice.Display) -> None:
        own = ParticipantWindow()
        own.set_percent(screen_choice.kept_text_percent(self.settings))
        own.confirmed.connect(self._confirmed_there)
        if not self.displays.fill(own, display):
            # It must not stand anywhere else, least of all before the examiner.
            own.hide()
            own.deleteLater()
            self._failed = display
            self._decision = Decision(display=None, obstacle="unknown")
            return
        self._own = own

    def _close(self) -> None:
        own, self._own = self._own, None
        if own is not None:
            own.hide()
            own.deleteLater()

    def _show(self) -> None:
        question = None if self._dark or self._is_sent() else self._question
        due = question is not None and self._window.now_ns() >= question["opens_ns"]
        self.page.ask(question if self._handed_over else None)
        if self._own is not None:
            self._own.ask(self.trial or (question if due and not self._handed_over else None))

    def _is_sent(self) -> bool:
        moment, since_s = self._sent
        return bool(self._question and moment == self._question["moment"] and time.monotonic() - since_s < AGAIN_S)

    def _engine_silent(self, seconds: float) -> None:
        self._dark = seconds > 0.0
        self._show()

    def _engine_lost(self, _why: str) -> None:
        """Black, and not closed: the desktop is nothing to look at."""
        if self._handed_over:
            self._take_back()
        self._question = None
        self._show()

    # What is entered

    def _confirmed_there(self, moment: str, value: float, by: str, stamp_ns: int) -> None:
        if self.trial is not None:
            self.trial = {**self.trial, "moment": f"trial {stamp_ns}"}
            self._entered = (value, time.monotonic())
            self._show()
            return
        self._send(moment, value, f"participant screen: {by}", stamp_ns)

    def _confirmed_here(self, moment: str, value: float, by: str, stamp_ns: int) -> None:
        if self._send(moment, value, f"handed over: {by}", stamp_ns):
            self._take_back()

    def _send(self, moment: str, value: float, source: str, stamp_ns: int) -> bool:
        """Give the number for the stimulus that it belongs to; False where that one has passed."""
        if self._question is None or moment != self._question["moment"] or self._is_sent():
            return False
        if self._window.orders.busy:  # it would be refused: the participant confirms once more
            return False
        self._sent = (moment, time.monotonic())
        press = Press(action="", text="", source=source, stamp_ns=stamp_ns)
        field = self._question.get("field")
        answer = {"value": value} if field is None else {"field": field, "answer": f"{value:g}", "reason": ""}
        order = "rate" if field is None else "form_enter"
        self._window.send(order, press, done=lambda: self._taken(value), **answer)
        self._show()
        return True

    def _taken(self, value: float) -> None:
        """The engine has it: what the examiner has begun to type belongs to a stimulus that has passed."""
        from qst_station.gui.form_screen import FormScreen
        from qst_station.gui.rating_screen import RatedScreen

        self._entered = (value, time.monotonic())
        screen = self._window.visit_screen()
        if isinstance(screen, RatedScreen):
            screen.field.clear()
        elif isinstance(screen, FormScreen):
            screen.number.clear()

    # Handing over

    def hand_over(self) -> None:
        """Give this window to the participant until they have confirmed, or take it back."""
        if self._handed_over:
            self._take_back()
        elif self._question is None:
            self._window.say(tr("The participant is asked for no number now."))
        else:
            self._handed_over = self._question["moment"]
            self._window.show_again()

    def touch_strip(self) -> None:
        """The line below the page was touched: while the window is handed over it leads back."""
        if self._handed_over:
            self._take_back()

    def _come_back(self) -> None:
        self._handed_over, self._back_s = "", time.monotonic()

    def _take_back(self) -> None:
        self._come_back()
        self._window.show_again()

    def take_key(self, event: QKeyEvent, pedal: str = "") -> bool:
        """Take a key while the window is handed over; False where it is not, or is so no longer.

        Parameters
        ----------
        event : QKeyEvent
        pedal : str
            The action that the key has been learned for. The examiner's foot stops and pauses at once.
        """
        if not self._handed_over:
            return self._rests(event)
        key = Qt.Key(event.key())
        if is_combination(event):
            return True
        if pedal:
            if pedal in ("stop", "pause") and not event.isAutoRepeat():
                self._take_back()
            return self.handed_over
        if key in MARK_KEYS:  # held down they go on
            self.page.move_mark(key)
        elif not event.isAutoRepeat():
            self._take_pressed(key, event.text())
        return True

    def _take_pressed(self, key: Qt.Key, text: str) -> None:
        action = taken_by(key.value)
        if action == "stop":
            self._take_back()
        elif action in _AFTER_ESC:
            self._asked_for = (action, time.monotonic())
            self._window.show_again()
        else:
            digit = text if text.isdigit() else ""
            stamp_ns = time.perf_counter_ns()
            self.page.press(Press(action=_TYPED.get(key, ""), text=digit, source="key", stamp_ns=stamp_ns))

    def _rests(self, event: QKeyEvent) -> bool:
        """Whether Esc is the second of two that were to lead back."""
        if event.key() != Qt.Key.Key_Escape or time.monotonic() - self._back_s >= ESC_REST_S:
            return False
        if not event.isAutoRepeat():
            self._window.say(tr("The window has just come back. Esc once more stops the test."))
        return True

    # What the examiner is told

    def legends(self) -> list[Legend]:
        """The key that hands over, where the participant is asked and has no screen."""
        if self._question is None or self._own is not None or self._handed_over:
            return []
        return [(HAND_OVER, BY_NAME[HAND_OVER].cap, BY_NAME[HAND_OVER].label, "")]

    def words(self) -> str:
        """What goes on on the participant's screen, for the examiner, who does not see it; empty: nothing."""
        if self._handed_over:
            back = f"{BY_NAME['stop'].cap}: {tr('back to the examiner')}"
            action, since_s = self._asked_for
            if time.monotonic() - since_s >= ENTERED_S:
                return back
            then = BY_NAME[action]
            return tr("{back}, then {key}: {label}", back=back, key=then.cap, label=then.label)
        if self._entered is not None and time.monotonic() - self._entered[1] < ENTERED_S:
            return tr("Participant entered {value:g}", value=self._entered[0])
        if self._chosen is None or self._question is None:
            return ""
        if self._decision.obstacle:
            return f"▲ {obstacle_words(self._decision.obstacle)}"
        if self._own is not None and self._own.asked:
            return tr("Participant's screen asks for the number")
        return tr("Participant's screen is black")

    def end(self) -> None:
        """Close the participant's window."""
        self._visit_open, self.trial = False, None
        self._close()


def obstacle_words(obstacle: Obstacle) -> str:
    """Why the participant's window is open nowhere; empty where there is nothing to tell."""
    match obstacle:
        case "gone":
            return tr(
                "The participant's screen is not connected. Type the numbers here, or choose another screen."
            )
        case "examiner":
            return tr("The participant's screen is the one you work on: it stays closed. Move this window away.")
        case "mirrored":
            return tr(
                "The participant's screen shows the same as yours: it stays closed. Do not mirror the screens."
            )
        case "unknown":
            return tr("The participant's window could not be put on its screen. Type the numbers here.")
    return ""
