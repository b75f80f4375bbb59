"""A site enters its own calibration: what is kept, what is refused, and what a girth then gives."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qst_station.cli.main import main
from qst_station.findings import Refused
from qst_station.station.limb_calibrations import FOLDER, calibrations, keep, latest

VARIANT = "ulnar-styloid-2nd-mcp"
NAME = f"hand_{VARIANT}"
GIRTHS = (36.0, 38.5, 40.0, 41.5, 43.0, 45.0)
VOLUMES = (380.0, 455.0, 470.0, 540.0, 560.0, 655.0)
TABLE = "girth_cm,volume_ml\n" + "".join(f"{g},{v}\n" for g, v in zip(GIRTHS, VOLUMES, strict=True))
METHOD = ("--segment", "hand", "--variant", VARIANT)


def run(data: Path, *arguments: str) -> int:
    return main(["--data", str(data), "limb", *arguments])


def entered(data: Path, text: str = TABLE, *, who: str = "AB", method: tuple[str, ...] = METHOD) -> int:
    data.mkdir(exist_ok=True)
    table = data / "pairs.csv"
    table.write_text(text, encoding="utf-8")
    return run(data, "calibrate", str(table), *method, "--who", who)


def files(data: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in (data / FOLDER).glob("*")}


def test_a_calibration_is_kept_and_an_estimate_says_that_it_is_one(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert entered(tmp_path) == 0
    assert f"{NAME}_v1.toml" in capsys.readouterr().out
    assert run(tmp_path, "estimate", "40,67", *METHOD) == 0
    said, rests_on = capsys.readouterr().out.splitlines()
    # scipy.stats.linregress, with t.ppf(0.975, 4): 510.10 ± 52.58 ml.
    assert said == "510 ml estimated, 95 % prediction interval 458 to 563 ml"
    assert "SEE 17.5 ml" in rests_on and "n 6" in rests_on and "36 to 45 cm" in rests_on and "AB" in rests_on
    assert run(tmp_path, "estimate", "40.67", *METHOD, "--json") == 0
    found = json.loads(capsys.readouterr().out)
    assert found["estimated"]["low_ml"] < found["estimated"]["volume_ml"] < found["estimated"]["high_ml"]
    assert found["calibration"]["file"] == f"{NAME}_v1.toml" and found["calibration"]["n"] == 6


def test_a_new_version_takes_its_place_and_overwrites_nothing(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for version in range(1, 12):
        before = files(tmp_path)
        assert entered(tmp_path, who=f"reader {version}") == 0
        assert files(tmp_path).items() >= before.items() and len(files(tmp_path)) == version
    kept = latest(tmp_path, "hand", VARIANT)
    assert kept is not None and kept.file == f"{NAME}_v11.toml" and kept.line.done_by == "reader 11"
    capsys.readouterr()
    assert run(tmp_path, "calibrations", "--json") == 0
    assert len([json.loads(line) for line in capsys.readouterr().out.splitlines()]) == 11


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("volume_ml", "volume", "column 'volume_ml' is missing"),
        ("41.5,540.0", "415,540.0", "line 5, column 'girth_cm': girth 415 looks like millimetres: 41.5 cm"),
        ("41.5,540.0", "16.3,540.0", "looks like inches: 41.4 cm"),
        ("41.5,540.0", "4.15,540.0", "girth 4.15 cm is outside 20 to 75 cm"),
        (
            "41.5,540.0",
            "41.5,0.54",
            "line 5, column 'volume_ml': volume 0.54 ml is outside 100 to 20000 ml; 540 ml",
        ),
        ("41.5,540.0", "41.5,-540", "volume -540 ml is outside"),
        ("41.5,540.0", "41.5,", "the cell is empty"),
        ("41.5,540.0", "41,5,540", "3 cells"),
        ("41.5,540.0", "41.5,nan", "no number"),
        ("".join(TABLE.splitlines(keepends=True)[3:]), "", "2 limbs: a line with an error needs at least 3"),
        ("36.0,380.0", "36.0,2000.0", "a larger girth is a larger volume"),
    ],
)
def test_a_table_that_gives_no_calibration_is_named(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], old: str, new: str, said: str
) -> None:
    assert old in TABLE
    assert entered(tmp_path, TABLE.replace(old, new)) == 2
    out, err = capsys.readouterr()
    assert out == "" and len(err.splitlines()) == 1 and said in err and "pairs.csv" in err
    assert files(tmp_path) == {}


@pytest.mark.parametrize(
    ("method", "who", "said"),
    [
        (("--segment", "hand", "--variant", "tatro-adams-1995"), "AB", f"there are {VARIANT}"),
        (("--segment", "hand", "--variant", "../../x"), "AB", "no landmark variant"),
        (METHOD, " ", "done_by is empty"),
        (METHOD, "A\nB", "one line"),
    ],
)
def test_nobody_and_no_variant_enter_nothing(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], method: tuple[str, ...], who: str, said: str
) -> None:
    assert entered(tmp_path, who=who, method=method) == 2
    out, err = capsys.readouterr()
    assert out == "" and len(err.splitlines()) == 1 and said in err and files(tmp_path) == {}


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("45.1", *METHOD), "45.1 cm is outside the calibration (36 to 45 cm)"),
        (("35.9", *METHOD), "outside the calibration"),
        (("412", *METHOD), "41.2 if it was read in millimetres"),
        (("40", "--segment", "hand", "--variant", "radial-styloid-no-wrist"), "entered no calibration"),
        (("60", "--segment", "ankle", "--variant", "tatro-adams-1995"), "entered no calibration for ankle"),
    ],
)
def test_nothing_is_estimated_beyond_what_it_rests_on(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], arguments: tuple[str, ...], said: str
) -> None:
    assert entered(tmp_path) == 0
    capsys.readouterr()
    assert run(tmp_path, "estimate", *arguments) == 2
    out, err = capsys.readouterr()
    assert out == "" and len(err.splitlines()) == 1 and said in err


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("380.0", "0.38"),
        ("version = 2", "version = 1"),
        ('"hand"', '"ankle"'),
        ("girths_cm", "girths"),
        ("= 2", "= \udcff"),
    ],
)
def test_an_older_version_never_stands_in_for_one_that_cannot_be_read(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], old: str, new: str
) -> None:
    entered(tmp_path)
    entered(tmp_path)
    newest = tmp_path / FOLDER / f"{NAME}_v2.toml"
    text = newest.read_text(encoding="utf-8")
    assert old in text
    newest.write_bytes(text.replace(old, new).encode("utf-8", "surrogateescape"))
    with pytest.raises(Refused) as caught:
        latest(tmp_path, "hand", VARIANT)
    assert caught.value.finding.code == "document.invalid" and newest.name in caught.value.finding.place
    capsys.readouterr()
    assert run(tmp_path, "calibrations") == 1
    out, err = capsys.readouterr()
    assert out.startswith(f"{NAME}_v1.toml") and newest.name in err


def test_who_writes_the_same_version_at_once_is_refused(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / FOLDER).mkdir()
    (tmp_path / FOLDER / f"{NAME}_v1.part").write_text("half", encoding="utf-8")
    assert entered(tmp_path) == 2
    assert "remove" in capsys.readouterr().err and set(files(tmp_path)) == {f"{NAME}_v1.part"}


pairs = st.lists(st.tuples(st.floats(20, 75), st.floats(100, 20000)), min_size=3, max_size=12)


@given(pairs=pairs, who=st.text(max_size=12))
def test_whatever_is_kept_reads_back_the_same(
    tmp_path_factory: pytest.TempPathFactory, pairs: list[tuple[float, float]], who: str
) -> None:
    data = tmp_path_factory.mktemp("data")
    girths_cm, volumes_ml = zip(*pairs, strict=True)
    try:
        kept = keep(
            data,
            segment="hand",
            variant=VARIANT,
            done_on=date(2026, 11, 2),
            done_by=who,
            girths_cm=girths_cm,
            volumes_ml=volumes_ml,
        )
    except ValueError:
        assert calibrations(data) == ([], [])
    else:
        assert calibrations(data) == ([kept], []) and latest(data, "hand", VARIANT) == kept
        assert kept.line.done_by == who and kept.line.n == len(pairs)
