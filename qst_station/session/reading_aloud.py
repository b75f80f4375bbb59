"""What is read aloud to the participant: which texts are due now, and the record that they were shown or read."""

from __future__ import annotations

import hashlib
from dataclasses import replace

from protocols.train import TrainSpec, TrainState
from protocols.words_document import INTRODUCTION, PRACTICE, TestWords
from qst_station.session.checking import check_due
from qst_station.session.events import Command
from qst_station.session.plan import LIMB_STEP, SessionPlan
from qst_station.session.running import NotNow, Outcome
from qst_station.session.state import ReadAloud, SessionState

HOW = ("shown", "read")


def text_sha256(text: str) -> str:
    """What names a text that was read aloud."""
    return hashlib.sha256(text.encode()).hexdigest()


def when_words(plan: SessionPlan, state: SessionState) -> str:
    """Why nothing can have been read aloud; empty where something can."""
    return "" if plan.words is not None else "this visit has no words for the participant"


def read_aloud(plan: SessionPlan, state: SessionState, command: Command) -> Outcome:
    """Record that the examiner began with a text on the screen (`shown`), or says to have read it (`read`)."""
    assert plan.words is not None  # when_words
    part, sha256, how = (str(command.args[name]) for name in ("part", "sha256", "how"))
    texts = dict(plan.words.parts())
    if part not in texts:
        raise NotNow(f"part is {part!r}; the words of this visit have {', '.join(texts)}")
    if sha256 != text_sha256(texts[part]):
        raise NotNow(f"the text of {part} is another than the one that this visit began with")
    if how not in HOW:
        raise NotNow(f"how is {how!r}; allowed: {', '.join(HOW)}")
    said = ReadAloud(
        t_ns=command.t_ns, step=state.current, part=part, sha256=sha256, how=how, actor=command.actor.who
    )
    return replace(state, read_aloud=(*state.read_aloud, said)), ()


def words_of_test(plan: SessionPlan, state: SessionState) -> TestWords | None:
    """The words of the step that is open; None where it has none."""
    if plan.words is None or state.current is None:
        return None
    return plan.words.tests.get(plan.steps[state.current].test)


def due_parts(plan: SessionPlan, state: SessionState, upcoming: int | None) -> tuple[tuple[str, str], ...]:
    """The texts to read before what comes next, with their names.

    Parameters
    ----------
    upcoming : int or None
        The step that is next where none is open.
    """
    if plan.words is None or state.closed:
        return ()
    texts = dict(plan.words.parts())
    if state.current is None or state.steps[state.current].status == "done":
        names = _before_step(plan, state, upcoming)
    else:
        names = _before_phase(plan, state)
    return tuple((name, texts[name]) for name in names if name in texts)


def _before_step(plan: SessionPlan, state: SessionState, upcoming: int | None) -> tuple[str, ...]:
    """Between steps: what opens the visit, what opens the tests, and the words of the step that is due."""
    if upcoming is None:
        return ()
    begun = [plan.steps[i] for i, step in enumerate(state.steps) if step.attempt]
    wanted = plan.steps[upcoming]
    names: tuple[str, ...] = () if begun else (INTRODUCTION,)
    tests = any(step.site_role for step in plan.steps)
    first_test = wanted.site_role is not None and not any(step.site_role for step in begun)
    if first_test or (tests and check_due(plan, state)):  # the check-list asks whether the practice is done
        names += (PRACTICE,)
    if wanted.site_role is not None:
        return (*names, *_before_test(wanted.test, plan.tests[wanted.test].machine))
    return (*names, LIMB_STEP) if wanted.test == LIMB_STEP else names


def _before_test(test: str, spec: object) -> tuple[str, ...]:
    return (test, f"{test}/single") if isinstance(spec, TrainSpec) else (test,)


def _before_phase(plan: SessionPlan, state: SessionState) -> tuple[str, ...]:
    assert state.current is not None
    if plan.steps[state.current].test == LIMB_STEP:
        return () if state.limb is None or state.limb.readings else (LIMB_STEP,)
    run = state.run
    if run is None or run.step != state.current or state.steps[run.step].status != "running":
        return ()
    if any(t.step == run.step and t.attempt == run.attempt and t.counts for t in state.trials):
        train = run.machine if isinstance(run.machine, TrainState) else None
        first_train = train is not None and train.phase == "train_ready" and not train.trains
        return (f"{run.test}/train",) if first_train else ()
    if run.machine.phase != "ready":
        return ()
    return _before_test(run.test, plan.tests[run.test].machine)
