"""The real engine behind a window without a process and without waiting: time passes with every poll.

The devices are simulated behind memory links, as in the headless demonstration, so that a whole visit takes
seconds. What the window sees, asks and is answered goes through `qst_station.station.server.Server` as ever.
"""

from __future__ import annotations

import json
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QApplication

from protocols import machines
from qst_station.gui import theme
from qst_station.gui.engine_client import Callback, SessionClock
from qst_station.gui.json_lines import Json
from qst_station.gui.main_window import MainWindow
from qst_station.session.events import Actor
from qst_station.simulation.demo_visit import demo_request
from qst_station.simulation.examiner import Apparatus, plan_press
from qst_station.simulation.participant import SimulatedParticipant
from qst_station.simulation.stage import VirtualStage, virtual_engine
from qst_station.station.engine import Engine
from qst_station.station.server import Server

POLL_MS = 2
STEP_NS = 250_000_000


class LocalClient(QObject):
    """What `EngineClient` is to a window, with an engine in this process; every poll lets virtual time pass.

    Attributes
    ----------
    acknowledged : list of tuple
        Every command that was acknowledged to the window: folder of the journal, row, name, arguments.
    findings : set of tuple
        Code and text of every finding that a person could see.
    """

    status = Signal(object)
    silent = Signal(float)
    garbled = Signal(str)
    died = Signal(str)

    def __init__(self, engine: Engine, stage: VirtualStage) -> None:
        super().__init__()
        self.clock = SessionClock()
        self.trace_of: str | None = None
        self.trace_from_ns = 0
        self.engine = engine
        self.acknowledged: list[tuple[Path, int, str, Json]] = []
        self.findings: set[tuple[str, str]] = set()
        self._stage = stage
        self._answers: list[Json] = []
        self._server = Server(engine, self._answers.append)
        self._waiting: dict[int, Callback] = {}
        self._last_id = 0
        self._timer = QTimer(self)
        self._timer.setInterval(POLL_MS)
        self._timer.timeout.connect(self._poll)

    @property
    def pid(self) -> int:
        """There is no process."""
        return 0

    def start(self) -> None:
        """Start the poll."""
        self._timer.start()

    def hurry(self, fast: bool) -> None:
        """Time passes as it does."""

    def request(self, ask: str, callback: Callback, **arguments: Any) -> int:
        """Ask; the answer comes with the next poll, as over a pipe."""
        visit = self.engine.visit

        def remembered(answer: Json) -> None:
            if ask == "command" and answer["ok"]:
                assert visit is not None
                folder = Path(visit.journal.folder)
                self.acknowledged.append((folder, answer["seq"], arguments["name"], arguments["args"]))
            shown = [answer["finding"]] if not answer["ok"] else answer.get("findings", [])
            self.findings.update((finding["code"], finding["happened"]) for finding in shown)
            callback(answer)

        self._last_id += 1
        self._waiting[self._last_id] = remembered
        line = json.dumps({"id": self._last_id, "ask": ask, **arguments})
        self._server.answer(json.loads(line))
        return self._last_id

    def quit(self) -> None:
        """Poll no more; the engine belongs to who made it."""
        self._timer.stop()

    def _poll(self) -> None:
        self._stage.wait(STEP_NS)
        self.request("status", lambda _answer: None, trace_of=self.trace_of, trace_from_ns=self.trace_from_ns)
        answers, self._answers[:] = list(self._answers), []
        for answer in answers:
            if "view" in answer:
                self.clock = SessionClock(now_ns=answer["now_ns"], clock_ns=time.perf_counter_ns())
                self.status.emit(answer)
            self._waiting.pop(answer["id"])(answer)


class Bedside:
    """The participant and the hand at the other end of the devices: what is said to the view that is shown."""

    def __init__(self, engine: Engine, apparatus: Apparatus, seed: int) -> None:
        self._engine = engine
        self._apparatus = apparatus
        self._let_go_ns = 0
        self._participant = SimulatedParticipant(seed)

    def says(self, view: Json) -> bool | float:
        """Whether the stimulus of the view is felt or sharp, or the number that is given to it."""
        visit = self._engine.visit
        assert visit is not None and visit.state.run is not None
        run = visit.state.run
        stimulus = machines.stimulus(visit.plan.tests[run.test].machine, run.machine)
        assert stimulus is not None
        role = view["where"]["role"]
        if view["answers"] is not None:
            return self._participant.answers(run.test, role, stimulus)
        return self._participant.number(run.test, role, stimulus)

    def girth_cm(self, view: Json) -> float:
        """One reading of the tape."""
        return self._participant.girth_cm(view["limb"]["role"])

    def fills(self, view: Json) -> str:
        """What is answered to the field of a form."""
        return self._participant.fills(view["form"]["field"])

    def push_button(self) -> None:
        """Press the response button soon."""
        self._apparatus.button.press(self._engine.clock.now_ns() + 100_000_000)

    def off_the_skin(self) -> bool:
        """Whether the hand has let go."""
        return self._engine.clock.now_ns() > self._let_go_ns

    def press(self, view: Json) -> None:
        """Press the algometer as the lane asks for, until the participant answers with the button."""
        self._let_go_ns = plan_press(
            self._participant,
            self._apparatus,
            view["where"]["role"],
            now_ns=self._engine.clock.now_ns(),
            unit="kPa",
            rate_per_s=50.0,
            area_cm2=1.0,
        )


@contextmanager
def bedside(data: Path, seed: int = 7) -> Iterator[tuple[LocalClient, Bedside]]:
    """A client of an engine with simulated devices, and who sits at the other end of them."""
    with virtual_engine(data, seed=seed) as (engine, stage, apparatus):
        yield LocalClient(engine, stage), Bedside(engine, apparatus, seed)


def open_simulated(client: LocalClient, seed: int = 7, *, checked: bool = True) -> None:
    """Open the visit of the demonstration; its check-list is closed where it counts as ``checked``."""
    examiner = Actor(who="AB", role="examiner")
    client.engine.open_visit(demo_request(seed), examiner)
    if checked:
        client.engine.command("checked", {"reason": "for the test"}, examiner, "test", lambda _answered: None)
    client.engine.turn()


@contextmanager
def window_on(client: LocalClient, application: QApplication) -> Iterator[MainWindow]:
    """The window of an examiner on such an engine, put away at the end."""
    theme.dress(application)
    theme.dress_forms(application)
    window = MainWindow(client)  # type: ignore[arg-type]
    window.resize(1280, 800)
    window.show()
    window.orders.actor = {"who": "AB", "role": "examiner"}
    window.start_engine()
    try:
        yield window
    finally:
        window.end()
        window.hide()
        window.deleteLater()
        application.processEvents()
