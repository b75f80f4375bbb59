"""Forms of yes-or-no items that a person answers; measured values stand beside an item and never tick it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cache
from importlib.resources import files
from typing import Literal

from protocols.battery import Provenance
from qst_station.documents import load_document

Evidence = Literal["MPT", "MPS", "DMA", "PPT", "figure8", "skin_temperature"]
Reply = Literal["yes", "no", "not_assessed"]
PACKAGED = ("css", "budapest")


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """A question of a form.

    Attributes
    ----------
    id : str
    kind : {"criterion", "symptom", "sign"}
        A criterion stands for itself; a symptom is reported, a sign is found on examination.
    category : str
        Group of symptoms or signs that count together; empty where they do not.
    text : str
    evidence : tuple of str
        What was measured and may be shown beside the item.
    """

    id: str
    kind: Literal["criterion", "symptom", "sign"]
    category: str = ""
    text: str
    evidence: tuple[Evidence, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """In how many categories at least one symptom, and one sign, is needed, beside all criteria."""

    id: str
    title: str
    symptom_categories: int
    sign_categories: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Form:
    """A form.

    Attributes
    ----------
    score_title : str
        What the number of yes is called; empty where it is no score.
    smallest_real_difference : float or None
        Change of the score that is more than its noise, where it is published.
    rules : tuple of Rule
        What is concluded from the categories; empty where nothing is.
    """

    id: str
    title: str
    version: str
    items: tuple[Item, ...]
    provenance: tuple[Provenance, ...]
    score_title: str = ""
    smallest_real_difference: float | None = None
    rules: tuple[Rule, ...] = ()

    def __post_init__(self) -> None:
        ids = [item.id for item in self.items]
        for id_ in ids:
            if ids.count(id_) > 1:
                raise ValueError(f"form {self.id}: the item {id_!r} is there twice")
        if self.rules and any(item.kind != "criterion" and not item.category for item in self.items):
            raise ValueError(f"form {self.id}: with rules every symptom and sign needs a category")

    def item(self, id_: str) -> Item:
        """The item of that id; ValueError names those there are."""
        for item in self.items:
            if item.id == id_:
                return item
        raise ValueError(f"form {self.id} has no item {id_!r}; there are {[item.id for item in self.items]}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """One answer to one item, by a person."""

    item: str
    reply: Reply
    actor: str
    t_ns: int
    reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class FormState:
    """All answers in the order in which they were given; of several to an item the last one holds."""

    form: Form
    answers: tuple[Answer, ...] = ()

    def replies(self) -> dict[str, Reply]:
        """The answer that holds for each answered item."""
        return {answer.item: answer.reply for answer in self.answers}

    def open_items(self) -> tuple[str, ...]:
        """Items without an answer, in the order of the form."""
        answered = self.replies()
        return tuple(item.id for item in self.form.items if item.id not in answered)


@dataclass(frozen=True, slots=True, kw_only=True)
class Score:
    """The number of yes, or why there is none (`reason`)."""

    value: int | None
    reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Conclusion:
    """Whether the answers meet a rule; None where a question is open or was not assessed (`reason`)."""

    rule: Rule
    met: bool | None
    symptom_categories: tuple[str, ...] = ()
    sign_categories: tuple[str, ...] = ()
    reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ScoreChange:
    """Change of a score; `above` from its smallest real difference on."""

    change: int
    smallest_real_difference: float
    verdict: Literal["below", "above"]


@cache
def packaged_form(name: str) -> Form:
    """A form that ships with the product: one of `PACKAGED`."""
    if name not in PACKAGED:
        raise ValueError(f"no form {name!r}; there are {PACKAGED}")
    text = files(__package__).joinpath(f"{name}.toml").read_text(encoding="utf-8")
    return load_document(text, Form, place=f"{name}.toml")


def answer(state: FormState, item: str, reply: Reply, *, actor: str, t_ns: int, reason: str = "") -> FormState:
    """Take the answer of a person; an earlier one to the same item is kept.

    Raises
    ------
    ValueError
        No such item, nobody named, or `not_assessed` without a reason.
    """
    state.form.item(item)
    if not actor.strip():
        raise ValueError("an answer needs the person who gives it")
    if reply == "not_assessed" and not reason.strip():
        raise ValueError(f"say why {item!r} was not assessed")
    given = Answer(item=item, reply=reply, actor=actor.strip(), t_ns=t_ns, reason=reason.strip())
    return replace(state, answers=(*state.answers, given))


def score(state: FormState) -> Score:
    """The number of yes, once every item has been answered with yes or no."""
    if not state.form.score_title:
        return Score(value=None, reason=f"{state.form.title} has no score")
    if reason := _undecided(state):
        return Score(value=None, reason=reason)
    return Score(value=sum(reply == "yes" for reply in state.replies().values()))


def score_change(form: Form, first: Score, later: Score) -> ScoreChange | None:
    """The change of a score; None where a score or a published smallest real difference is missing."""
    if first.value is None or later.value is None or form.smallest_real_difference is None:
        return None
    change = later.value - first.value
    return ScoreChange(
        change=change,
        smallest_real_difference=form.smallest_real_difference,
        verdict="above" if abs(change) >= form.smallest_real_difference else "below",
    )


def conclusions(state: FormState) -> tuple[Conclusion, ...]:
    """What the rules of the form say, once every item has been answered with yes or no."""
    form = state.form
    if reason := _undecided(state):
        return tuple(Conclusion(rule=rule, met=None, reason=reason) for rule in form.rules)
    yes = [form.item(id_) for id_, reply in state.replies().items() if reply == "yes"]
    found = {item.id for item in yes}
    criteria = all(item.id in found for item in form.items if item.kind == "criterion")
    symptoms, signs = (
        tuple(dict.fromkeys(item.category for item in form.items if item.id in found and item.kind == kind))
        for kind in ("symptom", "sign")
    )
    return tuple(
        Conclusion(
            rule=rule,
            met=criteria and len(symptoms) >= rule.symptom_categories and len(signs) >= rule.sign_categories,
            symptom_categories=symptoms,
            sign_categories=signs,
        )
        for rule in form.rules
    )


def _undecided(state: FormState) -> str:
    if waiting := state.open_items():
        return f"not answered: {', '.join(waiting)}"
    skipped = [item for item, reply in state.replies().items() if reply == "not_assessed"]
    return f"not assessed: {', '.join(skipped)}" if skipped else ""
