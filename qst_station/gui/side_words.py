"""Sides and their roles, in the language of the window. A role has one word, for a tested area and for a limb."""

from __future__ import annotations

from collections.abc import Callable

from qst_station.gui.json_lines import Json
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
_AREAS: dict[str, Callable[[], str]] = {
    "control": lambda: tr("control area"),
    "affected": lambda: tr("test area"),
}


def side_words(word: str) -> str:
    """What a side, a role or a part of the limb is called; the word itself where it is none of them."""
    return _WORDS[word]() if word in _WORDS else told(word)


def site_words(step: Json) -> str:
    """Where a step of the rail is made; empty where it has no site."""
    if not step["site"]:
        return ""
    return f"{told(step['site']).upper()}  ({_AREAS[step['site_role']]()})"


def limb_side_words(side: Json) -> str:
    """How many readings one side has, or why it is not complete. No girth: other tests are still to come."""
    role, where = side_words("affected" if side["affected"] else "unaffected"), side_words(side["side"])
    if not side["complete"]:
        return f"{where} ({role}): {told(side['reason'])}"
    return tr("{side} ({role}): complete, {count} readings", side=where, role=role, count=side["readings"])
