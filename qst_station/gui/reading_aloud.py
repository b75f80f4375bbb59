"""What is read aloud to the participant: shown before a test, on a page of its own elsewhere, and recorded."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from qst_station.gui import theme
from qst_station.gui.fitted_text import LEFT, FittedText
from qst_station.gui.json_lines import Json
from qst_station.gui.keys import BY_NAME, Press
from qst_station.gui.words import told, tr
from qst_station.gui.words_choice import language_name

if TYPE_CHECKING:
    from qst_station.gui.screen import Legend  # which imports this module

READ_ALOUD = "read_aloud"
Send = Callable[..., None]


class ReadingPage(QWidget):
    """A text to read aloud, as large as the window allows."""

    def __init__(self) -> None:
        super().__init__()
        self.mark = FittedText(most=20, bold=True, align=LEFT, colour=theme.QUIET)
        self.text = FittedText(most=46, align=LEFT)
        self.how = FittedText(most=24, align=LEFT, colour=theme.QUIET)
        column = QVBoxLayout(self)
        column.setContentsMargins(2 * theme.GAP, theme.GAP, 2 * theme.GAP, theme.GAP)
        column.addWidget(self.mark, 1)
        column.addWidget(self.text, 14)
        column.addWidget(self.how, 1)

    def show_words(self, view: Json) -> None:
        """Show the texts that are due."""
        words = view["words"]
        self.mark.set_text(mark(words, _test_of(view)))
        self.text.set_text(words["read_aloud"])
        self.how.set_text(ways_out())


class ReadingAloud:
    """The texts for the participant in the window: T brings them up, and T again says that they have been read.

    Where a screen shows the whole text already, before a test, the first T says so.

    Parameters
    ----------
    send : callable
        Gives a command, as `Orders.send`.
    on_screen : callable
        Whether the screen of the visit shows all of the text by itself (see `ready_page`).
    why_not : callable
        Why the text that is due is not to be read now, with the screen that is shown; empty where it is.
    """

    def __init__(
        self,
        send: Send,
        on_screen: Callable[[], bool] = lambda: False,
        why_not: Callable[[], str] = lambda: "",
    ) -> None:
        self.page = ReadingPage()
        self._send = send
        self._on_screen = on_screen
        self._why_not = why_not
        self._open_for: tuple[str, list[Json]] | None = None  # how the step stands, and the texts
        self._begun_by: Press | None = None

    def follow(self, view: Json | None) -> bool:
        """Whether the page is to be shown; it goes with what it was about."""
        if view is None or not view["words"] or (view["status"], view["words"]["parts"]) != self._open_for:
            self._open_for = None
        else:
            self.page.show_words(view)
        return self._open_for is not None

    def press(self, view: Json, press: Press) -> str:
        """Bring the text up, or record that it has been read; why not, where there is nothing to read."""
        words = view["words"]
        if not words or not words["parts"]:
            return tr("There is nothing to read aloud now.")
        why_not = self._why_not()
        if why_not:
            return why_not
        if self._open_for is None and not self._on_screen():
            self._open_for = (view["status"], words["parts"])
            return ""
        self._open_for = None
        return tell_read(view, press, self._send)

    def legends(self, view: Json | None) -> list[Legend]:
        """The key that brings a text up, or says that it was read, where one is due."""
        words = view["words"] if view else None
        if view is None or not words or not words["parts"] or self._why_not():
            return []
        shown = self._open_for is not None or self._on_screen()
        label = tr("was read ✓") if words["read"] else tr("was read") if shown else tr("read aloud …")
        return [(READ_ALOUD, BY_NAME[READ_ALOUD].cap, label, "")]

    def close(self) -> bool:
        """Leave the page without a word; False where it is not open."""
        was, self._open_for = self._open_for, None
        return was is not None

    def began(self, view: Json | None, press: Press) -> None:
        """A test is started or begins with its text on the screen; one press that does both is one."""
        if press is not self._begun_by and self._on_screen():
            tell_shown(view, press, self._send)
        self._begun_by = press


def tell_shown(view: Json | None, press: Press, send: Send) -> None:
    """Record the texts that stand on the screen as something begins, unless they have been ticked as read."""
    words = view["words"] if view else None
    if words and not words["read"]:
        _tell(words, "shown", press, send)


def tell_read(view: Json, press: Press, send: Send) -> str:
    """Record that the texts on the screen have been read; why not, where there are none or it is done."""
    words = view["words"]
    if not words or not words["parts"]:
        return tr("There is nothing to read aloud now.")
    if words["read"]:
        return tr("This has been ticked as read.")
    _tell(words, "read", press, send)
    return ""


def ways_out() -> str:
    """The keys that leave the page."""
    return tr("T: it was read.   Esc: back without a tick.")


def mark(words: Json, test: str = "") -> str:
    """Above the text: that it is to be read, in which language, whose words it is, and what nobody has checked.

    `test` is what it is read before, where that does not stand on the screen anyway.
    """
    marks = (told(each) for each in words["marks"])
    parts = (tr("READ ALOUD"), test, language_name(words["language"]), words["title"], *marks)
    return " · ".join(part for part in parts if part)


def _test_of(view: Json) -> str:
    """The test that the texts belong to; empty where they only open the visit."""
    named = {part["part"].partition("/")[0] for part in view["words"]["parts"]}
    return next((told(row["label"]) for row in view["rail"] if row["test"] in named), "")


def _tell(words: Json, how: str, press: Press, send: Send) -> None:
    for part in words["parts"]:
        send(READ_ALOUD, press, part=part["part"], sha256=part["sha256"], how=how)
