"""A hand at the keyboard of the window, for tests and pictures: it knows only keys and what is shown."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QPixmap
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QWidget

from qst_station.gui import preferences
from qst_station.gui.between_screen import BetweenScreen
from qst_station.gui.checklist_screen import CheckListScreen
from qst_station.gui.json_lines import Json
from qst_station.gui.keys import DEBOUNCE_NS, DOUBLE_PRESS_NS
from qst_station.gui.main_window import MainWindow

Key = Qt.Key
_ANSWERS = (Key.Key_F, Key.Key_J)
PATIENCE_S = 30.0
THEMES = ("light", "dark")


class Walk:
    """A hand at the keyboard of a window."""

    def __init__(self, window: MainWindow, out: Path | None) -> None:
        self.window = window
        self.out = out
        self._last: dict[Key, float] = {}

    @property
    def view(self) -> Json:
        """The view on the screen."""
        view = self.window.view
        assert view is not None
        return view

    def until(self, met: Callable[[], object], patience_s: float = PATIENCE_S) -> None:
        """Let the window live until ``met``; TimeoutError where it takes too long."""
        deadline = time.monotonic() + patience_s
        while not met():
            if time.monotonic() > deadline:
                raise TimeoutError(f"{met} not within {patience_s} s; the window says {self.window.said.text()!r}")
            QTest.qWait(5)

    def key(self, key: Key) -> None:
        """Press a key where the focus is; the same key not before it counts as another press."""
        checking = isinstance(self.window.visit_screen(), CheckListScreen)
        apart_ns = DOUBLE_PRESS_NS if key in ((Key.Key_Space,) if checking else _ANSWERS) else DEBOUNCE_NS
        rest_s = self._last.get(key, 0.0) + apart_ns / 1e9 - time.monotonic()
        QTest.qWait(max(20, round(1e3 * rest_s) + 10))
        shown = self.window.visit_screen()
        if key in (Key.Key_Return, Key.Key_Space) and isinstance(shown, BetweenScreen):
            self.until(lambda: not shown.rests())
        if Key.Key_0 <= key <= Key.Key_9 or key in (Key.Key_Return, Key.Key_Enter, Key.Key_Space):
            self._let_question_rest()
        self._last[key] = time.monotonic()
        target = self.window.focusWidget() or self.window
        QTest.keyClick(target, key)

    def type(self, text: str) -> None:
        """Type a text where the focus is."""
        self._let_question_rest()
        target = self.window.focusWidget() or self.window
        QTest.keyClicks(target, text)

    def _let_question_rest(self) -> None:
        """Digits and Enter right behind a digit that chose an answer would reach nothing else."""
        question = self.window.question
        if not question.question():
            self.until(lambda: not question.rests)

    def shot(self, name: str, of: QWidget | None = None) -> None:
        """Save a picture of the window, or of another one, in each theme; it goes on in the first."""
        QTest.qWait(120)
        self.keep(name, (of or self.window).grab)

    def keep(self, name: str, taken: Callable[[], QPixmap]) -> None:
        """Save what is taken in each theme."""
        if self.out is None:
            return
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        for worn in reversed(THEMES):
            preferences.wear(application, preferences.Preferences(theme=worn))
            folder = self.out / worn
            folder.mkdir(parents=True, exist_ok=True)
            taken().save(str(folder / f"{name}.png"))

    def shows(self, name: str) -> Callable[[], bool]:
        """Whether a screen is shown."""
        return lambda: self.window.stack.currentWidget() is self.window.made_screen(name)

    def phase(self, *phases: str) -> Callable[[], bool]:
        """Whether the test is in one of these phases."""
        return lambda: self.window.view is not None and self.view["phase"] in phases

    def answer_as_simulated(self) -> None:
        """Wait for the simulated participant and enter what it says."""
        simulation = self.window.demo.panel
        assert simulation is not None
        self.until(lambda: simulation.says is not None)
        said = simulation.says
        self.key(Key.Key_A)
        self.until(lambda: simulation.says is not said)  # a row on disk may be another's

    def close_check_list(self) -> None:
        """Confirm and type what the check-list asks the examiner; go on for the first of the reasons offered."""
        self.until(self.shows("checklist"))
        self.until(lambda: (self.window.status or {}).get("checklist"))
        for line in (self.window.status or {})["checklist"]["lines"]:
            if line["by"] == "examiner":
                self._answer_line(line)
        self.key(Key.Key_Return)
        self.until(self.window.question.question)
        self.type("1")
        self.until(self.shows("between"))

    def _answer_line(self, line: Json) -> None:
        screen = self.window.made_screen("checklist")
        while not line["number"] and screen is not None and getattr(screen, "at", "") != line["id"]:
            self.key(Key.Key_Down)
        self.type("21.5" if line["number"] else "")
        self.key(Key.Key_Return if line["number"] else Key.Key_Space)
        self.until(lambda: self._line_state(line["id"]) == "ok")

    def _line_state(self, id_: str) -> str:
        lines = (self.window.status or {})["checklist"]["lines"]
        return next(str(line["state"]) for line in lines if line["id"] == id_)

    def start_next(self, test: str) -> None:
        """Skip steps with a reason until ``test`` is next, and start it."""
        self.until(self.shows("between"))
        while self.view["rail"][self.view["next_step"]]["test"] != test:
            self.skip_next()
        self.key(Key.Key_Return)
        self.until(lambda: self.view["screen"] == "step" and self.view["status"] == "running")

    def skip_next(self) -> None:
        """Skip the step that is due, for the third of the reasons offered."""
        due = self.view["next_step"]
        self.key(Key.Key_K)
        self.until(self.window.question.question)
        self.type("3")
        self.until(lambda: self.view["next_step"] != due)

    def fill_form(self) -> None:
        """Answer what is left of the open form as the simulated participant does, and close it."""
        while self.view["form"]["field"]:
            self.answer_as_simulated()
        self.key(Key.Key_Return)
        self.until(lambda: self.view["status"] == "done")

    def resume(self) -> None:
        """Go on with the unfinished visit that the start screen offers first."""
        start = self.window.start
        self.until(lambda: start.findChildren(QPushButton, "resume"))
        start.findChildren(QPushButton, "resume")[0].click()
        self.until(self.shows("between"))

    def sign(self) -> None:
        """Sign the visit in its review, and wait until it is sealed."""
        self.key(Key.Key_Return)
        self.type(self.window.signing()[0]["who"])
        self.key(Key.Key_Return)
        self.until(lambda: ((self.window.status or {})["sealing"] or {}).get("state") in ("done", "failed"))

    def stop(self) -> None:
        """Stop the step that runs, without a word."""
        self.key(Key.Key_Escape)
        self.until(self.shows("between"))
        self.key(Key.Key_Return)
