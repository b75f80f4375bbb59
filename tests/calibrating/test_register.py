"""What was entered stays, one writer at a time, and damage is named instead of believed."""

from __future__ import annotations

import datetime
import os
import random
import shutil
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import qst_station
from qst_station.calibrating.entries import (
    EVENTS,
    Adjusted,
    Calibrated,
    CertifiedElsewhere,
    Checked,
    DueRuleSet,
    Entry,
    Event,
    Noted,
    Overridden,
    Registered,
    Rested,
    Retired,
    Used,
    decode,
    encode,
)
from qst_station.calibrating.instruments import DueRule, Instrument
from qst_station.calibrating.register import Register, read_register
from qst_station.calibrating.validity import State, validity
from qst_station.findings import Refused
from qst_station.recording.journal_copy import DATABASE
from tests.calibrating.conftest import INSTRUMENTS, ON, UTC, hair

SOURCE = str(Path(qst_station.__file__).parents[1])

words = st.text(st.characters(exclude_categories=["C"]), min_size=1, max_size=20).filter(str.strip)
dates = st.dates(datetime.date(2000, 1, 1), datetime.date(2100, 1, 1))
numbers = st.floats(1e-3, 1e6)
days = st.none() | st.integers(1, 36_500)
rules = st.builds(DueRule, recalibrate_after_days=st.integers(1, 999), check_every_days=days, set_by=words)
instruments = st.builds(
    Instrument,
    id=st.from_regex(r"[A-Za-z0-9][A-Za-z0-9._-]{0,39}", fullmatch=True),
    kind=st.just("pinprick"),
    model=words,
    serial=words,
    owner=words,
    nominal_mn=numbers,
    slot=st.none() | st.integers(1, 20),
    due=st.just(DueRule()) | rules,
)
events: st.SearchStrategy[Event] = st.one_of(
    st.builds(Registered, instrument=instruments),
    st.builds(DueRuleSet, due=rules),
    st.builds(Used, times=st.integers(1, 500)),
    st.builds(Rested),
    st.builds(
        Calibrated,
        certificate=words,
        date=dates,
        verdict=st.sampled_from(("pass", "pass_with_correction", "fail", "not_stated")),
        measured_mn=st.none() | numbers,
        expanded_mn=st.none() | numbers,
        coverage_factor=st.none() | numbers,
        document=st.text(),
    ),
    st.builds(CertifiedElsewhere, certificate=words, laboratory=words, date=dates),
    st.builds(Checked, date=dates, result=st.sampled_from(("pass", "warn", "fail")), what=words),
    st.builds(Adjusted, what=words),
    st.builds(Overridden, reason=words, session_uuid=words),
    st.builds(Retired, reason=words),
    st.builds(Noted, text=words),
)


@given(event=events, who=words, utc=st.datetimes(timezones=st.just(datetime.UTC)))
def test_every_entry_reads_back_as_it_was_written(event: Event, who: str, utc: datetime.datetime) -> None:
    entry = Entry(seq=7, instrument_id="x", who=who, utc=utc, event=event)
    kind, body = encode(entry)
    assert decode(7, kind, body) == entry
    assert EVENTS[kind] is type(event)


def test_the_register_reads_back_and_goes_on(data: Path) -> None:
    with Register.open(data) as register:
        register.record([("optihair2-A-8", Used(times=9)), ("optihair2-A-8", Rested())], who="AB", utc=UTC)
        register.record([("optihair2-A-8", Used(times=3))], who="AB", utc=UTC)
        written = register.content
        assert read_register(data) == written  # a reader needs no turn
    content = read_register(data)
    assert content == written
    assert (content.site, content.findings) == ("INCA-01", ())
    history = content.history("optihair2-A-8")
    assert (history.uses, history.uses_since_rest, history.last_rest) == (12, 3, UTC)
    assert [h.instrument for h in content.histories.values()] == list(INSTRUMENTS)


@pytest.mark.parametrize(
    ("events_", "code", "words_"),
    [
        ([("optihair2-A-9", Used(times=1))], "register.unknown", "optihair2-A-8"),
        ([("OPTIHAIR2-a-8", Registered(instrument=hair(8.0)))], "register.entry", "registered as"),
        ([("optihair2-A-8", Registered(instrument=hair(8.0)))], "register.duplicate", "optihair2-A-8"),
        ([("BAL-1", Retired(reason="old")), ("BAL-1", Used(times=1))], "register.retired", "Nothing more"),
    ],
)
def test_what_does_not_fit_is_refused_and_nothing_of_it_is_entered(
    data: Path, register: Register, events_: list[tuple[str, Event]], code: str, words_: str
) -> None:
    before = register.content
    with pytest.raises(Refused) as refusal:
        register.record([("pinprick-A-8", Noted(text="first")), *events_], who="EX", utc=UTC)
    assert refusal.value.finding.code == code
    assert words_ in refusal.value.finding.line()
    assert register.content == before == read_register(data)


@pytest.mark.parametrize("who", ["", "  "])
def test_nothing_is_entered_by_nobody(register: Register, who: str) -> None:
    with pytest.raises(Refused, match="who is empty"):
        register.record([("BAL-1", Noted(text="x"))], who=who, utc=UTC)
    with pytest.raises(Refused, match="UTC"):
        register.record([("BAL-1", Noted(text="x"))], who="EX", utc=datetime.datetime(2026, 1, 1))


def test_an_id_is_taken_whatever_its_case(register: Register) -> None:
    twin = Instrument(id="bal-1", kind="balance", model="XPR", serial="B2", owner="INCA site 1")
    with pytest.raises(Refused, match="has an instrument of this name"):
        register.add([twin], who="EX", utc=UTC)


def test_a_retired_instrument_still_takes_a_note(register: Register) -> None:
    register.record([("BAL-1", Retired(reason="fell"))], who="EX", utc=UTC)
    register.record([("BAL-1", Noted(text="disposed of"))], who="EX", utc=UTC)
    with pytest.raises(Refused, match="It is retired since 2026-11-22"):
        register.record([("BAL-1", Retired(reason="again"))], who="EX", utc=UTC)


@pytest.mark.parametrize("site", ["", "inca", "INCA_01", "A" * 9, "A-B-C", "../X"])
def test_a_site_prefix_must_fit_file_names(tmp_path: Path, site: str) -> None:
    with pytest.raises(Refused, match="prefix"):
        Register.create(tmp_path, site=site, who="EX", utc=UTC)
    assert list(tmp_path.iterdir()) == []


def test_a_register_is_made_by_somebody(tmp_path: Path) -> None:
    with pytest.raises(Refused, match="Nobody is named"):
        Register.create(tmp_path, site="INCA-01", who=" ", utc=UTC)
    assert list(tmp_path.iterdir()) == []


def test_a_register_is_made_once(data: Path) -> None:
    with pytest.raises(Refused, match="already"):
        Register.create(data, site="INCA-02", who="EX", utc=UTC)
    assert read_register(data).site == "INCA-01"


def test_no_register_says_how_to_begin(tmp_path: Path) -> None:
    for door in (read_register, Register.open):
        with pytest.raises(Refused, match="calibrate add"):
            door(tmp_path)
    assert list(tmp_path.iterdir()) == []


SECOND_WRITER = """
import sys
from pathlib import Path
from qst_station.calibrating.register import Register, read_register
from qst_station.findings import Refused
print(len(read_register(Path(sys.argv[1])).entries))
try:
    Register.open(Path(sys.argv[1]))
except Refused as refusal:
    print(refusal.finding.code)
"""


def test_a_second_process_reads_and_does_not_write(data: Path, register: Register) -> None:
    said = subprocess.run(
        [sys.executable, "-c", SECOND_WRITER, str(data)],
        env={**os.environ, "PYTHONPATH": SOURCE},
        capture_output=True,
        text=True,
        check=True,
    ).stdout
    assert said.split() == ["4", "register.in_use"]
    register.record([("BAL-1", Noted(text="still mine"))], who="EX", utc=UTC)
    register.close()
    with Register.open(data) as again:
        assert len(again.content.entries) == 5


WRITER = """
import datetime, sys
from pathlib import Path
from qst_station.calibrating.entries import Noted, Used
from qst_station.calibrating.register import Register
with Register.open(Path(sys.argv[1])) as register:
    for number in range(100_000):
        events = [("BAL-1", Noted(text=str(number))), ("BAL-1", Used(times=1))]
        register.record(events, who="EX", utc=datetime.datetime.now(datetime.UTC))
        print(number, flush=True)
"""


@pytest.mark.parametrize("seed", range(3))
def test_every_acknowledged_entry_survives_a_kill(data: Path, seed: int) -> None:
    with subprocess.Popen(
        [sys.executable, "-c", WRITER, str(data)],
        env={**os.environ, "PYTHONPATH": SOURCE},
        stdout=subprocess.PIPE,
    ) as process:
        assert process.stdout is not None
        for _ in range(random.Random(seed).randrange(1, 60)):
            process.stdout.readline()
        process.kill()
        last = int((process.stdout.read().split(b"\n")[:-1] or [b"0"])[-1])
    content = read_register(data)
    entries = content.entries[len(INSTRUMENTS) :]
    assert content.damage is None
    assert len(entries) % 2 == 0  # two events of one record: both or none
    assert len(entries) // 2 > last
    with Register.open(data) as register:
        register.record([("BAL-1", Noted(text="after"))], who="EX", utc=UTC)
    assert len(read_register(data).entries) == len(content.entries) + 1


def test_a_full_disk_enters_nothing_and_loses_nothing(data: Path) -> None:
    with Register.open(data) as register:
        register.record([("BAL-1", Noted(text="before"))], who="EX", utc=UTC)
        pages = register._ledger._database.execute("PRAGMA page_count").fetchone()[0]
        register._ledger._database.execute(f"PRAGMA max_page_count = {pages}")
        before = register.content
        with pytest.raises(Refused) as refusal:
            register.record([("BAL-1", Noted(text="x" * 50_000))], who="EX", utc=UTC)
        assert refusal.value.finding.code == "register.not_written"
        assert "full" in refusal.value.finding.happened
        with pytest.raises(Refused) as refusal:  # the connection is not trusted again
            register.record([("BAL-1", Noted(text="small"))], who="EX", utc=UTC)
        assert refusal.value.finding.code == "register.uncertain"
        assert register.content == before
    with Register.open(data) as register:
        assert register.content == before
        register.record([("BAL-1", Noted(text="x" * 50_000))], who="EX", utc=UTC)


LIMITED_FILE_SIZE = """
import resource, sys
from pathlib import Path
from qst_station.calibrating.entries import Noted
from qst_station.calibrating.register import Register
from qst_station.findings import Refused
from tests.calibrating.conftest import UTC
with Register.open(Path(sys.argv[1])) as register:
    resource.setrlimit(resource.RLIMIT_FSIZE, (200_000, 200_000))
    try:
        while True:
            register.record([("BAL-1", Noted(text="x" * 2000))], who="EX", utc=UTC)
            print(len(register.content.entries), flush=True)
    except Refused as refusal:
        print(refusal.finding.code, flush=True)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="needs a limit on the size of files")
def test_a_disk_that_refuses_a_write_loses_no_acknowledged_entry(data: Path) -> None:
    *acknowledged, end = subprocess.run(
        [sys.executable, "-c", LIMITED_FILE_SIZE, str(data)],
        env={**os.environ, "PYTHONPATH": SOURCE},
        capture_output=True,
        text=True,
        check=True,
    ).stdout.split()
    content = read_register(data)
    assert end == "register.uncertain"
    assert content.damage is None
    assert len(content.entries) >= int(acknowledged[-1]) > 10


def test_a_witness_that_cannot_be_written_is_said_and_the_entry_is_kept(
    data: Path, register: Register, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(head: object) -> None:
        raise OSError(5, "Input/output error")

    monkeypatch.setattr(register._ledger._head, "write", fail)
    register.record([("BAL-1", Noted(text="kept"))], who="EX", utc=UTC)
    assert [finding.code for finding in register.take_warnings()] == ["register.head_not_written"]
    assert register.take_warnings() == ()
    assert read_register(data) == register.content


def tampered(data: Path, statement: str) -> None:
    """Change the database as somebody who knows how would."""
    with closing(sqlite3.connect(data / "register" / DATABASE)) as database:
        for (name,) in database.execute("SELECT name FROM sqlite_schema WHERE type = 'trigger'").fetchall():
            database.execute(f"DROP TRIGGER {name}")
        database.execute(statement)
        database.commit()


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE rows SET body = CAST(replace(body, 'site 1', 'site 2') AS BLOB) WHERE seq = 3",
        "UPDATE rows SET kind = 'rested' WHERE seq = 4",
        "DELETE FROM rows WHERE seq = 3",
        "DELETE FROM rows WHERE seq = 5",
    ],
)
def test_a_changed_register_is_named_and_makes_every_state_unreliable(data: Path, statement: str) -> None:
    tampered(data, statement)
    content = read_register(data)
    assert content.damage is not None
    assert content.damage.code == "register.damaged"
    assert all(validity(content, id_, ON).state is State.UNCHECKED for id_ in content.histories)
    assert "damaged" in validity(content, "optihair2-A-8", ON).reason
    with pytest.raises(Refused, match="backup"):
        Register.open(data)


def test_an_older_copy_in_place_of_the_register_shows(data: Path, tmp_path: Path) -> None:
    old = shutil.copy(data / "register" / DATABASE, tmp_path)
    with Register.open(data) as register:
        register.record([("optihair2-A-8", Retired(reason="bent"))], who="EX", utc=UTC)
    shutil.copy(old, data / "register" / DATABASE)
    content = read_register(data)
    assert content.damage is not None
    assert "missing" in content.damage.happened
    assert not validity(content, "optihair2-A-8", ON).usable


def test_opening_a_changed_register_leaves_its_files_as_they_are(data: Path) -> None:
    tampered(data, "DELETE FROM rows WHERE seq = 3")
    before = {file.name: file.read_bytes() for file in (data / "register").iterdir()}
    with pytest.raises(Refused, match="backup"):
        Register.open(data)
    assert {file.name: file.read_bytes() for file in (data / "register").iterdir()} == before


def test_a_register_whose_database_is_gone_is_not_begun_anew(data: Path) -> None:
    (data / "register" / DATABASE).unlink()
    for door in (read_register, Register.open, lambda data: Register.create(data, site="X", who="EX", utc=UTC)):
        with pytest.raises(Refused, match="It was there") as refusal:
            door(data)
        assert refusal.value.finding.code == "register.unreadable"
    assert not (data / "register" / DATABASE).exists()


@pytest.mark.parametrize("junk", [b"", b"not a database" * 100])
def test_a_register_that_cannot_be_read_is_named(data: Path, junk: bytes) -> None:
    (data / "register" / DATABASE).write_bytes(junk)
    for door in (read_register, Register.open):
        with pytest.raises(Refused) as refusal:
            door(data)
        assert refusal.value.finding.code == "register.unreadable"


def test_an_interrupted_beginning_is_begun_again(tmp_path: Path) -> None:
    folder = tmp_path / "register"
    folder.mkdir()
    (folder / "journal.head").write_bytes(b"")
    (folder / "journal.sqlite.part").write_bytes(b"half a database")
    Register.create(tmp_path, site="X", who="EX", utc=UTC).close()
    assert read_register(tmp_path).site == "X"
