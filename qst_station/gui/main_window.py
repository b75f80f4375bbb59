"""The frame around all screens: it shows each status, and turns keys into commands of one examiner."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QCloseEvent, QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from qst_station.gui import reading_aloud, screens, theme
from qst_station.gui.between_screen import BetweenScreen
from qst_station.gui.conduct import Conduct
from qst_station.gui.demo_room import DemoRoom
from qst_station.gui.engine_client import EngineClient
from qst_station.gui.engine_health import EngineHealth
from qst_station.gui.finding_banner import FindingBanner
from qst_station.gui.head_line import HeadLine
from qst_station.gui.inline_question import InlineQuestion
from qst_station.gui.json_lines import Json
from qst_station.gui.keys import Press
from qst_station.gui.lower_edge import LowerEdge
from qst_station.gui.noting import within_reach
from qst_station.gui.orders import Orders
from qst_station.gui.pacer import Pacer
from qst_station.gui.participant_display import ParticipantDisplay
from qst_station.gui.participant_strip import ParticipantStrip
from qst_station.gui.rail import Rail
from qst_station.gui.reception import Reception
from qst_station.gui.said_line import SaidLine
from qst_station.gui.screen import Screen
from qst_station.gui.screen_stack import ScreenStack
from qst_station.gui.start_screen import StartScreen
from qst_station.gui.striped_frame import StripedFrame
from qst_station.gui.training_room import TrainingRoom
from qst_station.gui.words import told, tr
from qst_station.gui.workbench import Workbench

if TYPE_CHECKING:
    from qst_station.gui.speaker import Speaker

_WITHOUT_RAIL = ("review", "devices", "hand_over", "feedback", "reading", "engine_lost")


class MainWindow(StripedFrame):
    """One window. It knows the engine only through its client, and the visit only through views.

    Parameters
    ----------
    open_speaker : callable or None
        Opens the sound device when the first visit is shown; None: the pace is only seen.
    training : dict or None
        A training to begin at once.
    start_anew : callable or None
        Makes the window again with other preferences; None where it cannot.
    """

    def __init__(
        self,
        client: EngineClient,
        *,
        demo_seed: int | None = None,
        open_speaker: Callable[[], Speaker] | None = None,
        start_anew: Callable[[], None] | None = None,
        training: Json | None = None,
    ) -> None:
        super().__init__()
        self.client = client
        self.status: Json | None = None
        self.said = SaidLine()
        self.orders = Orders(client, self._show_refusal, self.say, self.said.outlive)
        self.conduct = Conduct(self)
        self.workbench = Workbench(self)
        self.reception = Reception(self)
        self.demo = DemoRoom(self, demo_seed)
        self._page = "start"  # what is shown where no visit is open, or in front of one
        self._review_reason = ""
        self.pacer = Pacer(self, open_speaker)
        self.start_anew = start_anew
        self.setWindowTitle("QST Station")
        self.resize(theme.scaled(1280), theme.scaled(800))
        self.setMinimumSize(1024, 640)
        self._build()
        self.training = TrainingRoom(self, training)
        self.participant = ParticipantDisplay(self)
        self.reading = reading_aloud.ReadingAloud(self.orders.send, self._reads_aloud, self._why_not_read)
        self.strip.touched.connect(self.participant.touch_strip)
        self.engine = EngineHealth(self)
        client.status.connect(self._show_status)

    def _build(self) -> None:
        self.head = HeadLine()
        self.banner = FindingBanner()
        self.rail = Rail()
        self.rail.chosen.connect(self._select_step)
        self.rail.hide()
        self.stack = ScreenStack(lambda name: screens.made(name, self))
        self.question = InlineQuestion(self.conduct.keyboard, self._runs)
        self.edge = LowerEdge()
        self.edge.pressed.connect(self.conduct.click)
        middle = QHBoxLayout()
        middle.setSpacing(0)
        middle.addWidget(self.rail)
        middle.addWidget(self.stack, 1)
        self.column.addWidget(self.head)
        self.column.addWidget(self.banner)
        self.column.addLayout(middle, 1)
        self.strip = ParticipantStrip()
        for widget in (self.question, self.said, self.strip, self.edge):
            self.column.addWidget(widget)
        go_on = self.workbench.go_to_devices
        reception = self.reception
        self.start = StartScreen(go_on, reception.resume, reception.seal_interrupted, reception.open)
        self.start.instruments.clicked.connect(self.workbench.open)
        self.set_up = QPushButton(tr("Set-up …"))
        self.set_up.clicked.connect(lambda: self.turn_to("setup"))
        self.start.add_aside(self.set_up)
        self.stack.keep("start", self.start)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    # Starting

    def start_engine(self) -> None:
        """Start the engine, and in a demonstration the simulated world, once the window stands."""
        self.client.start()
        self.orders.request("study", lambda answer: self.start.show_study(answer["study"]))
        self.orders.request("gauges", lambda answer: self.workbench.keep_gauges(answer["gauges"]))
        self.reception.list_what_is_there()
        self.demo.begin()

    def dock(self, strip: QWidget) -> None:
        """Put the strip of a simulated world above the lower edge."""
        self.column.insertWidget(self.column.indexOf(self.edge), strip)

    def turn_to_review(self, reason: str) -> None:
        """Show the review; ``reason`` says why the visit ends with steps not done."""
        self._review_reason = reason
        self.turn_to("review")

    def signing(self) -> tuple[Json, str]:
        """Who reviews and signs, and why the visit ends early; the reason is empty where it does not."""
        return self.orders.actor, self._review_reason

    def turn_back(self) -> None:
        """From the review back to the steps."""
        self.turn_to("visit")

    def leave_visit(self) -> None:
        """Close the visit in the engine and show the start screen for the next."""
        if self.training.feedback_due():
            return

        def left(_answer: Json) -> None:
            self.start.clear_participant()
            self.turn_to("start")
            self.reception.list_what_is_there()

        self.orders.request("close_visit", left)

    # What a screen may ask for (see `screen.Desk`)

    def send(self, name: str, press: Press, done: Callable[[], None] | None = None, **args: Any) -> None:
        """Give a command; see `Orders.send`."""
        if name in ("start", "begin"):
            self.reading.began(self.view, press)
        self.orders.send(name, press, done, **args)

    def request(self, ask: str, callback: Callable[[Json], None], **args: Any) -> None:
        """Ask the engine; see `Orders.request`."""
        self.orders.request(ask, callback, **args)

    def inquire(
        self, question: str, suggestions: tuple[str, ...], answer: Callable[[str], None], *, leave: str = ""
    ) -> None:
        """Ask the examiner for a text; the screens stay as they are."""
        self.question.ask(question, suggestions, answer, closed=self._take_focus, leave=leave)

    def say(self, text: str) -> None:
        """Say for a few seconds why something is not possible."""
        if text:
            self.said.say(text)

    def confirm(self, text: str) -> None:
        """Say for a few seconds what has been done."""
        self.said.confirm(text)

    def _select_step(self, step: int) -> None:
        screen = self.visit_screen()
        if isinstance(screen, BetweenScreen):
            screen.select(step)
            self.show_again()

    def act(self, press: Press) -> None:
        """Do what a press asks for; see `Conduct.act`."""
        self.conduct.act(press)

    def now_ns(self) -> int:
        """Session time now."""
        return self.client.clock.read_ns()

    def _show_refusal(self, finding: Json) -> None:
        if finding["severity"] == "info" or finding["code"].startswith("command."):
            self.say(told(finding["happened"]))
        else:
            self.show_alarm(finding)
        screen = self.visit_screen()
        if screen is not None:
            screen.take_refusal(finding)

    # Showing

    @property
    def view(self) -> Json | None:
        """The newest view; None where no visit is open."""
        return self.status["view"] if self.status else None

    def _show_status(self, status: Json) -> None:
        self.status = status
        view = self.view
        self.engine.follow(status)
        self.reception.follow(status)
        if not self.engine.failed:
            self.pacer.follow(view)
        self.participant.follow(view, recorded=not self.engine.failed)
        self._follow_trace(status, view)
        handed = self.participant.handed_over  # then nothing may be seen that is not the participant's
        self.head.show_view(view)
        for part in (self.head, self.edge):
            part.setVisible(not handed)
        self.set_striped(view is not None and view["kind"] != "real")
        self.edge.show_status(status, self.engine.silent_s)
        reading = self.reading.follow(view)
        name = "hand_over" if handed else "reading" if reading else screens.shown(view, self._page)
        name = "engine_lost" if self.engine.failed else name
        if self.stack.set_visit(status["saved"]["journal"] if status["saved"] else ""):
            # What was typed or asked in one visit must not reach the next.
            self.question.dismiss()
            self.conduct.notes.forget()
        self.bring(name)
        self.stack.throw_away()
        self.workbench.show_status(name, status)
        screen = self.visit_screen()
        if screen is not None and view is not None:
            screen.show_status(status)
            if not self.pacer.moving:
                screen.tick(self.now_ns())
        self.rail.setVisible(view is not None and name not in _WITHOUT_RAIL)
        if view is not None:
            selected = screen.selected if isinstance(screen, BetweenScreen) else None
            self.rail.show_steps(view["rail"], selected, status["time"])
        self.demo.follow(view)
        self.training.follow(status)
        self._show_legends()
        self.question.mark_keys()
        self.strip.show_words(self.participant.words())
        self.banner.set_on_a_step(screen is not None)
        self.banner.show_newest(status["findings"])
        self.said.fade()
        self.conduct.take_buttons(status)

    def switch_sound(self) -> None:
        """Pace by sight alone, or by sound as well."""
        self.say(self.pacer.switch_sound())

    def _follow_trace(self, status: Json, view: Json | None) -> None:
        wanted = screens.traced_device(view, status["devices"])
        if wanted != self.client.trace_of:
            self.client.trace_of = wanted
            self.client.trace_from_ns = status["now_ns"]
        elif status["trace"] and status["trace"]["t_ns"]:
            self.client.trace_from_ns = status["trace"]["t_ns"][-1] + 1

    def visit_screen(self) -> Screen | None:
        """The screen of a visit that is shown; None on start and devices."""
        return self.stack.visit_screen()

    def _runs(self) -> bool:
        return self.view is not None and self.view["status"] == "running"

    def _reads_aloud(self) -> bool:
        screen = self.visit_screen()
        return screen is not None and screen.reads_aloud()

    def _why_not_read(self) -> str:
        screen = self.visit_screen()
        return screen.why_not_read() if screen is not None else ""

    def made_screen(self, name: str) -> QWidget | None:
        """A screen that has been shown before; None where it has not."""
        return self.stack.made(name)

    def show_again(self) -> None:
        """Show what the newest status says; something else has changed what is to be seen of it."""
        if self.status is not None:
            self._show_status(self.status)

    def turn_to(self, page: str) -> None:
        """Show start, devices or review where the visit allows it, or the screen of the visit."""
        self._page = page
        self.show_again()

    def bring(self, name: str) -> None:
        """Show a screen by its name; made where it has not been shown before."""
        if not self.stack.bring(name):
            return
        screen = self.visit_screen()
        if screen is not None:
            assert self.status is not None
            screen.status = self.status
            screen.enter()
            if not self.question.question():
                self._take_focus()
        self.workbench.entered(name)
        self.reception.entered(name)
        self.training.entered(name)

    def _take_focus(self) -> None:
        if self.visit_screen() is not None:
            self.setFocus()
        else:
            self.workbench.take_focus()
            self.reception.take_focus()

    def _show_legends(self) -> None:
        screen = self.visit_screen()
        legends = screen.legends() if screen is not None and self.view is not None else []
        if self.view is not None:
            legends = within_reach(self.view, legends)
        own = [*self.pacer.legends(self.view), *self.reading.legends(self.view), *self.participant.legends()]
        others = self.column.minimumSize().height() - self.edge.height()
        squeezed = self.said.isVisible() and others + self.edge.whole_height() > self.height()  # STOP stays whole
        shown = [] if self.engine.failed else [*own, *legends]
        self.edge.show_keys(shown, crowded=squeezed or bool(self.question.question()))

    def show_alarm(self, finding: Json) -> None:
        """Show a finding of the window itself."""
        self.banner.alarm(finding)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Every key of a visit comes here: no widget of a test screen takes the focus."""
        if event.key() == Qt.Key.Key_F2:
            self.banner.mark_seen()
        elif self.participant.take_key(event, self.conduct.keyboard.learned.get(event.key(), "")):
            pass
        elif self.question.question() and not self.question.passes(event):
            if self.visit_screen() is not None or self.hasFocus():
                self.question.take_key(event)  # a form of another page has done with what it leaves
        elif self.question.swallows(event):
            pass
        elif event.key() == Qt.Key.Key_Escape and self.reading.close():
            self.show_again()
        elif self.view is not None and not self.engine.died:
            self.conduct.take_key(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """A touch of a screen takes the keyboard from no question."""
        super().focusInEvent(event)
        if self.question.question():
            self.question.field.setFocus()

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        """The simulated hand of a training is held as long as its key."""
        self.training.key_up(event)

    def begin_again(self) -> None:
        """Start another engine in the place of one that has stopped."""
        self.status = None
        self._page = "start"
        self.bring("start")
        self.start_engine()
        self.demo.attach()
        self.training.attach()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Refuse to close while a step is open; a visit between steps is on disk and can be resumed."""
        is_open = self.view is not None and self.view["status"] in ("running", "paused")
        if is_open and not self.engine.died and not self.engine.failed:
            self.say(tr("A step is open. Press Esc to stop it, then close the window. The visit can be resumed."))
            event.ignore()
            return
        self.participant.end()
        event.accept()

    def end(self) -> None:
        """End the child processes."""
        self.participant.end()
        self.pacer.end()
        self.demo.end()
        self.training.end()
        self.client.quit()
