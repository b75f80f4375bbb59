"""The simulated world of a training that goes on: its devices are those of the visit, and it says what to do."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication, QWidget

from qst_station.gui.json_lines import Json
from qst_station.gui.training_panel import TrainingPanel
from tests.gui.conftest import Visit
from tests.gui.visit_frame import Frame

WORLD: Json = {
    "devices": [
        {"name": "training-algometer", "gauge": "mark10", "url": "pty-1", "tests": ["PPT"]},
        {"name": "training-button", "gauge": "button", "url": "pty-2", "tests": []},
    ],
    "request": {},
}


class QuickWorld(QWidget):
    """The strip of a training whose world is there at once."""

    pressing = False
    choices: list[Json]

    def __init__(self, choice: Json, *, ready: Callable[[Json], None], **_: Any) -> None:
        super().__init__()
        self.choices.append(choice)
        self._ready = ready

    def start(self) -> None:
        self._ready(WORLD)

    def show_view(self, view: Json | None) -> None:
        """Nothing is shown."""

    def end(self) -> None:
        """Nothing is to end."""


@pytest.fixture
def frame(qapp: QApplication) -> Iterator[Frame]:
    made = Frame(1280, 800)
    yield made
    made.end()


def test_the_world_of_a_resumed_training_takes_the_place_of_its_devices(
    frame: Frame, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[tuple[str, Any]] = []
    monkeypatch.setattr(
        frame.client,
        "request",
        lambda ask, _callback, **args: asked.append((ask, args.get("device", args.get("name")))),
    )
    QuickWorld.choices = []
    monkeypatch.setattr("qst_station.gui.training_panel.TrainingPanel", QuickWorld)
    status = Visit().start("PPT").do("pause", reason="the visit was interrupted").status()
    training = {"profile": "healthy", "seed": 3, "tests": ["PPT"], "devices": {"mark10": "algometer"}}
    status["view"] = {**status["view"], "training": training}
    frame.window.status = {**status, "devices": [{"name": "a real one", "state": "connected"}]}
    frame.window.training.follow(frame.window.status)
    assert QuickWorld.choices == [
        {"profile": "healthy", "seed": 3, "tests": ["PPT"], "visit": status["view"]["who"]["visit"]}
    ]
    done = [(ask, about["name"] if ask == "attach" else about) for ask, about in asked if about is not None]
    assert done == [("detach", "a real one"), ("attach", "algometer"), ("attach", "training-button")]


def test_a_world_that_has_ended_says_what_to_do(qtbot: Any) -> None:
    panel = TrainingPanel(
        {}, ready=lambda _: None, now_ns=lambda: 0, record=lambda name, /, **args: None, say=lambda _: None
    )
    qtbot.addWidget(panel)
    panel._gone("it was ended by the system")
    assert panel.speech() == "The simulated world has ended: it was ended by the system"  # nothing was begun
    panel.show_view(Visit().start("VDT").status()["view"])
    panel._gone("it was ended by the system")
    assert "ended by the system. Close the window, start it again and resume" in panel.speech()
