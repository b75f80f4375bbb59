"""Write the page of defaults and their provenance from the packaged documents."""

from __future__ import annotations

import ast
import tomllib
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[1]
PAGE = Path(__file__).parent / "reference" / "defaults.md"
DOCUMENTS = (
    "protocols",
    "qst_station/study",
    "qst_station/scoring",
    "qst_station/limb",
    "qst_station/ratings",
)

# Figures that act on results or timing and stand in the code: module, name, unit, meaning.
CONSTANTS = (
    ("qst_station/acquisition/button.py", "BUTTON_UNCERTAINTY_NS", "uncertainty (p99) of a button press"),
    ("qst_station/acquisition/button.py", "BOUNCE_NS", "a press so soon after the one before is a bounce"),
    ("qst_station/gui/keys.py", "DEBOUNCE_NS", "the same key, or any touch, so soon again is a bounce"),
    (
        "qst_station/gui/keys.py",
        "DOUBLE_PRESS_NS",
        "an answer, or Space in the check-list, so soon after another is one, pressed twice",
    ),
    ("qst_station/gui/keys.py", "SPACE_REST_S", "so long after a ramp, Enter and Space begin nothing"),
    ("qst_station/gui/keys.py", "ENTER_REST_S", "so long after any other step, Enter and Space begin nothing"),
    (
        "qst_station/gui/keys.py",
        "ESC_REST_S",
        "so long after the participant gave the window back, Esc stops nothing",
    ),
    (
        "qst_station/gui/number_field.py",
        "EMPTY_REST_NS",
        "so long after a number was rubbed out, Backspace undoes nothing",
    ),
    (
        "qst_station/gui/inline_question.py",
        "CHOICE_REST_NS",
        "so long after a digit has chosen, digits, Enter and (between the steps) Space do nothing",
    ),
    ("qst_station/gui/ramp_screen.py", "KEY_MARK_UNCERTAINTY_NS", "uncertainty (p99) of a key as response"),
    ("qst_station/station/visit.py", "HORIZON_NS", "how long events wait for older samples"),
    ("protocols/ramp.py", "_MARK_GRACE_NS", "a gauge silent for so long after the response voids the trial"),
)

_MS = {"NS": 1e-6, "_S": 1e3}
"""Milliseconds in the unit that the name of a figure ends with."""

_HEAD = """# Defaults and where they come from

<!-- made by docs/make_defaults.py; do not edit -->

Every figure of the protocols, the study and the norms with its grade and source. **Unverified** means: a default
of this program that nobody has checked against the cited paper or the study's protocol. It is shown before a
hand-held test begins, and the unverified figures of the tests are listed in every session. The other grades:
`published`, read in the source; `transcribed`, read in somebody's account of it; `derived`, concluded from
data. A study confirms a default by changing the document and its grade.
"""


def page() -> str:
    """The page as it should be."""
    documents = {name: tomllib.loads((ROOT / name).read_text(encoding="utf-8")) for name in _names()}
    notes = [(name, note) for name, document in documents.items() for note in document.get("provenance", ())]
    unverified = [(name, note) for name, note in notes if note["grade"] == "unverified"]
    others = [(name, note) for name, note in notes if note["grade"] != "unverified"]
    norms = [(name, document) for name, document in documents.items() if "citation" in document]
    return "\n".join(
        (
            _HEAD,
            f"## Unverified ({len(unverified)})\n",
            _notes(unverified, grades=False),
            "## Unverified, in the code\n",
            _constants(),
            "## With a source\n",
            _notes(others, grades=True),
            "## Norm sets\n",
            *(_norms(name, document) for name, document in norms),
        )
    )


def _names() -> list[str]:
    found = [path for folder in DOCUMENTS for path in (ROOT / folder).rglob("*.toml")]
    return sorted(path.relative_to(ROOT).as_posix() for path in found)


def _notes(notes: list[tuple[str, dict[str, str]]], *, grades: bool) -> str:
    head = "| document | figure |" + (" grade |" if grades else "") + " source |"
    rule = "|---|---|" + ("---|" if grades else "") + "---|"
    rows = []
    for name, note in notes:
        grade = f" {note['grade']} |" if grades else ""
        rows.append(f"| `{name}` | {note['what']} |{grade} {note['source']} |")
    return "\n".join((head, rule, *rows)) + "\n"


def _constants() -> str:
    rows = [
        f"| `{name}` | {_value(path, name) * _MS[name[-2:]]:g} ms | {what} | `{path}` |"
        for path, name, what in CONSTANTS
    ]
    return "\n".join(("| name | value | meaning | where |", "|---|---|---|---|", *rows)) + "\n"


def _value(path: str, name: str) -> float:
    """The number that a module assigns to a name, without importing it."""
    for node in ast.parse((ROOT / path).read_text(encoding="utf-8")).body:
        targets = [
            t.id for t in getattr(node, "targets", [getattr(node, "target", None)]) if isinstance(t, ast.Name)
        ]
        if name in targets and isinstance(node, ast.Assign | ast.AnnAssign) and node.value is not None:
            return float(ast.literal_eval(node.value))
    raise KeyError(f"{path} assigns nothing to {name}")


def _norms(name: str, document: dict[str, Any]) -> str:
    bands = ", ".join(band["label"] for band in document["age_bands"])
    return (
        f"`{name}`: {document['title']}, version {document['version']}. {document['citation']}, transcribed in\n"
        f"{document['transcription']}. Grade {document['grade']}: {document['grade_meaning']}\n"
        f"Age bands {bands}; where a decade begins and ends is unverified. {document['devices']}\n"
    )


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
