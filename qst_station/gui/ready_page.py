"""Before a test: what the examiner does, what the participant is told, and a large place to begin."""

from __future__ import annotations

import re

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from qst_station.gui import reading_aloud, theme
from qst_station.gui.answer_tiles import Tile
from qst_station.gui.fitted_text import LEFT, FittedText, height_at, least_px
from qst_station.gui.json_lines import Json
from qst_station.gui.words import told, tr

_READ_PX, _MOST_READ_PX = 18, 26  # from 60 cm; with larger text the least is larger than the most of before
_SENTENCE = re.compile(r".*?[.!?](?=\s|$)", re.DOTALL)


class ReadyPage(QWidget):
    """The instruction on top; below it the text to read aloud, where the study has one.

    Each part gets the share of the height that it needs in a size that can be read. Where there is no room for
    the whole text to read, its first sentence stands for it, and the key that brings all of it up.
    """

    def __init__(self) -> None:
        super().__init__()
        self._words = self._mark_words = ""
        self.begins = True
        self._laid_out: tuple[object, ...] = ()
        self._alone = FittedText(most=46, align=LEFT)
        self.instruction = FittedText(most=_MOST_READ_PX, align=LEFT)
        self._mark = FittedText(most=20, bold=True, align=LEFT, colour=theme.QUIET)
        self.read_aloud = FittedText(most=_MOST_READ_PX, align=LEFT)
        self.limit = FittedText(most=24, bold=True, align=LEFT)
        self.begin = Tile("begin", action="space")
        self.begin.setMaximumHeight(theme.roomy(76))
        self._unverified = FittedText(most=16, align=LEFT, colour=theme.QUIET)
        self._least = {
            self._alone: (_READ_PX, False),
            self.instruction: (_READ_PX, False),
            self._mark: (13, True),
            self.read_aloud: (_READ_PX, False),
            self.limit: (18, True),
            self._unverified: (12, False),
        }
        column = self._column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.GAP // 2)
        parts = (self._alone, self.instruction, self._mark, self.read_aloud, self.limit)
        for part in (*parts, self.begin, self._unverified):
            column.addWidget(part, 1)

    def show_test(self, test: Json, words: Json | None, *, refused: str, begins: bool = True) -> None:
        """Show the instruction of a test and its words for the participant.

        ``refused``: why it cannot begin. Not ``begins``: it is only started, as something stands against it.
        """
        self._words = str(words["read_aloud"]) if words else ""
        instruction = told(test["instruction"])
        self._alone.set_text(instruction)
        self.instruction.set_text(instruction)
        self._mark_words = reading_aloud.mark(words) if words else ""
        self.limit.set_text(limit_words(test))
        self._unverified.set_text(unverified_words(test))
        self._alone.setVisible(not self._words)
        for part in (self.instruction, self._mark, self.read_aloud):
            part.setVisible(bool(self._words))
        for part in (self.limit, self._unverified):
            part.setVisible(bool(part.text()))
        self.begins = begins
        self.begin.set_text(tr("BEGIN") if begins else tr("START"), live=not refused)
        self._share_out()

    def is_whole(self) -> bool:
        """Whether all that is to be read aloud stands here."""
        return self.read_aloud.text() == self._words

    def needed_height(self, width: int, room: int) -> int:
        """The height that is needed, with all words to read aloud where there is ``room`` for them."""
        whole = self._sum(self._heights(width, self._whole()))
        return whole if whole <= room else self._sum(self._heights(width, self._shortened()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the room out anew."""
        super().resizeEvent(event)
        self._share_out()

    def _share_out(self) -> None:
        fixed = (part.text() for part in self._least if part not in (self._mark, self.read_aloud))
        now = (self.size(), self._words, self._mark_words, *fixed)
        if now == self._laid_out:
            return
        self._laid_out = now
        words = self._whole()
        heights = self._heights(self.width(), words)
        if self._sum(heights) > self.height():
            words = self._shortened()
            heights = self._heights(self.width(), words)
        for text, said in words.items():
            text.set_text(said)
        for part, height in heights.items():
            self._column.setStretchFactor(part, height)

    def _heights(self, width: int, words: dict[FittedText, str]) -> dict[QWidget, int]:
        """What each part that is shown needs, with these ``words`` in it."""
        heights: dict[QWidget, int] = {self.begin: self.begin.minimumSizeHint().height()}
        grown = theme.text_scale() - 1.0
        for part, (px, bold) in self._least.items():
            if not part.isHidden():
                text = words.get(part, part.text())
                # What is only looked up hardly grows: the room belongs to what is done and read aloud.
                size = least_px(px) if part is not self._unverified else theme.scaled(round(px + 2 * grown))
                heights[part] = height_at(text, width - 2, size, bold=bold) + 1  # shares are rounded
        return heights

    def _sum(self, heights: dict[QWidget, int]) -> int:
        return sum(heights.values()) + (len(heights) - 1) * self._column.spacing()

    def _whole(self) -> dict[FittedText, str]:
        return {self._mark: self._mark_words, self.read_aloud: self._words}

    def _shortened(self) -> dict[FittedText, str]:
        first = _SENTENCE.match(self._words)
        if first is None or first.group() == self._words:
            return self._whole()
        return {self._mark: tr("READ ALOUD   [T] all words"), self.read_aloud: f"{first.group()} …"}


def limit_words(test: Json) -> str:
    """The force limit that holds here, and who sets it; empty where there is none."""
    limit = test.get("limit", "")  # forms and readings of the limb have none
    return f"■  {told(limit)}" if limit else ""


def unverified_words(test: Json) -> str:
    """Which defaults of a test nobody has confirmed; empty where all are."""
    if not test["unverified"]:
        return ""
    return tr("Unverified defaults: {which}", which=" · ".join(told(what) for what in test["unverified"]))
