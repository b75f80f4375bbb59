"""Colours and fonts: one place, few of them, each with one meaning.

Blue and orange are those of Okabe and Ito (jfly.uni-koeln.de/color), which stay apart in every common colour
vision. Red means stop and nothing else. No meaning hangs on a colour alone: a word or a shape stands beside it.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtGui import QColor, QFont, QPalette
from PySide6.QtWidgets import QApplication

INK = QColor()
PAPER = QColor()
FIELD = QColor()
QUIET = QColor()
LINE = QColor()
BLUE = QColor()
BLUE_PALE = QColor()
ORANGE = QColor()
ORANGE_PALE = QColor()
ALARM = QColor()
STRIPE = QColor()
RED = QColor()
RED_PALE = QColor()

COLOURS = {
    "INK": INK,
    "PAPER": PAPER,
    "FIELD": FIELD,
    "QUIET": QUIET,
    "LINE": LINE,
    "BLUE": BLUE,
    "BLUE_PALE": BLUE_PALE,
    "ORANGE": ORANGE,
    "ORANGE_PALE": ORANGE_PALE,
    "ALARM": ALARM,
    "STRIPE": STRIPE,
    "RED": RED,
    "RED_PALE": RED_PALE,
}
"""By name. `INK` and `QUIET` are for text on every ground; `PAPER` also for text on `INK`, `BLUE` and `RED`.
`ORANGE` marks, with an edge in `INK` because it is light on white; `ALARM` is a ground that must be seen; `LINE`
only parts."""

THEMES = {
    "light": {
        "INK": "#101418",
        "PAPER": "#ffffff",
        "FIELD": "#f1f4f7",
        "QUIET": "#47525d",
        "LINE": "#b4bec8",
        "BLUE": "#0072b2",
        "BLUE_PALE": "#dcecf7",
        "ORANGE": "#e69f00",
        "ORANGE_PALE": "#fdefd0",
        "ALARM": "#e69f00",
        "STRIPE": "#f8dfa6",
        "RED": "#b00020",
        "RED_PALE": "#fbe3e6",
    },
    "dark": {
        "INK": "#f2f5f7",
        "PAPER": "#14181c",
        "FIELD": "#1e242a",
        "QUIET": "#b6c1cb",
        "LINE": "#5a6672",
        "BLUE": "#56b4e9",
        "BLUE_PALE": "#12344a",
        "ORANGE": "#e69f00",
        "ORANGE_PALE": "#3d2c05",
        "ALARM": "#7a5200",
        "STRIPE": "#4d3a0c",
        "RED": "#ff7b86",
        "RED_PALE": "#4a1219",
    },
}

GAP = 12
_TEXT_PX = 18


def wear(theme: str) -> None:
    """Take the colours of ``light`` or ``dark``.

    The colours stay the same objects, so that whatever holds one paints the new colour the next time. What Qt
    itself paints needs `dress` and `dress_forms` again.
    """
    for name, value in THEMES[theme].items():
        COLOURS[name].setRgb(QColor(value).rgb())


wear("light")


@contextmanager
def as_printed() -> Iterator[None]:
    """Paint dark on white for as long as this lasts, whatever the window wears: paper is white."""
    before = {name: colour.rgb() for name, colour in COLOURS.items()}
    wear("light")
    try:
        yield
    finally:
        for name, rgb in before.items():
            COLOURS[name].setRgb(rgb)


_scale = 1.0
_text_scale = 1.0


def fit_to(width: int, height: int) -> None:
    """Make everything as much larger as a screen is larger than 1280 x 800, before the first widget is made."""
    global _scale
    _scale = max(1.0, min(2.0, width / 1280, height / 800))


def write_larger(percent: int) -> None:
    """Write everything as large as this share of the usual size, 100 to 200, before the first widget is made.

    Raises
    ------
    ValueError
        The share is outside.
    """
    global _text_scale
    if not 100 <= percent <= 200:
        raise ValueError(f"text size is {percent} %; allowed: 100 to 200")
    _text_scale = percent / 100


def scaled(px: int) -> int:
    """A length given for 1280 x 800, for this screen."""
    return round(px * _scale)


def scale() -> float:
    """How much larger than on 1280 x 800 everything is."""
    return _scale


def roomy(px: int) -> int:
    """As `scaled`, for what holds text: it grows with the size of the text as well."""
    return round(px * _scale * _text_scale)


def text_scale() -> float:
    """How much larger than usual text is written."""
    return _text_scale


def text(px: int, *, bold: bool = False) -> QFont:
    """The interface font at a size given for 1280 x 800 and text of the usual size."""
    return font(roomy(px), bold=bold)


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
    # Fusion draws the edge of a list in a darker `Window`, which would hardly be seen: an edge needs 3:1.
    edged = QPalette(palette)
    edged.setColor(QPalette.ColorRole.Window, QUIET.lighter(140))
    application.setPalette(edged, "QComboBox")  # type: ignore[arg-type]  # the stub wants bytes, Qt a str
    application.setFont(text(_TEXT_PX))


def dress_forms(application: QApplication) -> None:
    """Give fields and buttons their frames; apart from `dress` because the first window needs none."""
    application.setStyleSheet(
        f"QLineEdit {{ background: {PAPER.name()}; border: 2px solid {QUIET.name()}; border-radius: 6px;"
        f" padding: 5px 8px; }}"
        f"QLineEdit:focus {{ border: 3px solid {BLUE.name()}; padding: 4px 7px; }}"
        f"QPushButton {{ background: {PAPER.name()}; border: 2px solid {QUIET.name()}; border-radius: 6px;"
        f" padding: 7px 14px; }}"
        f"QPushButton:focus {{ border: 3px solid {BLUE.name()}; background: {BLUE_PALE.name()}; }}"
        f"QPushButton:pressed {{ background: {BLUE_PALE.name()}; }}"
        f"QPushButton:disabled {{ color: {QUIET.name()}; border-color: {LINE.name()};"
        f" background: {FIELD.name()}; }}"
    )
