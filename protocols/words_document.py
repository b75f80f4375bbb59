"""The participant's words as data: what is read aloud before each test, what is asked, the ends of the scale."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final, Literal

from protocols.battery import Provenance

FORMAT: Final = "qst-words/1"
INTRODUCTION: Final = "introduction"
PRACTICE: Final = "practice"

_LANGUAGE = re.compile(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})*")
_VERSION = re.compile(r"[A-Za-z0-9][A-Za-z0-9.+-]{0,31}")


@dataclass(frozen=True, slots=True, kw_only=True)
class PhaseWords:
    """The words of one phase of a test. An empty `question` means that of the test."""

    read_aloud: str
    question: str = ""

    def __post_init__(self) -> None:
        _refuse_empty(read_aloud=self.read_aloud)


@dataclass(frozen=True, slots=True, kw_only=True)
class TestWords:
    """The words of one test.

    Attributes
    ----------
    read_aloud : str
        Read before the test.
    question : str
        What is asked for each stimulus, in one sentence; it also stands on the participant's screen.
    anchor_low, anchor_high : str
        The ends of the scale, where numbers are asked for.
    yes, no : str
        What the participant says, where there are two answers.
    phases : dict of str to PhaseWords
        Further words, read before a phase of the test.
    """

    read_aloud: str
    question: str = ""
    anchor_low: str = ""
    anchor_high: str = ""
    yes: str = ""
    no: str = ""
    phases: dict[str, PhaseWords] = field(default_factory=dict)

    __test__ = False

    def __post_init__(self) -> None:
        _refuse_empty(read_aloud=self.read_aloud)


@dataclass(frozen=True, slots=True, kw_only=True)
class ScaleWords:
    """A rating scale as the participant is asked: all of it, as half a scale in another language is none.

    `words` are those of a verbal scale from the lowest up; empty for others.
    """

    question: str
    anchor_low: str
    anchor_high: str
    words: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        _refuse_empty(question=self.question, anchor_low=self.anchor_low, anchor_high=self.anchor_high)
        _refuse_empty(**{f"words[{i}]": word for i, word in enumerate(self.words)})


@dataclass(frozen=True, slots=True, kw_only=True)
class ScreenWords:
    """What stands on the buttons of the participant's screen."""

    confirm: str
    delete: str

    def __post_init__(self) -> None:
        _refuse_empty(confirm=self.confirm, delete=self.delete)


@dataclass(frozen=True, slots=True, kw_only=True)
class WordsSpec:
    """A document of the participant's words in one language.

    Attributes
    ----------
    language : str
        Its code (BCP 47), such as `de` or `pt-BR`.
    back_translation : str
        Whether the text was translated back and compared.
    introduction, practice : str
        Read before anything is done, and before the practice run.
    tests : dict of str to TestWords
        By the name of the test; `FIG8` is the measurement of the limb.
    scales : dict of str to ScaleWords
        By the name of the scale, as ratings in forms are asked.
    forms : dict of str to dict
        By the name of the form and of its question: the other questions that the participant answers.
    """

    format: Literal["qst-words/1"]
    language: str
    title: str
    version: str
    author: str
    licence: str
    back_translation: Literal["not done", "done"]
    introduction: str
    practice: str
    screen: ScreenWords
    tests: dict[str, TestWords]
    scales: dict[str, ScaleWords] = field(default_factory=dict)
    forms: dict[str, dict[str, str]] = field(default_factory=dict)
    provenance: tuple[Provenance, ...] = ()

    def __post_init__(self) -> None:
        if not _LANGUAGE.fullmatch(self.language):
            raise ValueError(f"language {self.language[:20]!r} is no code such as 'de' or 'pt-BR'")
        if not _VERSION.fullmatch(self.version):
            raise ValueError(f"version {self.version[:40]!r}: up to 32 letters, digits, '.', '+', '-' are allowed")
        _refuse_empty(
            title=self.title,
            author=self.author,
            licence=self.licence,
            introduction=self.introduction,
            practice=self.practice,
        )
        for form, questions in self.forms.items():
            _refuse_empty(**{f"forms.{form}.{name}": text for name, text in questions.items()})

    def parts(self) -> Iterator[tuple[str, str]]:
        """Every text that is read aloud, with its name: a test, or a test and a phase as in `WUR/train`."""
        yield INTRODUCTION, self.introduction
        yield PRACTICE, self.practice
        for test, words in self.tests.items():
            yield test, words.read_aloud
            for phase, spoken in words.phases.items():
                yield f"{test}/{phase}", spoken.read_aloud

    @property
    def marks(self) -> tuple[str, ...]:
        """What whoever reads the text must know of it."""
        unchecked = tuple(entry.what for entry in self.provenance if entry.grade == "unverified")
        return (*unchecked, "Not back-translated") if self.back_translation == "not done" else unchecked


def _refuse_empty(**texts: str) -> None:
    for name, text in texts.items():
        if not text.strip():
            raise ValueError(f"{name} is empty")
