"""Text of one size that takes as many lines as it needs, and no room where there is none."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from qst_station.gui import theme
from qst_station.gui.fitted_text import LEFT, FittedText, height_at

_SMALL_PX = 12
_FLAGS = Qt.TextFlag.TextWordWrap.value | Qt.AlignmentFlag.AlignLeft.value | Qt.AlignmentFlag.AlignTop.value


class Notice(QLabel):
    """A sentence that is there only while it says something."""

    def __init__(self) -> None:
        super().__init__("")
        self.setFont(theme.text(18, bold=True))
        self.setWordWrap(True)
        self.hide()

    def setText(self, text: str) -> None:
        """Show another sentence; an empty one takes no room."""
        super().setText(text)
        self.setVisible(bool(text))


class WrappedText(QWidget):
    """A message as high as its words; empty, it takes no room.

    Parameters
    ----------
    px : int
        Font size given for 1280 x 800 and text of the usual size.
    """

    def __init__(
        self, px: int, *, bold: bool = False, colour: QColor = theme.INK, ground: QColor | None = None
    ) -> None:
        super().__init__()
        self._text = ""
        self._font = theme.text(px, bold=bold)
        self._colour = colour
        self._ground = ground
        # Not `Fixed`: that would hold it to one line.
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def text(self) -> str:
        """The text that is shown."""
        return self._text

    def set_text(self, text: str) -> None:
        """Show another text."""
        if text != self._text:
            self._text = text
            self.setAccessibleName(text)
            self.updateGeometry()
            self.update()

    def set_colours(self, colour: QColor, ground: QColor | None = None) -> None:
        """Change the colours of text and ground."""
        if (colour, ground) != (self._colour, self._ground):
            self._colour, self._ground = colour, ground
            self.update()

    def hasHeightForWidth(self) -> bool:
        """The narrower, the higher."""
        return True

    def heightForWidth(self, width: int) -> int:
        """The height of all lines."""
        if not self._text:
            return 0
        inset = self._inset()
        room = QRect(0, 0, max(1, width - 2 * inset), 100_000)
        return QFontMetrics(self._font).boundingRect(room, _FLAGS, self._text).height() + inset

    def sizeHint(self) -> QSize:
        """As high as one line where its width is not known yet."""
        return QSize(200, self.heightForWidth(100_000))

    def minimumSizeHint(self) -> QSize:
        """As broad as its longest word."""
        metrics = QFontMetrics(self._font)
        widest = max((metrics.horizontalAdvance(word) for word in self._text.split()), default=0)
        return QSize(min(widest + 2 * self._inset(), theme.scaled(400)), self.heightForWidth(100_000))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint ground and text."""
        if not self._text:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self._ground is not None:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._ground)
            painter.drawRoundedRect(self.rect(), 8, 8)
        inset = self._inset()
        painter.setFont(self._font)
        painter.setPen(self._colour)
        painter.drawText(self.rect().adjusted(inset, inset // 2, -inset, 0), _FLAGS, self._text)
        painter.end()

    def _inset(self) -> int:
        return theme.scaled(8) if self._ground is not None else 0


class SmallPrint(FittedText):
    """What is there to be looked up, as the defaults that nobody has confirmed: small, but never too small.

    It hardly grows with the text: the room belongs to what is asked and answered.
    """

    def __init__(self) -> None:
        super().__init__(most=_SMALL_PX, align=LEFT, colour=theme.QUIET)

    def set_text(self, text: str) -> None:
        """Show another text."""
        super().set_text(text)
        self._make_room()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width asks for another height."""
        super().resizeEvent(event)
        self._make_room()

    def sizeHint(self) -> QSize:
        """As high as its lines; where there is no room for them, they are written smaller."""
        return QSize(20, self.maximumHeight())

    def _make_room(self) -> None:
        px = theme.scaled(round(_SMALL_PX + 2 * (theme.text_scale() - 1)))
        self.setMaximumHeight(height_at(self.text(), self.width() - 2, px) if self.text() else 0)
