"""Labels of the tray to print and cut out: one for each place, with force, colour, shape and number."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from PySide6.QtCore import QMarginsF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPageLayout, QPageSize, QPainter, QPdfWriter, QPen

from qst_station.gui.fitted_text import largest_px
from qst_station.gui.json_lines import Json
from qst_station.gui.stimulus_marks import mark_of, paint_mark
from qst_station.gui.words import told, tr

PX_PER_MM = 10  # the unit of the page
_PAGE_MM = (190.0, 277.0)  # A4 without its margins
MARGIN_MM = 10.0
_COLUMNS = 5
_LABEL_MM = (36.0, 24.0)
_HEADING_MM = 9.0
_TITLE_MM = 12.0
_GAP_MM = 5.0  # between two trays
_SAID_MM = 3.0  # the mark in words
_KINDS: dict[str, Callable[[], str]] = {
    "hair": lambda: tr("von Frey hairs"),
    "pinprick": lambda: tr("pinpricks and brushes"),
}
_INK, _CUT = QColor("#000000"), QColor("#808080")  # on paper

Label = tuple[int, str, str]
"""Slot, label and unit."""


def tray_labels(stimuli_by_test: Mapping[str, Sequence[Json]]) -> dict[tuple[str, str], list[Label]]:
    """The labels of each tray by its kind and the tests that use it, each place once.

    Tests whose sets share a place with the same stimulus share a tray: the pinpricks of MPT, MPS, WUR. A
    stimulus without a place has no label.
    """
    trays: list[tuple[str, list[str], dict[int, Label]]] = []
    for test, stimuli in stimuli_by_test.items():
        placed = {s["slot"]: (s["slot"], str(s["label"]), str(s["unit"])) for s in stimuli if s["slot"]}
        if not placed:
            continue
        kind = next(str(s["kind"]) for s in stimuli if s["slot"])
        for _, tests, labels in trays:
            shared = placed.keys() & labels.keys()
            if shared and all(placed[slot] == labels[slot] for slot in shared):
                tests.append(test)
                labels.update(placed)
                break
        else:
            trays.append((kind, [test], placed))
    return {(kind, ", ".join(tests)): [labels[slot] for slot in sorted(labels)] for kind, tests, labels in trays}


def write_tray_card(path: Path, stimuli_by_test: Mapping[str, Sequence[Json]]) -> None:
    """Write the labels as a PDF in A4, more pages than one only where they do not fit.

    Parameters
    ----------
    stimuli_by_test : mapping
        Stimuli of each test as a view shows them: kind, label, unit, slot.

    Raises
    ------
    ValueError
        No stimulus has a place in a tray.
    OSError
        The file cannot be written.
    """
    trays = tray_labels(stimuli_by_test)
    if not trays:
        raise ValueError("no stimulus has a slot in a tray")
    path.open("wb").close()  # what a PDF writer cannot open it only mutters about
    writer = QPdfWriter(str(path))
    writer.setTitle(tr("Labels for the stimulus tray"))
    writer.setResolution(round(25.4 * PX_PER_MM))
    margins = QMarginsF(MARGIN_MM, MARGIN_MM, MARGIN_MM, MARGIN_MM)
    size, upright = QPageSize(QPageSize.PageSizeId.A4), QPageLayout.Orientation.Portrait
    writer.setPageLayout(QPageLayout(size, upright, margins, QPageLayout.Unit.Millimeter))
    painter = QPainter(writer)
    paint_trays(painter, trays, writer.newPage)
    painter.end()


def paint_trays(
    painter: QPainter, trays: dict[tuple[str, str], list[Label]], new_page: Callable[[], object]
) -> None:
    """Paint the labels of all trays, from the corner between the margins, in units of `PX_PER_MM`."""
    how = tr("QST Station: labels for the stimulus tray. Print at 100 %, cut along the lines.")
    _write(painter, _mm(0, 0, _PAGE_MM[0], 7), how, bold=True)
    y = _TITLE_MM
    for (kind, tests), labels in trays.items():
        rows = -(-len(labels) // _COLUMNS)
        if y + _HEADING_MM + rows * _LABEL_MM[1] > _PAGE_MM[1]:
            new_page()
            y = 0.0
        named = _KINDS[kind]() if kind in _KINDS else kind
        _write(painter, _mm(0, y, _PAGE_MM[0], _HEADING_MM - 3), f"{named} ({tests})")
        y += _HEADING_MM
        for number, label in enumerate(labels):
            row, column = divmod(number, _COLUMNS)
            _paint_label(painter, column * _LABEL_MM[0], y + row * _LABEL_MM[1], label)
        y += rows * _LABEL_MM[1] + _GAP_MM


def _paint_label(painter: QPainter, x: float, y: float, label: Label) -> None:
    """One label: the mark on the left, the force on the right, the mark in words below.

    A word in the place of the force needs the whole breadth: it stands below, and the mark in words on the right.
    """
    slot, text, unit = label[0], told(label[1]), told(label[2])
    painter.setPen(QPen(_CUT, 1, Qt.PenStyle.DashLine))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRect(_mm(x, y, *_LABEL_MM))
    mark = mark_of(slot)
    paint_mark(painter, _mm(x + 1.5, y + 2, 14, 14), mark)
    below, said = _mm(x + 1.5, y + 16.8, 33, 6.4), tr("slot {slot}: {mark}", slot=slot, mark=mark.words())
    if not unit:
        _write(painter, _mm(x + 16.5, y + 2, 18.5, 14), said, most_mm=_SAID_MM)
        _write(painter, below, text, bold=True)
        return
    _write(painter, _mm(x + 16.5, y + 2, 18.5, 9), text, bold=True)
    _write(painter, _mm(x + 16.5, y + 11.5, 18.5, 4.5), unit)
    _write(painter, below, said, most_mm=_SAID_MM)


def _mm(x: float, y: float, width: float, height: float) -> QRectF:
    return QRectF(x * PX_PER_MM, y * PX_PER_MM, width * PX_PER_MM, height * PX_PER_MM)


def _write(painter: QPainter, place: QRectF, text: str, *, bold: bool = False, most_mm: float = 9.0) -> None:
    font = QFont(painter.font())
    font.setBold(bold)
    most = int(most_mm * PX_PER_MM)
    font.setPixelSize(largest_px(text, int(place.width()), int(place.height()), bold=bold, most=most))
    painter.setFont(font)
    painter.setPen(_INK)
    align = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
    painter.drawText(place, align.value | Qt.TextFlag.TextWordWrap.value, text)
