"""The screens around a visit for the layout test, filled as in a busy study: long names, late visits."""

from __future__ import annotations

import tempfile
from functools import cache
from pathlib import Path
from typing import Any

from PySide6.QtWidgets import QPushButton

from qst_station.gui.course_screen import CourseScreen
from qst_station.gui.participants_screen import ParticipantsScreen
from qst_station.gui.review_screen import ReviewScreen
from qst_station.gui.start_screen import StartScreen
from qst_station.session.events import Actor
from qst_station.station.attendance import index_sessions
from qst_station.station.study_asks import plain_study
from qst_station.station.study_desk import StudyDesk
from tests.gui.layout import longer, screen
from tests.study.cohort import INCA, NOW, VISITS, began, seal, summary

ACTOR = Actor(who="IV", role="investigator")
_GROWING = 29


@cache
def asked() -> dict[str, Any]:
    """What the engine says of a study with a few participants, one of whom has no day 60 but a swollen hand."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for number in (3, 5, _GROWING):
            for visit in VISITS:
                if (number, visit) != (_GROWING, "day-60"):
                    seal(folder, summary(number, visit, began(number, visit)))
        index_sessions(folder, INCA, utc=NOW)
        desk = StudyDesk(folder, lambda: NOW)
        known = f"P-{_GROWING:03}"
        sites = [
            {"code": "01", "title": "Universitätsklinikum Musterstadt, Klinik für Handchirurgie"},
            {"code": "02", "title": "Rehabilitationszentrum am See"},
        ]
        return {
            "study": {**plain_study(desk), "sites": sites},
            "participants": desk.participants(),
            "participant": desk.participant(known),
            "course": desk.course(known, ACTOR),
        }


_STEP = {
    "title": "MPT",
    "site": "right palm of the hand",
    "site_role": "affected",
    "attempts": [{"answers": 12, "taken_back": 1, "t_start_ns": 0}],
}
_OPEN = {"status": "running", "step": 0, "rail": [_STEP], "test": {"machine": "limits"}}
_TESTED = {**_OPEN, "status": "", "step": None, "next_step": None}

UNFINISHED = [
    {
        "folder": f"{number}",
        "participant": f"P-{number:04}",
        "visit": "day-0",
        "rows": 1234,
        "next": why_not,
        "view": where,
        "answer_utc": "2026-01-02T03:04:05Z",
        "resumable": not why_not,
    }
    for number, why_not, where in (
        (12, "", _OPEN),
        (13, "cannot be resumed: the journal ends in a row whose check sum is wrong (row 812)", None),
        (14, "", _TESTED),
        (15, "closed but not sealed", None),
    )
]


WORDS = [
    {"name": "de", "language": "de", "title": "einfache Worte", "version": "1.0.0", "own": False},
    {
        "name": "de-own",
        "language": "de",
        "title": "lizenzierter Wortlaut des Zentrums",
        "version": "2",
        "own": True,
    },
]


@screen("start: somebody new")
def start_new(desk: Any, new_visit: Any) -> StartScreen:
    form = StartScreen(lambda request: None, lambda folder: None, lambda folder: None)
    form.show_study(asked()["study"])
    form.show_participants(asked()["participants"])
    form.words.show_words({"words": WORDS, "default": "de", "stated": True})
    form.show_sets({"hair": ["hair-A", "hair-B"], "pinprick": ["pin-A", "pin-B"]})
    for label in ("Training …", "Set-up …"):  # as the window adds them
        form.add_aside(QPushButton(longer(label)))
    form.participant.setText("P-0777-0042-LANG")
    form.request()
    return form


@screen("start: somebody known, unfinished visits")
def start_known(desk: Any, new_visit: Any) -> StartScreen:
    form = StartScreen(lambda request: None, lambda folder: None, lambda folder: None)
    form.show_study(asked()["study"])
    form.show_participants(asked()["participants"])
    form.show_unfinished(UNFINISHED)
    form.participant.setText("P-005")
    form.initials.setText("IV")
    return form


@screen("participants")
def participants(desk: Any, new_visit: Any) -> ParticipantsScreen:
    shown = ParticipantsScreen(desk, lambda row: None, lambda who, actor: None, lambda: None)
    shown.show_study(asked()["study"])
    rows = asked()["participants"]
    late = {"kind": "clinic", "status": "overdue", "deviation_days": 19, "title": "Day 120"}
    open_visits = [late, {**late, "status": "due", "deviation_days": 3, "title": "Day 90"}]
    busy = {**rows[0], "kind": "simulated", "open": open_visits, "deviations": 3}
    shown.show_participants([busy, *rows])
    shown.table.setCurrentCell(len(rows), 0)
    shown._show_rest(f"P-{_GROWING:03}", asked()["participant"])
    return shown


@screen("participants: enrolment")
def enrolment(desk: Any, new_visit: Any) -> ParticipantsScreen:
    shown = participants(desk, new_visit)
    shown.initials.setText("IV")
    shown.role.setCurrentIndex(2)
    shown._open_form()
    shown.form.said()
    return shown


@screen("participants: nobody")
def nobody(desk: Any, new_visit: Any) -> ParticipantsScreen:
    shown = ParticipantsScreen(desk, lambda row: None, lambda who, actor: None, lambda: None)
    shown.show_study(asked()["study"])
    shown.show_participants([])
    return shown


@screen("course")
def course(desk: Any, new_visit: Any) -> CourseScreen:
    shown = CourseScreen(desk, lambda: None)
    shown.show_course(asked()["course"])
    return shown


@screen("course: what it rests on")
def course_notes(desk: Any, new_visit: Any) -> CourseScreen:
    shown = course(desk, new_visit)
    shown.tabs.setCurrentIndex(3)
    return shown


@screen("review")
def review(desk: Any, new_visit: Any) -> ReviewScreen:
    shown = ReviewScreen(desk, lambda: None, lambda: None, lambda: ({"who": "AB", "role": "examiner"}, ""))
    shown.status = new_visit().status()
    shown.enter()
    shown.show_status(shown.status)
    shown.show_review(REVIEW)
    return shown


@screen("review: sealing failed")
def review_failed(desk: Any, new_visit: Any) -> ReviewScreen:
    shown = review(desk, new_visit)
    finding = {
        "happened": "The disk is full.",
        "safe": "The journal of the visit is on disk.",
        "remedy": "Free some space, then seal again.",
    }
    view = {**shown.view, "screen": "closed"}
    shown.show_status({**shown.status, "view": view, "sealing": {"state": "failed", "finding": finding}})
    return shown


def _parameter(name: str, role: str, value: float | None, unit: str, z: float | None) -> dict[str, Any]:
    return {
        "parameter": name,
        "site_role": role,
        "side": "right" if role == "affected" else "left",
        "value": value,
        "unit": unit,
        "censored": "" if value is not None else "high",
        "bound": None if value is not None else 1000.0,
        "z": z,
        "reason": "" if value is not None else "no pain up to the safety limit in three trials",
        "detectability": "loss" if name == "PPT" else "",
        "painful_strokes": 4 if name == "DMA" else -1,
    }


_PARAMETERS = (
    ("MDT", 3.2, "mN", -0.4),
    ("MPT", 64.0, "mN", 2.6),
    ("MPS", 1.84, "1", 2.1),
    ("DMA", 0.12, "1", None),
    ("WUR", 2.31, "1", 0.8),
    ("VDT", 7.33, "1/8", 0.1),
    ("PPT", None, "kPa", None),
)
_SIDE = {
    "segment": "hand",
    "girth_cm": 43.25,
    "statistic": "median",
    "readings": 3,
    "status": "complete",
    "reason": "",
}
_CHECK = {"state": "ok", "value": None, "unit": "", "reason": ""}
REVIEW: dict[str, Any] = {
    "blinded": "",
    "parameters": [
        _parameter(name, role, value, unit, z)
        for name, value, unit, z in _PARAMETERS
        for role in ("control", "affected")
    ],
    "limb_sides": [
        {**_SIDE, "side": "left", "limb_role": "unaffected"},
        {**_SIDE, "side": "right", "limb_role": "affected", "status": "not_comparable", "reason": "bandage on"},
    ],
    "forms": [
        {
            "form": "Budapest criteria",
            "asked": f"affected limb: question {number} about colour, temperature or sweating of the skin",
            "answer": "yes" if number % 2 else "left out: participant cannot say",
            "reason": "corrected: typing error" if number == 3 else "",
            "evidence": ["MPT affected 64 mN (z +2.6)", "girth affected 43.3 cm"] if number == 4 else [],
        }
        for number in range(1, 13)
    ],
    "notes": [
        {"kind": "deviation", "label": "stimulus slipped", "text": "", "step": "MPT@affected", "trial": 71},
        {"kind": "adverse", "label": "faint or unwell", "text": "lay down for 5 min", "step": "", "trial": -1},
    ],
    "overrides": [
        {
            "instrument": "hair 16 mN",
            "signed_by": "Dr A",
            "role": "investigator",
            "reason": "set at the laboratory",
        }
    ],
    "attempts": [
        {
            "test": "MPT",
            "site_role": "affected",
            "attempt": attempt,
            "status": status,
            "counts": counts,
            "reason": reason,
            "why": why,
            "count_reason": "",
        }
        for attempt, status, counts, reason, why in (
            (1, "stopped", False, "participant asked to stop", ""),
            (2, "done", True, "", "the first was stopped after two series"),
        )
    ],
    "checks": [
        {"text": "Room temperature", "state": "ok", "value": 21.5, "unit": "°C", "reason": ""},
        {
            "text": "Rings and watches are off",
            "state": "open",
            "value": None,
            "unit": "",
            "reason": "ring is tight",
        },
        {
            "text": "The clock of this computer is plausible.",
            "state": "ok",
            "value": None,
            "unit": "",
            "reason": "",
        },
    ],
    "norm_set": "magerl-2010",
}
