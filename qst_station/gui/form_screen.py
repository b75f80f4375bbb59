"""A form: one question at a time, large; digits, F and J or one digit a choice. Earlier answers are not shown."""

from __future__ import annotations

import time

from PySide6.QtCore import QT_TRANSLATE_NOOP
from PySide6.QtWidgets import QHBoxLayout, QStackedLayout, QVBoxLayout, QWidget

from qst_station.gui import theme
from qst_station.gui.answer_tiles import AnswerTiles, Tile
from qst_station.gui.fitted_text import CENTRE, LEFT, FittedText
from qst_station.gui.form_wording import Wording, wording
from qst_station.gui.inline_question import reasons
from qst_station.gui.json_lines import Json
from qst_station.gui.keys import Press
from qst_station.gui.number_field import NumberField
from qst_station.gui.number_pad import NumberPad
from qst_station.gui.option_tiles import OptionTiles
from qst_station.gui.ready_page import unverified_words
from qst_station.gui.screen import Desk, Legend, TestScreen, legend
from qst_station.gui.side_words import side_words
from qst_station.gui.words import told, tr
from qst_station.gui.words_choice import language_name
from qst_station.gui.wrapped_text import SmallPrint

ECHO_S = 1.2
_UNUSUAL = (
    QT_TRANSLATE_NOOP("", "measured again, the same"),
    QT_TRANSLATE_NOOP("", "as it is today"),
    QT_TRANSLATE_NOOP("", "device checked"),
)
_WRONG = (
    QT_TRANSLATE_NOOP("", "typing error"),
    QT_TRANSLATE_NOOP("", "misunderstood"),
    QT_TRANSLATE_NOOP("", "measured again"),
)


class FormScreen(TestScreen):
    """The question with its side, one of four ways to answer it, and doubts as a question with two keys."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.heading = FittedText(most=30, bold=True, align=LEFT, colour=theme.QUIET)
        self.question = FittedText(most=64, bold=True, align=LEFT)
        self.doubt = FittedText(most=34, bold=True, align=LEFT, ground=theme.ORANGE_PALE)
        self.doubt.setMinimumHeight(theme.scaled(32))
        self.question.setMinimumHeight(theme.scaled(36))
        self.heading.setMinimumHeight(theme.scaled(24))
        self.number = NumberField()
        self.pad = NumberPad()
        self.tiles = AnswerTiles()
        self.tiles.chosen.connect(self._settle)
        self.options = OptionTiles()
        self.words = FittedText(most=40, align=CENTRE)
        self.enter_tile = Tile("form", action="enter")
        for touched in (self.pad.pressed, self.options.chosen, self.enter_tile.touched):
            touched.connect(self.touch)
        self.echo = FittedText(most=110, bold=True, align=CENTRE, ground=theme.BLUE_PALE)
        self._notice = SmallPrint()
        self._lay_out()
        self._again: Json | None = None  # the doubt that is answered by typing again
        self._seen: tuple[int, int] | None = None  # step, and number of its entries
        self._wrong = ""  # the field that X corrects, where it is not that of the last entry
        self._echo_until_s = 0.0

    def _lay_out(self) -> None:
        self._said = QWidget()
        said = QVBoxLayout(self._said)
        said.setContentsMargins(0, 0, 0, 0)
        said.addWidget(self.words, 3)
        said.addWidget(self.enter_tile, 2)
        self._ways = QStackedLayout()
        for way in (self.number, self.tiles, self.options, self._said, self.echo):
            self._ways.addWidget(way)
        ways = QWidget()
        ways.setLayout(self._ways)
        column = QVBoxLayout()
        column.setSpacing(theme.GAP // 2)
        for widget, share in (
            (self.heading, 2),
            (self.question, 5),
            (self.doubt, 2),
            (ways, 7),
            (self._notice, 0),
        ):
            column.addWidget(widget, share)
        row = QHBoxLayout(self.area)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(2 * theme.GAP)
        row.addLayout(column, 1)
        row.addWidget(self.pad)

    def _instruct(self) -> bool:
        return False

    @property
    def form(self) -> Json:
        """The form of the view."""
        form: Json = self.view["form"]
        return form

    @property
    def _field(self) -> Json | None:
        field: Json | None = self.form["field"]
        return field

    @property
    def _doubt(self) -> Json | None:
        doubt: Json | None = self.form["doubt"]
        return None if doubt == self._again else doubt

    def show_status(self, status: Json) -> None:
        """Show the question that is due, or the doubt about its answer."""
        super().show_status(status)
        if self.view["form"] is None:
            return
        field, doubt = self._field, self._doubt
        if self.form["doubt"] is None:
            self._again = None
        self._echo_new()
        self._notice.set_text(unverified_words(self.view["test"]))
        self.heading.set_text(self._heading(field))
        self.question.set_text(self._question(field) if field else tr("Press Enter to close the form"))
        self.doubt.set_text(f"?  {told(doubt['question'])}" if doubt else "")
        self.doubt.setVisible(doubt is not None)
        live = not self.view["allowed"]["form_enter"]
        self._show_number(field, live=live and doubt is None)
        yes, no = (tr("KEEP IT"), tr("TYPE AGAIN")) if doubt else (tr("YES"), tr("NO"))
        self.tiles.set_answers(no, yes, live=live)
        theirs = self._to_participant(field)
        self.options.set_options(
            field["options"] if field else [], live=live, said=theirs.options if theirs else ()
        )
        self.words.set_text(self._say(field))
        self.enter_tile.set_text(tr("TYPE THE WORDS") if field else tr("CLOSE THE FORM"), live=live)
        self._ways.setCurrentWidget(self.echo if self._echoing() else self._way(field, doubt))

    def _heading(self, field: Json | None) -> str:
        again = tr("Asked again ({reason})", reason=told(self.form["again"])) if self.form["again"] else ""
        if self._wrong and not again:
            again = tr("X corrects: {question}", question=self._label(self._wrong))
        heading = told(field["heading"] or self.view["test"]["instruction"]) if field else ""
        theirs = self._to_participant(field)
        missing = ""
        if theirs is not None and theirs.missing:
            language = language_name(self.view["words"]["language"])
            missing = tr("▲ not in the words ({language}): asked in English", language=language)
        return " · ".join(part for part in (missing, again, heading) if part)

    def _question(self, field: Json) -> str:
        """The question, and below it what the participant is asked, where that is another language."""
        asked, theirs = _asked(field), self._to_participant(field)
        if theirs is None or theirs.question == told(field["label"]):
            return asked
        return theirs.question if theirs.own else f"{asked}\n“{theirs.question}”"

    def _to_participant(self, field: Json | None) -> Wording | None:
        return wording(self.view["words"], field) if field else None

    def _show_number(self, field: Json | None, *, live: bool) -> None:
        number = field["number"] if field else None
        self.pad.setVisible(number is not None and self._doubt is None)
        self.pad.set_pad(live=live, step=number["step"] if number else 1.0)
        if number is None:
            self.number.describe("", "", live=False)
            return
        assert field is not None
        scale = field["scale"]
        if scale is not None:
            theirs = self._to_participant(field)
            ends = (theirs.low, theirs.high) if theirs else (told(scale["low_anchor"]), told(scale["high_anchor"]))
            low, high = f"{number['minimum']:g} = {ends[0]}", f"{number['maximum']:g} = {ends[1]}"
        else:
            low = tr("digits, comma or dot")
            high = tr("324 is 32.4") if number["implied_decimals"] == 1 else ""
        self.number.describe(tr("Number, then Enter"), told(number["unit"]), low, high, live=live)

    def _say(self, field: Json | None) -> str:
        if field is not None:
            return tr("Press Enter and type the words")
        entered, declined = told(self.view["progress"]["text"]), self.form["declined"]
        how_many = tr("{entered} entered.", entered=entered)
        if declined:
            how_many = tr("{entered} entered, {n} of them left out with a reason.", entered=entered, n=declined)
        return f"{how_many}\n{tr('X corrects the last, ↑ selects an earlier one.')}"

    def _way(self, field: Json | None, doubt: Json | None) -> QWidget:
        if doubt is not None:
            return self.tiles
        ways: dict[str, QWidget] = {"number": self.number, "yes_no": self.tiles, "choice": self.options}
        return ways.get(field["kind"], self._said) if field else self._said

    def tick(self, now_ns: int) -> None:
        """Hide the echo after its second."""
        if not self._echoing() and self._ways.currentWidget() is self.echo:
            self.show_status(self.status)

    def press(self, press: Press) -> bool:
        """Digits, Enter, F and J, correction and leaving out."""
        field = self._field
        if press.text:
            self._type(press, field)
        elif press.action in ("yes", "no"):
            self._settle(press.action == "yes", press)
        elif press.action == "enter":
            self._enter(press, field)
        elif press.action == "exclude" or (press.action == "undo" and not self.number.rub_out(press.stamp_ns)):
            self._correct(press)
        elif press.action == "not_done":
            self._decline(press, field)
        elif press.action in ("up", "down"):
            self._select(-1 if press.action == "up" else 1)
        elif press.action != "undo":
            return False
        return True

    def enter_number(self, text: str, press: Press) -> None:
        """Give an answer as the simulated participant says it."""
        self._answer(text, press)

    def _type(self, press: Press, field: Json | None) -> None:
        self._stop_echo()
        if field is None:
            return
        if field["kind"] == "choice":
            value = next((o["value"] for o in field["options"] if o["key"] == press.text), None)
            if value is None:
                self.desk.say(tr("{digit} is none of the choices.", digit=press.text))
            else:
                self._answer(value, press)
        elif field["kind"] == "number" and self._doubt is None:
            self.number.type(press.text)

    def _settle(self, yes: bool, press: Press) -> None:
        field, doubt = self._field, self._doubt
        if field is None:
            return
        if doubt is not None and yes:
            keep = tr("Keep the number as typed. Why?")
            self.desk.inquire(
                keep, reasons(_UNUSUAL), lambda why: self._answer(doubt["entered"], press, reason=why)
            )
        elif doubt is not None:
            self._again = doubt
            self.show_status(self.status)
        elif field["kind"] == "yes_no":
            self._answer("yes" if yes else "no", press)
        else:
            self.desk.say(tr("F and J answer only a question of yes or no."))

    def _enter(self, press: Press, field: Json | None) -> None:
        if field is None:
            self.desk.send("form_close", press)
        elif self._doubt is not None:
            self.desk.say(tr("Answer the question first: F or J."))
        elif field["kind"] == "text":
            offered = tuple(field["suggestions"])
            self.desk.inquire(_asked(field), offered, lambda words: self._answer(words, press))
        elif field["kind"] == "number" and self.number.text:
            self._answer(self.number.give(), press)
        else:
            how = {"yes_no": tr("Answer with F or J."), "choice": tr("Choose with its digit.")}
            self.desk.say(how.get(field["kind"], tr("Type a number first.")))

    def _answer(self, text: str, press: Press, *, reason: str = "") -> None:
        field = self._field
        if field is None:
            return

        def taken() -> None:
            self.number.clear()
            self._again = None

        self.desk.send("form_enter", press, done=taken, field=field["id"], answer=text, reason=reason)

    def _correct(self, press: Press) -> None:
        if self.form["last"] is None:
            self.desk.say(tr("There is no entry to correct."))
            return
        wrong = self._wrong or self.form["last"]["id"]
        self.desk.inquire(
            tr("{question}: was wrong. Why?", question=self._label(wrong)),
            reasons(_WRONG),
            lambda reason: self.desk.send("form_correct", press, field=wrong, reason=reason),
        )

    def _select(self, by: int) -> None:
        """Select an earlier field to correct."""
        answered = [each["id"] for each in self.form["answered"]]
        if not answered:
            self.desk.say(tr("There is no entry to correct."))
            return
        at = answered.index(self._wrong or self.form["last"]["id"]) + by
        self._wrong = answered[min(len(answered) - 1, max(0, at))]
        self.show_status(self.status)

    def _label(self, id_: str) -> str:
        return _asked(next(each for each in self.form["answered"] if each["id"] == id_))

    def _decline(self, press: Press, field: Json | None) -> None:
        if field is None:
            self.desk.say(tr("Every question has its entry."))
            return
        self.desk.inquire(
            tr("Left out. Why?"),
            tuple(self.form["decline_reasons"]),
            lambda reason: self.desk.send("form_decline", press, field=field["id"], reason=reason),
        )

    def _echo_new(self) -> None:
        """Show for a second how a number that has just been taken was read."""
        now = (self.view["step"], self.form["entries"])
        last, before = self.form["last"], self._seen
        self._seen = now
        if before != now:
            self._wrong = ""
        if before is not None and before[0] == now[0] and before[1] < now[1] and last["number"]:
            # The question above is the next one already.
            self.echo.set_text(f"✓ {self._label(last['id'])}\n{last['number']}")
            self._echo_until_s = time.monotonic() + ECHO_S

    def _echoing(self) -> bool:
        return time.monotonic() < self._echo_until_s

    def _stop_echo(self) -> None:
        self._echo_until_s = 0.0
        self.tick(0)

    def legends(self) -> list[Legend]:
        """Correct, leave out, pause, note, stop; Enter stands on the pad or on its tile."""
        view, form = self.view, self.form
        none_yet = "" if form["last"] else tr("there is no entry yet")
        none_due = "" if form["field"] else tr("every question has its entry")
        earlier = legend(view, "up", tr("earlier entry"), view["allowed"]["form_correct"])
        return [
            *([earlier] if form["last"] else []),
            legend(view, "exclude", tr("correct"), view["allowed"]["form_correct"] or none_yet),
            legend(view, "not_done", tr("leave out"), view["allowed"]["form_decline"] or none_due),
            legend(view, "pause"),
            legend(view, "note"),
            legend(view, "stop"),
        ]


def _asked(field: Json) -> str:
    """The question with its side first."""
    label = told(field["label"])
    if not field["side"]:
        return label
    return f"{side_words(field['side']).upper()} ({side_words(field['limb_role'])}): {label}"
