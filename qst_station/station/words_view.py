"""The participant's words as a screen needs them, and what a participant's own screen may show: nothing else."""

from __future__ import annotations

from typing import Any, Final

from protocols import form
from protocols.form_document import Number
from protocols.rating import RatingSpec, RatingState
from protocols.train import TrainSpec, TrainState
from protocols.words_document import TestWords
from qst_station.session.commands import ORDERS, next_step
from qst_station.session.filling import filling
from qst_station.session.plan import SessionPlan
from qst_station.session.reading_aloud import due_parts, text_sha256, words_of_test
from qst_station.session.state import SessionState
from qst_station.station.form_words import said_to_participant

Json = dict[str, Any]

DARK_NS: Final = 1_500_000_000
"""A participant's screen stays black so long after an answer, so that it is seen that it was taken."""


def words_view(plan: SessionPlan, state: SessionState) -> Json | None:
    """The words for what is open or comes next; None where the visit has none.

    `parts` are the texts to read aloud now, `read_aloud` all of them together; `read` says that the examiner has
    ticked them. `marks` is what must be known of the text.
    """
    if plan.words is None:
        return None
    parts = due_parts(plan, state, next_step(state))
    words = words_of_test(plan, state)
    told = {(said.step, said.part) for said in state.read_aloud if said.how == "read"}
    return {
        "language": plan.words.language,
        "title": f"{plan.words.title} {plan.words.version}",
        "marks": list(plan.words.marks),
        "read_aloud": "\n\n".join(" ".join(text.split("\n")).strip() for _, text in parts),
        "parts": [{"part": part, "sha256": text_sha256(text)} for part, text in parts],
        "read": bool(parts) and all((state.current, part) in told for part, _ in parts),
        "question": _question(words, state),
        **{name: getattr(words, name, "") for name in ("anchor_low", "anchor_high", "yes", "no")},
    }


def participant_view(plan: SessionPlan, state: SessionState) -> Json | None:
    """What a participant's own screen may show now; None: it is black.

    `moment` names the stimulus that is asked about: a number for another one is not this participant's answer to
    it. `opens_ns` is when the screen should come up, after the interval to the next stimulus. `field` is there for
    the rating of a form.
    """
    return _stimulus_rating(plan, state) or _form_rating(plan, state)


def _stimulus_rating(plan: SessionPlan, state: SessionState) -> Json | None:
    run = state.run
    if run is None or state.present is None or ORDERS["rate"].why_not(plan, state):
        return None
    spec, machine = plan.test_at(run.step).machine, run.machine
    if not isinstance(spec, RatingSpec | TrainSpec) or spec.entry == "none":
        return None
    rated = isinstance(machine, RatingState | TrainState) and machine.phase in ("asking", "single", "train")
    if not rated:
        return None
    words, scale = words_of_test(plan, state), spec.scale
    waits_ns = max(state.present.rest_ns, 0 if machine.phase == "train" else DARK_NS)
    return {
        "by": spec.entry,
        "moment": f"{run.step}.{run.attempt}.{len(state.trials)}.{state.presented_ns}",
        "opens_ns": state.presented_ns + waits_ns,
        "language": plan.words.language if plan.words else "en",
        "question": _question(words, state) or spec.question,
        "anchor_low": words.anchor_low if words else scale.anchor_low,
        "anchor_high": words.anchor_high if words else scale.anchor_high,
        "minimum": scale.minimum,
        "maximum": scale.maximum,
        "step": max(1.0, scale.step),  # whole numbers, also where the examiner may type tenths
        "confirm": plan.words.screen.confirm if plan.words else "OK",
        "delete": plan.words.screen.delete if plan.words else "⌫",
    }


def _form_rating(plan: SessionPlan, state: SessionState) -> Json | None:
    """A rating of a form; only in the participant's words: where they lack it, the examiner asks."""
    filled, words = filling(plan, state), plan.words
    if filled is None or words is None or ORDERS["form_enter"].why_not(plan, state):
        return None
    spec, run = filled
    field, entries = form.due(spec, run.form), run.form.entries
    if field is None or not isinstance(field.answer, Number) or field.answer.entry == "none" or run.form.doubt:
        return None
    said = said_to_participant(words, spec, field)
    if said is None or not (said["question"] and said["anchor_low"] and said["anchor_high"]):
        return None
    return {
        "by": field.answer.entry,
        "field": field.id,
        "moment": f"{run.step}.{run.attempt}.form.{len(entries)}",
        "opens_ns": entries[-1].t_ns + DARK_NS if entries else 0,
        "language": words.language,
        **{name: said[name] for name in ("question", "anchor_low", "anchor_high")},
        "minimum": field.answer.minimum,
        "maximum": field.answer.maximum,
        "step": max(1.0, field.answer.step),
        "confirm": words.screen.confirm,
        "delete": words.screen.delete,
    }


def _question(words: TestWords | None, state: SessionState) -> str:
    if words is None:
        return ""
    machine = state.run.machine if state.run else None
    single = isinstance(machine, TrainState) and machine.phase in ("ready", "single")
    phase = words.phases.get("single" if single else "train") if isinstance(machine, TrainState) else None
    return phase.question if phase and phase.question else words.question
