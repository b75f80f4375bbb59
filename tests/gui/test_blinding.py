"""What may not be seen is nowhere on the screen.

In a visit: no value, to nobody, while something is still to be tested. In review and course: what a role may not
see, for every role and every set of rights.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import product
from pathlib import Path
from statistics import geometric_mean
from types import SimpleNamespace
from typing import Any, get_args

import pytest
from PySide6.QtWidgets import QLabel, QTableWidget, QTabWidget, QWidget

from protocols import figure8
from protocols.limits import LimitsState
from qst_station.findings import Refused
from qst_station.gui import form_screen
from qst_station.gui.between_screen import BetweenScreen
from qst_station.gui.course_screen import CourseScreen
from qst_station.gui.fitted_text import FittedText
from qst_station.gui.form_screen import FormScreen
from qst_station.gui.limb_screen import LimbScreen
from qst_station.gui.limits_screen import LimitsScreen
from qst_station.gui.rail import Rail
from qst_station.gui.ramp_screen import RampScreen
from qst_station.gui.rating_screen import RatingScreen
from qst_station.gui.review_screen import ReviewScreen
from qst_station.gui.screen import Screen
from qst_station.gui.screens import shown as screen_shown
from qst_station.gui.train_screen import TrainScreen
from qst_station.session.events import Actor, TimerDue
from qst_station.session.machine import step as machine_step
from qst_station.simulation.participant import SimulatedParticipant
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


def in_sight(widget: QWidget) -> str:
    """As `shown`, of what is not hidden."""
    return "\n".join(_texts(widget, hidden=False))


def _texts(widget: QWidget, *, hidden: bool = True) -> Iterator[str]:
    for one in (widget, *widget.findChildren(QWidget)):
        if not (hidden or one.isVisibleTo(widget)):
            continue
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


# A visit


def examine(visit: Any, people: SimulatedParticipant) -> None:
    """Do the next thing of the open step: numbers have decimals, so that none is taken for a count."""
    view = visit.status()["view"]
    can = {name for name, why_not in view["allowed"].items() if not why_not}
    number = len(visit.state.trials)
    if view["form"]:
        field = view["form"]["field"]
        args = {"field": field["id"], "answer": people.fills(field), "reason": ""} if field else {}
        visit.do("form_enter" if field else "form_close", **args)
    elif view["limb"]:
        side = view["limb"]["side"]
        girth = people.girth_cm(view["limb"]["role"]) if side else 0.0
        visit.do("limb_enter", girth_cm=girth, entered=f"{girth}") if side else visit.do("limb_close")
    elif "begin" in can:
        visit.do("begin")
    elif "answer" in can:
        visit.do("answer", yes=float(view["stimulus"]["label"]) > (9.0, 3.0, 40.0)[number % 3])
    elif "rate" in can:
        high = view["entry"]["maximum"]
        visit.do("rate", value={8.0: 6.5, 1000.0: 312.7 + number}.get(high, 20.3 + number % 50))
    else:
        visit.t_ns = max(visit.t_ns, visit.state.wake_ns)
        visit.state, _ = machine_step(visit.plan, visit.state, TimerDue(t_ns=visit.t_ns))


def values_of(visit: Any) -> set[str]:
    """Everything that was said, measured or computed up to now, as it may be written; no whole numbers."""
    state = visit.state
    found = [value for trial in state.trials for value in (trial.trial.rating, trial.trial.value)]
    found += [parameter.value for step in state.steps for parameter in step.parameters]
    if state.run is not None and isinstance(state.run.machine, LimitsState) and state.run.machine.turning_points:
        found.append(geometric_mean(point.force_mn for point in state.run.machine.turning_points))
    found += [reading.girth_cm for reading in state.limb.readings] if state.limb else []
    found += [side.girth_cm for side in figure8.values(visit.plan.figure8, state.limb)] if state.limb else []
    entries = [entry.value for run in state.forms for entry in run.form.entries]
    found += entries[:-1] if visit.status()["view"]["form"] and not state.forms[-1].form.closed else entries
    written = {text for value in found if value is not None for text in as_written(value)}
    return {text for text in written if float(text) != round(float(text))}


def as_written(value: float) -> set[str]:
    """A number with as many decimals as a screen may give it."""
    return {f"{value:.1f}", f"{value:.2f}", f"{value:.3g}"}


def numbers(found: Any) -> set[str]:
    """Every decimal number of a view or a text."""
    match found:
        case dict():
            return set().union(*map(numbers, found.values()))
        case list() | tuple():
            return set().union(*map(numbers, found))
        case float():
            return as_written(found)
        case str():
            return set(re.findall(r"\d+\.\d+", found.replace(",", ".")))
    return set()


def test_no_screen_of_a_visit_tells_an_earlier_value(
    qtbot: Any, desk: Any, visit: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(form_screen, "ECHO_S", 0.0)  # what was typed is shown for a second, and here none passes
    people = SimulatedParticipant(3)
    made: dict[str, Screen] = {"between": BetweenScreen(desk, lambda reason: None), "limb": LimbScreen(desk)}
    made |= {"limits": LimitsScreen(desk), "rating": RatingScreen(desk), "train": TrainScreen(desk)}
    made |= {"ramp": RampScreen(desk), "form": FormScreen(desk)}
    rail, seen, before = Rail(), set(), ""
    for screen in (*made.values(), rail):
        qtbot.addWidget(screen)
    while visit.status()["view"]["next_step"] is not None or before != "between":
        status = visit.status()
        name = screen_shown(status["view"], "visit")
        screen = made[name]
        screen.status = status
        if name != before:
            screen.enter()
        screen.show_status(status)
        screen.tick(visit.t_ns)
        rail.show_steps(status["view"]["rail"], None, status["time"])
        said = numbers(status["view"]), numbers(in_sight(screen)), numbers(in_sight(rail))
        secret = values_of(visit)
        assert [sorted(secret & each) for each in said] == [[], [], []], (name, status["view"]["test"])
        seen |= {name} if secret else set()
        before = name
        if status["view"]["status"] == "running":
            examine(visit, people)
        elif (due := status["view"]["next_step"]) is not None:
            visit.do("start", step=due, reason="")
    assert seen == set(made), "each screen was looked at while there was something to hide"
    assert {step.status for step in visit.state.steps} == {"done"}


def test_a_closed_limb_set_says_how_many_readings_each_side_has(qtbot: Any, desk: Any, visit: Any) -> None:
    visit.start("FIG8")
    for girth in (41.2, 42.7) * 3:
        visit.do("limb_enter", girth_cm=girth, entered=str(girth))
    between = BetweenScreen(desk, lambda reason: None)
    qtbot.addWidget(between)
    between.show_status(visit.do("limb_close").status())
    said = between.small.text()
    assert "left (control): complete, 3 readings" in said and "right (affected): complete, 3 readings" in said
    assert not numbers(said)


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


def review_on_screen(visit: Any, role: str, rights: tuple[str, ...], qtbot: Any, *, opened_by: str = "") -> str:
    opening = visit.plan.opening
    inputs = {**opening["inputs"], STUDY: study_for(role, rights)}
    opener = {"who": "AB", "role": opened_by or role}
    plan = replace(visit.plan, opening={**opening, "inputs": inputs, "actor": opener})
    engine: Any = SimpleNamespace(visit=SimpleNamespace(plan=plan, state=visit.state))
    screen = ReviewScreen(
        AnsweringDesk({"review": lambda actor: review(engine, actor["role"])}),  # type: ignore[arg-type]
        lambda: None,
        lambda: None,
        lambda: ({"who": "AB", "role": role}, ""),
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
        assert bool(re.search(r"[+−-]\d\.\d\d", said)) == {"review", "z_scores"}.issubset(rights), rights
        assert ("does not show values" in said) == ("review" not in rights), rights


def test_whoever_goes_on_with_a_visit_sees_no_more_than_who_opened_it(qtbot: Any, visit: Any) -> None:
    done = rated(type(visit), all_done=True)
    for opened_by in ("", "administrator"):  # a role that the study does not name sees nothing
        said = review_on_screen(done, ROLES[0], RIGHTS[-1], qtbot, opened_by=opened_by)
        assert ("7/8" in said) == (not opened_by), opened_by
        assert ("does not show values to the administrator" in said) == bool(opened_by)


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
        assert bool(re.search(r"\bz [+−-]", said)) == {"course", "z_scores"}.issubset(seen), rights
        assert screen.save.isEnabled() == ("course" in seen)
