"""Colours and fonts: one place, few of them, each with one meaning.

Blue and orange are those of Okabe and Ito (jfly.uni-koeln.de/color), which stay apart in every common colour
vision. Red means stop and nothing else. No meaning hangs on a colour alone: a word or a shape stands beside it.
"""

from __future__ import annotations

from PySide6.QtGui import QColor, QFont, QPalette
from PySide6.QtWidgets import QApplication

INK = QColor("#101418")
PAPER = QColor("#ffffff")
FIELD = QColor("#f1f4f7")
QUIET = QColor("#47525d")
LINE = QColor("#b4bec8")
BLUE = QColor("#0072b2")
BLUE_PALE = QColor("#dcecf7")
ORANGE = QColor("#e69f00")
ORANGE_PALE = QColor("#fdefd0")
RED = QColor("#b00020")
RED_PALE = QColor("#fbe3e6")

GAP = 12
_TEXT_PX = 18

_SHEET = f"""
QLineEdit {{
    background: white; border: 2px solid {LINE.name()}; border-radius: 6px; padding: 5px 8px;
}}
QLineEdit:focus {{ border-color: {BLUE.name()}; }}
QPushButton {{ background: white; border: 2px solid {QUIET.name()}; border-radius: 6px; padding: 7px 14px; }}
QPushButton:focus {{ border: 3px solid {BLUE.name()}; background: {BLUE_PALE.name()}; }}
QPushButton:pressed {{ background: {BLUE_PALE.name()}; }}
QPushButton:disabled {{ color: {QUIET.name()}; border-color: {LINE.name()}; background: {FIELD.name()}; }}
"""


_scale = 1.0


def fit_to(width: int, height: int) -> None:
    """Make everything as much larger as a screen is larger than 1280 x 800, before the first widget is made."""
    global _scale
    _scale = max(1.0, min(2.0, width / 1280, height / 800))


def scaled(px: int) -> int:
    """A length given for 1280 x 800, for this screen."""
    return round(px * _scale)


def scale() -> float:
    """How much larger than on 1280 x 800 everything is."""
    return _scale


def text(px: int, *, bold: bool = False) -> QFont:
    """The interface font at a size given for 1280 x 800."""
    return font(scaled(px), bold=bold)


def font(px: int, *, bold: bool = False) -> QFont:
    """The interface font at a size in device-independent pixels."""
    made = QFont()
    made.setPixelSize(max(1, px))
    made.setBold(bold)
    return made


def dress(application: QApplication) -> None:
    """Give the application its style, palette and base font."""
    application.setStyle("Fusion")
    palette = QPalette()
    palette.setColor(QPalette.ColorRole.Window, FIELD)
    palette.setColor(QPalette.ColorRole.Base, PAPER)
    palette.setColor(QPalette.ColorRole.AlternateBase, FIELD)
    palette.setColor(QPalette.ColorRole.Button, PAPER)
    for role in (QPalette.ColorRole.WindowText, QPalette.ColorRole.Text, QPalette.ColorRole.ButtonText):
        palette.setColor(role, INK)
        palette.setColor(QPalette.ColorGroup.Disabled, role, QUIET)
    palette.setColor(QPalette.ColorRole.Highlight, BLUE)
    palette.setColor(QPalette.ColorRole.HighlightedText, PAPER)
    palette.setColor(QPalette.ColorRole.PlaceholderText, QUIET)
    application.setPalette(palette)
    application.setFont(text(_TEXT_PX))


def dress_forms(application: QApplication) -> None:
    """Give fields and buttons their frames; apart from `dress` because the first window needs none."""
    application.setStyleSheet(_SHEET)
