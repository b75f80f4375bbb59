"""A calibration or a daily check: its steps, and the page of the step that is due."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QLabel, QStackedWidget, QVBoxLayout, QWidget

from qst_station.gui import theme
from qst_station.gui.calibration_begin import CalibrationBegin
from qst_station.gui.calibration_forms import ConditionsForm, ReferenceForm
from qst_station.gui.calibration_steps import CalibrationSteps
from qst_station.gui.calibration_words import warning_words
from qst_station.gui.fitted_text import LEFT, FittedText
from qst_station.gui.form import Form
from qst_station.gui.json_lines import Json
from qst_station.gui.paired_fields import cramped
from qst_station.gui.readings_page import ReadingsPage
from qst_station.gui.result_page import ResultPage
from qst_station.gui.screen import Desk
from qst_station.gui.words import told, tr


class CalibrationScreen(Form):
    """One calibration at a time.

    Parameters
    ----------
    actor : callable
        Who calibrates.
    attach : callable
        Opens the device desk.
    back : callable
        Shows the register again.
    """

    def __init__(
        self, desk: Desk, actor: Callable[[], Json], attach: Callable[[], None], back: Callable[[], None]
    ) -> None:
        super().__init__()
        self._desk = desk
        self._actor = actor
        self._back = back
        self._view: Json | None = None
        self._step = ""
        self._certificate: Json | None = None
        self.setFont(theme.text(18))
        self.steps = CalibrationSteps()
        self.head = FittedText(most=22, bold=True, align=LEFT)
        self.head.setFixedHeight(theme.roomy(34))
        self.saved = QLabel("")
        self.begin = CalibrationBegin(desk, self._begin, attach, back)
        self.conditions = ConditionsForm(self._send, self._leave)
        self.reference = ReferenceForm(self._send, self._leave)
        self.readings = ReadingsPage(desk, self._send, self._leave, self._abandon)
        self.result = ResultPage(desk, self._issue, self._adjusted, self._leave, self._open_pdf)
        self.pages = QStackedWidget()
        for page in (self.begin, self.conditions, self.reference, self.readings, self.result):
            self.pages.addWidget(page)
        top = QHBoxLayout()
        top.setSpacing(2 * theme.GAP)
        top.addWidget(self.head, 1)
        top.addWidget(self.saved)
        right = QVBoxLayout()
        right.setContentsMargins(2 * theme.GAP, theme.GAP, 2 * theme.GAP, theme.GAP)
        right.addLayout(top)
        right.addWidget(self.pages, 1)
        way = QBoxLayout.Direction.TopToBottom if cramped() else QBoxLayout.Direction.LeftToRight
        row = QBoxLayout(way, self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.steps)
        row.addLayout(right, 1)

    def open(self, instrument: Json, kind: str) -> None:
        """Prepare a calibration of an instrument; it begins on the first page."""
        self._reset()
        self.begin.open(instrument, kind)

    def resume(self, folder: str, device: str | None) -> None:
        """Go on with an unfinished calibration."""
        self._reset()
        self._desk.request("calibrate_resume", lambda _: None, folder=folder, device=device, actor=self._actor())

    def take_focus(self) -> None:
        """The keyboard belongs to what is due."""
        page = self.pages.currentWidget()
        if page is self.readings:
            self.readings.enter()
        elif page is not None:
            page.setFocus()

    def _reset(self) -> None:
        self._view, self._step, self._certificate = None, "", None
        self._bring("begin", self.begin)
        self._desk.request(
            "calibrate_instruments", lambda answer: self.reference.show_register(answer["instruments"])
        )

    def show_status(self, status: Json) -> None:
        """Show the calibration of a status; before it has begun, the devices that can be read."""
        view = status["calibration"]
        if view is None:
            if self._view is None:
                self.begin.show_devices(status["devices"])
                self._show_steps(None)
            self.head.hide()
            self.saved.hide()
            return
        self._view = view
        self.head.show()
        self.saved.show()
        self.head.set_text(head_words(view))
        self.saved.setText(tr("● saved: entry {number}", number=view["saved"]["seq"]))
        step = step_of(view)
        self._show_steps(step)
        warning = warning_words(view["method"])
        for page in (self.readings, self.result):
            page.unconfirmed.set_text(f"▲ {warning}" if warning else "")
        self._show_page(view, step)

    def _show_steps(self, step: str | None) -> None:
        self.steps.show_step(step, issued=self._certificate is not None)

    def _show_page(self, view: Json, step: str) -> None:
        match step:
            case "conditions":
                if self._bring(f"conditions {len(view['conditions'])}", self.conditions):
                    self.conditions.begin(view)
            case "reference":
                key = f"reference {view['do']['role']} {len(view['references'])}"
                if self._bring(key, self.reference):
                    self.reference.begin(view)
            case "readings":
                if self._bring(f"readings {view['round']}", self.readings):
                    self.readings.enter()
                self.readings.show_view(view)
            case _:
                if self._bring(f"result {view['round']}", self.result):
                    self.result.clear()
                    self._desk.request("calibrate_result", lambda answer: self._show_result(answer["result"]))

    def _bring(self, step: str, page: QWidget) -> bool:
        """Show a page; whether it has just come up, so that it begins anew."""
        new = step != self._step
        self._step = step
        if new:
            self.pages.setCurrentWidget(page)
        return new

    def _show_result(self, result: Json) -> None:
        if self._view is not None:
            self.result.show_result(self._view, result)

    # What the operator does

    def _begin(self, arguments: Json) -> None:
        self._desk.request("calibrate_begin", lambda _: None, **arguments, actor=self._actor())

    def _send(self, event: Json) -> None:
        self._desk.request("calibrate_event", lambda _: None, event=event, actor=self._actor())

    def _adjusted(self, text: str) -> None:
        self._send({"kind": "adjusted", "text": text})

    def _abandon(self, reason: str) -> None:
        self._desk.request("calibrate_abandon", lambda _: self._back(), reason=reason, actor=self._actor())

    def _leave(self) -> None:
        self._desk.request("calibrate_leave", lambda _: self._back())

    def _issue(self, name: str, role: str, place: str) -> None:
        self._desk.request("calibrate_issue", self._issued, name=name, role=role, place=place, actor=self._actor())

    def _issued(self, answer: Json) -> None:
        self._certificate = answer
        if answer.get("certificate"):
            number = answer["certificate"]
            self.result.show_issued(tr("✓ Certificate {number} is issued and signed.", number=number), pdf=True)
        else:
            self.result.show_issued(tr("✓ The daily check is in the register."), pdf=False)
        for finding in answer.get("findings") or []:
            self._desk.say(f"{told(finding['happened'])} {told(finding['remedy'])}")
        if self._view is not None:
            self._show_steps(step_of(self._view))

    def _open_pdf(self) -> None:
        path = self._certificate["pdf"] if self._certificate else ""
        if path and not QDesktopServices.openUrl(QUrl.fromLocalFile(path)):
            self._desk.say(tr("Nothing on this computer opens PDF files. The file: {file}", file=path))


def step_of(view: Json) -> str:
    """The step of the wizard that a view belongs to."""
    key = view["do"]["key"]
    if key in ("conditions", "reference"):
        return str(key)
    return "result" if key == "done" else "readings"


def head_words(view: Json) -> str:
    """What is calibrated, with what, by whom."""
    nominal = f" · {view['nominal_mn']:g} mN" if view["nominal_mn"] is not None else ""
    device = view["device"] or tr("values typed")
    round_ = tr(" · round {number}, after adjustment", number=view["round"]) if view["round"] > 1 else ""
    title, who = told(view["method"]["title"]), view["operator"]["who"]
    return f"{title}: {view['instrument']}{nominal} · {device} · {who}{round_}"
