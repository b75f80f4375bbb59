"""Enrolling a participant without opening a visit."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from qst_station.gui import theme
from qst_station.gui.form import Form, ScrollPage, text_field
from qst_station.gui.json_lines import Json
from qst_station.gui.person_fields import PersonFields
from qst_station.gui.words import told, tr


class EnrolForm(Form):
    """``enrol`` gets what is said of the participant once everything is there; ``back`` leaves the form."""

    def __init__(self, enrol: Callable[[Json], None], back: Callable[[], None]) -> None:
        super().__init__()
        self._enrol = enrol
        self.participant = text_field(tr("participant id"), most=40)
        self.person = PersonFields()
        self._help = QLabel("")
        self._help.setWordWrap(True)
        self._help.setFont(theme.text(16))
        self.missing = QLabel("")
        self.missing.setWordWrap(True)
        self.missing.setFont(theme.text(20, bold=True))
        self.enrol = QPushButton(tr("&Enrol  ⏎"))
        self.enrol.clicked.connect(self._go_on)
        self._back = QPushButton(tr("&Back"))
        self._back.clicked.connect(back)
        self._site_label = QLabel(tr("Site"))
        self._lay_out()

    def _lay_out(self) -> None:
        grid = QGridLayout()
        grid.setHorizontalSpacing(20)
        grid.setVerticalSpacing(12)
        rows: tuple[tuple[str, QWidget], ...] = (
            (tr("Participant"), self.participant),
            ("", self._help),
            *self.person.rows(),
            *self.person.enrolment_rows()[:2],
        )
        for i, (label, field) in enumerate(rows):
            grid.addWidget(QLabel(label), i, 0, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            grid.addWidget(field, i, 1)
        grid.addWidget(self._site_label, len(rows), 0, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        grid.addWidget(self.person.site, len(rows), 1)
        grid.setColumnStretch(1, 1)
        last = QHBoxLayout()
        last.addWidget(self._back)
        last.addWidget(self.missing, 1)
        last.addWidget(self.enrol)
        fields = QWidget()
        inner = QVBoxLayout(fields)
        title = QLabel(tr("A new participant"))
        title.setFont(theme.text(26, bold=True))
        inner.addWidget(title)
        inner.addLayout(grid)
        inner.addStretch(1)
        column = QVBoxLayout(self)
        column.addWidget(ScrollPage(fields), 1)
        column.addLayout(last)
        self.setTabOrder(self.enrol, self._back)

    def show_study(self, study: Json) -> None:
        """Show the rule for identifiers, and offer the sites where there are any."""
        self._help.setText(told(study["id_help"]))
        self.person.set_sites(study["sites"])
        for widget in (self._site_label, self.person.site):
            widget.setVisible(bool(study["sites"]))

    def begin(self) -> None:
        """An empty form."""
        self.participant.clear()
        self.person.clear()
        self.missing.setText("")
        self.participant.setFocus()

    def said(self) -> Json | None:
        """What is filled in; None, with a sentence on the screen, where something is missing."""
        missing = self.person.missing() or self.person.missing_for_enrolment()
        if not self.participant.text().strip():
            missing = tr("Type the participant's id."), self.participant
        if missing is not None:
            self.missing.setText(f"▲ {missing[0]}")
            missing[1].setFocus()
            return None
        self.missing.setText("")
        return {
            "participant_id": self.participant.text().strip(),
            "age_y": self.person.age_y(),
            "sex": self.person.sex_said(),
            "affected_side": self.person.side.value(),
            "affected_limb": self.person.limb.value(),
            **self.person.enrolment(),
        }

    def _go_on(self) -> None:
        said = self.said()
        if said is not None:
            self._enrol(said)
