"""The steps of a calibration, with a mark for what is done and what is due."""

from __future__ import annotations

from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from qst_station.gui import theme
from qst_station.gui.fitted_text import LEFT, FittedText
from qst_station.gui.paired_fields import cramped
from qst_station.gui.words import tr

STEPS = ("conditions", "reference", "readings", "result", "certificate")
_WIDTH_PX, _LINE_PX = 176, 32


class CalibrationSteps(QWidget):
    """Down the left; where text is large, one line along the top that names only what is due or comes next."""

    def __init__(self) -> None:
        super().__init__()
        self._lines = [FittedText(most=19, align=LEFT) for _ in range(1 if cramped() else len(STEPS))]
        box = QVBoxLayout(self)
        box.setContentsMargins(6, 2, 6, 2)
        box.setSpacing(4)
        for line in self._lines:
            line.setFixedHeight(theme.roomy(_LINE_PX))
            box.addWidget(line)
        box.addStretch(1)
        if not cramped():
            self.setFixedWidth(theme.roomy(_WIDTH_PX))
        self.show_step(None, issued=False)

    def show_step(self, step: str | None, *, issued: bool) -> None:
        """Show that a step is due; None before the first, ``issued`` after the last."""
        at = len(STEPS) if issued else -1 if step is None else STEPS.index(step)
        names = _names()
        marks = ["✓" if i < at else "▶" if i == at else "○" for i in range(len(STEPS))]
        said = [f"{mark}  {names[name]}" for mark, name in zip(marks, STEPS, strict=True)]
        self.setAccessibleName("; ".join(said))
        if len(self._lines) == 1:
            named = min(max(at, 0), len(STEPS) - 1)
            self._lines[0].set_text("   ".join(said[i] if i == named else mark for i, mark in enumerate(marks)))
            return
        for i, line in enumerate(self._lines):
            line.set_text(said[i])
            if i == at:
                line.set_colours(theme.PAPER, theme.INK)
            else:
                line.set_colours(theme.INK if i < at else theme.QUIET)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the ground."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme.PAPER)
        painter.end()


def _names() -> dict[str, str]:
    return {
        "conditions": tr("conditions"),
        "reference": tr("reference"),
        "readings": tr("readings"),
        "result": tr("result"),
        "certificate": tr("certificate"),
    }
