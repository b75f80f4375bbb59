"""What a form asks: fields in order, what can be answered in each, and what may be left out why."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal, TypeAlias

from protocols.battery import Provenance

_NUMBER = re.compile(r"[0-9]+(?:[.,][0-9]*)?|[.,][0-9]+")
_TWO_MEANINGS = re.compile(r"([1-9][0-9]{0,2})[.,]([0-9]{3})")
_ON_STEP = 1e-6


class Refusal(ValueError):
    """An event or answer that a form cannot take; nothing has changed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RatedOn:
    """The scale that a rating is given on. The number means nothing without it.

    `length_mm` is the length of the line of a visual scale; None where it has none, or none is stated.
    """

    id: str
    low_anchor: str
    high_anchor: str
    recall_period: str
    length_mm: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Slip:
    """A unit that is typed by mistake, and what a number in it is multiplied by."""

    unit: str
    factor: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Number:
    """A number.

    Attributes
    ----------
    minimum, maximum, step : float
        Outside the two, or off the steps from the lower one, a number is refused.
    soft_minimum, soft_maximum : float or None
        Outside them it needs a reason.
    implied_decimals : int
        Digits without a separator that lie beyond `maximum` are read with so many decimals. So that a text has one
        meaning, `maximum` must be less than `minimum` times ten to that power.
    slips : tuple of Slip
        Units that a refusal names where the number fits in them.
    scale : RatedOn or None
        For a rating.
    entry : {"none", "keypad"}
        How the participant may enter it on a screen of their own.
    """

    kind: Literal["number"] = "number"
    unit: str
    minimum: float
    maximum: float
    step: float
    soft_minimum: float | None = None
    soft_maximum: float | None = None
    implied_decimals: int = 0
    slips: tuple[Slip, ...] = ()
    scale: RatedOn | None = None
    entry: Literal["none", "keypad"] = "none"

    def __post_init__(self) -> None:
        if not (self.minimum < self.maximum and self.step > 0.0):
            raise ValueError(f"minimum {self.minimum:g} < maximum {self.maximum:g} and step > 0 are needed")
        if not self.minimum <= self.soft_low <= self.soft_high <= self.maximum:
            raise ValueError(f"soft limits {self.soft_low:g} to {self.soft_high:g} are not within the hard ones")
        if self.implied_decimals and not self.maximum < self.minimum * 10.0**self.implied_decimals:
            raise ValueError("with implied decimals a number could have two meanings within these limits")

    @property
    def soft_low(self) -> float:
        """The lower soft limit; the hard one where there is none."""
        return self.minimum if self.soft_minimum is None else self.soft_minimum

    @property
    def soft_high(self) -> float:
        """The upper soft limit; the hard one where there is none."""
        return self.maximum if self.soft_maximum is None else self.soft_maximum

    def read(self, text: str) -> float:
        """The number that a text means; comma and dot are the same, and neither parts thousands.

        Raises
        ------
        Refusal
            No number, one that may be thousands, outside the hard limits, or off the steps; names what is allowed.
        """
        typed = text.strip()
        if not _NUMBER.fullmatch(typed):
            raise Refusal(f"{text[:20]!r} is no number: type digits, with a comma or a dot")
        if found := _TWO_MEANINGS.fullmatch(typed):
            fraction = typed.rstrip("0").rstrip(".,") if typed.endswith("0") else f"{typed}0"
            whole = "".join(found.groups())
            raise Refusal(f"{typed} may be {whole} or {fraction}: type one of these")
        value = float(typed.replace(",", "."))
        if self.implied_decimals and value > self.maximum and typed.isdigit():
            value /= 10**self.implied_decimals
        if not self.minimum <= value <= self.maximum:
            raise Refusal(
                f"{typed[:20]} is outside {self.minimum:g} to {self.maximum:g} {self.unit}{self._meant(typed)}"
            )
        steps = (value - self.minimum) / self.step
        if abs(steps - round(steps)) > _ON_STEP:
            raise Refusal(f"{typed[:20]} is finer than asked for: steps of {self.step:g} {self.unit}")
        return value

    def _meant(self, typed: str) -> str:
        number = float(typed.replace(",", "."))
        hints = [
            f"{number * slip.factor:.1f} if it was read in {slip.unit}"
            for slip in self.slips
            if self.minimum <= number * slip.factor <= self.maximum
        ]
        return f": type {' or '.join(hints)}" if hints else ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Option:
    """One choice: its key (a digit), its word, and its number where it stands on a scale."""

    key: str
    value: str
    label: str
    number: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """One of a few words, by one key each; `scale` for a rating in words."""

    kind: Literal["choice"] = "choice"
    options: tuple[Option, ...]
    scale: RatedOn | None = None

    def __post_init__(self) -> None:
        for name in ("key", "value"):
            given = [getattr(option, name) for option in self.options]
            if len(set(given)) != len(given) or len(given) < 2:
                raise ValueError(f"a choice needs at least two options, each with its own {name}")
        if any(len(option.key) != 1 or option.key not in "0123456789" for option in self.options):
            raise ValueError("the key of an option is one digit")


@dataclass(frozen=True, slots=True, kw_only=True)
class YesNo:
    """Yes or no."""

    kind: Literal["yes_no"] = "yes_no"


@dataclass(frozen=True, slots=True, kw_only=True)
class Text:
    """A few words, up to `longest` characters; `suggestions` are chosen by a digit or a touch."""

    kind: Literal["text"] = "text"
    longest: int = 80
    suggestions: tuple[str, ...] = ()


Answer: TypeAlias = Number | Choice | YesNo | Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Field:
    """One question.

    Attributes
    ----------
    id, label : str
    answer : Number, Choice, YesNo or Text
        What can be answered.
    by : {"participant", "examiner"}
        Whose answer it is; the examiner enters both.
    heading : str
        What the fields around it have in common.
    limb_role, side : str
        Which limb it is about; empty where it is about none.
    evidence : tuple of str
        What was measured and may be shown beside the answer afterwards.
    """

    id: str
    label: str
    answer: Answer
    by: Literal["participant", "examiner"] = "examiner"
    heading: str = ""
    limb_role: Literal["", "unaffected", "affected"] = ""
    side: Literal["", "left", "right"] = ""
    evidence: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class FormSpec:
    """A form.

    Attributes
    ----------
    form : str
        The assessment that it carries out.
    moment : {"", "before", "after"}
        When, for what is asked both before and after the measurements.
    label, title, instruction : str
        For the list of steps, the head of the screen, and the line under it.
    decline_reasons : tuple of str
        The only reasons for which a field may be left without an answer.
    """

    form: str
    moment: Literal["", "before", "after"] = ""
    label: str
    title: str
    version: str
    instruction: str
    fields: tuple[Field, ...]
    decline_reasons: tuple[str, ...]
    provenance: tuple[Provenance, ...] = ()

    def __post_init__(self) -> None:
        ids = [field.id for field in self.fields]
        if not ids or len(set(ids)) != len(ids):
            raise ValueError(f"form {self.form}: it needs fields, each with an id of its own")
        if not self.decline_reasons:
            raise ValueError(f"form {self.form}: say for which reasons a field may stay without an answer")

    @property
    def unverified(self) -> tuple[str, ...]:
        """What of this form is an unverified default."""
        return tuple(entry.what for entry in self.provenance if entry.grade == "unverified")

    def field(self, id_: str) -> Field:
        """The field of that id; Refusal names those there are."""
        for field in self.fields:
            if field.id == id_:
                return field
        raise Refusal(f"{self.title} has no field {id_!r}; there are {', '.join(f.id for f in self.fields)}")
