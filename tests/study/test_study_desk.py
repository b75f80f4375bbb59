"""The service around a visit: who may say what, who is enrolled, what is told, and what never blocks."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qst_station.cli.main import main
from qst_station.findings import Refused
from qst_station.recording.journal_copy import DATABASE
from qst_station.session.events import Actor
from qst_station.station.clock import VirtualClock
from qst_station.station.engine import Engine
from qst_station.station.opening import VisitRequest
from qst_station.station.study_asks import newcomer
from qst_station.station.study_desk import CHANGES, StudyDesk
from qst_station.study.participants import Enrolled, LimbMethodSet
from qst_station.study.register import ParticipantRegister
from tests.study.cohort import INCA, NOW, began, seal, summary

EXAMINER = Actor(who="AB", role="examiner")
SAID: dict[str, dict[str, Any]] = {
    "enrol": {"participant_id": "P-002", "age_y": 44, "dominance": "left"},
    "amend": {"participant_id": "P-001", "field": "age_y", "value": 46, "reason": "typing error"},
    "contacted": {"participant_id": "P-001", "visit": "call-0", "date": "2026-03-16"},
    "set_standing": {"participant_id": "P-001", "standing": "withdrawn", "reason": "moved away"},
    "set_limb_method": {
        "participant_id": "P-001",
        "limb": {"segment": "hand", "variant": "ulnar-styloid-2nd-mcp", "position": "other"},
        "reason": "cannot reach neutral",
    },
}
REQUEST = VisitRequest(participant_id="P-001", visit="day-0", affected_side="left", limb="upper", kind="simulated")


@pytest.fixture
def desk(tmp_path: Path) -> StudyDesk:
    made = StudyDesk(tmp_path, lambda: NOW)
    made.say("enrol", {"participant_id": "P-001", "age_y": 45, "affected_side": "left"}, EXAMINER)
    return made


def refused(use: Any, *arguments: Any) -> str:
    with pytest.raises(Refused) as caught:
        use(*arguments)
    assert caught.value.finding.remedy
    return caught.value.finding.code


# What a person may say


@pytest.mark.parametrize("change", CHANGES)
def test_what_is_said_is_kept_with_who_said_it(desk: StudyDesk, change: str) -> None:
    told = desk.say(change, SAID[change], Actor(who="DM", role="data_manager"))
    assert told["participant_id"] == SAID[change]["participant_id"]
    said = told["history"][-1]
    assert (said["who"], said["role"], said["kind"]) == ("DM", "data_manager", CHANGES[change])
    assert SAID[change].items() <= said["event"].items()
    json.dumps(told, allow_nan=False)


@pytest.mark.parametrize("change", CHANGES)
@pytest.mark.parametrize("role", ["monitor", "administrator", "", "program"])
def test_who_reads_only_changes_nothing(desk: StudyDesk, change: str, role: str) -> None:
    before = desk.participants()
    assert refused(desk.say, change, SAID[change], Actor(who="XY", role=role)) == "study.reads_only"
    assert refused(desk.index, Actor(who="XY", role=role)) == "study.reads_only"
    assert desk.participants() == before


@pytest.mark.parametrize(
    ("change", "wrong", "code"),
    [
        ("enrol", {"participant_id": "Anna"}, "study.participant"),
        ("enrol", {"name": "Anna"}, "document.invalid"),
        ("enrol", {"age_y": 200}, "document.invalid"),
        ("amend", {"reason": ""}, "participants.text"),
        ("amend", {"field": "participant_id"}, "document.invalid"),
        ("contacted", {"date": "2027-01-02"}, "participants.future"),
        ("contacted", {"date": "31.3.2026"}, "document.invalid"),
        ("contacted", {"visit": "day-30"}, "study.visit"),
        ("set_standing", {"standing": "gone"}, "document.invalid"),
        ("set_standing", {"participant_id": "P-999"}, "participants.unknown"),
        ("set_limb_method", {"limb": {"segment": "hand", "variant": "x", "position": "other"}}, "study.invalid"),
    ],
)
def test_what_cannot_be_leaves_the_register_as_it_was(
    desk: StudyDesk, change: str, wrong: dict[str, Any], code: str
) -> None:
    before = desk.participant("P-001")
    assert refused(desk.say, change, {**SAID[change], **wrong}, EXAMINER) == code
    assert desk.participant("P-001") == before


# Around a visit


def test_a_known_participant_is_measured_as_at_baseline_unless_a_change_was_recorded(tmp_path: Path) -> None:
    desk = StudyDesk(tmp_path, lambda: NOW)
    sides = summary(1, "screening", began(1, "screening"))["limb_sides"]
    other = [{**side, "position": "other"} for side in sides]
    seal(tmp_path, summary(1, "screening", began(1, "screening"), limb_sides=other))
    desk.index(EXAMINER)
    request = VisitRequest(participant_id="P-001", visit="day-60", affected_side="right", limb="upper")
    filled, told = desk.before_visit(request, None)
    assert filled.limb_position == "other" and told == ()
    neutral = VisitRequest(**{**_plain(request), "limb_position": "neutral"})
    assert refused(desk.before_visit, neutral, None) == "participants.limb_method"
    assert refused(desk.before_visit, VisitRequest(**{**_plain(request), "limb": "lower"}), None)
    method = INCA.limb_method("hand", place="test")
    change = LimbMethodSet(participant_id="P-001", limb=method, reason="can reach neutral again")
    ParticipantRegister(tmp_path, INCA).append([change], who="AB", role="examiner", utc=NOW)
    assert desk.before_visit(request, None)[0].limb_position == "neutral"


def _plain(request: VisitRequest) -> dict[str, Any]:
    return {name: getattr(request, name) for name in request.__slots__}


def test_what_is_unusual_is_told_before_and_blocks_nothing(tmp_path: Path) -> None:
    desk = StudyDesk(tmp_path, lambda: NOW)
    for visit in ("screening", "day-0"):
        seal(tmp_path, summary(1, visit, began(1, visit)))
    desk.index(EXAMINER)
    wrong_side = VisitRequest(participant_id="P-001", visit="day-30", affected_side="left", limb="upper")
    told = desk.before_visit(wrong_side, None)[1]
    assert {finding.code for finding in told} == {"arrival.out_of_window", "participants.differs"}
    practice = VisitRequest(**{**_plain(wrong_side), "kind": "practice"})
    assert desk.before_visit(practice, None)[1] == ()
    simulated = VisitRequest(**{**_plain(wrong_side), "kind": "simulated"})
    assert [finding.code for finding in desk.before_visit(simulated, None)[1]] == ["arrival.kind"]


@given(st.sampled_from(["practice", "real", "simulated"]), st.booleans())
def test_practice_enrols_nobody(kind: Any, known: bool) -> None:
    request = VisitRequest(participant_id="P-001", visit="day-0", affected_side="left", limb="upper", kind=kind)
    found = newcomer(request, None if known else {"dominance": None, "control_limb": "valid", "site": ""})
    assert (found is None) == (known or kind == "practice")
    assert found is None or (found.kind, found.affected_side, found.control_limb) == (kind, "left", "valid")


@pytest.fixture
def engine(tmp_path: Path) -> Any:
    made = Engine(tmp_path, VirtualClock(), threads=False)
    yield made
    made.close()


NEWCOMER = Enrolled(participant_id="P-001", kind="simulated", dominance="left", control_limb="injured")


def close_and_seal(engine: Engine) -> None:
    """Skip everything, sign and seal."""
    answers: list[Any] = []

    def order(name: str, **args: Any) -> None:
        engine.command(name, args, EXAMINER, "test", answers.append)
        engine.turn()

    assert engine.visit is not None
    for index in range(len(engine.visit.plan.steps)):
        order("skip", step=index, reason="for the test")
    order("finish", reason="")
    assert all(answer.finding is None for answer in answers)
    engine.seal()
    assert engine.wait_for_seal().state == "done"


def test_opening_enrols_and_sealing_tells_the_register(engine: Engine) -> None:
    engine.open_visit(REQUEST, EXAMINER, newcomer=NEWCOMER)
    participant = engine.study_desk.participant("P-001")
    assert (participant["dominance"], participant["control_limb"], participant["sessions"]) == (
        "left",
        "injured",
        [],
    )
    assert participant["history"][0]["who"] == "AB"
    close_and_seal(engine)
    participant = engine.study_desk.participant("P-001")
    assert [session["visit"] for session in participant["sessions"]] == ["day-0"]
    assert [entry["kind"] for entry in participant["history"]] == ["enrolled", "attended"]
    assert not any(finding.code == "participants.not_told" for finding in engine.findings)


def test_a_damaged_register_is_told_and_keeps_nobody_from_the_visit(engine: Engine, tmp_path: Path) -> None:
    engine.study_desk.say("enrol", {"participant_id": "P-009"}, EXAMINER)
    (tmp_path / "participants" / DATABASE).write_bytes(b"no database")
    engine.open_visit(REQUEST, EXAMINER, newcomer=NEWCOMER)
    close_and_seal(engine)
    codes = [finding.code for finding in engine.findings]
    assert codes.count("participants.not_told") == 2 and "participants.unreadable" in codes
    assert engine.sealing is not None and engine.sealing.state == "done"


def test_a_newcomer_who_cannot_be_enrolled_opens_nothing(engine: Engine, tmp_path: Path) -> None:
    wrong = Enrolled(participant_id="P-001", kind="simulated", site="XXX")
    assert refused(lambda: engine.open_visit(REQUEST, EXAMINER, newcomer=wrong)) == "study.site"
    assert engine.visit is None and not (tmp_path / "participants").exists()


# The command line


def run(capsys: pytest.CaptureFixture[str], data: Path, *arguments: str) -> tuple[int, str, str]:
    capsys.readouterr()
    try:
        code = main(["--data", str(data), "participants", *arguments])
    except SystemExit as ended:
        code = int(str(ended.code))
    out, err = capsys.readouterr()
    return code, out, err


def test_everything_a_person_may_say_can_be_said_on_the_command_line(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    me = ("--who", "AB", "--role", "examiner")
    method = ("--segment", "hand", "--variant", "ulnar-styloid-2nd-mcp", "--position", "other")
    for arguments in (
        ("add", "P-001", "--age", "45", "--side", "left", "--dominance", "both", *me),
        ("amend", "P-001", "age_y", "46", "--reason", "typing error", *me),
        ("contacted", "P-001", "call-0", "--date", "2026-03-16", *me),
        ("withdraw", "P-001", "--reason", "moved away", *me),
        ("reactivate", "P-001", "--reason", "came back", *me),
        ("limb-method", "P-001", *method, "--reason", "cannot reach neutral", *me),
    ):
        code, out, err = run(capsys, tmp_path, *arguments)
        assert (code, err) == (0, ""), arguments
    code, out, _ = run(capsys, tmp_path, "show", "P-001")
    told = json.loads(out)
    assert (told["age_y"], told["dominance"], told["standing"]) == (46, "both", "active")
    assert told["limb"]["position"] == "other"
    assert [entry["kind"] for entry in told["history"]] == [
        "enrolled",
        "amended",
        "contacted",
        "standing",
        "standing",
        "limb_method",
    ]


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("add", "Anna", "--who", "AB", "--role", "examiner"), "no identifier of INCA"),
        (("add", "P-001", "--who", "AB", "--role", "monitor"), "does not change the register"),
        (("add", "P-001", "--who", "AB"), "--role"),
        (("add", "P-001", "--who", " ", "--role", "examiner"), "who is"),
        (("withdraw", "P-001", "--reason", "x", "--who", "AB", "--role", "examiner"), "no participant"),
        (("contacted", "P-001", "call-0", "--date", "soon", "--who", "AB", "--role", "examiner"), "no date"),
    ],
)
def test_bad_arguments_are_refused_in_one_line(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], arguments: tuple[str, ...], said: str
) -> None:
    code, out, err = run(capsys, tmp_path, *arguments)
    assert (code, out) == (2, "") and said.casefold() in err.casefold() and len(err.splitlines()) == 1
    assert not (tmp_path / "participants").exists()
