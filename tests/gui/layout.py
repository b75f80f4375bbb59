"""Whether what a screen shows has room: nothing clipped, covered, too small to read, or without a name.

`assert_holds` looks at a widget that is shown. `REGISTRY` holds the screens that `test_layouts.py` puts through
every size, text size and theme, in a language that is 30 % longer than English. To add yours, write a module
beside this one with factories under `@screen("name")`, and import it in `test_layouts.py`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import combinations
from math import ceil
from typing import Any

from PySide6.QtCore import QRect, QSize, Qt, QTranslator
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractScrollArea,
    QAbstractSpinBox,
    QCheckBox,
    QComboBox,
    QHeaderView,
    QLabel,
    QLineEdit,
    QPushButton,
    QRadioButton,
    QScrollArea,
    QScrollBar,
    QSplitter,
    QStyle,
    QStyleOptionButton,
    QStyleOptionComboBox,
    QStyleOptionFrame,
    QTabBar,
    QTableWidget,
    QTabWidget,
    QWidget,
)

from qst_station.gui import theme
from qst_station.gui.fitted_text import FittedText

SMALLEST_PX = 10
_TOLERANCE_PX = 1
_LONGER = 0.3
_WORD = re.compile(r"\{[^}]*\}|[^\W\d_]{3,}")
_OWN = "qst_station."
_HEAD, _EDGE = 96, 76  # heights that the window keeps above and below a screen; the lower edge grows with the text
_RAIL = 190  # width that it keeps for the rail of a visit


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A screen for the layout test: how it is made, and whether the rail stands beside it."""

    make: Callable[[Any, Callable[..., Any]], QWidget]
    beside_rail: bool

    def room(self, width: int, height: int) -> QSize:
        """What a window of this size leaves for the screen."""
        rail = theme.scaled(_RAIL) if self.beside_rail else 0
        return QSize(width - rail, height - theme.scaled(_HEAD) - theme.roomy(_EDGE))


REGISTRY: dict[str, Entry] = {}


def screen(name: str, *, beside_rail: bool = False) -> Callable[[Any], Any]:
    """Register a factory: it gets a desk and a maker of visits (`conftest.Visit`), and gives a filled widget."""

    def registered(make: Any) -> Any:
        assert name not in REGISTRY, name
        REGISTRY[name] = Entry(make=make, beside_rail=beside_rail)
        return make

    return registered


class Longer(QTranslator):
    """A language in which every word is 30 % longer than in English, and has umlauts."""

    def translate(self, context: str, source: str, disambiguation: str | None = None, n: int = -1) -> str:
        return longer(source) if context in ("", "engine") else ""

    def isEmpty(self) -> bool:
        return False


def longer(text: str) -> str:
    """The text with every word 30 % longer; what stands in braces is kept."""

    def grown(found: re.Match[str]) -> str:
        word = found.group()
        return word if word.startswith("{") else word + "ü" * ceil(_LONGER * len(word))

    return _WORD.sub(grown, text)


def assert_holds(widget: QWidget) -> None:
    """Fail with every place where a shown widget does not hold what it shows."""
    faults = list(faults_in(widget))
    assert not faults, "\n".join(faults)


def faults_in(widget: QWidget) -> Iterator[str]:
    """The faults of a widget and everything that is visible in it, each with where it lies."""
    for one in (widget, *widget.findChildren(QWidget)):
        if not one.isVisible() or _internal(one):
            continue
        where = path_of(one, widget)
        yield from (f"{where}: {fault}" for fault in _text_faults(one))
        yield from (f"{where}: {fault}" for fault in _name_faults(one))
        if one is not widget:
            yield from (f"{where}: {fault}" for fault in _place_faults(one))
        yield from (f"{where}: {fault}" for fault in _overlaps(one))


def path_of(one: QWidget, top: QWidget) -> str:
    """A widget by what it is, what it says, and where it lies."""
    names = []
    at: QWidget | None = one
    while at is not None and at is not top:
        names.append(type(at).__name__)
        at = at.parentWidget()
    said = text_of(one) or one.accessibleName()
    return f"{' < '.join([*names, type(top).__name__])} {said[:40]!r} {one.width()}x{one.height()}"


def text_of(one: QWidget) -> str:
    """What a widget says."""
    text = getattr(one, "text", None)
    said = text() if callable(text) else ""
    return said if isinstance(said, str) else ""


def _internal(one: QWidget) -> bool:
    """Parts that Qt makes for itself."""
    parent = one.parentWidget()
    return (
        one.objectName().startswith("qt_")
        or isinstance(one, QScrollBar | QHeaderView)
        or isinstance(parent, QTabBar | QComboBox | QAbstractSpinBox | QScrollBar | QHeaderView)
        or (isinstance(parent, QAbstractItemView) and isinstance(one, QAbstractButton))
    )


# Text


def _text_faults(one: QWidget) -> Iterator[str]:
    match one:
        case FittedText():
            if one.text().strip() and one.px() < theme.scaled(SMALLEST_PX):
                yield f"is written {one.px()} px high, the least is {theme.scaled(SMALLEST_PX)}"
        case QLabel():
            yield from _label_faults(one)
        case QPushButton() | QCheckBox() | QRadioButton():
            yield from _fits(_button_text(one), _button_room(one))
        case QLineEdit():
            option = QStyleOptionFrame()
            one.initStyleOption(option)
            room = one.style().subElementRect(QStyle.SubElement.SE_LineEditContents, option, one)
            shown = one.text() or one.placeholderText()
            yield from _fits(one.fontMetrics().size(0, shown) + QSize(4, 0), room.size())
        case QComboBox():
            box = QStyleOptionComboBox()
            one.initStyleOption(box)
            style = one.style()
            part = QStyle.SubControl.SC_ComboBoxEditField
            room = style.subControlRect(QStyle.ComplexControl.CC_ComboBox, box, part, one)
            yield from _fits(one.fontMetrics().size(0, one.currentText()), room.size())
        case QTableWidget():
            yield from _table_faults(one)
            bar = one.verticalScrollBar()
            if bar.maximum() and one.verticalScrollBarPolicy() == Qt.ScrollBarPolicy.ScrollBarAlwaysOff:
                yield f"hides {bar.maximum()} px of its rows"
        case QScrollArea():
            if one.horizontalScrollBar().maximum() > 0:
                yield f"scrolls sideways by {one.horizontalScrollBar().maximum()} px: only up and down is allowed"


def _label_faults(label: QLabel) -> Iterator[str]:
    text = label.text()
    if not text:
        return
    room = label.contentsRect().adjusted(label.margin(), label.margin(), -label.margin(), -label.margin())
    metrics = label.fontMetrics()
    if not label.wordWrap():
        yield from _fits(metrics.size(0, text), room.size())
        return
    needed = metrics.boundingRect(QRect(0, 0, room.width(), 100_000), Qt.TextFlag.TextWordWrap.value, text)
    yield from _fits(QSize(_widest_word(metrics, text), needed.height()), room.size())


def _button_text(button: QAbstractButton) -> QSize:
    return button.fontMetrics().size(Qt.TextFlag.TextShowMnemonic.value, button.text())


def _button_room(button: QPushButton | QCheckBox | QRadioButton) -> QSize:
    option = QStyleOptionButton()
    button.initStyleOption(option)
    part = {
        QPushButton: QStyle.SubElement.SE_PushButtonContents,
        QCheckBox: QStyle.SubElement.SE_CheckBoxContents,
        QRadioButton: QStyle.SubElement.SE_RadioButtonContents,
    }
    kind = next(type_ for type_ in part if isinstance(button, type_))
    return button.style().subElementRect(part[kind], option, button).size()


def _table_faults(table: QTableWidget) -> Iterator[str]:
    heads = table.horizontalHeader()
    for column in range(table.columnCount()):
        head = table.horizontalHeaderItem(column)
        if head is None or not heads.isVisible():
            continue
        width, height = table.columnWidth(column), heads.height()
        font = head.data(Qt.ItemDataRole.FontRole)
        metrics = QFontMetrics(font) if font is not None else heads.fontMetrics()
        wraps = heads.defaultAlignment().value & Qt.TextFlag.TextWordWrap.value
        used = metrics.boundingRect(QRect(0, 0, width, 100_000), wraps, head.text())
        broad = _widest_word(metrics, head.text()) if wraps else used.width()
        if broad > width or used.height() > height:
            yield f"the head {head.text()!r} needs {broad}x{used.height()} px and has {width}x{height}"
    metrics = table.fontMetrics()
    for row in range(table.rowCount()):
        for column in range(table.columnCount()):
            item = table.item(row, column)
            if item is None or not item.text() or table.columnSpan(row, column) > 1:
                continue
            text, width, height = item.text(), table.columnWidth(column), table.rowHeight(row)
            flags = Qt.TextFlag.TextWordWrap.value if table.wordWrap() else 0
            used = metrics.boundingRect(QRect(0, 0, width, 100_000), flags, text)
            broad = _widest_word(metrics, text) if table.wordWrap() else used.width()
            if broad > width or used.height() > height:
                yield f"the cell {text[:30]!r} needs {broad}x{used.height()} px and has {width}x{height}"


def _widest_word(metrics: QFontMetrics, text: str) -> int:
    return max((metrics.horizontalAdvance(word) for word in text.replace("\n", " ").split(" ")), default=0)


def _fits(needed: QSize, room: QSize) -> Iterator[str]:
    if needed.width() > room.width() + _TOLERANCE_PX or needed.height() > room.height() + _TOLERANCE_PX:
        yield (f"its text needs {needed.width()}x{needed.height()} px and has {room.width()}x{room.height()}")


# Names


def _name_faults(one: QWidget) -> Iterator[str]:
    if isinstance(one, QAbstractButton) and one.text():
        return
    if _is_control(one) and not one.accessibleName():
        yield "is a control without an accessible name"


def _is_control(one: QWidget) -> bool:
    if isinstance(
        one, QAbstractButton | QLineEdit | QComboBox | QAbstractSpinBox | QAbstractItemView | QTabWidget
    ):
        return True
    own = [kind for kind in type(one).__mro__ if kind.__module__.startswith(_OWN)]
    return any("mousePressEvent" in vars(kind) or "mouseReleaseEvent" in vars(kind) for kind in own)


# Places


def _place_faults(one: QWidget) -> Iterator[str]:
    parent = one.parentWidget()
    if parent is None or one.isWindow() or _scrolls(parent):
        return
    if not parent.rect().adjusted(-1, -1, 1, 1).contains(one.geometry()):
        outside = one.geometry().getRect()
        yield f"lies outside {type(parent).__name__} {parent.width()}x{parent.height()}: {outside}"


def _scrolls(viewport: QWidget) -> bool:
    area = viewport.parentWidget()
    return isinstance(area, QAbstractScrollArea) and area.viewport() is viewport


def _overlaps(parent: QWidget) -> Iterator[str]:
    if isinstance(parent, QTabWidget | QAbstractScrollArea | QComboBox | QAbstractSpinBox | QSplitter):
        return
    children = [
        child
        for child in parent.children()
        if isinstance(child, QWidget) and child.isVisible() and not child.isWindow() and not _internal(child)
    ]
    for one, other in combinations(children, 2):
        common = one.geometry().intersected(other.geometry())
        if common.width() > _TOLERANCE_PX and common.height() > _TOLERANCE_PX:
            yield (
                f"{type(one).__name__} {text_of(one)[:30]!r} and {type(other).__name__} {text_of(other)[:30]!r} "
                f"cover each other on {common.width()}x{common.height()} px"
            )
