"""What the keys do during a visit: the screen first, then what is the same on every screen."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QT_TRANSLATE_NOOP
from PySide6.QtGui import QKeyEvent

from qst_station.gui.event_stamp import stamp_ns
from qst_station.gui.inline_question import reasons
from qst_station.gui.json_lines import Json
from qst_station.gui.keys import BY_NAME, Keyboard, Press, pointed
from qst_station.gui.learned_keys import learned_keys
from qst_station.gui.noting import Notes
from qst_station.gui.participant_words import role_word
from qst_station.gui.reading_aloud import ways_out
from qst_station.gui.response_buttons import ResponseButtons
from qst_station.gui.taken_back import taken_back_words
from qst_station.gui.window_settings import window_settings
from qst_station.gui.words import told, tr

if TYPE_CHECKING:
    from qst_station.gui.main_window import MainWindow

_SCOPES = (QT_TRANSLATE_NOOP("", "this stimulus"), QT_TRANSLATE_NOOP("", "every one of this test"))
_NOTES = {"note": "deviation", "adverse": "adverse"}
_BESIDE_READING = ("pause", "sound", "hand_over")


class Conduct:
    """Turns presses into orders.

    Attributes
    ----------
    keyboard : Keyboard
        What the keys of this place mean.
    """

    def __init__(self, window: MainWindow) -> None:
        self._window = window
        self.notes = Notes(window)
        self.keyboard = Keyboard(learned_keys(window_settings()))
        self._buttons = ResponseButtons(window_settings())

    def learned(self, keys: dict[int, str]) -> None:
        """Other keys or buttons have been learned."""
        self.keyboard.learned = dict(keys)
        self._buttons.learn_again()

    def take_buttons(self, status: Json) -> None:
        """Do what the attached buttons were pressed for since the status before."""
        for press in self._buttons.presses(status):
            self.act(press)

    def has_learned(self) -> bool:
        """Whether a pedal or a presenter has been learned."""
        return bool(self.keyboard.learned) or bool(self._buttons)

    def take_key(self, event: QKeyEvent) -> None:
        """A key went down."""
        press = self.keyboard.press(event, stamp_ns(event))
        if press is not None:
            self.act(press)

    def click(self, action: str) -> None:
        """A legend was clicked or touched."""
        self.act(replace(pointed(action), action=action))

    def act(self, press: Press) -> None:
        """Do what a press asks for. STOP never waits for anything."""
        view, screen = self._window.view, self._window.visit_screen()
        if view is None or self._window.engine.failed:
            return
        if press.action == "stop":
            self._stop(press, view)
        elif press.action in _NOTES:
            self.notes.ask(press, _NOTES[press.action], view)
        elif press.action == "read_aloud":
            self._window.say(self._window.reading.press(view, press))
            self._window.show_again()
        elif press.action in ("simulated_answer", "simulated_hand"):
            self._simulated(press, view)
        elif self._window.training.steer(press.action):
            pass  # the hand that presses goes before the screen
        elif self._window.reading.page.isVisible():
            if press.action in _BESIDE_READING:
                self._act_globally(press, view)
            else:
                self._window.say(ways_out())
        elif screen is not None and not screen.press(press):
            self._act_globally(press, view)

    def _act_globally(self, press: Press, view: Json) -> None:
        if not press.action:
            return
        why_not = view["allowed"].get(BY_NAME[press.action].command, "")
        match press.action:
            case "pause" if view["status"] == "paused":
                self._window.send("resume", press)
            case "pause" | "undo" if why_not:
                self._window.say(told(why_not))
            case "pause":
                self._window.send("pause", press, reason="")
            case "undo":
                self._undo(press, view)
            case "devices" if view["screen"] == "between" or view["status"] != "running":
                self._window.turn_to("devices")
            case "hand_over" if self._window.question.question():
                self._window.say(tr("Answer the question first, or cancel it."))
            case "hand_over":
                self._window.participant.hand_over()
            case "sound":
                self._window.switch_sound()
            case "override" if why_not:
                self._window.say(told(why_not))
            case "override":
                self._sign(press, view["blocked"]["roles"])
            case "up" | "down" | "enter":
                pass  # they select and confirm only where the screen takes them
            case _:
                self._window.say(tr("{key} does nothing here.", key=BY_NAME[press.action].cap))

    def _undo(self, press: Press, view: Json) -> None:
        window, cut = self._window, view["phase"] == "beating"

        def say_what() -> None:
            if window.view is not None and (said := taken_back_words(window.view, cut=cut)):
                window.confirm(said)

        window.send("undo", press, say_what, reason="")

    def _sign(self, press: Press, roles: list[str]) -> None:
        """Ask one after the other for what an override needs; the engine takes all of it or nothing."""
        if not roles:
            self._window.say(
                tr("In this study nobody may sign for it: use a calibrated instrument, or skip the test.")
            )
            return
        window = self._window
        scopes = {"this stimulus": "stimulus", "every one of this test": "test"}
        offered = reasons(_SCOPES)

        def give(scope: str, role: str, signed_by: str, reason: str) -> None:
            window.send("override", press, scope=scope, role=role, signed_by=signed_by, reason=reason)

        def ask_reason(scope: str, role: str, signed_by: str) -> None:
            question = tr("Why is it used all the same?")
            window.inquire(question, (), lambda why: give(scope, role, signed_by, why))

        def ask_name(scope: str, role: str) -> None:
            question = tr("Name of the {role}", role=role_word(role))
            window.inquire(question, (), lambda name: ask_reason(scope, role, name))

        def ask_role(scope: str) -> None:
            window.inquire(tr("Who signs for it?"), tuple(roles), lambda role: ask_name(scope, role))

        window.inquire(tr("Sign for"), offered, lambda text: ask_role(scopes.get(text, text)))

    def _stop(self, press: Press, view: Json) -> None:
        why_not = view["allowed"]["stop"]
        if why_not:
            self._window.say(told(why_not))
            return
        self._window.send("stop", press, reason="")
        self.notes.ask_why_stopped(press, view)

    def _simulated(self, press: Press, view: Json) -> None:
        training = self._window.training.panel
        if training is not None:
            holds = press.action == "simulated_hand"
            self._window.say(training.hold(view) if holds else tr("In a training you enter the answer yourself."))
            return
        simulation = self._window.demo.panel
        if simulation is None:
            return
        if press.action == "simulated_hand":
            if view["ramp"] and view["ramp"]["phase"] == "armed":
                simulation.press_gauge(view)
            else:
                self._window.say(tr("Press Space first: no ramp is armed."))
            return
        says, screen = simulation.says, self._window.visit_screen()
        if says is None:
            self._window.say(tr("The simulated participant says nothing now."))
        elif "yes" in says:
            self._window.send("answer", press, yes=says["yes"])
        elif "value" in says:
            self._window.send("rate", press, value=says["value"])
        elif screen is not None:
            screen.enter_number(says["entered"], press)
