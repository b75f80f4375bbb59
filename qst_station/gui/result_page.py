"""What came out of a calibration: quantities with U and k, budget, verdict and rule; then the signature."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from qst_station.gui import theme
from qst_station.gui.calibration_charts import control_chart, readings_chart, signal_words
from qst_station.gui.calibration_words import verdict_words
from qst_station.gui.chart import ChartView
from qst_station.gui.fitted_text import LEFT, FittedText, unbroken
from qst_station.gui.flow_row import flowing
from qst_station.gui.form import ScrollPage, text_field
from qst_station.gui.json_lines import Json
from qst_station.gui.offers import inquire_among
from qst_station.gui.paired_fields import cramped, tab_through
from qst_station.gui.plain_table import PlainTable
from qst_station.gui.screen import Desk
from qst_station.gui.words import told, tr
from qst_station.gui.wrapped_text import WrappedText

_GOOD = ("pass", "pass_with_correction", "in_control")
_BAD = ("fail", "stop")


class ResultPage(QWidget):
    """``issue`` gets name, role and place; ``adjusted`` begins another round; ``leave`` ends the calibration."""

    def __init__(
        self,
        desk: Desk,
        issue: Callable[[str, str, str], None],
        adjusted: Callable[[str], None],
        leave: Callable[[], None],
        open_pdf: Callable[[], None],
    ) -> None:
        super().__init__()
        self._desk = desk
        self._issue = issue
        self._adjusted = adjusted
        self._daily = False
        self.verdict = FittedText(most=34, bold=True, align=LEFT)
        self.verdict.setFixedHeight(theme.roomy(52))
        self.rule = WrappedText(17)
        self.chart = ChartView()
        self.quantities = PlainTable(tr("results"), (tr("quantity"), tr("result")), stretch=0, whole=True)
        self.budget = PlainTable(tr("uncertainty budget"), (tr("contribution"), "u", "", tr("source")), whole=True)
        self.budget_title = QLabel("")
        self.budget_title.setFont(theme.text(16, bold=True))
        self.budget_title.setWordWrap(True)
        self.unconfirmed = WrappedText(15, ground=theme.ORANGE_PALE)
        self.findings = WrappedText(16, ground=theme.ORANGE_PALE)
        self.name = text_field(tr("name of who signs"), tr("your name"))
        self.role = text_field(tr("role of who signs"), tr("your role"))
        self.place = text_field(tr("place"), tr("site and room"))
        self.sign = QPushButton(tr("Si&gn and issue  ⏎"))
        self.sign.clicked.connect(self._sign)
        self.adjust = QPushButton(tr("It was ad&justed …"))
        self.adjust.clicked.connect(self._adjust)
        self.issued = WrappedText(22, bold=True)
        self.open_pdf = QPushButton(tr("&Open the PDF"))
        self.open_pdf.clicked.connect(open_pdf)
        self.leave = QPushButton(tr("&Back to the instruments  ⏎"))
        self.leave.clicked.connect(leave)
        self._lay_out()
        self.clear()

    def clear(self) -> None:
        """Show nothing until there is a result."""
        self.verdict.set_text("…")
        self.verdict.set_colours(theme.INK)
        self._show_signing(there=False)
        for widget in (self.after, self.findings, self.chart, self._budget, self.quantities):
            widget.hide()

    def _show_signing(self, *, there: bool) -> None:
        self.signing.setVisible(there)
        self.signs.setVisible(there)

    def _lay_out(self) -> None:
        left = QVBoxLayout()
        left.addWidget(self.quantities)
        left.addWidget(self.chart, 5)
        right = QVBoxLayout()
        right.addWidget(self.budget_title)
        right.addWidget(self.budget)
        right.addStretch(1)
        halves = QBoxLayout(QBoxLayout.Direction.TopToBottom if cramped() else QBoxLayout.Direction.LeftToRight)
        halves.setSpacing(theme.GAP)
        halves.addLayout(left, 6)
        self._budget = QWidget()
        self._budget.setLayout(right)
        right.setContentsMargins(0, 0, 0, 0)
        halves.addWidget(self._budget, 6)
        self.signing = QWidget()
        row = QBoxLayout(
            QBoxLayout.Direction.TopToBottom if cramped() else QBoxLayout.Direction.LeftToRight, self.signing
        )
        row.setContentsMargins(0, 0, 0, 0)
        for widget, share in ((self.name, 3), (self.role, 4), (self.place, 4)):
            row.addWidget(widget, share)
        self.signs = flowing(self.adjust, self.sign, to_the_right=True)
        if not cramped():
            row.addWidget(self.signs, 4)
        self.after = QWidget()
        last = QVBoxLayout(self.after)
        last.setContentsMargins(0, 0, 0, 0)
        last.addWidget(self.issued)
        last.addWidget(flowing(self.open_pdf, self.leave, to_the_right=True))
        inside = QWidget()
        outside = QVBoxLayout(self)
        outside.setContentsMargins(0, 0, 0, 0)
        outside.addWidget(ScrollPage(inside), 1)
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.verdict)
        column.addWidget(self.rule)
        column.addLayout(halves, 1)
        column.addWidget(self.findings)
        column.addWidget(self.signing)
        if cramped():  # large text leaves no room for all: what signs and what leads on stay in sight
            outside.addWidget(self.signs)
        (outside if cramped() else column).addWidget(self.after)
        column.addWidget(self.unconfirmed)
        tab_through(self.name, self.role, self.place, self.adjust, self.sign, self.open_pdf, self.leave)

    def show_result(self, view: Json, result: Json) -> None:
        """Show the result of the finished calibration of a view."""
        daily = result.get("daily")
        self._daily = daily is not None
        if daily is not None:
            self._say(f"{signal_words(daily['signal'])}: {daily['value']:.4g} {daily['unit']}", daily["signal"])
            self.rule.set_text(_limits_words(daily))
            self.chart.show_chart(control_chart(daily))
            self.sign.setText(tr("Si&gn and enter  ⏎"))
        else:
            decision = result["decision"]
            self._say(verdict_words(decision["verdict"]), decision["verdict"])
            self.rule.set_text(told(decision["rule"]))
            if view["chart"] is not None:
                self.chart.show_chart(readings_chart(view["chart"], 0))
            self.quantities.fill(quantity_cells(result))
            self.sign.setText(tr("Si&gn and issue  ⏎"))
        self.chart.setVisible(daily is not None or view["chart"] is not None)
        self._budget.setVisible(not self._daily)
        self.quantities.setVisible(not self._daily)
        self.place.setVisible(not self._daily)
        self.adjust.setVisible(not self._daily and view["kind"] in ("force_gauge", "balance", "pinprick"))
        self._show_budget(result)
        self._show_findings(result)
        self._show_signing(there=True)
        self.after.hide()
        (self.sign if all(f.text() for f in (self.name, self.role, self.place)) else self.name).setFocus()

    def _say(self, words: str, verdict: str) -> None:
        self.verdict.set_text(words)
        if verdict in _BAD:
            self.verdict.set_colours(theme.RED, theme.RED_PALE)
        else:
            self.verdict.set_colours(theme.INK, theme.BLUE_PALE if verdict in _GOOD else theme.ORANGE_PALE)

    def _show_budget(self, result: Json) -> None:
        budgets = [] if self._daily else result["budgets"]
        rows = [row for budget in budgets for row in budget_cells(budget, named=len(budgets) > 1)]
        self.budget.fill(rows)
        first = budgets[0] if budgets else None
        self.budget_title.setText(
            ""
            if first is None
            else _budget_words(first)
            if len(budgets) == 1
            else tr("{count} uncertainty budgets", count=len(budgets))
        )

    def _show_findings(self, result: Json) -> None:
        found = result.get("findings") or []
        said = " ".join(f"{told(finding['happened'])} {told(finding['remedy'])}" for finding in found)
        self.findings.set_text(f"▲ {said}" if said else "")
        self.findings.setVisible(bool(said))

    def show_issued(self, words: str, *, pdf: bool) -> None:
        """Say what is in the register now."""
        self.issued.set_text(words)
        self.open_pdf.setVisible(pdf)
        self._show_signing(there=False)
        self.after.show()
        self.leave.setFocus()

    def _sign(self) -> None:
        needed = (self.name, self.role) if self._daily else (self.name, self.role, self.place)
        for field in needed:
            if not field.text().strip():
                self._desk.say(tr("{field}: it stands in the record.", field=field.accessibleName().capitalize()))
                field.setFocus()
                return
        self._issue(self.name.text().strip(), self.role.text().strip(), self.place.text().strip())

    def _adjust(self) -> None:
        done = {
            "load cell adjusted": tr("load cell adjusted"),
            "scale corrected": tr("scale corrected"),
            "repaired": tr("repaired"),
        }
        question = tr("What was done to it? Another round of readings follows.")
        inquire_among(self._desk, question, done, self._adjusted)


def quantity_cells(result: Json) -> list[tuple[str, str]]:
    """The quantities as they are printed; of the round before an adjustment, beside those after it."""
    before = {one["name"]: one["text"] for one in result["before"] or []}
    return [
        (
            told(one["name"]),
            one["text"] + (tr("   (before: {value})", value=before[one["name"]]) if one["name"] in before else ""),
        )
        for one in result["quantities"]
    ]


def budget_cells(budget: Json, *, named: bool) -> list[tuple[str, str, str, str]]:
    """The lines of a budget, the largest first; below its own name where there are several budgets."""
    parts = sorted(budget["contributions"], key=lambda part: -part["standard"])
    lines = [
        (told(part["name"]), f"{part['standard']:.2g}", part["evaluation"], told(part["source"])) for part in parts
    ]
    if not named:
        return lines
    outcome = f"k = {budget['coverage_factor']:.2f}, U = {budget['expanded']:.2g}"
    quantity = told(budget["quantity"]).upper()
    return [(f"{quantity}, {budget['unit']}", f"{budget['combined']:.3g}", "", outcome), *lines]


def _limits_words(daily: Json) -> str:
    limits = daily["limits"]
    if limits is None:
        return tr(
            "Day {day} since the calibration. The limits are set from the first days, as the method says.",
            day=len(daily["history"]) + 1,
        )
    values = {"days": "", "unit": daily["unit"], **limits}
    return tr(
        "Mean of the first {days} days {mean:.4g} {unit}; warning beyond {warn_low:.4g} to {warn_high:.4g}, stop "
        "beyond {stop_low:.4g} to {stop_high:.4g}.",
        **values,
    )


def _budget_words(budget: Json) -> str:
    words = tr(
        "Uncertainty budget of the {quantity}, {unit}: u c = {combined:.3g}, k = {k:.2f}, U = {expanded:.2g}",
        quantity=told(budget["quantity"]),
        unit=budget["unit"],
        combined=budget["combined"],
        k=budget["coverage_factor"],
        expanded=budget["expanded"],
    )
    return words.replace(" = ", unbroken(" = "))
