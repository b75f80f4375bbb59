"""The somatosensory profile as the field draws it: z on the vertical axis, gain up, the normal band shaded."""

from __future__ import annotations

from math import atan2, degrees, hypot, isfinite

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from qst_station.gui import theme
from qst_station.gui.fitted_text import with_minus
from qst_station.gui.json_lines import Json
from qst_station.gui.paper import on_paper
from qst_station.gui.words import tr

LIMIT_Z = 6.0
NORMAL_Z = 1.96  # 95 % of a standard normal distribution
_WATERMARK_OPACITY = 0.25
_LEAST_WIDTH, _LEAST_HEIGHT = 360, 300
_ORDER = ("MDT", "MPT", "MPS", "WUR", "VDT", "PPT")  # DMA has no z


def drawn_z(row: Json) -> float | None:
    """The z of a parameter row where it can be drawn."""
    z = row["z"]
    return float(z) if z is not None and isfinite(z) else None


class ProfilePlot(QWidget):
    """Control as open circles, test area as filled squares, joined by lines."""

    def __init__(self) -> None:
        super().__init__()
        self._rows: list[Json] = []
        self._mark = ""
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumSize(theme.roomy(_LEAST_WIDTH), theme.roomy(_LEAST_HEIGHT))

    def set_rows(self, rows: list[Json]) -> None:
        """Show parameter rows of a review."""
        self._rows = rows
        spoken = [
            f"{r['parameter']} {_area_word(r['site_role'])} {drawn_z(r):+.1f}"
            for r in rows
            if drawn_z(r) is not None
        ]
        self.setAccessibleName(tr("z-score profile: {values}", values="; ".join(spoken) or tr("no z-scores")))
        self.update()

    def set_mark(self, word: str) -> None:
        """Write across the picture that it is of no real visit; empty for a real one."""
        self._mark = word
        self.update()

    def sizeHint(self) -> QSize:
        """Room for six parameters."""
        return QSize(theme.roomy(460), theme.roomy(420))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint band, axes and both profiles."""
        painter, room = on_paper(self)
        larger = theme.text_scale()
        painter.scale(larger, larger)
        whole = QRectF(0, 0, room.width() / larger, room.height() / larger)
        place = whole.adjusted(58, 34, -12, -66)
        self._axes(painter, place)
        self._watermark(painter, place)
        self._profile(painter, place, "control")
        self._profile(painter, place, "affected")
        self._key(painter, place, whole.height() - 20.0)
        painter.end()

    def _y(self, place: QRectF, z: float) -> float:
        return place.center().y() - max(-LIMIT_Z, min(LIMIT_Z, z)) / LIMIT_Z * place.height() / 2

    def _x(self, place: QRectF, parameter: str) -> float:
        return place.left() + (_ORDER.index(parameter) + 0.5) * place.width() / len(_ORDER)

    def _axes(self, painter: QPainter, place: QRectF) -> None:
        top, bottom = self._y(place, NORMAL_Z), self._y(place, -NORMAL_Z)
        painter.fillRect(QRectF(place.left(), top, place.width(), bottom - top), theme.BLUE_PALE)
        painter.setFont(theme.font(15))
        for z in range(-6, 7, 2):
            y = self._y(place, z)
            painter.setPen(QPen(theme.INK if z == 0 else theme.LINE, 2 if z == 0 else 1))
            painter.drawLine(QPointF(place.left(), y), QPointF(place.right(), y))
            painter.setPen(theme.INK)
            painter.drawText(QRectF(26, y - 10, 28, 20), _RIGHT, with_minus(f"{z:+d}") if z else "0")
        painter.setPen(QPen(theme.QUIET, 1, Qt.PenStyle.DashLine))
        for y in (top, bottom):
            painter.drawLine(QPointF(place.left(), y), QPointF(place.right(), y))
        painter.setPen(theme.INK)
        for parameter in _ORDER:
            x = self._x(place, parameter)
            painter.drawText(QRectF(x - 40, place.bottom() + 6, 80, 22), _CENTRE, parameter)
        painter.setFont(theme.font(15, bold=True))
        for upper, word in ((True, tr("GAIN")), (False, tr("LOSS"))):
            painter.save()
            painter.translate(16, place.center().y() + (-1 if upper else 1) * place.height() / 3)
            painter.rotate(-90)
            painter.drawText(QRectF(-60, -12, 120, 24), _CENTRE, word)
            painter.restore()

    def _watermark(self, painter: QPainter, place: QRectF) -> None:
        """The word from corner to corner, pale and behind the values."""
        if not self._mark:
            return
        metrics = QFontMetrics(theme.font(100, bold=True))
        across = hypot(place.width(), place.height())
        painter.save()
        painter.setOpacity(_WATERMARK_OPACITY)
        painter.setPen(theme.QUIET)
        painter.translate(place.center())
        painter.rotate(-degrees(atan2(place.height(), place.width())))
        # Shorter than the diagonal, as its own height needs room at the corners.
        painter.setFont(theme.font(max(12, int(70.0 * across / metrics.horizontalAdvance(self._mark))), bold=True))
        painter.drawText(QRectF(-across / 2, -across / 4, across, across / 2), _CENTRE, self._mark)
        painter.restore()

    def _profile(self, painter: QPainter, place: QRectF, role: str) -> None:
        known = {
            r["parameter"]: drawn_z(r) for r in self._rows if r["site_role"] == role and r["parameter"] in _ORDER
        }
        points = [(self._x(place, p), z) for p in _ORDER if (z := known.get(p)) is not None]
        nudge = -7 if role == "control" else 7
        spots = [QPointF(x + nudge, self._y(place, z)) for x, z in points]
        painter.setPen(
            QPen(theme.QUIET, 1.5, Qt.PenStyle.DashLine if role == "control" else Qt.PenStyle.SolidLine)
        )
        painter.drawPolyline(QPolygonF(spots))
        for spot, (_, z) in zip(spots, points, strict=True):
            _mark(painter, spot, role)
            if abs(z) > LIMIT_Z:
                painter.setPen(theme.INK)
                painter.setFont(theme.font(14, bold=True))
                painter.drawText(
                    QRectF(spot.x() - 30, spot.y() + (10 if z > 0 else -30), 60, 20), _CENTRE, f"{z:+.1f}"
                )

    def _key(self, painter: QPainter, place: QRectF, y: float) -> None:
        painter.setFont(theme.font(15))
        metrics = QFontMetrics(theme.font(15))
        x = place.left() + 12
        for role in ("control", "affected"):
            word = _area_word(role)
            _mark(painter, QPointF(x, y), role)
            painter.setPen(theme.INK)
            painter.drawText(QRectF(x + 14, y - 12, 400, 24), Qt.AlignmentFlag.AlignVCenter.value, word)
            x += metrics.horizontalAdvance(word) + 48
        painter.setPen(theme.QUIET)
        top = QRectF(place.left(), 6, place.width(), 22)
        painter.drawText(top, _CENTRE, tr("z-score; shaded: within ±1.96"))


def _area_word(role: str) -> str:
    return tr("control area") if role == "control" else tr("test area")


_CENTRE = Qt.AlignmentFlag.AlignCenter.value
_RIGHT = Qt.AlignmentFlag.AlignRight.value | Qt.AlignmentFlag.AlignVCenter.value


def _mark(painter: QPainter, spot: QPointF, role: str) -> None:
    painter.setPen(QPen(theme.INK, 2))
    if role == "control":
        painter.setBrush(theme.PAPER)
        painter.drawEllipse(spot, 8, 8)
    else:
        painter.setBrush(theme.ORANGE)
        painter.drawRect(QRectF(spot.x() - 7.5, spot.y() - 7.5, 15, 15))
