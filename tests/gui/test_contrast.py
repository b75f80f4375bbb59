"""Whether every text can be read on its ground in both themes, and states stay apart in every colour vision.

Contrast is that of WCAG 2.2 (1.4.3 for text, 1.4.11 for marks and edges of controls). Deficient colour vision is
simulated with the matrices for full severity of Machado, Oliveira and Fernandes, "A Physiologically-based Model
for Simulation of Color Vision Deficiency", IEEE Transactions on Visualization and Computer Graphics 15 (2009),
pages 1291 to 1298.
"""

from __future__ import annotations

import ast
import math
import re
from collections.abc import Iterable, Iterator
from functools import cache
from itertools import combinations, pairwise
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
import pytest
from PySide6.QtCore import QPoint, QRect, QRectF
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QApplication, QWidget

import qst_station.gui
from qst_station.gui import theme
from qst_station.gui.pace_ring import PaceRing
from qst_station.gui.ramp_plot import RampPlot
from qst_station.gui.ramp_trace import RampTrace
from tests.gui.conftest import Visit
from tests.gui.visit_frame import Frame, moments, worn

Vector = npt.NDArray[np.float64]

TEXT, MARK = 4.5, 3.0
GROUNDS = ("PAPER", "FIELD")  # what lies under a text that brings no ground of its own
PALE = ("BLUE_PALE", "ORANGE_PALE", "RED_PALE")
TEXT_PAIRS = {
    *(("INK", ground) for ground in (*GROUNDS, *PALE, "ALARM", "STRIPE")),
    *(("QUIET", ground) for ground in (*GROUNDS, *PALE, "STRIPE")),
    *(("PAPER", ground) for ground in ("INK", "BLUE", "RED", "QUIET")),
    *(("RED", ground) for ground in (*GROUNDS, "RED_PALE")),
    *(("BLUE", ground) for ground in GROUNDS),
}
"""Which colour may write on which ground."""

MARK_PAIRS = {
    *(("QUIET", ground) for ground in (*GROUNDS, "BLUE_PALE")),  # edges of controls, axes
    *(("BLUE", ground) for ground in (*GROUNDS, "BLUE_PALE")),  # focus
    *(("RED", ground) for ground in GROUNDS),
}
FAINT = {
    "ORANGE": {  # lighter than a mark may be on white paper: an edge in INK is seen there
        "chart.py": "a point that warns has an edge in INK",
        "course_key.py": "as the points of the course",
        "striped_frame.py": "stripes around practice, which the head line says in words",
        "pace_ring.py": "the arc has an edge in INK (looked at below)",
        "profile_plot.py": "a point has an edge in INK",
        "ramp_plot.py": "thinned, inside a lane whose edge is INK (looked at below)",
        "range_plot.py": "a point has an edge in INK",
        "tape_path.py": "the tape has an edge in INK",
        "train_screen.py": "the newest dot has an edge in INK",
    },
    "LINE": {  # parts what lies side by side, and is the edge of what cannot be pressed now
        "answer_tiles.py": "a tile that cannot be pressed",
        "chart.py": "grid",
        "check_row.py": "between rows",
        "course_plot.py": "grid",
        "lower_edge.py": "a key that cannot be pressed",
        "number_field.py": "a field that takes nothing now",
        "profile_plot.py": "grid",
        "rail.py": "between areas",
        "ramp_plot.py": "now, among its numbers",
        "range_plot.py": "under the marks of a row",
        "sparkline.py": "base line",
        "touch.py": "a key that cannot be pressed",
        "trace_plot.py": "now, among its numbers",
    },
}
"""Which modules paint with a colour that alone is no mark, and why what they show is seen all the same."""
THINGS = ("stimulus_marks.py", "tray_card.py")  # colours of what lies on the tray, which no theme changes
STATES = ("BLUE", "ORANGE", "RED")
VISIONS = {
    "usual": np.eye(3),
    "protanopia": np.array(
        [[0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216], [-0.003882, -0.048116, 1.051998]]
    ),
    "deuteranopia": np.array(
        [[0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413], [-0.011820, 0.042940, 0.968881]]
    ),
    "tritanopia": np.array(
        [[1.255528, -0.076749, -0.178779], [-0.078411, 0.930809, 0.147602], [0.004733, 0.691367, 0.303900]]
    ),
}
TO_XYZ = (
    (0.4124564, 0.3575761, 0.1804375),
    (0.2126729, 0.7151522, 0.0721750),
    (0.0193339, 0.1191920, 0.9503041),
)
APART = 10.0  # CIE76; about 2.3 is just noticeable


def linear(colour: str) -> Vector:
    """Linear sRGB of `#rrggbb`."""
    plain = np.array([int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)])
    return np.where(plain <= 0.04045, plain / 12.92, ((plain + 0.055) / 1.055) ** 2.4)


def contrast(one: str, other: str) -> float:
    """The contrast ratio of WCAG."""
    light, dark = sorted((float(linear(c) @ [0.2126, 0.7152, 0.0722]) for c in (one, other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def lab(rgb: Vector) -> Vector:
    """CIELAB under D65 of linear sRGB."""
    xyz = np.array(TO_XYZ) @ np.clip(rgb, 0, 1) / [0.95047, 1.0, 1.08883]
    f = np.where(xyz > (6 / 29) ** 3, np.cbrt(xyz), xyz / (3 * (6 / 29) ** 2) + 4 / 29)
    return np.array([116 * f[1] - 16, 500 * (f[0] - f[1]), 200 * (f[1] - f[2])])


@pytest.mark.parametrize("look", theme.THEMES)
def test_every_text_can_be_read(look: str) -> None:
    colours = theme.THEMES[look]
    found = {pair: round(contrast(colours[pair[0]], colours[pair[1]]), 2) for pair in TEXT_PAIRS}
    assert {pair: ratio for pair, ratio in found.items() if ratio < TEXT} == {}


@pytest.mark.parametrize("look", theme.THEMES)
def test_every_mark_and_edge_can_be_seen(look: str) -> None:
    colours = theme.THEMES[look]
    found = {pair: round(contrast(colours[pair[0]], colours[pair[1]]), 2) for pair in MARK_PAIRS}
    for ground in GROUNDS:  # ORANGE stands out from its edge in INK, or from the ground itself
        parted = (contrast(colours["ORANGE"], colours[under]) for under in ("INK", ground))
        found["ORANGE", f"INK on {ground}"] = max(parted)
    assert {pair: ratio for pair, ratio in found.items() if ratio < MARK} == {}


@pytest.mark.parametrize("vision", VISIONS)
@pytest.mark.parametrize("look", theme.THEMES)
def test_states_stay_apart_in_every_colour_vision(look: str, vision: str) -> None:
    seen = {name: lab(VISIONS[vision] @ linear(theme.THEMES[look][name])) for name in STATES}
    for one, other in combinations(STATES, 2):
        assert np.linalg.norm(seen[one] - seen[other]) >= APART, f"{one} and {other}"


def test_the_ratios_are_those_of_wcag() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21.0)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.005)  # the usual example
    assert lab(linear("#ffffff")) == pytest.approx([100, 0, 0], abs=0.01)
    for matrix in VISIONS.values():  # grey stays grey
        assert matrix @ [0.5, 0.5, 0.5] == pytest.approx([0.5, 0.5, 0.5], abs=1e-4)


# What the window uses


def used_pairs(source: str) -> set[tuple[str, str]]:
    """The pairs of text and ground that a module names."""
    tree = _tree(source)
    found: set[tuple[str, str]] = set()
    functions = [node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)]
    for function in [*functions, tree]:
        for node in ast.walk(function):
            if isinstance(node, ast.Call):
                found |= _of_call(node, function)
            elif isinstance(node, ast.Tuple) and len(node.elts) == 2 and all(map(_named, node.elts)):
                found.add((_named(node.elts[0]), _named(node.elts[1])))
    return found


def _of_call(call: ast.Call, function: ast.AST) -> set[tuple[str, str]]:
    keywords = {keyword.arg: keyword.value for keyword in call.keywords}
    ink = keywords.get("colour", keywords.get("ink"))
    ground = keywords.get("ground")
    if isinstance(call.func, ast.Attribute) and call.func.attr == "set_colours":
        ink, ground = (*call.args, None, None)[:2]
        if isinstance(ink, ast.Starred):
            return set()  # pairs made elsewhere, as tuples
    if ink is None and ground is None:
        return set()
    if isinstance(ink, ast.IfExp) and isinstance(ground, ast.IfExp):
        both = ((ink.body, ground.body), (ink.orelse, ground.orelse))
        if ast.dump(ink.test) == ast.dump(ground.test):
            return {pair for one, other in both for pair in _pairs(one, other, function)}
    return _pairs(ink, ground, function)


def _pairs(ink: ast.expr | None, ground: ast.expr | None, function: ast.AST) -> set[tuple[str, str]]:
    inks = _possible(ink, function) if ink is not None else {"INK"}
    grounds = _possible(ground, function) if ground is not None else {""}
    return {(one, other) for one in inks for under in grounds for other in ([under] if under else GROUNDS)}


def _possible(value: ast.expr, function: ast.AST) -> set[str]:
    """Names of colours that an expression may have; "" for none."""
    if isinstance(value, ast.Name):
        given = [
            node.value
            for node in ast.walk(function)
            if isinstance(node, ast.Assign) and any(getattr(t, "id", "") == value.id for t in node.targets)
        ]
        return {name for one in given for name in _possible(one, function)}
    if isinstance(value, ast.IfExp):
        return _possible(value.body, function) | _possible(value.orelse, function)
    if isinstance(value, ast.Constant) and value.value is None:
        return {""}
    return {name} if (name := _named(value)) else set()


def _named(node: ast.expr) -> str:
    """The colour that `theme.X` names; empty for anything else."""
    theme_of = isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name) and node.value.id == "theme"
    return node.attr if theme_of and isinstance(node, ast.Attribute) and node.attr in theme.COLOURS else ""


@cache
def _tree(source: str) -> ast.Module:
    return ast.parse(source)


@pytest.fixture(autouse=True, scope="module")
def no_tree_stays() -> Iterator[None]:
    """Each later search for garbage would walk through a quarter of a million nodes."""
    yield
    _tree.cache_clear()


def _sources() -> Iterator[tuple[str, str]]:
    for path in sorted(Path(qst_station.gui.__file__).parent.glob("*.py")):
        yield path.name, path.read_text(encoding="utf-8")


def test_every_pair_that_the_window_uses_is_in_the_table() -> None:
    used = {(name, *pair) for name, source in _sources() for pair in used_pairs(source)}
    assert len(used) > 20
    allowed = TEXT_PAIRS | {(ground, ink) for ink, ground in TEXT_PAIRS}  # the ratio is the same both ways
    assert sorted(one for one in used if one[1:] not in allowed) == []


def test_the_search_finds_what_it_is_for() -> None:
    source = """
def f(late, one):
    ground = theme.ALARM if late else theme.PAPER
    Cell(text="x", ink=theme.QUIET, ground=ground)
    one.set_colours(theme.BLUE, theme.INK if late else None)
    one.set_colours(theme.PAPER if late else theme.INK, theme.RED if late else theme.BLUE_PALE)
    return theme.RED, theme.STRIPE
"""
    assert used_pairs(source) == {
        ("QUIET", "ALARM"),
        ("QUIET", "PAPER"),
        ("BLUE", "INK"),
        ("BLUE", "PAPER"),
        ("BLUE", "FIELD"),
        ("RED", "STRIPE"),
        ("PAPER", "RED"),
        ("INK", "BLUE_PALE"),
    }


def test_every_use_of_a_faint_colour_has_its_reason() -> None:
    wanted = re.compile(rf"\btheme\.({'|'.join(FAINT)})\b")
    used = {(colour, name) for name, source in _sources() for colour in wanted.findall(source)}
    assert used == {(colour, name) for colour in FAINT for name in FAINT[colour]}


# What is painted, by its pixels


@pytest.fixture
def dressed(qapp: QApplication, look: str) -> Iterator[None]:
    """The application in a theme."""
    with worn(qapp, look=look):
        yield


@pytest.fixture(scope="module")
def shown() -> dict[str, dict[str, Any]]:
    """A status of every kind of moment."""
    return moments(Visit)


def pixels(widget: QWidget, places: Iterable[tuple[float, float]]) -> list[str]:
    """The colours at some places of a widget."""
    image = widget.grab().toImage()
    return [image.pixelColor(int(x), int(y)).name() for x, y in places]


def most(ground: str, colours: Iterable[str]) -> float:
    """The contrast of the one that stands out most."""
    return max(contrast(ground, colour) for colour in colours)


@pytest.mark.parametrize("look", theme.THEMES)
@pytest.mark.parametrize("at_s", [0.7, 3.2], ids=["WAIT", "HOLD"])
def test_the_pace_is_seen_on_its_track_and_on_the_ground(qtbot: Any, dressed: None, at_s: float) -> None:
    ring = PaceRing()
    qtbot.addWidget(ring)
    ring.resize(170, 170)
    ring.set_pace({"paced": True, "since_ns": 0, "rest_s": 2.0, "hold_s": 2.0}, round(at_s * 1e9))
    middle, radius = 85, (170 - 16) / 2
    share = at_s % 2.0 / 2.0

    def along(degrees: float) -> tuple[float, float]:
        angle = math.radians(degrees)
        return middle + radius * math.sin(angle), middle - radius * math.cos(angle)

    ground, track = pixels(ring, [(2, 2), along(350)])
    across = [(middle + radius + step, middle) for step in range(-7, 7)]  # through the arc, at 3 o'clock
    assert most(ground, pixels(ring, across)) >= MARK
    assert most(ground, pixels(ring, [(middle - radius + step, middle) for step in range(-7, 7)])) >= MARK
    assert most(track, pixels(ring, map(along, range(round(360 * share) - 3, round(360 * share) + 1)))) >= MARK


@pytest.mark.parametrize("look", theme.THEMES)
@pytest.mark.parametrize("load", [100.0, 300.0], ids=["in the lane", "off"])
def test_the_edges_of_the_lane_are_seen(qtbot: Any, dressed: None, look: str, load: float) -> None:
    plot, trace = RampPlot(), RampTrace(10**10)
    qtbot.addWidget(plot)
    plot.resize(800, 400)
    trace.append([2 * 10**9], [load])
    ramp = {"unit": "kPa", "rate_per_s": 50.0, "rate_tolerance": 0.2, "contact": 10.0, "limit": 1000.0}
    plot.draw(trace, ramp, 3 * 10**9, contact_ns=0, running=True)
    assert (plot._lane_colour is theme.ORANGE) == (load > 200.0)
    column, field = plot.column_now() + 40, plot.field()
    down = pixels(plot, [(column, y) for y in range(field.top(), field.bottom())])
    paper = theme.THEMES[look]["PAPER"]
    edges = [pair for pair in pairwise(down) if paper in pair and len(set(pair)) == 2]
    assert len(edges) == 2
    assert min(contrast(*pair) for pair in edges) >= MARK


@pytest.mark.parametrize("look", theme.THEMES)
def test_every_text_that_is_painted_can_be_read(
    dressed: None, look: str, shown: dict[str, dict[str, Any]], monkeypatch: pytest.MonkeyPatch
) -> None:
    written: list[tuple[QWidget, QRect, str, str]] = []
    draw = QPainter.drawText

    def heard(painter: QPainter, *call: Any) -> Any:
        device, place, text = painter.device(), call[0], call[-1]
        if isinstance(device, QWidget) and isinstance(place, QRect | QRectF) and text.strip():
            shown = painter.boundingRect(*call)
            around = painter.transform().mapRect(shown if isinstance(shown, QRect) else shown.toRect())
            written.append((device, around, painter.pen().color().name(), text))
        return draw(painter, *call)

    monkeypatch.setattr(QPainter, "drawText", heard)
    frame, faults, read = Frame(1280, 800), set(), 0
    try:
        for moment, status in shown.items():
            frame.show(status)
            written.clear()
            image = frame.window.grab().toImage()
            for widget, around, ink, text in written:
                place = around.translated(widget.mapTo(frame.window, QPoint())).intersected(image.rect())
                if place.isEmpty():
                    continue
                read += 1
                ground = ground_in(image.copy(place), ink)
                if contrast(ink, ground) < TEXT:
                    faults.add((moment, type(widget).__name__, text[:20], ink, ground))
    finally:
        frame.end()
    assert read > 500
    assert sorted(faults) == []


def ground_in(image: QImage, ink: str) -> str:
    """The colour that most of a picture has, besides that of its text."""
    plain = image.convertToFormat(QImage.Format.Format_RGB32)
    seen = np.frombuffer(plain.constBits(), np.uint32).reshape(plain.height(), -1)[:, : plain.width()]
    colours, counts = np.unique(seen & 0xFFFFFF, return_counts=True)
    names = [f"#{colour:06x}" for colour in colours[np.argsort(-counts)]]
    return next((name for name in names if name != ink), ink)


def test_no_colour_is_written_down_outside_the_theme() -> None:
    written = []
    for name, source in _sources():
        if name in ("theme.py", *THINGS):
            continue
        for node in ast.walk(_tree(source)):
            if isinstance(node, ast.Constant) and isinstance(node.value, str) and _is_colour(node.value):
                written.append((name, node.lineno, node.value))
            copied = isinstance(node, ast.Call) and getattr(node.func, "id", "") == "QColor" and node.args
            if copied and isinstance(node, ast.Call) and _named(node.args[0]):
                written.append((name, node.lineno, f"a copy of {_named(node.args[0])}"))
    assert written == []


def _is_colour(text: str) -> bool:
    return len(text) in (4, 7) and text[0] == "#" and all(c in "0123456789abcdefABCDEF" for c in text[1:])
