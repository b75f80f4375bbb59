"""Start the window: first something to see, then the screens, then the engine."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLabel, QMainWindow, QWidget

from qst_station.gui.garbage import Garbage
from qst_station.gui.qt_probe import unsafe_qt

if TYPE_CHECKING:
    from PySide6.QtGui import QCloseEvent, QPaintEvent

    from qst_station.gui.main_window import MainWindow
    from qst_station.gui.speaker import Speaker


class Starting(QLabel):
    """A line of text that says when it has been painted for the first time."""

    painted = Signal()

    def __init__(self) -> None:
        super().__init__("QST Station is starting …")
        self._told = False
        large = self.font()
        large.setPixelSize(36)
        self.setFont(large)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint, then tell once."""
        super().paintEvent(event)
        if not self._told:
            self._told = True
            self.painted.emit()


class Shell(QMainWindow):
    """The frame that the desktop shows: a line of text at once, the screens as soon as they are loaded."""

    def __init__(self, data: Path, demo_seed: int | None, training: dict[str, Any] | None = None) -> None:
        super().__init__()
        self.inside: MainWindow | None = None
        self._training = training
        self._data = data
        self._demo_seed = demo_seed
        self.setWindowTitle("QST Station")
        starting = Starting()
        # Only what is on the screen may start the loading: it takes longer than the window.
        starting.painted.connect(lambda: QTimer.singleShot(0, self.load))
        # Stretches centre the text: the alignment flags of Qt alone take a quarter of the time until here.
        centre = QWidget()
        row = QHBoxLayout(centre)
        row.addStretch()
        row.addWidget(starting)
        row.addStretch()
        self.setCentralWidget(centre)
        self.resize(1280, 800)
        QApplication.styleHints().colorSchemeChanged.connect(self._follow_desktop)

    def load(self) -> None:
        """Put the screens in the place of the text, or of those before, and start the engine."""
        # Imported here so that the shell is on the screen before anything else is loaded.
        from qst_station.gui import preferences, theme, words
        from qst_station.gui.engine_client import EngineClient
        from qst_station.gui.errors import watch_errors
        from qst_station.gui.main_window import MainWindow
        from qst_station.gui.window_settings import window_settings

        application = QApplication.instance()
        assert isinstance(application, QApplication)
        room = application.primaryScreen().availableSize()
        theme.fit_to(room.width(), room.height())
        # Where no window manager makes the window as large as the screen, the screens still need their room.
        self.setMinimumSize(theme.scaled(1024), theme.scaled(640))
        self.resize(max(self.width(), theme.scaled(1280)), max(self.height(), theme.scaled(800)))
        settings = window_settings()
        words.look_for_languages(self._data / "translations")
        preferences.prepare(application, preferences.kept(settings))
        self._data.mkdir(parents=True, exist_ok=True)
        client = EngineClient(["-m", "qst_station.station.server", "--data", str(self._data)])
        self.inside = MainWindow(
            client,
            demo_seed=self._demo_seed,
            open_speaker=_speaker,
            start_anew=self._start_anew,
            training=self._training,
        )
        watch_errors(self._data / "window.log", self.inside.show_alarm)
        self.setCentralWidget(self.inside)
        self.inside.start_engine()

    def _follow_desktop(self) -> None:
        """Take the colours that the desktop has changed to, where they are chosen so."""
        if self.inside is None:
            return
        from qst_station.gui import preferences
        from qst_station.gui.window_settings import window_settings

        application = QApplication.instance()
        assert isinstance(application, QApplication)
        preferences.wear(application, preferences.kept(window_settings()))

    def _start_anew(self) -> None:
        """Begin again with other preferences; the window offers it only where no visit is open."""
        # Later, because the press that asks for it comes from a widget that goes.
        QTimer.singleShot(0, self._load_again)

    def _load_again(self) -> None:
        self.end()
        self.load()

    def end(self) -> None:
        """End the child processes."""
        if self.inside is not None:
            from qst_station.gui.errors import unwatch_errors

            self.inside.end()
            unwatch_errors()
            self.inside = None

    def closeEvent(self, event: QCloseEvent) -> None:
        """Ask the screens, which refuse while a step is open."""
        if self.inside is not None and not self.inside.close():
            event.ignore()


def run(argv: list[str], *, data: Path, demo: bool, seed: int, training: dict[str, Any] | None = None) -> int:
    """Show the window until it is closed.

    Parameters
    ----------
    argv : list of str
        Arguments for Qt.
    data : Path
        Folder of the sessions; made where it does not exist.
    demo : bool
        Attach simulated devices and a simulated participant.
    seed : int
        Seed of the simulation.
    training : dict, optional
        A training to begin at once, of `qst_station.simulation.training_visit.TrainingChoice`.

    Returns
    -------
    int
        Exit code of the process; 2 where this Qt must not be used or there is no display.
    """
    unsafe = unsafe_qt()
    if unsafe is not None:
        sys.stderr.write(f"{unsafe}\n")
        return 2
    if _no_display():
        sys.stderr.write(
            "qst-station: there is no display to show the window on. Start it in a desktop session, or run "
            "`qst-station demo --headless`.\n"
        )
        return 2
    application = QApplication(argv)
    application.setApplicationName("QST Station")
    Garbage(application)
    shell = Shell(data, seed if demo else None, training)
    shell.showMaximized()
    code = int(application.exec())
    shell.end()
    return code


def _speaker() -> Speaker:
    from qst_station.gui.speaker import Speaker

    return Speaker()


def _no_display() -> bool:
    """Whether Qt would abort for want of a screen."""
    if sys.platform != "linux" or os.environ.get("QT_QPA_PLATFORM"):
        return False
    return not (os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))
