"""The strip of a training: the trainee's hand, held with a key or the pointer, and what the participant says."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Protocol

from PySide6.QtCore import QRectF, Qt, QTimer
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QSizePolicy, QWidget

from qst_station.gui import theme
from qst_station.gui.fitted_text import LEFT, FittedText, unbroken
from qst_station.gui.head_line import paint_stripes
from qst_station.gui.json_lines import Json
from qst_station.gui.line_process import LineProcess
from qst_station.gui.simulation_panel import Moment, moment_of
from qst_station.gui.words import tr

_HEIGHT = 56
_TICK_MS = 100
_RAMP_HELD = ("armed", "lifting", "ramping")
_TOUCHED = ("asking", "single", "beating")


class Record(Protocol):
    """Gives the commands by which a training is recorded."""

    def __call__(self, name: str, /, **args: object) -> None:
        """Give the command."""


class TrainingPanel(QWidget):
    """Hold it, or H: the hand touches, or presses the probe. The participant answers, and the trainee enters it.

    Parameters
    ----------
    choice : dict
        Of `qst_station.simulation.training_visit.TrainingChoice`.
    ready : callable
        Gets the devices and the visit of the simulated world.
    now_ns : callable
        Session time now.
    record : callable
        Gives the commands `heard` and `applied`.
    say : callable
        Tells the trainee why something is not possible.
    """

    def __init__(
        self,
        choice: Json,
        *,
        ready: Callable[[Json], None],
        now_ns: Callable[[], int],
        record: Record,
        say: Callable[[str], None],
    ) -> None:
        super().__init__()
        self._ready, self._now_ns, self._record, self._say = ready, now_ns, record, say
        self._view: Json | None = None
        self._moment: Moment | None = None
        self._asked: list[tuple[Moment | None, Json]] = []
        self._greeted = False
        self._ended = ""
        self._down_ns: int | None = None
        self._pressing = False
        self.says = ""
        self._speech = FittedText(
            tr("The simulated participant is getting ready …"), most=28, bold=True, align=LEFT
        )
        self._hand = FittedText("", most=20, align=LEFT)
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.GAP, 6, theme.GAP, 6)
        row.addWidget(self._speech, 3)
        row.addWidget(self._hand, 4)
        # It grows with the text by half only: the test above needs the room more.
        self.setFixedHeight((theme.scaled(_HEIGHT) + theme.roomy(_HEIGHT)) // 2)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAccessibleName(tr("your hand: hold to touch or press"))
        self._ticks = QTimer(self)
        self._ticks.setInterval(_TICK_MS)
        self._ticks.timeout.connect(self._show)
        arguments = ["-m", "qst_station.simulation.training_world", "--choice", json.dumps(choice)]
        self._world = LineProcess(arguments, self)
        self._world.said.connect(self._heard)
        self._world.ended.connect(self._gone)
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.applicationStateChanged.connect(self._left)

    @property
    def pressing(self) -> bool:
        """Whether the hand presses the probe now."""
        return self._pressing

    def start(self) -> None:
        """Start the simulated world."""
        self._world.start()

    def end(self) -> None:
        """End the simulated world."""
        self._ticks.stop()
        self._world.said.disconnect()
        self._world.ended.disconnect()
        if self._greeted:
            self._world.end(5_000)
        else:  # it has no device yet, and is still busy starting
            self._world.kill()

    def speech(self) -> str:
        """What stands on the strip."""
        return self._speech.text()

    # The hand

    def hold(self, view: Json) -> str:
        """Touch with the stimulus that is due, or press the probe; why it is not possible, or nothing."""
        if self._down_ns is not None:
            return ""
        ramp = view["ramp"]
        if view["status"] != "running":
            return tr("Nothing is to be touched now.")
        if ramp is not None:
            if ramp["phase"] not in _RAMP_HELD:
                return tr("Press Space first: no ramp is armed.")
            self._pressing = True
            self._ask({"hold": {"site_role": view["where"]["role"]}})
        elif view["phase"] in _TOUCHED:
            self._touch(view)
        else:
            return tr("Nothing is to be touched now.")
        self._down_ns = self._now_ns()
        self._ticks.start()
        self._show()
        return ""

    def _touch(self, view: Json) -> None:
        """Put the stimulus on the skin; the touches of a train are answered together, once all are given."""
        now = moment_of(view)
        if now is not None:
            self._moment, about = now
            self.says = ""
            self._ask({"touch": about["stimulus"]})

    def let_go(self) -> None:
        """Lift the hand."""
        if self._down_ns is None:
            return
        down_ns, self._down_ns = self._down_ns, None
        self._ticks.stop()
        if self._pressing:
            self._pressing = False
            self._ask({"let_go": True})
        else:
            self._record("applied", down_ns=down_ns, up_ns=self._now_ns())
        self._show()

    def steer(self, steps: int) -> None:
        """Press faster, or slower."""
        self._ask({"steer": steps})

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Hold."""
        if event.button() == Qt.MouseButton.LeftButton and self._view is not None:
            self._say(self.hold(self._view))

    def mouseReleaseEvent(self, _event: QMouseEvent) -> None:
        """Let go."""
        self.let_go()

    def _left(self, state: Qt.ApplicationState) -> None:
        """A key that comes up in another program is not seen here."""
        if state != Qt.ApplicationState.ApplicationActive:
            self.let_go()

    # The participant

    def show_view(self, view: Json | None) -> None:
        """Follow the visit; the rating of a train is said by itself, once all touches have been given."""
        self._view = view
        now = moment_of(view)
        moment = now[0] if now else None
        if moment != self._moment:
            self._moment, self.says = moment, ""
            if now is not None and view is not None and view["phase"] == "train":
                self._ask({"touch": now[1]["stimulus"]})
        self._show()

    def _ask(self, line: Json) -> None:
        about = line.get("touch")
        self._asked.append((self._moment if about else None, about or {}))
        self._world.write(line)

    def _heard(self, message: Json) -> None:
        if not self._greeted:
            self._greeted = True
            self._ready(message)
            self._show()
            return
        moment, about = self._asked.pop(0) if self._asked else (None, {})
        if "fault" in message:
            self._ended = tr("The simulated world cannot answer: {why}", why=message["fault"])
        elif "says" in message and moment == self._moment:
            QTimer.singleShot(round(1e3 * message["after_s"]), self, lambda: self._speak(message, moment, about))
        self._show()

    def _speak(self, message: Json, moment: Moment | None, about: Json) -> None:
        if moment != self._moment:
            return  # too late: the answer has been entered without it
        self.says = str(message["says"])
        self._record(
            "heard", test=about["test"], stimulus=about["id"], said=self.says, meant=float(message["meant"])
        )
        self._show()

    def _gone(self, why: str) -> None:
        self._ended = tr("The simulated world has ended: {why}", why=why)
        if self._view is not None:
            self._ended += ". " + tr("Close the window, start it again and resume the training.")
        self._show()

    def _show(self) -> None:
        self._speech.set_text(self._ended or self._speech_words())
        self._hand.set_text("" if self._ended else self._hand_words())

    def _speech_words(self) -> str:
        if not self._greeted:
            return tr("The simulated participant is getting ready …")
        if self.says:
            return tr("Participant:  {says}", says=spoken_words(self.says))
        return tr("Participant:  …")

    def _hand_words(self) -> str:
        view = self._view
        if self._down_ns is not None and self._pressing:
            keys = tr("● pressing   ↑ faster   ↓ slower   let go of H to release")
            return "   ".join(unbroken(key) for key in keys.split("   "))
        if self._down_ns is not None:
            held_s = (self._now_ns() - self._down_ns) / 1e9
            return tr("● touching {seconds} s", seconds=f"{held_s:.1f}")
        if view is None or view["status"] != "running":
            return ""
        if view["ramp"] is not None:
            armed = view["ramp"]["phase"] in _RAMP_HELD
            return tr("Hold H, or this strip: your hand presses. ↑ faster, ↓ slower.") if armed else ""
        if view["phase"] == "beating":
            return tr("Tap H, or this strip, with every beat.")
        if self.says:
            return tr("Enter what was said.")
        return tr("Hold H, or this strip: your hand touches.") if view["phase"] in _TOUCHED else ""

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the stripes."""
        painter = QPainter(self)
        paint_stripes(painter, QRectF(self.rect()), theme.ORANGE_PALE, theme.STRIPE)
        painter.end()


def spoken_words(says: str) -> str:
    """What the participant says, as the trainee hears it."""
    known = {
        "yes": lambda: tr("“Yes!”"),
        "sharp": lambda: tr("“Sharp!”"),
        "blunt": lambda: tr("“Blunt.”"),
        "(nothing)": lambda: tr("(says nothing)"),
    }
    return known[says]() if says in known else f"“{says}”"
