"""The form that describes a gauge which prints a number per line, so that no program has to be written for it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QFrame, QLabel, QPushButton

from qst_station.gui import theme
from qst_station.gui.form import list_field, text_field
from qst_station.gui.json_lines import Json
from qst_station.gui.paired_fields import lay_out_pairs
from qst_station.gui.words import tr

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
        self.title = text_field(tr("title of the gauge"), tr("Bench gauge of the laboratory"))
        self.name = text_field(tr("short name of the gauge"), "bench-gauge")
        self.source = text_field(tr("where the line was read"), tr("manual, page; or a capture"))
        self.example = text_field(tr("a line as the gauge sends it"), "  12.34 N")
        self.value = text_field(tr("the number that this line must give"), "12.34")
        self.pattern = text_field(tr("pattern of a line"))
        self.pattern.setText(_PATTERN)
        self.unit = text_field(tr("unit of lines that carry none"), tr("empty: every line says its own"))
        self.baud = text_field(tr("baud rate"), "115200")
        self.line_end = list_field(tr("end of a line"))
        for end in _LINE_ENDS:
            self.line_end.addItem(tr("any") if end == "any" else end, end)
        self.request = text_field(tr("what asks for a reading"), tr("empty: it talks unasked; or R\\r"))
        self.add = QPushButton(tr("Add this gauge"))
        self.add.clicked.connect(self._submit)
        self.note = QLabel(
            tr("It is marked “reply layout unconfirmed” until you have compared it with its display.")
        )
        self.note.setFont(theme.text(16))
        self.note.setWordWrap(True)
        self._lay_out()

    def _lay_out(self) -> None:
        heading = QLabel(tr("Describe a gauge that prints a number per line"))
        heading.setFont(theme.text(20, bold=True))
        heading.setWordWrap(True)
        pairs = (
            (tr("Title"), self.title),
            (tr("Short name"), self.name),
            (tr("Read in"), self.source),
            (tr("End of a line"), self.line_end),
            (tr("Example line"), self.example),
            (tr("Its number"), self.value),
            (tr("Unit"), self.unit),
            (tr("Baud"), self.baud),
            (tr("Pattern"), self.pattern),
            (tr("Request"), self.request),
        )
        lay_out_pairs(self, heading, pairs, broad=(self.pattern,), note=self.note, buttons=(self.add,))

    def _submit(self) -> None:
        try:
            value = float(self.value.text().strip().replace(",", "."))
            baud = int(self.baud.text().strip() or self.baud.placeholderText())
        except ValueError:
            self.note.setText(tr("▲ The number of the example and the baud rate must be numbers."))
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
                "terminator": self.line_end.currentData(),
                "poll": request,
            }
        )
