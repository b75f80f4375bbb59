"""Views of a real plan and state, a desk that remembers, and windows that leave nothing behind."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication

from qst_station.gui import theme
from qst_station.gui.engine_client import EngineClient
from qst_station.gui.garbage import Garbage
from qst_station.gui.json_lines import Json
from qst_station.gui.keys import Press
from qst_station.gui.main_window import MainWindow
from qst_station.gui.walk import Walk
from qst_station.gui.window_settings import window_settings
from qst_station.session.events import Actor, Command
from qst_station.session.machine import first_state, step
from qst_station.session.plan import plan_from_opening
from qst_station.station.checklist import Surroundings, checklist_view
from qst_station.station.opening import VisitRequest, opening_row
from qst_station.station.past_visits import History, time_left
from qst_station.station.view import view
from tests.small_ballast import small_ballast

__all__ = ["small_ballast"]

ACTOR = Actor(who="AB", role="examiner")


class Visit:
    """A visit without an engine: commands in, the status that a screen would get out.

    Its check-list is closed already, unless ``checked`` says otherwise.
    """

    def __init__(self, *, checked: bool = True, **request: Any) -> None:
        wanted = {
            "participant_id": "P-0123",
            "visit": "day-0",
            "affected_side": "right",
            "limb": "upper",
            "seed": 1,
        }
        row = opening_row(VisitRequest(**{**wanted, **request}), (), ACTOR, utc="2026-01-02T03:04:05Z")
        self.plan = plan_from_opening(row, place="test")
        self.state = first_state(self.plan)
        self.t_ns = 0
        if checked:
            self.do("checked", reason="for the test")
            self.t_ns = 0

    def do(self, name: str, **args: Any) -> Visit:
        """Give a command."""
        self.t_ns += 1_000_000_000
        command = Command(t_ns=self.t_ns, name=name, args=args, actor=ACTOR, source="test")
        self.state, _ = step(self.plan, self.state, command)
        return self

    def start(self, test: str) -> Visit:
        """Start the first step of a test, out of order where need be."""
        index = next(i for i, s in enumerate(self.plan.steps) if s.test == test)
        return self.do("start", step=index, reason="for the test")

    def status(self) -> Json:
        """The status that shows this visit."""
        return {
            "view": view(self.plan, self.state),
            "devices": [],
            "findings": [],
            "saved": {
                "seq": 3,
                "utc": "2026-01-02T03:04:05Z",
                "answer_utc": "2026-01-02T03:04:00Z",
                "journal": "x/journal.db",
            },
            "checklist": checklist_view(
                self.plan, self.state, Surroundings(devices={}, data=Path(), utc="2026-01-02T03:04:05+00:00")
            ),
            "time": time_left(self.plan, self.state, History(), now_ns=self.t_ns),
            "now_ns": self.t_ns,
            "clock_ns": 1,
            "trace": None,
            "sealing": None,
        }


class RememberingDesk:
    """A desk that keeps what a screen asks of it."""

    def __init__(self) -> None:
        self.sent: list[tuple[str, Json]] = []
        self.said: list[str] = []
        self.acted: list[Press] = []
        self.questions: list[tuple[str, Callable[[str], None]]] = []
        self.suggested: list[tuple[str, ...]] = []

    def send(self, name: str, press: Press, done: Callable[[], None] | None = None, **args: Any) -> None:
        self.sent.append((name, args))
        if done is not None:
            done()

    def request(self, ask: str, callback: Callable[[Json], None], **args: Any) -> None:
        self.sent.append((ask, args))

    def inquire(
        self, question: str, suggestions: tuple[str, ...], answer: Callable[[str], None], *, leave: str = ""
    ) -> None:
        self.questions.append((question, answer))
        self.suggested.append(suggestions)

    def say(self, text: str) -> None:
        self.said.append(text)

    def act(self, press: Press) -> None:
        self.acted.append(press)

    def now_ns(self) -> int:
        return 0


@pytest.fixture(autouse=True)
def nothing_left(qapp: QApplication) -> Iterator[None]:
    """No test sees what another, a monkey above all, has chosen in the set-up, or the windows that it made.

    Every one finds an application, whichever test comes first: a widget without one ends Python.
    """
    settings = window_settings()
    yield
    settings.clear()
    settings.sync()
    # Only an event loop would delete what was told to go later, and few tests run one.
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


@pytest.fixture(autouse=True, scope="module")
def collected_by_the_window(qapp: QApplication) -> Iterator[None]:
    """No widget that a test has left dies in a thread of a simulated device: Python would end."""
    garbage = Garbage(qapp)
    yield
    garbage.leave()


@pytest.fixture
def visit() -> Visit:
    """A visit that has just been opened."""
    return Visit()


@pytest.fixture
def desk() -> RememberingDesk:
    """A desk without a window."""
    return RememberingDesk()


@pytest.fixture
def open_window(qapp: QApplication, qtbot: Any, tmp_path: Path) -> Iterator[Callable[..., Walk]]:
    """Open a window with the real engine; its processes end with the test."""
    windows: list[MainWindow] = []
    theme.dress(qapp)
    theme.dress_forms(qapp)

    def opened(*, demo_seed: int | None = None) -> Walk:
        client = EngineClient(["-m", "qst_station.station.server", "--data", str(tmp_path / "data")])
        window = MainWindow(client, demo_seed=demo_seed)
        windows.append(window)
        window.show()
        qtbot.waitExposed(window)
        window.start_engine()
        return Walk(window, None)

    yield opened
    for window in windows:
        window.end()
        window.hide()
        window.deleteLater()
    qapp.processEvents()
