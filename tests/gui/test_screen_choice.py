"""The participant's window opens on the chosen screen or nowhere; never before the examiner."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QSettings

from qst_station.gui.screen_choice import (
    Display,
    decide,
    found,
    keep,
    keep_text_percent,
    kept,
    kept_text_percent,
)

LAPTOP = Display(name="eDP-1", serial="", geometry=(0, 0, 1920, 1080))
TOUCH = Display(name="HDMI-1", serial="T-100", geometry=(1920, 0, 1280, 800))

displays = st.builds(
    Display,
    name=st.sampled_from(("eDP-1", "HDMI-1", "DP-2")),
    serial=st.sampled_from(("", "A", "B")),
    geometry=st.tuples(
        st.sampled_from((0, 640, 1280, -1280)),
        st.sampled_from((0, 480)),
        st.sampled_from((640, 1280)),
        st.sampled_from((480, 800)),
    ),
)


def overlap(one: Display, other: Display) -> bool:
    def inside(start: int, length: int) -> set[int]:
        return set(range(start, start + length, 10))

    (ax, ay, aw, ah), (bx, by, bw, bh) = one.geometry, other.geometry
    return bool(inside(ax, aw) & inside(bx, bw)) and bool(inside(ay, ah) & inside(by, bh))


@given(st.none() | displays, st.lists(displays, max_size=4), st.none() | displays)
def test_never_on_the_examiners_screen_and_never_on_one_that_was_not_chosen(
    chosen: Display | None, here: list[Display], examiner: Display | None
) -> None:
    decision = decide(chosen, here, examiner)
    assert (decision.display is None) == bool(decision.obstacle)
    if decision.display is not None:
        assert chosen is not None and examiner is not None
        assert decision.display in here and not overlap(decision.display, examiner)
        same_serial = bool(chosen.serial) and decision.display.serial == chosen.serial
        same_place = (decision.display.name, decision.display.geometry) == (chosen.name, chosen.geometry)
        assert same_serial or (same_place and not chosen.serial)


def test_it_is_known_again_at_another_port_and_place_by_its_serial_number() -> None:
    moved = Display(name="DP-2", serial="T-100", geometry=(-1280, 0, 1280, 800))
    assert decide(TOUCH, (LAPTOP, moved), LAPTOP).display == moved


def test_without_a_serial_number_name_and_place_must_be_the_same() -> None:
    plain = Display(name="HDMI-1", serial="", geometry=(1920, 0, 1280, 800))
    assert found(plain, (LAPTOP, plain)) == plain
    assert found(plain, (LAPTOP, Display(name="HDMI-1", serial="", geometry=(1920, 0, 1024, 768)))) is None


def test_two_screens_with_one_serial_number_are_told_apart_or_none_is_taken() -> None:
    twin = Display(name="HDMI-2", serial="T-100", geometry=(3200, 0, 1280, 800))
    assert found(TOUCH, (LAPTOP, TOUCH, twin)) == TOUCH
    assert found(Display(name="X", serial="T-100", geometry=(9, 9, 9, 9)), (LAPTOP, TOUCH, twin)) is None


@pytest.mark.parametrize(
    ("chosen", "here", "examiner", "obstacle"),
    [
        (None, (LAPTOP, TOUCH), LAPTOP, "none_chosen"),
        (TOUCH, (LAPTOP,), LAPTOP, "gone"),
        (TOUCH, (LAPTOP, TOUCH), TOUCH, "examiner"),
        (TOUCH, (LAPTOP, TOUCH), None, "unknown"),
        (TOUCH, (LAPTOP, TOUCH), Display(name="eDP-1", serial="", geometry=(1920, 0, 1280, 800)), "mirrored"),
    ],
)
def test_why_it_opens_nowhere(
    chosen: Display | None, here: tuple[Display, ...], examiner: Display | None, obstacle: str
) -> None:
    assert decide(chosen, here, examiner).obstacle == obstacle


def test_the_choice_is_kept(tmp_path: Path) -> None:
    path = str(tmp_path / "window.ini")
    settings = QSettings(path, QSettings.Format.IniFormat)
    assert kept(settings) is None and kept_text_percent(settings) == 100
    left = Display(name="DP 3", serial="", geometry=(-1280, 0, 1280, 800))
    keep(settings, left)
    keep_text_percent(settings, 150)
    again = QSettings(path, QSettings.Format.IniFormat)
    assert kept(again) == left and kept_text_percent(again) == 150
    keep(settings, None)
    assert kept(settings) is None
    settings.setValue("participant_screen/name", "DP 3")
    settings.setValue("participant_screen/geometry", "somewhere")
    settings.setValue("participant_screen/text_percent", "9000")
    assert kept(settings) is None and kept_text_percent(settings) == 100
