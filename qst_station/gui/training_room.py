"""The way through a training: choose, begin on simulated devices, be told how it went."""

from __future__ import annotations

import time
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QPushButton, QWidget

from qst_station.gui.json_lines import Json
from qst_station.gui.words import tr

if TYPE_CHECKING:
    from qst_station.gui.main_window import MainWindow
    from qst_station.gui.training_panel import TrainingPanel

TRAINING, FEEDBACK = "training", "feedback"


class TrainingRoom:
    """Opens training visits, and keeps the simulated world of one.

    Parameters
    ----------
    window : MainWindow
    choice : dict or None
        A training to begin at once, of `qst_station.simulation.training_visit.TrainingChoice`; its visit is found.

    Attributes
    ----------
    panel : TrainingPanel or None
        The strip of the training that is open.
    """

    def __init__(self, window: MainWindow, choice: Json | None = None) -> None:
        self._window = window
        self._at_once = choice
        self._devices: list[Json] = []
        self._request: Json | None = None  # the visit to open once its devices are there
        self._opening = False  # the world is being made for a visit that is not open yet
        self._asked = False  # the engine was asked to open it
        self.panel: TrainingPanel | None = None
        button = QPushButton(tr("&Training …"))
        button.clicked.connect(self.open)
        window.start.add_aside(button)

    def made(self, name: str) -> QWidget:
        """Make the screen of the choice or of the feedback."""
        if name == FEEDBACK:
            from qst_station.gui.feedback_screen import FeedbackScreen

            return FeedbackScreen(self._window, self._back_to_review, self._leave)
        from qst_station.gui.training_screen import TrainingScreen

        return TrainingScreen(self.begin, self._back)

    def open(self) -> None:
        """Show what can be chosen."""
        self._window.turn_to(TRAINING)

    def entered(self, name: str) -> None:
        """A screen has come up."""
        from qst_station.gui.training_screen import TrainingScreen

        screen = self._window.made_screen(TRAINING)
        if name == TRAINING and isinstance(screen, TrainingScreen):
            screen.enter(self._window.start.actor()["who"])

    def begin(self, choice: Json, who: str) -> None:
        """Start the simulated world of a choice, and open its visit as soon as the devices are there."""
        self._window.orders.actor = {"who": who, "role": "examiner"}
        self.end()  # one that was begun and came to nothing

        def found(answer: Json) -> None:
            visits = answer["study"]["visits"]
            self._start({**choice, "visit": visits[0]["name"]}, opening=True)

        self._window.request("study", found)

    def follow(self, status: Json) -> None:
        """Follow the window: begin what was asked for, go on with what was resumed, end what was left."""
        view, training = status["view"], (status["view"] or {}).get("training")
        if self._at_once is not None and self._window.start.proceed.isEnabled():
            choice, self._at_once = self._at_once, None
            self.begin(choice, self._window.start.actor()["who"] or "trainee")
        elif training is not None and self.panel is None:
            choice = {name: training[name] for name in ("profile", "seed", "tests")}
            self._start({**choice, "visit": view["who"]["visit"]}, opening=False, names=training["devices"])
        elif self._request is not None and self._all_there(status):
            request, self._request = {**self._request, "actor": self._window.orders.actor}, None
            self._asked = True
            self._window.request(
                "open_visit", lambda _: self._window.turn_to("visit"), request=request, enrol=None
            )
        if self.panel is not None:
            self._opening = self._opening and view is None
            self.panel.setVisible(self._opening if view is None else view["screen"] != "closed")
            self.panel.show_view(view)

    def attach(self) -> None:
        """Attach the simulated devices."""
        for device in self._devices:
            self._window.request("attach", lambda _: None, device=device)

    def steer(self, action: str) -> bool:
        """Press faster or slower by an arrow key; False where the hand does not press."""
        if self.panel is None or not self.panel.pressing or action not in ("up", "down"):
            return False
        self.panel.steer(1 if action == "up" else -1)
        return True

    def key_up(self, event: QKeyEvent) -> None:
        """A key came up."""
        if self.panel is not None and event.key() == Qt.Key.Key_H and not event.isAutoRepeat():
            self.panel.let_go()

    def feedback_due(self) -> bool:
        """Show the feedback before a closed training is left; False where there is none to show."""
        view = self._window.view
        if view is None or not view.get("training") or view["screen"] != "closed":
            return False
        self._window.turn_to(FEEDBACK)
        return True

    def end(self) -> None:
        """End the simulated world."""
        from qst_station.gui.feedback_screen import FeedbackScreen

        feedback = self._window.made_screen(FEEDBACK)
        if isinstance(feedback, FeedbackScreen):
            feedback.leave()
        panel, self.panel = self.panel, None
        self._request, self._devices, self._asked = None, [], False
        if panel is not None:
            panel.end()
            panel.hide()
            panel.deleteLater()

    def _start(self, choice: Json, *, opening: bool, names: Json | None = None) -> None:
        """Start the simulated world; ``names``: what a visit that goes on calls the gauges of its devices."""
        from qst_station.gui.training_panel import TrainingPanel

        if self.panel is not None:
            return

        def ready(world: Json) -> None:
            known = names or {}
            self._devices = [{**one, "name": known.get(one["gauge"], one["name"])} for one in world["devices"]]
            self._let_go_of_others()
            self.attach()
            self._request = world["request"] if opening else None

        window, self._opening = self._window, opening
        self.panel = TrainingPanel(choice, ready=ready, now_ns=window.now_ns, record=self._record, say=window.say)
        window.dock(self.panel)
        self.panel.start()

    def _let_go_of_others(self) -> None:
        status, names = self._window.status, {device["name"] for device in self._devices}
        for device in status["devices"] if status else []:
            if device["name"] not in names:
                self._window.request("detach", lambda _: None, name=device["name"])

    def _all_there(self, status: Json) -> bool:
        states = {device["name"]: device["state"] for device in status["devices"]}
        return bool(self._devices) and all(states.get(one["name"]) == "connected" for one in self._devices)

    def _record(self, name: str, /, **args: object) -> None:
        # With its moment: an entry carries that of its key, and may reach a busy engine at the same time.
        command: Json = {"name": name, "args": args, "stamp_ns": time.perf_counter_ns()}
        orders = self._window.orders
        orders.request("command", **command, actor=orders.actor, source="simulated participant")

    def _back_to_review(self) -> None:
        self._window.turn_to("review")

    def _leave(self) -> None:
        """Leave the training for good: its devices go with it."""

        def left(_answer: Json) -> None:
            self._put_away()
            self._window.turn_to("start")
            self._window.reception.list_what_is_there()

        self._window.request("close_visit", left)

    def _back(self) -> None:
        """From the choice back to the start screen; a world that was begun and came to nothing goes."""
        if self._asked:  # its visit may be open by the time that the engine reads on
            self._window.request("close_visit", lambda _: None)
        self._put_away()
        self._window.turn_to("start")

    def _put_away(self) -> None:
        """Detach the simulated devices, then end their world: a device that went while attached would be news."""
        status, own = self._window.status, {device["name"] for device in self._devices}
        attached = [device["name"] for device in (status["devices"] if status else []) if device["name"] in own]
        self._request, self._opening = None, False

        def detached(name: str, _answer: Json) -> None:
            attached.remove(name)
            if not attached:
                self.end()

        if not attached:
            self.end()
        for name in tuple(attached):
            self._window.request("detach", partial(detached, name), name=name)
