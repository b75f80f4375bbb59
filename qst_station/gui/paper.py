"""What every picture is painted on."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from qst_station.gui import theme


def on_paper(widget: QWidget) -> tuple[QPainter, QRectF]:
    """A painter on blank paper, in design pixels (`theme.scaled`), and the room of the widget in them.

    The caller ends the painter.
    """
    painter = QPainter(widget)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.fillRect(widget.rect(), theme.PAPER)
    painter.scale(theme.scale(), theme.scale())
    return painter, QRectF(0, 0, widget.width() / theme.scale(), widget.height() / theme.scale())
