"""Fields with their names, two abreast where there is room."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QPushButton, QWidget

from qst_station.gui import theme
from qst_station.gui.flow_row import flowing

_ONE_ABREAST = 1.4  # text so much larger than usual leaves no room for two fields side by side
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


def cramped() -> bool:
    """Whether text is written so large that things stand below each other instead of side by side."""
    return theme.text_scale() >= _ONE_ABREAST


def lay_out_pairs(
    form: QWidget,
    heading: QLabel,
    pairs: Sequence[tuple[str, QWidget]],
    *,
    broad: Sequence[QWidget] = (),
    note: QLabel,
    buttons: Sequence[QPushButton],
) -> None:
    """Lay out a form: its heading, its fields in the order of reading, a note, and its buttons.

    Fields that are `broad` have a line of their own.
    """
    grid = QGridLayout(form)
    abreast = 1 if cramped() else 2
    grid.addWidget(heading, 0, 0, 1, 2 * abreast)
    row, column = 1, 0
    for label, field in pairs:
        if field in broad and column:
            row, column = row + 1, 0
        if abreast == 1:  # the name stands above its field
            grid.addWidget(QLabel(label), row, 0, 1, 2)
            row += 1
            grid.addWidget(field, row, 0, 1, 2)
        else:
            grid.addWidget(QLabel(label), row, column, _RIGHT)
            grid.addWidget(field, row, column + 1, 1, 3 if field in broad else 1)
        column = 2 * abreast if field in broad else column + 2
        if column >= 2 * abreast:
            row, column = row + 1, 0
    for place in range(abreast):
        grid.setColumnStretch(2 * place + 1, 1)
    last = row + (column > 0)
    grid.addWidget(note, last, 0, 1, 2 * abreast)
    grid.addWidget(flowing(*buttons, to_the_right=True), last + 1, 0, 1, 2 * abreast)
    grid.setRowStretch(last + 2, 1)
    tab_through(*(field for _, field in pairs), *buttons)


def tab_through(*widgets: QWidget) -> None:
    """Let Tab go through widgets in this order."""
    for before, after in pairwise(widgets):
        QWidget.setTabOrder(before, after)
