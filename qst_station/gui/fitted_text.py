"""Text that is always as large as its place allows, so that nothing is clipped on any screen."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from qst_station.gui import theme

Align = Qt.AlignmentFlag
CENTRE = Align.AlignCenter
LEFT = Align.AlignLeft | Align.AlignVCenter

_SMALLEST_PX = 9
_WRAP = Qt.TextFlag.TextWordWrap.value


def largest_px(text: str, width: int, height: int, *, bold: bool, most: int) -> int:
    """The largest font size at which ``text``, wrapped at words, fits into ``width`` x ``height`` pixels."""
    low, high = _SMALLEST_PX, max(_SMALLEST_PX, min(most, height))
    words = text.split()
    while low < high:
        middle = (low + high + 1) // 2
        metrics = QFontMetrics(theme.font(middle, bold=bold))
        used = metrics.boundingRect(QRect(0, 0, width, 10_000), CENTRE.value | _WRAP, text)
        widest = max((metrics.horizontalAdvance(word) for word in words), default=0)
        if used.height() <= height and max(used.width(), widest) <= width:
            low = middle
        else:
            high = middle - 1
    return low


def height_at(text: str, width: int, px: int, *, bold: bool = False) -> int:
    """The height of ``text``, wrapped at words into ``width``, in a font of ``px`` pixels."""
    metrics = QFontMetrics(theme.font(px, bold=bold))
    return metrics.boundingRect(QRect(0, 0, max(1, width), 10_000), CENTRE.value | _WRAP, text).height()


def least_px(px: int) -> int:
    """The size, given for 1280 x 800, that a text which must be read should have at the least.

    With larger text it grows by half of that: the window does not grow.
    """
    return theme.scaled(round(px * (1.0 + 0.5 * (theme.text_scale() - 1.0))))


def unbroken(text: str) -> str:
    """A text that stays in one line."""
    return text.replace(" ", "\N{NO-BREAK SPACE}")


def with_minus(number: str) -> str:
    """A number with the sign of its own instead of the hyphen, which is shorter than a plus."""
    return number.replace("-", "\N{MINUS SIGN}")


class FittedText(QWidget):
    """A text in the largest size that fits, up to ``most`` pixels."""

    def __init__(
        self,
        text: str = "",
        *,
        most: int = 400,
        bold: bool = False,
        align: Align = CENTRE,
        colour: QColor = theme.INK,
        ground: QColor | None = None,
    ) -> None:
        super().__init__()
        self._text = ""
        self._most = theme.roomy(most)
        self._bold = bold
        self._align = align
        self._colour = colour
        self._ground = ground
        self._fitted: tuple[str, int, int, int] = ("", 0, 0, 0)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.set_text(text)

    def text(self) -> str:
        """The text that is shown."""
        return self._text

    def set_text(self, text: str) -> None:
        """Show another text."""
        if text != self._text:
            self._text = text
            self.setAccessibleName(text)
            self.update()

    def set_colours(self, colour: QColor, ground: QColor | None = None) -> None:
        """Change the colours of text and ground."""
        if (colour, ground) != (self._colour, self._ground):
            self._colour, self._ground = colour, ground
            self.update()

    def minimumSizeHint(self) -> QSize:
        """Small: the layout decides how much room there is."""
        return QSize(20, 14)

    def sizeHint(self) -> QSize:
        """The same."""
        return self.minimumSizeHint()

    def px(self) -> int:
        """The font size that is painted."""
        room = self._room()
        key = (self._text, room.width(), room.height())
        if self._fitted[:3] != key:
            size = largest_px(self._text, room.width(), room.height(), bold=self._bold, most=self._most)
            self._fitted = (*key, size)
        return self._fitted[3]

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint ground and text."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self._ground is not None:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._ground)
            painter.drawRoundedRect(self.rect(), 8, 8)
        if self._text:
            painter.setFont(theme.font(self.px(), bold=self._bold))
            painter.setPen(self._colour)
            painter.drawText(self._room(), self._align.value | _WRAP, self._text)
        painter.end()

    def _room(self) -> QRect:
        inset = 6 if self._ground is not None else 1
        return self.rect().adjusted(inset, inset // 2, -inset, -(inset // 2))
