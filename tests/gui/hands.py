"""Two ways to run a visit in a window: a hand on the keyboard, and a finger that only points."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from typing import Any

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from qst_station.gui.checklist_screen import CheckListScreen
from qst_station.gui.json_lines import Json
from qst_station.gui.main_window import MainWindow
from qst_station.gui.touch import TouchKey
from tests.gui.local_engine import Bedside, LocalClient

Key = Qt.Key
PATIENCE_S = 20.0


@dataclass
class Count:
    """What the examiner did, and what came of it."""

    actions: int = 0
    presses: int = 0
    answers: int = 0

    def since(self, before: Count) -> Count:
        """What has been added."""
        return Count(self.actions - before.actions, self.presses - before.presses, self.answers - before.answers)


class Hands:
    """What every way has in common: look at the view, do what it asks for, wait until it is on disk."""

    def __init__(self, window: MainWindow, client: LocalClient, bedside: Bedside) -> None:
        self.window = window
        self.client = client
        self.bedside = bedside
        self.count = Count()
        self.by_area: dict[str, Count] = {}

    @property
    def view(self) -> Json:
        """The view that is shown."""
        assert self.window.view is not None
        return self.window.view

    def until(self, met: Callable[[], object]) -> None:
        """Let the window live until ``met``."""
        deadline = time.monotonic() + PATIENCE_S
        while not met():
            if time.monotonic() > deadline:
                where = [self.view["rail"][self.view["step"]]["label"] if self.view["step"] is not None else ""]
                where += [self.view[key] for key in ("status", "phase", "do")]
                raise TimeoutError(f"{where} {self.window.said.text()!r} {self.window.banner.text()!r}")
            QTest.qWait(1)

    def taken(self) -> int:
        """How many orders of the examiner are on disk."""
        return sum(name != "beat" for _, _, name, _ in self.client.acknowledged)

    @contextmanager
    def action(self, *, answer: bool = False) -> Iterator[None]:
        """One action; it is over when it is on disk."""
        before = self.taken()
        self.count.actions += 1
        self.count.answers += answer
        yield
        self.until(lambda: self.taken() > before)

    # What each way does in its own manner

    def go_on(self) -> None:
        """Start the step that is selected, begin, or close what is complete."""
        raise NotImplementedError

    def begin(self) -> None:
        """Begin the test, the train or the ramp."""
        raise NotImplementedError

    def answer(self, yes: bool) -> None:
        """One of two answers."""
        raise NotImplementedError

    def enter(self, text: str) -> None:
        """A number."""
        raise NotImplementedError

    def enter_single(self, text: str) -> None:
        """The number of the single touch before a train."""
        self.enter(text)

    def fill(self, field: Json, answer: str) -> None:
        """The answer to a field of a form."""
        raise NotImplementedError

    def confirm_line(self, screen: CheckListScreen, line: str) -> None:
        """Tick a line of the check-list."""
        raise NotImplementedError

    def type_line(self, screen: CheckListScreen, line: str, text: str) -> None:
        """A number of the check-list."""
        raise NotImplementedError

    def choose_reason(self) -> None:
        """The first of the reasons that a question offers."""
        raise NotImplementedError

    # A visit

    def pass_check_list(self) -> None:
        """Confirm what the examiner is asked, and go on; with a reason where lines stay open."""
        self.until(lambda: isinstance(self.window.stack.currentWidget(), CheckListScreen))
        screen = self.window.stack.currentWidget()
        assert isinstance(screen, CheckListScreen)
        self.until(lambda: screen.rows)
        for line in self._lines():
            if line["by"] == "examiner" and line["state"] != "ok":
                with self.action():
                    if line["number"]:
                        self.type_line(screen, line["id"], "21.5")
                    else:
                        self.confirm_line(screen, line["id"])
        self.close_check_list()
        self.until(lambda: self.window.question.question() or not self._lines())
        if self.window.question.question():
            self.choose_reason()
        self.until(lambda: not self._lines())

    def close_check_list(self) -> None:
        """Go on from the check-list."""
        self.go_on()

    def _lines(self) -> list[Json]:
        shown = (self.window.status or {}).get("checklist")
        return list(shown["lines"]) if shown else []

    def do_every_step(self) -> None:
        """From between the steps to the last."""
        while self.view["next_step"] is not None:
            before = replace(self.count)
            step = self.view["next_step"]
            self._start(step)
            self.do_step()
            area = self.by_area.setdefault(self.view["rail"][step]["site_role"], Count())
            done = self.count.since(before)
            area.actions += done.actions
            area.presses += done.presses
            area.answers += done.answers

    def _start(self, step: int) -> None:
        test = self.view["next_test"]
        # Space begins the first ramp with its test: that is the action of this ramp.
        with self.action(answer=test is not None and test["machine"] == "ramp"):
            if test is not None:
                self.begin()
            else:
                self.go_on()
        self.until(lambda: self.view["step"] == step and self.view["status"] == "running")
        if test is not None:
            self.until(lambda: self.view["phase"] != "ready")

    def do_step(self) -> None:
        """The step that is open, to its end."""
        step = self.view["step"]
        while self.view["step"] == step and self.view["status"] == "running":
            view = self.view
            if view["limb"] is not None:
                self._measure(view)
            elif view["form"] is not None:
                self._fill(view)
            else:
                self._test(view)

    def _test(self, view: Json) -> None:
        allowed = view["allowed"]
        if view["ramp"] is not None and view["phase"] == "armed":
            self.bedside.press(view)
            done = view["progress"]["done"]
            self.until(lambda: self.view["phase"] in ("ready", "done") or self.view["progress"]["done"] > done)
        elif not allowed["begin"]:
            self.until(self.bedside.off_the_skin)
            with self.action(answer=view["ramp"] is not None):
                self.begin()
        elif not allowed["answer"]:
            with self.action(answer=True):
                self.answer(bool(self.bedside.says(view)))
        elif not allowed["rate"]:
            single = view["phase"] == "single"
            with self.action(answer=True):
                (self.enter_single if single else self.enter)(f"{self.bedside.says(view):g}")
        else:
            self.until(lambda: self.view != view)

    def _measure(self, view: Json) -> None:
        limb = view["limb"]
        with self.action(answer=bool(limb["side"])):
            if limb["doubt"] is not None:
                self.answer(True)
            elif limb["side"]:
                self.enter(f"{self.bedside.girth_cm(view):.1f}")
            else:
                self.go_on()

    def _fill(self, view: Json) -> None:
        field = view["form"]["field"]
        with self.action(answer=field is not None):
            if field is None:
                self.go_on()
            else:
                self.fill(field, self.bedside.fills(view))


class Keyboard(Hands):
    """Keys alone."""

    def press(self, *keys: Key) -> None:
        """Press keys where the focus is."""
        for key in keys:
            self.count.presses += 1
            QTest.keyClick(self.window.focusWidget() or self.window, key)

    def type(self, text: str) -> None:
        """Type a text."""
        self.count.presses += len(text)
        QTest.keyClicks(self.window.focusWidget() or self.window, text)

    def go_on(self) -> None:
        self.press(Key.Key_Return)

    def begin(self) -> None:
        self.press(Key.Key_Space)

    def answer(self, yes: bool) -> None:
        self.press(Key.Key_J if yes else Key.Key_F)

    def enter(self, text: str) -> None:
        self.type(text)
        self.press(Key.Key_Return)

    def fill(self, field: Json, answer: str) -> None:
        match field["kind"]:
            case "yes_no":
                self.answer(answer == "yes")
            case "choice":
                self.type(next(option["key"] for option in field["options"] if option["value"] == answer))
            case "text":
                self.press(Key.Key_Return)
                self.until(self.window.question.question)
                self.enter(answer)
            case _:
                self.enter(answer)

    def enter_single(self, text: str) -> None:
        self.type(text)
        self.begin()  # takes the number and starts the train
        self.until(lambda: self.view["phase"] == "beating")

    def confirm_line(self, screen: CheckListScreen, line: str) -> None:
        self._select(screen, line)
        self.press(Key.Key_Space)

    def type_line(self, screen: CheckListScreen, line: str, text: str) -> None:
        self._select(screen, line)
        self.enter(text)

    def _select(self, screen: CheckListScreen, line: str) -> None:
        for _ in screen.rows:
            if screen.at != line:
                self.press(Key.Key_Down)
        assert screen.at == line

    def choose_reason(self) -> None:
        self.type("1")


def touch(widget: QWidget, place: QPoint | None = None) -> None:
    """Press a widget with the pointer, as far as a hand reaches it: shown, inside its window, not covered."""
    at = place if place is not None else widget.rect().center()
    assert widget.isVisible(), f"{widget.accessibleName()!r} is not shown"
    window = widget.window()
    where = widget.mapTo(window, at)
    assert window.rect().contains(where), f"{widget.accessibleName()!r} lies outside the window"
    hit: Any = window.childAt(where)
    assert hit is widget or widget.isAncestorOf(hit), f"{widget.accessibleName()!r} is covered by {hit}"
    QTest.mouseClick(hit, Qt.MouseButton.LeftButton, pos=hit.mapFrom(window, where))


class Pointer(Hands):
    """Touches alone."""

    def _targets(self) -> list[TouchKey]:
        return [key for key in self.window.findChildren(TouchKey) if key.isVisible() and key.live]

    def _touch(self, *, action: str = "", text: str = "", what: str = "") -> None:
        def wanted() -> TouchKey | None:
            fits = [
                key
                for key in self._targets()
                if (key.action, key.typed) == (action, text) and (not what or key.what == what)
            ]
            return fits[0] if fits else None

        self.until(wanted)
        target = wanted()
        assert target is not None
        self.count.presses += 1
        touch(target)

    def _legend(self, action: str) -> None:
        self.until(lambda: self.window.edge.key(action))
        key = self.window.edge.key(action)
        assert key is not None
        # Where the edge has just become higher the window lays itself out first.
        self.until(lambda: self.window.rect().contains(key.mapTo(self.window, key.rect().center())))
        self.count.presses += 1
        touch(key)

    def go_on(self) -> None:
        # A form that is complete shows first what was taken last; its tile follows.
        self.until(lambda: self.window.edge.key("enter") or any(key.action == "enter" for key in self._targets()))
        if any(key.action == "enter" for key in self._targets()):
            self._touch(action="enter")
        else:
            self._legend("enter")

    def begin(self) -> None:
        if any(key.action == "space" for key in self._targets()):
            self._touch(action="space")
        else:
            self._legend("space")

    def answer(self, yes: bool) -> None:
        self._touch(action="yes" if yes else "no")

    def enter(self, text: str) -> None:
        for letter in text:
            self._touch(text=letter)
        self._touch(action="enter", what="pad enter")

    def fill(self, field: Json, answer: str) -> None:
        match field["kind"]:
            case "yes_no":
                self.answer(answer == "yes")
            case "choice":
                self._touch(text=next(option["key"] for option in field["options"] if option["value"] == answer))
            case "text":  # words need a keyboard; without one they are left out, with a reason
                self._legend("not_done")
                self.until(self.window.question.question)
                self._touch(text="1", what="suggestion")
            case _:
                self.enter(answer)

    def confirm_line(self, screen: CheckListScreen, line: str) -> None:
        self.until(screen.rows[line].button.isVisible)
        touch(screen.rows[line].button)

    def type_line(self, screen: CheckListScreen, line: str, text: str) -> None:
        touch(screen.rows[line])
        self.enter(text)

    def choose_reason(self) -> None:
        self._touch(text="1", what="suggestion")

    def close_check_list(self) -> None:
        self._touch(action="enter", what="check-list")
