"""When the last answer that stands was given, and how many after it were taken back. No values."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Sequence
from datetime import datetime, timedelta

from qst_station.session.events import ClockPair
from qst_station.session.state import SessionState


def answered_utc(state: SessionState, pairs: Sequence[ClockPair]) -> str:
    """Wall-clock time of the last answer, reading or entry that stands; empty where none does.

    `pairs` are those of session time and wall clock in their order, the first of the start.
    """
    limbs = (*state.earlier_limbs, *((state.limb,) if state.limb else ()))
    given = [kept.trial.t_answered_ns for kept in state.trials if not kept.void_reason]
    given += [reading.t_ns for limb in limbs for reading in limb.readings if not reading.excluded]
    given += [entry.t_ns for run in state.forms for entry in run.form.held().values()]
    if not given:
        return ""
    last_ns = max(given)
    before = pairs[max(bisect_right(pairs, last_ns, key=lambda pair: pair.t_ns) - 1, 0)]
    since = timedelta(microseconds=(last_ns - before.t_ns) // 1000)
    return (datetime.fromisoformat(before.utc) + since).isoformat(timespec="milliseconds")


def taken_back_since(state: SessionState) -> Counter[tuple[int, int]]:
    """For each step and attempt how many answers were taken back after the last one that stands."""
    found: Counter[tuple[int, int]] = Counter()
    for kept in state.trials:
        if not kept.void_reason:
            found[kept.step, kept.attempt] = 0
        elif not kept.trial.void_reason:  # else it was void by itself
            found[kept.step, kept.attempt] += 1
    return found
