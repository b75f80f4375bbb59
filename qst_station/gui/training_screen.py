"""What to train: who is simulated, at which limb, which tests."""

from __future__ import annotations

from collections.abc import Callable
from random import SystemRandom

from PySide6.QtCore import Qt
from PySide6.QtGui import QIntValidator, QKeyEvent
from PySide6.QtWidgets import QCheckBox, QGridLayout, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from qst_station.gui import theme
from qst_station.gui.choice_row import ChoiceRow
from qst_station.gui.flow_row import flowing
from qst_station.gui.form import Form, ScrollPage, text_field
from qst_station.gui.json_lines import Json
from qst_station.gui.paired_fields import cramped
from qst_station.gui.words import tr

TESTS = ("MDT", "MPT", "MPS", "WUR", "VDT", "PPT")  # of protocols/dfns/battery.toml
PROFILES = ("surprise", "healthy", "crps_pressure_hyperalgesia", "sensory_loss")
_BROAD = 1000
_BOX = 22
_LARGEST_SEED = 999_999


class TrainingScreen(Form):
    """Enter goes from field to field, Esc back. ``begin`` gets the choice and the trainee's initials."""

    def __init__(self, begin: Callable[[Json, str], None], back: Callable[[], None]) -> None:
        super().__init__()
        self._begin, self._back = begin, back
        self.setFont(theme.text(20))
        profiles = tuple((name, profile_words(name)) for name in PROFILES)
        self.profile = ChoiceRow(tr("simulated participant"), profiles)
        self.side = ChoiceRow(tr("affected side"), (("left", tr("left")), ("right", tr("right"))))
        self.limb = ChoiceRow(tr("affected limb"), (("upper", tr("hand")), ("lower", tr("foot"))))
        for row, value in ((self.profile, "surprise"), (self.side, "right"), (self.limb, "upper")):
            row.choose(value)
        self.tests = {test: QCheckBox(test) for test in TESTS}
        for box in self.tests.values():
            box.setChecked(True)
            box.setStyleSheet(
                f"QCheckBox::indicator {{ width: {theme.roomy(_BOX)}px; height: {theme.roomy(_BOX)}px; }}"
            )
        self.all = QPushButton(tr("all or none"))
        self.all.clicked.connect(self._switch_all)
        self.seed = text_field(tr("seed"), tr("empty: another participant every time"), most=6)
        self.seed.setValidator(QIntValidator(0, _LARGEST_SEED, self))
        self.initials = text_field(tr("your initials"), most=12)
        self.missing = QLabel("")
        self.missing.setWordWrap(True)
        self.missing.setFont(theme.text(20, bold=True))
        self.back = QPushButton(tr("Back  Esc"))
        self.back.clicked.connect(back)
        self.proceed = QPushButton(tr("Begin the training  ⏎"))
        self.proceed.clicked.connect(self._go_on)
        self._lay_out()

    def _lay_out(self) -> None:
        title = QLabel(tr("Training"))
        title.setFont(theme.text(34, bold=True))
        about = QLabel(
            tr(
                "You run the tests on a simulated participant: your hand touches and presses while you hold H, "
                "the participant answers, and you enter the answer. At the end you are told how it went. "
                "A training is practice and never counts as data. "
                "Devices that are attached are let go: a training brings its own."
            )
        )
        about.setWordWrap(True)
        about.setFont(theme.text(18))
        last = QHBoxLayout()
        last.addWidget(self.missing, 1)
        last.addWidget(self.back)
        last.addWidget(self.proceed)
        page = QWidget()
        inner = QVBoxLayout(page)
        inner.setSpacing(theme.GAP)
        inner.addWidget(title)
        inner.addWidget(about)
        inner.addLayout(self._fields())
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

    def _fields(self) -> QGridLayout:
        rows: tuple[tuple[str, QWidget], ...] = (
            (tr("Participant"), self.profile),
            (tr("Affected"), flowing(self.side, self.limb)),
            (tr("Tests"), flowing(*self.tests.values(), self.all)),
            (tr("Seed"), self.seed),
            (tr("Your initials"), self.initials),
        )
        form = QGridLayout()
        form.setHorizontalSpacing(20)
        form.setVerticalSpacing(theme.GAP)
        for i, (label, field) in enumerate(rows):
            said = QLabel(label)
            if cramped():  # the name stands above its field
                form.addWidget(said, 2 * i, 1)
                form.addWidget(field, 2 * i + 1, 1)
            else:
                form.addWidget(said, i, 0, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
                form.addWidget(field, i, 1)
        form.setColumnStretch(1, 1)
        return form

    def enter(self, who: str) -> None:
        """The screen has come up; ``who`` is known already, or empty."""
        if who and not self.initials.text():
            self.initials.setText(who)
        self.missing.setText("")
        (self.proceed if self.initials.text() else self.profile).setFocus()

    def choice(self) -> Json | None:
        """What is chosen; None, with a sentence on the screen, where something is missing."""
        tests = [test for test, box in self.tests.items() if box.isChecked()]
        if not tests:
            self._miss(tr("Choose at least one test."), self.tests[TESTS[0]])
            return None
        if not self.initials.text().strip():
            self._miss(tr("Type your initials."), self.initials)
            return None
        seed = self.seed.text().strip()
        return {
            "profile": self.profile.value(),
            "affected_side": self.side.value(),
            "limb": self.limb.value(),
            "tests": [] if len(tests) == len(TESTS) else tests,
            "seed": int(seed) if seed else SystemRandom().randrange(1, _LARGEST_SEED),
        }

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc goes back."""
        if event.key() == Qt.Key.Key_Escape:
            self._back()
            return
        super().keyPressEvent(event)

    def _switch_all(self) -> None:
        on = not all(box.isChecked() for box in self.tests.values())
        for box in self.tests.values():
            box.setChecked(on)

    def _go_on(self) -> None:
        choice = self.choice()
        if choice is not None:
            self.missing.setText(tr("The simulated participant is getting ready …"))
            self._begin(choice, self.initials.text().strip())

    def _miss(self, sentence: str, field: QWidget) -> None:
        self.missing.setText(f"▲ {sentence}")
        field.setFocus()


def profile_words(name: str) -> str:
    """What a profile is called in the window."""
    known = {
        "surprise": lambda: tr("surprise me"),
        "healthy": lambda: tr("healthy"),
        "crps_pressure_hyperalgesia": lambda: tr("CRPS with pressure hyperalgesia"),
        "sensory_loss": lambda: tr("sensory loss"),
    }
    return known[name]() if name in known else name
