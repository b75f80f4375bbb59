"""After the tests: profile, values with their flags, limb table; sign, seal, and what was saved where."""

from __future__ import annotations

from collections.abc import Callable
from math import isfinite

from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout

from qst_station.gui import theme
from qst_station.gui.fitted_text import LEFT, FittedText
from qst_station.gui.json_lines import Json
from qst_station.gui.keys import Press
from qst_station.gui.plain_table import PlainTable
from qst_station.gui.profile_plot import ProfilePlot, drawn_z
from qst_station.gui.screen import Desk, Legend, Screen, legend

_NOTHING: Json = {
    "parameters": [],
    "limb_sides": [],
    "forms": [],
    "notes": [],
    "overrides": [],
    "blinded": "",
    "trials": 0,
    "voided": 0,
    "norm_set": "–",
}
_ROLES = {"control": "control", "affected": "test"}


class ReviewScreen(Screen):
    """Enter goes on: sign and close, then seal, then leave. Backspace goes back while the visit is open."""

    def __init__(
        self,
        desk: Desk,
        back: Callable[[], None],
        leave: Callable[[], None],
        signing: Callable[[], tuple[str, str]],
    ) -> None:
        super().__init__(desk)
        self._back = back
        self._leave = leave
        self._signing = signing
        self._asked_seal = False
        self.headline = FittedText(most=40, bold=True, align=LEFT)
        self._warning = FittedText(
            "Research output, not for diagnosis", most=22, bold=True, align=LEFT, ground=theme.ORANGE_PALE
        )
        self.profile = ProfilePlot()
        self.values = PlainTable("parameters", ("test", "area", "value", "z", "remarks"), wrap=True)
        self.limbs = PlainTable("limb", ("limb", "girth", "readings", "state"), wrap=True)
        self.forms = PlainTable("forms", ("form", "answer", "asked, and what was measured for it"), wrap=True)
        self.counts = QLabel()
        self.counts.setFont(theme.text(15))
        self.counts.setWordWrap(True)
        right = QVBoxLayout()
        right.addWidget(self.values, 5)
        right.addWidget(self.limbs, 1)
        right.addWidget(self.counts)
        left = QVBoxLayout()
        left.addWidget(self.profile, 3)
        left.addWidget(self.forms, 2)
        left.addWidget(self._warning)
        self._warning.setFixedHeight(theme.scaled(36))
        row = QHBoxLayout()
        row.setSpacing(theme.GAP)
        row.addLayout(left, 4)
        row.addLayout(right, 5)
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.GAP, theme.GAP, theme.GAP, theme.GAP)
        self.headline.setFixedHeight(theme.scaled(54))
        column.addWidget(self.headline)
        column.addLayout(row, 1)

    def enter(self) -> None:
        """Ask for the results, which stay hidden while something is still to be tested."""
        self._asked_seal = False
        self.show_review(_NOTHING)
        if self.view["next_step"] is None or self.view["screen"] == "closed":
            self._load()

    def _load(self) -> None:
        self.desk.request("review", lambda answer: self.show_review(answer["review"]))

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
        rows = review["parameters"]
        self.profile.set_rows(rows)
        self.values.fill([value_cells(row) for row in rows])
        self.limbs.fill([limb_cells(row) for row in review["limb_sides"]])
        self.forms.fill([cells for row in review["forms"] for cells in form_cells(row)])
        self.forms.setVisible(bool(review["forms"]))
        notes = len(review["notes"])
        counts = f"{review['trials']} trials, {review['voided']} of them voided · {notes} notes"
        said = (f"{counts} · norms: {review['norm_set']}", review["blinded"], *signed_words(review["overrides"]))
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
            bar = self.forms.verticalScrollBar()
            bar.setValue(bar.value() + (-1 if press.action == "up" else 1))
            return True
        return False

    def _sign(self, press: Press) -> None:
        signer, reason = self._signing()

        def signed(initials: str) -> None:
            if initials != signer:
                self.desk.say(f"The visit is run by {signer}: type these initials to sign.")
                return
            self.desk.send("finish", press, reason=reason)

        self.desk.inquire("Sign and close the visit: type your initials", (), signed)

    def legends(self) -> list[Legend]:
        """What Enter does now."""
        view, sealing = self.view, self.status["sealing"]
        more = [legend(view, "down", "more of the forms", "")] if self.forms.rowCount() else []
        if view["screen"] != "closed":
            return [
                *more,
                legend(view, "enter", "sign and close", view["allowed"]["finish"]),
                legend(view, "undo", "back", ""),
                legend(view, "note"),
            ]
        state = sealing["state"] if sealing else "running"
        label = {"running": "sealing …", "done": "leave", "failed": "seal again"}[state]
        return [*more, legend(view, "enter", label, "sealing is under way" if state == "running" else "")]


def signed_words(overrides: list[Json]) -> list[str]:
    """Which instruments were used although their calibration does not hold: one line for each signature."""
    by_signature: dict[tuple[str, str, str], list[str]] = {}
    for one in overrides:
        by_signature.setdefault((one["signed_by"], one["role"], one["reason"]), []).append(one["instrument"])
    return [
        f"▲ used without valid calibration, signed by {who} ({role}): {', '.join(instruments)}. {reason}"
        for (who, role, reason), instruments in by_signature.items()
    ]


def closing_words(closed: bool, sealing: Json | None) -> str:
    """How far the closing of the visit is, in one line. "Saved" only once the file has been verified."""
    if not closed:
        return "Review. Enter: sign and close the visit."
    if sealing is None or sealing["state"] == "running":
        return "Closed. Sealing and verifying the file …"
    if sealing["state"] == "failed":
        finding = sealing["finding"]
        return f"■ NOT SEALED: {finding['happened']} {finding['safe']} {finding['remedy']}"
    return f"✓ saved: {sealing['path']}, verified"


def value_cells(row: Json) -> tuple[str, ...]:
    """A parameter row as table cells: censored values as bounds, missing ones with their reason."""
    z = drawn_z(row)
    remarks = [f"{row['painful_strokes']} painful strokes"] if row["painful_strokes"] >= 0 else []
    if row["censored"] and row["value"] is not None:
        remarks.append(f"turning points beyond the {row['censored']} end of the set")
    if row["reason"]:
        remarks.append(str(row["reason"]))
    if row["detectability"]:
        remarks.append(f"norms cannot show {row['detectability']}")
    z_words = "" if z is None else f"{z:+.2f}" + (" ▲" if z > 1.96 else " ▼" if z < -1.96 else "")
    return (
        row["parameter"],
        f"{_ROLES[row['site_role']]}, {row['side']}",
        _value_words(row),
        z_words,
        "; ".join(remarks),
    )


def _value_words(row: Json) -> str:
    unit = "" if row["unit"] == "1" else "/8" if row["unit"] == "1/8" else f" {row['unit']}"
    for number, sign in ((row["value"], ""), (row["bound"], "≥ " if row["censored"] == "high" else "≤ ")):
        if number is not None and isfinite(number):
            return f"{sign}{number:.3g}{unit}" if abs(number) < 100 else f"{sign}{number:.0f}{unit}"
    return "–"


def limb_cells(row: Json) -> tuple[str, ...]:
    """A limb row as table cells."""
    girth = row["girth_cm"]
    known = girth is not None and isfinite(girth)
    value = f"{girth:.1f} cm ({row['statistic']})" if known else "–"
    state = f"{row['status'].replace('_', ' ')}{': ' + row['reason'] if row['reason'] else ''}"
    return f"{row['segment']}, {row['side']} ({row['limb_role']})", value, str(row["readings"]), state


def form_cells(row: Json) -> list[tuple[str, ...]]:
    """A form row as table rows; what was measured stands under the question and decides nothing."""
    asked = f"{row['asked']} ({row['reason']})" if row["reason"] else row["asked"]
    return [
        (row["form"], row["answer"], asked),
        *(("", "", f"      measured: {said}") for said in row["evidence"]),
    ]
