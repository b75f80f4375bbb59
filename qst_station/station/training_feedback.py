"""How a training visit went, from its record alone: pace, ramps, entries, measured values beside the true ones."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import asdict, dataclass, replace
from statistics import median
from typing import Any, Literal

from protocols.limits import LimitsSpec
from protocols.ramp_spec import RampSpec
from protocols.rating import RatingSpec
from protocols.train import TrainSpec
from qst_station.findings import Finding, Refused, Severity
from qst_station.session.events import Command
from qst_station.session.plan import SessionPlan
from qst_station.session.state import SessionState, SessionTrial
from qst_station.station.flawless import FlawlessRange, flawless_runs, usual_time_s
from qst_station.station.record import Replayed
from qst_station.station.training import APPLIED, SAID, Training, training_of
from qst_station.station.training_words import sentences

FORMAT = "qst-training-feedback/1"

Moment = Literal["contact", "pause", "interval", "beat", "rest"]

# Unverified defaults of our own, named to the trainee as such.
TOLERANCE_S: dict[Moment, float] = {"contact": 0.5, "pause": 1.0, "interval": 2.0, "beat": 0.25, "rest": 2.0}
ENOUGH = 0.8  # so large a share within the tolerance is called good
_HURRIED, _SLOW = 0.6, 1.7  # shares of the usual time


@dataclass(frozen=True, slots=True, kw_only=True)
class Pace:
    """How well one moment of a test was kept, over all its stimuli.

    `missing` counts beats without a touch; they lie outside the tolerance. `extra` counts the touches beyond one
    for each beat; `good` asks for a share of the beats and of them.
    """

    test: str
    moment: Moment
    intended_s: float
    median_s: float | None
    worst_s: float | None
    within: int
    of: int
    missing: int
    extra: int
    tolerance_s: float
    good: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Ramps:
    """How the hand followed the ramps of all trials, also of those that were repeated."""

    test: str
    asked_kpa_per_s: float
    rates_kpa_per_s: tuple[float, ...]
    in_band: float
    good: int
    too_fast: int
    too_slow: int
    uneven: int
    repeated: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Differing:
    """An entry that is not what the participant said."""

    trial: int
    test: str
    site_role: str
    said: str
    entered: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Entries:
    """What was entered: `unheard` before the participant had spoken, `untouched` without a touch."""

    entered: int
    differing: tuple[Differing, ...]
    unheard: int
    untouched: int
    undone: int


@dataclass(frozen=True, slots=True, kw_only=True)
class TestTime:
    """How long a test took, and how long it takes at the pace of the protocol; None where that has none."""

    test: str
    site_role: str
    used_s: float
    usual_s: float | None
    good: bool

    __test__ = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Compared:
    """A measured value beside the true one. `good` means: a flawless run may well give it."""

    site_role: str
    measured: float | None
    reason: str
    flawless: FlawlessRange
    good: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Feedback:
    """How a training visit went."""

    training: Training
    pacing: tuple[Pace, ...]
    ramps: tuple[Ramps, ...]
    entries: Entries
    times: tuple[TestTime, ...]
    compared: tuple[Compared, ...]


def training_feedback(replayed: Replayed) -> dict[str, Any]:
    """The feedback of a training visit as plain data, with its sentences.

    Raises
    ------
    Refused
        `training.none`: the visit is no training. `training.open`: it has not been closed yet.
    """
    plan, state = replayed.plan, replayed.state
    training = training_of(plan.opening)
    if training is None:
        raise _refused("training.none", "This session is no training.", "Name the session of a training visit.")
    if not state.closed:
        happened = "The training has not been closed, and the true values stay hidden until then."
        remedy = "Finish or skip the open tests, sign and close the visit."
        raise _refused("training.open", happened, f"{remedy} One that was sealed as interrupted has no feedback.")
    found = feedback(plan, state, [event for _, event in replayed.events if isinstance(event, Command)], training)
    return {
        "format": FORMAT,
        "session_uuid": plan.opening["session_uuid"],
        **asdict(found),
        "sections": [asdict(section) for section in sentences(found)],
    }


def feedback(plan: SessionPlan, state: SessionState, commands: Sequence[Command], training: Training) -> Feedback:
    """How a training visit went, from its plan, its state and its orders."""
    touches = [(c.args["down_ns"] / 1e9, c.args["up_ns"] / 1e9) for c in commands if c.name == APPLIED]
    heard = [c for c in commands if c.name == SAID]
    undone = sum(c.name == "undo" for c in commands)
    return Feedback(
        training=training,
        pacing=_pacing(plan, state, touches, [c.t_ns for c in commands if c.name == "reopen"]),
        ramps=_ramps(plan, state),
        entries=_entries(plan, state, heard, touches, undone),
        times=_times(plan, state, training),
        compared=_compared(plan, state, training),
    )


def _refused(code: str, happened: str, remedy: str) -> Refused:
    return Refused(
        Finding(
            code=code,
            severity=Severity.STOP,
            place="training feedback",
            happened=happened,
            safe="Nothing was changed.",
            remedy=remedy,
        )
    )


def _spec_of(plan: SessionPlan, kept: SessionTrial) -> Any:
    return plan.test_at(kept.step).machine


# The pace


def _pacing(
    plan: SessionPlan, state: SessionState, touches: Sequence[tuple[float, float]], reopened_ns: Sequence[int]
) -> tuple[Pace, ...]:
    found: dict[tuple[str, Moment, float], list[float | None]] = {}
    extra: Counter[str] = Counter()
    before: SessionTrial | None = None
    rested_from_ns = 0
    for kept in state.trials:
        spec, last, before = _spec_of(plan, kept), before, kept
        first = last is None or (kept.step, kept.attempt) != (last.step, last.attempt)
        if kept.trial.void_reason:
            if isinstance(spec, RampSpec):
                rested_from_ns = kept.trial.t_answered_ns  # it was a load on the skin all the same
            continue
        down_up = _touches_of(kept, touches)
        if isinstance(spec, LimitsSpec) and down_up:
            contact = down_up[-1][1] - down_up[-1][0]
            found.setdefault((kept.test, "contact", spec.hold_s), []).append(contact)
            if not first:
                pause = down_up[0][0] - kept.trial.t_presented_ns / 1e9
                found.setdefault((kept.test, "pause", spec.rest_s), []).append(pause)
        elif isinstance(spec, RatingSpec) and spec.interval_s and down_up and last is not None and not first:
            earlier = _touches_of(last, touches)
            # After an undo or a pause no interval was to be kept.
            if earlier and kept.trial.t_presented_ns == last.trial.t_answered_ns:
                interval = down_up[0][0] - earlier[0][0]
                found.setdefault((kept.test, "interval", spec.interval_s), []).append(interval)
        elif isinstance(spec, TrainSpec):
            for beat in kept.trial.beats:
                near = _near(beat.intended_ns / 1e9, spec.beat_s, touches)
                found.setdefault((kept.test, "beat", 0.0), []).append(min(near, key=abs, default=None))
                extra[kept.test] += max(0, len(near) - 1)
        elif isinstance(spec, RampSpec) and kept.trial.ramp is not None:
            contact_ns = kept.trial.ramp.contact_ns
            # How long the program was off is not known.
            if not first and rested_from_ns and not any(rested_from_ns < t < contact_ns for t in reopened_ns):
                rest = (contact_ns - rested_from_ns) / 1e9
                found.setdefault((kept.test, "rest", spec.rest_s), []).append(rest)
            rested_from_ns = kept.trial.t_answered_ns
    return tuple(
        _pace(test, moment, s, moments, extra[test] if moment == "beat" else 0)
        for (test, moment, s), moments in found.items()
    )


def _touches_of(kept: SessionTrial, touches: Sequence[tuple[float, float]]) -> list[tuple[float, float]]:
    """The touches that began between the prompt for a stimulus and its answer."""
    since_s, until_s = kept.trial.t_presented_ns / 1e9, kept.trial.t_answered_ns / 1e9
    return [touch for touch in touches if since_s <= touch[0] <= until_s]


def _near(due_s: float, beat_s: float, touches: Sequence[tuple[float, float]]) -> list[float]:
    """How late each touch near a beat was; no touch is near two beats."""
    half_s = beat_s / 2
    return [down - due_s for down, _ in touches if -half_s <= down - due_s < half_s]


def _pace(test: str, moment: Moment, intended_s: float, moments: Sequence[float | None], extra: int) -> Pace:
    kept = [seconds for seconds in moments if seconds is not None]
    tolerance_s = TOLERANCE_S[moment]
    within = sum(_off_s(moment, seconds - intended_s) <= tolerance_s for seconds in kept)
    return Pace(
        test=test,
        moment=moment,
        intended_s=intended_s,
        median_s=median(kept) if kept else None,
        worst_s=max(kept, key=lambda seconds: _off_s(moment, seconds - intended_s)) if kept else None,
        within=within,
        of=len(moments),
        missing=len(moments) - len(kept),
        extra=extra,
        tolerance_s=tolerance_s,
        good=within >= ENOUGH * (len(moments) + extra),
    )


def _off_s(moment: Moment, longer_s: float) -> float:
    """How far off a moment lies; a muscle may rest for longer."""
    return -longer_s if moment == "rest" else abs(longer_s)


# The ramps


def _ramps(plan: SessionPlan, state: SessionState) -> tuple[Ramps, ...]:
    found = []
    for test in dict.fromkeys(kept.test for kept in state.trials):
        trials = [kept for kept in state.trials if kept.test == test and kept.trial.ramp is not None]
        if not trials or not isinstance(spec := _spec_of(plan, trials[0]), RampSpec):
            continue
        fits = [kept.trial.ramp for kept in trials if kept.trial.ramp is not None]
        verdicts = [fit.verdict for fit in fits]
        found.append(
            Ramps(
                test=test,
                asked_kpa_per_s=spec.rate_kpa_per_s,
                rates_kpa_per_s=tuple(fit.rate_per_s for fit in fits),
                in_band=sum(fit.in_band for fit in fits) / len(fits),
                good=verdicts.count("good"),
                too_fast=verdicts.count("too_fast"),
                too_slow=verdicts.count("too_slow"),
                uneven=verdicts.count("uneven"),
                repeated=sum(not kept.counts for kept in trials),
            )
        )
    return tuple(found)


# What was entered


def _entries(
    plan: SessionPlan,
    state: SessionState,
    heard: Sequence[Command],
    touches: Sequence[tuple[float, float]],
    undone: int,
) -> Entries:
    differing: list[Differing] = []
    entered = unheard = untouched = 0
    # After an undo of a rating only its number is asked for.
    first_asked_ns: dict[tuple[int, int, str, int], int] = {}
    for kept in state.trials:
        trial = kept.trial
        if kept.void_reason and isinstance(_spec_of(plan, kept), RatingSpec):
            first_asked_ns.setdefault(kept.about, trial.t_presented_ns)
        if not kept.counts or (trial.answer is None and trial.rating is None):
            continue
        entered += 1
        since_ns = first_asked_ns.get(kept.about, trial.t_presented_ns)
        whole = replace(kept, trial=replace(trial, t_presented_ns=since_ns))
        said = _last_heard(whole, heard)
        untouched += not (trial.beats or _touches_of(whole, touches))
        if said is None:
            unheard += 1
            continue
        meant = float(trial.answer) if trial.answer is not None else trial.rating
        if meant != said.args["meant"]:
            differing.append(
                Differing(
                    trial=kept.number,
                    test=kept.test,
                    site_role=kept.site.role,
                    said=said.args["said"],
                    entered=_entered_words(_spec_of(plan, kept), kept),
                )
            )
    return Entries(
        entered=entered, differing=tuple(differing), unheard=unheard, untouched=untouched, undone=undone
    )


def _last_heard(kept: SessionTrial, heard: Sequence[Command]) -> Command | None:
    """What was said last about a stimulus before its answer was entered."""
    since_ns, until_ns = kept.trial.t_presented_ns, kept.trial.t_answered_ns
    about = (kept.test, kept.trial.stimulus.id)
    said = [c for c in heard if since_ns <= c.t_ns <= until_ns and (c.args["test"], c.args["stimulus"]) == about]
    return said[-1] if said else None


def _entered_words(spec: Any, kept: SessionTrial) -> str:
    if kept.trial.answer is None:
        return f"{kept.trial.rating:g}"
    return str(spec.yes_label if kept.trial.answer else spec.no_label).lower()


# Time, and the values


def _times(plan: SessionPlan, state: SessionState, training: Training) -> tuple[TestTime, ...]:
    found = []
    for index, (step, now) in enumerate(zip(plan.steps, state.steps, strict=True)):
        if step.site_role is None or now.status != "done" or now.counted != now.attempt:
            continue
        used_s = (now.used_ns - now.earlier_ns) / 1e9
        usual_s = usual_time_s(step.test, plan.test_at(index).machine, training.truth[step.site_role])
        good = usual_s is None or _HURRIED * usual_s <= used_s <= _SLOW * usual_s
        found.append(TestTime(test=step.test, site_role=step.site_role, used_s=used_s, usual_s=usual_s, good=good))
    return tuple(found)


def _compared(plan: SessionPlan, state: SessionState, training: Training) -> tuple[Compared, ...]:
    found = []
    for index, (step, now) in enumerate(zip(plan.steps, state.steps, strict=True)):
        if step.site_role is None or now.status not in ("done", "stopped"):
            continue
        measured = {parameter.name: parameter for parameter in now.parameters}
        runs = flawless_runs(step.test, plan.test_at(index).machine, training.truth[step.site_role])
        for one in runs.ranges:
            parameter = measured.get(one.parameter)
            value = parameter.value if parameter else None
            found.append(
                Compared(
                    site_role=step.site_role,
                    measured=value,
                    reason=parameter.reason if parameter else f"test {now.status}",
                    flawless=one,
                    good=value is not None and _inside(value, one),
                )
            )
    return tuple(found)


def _inside(value: float, one: FlawlessRange) -> bool:
    if one.low is None or one.high is None:
        return False
    rounding = 1e-9 * max(1.0, abs(value))
    return one.low - rounding <= value <= one.high + rounding
