"""The beat of one touch: wait, apply, ask. A ring fills and the word beside it says the same."""

from __future__ import annotations

import math
from collections.abc import Callable

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from qst_station.gui import theme
from qst_station.gui.fitted_text import largest_px
from qst_station.gui.json_lines import Json
from qst_station.gui.words import tr

_WORDS: dict[str, Callable[[], str]] = {
    "WAIT": lambda: tr("WAIT"),
    "HOLD": lambda: tr("HOLD"),
    "ASK": lambda: tr("ASK"),
    "APPLY": lambda: tr("APPLY"),
}


def pace_at(pace: Json, now_ns: int) -> tuple[str, float, float]:
    """Word, share of the ring (0 to 1) and seconds left, at session time ``now_ns``.

    The pause comes before the touch: it separates it from the one that was answered last.
    """
    since_s = max(0.0, (now_ns - pace["since_ns"]) / 1e9)
    rest_s, hold_s = pace["rest_s"], pace["hold_s"]
    if since_s < rest_s:
        return "WAIT", since_s / rest_s, rest_s - since_s
    if since_s < rest_s + hold_s:
        return "HOLD", (since_s - rest_s) / hold_s, rest_s + hold_s - since_s
    return ("ASK", 1.0, 0.0) if hold_s else ("APPLY", 1.0, 0.0)


def seconds_words(left_s: float) -> str:
    """Seconds that are left, counted down to 1: what is not over yet is not now."""
    return f"{math.ceil(left_s)} s"


class PaceRing(QWidget):
    """Shows `pace_at` as a ring with a word."""

    def __init__(self) -> None:
        super().__init__()
        self._word, self._share, self._left_s = "", 0.0, 0.0
        self.setAccessibleName(tr("no pace"))
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)

    def sizeHint(self) -> QSize:
        """A square beside the card."""
        return QSize(170, 170)

    def set_pace(self, pace: Json | None, now_ns: int) -> None:
        """Show the pace at ``now_ns``; nothing where the test has none."""
        word, share, left_s = pace_at(pace, now_ns) if pace and pace["paced"] else ("", 0.0, 0.0)
        if word != self._word:
            self.setAccessibleName(tr("pace: {word}", word=_WORDS[word]()) if word else tr("no pace"))
        if (word, share) != (self._word, self._share):
            self._word, self._share, self._left_s = word, share, left_s
            self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint ring and word."""
        if not self._word:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        side = min(self.width(), self.height()) - 24
        place = QRectF((self.width() - side) / 2, (self.height() - side) / 2, side, side)
        colour = theme.ORANGE if self._word == "WAIT" else theme.BLUE
        painter.setPen(QPen(theme.LINE, 14))
        painter.drawEllipse(place)
        painter.setPen(QPen(colour, 14, Qt.PenStyle.SolidLine, Qt.PenCapStyle.FlatCap))
        painter.drawArc(place, 90 * 16, round(-self._share * 360 * 16))
        painter.setPen(theme.INK)
        word = place.adjusted(16, side * 0.3, -16, -side * 0.42)
        widest = max((said() for said in _WORDS.values()), key=len)  # so that no word changes the size
        size = largest_px(widest, int(word.width()), int(word.height()), bold=True, most=60)
        painter.setFont(theme.font(size, bold=True))
        painter.drawText(word, Qt.AlignmentFlag.AlignCenter.value, _WORDS[self._word]())
        if self._left_s > 0.0:
            painter.setFont(theme.font(max(14, int(side * 0.13))))
            painter.drawText(
                place.adjusted(16, side * 0.56, -16, -side * 0.18),
                Qt.AlignmentFlag.AlignCenter.value,
                seconds_words(self._left_s),
            )
        painter.end()
