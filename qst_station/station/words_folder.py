"""The participant's words that this station has: the packaged ones, and those that a site has imported."""

from __future__ import annotations

import hashlib
import os
import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path
from typing import Any, Final

from protocols.battery import TestSpec
from protocols.limits import LimitsSpec
from protocols.rating import RatingSpec
from protocols.train import TrainSpec
from protocols.words_document import TestWords, WordsSpec
from qst_station.documents import load_document
from qst_station.findings import Finding, Refused, Severity
from qst_station.recording.durable import fsync_directory
from qst_station.session.plan import LIMB_STEP
from qst_station.station.form_words import form_word_faults

FOLDER: Final = "words"
PACKAGED: Final = ("en", "de")
DEFAULT: Final = "en"
FURTHER: Final = frozenset({LIMB_STEP, "EVF"})
"""Words may also speak of these; those of the limb are required."""
_HASH_LENGTH = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """A document of words. `name` is what a visit or a study chooses it by; `own` ones were imported here."""

    name: str
    text: str
    spec: WordsSpec
    own: bool

    @property
    def sha256(self) -> str:
        """Of the text, byte for byte."""
        return hashlib.sha256(self.text.encode()).hexdigest()

    @property
    def document(self) -> str:
        """Its name among the inputs of a session."""
        return f"{FOLDER}/{self.name}.toml"

    def row(self) -> dict[str, Any]:
        """What the opening row of a session says of them; their text stands among its inputs."""
        named = {name: getattr(self.spec, name) for name in ("language", "title", "version", "back_translation")}
        return {"name": self.name, "document": self.document, **named, "sha256": self.sha256}


def packaged_words(tests: Mapping[str, TestSpec]) -> tuple[Words, ...]:
    """The words that come with the program."""
    folder = files("protocols.words")
    texts = {name: folder.joinpath(f"{name}.toml").read_bytes().decode() for name in PACKAGED}
    return tuple(read_words(text, tests, name=name, place=f"{name}.toml") for name, text in texts.items())


def read_words(text: str, tests: Mapping[str, TestSpec], *, name: str, place: str) -> Words:
    """Words from their text; everything that the tests need must be there, and nothing that nobody asks.

    Raises
    ------
    Refused
        `document.invalid`: names the file, the field, what was found and what is allowed.
    """
    spec = load_document(text, WordsSpec, place=place)
    _check_tests(spec, tests, place)
    for field, happened in form_word_faults(spec):
        raise Refused(_invalid(f"{place}: {field}", happened, "Remove it or correct it."))
    return Words(name=name, text=text, spec=spec, own=name not in PACKAGED)


class WordsFolder:
    """The words that can be chosen, as they were when the folder was read.

    Parameters
    ----------
    data : Path or None
        The data folder; what was imported lies in `words/`. None: only the packaged ones.
    tests : mapping of str to TestSpec
        The tests that words are needed for.

    Attributes
    ----------
    words : dict of str to Words
        By name, the packaged ones first.
    findings : list of Finding
        Why other files of the folder are not used.
    """

    def __init__(self, data: Path | None, tests: Mapping[str, TestSpec]) -> None:
        self._folder = data / FOLDER if data is not None else None
        self._tests = tests
        self.words = {words.name: words for words in packaged_words(tests)}
        self.findings: list[Finding] = []
        for path in sorted(self._folder.glob("*.toml")) if self._folder is not None else ():
            try:
                self.words[path.stem] = self._imported(path)
            except Refused as refused:
                self.findings.append(refused.finding)

    def choose(self, name: str) -> Words:
        """The words of a name; of a language code, where only one document is in that language.

        Raises
        ------
        Refused
            `words.unknown`: there are none of this name.
        """
        if name in self.words:
            return self.words[name]
        spoken = [words for words in self.words.values() if words.spec.language == name]
        if len(spoken) == 1:
            return spoken[0]
        broken = f" {self.findings[0].line()}" if self.findings else ""
        raise Refused(
            Finding(
                code="words.unknown",
                severity=Severity.STOP,
                place="participant's words",
                happened=f"words is {name[:60]!r}, which this station does not have.{broken}",
                safe="Nothing was opened or changed.",
                remedy=f"Choose one of: {', '.join(self.words)}; or import the file: qst-station words import.",
            )
        )

    def take_in(self, path: Path) -> tuple[Words, bool]:
        """Import a document, unchanged; False where the same text is there already.

        Raises
        ------
        Refused
            `document.invalid`, or `words.taken`: another text has the same language, title and version.
        OSError
            The file cannot be read, or the folder does not take it.
        """
        assert self._folder is not None
        text = _decoded(path)
        new = read_words(text, self._tests, name="", place=str(path))
        for known in self.words.values():
            if known.text == text:
                return known, False
            if _identity(known.spec) == _identity(new.spec):
                raise Refused(_taken(path, known))
        stem = "_".join((*(_plain(part) for part in _identity(new.spec)), new.sha256[:_HASH_LENGTH]))
        self._write(self._folder / f"{stem}.toml", text)
        self.words[stem] = Words(name=stem, text=text, spec=new.spec, own=True)
        return self.words[stem], True

    def _imported(self, path: Path) -> Words:
        text = _decoded(path)
        words = read_words(text, self._tests, name=path.stem, place=str(path))
        if not path.stem.endswith(f"_{words.sha256[:_HASH_LENGTH]}"):
            raise Refused(_changed(path))
        return words

    @staticmethod
    def _write(path: Path, text: str) -> None:
        path.parent.mkdir(parents=True, exist_ok=True)
        beside = path.with_suffix(".toml-new")
        try:
            with beside.open("wb") as file:
                file.write(text.encode())
                file.flush()
                os.fsync(file.fileno())
            beside.replace(path)
        finally:
            beside.unlink(missing_ok=True)
        fsync_directory(path.parent)


def _identity(spec: WordsSpec) -> tuple[str, str, str]:
    return spec.language, spec.title, spec.version


def _plain(text: str) -> str:
    """A text as part of a file name that every system takes."""
    letters = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode()
    return re.sub(r"[^A-Za-z0-9.+]+", "-", letters).strip("-.")[:40] or "words"


def _decoded(path: Path) -> str:
    """The text of a file, byte for byte."""
    try:
        return path.read_bytes().decode("utf-8")
    except UnicodeDecodeError as fault:
        raise Refused(_invalid(str(path), f"byte {fault.start} is no UTF-8", "Save it as UTF-8.")) from fault


def _check_tests(spec: WordsSpec, tests: Mapping[str, TestSpec], place: str) -> None:
    allowed = {*tests, *FURTHER}
    for name in spec.tests:
        if name not in allowed:
            happened = f"there is no test {name[:40]!r}; allowed: {', '.join(sorted(allowed))}"
            raise Refused(_invalid(f"{place}: tests.{name}", happened, "Remove it or correct its name."))
    for name in (*tests, LIMB_STEP):
        if name not in spec.tests:
            raise _missing(place, f"tests.{name}")
    for name, test in tests.items():
        for field in _lacking(spec.tests[name], test):
            raise _missing(place, f"tests.{name}.{field}")
        phases = _phases(test)
        for phase in sorted(set(spec.tests[name].phases) - set(phases)):
            happened = f"{name} has no phase {phase[:40]!r}; allowed: {', '.join(phases) or 'none'}"
            field = f"tests.{name}.phases.{phase}"
            raise Refused(_invalid(f"{place}: {field}", happened, "Remove it or correct its name."))


def _lacking(words: TestWords, test: TestSpec) -> Iterator[str]:
    """The fields that a test needs and that are empty."""
    machine = test.machine
    needed: tuple[str, ...] = ("question",)
    if isinstance(machine, LimitsSpec):
        needed += ("yes", "no")
    if isinstance(machine, RatingSpec | TrainSpec) and machine.entry != "none":
        needed += ("anchor_low", "anchor_high")
    yield from (name for name in needed if not getattr(words, name).strip())
    yield from (f"phases.{name}" for name in _phases(test) if name not in words.phases)


def _phases(test: TestSpec) -> tuple[str, ...]:
    return ("single", "train") if isinstance(test.machine, TrainSpec) else ()


def _missing(place: str, field: str) -> Refused:
    return Refused(
        _invalid(f"{place}: {field}", "this field is required and missing or empty", "Add it to the file.")
    )


def _invalid(place: str, happened: str, remedy: str) -> Finding:
    return Finding(
        code="document.invalid",
        severity=Severity.STOP,
        place=place,
        happened=f"{happened}.",
        safe="Nothing has been changed.",
        remedy=remedy,
    )


def _taken(path: Path, known: Words) -> Finding:
    language, title, version = _identity(known.spec)
    return Finding(
        code="words.taken",
        severity=Severity.STOP,
        place=f"{path}: version",
        happened=f"Version {version} of {title!r} ({language}) is on this station with another text.",
        safe="Nothing has been changed.",
        remedy=f"Give the new text another version. The one that is here: qst-station words show {known.name}.",
    )


def _changed(path: Path) -> Finding:
    return Finding(
        code="words.changed",
        severity=Severity.STOP,
        place=str(path),
        happened="The file is not the text that was imported under this name.",
        safe="It is not used; sessions hold the words that they began with.",
        remedy="Put the original file back, or import the new text as another version.",
    )
