"""Which screen is the participant's: remembered by its serial number, never the examiner's, never a guess."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal, TypeAlias

from PySide6.QtCore import QSettings

Geometry: TypeAlias = tuple[int, int, int, int]
"""Left, top, width, height on the desktop."""
Obstacle: TypeAlias = Literal["", "none_chosen", "gone", "examiner", "mirrored", "unknown"]

TEXT_PERCENTS = (75, 100, 125, 150, 200)
_GROUP = "participant_screen"


@dataclass(frozen=True, slots=True, kw_only=True)
class Display:
    """A screen of this computer. `serial` is empty where the screen tells none."""

    name: str
    serial: str
    geometry: Geometry


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """Where the participant's window may open; None, with the obstacle, where nowhere."""

    display: Display | None
    obstacle: Obstacle = ""


def decide(chosen: Display | None, displays: Iterable[Display], examiner: Display | None) -> Decision:
    """Where the participant's window may open.

    Parameters
    ----------
    chosen : Display or None
        What was chosen in the set-up.
    displays : iterable of Display
        The screens that are there now.
    examiner : Display or None
        The screen on which the main window is; None where that is not known.
    """
    if chosen is None:
        return Decision(display=None, obstacle="none_chosen")
    display = found(chosen, displays)
    if display is None:
        return Decision(display=None, obstacle="gone")
    if examiner is None:
        return Decision(display=None, obstacle="unknown")
    if display == examiner:
        return Decision(display=None, obstacle="examiner")
    if _overlap(display.geometry, examiner.geometry):
        return Decision(display=None, obstacle="mirrored")
    return Decision(display=display)


def found(chosen: Display, displays: Iterable[Display]) -> Display | None:
    """The screen that was chosen: by its serial number, else by name and place. None where it is not there.

    Screens that give the same serial number are told apart by name and place as well.
    """
    here = tuple(displays)
    if chosen.serial:
        same = [display for display in here if display.serial == chosen.serial]
        if len(same) == 1:
            return same[0]
        here = tuple(same)
    placed = [d for d in here if (d.name, d.geometry) == (chosen.name, chosen.geometry)]
    return placed[0] if len(placed) == 1 else None


def kept(settings: QSettings) -> Display | None:
    """The screen that was chosen; None where none was."""
    name = str(settings.value(f"{_GROUP}/name", ""))
    place = str(settings.value(f"{_GROUP}/geometry", "")).split()
    if not name or len(place) != 4 or not all(part.lstrip("-").isdigit() for part in place):
        return None
    left, top, width, height = map(int, place)
    serial = str(settings.value(f"{_GROUP}/serial", ""))
    return Display(name=name, serial=serial, geometry=(left, top, width, height))


def keep(settings: QSettings, chosen: Display | None) -> None:
    """Keep a choice for later starts; None: there is no screen for the participant."""
    settings.setValue(f"{_GROUP}/name", chosen.name if chosen else "")
    settings.setValue(f"{_GROUP}/serial", chosen.serial if chosen else "")
    settings.setValue(f"{_GROUP}/geometry", " ".join(map(str, chosen.geometry)) if chosen else "")
    settings.sync()


def kept_text_percent(settings: QSettings) -> int:
    """How large the participant's text is, of the usual size."""
    percent = str(settings.value(f"{_GROUP}/text_percent", "100"))
    return int(percent) if percent in map(str, TEXT_PERCENTS) else 100


def keep_text_percent(settings: QSettings, percent: int) -> None:
    """Keep the size of the participant's text."""
    settings.setValue(f"{_GROUP}/text_percent", percent)
    settings.sync()


def _overlap(one: Geometry, other: Geometry) -> bool:
    return (
        one[0] < other[0] + other[2]
        and other[0] < one[0] + one[2]
        and one[1] < other[1] + other[3]
        and other[1] < one[1] + one[3]
    )
