"""The mark of each place of the tray, on the screen, spoken and on paper."""

from __future__ import annotations

from itertools import combinations
from pathlib import Path
from typing import Any

import pytest
from pypdf import PdfReader
from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPainter

from qst_station.gui import theme
from qst_station.gui.stimulus_card import StimulusCard, draw_tool
from qst_station.gui.stimulus_marks import COLOURS, Mark, mark_of, paint_mark
from qst_station.gui.tray_card import tray_labels, write_tray_card
from qst_station.station.trays import stimuli_by_test
from qst_station.study.protocol_documents import packaged_tests

PLACES = 12  # of the largest tray
TOUCHES = [one for one in packaged_tests()["MPS"].machine.stimuli if one.kind == "touch"]


def stimulus(kind: str, label: str, slot: int, unit: str = "mN") -> dict[str, Any]:
    return {"kind": kind, "label": label, "unit": unit, "slot": slot, "how": ""}


def test_neighbours_differ_in_shape_and_in_colour() -> None:
    for slot in range(1, 30):
        one, next_one = mark_of(slot), mark_of(slot + 1)
        assert one.shape != next_one.shape and one.colour != next_one.colour


def test_no_mark_comes_twice() -> None:
    marks = [(mark_of(slot).colour, mark_of(slot).shape) for slot in range(1, 31)]
    assert len(set(marks)) == 30


def test_there_is_no_place_before_the_first() -> None:
    with pytest.raises(ValueError, match="slot is 0"):
        mark_of(0)


def test_a_mark_is_told_in_words() -> None:
    assert mark_of(1).words() == "orange circle"
    assert mark_of(8).words() == "sky blue triangle"


def painted(mark: Mark, ground: str) -> QImage:
    image = QImage(200, 200, QImage.Format.Format_RGB32)
    image.fill(ground)
    painter = QPainter(image)
    paint_mark(painter, QRectF(10, 10, 180, 180), mark)
    painter.end()
    return image


@pytest.mark.parametrize("worn", ["light", "dark"])
@pytest.mark.parametrize("slot", range(1, PLACES + 1))
def test_a_mark_is_seen_on_the_paper_of_both_themes(qapp: Any, worn: str, slot: int) -> None:
    ground = theme.THEMES[worn]["PAPER"]
    image = painted(mark_of(slot), ground)
    found = {image.pixelColor(x, y).name() for x in range(200) for y in range(0, 200, 2)}
    assert {COLOURS[mark_of(slot).colour], "#000000", "#ffffff"} <= found  # filled, with both outlines


def test_shapes_cover_different_places(qapp: Any) -> None:
    def covered(slot: int) -> set[tuple[int, int]]:
        image = painted(mark_of(slot), "#ff00ff")
        points = ((x, y) for x in range(0, 200, 8) for y in range(0, 200, 8))
        return {point for point in points if image.pixelColor(*point).name() != "#ff00ff"}

    shapes = [covered(slot) for slot in range(1, 6)]
    for i, one in enumerate(shapes):
        for other in shapes[i + 1 :]:
            assert len(one ^ other) > 30


def test_the_touch_tools_are_drawn_unlike_each_other(qapp: Any) -> None:
    def drawn(tool: str) -> QImage:
        image = QImage(100, 100, QImage.Format.Format_RGB32)
        image.fill(theme.PAPER)
        painter = QPainter(image)
        draw_tool(painter, QRectF(0, 0, 100, 100), tool)
        painter.end()
        return image

    images = [drawn(tool.id) for tool in TOUCHES]
    assert len(images) == 3
    for one, other in combinations(images, 2):
        differing = sum(one.pixel(x, y) != other.pixel(x, y) for x in range(100) for y in range(100))
        assert differing > 500


def test_the_card_speaks_and_shows_the_mark(qtbot: Any, visit: Any) -> None:
    card = StimulusCard()
    qtbot.addWidget(card)
    card.resize(900, 300)
    card.set_stimulus(visit.start("MDT").do("begin").status()["view"]["stimulus"])
    assert card.accessibleName() == "von frey hair, 16 mN, tray slot 7, orange square"
    image = card.grab().toImage()
    reached = [
        (x, y) for x in range(image.width()) for y in range(image.height()) if _is(image, x, y, COLOURS["orange"])
    ]
    assert len(reached) > 2000
    card.set_stimulus(visit.status()["view"]["stimulus"] | {"slot": 0})
    assert "tray" not in card.accessibleName()


def _is(image: QImage, x: int, y: int, colour: str) -> bool:
    return image.pixelColor(x, y).name() == colour


def test_tests_with_the_same_set_share_a_tray() -> None:
    trays = tray_labels(stimuli_by_test())
    assert list(trays) == [("hair", "MDT"), ("pinprick", "MPT, MPS, WUR")]
    assert [label for _, label, _ in trays["hair", "MDT"]][:3] == ["0.25", "0.5", "1"]
    assert [slot for slot, *_ in trays["pinprick", "MPT, MPS, WUR"]] == list(range(1, 11))


def test_sets_that_differ_at_a_place_are_two_trays() -> None:
    trays = tray_labels(
        {"A": [stimulus("hair", "1", 1)], "B": [stimulus("hair", "2", 1)], "C": [stimulus("fork", "FORK", 0)]}
    )
    assert list(trays) == [("hair", "A"), ("hair", "B")]


def words_of(page: Any) -> str:
    return " ".join(page.extract_text().split())


def test_the_tray_card_is_one_page_with_a_label_for_each_place(qapp: Any, tmp_path: Path) -> None:
    path = tmp_path / "tray.pdf"
    write_tray_card(path, stimuli_by_test())
    pages = PdfReader(path).pages
    assert len(pages) == 1
    width_mm, height_mm = (float(side) * 25.4 / 72 for side in pages[0].mediabox[2:])
    assert (round(width_mm), round(height_mm)) == (210, 297)
    text = words_of(pages[0])
    assert text.count("slot ") == 22  # twelve hairs, seven pinpricks, three brushes
    for word in ("0.25", "512", "COTTON", "slot 1: orange circle", "slot 10: blue cross"):
        assert word in text


def test_labels_that_do_not_fit_on_a_page_go_to_the_next(qapp: Any, tmp_path: Path) -> None:
    path = tmp_path / "trays.pdf"
    many = {name: [stimulus("hair", f"{name}{slot}", slot) for slot in range(1, 26)] for name in "ABC"}
    write_tray_card(path, many)
    pages = PdfReader(path).pages
    assert len(pages) == 2
    assert sum(words_of(page).count("slot ") for page in pages) == 75


def test_without_a_tray_or_a_folder_there_is_no_card(qapp: Any, tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="no stimulus"):
        write_tray_card(tmp_path / "x.pdf", {"VDT": [stimulus("fork", "FORK", 0)]})
    with pytest.raises(OSError, match="nowhere"):
        write_tray_card(tmp_path / "nowhere" / "x.pdf", {"A": [stimulus("hair", "1", 1)]})
