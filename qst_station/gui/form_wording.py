"""What the participant is asked in a form: by the visit's words, else as a window would, else in English."""

from __future__ import annotations

from dataclasses import dataclass

from qst_station.gui.json_lines import Json
from qst_station.gui.words import spoken, told_in


@dataclass(frozen=True, slots=True)
class Wording:
    """The texts that the participant hears.

    Attributes
    ----------
    question, low, high : str
        What is asked, and the ends of its scale; the ends are empty where there is none.
    options : tuple of str
        The words of a verbal scale, in the order of the choices.
    own : bool
        Whether this is the language of the window, so that the examiner needs no other text.
    missing : bool
        Whether something of it had to stay English, as nothing here speaks the participant's language.
    """

    question: str
    low: str
    high: str
    options: tuple[str, ...]
    own: bool
    missing: bool


def wording(words: Json | None, field: Json) -> Wording | None:
    """The texts of a field of a form; None for what the examiner answers, and for a visit without words."""
    said, scale = field["said"], field["scale"]
    if words is None or said is None:
        return None
    language = words["language"]
    recorded = [field["label"], scale["low_anchor"], scale["high_anchor"]] if scale else [field["label"], "", ""]
    given = [said[name] for name in ("question", "anchor_low", "anchor_high")]
    texts = [own or _spoken_in(language, english) for own, english in zip(given, recorded, strict=True)]
    options = tuple(said["options"])
    if len(options) != len(field["options"]):
        options = tuple(_spoken_in(language, option["label"]) for option in field["options"])
    question, low, high = (text or english for text, english in zip(texts, recorded, strict=True))
    return Wording(
        question=question,
        low=low,
        high=high,
        options=tuple(text or each["label"] for text, each in zip(options, field["options"], strict=True)),
        own=language.partition("-")[0] == spoken().partition("_")[0],
        missing=not all((texts[0], *options, *(texts[1:] if scale else ()))),
    )


def _spoken_in(language: str, english: str) -> str:
    """A text of the program in a language; empty where no window speaks it."""
    said = told_in(language, english)
    return "" if said == english and language.partition("-")[0] != "en" else said
