"""`qst-station participants`: who is due for what, and what is said about them."""

from __future__ import annotations

import argparse
import datetime
import sys
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Any, get_args

from qst_station.cli.output import DONE, FOUND, print_json
from qst_station.cli.study import day, or_dash, today_utc
from qst_station.findings import Finding

if TYPE_CHECKING:
    from qst_station.study.document import Study
    from qst_station.study.participants import Participant

Day = datetime.date
Data = Callable[[Path | None], Path]

_STANDINGS = {"withdraw": "withdrawn", "complete": "completed", "reactivate": "active"}


def add_arguments(parser: argparse.ArgumentParser, data: Data) -> None:
    """Arguments of `participants`, and the commands under it; `data` finds the data folder."""
    parser.add_argument("--due", action="store_true", help="only who is due or overdue for a visit")
    parser.add_argument("--index", action="store_true", help="first tell the register the sealed sessions")
    parser.add_argument("--on", type=day, default=None, metavar="DATE", help="as of this day (default: today)")
    parser.add_argument("--json", action="store_true")
    parser.set_defaults(
        run=lambda given: participants(
            data(given.data), due=given.due, index=given.index, today=given.on or today_utc(), as_json=given.json
        )
    )
    actions = parser.add_subparsers(metavar="ACTION", required=False)
    for name, help_, describe in (
        ("add", "enrol a participant", _enrolled),
        ("amend", "correct what was said at enrolment", _amended),
        ("contacted", "a call took place", _contacted),
        ("limb-method", "measure the limb in another way from now on", _limb_method),
    ):
        action = actions.add_parser(name, help=help_)
        action.add_argument("participant_id", metavar="ID")
        describe(action, data)
    for name, standing in _STANDINGS.items():
        action = actions.add_parser(name, help=f"the participant is {standing}")
        action.add_argument("participant_id", metavar="ID")
        action.add_argument("--reason", required=True)
        _says(action, data, "set_standing", "reason", standing=standing)
    _reading(actions, data)


def _enrolled(action: argparse.ArgumentParser, data: Data) -> None:
    from qst_station.study.participants import ControlLimb

    action.add_argument("--age", type=int, default=None, dest="age_y", help="in years")
    action.add_argument("--sex", choices=("female", "male"), default=None)
    action.add_argument("--side", choices=("left", "right"), default=None, dest="affected_side")
    action.add_argument("--limb", choices=("upper", "lower"), default=None, dest="affected_limb")
    action.add_argument("--dominance", choices=("left", "right", "both"), default=None)
    action.add_argument("--control-limb", choices=get_args(ControlLimb), default="not_stated")
    action.add_argument("--site", default="", help="code of the site, where the study has sites")
    names = ("age_y", "sex", "affected_side", "affected_limb", "dominance", "control_limb", "site")
    _says(action, data, "enrol", *names)


def _amended(action: argparse.ArgumentParser, data: Data) -> None:
    action.add_argument("field", metavar="FIELD", help="age_y, sex, affected_side, dominance, control_limb ...")
    action.add_argument("value", metavar="VALUE", type=lambda text: int(text) if text.isdecimal() else text)
    action.add_argument("--reason", required=True)
    _says(action, data, "amend", "field", "value", "reason")


def _contacted(action: argparse.ArgumentParser, data: Data) -> None:
    action.add_argument("visit", metavar="VISIT")
    action.add_argument("--date", type=lambda text: day(text).isoformat(), required=True)
    _says(action, data, "contacted", "visit", "date")


def _limb_method(action: argparse.ArgumentParser, data: Data) -> None:
    action.add_argument("--segment", choices=("hand", "ankle"), required=True)
    action.add_argument("--variant", required=True, help="path of the tape")
    action.add_argument("--position", required=True)
    action.add_argument("--reason", required=True)
    _says(action, data, "set_limb_method", "reason", method=("segment", "variant", "position"))


def _says(
    action: argparse.ArgumentParser,
    data: Data,
    change: str,
    *names: str,
    method: tuple[str, ...] = (),
    **fixed: str,
) -> None:
    """An action that adds an event to the register, from the arguments `names`."""
    action.add_argument("--who", required=True, help="initials or name of who says it")
    action.add_argument("--role", required=True, help="role in the study")

    def run(given: argparse.Namespace) -> int:
        from qst_station.station.actor import checked_actor
        from qst_station.station.study_desk import StudyDesk

        plain: dict[str, Any] = {name: getattr(given, name) for name in ("participant_id", *names)} | fixed
        if method:
            plain["limb"] = {name: getattr(given, name) for name in method}
        actor = checked_actor({"who": given.who, "role": given.role})
        print_json(StudyDesk(data(given.data), _utc).say(change, plain, actor))
        return DONE

    action.set_defaults(run=run)


def _reading(actions: argparse._SubParsersAction[Any], data: Data) -> None:
    """`show` and `course`: one document each."""

    def show(given: argparse.Namespace) -> int:
        from qst_station.station.study_desk import StudyDesk

        print_json(StudyDesk(data(given.data), _utc).participant(given.participant_id))
        return DONE

    def course(given: argparse.Namespace) -> int:
        from qst_station.session.events import Actor
        from qst_station.station.study_desk import StudyDesk

        actor = Actor(who=given.who, role=given.role)
        found = StudyDesk(data(given.data), _utc).course(given.participant_id, actor)
        print_json(found)
        return FOUND if found["findings"] else DONE

    showing = actions.add_parser("show", help="one participant: schedule, sessions, everything that was said")
    showing.add_argument("participant_id", metavar="ID")
    showing.set_defaults(run=show)
    coursing = actions.add_parser(
        "course", help="limb, parameters and z-scores by visit, changes with their MDC95"
    )
    coursing.add_argument("participant_id", metavar="ID")
    coursing.add_argument("--who", required=True, help="initials or name of who asks")
    coursing.add_argument("--role", required=True, help="role in the study")
    coursing.set_defaults(run=course)


def participants(data: Path, *, due: bool, index: bool, today: Day, as_json: bool) -> int:
    """Print the participants of a data folder; with `index`, 1 where a session was left out or does not agree."""
    from qst_station.station.attendance import index_sessions
    from qst_station.station.study_file import study_in
    from qst_station.study.register import ParticipantRegister

    _, study = study_in(data)
    findings: tuple[Finding, ...] = ()
    if index:
        indexed = index_sessions(data, study, utc=_utc())
        findings = indexed.findings
        print(f"sessions told to the register: {indexed.sessions}", file=sys.stderr)
    for finding in findings:
        print(finding.line(), file=sys.stderr)
    _print_participants(study, ParticipantRegister(data, study).participants().values(), due, today, as_json)
    return FOUND if findings else DONE


def _print_participants(
    study: Study, register: Iterable[Participant], due: bool, today: Day, as_json: bool
) -> None:
    from qst_station.station.participant_view import plain_participant
    from qst_station.study.schedule import OPEN

    if not as_json:
        print(f"{'':16} {'standing':10} {'age':>3} {'sex':6} {'affected':11} {'visits':>6}  next")
    for participant in sorted(register, key=lambda p: p.participant_id):
        planned = participant.schedule(study, today=today)
        waiting = [p for p in planned if p.status in OPEN]
        if due and not waiting:
            continue
        following = waiting or [p for p in planned if p.status == "not_yet"]
        if as_json:
            print_json(plain_participant(study, participant, planned))
            continue
        said = participant.enrolled
        affected = " ".join(part for part in (said.affected_side, said.affected_limb) if part) or "-"
        marked = "" if said.kind == "real" else f"  ** {said.kind.upper()} **"
        shown = ", ".join(
            f"{p.visit.name} {p.status} {or_dash(p.nominal)}" for p in following[: len(waiting) or 1]
        )
        print(
            f"{said.participant_id:16} {participant.standing(study):10} {or_dash(said.age_y):>3} "
            f"{or_dash(said.sex):6} {affected:11} {len(participant.visits):>6}  {shown}{marked}"
        )


def _utc() -> str:
    return datetime.datetime.now(datetime.UTC).isoformat(timespec="seconds")
