"""Before a visit: who, which visit, which side; or an unfinished visit to go on with."""

from __future__ import annotations

from collections.abc import Callable

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
from qst_station.gui.form import Form, list_field, text_field
from qst_station.gui.json_lines import Json
from qst_station.gui.participant_words import due_words
from qst_station.gui.person_fields import PersonFields
from qst_station.gui.tool_sets import ToolSets

_KINDS = (("real", "real visit"), ("practice", "practice"))


class StartScreen(Form):
    """The form; Enter goes from field to field. Below it the visits that were left unfinished.

    A participant of the register is recognised by the id; any other id enrols with the visit. ``proceed`` gets a
    complete visit request, with what enrolment needs under ``enrol``; ``resume`` and ``seal`` get the folder of an
    unfinished visit; ``participants`` opens the register.
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
        self.participant = text_field("participant id", most=40)
        self.visit = list_field("visit")
        self.participant.textChanged.connect(self._recognise)
        self._ids = QStringListModel(self)
        completer = QCompleter(self._ids, self)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        self.participant.setCompleter(completer)
        self.person = PersonFields()
        self.side, self.limb = self.person.side, self.person.limb
        self.age, self.sex = self.person.age, self.person.sex
        self.participants = QPushButton("Participants …  F3")
        self.participants.clicked.connect(participants)
        self.initials = text_field("examiner's initials", most=12)
        self.kind = ChoiceRow("kind of visit", _KINDS)
        self.kind.changed.connect(self._show_enrolment)
        self.sets = ToolSets()
        self._id_help = "The engine is starting …"
        self._help = QLabel(self._id_help)
        self._help.setWordWrap(True)
        self._help.setFont(theme.text(16))
        self.instruments = QPushButton("&Instruments and calibration …")
        self.missing = QLabel("")
        self.missing.setFont(theme.text(20, bold=True))
        self.proceed = QPushButton("Go on to the devices  ⏎")
        self.proceed.setEnabled(False)
        self.proceed.clicked.connect(self._go_on)
        self._unfinished = QVBoxLayout()
        self._unfinished_title = QLabel("Unfinished visits")
        self._unfinished_title.setFont(theme.text(20, bold=True))
        self._unfinished_title.hide()
        self._lay_out()

    def _lay_out(self) -> None:
        title = QLabel("A visit")
        title.setFont(theme.text(34, bold=True))
        head = QHBoxLayout()
        head.addWidget(title, 1)
        head.addWidget(self.participants)
        form = QGridLayout()
        form.setHorizontalSpacing(20)
        form.setVerticalSpacing(8)
        rows: tuple[tuple[str, QWidget], ...] = (
            ("Participant", self.participant),
            ("", self._help),
            ("Visit", self.visit),
            ("Affected", _beside(self.side, self.limb)),
            ("Age, years; sex", _beside(self.age, self.sex)),
            *self.person.enrolment_rows(),
            ("Examiner", self.initials),
            ("Kind", self.kind),
            ("On the tray", self.sets),
        )
        self._labels = {field: QLabel(label) for label, field in rows}
        for i, (field, said) in enumerate(self._labels.items()):
            form.addWidget(said, i, 0, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            form.addWidget(field, i, 1)
        self._show_enrolment()
        self.show_sets({})
        form.setColumnStretch(1, 1)
        last = QHBoxLayout()
        last.addWidget(self.instruments)
        last.addWidget(self.missing, 1)
        last.addWidget(self.proceed)
        inner = QVBoxLayout()
        inner.addLayout(head)
        inner.addLayout(form)
        inner.addLayout(last)
        inner.addSpacing(12)
        inner.addWidget(self._unfinished_title)
        inner.addLayout(self._unfinished)
        inner.addStretch(1)
        outer = QHBoxLayout(self)
        outer.addStretch(1)
        outer.addLayout(inner, 8)
        outer.addStretch(1)
        self.setTabOrder(self.proceed, self.instruments)

    def show_study(self, study: Json) -> None:
        """Offer the visits of the study and show the rule for participant ids."""
        self._id_help = str(study["id_help"])
        self._help.setText(self._id_help)
        self.person.set_sites(study["sites"])
        self._show_enrolment()
        self.visit.clear()
        self.visit.addItem("choose a visit", "")
        for visit in study["visits"]:
            self.visit.addItem(visit["title"], visit["name"])
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
        if known is not None:
            return f"✓ {known['standing']} · {due_words(known) or 'nothing is due'}"
        return (
            f"＋ {name} is not in the register and is enrolled with this visit. {self._id_help}"
            if name
            else self._id_help
        )

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
            self.kind.set_choices((("simulated", "SIMULATED: not a participant"),))
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
        self._unfinished_title.setVisible(bool(visits))
        for visit in visits[:3]:
            self._unfinished.addWidget(self._unfinished_row(visit))

    def _unfinished_row(self, visit: Json) -> QWidget:
        row = QWidget()
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 0)
        name = f"{visit['participant']} · {visit['visit']} · {visit['rows']} entries on disk"
        text = QLabel(f"{name}\nnext: {visit['next'] or 'review'}")
        text.setFont(theme.text(16))
        resume = QPushButton("Resume at the exact next stimulus")
        resume.setAccessibleName(f"resume {name}")
        resume.clicked.connect(lambda: self._with_initials(self._resume, visit["folder"]))
        resume.setEnabled(visit["resumable"])
        seal = QPushButton("Seal as interrupted")
        seal.setAccessibleName(f"seal as interrupted {name}")
        seal.clicked.connect(lambda: self._with_initials(self._seal, visit["folder"]))
        line.addWidget(text, 1)
        line.addWidget(resume)
        line.addWidget(seal)
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
            self._miss("Type the examiner's initials first.", self.initials)

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
            "actor": self.actor(),
            "enrol": self.person.enrolment() if self._newcomer() else None,
        }

    def _missing(self) -> tuple[str, QWidget] | None:
        """What is missing first, from top to bottom."""
        if not self.participant.text().strip():
            return "Type the participant's id.", self.participant
        if not self.visit.currentData():
            return "Choose the visit.", self.visit
        person = self.person.missing() or (self.person.missing_for_enrolment() if self._newcomer() else None)
        if person is not None:
            return person
        if not self.initials.text().strip():
            return "Type your initials.", self.initials
        if not self.kind.value():
            return "Choose: real visit or practice.", self.kind
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


def _beside(*fields: QWidget) -> QWidget:
    """Fields in one line."""
    line = QWidget()
    row = QHBoxLayout(line)
    row.setContentsMargins(0, 0, 0, 0)
    for field in fields:
        row.addWidget(field)
    return line
