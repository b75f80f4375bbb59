"""Who and where, on top of every screen of a visit; stripes and a word where it is no real visit."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from qst_station.gui import theme
from qst_station.gui.fitted_text import LEFT, FittedText, unbroken
from qst_station.gui.json_lines import Json
from qst_station.gui.side_words import side_words
from qst_station.gui.words import told, tr

_HEIGHT = 64
_HIGHEST = 96


def paint_stripes(painter: QPainter, place: QRectF, light: QColor, dark: QColor) -> None:
    """Fill ``place`` with slanted stripes."""
    painter.save()
    painter.setClipRect(place)
    painter.fillRect(place, light)
    painter.setPen(QPen(dark, 10))
    x = place.left() - place.height()
    while x < place.right() + place.height():
        painter.drawLine(int(x), int(place.bottom()), int(x + place.height()), int(place.top()))
        x += 28
    painter.restore()


class HeadLine(QWidget):
    """Study, participant and visit on the left; the area under test in words on the right."""

    def __init__(self) -> None:
        super().__init__()
        self._kind = "real"
        self._who = FittedText("QST Station", most=24, align=LEFT, bold=True)
        self._mark = FittedText("", most=34, bold=True, colour=theme.INK, ground=theme.ALARM)
        self.where = FittedText(
            "", most=34, bold=True, align=Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        )
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.GAP, 8, theme.GAP, 8)
        row.setSpacing(theme.GAP)
        row.addWidget(self._who, 9)
        row.addWidget(self._mark, 5)
        row.addWidget(self.where, 9)
        self._mark.hide()
        self.setFixedHeight(min(theme.roomy(_HEIGHT), theme.scaled(_HIGHEST)))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """The full width."""
        return QSize(800, _HEIGHT)

    def show_view(self, view: Json | None) -> None:
        """Show the head of a view; the name of the program where there is no visit."""
        kind = view["kind"] if view else "real"
        if kind != self._kind:
            self._kind = kind
            self.update()
        self._mark.set_text("" if kind == "real" else kind_word(kind))
        self._mark.setVisible(kind != "real")
        if view is None:
            self._who.set_text("QST Station")
            self.where.set_text("")
            return
        who = view["who"]
        self._who.set_text(" · ".join((who["study"], who["participant"], told(who["visit"]))))
        self.where.set_text(_where(view))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the ground: white, or stripes where it is no real visit."""
        painter = QPainter(self)
        if self._kind == "real":
            painter.fillRect(self.rect(), theme.PAPER)
        else:
            paint_stripes(painter, QRectF(self.rect()), theme.ORANGE_PALE, theme.STRIPE)
        painter.fillRect(0, self.height() - 2, self.width(), 2, theme.INK)
        painter.end()


def kind_word(kind: str) -> str:
    """What a visit that is not real is called across the head line."""
    return {"practice": tr("PRACTICE"), "simulated": tr("SIMULATED")}.get(kind, kind.upper())


def visit_mark(view: Json) -> str:
    """What is written across the results of a visit that is not real; empty for a real one."""
    if view["training"]:
        return tr("TRAINING")
    return "" if view["kind"] == "real" else kind_word(view["kind"])


def _where(view: Json) -> str:
    """The area under test, the side first; empty where no step is open: what comes next may be elsewhere."""
    if view["status"] not in ("running", "paused"):
        return ""
    where, limb = view["where"], view["limb"]
    if where:
        return _role_and_place(where["role"], where["side"], where["body_site"])
    if limb and limb["side"]:
        return _role_and_place(limb["role"], limb["side"], limb["segment"])
    return ""


def _role_and_place(role: str, side: str, part: str) -> str:
    """Where it must break, it does so before the place: that stays whole."""
    return f"{side_words(role)}:  {unbroken(place_words(side, part).upper())}"


def place_words(side: str, part: str) -> str:
    """A part of the body with its side: right hand."""
    words = {
        ("left", "hand"): tr("left hand"),
        ("right", "hand"): tr("right hand"),
        ("left", "foot"): tr("left foot"),
        ("right", "foot"): tr("right foot"),
        ("left", "ankle"): tr("left ankle"),
        ("right", "ankle"): tr("right ankle"),
    }
    return words.get((side, part), f"{side} {part}")
