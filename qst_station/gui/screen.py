"""What every screen is, and what it may ask of the window around it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Protocol, TypeAlias

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QHBoxLayout, QStackedLayout, QVBoxLayout, QWidget

from qst_station.gui import theme
from qst_station.gui.blocked_card import BlockedCard
from qst_station.gui.fitted_text import LEFT, Align, FittedText, least_px
from qst_station.gui.head_line import place_words
from qst_station.gui.json_lines import Json
from qst_station.gui.keys import BY_NAME, Press
from qst_station.gui.ready_page import ReadyPage
from qst_station.gui.words import told, tr

Legend: TypeAlias = tuple[str, str, str, str]  # action, cap, label, why not


class Desk(Protocol):
    """The window, as a screen sees it."""

    def send(self, name: str, press: Press, done: Callable[[], None] | None = None, **args: Any) -> None:
        """Give a command; ``done`` is called once the engine has taken it. A refusal is shown by the window."""

    def request(self, ask: str, callback: Callable[[Json], None], **args: Any) -> None:
        """Ask the engine for something else; ``callback`` gets an answer that is ok."""

    def inquire(self, question: str, suggestions: tuple[str, ...], answer: Callable[[str], None]) -> None:
        """Ask the examiner for a text below the screen."""

    def say(self, text: str) -> None:
        """Tell the examiner why something is not possible."""

    def act(self, press: Press) -> None:
        """Do what a press asks for that means the same on every screen."""

    def now_ns(self) -> int:
        """Session time now."""


class Screen(QWidget):
    """A screen paints a status and turns presses into requests."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self.status: Json = {}

    @property
    def view(self) -> Json:
        """The view that is shown."""
        view: Json = self.status["view"]
        return view

    def show_status(self, status: Json) -> None:
        """Show a status; its view is the one that this screen is for."""
        self.status = status

    def tick(self, now_ns: int) -> None:
        """Move what moves with time."""

    def press(self, press: Press) -> bool:
        """Take a key; False where the window should have it."""
        return False

    def touch(self, press: Press) -> None:
        """Take a touch of a place that stands for a key: it does what the key does."""
        if not self.press(press):
            self.desk.act(press)

    def take_refusal(self, finding: Json) -> None:
        """The engine has refused an order, and the window has said why."""

    def enter_number(self, text: str, press: Press) -> None:
        """Take a number as it was typed, where the screen takes numbers as text."""

    def legends(self) -> list[Legend]:
        """The keys of this screen, most important last."""
        return []

    def reads_aloud(self) -> bool:
        """Whether all that is to be read aloud now stands on it."""
        return False

    def why_not_read(self) -> str:
        """Why the words that are due are not to be read with this screen; empty where they are."""
        return ""

    def enter(self) -> None:
        """The screen has come up."""

    def leave(self) -> None:
        """Its visit is gone, and the screen goes with it."""


def legend(view: Json, action: str, label: str = "", why_not: str | None = None) -> Legend:
    """The legend of an action; why it is not possible comes from the view where the action is a command."""
    known = BY_NAME[action]
    if why_not is None:
        why_not = str(view["allowed"].get(known.command, "")) if known.command else ""
    return action, known.cap, label or known.label, told(why_not)


_LEAST_HEIGHT = 150


def _where_words(view: Json) -> str:
    """Where to touch: the side, and the place on it; empty where the test names none."""
    where, place = view["where"], view["test"].get("place", "")
    return f"{place_words(where['side'], where['body_site']).upper()} · {told(place)}" if where and place else ""


class TestScreen(Screen):
    """The common frame of the tests: title and progress small, what to do large, then the test's own area.

    Before a test begins its instruction stands in the place of the area.
    """

    __test__ = False

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._title = FittedText(most=24, align=LEFT, colour=theme.QUIET)
        self._progress = FittedText(most=26, bold=True, align=Align.AlignRight | Align.AlignVCenter)
        self.do = FittedText(most=54, bold=True, align=LEFT)
        self.where = FittedText(most=36, bold=True, align=LEFT)
        self.do.setMinimumHeight(least_px(34))
        self.where.setMinimumHeight(theme.scaled(18))
        top = QHBoxLayout()
        top.addWidget(self._title, 3)
        top.addWidget(self._progress, 2)
        self.area = QWidget()
        self.ready = ReadyPage()
        self.ready.begin.touched.connect(self.touch)
        self.blocked = BlockedCard()
        self.blocked.sign.touched.connect(self.touch)
        self._pages = QStackedLayout()
        for page in (self.area, self.ready, self.blocked):
            self._pages.addWidget(page)
        column = QVBoxLayout(self)
        column.setContentsMargins(2 * theme.GAP, theme.GAP // 2, 2 * theme.GAP, theme.GAP)
        column.setSpacing(theme.GAP // 2)
        more = theme.text_scale() - 1.0
        shares = (
            (top, 0.9 + 0.3 * more),
            (self.do, 1.8 + 0.8 * more),
            (self.where, 1.0 + 0.5 * more),
            (self._pages, 14.0),
        )
        for part, share in shares:
            stretch = round(10 * share)
            column.addWidget(part, stretch) if isinstance(part, QWidget) else column.addLayout(part, stretch)

    def show_status(self, status: Json) -> None:
        """Show the frame."""
        super().show_status(status)
        view = self.view
        test, progress = view["test"], view["progress"]
        self._title.set_text(told(test["title"]))
        self._progress.set_text(told(progress["text"]) if progress else "")
        self.do.set_text(told(view["do"]))
        where = _where_words(view)
        self.where.set_text(where)
        self.where.setVisible(bool(where))
        self.ready.show_test(test, view.get("words"), refused=view["allowed"]["begin"])
        self.blocked.show_obstacle(view["blocked"], refused=view["allowed"].get("override", ""))
        self._pages.setCurrentIndex(2 if view["blocked"] else 1 if self._instruct() else 0)

    def minimumSizeHint(self) -> QSize:
        """Little: where a question is open in large text, it yields before the lower edge with STOP does."""
        return QSize(theme.scaled(400), theme.scaled(_LEAST_HEIGHT))

    def reads_aloud(self) -> bool:
        """Before a test its words stand here, where there is room for all of them."""
        return self.ready.isVisible() and self.ready.is_whole()

    def _instruct(self) -> bool:
        """Whether the instruction stands in place of the area."""
        words = self.view["words"]
        return bool(self.view["phase"] == "ready" or (words and words["read_aloud"]))

    def _space_on_tile(self) -> bool:
        """Whether a tile says what Space does now."""
        return self._instruct()

    def press(self, press: Press) -> bool:
        """Space begins."""
        if press.action == "space":
            self.desk.send("begin", press)
            return True
        return False

    def legends(self) -> list[Legend]:
        """Begin where something can begin and no tile has it, pause, note, undo, stop."""
        view = self.view
        begins = not view["allowed"]["begin"] and not self._space_on_tile()
        begin = [legend(view, "space", tr("begin"), "")] if begins else []
        sign = [legend(view, "override")] if view["blocked"] else []
        return [
            *begin,
            *sign,
            legend(view, "pause"),
            legend(view, "note"),
            legend(view, "undo"),
            legend(view, "stop"),
        ]
