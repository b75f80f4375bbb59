"""Figure-of-8 girth: one field, digits and Enter. Earlier readings are not shown."""

from __future__ import annotations

import time

from PySide6.QtCore import QT_TRANSLATE_NOOP
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from qst_station.gui import theme
from qst_station.gui.answer_tiles import AnswerTiles, Tile
from qst_station.gui.fitted_text import CENTRE, LEFT, FittedText, unbroken
from qst_station.gui.inline_question import reasons
from qst_station.gui.json_lines import Json
from qst_station.gui.keys import Press
from qst_station.gui.number_field import NumberField
from qst_station.gui.number_pad import NumberPad
from qst_station.gui.ready_page import unverified_words
from qst_station.gui.screen import Desk, Legend, TestScreen, legend
from qst_station.gui.side_words import side_words
from qst_station.gui.tape_path import TapePath
from qst_station.gui.typed_number import parsed
from qst_station.gui.words import told, tr

ECHO_S = 1.2
_UNUSUAL = (
    QT_TRANSLATE_NOOP("", "measured again, the same"),
    QT_TRANSLATE_NOOP("", "swelling"),
    QT_TRANSLATE_NOOP("", "unusual anatomy"),
)
_READING_STEP_CM = 0.1  # a tape is read to the millimetre, so the pad has its decimal mark


class LimbScreen(TestScreen):
    """Side and repeat large, the field, the echo of what was taken, and doubts as a question with two keys."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.side = FittedText(most=84, bold=True, align=LEFT)
        self.side.setMinimumHeight(theme.scaled(30))
        self.path = TapePath()
        self.field = NumberField()
        self.pad = NumberPad()
        self.pad.pressed.connect(self.touch)
        self.echo = FittedText(most=110, bold=True, align=CENTRE, ground=theme.BLUE_PALE)
        self.doubt = FittedText(most=34, bold=True, align=LEFT, ground=theme.ORANGE_PALE)
        self.doubt.setMinimumHeight(theme.scaled(32))
        self.tiles = AnswerTiles()
        self.tiles.chosen.connect(self._settle)
        self.keep = Tile("doubt", action="skip")
        self.keep.write_as((self.keep, self.tiles.no, self.tiles.yes))
        self.close_set = Tile("closing", action="enter")
        for tile in (self.keep, self.close_set):
            tile.touched.connect(self.touch)
        self._echo_until_s = 0.0
        # Which reading (side, repeat) was echoed last, with its girth: those of earlier ones stay hidden.
        self._taken: tuple[tuple[str, int], float] | None = None
        self._doubted: Json | None = None  # the reading of the same side from which a refused number lies far
        self.notice = FittedText(most=14, align=LEFT, colour=theme.QUIET)
        self._settling = settling = QHBoxLayout()
        settling.setSpacing(2 * theme.GAP)
        settling.addWidget(self.tiles, 5)
        settling.addWidget(self.keep, 2)
        self._right = right = QVBoxLayout()
        right.setSpacing(theme.GAP // 2)
        for widget, share in ((self.side, 3), (self.field, 7), (self.echo, 7), (self.doubt, 3)):
            right.addWidget(widget, share)
        right.addLayout(settling, 4)
        right.addWidget(self.close_set, 3)
        right.addWidget(self.notice, 1 if theme.text_scale() == 1.0 else 2)
        row = QHBoxLayout(self.area)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(2 * theme.GAP)
        row.addWidget(self.path, 2)
        row.addLayout(right, 5)
        row.addWidget(self.pad)
        self.echo.hide()

    def _instruct(self) -> bool:
        return False

    def show_status(self, status: Json) -> None:
        """Show the reading that is due, or the doubt about the last."""
        super().show_status(status)
        limb = self.view["limb"]
        if limb is None:
            return
        doubt = limb["doubt"]
        self.notice.set_text(unverified_words(self.view["test"]))
        self.notice.setVisible(bool(self.notice.text()))
        beside_pad = doubt is None  # then its lines are short, and there are more of them
        self.notice.setMinimumHeight(theme.roomy(46 if beside_pad else 24))
        self.side.set_text(
            _due(limb) if limb["side"] else tr("All readings are taken: press Enter to close the set")
        )
        self.path.set_segment(limb["segment"], limb["variant"], limb["position"], mirrored=limb["side"] == "left")
        refused = self.view["allowed"]["limb_enter"]
        live = bool(limb["side"]) and doubt is None and not refused
        self.field.describe(tr("Girth, read at the end of the tape"), "cm", tr("digits, comma or dot"), live=live)
        self.field.setVisible(bool(limb["side"]) and doubt is None and not self._echoing())
        self.pad.set_pad(live=live, step=_READING_STEP_CM)
        self.pad.setVisible(bool(limb["side"]) and doubt is None)
        self.close_set.setVisible(not limb["side"] and doubt is None)
        self.close_set.set_text(tr("CLOSE THE SET"), live=True)
        self._show_doubt(doubt)

    def _show_doubt(self, doubt: Json | None) -> None:
        self.doubt.setVisible(doubt is not None)
        self.tiles.setVisible(doubt is not None)
        self.keep.setVisible(doubt is not None and doubt["suggestion_cm"] is not None)
        self._right.setStretchFactor(self._settling, 4 if doubt is not None else 0)  # an empty one keeps no room
        if doubt is None:
            return
        take = tr("KEEP IT")
        if doubt["suggestion_cm"] is not None:
            take = _with_unit(tr("TAKE {girth:.1f} cm", girth=doubt["suggestion_cm"]))
        self.doubt.set_text(f"?  {_with_unit(told(doubt['question']))}")
        self.tiles.set_answers(tr("TYPE AGAIN"), take, live=True)
        self.keep.set_text(tr("keep as typed"), live=True)

    def tick(self, now_ns: int) -> None:
        """Hide the echo after its second."""
        if not self._echoing() and self.echo.isVisible():
            self.echo.hide()
            self.show_status(self.status)

    def press(self, press: Press) -> bool:
        """Digits and Enter, the doubt's keys, exclusion and "not done"."""
        limb = self.view["limb"]
        if press.text:
            self._stop_echo()
            self.field.type(press.text)
            return True
        if limb["doubt"] is not None and press.action in ("yes", "no"):
            self._settle(press.action == "yes", press)
            return True
        if limb["doubt"] is not None and press.action == "skip":
            self._keep(press)
            return True
        if press.action == "enter":
            self._enter(press)
            return True
        if press.action in ("undo", "exclude"):
            if press.action == "exclude" or not self.field.rub_out(press.stamp_ns):
                self._exclude(press)
            return True
        if press.action == "not_done":
            self._leave_out(press)
            return True
        return False

    def enter_number(self, text: str, press: Press) -> None:
        """Give a reading as it was typed."""
        try:
            girth_cm = parsed(text)
        except ValueError as not_a_number:
            self.desk.say(told(str(not_a_number)))
            return

        due = self.view["limb"]
        self._doubted = None

        def taken() -> None:
            self.field.clear()
            if self.view["limb"] is not None and self.view["limb"]["doubt"] is None:
                self._echo(due, girth_cm)

        self.desk.send("limb_enter", press, done=taken, girth_cm=girth_cm, entered=text)

    def take_refusal(self, finding: Json) -> None:
        """A girth far from those of its side: where the one before is wrong, it is that which must go."""
        limb = self.view["limb"]
        if finding["code"] == "command.far_reading" and limb is not None:
            self._doubted = limb["last_of_side"]

    def _to_exclude(self) -> Json | None:
        """The reading that X is about: the last, but after a far one the last of the side that is due."""
        limb: Json = self.view["limb"]
        last: Json | None = limb["last"]
        return self._doubted if self._doubted and self._doubted == limb["last_of_side"] else last

    def _enter(self, press: Press) -> None:
        limb = self.view["limb"]
        if limb["doubt"] is not None:
            self.desk.say(tr("Answer the question first: F or J."))
        elif limb["side"]:
            self.enter_number(self.field.give(), press)
        else:
            self.desk.send("limb_close", press)

    def _settle(self, yes: bool, press: Press) -> None:
        doubt = self.view["limb"]["doubt"]
        if doubt is None:
            return
        if not yes:
            self.desk.send("limb_correct", press, take=False)
        elif doubt["suggestion_cm"] is None:
            self._keep(press)
        else:
            due, girth_cm = self.view["limb"], doubt["suggestion_cm"]
            self.desk.send("limb_correct", press, done=lambda: self._echo(due, girth_cm), take=True)

    def _keep(self, press: Press) -> None:
        self.desk.inquire(
            tr("Keep the reading as typed. Why?"),
            reasons(_UNUSUAL),
            lambda reason: self.desk.send("limb_confirm", press, reason=reason),
        )

    def _exclude(self, press: Press) -> None:
        out = self._to_exclude()
        if out is None:
            self.desk.say(tr("There is no reading to exclude."))
            return
        named = {"side": side_words(out["side"]).upper(), "repeat": out["repeat"]}
        question = tr("{side} reading {repeat} does not count. Why?", **named)
        if self._taken is not None and self._taken[0] == (out["side"], out["repeat"]):
            girth = _girth_words(self._taken[1])
            question = tr("{side} reading {repeat} ({girth}) does not count. Why?", girth=girth, **named)

        def excluded() -> None:
            self._taken = None  # the next reading of this name is another one
            self.field.clear()  # what was typed was for a reading that may be another now
            self._flash(tr("✗ {side} {repeat} does not count", **named))

        self.desk.inquire(
            question,
            tuple(self.view["limb"]["exclusion_reasons"]),
            lambda reason: self.desk.send(
                "limb_exclude", press, done=excluded, reason=reason, number=out["number"]
            ),
        )

    def _leave_out(self, press: Press) -> None:
        limb = self.view["limb"]
        if not limb["side"]:
            self.desk.say(tr("No reading is due: press Enter to close the set."))
            return
        self.desk.inquire(
            tr("{side} side not done. Why?", side=side_words(limb["side"]).upper()),
            tuple(limb["not_done_reasons"]),
            lambda reason: self.desk.send("limb_not_done", press, reason=reason),
        )

    def _echo(self, due: Json, girth_cm: float) -> None:
        """Say for a moment what was taken, with its side: the next reading stands above it already."""
        side = side_words(due["side"]).upper()
        self._taken = (due["side"], due["repeat"]), girth_cm
        girth = _girth_words(girth_cm)
        self._flash(tr("✓ {side} {repeat}: {girth}", side=side, repeat=due["repeat"], girth=girth))

    def _flash(self, text: str) -> None:
        self.echo.set_text(text)
        self._echo_until_s = time.monotonic() + ECHO_S
        self.field.hide()
        self.echo.show()

    def _echoing(self) -> bool:
        return time.monotonic() < self._echo_until_s

    def _stop_echo(self) -> None:
        self._echo_until_s = 0.0
        self.tick(0)

    def legends(self) -> list[Legend]:
        """Limb readings are excluded, not undone; Enter stands on the pad and on the tile that closes the set."""
        view = self.view
        limb = view["limb"]
        none_yet = "" if limb["last"] else tr("there is no reading yet")
        none_due = "" if limb["side"] else tr("no reading is due")
        out, label = self._to_exclude(), ""
        if out is not None and out != limb["last"]:
            side = side_words(out["side"]).upper()
            label = tr("exclude {side} {repeat}", side=side, repeat=out["repeat"])
        return [
            legend(view, "exclude", label, why_not=view["allowed"]["limb_exclude"] or none_yet),
            legend(view, "not_done", why_not=view["allowed"]["limb_not_done"] or none_due),
            legend(view, "pause"),
            legend(view, "note"),
            legend(view, "stop"),
        ]


def _girth_words(girth_cm: float) -> str:
    return unbroken(f"{girth_cm:.1f} cm")


def _with_unit(text: str) -> str:
    """A text in which no number stands in another line than its unit."""
    return text.replace(" cm", unbroken(" cm"))


def _due(limb: Json) -> str:
    """Which reading is due."""
    side = side_words(limb["side"]).upper()
    if limb["more"]:
        return tr("{side} · reading {repeat} (readings differ: one more)", side=side, repeat=limb["repeat"])
    due = tr("{side} · reading {repeat} of {repeats}", side=side, repeat=limb["repeat"], repeats=limb["repeats"])
    before, dot, reading = due.partition("· ")
    return before + dot + unbroken(reading)  # where it must break, it does so behind the side
