"""`qst-station calibrate` as a person meets it."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from qst_station.calibrating.issuing import certificate_folder, issue
from qst_station.calibrating.register import Register, read_register
from qst_station.calibrating.set_document import example
from qst_station.cli.main import main
from tests.calibrating.conftest import UTC
from tests.calibrating.example_content import hair_content

Run = Callable[..., tuple[int, str, str]]
NUMBER = "INCA-01-2026-0001"


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str], data: Path) -> Run:
    def run_command(*arguments: object, folder: Path = data) -> tuple[int, str, str]:
        capsys.readouterr()
        try:
            code = main(["--data", str(folder), "calibrate", *(str(argument) for argument in arguments)])
        except SystemExit as ended:
            code = int(str(ended.code))
        out, err = capsys.readouterr()
        return code, out, err

    return run_command


@pytest.fixture
def issued(data: Path) -> Path:
    """A data folder with one certificate; its folder."""
    with Register.open(data) as register:
        issue(register, hair_content, instrument_id="optihair2-A-8", meaning="m", utc=UTC)
    return certificate_folder(data, NUMBER)


def test_list_says_state_reason_and_remedy(run: Run, issued: Path) -> None:
    code, out, err = run("list", "--on", "2026-11-25")
    assert (code, err) == (0, "")
    assert "7.625 ± 0.062 mN" in out
    assert "It has no certificate. Calibrate it." in out
    code, out, _ = run("list", "--on", "2027-11-21")
    assert "expired" in out
    code, out, _ = run("list", "--json", "--on", "2026-11-25")
    states = {row["id"]: row["state"] for row in json.loads(out)["instruments"]}
    assert (code, states["optihair2-A-8"], states["BAL-1"]) == (0, "valid", "unchecked")


def test_show_gives_every_unit_and_the_history(run: Run, issued: Path) -> None:
    code, out, _ = run("show", "optihair2-A-8")
    assert code == 0
    assert "8 mN, 0.8158 gf, log 3.91 (unverified convention)" in out
    assert "calibrated certificate INCA-01-2026-0001" in out
    code, out, _ = run("show", "optihair2-A-8", "--json", "--on", "2026-11-25")
    document = json.loads(out)
    assert document["nominal_gf"] == pytest.approx(0.81577, abs=1e-5)
    assert [entry["kind"] for entry in document["entries"]] == ["registered", "calibrated"]
    code, _, err = run("show", "optihair2-A-9")
    assert code == 2
    assert "Did you mean" in err


def test_certificate_is_checked_and_written_out_once(run: Run, issued: Path, tmp_path: Path) -> None:
    code, out, err = run("certificate", NUMBER)
    assert (code, err) == (0, "")
    assert "as it was signed by Jadwiga Łukasiewicz" in out
    for suffix in (".pdf", ".json"):
        assert run("certificate", NUMBER, "--out", tmp_path / f"c{suffix}")[0] == 0
        assert (tmp_path / f"c{suffix}").read_bytes() == (issued / f"{NUMBER}{suffix}").read_bytes()
        code, _, err = run("certificate", NUMBER, "--out", tmp_path / f"c{suffix}")
        assert code == 2
        assert "nothing is overwritten" in err
    assert run("certificate", NUMBER, "--out", tmp_path / "c.txt")[0] == 2
    code, out, _ = run("certificate", NUMBER, "--json")
    assert json.loads(out)["content"]["results"][0]["value"] == 7.625312
    assert run("certificate", tmp_path / "c.json")[0] == 0
    code, _, err = run("certificate", "INCA-01-2026-0002")
    assert (code, "Did you mean INCA-01-2026-0001" in err) == (2, True)


def test_an_edited_certificate_is_refused_and_the_register_keeps_the_right_one(run: Run, issued: Path) -> None:
    path = issued / f"{NUMBER}.json"
    path.write_text(path.read_text(encoding="utf-8").replace("7.625312", "8.000000"), encoding="utf-8")
    code, _, err = run("certificate", path)
    assert code == 2
    assert "changed after it was signed" in err
    code, _, err = run("certificate", NUMBER)
    assert code == 1
    assert "differs from the register" in err
    code, out, _ = run("certificate", NUMBER, "--json")
    document = json.loads(out)
    assert (code, document["ok"], document["content"]["results"][0]["value"]) == (1, False, 7.625312)


def test_the_first_set_makes_the_register(run: Run, tmp_path: Path) -> None:
    file, fresh = tmp_path / "set.toml", tmp_path / "fresh"
    _, out, _ = run("example", "dfns_pinpricks", folder=fresh)
    assert out == example("dfns_pinpricks")
    file.write_text(out.replace('set_name = "FILL IN"', 'set_name = "P"').replace("FILL IN", "INCA"))
    code, _, err = run("add", file, "--who", "EX", folder=fresh)
    assert (code, "--site" in err, fresh.exists()) == (2, True, False)
    code, out, _ = run("add", file, "--who", "EX", "--site", "INCA-01", folder=fresh)
    assert (code, out.count("registered")) == (0, 7)
    code, _, err = run("add", file, "--who", "EX", folder=fresh)
    assert (code, "another id" in err) == (2, True)
    assert len(read_register(fresh).histories) == 7
    code, _, err = run("add", tmp_path / "none.toml", "--who", "EX", folder=fresh)
    assert (code, "Traceback" in err) == (2, False)


def test_a_due_rule_can_be_set_later(run: Run, issued: Path) -> None:
    given = ("due", "optihair2-A-8", "--set-by", "sponsor, protocol 3.2", "--who", "EX")
    assert run(*given, "--days", 90, "--soon", 14, "--check-every", 1)[0] == 0
    assert "must be checked every day" in run("list", "--on", "2026-11-25")[1]
    assert "interval  90 days (sponsor, protocol 3.2)" in run("show", "optihair2-A-8")[1]
    code, _, err = run(*given, "--days", 0)
    assert (code, "1 to 36500" in err) == (2, True)


def test_retire_and_export(run: Run, tmp_path: Path) -> None:
    assert run("retire", "BAL-1", "--reason", "fell", "--who", "EX")[0] == 0
    code, _, err = run("retire", "BAL-1", "--reason", "fell", "--who", "EX")
    assert (code, "retired since" in err) == (2, True)
    assert "retired" in run("show", "BAL-1")[1]
    assert run("retire", "BAL-1", "--who", "EX")[0] == 2  # no reason
    code, out, _ = run("export", "--out", tmp_path / "out")
    assert (code, "4 instruments, 0 certificates" in out) == (0, True)
    assert (tmp_path / "out" / "history.csv").exists()


@pytest.mark.parametrize("arguments", [(), ("list", "--on", "yesterday"), ("run",)])
def test_wrong_arguments_are_one_line(run: Run, arguments: tuple[str, ...]) -> None:
    code, _, err = run(*arguments)
    assert code == 2
    assert err.count("\n") == 1


def test_no_register_is_said(run: Run, tmp_path: Path) -> None:
    code, _, err = run("list", folder=tmp_path / "empty")
    assert code == 2
    assert "qst-station calibrate add" in err
    assert not (tmp_path / "empty").exists()
