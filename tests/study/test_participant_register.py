"""The participants' register on disk: nothing is lost, and damage shows."""

from __future__ import annotations

import sqlite3
import subprocess
import sys
import threading
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from qst_station.findings import Refused
from qst_station.recording import ledger
from qst_station.recording.head import HeadFile
from qst_station.recording.journal_copy import DATABASE, HEAD
from qst_station.study.participants import Amended, Enrolled
from qst_station.study.register import ParticipantRegister
from tests.study.participants import CROSSOVER, ENROLLED, HAND, INCA, UTC, add, attended, withdrawn


def test_what_was_said_is_read_again_with_who_and_when(register: ParticipantRegister) -> None:
    assert register.participants() == {}
    change = Amended(participant_id="P-001", field="control_limb", value="injured", reason="fell")
    events = [ENROLLED, attended(limb=HAND, assessments=("figure8",)), change, withdrawn()]
    for event in events:
        add(register, event)
    assert [entry.event for entry in register.entries()] == events
    assert {(entry.who, entry.role, entry.utc) for entry in register.entries()} == {("AB", "examiner", UTC)}
    assert register.participants()["P-001"].enrolled.control_limb == "injured"


def test_events_are_written_together_or_not_at_all(register: ParticipantRegister) -> None:
    add(register, ENROLLED)
    with pytest.raises(Refused):
        add(register, attended(), withdrawn(), attended())
    assert [entry.event for entry in register.entries()] == [ENROLLED]


@pytest.mark.parametrize("identifier", ["Anna", "Anna 12.3.80", "../../x", "P-001\u202e", "P-19800312", "p-001"])
def test_names_dates_and_paths_are_refused(register: ParticipantRegister, identifier: str) -> None:
    with pytest.raises(Refused) as caught:
        add(register, replace(ENROLLED, participant_id=identifier))
    assert caught.value.finding.code == "study.participant" and not register.folder.exists()
    assert "\u202e" not in caught.value.finding.line()


def test_a_site_must_be_one_of_the_study(tmp_path: Path) -> None:
    register = ParticipantRegister(tmp_path, CROSSOVER)
    north = Enrolled(participant_id="NTH-0016", site="NTH")
    for site in ("", "XXX"):
        with pytest.raises(Refused) as caught:
            add(register, replace(north, site=site))
        assert caught.value.finding.code == "study.site" and "NTH, STH" in caught.value.finding.remedy
    add(register, north)
    with pytest.raises(Refused):
        add(register, Amended(participant_id="NTH-0016", field="site", value="XXX", reason="moved"))


def test_an_event_that_could_not_be_read_back_is_not_written(register: ParticipantRegister) -> None:
    add(register, ENROLLED)
    with pytest.raises(Refused):
        add(register, attended(kind="rehearsal"))
    assert len(register.entries()) == 1


def test_two_writers_both_get_through_and_neither_loses(tmp_path: Path) -> None:
    def enrol(first: int) -> None:
        for number in range(first, 20, 2):
            add(ParticipantRegister(tmp_path, INCA), replace(ENROLLED, participant_id=f"P-{number:03}"))

    threads = [threading.Thread(target=enrol, args=(first,)) for first in (0, 1)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(ParticipantRegister(tmp_path, INCA).participants()) == [f"P-{n:03}" for n in range(20)]


_ENDLESS = """
import sys
from pathlib import Path
from qst_station.study.participants import Enrolled
from qst_station.study.register import ParticipantRegister
from qst_station.study.study import load_study, study_text

register = ParticipantRegister(Path(sys.argv[1]), load_study(study_text(), place="inca"))
for number in range(100_000):
    event = Enrolled(participant_id=f"P-{number:06}")
    register.append([event], who="AB", role="examiner", utc="2026-03-01T09:00:00+00:00")
    print(event.participant_id, flush=True)
"""


def test_what_was_acknowledged_survives_a_kill(tmp_path: Path) -> None:
    command = [sys.executable, "-c", _ENDLESS, str(tmp_path)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as child:
        assert child.stdout is not None
        said = [child.stdout.readline().strip() for _ in range(25)]
        child.kill()
        said += child.stdout.read().split()
    kept = sorted(ParticipantRegister(tmp_path, INCA).participants())
    assert said[0] == "P-000000" and kept[: len(said)] == said and len(kept) <= len(said) + 1


def database_of(register: ParticipantRegister) -> Path:
    return register.folder / DATABASE


def run_sql(register: ParticipantRegister, *statements: str) -> None:
    with closing(sqlite3.connect(database_of(register))) as database:
        for statement in statements:
            database.execute(statement)
        database.commit()


def refused(use: Callable[[], object]) -> str:
    with pytest.raises(Refused) as caught:
        use()
    assert caught.value.finding.remedy
    return caught.value.finding.code


@pytest.mark.parametrize("sql", ["UPDATE rows SET kind = 'X'", "DELETE FROM rows"])
def test_a_row_cannot_change_or_go(register: ParticipantRegister, sql: str) -> None:
    add(register, ENROLLED)
    with pytest.raises(sqlite3.IntegrityError):
        run_sql(register, sql)


@pytest.mark.parametrize(
    "sql",
    [
        "UPDATE rows SET kind = 'enrolled' WHERE seq = 3",
        "UPDATE rows SET body = CAST(replace(body, '45', '46') AS BLOB)",
        "DELETE FROM rows WHERE seq = 2",
        "DELETE FROM rows WHERE seq = 4",  # the chain alone would not show a missing end
        "UPDATE rows SET hash = x'00' WHERE seq = 4",
    ],
)
def test_a_row_that_was_changed_by_force_shows(register: ParticipantRegister, sql: str) -> None:
    add(register, ENROLLED, attended(), withdrawn())
    run_sql(register, "DROP TRIGGER rows_stay", "DROP TRIGGER rows_last", sql)
    assert refused(register.participants) == "participants.altered"
    assert refused(lambda: add(register, attended("day-30", 30))) == "participants.altered"
    assert refused(register.participants) == "participants.altered"


@pytest.mark.parametrize("name", [DATABASE, HEAD])
def test_a_part_that_is_gone_shows_and_nothing_is_begun_anew(register: ParticipantRegister, name: str) -> None:
    add(register, ENROLLED)
    (register.folder / name).unlink()
    assert refused(register.participants) == "participants.altered"
    assert refused(lambda: add(register, attended())) == "participants.altered"
    assert refused(register.participants) == "participants.altered"


def test_an_interrupted_beginning_is_begun_again(register: ParticipantRegister) -> None:
    register.folder.mkdir()
    (register.folder / HEAD).touch()
    (register.folder / f"{DATABASE}.part").write_bytes(b"half")
    assert register.participants() == {}
    add(register, ENROLLED)
    assert list(register.participants()) == ["P-001"]


def test_a_witness_that_lags_is_brought_up_to_date(register: ParticipantRegister) -> None:
    add(register, ENROLLED)
    lagging = (register.folder / HEAD).read_bytes()
    add(register, attended())
    (register.folder / HEAD).write_bytes(lagging)
    assert register.participants()["P-001"].attended
    add(register, withdrawn())
    assert len(register.entries()) == 3


def test_another_writer_is_waited_for_and_then_named(
    register: ParticipantRegister, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(ledger, "_WAIT_S", 0.1)
    add(register, ENROLLED)
    with closing(HeadFile(register.folder / HEAD, create=False)):
        assert refused(lambda: add(register, attended())) == "participants.in_use"
        assert list(register.participants()) == ["P-001"]
    add(register, attended())


@pytest.mark.parametrize("content", [b"name,age\n" * 100, b""])
def test_a_file_that_is_no_register(register: ParticipantRegister, content: bytes) -> None:
    register.folder.mkdir()
    database_of(register).write_bytes(content)
    assert refused(register.participants) == "participants.unreadable"
    assert refused(lambda: add(register, ENROLLED)) == "participants.unreadable"
    assert database_of(register).read_bytes() == content


def test_a_register_of_a_later_program_is_left_alone(register: ParticipantRegister) -> None:
    add(register, ENROLLED)
    run_sql(register, "PRAGMA user_version = 2")
    for use in (register.participants, lambda: add(register, attended())):
        assert refused(use) == "participants.unreadable"


def test_the_register_of_one_study_does_not_serve_another(register: ParticipantRegister, tmp_path: Path) -> None:
    add(register, ENROLLED)
    other = ParticipantRegister(tmp_path, CROSSOVER)
    assert refused(other.participants) == "participants.other_study"
    assert (
        refused(lambda: add(other, Enrolled(participant_id="NTH-0016", site="NTH"))) == "participants.other_study"
    )


def test_a_folder_that_cannot_be_written_is_named(register: ParticipantRegister) -> None:
    register.folder.write_bytes(b"a file in its place")
    with pytest.raises(Refused) as caught:
        add(register, ENROLLED)
    finding = caught.value.finding
    assert finding.code == "participants.failed" and str(register.folder) in finding.place


def test_a_disk_that_is_full_takes_nothing(register: ParticipantRegister, monkeypatch: pytest.MonkeyPatch) -> None:
    add(register, ENROLLED)
    connect = ledger.connect

    def small(path: Path) -> sqlite3.Connection:
        database = connect(path)
        pages = database.execute("PRAGMA page_count").fetchone()[0]
        database.execute(f"PRAGMA max_page_count = {pages}")
        return database

    monkeypatch.setattr(ledger, "connect", small)
    assert refused(lambda: add(register, *(withdrawn("x" * 200) for _ in range(40)))) == "participants.failed"
    monkeypatch.undo()
    assert [entry.event for entry in register.entries()] == [ENROLLED]
    add(register, attended())


def test_a_disk_that_fails_behind_the_entry_leaves_it_in_doubt_and_says_so(
    register: ParticipantRegister, monkeypatch: pytest.MonkeyPatch
) -> None:
    add(register, ENROLLED)

    def fail(self: HeadFile) -> None:
        raise OSError(5, "input/output error")

    monkeypatch.setattr(HeadFile, "write", lambda self, head: fail(self))
    assert refused(lambda: add(register, attended())) == "participants.uncertain"
    monkeypatch.undo()
    assert len(register.entries()) == 2
    add(register, withdrawn())
    assert len(register.entries()) == 3
