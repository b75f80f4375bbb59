"""Gauges that a user describes in a document: from its text to a spec, and back to text."""

from __future__ import annotations

import json
from dataclasses import fields

from drivers.spec import GaugeSpec, SpecError
from drivers.text_gauge import TextGaugeDocument
from qst_station.documents import load_document
from qst_station.findings import Finding, Refused, Severity

_SHOWN_CHARACTERS = 60


def load_gauge_document(text: str, *, place: str) -> tuple[TextGaugeDocument, GaugeSpec]:
    """A gauge and its description, from a TOML text.

    Parameters
    ----------
    text : str
    place : str
        The name of the file, for the message.

    Raises
    ------
    Refused
        `document.invalid`: names the file, the field, what was found and what is allowed.
    """
    document = load_document(text, TextGaugeDocument, place=place)
    return document, described_gauge(document, place=place)


def described_gauge(document: TextGaugeDocument, *, place: str) -> GaugeSpec:
    """The gauge that a document describes; raises as `load_gauge_document`."""
    try:
        return document.to_spec()
    except SpecError as fault:
        raise refused_document(place, fault.field, fault.value, fault.allowed) from fault


def refused_document(place: str, field: str, found: object, allowed: str) -> Refused:
    """The refusal of a document because of one of its fields."""
    shown = repr(found)
    shown = shown if len(shown) <= _SHOWN_CHARACTERS else f"{shown[:_SHOWN_CHARACTERS]}…"
    return Refused(
        Finding(
            code="document.invalid",
            severity=Severity.STOP,
            place=f"{place}: {field}",
            happened=f"{shown} cannot be used; allowed: {allowed}.",
            safe="Nothing has been changed.",
            remedy="Correct this field.",
        )
    )


def document_text(document: TextGaugeDocument) -> str:
    """A TOML text that says the same; fields at their defaults are left out."""
    lines = [
        f"{field.name} = {_toml(getattr(document, field.name))}"
        for field in fields(document)
        if getattr(document, field.name) != field.default
    ]
    return "\n".join([*lines, ""])


def _toml(value: object) -> str:
    """A value as TOML: but for one character, what JSON writes of texts, numbers and lists is TOML as well."""
    return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")
