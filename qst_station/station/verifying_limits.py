"""Whether the force limits of a session are those of the study that it carries."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

from qst_station.findings import Finding, Severity
from qst_station.session.plan import SessionPlan
from qst_station.station.opening import STUDY
from qst_station.station.record import Replayed
from qst_station.study.document import SetLimit
from qst_station.study.force_limits import limit_row, lowest_limit


def check_force_limits(path: Path, replayed: Replayed) -> list[Finding]:
    """Find the limit of every step again in the study and in the protocol texts of the file."""
    plan = replayed.plan
    recorded = plan.opening.get("force_limits", {})
    try:
        derived = _derived(plan)
    except (ValueError, TypeError, KeyError) as fault:  # a chain over a study that nobody opened a visit with
        return [_finding(path, f"/inputs/{STUDY}", f"No force limits follow from the study text: {fault}.")]
    return [
        _finding(
            path,
            f"/events: force limit of {key}",
            f"The visit ran with {_load(recorded.get(key))}, and the study text in the file says "
            f"{_load(derived.get(key))}.",
        )
        for key in sorted(recorded.keys() | derived.keys())
        if recorded.get(key) != derived.get(key)
    ]


def _derived(plan: SessionPlan) -> dict[str, dict[str, object]]:
    """The rows of the limits by step; only what bears on limits is read of the study, whatever its version."""
    study = tomllib.loads(plan.opening["inputs"][STUDY])
    limits = [SetLimit(**row) for row in study.get("force_limits", ())]
    found = {}
    for step in plan.steps:
        if not step.site_role or step.test not in plan.tests:
            continue
        body_site = plan.opening["sites"][step.site_role]["body_site"]
        limit = lowest_limit(limits, plan.tests[step.test], body_site, step.site_role)
        if limit is not None:
            found[step.key] = limit_row(limit)
    return found


def _load(row: dict[str, Any] | None) -> str:
    if row is None:
        return "no limit of the study"
    where = f"{row['area']}, {row['role']} area" if "role" in row else row["area"]
    return f"{row['load']:g} {row['unit']} ({where}, {row['grade']}: {row['source']})"


def _finding(path: Path, place: str, happened: str) -> Finding:
    return Finding(
        code="verify.force_limit",
        severity=Severity.STOP,
        place=f"{path}: {place}",
        happened=happened,
        safe="The file was not changed.",
        remedy="Do not use the values of this test; compare with another copy of the file, and with the study.",
    )
