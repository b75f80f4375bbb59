"""A certificate is issued whole or not at all, once, and its files are copies that can be made again."""

from __future__ import annotations

import json
import os
import random
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

import qst_station
from qst_station.calibrating.certificate_pdf import certificate_pdf
from qst_station.calibrating.entries import Noted
from qst_station.calibrating.issuing import (
    Issued,
    certificate_folder,
    certificate_of,
    check_files,
    issue,
    publish,
)
from qst_station.calibrating.register import Register, read_register
from qst_station.findings import Refused
from tests.calibrating.conftest import UTC
from tests.calibrating.example_content import hair_content

SOURCE = str(Path(qst_station.__file__).parents[1])
HAIR = "optihair2-A-8"


def issued(data: Path) -> Issued:
    with Register.open(data) as register:
        return issue(register, hair_content, instrument_id=HAIR, meaning="calibrated and released", utc=UTC)


def test_numbers_run_through_a_year_and_begin_again(data: Path) -> None:
    numbers = [issued(data).certificate.number for _ in range(2)]
    with Register.open(data) as register:
        later = UTC.replace(year=2027)
        done = issue(register, hair_content, instrument_id=HAIR, meaning="m", utc=later)
    assert [*numbers, done.certificate.number] == ["INCA-01-2026-0001", "INCA-01-2026-0002", "INCA-01-2027-0001"]
    assert list(read_register(data).certificates) == [*numbers, done.certificate.number]


def test_the_register_takes_everything_from_the_document(data: Path) -> None:
    certificate = issued(data).certificate
    event = read_register(data).certificate(certificate.number)
    assert (event.measured_mn, event.expanded_mn, event.coverage_factor) == (7.625312, 0.0621, 2.365)
    assert (event.verdict, event.date.isoformat()) == ("pass_with_correction", "2026-11-20")
    assert event.document == certificate.text
    assert certificate_of(read_register(data), certificate.number) == certificate


def test_one_key_signs_all_certificates_of_a_station(data: Path) -> None:
    first, second = issued(data).certificate, issued(data).certificate
    assert first.signature["key_id"] == second.signature["key_id"]
    assert list(read_register(data).keys) == [first.signature["key_id"]]


def test_a_lost_key_leaves_old_certificates_valid(data: Path) -> None:
    first = issued(data).certificate
    (data / "register" / "station-key.pem").unlink()
    second = issued(data).certificate
    content = read_register(data)
    assert first.signature["key_id"] != second.signature["key_id"]
    assert certificate_of(content, first.number) == first
    assert certificate_of(content, second.number) == second


@pytest.mark.parametrize(
    ("content_of", "message"),
    [
        (lambda number: hair_content(number, instrument_id="optihair2-A-4"), "not of 'optihair2-A-8'"),
        (lambda _: hair_content("INCA-01-2020-0001"), "not 'INCA-01-2026-0001'"),
        (lambda number: hair_content(number, results=[]), "one force in mN"),
    ],
)
def test_a_calibration_of_something_else_is_not_issued(data: Path, content_of: object, message: str) -> None:
    with Register.open(data) as register, pytest.raises(ValueError, match=message):
        issue(register, content_of, instrument_id=HAIR, meaning="m", utc=UTC)  # type: ignore[arg-type]
    assert read_register(data).certificates == {}
    assert not (data / "certificates").exists()


def test_without_a_tolerance_there_is_no_verdict(data: Path) -> None:
    with Register.open(data) as register:
        issue(
            register,
            lambda number: hair_content(number, conformity=None),
            instrument_id=HAIR,
            meaning="m",
            utc=UTC,
        )
        assert register.content.certificate("INCA-01-2026-0001").verdict == "not_stated"


def test_a_register_from_a_backup_does_not_give_a_number_twice(data: Path, tmp_path: Path) -> None:
    shutil.copytree(data / "register", tmp_path / "backup")
    first = issued(data).certificate
    shutil.rmtree(data / "register")
    shutil.copytree(tmp_path / "backup", data / "register")
    second = issued(data)
    assert (second.certificate.number, second.findings) == ("INCA-01-2026-0002", ())
    path = certificate_folder(data, first.number) / f"{first.number}.json"
    assert path.read_text(encoding="utf-8") == first.text


def test_a_full_disk_while_entering_issues_nothing(data: Path) -> None:
    with Register.open(data) as register:
        pages = register._ledger._database.execute("PRAGMA page_count").fetchone()[0]
        register._ledger._database.execute(f"PRAGMA max_page_count = {pages}")
        with pytest.raises(Refused, match="full"):
            issue(register, hair_content, instrument_id=HAIR, meaning="m", utc=UTC)
    assert read_register(data).certificates == {}
    assert not (data / "certificates").exists()
    assert issued(data).certificate.number == "INCA-01-2026-0001"


def test_files_that_cannot_be_written_are_said_and_made_later(data: Path) -> None:
    (data / "certificates").write_text("in the way")
    done = issued(data)
    assert [finding.code for finding in done.findings] == ["certificate.not_published"]
    assert "issued" in done.findings[0].safe
    (data / "certificates").unlink()
    certificate = certificate_of(read_register(data), done.certificate.number)
    assert publish(data, certificate, certificate_pdf(certificate)) == []
    assert check_files(data, certificate) == []


@pytest.mark.parametrize(
    ("name", "change", "code"),
    [
        ("INCA-01-2026-0001.json", lambda path: path.write_bytes(path.read_bytes() + b" "), "certificate.altered"),
        ("INCA-01-2026-0001.pdf", lambda path: path.write_bytes(b"%PDF"), "certificate.pdf_differs"),
        ("INCA-01-2026-0001.pdf", lambda path: path.unlink(), "certificate.missing"),
    ],
)
def test_changed_files_are_named_and_never_overwritten(data: Path, name: str, change: object, code: str) -> None:
    certificate = issued(data).certificate
    path = certificate_folder(data, certificate.number) / name
    change(path)  # type: ignore[operator]
    before = {file.name: file.read_bytes() for file in path.parent.iterdir()}
    assert [finding.code for finding in check_files(data, certificate)] == [code]
    assert [finding.code for finding in publish(data, certificate, b"other pages")] == [code]
    assert {file.name: file.read_bytes() for file in path.parent.iterdir()} == before


@pytest.mark.skipif(sys.platform == "win32", reason="forks")
def test_a_kill_at_any_step_leaves_a_certificate_or_none(data: Path, tmp_path: Path) -> None:
    runs_folder = tmp_path / "killed"
    script = Path(__file__).with_name("killed_issuing.py")
    said = subprocess.run(
        [sys.executable, str(script), str(data), str(runs_folder), str(random.randrange(5)), "5"],
        env={**os.environ, "PYTHONPATH": SOURCE},
        capture_output=True,
        text=True,
        check=True,
        timeout=100,
    ).stdout
    runs = [json.loads(line) for line in said.splitlines()]
    assert [run["killed"] for run in runs] == [*[True] * (len(runs) - 1), False]
    assert len(runs) > 6
    outcomes = set()
    for run in runs:
        copy = Path(run["data"])
        with Register.open(copy) as register:
            before = list(register.content.certificates)
            assert before in ([], ["INCA-01-2026-0001"])
            assert before or not run["said"]
            register.record([("BAL-1", Noted(text="goes on"))], who="EX", utc=UTC)
        for number in before:
            certificate = certificate_of(read_register(copy), number)
            folder = certificate_folder(copy, number)
            pages = b"pages made again" if not folder.exists() else b""
            assert publish(copy, certificate, pages) == []  # compares what is there
            assert {file.suffix for file in folder.iterdir()} == {".json", ".pdf"}
        outcomes.add((len(before), bool(run["said"])))
    assert outcomes == {(0, False), (1, False), (1, True)}
    again = issued(Path(runs[-2]["data"]))
    assert (again.certificate.number, again.findings) == ("INCA-01-2026-0002", ())
