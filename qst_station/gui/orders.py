"""Orders to the engine: one at a time, each with its actor, each answered or refused in words."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

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


class Orders:
    """Sends what the examiner orders.

    Parameters
    ----------
    client : EngineClient
    refused : callable
        Gets the finding of every refusal.
    say : callable
        Tells the examiner a sentence.
    """

    def __init__(self, client: EngineClient, refused: Callable[[Json], None], say: Callable[[str], None]) -> None:
        self.actor: Json = {"who": "", "role": "examiner"}
        self._client = client
        self._refused = refused
        self._say = say
        self._waiting_for = 0

    def send(self, name: str, press: Press, done: Callable[[], None] | None = None, **args: Any) -> None:
        """Give a command; one that means what is on the screen waits for the one before, the others never do."""
        if self._waiting_for and name in _BOUND:
            self._say(tr("One moment: the last entry is not on disk yet."))
            return

        def answered(answer: Json) -> None:
            if self._waiting_for == number:
                self._waiting_for = 0
            if not answer["ok"]:
                self._refused(answer["finding"])
            elif done is not None:
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
        if name in _BOUND:
            self._waiting_for = number

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
