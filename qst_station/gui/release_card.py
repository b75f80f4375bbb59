"""RELEASE, over everything else on the screen: what is seen of an alarm, also where nothing can be heard."""

from __future__ import annotations

import math

from PySide6.QtCore import QEvent, QObject, QPointF, QRect, Qt
from PySide6.QtGui import QAccessible, QAccessibleEvent, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QStackedWidget, QWidget

from qst_station.gui import theme
from qst_station.gui.fitted_text import CENTRE, largest_px, least_px
from qst_station.gui.words import told, tr

_MOST_PX = 260
_REASON_PX = 44
_BORDER_PX = 14


class ReleaseCard(QWidget):
    """An octagon on the ground of an alarm, with the word in it and the reason below. It takes no click."""

    def __init__(self, host: QWidget) -> None:
        super().__init__(host)
        self._reason = ""
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        host.installEventFilter(self)
        if isinstance(host, QStackedWidget):
            host.currentChanged.connect(self._stay_above)  # it raises the page that it turns to
        self.hide()

    def show_reason(self, reason: str) -> None:
        """Cover the host."""
        self._reason = told(reason)
        self.setAccessibleName(tr("Release: {reason}", reason=self._reason))
        self.setGeometry(self._host().rect())
        self.raise_()
        self.show()
        self.update()
        QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.Alert))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay as large as the host, and above its other children."""
        if event.type() == QEvent.Type.Resize and watched is self.parent():
            self.setGeometry(self._host().rect())
        elif event.type() == QEvent.Type.ChildAdded:
            self._stay_above()
        return super().eventFilter(watched, event)

    def _stay_above(self) -> None:
        if self.isVisible():
            self.raise_()

    def _host(self) -> QWidget:
        host = self.parentWidget()
        assert host is not None
        return host

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint ground, octagon, word and reason."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(self.rect(), theme.ALARM)
        line = least_px(_REASON_PX)
        sign = self.rect().adjusted(theme.GAP, theme.GAP, -theme.GAP, -theme.GAP - 2 * line)
        painter.setPen(QPen(theme.INK, theme.scaled(_BORDER_PX)))
        painter.setBrush(theme.PAPER)
        painter.drawPolygon(octagon(sign))
        inside = sign.adjusted(sign.width() // 12, sign.height() // 8, -sign.width() // 12, -sign.height() // 8)
        self._write(painter, inside, tr("RELEASE"), theme.roomy(_MOST_PX))
        below = QRect(sign.left(), self.height() - 2 * line - theme.GAP // 2, sign.width(), 2 * line)
        self._write(painter, below, self._reason, line)
        painter.end()

    def _write(self, painter: QPainter, room: QRect, text: str, most: int) -> None:
        size = largest_px(text, room.width(), room.height(), bold=True, most=most)
        painter.setFont(theme.font(size, bold=True))
        painter.setPen(theme.INK)
        painter.drawText(room, CENTRE.value | Qt.TextFlag.TextWordWrap.value, text)


def octagon(room: QRect) -> QPolygonF:
    """The octagon that touches the sides of a rectangle, its corners cut alike."""
    cut = min(room.width(), room.height()) / (2.0 + math.sqrt(2.0))
    left, top, right, bottom = room.left(), room.top(), room.right(), room.bottom()
    corners = (
        (left + cut, top),
        (right - cut, top),
        (right, top + cut),
        (right, bottom - cut),
        (right - cut, bottom),
        (left + cut, bottom),
        (left, bottom - cut),
        (left, top + cut),
    )
    return QPolygonF([QPointF(x, y) for x, y in corners])
