"""The steps of the visit on the left: how each stands, time used and time left. No results."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from qst_station.gui import theme
from qst_station.gui.event_stamp import stamp_ns
from qst_station.gui.json_lines import Json
from qst_station.gui.paper import on_paper
from qst_station.gui.side_words import side_words
from qst_station.gui.time_words import left_words, minutes
from qst_station.gui.touch import is_new_contact
from qst_station.gui.words import told, tr

_MARKS = {
    "ready": "○",
    "running": "▶",
    "paused": "‖",
    "done": "✓",
    "stopped": "■",
    "skipped": "–",
    "blocked": "▲",
}
_WORDS: dict[str, Callable[[], str]] = {
    "ready": lambda: tr("ready"),
    "running": lambda: tr("running"),
    "paused": lambda: tr("paused"),
    "done": lambda: tr("done"),
    "stopped": lambda: tr("stopped"),
    "skipped": lambda: tr("skipped"),
    "blocked": lambda: tr("blocked"),
}
_TOLD = ("paused", "stopped", "skipped", "blocked")  # a word stands beside the mark
_WIDTH, _ROW, _LOWEST_ROW, _FOOT, _LOW_FOOT = 206, 34, 25, 88, 30
_MARK_AT = 8
_BESIDE_GAP = 6
_LEAST_PX = 12
_EARLIER, _LATER = -1, -2


def state_words(state: str) -> str:
    """How a step stands, in a word."""
    return _WORDS[state]() if state in _WORDS else state


@dataclass(frozen=True, slots=True)
class _Row:
    """One line of the rail: a step, the heading of an area, or how many more there are on one side."""

    text: str
    step: Json | None = None
    more: int = 0


class Rail(QWidget):
    """All steps with a mark each; between tests one is selected, by the arrows or by pointing at it."""

    chosen = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self._rail: list[Json] = []
        self._selected: int | None = None
        self._time: tuple[str, str, str] = ("", "", "")
        self._places: list[tuple[QRectF, _Row]] = []
        self._turned = 0  # rows by which somebody has turned it away from the step in hand
        # Half of what text grows by: the rail must leave the room to the test.
        self._larger = 1.0 + 0.5 * (theme.text_scale() - 1.0)
        self.setFixedWidth(theme.scaled(round(_WIDTH * self._larger)))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
        self.setAccessibleName(tr("steps of the visit"))

    def sizeHint(self) -> QSize:
        """As wide as a step with its area."""
        return QSize(self.minimumWidth(), 400)

    def show_steps(self, rail: list[Json], selected: int | None, time: Json | None) -> None:
        """Show the rail of a view, the selected step, time used and time left."""
        said = ("", "", "") if time is None else _time_words(time)
        if (rail, selected, said) == (self._rail, self._selected, self._time):
            return
        if selected != self._selected:
            self._turned = 0
        self._rail, self._selected, self._time = rail, selected, said
        self.setAccessibleName("; ".join([*(step_words(step) for step in rail), *filter(None, said)]))
        self.update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Pointing at a step selects it, where one can be selected."""
        if event.button() != Qt.MouseButton.LeftButton or not is_new_contact(self, stamp_ns(event)):
            return
        row = self._row_at(event.position())
        if row is not None and row.step is not None:
            self.chosen.emit(row.step["step"])
        elif row is not None and row.more:
            self._turned += row.more
            self.update()

    def event(self, event: QEvent) -> bool:
        """A step says in full how it stands and why."""
        if event.type() == QEvent.Type.ToolTip:
            row = self._row_at(QPointF(event.pos()))  # type: ignore[attr-defined]
            said = step_words(row.step) if row is not None and row.step is not None else ""
            QToolTip.showText(event.globalPos(), said, self)  # type: ignore[attr-defined]
            return True
        return super().event(event)

    def _row_at(self, place: QPointF) -> _Row | None:
        at = place / theme.scale() / self._larger
        return next((row for where, row in self._places if where.contains(at)), None)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the list, with a heading for each area, and the time below."""
        painter, whole = on_paper(self)
        painter.scale(self._larger, self._larger)
        height = whole.height() / self._larger
        foot = _FOOT if height > 3 * _FOOT else _LOW_FOOT
        room = height - foot - 8
        rows = _rows(self._rail)
        high = min(float(_ROW), max(float(_LOWEST_ROW), room / max(1, len(rows))))
        shown = self._in_sight(rows, max(1, int(room / high)))
        self._places = [
            (QRectF(6, 6 + number * high, _WIDTH - 12, high - 2), row) for number, row in enumerate(shown)
        ]
        for place, row in self._places:
            if row.step is not None:
                self._step(painter, place, row.step)
            else:
                self._line(painter, place.adjusted(6, 0, 0, 0), row.text, 15, bold=not row.more)
        self._foot(painter, QRectF(12, height - foot, _WIDTH - 18, foot))
        painter.end()

    def _in_sight(self, rows: list[_Row], most: int) -> list[_Row]:
        """The rows that there is room for, around the step in hand."""
        if len(rows) <= most:
            return rows
        at = next((i for i, row in enumerate(rows) if row.step is not None and self._in_hand(row.step)), 0)
        first = max(0, min(at - most // 2 + self._turned, len(rows) - most))
        self._turned = first - max(0, min(at - most // 2, len(rows) - most))
        shown = rows[first : first + most]
        page = most - 2
        if page < 1:
            return shown
        if first:
            shown[0] = _Row(tr("▲ {number} more", number=first + 1), more=-page)
        if first + most < len(rows):
            shown[-1] = _Row(tr("▼ {number} more", number=len(rows) - first - most + 1), more=page)
        return shown

    def _in_hand(self, step: Json) -> bool:
        return bool(step["step"] == self._selected if self._selected is not None else step["current"])

    def _step(self, painter: QPainter, place: QRectF, step: Json) -> None:
        ink = theme.INK
        if step["current"] and step["status"] in ("running", "paused"):
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.INK)
            painter.drawRoundedRect(place, 6, 6)
            ink = theme.PAPER
        elif step["step"] == self._selected:
            painter.setPen(theme.BLUE)
            painter.setBrush(theme.BLUE_PALE)
            painter.drawRoundedRect(place, 6, 6)
        elif step["state"] in ("ready", "skipped"):
            ink = theme.QUIET
        painter.setPen(ink)
        px = min(19, int(0.72 * place.height()))
        bold = bool(step["current"])
        painter.setFont(theme.font(px, bold=bold))
        centre = Qt.AlignmentFlag.AlignVCenter.value
        painter.drawText(place.adjusted(_MARK_AT, 0, 0, 0), centre, _MARKS.get(step["state"], "?"))
        label = told(step["label"])
        beside = state_words(step["state"]) if step["state"] in _TOLD else _times(step)
        at = px + _MARK_AT + _BESIDE_GAP // 2
        room = place.width() - at - 6
        label_px, beside_px = _fitting(label, beside, room, px, bold=bold)
        painter.setFont(theme.font(label_px, bold=bold))
        painter.drawText(place.adjusted(at, 0, 0, 0), centre, label)
        left = room - painter.fontMetrics().horizontalAdvance(label) - _BESIDE_GAP
        painter.setFont(theme.font(beside_px))
        beside = painter.fontMetrics().elidedText(beside, Qt.TextElideMode.ElideRight, int(left))
        painter.drawText(place.adjusted(at, 0, -6, 0), centre | Qt.AlignmentFlag.AlignRight.value, beside)

    def _foot(self, painter: QPainter, place: QRectF) -> None:
        used, left, source = self._time
        if not used:
            return
        painter.setPen(theme.LINE)
        painter.drawLine(place.topLeft(), place.topRight())
        if place.height() < _FOOT:
            self._line(painter, place.adjusted(0, 2, 0, 0), left, 17, bold=True)
            return
        self._line(painter, QRectF(place.left(), place.top() + 4, place.width(), 20), used, 15)
        self._line(painter, QRectF(place.left(), place.top() + 24, place.width(), 22), left, 17, bold=True)
        painter.setPen(theme.QUIET)
        painter.setFont(theme.font(12))
        below = QRectF(place.left(), place.top() + 46, place.width(), place.height() - 48)
        painter.drawText(below, Qt.TextFlag.TextWordWrap.value, source)

    def _line(self, painter: QPainter, place: QRectF, text: str, px: int, *, bold: bool = False) -> None:
        font = theme.font(px, bold=bold)
        while px > 9 and QFontMetrics(font).horizontalAdvance(text) > place.width():
            px -= 1
            font = theme.font(px, bold=bold)
        painter.setFont(font)
        painter.setPen(theme.QUIET if not bold else theme.INK)
        painter.drawText(place, Qt.AlignmentFlag.AlignVCenter.value, text)


def step_words(step: Json) -> str:
    """A step in full: where, how it stands and why."""
    name = " ".join(told(part) for part in (step["label"], step["site"]) if part)
    said = f"{name}: {state_words(step['state'])}"
    return f"{said}, {told(step['why'])}" if step["why"] else said


def _rows(rail: list[Json]) -> list[_Row]:
    rows: list[_Row] = []
    site = ""
    for step in rail:
        if step["site"] not in ("", site):
            site = step["site"]
            rows.append(_Row(f"{told(site).upper()} ({side_words(step['site_role'])})"))
        rows.append(_Row(step["label"], step))
    return rows


def _fitting(label: str, beside: str, room: float, px: int, *, bold: bool) -> tuple[int, int]:
    """The sizes of a step and of the word beside it in which both are whole, the largest of a few."""
    least = _LEAST_PX
    for sizes in ((px, min(14, px)), (px, least), (min(16, px), least), (min(14, px), least), (least, least)):
        widths = [
            QFontMetrics(theme.font(size, bold=heavy)).horizontalAdvance(text)
            for text, size, heavy in ((label, sizes[0], bold), (beside, sizes[1], False))
        ]
        if sum(widths) + _BESIDE_GAP + 3 <= room:  # widths are rounded, and a painter may scale
            break
    return sizes


def _times(step: Json) -> str:
    """How often a step was tried, where that was more than once."""
    return tr("{number} attempts", number=len(step["attempts"])) if len(step["attempts"]) > 1 else ""


def _time_words(time: Json) -> tuple[str, str, str]:
    return (tr("{time} used", time=minutes(time["used_s"])), *left_words(time))
