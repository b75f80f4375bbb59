"""The steps of the visit on the left: what is done, what runs, what waits. No results."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from qst_station.gui import theme
from qst_station.gui.json_lines import Json
from qst_station.gui.paper import on_paper

_MARKS = {"ready": "○", "running": "▶", "paused": "‖", "done": "✓", "stopped": "■", "skipped": "–"}
_ROW_PX = 34
_WIDTH = 196


class Rail(QWidget):
    """All steps with a mark each; one may be selected between tests."""

    def __init__(self) -> None:
        super().__init__()
        self._rail: list[Json] = []
        self._selected: int | None = None
        self._used = ""
        self.setFixedWidth(theme.scaled(_WIDTH))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)

    def sizeHint(self) -> QSize:
        """As wide as a step with its area."""
        return QSize(theme.scaled(_WIDTH), 400)

    def set_rail(self, rail: list[Json], selected: int | None, used_s: float) -> None:
        """Show the rail of a view, the selected step and the time used."""
        minutes = f"{int(used_s) // 60} min used" if rail else ""
        if (rail, selected, minutes) != (self._rail, self._selected, self._used):
            self._rail, self._selected, self._used = rail, selected, minutes
            self.setAccessibleName("; ".join(f"{s['label']} {s['site']} {s['status']}" for s in rail))
            self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the list, with a heading for each area."""
        painter, whole = on_paper(self)
        height = whole.height()
        headings = len({step["site"] for step in self._rail if step["site"]})
        row = min(_ROW_PX, (height - 34) / max(1, len(self._rail) + headings))
        y, site = 6.0, ""
        for step in self._rail:
            if step["site"] not in ("", site):
                site = step["site"]
                painter.setFont(theme.font(15, bold=True))
                painter.setPen(theme.QUIET)
                self._text(
                    painter, QRectF(12, y, 180, row), f"{site.upper()} ({_ROLE.get(step['site_role'], '')})"
                )
                y += row
            self._step(painter, QRectF(6, y, _WIDTH - 12, row - 2), step)
            y += row
        painter.setFont(theme.font(15))
        painter.setPen(theme.QUIET)
        self._text(painter, QRectF(12, height - 28, 180, 24), self._used)
        painter.end()

    def _step(self, painter: QPainter, place: QRectF, step: Json) -> None:
        if step["current"]:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.INK)
            painter.drawRoundedRect(place, 6, 6)
        elif step["step"] == self._selected:
            painter.setPen(theme.BLUE)
            painter.setBrush(theme.BLUE_PALE)
            painter.drawRoundedRect(place, 6, 6)
        waiting = step["status"] in ("ready", "skipped")
        painter.setPen(theme.PAPER if step["current"] else theme.QUIET if waiting else theme.INK)
        painter.setFont(theme.font(19, bold=step["current"]))
        self._text(painter, place.adjusted(8, 0, 0, 0), _MARKS.get(step["status"], "?"))
        self._text(painter, place.adjusted(38, 0, 0, 0), step["label"])
        if step["status"] in ("stopped", "skipped", "paused"):
            painter.setFont(theme.font(14))
            right = Qt.AlignmentFlag.AlignVCenter.value | Qt.AlignmentFlag.AlignRight.value
            painter.drawText(place.adjusted(96, 0, -6, 0), right, step["status"])

    def _text(self, painter: QPainter, place: QRectF, text: str) -> None:
        painter.drawText(place, Qt.AlignmentFlag.AlignVCenter.value, text)


_ROLE = {"control": "control", "affected": "test"}
