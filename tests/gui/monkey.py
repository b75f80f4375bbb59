"""A monkey at the keyboard and the pointer: seeded, fast, and without a plan."""

from __future__ import annotations

import random
import time
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QDialog, QWidget

from qst_station.gui import keys
from qst_station.gui.checklist_screen import CheckListScreen
from qst_station.gui.json_lines import Json
from qst_station.gui.keys import ACTIONS, pointed
from qst_station.gui.main_window import MainWindow
from qst_station.gui.number_field import NumberField
from qst_station.gui.review_screen import ReviewScreen
from qst_station.gui.screen import Screen
from tests.gui.monkey_ears import Acknowledged, Complaints, Replies

Key = Qt.Key

_DIGITS = tuple(Key(code) for code in range(Key.Key_0.value, Key.Key_9.value + 1))
_FUNCTION = tuple(Key(code) for code in range(Key.Key_F1.value, Key.Key_F12.value + 1))
_MOVING = (
    Key.Key_Tab,
    Key.Key_Backtab,
    Key.Key_Return,
    Key.Key_Enter,
    Key.Key_Escape,
    Key.Key_Left,
    Key.Key_Right,
)
_ANY = (*{key: None for action in ACTIONS for key in action.keys}, *_DIGITS, *_FUNCTION, *_MOVING, Key.Key_Comma)
_WILLING = (Key.Key_Space, Key.Key_F, Key.Key_J, Key.Key_A, Key.Key_A, Key.Key_H, Key.Key_Return, *_DIGITS[:3])
_WITHOUT_VISIT = 40
"""So many acts without a visit, and the monkey opens one."""
_GRAVE = ("window.", "engine.")
_REMEMBERED = 30
_PATIENCE_S = 60.0


class Monkey:
    """Presses and clicks.

    Parameters
    ----------
    window : MainWindow
        With its engine started.
    seed : int
    live : callable
        Lets the window and its engine live for a moment, which is given in milliseconds.
    tricks : list of callable
        What happens from outside; each says what it did.
    look : callable
        Called now and then between two acts, and whenever a visit is left.
    hand : callable
        Presses the gauge for a ramp.

    Attributes
    ----------
    acknowledged : list of Acknowledged
        Every order that was told to be on disk.
    acts : list of str
        The last things that were done.
    screens, counts : Counter of str
        How often it acted on each screen; what it got done.
    participants : tuple of str
        Who may come for a visit.
    findings : set of str
        Codes of what it was told.
    """

    def __init__(
        self,
        window: MainWindow,
        seed: int,
        *,
        live: Callable[[int], None] = QTest.qWait,
        tricks: tuple[Callable[[], str], ...] = (),
        look: Callable[[], None] = lambda: None,
        hand: Callable[[], str] = lambda: "no hand",
    ) -> None:
        self.window = window
        self.acknowledged: list[Acknowledged] = []
        self.acts: list[str] = []
        self.screens: Counter[str] = Counter()
        self.counts: Counter[str] = Counter()
        self.findings: set[str] = set()
        self.complaints = Complaints()
        self._chance = random.Random(seed)
        self._live, self._tricks, self._look, self._hand = live, tricks, look, hand
        self._without_visit = _WITHOUT_VISIT // 2
        self.participants = tuple(f"P-{number:04}" for number in range(30))
        self._overhear()
        self._replies = Replies(window, self.complaints.said.append)
        # A dialog that is shown by `exec` keeps everybody else waiting.
        self._dismisser = QTimer()
        self._dismisser.setInterval(200)
        self._dismisser.timeout.connect(_dismiss)

    def _overhear(self) -> None:
        """Keep what the engine acknowledges, and what the window complains of."""
        client = self.window.client
        request, show_alarm = client.request, self.window.show_alarm

        def overheard(ask: str, callback: Any, **arguments: Any) -> int:
            def answered(answer: Json) -> None:
                if ask == "command" and answer["ok"] and answer["saved"]:
                    kept = (answer["saved"]["journal"], answer["seq"], arguments["name"], arguments["args"])
                    self.acknowledged.append(Acknowledged(*kept))
                elif ask in ("open_visit", "resume_visit", "close_visit", "seal", "seal_interrupted"):
                    self.counts[f"{ask}: {'done' if answer['ok'] else answer['finding']['code']}"] += 1
                shown = answer.get("findings", []) if answer["ok"] else [answer["finding"]]
                for finding in shown:
                    self._judge(ask, finding)
                callback(answer)

            return request(ask, answered, **arguments)

        def alarmed(finding: Json) -> None:
            self._judge("alarm", finding)
            show_alarm(finding)

        client.request = overheard  # type: ignore[method-assign]
        self.window.show_alarm = alarmed  # type: ignore[method-assign]
        client.died.connect(lambda why: self.complaints.said.append(f"the engine died: {why}"))
        client.garbled.connect(lambda text: self.complaints.said.append(f"garbled: {text}"))

    def _judge(self, ask: str, finding: Json) -> None:
        self.findings.add(finding["code"])
        if finding["code"].startswith(_GRAVE):
            self.complaints.said.append(f"{ask}: {finding}")

    def play(self, seconds: float, *, first: Callable[[], None] = lambda: None) -> None:
        """Play until the time is over, or something is wrong; ``first`` what was planned."""
        end_s = time.monotonic() + seconds
        with self.complaints.listening():
            self._dismisser.start()
            try:
                first()
                while time.monotonic() < end_s and not self.complaints.said:
                    self._act()
            finally:
                self._dismisser.stop()

    def _act(self) -> None:
        self.counts["acts"] += 1
        self._without_visit = 0 if self.window.view is not None else self._without_visit + 1
        chosen = self._chance.random()
        if self._without_visit > _WITHOUT_VISIT:
            self._without_visit = 0
            self._open_visit()
        elif chosen < 0.03:
            self._go_on()
        elif chosen < 0.1 and self._tricks:
            self._note(self._chance.choice(self._tricks)())
        elif chosen < 0.5:
            self._be_sensible()
        elif chosen < 0.62:
            self._press(self._chance.choice(_WILLING))
        elif chosen < 0.8:
            self._press(self._chance.choice(_ANY))
        elif chosen < 0.94:
            self._click(self._button())
        else:
            self._click(self._anything())
        self._live(self._chance.choice((1, 5, 20, 60)))
        if self._chance.random() < 0.004:
            self._look()

    # What a random key hardly ever does

    def _open_visit(self) -> None:
        """Fill the start screen and go on from it, as somebody would."""
        window, chance, start = self.window, self._chance, self.window.start
        self._note("open a visit")
        window.turn_to("start")
        self._live(20)
        if chance.random() < 0.4 and self._resume():
            return
        simulated = start.kind.value() == "simulated"
        start.participant.setText(
            f"SIM-{chance.randrange(1, 30):03}" if simulated else chance.choice(self.participants)
        )
        start.visit.setCurrentIndex(chance.randrange(1, max(2, start.visit.count())))
        for row, values in (
            (start.side, ("left", "right")),
            (start.limb, ("upper", "lower")),
            (start.sex, ("female", "male")),
            (start.person.dominance, ("left", "right")),
            (start.person.control, ("valid", "injured")),
            (start.kind, ("simulated",) if simulated else ("real", "practice")),
        ):
            row.choose(chance.choice(values))
        start.age.setText(str(chance.randrange(18, 90)))
        start.initials.setText("AB")
        if start.person.has_sites:
            named = start.person.site.findData(start.participant.text()[:3])  # where the id names the site
            start.person.site.setCurrentIndex(max(1, named))
        start.proceed.click()
        self._live(20)
        self._note(f"at {type(window.stack.currentWidget()).__name__} {start.missing.text()!r}")
        devices = window.made_screen("devices")
        if devices is not None and window.stack.currentWidget() is devices:
            devices.go_on.click()  # type: ignore[attr-defined]
        self._live(60)

    def _resume(self) -> bool:
        """Go on with a visit that was left; False where there is none."""
        self.window.start.initials.setText("AB")
        ways = self.window.start.findChildren(QAbstractButton, "resume")
        resume = [one for one in ways if one.isVisible() and one.isEnabled()]
        if not resume:
            return False
        self._note("resume")
        self._chance.choice(resume).click()
        self._live(60)
        return self.window.view is not None

    def warm_up(self) -> None:
        """What chance takes long to reach: a visit resumed, reviewed, signed and sealed; then one in a test."""
        window, source, why = self.window, pointed("a plan"), "a monkey wants it"

        def until(met: Callable[[], object]) -> None:
            deadline_s = time.monotonic() + _PATIENCE_S
            while not met():
                if time.monotonic() > deadline_s:
                    raise TimeoutError(f"{window.view and window.view['screen']} {window.said.text()!r}")
                self._live(20)

        def open_another() -> list[Json]:
            while window.view is None:
                self._open_visit()
            window.send("checked", source, reason=why)
            return list(window.view["rail"])

        for each in open_another():
            window.send("skip", source, step=each["step"], reason=why)
        until(lambda: window.view is not None and window.view["next_step"] is None)
        window.leave_visit()
        until(lambda: window.view is None and self._resume())
        self._press(Key.Key_Return)
        until(lambda: isinstance(window.stack.currentWidget(), ReviewScreen))
        self._press(Key.Key_Return)
        until(window.question.question)
        self._go_on()
        until(lambda: ((window.status or {})["sealing"] or {}).get("state") == "done")
        self._press(Key.Key_Return)
        until(lambda: window.view is None)
        test = min(open_another(), key=lambda each: each["test"] != "MDT")  # or the first of a study without it
        window.send("start", source, step=test["step"], reason=why)
        until(lambda: window.view is not None and window.view["status"] == "running")

    def _go_on(self) -> None:
        """Begin another test out of order, sign with the right initials, leave the visit unfinished."""
        window, view = self.window, self.window.view
        if view is None:
            return
        if window.question.question():
            self._note("type initials")
            QTest.keyClicks(QApplication.focusWidget() or window, window.orders.actor["who"])
            self._press(Key.Key_Return)
        elif view["screen"] == "between" and self._chance.random() < 0.75:
            step = self._chance.choice([one["step"] for one in view["rail"]])
            self._note(f"start step {step}")
            window.send("start", pointed("the rail"), step=step, reason="a monkey wants it")
        elif view["screen"] == "between":
            self._look()
            self._note("leave the visit")
            window.leave_visit()
        elif view["screen"] == "closed":
            self._press(Key.Key_Return)

    def _be_sensible(self) -> None:
        """What the screen asks for, more or less."""
        window, view, chance = self.window, self.window.view, self._chance
        current = window.stack.currentWidget()
        if view is None or window.participant.handed_over:
            self._press(chance.choice((Key.Key_5, Key.Key_Return, Key.Key_Escape)))
        elif window.question.question():
            self._press(chance.choice((Key.Key_1, Key.Key_1, Key.Key_Escape)))
        elif not isinstance(current, Screen):
            self._note("back to the visit")
            window.turn_to("visit")
        elif isinstance(current, CheckListScreen):
            self._type(chance.choice(("21.5\r", " ", "\r", "\r")))
        elif view["screen"] != "step" or view["status"] != "running":
            self._press(chance.choice((Key.Key_Return, Key.Key_Return, Key.Key_Escape)))
        elif view["limb"] is not None:
            doubt = view["limb"]["doubt"] is not None
            girth = f"{chance.uniform(30.0, 50.0):.1f}\r"
            self._type(chance.choice("jjf") if doubt else girth if view["limb"]["side"] else "\r")
        elif view["form"] is not None:
            self._type(self._answer_to(view["form"]))
        elif not view["allowed"]["begin"]:
            self._press(Key.Key_Space)
        elif not view["allowed"]["answer"]:
            with self._replies.awaited("F or J", due=not keys.DEBOUNCE_NS):
                self._press(chance.choice((Key.Key_F, Key.Key_J)))
        elif not view["allowed"]["rate"]:
            self._type(f"{chance.choice((0, 1, 3, 5, 8, 40))}\r")
        elif view["ramp"] is not None and view["phase"] == "armed":
            self._note(self._hand())
        else:
            self._live(60)  # the ramp goes on, the train beats

    def _answer_to(self, form: Json) -> str:
        field = form["field"]
        if form["doubt"] is not None:
            return self._chance.choice("jjf")
        if field is None:
            return "\r"
        match field["kind"]:
            case "yes_no":
                return self._chance.choice("jf")
            case "choice":
                return str(self._chance.choice(field["options"])["key"])
        if field["number"] is None:
            return "\r"
        low, high, step = (field["number"][name] for name in ("minimum", "maximum", "step"))
        return f"{low + step * self._chance.randrange(1 + round((high - low) / step)):g}\r"

    def _type(self, text: str) -> None:
        field = getattr(self.window.visit_screen(), "field", None) or getattr(
            self.window.visit_screen(), "number", None
        )
        if isinstance(field, NumberField):
            field.clear()  # of what was typed at random
        named = {"\r": Key.Key_Return, " ": Key.Key_Space}
        for letter in text:
            if letter in named:
                self._press(named[letter])
            else:
                self._note(f"type {letter}")
                QTest.keyClicks(QApplication.focusWidget() or self.window, letter)

    # At random

    def _press(self, key: Key) -> None:
        target = QApplication.focusWidget() or self.window
        self._note(f"{key.name} at {type(target).__name__}")
        QTest.keyClick(target, key)

    def _button(self) -> QWidget | None:
        buttons = [one for one in self.window.findChildren(QAbstractButton) if one.isVisible() and one.isEnabled()]
        return self._chance.choice(buttons) if buttons else None

    def _anything(self) -> QWidget | None:
        spot = QPoint(
            self._chance.randrange(max(1, self.window.width())),
            self._chance.randrange(max(1, self.window.height())),
        )
        return self.window.childAt(spot)

    def _click(self, widget: QWidget | None) -> None:
        if widget is None:
            return
        spot = QPoint(
            self._chance.randrange(max(1, widget.width())), self._chance.randrange(max(1, widget.height()))
        )
        name = widget.text() if isinstance(widget, QAbstractButton) else ""
        named = (name or widget.accessibleName())[:40]
        self._note(f"click {type(widget).__name__} {named!r} at {spot.x()},{spot.y()}")
        QTest.mouseClick(widget, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, spot)

    def _note(self, act: str) -> None:
        screen = type(self.window.stack.currentWidget()).__name__
        self.screens[screen] += 1
        self.acts = [*self.acts[1 - _REMEMBERED :], f"{screen}: {act}"]


def _dismiss() -> None:
    modal, popup = QApplication.activeModalWidget(), QApplication.activePopupWidget()
    if isinstance(modal, QDialog):
        modal.reject()
    if popup is not None:
        popup.close()


def journal_folder(kept: Acknowledged) -> Path:
    """The folder of the journal that holds an order."""
    return Path(kept.journal).parent
