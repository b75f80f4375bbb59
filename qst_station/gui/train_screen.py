"""Wind-up (WUR): one touch and its number, ten touches with the beat and one number for all of them."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from qst_station.gui import theme
from qst_station.gui.json_lines import Json
from qst_station.gui.rating_screen import RatedScreen
from qst_station.gui.screen import Desk
from qst_station.gui.stimulus_card import StimulusCard


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
            self.setAccessibleName(f"touch {beat} of {beats}")
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
        if self._lead_in_s > 0.0:
            text = f"first touch in {self._lead_in_s:.0f}" if self._lead_in_s > 0.5 else "ready"
        else:
            text = f"{self._beat}" if self._beat else ""
        painter.setPen(theme.INK)
        painter.setFont(theme.font(max(20, int(h * (0.2 if self._lead_in_s > 0.0 else 0.42))), bold=True))
        painter.drawText(QRectF(0, 0, w, 0.54 * h), Qt.AlignmentFlag.AlignCenter.value, text)
        painter.end()


class TrainScreen(RatedScreen):
    """The card while one touch is due, the dots while ten are."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.card = StimulusCard()
        self.dots = BeatDots()
        column = QVBoxLayout(self.area)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.GAP)
        column.addWidget(self.card, 6)
        column.addWidget(self.dots, 6)
        column.addWidget(self.field, 5)

    def show_status(self, status: Json) -> None:
        """Show what the phase needs."""
        super().show_status(status)
        phase = self.view["phase"]
        self.card.set_stimulus(self.view["stimulus"])
        self.card.setVisible(phase in ("single", "train_ready"))
        self.dots.setVisible(phase in ("beating", "train"))
        self.field.setVisible(phase in ("single", "train"))

    def tick(self, now_ns: int) -> None:
        """Fill the dots."""
        train, phase = self.view["train"], self.view["phase"]
        if train is None:
            return
        due = beat_due(train, now_ns) if phase == "beating" else train["beats"] if phase == "train" else 0
        lead_in_s = (train["first_beat_ns"] - now_ns) / 1e9 if phase == "beating" and not due else 0.0
        self.dots.set_beat(train["beats"], due, lead_in_s)
