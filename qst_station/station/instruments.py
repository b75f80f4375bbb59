"""The register of instruments beside a visit: what it says when the visit opens, and what the visit tells it."""

from __future__ import annotations

import datetime
from collections import Counter
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from calibration.scale import Scale
from protocols.battery import TestSpec
from qst_station.calibrating.entries import Event, Overridden, Used
from qst_station.calibrating.history import RegisterContent
from qst_station.calibrating.issuing import certificate_of
from qst_station.calibrating.register import Register, read_register, register_folder
from qst_station.calibrating.snapshot import set_snapshot, snapshot
from qst_station.findings import Finding, Refused, Severity
from qst_station.session.instruments import wanted_kinds
from qst_station.session.state import SessionState
from qst_station.study.document import Study


def visit_instruments(
    data: Path,
    study: Study,
    tests: Iterable[TestSpec],
    chosen: Mapping[str, str],
    *,
    gate: bool,
    on: datetime.date,
) -> dict[str, Any]:
    """What the opening row says of the hairs and pinpricks of a visit.

    Parameters
    ----------
    tests : iterable of TestSpec
        The tests of the visit; only sets of kinds that they ask for are looked up.
    chosen : mapping of str to str
        Name of the set by kind; where it is missing or empty, the only set of that kind.
    gate : bool
        Whether what must not be used stops the test.

    Raises
    ------
    Refused
        There are several sets of a kind and none was chosen, or there is no such set.
    """
    content = register_content(data)
    pieces: list[dict[str, Any]] = []
    for kind in sorted(wanted_kinds(list(tests))):
        name = chosen.get(kind, "") or _only_set(content, kind)
        if name and content is not None:
            pieces += set_snapshot(content, name, on)
    return {"gate": gate, "override_roles": list(study.override_roles), "pieces": pieces}


def sets_of(data: Path) -> dict[str, list[str]]:
    """Names of the sets in the register that are in use, by kind."""
    content = register_content(data)
    return {kind: _sets(content, kind) for kind in ("hair", "pinprick")}


def gauges_of(data: Path) -> list[str]:
    """Force gauges of the register that are in use, by id."""
    content = register_content(data)
    histories = content.histories.values() if content is not None else ()
    return sorted(h.instrument.id for h in histories if h.instrument.kind == "force_gauge" and h.retired is None)


def register_content(data: Path) -> RegisterContent | None:
    """The register of this station; None where it has none."""
    return read_register(data) if register_folder(data).exists() else None


def gauge_snapshot(data: Path, instrument: str, on: datetime.date) -> tuple[dict[str, Any], Scale | None]:
    """A force gauge as the register has it, and the scale of its certificate, if it has one.

    Raises
    ------
    Refused
        There is no such instrument, or it is no force gauge.
    """
    content = register_content(data)
    found = snapshot(content, [instrument], on)[0] if content is not None else None
    if content is None or found is None or found["kind"] != "force_gauge":
        raise Refused(
            Finding(
                code="device.instrument",
                severity=Severity.WARNING,
                place=instrument or "instrument",
                happened=f"{instrument!r} is no force gauge of the register.",
                safe="Nothing was changed.",
                remedy="Register the gauge, or leave the field empty; then it counts as not calibrated.",
            )
        )
    document = found["certificate_json"]
    if document is None:
        return found, None
    scale = certificate_of(content, found["certificate"]).content["scale"]
    return found, Scale(**{**scale, "certificate": found["certificate"]}) if scale else None


def tell_register(data: Path, opening: Mapping[str, Any], state: SessionState, *, who: str, utc: str) -> None:
    """Enter how often each hair and pinprick was used in a visit, and what was signed for; once for each visit.

    Raises
    ------
    Refused
        Another process writes to the register, or the disk does not take it.
    """
    known = {piece["id"] for piece in opening.get("instruments", {}).get("pieces", ())}
    session_uuid = opening["session_uuid"]
    used = Counter(trial.instrument for trial in state.trials if trial.instrument in known)
    entries: list[tuple[str, Event]] = [
        (id_, Used(times=times, session_uuid=session_uuid)) for id_, times in sorted(used.items())
    ]
    for signed in state.overrides:
        if signed.instrument in known:
            reason = f"{signed.reason} ({signed.signed_by}, {signed.role})"
            entries.append((signed.instrument, Overridden(reason=reason, session_uuid=session_uuid)))
    if entries and register_folder(data).exists():
        with Register.open(data) as register:
            if not any(_of_session(entry.event, session_uuid) for entry in register.content.entries):
                register.record(entries, who=who, utc=datetime.datetime.fromisoformat(utc))


def _of_session(event: Event, session_uuid: str) -> bool:
    return isinstance(event, Used | Overridden) and event.session_uuid == session_uuid


def _sets(content: RegisterContent | None, kind: str) -> list[str]:
    if content is None:
        return []
    in_use = (h.instrument for h in content.histories.values() if h.retired is None)
    return sorted({one.set_name for one in in_use if one.kind == kind and one.set_name})


def _only_set(content: RegisterContent | None, kind: str) -> str:
    names = _sets(content, kind)
    if len(names) > 1:
        raise Refused(
            Finding(
                code="visit.set",
                severity=Severity.STOP,
                place="visit request",
                happened=f"{kind}_set is empty, and the register has several: {', '.join(names)}.",
                safe="Nothing was opened.",
                remedy="Choose the set that is on the tray.",
            )
        )
    return names[0] if names else ""
