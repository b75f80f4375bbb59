"""The way between the start screen, the participants and the course of one of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from qst_station.gui.json_lines import Json
from qst_station.gui.keys import pointed
from qst_station.gui.review_words import closing_words
from qst_station.gui.words import tr

if TYPE_CHECKING:
    from qst_station.gui.course_screen import CourseScreen
    from qst_station.gui.main_window import MainWindow
    from qst_station.gui.participants_screen import ParticipantsScreen

PARTICIPANTS, COURSE = "participants", "course"


class Reception:
    """Turns the pages of a window where no visit is open."""

    def __init__(self, window: MainWindow) -> None:
        self._window = window
        self._participants: ParticipantsScreen | None = None
        self._course: CourseScreen | None = None
        self._sealing = ""  # how the sealing from the list stands

    def made(self, name: str) -> QWidget:
        """Make the screen of the participants or of a course."""
        from qst_station.gui.course_screen import CourseScreen
        from qst_station.gui.participants_screen import ParticipantsScreen

        if name == PARTICIPANTS:
            self._participants = ParticipantsScreen(self._window, self._choose, self._show_course, self.leave)
            return self._participants
        self._course = CourseScreen(self._window, self.open)
        return self._course

    def open(self) -> None:
        """Show the participants."""
        self._window.turn_to(PARTICIPANTS)

    def leave(self) -> None:
        """Show the start screen."""
        self._window.turn_to("start")

    def entered(self, name: str) -> None:
        """A screen has come up."""
        if name == PARTICIPANTS and self._participants is not None:
            self._participants.enter(self._window.start.actor()["who"])
        elif name == "start":
            self.list_participants()

    def list_participants(self) -> None:
        """Let the start screen recognise the participants of the register."""
        self._window.request(
            "participants", lambda answer: self._window.start.show_participants(answer["participants"])
        )

    def list_what_is_there(self) -> None:
        """Ask anew for what the start screen offers."""
        start, request = self._window.start, self._window.request
        self._list_unfinished()
        self.list_participants()
        request("sets", lambda answer: start.show_sets(answer["sets"]))
        request("words", start.words.show_words)

    def _list_unfinished(self) -> None:
        start = self._window.start
        self._window.request("unfinished", lambda answer: start.show_unfinished(answer["unfinished"]))

    def resume(self, folder: str) -> None:
        """Go on with an unfinished visit, as the examiner whose initials stand on the start screen."""
        self._window.orders.actor = self._window.start.actor()
        self.go_on(folder)

    def go_on(self, folder: str) -> None:
        """Go on with an unfinished visit. Why a step was stopped is asked again where nobody has said it."""
        window = self._window

        def resumed(answer: Json) -> None:
            view = answer["view"]
            window.turn_to("visit")
            if view["stopped"] and not view["stopped"]["explained"] and not view["allowed"]["note"]:
                window.conduct.notes.ask_why_stopped(pointed("a visit that goes on"), view)
                window.show_again()

        window.request("resume_visit", resumed, folder=folder, actor=window.orders.actor)

    def seal_interrupted(self, folder: str) -> None:
        """Seal an unfinished visit as it is."""
        self._window.request("seal_interrupted", lambda _: None, folder=folder)
        self._list_unfinished()  # where it is refused it may have been sealed meanwhile

    def follow(self, status: Json) -> None:
        """Tell what became of a visit that is sealed from the list, and list what is left."""
        sealing = status["sealing"] if status["view"] is None else None
        before, self._sealing = self._sealing, sealing["state"] if sealing else ""
        if sealing is None or before == self._sealing:
            return
        if self._sealing == "running":
            self._window.say(tr("Sealing and verifying the file …"))
        elif before == "running":
            tell = self._window.confirm if self._sealing == "done" else self._window.say
            tell(closing_words(True, sealing).removeprefix("✓ "))
            self._list_unfinished()
            self.list_participants()

    def take_focus(self) -> None:
        """A question below the screen has been closed: the keyboard belongs to the list again."""
        if self._participants is not None and self._window.stack.currentWidget() is self._participants:
            self._participants.table.setFocus()

    def _choose(self, row: Json) -> None:
        self._window.turn_to("start")
        self._window.start.choose_participant(row)

    def _show_course(self, participant_id: str, actor: Json) -> None:
        self._window.turn_to(COURSE)
        assert self._course is not None
        self._course.enter(participant_id, actor)
