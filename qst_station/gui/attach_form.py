"""The form that says what a device is, where it is, and what it is used for."""

from __future__ import annotations

import re
from collections.abc import Callable

from PySide6.QtWidgets import QComboBox, QFrame, QLabel, QPushButton

from qst_station.gui import theme
from qst_station.gui.choice_row import ChoiceRow
from qst_station.gui.device_words import grade_words
from qst_station.gui.form import list_field, text_field
from qst_station.gui.json_lines import Json
from qst_station.gui.paired_fields import lay_out_pairs
from qst_station.gui.words import told, tr

_NO_TEST = "none"
_LINK = re.compile(r"([1-9][0-9]{1,6})?\s*([78][NEO][12])?", re.ASCII | re.IGNORECASE)


class AttachForm(QFrame):
    """``attach`` gets a device as the engine takes it."""

    def __init__(self, attach: Callable[[Json], None]) -> None:
        super().__init__()
        self._attach = attach
        self._gauges: dict[str, Json] = {}
        self._wanted = ""  # of the list that may still have to come
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self.gauge = list_field(tr("gauge"))
        # The longest title must not push the other half of the form out of the window.
        self.gauge.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.gauge.setMinimumContentsLength(24)
        self.gauge.setPlaceholderText(tr("choose the gauge …"))  # none is taken for it by standing first
        self.gauge.currentIndexChanged.connect(self._gauge_chosen)
        self.name = text_field(tr("name of the device"), "algometer")
        self.url = text_field(tr("port or URL"), "COM5, /dev/ttyUSB0, socket://…")
        used_for = (("PPT", tr("pressure pain")), ("EVF", tr("electronic von Frey")), (_NO_TEST, tr("no test")))
        self.tests = ChoiceRow(tr("used for"), used_for)
        self.area = text_field(tr("probe area in square centimetres"), "1.0")
        self.pattern = text_field(tr("pattern of a line"), tr("regular expression of one line"))
        self.unit = text_field(tr("unit of a line"), "N")
        self.link = text_field(tr("baud rate and format"))
        self.instrument = list_field(tr("entry in the register of instruments"))
        self.show_instruments([])
        self.describe = QPushButton(tr("Not in the list: describe it …"))
        self.attach = QPushButton(tr("Attach"))
        self.attach.clicked.connect(self._submit)
        self.note = QLabel("")
        self.note.setFont(theme.text(16))
        self.note.setWordWrap(True)
        self._lay_out()

    def _lay_out(self) -> None:
        heading = QLabel(tr("Attach a device"))
        heading.setFont(theme.text(20, bold=True))
        heading.setWordWrap(True)
        pairs = (
            (tr("Gauge"), self.gauge),
            (tr("Name"), self.name),
            (tr("Port or URL"), self.url),
            (tr("Used for"), self.tests),
            (tr("Probe, cm²"), self.area),
            (tr("Pattern"), self.pattern),
            (tr("Unit"), self.unit),
            (tr("Link"), self.link),
            (tr("Registered as"), self.instrument),
        )
        lay_out_pairs(
            self, heading, pairs, broad=(self.gauge,), note=self.note, buttons=(self.describe, self.attach)
        )

    def show_gauges(self, gauges: list[Json]) -> None:
        """Offer the gauges that the engine knows."""
        chosen = self.gauge.currentData() or self._wanted
        self._gauges = {gauge["name"]: gauge for gauge in gauges}
        self.gauge.clear()
        for gauge in gauges:
            self.gauge.addItem(told(gauge["title"]), gauge["name"])
        self.gauge.setCurrentIndex(self.gauge.findData(chosen))

    def show_instruments(self, ids: list[str]) -> None:
        """Offer the force gauges of the register; one that is not registered counts as not calibrated."""
        chosen = self.instrument.currentData()
        self.instrument.clear()
        self.instrument.addItem(tr("not registered"), "")
        for one in ids:
            self.instrument.addItem(one, one)
        self.instrument.setCurrentIndex(max(self.instrument.findData(chosen), 0))

    def prefill(self, url: str, gauge: str = "") -> None:
        """Fill in what is known of a device; the rest is for a person to say."""
        self.url.setText(url)
        self._wanted = gauge
        self.gauge.setCurrentIndex(self.gauge.findData(gauge))

    def _gauge_chosen(self) -> None:
        gauge = self._gauges.get(self.gauge.currentData() or "", {})
        force = gauge.get("kind") == "force"
        self.pattern.setEnabled(gauge.get("name") == "text-line")
        self.unit.setEnabled(force)
        self.area.setEnabled(force)
        self.instrument.setEnabled(force)
        self.tests.setEnabled(force)
        self.name.setPlaceholderText("algometer" if force else str(gauge.get("kind", "")))
        usual, others = str(gauge.get("link", "")), ", ".join(gauge.get("variants", ()))
        self.link.setPlaceholderText(tr("{usual}; or {others}", usual=usual, others=others) if others else usual)
        self.note.setText(grade_words(gauge) if gauge else "")
        self.note.setToolTip(told(gauge.get("grade_note", "")))

    def _submit(self) -> None:
        gauge = self._gauges.get(self.gauge.currentData() or "")
        if gauge is None:
            self.note.setText(tr("▲ Choose the gauge."))
            self.gauge.setFocus()
            return
        force = gauge["kind"] == "force"
        area = self.area.text().strip().replace(",", ".") or self.area.placeholderText()
        try:
            area_cm2 = float(area)
        except ValueError:
            area_cm2 = 0.0
        link = _LINK.fullmatch(self.link.text().strip())
        if link is None:
            self.note.setText(
                tr("▲ A link is a baud rate and a format: 9600, or 9600 7E1; empty takes the usual one.")
            )
            self.link.setFocus()
            return
        if not self.url.text().strip() or not self.name.text().strip() or not area_cm2 > 0.0:
            self.note.setText(tr("▲ A name, a port or URL, and a probe area above 0 are needed."))
            return
        if force and not self.tests.value():
            self.note.setText(tr("▲ Choose what the gauge is used for."))
            self.tests.setFocus()
            return
        self._attach(
            {
                "name": self.name.text().strip(),
                "gauge": gauge["name"],
                "url": self.url.text().strip(),
                "tests": [self.tests.value()] if force and self.tests.value() != _NO_TEST else [],
                "probe_area_cm2": area_cm2,
                "pattern": self.pattern.text() or None,
                "unit": self.unit.text().strip() or None,
                "baud": int(link[1]) if link[1] else None,
                "format": link[2].upper() if link[2] else None,
                "instrument": self.instrument.currentData() if force else "",
            }
        )
        self.name.clear()
        self.prefill("")
