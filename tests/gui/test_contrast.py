"""Whether every text can be read on its ground in both themes, and states stay apart in every colour vision.

Contrast is that of WCAG 2.2 (1.4.3 for text, 1.4.11 for marks and edges of controls). Deficient colour vision is
simulated with the matrices for full severity of Machado, Oliveira and Fernandes, "A Physiologically-based Model
for Simulation of Color Vision Deficiency", IEEE Transactions on Visualization and Computer Graphics 15 (2009),
pages 1291 to 1298.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from itertools import combinations
from pathlib import Path

import numpy as np
import numpy.typing as npt
import pytest

import qst_station.gui
from qst_station.gui import theme

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
    ("INK", "ORANGE"),  # ORANGE is light on white paper: it is outlined in INK wherever it marks
}
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


@pytest.mark.parametrize("worn", theme.THEMES)
def test_every_text_can_be_read(worn: str) -> None:
    colours = theme.THEMES[worn]
    found = {pair: round(contrast(colours[pair[0]], colours[pair[1]]), 2) for pair in TEXT_PAIRS}
    assert {pair: ratio for pair, ratio in found.items() if ratio < TEXT} == {}


@pytest.mark.parametrize("worn", theme.THEMES)
def test_every_mark_and_edge_can_be_seen(worn: str) -> None:
    colours = theme.THEMES[worn]
    found = {pair: round(contrast(colours[pair[0]], colours[pair[1]]), 2) for pair in MARK_PAIRS}
    if worn == "dark":
        del found["INK", "ORANGE"]  # both are light: on dark paper ORANGE itself stands out
        found |= {("ORANGE", g): round(contrast(colours["ORANGE"], colours[g]), 2) for g in GROUNDS}
    assert {pair: ratio for pair, ratio in found.items() if ratio < MARK} == {}


@pytest.mark.parametrize("vision", VISIONS)
@pytest.mark.parametrize("worn", theme.THEMES)
def test_states_stay_apart_in_every_colour_vision(worn: str, vision: str) -> None:
    seen = {name: lab(VISIONS[vision] @ linear(theme.THEMES[worn][name])) for name in STATES}
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
    tree = ast.parse(source)
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


def test_no_colour_is_written_down_outside_the_theme() -> None:
    written = []
    for name, source in _sources():
        if name in ("theme.py", *THINGS):
            continue
        for node in ast.walk(ast.parse(source)):
            if isinstance(node, ast.Constant) and isinstance(node.value, str) and _is_colour(node.value):
                written.append((name, node.lineno, node.value))
            copied = isinstance(node, ast.Call) and getattr(node.func, "id", "") == "QColor" and node.args
            if copied and isinstance(node, ast.Call) and _named(node.args[0]):
                written.append((name, node.lineno, f"a copy of {_named(node.args[0])}"))
    assert written == []


def _is_colour(text: str) -> bool:
    return len(text) in (4, 7) and text[0] == "#" and all(c in "0123456789abcdefABCDEF" for c in text[1:])
