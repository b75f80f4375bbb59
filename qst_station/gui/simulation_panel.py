"""The simulated participant and hand beside the screens of a simulated visit."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeAlias

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QWidget

from qst_station.gui import theme
from qst_station.gui.fitted_text import LEFT, FittedText
from qst_station.gui.head_line import paint_stripes
from qst_station.gui.json_lines import Json
from qst_station.gui.line_process import LineProcess
from qst_station.gui.words import told, tr

Moment: TypeAlias = tuple[object, ...]

_HEIGHT = 50


def moment_of(view: Json | None) -> tuple[Moment, Json] | None:
    """What the participant is asked now, and a mark that tells this moment from every other; None for nothing."""
    if view is None or view["screen"] != "step" or view["status"] != "running":
        return None
    limb = view["limb"]
    if limb is not None:
        if not limb["side"] or limb["doubt"] is not None:
            return None
        return (view["step"], limb["side"], limb["repeat"], limb["readings"]), {
            "limb": {"side": limb["side"], "role": limb["role"]}
        }
    form = view["form"]
    if form is not None:
        if form["field"] is None or form["doubt"] is not None:
            return None
        return (view["step"], form["field"]["id"], form["entries"]), {"field": form["field"]}
    allowed = view["allowed"]
    if view["stimulus"] is None or (allowed["answer"] and allowed["rate"]):
        return None
    since = view["pace"]["since_ns"] if view["pace"] else 0
    about = {
        "test": view["test"]["test"],
        "site_role": view["where"]["role"],
        "id": view["stimulus"]["id"],
    }
    return (view["step"], view["phase"], since, view["progress"]["text"], about["id"]), {"stimulus": about}


def _shouted(says: str) -> str:
    return says.upper() if says.isalpha() else says


class SimulationPanel(QWidget):
    """A strip that says what the simulated participant answers to the stimulus that is due.

    ``pressed`` tells the action of its button: that of the key A or H.
    """

    pressed = Signal(str)

    def __init__(self, seed: int, ready: Callable[[Json], None]) -> None:
        super().__init__()
        self._ready = ready
        self._moment: Moment | None = None
        self._asked: list[Moment | None] = []
        self._greeted = False
        self.says: Json | None = None
        self._text = FittedText(tr("The simulated participant is getting ready …"), most=24, bold=True, align=LEFT)
        self._action = ""
        self.button = QPushButton()
        self.button.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # its key goes to the window
        self.button.setFont(theme.text(18))
        self.button.clicked.connect(lambda: self.pressed.emit(self._action))
        self.button.hide()
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.GAP, 4, theme.GAP, 4)
        row.addWidget(self._text, 1)
        row.addWidget(self.button)
        half_grown = (theme.scaled(_HEIGHT) + theme.roomy(_HEIGHT)) // 2  # the room belongs to the test
        self.setFixedHeight(max(half_grown, self.button.sizeHint().height() + 8))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._world = LineProcess(["-m", "qst_station.simulation.demo_world", "--seed", str(seed)], self)
        self._world.said.connect(self._heard)
        self._world.ended.connect(self._ended)

    def start(self) -> None:
        """Start the simulated world; its devices and its visit are handed to ``ready``."""
        self._world.start()

    def end(self) -> None:
        """End the simulated world."""
        self._world.ended.disconnect()
        self._world.end(5_000)

    def show_view(self, view: Json | None) -> None:
        """Ask the participant whenever another stimulus is due."""
        now = moment_of(view)
        moment = now[0] if now else None
        if moment != self._moment:
            self._moment, self.says = moment, None
            if now is not None:
                self._asked.append(moment)
                self._world.write(now[1])
        self._show(view)

    def press_gauge(self, view: Json) -> None:
        """Let the simulated hand press the algometer now."""
        self._asked.append(None)
        self._world.write({"press": {"site_role": view["where"]["role"]}})

    def _ended(self, why: str) -> None:
        self._text.set_text(tr("The simulated world has ended: {why}", why=why))

    def _heard(self, message: Json) -> None:
        if not self._greeted:
            self._greeted = True
            self._text.set_text(tr("The simulated participant is ready"))
            self._ready(message)
            return
        # Answers come in the order of the questions; one that came too late belongs to no moment any more.
        about = self._asked.pop(0) if self._asked else None
        if "fault" in message:
            self._text.set_text(tr("The simulated world cannot answer: {why}", why=message["fault"]))
        elif "says" in message and about == self._moment:
            self.says = message
            silent = message["says"] == "(nothing)"
            said = tr("(says nothing)") if silent else _shouted(told(message["says"]))
            self._text.set_text(tr("Simulated participant says:  {what}", what=said))

    def _show(self, view: Json | None) -> None:
        if self._moment is not None:
            said = tr("[A]  enter what the participant says") if self.says else ""
            self._offer("simulated_answer" if said else "", said)
            return
        if not self._greeted:
            return
        ramp = view["ramp"] if view else None
        armed = ramp is not None and ramp["phase"] == "armed"
        self._text.set_text(tr("The simulated participant is ready"))
        self._offer("simulated_hand" if armed else "", tr("[H]  let the simulated hand press") if armed else "")

    def _offer(self, action: str, words: str) -> None:
        self._action = action
        self.button.setText(words)
        self.button.setAccessibleName(words)
        self.button.setVisible(bool(action))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the stripes."""
        painter = QPainter(self)
        paint_stripes(painter, QRectF(self.rect()), theme.ORANGE_PALE, theme.STRIPE)
        painter.end()
