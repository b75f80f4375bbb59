"""A form under way: fields are answered by a person or declined; a correction is a new entry with its reason."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TypeAlias

from protocols.form_document import Choice, Field, FormSpec, Number, Refusal, Text, YesNo


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """What was entered in a field. It is never changed: of several in a field the last one holds.

    Attributes
    ----------
    entered : str
        The text as typed.
    value : float or None
        The number, also of an option on a scale.
    answer : str
        The option, `yes` or `no`, or the text; empty for a number.
    declined : str
        Why there is no answer; empty where there is one.
    reason : str
        Why an unusual number stands, or why the entry before it was wrong.
    """

    field: str
    t_ns: int
    actor: str
    entered: str = ""
    value: float | None = None
    answer: str = ""
    declined: str = ""
    reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Doubt:
    """An unusual number that waits for its reason, or for another number."""

    field: str
    entered: str
    question: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Reopened:
    """A field that is asked again because its entry was wrong; until then that entry holds."""

    field: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FormState:
    """Where a form stands: all entries in the order in which they were made."""

    entries: tuple[Entry, ...] = ()
    doubt: Doubt | None = None
    reopened: Reopened | None = None
    closed: bool = False

    def held(self) -> dict[str, Entry]:
        """The entry that holds in each field that has one."""
        return {entry.field: entry for entry in self.entries}


@dataclass(frozen=True, slots=True, kw_only=True)
class Entered:
    """An answer to the field that is due, as typed; `reason` only for an unusual number."""

    t_ns: int
    field: str
    entered: str
    actor: str
    reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Declined:
    """The field that is due has no answer, for this reason."""

    t_ns: int
    field: str
    reason: str
    actor: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Corrected:
    """The entry in this field was wrong, for this reason: ask for it again."""

    t_ns: int
    field: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Closed:
    """The form is complete; from now on nothing changes."""

    t_ns: int


FormEvent: TypeAlias = Entered | Declined | Corrected | Closed


def init(spec: FormSpec) -> FormState:
    """The state before the first entry."""
    return FormState()


def due(spec: FormSpec, state: FormState) -> Field | None:
    """The field that is asked for, or None where every field has its entry."""
    if state.closed:
        return None
    if state.reopened is not None:
        return spec.field(state.reopened.field)
    held = state.held()
    return next((field for field in spec.fields if field.id not in held), None)


def step(spec: FormSpec, state: FormState, event: FormEvent) -> FormState:
    """Take one event.

    Raises
    ------
    Refusal
        The event does not fit, or the answer is impossible; the message says what is allowed.
    """
    if state.closed:
        raise Refusal("the form is closed")
    match event:
        case Entered():
            return _entered(_refuse_other(spec, state, event.field), state, event)
        case Declined():
            _refuse_other(spec, state, event.field)
            if event.reason not in spec.decline_reasons:
                allowed = ", ".join(spec.decline_reasons)
                raise Refusal(f"{event.reason[:40]!r} is no reason to leave it out; allowed: {allowed}")
            entry = Entry(field=event.field, t_ns=event.t_ns, actor=event.actor, declined=event.reason)
            return _kept(state, entry)
        case Corrected():
            return _corrected(spec, state, event)
        case Closed():
            waiting = due(spec, state)
            if waiting is not None:
                raise Refusal(f"not answered yet: {waiting.label}")
            return replace(state, closed=True)


def _refuse_other(spec: FormSpec, state: FormState, id_: str) -> Field:
    field, now = spec.field(id_), due(spec, state)
    if now is None:
        raise Refusal("every field has its entry: close the form, or correct one with a reason")
    if field != now:
        raise Refusal(f"{now.label} is due: an answered field is corrected with a reason")
    return now


def _entered(field: Field, state: FormState, event: Entered) -> FormState:
    reason = event.reason.strip()
    entry = Entry(field=field.id, t_ns=event.t_ns, actor=event.actor, entered=event.entered, reason=reason)
    match field.answer:
        case Number() as number:
            value = number.read(event.entered)
            if not reason and not number.soft_low <= value <= number.soft_high:
                question = f"{value:g} {number.unit} is unusual for: {field.label}. Keep it?"
                return replace(state, doubt=Doubt(field=field.id, entered=event.entered, question=question))
            return _kept(state, replace(entry, value=value))
        case Choice(options=options):
            chosen = next((option for option in options if option.value == event.entered), None)
            if chosen is None:
                raise Refusal(f"{event.entered[:40]!r} is none of {', '.join(o.value for o in options)}")
            return _kept(state, replace(entry, value=chosen.number, answer=chosen.value))
        case YesNo():
            if event.entered not in ("yes", "no"):
                raise Refusal(f"{event.entered[:40]!r} is neither yes nor no")
            return _kept(state, replace(entry, answer=event.entered))
        case Text(longest=longest):
            words = event.entered.strip()
            if not 0 < len(words) <= longest:
                raise Refusal(f"1 to {longest} characters are needed, not {len(words)}")
            return _kept(state, replace(entry, answer=words))


def _corrected(spec: FormSpec, state: FormState, event: Corrected) -> FormState:
    field, reason = spec.field(event.field), event.reason.strip()
    if field.id not in state.held():
        raise Refusal(f"{field.label} has no entry to correct")
    if not reason:
        raise Refusal("a correction needs a reason")
    return replace(state, doubt=None, reopened=Reopened(field=field.id, reason=reason))


def _kept(state: FormState, entry: Entry) -> FormState:
    """The state with the entry; why the one before it was wrong goes with it."""
    reasons = (state.reopened.reason if state.reopened else "", entry.reason)
    entry = replace(entry, reason="; ".join(reason for reason in reasons if reason))
    return replace(state, entries=(*state.entries, entry), doubt=None, reopened=None)
