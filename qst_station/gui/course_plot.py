"""The course as it is drawn: girths and their difference over time with bands of reading error, z-scores below.

Painting knows nothing of widgets, so that the same picture goes to the screen and to a file.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QPolygonF, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from qst_station.gui import theme
from qst_station.gui.chart import value_ticks
from qst_station.gui.course_key import key_height, paint_key, paint_mark
from qst_station.gui.course_words import gap_words
from qst_station.gui.fitted_text import with_minus
from qst_station.gui.json_lines import Json
from qst_station.gui.paper import on_paper
from qst_station.gui.words import told, tr

PICTURE = QRectF(0, 0, 1120, 620)
"""The picture in a file, in logical pixels."""

NORMAL_Z = 1.96  # 95 % of a standard normal distribution
_LIMIT_Z = 6.0
_Z_ORDER = ("MDT", "MPT", "MPS", "WUR", "VDT", "PPT")  # DMA has no z
_ROOM = 0.12  # of the span, above and below
_LEAST_CM = 1.0
_CENTRE = Qt.AlignmentFlag.AlignCenter.value
_LEFT = Qt.AlignmentFlag.AlignVCenter.value
_SIDE_BY_SIDE = 760.0  # width from which both limb panels stand in one row
_Z_WIDTH = 140.0  # that a panel of z-scores needs
_LIMB_HEIGHT, _Z_HEIGHT = 180.0, 120.0  # below which a row of panels cannot be read
_RIGHT = Qt.AlignmentFlag.AlignRight.value | Qt.AlignmentFlag.AlignVCenter.value


@dataclass(frozen=True, slots=True, kw_only=True)
class Trace:
    """Values at the points of a course, None where there is none; `affected` says which mark they get."""

    values: tuple[float | None, ...]
    affected: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Band:
    """Where a value stays if nothing but reading error changed it, at each point; None where nothing is known."""

    limits: tuple[tuple[float, float] | None, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Panel:
    """One field of the picture.

    Attributes
    ----------
    above : tuple of bool
        At which points a change exceeds the band; they get a mark.
    """

    title: str
    traces: tuple[Trace, ...]
    band: Band | None = None
    above: tuple[bool, ...] = ()


def limb_panels(course: Json) -> tuple[Panel, Panel]:
    """Girth of both sides, and their difference."""
    girths = Panel(
        title=tr("Girth, cm"),
        traces=(
            Trace(values=_limb_values(course, "unaffected_cm"), affected=False),
            Trace(values=_limb_values(course, "affected_cm"), affected=True),
        ),
        band=_band(course, "affected", "affected_cm"),
        above=_above(course, "affected"),
    )
    difference = Panel(
        title=tr("Affected minus unaffected, cm"),
        traces=(Trace(values=_limb_values(course, "difference_cm"), affected=True),),
        band=_band(course, "difference", "difference_cm"),
        above=_above(course, "difference"),
    )
    return girths, difference


def z_panels(course: Json) -> tuple[Panel, ...]:
    """One panel of z-scores for each parameter that has any; none for a role that may not see them."""
    if not course["with_z"]:
        return ()
    found = []
    for parameter in _Z_ORDER:
        rows = {row["site_role"]: row["values"] for row in course["parameters"] if row["parameter"] == parameter}
        traces = tuple(
            Trace(values=tuple(value and value["z"] for value in rows[role]), affected=role == "affected")
            for role in ("control", "affected")
            if role in rows
        )
        if any(z is not None for trace in traces for z in trace.values):
            found.append(Panel(title=parameter, traces=traces))
    return tuple(found)


def places(course: Json) -> tuple[float | None, ...]:
    """Where each point lies on the axis: days since day 0, or its number where day 0 is not known."""
    points = course["points"]
    if course["baseline"]["on"] is None:
        return tuple(float(number) for number in range(len(points)))
    return tuple(None if point["day"] is None else float(point["day"]) for point in points)


def _limb_values(course: Json, name: str) -> tuple[float | None, ...]:
    return tuple(None if row is None else row[name] for row in course["limb"])


def _verdicts(course: Json, quantity: str) -> list[Json | None]:
    return [
        next((v for v in (row["verdicts"] if row else ()) if v["quantity"] == quantity), None)
        for row in course["limb"]
    ]


def _band(course: Json, quantity: str, name: str) -> Band:
    limits: list[tuple[float, float] | None] = []
    for row, verdict in zip(course["limb"], _verdicts(course, quantity), strict=True):
        if verdict is None:
            limits.append(None)
            continue
        baseline = row[name] - verdict["change_cm"]
        limits.append((baseline - verdict["mdc95_cm"], baseline + verdict["mdc95_cm"]))
    return Band(limits=tuple(limits))


def _above(course: Json, quantity: str) -> tuple[bool, ...]:
    return tuple(v is not None and v["verdict"] == "above" for v in _verdicts(course, quantity))


class CoursePlot(QWidget):
    """The picture of a course. It grows with the text, and takes the height that its panels need in its width."""

    def __init__(self) -> None:
        super().__init__()
        self.course: Json | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def show_course(self, course: Json | None) -> None:
        """Show another course, or none."""
        self.course = course
        self._make_room()
        self.setAccessibleName(tr("course: {values}", values=_spoken(course)) if course else tr("course"))
        self.update()

    def sizeHint(self) -> QSize:
        """Broad."""
        return QSize(theme.roomy(900), theme.roomy(420))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width asks for another height."""
        super().resizeEvent(event)
        self._make_room()

    def _make_room(self) -> None:
        if self.course is not None:
            grown = theme.scale() * theme.text_scale()
            self.setMinimumHeight(round(least_height(self.course, self.width() / grown) * grown))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the picture as large as its place."""
        painter, room = on_paper(self)
        if self.course is not None:
            larger = theme.text_scale()
            painter.scale(larger, larger)
            paint_course(painter, QRectF(0, 0, room.width() / larger, room.height() / larger), self.course)
        painter.end()


def _spoken(course: Json) -> str:
    said = []
    for point, row in zip(course["points"], course["limb"], strict=True):
        title = told(point["title"])
        if row:
            affected, other = row["affected_cm"], row["unaffected_cm"]
            said.append(
                tr(
                    "{visit}: affected {affected}, unaffected {other} cm",
                    visit=title,
                    affected=affected,
                    other=other,
                )
            )
        else:
            said.append(f"{title}: {gap_words(point['gap'])}")
    return "; ".join(said)


def least_height(course: Json, width: float) -> float:
    """The height below which the picture of a course cannot be read in so much width."""
    limbs, rows, _ = _arranged(course, width)
    return limbs * _LIMB_HEIGHT + rows * _Z_HEIGHT + key_height(width)


def _arranged(course: Json, width: float) -> tuple[int, int, int]:
    """How many rows of limb panels there are, how many of z panels, and how many panels stand in one of these."""
    count = len(z_panels(course))
    in_row = max(1, min(count, int(width / _Z_WIDTH)))
    return (1 if width >= _SIDE_BY_SIDE else 2), -(-count // in_row), in_row


def paint_course(painter: QPainter, room: QRectF, course: Json) -> None:
    """Paint limb panels above, z panels below, and the key."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    if not course["points"]:
        painter.setPen(theme.INK)
        painter.setFont(theme.font(22))
        painter.drawText(room, _CENTRE, tr("No visit yet."))
        return
    axis = _Axis(places(course), course["points"])
    limb_rows, z_rows, in_row = _arranged(course, room.width())
    key = key_height(room.width())
    body = room.adjusted(4, 2, -4, -key)
    share = 3 * limb_rows / (3 * limb_rows + 2 * z_rows)
    upper = QRectF(body.left(), body.top(), body.width(), body.height() * share)
    for panel, place in zip(limb_panels(course), _grid(upper, 2, 2 // limb_rows), strict=True):
        _paint_panel(painter, place, panel, axis)
    lower = QRectF(body.left(), upper.bottom(), body.width(), body.height() - upper.height())
    small = z_panels(course)
    for panel, place in zip(small, _grid(lower, len(small), in_row), strict=True):
        _paint_panel(painter, place, panel, axis, z=True)
    paint_key(painter, QRectF(room.left() + 8, room.bottom() - key, room.width() - 16, key))


def _grid(room: QRectF, count: int, in_row: int) -> list[QRectF]:
    """Places for so many panels, row by row."""
    width, height = room.width() / in_row, room.height() / max(1, -(-count // in_row))
    return [
        QRectF(room.left() + i % in_row * width, room.top() + i // in_row * height, width, height)
        for i in range(count)
    ]


class _Axis:
    """The visits on the horizontal axis; those that took place, the gaps, and their names."""

    def __init__(self, at: Sequence[float | None], points: Sequence[Json]) -> None:
        self.at = at
        self.gaps = [
            (x, gap_words(point["gap"]))
            for x, point in zip(at, points, strict=True)
            if x is not None and point["gap"]
        ]
        self.names = [(x, told(point["title"])) for x, point in zip(at, points, strict=True) if x is not None]
        known = [x for x in at if x is not None]
        self.low, self.high = (min(known), max(known)) if known else (0.0, 1.0)

    def x(self, place: QRectF, at: float) -> float:
        inner = place.adjusted(18, 0, -18, 0)
        span = self.high - self.low
        return inner.center().x() if span <= 0 else inner.left() + (at - self.low) / span * inner.width()


class _Scale:
    """The values on the vertical axis."""

    def __init__(self, place: QRectF, low: float, high: float) -> None:
        self.place, self.low, self.high = place, low, high

    def y(self, value: float) -> float:
        within = max(self.low, min(self.high, value))
        return self.place.bottom() - (within - self.low) / (self.high - self.low) * self.place.height()


def _span(panel: Panel) -> tuple[float, float]:
    values = [value for trace in panel.traces for value in trace.values if value is not None]
    values += [edge for limits in (panel.band.limits if panel.band else ()) if limits for edge in limits]
    low, high = (min(values), max(values)) if values else (0.0, 1.0)
    room = max((high - low) * _ROOM, (_LEAST_CM - (high - low)) / 2)
    return low - room, high + room


def _paint_panel(painter: QPainter, room: QRectF, panel: Panel, axis: _Axis, *, z: bool = False) -> None:
    place = room.adjusted(34 if z else 46, 26, -6, -24 if z else -44)
    scale = _Scale(place, *((-_LIMIT_Z, _LIMIT_Z) if z else _span(panel)))
    painter.setPen(theme.INK)
    painter.setFont(theme.font(15, bold=True))
    painter.drawText(
        QRectF(room.left() + 6, room.top(), room.width() - 8, 24), _LEFT, f"z  {panel.title}" if z else panel.title
    )
    if z:
        top, bottom = scale.y(NORMAL_Z), scale.y(-NORMAL_Z)
        painter.fillRect(QRectF(place.left(), top, place.width(), bottom - top), theme.BLUE_PALE)
    elif panel.band is not None:
        _paint_band(painter, panel.band, axis, scale)
    painter.setFont(theme.font(13))
    for value in (-6.0, -3.0, 0.0, 3.0, 6.0) if z else value_ticks(scale.low, scale.high):
        y = scale.y(value)
        painter.setPen(QPen(theme.QUIET if z and not value else theme.LINE, 1))
        painter.drawLine(QPointF(place.left(), y), QPointF(place.right(), y))
        painter.setPen(theme.INK)
        words = f"{value:+.0f}" if z and value else f"{value:.4g}"
        at = QRectF(room.left(), y - 9, place.left() - room.left() - 5, 18)
        painter.drawText(at, _RIGHT, with_minus(words))
    _paint_gaps(painter, place, axis, words=not z)
    _paint_visits(painter, place, axis, lines=1 if z else 2)
    for trace in panel.traces:
        _paint_trace(painter, trace, axis, scale)
    marked = zip(axis.at, panel.traces[-1].values, panel.above, strict=False)
    for x, girth_cm, above in marked:
        if above and x is not None and girth_cm is not None:
            painter.setPen(theme.INK)
            painter.setFont(theme.font(15, bold=True))
            painter.drawText(QRectF(axis.x(place, x) - 16, scale.y(girth_cm) - 29, 32, 20), _CENTRE, "▲")


def _paint_band(painter: QPainter, band: Band, axis: _Axis, scale: _Scale) -> None:
    """Each limit reaches half way to the neighbouring visits."""
    spots = [
        (axis.x(scale.place, x), limits) for x, limits in zip(axis.at, band.limits, strict=True) if x is not None
    ]
    if not spots:
        return
    edges = [scale.place.left(), *((a + b) / 2 for (a, _), (b, _) in pairwise(spots)), scale.place.right()]
    for (left, right), (_, limits) in zip(pairwise(edges), spots, strict=True):
        if limits is not None:
            top, bottom = scale.y(limits[1]), scale.y(limits[0])
            painter.fillRect(QRectF(left, top, right - left, bottom - top), theme.BLUE_PALE)


def _paint_gaps(painter: QPainter, place: QRectF, axis: _Axis, *, words: bool) -> None:
    painter.setPen(QPen(theme.QUIET, 1, Qt.PenStyle.DotLine))
    for x, _ in axis.gaps:
        below_word = QPointF(axis.x(place, x), place.top() + 18)
        painter.drawLine(below_word, QPointF(axis.x(place, x), place.bottom()))
    painter.setPen(theme.QUIET)
    painter.setFont(theme.font(12, bold=True))
    for x, gap in axis.gaps:
        word, at = gap if words else "✕", QRectF(axis.x(place, x) - 60, place.top(), 120, 18)
        painter.fillRect(painter.boundingRect(at, _CENTRE, word), theme.PAPER)  # no line goes through it
        painter.drawText(at, _CENTRE, word)


def _paint_visits(painter: QPainter, place: QRectF, axis: _Axis, *, lines: int) -> None:
    """Ticks, and the names below them in so many lines; in a single one, all of them or none."""
    painter.setPen(theme.INK)
    painter.setFont(theme.font(12))
    ends = [-1e9] * lines  # where the last name of each line ends
    named: list[tuple[QRectF, str]] = []
    for x, name in axis.names:
        spot = axis.x(place, x)
        painter.drawLine(QPointF(spot, place.bottom()), QPointF(spot, place.bottom() + 4))
        width = painter.fontMetrics().horizontalAdvance(name) + 8.0
        left = min(max(spot - width / 2, place.left() - 40), place.right() - width + 6)
        line = next((i for i, end in enumerate(ends) if left >= end), None)
        if line is not None:
            ends[line] = left + width
            named.append((QRectF(left, place.bottom() + 4 + 18 * line, width, 18), name))
    for room, name in named if lines > 1 or len(named) == len(axis.names) else ():
        painter.drawText(room, _CENTRE, name)


def _paint_trace(painter: QPainter, trace: Trace, axis: _Axis, scale: _Scale) -> None:
    """Marks, and lines between visits that follow each other: a gap stays one."""
    spots = [
        None if x is None or value is None else QPointF(axis.x(scale.place, x), scale.y(value))
        for x, value in zip(axis.at, trace.values, strict=True)
    ]
    painter.setPen(QPen(theme.QUIET, 1.5, Qt.PenStyle.SolidLine if trace.affected else Qt.PenStyle.DashLine))
    for one, other in pairwise(spots):
        if one is not None and other is not None:
            painter.drawPolyline(QPolygonF([one, other]))
    for spot, value in zip(spots, trace.values, strict=True):
        if spot is not None and value is not None:
            paint_mark(painter, spot, affected=trace.affected)
            if not scale.low <= value <= scale.high:
                painter.setFont(theme.font(12, bold=True))
                painter.drawText(
                    QRectF(spot.x() - 24, spot.y() + (8 if value > 0 else -26), 48, 18), _CENTRE, f"{value:+.1f}"
                )
