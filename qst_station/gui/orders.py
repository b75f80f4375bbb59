"""Orders to the engine: one at a time, each with its actor, each answered or refused in words."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Any

from qst_station.gui import keys
from qst_station.gui.engine_client import EngineClient
from qst_station.gui.json_lines import Json
from qst_station.gui.keys import Press
from qst_station.gui.words import tr

# Commands that mean the stimulus or reading on the screen: none is taken before the one before is on disk, because
# the screen may still show what has been answered already.
_BOUND = frozenset(
    (
        "begin",
        "answer",
        "rate",
        "settle",
        "undo",
        "limb_enter",
        "limb_confirm",
        "limb_correct",
        "limb_exclude",
        "limb_not_done",
        "form_enter",
        "form_decline",
        "form_correct",
    )
)


_ANSWERS = ("yes", "no")


class Orders:
    """Sends what the examiner orders.

    Parameters
    ----------
    client : EngineClient
    refused : callable
        Gets the finding of every refusal.
    say : callable
        Tells the examiner a sentence.
    taken : callable
        Gets the moment (s, monotonic) at which an order was given that has been taken.
    """

    def __init__(
        self,
        client: EngineClient,
        refused: Callable[[Json], None],
        say: Callable[[str], None],
        taken: Callable[[float], None] = lambda _given_s: None,
    ) -> None:
        self.actor: Json = {"who": "", "role": "examiner"}
        self._client = client
        self._refused = refused
        self._say = say
        self._taken = taken
        self._waiting_for = 0
        self._words: dict[int, str] = {}  # that were given with orders which are not answered yet
        self._answered: Press | None = None  # by the newest answer that may have been taken

    @property
    def busy(self) -> bool:
        """Whether an entry that means what is on the screen is not on disk yet."""
        return bool(self._waiting_for)

    def send(self, name: str, press: Press, done: Callable[[], None] | None = None, **args: Any) -> None:
        """Give a command; one that means what is on the screen waits for the one before, the others never do."""
        if name == "undo":
            self._answered = None  # what is taken back may be answered anew at once
        if name in _BOUND and self._is_pressed_twice(press):
            self._say(tr("Pressed twice: one answer was taken."))
            return
        if self._waiting_for and name in _BOUND:
            self._answered = None
            self._say(tr("One moment: the last entry is not on disk yet."))
            return
        given_s = time.monotonic()

        def answered(answer: Json) -> None:
            self._words.pop(number, None)
            if self._waiting_for == number:
                self._waiting_for = 0
            if not answer["ok"]:
                self._answered = None
                self._refused(answer["finding"])
                return
            self._taken(given_s)
            if done is not None:
                done()

        number = self._client.request(
            "command",
            answered,
            name=name,
            args=args,
            actor=self.actor,
            source=press.source,
            stamp_ns=press.stamp_ns,
        )
        if args.get("text"):
            self._words[number] = args["text"]
        if name in _BOUND:
            self._waiting_for = number

    def _is_pressed_twice(self, press: Press) -> bool:
        """Whether this is the second tap of a hand that gives one answer, by whatever key.

        Nobody can have applied the next stimulus since the first.
        """
        if press.action not in _ANSWERS:
            return False
        before, self._answered = self._answered, press
        return before is not None and 0 <= press.stamp_ns - before.stamp_ns < keys.DOUBLE_PRESS_NS

    def request(self, ask: str, callback: Callable[[Json], None] = lambda _answer: None, **args: Any) -> None:
        """Ask for something else; an answer goes to ``callback``, a refusal is shown."""

        def answered(answer: Json) -> None:
            if answer["ok"]:
                callback(answer)
            else:
                self._refused(answer["finding"])

        self._client.request(ask, answered, **args)

    def wait_no_more(self) -> None:
        """The answer that was awaited is lost: take orders again. The next status shows how things are."""
        self._waiting_for = 0
        self._words.clear()

    @property
    def unanswered_words(self) -> tuple[str, ...]:
        """Words of notes of which nobody has said that they are on disk."""
        return tuple(self._words.values())
