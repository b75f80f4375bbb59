"""After the tests: profile, values with their flags, limb table; sign, seal, and what was saved where."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from qst_station.gui import theme
from qst_station.gui.fitted_text import LEFT, FittedText
from qst_station.gui.form import ScrollPage
from qst_station.gui.head_line import visit_mark
from qst_station.gui.json_lines import Json
from qst_station.gui.keys import Press
from qst_station.gui.plain_table import PlainTable
from qst_station.gui.profile_plot import ProfilePlot
from qst_station.gui.review_words import (
    attempt_cells,
    check_words,
    closing_words,
    count_words,
    form_cells,
    limb_cells,
    note_words,
    signed_words,
    value_cells,
)
from qst_station.gui.screen import Desk, Legend, Screen, legend
from qst_station.gui.side_by_side import SideBySide
from qst_station.gui.words import told, tr

_NARROW = 900  # below it the profile stands above the values instead of beside them

_NOTHING: Json = {
    "parameters": [],
    "limb_sides": [],
    "forms": [],
    "notes": [],
    "overrides": [],
    "checks": [],
    "attempts": [],
    "blinded": "",
    "norm_set": "–",
}


class ReviewScreen(Screen):
    """Enter goes on: sign and close, then seal, then leave. Backspace goes back while the visit is open."""

    def __init__(
        self,
        desk: Desk,
        back: Callable[[], None],
        leave: Callable[[], None],
        signing: Callable[[], tuple[Json, str]],
    ) -> None:
        super().__init__(desk)
        self._back = back
        self._leave = leave
        self._signing = signing
        self._asked_seal = False
        self.headline = FittedText(most=40, bold=True, align=LEFT)
        self.headline.setFixedHeight(theme.roomy(54))
        self._warning = FittedText(
            tr("Research output, not for diagnosis"), most=22, bold=True, align=LEFT, ground=theme.ORANGE_PALE
        )
        self._warning.setFixedHeight(theme.roomy(36))
        self.profile = ProfilePlot()
        heads: tuple[str, ...] = (tr("test"), tr("area"), tr("value"), tr("z"), tr("remarks"))
        self.values = PlainTable(tr("parameters"), heads, whole=True)
        heads = (tr("limb"), tr("girth"), tr("readings"), tr("state"))
        self.limbs = PlainTable(tr("limb"), heads, whole=True)
        heads = (tr("test"), tr("attempt"), tr("ended"), tr("why"))
        self.attempts = PlainTable(tr("attempts"), heads, whole=True)
        heads = (tr("form"), tr("answer"), tr("asked, and what was measured for it"))
        self.forms = PlainTable(tr("forms"), heads, whole=True)
        self.counts = QLabel()
        self.counts.setFont(theme.text(15))
        self.counts.setWordWrap(True)
        self.hidden = QLabel()
        self.hidden.setFont(theme.text(22))
        self.hidden.setWordWrap(True)
        self._lay_out()

    def _lay_out(self) -> None:
        page = QWidget()
        whole = QVBoxLayout(page)
        whole.setContentsMargins(0, 0, 0, 0)
        left = _column(self.profile, self._warning)
        right = _column(self.values, self.limbs, self.attempts, self.counts)
        self._results = SideBySide(left, right, narrow=_NARROW, shares=(4, 5))
        whole.addWidget(self.hidden)
        whole.addWidget(self._results)
        whole.addWidget(self.forms)
        whole.addStretch(1)
        self.page = ScrollPage(page)
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.GAP, theme.GAP, theme.GAP, theme.GAP)
        column.addWidget(self.headline)
        column.addWidget(self.page, 1)

    def why_not_read(self) -> str:
        """Nothing begins from here."""
        return tr("There is nothing to read aloud now.")

    def enter(self) -> None:
        """Ask for the results, which stay hidden while something is still to be tested."""
        self._asked_seal = False
        self.profile.set_mark(visit_mark(self.view))
        self.show_review(_NOTHING)
        if self.view["next_step"] is None or self.view["screen"] == "closed":
            self._load()
        else:
            self._hide_values(True)

    def _load(self) -> None:
        actor, _ = self._signing()
        self.desk.request("review", lambda answer: self.show_review(answer["review"]), actor=actor)

    def _hide_values(self, hide: bool) -> None:
        """Say instead of the values that they are hidden, and how much is saved all the same."""
        self.hidden.setText(
            "\n".join((tr("Values stay hidden while a step is left to do."), count_words(self.view)))
        )
        self.hidden.setVisible(hide)
        self._results.setVisible(not hide)

    def show_status(self, status: Json) -> None:
        """Show how far the closing is."""
        super().show_status(status)
        closed, sealing = self.view["screen"] == "closed", status["sealing"]
        if closed and sealing is None and not self._asked_seal:
            self._asked_seal = True
            self._load()
            self.desk.request("seal", lambda answer: None)
        self.headline.set_text(closing_words(closed, sealing))
        failed = sealing is not None and sealing["state"] == "failed"
        self.headline.set_colours(theme.PAPER if failed else theme.INK, theme.RED if failed else None)

    def show_review(self, review: Json) -> None:
        """Fill profile and tables."""
        self._hide_values(False)
        rows = review["parameters"]
        self.profile.set_rows(rows)
        self.values.fill([value_cells(row) for row in rows])
        self.limbs.fill([limb_cells(row) for row in review["limb_sides"]])
        self.forms.fill([cells for row in review["forms"] for cells in form_cells(row)])
        self.forms.setVisible(bool(review["forms"]))
        self.attempts.fill([attempt_cells(row) for row in review["attempts"]])
        self.attempts.setVisible(bool(review["attempts"]))
        counts = f"{count_words(self.view)} · {tr('norms: {norms}', norms=review['norm_set'])}"
        checks = check_words(review["checks"])
        noted = (*note_words(review["notes"]), *signed_words(review["overrides"]))
        said = (counts, checks, told(review["blinded"]), *noted)
        self.counts.setText("\n".join(line for line in said if line))

    def press(self, press: Press) -> bool:
        """Enter goes on, Backspace goes back."""
        sealing = self.status["sealing"]
        closed = self.view["screen"] == "closed"
        if press.action == "enter":
            if not closed:
                self._sign(press)
            elif sealing is not None and sealing["state"] == "done":
                self._leave()
            elif sealing is not None and sealing["state"] == "failed":
                self.desk.request("seal", lambda answer: None)
            return True
        if press.action == "undo" and not closed:
            self._back()
            return True
        if press.action in ("up", "down"):
            bar = self.page.verticalScrollBar()
            bar.setValue(bar.value() + (-1 if press.action == "up" else 1) * bar.pageStep() // 3)
            return True
        return False

    def _sign(self, press: Press) -> None:
        actor, reason = self._signing()
        signer = actor["who"]

        def signed(initials: str) -> None:
            if initials != signer:
                self.desk.say(tr("The visit is run by {who}: type these initials to sign.", who=signer))
                return
            self.desk.send("finish", press, reason=reason)

        # The initials are offered as well, so that who cannot reach the keyboard signs by pointer, in two steps.
        self.desk.inquire(tr("Sign and close the visit: type your initials"), (signer,), signed)

    def legends(self) -> list[Legend]:
        """What Enter does now."""
        view, sealing = self.view, self.status["sealing"]
        more = [legend(view, "down", tr("scroll"), "")] if self.page.verticalScrollBar().maximum() else []
        if view["screen"] != "closed":
            return [
                *more,
                legend(view, "enter", tr("sign and close"), view["allowed"]["finish"]),
                legend(view, "undo", tr("back"), ""),
                legend(view, "note"),
            ]
        state = sealing["state"] if sealing else "running"
        label = {"running": tr("sealing …"), "done": tr("leave"), "failed": tr("seal again")}[state]
        return [*more, legend(view, "enter", label, tr("sealing is under way") if state == "running" else "")]


def _column(*widgets: QWidget) -> QWidget:
    """Widgets one under the other, at the top."""
    held = QWidget()
    column = QVBoxLayout(held)
    column.setContentsMargins(0, 0, 0, 0)
    for widget in widgets:
        column.addWidget(widget)
    column.addStretch(1)
    return held
