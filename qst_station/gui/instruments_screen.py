"""The register: every set and instrument with its state, and what can be done with the one that is chosen."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QLabel, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from qst_station.gui import theme
from qst_station.gui.calibration_words import UNKNOWN, measured_words, named, state_colours, state_words
from qst_station.gui.flow_row import flowing
from qst_station.gui.form import Form, ScrollPage, text_field
from qst_station.gui.instrument_detail import InstrumentDetail
from qst_station.gui.instrument_forms import AddForm, DueForm, push_button
from qst_station.gui.json_lines import Json
from qst_station.gui.offers import inquire_among
from qst_station.gui.paired_fields import cramped
from qst_station.gui.plain_table import Cell, PlainTable
from qst_station.gui.screen import Desk
from qst_station.gui.words import told, tr

DAILY = "daily_check"
CALIBRATED_HERE = ("hair", "pinprick", "force_gauge", "tape", "balance")
CHECKED_DAILY = ("hair", "pinprick", "force_gauge")


class InstrumentsScreen(Form):
    """The list on the left, one instrument on the right.

    Parameters
    ----------
    begin : callable
        Gets the instrument and the kind of the method, and opens the calibration.
    resume : callable
        Gets an unfinished calibration.
    back : callable
        Leaves the screen.
    """

    def __init__(
        self,
        desk: Desk,
        begin: Callable[[Json, str], None],
        resume: Callable[[Json], None],
        back: Callable[[], None],
    ) -> None:
        super().__init__()
        self._desk = desk
        self._begin = begin
        self._resume = resume
        self._instruments: list[Json] = []
        self.setFont(theme.text(18))
        self.initials = text_field(tr("your initials"), tr("initials"), most=12)
        self.counts = QLabel("")
        self.counts.setWordWrap(True)
        heads = (tr("instrument"), "mN", tr("measured, mN"), tr("state"), tr("due"), tr("uses"), tr("certificate"))
        # What large text leaves no room for stands beside the chosen one.
        self._columns = (0, 1, 3, 4) if cramped() else tuple(range(len(heads)))
        self.table = PlainTable(tr("instruments"), tuple(heads[i] for i in self._columns), choose=True)
        self.table.setMinimumHeight(theme.roomy(160))
        self.table.currentCellChanged.connect(self._row_chosen)
        self.table.entered_row.connect(self._calibrate)
        self.detail = InstrumentDetail(desk)
        self.notice = QLabel("")
        self.notice.setWordWrap(True)
        self.back = push_button(tr("&Back"), back)
        self.add = push_button(tr("&Add …"), self._open_add)
        self.retire = push_button(tr("Re&tire …"), self._retire)
        self.note = push_button(tr("N&ote …"), self._note)
        self.rested = push_button(tr("Has re&sted"), lambda: self._enter({"kind": "rested"}))
        self.due = push_button(tr("Due &rule …"), self._open_due)
        self.daily = push_button(tr("Dail&y check"), self._check)
        self.calibrate = push_button(tr("&Calibrate  ⏎"), self._calibrate)
        self._unfinished = QVBoxLayout()
        self.add_form = AddForm(desk, self.actor, self._added, self.close_form)
        self.due_form = DueForm(self._due_set, self.close_form)
        self._pages = QStackedWidget()
        self._pages.addWidget(self._list_page())
        self._pages.addWidget(self.add_form)
        self._pages.addWidget(self.due_form)
        column = QVBoxLayout(self)
        column.setContentsMargins(2 * theme.GAP, theme.GAP, 2 * theme.GAP, theme.GAP)
        column.addLayout(self._top())
        column.addWidget(self._pages, 1)

    def _top(self) -> QHBoxLayout:
        title = QLabel(tr("Instruments"))
        title.setFont(theme.text(22 if cramped() else 34, bold=True))
        self.initials.setFixedWidth(theme.roomy(110))
        row = QHBoxLayout()
        row.addWidget(title)
        row.addStretch(1)
        row.addWidget(QLabel(tr("Your initials")))
        row.addWidget(self.initials)
        return row

    def _list_page(self) -> QWidget:
        way = QBoxLayout.Direction.TopToBottom if cramped() else QBoxLayout.Direction.LeftToRight
        halves = QBoxLayout(way)
        halves.setSpacing(2 * theme.GAP)
        halves.addWidget(self.table, 3)
        halves.addWidget(self.detail, 2)
        inside = QWidget()
        body = QVBoxLayout(inside)
        body.setContentsMargins(0, 0, 0, 0)
        body.addWidget(self.counts)
        body.addWidget(self.notice)
        body.addLayout(halves, 1)
        body.addLayout(self._unfinished)
        acts = (self.retire, self.note, self.rested, self.due, self.daily)
        foot = QHBoxLayout()
        foot.addWidget(flowing(self.back, self.add), 1, Qt.AlignmentFlag.AlignBottom)
        if cramped():  # large text leaves room for what comes next only
            body.addWidget(flowing(*acts))
            foot.addWidget(self.calibrate, 0, Qt.AlignmentFlag.AlignBottom)
        else:
            foot.addWidget(flowing(*acts, self.calibrate, to_the_right=True), 3)
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(ScrollPage(inside), 1)
        column.addLayout(foot)
        return page

    def enter(self, initials: str) -> None:
        """The screen has come up: ask for the register as it is now."""
        if not self.initials.text().strip():
            self.initials.setText(initials)
        self.close_form()
        self.load()

    def load(self) -> None:
        """Ask for the instruments and for calibrations that were left unfinished."""
        self._desk.request("calibrate_instruments", self.show_register)
        self._desk.request("calibrate_unfinished", lambda answer: self.show_unfinished(answer["unfinished"]))

    def actor(self) -> Json | None:
        """Who changes something; None, with a sentence, where nobody is named."""
        who = self.initials.text().strip()
        if not who:
            self._desk.say(tr("Type your initials first."))
            self.initials.setFocus()
            return None
        return {"who": who, "role": "examiner"}

    def show_register(self, answer: Json) -> None:
        """Show the instruments of an answer; the chosen one stays chosen."""
        chosen, was_empty = self.chosen(), not self._instruments
        self._instruments = answer["instruments"]
        self.counts.setText(count_words(self._instruments))
        rows = [row_cells(instrument) for instrument in self._instruments]
        self.table.fill([[cells[i] for i in self._columns] for cells in rows])
        self.notice.setText(notice_words(answer))
        self.notice.setVisible(bool(self.notice.text()))
        self.table.setVisible(bool(self._instruments))
        self.detail.setVisible(bool(self._instruments))
        if chosen is not None:
            names = [instrument["id"] for instrument in self._instruments]
            if chosen["id"] in names:
                self.table.setCurrentCell(names.index(chosen["id"]), 0)
        self._row_chosen()
        if was_empty and self._pages.currentIndex() == 0:
            self.take_focus()

    def show_unfinished(self, unfinished: list[Json]) -> None:
        """List the calibrations that can be gone on with."""
        while (item := self._unfinished.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.deleteLater()
        for one in unfinished[:3]:
            self._unfinished.addWidget(self._unfinished_row(one))

    def _unfinished_row(self, one: Json) -> QWidget:
        row = QWidget()
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 0)
        since = one["utc"][:16].replace("T", " ")
        name = tr(
            "{instrument} · {method} · {count} readings kept · {since}",
            instrument=one["instrument"],
            method=named(one["method"]),
            count=one["readings"],
            since=since,
        )
        resume = QPushButton(tr("Go on with it"))
        resume.setAccessibleName(tr("go on with {what}", what=name))
        resume.clicked.connect(lambda: self._resume(one))
        resume.setEnabled(not one["why"])
        words = QLabel(tr("Unfinished: {what}", what=told(one["why"]) or name))
        words.setWordWrap(True)
        line.addWidget(words, 1)
        line.addWidget(resume)
        return row

    def unfinished_buttons(self) -> list[QPushButton]:
        """The buttons that go on with an unfinished calibration."""
        rows = [item.widget() for i in range(self._unfinished.count()) if (item := self._unfinished.itemAt(i))]
        return [button for row in rows if row is not None for button in row.findChildren(QPushButton)]

    def chosen(self) -> Json | None:
        """The instrument of the chosen row."""
        row = self.table.currentRow()
        return self._instruments[row] if 0 <= row < len(self._instruments) else None

    def close_form(self) -> None:
        """Back to the list."""
        self._pages.setCurrentIndex(0)
        self.take_focus()

    def take_focus(self) -> None:
        """The keyboard belongs to the list."""
        (self.table if self._instruments else self.add).setFocus()

    def _row_chosen(self) -> None:
        one = self.chosen()
        alive = one is not None and one["state"] != "retired"
        kind = one["kind"] if one is not None else ""
        self.calibrate.setEnabled(alive and kind in CALIBRATED_HERE)
        self.daily.setEnabled(alive and kind in CHECKED_DAILY)
        self.rested.setEnabled(alive and kind in ("hair", "pinprick"))
        self.note.setEnabled(one is not None)
        for button in (self.due, self.retire):
            button.setEnabled(alive)
        if one is not None:
            self.detail.show_instrument(one)

    def _calibrate(self) -> None:
        one = self.chosen()
        if one is not None and self.calibrate.isEnabled() and self.actor() is not None:
            self._begin(one, one["kind"])
        elif one is not None and not self.calibrate.isEnabled():
            self._desk.say(_not_calibrated(one))

    def _check(self) -> None:
        one = self.chosen()
        if one is not None and self.actor() is not None:
            self._begin(one, DAILY)

    def _open_add(self) -> None:
        self._pages.setCurrentWidget(self.add_form)
        self.add_form.begin(first=not self._instruments)

    def _added(self) -> None:
        self.close_form()
        self.load()

    def _open_due(self) -> None:
        one = self.chosen()
        if one is not None:
            self._pages.setCurrentWidget(self.due_form)
            self.due_form.begin(one["due_rule"])

    def _due_set(self, event: Json) -> None:
        self._enter(event)

    def _note(self) -> None:
        self._with_text(tr("Note for the history"), {}, "noted", "text")

    def _retire(self) -> None:
        offers = {
            "tip broken": tr("tip broken"),
            "bent": tr("bent"),
            "force out of tolerance": tr("force out of tolerance"),
            "lost": tr("lost"),
            "replaced": tr("replaced"),
        }
        self._with_text(tr("Out of use for good. Why?"), offers, "retired", "reason")

    def _with_text(self, question: str, offers: dict[str, str], kind: str, field: str) -> None:
        one = self.chosen()
        if one is not None and self.actor() is not None:
            inquire_among(
                self._desk,
                f"{one['id']}: {question}",
                offers,
                lambda text: self._enter({"kind": kind, field: text}),
            )

    def _enter(self, event: Json) -> None:
        one, actor = self.chosen(), self.actor()
        if one is None or actor is None:
            return

        def entered(_answer: Json) -> None:
            self.close_form()
            self.load()

        self._desk.request("calibrate_register", entered, instrument=one["id"], event=event, actor=actor)


def row_cells(instrument: Json) -> list[str | Cell]:
    """An instrument as a row of the list."""
    ink, ground = state_colours(instrument["state"])
    presses = str(instrument["uses_since_rest"]) if instrument["kind"] in ("hair", "pinprick") else UNKNOWN
    return [
        instrument["id"],
        UNKNOWN if instrument["nominal_mn"] is None else f"{instrument['nominal_mn']:g}",
        measured_words(instrument),
        Cell(text=state_words(instrument["state"]), ink=ink, ground=ground),
        instrument["due"] or (tr("not set") if instrument["certificate"] else UNKNOWN),
        presses,
        instrument["certificate"] or UNKNOWN,
    ]


def count_words(instruments: list[Json]) -> str:
    """How many instruments are in which state."""
    counts = Counter(instrument["state"] for instrument in instruments)
    order = ("valid", "due_soon", "expired", "failed", "unchecked", "retired")
    return "  ".join(f"{state_words(state)} {counts[state]}" for state in order if counts[state])


def notice_words(answer: Json) -> str:
    """What is wrong with the register, or that there is nothing in it; empty where there is nothing to say."""
    wrong = [
        " ".join(told(finding[part]) for part in ("happened", "safe", "remedy")) for finding in answer["findings"]
    ]
    if wrong:
        return f"▲ {' '.join(wrong)}"
    return "" if answer["instruments"] else tr("The register is empty. Add a set or an instrument first.")


def _not_calibrated(one: Json) -> str:
    if one["state"] == "retired":
        return tr("{instrument} is retired. Its history stays.", instrument=one["id"])
    return tr(
        "{instrument} is calibrated by a laboratory: register its next certificate with it.", instrument=one["id"]
    )
