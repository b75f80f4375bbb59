"""What a session keeps of its instruments: their state on the day and the certificate they came with.

The whole certificate goes with it, so that a later one never changes an old session.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from typing import Any

from qst_station.calibrating.entries import Calibrated
from qst_station.calibrating.history import RegisterContent
from qst_station.calibrating.refusals import refused
from qst_station.calibrating.validity import validity


def snapshot(content: RegisterContent, instrument_ids: Iterable[str], on: datetime.date) -> list[dict[str, Any]]:
    """Plain data for the opening of a session, one dict per instrument.

    Returns
    -------
    list of dict
        `id`, `kind`, `model`, `serial`, `set_name`, `slot`, `marking`, `nominal_mn`, `measured_mn`,
        `expanded_mn`, `coverage_factor`, `state`, `usable`, `reason`, `remedy`, `on` and `due` (ISO dates),
        `uses_since_rest`, `certificate` (number), `certificate_json` (the signed document; None for a
        certificate from elsewhere). What is not known is None.

    Raises
    ------
    Refused
        `register.unknown`.
    """
    return [_one(content, id_, on) for id_ in instrument_ids]


def set_snapshot(content: RegisterContent, set_name: str, on: datetime.date) -> list[dict[str, Any]]:
    """As `snapshot`, for the instruments of a set that are not retired, by slot.

    Raises
    ------
    Refused
        `register.unknown`: no instrument belongs to such a set.
    """
    members = [h for h in content.histories.values() if h.instrument.set_name == set_name]
    if not members:
        known = sorted({h.instrument.set_name for h in content.histories.values()} - {""})
        raise refused(
            "register.unknown",
            set_name,
            "There is no set of this name in the register.",
            f"The register has: {', '.join(known) or 'none'}.",
        )
    in_use = [h.instrument for h in members if h.retired is None]
    in_use.sort(key=lambda one: (one.slot is None, one.slot or 0, one.id))
    return snapshot(content, [one.id for one in in_use], on)


def _one(content: RegisterContent, instrument_id: str, on: datetime.date) -> dict[str, Any]:
    history = content.history(instrument_id)
    instrument, known = history.instrument, history.certification
    found = validity(content, instrument_id, on)
    here = known if isinstance(known, Calibrated) else None
    return {
        "id": instrument.id,
        "kind": instrument.kind,
        "model": instrument.model,
        "serial": instrument.serial,
        "set_name": instrument.set_name,
        "slot": instrument.slot,
        "marking": instrument.marking,
        "nominal_mn": instrument.nominal_mn,
        "measured_mn": here.measured_mn if here else None,
        "expanded_mn": here.expanded_mn if here else None,
        "coverage_factor": here.coverage_factor if here else None,
        "state": found.state.value,
        "usable": found.usable,
        "reason": found.reason,
        "remedy": found.remedy,
        "on": on.isoformat(),
        "due": found.due.isoformat() if found.due else None,
        "uses_since_rest": history.uses_since_rest,
        "certificate": known.certificate if known else None,
        "certificate_json": here.document if here else None,
    }
