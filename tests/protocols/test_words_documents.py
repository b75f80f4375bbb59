"""The packaged words: complete, the same in every language, neutral, and marked as what they are."""

from __future__ import annotations

import re
from importlib.resources import files

import pytest

from protocols.words_document import INTRODUCTION, PRACTICE, WordsSpec
from qst_station.documents import load_document
from qst_station.station.opening import battery_documents
from qst_station.station.words_folder import PACKAGED

ALLOWED_NUMBERS = {"0", "100"}  # the ends of the scale; any other digit could give a force or a count away
STIMULI = (
    "mN",
    "gram",
    "Gramm",
    "kPa",
    "pinprick",
    "brush",
    "cotton",
    "Pinsel",
    "Watte",
    "strong",
    "weak",
    "normal",
)


def words(language: str) -> WordsSpec:
    text = files("protocols.words").joinpath(f"{language}.toml").read_text(encoding="utf-8")
    return load_document(text, WordsSpec, place=language)


@pytest.mark.parametrize("language", PACKAGED)
def test_every_test_of_the_battery_and_the_limb_have_words(language: str) -> None:
    spec = words(language)
    assert spec.language == language
    assert {*battery_documents().tests, "FIG8"} <= set(spec.tests)
    parts = dict(spec.parts())
    assert {INTRODUCTION, PRACTICE, "WUR/single", "WUR/train"} <= set(parts)
    assert all(len(text.split()) > 8 for text in parts.values())


def test_both_languages_hold_the_same_fields() -> None:
    def filled(spec: WordsSpec) -> set[str]:
        fields = {name for name, _ in spec.parts()}
        for test, said in spec.tests.items():
            fields |= {
                f"{test}.{name}"
                for name in ("question", "anchor_low", "anchor_high", "yes", "no")
                if getattr(said, name)
            }
            fields |= {f"{test}.{phase}.question" for phase, spoken in said.phases.items() if spoken.question}
        return fields

    assert filled(words("en")) == filled(words("de"))


@pytest.mark.parametrize("language", PACKAGED)
def test_no_text_tells_a_force_a_stimulus_or_what_is_normal(language: str) -> None:
    spec = words(language)
    for part, text in spec.parts():
        assert set(re.findall(r"\d+", text)) <= ALLOWED_NUMBERS, part
        assert not [word for word in STIMULI if re.search(rf"\b{word}\b", text)], part
        assert not re.search(r"[{}<>_]|TODO|XX", text), part
    for test in ("MPS", "WUR"):
        assert {"0", "100"} <= set(re.findall(r"\d+", spec.tests[test].read_aloud))


@pytest.mark.parametrize("language", PACKAGED)
def test_sentences_are_short(language: str) -> None:
    for part, text in words(language).parts():
        sentences = [s for s in re.split(r"(?<=[.!?:])\s+", text.strip()) if s]
        assert max(len(s.split()) for s in sentences) <= 20, part
        assert sum(len(s.split()) for s in sentences) / len(sentences) <= 14, part


@pytest.mark.parametrize("language", PACKAGED)
def test_they_are_marked_as_our_own_and_not_validated(language: str) -> None:
    marks = " ".join(words(language).marks)
    assert "not validated" in marks and "Not back-translated" in marks
