"""Ratings and readings (MPS with DMA, VDT): the next stimulus and one number."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from qst_station.gui import theme
from qst_station.gui.json_lines import Json
from qst_station.gui.keys import Press
from qst_station.gui.number_field import NumberField
from qst_station.gui.number_pad import NumberPad
from qst_station.gui.pace_ring import PaceRing
from qst_station.gui.screen import Desk, TestScreen
from qst_station.gui.stimulus_card import StimulusCard
from qst_station.gui.typed_number import off_scale, parsed
from qst_station.gui.words import told


class RatedScreen(TestScreen):
    """A test screen with a number field: digits and Enter; Backspace rubs out while there is text.

    The pad types the same for a finger.
    """

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.field = NumberField()
        self.pad = NumberPad()
        self.pad.pressed.connect(self.touch)

    def show_status(self, status: Json) -> None:
        """Show what is asked for."""
        super().show_status(status)
        view, entry = self.view, self.view["entry"]
        if entry is None:
            self.field.describe("", "", live=False)
            self.pad.set_pad(live=False, step=1.0)
            return
        low = f"{entry['minimum']:g} = {told(entry['anchor_low'])}" if entry["anchor_low"] else ""
        high = f"{entry['maximum']:g} = {told(entry['anchor_high'])}" if entry["anchor_high"] else ""
        live = not view["allowed"]["rate"]
        self.field.describe(told(entry["prompt"]), told(entry["unit"]), low, high, live=live)
        self.pad.set_pad(live=live, step=entry["step"])

    def press(self, press: Press) -> bool:
        """Digits, Enter, Backspace."""
        if press.text:
            self.type(press.text)
            return True
        if press.action == "enter" and self.view["entry"] is not None:
            self._enter(press)
            return True
        if press.action == "undo" and self.field.rub_out(press.stamp_ns):
            return True
        return super().press(press)

    def type(self, text: str) -> None:
        """Add to the number."""
        self.field.type(text)

    def _enter(self, press: Press, then: Callable[[], None] = lambda: None) -> None:
        """Take the number that was typed, and once it is on disk do what comes ``then``."""

        def taken() -> None:
            self.field.clear()
            then()

        refused = self.view["allowed"]["rate"]
        try:
            value = parsed(self.field.give())
        except ValueError as not_a_number:
            self.desk.say(refused or str(not_a_number))
            return
        wrong = off_scale(value, self.view["entry"])
        if refused or wrong:
            self.desk.say(refused or wrong)
            return
        self.desk.send("rate", press, done=taken, value=value)


class RatingScreen(RatedScreen):
    """Apply once, then type the number."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.card = StimulusCard()
        self.pace = PaceRing()
        top = QHBoxLayout()
        top.addWidget(self.card, 4)
        top.addWidget(self.pace, 1)
        column = QVBoxLayout()
        column.setSpacing(theme.GAP)
        column.addLayout(top, 6 if theme.text_scale() == 1.0 else 5)
        column.addWidget(self.field, 5)
        row = QHBoxLayout(self.area)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(2 * theme.GAP)
        row.addLayout(column, 1)
        row.addWidget(self.pad)

    def show_status(self, status: Json) -> None:
        """Show the stimulus."""
        super().show_status(status)
        self.card.set_stimulus(self.view["stimulus"])
        pace = self.view["pace"]
        self.pace.setVisible(bool(pace and pace["paced"]))

    def tick(self, now_ns: int) -> None:
        """Move the ring."""
        self.pace.set_pace(self.view["pace"], now_ns)
