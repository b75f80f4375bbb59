"""Method of limits (MDT, MPT): the next stimulus and two answers."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from qst_station.gui import theme
from qst_station.gui.answer_tiles import AnswerTiles
from qst_station.gui.json_lines import Json
from qst_station.gui.keys import Press
from qst_station.gui.pace_ring import PaceRing
from qst_station.gui.screen import Desk, TestScreen
from qst_station.gui.stimulus_card import StimulusCard
from qst_station.gui.words import told


class LimitsScreen(TestScreen):
    """F and J answer. The next stimulus stands there as soon as the answer is on disk."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.card = StimulusCard()
        self.pace = PaceRing()
        self.tiles = AnswerTiles()
        self.tiles.chosen.connect(self._answer)
        row = QHBoxLayout()
        row.addWidget(self.card, 4)
        row.addWidget(self.pace, 1)
        column = QVBoxLayout(self.area)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.GAP)
        column.addLayout(row, 7)
        column.addWidget(self.tiles, 4)

    def show_status(self, status: Json) -> None:
        """Show stimulus and answers."""
        super().show_status(status)
        view = self.view
        self.card.set_stimulus(view["stimulus"])
        answers = view["answers"] or {"no": "", "yes": ""}
        self.tiles.set_answers(told(answers["no"]), told(answers["yes"]), live=not view["allowed"]["answer"])

    def tick(self, now_ns: int) -> None:
        """Move the ring."""
        self.pace.set_pace(self.view["pace"], now_ns)

    def press(self, press: Press) -> bool:
        """F and J answer."""
        if press.action in ("yes", "no"):
            self._answer(press.action == "yes", press)
            return True
        return super().press(press)

    def _answer(self, yes: bool, press: Press) -> None:
        self.desk.send("answer", press, yes=yes)
