"""`qst-station limb`: numbers that can be checked by hand, and one line for what cannot be used."""

from __future__ import annotations

import json
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest

from qst_station.cli.main import main

TABLE = "limb,reader,repeat,girth_cm\n" + "".join(
    f"{limb},{reader},{repeat},{cm + offset + repeat / 10:.1f}\n"
    for limb, cm in (("P-001 left", 40.0), ("P-001 right", 42.5), ("P-002 left", 47.0))
    for reader, offset in (("AB", 0.0), ("CD", 0.3))
    for repeat in (1, 2)
)


def test_volume_names_its_convention(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["limb", "volume", "--method", "frustum", "--height-cm", "4", "16", "18", "20,0", "22", "24"]) == 0
    assert capsys.readouterr().out == (
        "516.1 ml over 16 cm of limb (frustum): 4 segments of 4 cm, marks at both ends of each\n"
    )
    assert main(["limb", "volume", "--method", "disc", "--height-cm", "4", "--json", "17", "19", "21", "23"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert round(found["volume_ml"], 3) == 515.662 and found["length_cm"] == 16 and len(found["segments_ml"]) == 4


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("frustum", "4", "41.2"), "two ends"),
        (("frustum", "4", "41.2", "412"), "41.2 if it was read in millimetres"),
        (("disc", "4", '16"'), "type 40.6"),
        (("disc", "4in", "41.2"), "height '4in'"),
        (("disc", "0", "41.2"), "outside 1 to 20 cm"),
        (("disc", "4", "forty"), "no length"),
    ],
)
def test_a_volume_that_cannot_be_meant(
    capsys: pytest.CaptureFixture[str], arguments: tuple[str, ...], said: str
) -> None:
    method, height, *circumferences = arguments
    assert main(["limb", "volume", "--method", method, "--height-cm", height, *circumferences]) == 2
    out, err = capsys.readouterr()
    assert out == "" and len(err.splitlines()) == 1 and said in err


def test_agreement_in_words_and_as_json(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    path = tmp_path / "readers.csv"
    path.write_text(TABLE, encoding="utf-8")
    assert main(["limb", "agreement", str(path)]) == 0
    told = capsys.readouterr().out
    assert "AB and CD, 3 limbs, 2 readings each" in told and "Bias (AB - CD): -0.30 cm" in told
    assert "TEM within AB: 0.071 cm" in told and "unverified default" in told
    assert main(["limb", "agreement", str(path), "--json"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert len(found["limits"]["means_cm"]) == 3 and found["icc_3_1"]["value"] == pytest.approx(1)


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("girth_cm", "girth", "column 'girth_cm' is missing"),
        ("P-002 left,CD,2,47.5", "P-002 left,CD,2,475", "a slip, or another unit"),
        ("P-002 left,CD,2,47.5", "P-002 left,CD,2,", "the cell is empty"),
        ("P-002 left,CD,2,47.5", "P-002 left,CD,2,47,5", "5 cells"),
        ("P-002 left,CD,2,47.5", "P-002 left,CD,2,nan", "no number"),
        ("P-002 left,CD,2,47.5", "P-002 left,CD,2.0,47.5", "no count"),
        ("P-002 left,CD,2,47.5", ",CD,2,47.5", "the cell is empty"),
        ("P-002 left,CD,2,47.5", "P-002 left,EF,2,47.5", "3 readers"),
        ("P-002 left,CD,2,47.5\n", "", "is missing"),
        ("P-002 left,CD,2,47.5", '"P-002 left,CD,2,47.5', "not valid CSV"),
    ],
)
def test_a_table_that_cannot_be_used_is_named(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, old: str, new: str, said: str
) -> None:
    assert old in TABLE
    path = tmp_path / "readers.csv"
    path.write_text(TABLE.replace(old, new), encoding="utf-8")
    assert main(["limb", "agreement", str(path)]) == 2
    out, err = capsys.readouterr()
    assert out == "" and len(err.splitlines()) == 1 and said in err and str(path) in err


@pytest.mark.parametrize("data", [b"", b"\xff\xfe", b"limb,reader,repeat,girth_cm\n", None])
def test_a_file_without_a_table(capsys: pytest.CaptureFixture[str], tmp_path: Path, data: bytes | None) -> None:
    path = tmp_path / "readers.csv"
    if data is not None:
        path.write_bytes(data)
    assert main(["limb", "agreement", str(path)]) == 2
    out, err = capsys.readouterr()
    assert out == "" and len(err.splitlines()) == 1 and str(path) in err


def test_the_bland_altman_plot_is_drawn_once_and_overwrites_nothing(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    table, plot = tmp_path / "table.csv", tmp_path / "plot.svg"
    readings = TABLE.replace("P-002 left,CD,1,47.4", "P-002 left,CD,1,47.9")
    readings = readings.replace("P-001 right,CD,1,42.9", "P-001 right,CD,1,42.7")
    table.write_text(readings, encoding="utf-8")
    assert main(["limb", "agreement", str(table), "--plot", str(plot), "--json"]) == 0
    limits = json.loads(capsys.readouterr().out)["limits"]
    drawn = ET.parse(plot).getroot()
    circles = list(drawn.iter("{http://www.w3.org/2000/svg}circle"))
    heights = [float(circle.attrib["cy"]) for circle in circles]
    # The largest difference stands highest, the smallest lowest.
    order = sorted(range(len(heights)), key=heights.__getitem__, reverse=True)
    assert [limits["differences_cm"][i] for i in order] == sorted(limits["differences_cm"])
    assert f"bias {limits['bias']['value_cm']:+.2f} cm" in "".join(drawn.itertext())
    before = plot.read_bytes()
    assert main(["limb", "agreement", str(table), "--plot", str(plot)]) == 2
    assert plot.read_bytes() == before and "exists" in capsys.readouterr().err.casefold()
