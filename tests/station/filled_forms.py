"""A visit of which only the forms are filled in."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from qst_station.session.events import Actor, Command
from qst_station.session.machine import first_state, step
from qst_station.session.plan import SessionPlan, plan_from_opening
from qst_station.station.opening import VisitRequest, opening_row
from qst_station.station.record import tables
from qst_station.station.view import view
from qst_station.study.study import study_text

NURSE = Actor(who="nurse", role="examiner")


def opening(participant: str, visit: str, study: str, **more: Any) -> dict[str, Any]:
    """The opening row of a visit; `study` is the name of a packaged study or its text."""
    request = VisitRequest(
        **{
            "participant_id": participant,
            "visit": visit,
            "affected_side": "left",
            "limb": "upper",
            "seed": 1,
            **more,
        }
    )
    text = study if "\n" in study else study_text(study)
    row = opening_row(request, [], NURSE, utc="2026-01-01T00:00:00+00:00", study_document=text)
    # What is replayed later has been JSON in between.
    restored: dict[str, Any] = json.loads(json.dumps(row))
    return restored


class Visit:
    """The visit; the key of a step opens it."""

    def __init__(self, row: dict[str, Any]) -> None:
        self.plan: SessionPlan = plan_from_opening(row, place="row")
        self.state = first_state(self.plan)
        self.t_ns = 0
        self.do("checked", reason="of no account here")
        self.t_ns = 0

    def do(self, name: str, **args: Any) -> tuple[object, ...]:
        self.t_ns += 1_000_000_000
        command = Command(t_ns=self.t_ns, name=name, args=args, actor=NURSE, source="key")
        self.state, consequences = step(self.plan, self.state, command)
        return consequences

    def start(self, key: str) -> Visit:
        index = next(i for i, s in enumerate(self.plan.steps) if s.key == key)
        self.do("start", step=index, reason="for the test")
        return self

    def enter(self, answer: str, reason: str = "") -> Visit:
        self.do("form_enter", field=self.field["id"], answer=answer, reason=reason)
        return self

    def fill(self, key: str, answers: Mapping[str, str]) -> Visit:
        """Fill in a form and close it; an answer that begins with `-` is a reason to leave it out."""
        self.start(key)
        while self.form["field"]:
            answer = answers.get(self.field["id"], answers.get("*", ""))
            if answer.startswith("-"):
                self.do("form_decline", field=self.field["id"], reason=answer[1:])
            else:
                self.enter(answer)
        self.do("form_close")
        return self

    @property
    def form(self) -> dict[str, Any]:
        form: dict[str, Any] = view(self.plan, self.state)["form"]
        return form

    @property
    def field(self) -> dict[str, Any]:
        field: dict[str, Any] = self.form["field"]
        return field

    @property
    def tables(self) -> dict[str, list[dict[str, Any]]]:
        return tables(self.plan, self.state)

    def derived(self, quantity: str, side: str = "") -> dict[str, Any]:
        return next(r for r in self.tables["derived"] if (r["quantity"], r["side"]) == (quantity, side))
