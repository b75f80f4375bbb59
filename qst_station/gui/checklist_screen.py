"""The check-list before a visit: what is in order, what is missing, and the one button that mends it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QT_TRANSLATE_NOOP
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from qst_station.gui import keys, theme
from qst_station.gui.answer_tiles import Tile
from qst_station.gui.check_row import CheckRow
from qst_station.gui.fitted_text import LEFT, FittedText, unbroken
from qst_station.gui.inline_question import reasons
from qst_station.gui.json_lines import Json
from qst_station.gui.keys import Press
from qst_station.gui.number_pad import NumberPad
from qst_station.gui.screen import Desk, Legend, Screen
from qst_station.gui.typed_number import LONGEST
from qst_station.gui.words import told, tr
from qst_station.gui.wrapped_text import SmallPrint

_UNUSUAL = (
    QT_TRANSLATE_NOOP("", "measured again, the same"),
    QT_TRANSLATE_NOOP("", "as it is today"),
    QT_TRANSLATE_NOOP("", "device checked"),
)
_WHOLE = 9
"""More lines than these are too many where there is little room: then those in order become one."""


class CheckListScreen(Screen):
    """Arrows select a line, Space ticks or mends it, digits type the temperature, Enter goes on.

    Typed and not yet taken is not lost where the devices are looked at in between.

    Parameters
    ----------
    sound : callable
        Whether the sound is as somebody wants it, and how it is.
    silence : callable
        Switches the sound off on purpose.
    learned : callable
        Whether a pedal has been learned.
    turn_to : callable
        Shows a page of the window.
    """

    def __init__(
        self,
        desk: Desk,
        *,
        sound: Callable[[], tuple[bool, str]],
        silence: Callable[[], str],
        learned: Callable[[], bool],
        turn_to: Callable[[str], None],
    ) -> None:
        super().__init__(desk)
        self._sound, self._silence, self._learned, self._turn_to = sound, silence, learned, turn_to
        self.typed = ""
        self._given = False
        self.at = ""
        self._spaced_ns: int | None = None  # when Space last did something
        self.rows: dict[str, CheckRow] = {}
        self._lines: list[Json] = []
        self.title = FittedText(most=40, bold=True, align=LEFT)
        self.in_order = FittedText(most=24, align=LEFT, colour=theme.QUIET)
        self.title.setMinimumHeight(theme.scaled(36))
        self.in_order.setMinimumHeight(theme.scaled(22))
        self._notice = SmallPrint()
        self._notice.setMinimumHeight(theme.roomy(13))
        self.pad = NumberPad()
        self.pad.pressed.connect(self.touch)
        self.go = Tile("check-list", action="enter", least_mm=(60.0, 12.0))
        self.go.touched.connect(self.touch)
        self._column = QVBoxLayout()
        self._column.setSpacing(4)
        row = QHBoxLayout()
        row.setSpacing(2 * theme.GAP)
        row.addLayout(self._column, 1)
        row.addWidget(self.pad)
        column = QVBoxLayout(self)
        column.setContentsMargins(2 * theme.GAP, theme.GAP // 2, 2 * theme.GAP, theme.GAP // 2)
        column.setSpacing(theme.GAP // 2)
        for part, share in ((self.title, 5), (self.in_order, 3)):
            column.addWidget(part, share)
        column.addLayout(row, 50)
        column.addWidget(self._notice)
        column.addWidget(self.go, 6)

    # What is shown

    def show_status(self, status: Json) -> None:
        """Show the lines as they stand now."""
        super().show_status(status)
        shown = status.get("checklist")
        if shown is None:  # it has just been closed, or another visit is open
            self.typed = ""
            return
        self._lines = [self._looked_at(line) for line in shown["lines"]]
        folded = self._folded()
        self._make_rows([line["id"] for line in self._lines if line["id"] not in folded])
        if self.at not in self.rows:
            self.at = self._first_open() or next(iter(self.rows), "")
        waiting = self._waiting()
        self.title.set_text(
            tr("Before the visit: {number} open.  ↑ ↓ select", number=len(waiting))
            if waiting
            else tr("Before the visit: all in order")
        )
        self.in_order.setVisible(bool(folded))
        self.in_order.set_text(tr("✓ {number} more lines are in order.", number=len(folded)))
        for line in self._lines:
            if line["id"] in self.rows:
                self._show_row(self.rows[line["id"]], line)
        self._notice.set_text(tr("Unverified defaults: {what}", what="; ".join(map(told, shown["unverified"]))))
        number = self._number()
        self.pad.setVisible(number is not None and self.at == number["id"])
        self.pad.set_pad(live=True, step=number["number"]["step"] if number else 1.0)
        self.go.set_text(self._go_words(bool(waiting)), live=True)

    def _go_words(self, waiting: bool) -> str:
        """What Enter does now."""
        number = self._number()
        if self.typed and number is not None:
            return tr("TAKE {number} {unit}", number=self.typed, unit=number["number"]["unit"])
        return tr("GO ON WITH OPEN LINES …") if waiting else tr("GO ON")

    def _looked_at(self, line: Json) -> Json:
        """A line with what only the window knows."""
        if line["by"] != "window":
            return line
        ok, said = self._sound() if line["id"] == "sound" else (self._learned(), "")
        state = "ok" if ok else "open"
        return {**line, "state": state, "text": line["texts"][state], "detail": said}

    def _folded(self) -> set[str]:
        """Lines that become one, where there are too many for text of this size."""
        if len(self._lines) <= _WHOLE / theme.text_scale():
            return set()
        return {each["id"] for each in self._lines if each["by"] != "examiner" and each["state"] == "ok"}

    def _make_rows(self, names: list[str]) -> None:
        if names == list(self.rows):
            return
        for row in self.rows.values():
            self._column.removeWidget(row)
            row.hide()
            row.deleteLater()
        number = self._number()
        self.rows = {name: CheckRow(name, typed=number is not None and number["id"] == name) for name in names}
        for row in self.rows.values():
            row.pressed.connect(self._pointed)
            row.button.write_as(tuple(each.button for each in self.rows.values()))
            self._column.addWidget(row, 1)

    def _show_row(self, row: CheckRow, line: Json) -> None:
        ok = line["state"] == "ok"
        detail = told(line["detail"]).replace(" mN", unbroken(" mN"))
        button = "" if ok or not line["mend"] else told(line["mend_label"])
        if line["by"] == "examiner":
            button = "" if line["number"] else (tr("NOT SO") if ok else tr("CONFIRM"))
            detail = ""
        if line["number"]:
            number = self.typed or (line["detail"] if ok else "")
            detail = f"{number or '–'} {line['number']['unit']}" + ("  ⏎" if self.typed else "")
        row.describe(
            told(line["text"]),
            detail,
            button,
            ok=ok and not (line["number"] and self.typed),
            optional=line["optional"],
            selected=line["id"] == self.at,
        )

    def _waiting(self) -> list[Json]:
        return [line for line in self._lines if line["state"] == "open" and not line["optional"]]

    def _first_open(self) -> str:
        return next((line["id"] for line in self._waiting() if line["id"] in self.rows), "")

    def _next_open(self, id_: str) -> str:
        """The next open line below one, or from the top where there is none below; else that one."""
        names = list(self.rows)
        at = names.index(id_) if id_ in names else 0
        waiting = {line["id"] for line in self._waiting()} - {id_}
        return next((name for name in (*names[at:], *names[:at]) if name in waiting), id_)

    def _line(self, id_: str) -> Json | None:
        return next((line for line in self._lines if line["id"] == id_), None)

    def _number(self) -> Json | None:
        return next((line for line in self._lines if line["number"]), None)

    # What is pressed

    def press(self, press: Press) -> bool:
        """Select, tick, mend, type, go on."""
        if press.text:
            self._type(press.text)
        elif press.action in ("up", "down"):
            self._select(-1 if press.action == "up" else 1)
        elif press.action == "space":
            self._space(press)
        elif press.action == "undo":
            self.typed, self._given = self.typed[:-1], False
            self._again()
        elif press.action == "enter":
            self._enter(press)
        else:
            return False
        return True

    def _again(self) -> None:
        self.show_status(self.status)

    def _select(self, by: int) -> None:
        names = list(self.rows)
        if names:
            at = names.index(self.at) if self.at in names else 0
            self.at = names[(at + by) % len(names)]
            self._again()

    def _type(self, text: str) -> None:
        number = self._number()
        if self._given:  # and refused: another number
            self.typed, self._given = "", False
        if number is not None and len(self.typed) + len(text) <= LONGEST:
            self.typed += text
            self.at = number["id"]
            self._again()

    def _space(self, press: Press) -> None:
        """Settle the selected line; a second tap would be for the next one, which nobody has read yet."""
        before = self._spaced_ns
        if before is not None and 0 <= press.stamp_ns - before < keys.DOUBLE_PRESS_NS:
            self.desk.say(tr("Pressed twice: one answer was taken."))
            return
        self._spaced_ns = press.stamp_ns
        self._settle(self.at, press)

    def _pointed(self, id_: str, press: Any) -> None:
        self.at = id_
        self._settle(id_, press)
        self._again()

    def _settle(self, id_: str, press: Press) -> None:
        """Tick a line, or take the tick away; or mend what can be mended."""
        line = self._line(id_)
        if line is None:
            return
        if line["number"]:
            if self.typed:
                self._enter_number(press, lambda: None)
        elif line["by"] == "examiner":
            ok = line["state"] != "ok"
            self._check(line, press, "ok" if ok else "open", "yes" if ok else "", on=ok)
        elif line["state"] == "open" and line["mend"] == "sound":
            self.desk.say(self._silence())
            self._again()
        elif line["state"] == "open" and line["mend"]:
            self._turn_to("devices")
        elif line["state"] == "open":
            self.desk.say(f"{told(line['text'])} {told(line['detail'])}")

    def _check(self, line: Json, press: Press, state: str, said: str, *, on: bool) -> None:
        def taken() -> None:
            if on and line["id"] == self.at:
                self.at = self._next_open(line["id"])

        self.desk.send("check", press, done=taken, line=line["id"], state=state, said=said, reason="")

    def _enter(self, press: Press) -> None:
        if self.typed:
            self._enter_number(press, lambda: None)
            return
        waiting = self._waiting()
        if waiting:
            question = tr("Go on with {number} open lines. Why?", number=len(waiting))
            self.desk.inquire(
                question, tuple(self.status["checklist"]["reasons"]), lambda why: self._close(press, why)
            )
        else:
            self._close(press, "")

    def _enter_number(self, press: Press, then: Callable[[], None]) -> None:
        line = self._number()
        assert line is not None
        number, said = line["number"], self.typed
        self._given = True

        def taken() -> None:
            self.typed, self._given = "", False
            then()

        def send(reason: str) -> None:
            self.desk.send("check", press, done=taken, line=line["id"], state="ok", said=said, reason=reason)

        try:
            value = float(said.replace(",", "."))
        except ValueError:
            send("")  # the engine says what is wrong with it
            return
        low = number["minimum"] if number["soft_minimum"] is None else number["soft_minimum"]
        high = number["maximum"] if number["soft_maximum"] is None else number["soft_maximum"]
        if number["minimum"] <= value <= number["maximum"] and not low <= value <= high:
            question = tr("{number} {unit} is unusual. Why is it so?", number=said, unit=number["unit"])
            self.desk.inquire(question, reasons(_UNUSUAL), send)
        else:
            send("")

    def _close(self, press: Press, reason: str) -> None:
        """Enter what the window found; what the engine finds it enters itself."""
        for line in self._lines:
            if line["by"] == "window":
                said = line["detail"]
                self.desk.send("check", press, line=line["id"], state=line["state"], said=said, reason="")
        self.desk.send("checked", press, reason=reason)

    def enter(self) -> None:
        """Begin with the first line that is open."""
        self.at = ""

    def legends(self) -> list[Legend]:
        """None: the keys stand on the lines themselves, on the pad and on the tile."""
        return []
