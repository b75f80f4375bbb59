"""One number, typed with digits and Enter, shown as large as the stimulus."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from qst_station.gui import theme
from qst_station.gui.fitted_text import LEFT, FittedText, largest_px
from qst_station.gui.typed_number import LONGEST
from qst_station.gui.words import tr

EMPTY_REST_NS = 700_000_000
"""A Backspace so soon after the one that emptied the field was meant for the field, not for what is stored."""


class _Digits(QWidget):
    """The box in which the digits appear; a bar shows that it takes some."""

    def __init__(self) -> None:
        super().__init__()
        self._text = ""
        self._live = False
        self._replaced = False
        self.setAccessibleName(tr("number entry: {digits}", digits=tr("empty")))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def show_text(self, text: str, *, live: bool, replaced: bool) -> None:
        """Show digits; those that the next one replaces look selected."""
        if (text, live, replaced) != (self._text, self._live, self._replaced):
            self._text, self._live, self._replaced = text, live, replaced
            name = tr("number entry: {digits}", digits=text or tr("empty"))
            self.setAccessibleName(name if live else tr("{key}, not now", key=name))
            self.update()

    def sizeHint(self) -> QSize:
        return QSize(320, 150)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(theme.BLUE if self._live else theme.LINE, 4))
        painter.setBrush(theme.PAPER if self._live else theme.FIELD)
        painter.drawRoundedRect(self.rect().adjusted(3, 3, -3, -3), 12, 12)
        room, size = self._room(), self.px()
        painter.setFont(theme.font(size, bold=True))
        centre = Qt.AlignmentFlag.AlignCenter.value
        if self._replaced:
            place = painter.fontMetrics().boundingRect(room, centre, self._text).adjusted(-6, 0, 6, 0)
            painter.fillRect(place.intersected(room), theme.BLUE_PALE)
        painter.setPen(theme.INK)
        painter.drawText(room, centre, self._text)
        if self._live and not self._replaced:
            end = room.center().x() + painter.fontMetrics().horizontalAdvance(self._text) // 2 + 6
            painter.fillRect(
                end, room.center().y() - size // 2 + size // 10, max(3, size // 24), size * 4 // 5, theme.BLUE
            )
        painter.end()

    def px(self) -> int:
        """The font size, the same for one digit and for five."""
        room = self._room()
        return largest_px("88888", room.width(), room.height(), bold=True, most=400)

    def _room(self) -> QRect:
        return self.rect().adjusted(20, 8, -20, -8)


class NumberField(QWidget):
    """Prompt, digits, unit and the ends of the scale.

    The field itself sends nothing: the screen gives its number away when Enter comes, and clears it once it is
    accepted. Where it has been refused, the next digit begins another number.
    """

    def __init__(self) -> None:
        super().__init__()
        self._typed = ""
        self._live = False
        self._keyed = True
        self._given = False
        self._emptied_ns = -EMPTY_REST_NS
        self._least: tuple[int, int] = (0, 0)
        self.prompt = FittedText(most=34, align=LEFT)
        self._digits = _Digits()
        self._unit = FittedText(most=60, align=LEFT)
        # One text for both ends of a scale: neither looks the weightier.
        self._ends = FittedText(most=22, align=LEFT, colour=theme.QUIET)
        self._large = theme.text_scale() > 1.0
        self._side = side = QVBoxLayout()
        if self._large:
            side.setSpacing(theme.GAP // 4)
        side.addWidget(self._unit, 2 if self._large else 3)
        side.addWidget(self._ends, 4)
        self._row = row = QHBoxLayout()
        row.addWidget(self._digits, 3)
        row.addLayout(side, 2)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.prompt, 1)
        column.addLayout(row, 4)

    def describe(self, prompt: str, unit: str, low: str = "", high: str = "", *, live: bool) -> None:
        """Say what is asked for, and whether digits are taken now."""
        self.prompt.set_text(prompt)
        for text, said in ((self._unit, unit), (self._ends, "\n".join(filter(None, (low, high))))):
            text.set_text(said)
            text.setVisible(bool(said))
        self._side.setStretchFactor(self._ends, 4 if high else 2)
        self._row.setStretch(1, 3 if high and self._large else 2)  # both ends of a scale need room in larger text
        if not live:
            self._typed, self._given = "", False
        self._live = live
        self._show()

    def keep_high(self, px: int, beside_question: int) -> None:
        """Be at least so high: while keys reach the field, and while a question has them."""
        self._least = px, beside_question
        self.setMinimumHeight(px if self._keyed else beside_question)

    def set_keyed(self, keyed: bool) -> None:
        """Look as if keys reached the field, or only the pad: not keys while a question has the keyboard."""
        self._keyed = keyed
        self.setMinimumHeight(self._least[0] if keyed else self._least[1])
        self._show()

    def _show(self) -> None:
        self._digits.show_text(self._typed, live=self._live and self._keyed, replaced=self._given)

    def digits_px(self) -> int:
        """The font size of the digits."""
        return self._digits.px()

    @property
    def text(self) -> str:
        """What has been typed and not been accepted."""
        return self._typed

    def give(self) -> str:
        """What has been typed, given away: what is typed next replaces it.

        That shows only with the next status: until then it is hardly ever known to be refused.
        """
        self._given = bool(self._typed)
        return self._typed

    def type(self, text: str) -> None:
        """Add typed characters."""
        self._emptied_ns = -EMPTY_REST_NS
        if self._given and self._live:
            self.clear()
        if self._live and len(self._typed) + len(text) <= LONGEST:
            self._typed += text
            self._show()

    def rub_out(self, t_ns: int) -> bool:
        """Take the last character away; False where there is none and the press means something else."""
        if not self._typed:
            return t_ns - self._emptied_ns < EMPTY_REST_NS
        self._typed, self._given = self._typed[:-1], False
        if not self._typed:
            self._emptied_ns = t_ns
        self._show()
        return True

    def clear(self) -> None:
        """Empty the field."""
        self._typed, self._given = "", False
        self._show()

    def rest(self, t_ns: int) -> None:
        """A number has just been rubbed out as a whole: one Backspace too many takes nothing back."""
        self._emptied_ns = t_ns
