"""The screens of the window by name: each made when it is first shown, those of a visit gone with that visit."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QStackedWidget, QWidget

from qst_station.gui.screen import Screen


class ScreenStack(QStackedWidget):
    """Shows one screen of those that have been made.

    Parameters
    ----------
    make : callable
        Makes the screen of a name.
    """

    def __init__(self, make: Callable[[str], QWidget]) -> None:
        super().__init__()
        self._make = make
        self._made: dict[str, QWidget] = {}
        self._journal = ""  # of the visit whose screens they are
        self._gone: list[Screen] = []

    def made(self, name: str) -> QWidget | None:
        """A screen that has been shown before; None where it has not."""
        return self._made.get(name)

    def visit_screen(self) -> Screen | None:
        """The screen of a visit that is shown; None where it is another page."""
        current = self.currentWidget()
        return current if isinstance(current, Screen) else None

    def keep(self, name: str, screen: QWidget) -> None:
        """Take in a screen that stands already."""
        self._made[name] = screen
        self.addWidget(screen)

    def bring(self, name: str) -> bool:
        """Show a screen, made where it has not been shown before; False where it is shown already."""
        if name not in self._made:
            self.keep(name, self._make(name))
        if self._made[name] is self.currentWidget():
            return False
        self.setCurrentWidget(self._made[name])
        return True

    def set_visit(self, journal: str) -> bool:
        """Set the screens of a visit that is gone aside; True where it is another visit than before."""
        if journal == self._journal:
            return False
        self._journal = journal
        for name, screen in tuple(self._made.items()):
            if isinstance(screen, Screen):
                self._gone.append(screen)
                del self._made[name]
        return True

    def throw_away(self) -> None:
        """Throw away what was set aside, now that another screen is shown."""
        gone, self._gone = self._gone, []
        for screen in gone:
            self.removeWidget(screen)
            screen.leave()
            screen.deleteLater()
