"""A calibration as a pure machine.

    init(method, item, date)          -> state
    step(method, item, state, event)  -> state
    due(method, item, state)          -> what the operator does next

Whatever the world does becomes part of the state: a reading that cannot be used is kept with the reason, and stays
due. What the operator asks for at the wrong moment raises, and changes nothing.
"""

from __future__ import annotations

import datetime
from dataclasses import dataclass, replace
from typing import Literal

from calibration.acceptance import (
    check_problem,
    conditions_problem,
    reading_problem,
    reference_problem,
    rested_ns,
    zero_problem,
)
from calibration.events import (
    Adjusted,
    Check,
    Conditions,
    Enough,
    Event,
    Exclude,
    Finish,
    Identified,
    Inspect,
    Reading,
    Reference,
    Zero,
)
from calibration.item import Item
from calibration.method import Method
from calibration.record import Kept, KeptConditions, KeptInspection, KeptReference, Problem, State
from calibration.tasks import Task, TaskKey, roles, tasks

_EVENT_OF: dict[TaskKey, type] = {"check": Check, "zero": Zero, "inspect": Inspect}


class Unexpected(ValueError):
    """An event that does not fit where the procedure stands; nothing was changed."""

    def __init__(self, event: str, due_key: str) -> None:
        super().__init__(f"{event} does not fit now: {due_key} is due")
        self.event = event
        self.due = due_key


class TooFewReadings(ValueError):
    """The method asks for more; all readings so far are kept."""

    def __init__(self, missing: int, key: str) -> None:
        super().__init__(f"the method asks for {missing} more reading(s), the next is: {key}")
        self.missing = missing
        self.due = key


@dataclass(frozen=True, slots=True, kw_only=True)
class Due:
    """What comes next.

    Attributes
    ----------
    key : str
        "conditions", "reference", the key of a task, "finish" or "done".
    role : str
        Of the reference that is due.
    task : Task or None
        The reading that is due.
    of : int
        How many readings like it the method takes.
    not_before_ns : int
        Time before which a reading would be refused, because the rest is not over.
    may_finish : bool
        What is left may be left out.
    least : int
        How many readings like it the method needs, where all of them are there and more may be left out; else 0.
    """

    key: Literal["conditions", "reference", "finish", "done"] | TaskKey
    role: str = ""
    task: Task | None = None
    of: int = 0
    not_before_ns: int = 0
    may_finish: bool = False
    least: int = 0


def init(method: Method, item: Item, date: str) -> State:
    """The state before the first event.

    Raises
    ------
    ValueError
        The method does not fit the item, or `date` is no ISO 8601 date.
    """
    datetime.date.fromisoformat(date)
    return State(date=date, plan=tasks(method, item))


def due(method: Method, item: Item, state: State) -> Due:
    """What the operator does next."""
    if state.finished:
        return Due(key="done")
    if missing := _missing(method, item, state):
        return missing
    left = _left(state)
    if not left:
        return Due(key="finish", may_finish=True)
    task = left[0]
    return Due(
        key=task.key,
        task=task,
        of=sum(_alike(other, task) for other in state.plan),
        not_before_ns=rested_ns(method, state, task),
        may_finish=all(other.optional for other in left),
        least=sum(_alike(other, task) and not other.optional for other in state.plan) if task.optional else 0,
    )


def step(method: Method, item: Item, state: State, event: Event) -> State:
    """Take one event.

    Raises
    ------
    Unexpected
        It does not fit where the procedure stands.
    TooFewReadings
        `Finish` or `Enough` before the method has what it asks for.
    ValueError
        `Exclude` of a reading that is not there, or without a reason.
    """
    if isinstance(event, Adjusted):
        if not state.finished:
            raise Unexpected("Adjusted", due(method, item, state).key)
        adjustments = (*state.adjustments, event)
        return replace(state, round=state.round + 1, finished=False, enough=False, adjustments=adjustments)
    if state.finished:
        raise Unexpected(type(event).__name__, "done")
    match event:
        case Conditions():
            problem = conditions_problem(method, item, event)
            kept = KeptConditions(conditions=event, refused=problem)
            return replace(state, conditions=(*state.conditions, kept))
        case Reference():
            return _shown(method, item, state, event)
        case Identified():
            return replace(state, identified=(*state.identified, event))
        case Exclude():
            return _excluded(method, item, state, event)
        case Enough():
            return _enough(method, item, state)
        case Finish():
            return _finished(method, item, state)
        case Reading() | Zero() | Check() | Inspect():
            return _done(method, item, state, event)


def _shown(method: Method, item: Item, state: State, event: Reference) -> State:
    if event.role not in roles(method, item):
        raise Unexpected(f"Reference in the role of {event.role}", ", ".join(roles(method, item)))
    problem = reference_problem(method, item, state.date, event)
    return replace(state, references=(*state.references, KeptReference(reference=event, refused=problem)))


def _done(method: Method, item: Item, state: State, event: Reading | Zero | Check | Inspect) -> State:
    """A task was done: the first that is left and takes this event; optional ones may be passed over."""
    if missing := _missing(method, item, state):
        raise Unexpected(type(event).__name__, missing.key)
    task = _target(state, event)
    if isinstance(event, Inspect):
        found = KeptInspection(inspection=event, round=state.round)
        return replace(state, inspections=(*state.inspections, found))
    reading = event if isinstance(event, Reading) else _as_reading(event)
    if isinstance(event, Check):
        problem = check_problem(item, state, reading)
    elif isinstance(event, Zero):
        problem = zero_problem(method, item, state, task, reading)
    else:
        problem = reading_problem(method, item, state, task, reading)
    number = len(state.readings) + 1
    kept = Kept(number=number, round=state.round, task=task, reading=reading, refused=problem)
    if problem is not None:
        state = _taken_along(item, state, task, problem)
    return replace(state, readings=(*state.readings, kept))


def _as_reading(event: Zero | Check) -> Reading:
    return Reading(t_ns=event.t_ns, value=event.value, unit=event.unit, stable=event.stable)


def _taken_along(item: Item, state: State, task: Task, problem: Problem) -> State:
    """The readings that fall with one: a balance that was off was off since its last good check."""
    if problem.code == "check.failed":
        return state.without(problem)
    if item.kind == "force_gauge" and problem.code in ("reading.zero_shifted", "reading.out_of_order"):
        # Hysteresis remembers every load, so a series of loads has no parts.
        return state.without(problem, series=task.series)
    if problem.code == "reading.zero_shifted":
        return state.without(problem, after=max((k.number for k in state.valid("zero")), default=0))
    return state


def _target(state: State, event: Event) -> Task:
    left = _left(state)
    for task in left:
        if isinstance(event, _EVENT_OF.get(task.key, Reading)):
            return task
        if not task.optional:
            break
    if isinstance(event, Zero) and left and left[0].series > 0:
        return Task(key="zero", series=left[0].series, mounting=left[0].mounting, repeat=0)
    raise Unexpected(type(event).__name__, left[0].key if left else "finish")


def _excluded(method: Method, item: Item, state: State, event: Exclude) -> State:
    found = [k for k in state.readings if k.number == event.number and k.valid and k.round == state.round]
    if not found:
        raise ValueError(f"reading {event.number} is not among the valid readings of this round")
    if not event.reason.strip():
        raise ValueError(f"excluding reading {event.number} needs a reason")
    (out,) = found
    whole_series = item.kind == "force_gauge" and out.task.key in ("zero", "load")

    def goes(kept: Kept) -> bool:
        in_series = (
            whole_series and kept.valid and kept.round == state.round and kept.task.series == out.task.series
        )
        return kept.number == out.number or in_series

    return replace(
        state, readings=tuple(replace(k, excluded=event.reason) if goes(k) else k for k in state.readings)
    )


def _enough(method: Method, item: Item, state: State) -> State:
    """Leave out what may be left out from where the procedure stands."""
    now = due(method, item, state)
    task = now.task
    if task is not None and task.optional:
        return replace(state, enough=True)
    if task is not None and not state.enough and any(_alike(o, task) and o.optional for o in state.plan):
        needed = [other for other in _left(state) if _alike(other, task) and not other.optional]
        raise TooFewReadings(len(needed), now.key)
    raise Unexpected("Enough", now.key)


def _finished(method: Method, item: Item, state: State) -> State:
    if missing := _missing(method, item, state):
        raise Unexpected("Finish", missing.key)
    needed = [task for task in _left(state) if not task.optional]
    if needed:
        raise TooFewReadings(len(needed), needed[0].key)
    return replace(state, finished=True)


def _missing(method: Method, item: Item, state: State) -> Due | None:
    """What must be there before any reading: a room within the limits, and valid references."""
    if not state.conditions or state.conditions[-1].refused is not None:
        return Due(key="conditions")
    for role in roles(method, item):
        if state.reference(role) is None:
            return Due(key="reference", role=role)
    return None


def _left(state: State) -> list[Task]:
    """Tasks without a valid reading, in order; a closing one counts only after all that it closes."""
    valid = [k for k in state.readings if k.valid and k.round == state.round]
    inspected = any(i.round == state.round for i in state.inspections)
    numbers = {k.task: k.number for k in valid}

    def done(task: Task) -> bool:
        if task.key == "inspect":
            return inspected
        if task not in numbers or not task.closing:
            return task in numbers
        closed = [k.number for k in valid if task.series in (0, k.task.series) and not k.task.closing]
        return numbers[task] > max(closed, default=0)

    return [task for task in state.plan if not (done(task) or (state.enough and task.optional))]


def _alike(one: Task, other: Task) -> bool:
    """The same but for the repeat."""
    return (one.key, one.series, one.direction, one.load, one.angle_deg) == (
        other.key,
        other.series,
        other.direction,
        other.load,
        other.angle_deg,
    )
