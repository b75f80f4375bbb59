"""Reading a study document: one of the packaged ones, or the site's own."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from importlib.resources import files
from typing import Final

from qst_station.documents import load_document
from qst_station.findings import Finding, Refused
from qst_station.study.checks import faults
from qst_station.study.document import Study

PACKAGED: Final = "inca"
EXAMPLES: Final = (PACKAGED, "crossover", "run_in", "healthy")
"""Names of the packaged documents."""


def study_text(name: str = PACKAGED) -> str:
    """The text of a packaged study document."""
    return files("qst_station.study").joinpath(f"{name}.toml").read_text(encoding="utf-8")


def study_sha256(text: str) -> str:
    """SHA-256 (hex) of a study document: with its version, what tells one study from a changed one."""
    return hashlib.sha256(text.encode()).hexdigest()


def load_study(text: str, *, place: str) -> Study:
    """Read a study document strictly.

    Raises
    ------
    Refused
        `document.invalid` where it is not well formed (see `load_document`), `study.invalid` where what it says
        cannot be: both name file, field, value and remedy.
    """
    study = load_document(text, Study, place=place)
    found = study_findings(study, place=place)
    if found:
        first, others = found[0], len(found) - 1
        more = f" ({others} more after this)" if others else ""
        raise Refused(replace(first, happened=f"{first.happened}{more}"))
    return study


def study_findings(study: Study, *, place: str) -> list[Finding]:
    """Everything that is wrong with a well-formed study document."""
    return [fault.finding(place) for fault in faults(study)]
