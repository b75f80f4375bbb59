"""What a role may not see is nowhere on the screen: review and course for every role and every set of rights."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import product
from pathlib import Path
from types import SimpleNamespace
from typing import Any, get_args

import pytest
from PySide6.QtWidgets import QLabel, QTableWidget, QTabWidget, QWidget

from qst_station.findings import Refused
from qst_station.gui.course_screen import CourseScreen
from qst_station.gui.fitted_text import FittedText
from qst_station.gui.review_screen import ReviewScreen
from qst_station.session.events import Actor
from qst_station.station.attendance import index_sessions
from qst_station.station.opening import STUDY
from qst_station.station.status import review
from qst_station.station.study_desk import StudyDesk
from qst_station.study.document import RoleName
from qst_station.study.study import load_study, study_text
from tests.study.cohort import INCA, NOW, VISITS, began, seal, summary

ROLES = tuple(role.name for role in INCA.roles)
RIGHTS: tuple[tuple[str, ...], ...] = (
    (),
    ("review",),
    ("z_scores",),
    ("course",),
    ("review", "z_scores"),
    ("course", "z_scores"),
    ("review", "z_scores", "course"),
)


def study_for(role: str, rights: tuple[str, ...]) -> str:
    """The study of the trial with other rights for one role; all other roles see everything."""
    head, *roles = re.split(r"(?=\[\[roles\]\])", study_text())
    tail = roles[-1][roles[-1].index("[[provenance]]") :]
    every = ("review", "z_scores", "course")
    named = [
        f'[[roles]]\nname = "{name}"\nsees = [{", ".join(map(repr, rights if name == role else every))}]\n'
        for name in ROLES
    ]
    return "\n".join([head, *named, tail])


class AnsweringDesk:
    """A desk whose asks are answered as the engine answers them: a refusal brings nothing to the screen."""

    def __init__(self, answers: dict[str, Any]) -> None:
        self._answers = answers

    def request(self, ask: str, callback: Any, **args: Any) -> None:
        try:
            answer = self._answers[ask](**args)
        except Refused:
            return
        callback({ask: answer})

    def say(self, text: str) -> None:
        raise AssertionError(text)


def shown(widget: QWidget) -> str:
    """Everything that a screen says, to the eye and to a screen reader, on all its tabs."""
    return "\n".join(_texts(widget))


def _texts(widget: QWidget) -> Iterator[str]:
    for one in (widget, *widget.findChildren(QWidget)):
        yield one.accessibleName()
        yield one.toolTip()
        match one:
            case QLabel() | FittedText():
                yield one.text()
            case QTableWidget():
                for row, column in product(range(one.rowCount()), range(one.columnCount())):
                    item = one.item(row, column)
                    yield item.text() if item is not None else ""
            case QTabWidget():
                yield from (one.tabText(i) for i in range(one.count()))


# The review


def rated(new_visit: Any, *, all_done: bool) -> Any:
    """A visit in which the fork was felt at 7/8 at the control site; other steps are skipped, or still open."""
    visit = new_visit(age_y=45, sex="female")
    for number, step in enumerate(visit.plan.steps):
        if step.key == "VDT@control":
            visit.do("start", step=number, reason="first").do("begin")
            for _ in range(3):
                visit.do("rate", value=7.0)
        elif all_done:
            visit.do("skip", step=number, reason="not today")
    return visit


def review_on_screen(visit: Any, role: str, rights: tuple[str, ...], qtbot: Any) -> str:
    opening = visit.plan.opening
    inputs = {**opening["inputs"], STUDY: study_for(role, rights)}
    plan = replace(visit.plan, opening={**opening, "inputs": inputs, "actor": {"who": "AB", "role": role}})
    engine: Any = SimpleNamespace(visit=SimpleNamespace(plan=plan, state=visit.state))
    screen = ReviewScreen(
        AnsweringDesk({"review": lambda: review(engine)}),  # type: ignore[arg-type]
        lambda: None,
        lambda: None,
        lambda: ("AB", ""),
    )
    qtbot.addWidget(screen)
    screen.status = visit.status()
    screen.enter()
    screen.show_status(visit.status())
    return shown(screen)


@pytest.mark.parametrize("role", ROLES)
def test_the_review_shows_a_role_what_the_study_says(qtbot: Any, visit: Any, role: str) -> None:
    assert role in get_args(RoleName)
    done = rated(type(visit), all_done=True)
    for rights in RIGHTS:
        said = review_on_screen(done, role, rights, qtbot)
        assert ("7/8" in said) == ("review" in rights), rights
        assert bool(re.search(r"[+-]\d\.\d\d", said)) == {"review", "z_scores"}.issubset(rights), rights
        assert ("does not show values" in said) == ("review" not in rights), rights


def test_nobody_sees_a_value_while_something_is_still_to_be_tested(qtbot: Any, visit: Any) -> None:
    still_open = rated(type(visit), all_done=False)
    for role in ROLES:
        said = review_on_screen(still_open, role, RIGHTS[-1], qtbot)
        assert "7/8" not in said and "VDT" not in said, role
        # How much is saved tells no value, and whoever signs an early end must not be told that nothing is.
        assert "Values stay hidden" in said and "Trials saved: 3, voided: 0 · notes: 1" in said, role


# The course


@pytest.fixture(scope="module")
def sealed_visits(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("course")
    for visit in VISITS:
        seal(folder, summary(5, visit, began(5, visit)))
    index_sessions(folder, INCA, utc=NOW)
    return folder


@pytest.mark.parametrize("role", (*ROLES, "administrator"))
def test_the_course_shows_a_role_what_the_study_says(qtbot: Any, sealed_visits: Path, role: str) -> None:
    for rights in RIGHTS:
        text = study_for(role, rights)
        seen = set(rights) if role in ROLES else set()  # a role that the study does not name sees nothing
        assert load_study(text, place="test").may_see(role, "course") == ("course" in seen)
        (sealed_visits / "study.toml").write_text(text, encoding="utf-8")
        desk = StudyDesk(sealed_visits, lambda: NOW)
        answers = {"course": lambda participant_id, actor, desk=desk: desk.course(participant_id, Actor(**actor))}
        screen = CourseScreen(AnsweringDesk(answers), lambda: None)  # type: ignore[arg-type]
        qtbot.addWidget(screen)
        screen.enter("P-005", {"who": "XY", "role": role})
        said = shown(screen)
        assert ("41.00 cm" in said) == ("64 mN" in said) == ("course" in seen), rights
        assert bool(re.search(r"\bz [+-]", said)) == {"course", "z_scores"}.issubset(seen), rights
        assert screen.save.isEnabled() == ("course" in seen)
