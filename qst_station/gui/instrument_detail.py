"""One instrument: its state with the reason and the remedy, its facts, history, certificates and drift."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QApplication, QHBoxLayout, QPushButton, QTabWidget, QVBoxLayout, QWidget

from qst_station.gui import theme
from qst_station.gui.calibration_words import (
    KIND_WORDS,
    due_words,
    measured_words,
    state_colours,
    state_words,
)
from qst_station.gui.chart import ChartView
from qst_station.gui.fitted_text import LEFT, FittedText
from qst_station.gui.json_lines import Json
from qst_station.gui.plain_table import PlainTable
from qst_station.gui.screen import Desk
from qst_station.gui.trend_plot import trend_chart, trend_words

_QUIET_ENTRY_FIELDS = ("document", "instrument")


def _open_with_the_system(path: str) -> bool:
    return QDesktopServices.openUrl(QUrl.fromLocalFile(path))


class InstrumentDetail(QWidget):
    """The right half of the register."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._open_file: Callable[[str], bool] = _open_with_the_system
        self._id = ""
        self._certificates: list[Json] = []
        self._title = _line(24, 34, bold=True)
        self._what = _line(16, 24)
        self.state = _line(19, 60, bold=True)
        self._force = _line(16, 44)
        self._rule = _line(16, 26)
        self.history = PlainTable("history", ("when", "who", "what", "details"), wrap=True)
        self.certificates = PlainTable("certificates", ("number", "date", "verdict", "result"), choose=True)
        self.certificates.entered_row.connect(self._open_pdf)
        self.open_pdf = QPushButton("Open the PDF  ⏎")
        self.open_pdf.clicked.connect(self._open_pdf)
        self.trend = ChartView()
        self.trend_words = _line(16, 40)
        self.copy_csv = QPushButton("Copy as CSV")
        self.copy_csv.clicked.connect(self._copy_csv)
        self.tabs = QTabWidget()
        self.tabs.setAccessibleName("history, certificates, trend")
        self.tabs.addTab(self.history, "&History")
        self.tabs.addTab(_over(self.certificates, self.open_pdf), "Certi&ficates")
        self.tabs.addTab(_over(self.trend, self.trend_words, self.copy_csv), "Tre&nd")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        for widget in (self._title, self._what, self.state, self._force, self._rule):
            column.addWidget(widget)
        column.addWidget(self.tabs, 1)

    def open_with(self, open_file: Callable[[str], bool]) -> None:
        """Hand paths of the engine to another viewer."""
        self._open_file = open_file

    def rule_text(self) -> str:
        """The due rule as it is shown."""
        return self._rule.text()

    def show_instrument(self, instrument: Json) -> None:
        """Show a row of the register, and ask for the rest."""
        self._id = instrument["id"]
        self._title.set_text(instrument["id"])
        self._what.set_text(_facts(instrument))
        self.state.set_text(" ".join((f"{state_words(instrument['state'])}.", _why(instrument))).strip())
        self.state.set_colours(*state_colours(instrument["state"]))
        self._force.set_text(_forces(instrument))
        self._rule.set_text(f"Due rule: {due_words(instrument['due_rule'])}")
        asked = self._id
        self._desk.request("calibrate_instrument", lambda answer: self._show_rest(asked, answer), instrument=asked)
        self._desk.request("trend", lambda answer: self._show_trend(asked, answer), instrument=asked)

    def _show_rest(self, asked: str, answer: Json) -> None:
        if asked != self._id:
            return
        self.history.fill([entry_cells(entry) for entry in reversed(answer["history"])])
        self._certificates = list(reversed(answer["certificates"]))
        self.certificates.fill([_certificate_cells(one) for one in self._certificates])
        self.open_pdf.setEnabled(bool(self._certificates))

    def _show_trend(self, asked: str, answer: Json) -> None:
        if asked == self._id:
            self.trend.show_chart(trend_chart(answer["trend"]))
            self.trend_words.set_text(trend_words(answer["trend"]))
            self.copy_csv.setEnabled(bool(answer["trend"]["points"]))

    def _open_pdf(self) -> None:
        row = self.certificates.currentRow()
        if not 0 <= row < len(self._certificates):
            return
        certificate = self._certificates[row]
        if not certificate["pdf"]:
            self._desk.say(f"Certificate {certificate['number']} is kept by the laboratory that issued it.")
        elif not self._open_file(certificate["pdf"]):
            self._desk.say(f"Nothing on this computer opens PDF files. The file: {certificate['pdf']}")

    def _copy_csv(self) -> None:
        def copied(answer: Json) -> None:
            QApplication.clipboard().setText(answer["csv"])
            self._desk.say("Copied. Paste it into a spreadsheet.")

        self._desk.request("trend_csv", copied, instrument=self._id)


def entry_cells(entry: Json) -> tuple[str, str, str, str]:
    """An entry of the history as table cells."""
    event = {key: value for key, value in entry["event"].items() if key not in _QUIET_ENTRY_FIELDS}
    told = {key.replace("_", " "): value for key, value in event.items() if value not in (None, "")}
    details = ", ".join(f"{key}: {value}" for key, value in told.items())
    return entry["utc"][:10], entry["who"], entry["kind"].replace("_", " "), details


def _certificate_cells(one: Json) -> tuple[str, str, str, str]:
    files = "" if one["files_ok"] is not False else "▲ files differ from the register"
    verdict = str(one["verdict"] or "").replace("_", " ")
    measured = f"{measured_words(one)} mN" if one["measured_mn"] is not None else ""
    return one["number"], one["date"], verdict, files or measured


def _why(instrument: Json) -> str:
    return " ".join(part for part in (instrument["reason"], instrument["remedy"]) if part)


def _facts(instrument: Json) -> str:
    place = f"slot {instrument['slot']}" if instrument["slot"] else ""
    kind = KIND_WORDS.get(instrument["kind"], instrument["kind"])
    parts = (kind, instrument["model"], instrument["serial"], instrument["set_name"], place, instrument["marking"])
    return " · ".join(part for part in (*parts, instrument["owner"]) if part)


def _forces(instrument: Json) -> str:
    if instrument["nominal_mn"] is None:
        return ""
    nominal = f"Nominal {instrument['nominal_mn']:g} mN = {instrument['nominal_gf']:.4g} gf"
    if instrument["nominal_log_units"] is not None:
        nominal += f" = {instrument['nominal_log_units']:.2f} log units (unverified)"
    known = instrument["measured_mn"] is not None
    return f"{nominal} · {f'measured {measured_words(instrument)} mN' if known else 'not measured'}"


def _line(most: int, height: int, *, bold: bool = False) -> FittedText:
    text = FittedText(most=most, bold=bold, align=LEFT)
    text.setFixedHeight(theme.scaled(height))
    return text


def _over(content: QWidget, *below: QWidget) -> QWidget:
    """A page of content with a row below it."""
    page = QWidget()
    row = QHBoxLayout()
    for widget in below:
        row.addWidget(widget)
    if all(isinstance(widget, QPushButton) for widget in below):
        row.addStretch(1)
    column = QVBoxLayout(page)
    column.setContentsMargins(0, 4, 0, 0)
    column.addWidget(content, 1)
    column.addLayout(row)
    return page
