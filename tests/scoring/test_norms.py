"""The packaged norm set holds the published figures, and a damaged norm file is refused."""

from __future__ import annotations

import csv
import hashlib
from importlib import resources
from pathlib import Path

import pytest

from qst_station.findings import Refused
from qst_station.scoring import norms as norms_module
from qst_station.scoring.norms import load_norms, parse_norms

NORM_FILE = resources.files("qst_station.scoring").joinpath("magerl2010_hand_foot.toml")
# Magerl 2010 as transcribed (the source is in the first line of the file).
PUBLISHED = Path(__file__).with_name("magerl2010_mechanical_rows.csv")


def published_rows() -> list[dict[str, str]]:
    with PUBLISHED.open(encoding="utf-8", newline="") as file:
        assert file.readline().startswith("# Magerl")
        return list(csv.DictReader(file))


def test_every_figure_is_the_published_one() -> None:
    norms = load_norms()
    rows = published_rows()
    figures = {
        (row["parameter"], row["site"], row["sex"], row["age_bin"]): (float(row["mean"]), float(row["sd"]))
        for row in rows
    }
    assert len(rows) == 140
    assert {key: (stratum.mean, stratum.sd) for key, stratum in norms.strata.items()} == figures
    for row in rows:
        rule = norms.rule(row["parameter"])
        assert rule is not None
        assert rule.transform == row["transform"]


def test_the_norm_set_says_what_it_is() -> None:
    norms = load_norms()
    assert norms.sha256 == hashlib.sha256(NORM_FILE.read_bytes()).hexdigest()
    assert norms.identity == "magerl2010 1"
    assert norms.document.grade == "T"
    assert "Pain 151:598-605" in norms.document.citation
    assert "single transcription" in norms.document.grade_meaning
    assert max(len(norms.described(stratum).encode()) for stratum in norms.strata.values()) <= 48


@pytest.mark.parametrize(
    ("age_y", "band"),
    [
        (20, "20-29"),
        (29.99, "20-29"),
        (30, "30-39"),
        (40, "40-49"),
        (50, "50-59"),
        (59.99, "50-59"),
        (60, ">=60"),
        (97, ">=60"),
    ],
)
def test_decades_start_at_their_first_birthday(age_y: float, band: str) -> None:
    stratum = load_norms().stratum(parameter="PPT", site="foot", sex="male", age_y=age_y)
    assert stratum is not None
    assert stratum.age_band == band


def test_an_unknown_norm_set_is_refused_with_the_known_ones() -> None:
    with pytest.raises(Refused, match=r"'rolke2006'.*magerl2010"):
        load_norms("rolke2006")


def test_a_norm_file_other_than_the_released_one_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    released = {"edited": ("magerl2010_hand_foot.toml", "0" * 64)}
    monkeypatch.setattr(norms_module, "_RELEASED", released)
    with pytest.raises(Refused) as caught:
        load_norms("edited")
    assert caught.value.finding.code == "norms.changed"


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ('age_band = "20-29", mean = -0.215, sd = 0.338', 'age_band = "20-29", mean = -0.215', "sd"),
        ("sd = 0.338", "sd = 0.0", "standard deviation .* must be above 0"),
        (
            '    { parameter = "MDT", site = "hand", sex = "female", age_band = "20-29", '
            "mean = -0.215, sd = 0.338 },\n",
            "",
            "'MDT', 'hand', 'female', '20-29'.* is missing",
        ),
        (
            "strata = [",
            'strata = [ { parameter = "MDT", site = "hand", sex = "male", age_band = "30-39", '
            "mean = 0.0, sd = 1.0 },",
            "one is double",
        ),
        ("below_y = 40", "below_y = 39", "must start at 39"),
        ('sex = "female", age_band = ">=60"', 'sex = "women", age_band = ">=60"', "'female' or 'male'"),
    ],
)
def test_a_damaged_norm_file_is_refused(old: str, new: str, said: str) -> None:
    text = NORM_FILE.read_text(encoding="utf-8")
    assert old in text
    with pytest.raises(Refused, match=said):
        parse_norms(text.replace(old, new, 1).encode(), place="norms.toml")
