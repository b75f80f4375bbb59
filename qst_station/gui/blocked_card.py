"""Stands in the place of a stimulus that must not be applied: why, and what mends it."""

from __future__ import annotations

from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from qst_station.gui import theme
from qst_station.gui.answer_tiles import Tile
from qst_station.gui.fitted_text import LEFT, FittedText
from qst_station.gui.json_lines import Json
from qst_station.gui.words import told, tr


class BlockedCard(QWidget):
    """The reason large, the remedy below it, and which key signs for it."""

    def __init__(self) -> None:
        super().__init__()
        self._mark = FittedText(most=60, bold=True, align=LEFT)
        self.why = FittedText(most=44, bold=True, align=LEFT)
        self.remedy = FittedText(most=34, align=LEFT)
        self.sign = Tile("blocked stimulus", action="override")
        self._nobody = FittedText(most=24, align=LEFT, colour=theme.QUIET)
        column = QVBoxLayout(self)
        column.setContentsMargins(3 * theme.GAP, 2 * theme.GAP, 3 * theme.GAP, 2 * theme.GAP)
        column.addWidget(self._mark, 2)
        column.addWidget(self.why, 4)
        column.addWidget(self.remedy, 3)
        column.addWidget(self.sign, 2)
        column.addWidget(self._nobody, 1)

    def show_obstacle(self, obstacle: Json | None, *, refused: str) -> None:
        """Show the obstacle of a view; nothing changes where there is none. ``refused``: why none may sign now."""
        if obstacle is None:
            return
        why, remedy = told(obstacle["why"]), told(obstacle["remedy"])
        self._mark.set_text(tr("✕ BLOCKED"))
        self.why.set_text(why)
        self.remedy.set_text(remedy)
        roles = tr(" or ").join(told(role.replace("_", " ")) for role in obstacle["roles"])
        self.sign.setVisible(bool(roles))
        self._nobody.setVisible(not roles)
        self.sign.set_text(tr("{roles} signs for its use; trials are marked", roles=roles), live=not refused)
        self._nobody.set_text(tr("Nobody may sign for its use."))
        self.setAccessibleName(tr("blocked: {why} {remedy}", why=why, remedy=remedy))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the ground."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme.ORANGE_PALE)
        painter.end()
