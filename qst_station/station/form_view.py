"""A form as a screen shows it: the field that is due, and while it is open the last number that was typed."""

from __future__ import annotations

from typing import Any, TypeAlias

from protocols import form
from protocols.form_document import Choice, Field, FormSpec, Number, RatedOn, Text
from protocols.words_document import WordsSpec
from qst_station.session.state import FormRun
from qst_station.station.form_words import said_to_participant

Json: TypeAlias = dict[str, Any]


def form_view(spec: FormSpec, run: FormRun, words: WordsSpec | None) -> Json:
    """The parts of a view that a form fills; `said` is the question in the participant's `words`."""
    state = run.form
    now, held = form.due(spec, state), state.held()
    answered = [each for each in spec.fields if each.id in held]
    do = "The form is closed." if state.closed else "Everything is answered. Close the form."
    if now is not None:
        do = "Ask, and enter what is said." if now.by == "participant" else "Look, measure, and enter."
    return {
        "test": {
            "test": spec.form,
            "title": spec.title,
            "machine": "form",
            "instruction": spec.instruction,
            "unverified": list(spec.unverified),
        },
        "do": do,
        "progress": {"done": len(answered), "of": len(spec.fields), "text": _progress(spec, now)},
        "form": {
            "field": _field(now) | {"said": said_to_participant(words, spec, now)} if now else None,
            "again": state.reopened.reason if state.reopened else "",
            "doubt": {"entered": state.doubt.entered, "question": state.doubt.question} if state.doubt else None,
            "answered": [_named(each) for each in answered],
            "last": _last(spec, state),
            "declined": sum(bool(entry.declined) for entry in held.values()),
            "entries": len(state.entries),
            "closed": state.closed,
            "decline_reasons": list(spec.decline_reasons),
        },
    }


def _progress(spec: FormSpec, now: Field | None) -> str:
    total = len(spec.fields)
    return f"{spec.fields.index(now) + 1 if now else total} of {total}"


def _last(spec: FormSpec, state: form.FormState) -> Json | None:
    """The entry made last, with its number as it was read, for the person who typed it."""
    if not state.entries:
        return None
    entry = state.entries[-1]
    answer = spec.field(entry.field).answer
    number = ""
    if isinstance(answer, Number) and entry.value is not None and not state.closed:
        number = f"{entry.value:g} {answer.unit}"
    return {"id": entry.field, "number": number}


def _named(field: Field) -> Json:
    """What the question is called."""
    return {name: getattr(field, name) for name in ("id", "label", "side", "limb_role")}


def _field(field: Field) -> Json:
    shown: Json = {
        **_named(field),
        "by": field.by,
        "heading": field.heading,
        "kind": field.answer.kind,
        "number": None,
        "options": [],
        "longest": 0,
        "suggestions": [],
        "scale": None,
    }
    match field.answer:
        case Number() as number:
            names = ("unit", "minimum", "maximum", "step", "soft_low", "soft_high", "implied_decimals")
            shown["number"] = {name: getattr(number, name) for name in names}
            shown["scale"] = _scale(number.scale)
        case Choice(options=options, scale=scale):
            shown["options"] = [{"key": o.key, "value": o.value, "label": o.label} for o in options]
            shown["scale"] = _scale(scale)
        case Text(longest=longest, suggestions=suggestions):
            shown["longest"] = longest
            shown["suggestions"] = list(suggestions)
    return shown


def _scale(scale: RatedOn | None) -> Json | None:
    if scale is None:
        return None
    return {"id": scale.id, "low_anchor": scale.low_anchor, "high_anchor": scale.high_anchor}
