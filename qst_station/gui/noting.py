"""Notes that are always within reach, by two keys; why a step was paused or stopped. Nothing waits for them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from qst_station.gui.json_lines import Json
from qst_station.gui.keys import Press
from qst_station.gui.screen import Legend, legend
from qst_station.gui.words import told, tr

if TYPE_CHECKING:
    from qst_station.gui.main_window import MainWindow

OTHER = "other"

_QUESTIONS: dict[str, Callable[[], str]] = {
    "deviation": lambda: tr("Deviation"),
    "adverse": lambda: tr("Adverse sensation"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class _Last:
    """The code that was noted last, and at which place of the visit."""

    kind: str
    code: str
    label: str
    place: tuple[int | None, int]


class Notes:
    """Asks for a code with one key; words may come instead of it, or after it."""

    def __init__(self, window: MainWindow) -> None:
        self._window = window
        self._last: _Last | None = None

    def forget(self) -> None:
        """Another visit: words now are about nothing that was noted before."""
        self._last = None

    def ask(self, press: Press, kind: str, view: Json) -> None:
        """Ask for a deviation or an adverse sensation; what runs goes on."""
        window = self._window
        if view["allowed"]["note"]:
            window.say(told(view["allowed"]["note"]))
            return
        if view["codes"] is None:  # a visit from before there were codes
            window.inquire(_QUESTIONS[kind](), (), lambda text: self._note(press, kind, text))
            return
        last = self._last if self._last is not None and self._fits(self._last, kind, view) else None
        question = _QUESTIONS[kind]()
        if last is not None:
            what = told(last.label)
            question = tr("{kind}: {what} is noted. Words for it, or another", kind=question, what=what)
        place = _place(view)
        self._inquire(question, press, kind, view, lambda text: self._words(press, kind, text, last, place))

    def ask_why_stopped(self, press: Press, view: Json) -> None:
        """Ask why a step was stopped, which it is already."""
        if view["codes"] is None:
            window = self._window
            window.inquire(
                tr("STOPPED. Why?"),
                (),
                lambda why: window.send("note", press, kind="stop", text=why),
                leave=tr("no reason"),
            )
            return
        self._inquire(
            tr("STOPPED. Why?"), press, "stop", view, lambda why: self._explain(press, code=OTHER, text=why)
        )

    def asks_why_stopped(self) -> bool:
        """Whether it waits for the reason of a stop."""
        return bool(self._window.question.question() == tr("STOPPED. Why?"))

    def why_paused(self, press: Press, view: Json, digit: str) -> bool:
        """Take a digit for why a step is paused; False where it means nothing."""
        offered = view["codes"]["pause"] if view["codes"] is not None else []
        if not digit.isdigit() or not 1 <= int(digit) <= len(offered):
            return False
        self._explain(press, code=offered[int(digit) - 1]["code"], text="")
        return True

    def _inquire(self, question: str, press: Press, kind: str, view: Json, words: Callable[[str], None]) -> None:
        codes = {entry["label"]: entry["code"] for entry in view["codes"][kind]}

        def answered(text: str) -> None:
            if text not in codes:
                words(text)
            elif kind == "stop":
                self._explain(press, code=codes[text], text="")
            else:
                self._code(press, kind, codes[text], text, _place(view))

        # It is stopped already: nothing cancels that.
        self._window.inquire(question, tuple(codes), answered, leave=tr("no reason") if kind == "stop" else "")

    def _code(self, press: Press, kind: str, code: str, label: str, place: tuple[int | None, int]) -> None:
        def noted() -> None:
            self._last = _Last(kind=kind, code=code, label=label, place=place)
            self._window.confirm(tr("Noted: {what}.", what=told(label)))

        self._window.send(kind, press, noted, code=code, text="")

    def _words(
        self, press: Press, kind: str, text: str, last: _Last | None, place: tuple[int | None, int]
    ) -> None:
        code, what = (last.code, f"{told(last.label)}: {text}") if last is not None else (OTHER, text)
        noted = tr("Noted: {what}.", what=what)
        self._window.send(kind, press, lambda: self._window.confirm(noted), code=code, text=text)

    def _note(self, press: Press, kind: str, text: str) -> None:
        """Note words in a visit that knows no codes."""
        noted = tr("Noted: {what}.", what=text)
        self._window.send("note", press, lambda: self._window.confirm(noted), kind=kind, text=text)

    def _explain(self, press: Press, *, code: str, text: str) -> None:
        self._window.send("explain", press, code=code, text=text)

    def _fits(self, last: _Last, kind: str, view: Json) -> bool:
        """Whether words now would be about what was noted last."""
        return last.kind == kind and last.place == _place(view)


def _place(view: Json) -> tuple[int | None, int]:
    return view["step"], view["answers_saved"]


def within_reach(view: Json, legends: list[Legend]) -> list[Legend]:
    """The keys of a screen with those of the two notes, STOP last as ever."""
    others = [each for each in legends if each[0] not in ("note", "adverse")]
    if view["screen"] == "closed":
        return others
    notes = [legend(view, "note", "", ""), legend(view, "adverse", "", "")]
    stop = [each for each in others if each[0] == "stop"]
    return [*(each for each in others if each[0] != "stop"), *notes, *stop]
