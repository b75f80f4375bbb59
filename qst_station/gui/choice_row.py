"""A choice between a few words that is made with the arrow keys, and shows when none is made yet."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QFontMetrics, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from qst_station.gui import theme
from qst_station.gui.flow_row import wrapping
from qst_station.gui.words import tr

_TEXT_PX = 18
_HEIGHT = 42
_GAP = 8


class ChoiceRow(QWidget):
    """Tiles side by side, in several lines where one has no room; left and right choose.

    Nothing is chosen at first: no silent default.
    """

    changed = Signal()

    def __init__(self, name: str, choices: tuple[tuple[str, str], ...] = ()) -> None:
        super().__init__()
        self._name = name
        self._choices: tuple[tuple[str, str], ...] = ()
        self._chosen = -1
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(wrapping())
        self.set_choices(choices)

    def set_choices(self, choices: tuple[tuple[str, str], ...]) -> None:
        """Offer (value, label) pairs; a choice that is still offered stays."""
        before = self.value()
        self._choices = choices
        self.updateGeometry()
        self._set(next((i for i, (value, _) in enumerate(choices) if before and value == before), -1))

    def value(self) -> str:
        """The chosen value; empty where none is chosen."""
        return self._choices[self._chosen][0] if 0 <= self._chosen < len(self._choices) else ""

    def choose(self, value: str) -> None:
        """Choose a value; nothing where it is not offered."""
        self._set(next((i for i, (offered, _) in enumerate(self._choices) if offered == value), -1))

    def sizeHint(self) -> QSize:
        """One line."""
        places = self._places(1_000_000)
        return QSize(round(places[-1].right()) + 4 if places else theme.roomy(60), theme.roomy(_HEIGHT))

    def minimumSizeHint(self) -> QSize:
        """As broad as the broadest tile."""
        widest = max((place.width() for place in self._places(1_000_000)), default=0.0)
        return QSize(round(widest) + 6, theme.roomy(_HEIGHT))

    def hasHeightForWidth(self) -> bool:
        """The narrower, the more lines."""
        return True

    def heightForWidth(self, width: int) -> int:
        """The height of all lines."""
        places = self._places(width)
        return round(places[-1].bottom()) + 2 if places else theme.roomy(_HEIGHT)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Left and right choose; everything else goes on."""
        step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Space: 1}.get(Qt.Key(event.key()))
        if step is None or not self._choices:
            event.ignore()
            return
        at = self._chosen + step if self._chosen >= 0 else (0 if step > 0 else len(self._choices) - 1)
        self._set(at % len(self._choices))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click chooses."""
        for i, place in enumerate(self._places(self.width())):
            if place.contains(event.position()):
                self._set(i)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the frame."""
        self.update()
        super().focusInEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Hide the frame."""
        self.update()
        super().focusOutEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the tiles."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for i, place in enumerate(self._places(self.width())):
            on = i == self._chosen
            painter.setPen(QPen(theme.BLUE if self.hasFocus() else theme.QUIET, 3 if self.hasFocus() else 2))
            painter.setBrush(theme.INK if on else theme.PAPER)
            painter.drawRoundedRect(place, 6, 6)
            painter.setPen(theme.PAPER if on else theme.INK)
            painter.setFont(theme.text(_TEXT_PX, bold=on))
            label = self._choices[i][1]
            painter.drawText(place, Qt.AlignmentFlag.AlignCenter.value, f"✓ {label}" if on else label)
        painter.end()

    def _places(self, width: int) -> list[QRectF]:
        """Where each tile stands in so much room."""
        metrics = QFontMetrics(theme.text(_TEXT_PX, bold=True))
        high = theme.roomy(_HEIGHT) - 4
        places: list[QRectF] = []
        x, y = 2.0, 2.0
        for _, label in self._choices:
            broad = metrics.horizontalAdvance(f"✓ {label}") + theme.roomy(24)
            if places and x + broad + 2 > width:
                x, y = 2.0, y + high + _GAP
            places.append(QRectF(x, y, broad, high))
            x += broad + _GAP
        return places

    def _set(self, chosen: int) -> None:
        changed = chosen != self._chosen
        self._chosen = chosen
        label = self._choices[chosen][1] if chosen >= 0 else tr("nothing chosen")
        self.setAccessibleName(f"{self._name}: {label}")
        self.update()
        if changed:
            self.changed.emit()
