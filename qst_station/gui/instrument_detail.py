"""One instrument: its state with the reason and the remedy, its facts, history, certificates and drift."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QApplication, QBoxLayout, QLabel, QPushButton, QTabWidget, QVBoxLayout, QWidget

from qst_station.gui import theme
from qst_station.gui.calibration_words import due_words, kinds, measured_words, named, state_colours, state_words
from qst_station.gui.chart import ChartView
from qst_station.gui.fitted_text import LEFT, FittedText
from qst_station.gui.json_lines import Json
from qst_station.gui.paired_fields import cramped
from qst_station.gui.plain_table import PlainTable
from qst_station.gui.screen import Desk
from qst_station.gui.trend_plot import trend_chart, trend_words
from qst_station.gui.words import told, tr

_QUIET_ENTRY_FIELDS = ("document", "instrument")
_CODES_IN_ENTRIES = ("verdict", "result")
_NAMES_IN_ENTRIES = ("certificate", "laboratory", "date", "session_uuid")  # given by somebody, so as they are


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
        self.tabs = QTabWidget()  # made first: Tab reaches it before what it holds
        self.history = PlainTable(tr("history"), (tr("when"), tr("who"), tr("what"), tr("details")), wrap=True)
        self.certificates = PlainTable(
            tr("certificates"), (tr("number"), tr("date"), tr("verdict"), tr("result")), choose=True
        )
        self.certificates.entered_row.connect(self._open_pdf)
        self.open_pdf = QPushButton(tr("Open the PDF  ⏎"))
        self.open_pdf.clicked.connect(self._open_pdf)
        self.trend = ChartView()
        self.trend_words = QLabel("")
        self.trend_words.setFont(theme.text(16))
        self.trend_words.setWordWrap(True)
        self.copy_csv = QPushButton(tr("Copy as CSV"))
        self.copy_csv.clicked.connect(self._copy_csv)
        self.tabs.setAccessibleName(tr("history, certificates, trend"))
        self.tabs.addTab(self.history, tr("&History"))
        self.tabs.addTab(_over(self.certificates, self.open_pdf), tr("Certi&ficates"))
        self.tabs.addTab(_over(self.trend, self.trend_words, self.copy_csv), tr("Tre&nd"))
        self.tabs.setMinimumHeight(theme.roomy(200))
        self.history.setFocusPolicy(Qt.FocusPolicy.StrongFocus)  # the keyboard scrolls it
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
        self._rule.set_text(tr("Due rule: {rule}", rule=due_words(instrument["due_rule"])))
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
            self.trend_words.setText(trend_words(answer["trend"]))
            self.copy_csv.setEnabled(bool(answer["trend"]["points"]))

    def _open_pdf(self) -> None:
        row = self.certificates.currentRow()
        if not 0 <= row < len(self._certificates):
            return
        certificate = self._certificates[row]
        if not certificate["pdf"]:
            self._desk.say(
                tr("Certificate {number} is kept by the laboratory that issued it.", number=certificate["number"])
            )
        elif not self._open_file(certificate["pdf"]):
            self._desk.say(
                tr("Nothing on this computer opens PDF files. The file: {file}", file=certificate["pdf"])
            )

    def _copy_csv(self) -> None:
        def copied(answer: Json) -> None:
            QApplication.clipboard().setText(answer["csv"])
            self._desk.say(tr("Copied. Paste it into a spreadsheet."))

        self._desk.request("trend_csv", copied, instrument=self._id)


def entry_cells(entry: Json) -> tuple[str, str, str, str]:
    """An entry of the history as table cells."""
    event = {key: value for key, value in entry["event"].items() if key not in _QUIET_ENTRY_FIELDS}
    force, expanded = event.pop("measured_mn", None), event.pop("expanded_mn", None)
    details = []
    if force is not None:
        words = measured_words({"measured_mn": force, "expanded_mn": expanded}) if expanded else f"{force:.4g}"
        details.append(tr("measured {force} mN", force=words))
    given = {key: value for key, value in event.items() if value not in (None, "")}
    details += [f"{named(key.removesuffix('_mn'))}: {_entry_value(key, value)}" for key, value in given.items()]
    return entry["utc"][:10], entry["who"], named(entry["kind"]), ", ".join(details)


def _entry_value(key: str, value: Any) -> str:
    """A value of an entry: a force with its unit, a code or a text of the engine in the language of the window."""
    if key == "due":
        return due_words(value)
    if key.endswith("_mn"):
        return f"{value:.4g} mN"
    if isinstance(value, float):
        return f"{value:.3g}"
    if key in _NAMES_IN_ENTRIES or not isinstance(value, str):
        return str(value)
    return named(value) if key in _CODES_IN_ENTRIES else told(value)


def _certificate_cells(one: Json) -> tuple[str, str, str, str]:
    files = "" if one["files_ok"] is not False else tr("▲ files differ from the register")
    verdict = named(one["verdict"] or "")
    measured = f"{measured_words(one)} mN" if one["measured_mn"] is not None else ""
    return one["number"], one["date"], verdict, files or measured


def _why(instrument: Json) -> str:
    return " ".join(told(part) for part in (instrument["reason"], instrument["remedy"]) if part)


def _facts(instrument: Json) -> str:
    place = tr("slot {number}", number=instrument["slot"]) if instrument["slot"] else ""
    kind = kinds().get(instrument["kind"], instrument["kind"])
    parts = (kind, instrument["model"], instrument["serial"], instrument["set_name"], place, instrument["marking"])
    return " · ".join(part for part in (*parts, instrument["owner"]) if part)


def _forces(instrument: Json) -> str:
    if instrument["nominal_mn"] is None:
        return ""
    nominal = tr("Nominal {mn:g} mN = {gf:.4g} gf", mn=instrument["nominal_mn"], gf=instrument["nominal_gf"])
    if instrument["nominal_log_units"] is not None:
        nominal += tr(" = {value:.2f} log units (unverified)", value=instrument["nominal_log_units"])
    if instrument["measured_mn"] is None:
        return f"{nominal} · {tr('not measured')}"
    return f"{nominal} · {tr('measured {force} mN', force=measured_words(instrument))}"


def _line(most: int, height: int, *, bold: bool = False) -> FittedText:
    text = FittedText(most=most, bold=bold, align=LEFT)
    text.setFixedHeight(theme.roomy(height))
    return text


def _over(content: QWidget, *below: QWidget) -> QWidget:
    """A page of content with words and buttons below it."""
    page = QWidget()
    column = QVBoxLayout(page)
    column.setContentsMargins(4, 4, 4, 4)
    column.addWidget(content, 1)
    row = QBoxLayout(QBoxLayout.Direction.TopToBottom if cramped() else QBoxLayout.Direction.LeftToRight)
    for widget in below:
        row.addWidget(widget, 0 if isinstance(widget, QPushButton) else 1, Qt.AlignmentFlag.AlignVCenter)
    if all(isinstance(widget, QPushButton) for widget in below):
        row.addStretch(1)
    column.addLayout(row)
    return page
