"""Two or more parts beside each other where there is room, and one under the other where there is not."""

from __future__ import annotations

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from qst_station.gui import theme


class SideBySide(QWidget):
    """``narrow`` is the width, for text of the usual size on 1280 x 800, below which the parts are stacked.

    Parameters
    ----------
    shares : tuple of int
        How much of the width each part gets.
    """

    def __init__(self, *parts: QWidget, narrow: int, shares: tuple[int, ...] = ()) -> None:
        super().__init__()
        self._narrow = narrow
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(2 * theme.GAP)
        for part, share in zip(parts, shares or (1,) * len(parts), strict=True):
            self._row.addWidget(part, share)

    @property
    def stacked(self) -> bool:
        """Whether the parts stand one under the other."""
        return self._row.direction() == QBoxLayout.Direction.TopToBottom

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Stack the parts, or put them beside each other."""
        narrow = event.size().width() < theme.roomy(self._narrow)
        wanted = QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight
        if wanted != self._row.direction():
            self._row.setDirection(wanted)
        super().resizeEvent(event)
