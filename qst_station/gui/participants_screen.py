"""The participants: who is due for what, what is known of each, and what a person may say about them."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QPushButton,
    QStackedWidget,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from qst_station.gui import theme
from qst_station.gui.enrol_form import EnrolForm
from qst_station.gui.fitted_text import LEFT, FittedText
from qst_station.gui.form import Form, list_field, text_field
from qst_station.gui.json_lines import Json
from qst_station.gui.participant_words import person_words, row_cells, said_cells, visit_cells
from qst_station.gui.plain_table import PlainTable
from qst_station.gui.screen import Desk

_HEADS = ("participant", "status", "due now, or next", "last visit", "off")
_VISIT_HEADS = ("visit", "day", "window", "status", "days", "left out")
_AMENDABLE = {
    "age in years": "age_y",
    "sex": "sex",
    "affected side": "affected_side",
    "affected limb": "affected_limb",
    "dominant hand": "dominance",
    "other limb": "control_limb",
    "site": "site",
}
_OFFERED = {
    "sex": ("female", "male"),
    "affected_side": ("left", "right"),
    "affected_limb": ("upper", "lower"),
    "dominance": ("left", "right", "both"),
    "control_limb": ("valid", "affected", "injured", "operated", "amputated", "not_stated"),
}
_STANDINGS = ("withdrawn", "completed", "active")


class ParticipantsScreen(Form):
    """The list on the left, one participant on the right. Enter on a row chooses the participant for a visit.

    Parameters
    ----------
    choose : callable
        Gets the row of the participant who has come for a visit.
    course : callable
        Gets the participant's id and who asks, and shows the course.
    back : callable
        Leaves the screen.
    """

    def __init__(
        self,
        desk: Desk,
        choose: Callable[[Json], None],
        course: Callable[[str, Json], None],
        back: Callable[[], None],
    ) -> None:
        super().__init__()
        self._desk = desk
        self._choose = choose
        self._course = course
        self._rows: list[Json] = []
        self._shown: list[Json] = []
        self._calls: dict[str, str] = {}
        self.setFont(theme.text(18))
        self.initials = text_field("your initials", "needed to change anything", most=12)
        self.role = list_field("your role in the study")
        self.search = text_field("find", "part of an id", most=40)
        self.search.textChanged.connect(self._show_rows)
        self.table = PlainTable("participants", _HEADS, choose=True, stretch=2)
        self.table.currentCellChanged.connect(self._row_chosen)
        self.table.entered_row.connect(self._chosen_for_visit)
        self.none = QLabel("Nobody is in the register. Enrol somebody, or let it look for sealed sessions.")
        self._title = _line(24, 34, bold=True)
        self._known = _line(16, 26)
        self.visits = PlainTable("schedule", _VISIT_HEADS)
        self.history = PlainTable("what was said", ("when", "who", "what", "details"))
        self.to_visit = _button("Open a &visit  ⏎", self._chosen_for_visit)
        self.to_course = _button("&Course", self._show_course)
        self.amend = _button("A&mend …", self._amend)
        self.call = _button("Call &done …", self._call)
        self.standing = _button("&Status …", self._set_standing)
        self.add = _button("&Enrol …", self._open_form)
        self.look = _button("&Look for sessions", self._index)
        self.back = _button("&Back", back)
        self.form = EnrolForm(self._enrol, self.close_form)
        self._pages = QStackedWidget()
        self._pages.addWidget(self._list_page())
        self._pages.addWidget(self.form)
        column = QVBoxLayout(self)
        column.setContentsMargins(2 * theme.GAP, theme.GAP, 2 * theme.GAP, theme.GAP)
        column.addLayout(self._top())
        column.addWidget(self._pages, 1)

    def _top(self) -> QHBoxLayout:
        title = QLabel("Participants")
        title.setFont(theme.text(34, bold=True))
        row = QHBoxLayout()
        row.addWidget(title, 1)
        fields: tuple[tuple[str, QWidget, int], ...] = (
            ("Find", self.search, 180),
            ("Your initials", self.initials, 220),
            ("role", self.role, 190),
        )
        for label, field, width in fields:
            field.setFixedWidth(theme.scaled(width))
            row.addWidget(QLabel(label))
            row.addWidget(field)
        return row

    def _list_page(self) -> QWidget:
        tabs = QTabWidget()
        tabs.setAccessibleName("schedule, what was said")
        tabs.addTab(self.visits, "Sc&hedule")
        tabs.addTab(self.history, "&What was said")
        right = QVBoxLayout()
        for widget in (self._title, self._known):
            right.addWidget(widget)
        right.addWidget(tabs, 1)
        halves = QHBoxLayout()
        halves.setSpacing(2 * theme.GAP)
        halves.addWidget(self.table, 1)
        halves.addLayout(right, 1)
        foot = QHBoxLayout()
        for button in (self.back, self.add, self.look):
            foot.addWidget(button)
        foot.addStretch(1)
        for button in (self.standing, self.call, self.amend, self.to_course, self.to_visit):
            foot.addWidget(button)
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.none)
        column.addLayout(halves, 1)
        column.addLayout(foot)
        return page

    # Showing

    def enter(self, initials: str) -> None:
        """The screen has come up: ask for the study and the register as they are now."""
        if not self.initials.text().strip():
            self.initials.setText(initials)
        self.close_form()
        self._desk.request("study", lambda answer: self.show_study(answer["study"]))
        self.load()

    def load(self) -> None:
        """Ask for the participants."""
        self._desk.request("participants", lambda answer: self.show_participants(answer["participants"]))

    def show_study(self, study: Json) -> None:
        """Offer the roles and calls of the study."""
        if not self.role.count():
            self.role.addItem("choose your role", "")
            for name in study["roles"]:
                self.role.addItem(name.replace("_", " "), name)
        self._calls = {call["title"]: call["name"] for call in study["calls"]}
        self.form.show_study(study)

    def show_participants(self, rows: list[Json]) -> None:
        """Show the register; who was chosen stays chosen."""
        self._rows = rows
        self._show_rows()

    def _show_rows(self) -> None:
        was = self.chosen()
        part = self.search.text().strip().casefold()
        self._shown = [row for row in self._rows if part in row["participant_id"].casefold()]
        self.table.fill([row_cells(row) for row in self._shown])
        self.none.setVisible(not self._rows)
        names = [row["participant_id"] for row in self._shown]
        if was is not None and was["participant_id"] in names:
            self.table.setCurrentCell(names.index(was["participant_id"]), 0)
        self._row_chosen()

    def chosen(self) -> Json | None:
        """The participant of the chosen row."""
        row = self.table.currentRow()
        return self._shown[row] if 0 <= row < len(self._shown) else None

    def _row_chosen(self) -> None:
        one = self.chosen()
        for button in (self.to_visit, self.to_course, self.amend, self.call, self.standing):
            button.setEnabled(one is not None)
        self._title.set_text(one["participant_id"] if one else "")
        self._known.set_text(person_words(one) if one else "")
        if one is None:
            self.visits.fill([])
            self.history.fill([])
            return
        asked = one["participant_id"]
        self._desk.request(
            "participant", lambda answer: self._show_rest(asked, answer["participant"]), participant_id=asked
        )

    def _show_rest(self, asked: str, participant: Json) -> None:
        one = self.chosen()
        if one is not None and one["participant_id"] == asked:
            self.visits.fill([visit_cells(visit) for visit in participant["visits"]])
            self.history.fill([said_cells(entry) for entry in reversed(participant["history"])])

    # Doing

    def actor(self) -> Json | None:
        """Who asks, and in which role; None, with a sentence, where that is not said."""
        who, role = self.initials.text().strip(), self.role.currentData()
        if not who:
            self._desk.say("Type your initials first.")
            self.initials.setFocus()
            return None
        if not role:
            self._desk.say("Choose your role in the study first.")
            self.role.setFocus()
            return None
        return {"who": who, "role": role}

    def close_form(self) -> None:
        """Back to the list."""
        self._pages.setCurrentIndex(0)
        self.table.setFocus()

    def _chosen_for_visit(self) -> None:
        one = self.chosen()
        if one is not None:
            self._choose(one)

    def _show_course(self) -> None:
        one, actor = self.chosen(), self.actor()
        if one is not None and actor is not None:
            self._course(one["participant_id"], actor)

    def _open_form(self) -> None:
        if self.actor() is not None:
            self._pages.setCurrentWidget(self.form)
            self.form.begin()

    def _enrol(self, said: Json) -> None:
        def enrolled(_answer: Json) -> None:
            self.close_form()
            self._desk.say(f"Enrolled: {said['participant_id']}.")
            self.search.clear()
            self.load()

        actor = self.actor()
        if actor is not None:
            self._desk.request("enrol", enrolled, said=said, actor=actor)

    def _index(self) -> None:
        def looked(answer: Json) -> None:
            odd = [f"{finding['place']}: {finding['happened']}" for finding in answer["findings"]]
            self._desk.say(" ".join([f"New to the register: {answer['sessions']} sessions.", *odd[:3]]))
            self.load()

        actor = self.actor()
        if actor is not None:
            self._desk.request("index", looked, actor=actor)

    def _amend(self) -> None:
        one = self.chosen()
        if one is None or self.actor() is None:
            return

        def what(word: str) -> None:
            field = _AMENDABLE.get(word)
            if field is None:
                self._desk.say(f"Choose one of: {', '.join(_AMENDABLE)}.")
                return
            self._desk.inquire(f"{word}: what is right?", _OFFERED.get(field, ()), lambda text: value(field, text))

        def value(field: str, text: str) -> None:
            right: str | int = int(text) if text.isdecimal() else text
            self._because("amend", {"field": field, "value": right})

        self._desk.inquire(f"{one['participant_id']}: amend what?", tuple(_AMENDABLE), what)

    def _set_standing(self) -> None:
        one = self.chosen()
        if one is not None and self.actor() is not None:
            self._desk.inquire(
                f"{one['participant_id']}: status?",
                _STANDINGS,
                lambda standing: self._because("set_standing", {"standing": standing}),
            )

    def _because(self, change: str, said: Json) -> None:
        self._desk.inquire("Why? No names.", (), lambda reason: self._say(change, {**said, "reason": reason}))

    def _call(self) -> None:
        one = self.chosen()
        if one is None or self.actor() is None:
            return
        titles = [v["title"] for v in one["open"] if v["title"] in self._calls] or list(self._calls)

        def which(title: str) -> None:
            visit = self._calls.get(title, title)
            # No suggestions: a date begins with a digit, which would choose one.
            self._desk.inquire(
                f"{title}: on which day (such as 2026-03-31)?",
                (),
                lambda day: self._say("contacted", {"visit": visit, "date": day}),
            )

        self._desk.inquire(f"{one['participant_id']}: which call took place?", tuple(titles), which)

    def _say(self, change: str, said: Json) -> None:
        one, actor = self.chosen(), self.actor()
        if one is not None and actor is not None:
            plain = {"participant_id": one["participant_id"], **said}
            self._desk.request(change, lambda _answer: self.load(), said=plain, actor=actor)


def _line(most: int, height: int, *, bold: bool = False) -> FittedText:
    line = FittedText(most=most, bold=bold, align=LEFT)
    line.setFixedHeight(theme.scaled(height))
    return line


def _button(label: str, act: Callable[[], None]) -> QPushButton:
    button = QPushButton(label)
    button.clicked.connect(act)
    return button
