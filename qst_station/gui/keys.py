"""What each key does, as data: the one map from keys to actions and the legends that show it."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from qst_station.gui.words import tr

Key = Qt.Key

DEBOUNCE_NS = 80_000_000
# An answer so soon after another is a hand that tapped twice: nobody applies a stimulus so fast. Unverified.
DOUBLE_PRESS_NS = 300_000_000
# After a ramp ends, Space must not begin anything by a hand that meant to mark this one.
SPACE_REST_S = 0.7
# After any other step ends, Enter must not begin the next by a hand that pressed it twice. Unverified.
ENTER_REST_S = 0.5
# After the participant has given the window back, Esc must not stop by a hand that pressed it twice. Unverified.
ESC_REST_S = 0.5


@dataclass(frozen=True, slots=True, kw_only=True)
class Action:
    """One thing that a key asks for.

    Attributes
    ----------
    keys : tuple of Qt.Key
        All keys that ask for it.
    command : str
        The command whose permission in the view counts for the legend; empty where the screen decides.
    """

    name: str
    keys: tuple[Key, ...]
    command: str = ""

    @property
    def cap(self) -> str:
        """What is printed on the key, in the language of the window."""
        return _CAPS[self.name]()

    @property
    def label(self) -> str:
        """What the key does, in the language of the window."""
        return _LABELS[self.name]()


ACTIONS = (
    Action(name="no", keys=(Key.Key_F, Key.Key_Left), command="answer"),
    Action(name="yes", keys=(Key.Key_J, Key.Key_Right), command="answer"),
    Action(name="space", keys=(Key.Key_Space,)),
    Action(name="enter", keys=(Key.Key_Return, Key.Key_Enter)),
    Action(name="up", keys=(Key.Key_Up,)),
    Action(name="down", keys=(Key.Key_Down,)),
    Action(name="undo", keys=(Key.Key_Backspace,), command="undo"),
    Action(name="pause", keys=(Key.Key_P,), command="pause"),
    Action(name="note", keys=(Key.Key_N,), command="note"),
    Action(name="adverse", keys=(Key.Key_V,), command="note"),
    Action(name="count", keys=(Key.Key_C,), command="count_attempt"),
    Action(name="repeat", keys=(Key.Key_R,), command="undo"),
    Action(name="override", keys=(Key.Key_O,), command="override"),
    Action(name="read_aloud", keys=(Key.Key_T,), command="read_aloud"),
    Action(name="hand_over", keys=(Key.Key_G,), command="rate"),
    Action(name="sound", keys=(Key.Key_M,)),
    Action(name="skip", keys=(Key.Key_K,), command="skip"),
    Action(name="not_done", keys=(Key.Key_S,), command="limb_not_done"),
    Action(name="exclude", keys=(Key.Key_X,), command="limb_exclude"),
    Action(name="end", keys=(Key.Key_E,), command="finish"),
    Action(name="devices", keys=(Key.Key_D,)),
    Action(name="simulated_answer", keys=(Key.Key_A,)),
    Action(name="simulated_hand", keys=(Key.Key_H,)),
    Action(name="stop", keys=(Key.Key_Escape,), command="stop"),
)

# The window speaks its language only after this table has been made: so each word is asked for when it is shown.
_CAPS: dict[str, Callable[[], str]] = {
    "no": lambda: "F",
    "yes": lambda: "J",
    "space": lambda: tr("Space"),
    "enter": lambda: tr("Enter"),
    "up": lambda: "↑",
    "down": lambda: "↓",
    "undo": lambda: "⌫",
    "pause": lambda: "P",
    "note": lambda: "N",
    "adverse": lambda: "V",
    "count": lambda: "C",
    "repeat": lambda: "R",
    "override": lambda: "O",
    "read_aloud": lambda: "T",
    "hand_over": lambda: "G",
    "sound": lambda: "M",
    "skip": lambda: "K",
    "not_done": lambda: "S",
    "exclude": lambda: "X",
    "end": lambda: "E",
    "devices": lambda: "D",
    "simulated_answer": lambda: "A",
    "simulated_hand": lambda: "H",
    "stop": lambda: tr("Esc"),
}

_LABELS: dict[str, Callable[[], str]] = {
    "no": lambda: tr("no"),
    "yes": lambda: tr("yes"),
    "space": lambda: tr("begin"),
    "enter": lambda: tr("go on"),
    "up": lambda: tr("step before"),
    "down": lambda: tr("step after"),
    "undo": lambda: tr("undo"),
    "pause": lambda: tr("pause"),
    "note": lambda: tr("deviation"),
    "adverse": lambda: tr("adverse sensation"),
    "count": lambda: tr("count another"),
    "repeat": lambda: tr("repeat"),
    "override": lambda: tr("sign for it"),
    "read_aloud": lambda: tr("read aloud"),
    "hand_over": lambda: tr("hand over"),
    "sound": lambda: tr("sound on or off"),
    "skip": lambda: tr("skip"),
    "not_done": lambda: tr("side not done"),
    "exclude": lambda: tr("exclude last"),
    "end": lambda: tr("end the visit"),
    "devices": lambda: tr("devices"),
    "simulated_answer": lambda: tr("enter what is said"),
    "simulated_hand": lambda: tr("let the hand press"),
    "stop": lambda: tr("STOP"),
}

BY_NAME = {action.name: action for action in ACTIONS}
_BY_KEY = {key: action for action in ACTIONS for key in action.keys}
_TYPED = frozenset("0123456789.,")
_FUNCTION = range(Key.Key_F1.value, Key.Key_F35.value + 1)
_EDITING = frozenset((Key.Key_Home, Key.Key_End, Key.Key_Delete, Key.Key_Insert))
_HELD = (
    Qt.KeyboardModifier.ControlModifier
    | Qt.KeyboardModifier.AltModifier
    | Qt.KeyboardModifier.MetaModifier
    | Qt.KeyboardModifier.GroupSwitchModifier
)
_GOES_WITH_OTHERS = frozenset(
    key.value
    for key in (
        *(Key.Key_Shift, Key.Key_Control, Key.Key_Alt, Key.Key_AltGr, Key.Key_Meta, Key.Key_Mode_switch),
        *(Key.Key_CapsLock, Key.Key_NumLock, Key.Key_ScrollLock, Key.Key_Multi_key),
        *(Key.Key_Super_L, Key.Key_Super_R, Key.Key_Hyper_L, Key.Key_Hyper_R),
    )
)


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
        if event.isAutoRepeat() or (is_combination(event) and not _is_typed_by_alt_gr(event)):
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

    def passes_question(self, event: QKeyEvent, *, empty: bool) -> bool:
        """Whether a key acts on the test although a question is open; ``empty``: nothing has been typed into it.

        Esc, function keys and learned keys that write nothing always do. Space and a learned key that writes a
        character, or edits, do as long as nothing has been typed: no text begins with a blank.
        """
        if is_combination(event):
            return False
        if event.key() in self.learned:
            return empty or not (event.key() in _EDITING or (event.text() and event.text().isprintable()))
        if event.key() == Key.Key_Space:
            return empty
        return event.key() == Key.Key_Escape or event.key() in _FUNCTION


def is_combination(event: QKeyEvent) -> bool:
    """Whether a key comes with another, so that it asks for nothing of the test: Ctrl, Alt, AltGr, Meta.

    STOP works also while AltGr or Alt is still held.
    """
    held = event.modifiers() & _HELD
    if event.key() == Key.Key_Escape:
        held &= Qt.KeyboardModifier.ControlModifier
    return bool(held)


def _is_typed_by_alt_gr(event: QKeyEvent) -> bool:
    """Whether a key types a digit or a point as some layouts do: with AltGr."""
    held = event.modifiers() & _HELD
    return held == Qt.KeyboardModifier.GroupSwitchModifier and bool(event.text()) and event.text() in _TYPED


def goes_with_others(code: int) -> bool:
    """Whether a key is held or typed before others: no pedal, as it would answer while somebody writes."""
    return code in _GOES_WITH_OTHERS or key_name(code).startswith("Dead_")


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
