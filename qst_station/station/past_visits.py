"""How long an examiner has taken for each step of late, from the heads of the sealed sessions of a folder."""

from __future__ import annotations

import re
import statistics
import threading
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from qst_station.findings import Refused
from qst_station.recording.user_block import read_summary
from qst_station.session.plan import SessionPlan
from qst_station.session.state import SessionState
from qst_station.study.protocol_documents import ADDITIONAL

VISITS = 10
"""So many visits make up a history; more would only hide that somebody has become quicker."""

_LOOKED_AT = 60  # files; a folder may hold thousands, of others and of other kinds
_STAMP = re.compile(r"_(\d{8}T\d{6}Z?)_[0-9a-f]{8}(?:-\d+)?\.h5$")

AREA_MIN = 27.0
AREA_SOURCE = "27 min per area (Rolke 2006)"
"""27 ± 2.3 min for the whole DFNS battery at one area: Rolke et al. 2006, Eur J Pain 10:77-88. It holds thermal
tests that are not asked for here, so that it is an upper bound; it says nothing of forms and of the limb."""


@dataclass(frozen=True, slots=True, kw_only=True)
class History:
    """The visits that were looked at: when the last began, and the seconds that each step took in each."""

    visits: int = 0
    last_utc: str = ""
    seconds: Mapping[str, tuple[float, ...]] = field(default_factory=dict)


class PastVisits:
    """Looks through the sealed sessions once for each visit, in a thread: a slow disk keeps nobody waiting."""

    def __init__(self) -> None:
        self.history = History()
        self._wanted = 0

    def look(self, data: Path, *, kind: str, who: str) -> threading.Thread:
        """Begin to look for the visits of an examiner; `history` is there once the thread has ended."""
        self._wanted += 1
        self.history = History()
        thread = threading.Thread(
            target=self._look, args=(data, kind, who, self._wanted), name="past visits", daemon=True
        )
        thread.start()
        return thread

    def _look(self, data: Path, kind: str, who: str, wanted: int) -> None:
        found = history(data, kind=kind, who=who)
        if wanted == self._wanted:
            self.history = found


def history(data: Path, *, kind: str, who: str) -> History:
    """The last visits of a kind that an examiner signed; damaged files are passed over."""
    stamped = [(match[1], path) for path in data.glob("*.h5") if (match := _STAMP.search(path.name))]
    visits, last_utc = 0, ""
    seconds: dict[str, list[float]] = {}
    for _, path in sorted(stamped, reverse=True)[:_LOOKED_AT]:
        try:
            summary = read_summary(path)
            took = _took(summary)
        except (Refused, KeyError, TypeError, AttributeError, ZeroDivisionError):
            continue
        last_utc = max(last_utc, str(summary.get("utc", "")))
        if visits == VISITS or summary.get("kind") != kind or summary.get("signed_by") != who:
            continue
        visits += bool(took)
        for key, used_s in took.items():
            seconds.setdefault(key, []).append(used_s)
    return History(visits=visits, last_utc=last_utc, seconds={key: tuple(s) for key, s in seconds.items()})


def _took(summary: Mapping[str, Any]) -> dict[str, float]:
    """Seconds of each step that was done at once; files from before they were kept have none.

    How the time of a repeated step is shared among its attempts is not in the head of a file.
    """
    steps = summary.get("steps", ())
    done = [s for s in steps if s["status"] == "done" and s["attempts"] == 1]
    return {s["step"]: s["used_s"] for s in done if s.get("used_s")}


def time_left(plan: SessionPlan, state: SessionState, past: History, *, now_ns: int) -> dict[str, Any]:
    """Time used, and time left with where that comes from, as plain data.

    A step counts with the median of what it took before; a test of the battery that has none, with its share of
    what the whole battery takes at an area, however many of its tests are planned; what else has none does not
    count. A repeated step begins anew.

    Parameters
    ----------
    now_ns : int
        Session time.
    """
    battery = [test for test in plan.tests if test not in ADDITIONAL.values()]
    left_s, by_history, by_area, unknown = 0.0, False, False, False
    for index, (step, now) in enumerate(zip(plan.steps, state.steps, strict=True)):
        if now.status not in ("ready", "running", "paused"):
            continue
        before = past.seconds.get(step.key)
        if before:
            expected_s, by_history = statistics.median(before), True
        elif step.test in battery:
            expected_s, by_area = AREA_MIN * 60.0 / len(battery), True
        else:
            expected_s, unknown = 0.0, True
        left_s += max(0.0, expected_s - (used_ns(state, index, now_ns=now_ns) - now.earlier_ns) / 1e9)
    sources = [f"your last {past.visits} visits" if past.visits > 1 else "your last visit"] if by_history else []
    sources += [AREA_SOURCE] if by_area else []
    return {
        "used_s": sum(used_ns(state, i, now_ns=now_ns) for i in range(len(state.steps))) / 1e9,
        "left_s": None if unknown and not sources else left_s,
        "visits": past.visits if by_history else 0,
        "area_min": AREA_MIN if by_area else None,
        "source": ", ".join(sources),
        "without_forms": unknown and bool(sources),
    }


def used_ns(state: SessionState, index: int, *, now_ns: int) -> int:
    """Session time for which a step has run, pauses left out."""
    step = state.steps[index]
    return step.used_ns + (max(0, now_ns - step.since_ns) if step.since_ns is not None else 0)
