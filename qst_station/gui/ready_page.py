"""Before a test: what the examiner does, what the participant is told, and a large place to begin."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from qst_station.gui import reading_aloud, theme
from qst_station.gui.answer_tiles import Tile
from qst_station.gui.fitted_text import LEFT, FittedText
from qst_station.gui.json_lines import Json
from qst_station.gui.words import told, tr


class ReadyPage(QWidget):
    """The instruction on top; below it, larger, the text to read aloud, where the study has one."""

    def __init__(self) -> None:
        super().__init__()
        self._alone = FittedText(most=46, align=LEFT)
        self._instruction = FittedText(most=24, align=LEFT)
        self._mark = FittedText(most=20, bold=True, align=LEFT, colour=theme.QUIET)
        self.read_aloud = FittedText(most=46, align=LEFT)
        self.begin = Tile("begin", action="space")
        self.limit = FittedText(most=24, bold=True, align=LEFT)
        self._unverified = FittedText(most=16, align=LEFT, colour=theme.QUIET)
        aloud = self._aloud = QFrame()
        below = QVBoxLayout(aloud)
        below.setContentsMargins(0, 0, 0, 0)
        below.addWidget(self._instruction, 4)
        below.addWidget(self._mark, 2)
        below.addWidget(self.read_aloud, 17)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.GAP)
        column.addWidget(self._alone, 11)
        column.addWidget(aloud, 11)
        column.addWidget(self.limit, 1)
        column.addWidget(self.begin, 3)
        column.addWidget(self._unverified, 2)

    def show_test(self, test: Json, words: Json | None, *, refused: str) -> None:
        """Show the instruction of a test and its words for the participant; ``refused``: why it cannot begin."""
        aloud = str(words["read_aloud"]) if words else ""
        instruction = told(test["instruction"])
        self._alone.set_text(instruction)
        self._instruction.set_text(instruction)
        self._mark.set_text(reading_aloud.mark(words) if words else "")
        self.read_aloud.set_text(aloud)
        self._alone.setVisible(not aloud)
        self._aloud.setVisible(bool(aloud))
        self.limit.set_text(limit_words(test))
        self.limit.setVisible(bool(limit_words(test)))
        self._unverified.set_text(unverified_words(test))
        self.begin.set_text(tr("BEGIN"), live=not refused)


def limit_words(test: Json) -> str:
    """The force limit that holds here, and who sets it; empty where there is none."""
    limit = test.get("limit", "")  # forms and readings of the limb have none
    return f"■  {told(limit)}" if limit else ""


def unverified_words(test: Json) -> str:
    """Which defaults of a test nobody has confirmed; empty where all are."""
    if not test["unverified"]:
        return ""
    return tr("Unverified defaults: {which}", which="; ".join(told(what) for what in test["unverified"]))
