"""How a training went: what to practise next, then everything that was looked at."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from qst_station.gui import theme
from qst_station.gui.fitted_text import LEFT, FittedText
from qst_station.gui.json_lines import Json
from qst_station.gui.keys import Press
from qst_station.gui.line_process import LineProcess
from qst_station.gui.range_plot import RangePlot
from qst_station.gui.screen import Desk, Legend, Screen, legend
from qst_station.gui.training_screen import profile_words
from qst_station.gui.words import told, tr

_STEP_PX = 60
_DRAWN = "Measured and true"  # a picture says it beside the sentences


class FeedbackScreen(Screen):
    """Enter leaves the training, Backspace goes back to the review, ↑ and ↓ scroll.

    The feedback is worked out from the sealed file, by the same command that anybody can give later.
    """

    def __init__(self, desk: Desk, back: Callable[[], None], leave: Callable[[], None]) -> None:
        super().__init__(desk)
        self._back, self._leave = back, leave
        self._work: LineProcess | None = None
        self._found = False
        self.headline = FittedText("", most=34, bold=True, align=LEFT)
        self.headline.setFixedHeight(theme.roomy(48))
        self._lines = QVBoxLayout()
        self._lines.setSpacing(4)
        self.plot = RangePlot()
        self._how_drawn = QLabel(
            tr("Bar: 95 % of flawless runs. Line: true. ● yours inside the bar, ▲ yours outside.")
        )
        self._how_drawn.setWordWrap(True)
        self._how_drawn.setFont(theme.text(15))
        left, right = QWidget(), QWidget()
        left.setLayout(self._lines)
        beside = QVBoxLayout(right)
        beside.addWidget(self._how_drawn)
        beside.addWidget(self.plot)
        beside.addStretch(1)
        self._left, self._right = _scrolling(left), _scrolling(right)
        row = QHBoxLayout()
        row.setSpacing(theme.GAP)
        row.addWidget(self._left, 5)
        row.addWidget(self._right, 4)
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.GAP, theme.GAP, theme.GAP, theme.GAP)
        column.addWidget(self.headline)
        column.addLayout(row, 1)

    def enter(self) -> None:
        """Work the feedback out from the sealed file."""
        sealing = self.status["sealing"]
        path = sealing["path"] if sealing else ""
        self.headline.set_text(tr("How it went: being worked out …"))
        if self._work is not None and self._work.running:
            return
        self._work = LineProcess(["-m", "qst_station", "training-feedback", path, "--json"], self)
        self._work.said.connect(self.show_feedback)
        self._work.ended.connect(self._ended)
        self._found = False
        self._work.start()

    def leave(self) -> None:
        """What is being worked out is wanted no more."""
        if self._work is not None and self._work.running:
            self._work.said.disconnect()
            self._work.ended.disconnect()
            self._work.kill()

    def _ended(self, why: str) -> None:
        if not self._found:
            self.headline.set_text(tr("▲ The feedback could not be worked out: {why}", why=why))

    def show_feedback(self, found: Json) -> None:
        """Show a feedback."""
        self._found = True
        who = profile_words(found["training"]["profile"])
        self.headline.set_text(tr("How it went. The participant was: {profile}", profile=who))
        while (item := self._lines.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.deleteLater()
        for i, section in enumerate(found["sections"]):
            if section["title"] != _DRAWN:
                self._add_section(section, first=i == 0)
        self._lines.addStretch(1)
        self.plot.set_rows(found["compared"])

    def _add_section(self, section: Json, *, first: bool) -> None:
        head = QLabel(told(section["title"]))
        head.setFont(theme.text(22 if first else 18, bold=True))
        self._lines.addWidget(head)
        for line in section["sentences"]:
            self._lines.addWidget(FeedbackLine(line, large=first))
        self._lines.addSpacing(theme.GAP)

    def texts(self) -> list[str]:
        """Everything that is said."""
        items = [self._lines.itemAt(i) for i in range(self._lines.count())]
        labels = [item.widget() for item in items if item is not None]
        return [label.text() for label in labels if isinstance(label, QLabel)]

    def press(self, press: Press) -> bool:
        """Enter leaves, Backspace goes back, arrows scroll."""
        if press.action == "enter":
            self._leave()
            return True
        if press.action == "undo":
            self._back()
            return True
        if press.action in ("up", "down"):
            step = theme.roomy(_STEP_PX) * (-1 if press.action == "up" else 1)
            for area in (self._left, self._right):
                bar = area.verticalScrollBar()
                bar.setValue(bar.value() + step)
            return True
        return False

    def legends(self) -> list[Legend]:
        """What the keys do."""
        view = self.view
        return [
            legend(view, "down", tr("more"), ""),
            legend(view, "undo", tr("back to the review"), ""),
            legend(view, "enter", tr("leave the training"), ""),
        ]


def _scrolling(content: QWidget) -> QScrollArea:
    area = QScrollArea()
    area.setWidget(content)
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    return area


class FeedbackLine(QLabel):
    """A sentence with its mark; one to be practised stands on a ground that is seen."""

    def __init__(self, line: Json, *, large: bool) -> None:
        super().__init__(f"{line['mark']}  {told(line['text'].format(**line['values']))}")
        self._seen = line["mark"] == "▲"
        self.setWordWrap(True)
        self.setFont(theme.text(20 if large else 16, bold=large))
        if self._seen:
            self.setContentsMargins(6, 2, 6, 2)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ground, then the text."""
        if self._seen:
            painter = QPainter(self)
            painter.fillRect(self.rect(), theme.ORANGE_PALE)
            painter.end()
        super().paintEvent(event)
