"""A table to read and, where it lists things, to choose a row from with the arrow keys."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableWidget, QTableWidgetItem

from qst_station.gui import theme


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """A text with the colours of a state."""

    text: str
    ink: QColor
    ground: QColor


class PlainTable(QTableWidget):
    """Rows of text. Where rows can be chosen, Enter on one is told by ``entered_row``.

    Parameters
    ----------
    stretch : int
        The column that takes the room that is left.
    wrap : bool
        Whether long texts take several lines.
    """

    entered_row = Signal()

    def __init__(
        self, name: str, heads: tuple[str, ...], *, choose: bool = False, stretch: int = -1, wrap: bool = False
    ) -> None:
        super().__init__(0, len(heads))
        self._name = name
        self._chooses = choose
        self.setAccessibleName(name)
        self.setHorizontalHeaderLabels(heads)
        self.setFont(theme.text(15))
        self.horizontalHeader().setFont(theme.text(15))
        self.setWordWrap(wrap)
        if wrap:
            self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        self.setShowGrid(False)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(theme.scaled(28))
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(stretch % len(heads), QHeaderView.ResizeMode.Stretch)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.setTabKeyNavigation(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        mode = QAbstractItemView.SelectionMode
        self.setSelectionMode(mode.SingleSelection if choose else mode.NoSelection)
        if not choose:
            self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.currentCellChanged.connect(self._told)

    def fill(self, rows: Sequence[Sequence[str | Cell]]) -> None:
        """Show other rows; the row that is chosen stays chosen by its place."""
        chosen = self.currentRow()
        self.blockSignals(True)
        self.setRowCount(len(rows))
        for i, cells in enumerate(rows):
            for j, cell in enumerate(cells):
                self.setItem(i, j, _item(cell))
        if self._chooses and rows:
            self.setCurrentCell(min(max(chosen, 0), len(rows) - 1), 0)
        self.blockSignals(False)

    def row_texts(self, row: int) -> list[str]:
        """The texts of a row."""
        items = [self.item(row, column) for column in range(self.columnCount())]
        return [item.text() if item is not None else "" for item in items]

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter goes on with the chosen row; Tab leaves the table."""
        if self._chooses and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if self.currentRow() >= 0 and not event.isAutoRepeat():
                self.entered_row.emit()
            return
        super().keyPressEvent(event)

    def _told(self, row: int) -> None:
        if self._chooses and row >= 0:
            self.setAccessibleName(f"{self._name}: {', '.join(self.row_texts(row))}")


def _item(cell: str | Cell) -> QTableWidgetItem:
    item = QTableWidgetItem(cell if isinstance(cell, str) else cell.text)
    item.setToolTip(item.text())
    if isinstance(cell, Cell):
        item.setForeground(cell.ink)
        item.setBackground(cell.ground)
    return item
