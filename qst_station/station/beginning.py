"""The opening row of a visit on this station: its study, its register of instruments, its devices."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from dataclasses import asdict
from pathlib import Path
from typing import Any

from qst_station.acquisition.attached import AttachedDevice
from qst_station.session.events import Actor
from qst_station.station.instruments import gauge_snapshot, visit_instruments
from qst_station.station.opening import DeviceEntry, VisitRequest, battery_documents, opening_row
from qst_station.station.study_file import study_in
from qst_station.station.words_folder import WordsFolder


def begun(
    data: Path, request: VisitRequest, devices: Mapping[str, AttachedDevice], actor: Actor, *, utc: str
) -> dict[str, Any]:
    """Build the opening row.

    Raises
    ------
    Refused
        The request does not fit the study or the register; nothing has been written.
    """
    study_document, study = study_in(data)
    on = local_date(utc)
    asked = study.visit(request.visit, place="visit request").assessments
    tests = battery_documents().tests.values() if "mechanical_qst" in asked else ()
    chosen = {"hair": request.hair_set, "pinprick": request.pinprick_set}
    instruments = visit_instruments(data, study, tests, chosen, gate=request.kind == "real", on=on)
    entries = [_entry(data, name, attached, on) for name, attached in devices.items()]
    return opening_row(
        request,
        entries,
        actor,
        utc=utc,
        study_document=study_document,
        instruments=instruments,
        words=WordsFolder(data, battery_documents().tests),
    )


def local_date(utc: str) -> datetime.date:
    """The day here at a moment; certificates and checks are dated in local time."""
    return datetime.datetime.fromisoformat(utc).astimezone().date()


def _entry(data: Path, name: str, attached: AttachedDevice, on: datetime.date) -> DeviceEntry:
    device = attached.device
    return DeviceEntry(
        name=name,
        gauge=device.gauge,
        url=device.url,
        kind=attached.spec.kind,
        tests=device.tests,
        probe_area_cm2=device.probe_area_cm2,
        grade=attached.spec.grade,
        scale=asdict(attached.scale),
        options=dict(device.options),
        instrument=gauge_snapshot(data, device.instrument, on)[0] if device.instrument else None,
    )
