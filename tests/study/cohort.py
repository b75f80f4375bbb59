"""Thirty simulated participants over six visits, as heads of sealed files: known delays and known drift."""

from __future__ import annotations

import datetime
import random
import uuid
from pathlib import Path
from typing import Any

from qst_station.recording.user_block import Identity, block_size, encode_block
from qst_station.study.study import load_study, study_text

INCA = load_study(study_text(), place="inca")
VISITS = {"screening": -14, "day-0": 0, "day-30": 30, "day-60": 60, "day-90": 90, "day-120": 120}
FIRST_DAY_0 = datetime.datetime(2026, 1, 12, 9, 30, tzinfo=datetime.UTC)
NOW = "2027-01-01T00:00:00+00:00"
TODAY = datetime.date(2027, 1, 1)
COHORT = 30
UNAFFECTED_CM = 41.0
METHOD = {"hand": ("ulnar-styloid-2nd-mcp", "neutral"), "ankle": ("tatro-adams-1995", "neutral")}


def delay(number: int, visit: str) -> int:
    """By how many days participant `number` came late: known, and beyond the window for some."""
    return 0 if visit in ("screening", "day-0") else random.Random(f"{number} {visit}").randint(-9, 9)


def day_0(number: int) -> datetime.datetime:
    return FIRST_DAY_0 + datetime.timedelta(days=3 * number)


def began(number: int, visit: str) -> datetime.datetime:
    return day_0(number) + datetime.timedelta(days=VISITS[visit] + delay(number, visit))


def segment(number: int) -> str:
    return "ankle" if number % 4 == 3 else "hand"


def reader(number: int, visit: str) -> str:
    """Who signs: every third participant has another reader at the end."""
    return "CD" if number % 3 == 0 and visit == "day-120" else "AB"


def drift_cm(number: int, visit: str) -> float:
    """By how much the affected limb has changed since day 0: up to ±2.9 cm at day 120, even steps in between."""
    at_end_cm = (number - 15) * 0.2
    return round(at_end_cm * max(VISITS[visit], 0) / 120, 2)


def z_of(number: int, visit: str, role: str) -> float:
    """The z of MPT: the affected side goes back to normal, the control side stays."""
    return 0.1 * number if role == "control" else round(3.0 - VISITS[visit] / 60, 2)


def parameter(number: int, visit: str, role: str) -> dict[str, Any]:
    return {
        "parameter": "MPT",
        "site_role": role,
        "side": "left",
        "value": 64.0,
        "unit": "mN",
        "censored": "",
        "bound": None,
        "z": z_of(number, visit, role),
        "direction": "gain",
        "outside_95": "false",
        "reason": "",
        "detectability": "",
        "norm_sha256": "0" * 64,
    }


def limb_side(number: int, side: str, role: str, girth_cm: float) -> dict[str, Any]:
    variant, position = METHOD[segment(number)]
    return {
        "segment": segment(number),
        "side": side,
        "limb_role": role,
        "readings": 3,
        "girth_cm": girth_cm,
        "status": "complete",
        "reason": "",
        "landmark_variant": variant,
        "position": position,
    }


def summary(number: int, visit: str, began: datetime.datetime, **more: Any) -> dict[str, Any]:
    """What the head of a sealed file says, as far as register and course ask."""
    name = f"P-{number:03}"
    affected = ("left", "right")[number % 2]
    other = ("right", "left")[number % 2]
    girth_cm = 43.0 + drift_cm(number, visit) if visit in VISITS else 43.0
    return {
        "session_uuid": str(uuid.uuid5(uuid.NAMESPACE_URL, f"{name} {visit} {began}")),
        "kind": "real",
        "study": "INCA",
        "visit": visit,
        "utc": began.isoformat(timespec="milliseconds"),
        "participant": {"id": name, "age_y": 30 + number % 40, "sex": ("female", "male")[number % 2]},
        "affected": {"side": affected, "limb": "lower" if segment(number) == "ankle" else "upper"},
        "complete": True,
        "signed_by": reader(number, visit),
        "steps": [{"step": step, "status": "done"} for step in ("FIG8", "MDT@control", "MDT@affected")],
        "parameters": [parameter(number, visit, role) for role in ("control", "affected")]
        if visit in VISITS and visit != "screening"
        else [],
        "limb_sides": [
            limb_side(number, affected, "affected", girth_cm),
            limb_side(number, other, "unaffected", UNAFFECTED_CM),
        ],
        **more,
    }


def seal(folder: Path, content: dict[str, Any]) -> Path:
    """A file with the head of a sealed session and nothing behind it but the signature of HDF5."""
    size = block_size(content, {})
    block = encode_block(Identity(hdf5_sha256="0" * 64, hdf5_offset=size, datasets={}), content)
    path = folder / f"{content['participant']['id']}_{content['visit']}_{content['session_uuid'][:8]}.h5"
    path.write_bytes(block + b"\x89HDF\r\n\x1a\n")
    return path


def seal_cohort(folder: Path, **more: Any) -> None:
    """All visits of all participants."""
    for number in range(COHORT):
        for visit in VISITS:
            seal(folder, summary(number, visit, began(number, visit), **more))
