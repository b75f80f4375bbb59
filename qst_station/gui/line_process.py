"""A child process that speaks JSON lines on its standard input and output."""

from __future__ import annotations

import logging
import sys

from PySide6.QtCore import QObject, QProcess, Signal

from qst_station.gui.json_lines import Garbage, Json, JsonLines, encoded

_log = logging.getLogger(__name__)
_LAST_WORDS = 2000  # characters of standard error kept for the message
_GONE_MS = 5_000


class LineProcess(QObject):
    """One child process.

    Signals
    -------
    said : object
        A message of the child.
    garbled : str
        A line of the child that is no message.
    ended : str
        The child is gone; why, and its last words on standard error.
    """

    said = Signal(object)
    garbled = Signal(str)
    ended = Signal(str)

    def __init__(self, arguments: list[str], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._arguments = arguments
        self._lines = JsonLines()
        self._words = ""
        self._process = QProcess(self)
        self._process.setProgram(sys.executable)
        self._process.setArguments(arguments)
        self._process.readyReadStandardOutput.connect(self._read)
        self._process.readyReadStandardError.connect(self._overhear)
        self._process.finished.connect(self._finished)
        self._process.errorOccurred.connect(self._failed)

    @property
    def running(self) -> bool:
        """Whether the child lives or is being started."""
        return self._process.state() != QProcess.ProcessState.NotRunning

    @property
    def pid(self) -> int:
        """Process id of the child; 0 where it does not run."""
        return int(self._process.processId())

    def start(self) -> None:
        """Start the child; what happens is told by the signals."""
        self._lines = JsonLines()
        self._words = ""
        self._process.start()

    def write(self, message: Json) -> None:
        """Send a message; without effect once the child is gone, which `ended` has told."""
        if self.running:
            self._process.write(encoded(message))

    def end(self, patience_ms: int) -> None:
        """Close the pipe to the child and wait for it; after ``patience_ms`` it is killed."""
        if not self.running:
            return
        self._process.closeWriteChannel()
        if not self._process.waitForFinished(patience_ms):
            _log.warning("%s did not end by itself and is killed", self._arguments)
            self._process.kill()
            self._process.waitForFinished(patience_ms)

    def kill(self) -> None:
        """End a child that has nothing to put away, at once."""
        if self.running:
            self._process.kill()
            self._process.waitForFinished(_GONE_MS)

    def _read(self) -> None:
        for message in self._lines.feed(bytes(self._process.readAllStandardOutput().data())):
            if isinstance(message, Garbage):
                _log.error("unreadable line from %s: %s", self._arguments, message.text)
                self.garbled.emit(message.text)
            else:
                self.said.emit(message)

    def _overhear(self) -> None:
        text = bytes(self._process.readAllStandardError().data()).decode("utf-8", "replace")
        _log.warning("%s: %s", self._arguments, text.rstrip())
        self._words = (self._words + text)[-_LAST_WORDS:]

    def _finished(self, code: int, how: QProcess.ExitStatus) -> None:
        crashed = how == QProcess.ExitStatus.CrashExit
        self._gone("it was ended by the system" if crashed else f"it ended with code {code}")

    def _failed(self, error: QProcess.ProcessError) -> None:
        # A crash is also told by `finished`; only a failed start is told here alone.
        if error == QProcess.ProcessError.FailedToStart:
            self._gone(f"it could not be started: {self._process.errorString()}")

    def _gone(self, why: str) -> None:
        self._overhear_rest()
        last = self._words.strip().splitlines()[-1:]
        self.ended.emit(": ".join([why, *last]))

    def _overhear_rest(self) -> None:
        if self._process.bytesAvailable():
            self._read()
