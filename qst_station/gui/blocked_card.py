"""Stands in the place of a stimulus that must not be applied: why, and what mends it."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QVBoxLayout

from qst_station.gui import theme
from qst_station.gui.fitted_text import LEFT, FittedText
from qst_station.gui.json_lines import Json


class BlockedCard(QFrame):
    """The reason large, the remedy below it, and which key signs for it."""

    def __init__(self) -> None:
        super().__init__()
        self.setAutoFillBackground(True)
        palette = self.palette()
        palette.setColor(self.backgroundRole(), theme.ORANGE_PALE)
        self.setPalette(palette)
        self._mark = FittedText(most=60, bold=True, align=LEFT)
        self._mark.set_text("✕ BLOCKED")
        self.why = FittedText(most=44, bold=True, align=LEFT)
        self.remedy = FittedText(most=34, align=LEFT)
        self._sign = FittedText(most=24, align=LEFT, colour=theme.QUIET)
        column = QVBoxLayout(self)
        column.setContentsMargins(3 * theme.GAP, 2 * theme.GAP, 3 * theme.GAP, 2 * theme.GAP)
        column.addWidget(self._mark, 2)
        column.addWidget(self.why, 4)
        column.addWidget(self.remedy, 3)
        column.addWidget(self._sign, 1)

    def show_obstacle(self, obstacle: Json | None) -> None:
        """Show the obstacle of a view; nothing changes where there is none."""
        if obstacle is None:
            return
        self.why.set_text(obstacle["why"])
        self.remedy.set_text(obstacle["remedy"])
        roles = " or ".join(obstacle["roles"]).replace("_", " ")
        signs = f"[O] {roles} signs for its use; trials are marked." if roles else "Nobody may sign for its use."
        self._sign.set_text(signs)
        self.setAccessibleName(f"blocked: {obstacle['why']} {obstacle['remedy']}")
