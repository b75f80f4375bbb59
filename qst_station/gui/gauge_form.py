"""The form that describes a gauge which prints a number per line, so that no program has to be written for it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QPushButton

from qst_station.gui import theme
from qst_station.gui.form import list_field, text_field
from qst_station.gui.json_lines import Json

_LINE_ENDS = ("any", "CRLF", "CR", "LF")
_CONTROLS = (("\\r", "\r"), ("\\n", "\n"), ("\\t", "\t"))
# Anything, a number, and a unit: what most gauges print, for the user to make narrower.
_PATTERN = r" *(?P<value>[+-]?[0-9.]+) *(?P<unit>[A-Za-z]+) *"


class GaugeForm(QFrame):
    """``add`` gets the description as the engine takes it; the engine tries the example before it takes it."""

    def __init__(self, add: Callable[[Json], None]) -> None:
        super().__init__()
        self._add = add
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self.title = text_field("title of the gauge", "Bench gauge of the laboratory")
        self.name = text_field("short name of the gauge", "bench-gauge")
        self.source = text_field("where the line was read", "manual, page; or a capture")
        self.example = text_field("a line as the gauge sends it", "  12.34 N")
        self.value = text_field("the number that this line must give", "12.34")
        self.pattern = text_field("pattern of a line")
        self.pattern.setText(_PATTERN)
        self.unit = text_field("unit of lines that carry none", "empty: every line says its own")
        self.baud = text_field("baud rate", "115200")
        self.line_end = list_field("end of a line")
        self.line_end.addItems(list(_LINE_ENDS))
        self.request = text_field("what asks for a reading", "empty: it talks unasked; or R\\r")
        self.add = QPushButton("Add this gauge")
        self.add.clicked.connect(self._submit)
        self.note = QLabel("It is marked “reply layout unconfirmed” until you have compared it with its display.")
        self.note.setFont(theme.text(16))
        self.note.setWordWrap(True)
        self._lay_out()

    def _lay_out(self) -> None:
        grid = QGridLayout(self)
        heading = QLabel("Describe a gauge that prints a number per line")
        heading.setFont(theme.text(20, bold=True))
        grid.addWidget(heading, 0, 0, 1, 4)
        pairs = (
            ("Title", self.title),
            ("Short name", self.name),
            ("Read in", self.source),
            ("End of a line", self.line_end),
            ("Example line", self.example),
            ("Its number", self.value),
            ("Pattern", self.pattern),
            ("Unit", self.unit),
            ("Request", self.request),
            ("Baud", self.baud),
        )
        for i, (label, field) in enumerate(pairs):
            row, column = 1 + i // 2, 2 * (i % 2)
            grid.addWidget(QLabel(label), row, column, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            grid.addWidget(field, row, column + 1)
        grid.addWidget(self.note, 6, 0, 1, 3)
        grid.addWidget(self.add, 6, 3)
        grid.setColumnStretch(1, 1)
        grid.setColumnStretch(3, 1)

    def _submit(self) -> None:
        try:
            value = float(self.value.text().strip().replace(",", "."))
            baud = int(self.baud.text().strip() or self.baud.placeholderText())
        except ValueError:
            self.note.setText("▲ The number of the example and the baud rate must be numbers.")
            return
        request = self.request.text()
        for written, meant in _CONTROLS:
            request = request.replace(written, meant)
        self._add(
            {
                "name": self.name.text().strip(),
                "title": self.title.text().strip(),
                "source": self.source.text().strip(),
                "pattern": self.pattern.text(),
                "example": self.example.text(),
                "example_value": value,
                "unit": self.unit.text().strip(),
                "baud": baud,
                "terminator": self.line_end.currentText(),
                "poll": request,
            }
        )
