"""The forms in the participant's words: what a document of words may say of them, what it lacks, what it says."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Any

from protocols.form_document import Choice, Field, FormSpec, Number
from protocols.words_document import WordsSpec
from qst_station.ratings.forms import PACKAGED, packaged_form
from qst_station.ratings.scales import packaged_scales
from qst_station.station.forms import DAYS_BEFORE

DIARY = "daily_nrs"
DAYS, YESTERDAY = "days-before", f"{DAYS_BEFORE}1"
"""Of the days of a diary: what any of them is called, with `{n}` for the number, and the last where it differs."""


@cache
def _questions() -> dict[str, tuple[str, ...]]:
    """The questions beside the rating scales that a participant answers, by form."""
    symptoms = {
        name: tuple(item.id for item in packaged_form(name).items if item.kind == "symptom") for name in PACKAGED
    }
    return {DIARY: (DAYS, YESTERDAY), **symptoms}


def form_word_faults(spec: WordsSpec) -> Iterator[tuple[str, str]]:
    """What a document of words says that no form asks, or not so: the field, and what is wrong with it."""
    scales = {scale.id: scale for scale in packaged_scales().scales}
    for name, said in spec.scales.items():
        if name not in scales:
            yield f"scales.{name}", f"there is no scale {name[:40]!r}; allowed: {', '.join(sorted(scales))}"
        elif len(said.words) != len(scales[name].words):
            needed = len(scales[name].words)
            yield f"scales.{name}.words", f"it has {len(said.words)} words; {needed} are needed, the lowest first"
    for form, texts in spec.forms.items():
        allowed = _questions().get(form)
        if allowed is None:
            yield f"forms.{form}", f"there is no form {form[:40]!r}; allowed: {', '.join(sorted(_questions()))}"
            continue
        for id_ in texts:
            if id_ not in allowed:
                happened = f"the participant is asked no {id_[:40]!r} there; allowed: {', '.join(allowed)}"
                yield f"forms.{form}.{id_}", happened
        if "{n}" not in texts.get(DAYS, "{n}"):
            yield f"forms.{form}.{DAYS}", "{n} is missing, which stands for the number of days"


def missing_form_words(spec: WordsSpec) -> tuple[str, ...]:
    """The fields about forms that a document of words lacks; what they would say is asked in English."""
    scales = (f"scales.{scale.id}" for scale in packaged_scales().scales if scale.id not in spec.scales)
    questions = (
        f"forms.{form}.{id_}"
        for form, allowed in _questions().items()
        for id_ in allowed
        if id_ != YESTERDAY and id_ not in spec.forms.get(form, {})
    )
    return (*scales, *questions)


def said_to_participant(words: WordsSpec | None, spec: FormSpec, field: Field) -> dict[str, Any] | None:
    """A question as the words have it, each text empty where they lack it; None for what the examiner answers."""
    if words is None or field.by != "participant":
        return None
    answer = field.answer
    rated = answer.scale if isinstance(answer, Number | Choice) else None
    scale = words.scales.get(rated.id) if rated is not None else None
    asked = words.forms.get(spec.form, {}).get(field.id, "")
    if not asked and field.id.startswith(DAYS_BEFORE):
        n = field.id.removeprefix(DAYS_BEFORE)
        asked = words.forms.get(spec.form, {}).get(DAYS, "").replace("{n}", n)
    elif not asked and scale is not None:
        asked = scale.question
    return {
        "question": asked,
        "anchor_low": scale.anchor_low if scale else "",
        "anchor_high": scale.anchor_high if scale else "",
        "options": list(scale.words) if scale and isinstance(answer, Choice) else [],
    }
