"""Wind-up (WUR): one touch and its number, ten touches with the beat and one number for all of them."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from qst_station.gui import theme
from qst_station.gui.answer_tiles import Tile
from qst_station.gui.fitted_text import largest_px
from qst_station.gui.json_lines import Json
from qst_station.gui.keys import Press
from qst_station.gui.rating_screen import RatedScreen
from qst_station.gui.screen import Desk
from qst_station.gui.stimulus_card import StimulusCard
from qst_station.gui.words import tr


def beat_due(train: Json, now_ns: int) -> int:
    """The number of the touch that was due last; 0 before the first."""
    since_ns: int = now_ns - train["first_beat_ns"]
    beats: int = train["beats"]
    due = since_ns // round(float(train["beat_s"]) * 1e9) + 1
    return max(0, min(beats, due))


class BeatDots(QWidget):
    """A dot for each touch, filled once it has been called; before the first, the seconds left."""

    def __init__(self) -> None:
        super().__init__()
        self._beats, self._beat, self._lead_in_s = 10, 0, 0.0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def set_beat(self, beats: int, beat: int, lead_in_s: float) -> None:
        """Show ``beat`` of ``beats`` as called."""
        shown = (beats, beat, round(lead_in_s, 1))
        if shown != (self._beats, self._beat, self._lead_in_s):
            self._beats, self._beat, self._lead_in_s = shown
            self.setAccessibleName(tr("touch {beat} of {beats}", beat=beat, beats=beats))
            self.update()

    def sizeHint(self) -> QSize:
        """A broad strip."""
        return QSize(800, 240)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the dots and the number of the touch."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        w, h = self.width(), self.height()
        pitch = w / self._beats
        radius = min(0.4 * pitch, 0.2 * h)
        for i in range(self._beats):
            called, newest = i < self._beat, i == self._beat - 1
            painter.setPen(QPen(theme.INK, 3))
            painter.setBrush(theme.ORANGE if newest else theme.BLUE if called else theme.PAPER)
            painter.drawEllipse(QPointF((i + 0.5) * pitch, 0.78 * h), radius, radius)
        leading = self._lead_in_s > 0.0
        text = self._lead_in_words() if leading else f"{self._beat}" if self._beat else ""
        place = QRectF(0, 0, w, 0.54 * h)
        most = max(20, int(h * (0.24 if leading else 0.42)))
        painter.setPen(theme.INK)
        size = largest_px(text, int(place.width()), int(place.height()), bold=True, most=most)
        painter.setFont(theme.font(size, bold=True))
        painter.drawText(place, Qt.AlignmentFlag.AlignCenter.value | Qt.TextFlag.TextWordWrap.value, text)
        painter.end()

    def _lead_in_words(self) -> str:
        if self._lead_in_s <= 0.5:
            return tr("ready")
        return tr("first touch in {seconds:.0f}", seconds=self._lead_in_s)


class TrainScreen(RatedScreen):
    """The card of what is touched with, and while the train runs the dots: no number of a beat beside a rating."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.card = StimulusCard()
        self.dots = BeatDots()
        self.begin = Tile("begin", action="space")
        self.begin.touched.connect(self.touch)
        column = QVBoxLayout()
        column.setSpacing(theme.GAP)
        column.addWidget(self.card, 6)
        column.addWidget(self.dots, 6)
        column.addWidget(self.begin, 3)
        column.addWidget(self.field, 5)
        row = QHBoxLayout(self.area)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(2 * theme.GAP)
        row.addLayout(column, 1)
        row.addWidget(self.pad)

    def show_status(self, status: Json) -> None:
        """Show what the phase needs."""
        super().show_status(status)
        view, phase = self.view, self.view["phase"]
        self.card.set_stimulus(view["stimulus"])
        self.dots.setVisible(phase == "beating")
        self.begin.setVisible(phase == "train_ready")
        self.begin.set_text(tr("START THE TRAIN"), live=not view["allowed"]["begin"])
        for widget in (self.field, self.pad):
            widget.setVisible(phase in ("single", "train"))

    def press(self, press: Press) -> bool:
        """As for every rating; Space after the number of the single touch takes it and starts the train."""
        if press.action == "space" and self.view["phase"] == "single" and self.field.text:
            self._enter(press, then=lambda: self.desk.send("begin", press))
            return True
        return super().press(press)

    def tick(self, now_ns: int) -> None:
        """Fill the dots."""
        train, phase = self.view["train"], self.view["phase"]
        if train is None:
            return
        due = beat_due(train, now_ns) if phase == "beating" else 0
        lead_in_s = (train["first_beat_ns"] - now_ns) / 1e9 if phase == "beating" and not due else 0.0
        self.dots.set_beat(train["beats"], due, lead_in_s)
