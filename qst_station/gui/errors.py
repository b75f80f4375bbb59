"""Errors that nothing else caught: written to the log, told to the examiner, never swallowed."""

from __future__ import annotations

import logging
import logging.handlers
import sys
import threading
from collections.abc import Callable
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QCoreApplication, QObject, Qt, QtMsgType, Signal, qInstallMessageHandler

from qst_station.gui.json_lines import Json

_log = logging.getLogger("qst_station.gui")
_handlers: list[logging.Handler] = []

INTERNAL_ERROR: Json = {
    "code": "window.internal",
    "severity": "stop",
    "place": "window",
    "happened": "An internal error in the window.",
    "safe": "The data are safe: every acknowledged answer is on disk.",
    "remedy": "Go on, or close the window and resume the visit. Send the file window.log to support.",
}


class _Teller(QObject):
    """Carries the news to the thread of the window."""

    told = Signal(object)


def watch_errors(log: Path, tell: Callable[[Json], None]) -> None:
    """From now on uncaught errors of all threads go to the file ``log`` and to ``tell``."""
    handler = logging.handlers.RotatingFileHandler(log, maxBytes=2_000_000, backupCount=2, encoding="utf-8")
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s %(message)s"))
    logging.getLogger().addHandler(handler)
    _handlers.append(handler)
    teller = _Teller(QCoreApplication.instance())
    teller.told.connect(tell, Qt.ConnectionType.QueuedConnection)

    def report(kind: type[BaseException], error: BaseException | None, where: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            QCoreApplication.quit()
            return
        _log.critical("uncaught", exc_info=(kind, error or kind(), where))
        teller.told.emit(INTERNAL_ERROR)

    sys.excepthook = report
    sys.unraisablehook = lambda args: report(args.exc_type, args.exc_value, args.exc_traceback)
    threading.excepthook = lambda args: report(args.exc_type, args.exc_value, args.exc_traceback)
    qInstallMessageHandler(_qt_said)


def unwatch_errors() -> None:
    """Take the hooks of `watch_errors` away again and close the log."""
    qInstallMessageHandler(None)
    sys.excepthook = sys.__excepthook__
    sys.unraisablehook = sys.__unraisablehook__
    threading.excepthook = threading.__excepthook__
    while _handlers:
        handler = _handlers.pop()
        logging.getLogger().removeHandler(handler)
        handler.close()


def _qt_said(kind: QtMsgType, _context: object, message: str) -> None:
    grave = kind in (QtMsgType.QtWarningMsg, QtMsgType.QtCriticalMsg, QtMsgType.QtFatalMsg)
    _log.log(logging.WARNING if grave else logging.DEBUG, "Qt: %s", message)
