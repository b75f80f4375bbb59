"""What the window and the command line ask about the participant's words; every answer is plain data."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path
from typing import Any

from qst_station.findings import Finding, Refused, Severity
from qst_station.station.form_words import missing_form_words
from qst_station.station.opening import battery_documents
from qst_station.station.study_file import study_in
from qst_station.station.words_folder import DEFAULT, Words, WordsFolder

Json = dict[str, Any]


def words_folder(data: Path) -> WordsFolder:
    """The words of a station, for the tests that it does."""
    return WordsFolder(data, battery_documents().tests)


def words_row(words: Words) -> Json:
    """One document as a line of a list; `missing` is what it lacks of the forms, which is asked in English."""
    spec = words.spec
    names = ("language", "title", "version", "author", "licence", "back_translation")
    return {
        "name": words.name,
        **{name: getattr(spec, name) for name in names},
        "marks": list(spec.marks),
        "missing": list(missing_form_words(spec)),
        "sha256": words.sha256,
        "own": words.own,
    }


def words_to_choose(data: Path) -> Json:
    """All words that a visit can choose, which the study takes where none are chosen, and what cannot be used.

    Raises
    ------
    Refused
        The study cannot be read.
    """
    folder = words_folder(data)
    stated = study_in(data)[1].words
    wanted = stated or DEFAULT
    return {
        "stated": bool(stated),
        "words": [words_row(words) for words in folder.words.values()],
        "default": next((w.name for w in folder.words.values() if wanted in (w.name, w.spec.language)), ""),
        "findings": [asdict(finding) for finding in folder.findings],
    }


def words_taken_in(data: Path, path: Path) -> Json:
    """Import a document of the site.

    Raises
    ------
    Refused
        It cannot be read or used; nothing was changed.
    """
    try:
        words, _new = words_folder(data).take_in(path)
    except OSError as fault:
        raise Refused(
            Finding(
                code="words.unreadable",
                severity=Severity.WARNING,
                place=str(path),
                happened=f"The file cannot be read or kept: {fault.strerror or fault}.",
                safe="Nothing was changed.",
                remedy="Check that it is there and that this station may write to its data folder.",
            )
        ) from fault
    return {"taken": words_row(words)}
