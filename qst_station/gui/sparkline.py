"""The last ten seconds of a gauge as one small line, without an axis."""

from __future__ import annotations

from PySide6.QtCore import QLineF
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from qst_station.gui import theme
from qst_station.gui.words import tr

Spark = list[list[float] | None]

_LEAST_SPAN_N = 1.0  # noise at rest is no mountain range


class Sparkline(QWidget):
    """A bar from the least to the greatest force for each part of the time; a gap where nothing came."""

    def __init__(self) -> None:
        super().__init__()
        self._spark: Spark = []
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAccessibleName(tr("force in the last ten seconds"))

    def set_spark(self, spark: Spark) -> None:
        """Show other seconds."""
        if spark != self._spark:
            self._spark = spark
            self.update()

    def span_n(self) -> tuple[float, float]:
        """Least and greatest force that is drawn, at least a newton apart."""
        drawn = [part for part in self._spark if part is not None]
        low = min((part[0] for part in drawn), default=0.0)
        high = max((part[1] for part in drawn), default=0.0)
        spare = max(0.0, _LEAST_SPAN_N - (high - low)) / 2
        return low - spare, high + spare

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the line on a base line."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        room = self.rect().adjusted(1, 3, -1, -3)
        painter.setPen(QPen(theme.LINE, 1))
        painter.drawLine(room.bottomLeft(), room.bottomRight())
        painter.setPen(QPen(theme.BLUE, max(2.0, room.width() / max(1, len(self._spark)))))
        low, high = self.span_n()
        for i, part in enumerate(self._spark):
            if part is None:
                continue
            x = room.left() + (i + 0.5) * room.width() / len(self._spark)
            bottom, top = (room.bottom() - room.height() * (force - low) / (high - low) for force in part)
            painter.drawLine(QLineF(x, bottom + 1, x, top - 1))
        painter.end()
