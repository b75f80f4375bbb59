"""The two answers, as wide as the hand that looks for them: F on the left, J on the right."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QWidget

from qst_station.gui import theme
from qst_station.gui.fitted_text import largest_px
from qst_station.gui.keys import BY_NAME
from qst_station.gui.touch import ANSWER_MM, GAP_MM, TouchKey, mm
from qst_station.gui.words import tr

_MOST_PX = 84
_SHARE_OF_WINDOW = 0.28  # a tile is never higher than this, on whatever screen


class Tile(TouchKey):
    """One key with its meaning. Touching it is the same as pressing the key.

    Parameters
    ----------
    what : str
        Its name in the record.
    action, text : str
        What its key asks for or types.
    cap : str
        The cap of the key, where it has no action to take it from.
    arrow : str
        Another key of the same meaning.
    least_mm : tuple of float
        The least width and height.
    """

    def __init__(
        self,
        what: str,
        *,
        action: str = "",
        text: str = "",
        cap: str = "",
        arrow: str = "",
        least_mm: tuple[float, float] = (ANSWER_MM[0], 14.0),
    ) -> None:
        super().__init__(what, action=action, text=text)
        self._cap, self._arrow, self._least_mm = cap, arrow, least_mm
        self._meaning = ""
        self._alike: tuple[Tile, ...] = ()
        self.set_live(False)

    @property
    def cap(self) -> str:
        """What is printed on the key."""
        return self._cap or BY_NAME[self.action].cap

    def set_text(self, text: str, *, live: bool) -> None:
        """Show a meaning; ``live`` says whether the key is taken now."""
        name = tr("key {cap}: {label}", cap=self.cap, label=text)
        self.setAccessibleName(name if live else tr("{key}, not now", key=name))
        if (text, live) != (self._meaning, self.live):
            self._meaning = text
            self.set_live(live)
            self.update()

    def text(self) -> str:
        """The meaning of the key."""
        return self._meaning

    def sizeHint(self) -> QSize:
        """Larger than it must be."""
        return self.minimumSizeHint() * 1.2

    def minimumSizeHint(self) -> QSize:
        """As large as a hand in a hurry needs, as far as the window has the room."""
        width, height = (mm(self, side) for side in self._least_mm)
        return QSize(width, min(height, round(_SHARE_OF_WINDOW * self.window().height())))

    def write_as(self, tiles: tuple[Tile, ...]) -> None:
        """Write in the size that fits all of these: none of two answers looks the weightier."""
        self._alike = tiles

    def text_px(self) -> int:
        """The font size of the meaning."""
        return min(tile.fitted_px() for tile in self._alike or (self,))

    def fitted_px(self) -> int:
        """The largest font size in which this meaning fits."""
        place = self._places()[1]
        size = int(place.width()), int(place.height())
        return largest_px(self._meaning, *size, bold=True, most=theme.roomy(_MOST_PX))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint key cap and word."""
        painter = QPainter(self)
        self.paint_frame(painter)
        cap, place = self._places()
        reached = self.live and self.keyed
        painter.setPen(Qt.PenStyle.NoPen if self.keyed else QPen(theme.LINE, 2))
        painter.setBrush(theme.INK if reached else theme.LINE if self.keyed else Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(cap, 8, 8)
        centre = Qt.AlignmentFlag.AlignCenter.value
        painter.setPen(theme.PAPER if reached else theme.INK if self.keyed else theme.QUIET)
        air = 0.1 * cap.height()  # a J reaches below the line
        room = cap.adjusted(4, air, -4, -air)
        size = largest_px(self.cap, int(room.width()), int(room.height()), bold=True, most=60)
        painter.setFont(theme.font(size, bold=True))
        painter.drawText(cap, centre, self.cap)
        if self._arrow and self.keyed:
            painter.setPen(theme.QUIET)
            below = QRectF(cap.left(), cap.bottom(), cap.width(), 0.5 * cap.height())
            painter.setFont(theme.font(max(14, int(0.36 * cap.height()))))
            painter.drawText(below, centre, self._arrow)
        painter.setPen(theme.INK if self.live else theme.QUIET)
        painter.setFont(theme.font(self.text_px(), bold=True))
        align = Qt.AlignmentFlag.AlignVCenter.value | Qt.AlignmentFlag.AlignLeft.value
        painter.drawText(place, align | Qt.TextFlag.TextWordWrap.value, self._meaning)
        painter.end()

    def _places(self) -> tuple[QRectF, QRectF]:
        """Where the cap stands and where the meaning."""
        w, h = float(self.width()), float(self.height())
        side = min((0.42 if self._arrow else 0.6) * h, 0.12 * w)
        wide = side * (1.0 if len(self.cap) == 1 else 2.2 if len(self.cap) < 7 else 3.0)
        cap = QRectF(max(14.0, 0.03 * w), (h - side) / 2, wide, side)
        left = cap.right() + 0.03 * w
        return cap, QRectF(left, 0.06 * h, w - left - 14, 0.88 * h)


class AnswerTiles(QWidget):
    """Both tiles."""

    chosen = Signal(bool, object)

    def __init__(self) -> None:
        super().__init__()
        self.no = Tile("answer tile", action="no", arrow="←", least_mm=ANSWER_MM)
        self.yes = Tile("answer tile", action="yes", arrow="→", least_mm=ANSWER_MM)
        self.no.touched.connect(lambda press: self.chosen.emit(False, press))
        self.yes.touched.connect(lambda press: self.chosen.emit(True, press))
        for tile in (self.no, self.yes):
            tile.write_as((self.no, self.yes))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(max(2 * theme.GAP, mm(self, GAP_MM)))
        row.addWidget(self.no, 1)
        row.addWidget(self.yes, 1)

    def set_answers(self, no: str, yes: str, *, live: bool) -> None:
        """Show what the two keys mean and whether they are taken now."""
        self.no.set_text(no, live=live)
        self.yes.set_text(yes, live=live)
        self.no.update()  # the size of one follows the words of the other
        self.yes.update()
