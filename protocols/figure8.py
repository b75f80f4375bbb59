"""Figure-of-8 girth of both limbs: sides in turn, repeats, the repeat rule, plausibility, exclusion."""

from __future__ import annotations

from dataclasses import dataclass, replace
from math import fsum, sqrt
from statistics import median
from typing import Literal, TypeAlias

from protocols.figure8_spec import Figure8Spec, Side, unit_slip


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure8Plan:
    """What is measured at this visit."""

    segment: Literal["hand", "ankle"]
    affected_side: Side
    variant: str
    position: str


@dataclass(frozen=True, slots=True, kw_only=True)
class GirthReading:
    """One laying of the tape. It is never deleted: an excluded reading keeps its value and says why."""

    number: int
    side: Side
    repeat: int
    girth_cm: float
    entered: str
    t_ns: int
    actor: str = ""
    reason: str = ""
    excluded: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Doubt:
    """A reading that waits for a yes or a correction. `suggestion_cm` is what was probably meant."""

    girth_cm: float
    entered: str
    question: str
    actor: str = ""
    suggestion_cm: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure8State:
    """Where the measurement stands. `not_done` holds the reason for a side that is not measured."""

    plan: Figure8Plan
    readings: tuple[GirthReading, ...] = ()
    doubt: Doubt | None = None
    not_done: tuple[tuple[Side, str], ...] = ()
    closed: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Entered:
    """A girth was typed: the number, the text as typed, and who typed it."""

    t_ns: int
    girth_cm: float
    entered: str
    actor: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Confirmed:
    """The doubtful reading stands, for this reason."""

    t_ns: int
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Corrected:
    """The doubtful reading was a slip: take the suggestion, or nothing (`take` False: it is typed again)."""

    t_ns: int
    take: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Excluded:
    """A counted reading does not count, for this reason: that with this number, or the last."""

    t_ns: int
    reason: str
    number: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class NotDone:
    """The side that is due is not (or no longer) measured, for this reason."""

    t_ns: int
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Closed:
    """The set is closed; nothing changes any more."""

    t_ns: int


LimbEvent: TypeAlias = Entered | Confirmed | Corrected | Excluded | NotDone | Closed


@dataclass(frozen=True, slots=True, kw_only=True)
class SideValue:
    """The value of a side. `girth_cm` is None where the set was not completed; `reason` then says why."""

    side: Side
    affected: bool
    readings: int
    girth_cm: float | None
    statistic: Literal["", "mean", "median"]
    range_cm: float | None
    sd_cm: float | None
    status: Literal["complete", "spread_high", "incomplete", "not_done"]
    reason: str = ""


class Refusal(ValueError):
    """A limb event that cannot be taken; nothing has changed."""


class FarReading(Refusal):
    """A girth far from those of its side: it is wrong, or one of them is."""


def init(spec: Figure8Spec, plan: Figure8Plan) -> Figure8State:
    """The state before the first reading.

    Raises
    ------
    ValueError
        A segment, landmark variant or position that the rules do not know.
    """
    segment = spec.segment(plan.segment)
    if plan.variant not in segment.variants:
        raise ValueError(f"landmark variant {plan.variant!r} is not one of {segment.variants}")
    if plan.position not in segment.positions:
        raise ValueError(f"position {plan.position!r} is not one of {segment.positions}")
    return Figure8State(plan=plan)


def due(spec: Figure8Spec, state: Figure8State) -> tuple[Side, int] | None:
    """The side and repeat to measure next, or None when nothing is due.

    The sides take turns, the unaffected one first, so that no reading follows one of the same side while both
    are open.
    """
    waiting = [side for side in _sides(state) if _needs(spec, state, side)]
    if not waiting:
        return None
    side = min(waiting, key=lambda s: len(_counted(state, s)))
    return side, len(_counted(state, side)) + 1


def last_counted(state: Figure8State, side: Side | None = None) -> GirthReading | None:
    """The last reading that counts, of a side or of both; None where there is none."""
    kept = (r for r in reversed(state.readings) if not r.excluded and side in (None, r.side))
    return next(kept, None)


def step(spec: Figure8Spec, state: Figure8State, event: LimbEvent) -> Figure8State:
    """Take one event.

    Raises
    ------
    Refusal
        The event does not fit, or the reading is impossible; the message says what is allowed.
    """
    if state.closed:
        raise Refusal("the limb set is closed")
    match event:
        case Entered():
            return _entered(spec, state, event)
        case Confirmed():
            return _confirmed(spec, state, event)
        case Corrected():
            return _corrected(spec, state, event)
        case Excluded():
            return _excluded(state, event)
        case NotDone():
            return _not_done(spec, state, event)
        case Closed():
            if due(spec, state) is not None or state.doubt:
                raise Refusal("readings are still due: measure them, or say why the side is not done")
            return replace(state, closed=True)


def values(spec: Figure8Spec, state: Figure8State) -> tuple[SideValue, SideValue]:
    """The values of the unaffected and the affected side as they stand."""
    unaffected, affected = (_value(spec, state, side) for side in _sides(state))
    return unaffected, affected


def _sides(state: Figure8State) -> tuple[Side, Side]:
    affected = state.plan.affected_side
    return ("right" if affected == "left" else "left"), affected


def _counted(state: Figure8State, side: Side) -> list[float]:
    return [r.girth_cm for r in state.readings if r.side == side and not r.excluded]


def _needs(spec: Figure8Spec, state: Figure8State, side: Side) -> bool:
    if any(s == side for s, _ in state.not_done):
        return False
    counted = _counted(state, side)
    if len(counted) < spec.repeats:
        return True
    return len(counted) < spec.most_repeats and _spread(counted) > spec.spread_cm


def _spread(counted: list[float]) -> float:
    # Readings are tenths of a centimetre: without rounding, 64.4 - 63.9 would exceed 0.5.
    return round(max(counted) - min(counted), 6)


def _entered(spec: Figure8Spec, state: Figure8State, event: Entered) -> Figure8State:
    if state.doubt:
        raise Refusal("the reading before waits for an answer")
    now = due(spec, state)
    if now is None:
        raise Refusal("no reading is due: close the set")
    segment, girth = spec.segment(state.plan.segment), event.girth_cm
    entry = Doubt(girth_cm=girth, entered=event.entered, question="", actor=event.actor)
    suggestion, unit = unit_slip(segment, girth)
    if suggestion is not None:
        _refuse_impossible(spec, state, now, suggestion, event.entered)
        question = f"{event.entered} looks like {unit}. Take {suggestion:.1f} cm?"
        return replace(state, doubt=replace(entry, question=question, suggestion_cm=suggestion))
    _refuse_impossible(spec, state, now, girth, event.entered)
    marks = girth / spec.resolution_cm
    if abs(marks - round(marks)) > 1e-6:
        raise Refusal(f"{event.entered} is finer than the tape: read it to {spec.resolution_cm:g} cm")
    if not segment.soft_min_cm <= girth <= segment.soft_max_cm:
        question = f"{girth:.1f} cm is unusual for the {segment.segment}. Keep it?"
        return replace(state, doubt=replace(entry, question=question))
    return _add(state, now, entry, girth, event.t_ns, reason="")


def _refuse_impossible(
    spec: Figure8Spec, state: Figure8State, now: tuple[Side, int], girth_cm: float, entered: str
) -> None:
    segment, counted = spec.segment(state.plan.segment), _counted(state, now[0])
    if not segment.hard_min_cm <= girth_cm <= segment.hard_max_cm:
        raise Refusal(
            f"{entered} is outside {segment.hard_min_cm:g} to {segment.hard_max_cm:g} cm: measure or type again"
        )
    if counted and abs(girth_cm - median(counted)) > spec.repeat_hard_cm:
        last = last_counted(state, now[0])
        assert last is not None
        raise FarReading(
            f"{entered} is far from the other readings of this side: measure or type again; "
            f"X excludes {last.side} reading {last.repeat}"
        )


def _confirmed(spec: Figure8Spec, state: Figure8State, event: Confirmed) -> Figure8State:
    doubt, now = state.doubt, due(spec, state)
    if doubt is None or now is None:
        raise Refusal("no reading waits for an answer")
    _refuse_impossible(spec, state, now, doubt.girth_cm, doubt.entered)
    if not event.reason.strip():
        raise Refusal("an unusual reading needs a reason")
    state = replace(state, doubt=None)
    return _add(state, now, doubt, doubt.girth_cm, event.t_ns, reason=event.reason.strip())


def _corrected(spec: Figure8Spec, state: Figure8State, event: Corrected) -> Figure8State:
    doubt, now = state.doubt, due(spec, state)
    if doubt is None or now is None:
        raise Refusal("no reading waits for an answer")
    state = replace(state, doubt=None)
    if not event.take:
        return state
    if doubt.suggestion_cm is None:
        raise Refusal("there is no suggestion to take: confirm the reading with a reason, or type it again")
    return _add(state, now, doubt, doubt.suggestion_cm, event.t_ns, reason="unit slip corrected")


def _add(
    state: Figure8State, now: tuple[Side, int], entry: Doubt, girth_cm: float, t_ns: int, *, reason: str
) -> Figure8State:
    side, repeat = now
    reading = GirthReading(
        number=len(state.readings) + 1,
        side=side,
        repeat=repeat,
        girth_cm=girth_cm,
        entered=entry.entered,
        t_ns=t_ns,
        actor=entry.actor,
        reason=reason,
    )
    return replace(state, readings=(*state.readings, reading))


def _excluded(state: Figure8State, event: Excluded) -> Figure8State:
    if state.doubt:
        raise Refusal("the reading before waits for an answer")
    if not event.reason.strip():
        raise Refusal("an exclusion needs a reason")
    last = last_counted(state)
    if last is None:
        raise Refusal("there is no reading to exclude")
    number = last.number if event.number is None else event.number
    wrong = next((r for r in state.readings if r.number == number and not r.excluded), None)
    if wrong is None:
        raise Refusal(f"there is no reading {number} that counts")
    said = "; ".join(part for part in (wrong.reason, event.reason.strip()) if part)
    out = replace(wrong, excluded=True, reason=said)
    return replace(state, readings=tuple(out if r is wrong else r for r in state.readings))


def _not_done(spec: Figure8Spec, state: Figure8State, event: NotDone) -> Figure8State:
    now = due(spec, state)
    if now is None:
        raise Refusal("no reading is due: close the set")
    if state.doubt:
        raise Refusal("the reading before waits for an answer")
    if not event.reason.strip():
        raise Refusal("a side that is not measured needs a reason")
    return replace(state, not_done=(*state.not_done, (now[0], event.reason.strip())))


def _value(spec: Figure8Spec, state: Figure8State, side: Side) -> SideValue:
    counted = _counted(state, side)
    n = len(counted)
    mean = fsum(counted) / n if n else 0.0
    sd = sqrt(fsum((g - mean) ** 2 for g in counted) / (n - 1)) if n > 1 else None
    spread = _spread(counted) if n else None
    affected = side == state.plan.affected_side
    not_done = next((reason for s, reason in state.not_done if s == side), "")
    if n < spec.repeats or (not not_done and _needs(spec, state, side)):
        return SideValue(
            side=side,
            affected=affected,
            readings=n,
            girth_cm=None,
            statistic="",
            range_cm=spread,
            sd_cm=sd,
            status="not_done" if not_done and not n else "incomplete",
            reason=not_done or f"{n} of {spec.repeats} readings",
        )
    assert spread is not None
    agree = n == spec.repeats and spread <= spec.spread_cm
    return SideValue(
        side=side,
        affected=affected,
        readings=n,
        girth_cm=mean if agree else float(median(counted)),
        statistic="mean" if agree else "median",
        range_cm=spread,
        sd_cm=sd,
        status="complete" if spread <= spec.spread_cm else "spread_high",
        reason=not_done,
    )
