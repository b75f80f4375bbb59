"""Before a visit: who, which visit, which side; or an unfinished visit to go on with."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise

from PySide6.QtCore import QStringListModel, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QCompleter,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from qst_station.gui import theme
from qst_station.gui.choice_row import ChoiceRow
from qst_station.gui.flow_row import FlowRow, flowing
from qst_station.gui.form import Form, ScrollPage, list_field, text_field
from qst_station.gui.json_lines import Json
from qst_station.gui.paired_fields import cramped
from qst_station.gui.participant_words import due_words, value_word
from qst_station.gui.person_fields import PersonFields
from qst_station.gui.saved_words import following_words
from qst_station.gui.tool_sets import ToolSets
from qst_station.gui.words import told, tr
from qst_station.gui.words_choice import WordsChoice

_FEW = 2  # unfinished visits that stand above the form
_BROAD = 1040  # the form grows no broader: lines stay short enough to read


class StartScreen(Form):
    """The form; Enter goes from field to field. Below it the visits that were left unfinished.

    A participant of the register is recognised by the id; any other id enrols with the visit. ``proceed`` gets a
    complete visit request, with what enrolment needs under ``enrol``; ``resume`` and ``seal`` get the folder of an
    unfinished visit; ``participants`` opens the register. `add_aside` puts one more button beside the title.
    """

    def __init__(
        self,
        proceed: Callable[[Json], None],
        resume: Callable[[str], None],
        seal: Callable[[str], None],
        participants: Callable[[], None] = lambda: None,
    ) -> None:
        super().__init__()
        self._known: dict[str, Json] = {}
        self._filled = ""  # the participant whose description stands in the form
        self._proceed = proceed
        self._resume = resume
        self._seal = seal
        self._fixed: Json = {}
        self.setFont(theme.text(20))
        self.participant = text_field(tr("participant id"), most=40)
        self.visit = list_field(tr("visit"))
        self.participant.textChanged.connect(self._recognise)
        self._ids = QStringListModel(self)
        completer = QCompleter(self._ids, self)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        self.participant.setCompleter(completer)
        self.person = PersonFields()
        self.side, self.limb = self.person.side, self.person.limb
        self.age, self.sex = self.person.age, self.person.sex
        self.participants = QPushButton(tr("Participants …  F3"))
        self.participants.clicked.connect(participants)
        self.initials = text_field(tr("examiner's initials"), most=12)
        self.kind = ChoiceRow(tr("kind of visit"), (("real", tr("real visit")), ("practice", tr("practice"))))
        self.kind.changed.connect(self._show_enrolment)
        self.sets = ToolSets()
        self.words = WordsChoice()
        self.words.setFont(theme.text(15))  # a long name; whether it is validated stands at its end
        self._interrupted: set[str] = set()  # who has an unfinished visit
        self._resumes: dict[str, QPushButton] = {}
        self._id_help = tr("The engine is starting …")
        self._help = QLabel(self._id_help)
        self._help.setWordWrap(True)
        self._help.setFont(theme.text(16))
        self.instruments = QPushButton(tr("&Instruments and calibration …"))
        self.missing = QLabel("")
        self.missing.setWordWrap(True)
        self.missing.setFont(theme.text(20, bold=True))
        self.proceed = QPushButton(tr("Go on to the devices  ⏎"))
        self.proceed.setEnabled(False)
        self.proceed.clicked.connect(self._go_on)
        self._unfinished_box = QWidget()
        self._unfinished_title = QLabel(tr("Unfinished visits"))
        self._unfinished_title.setFont(theme.text(20, bold=True))
        self._unfinished = QVBoxLayout()
        beside = QVBoxLayout(self._unfinished_box)
        beside.setContentsMargins(0, 0, 0, theme.GAP)
        beside.addWidget(self._unfinished_title)
        beside.addLayout(self._unfinished)
        self._unfinished_box.hide()
        self._lay_out()

    def _lay_out(self) -> None:
        title = QLabel(tr("A visit"))
        title.setFont(theme.text(34, bold=True))
        self._aside = FlowRow(self.participants, self.instruments, to_the_right=True)
        head = QHBoxLayout()
        head.addWidget(title)
        head.addLayout(self._aside, 1)
        last = QHBoxLayout()
        last.addWidget(self.missing, 1)
        last.addWidget(self.proceed)
        page = QWidget()
        inner = self._inner = QVBoxLayout(page)
        inner.addLayout(head)
        inner.addLayout(self._fields())
        inner.addWidget(self._unfinished_box)
        inner.addStretch(1)
        page.setMaximumWidth(theme.roomy(_BROAD))
        middle = QWidget()
        row = QHBoxLayout(middle)
        row.setContentsMargins(0, 0, 0, 0)
        row.addStretch(1)
        row.addWidget(page, 1000)
        row.addStretch(1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(theme.GAP, 0, theme.GAP, theme.GAP)
        whole.addWidget(ScrollPage(middle), 1)
        whole.addLayout(last)  # in sight however long the form is
        self._order_keys()

    def _fields(self) -> QGridLayout:
        form = QGridLayout()
        form.setHorizontalSpacing(20)
        form.setVerticalSpacing(8)
        rows: tuple[tuple[str, QWidget], ...] = (
            (tr("Participant"), self.participant),
            ("", self._help),
            (tr("Visit"), self.visit),
            (tr("Affected"), flowing(self.side, self.limb)),
            (tr("Age, years; sex"), flowing(self.age, self.sex)),
            *self.person.enrolment_rows(),
            (tr("Examiner"), self.initials),
            (tr("Kind"), self.kind),
            (tr("On the tray"), self.sets),
            (tr("Read aloud"), self.words),
        )
        self._labels = {field: QLabel(label) for label, field in rows}
        for i, (field, said) in enumerate(self._labels.items()):
            if cramped():  # the name stands above its field
                if said.text():
                    form.addWidget(said, 2 * i, 1)
                form.addWidget(field, 2 * i + 1, 1)
            else:
                form.addWidget(said, i, 0, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
                form.addWidget(field, i, 1)
        form.setColumnStretch(1, 1)
        self._show_enrolment()
        self.show_sets({})
        return form

    def _order_keys(self) -> None:
        """From top to bottom, left to right; the way of the eye."""
        aside = [item.widget() for i in range(self._aside.count()) if (item := self._aside.itemAt(i))]
        person = self.person
        fields = (
            *(widget for widget in aside if widget is not None),
            *(self.participant, self.visit, self.side, self.limb, self.age, self.sex),
            *(person.dominance, person.control, person.site),
            *(self.initials, self.kind, *self.sets.lists.values(), self.words, self.proceed),
        )
        for one, other in pairwise(fields):
            self.setTabOrder(one, other)

    def add_aside(self, button: QPushButton) -> None:
        """One more button beside the title, for something that belongs to no visit."""
        self._aside.addWidget(button)
        self._order_keys()

    def show_study(self, study: Json) -> None:
        """Offer the visits of the study and show the rule for participant ids."""
        self._id_help = told(str(study["id_help"]))
        self._help.setText(self._id_help)
        self.person.set_sites(study["sites"])
        self._show_enrolment()
        self.visit.clear()
        self.visit.addItem(tr("choose a visit"), "")
        for visit in study["visits"]:
            self.visit.addItem(told(visit["title"]), visit["name"])
        self.proceed.setEnabled(True)
        self.participant.setFocus()
        self._prefill()

    def show_sets(self, sets: dict[str, list[str]]) -> None:
        """Ask which set lies on the tray, where the register has several of a kind."""
        self.sets.show_sets(sets)
        for widget in (self.sets, self._labels[self.sets]):
            widget.setVisible(self.sets.needed)

    def show_participants(self, rows: list[Json]) -> None:
        """Recognise the participants of the register."""
        self._known = {row["participant_id"]: row for row in rows}
        self._ids.setStringList(sorted(self._known))
        self._recognise()

    def choose_participant(self, row: Json) -> None:
        """Fill in a participant of the register who has come for a visit."""
        self._known.setdefault(row["participant_id"], row)
        self.participant.setText(row["participant_id"])
        self.visit.setFocus()

    def _recognise(self) -> None:
        """Fill in what is known of the participant whose id stands there; take it out when it stands no more."""
        name = self.participant.text().strip()
        known = self._known.get(name)
        if known is not None and self._filled != name:
            self._filled = name
            self.person.fill(known)
        elif known is None and self._filled:
            self._filled = ""
            self.person.clear()
        self._help.setText(self._participant_words(name, known))
        self._show_enrolment()

    def help_text(self) -> str:
        """What stands under the identifier: the rule, or how the participant stands."""
        return self._help.text()

    def _participant_words(self, name: str, known: Json | None) -> str:
        if name in self._interrupted:
            return tr("▲ An unfinished visit of {participant} stands in the list: resume it.", participant=name)
        if known is not None:
            return f"✓ {value_word(known['standing'])} · {due_words(known) or tr('nothing is due')}"
        if not name:
            return self._id_help
        new = tr("＋ {participant} is not in the register and is enrolled with this visit.", participant=name)
        return f"{new} {self._id_help}"

    def _show_enrolment(self) -> None:
        """Ask for what only enrolment needs where somebody is new."""
        new = self._newcomer()
        for field in (self.person.dominance, self.person.control, self.person.site):
            shown = new and (field is not self.person.site or self.person.has_sites)
            for widget in (field, self._labels[field]):
                widget.setVisible(shown)

    def _newcomer(self) -> bool:
        return self.participant.text().strip() not in self._known and self.kind.value() != "practice"

    def prefill(self, request: Json) -> None:
        """Fill the form with a prepared request; what the form does not show is kept with it."""
        self._fixed = request
        if request.get("kind") == "simulated":
            self.kind.set_choices((("simulated", tr("SIMULATED: not a participant")),))
        self._prefill()

    def _prefill(self) -> None:
        request = self._fixed
        if not request:
            return
        self.participant.setText(request["participant_id"])
        self.visit.setCurrentIndex(max(0, self.visit.findData(request["visit"])))
        unsaid = {"dominance": None, "control_limb": "not_stated", "site": ""}
        self.person.fill({**unsaid, **request, "affected_limb": request["limb"]})
        self.kind.choose(request["kind"])
        if not self.initials.text():
            self.initials.setText(request["actor"]["who"])
        self.proceed.setFocus()

    def show_unfinished(self, visits: list[Json]) -> None:
        """List unfinished visits, each with its two ways out."""
        while (item := self._unfinished.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.deleteLater()
        self._unfinished_box.setVisible(bool(visits))
        # After a crash they are what the examiner looks for; many of them must not push the form away.
        self._inner.removeWidget(self._unfinished_box)
        self._inner.insertWidget(1 if len(visits) <= _FEW else 2, self._unfinished_box)
        self._interrupted = {visit["participant"] for visit in visits}
        self._resumes.clear()
        for visit in visits:
            self._unfinished.addWidget(self._unfinished_row(visit))
        self._recognise()

    def offer_resuming(self, folder: str) -> None:
        """Empty the form, where Enter would begin another visit, and have Enter resume an unfinished one."""
        self.clear_participant()
        if folder in self._resumes:
            self._resumes[folder].setFocus()

    def _unfinished_row(self, visit: Json) -> QWidget:
        name = tr(
            "{participant} · {visit} · {rows} entries on disk",
            participant=visit["participant"],
            visit=told(visit["visit"]),
            rows=visit["rows"],
        )
        following = following_words(visit)
        text = QLabel(f"{name}\n{following}")
        text.setFont(theme.text(16))
        text.setWordWrap(True)
        resume = QPushButton(tr("Resume at the exact next stimulus"))
        resume.setObjectName("resume")
        resume.setAccessibleName(tr("resume {visit}", visit=name))
        resume.clicked.connect(lambda: self._with_initials(self._resume, visit["folder"]))
        resume.setEnabled(visit["resumable"])
        self._resumes[visit["folder"]] = resume
        signed = visit.get("signed", False)
        seal = QPushButton(tr("Seal") if signed else tr("Seal as interrupted"))
        said = tr("seal {visit}", visit=name) if signed else tr("seal as interrupted {visit}", visit=name)
        seal.setAccessibleName(said)
        seal.clicked.connect(lambda: self._with_initials(self._seal, visit["folder"]))
        row = QWidget()
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 0)
        line.addWidget(text, 2)
        line.addLayout(FlowRow(resume, seal, to_the_right=True), 3)
        return row

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """F3 opens the register."""
        if event.key() == Qt.Key.Key_F3:
            self.participants.click()
            return
        super().keyPressEvent(event)

    def _with_initials(self, act: Callable[[str], None], folder: str) -> None:
        if self.initials.text().strip():
            act(folder)
        else:
            self._miss(tr("Type the examiner's initials first."), self.initials)

    def actor(self) -> Json:
        """Who gives the orders."""
        return {"who": self.initials.text().strip(), "role": "examiner"}

    def request(self) -> Json | None:
        """The visit as it is filled in; None, with a sentence on the screen, where something is missing."""
        missing = self._missing()
        if missing is not None:
            self._miss(*missing)
            return None
        self.missing.setText("")
        fixed = self._fixed
        return {
            "participant_id": self.participant.text().strip(),
            "visit": self.visit.currentData(),
            "affected_side": self.side.value(),
            "limb": self.limb.value(),
            "age_y": self.person.age_y(),
            "sex": self.person.sex_said(),
            "kind": self.kind.value(),
            "seed": fixed.get("seed"),
            "limb_variant": fixed.get("limb_variant", ""),
            "limb_position": fixed.get("limb_position", ""),
            **self.sets.request(),
            **self.words.request(),
            "actor": self.actor(),
            "enrol": self.person.enrolment() if self._newcomer() else None,
        }

    def _missing(self) -> tuple[str, QWidget] | None:
        """What is missing first, from top to bottom."""
        if not self.participant.text().strip():
            return tr("Type the participant's id."), self.participant
        if not self.visit.currentData():
            return tr("Choose the visit."), self.visit
        person = self.person.missing() or (self.person.missing_for_enrolment() if self._newcomer() else None)
        if person is not None:
            return person
        if not self.initials.text().strip():
            return tr("Type your initials."), self.initials
        if not self.kind.value():
            return tr("Choose: real visit or practice."), self.kind
        return self.sets.missing()

    def clear_participant(self) -> None:
        """Empty what belongs to one participant; the examiner stays."""
        self._fixed = {}
        self.participant.clear()
        self.person.clear()
        self.visit.setCurrentIndex(0)
        self.kind.choose("")
        self.participant.setFocus()

    def _go_on(self) -> None:
        request = self.request()
        if request is not None:
            self._proceed(request)

    def _miss(self, sentence: str, field: QWidget) -> None:
        self.missing.setText(f"▲ {sentence}")
        field.setFocus()
