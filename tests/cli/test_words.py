"""`qst-station words`."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from qst_station.cli.main import main

TEXT = Path(__file__).parents[2] / "protocols" / "words" / "de.toml"


def run(capsys: pytest.CaptureFixture[str], data: Path, *arguments: str) -> tuple[int, str, str]:
    code = main(["--data", str(data), "words", *arguments])
    said = capsys.readouterr()
    return code, said.out, said.err


def test_import_list_and_show(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    own = tmp_path / "own.toml"
    own.write_text(TEXT.read_text(encoding="utf-8").replace("einfache Worte", "Klinik"), encoding="utf-8")
    code, out, _ = run(capsys, tmp_path, "import", str(own), "--json")
    taken = json.loads(out)
    assert code == 0 and taken["imported"] and taken["own"]
    assert run(capsys, tmp_path, "import", str(own))[1].endswith("is this text already.\n")
    code, out, _ = run(capsys, tmp_path, "--json")
    rows = [json.loads(line) for line in out.splitlines()]
    assert code == 0 and [row["name"] for row in rows] == ["en", "de", taken["name"]]
    assert rows[2]["sha256"] == taken["sha256"]
    assert run(capsys, tmp_path, "show", taken["name"])[1] == own.read_text(encoding="utf-8")
    assert "Own wording, not validated" in run(capsys, tmp_path)[1]


def test_a_broken_file_of_the_folder_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "words").mkdir()
    (tmp_path / "words" / "by-hand.toml").write_text(TEXT.read_text(encoding="utf-8"), encoding="utf-8")
    code, out, err = run(capsys, tmp_path)
    assert code == 1 and "is not the text that was imported" in err and "by-hand" not in out


def test_arguments_that_do_not_fit(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for arguments in (("import",), ("show",), ("list", "de")):
        with pytest.raises(SystemExit) as ended:
            main(["--data", str(tmp_path), "words", *arguments])
        assert ended.value.code == 2
    assert run(capsys, tmp_path, "show", "tlh")[0] == 2
    assert run(capsys, tmp_path, "import", str(tmp_path / "none.toml"))[0] == 2
