"""Ratings and readings (MPS with DMA, VDT): the next stimulus and one number."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from qst_station.gui import theme
from qst_station.gui.json_lines import Json
from qst_station.gui.keys import Press
from qst_station.gui.number_field import NumberField
from qst_station.gui.pace_ring import PaceRing
from qst_station.gui.screen import Desk, TestScreen
from qst_station.gui.stimulus_card import StimulusCard
from qst_station.gui.typed_number import off_scale, parsed


class RatedScreen(TestScreen):
    """A test screen with a number field: digits and Enter; Backspace rubs out while there is text."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.field = NumberField()

    def show_status(self, status: Json) -> None:
        """Show what is asked for."""
        super().show_status(status)
        view, entry = self.view, self.view["entry"]
        if entry is None:
            self.field.describe("", "", live=False)
            return
        low = f"{entry['minimum']:g} = {entry['anchor_low']}" if entry["anchor_low"] else ""
        high = f"{entry['maximum']:g} = {entry['anchor_high']}" if entry["anchor_high"] else ""
        self.field.describe(entry["prompt"], entry["unit"], low, high, live=not view["allowed"]["rate"])

    def press(self, press: Press) -> bool:
        """Digits, Enter, Backspace."""
        if press.text:
            self.type(press.text)
            return True
        if press.action == "enter" and self.view["entry"] is not None:
            self._enter(press)
            return True
        if press.action == "undo" and self.field.rub_out():
            return True
        return super().press(press)

    def type(self, text: str) -> None:
        """Add to the number."""
        self.field.type(text)

    def _enter(self, press: Press) -> None:
        refused = self.view["allowed"]["rate"]
        try:
            value = parsed(self.field.text)
        except ValueError as not_a_number:
            self.desk.say(refused or str(not_a_number))
            return
        wrong = off_scale(value, self.view["entry"])
        if refused or wrong:
            self.desk.say(refused or wrong)
            return
        self.desk.send("rate", press, done=self.field.clear, value=value)


class RatingScreen(RatedScreen):
    """Apply once, then type the number."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.card = StimulusCard()
        self.pace = PaceRing()
        row = QHBoxLayout()
        row.addWidget(self.card, 4)
        row.addWidget(self.pace, 1)
        column = QVBoxLayout(self.area)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.GAP)
        column.addLayout(row, 6)
        column.addWidget(self.field, 5)

    def show_status(self, status: Json) -> None:
        """Show the stimulus."""
        super().show_status(status)
        self.card.set_stimulus(self.view["stimulus"])

    def tick(self, now_ns: int) -> None:
        """Move the ring."""
        self.pace.set_pace(self.view["pace"], now_ns)
