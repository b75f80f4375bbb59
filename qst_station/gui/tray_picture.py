"""A picture of the tray card: the page as it is printed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPixmap

from qst_station.gui.json_lines import Json
from qst_station.gui.tray_card import MARGIN_MM, PX_PER_MM, paint_trays, tray_labels

_A4_MM = (210, 297)
_PX_PER_MM = 4


def tray_card(stimuli_by_test: Mapping[str, Sequence[Json]]) -> QPixmap:
    """The one page of the labels.

    Raises
    ------
    RuntimeError
        They need more pages.
    """
    page = QPixmap(*(side * _PX_PER_MM for side in _A4_MM))
    page.fill(Qt.GlobalColor.white)
    painter = QPainter(page)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.scale(_PX_PER_MM / PX_PER_MM, _PX_PER_MM / PX_PER_MM)
    painter.translate(MARGIN_MM * PX_PER_MM, MARGIN_MM * PX_PER_MM)
    paint_trays(painter, tray_labels(stimuli_by_test), _second_page)
    painter.end()
    return page


def _second_page() -> None:
    raise RuntimeError("the picture of the tray card has one page")
