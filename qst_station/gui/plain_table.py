"""A table to read and, where it lists things, to choose a row from with the arrow keys."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QKeyEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableWidget, QTableWidgetItem

from qst_station.gui import theme
from qst_station.gui.column_widths import column_widths

_TEXT_PX = 15
_ROW_HEIGHT = 28
_ROW_PADDING = 6  # around a row of several lines
_WRAPPED = Qt.TextFlag.TextWordWrap.value
_PADDING = 12  # that a cell has beside its text, both sides together


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """A text with the colours of a state."""

    text: str
    ink: QColor
    ground: QColor


class PlainTable(QTableWidget):
    """Rows of text. Where rows can be chosen, Enter on one is told by ``entered_row``.

    Columns are as broad as their texts where there is room; where there is not, long texts take several lines, and
    the table scrolls only where even their longest words do not fit.

    Parameters
    ----------
    stretch : int
        The column that takes the room that is left.
    wrap : bool
        Whether long texts take several lines.
    whole : bool
        The table is as high as its rows: what holds it scrolls, not the table.
    """

    entered_row = Signal()

    def __init__(
        self,
        name: str,
        heads: tuple[str, ...],
        *,
        choose: bool = False,
        stretch: int = -1,
        wrap: bool = True,
        whole: bool = False,
    ) -> None:
        super().__init__(0, len(heads))
        self._name = name
        self._chooses = choose
        self._stretch = stretch
        self._wrap = wrap
        self._whole = whole
        self._cells: list[list[str | Cell]] = []
        self._wanted: list[tuple[int, int]] = []  # of each column: its longest word, its longest text
        self.setAccessibleName(name)
        self.setFont(theme.text(_TEXT_PX))
        self._set_heads(heads)
        self.setWordWrap(wrap)
        self.setShowGrid(False)
        self.setAlternatingRowColors(True)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(theme.roomy(_ROW_HEIGHT))
        self.verticalHeader().setMinimumSectionSize(theme.roomy(_ROW_HEIGHT))
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        header = self.horizontalHeader()
        header.setFont(theme.text(_TEXT_PX))
        header.setHighlightSections(False)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header.setMinimumSectionSize(1)
        aligned = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        header.setDefaultAlignment(Qt.AlignmentFlag(aligned.value | _WRAPPED))
        self.setTabKeyNavigation(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        mode = QAbstractItemView.SelectionMode
        self.setSelectionMode(mode.SingleSelection if choose else mode.NoSelection)
        if not choose:
            self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        if whole:
            self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.currentCellChanged.connect(self._told)

    def fill(self, rows: Sequence[Sequence[str | Cell]], heads: tuple[str, ...] | None = None) -> None:
        """Show other rows, under other heads where they are given; the chosen row stays chosen by its place."""
        chosen = self.currentRow()
        self.blockSignals(True)
        if heads is not None:
            self.setColumnCount(len(heads))
            self._set_heads(heads)
        self._cells = [list(cells) for cells in rows]
        self.setRowCount(len(rows))
        for i, cells in enumerate(rows):
            for j, cell in enumerate(cells):
                self.setItem(i, j, _item(cell))
        if self._chooses and rows:
            self.setCurrentCell(min(max(chosen, 0), len(rows) - 1), 0)
        self.blockSignals(False)
        self._measure()
        self._lay_columns()

    def row_texts(self, row: int) -> list[str]:
        """The texts of a row."""
        items = [self.item(row, column) for column in range(self.columnCount())]
        return [item.text() if item is not None else "" for item in items]

    def sizeHint(self) -> QSize:
        """As high as its rows where it is shown whole."""
        return QSize(super().sizeHint().width(), self.height()) if self._whole else super().sizeHint()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter goes on with the chosen row; Tab leaves the table."""
        if self._chooses and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if self.currentRow() >= 0 and not event.isAutoRepeat():
                self.entered_row.emit()
            return
        super().keyPressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """What holds a whole table scrolls."""
        if self._whole:
            event.ignore()
        else:
            super().wheelEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the new room out."""
        super().resizeEvent(event)
        self._lay_columns()

    def changeEvent(self, event: QEvent) -> None:
        """Another theme: the cells take its colours."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.StyleChange):
            for i, cells in enumerate(getattr(self, "_cells", ())):
                for j, cell in enumerate(cells):
                    item = self.item(i, j)
                    if item is not None and isinstance(cell, Cell):
                        _colour(item, cell)

    def _set_heads(self, heads: tuple[str, ...]) -> None:
        for column, head in enumerate(heads):
            item = QTableWidgetItem(head)
            item.setFont(theme.text(_TEXT_PX))  # the font of the header is only measured with, not written with
            item.setToolTip(head)
            self.setHorizontalHeaderItem(column, item)

    def _measure(self) -> None:
        metrics = QFontMetrics(self.font())
        padding = theme.roomy(_PADDING)
        self._wanted = []
        for column in range(self.columnCount()):
            head = self.horizontalHeaderItem(column)
            words = head.text() if head is not None else ""
            least = max((metrics.horizontalAdvance(word) for word in words.split()), default=0)
            most = metrics.horizontalAdvance(words)
            for cells in self._cells:
                if column >= len(cells):
                    continue
                cell = cells[column]
                text = cell if isinstance(cell, str) else cell.text
                lines = text.split("\n")
                most = max(most, *(metrics.horizontalAdvance(line) for line in lines))
                pieces = text.replace("\n", " ").split(" ") if self._wrap else lines
                least = max(least, *(metrics.horizontalAdvance(piece) for piece in pieces or [""]))
            self._wanted.append((least + padding, most + padding))

    def _lay_columns(self) -> None:
        if len(self._wanted) != self.columnCount():
            self._measure()
        widths = column_widths(self._wanted, self.viewport().width(), self._stretch)
        for column, width in enumerate(widths):
            self.setColumnWidth(column, width)
        self._raise_heads(widths)
        narrow = any(width < most for width, (_, most) in zip(widths, self._wanted, strict=True))
        wraps = narrow or self._many_lines()
        for row in range(self.rowCount()):
            high = self.sizeHintForRow(row) + theme.roomy(_ROW_PADDING) if wraps else 0
            self.setRowHeight(row, max(high, theme.roomy(_ROW_HEIGHT)))
        if self._whole:
            high = sum(self.rowHeight(row) for row in range(self.rowCount()))
            bar = self.horizontalScrollBar().sizeHint().height() if sum(widths) > self.viewport().width() else 0
            self.setFixedHeight(high + self.horizontalHeader().height() + 2 * self.frameWidth() + bar)

    def _raise_heads(self, widths: list[int]) -> None:
        """As high as the head with the most lines: Qt itself measures only one."""
        header = self.horizontalHeader()
        metrics = QFontMetrics(self.font())
        padding = theme.roomy(_PADDING)
        high = metrics.height()
        for column, width in enumerate(widths):
            head = self.horizontalHeaderItem(column)
            if head is not None:
                room = QRect(0, 0, width - padding // 2, 10_000)
                high = max(high, metrics.boundingRect(room, _WRAPPED, head.text()).height())
        if header.minimumHeight() != high + padding // 2:
            header.setFixedHeight(high + padding // 2)
            self.updateGeometries()

    def _many_lines(self) -> bool:
        return any("\n" in (cell if isinstance(cell, str) else cell.text) for row in self._cells for cell in row)

    def _told(self, row: int) -> None:
        if self._chooses and row >= 0:
            self.setAccessibleName(f"{self._name}: {', '.join(self.row_texts(row))}")


def _item(cell: str | Cell) -> QTableWidgetItem:
    item = QTableWidgetItem(cell if isinstance(cell, str) else cell.text)
    item.setToolTip(item.text())
    if isinstance(cell, Cell):
        _colour(item, cell)
    return item


def _colour(item: QTableWidgetItem, cell: Cell) -> None:
    item.setForeground(cell.ink)
    if cell.ground is not theme.PAPER:  # what has no state keeps the ground of its row
        item.setBackground(cell.ground)
