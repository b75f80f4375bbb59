"""The frame around all screens: it shows each status, and turns keys into commands of one examiner."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QCloseEvent, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from qst_station.gui import screens, theme
from qst_station.gui.conduct import Conduct
from qst_station.gui.engine_client import EngineClient
from qst_station.gui.finding_banner import FindingBanner
from qst_station.gui.fitted_text import FittedText
from qst_station.gui.head_line import HeadLine, paint_stripes
from qst_station.gui.inline_question import InlineQuestion
from qst_station.gui.json_lines import Json
from qst_station.gui.keys import Press
from qst_station.gui.lower_edge import LowerEdge
from qst_station.gui.orders import Orders
from qst_station.gui.pacer import Pacer
from qst_station.gui.rail import Rail
from qst_station.gui.reception import Reception
from qst_station.gui.screen import Screen
from qst_station.gui.start_screen import StartScreen
from qst_station.gui.workbench import Workbench

if TYPE_CHECKING:
    from qst_station.gui.simulation_panel import SimulationPanel
    from qst_station.gui.speaker import Speaker

SAY_S = 5.0
_FRAME_PX = 10


class MainWindow(QWidget):
    """One window. It knows the engine only through its client, and the visit only through views.

    Parameters
    ----------
    open_speaker : callable or None
        Opens the sound device when the first visit is shown; None: the pace is only seen.

    Attributes
    ----------
    simulation : SimulationPanel or None
        The strip of a simulated visit.
    """

    def __init__(
        self,
        client: EngineClient,
        *,
        demo_seed: int | None = None,
        open_speaker: Callable[[], Speaker] | None = None,
    ) -> None:
        super().__init__()
        self.client = client
        self.status: Json | None = None
        self.orders = Orders(client, self._show_refusal, self.say)
        self.conduct = Conduct(self)
        self.workbench = Workbench(self)
        self.reception = Reception(self)
        self._demo_seed = demo_seed
        self._page = "start"  # what is shown where no visit is open, or in front of one
        self._prepared: list[Json] = []  # devices of the simulated world, still to attach
        self._silent_s = 0.0
        self._say_until_s = 0.0
        self._review_reason = ""
        self._journal = ""
        self._died = False
        self._pacer = Pacer(self, open_speaker)
        self.setWindowTitle("QST Station")
        self.resize(theme.scaled(1280), theme.scaled(800))
        self.setMinimumSize(1024, 640)
        self._build()
        client.status.connect(self._show_status)
        client.silent.connect(self._engine_silent)
        client.garbled.connect(self._engine_garbled)
        client.died.connect(self._engine_died)

    def _build(self) -> None:
        self.head = HeadLine()
        self.banner = FindingBanner()
        self.rail = Rail()
        self.rail.hide()
        self.stack = QStackedWidget()
        self.question = InlineQuestion()
        self.said = FittedText("", most=24, bold=True, ground=theme.ORANGE)
        self.said.setFixedHeight(theme.scaled(42))
        self.said.hide()
        self.simulation: SimulationPanel | None = None
        self.edge = LowerEdge()
        self.edge.pressed.connect(self.conduct.click)
        middle = QHBoxLayout()
        middle.setSpacing(0)
        middle.addWidget(self.rail)
        middle.addWidget(self.stack, 1)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addWidget(self.head)
        self._column.addWidget(self.banner)
        self._column.addLayout(middle, 1)
        for widget in (self.question, self.said, self.edge):
            self._column.addWidget(widget)
        go_on = self.workbench.go_to_devices
        self.start = StartScreen(go_on, self._resume, self._seal_interrupted, self.reception.open)
        self.start.instruments.clicked.connect(self.workbench.open)
        self._screens: dict[str, QWidget] = {"start": self.start}
        self.stack.addWidget(self.start)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    # Starting

    def start_engine(self) -> None:
        """Start the engine, and in a demonstration the simulated world, once the window stands."""
        self.client.start()
        self.orders.request("study", lambda answer: self.start.show_study(answer["study"]))
        self.orders.request("gauges", lambda answer: self.workbench.keep_gauges(answer["gauges"]))
        self.list_what_is_there()
        if self._demo_seed is not None and self.simulation is None:
            from qst_station.gui.simulation_panel import SimulationPanel

            self.simulation = SimulationPanel(self._demo_seed, self._world_ready)
            self._column.insertWidget(self._column.indexOf(self.edge), self.simulation)
            self.simulation.start()

    def list_what_is_there(self) -> None:
        """Ask anew for what the start screen offers: unfinished visits, participants, sets on the tray."""
        self._list_unfinished()
        self.reception.list_participants()
        self.orders.request("sets", lambda answer: self.start.show_sets(answer["sets"]))

    def _world_ready(self, world: Json) -> None:
        self._prepared = list(world["devices"])
        self.start.prefill({"actor": {"who": "demo", "role": "examiner"}, **world["request"]})
        for device in self._prepared:
            self.orders.request("attach", device=device)

    def _list_unfinished(self) -> None:
        self.orders.request("unfinished", lambda answer: self.start.show_unfinished(answer["unfinished"]))

    def _resume(self, folder: str) -> None:
        self.orders.actor = self.start.actor()
        self.orders.request(
            "resume_visit", lambda answer: self.turn_to("visit"), folder=folder, actor=self.orders.actor
        )

    def _seal_interrupted(self, folder: str) -> None:
        self.orders.request("seal_interrupted", lambda answer: self._list_unfinished(), folder=folder)

    def turn_to_review(self, reason: str) -> None:
        """Show the review; ``reason`` says why the visit ends with steps not done."""
        self._review_reason = reason
        self.turn_to("review")

    def signing(self) -> tuple[str, str]:
        """Who signs, and why the visit ends early; the reason is empty where it does not."""
        return self.orders.actor["who"], self._review_reason

    def turn_back(self) -> None:
        """From the review back to the steps."""
        self.turn_to("visit")

    def leave_visit(self) -> None:
        """Close the visit in the engine and show the start screen for the next."""

        def left(_answer: Json) -> None:
            self.start.clear_participant()
            self.turn_to("start")
            self.list_what_is_there()

        self.orders.request("close_visit", left)

    # What a screen may ask for (see `screen.Desk`)

    def send(self, name: str, press: Press, done: Callable[[], None] | None = None, **args: Any) -> None:
        """Give a command; see `Orders.send`."""
        self.orders.send(name, press, done, **args)

    def request(self, ask: str, callback: Callable[[Json], None], **args: Any) -> None:
        """Ask the engine; see `Orders.request`."""
        self.orders.request(ask, callback, **args)

    def inquire(self, question: str, suggestions: tuple[str, ...], answer: Callable[[str], None]) -> None:
        """Ask the examiner for a text; the screens stay as they are."""
        self.question.ask(question, suggestions, answer, closed=self._take_focus)

    def say(self, text: str) -> None:
        """Say for a few seconds why something is not possible."""
        if text:
            self.said.set_text(f"▲ {text}")
            self.said.show()
            self._say_until_s = time.monotonic() + SAY_S

    def now_ns(self) -> int:
        """Session time now."""
        return self.client.clock.read_ns()

    def _show_refusal(self, finding: Json) -> None:
        if finding["severity"] == "info" or finding["code"].startswith("command."):
            self.say(finding["happened"])
        else:
            self.show_alarm(finding)

    # Showing

    @property
    def view(self) -> Json | None:
        """The newest view; None where no visit is open."""
        return self.status["view"] if self.status else None

    def _show_status(self, status: Json) -> None:
        self.status = status
        view = self.view
        if status["saved"]:
            self._journal = status["saved"]["journal"]
        self._pacer.follow(view)
        self._follow_trace(status, view)
        self.head.show_view(view)
        self._frame(striped=view is not None and view["kind"] != "real")
        self.edge.show_status(status, self._silent_s)
        name = screens.shown(view, self._page)
        self._bring(name)
        self.workbench.show_status(name, status)
        screen = self.visit_screen()
        if screen is not None and view is not None:
            screen.show_status(status)
            if not self._pacer.moving:
                screen.tick(self.now_ns())
        self.rail.setVisible(view is not None and name not in ("review", "devices"))
        if view is not None:
            self.rail.set_rail(view["rail"], getattr(screen, "selected", None), status["now_ns"] / 1e9)
        if self.simulation is not None:
            self.simulation.show_view(view)
        self._show_legends()
        self.banner.show_newest(status["findings"])
        if self.said.isVisible() and time.monotonic() > self._say_until_s:
            self.said.hide()

    def switch_sound(self) -> None:
        """Pace by sight alone, or by sound as well."""
        self.say(self._pacer.switch_sound())

    def _frame(self, *, striped: bool) -> None:
        width = theme.scaled(_FRAME_PX) if striped else 0
        if self._column.contentsMargins().left() != width:
            self._column.setContentsMargins(width, 0, width, width)
            self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the striped frame of a visit that is not real."""
        if self._column.contentsMargins().left():
            painter = QPainter(self)
            paint_stripes(painter, QRectF(self.rect()), theme.PAPER, theme.ORANGE)
            painter.fillRect(self.rect().marginsRemoved(self._column.contentsMargins()), theme.FIELD)
            painter.end()

    def _follow_trace(self, status: Json, view: Json | None) -> None:
        wanted = screens.traced_device(view, status["devices"])
        if wanted != self.client.trace_of:
            self.client.trace_of = wanted
            self.client.trace_from_ns = status["now_ns"]
        elif status["trace"] and status["trace"]["t_ns"]:
            self.client.trace_from_ns = status["trace"]["t_ns"][-1] + 1

    def visit_screen(self) -> Screen | None:
        """The screen of a visit that is shown; None on start and devices."""
        current = self.stack.currentWidget()
        return current if isinstance(current, Screen) else None

    def made_screen(self, name: str) -> QWidget | None:
        """A screen that has been shown before; None where it has not."""
        return self._screens.get(name)

    def turn_to(self, page: str) -> None:
        """Show start, devices or review where the visit allows it, or the screen of the visit."""
        self._page = page
        if self.status is not None:
            self._show_status(self.status)

    def _bring(self, name: str) -> None:
        widget = self._screens.get(name)
        if widget is None:
            widget = self._screens[name] = screens.made(name, self)
            self.stack.addWidget(widget)
        if widget is not self.stack.currentWidget():
            self.stack.setCurrentWidget(widget)
            if isinstance(widget, Screen):
                assert self.status is not None
                widget.status = self.status
                widget.enter()
                if not self.question.question():
                    self._take_focus()
            self.workbench.entered(name)
            self.reception.entered(name)

    def _take_focus(self) -> None:
        if self.visit_screen() is not None:
            self.setFocus()
        else:
            self.workbench.take_focus()
            self.reception.take_focus()

    def _show_legends(self) -> None:
        screen = self.visit_screen()
        legends = screen.legends() if screen is not None and self.view is not None else []
        self.edge.show_keys([*self._pacer.legends(self.view), *legends])

    def show_alarm(self, finding: Json) -> None:
        """Show a finding of the window itself."""
        self.banner.alarm(finding)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Every key of a visit comes here: no widget of a test screen takes the focus."""
        if event.key() == Qt.Key.Key_F2:
            self.banner.mark_seen()
        elif self.view is not None and not self._died:
            self.conduct.take_key(event)

    # The engine's health

    def _engine_silent(self, seconds: float) -> None:
        self._silent_s = seconds
        self.edge.show_status(self.status, seconds)

    def _engine_garbled(self, text: str) -> None:
        self.orders.wait_no_more()
        self.show_alarm(screens.garbled_finding(text))

    def _engine_died(self, why: str) -> None:
        from qst_station.gui.engine_lost_screen import EngineLostScreen

        self.orders.wait_no_more()
        self._died = True
        self.question.dismiss()
        self._bring("engine_lost")
        lost = self._screens["engine_lost"]
        assert isinstance(lost, EngineLostScreen)
        lost.show_reason(why)
        self.rail.hide()
        self.edge.show_engine_lost()
        QApplication.beep()

    def restart_engine(self) -> None:
        """Start the engine again; the visit that was open goes on at the exact next stimulus."""
        if not self._died:
            return
        self._died = False
        journal, self._journal = self._journal, ""
        self.status = None
        self._page = "start"
        self._bring("start")
        self.start_engine()
        if self.simulation is not None:
            for device in self._prepared:
                self.orders.request("attach", device=device)

        def found(answer: Json) -> None:
            folders = [visit["folder"] for visit in answer["unfinished"]]
            folder = next((f for f in folders if f and f in journal), None)
            if folder is not None:
                self.orders.request(
                    "resume_visit", lambda _: self.turn_to("visit"), folder=folder, actor=self.orders.actor
                )

        self.orders.request("unfinished", found)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Refuse to close while a step is open; a visit between steps is on disk and can be resumed."""
        if self.view is not None and self.view["status"] in ("running", "paused") and not self._died:
            self.say("A step is open. Press Esc to stop it, then close the window. The visit can be resumed.")
            event.ignore()
            return
        event.accept()

    def end(self) -> None:
        """End the child processes."""
        self._pacer.end()
        if self.simulation is not None:
            self.simulation.end()
        self.client.quit()
