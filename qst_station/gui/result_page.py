"""What came out of a calibration: quantities with U and k, budget, verdict and rule; then the signature."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from qst_station.gui import theme
from qst_station.gui.calibration_charts import control_chart, readings_chart, signal_words
from qst_station.gui.calibration_words import VERDICTS
from qst_station.gui.chart import ChartView
from qst_station.gui.fitted_text import LEFT, FittedText
from qst_station.gui.form import text_field
from qst_station.gui.json_lines import Json
from qst_station.gui.plain_table import PlainTable
from qst_station.gui.screen import Desk

_GOOD = ("pass", "pass_with_correction", "in_control")
_BAD = ("fail", "stop")
_ADJUSTING = ("load cell adjusted", "scale corrected", "repaired")


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
        self.verdict.setFixedHeight(theme.scaled(52))
        self.rule = FittedText(most=17, align=LEFT)
        self.rule.setFixedHeight(theme.scaled(48))
        self.chart = ChartView()
        self.quantities = PlainTable("results", ("quantity", "result"), stretch=0)
        self.budget = PlainTable("uncertainty budget", ("contribution", "u", "", "source"))
        self.budget_title = QLabel("")
        self.budget_title.setFont(theme.text(16, bold=True))
        self.findings = FittedText(most=16, align=LEFT, ground=theme.ORANGE_PALE)
        self.findings.setFixedHeight(theme.scaled(50))
        self.name = text_field("name of who signs", "your name")
        self.role = text_field("role of who signs", "role: study nurse, metrologist")
        self.place = text_field("place", "place: site and room")
        self.sign = QPushButton("Si&gn and issue  ⏎")
        self.sign.clicked.connect(self._sign)
        self.adjust = QPushButton("It was ad&justed …")
        self.adjust.clicked.connect(self._adjust)
        self.issued = FittedText(most=26, bold=True, align=LEFT)
        self.issued.setFixedHeight(theme.scaled(40))
        self.open_pdf = QPushButton("&Open the PDF")
        self.open_pdf.clicked.connect(open_pdf)
        self.leave = QPushButton("&Back to the instruments  ⏎")
        self.leave.clicked.connect(leave)
        self._lay_out()
        self.clear()

    def clear(self) -> None:
        """Show nothing until there is a result."""
        self.verdict.set_text("…")
        self.verdict.set_colours(theme.INK)
        for widget in (self.signing, self.after, self.findings, self.chart, self._budget, self.quantities):
            widget.hide()

    def _lay_out(self) -> None:
        left = QVBoxLayout()
        left.addWidget(self.quantities, 5)
        left.addWidget(self.chart, 5)
        right = QVBoxLayout()
        right.addWidget(self.budget_title)
        right.addWidget(self.budget, 1)
        halves = QHBoxLayout()
        halves.setSpacing(theme.GAP)
        halves.addLayout(left, 6)
        self._budget = QWidget()
        self._budget.setLayout(right)
        right.setContentsMargins(0, 0, 0, 0)
        halves.addWidget(self._budget, 6)
        self.signing = QWidget()
        row = QHBoxLayout(self.signing)
        row.setContentsMargins(0, 0, 0, 0)
        for widget, share in ((self.adjust, 0), (self.name, 3), (self.role, 4), (self.place, 4), (self.sign, 0)):
            row.addWidget(widget, share)
        self.after = QWidget()
        last = QHBoxLayout(self.after)
        last.setContentsMargins(0, 0, 0, 0)
        last.addWidget(self.issued, 1)
        last.addWidget(self.open_pdf)
        last.addWidget(self.leave)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.verdict)
        column.addWidget(self.rule)
        column.addLayout(halves, 1)
        column.addWidget(self.findings)
        column.addWidget(self.signing)
        column.addWidget(self.after)

    def show_result(self, view: Json, result: Json) -> None:
        """Show the result of the finished calibration of a view."""
        daily = result.get("daily")
        self._daily = daily is not None
        if daily is not None:
            self._say(f"{signal_words(daily['signal'])}: {daily['value']:.4g} {daily['unit']}", daily["signal"])
            self.rule.set_text(_limits_words(daily))
            self.chart.show_chart(control_chart(daily))
            self.sign.setText("Si&gn and enter  ⏎")
        else:
            decision = result["decision"]
            self._say(VERDICTS[decision["verdict"]], decision["verdict"])
            self.rule.set_text(decision["rule"])
            if view["chart"] is not None:
                self.chart.show_chart(readings_chart(view["chart"], 0))
            self.quantities.fill(quantity_cells(result))
            self.sign.setText("Si&gn and issue  ⏎")
        self.chart.setVisible(daily is not None or view["chart"] is not None)
        self._budget.setVisible(not self._daily)
        self.quantities.setVisible(not self._daily)
        self.place.setVisible(not self._daily)
        self.adjust.setVisible(not self._daily and view["kind"] in ("force_gauge", "balance", "pinprick"))
        self._show_budget(result)
        self._show_findings(result)
        self.signing.show()
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
            else f"Uncertainty budget of the {first['quantity']}, {first['unit']}: u c = {first['combined']:.3g}, "
            f"k = {first['coverage_factor']:.2f}, U = {first['expanded']:.2g}"
            if len(budgets) == 1
            else f"{len(budgets)} uncertainty budgets"
        )

    def _show_findings(self, result: Json) -> None:
        said = " ".join(f"{finding['happened']} {finding['remedy']}" for finding in result.get("findings") or [])
        self.findings.set_text(f"▲ {said}" if said else "")
        self.findings.setVisible(bool(said))

    def show_issued(self, words: str, *, pdf: bool) -> None:
        """Say what is in the register now."""
        self.issued.set_text(words)
        self.open_pdf.setVisible(pdf)
        self.signing.hide()
        self.after.show()
        self.leave.setFocus()

    def _sign(self) -> None:
        needed = (self.name, self.role) if self._daily else (self.name, self.role, self.place)
        for field in needed:
            if not field.text().strip():
                self._desk.say(f"Type the {field.accessibleName()}: it stands in the record.")
                field.setFocus()
                return
        self._issue(self.name.text().strip(), self.role.text().strip(), self.place.text().strip())

    def _adjust(self) -> None:
        self._desk.inquire("What was done to it? Another round of readings follows.", _ADJUSTING, self._adjusted)


def quantity_cells(result: Json) -> list[tuple[str, str]]:
    """The quantities as they are printed; of the round before an adjustment, beside those after it."""
    before = {one["name"]: one["text"] for one in result["before"] or []}
    return [
        (one["name"], one["text"] + (f"   (before: {before[one['name']]})" if one["name"] in before else ""))
        for one in result["quantities"]
    ]


def budget_cells(budget: Json, *, named: bool) -> list[tuple[str, str, str, str]]:
    """The lines of a budget, the largest first; below its own name where there are several budgets."""
    parts = sorted(budget["contributions"], key=lambda part: -part["standard"])
    lines = [(part["name"], f"{part['standard']:.2g}", part["evaluation"], part["source"]) for part in parts]
    if not named:
        return lines
    outcome = f"k = {budget['coverage_factor']:.2f}, U = {budget['expanded']:.2g}"
    return [(f"{budget['quantity'].upper()}, {budget['unit']}", f"{budget['combined']:.3g}", "", outcome), *lines]


def _limits_words(daily: Json) -> str:
    limits = daily["limits"]
    if limits is None:
        return (
            f"Day {len(daily['history']) + 1} since the calibration. The limits are set from the first days, "
            "as the method says."
        )
    return (
        f"Mean of the first {limits.get('days', '')} days {limits['mean']:.4g} {daily['unit']}; warning beyond "
        f"{limits['warn_low']:.4g} to {limits['warn_high']:.4g}, stop beyond {limits['stop_low']:.4g} to "
        f"{limits['stop_high']:.4g}."
    )
