"""Before a visit: who, which visit, which side; or an unfinished visit to go on with."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
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

_NOT_RECORDED = "not recorded"
_SIDES = (("left", "left"), ("right", "right"))
_LIMBS = (("upper", "upper (hand)"), ("lower", "lower (foot)"))
_SEXES = (("female", "female"), ("male", "male"), (_NOT_RECORDED, "not recorded"))
_KINDS = (("real", "real visit"), ("practice", "practice"))
_OLDEST = 120


class StartScreen(Form):
    """The form; Enter goes from field to field. Below it the visits that were left unfinished.

    ``proceed`` gets a complete visit request; ``resume`` and ``seal`` get the folder of an unfinished visit.
    """

    def __init__(
        self, proceed: Callable[[Json], None], resume: Callable[[str], None], seal: Callable[[str], None]
    ) -> None:
        super().__init__()
        self._proceed = proceed
        self._resume = resume
        self._seal = seal
        self._fixed: Json = {}
        self.setFont(theme.text(20))
        self.participant = text_field("participant id", most=40)
        self.visit = list_field("visit")
        self.side = ChoiceRow("affected side", _SIDES)
        self.limb = ChoiceRow("affected limb", _LIMBS)
        self.age = text_field("age in years", most=3)
        self.sex = ChoiceRow("sex", _SEXES)
        self.initials = text_field("examiner's initials", most=12)
        self.kind = ChoiceRow("kind of visit", _KINDS)
        self._help = QLabel("The engine is starting …")
        self._help.setWordWrap(True)
        self._help.setFont(theme.text(16))
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
        form = QGridLayout()
        form.setHorizontalSpacing(20)
        form.setVerticalSpacing(10)
        rows: tuple[tuple[str, QWidget], ...] = (
            ("Participant", self.participant),
            ("", self._help),
            ("Visit", self.visit),
            ("Affected side", self.side),
            ("Affected limb", self.limb),
            ("Age, years", self.age),
            ("Sex", self.sex),
            ("Examiner", self.initials),
            ("Kind", self.kind),
        )
        for i, (label, field) in enumerate(rows):
            form.addWidget(QLabel(label), i, 0, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            form.addWidget(field, i, 1)
        form.setColumnStretch(1, 1)
        last = QHBoxLayout()
        last.addWidget(self.missing, 1)
        last.addWidget(self.proceed)
        inner = QVBoxLayout()
        inner.addWidget(title)
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

    def show_study(self, study: Json) -> None:
        """Offer the visits of the study and show the rule for participant ids."""
        self._help.setText(study["id_help"])
        self.visit.clear()
        self.visit.addItem("choose a visit", "")
        for visit in study["visits"]:
            self.visit.addItem(visit["title"], visit["name"])
        self.proceed.setEnabled(True)
        self.participant.setFocus()
        self._prefill()

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
        self.side.choose(request["affected_side"])
        self.limb.choose(request["limb"])
        self.age.setText("" if request["age_y"] is None else str(request["age_y"]))
        self.sex.choose(request["sex"] or _NOT_RECORDED)
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
        needed: tuple[tuple[object, str, QWidget], ...] = (
            (self.participant.text().strip(), "Type the participant's id.", self.participant),
            (self.visit.currentData(), "Choose the visit.", self.visit),
            (self.side.value(), "Choose the affected side.", self.side),
            (self.limb.value(), "Choose the affected limb.", self.limb),
            (self._age_fits(), f"Age is a whole number up to {_OLDEST}, or empty.", self.age),
            (self.sex.value(), "Choose the sex, or that it is not recorded.", self.sex),
            (self.initials.text().strip(), "Type your initials.", self.initials),
            (self.kind.value(), "Choose: real visit or practice.", self.kind),
        )
        for there, sentence, field in needed:
            if not there:
                self._miss(sentence, field)
                return None
        self.missing.setText("")
        age = self.age.text().strip()
        fixed = self._fixed
        return {
            "participant_id": self.participant.text().strip(),
            "visit": self.visit.currentData(),
            "affected_side": self.side.value(),
            "limb": self.limb.value(),
            "age_y": int(age) if age else None,
            "sex": None if self.sex.value() == _NOT_RECORDED else self.sex.value(),
            "kind": self.kind.value(),
            "seed": fixed.get("seed"),
            "limb_variant": fixed.get("limb_variant", ""),
            "limb_position": fixed.get("limb_position", ""),
            "actor": self.actor(),
        }

    def clear_participant(self) -> None:
        """Empty what belongs to one participant; the examiner stays."""
        self._fixed = {}
        for field in (self.participant, self.age):
            field.clear()
        self.visit.setCurrentIndex(0)
        for choice in (self.side, self.limb, self.sex, self.kind):
            choice.choose("")
        self.participant.setFocus()

    def _age_fits(self) -> bool:
        age = self.age.text().strip()
        return not age or (age.isascii() and age.isdigit() and int(age) <= _OLDEST)

    def _go_on(self) -> None:
        request = self.request()
        if request is not None:
            self._proceed(request)

    def _miss(self, sentence: str, field: QWidget) -> None:
        self.missing.setText(f"▲ {sentence}")
        field.setFocus()
