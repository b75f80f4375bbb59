"""The participants: who is due for what, what is known of each, and what a person may say about them."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
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
from qst_station.gui.flow_row import FlowRow, flowing
from qst_station.gui.form import Form, ScrollPage, list_field, text_field
from qst_station.gui.json_lines import Json
from qst_station.gui.paired_fields import cramped
from qst_station.gui.participant_words import (
    OFFERED,
    STANDINGS,
    amendable,
    offered_words,
    person_words,
    role_word,
    row_cells,
    said_cells,
    visit_cells,
)
from qst_station.gui.plain_table import PlainTable
from qst_station.gui.screen import Desk
from qst_station.gui.side_by_side import SideBySide
from qst_station.gui.words import told, tr

_NARROW = 900  # below it the participant stands under the list instead of beside it
_LEAST_ROWS = 220  # height that a table keeps


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
        self._make_fields()
        self._make_buttons(back)
        self.form = EnrolForm(self._enrol, self.close_form)
        self._pages = QStackedWidget()
        self._pages.addWidget(self._list_page())
        self._pages.addWidget(self.form)
        column = QVBoxLayout(self)
        column.setContentsMargins(2 * theme.GAP, theme.GAP, 2 * theme.GAP, theme.GAP)
        self._head = self._top()
        column.addWidget(self._head)
        column.addWidget(self._pages, 1)

    def _make_fields(self) -> None:
        self.search = text_field(tr("find"), tr("part of an id"), most=40)
        self.search.textChanged.connect(self._show_rows)
        self.initials = text_field(tr("your initials"), tr("for changes"), most=12)
        self.role = list_field(tr("your role in the study"))
        heads = (tr("participant"), tr("status"), tr("due now, or next"), tr("last visit"), tr("off schedule"))
        self.table = PlainTable(tr("participants"), heads, choose=True, stretch=2)
        self.table.currentCellChanged.connect(self._row_chosen)
        self.table.entered_row.connect(self._chosen_for_visit)
        self.none = QLabel(tr("Nobody is in the register. Enrol somebody, or let it look for sealed sessions."))
        self.none.setWordWrap(True)
        self._title = _line(24, bold=True)
        self._known = _line(16)
        plan = (tr("visit"), tr("day"), tr("window"), tr("status"), tr("days"), tr("left out"))
        self.visits = PlainTable(tr("schedule"), plan)
        self.history = PlainTable(tr("entries"), (tr("when"), tr("who"), tr("what"), tr("details")))

    def _make_buttons(self, back: Callable[[], None]) -> None:
        self.back = _button(tr("&Back"), back)
        self.add = _button(tr("&Enrol …"), self._open_form)
        self.look = _button(tr("&Look for sessions"), self._index)
        self.standing = _button(tr("&Status …"), self._set_standing)
        self.call = _button(tr("Call &done …"), self._call)
        self.amend = _button(tr("A&mend …"), self._amend)
        self.to_course = _button(tr("&Course"), self._show_course)
        self.to_visit = _button(tr("Open a &visit  ⏎"), self._chosen_for_visit)

    def _top(self) -> QWidget:
        title = QLabel(tr("Participants"))
        title.setFont(theme.text(34, bold=True))
        parts: list[QWidget] = [title]
        said: tuple[tuple[str, QWidget, int], ...] = (
            (tr("Find"), self.search, 180),
            (tr("Your initials"), self.initials, 140),
            (tr("Role"), self.role, 210),
        )
        for label, field, width in said:
            field.setMinimumWidth(theme.roomy(width))
            parts.append(_labelled(label, field))
        return flowing(*parts)

    def _list_page(self) -> QWidget:
        tabs = QTabWidget()
        tabs.setAccessibleName(tr("schedule, entries"))
        tabs.addTab(self.visits, tr("Sc&hedule"))
        tabs.addTab(self.history, tr("E&ntries"))
        one = QWidget()
        right = QVBoxLayout(one)
        right.setContentsMargins(0, 0, 0, 0)
        for widget in (self._title, self._known):
            right.addWidget(widget)
        right.addWidget(tabs, 1)
        for table in (self.table, self.visits, self.history):
            table.setMinimumHeight(theme.roomy(_LEAST_ROWS))
        inside = QWidget()
        body = QVBoxLayout(inside)
        body.setContentsMargins(0, 0, 0, 0)
        body.addWidget(self.none)
        body.addWidget(SideBySide(self.table, one, narrow=_NARROW), 1)
        acts = (self.standing, self.call, self.amend, self.to_course)
        foot = QHBoxLayout()
        if cramped():  # large text leaves room for what comes next only
            body.addWidget(flowing(self.look, *acts))
            foot.addWidget(flowing(self.back, self.add), 1, Qt.AlignmentFlag.AlignBottom)
            foot.addWidget(self.to_visit, 0, Qt.AlignmentFlag.AlignBottom)
        else:
            foot.addLayout(FlowRow(self.back, self.add, self.look), 3)
            foot.addLayout(FlowRow(*acts, self.to_visit, to_the_right=True), 5)
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(ScrollPage(inside), 1)
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
            self.role.addItem(tr("choose your role"), "")
            for name in study["roles"]:
                self.role.addItem(role_word(name), name)
        self._calls = {told(call["title"]): call["name"] for call in study["calls"]}
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
        self._title.setText(one["participant_id"] if one else "")
        self._known.setText(person_words(one) if one else "")
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
            self._desk.say(tr("Type your initials first."))
            self.initials.setFocus()
            return None
        if not role:
            self._desk.say(tr("Choose your role in the study first."))
            self.role.setFocus()
            return None
        return {"who": who, "role": role}

    def close_form(self) -> None:
        """Back to the list."""
        self._pages.setCurrentIndex(0)
        self._head.show()
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
            self._head.hide()  # who enrols has been said: the form gets the room
            self._pages.setCurrentWidget(self.form)
            self.form.begin()

    def _enrol(self, said: Json) -> None:
        def enrolled(_answer: Json) -> None:
            self.close_form()
            self._desk.say(tr("Enrolled: {participant}.", participant=said["participant_id"]))
            self.search.clear()
            self.load()

        actor = self.actor()
        if actor is not None:
            self._desk.request("enrol", enrolled, said=said, actor=actor)

    def _index(self) -> None:
        def looked(answer: Json) -> None:
            odd = [f"{told(finding['place'])}: {told(finding['happened'])}" for finding in answer["findings"]]
            new = tr("New to the register: {count} sessions.", count=answer["sessions"])
            self._desk.say(" ".join([new, *odd[:3]]))
            self.load()

        actor = self.actor()
        if actor is not None:
            self._desk.request("index", looked, actor=actor)

    def _amend(self) -> None:
        one = self.chosen()
        if one is None or self.actor() is None:
            return
        fields = amendable()

        def what(word: str) -> None:
            field = fields.get(word)
            if field is None:
                self._desk.say(tr("Choose one of: {words}.", words=", ".join(fields)))
                return
            offered = offered_words(OFFERED.get(field, ()))
            question = tr("{what}: what is right?", what=word)
            self._desk.inquire(question, tuple(offered), lambda text: value(field, offered.get(text, text)))

        def value(field: str, text: str) -> None:
            right: str | int = int(text) if text.isdecimal() else text
            self._because("amend", {"field": field, "value": right})

        question = tr("{participant}: amend what?", participant=one["participant_id"])
        self._desk.inquire(question, tuple(fields), what)

    def _set_standing(self) -> None:
        one = self.chosen()
        if one is not None and self.actor() is not None:
            offered = offered_words(STANDINGS)
            self._desk.inquire(
                tr("{participant}: status?", participant=one["participant_id"]),
                tuple(offered),
                lambda word: self._because("set_standing", {"standing": offered.get(word, word)}),
            )

    def _because(self, change: str, said: Json) -> None:
        self._desk.inquire(tr("Why? No names."), (), lambda reason: self._say(change, {**said, "reason": reason}))

    def _call(self) -> None:
        one = self.chosen()
        if one is None or self.actor() is None:
            return
        titles = [title for v in one["open"] if (title := told(v["title"])) in self._calls] or list(self._calls)

        def which(title: str) -> None:
            visit = self._calls.get(title, title)
            # No suggestions: a date begins with a digit, which would choose one.
            self._desk.inquire(
                tr("{call}: on which day (such as 2026-03-31)?", call=title),
                (),
                lambda day: self._say("contacted", {"visit": visit, "date": day}),
            )

        question = tr("{participant}: which call took place?", participant=one["participant_id"])
        self._desk.inquire(question, tuple(titles), which)

    def _say(self, change: str, said: Json) -> None:
        one, actor = self.chosen(), self.actor()
        if one is not None and actor is not None:
            plain = {"participant_id": one["participant_id"], **said}
            self._desk.request(change, lambda _answer: self.load(), said=plain, actor=actor)


def _line(size: int, *, bold: bool = False) -> QLabel:
    line = QLabel()
    line.setFont(theme.text(size, bold=bold))
    line.setWordWrap(True)
    return line


def _labelled(label: str, field: QWidget) -> QWidget:
    both = QWidget()
    row = QHBoxLayout(both)
    row.setContentsMargins(0, 0, 0, 0)
    row.addWidget(QLabel(label))
    row.addWidget(field)
    return both


def _button(label: str, act: Callable[[], None]) -> QPushButton:
    button = QPushButton(label)
    button.clicked.connect(act)
    return button
