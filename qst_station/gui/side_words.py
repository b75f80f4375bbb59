"""Sides and their roles, in the language of the window. A role has one word, for a tested area and for a limb."""

from __future__ import annotations

from collections.abc import Callable

from qst_station.gui.words import told, tr

_WORDS: dict[str, Callable[[], str]] = {
    "left": lambda: tr("left"),
    "right": lambda: tr("right"),
    "affected": lambda: tr("affected"),
    "unaffected": lambda: tr("control"),
    "control": lambda: tr("control"),
    "hand": lambda: tr("hand"),
    "foot": lambda: tr("foot"),
    "ankle": lambda: tr("ankle"),
}


def side_words(word: str) -> str:
    """What a side, a role or a part of the limb is called; the word itself where it is none of them."""
    return _WORDS[word]() if word in _WORDS else told(word)
