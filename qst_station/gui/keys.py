"""What each key does, as data: the one map from keys to actions and the legends that show it."""

from __future__ import annotations

import time
from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

Key = Qt.Key

DEBOUNCE_NS = 80_000_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Action:
    """One thing that a key asks for.

    Attributes
    ----------
    cap, label : str
        The legend: what is printed on the key, what it does.
    keys : tuple of Qt.Key
        All keys that ask for it.
    command : str
        The command whose permission in the view counts for the legend; empty where the screen decides.
    """

    name: str
    cap: str
    label: str
    keys: tuple[Key, ...]
    command: str = ""


ACTIONS = (
    Action(name="no", cap="F", label="no", keys=(Key.Key_F, Key.Key_Left), command="answer"),
    Action(name="yes", cap="J", label="yes", keys=(Key.Key_J, Key.Key_Right), command="answer"),
    Action(name="space", cap="Space", label="begin", keys=(Key.Key_Space,)),
    Action(name="enter", cap="Enter", label="go on", keys=(Key.Key_Return, Key.Key_Enter)),
    Action(name="up", cap="↑", label="step before", keys=(Key.Key_Up,)),
    Action(name="down", cap="↓", label="step after", keys=(Key.Key_Down,)),
    Action(name="undo", cap="⌫", label="undo", keys=(Key.Key_Backspace,), command="undo"),
    Action(name="pause", cap="P", label="pause", keys=(Key.Key_P,), command="pause"),
    Action(name="note", cap="N", label="note", keys=(Key.Key_N,), command="note"),
    Action(name="repeat", cap="R", label="repeat", keys=(Key.Key_R,), command="undo"),
    Action(name="override", cap="O", label="sign for it", keys=(Key.Key_O,), command="override"),
    Action(name="sound", cap="M", label="sound on or off", keys=(Key.Key_M,)),
    Action(name="skip", cap="K", label="skip", keys=(Key.Key_K,), command="skip"),
    Action(name="not_done", cap="S", label="side not done", keys=(Key.Key_S,), command="limb_not_done"),
    Action(name="exclude", cap="X", label="exclude last", keys=(Key.Key_X,), command="limb_exclude"),
    Action(name="end", cap="E", label="end the visit", keys=(Key.Key_E,), command="finish"),
    Action(name="devices", cap="D", label="devices", keys=(Key.Key_D,)),
    Action(name="simulated_answer", cap="A", label="enter what is said", keys=(Key.Key_A,)),
    Action(name="simulated_hand", cap="H", label="let the hand press", keys=(Key.Key_H,)),
    Action(name="stop", cap="Esc", label="STOP", keys=(Key.Key_Escape,), command="stop"),
)

BY_NAME = {action.name: action for action in ACTIONS}
_BY_KEY = {key: action for action in ACTIONS for key in action.keys}
_TYPED = frozenset("0123456789.,")


@dataclass(frozen=True, slots=True, kw_only=True)
class Press:
    """A key that went down: the action it asks for, the character it types, and when.

    `action` is empty for keys that only type. `source` names the key for the record.
    """

    action: str
    text: str
    source: str
    stamp_ns: int


class Keyboard:
    """Turns key events into presses: no auto-repeat, no bouncing.

    Attributes
    ----------
    learned : dict of int to str
        Further keys by Qt's code, as pedals and presenters type them, with the action that each asks for.
    """

    def __init__(self, learned: Mapping[int, str] | None = None) -> None:
        self.learned = dict(learned or {})
        self._last: dict[int, int] = {}

    def press(self, event: QKeyEvent, stamp_ns: int) -> Press | None:
        """The press of an event, or None where the event is none.

        Typed characters are not debounced: a reader that types for the examiner sends them faster than a hand.
        """
        if event.isAutoRepeat() or event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            return None
        key = Key(event.key())
        learned = BY_NAME.get(self.learned.get(event.key(), ""))
        if learned is None and event.text() and event.text() in _TYPED:
            return Press(action="", text=event.text(), source=f"key {event.text()}", stamp_ns=stamp_ns)
        action = learned or _BY_KEY.get(key)
        if action is None:
            return None
        before = self._last.get(event.key())
        self._last[event.key()] = stamp_ns
        if before is not None and stamp_ns - before < DEBOUNCE_NS:
            return None
        kind = "pedal" if learned else "key"
        return Press(action=action.name, text="", source=f"{kind} {key_name(event.key())}", stamp_ns=stamp_ns)


def key_name(code: int) -> str:
    """What Qt calls a key."""
    try:
        return Key(code).name.removeprefix("Key_")
    except ValueError:
        return f"code {code}"


def taken_by(code: int) -> str:
    """The action that a key asks for anyway; empty where it is free to be learned."""
    action = _BY_KEY.get(Key(code)) if code in {key.value for key in _BY_KEY} else None
    return action.name if action else ""


def pointed(what: str) -> Press:
    """A click or a touch, as a press."""
    return Press(action="", text="", source=f"pointer on {what}", stamp_ns=time.perf_counter_ns())
