"""The screens of this computer as Qt sees them, and a window put on one of them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Protocol

from PySide6.QtCore import QRect
from PySide6.QtGui import QGuiApplication, QScreen
from PySide6.QtWidgets import QWidget

from qst_station.gui.screen_choice import Display


class Displays(Protocol):
    """Where windows can be shown."""

    def all(self) -> tuple[Display, ...]:
        """The screens that are there now."""

    def under(self, widget: QWidget) -> Display | None:
        """The screen on which the window of a widget is."""

    def fill(self, window: QWidget, display: Display) -> bool:
        """Show a window on the whole of a screen; False where it did not get there."""


class QtDisplays:
    """The real ones."""

    def all(self) -> tuple[Display, ...]:
        """The screens that are there now."""
        return displays_of(QGuiApplication.screens())

    def under(self, widget: QWidget) -> Display | None:
        """The screen on which the window of a widget is."""
        screen = widget.window().screen()
        return display_of(screen) if screen is not None else None

    def fill(self, window: QWidget, display: Display) -> bool:
        """Show a window on the whole of a screen; False where it did not get there."""
        screen = next((s for s in QGuiApplication.screens() if display_of(s) == display), None)
        if screen is None:
            return False
        # The place comes first: a window that is made full-screen takes the screen on which it lies.
        window.setScreen(screen)
        window.setGeometry(QRect(*display.geometry))
        window.showFullScreen()
        return display_of(window.screen()) == display


def displays_of(screens: Iterable[QScreen]) -> tuple[Display, ...]:
    """Screens as plain values."""
    return tuple(display_of(screen) for screen in screens)


def display_of(screen: QScreen) -> Display:
    """A screen as plain values."""
    place = screen.geometry()
    return Display(
        name=screen.name(),
        serial=screen.serialNumber(),
        geometry=(place.x(), place.y(), place.width(), place.height()),
    )
