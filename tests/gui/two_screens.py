"""A program for a display with two monitors: where the participant's window stands, in lines of JSON.

`python two_screens.py FOLDER`; the display must be an X server of 2304 x 800 that nobody else uses.
"""

from __future__ import annotations

import ctypes
import json
import sys
import time
from pathlib import Path
from typing import Any

MONITORS = ((b"LEFT", 0, 1280, 800), (b"RIGHT", 1280, 1024, 768))


class Monitor(ctypes.Structure):
    """XRRMonitorInfo of libXrandr."""

    _fields_ = (
        ("name", ctypes.c_ulong),
        *((name, ctypes.c_int) for name in ("primary", "automatic", "noutput", "x", "y", "width", "height")),
        ("mwidth", ctypes.c_int),
        ("mheight", ctypes.c_int),
        ("outputs", ctypes.POINTER(ctypes.c_ulong)),
    )


class Resources(ctypes.Structure):
    """The head of XRRScreenResources."""

    _fields_ = (
        *((name, ctypes.c_ulong) for name in ("timestamp", "config_timestamp")),
        ("ncrtc", ctypes.c_int),
        ("crtcs", ctypes.POINTER(ctypes.c_ulong)),
        ("noutput", ctypes.c_int),
        ("outputs", ctypes.POINTER(ctypes.c_ulong)),
    )


def split_the_display() -> None:
    """Make two monitors of the one output of a virtual X server."""
    x11, xrandr = ctypes.CDLL("libX11.so.6"), ctypes.CDLL("libXrandr.so.2")
    x11.XOpenDisplay.restype = ctypes.c_void_p
    x11.XDefaultRootWindow.restype = x11.XInternAtom.restype = ctypes.c_ulong
    x11.XInternAtom.argtypes = (ctypes.c_void_p, ctypes.c_char_p, ctypes.c_int)
    xrandr.XRRGetScreenResourcesCurrent.restype = ctypes.POINTER(Resources)
    xrandr.XRRGetScreenResourcesCurrent.argtypes = (ctypes.c_void_p, ctypes.c_ulong)
    xrandr.XRRSetMonitor.argtypes = (ctypes.c_void_p, ctypes.c_ulong, ctypes.POINTER(Monitor))
    display = ctypes.c_void_p(x11.XOpenDisplay(None))
    root = x11.XDefaultRootWindow(display)
    output = xrandr.XRRGetScreenResourcesCurrent(display, root)[0].outputs[0]
    for number, (name, left, width, height) in enumerate(MONITORS):
        outputs = (ctypes.c_ulong * 1)(output)
        # The output belongs to the first monitor; the second has none, which is allowed.
        place = (left, 0, width, height, width // 4, height // 4)
        info = Monitor(x11.XInternAtom(display, name, 0), number == 0, 0, int(number == 0), *place, outputs)
        xrandr.XRRSetMonitor(display, root, ctypes.byref(info))
    x11.XSync(display, 0)


def main(folder: Path) -> None:
    """Choose RIGHT, ask, move the examiner's window there and back."""
    split_the_display()
    from PySide6.QtCore import QSettings
    from PySide6.QtTest import QTest
    from PySide6.QtWidgets import QApplication

    from qst_station.gui.displays import QtDisplays
    from qst_station.gui.participant_display import ParticipantDisplay
    from tests.gui.test_participant_display import Window
    from tests.gui.test_participant_page import GERMAN

    QApplication([])
    window = Window()
    window.setGeometry(40, 40, 900, 600)
    window.show()
    displays = QtDisplays()
    settings = QSettings(str(folder / "window.ini"), QSettings.Format.IniFormat)
    participant = ParticipantDisplay(window, displays, settings)  # type: ignore[arg-type]
    participant.choose(next(d for d in displays.all() if d.name == "RIGHT"))
    view = {"screen": "step", "participant": GERMAN}

    def seen(what: str) -> dict[str, Any]:
        own, under = participant.own, displays.under(window)
        return {
            "what": what,
            "screens": [display.name for display in displays.all()],
            "examiner": under.name if under else "",
            "participant": list(own.frameGeometry().getRect()) if own is not None else None,
            "full": own is not None and own.isFullScreen(),
            "asked": own is not None and bool(own.asked),
            "said": window.said[-1] if window.said else "",
        }

    def tell(what: str, **settled: Any) -> None:
        """Tell what is so once it is as it should be, or after ten seconds; the X server takes its time."""
        deadline_s = time.monotonic() + 10.0
        QTest.qWait(150)
        while True:
            participant.follow(view)
            QTest.qWait(150)
            line = seen(what)
            if {**line, **settled} == line or time.monotonic() > deadline_s:
                break
        sys.stdout.write(json.dumps(line) + "\n")
        sys.stdout.flush()

    there = [1280, 0, 1024, 768]
    tell("chosen", examiner="LEFT", participant=there, full=True, asked=True)
    window.move(1400, 40)
    tell("examiner moved there", examiner="RIGHT", participant=None)
    window.move(40, 40)
    tell("examiner moved back", examiner="LEFT", participant=there)
    participant.choose(next(d for d in displays.all() if d.name == "LEFT"))
    tell("examiner's own screen chosen", participant=None)
    participant.end()


if __name__ == "__main__":
    main(Path(sys.argv[1]))
