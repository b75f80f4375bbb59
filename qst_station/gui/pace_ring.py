"""The beat of one touch: wait, apply, ask. A ring fills and the word beside it says the same."""

from __future__ import annotations

import math
from collections.abc import Callable

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
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


def _paint_band(
    painter: QPainter, place: QRectF, stroke: float, share: float, edge: QColor, inside: QColor
) -> None:
    """A part of the ring from the top on, with an edge of its own: a light colour is seen on a light ground."""
    degrees = 360.0 * share
    rim = min(2.0, stroke / 4.0)
    rim_degrees = math.degrees(2.0 * rim / place.width())
    for colour, width, begin in ((edge, stroke, 0.0), (inside, stroke - 2.0 * rim, rim_degrees)):
        begin = 0.0 if share >= 1.0 else begin
        if degrees > 2.0 * begin:
            painter.setPen(QPen(colour, width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.FlatCap))
            painter.drawArc(place, round((90.0 - begin) * 16), -round((degrees - 2.0 * begin) * 16))


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
        side = min(self.width(), self.height()) - 16
        place = QRectF((self.width() - side) / 2, (self.height() - side) / 2, side, side)
        colour = theme.ORANGE if self._word == "WAIT" else theme.BLUE
        stroke = min(14.0, side / 9.0)  # a small ring is a thin one: its word must have room
        _paint_band(painter, place, stroke, 1.0, theme.QUIET, theme.PAPER)
        _paint_band(painter, place, stroke, self._share, theme.INK, colour)
        painter.setPen(theme.INK)
        inset = stroke + 2.0
        word = place.adjusted(inset, side * 0.3, -inset, -side * 0.42)
        widest = max((said() for said in _WORDS.values()), key=len)  # so that no word changes the size
        size = largest_px(widest, int(word.width()), int(word.height()), bold=True, most=60)
        painter.setFont(theme.font(size, bold=True))
        painter.drawText(word, Qt.AlignmentFlag.AlignCenter.value, _WORDS[self._word]())
        if self._left_s > 0.0:
            painter.setFont(theme.font(max(14, int(side * 0.13))))
            painter.drawText(
                place.adjusted(inset, side * 0.56, -inset, -side * 0.18),
                Qt.AlignmentFlag.AlignCenter.value,
                seconds_words(self._left_s),
            )
        painter.end()
