"""What the participant sees: black, or one question with two anchors, a keypad or a line, and a way to confirm.

White on black in every theme, and in the participant's language: nothing here follows the examiner's settings.
"""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from qst_station.gui import theme
from qst_station.gui.fitted_text import CENTRE, LEFT, Align, largest_px
from qst_station.gui.json_lines import Json
from qst_station.gui.keys import Press
from qst_station.gui.touch import TouchKey

_GROUND = QColor(Qt.GlobalColor.black)
_MARK = QColor(Qt.GlobalColor.white)
_DIM = QColor(Qt.GlobalColor.darkGray)
_WRAP = Qt.TextFlag.TextWordWrap.value
MARK_KEYS = (Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Home, Qt.Key.Key_End)
"""The keys that move the mark of the line; Enter confirms it."""


class PadText(QWidget):
    """A text as large as a share of the page and the participant's size of text allow."""

    def __init__(self, share: float, align: Align = CENTRE, *, bold: bool = False, framed: bool = False) -> None:
        super().__init__()
        self._text, self._share, self._align, self._bold = "", share, align, bold
        self._framed = framed
        self.percent = 100
        self.beside: PadText | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def text(self) -> str:
        """The text that is shown."""
        return self._text

    def set_text(self, text: str) -> None:
        """Show another text."""
        self._text = text
        self.setAccessibleName(text)
        self.update()

    def sizeHint(self) -> QSize:
        """Small: the layout decides how much room there is."""
        return QSize(20, 14)

    def largest_px(self) -> int:
        """The largest font that has room here."""
        page = self.parentWidget() or self
        most = max(12, int(page.height() * self._share * self.percent / 100))
        return largest_px(self._text, self.width(), self.height(), bold=self._bold, most=most)

    def px(self) -> int:
        """The font that is used; the same for both anchors, so that neither weighs more."""
        return min(self.largest_px(), self.beside.largest_px()) if self.beside is not None else self.largest_px()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the text."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(_DIM, 2))
        if self._framed:
            painter.drawRoundedRect(self.rect().adjusted(1, 1, -1, -1), 12, 12)
        painter.setFont(theme.font(self.px(), bold=self._bold))
        painter.setPen(_MARK)
        painter.drawText(self.rect(), self._align.value | _WRAP, self._text)
        painter.end()


class PadKey(TouchKey):
    """A key of the participant's: a white frame with a word or a digit."""

    def __init__(self, what: str, *, text: str = "", action: str = "") -> None:
        super().__init__(what, text=text, action=action)
        self.percent = 100
        self._label = text
        self.setAccessibleName(text)

    def set_label(self, label: str) -> None:
        """Show another word."""
        self._label = label
        self.setAccessibleName(label)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the frame; filled while it is held down, dim where it does nothing."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        down = self.isDown()
        painter.setPen(QPen(_MARK if self.live else _DIM, 3))
        painter.setBrush(_MARK if down else _GROUND)
        painter.drawRoundedRect(self.rect().adjusted(2, 2, -2, -2), 12, 12)
        room = self.rect().adjusted(10, 6, -10, -6)
        share = 0.6 if len(self._label) == 1 else 0.42
        most = max(12, int(share * self.height() * self.percent / 100))
        painter.setFont(
            theme.font(largest_px(self._label, room.width(), room.height(), bold=True, most=most), bold=True)
        )
        painter.setPen(_GROUND if down else _MARK if self.live else _DIM)
        painter.drawText(room, CENTRE.value, self._label)
        painter.end()


class Line(QWidget):
    """A line from one anchor to the other. It has no mark before a touch or a key, and never tells a number."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.share: float | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def clear(self) -> None:
        """Take the mark away."""
        self.share = None
        self.update()

    def move_mark(self, key: Qt.Key, step: float) -> None:
        """Move the mark by a key. The first arrow brings it up at the end from which it then moves.

        Parameters
        ----------
        key : Qt.Key
            One of `MARK_KEYS`.
        step : float
            What an arrow moves it by, as a share of the line.
        """
        direction = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(key)
        if direction is None:
            self.share = 0.0 if key == Qt.Key.Key_Home else 1.0
        elif self.share is None:
            self.share = 0.0 if direction > 0 else 1.0
        else:
            self.share = min(1.0, max(0.0, (round(self.share / step) + direction) * step))
        self.update()
        self.changed.emit()

    def sizeHint(self) -> QSize:
        """A broad strip."""
        return QSize(600, 120)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Set the mark."""
        self._set(event.position())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Move the mark."""
        self._set(event.position())

    def _set(self, at: QPointF) -> None:
        line = self._line()
        self.share = min(1.0, max(0.0, (at.x() - line.left()) / line.width()))
        self.update()
        self.changed.emit()

    def _line(self) -> QRectF:
        inset = 0.5 * self._mark_size()
        return QRectF(inset, 0.5 * self.height(), max(1.0, self.width() - 2 * inset), 0.0)

    def _mark_size(self) -> float:
        return min(0.5 * self.height(), 0.05 * self.width())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the line, its two ends, and the mark where there is one."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(_MARK, 4))
        line, end = self._line(), 0.3 * self.height()
        painter.drawLine(line.topLeft(), line.topRight())
        for x in (line.left(), line.right()):
            painter.drawLine(QPointF(x, line.top() - end), QPointF(x, line.top() + end))
        if self.share is not None:
            size = self._mark_size()
            painter.setBrush(_MARK)
            painter.drawEllipse(QPointF(line.left() + self.share * line.width(), line.top()), size / 3, size)
        painter.end()


class ParticipantPage(QWidget):
    """Black, or the question of a stimulus.

    Signals
    -------
    confirmed : str, float, str, int
        The moment of the stimulus that is answered, the number, the input it came from (keypad, slider), and when.
    """

    confirmed = Signal(str, float, str, object)

    def __init__(self) -> None:
        super().__init__()
        self._question: Json | None = None
        self._typed = ""
        self.setAutoFillBackground(False)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAccessibleName("")
        self._body = QWidget(self)
        self.question = PadText(0.07, bold=True)
        self.low, self.high = PadText(0.045, LEFT), PadText(0.045, Align.AlignRight | Align.AlignVCenter)
        self.low.beside, self.high.beside = self.high, self.low
        self.number = PadText(0.14, bold=True, framed=True)
        self.line = Line()
        self.line.changed.connect(self._show_entry)
        self.digits = {digit: PadKey(f"participant's {digit}", text=digit) for digit in "1234567890"}
        self.delete = PadKey("participant's delete", action="undo")
        self.confirm = PadKey("participant's confirm", action="enter")
        self._lay_out()
        for key in (*self.digits.values(), self.delete, self.confirm):
            key.touched.connect(self.press)
        self._body.hide()

    def _lay_out(self) -> None:
        self._keys = QWidget()
        keys = QGridLayout(self._keys)
        keys.setContentsMargins(0, 0, 0, 0)
        keys.setSpacing(12)
        for i, digit in enumerate("123456789"):
            keys.addWidget(self.digits[digit], i // 3, i % 3)
        keys.addWidget(self.delete, 3, 0)
        keys.addWidget(self.digits["0"], 3, 1)
        anchors = QHBoxLayout()
        anchors.setSpacing(24)
        anchors.addWidget(self.low, 4)
        anchors.addWidget(self.number, 3)
        anchors.addWidget(self.high, 4)
        self._column = QVBoxLayout(self._body)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(16)
        self._column.addWidget(self.question, 30)
        self._column.addLayout(anchors, 30)
        self._column.addWidget(self._keys, 100)
        self._column.addWidget(self.line, 60)
        self._column.addWidget(self.confirm, 30)

    @property
    def asked(self) -> str:
        """The moment of the stimulus that is asked about; empty where the page is black."""
        return str(self._question["moment"]) if self._question else ""

    def set_percent(self, percent: int) -> None:
        """Write larger or smaller."""
        for row, share in ((0, 3), (1, 3)):
            self._column.setStretch(row, round(share * min(max(percent, 100), 140) / 10))
        for text in (self.question, self.low, self.high, self.number):
            text.percent = percent
            text.update()
        for key in (*self.digits.values(), self.delete, self.confirm):
            key.percent = min(percent, 150)  # a key is as large as it is
            key.update()

    def ask(self, question: Json | None) -> None:
        """Ask about a stimulus (see `station.words_view.participant_view`), or be black.

        The same question again changes nothing; another one begins with nothing entered.
        """
        if question == self._question:
            return
        fresh = question is None or question["moment"] != self.asked
        self._question = question
        if fresh:
            self._typed = ""
            self.line.clear()
        self._body.setVisible(question is not None)
        self.setCursor(Qt.CursorShape.ArrowCursor if question else Qt.CursorShape.BlankCursor)
        self._show_words(question or {})
        self._show_entry()
        self.update()

    def _show_words(self, question: Json) -> None:
        keypad = question.get("by") == "keypad"
        self._keys.setVisible(keypad)
        self.number.setVisible(keypad)
        self.line.setVisible(question.get("by") == "slider")
        self.question.set_text(str(question.get("question", "")))
        self.line.setAccessibleName(self.question.text())
        ends = {"low": ("minimum", "anchor_low"), "high": ("maximum", "anchor_high")}
        for name, (limit, anchor) in ends.items():
            words = str(question.get(anchor, ""))
            # The line has no numbers: only the keypad needs to tell what 0 and 100 mean.
            getattr(self, name).set_text(f"{question[limit]:g} = {words}" if keypad else words)
        self.confirm.set_label(str(question.get("confirm", "")))
        self.delete.set_label(str(question.get("delete", "")))

    def press(self, press: Press) -> None:
        """Take a key of the page, or one of the keyboard that means the same."""
        if self._question is None:
            return
        keypad = self._question["by"] == "keypad"
        if press.action == "enter":
            self._confirm(press)
        elif press.action == "undo" and keypad:
            self._typed = self._typed[:-1]
        elif press.text.isdigit() and keypad:
            self._type(press.text)
        self._show_entry()

    def move_mark(self, key: Qt.Key) -> None:
        """Take a key of `MARK_KEYS`, where the line is asked for."""
        question = self._question
        if question is not None and question["by"] == "slider":
            self.line.move_mark(key, question["step"] / (question["maximum"] - question["minimum"]))

    def _type(self, digit: str) -> None:
        assert self._question is not None
        typed = digit if self._typed == "0" else self._typed + digit
        if int(typed) <= self._question["maximum"]:
            self._typed = typed

    def value(self) -> float | None:
        """The number that is entered; None where there is none. The line gives whole steps."""
        if self._question is None:
            return None
        if self._question["by"] == "keypad":
            return float(self._typed) if self._typed else None
        if self.line.share is None:
            return None
        low, high, step = (float(self._question[name]) for name in ("minimum", "maximum", "step"))
        return low + step * round(self.line.share * (high - low) / step)

    def _confirm(self, press: Press) -> None:
        value = self.value()
        if value is not None and self._question is not None:
            self.confirmed.emit(self.asked, value, str(self._question["by"]), press.stamp_ns)

    def _show_entry(self) -> None:
        self.number.set_text(self._typed)
        self.confirm.set_live(self.value() is not None)
        self.delete.set_live(bool(self._typed))

    def resizeEvent(self, _event: object) -> None:
        """Keep the body in the middle, no broader than a hand can reach without looking twice."""
        w, h = self.width(), self.height()
        broad = min(int(0.9 * w), int(1.3 * h))
        self._body.setGeometry(QRect((w - broad) // 2, int(0.04 * h), broad, int(0.92 * h)))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the ground."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), _GROUND)
        painter.end()
