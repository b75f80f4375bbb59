"""Scoring a CSV table: nothing of the input is lost, and nothing is misread."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qst_station.findings import Refused
from qst_station.scoring.norms import load_norms
from qst_station.scoring.table import ADDED_COLUMNS, REQUIRED_COLUMNS, read_table, score_table
from qst_station.scoring.zscore import score

HEADER = ",".join(REQUIRED_COLUMNS)


def written(path: Path, header: tuple[str, ...], rows: list[list[str]]) -> Path:
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([header, *rows])
    return path


def read(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, strict=True))


def refused(path: Path) -> Refused:
    out = path.with_name("out.csv")
    with pytest.raises(Refused) as caught:
        score_table(path, out)
    assert not out.exists()
    assert caught.value.finding.place.startswith(str(path))
    assert caught.value.finding.remedy
    return caught.value


def test_rows_get_the_score_of_their_values(tmp_path: Path) -> None:
    path = tmp_path / "t.csv"
    path.write_text(
        f"{HEADER},note\n"
        "007,45,female,hand,left,MDT,0.17678,first\n"
        '1e5,25,M, Foot ,right,ppt,900,"a, ""b"""\n'
        "009,45,f,hand,left,MDT,,\n",
        encoding="utf-8",
    )
    assert score_table(path, tmp_path / "out.csv") == 1
    first, second, third = read(tmp_path / "out.csv")
    norms = load_norms()
    result = score(norms, parameter="MDT", site="hand", sex="female", age_y=45, value=0.17678)
    assert (float(first["x"]), float(first["z"])) == (result.x, result.z)
    assert (first["direction"], first["outside_95"]) == ("gain", "true")
    assert (first["norm_set"], first["norm_sha256"]) == (norms.identity, norms.sha256)
    assert first["reason"] == ""
    assert (second["direction"], second["outside_95"]) == ("loss", "false")
    assert (second["participant_id"], second["note"]) == ("1e5", 'a, "b"')
    assert (third["z"], third["outside_95"], third["reason"]) == ("", "", "value missing")
    assert list(first) == [*REQUIRED_COLUMNS, "note", *ADDED_COLUMNS]


def test_the_result_goes_to_standard_output(tmp_path: Path, capsysbinary: pytest.CaptureFixture[bytes]) -> None:
    path = tmp_path / "t.csv"
    path.write_text(f"{HEADER}\np,45,f,hand,left,VDT,8\n", encoding="utf-8")
    score_table(path, None)
    score_table(path, tmp_path / "out.csv")
    assert capsysbinary.readouterr().out == (tmp_path / "out.csv").read_bytes()


@pytest.mark.parametrize(
    ("column", "cell", "reason"),
    [
        ("value", "abc", "value 'abc' is not a number"),
        ("value", "nan", "not a number"),
        ("value", "inf", "not a number"),
        ("value", "1_000", "not a number"),
        ("value", "٤", "not a number"),
        ("value", "<0.25", "not a number"),
        ("value", "1e400", "not finite"),
        ("value", "0", "no logarithm"),
        ("value", "", "value missing"),
        ("age_y", "", "age missing"),
        ("age_y", "young", "age_y 'young' is not a number"),
        ("age_y", "19", "age under 20"),
        ("sex", "", "sex missing"),
        ("sex", "w", "unknown sex 'w'"),
        ("site", "face", "face"),
        ("site", "", "site missing"),
        ("parameter", "CPT", "unknown parameter 'CPT'"),
        ("parameter", "X" * 10_000, "unknown parameter"),
        ("parameter", "DMA", "no z-score for DMA"),
    ],
)
def test_a_faulty_row_says_why_in_its_row(tmp_path: Path, column: str, cell: str, reason: str) -> None:
    good = dict(zip(REQUIRED_COLUMNS, ["p", "45", "f", "hand", "left", "MPT", "64"], strict=True))
    path = written(
        tmp_path / "t.csv", REQUIRED_COLUMNS, [list(good.values()), list((good | {column: cell}).values())]
    )
    assert score_table(path, tmp_path / "out.csv") == 1
    first, second = read(tmp_path / "out.csv")
    assert first["z"]
    assert second["z"] == ""
    assert reason in second["reason"]
    assert len(second["reason"]) < 200
    assert second[column] == cell


@pytest.mark.parametrize(
    ("data", "said"),
    [
        pytest.param(b"", ["empty", "participant_id"], id="empty"),
        pytest.param(b"\n\n", ["empty"], id="blank-lines"),
        pytest.param(HEADER.encode("utf-16"), ["not UTF-8", "Save the table as CSV UTF-8"], id="utf-16"),
        pytest.param(f"{HEADER}\nM\xfcller".encode("latin-1"), ["line 2", "0xfc"], id="latin-1"),
        pytest.param(f"{HEADER}\np,45\0".encode(), ["line 2", "NUL"], id="nul"),
        pytest.param(HEADER.replace(",", ";").encode(), ["line 1", "semicolons", "with commas"], id="semicolons"),
        pytest.param(HEADER.replace(",", "\t").encode(), ["line 1", "tabs"], id="tabs"),
        pytest.param(
            HEADER.replace("age_y", "age").encode(), ["line 1", "'age_y' is missing"], id="missing-column"
        ),
        pytest.param(HEADER.replace("age_y", "Age_y").encode(), ["Is 'Age_y' meant"], id="other-spelling"),
        pytest.param(f"{HEADER},value".encode(), ["'value'", "twice"], id="duplicate-column"),
        pytest.param(f"{HEADER},z".encode(), ["column 'z'", "Remove or rename"], id="scored-before"),
        pytest.param(f"{HEADER}\np,45,f,hand,left,VDT".encode(), ["line 2", "6 cells"], id="short-row"),
        pytest.param(f"{HEADER}\np,45,f,hand,left,VDT,7,5".encode(), ["line 2", "decimal comma"], id="long-row"),
        pytest.param(
            f'{HEADER}\np,45,f,hand,left,VDT,"7,5"'.encode(),
            ["line 2", "column 'value'", "'7,5'", "point"],
            id="decimal-comma",
        ),
        pytest.param(f'{HEADER}\n"p,45,f,hand'.encode(), ["not valid CSV", "quotation"], id="open-quote"),
        pytest.param(
            f"{HEADER}\n{'p' * 200_000},45,f,hand,left,VDT,7".encode(), ["line 2", "field"], id="huge-cell"
        ),
    ],
)
def test_a_file_that_could_be_misread_is_refused(tmp_path: Path, data: bytes, said: list[str]) -> None:
    path = tmp_path / "t.csv"
    path.write_bytes(data)
    refusal = refused(path)
    for words in said:
        assert words in str(refusal)


def test_a_file_that_is_not_there_is_refused(tmp_path: Path) -> None:
    assert "cannot be read" in str(refused(tmp_path / "none.csv"))


def test_a_byte_order_mark_is_accepted(tmp_path: Path) -> None:
    path = tmp_path / "t.csv"
    path.write_bytes(f"{HEADER}\np,45,f,hand,left,VDT,8\n".encode("utf-8-sig"))
    assert score_table(path, tmp_path / "out.csv") == 0
    assert read(tmp_path / "out.csv")[0]["participant_id"] == "p"


def test_the_input_is_never_overwritten(tmp_path: Path) -> None:
    path = written(tmp_path / "t.csv", REQUIRED_COLUMNS, [])
    before = path.read_bytes()
    (tmp_path / "link.csv").symlink_to(path)
    for out in (path, tmp_path / "." / "t.csv", tmp_path / "link.csv"):
        with pytest.raises(Refused, match="is the input table"):
            score_table(path, out)
    with pytest.raises(Refused, match="not a file"):
        score_table(path, tmp_path)
    assert path.read_bytes() == before


def test_a_failed_write_leaves_the_old_result(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = written(tmp_path / "t.csv", REQUIRED_COLUMNS, [])
    out = tmp_path / "out.csv"
    out.write_text("old", encoding="utf-8")

    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.fsync", full)
    with pytest.raises(Refused, match="No space left"):
        score_table(path, out)
    assert out.read_text(encoding="utf-8") == "old"
    assert sorted(entry.name for entry in tmp_path.iterdir()) == ["out.csv", "t.csv"]


def test_a_result_in_a_missing_folder_is_refused(tmp_path: Path) -> None:
    path = written(tmp_path / "t.csv", REQUIRED_COLUMNS, [])
    with pytest.raises(Refused, match="cannot be written"):
        score_table(path, tmp_path / "none" / "out.csv")


text_cells = st.text(st.characters(codec="utf-8", exclude_characters="\0"), max_size=8)
numbers = st.one_of(st.floats(0, 1000).map(repr), st.sampled_from(["", "NA", "1e400", "12"]))
rows = st.tuples(
    text_cells,
    numbers,
    st.sampled_from(["f", "male", ""]) | text_cells,
    st.sampled_from(["hand", "foot", "face"]),
    text_cells,
    st.sampled_from(["MDT", "MPS", "DMA", "VDT"]) | text_cells,
    numbers,
    text_cells,
).map(list)


@given(st.lists(rows, max_size=8))
def test_rows_order_and_cells_are_kept(tmp_path_factory: pytest.TempPathFactory, table: list[list[str]]) -> None:
    folder = tmp_path_factory.mktemp("table")
    path = written(folder / "t.csv", (*REQUIRED_COLUMNS, "free text"), table)
    blank = score_table(path, folder / "out.csv")
    results = read(folder / "out.csv")
    assert [list(row.values())[:8] for row in results] == table
    assert sum(not row["z"] for row in results) == blank
    for row in results:
        assert bool(row["z"]) != bool(row["reason"])


@given(
    st.binary(max_size=200)
    | st.text(max_size=200).map(lambda text: f"{HEADER}\n{text}".encode("utf-8", "replace"))
)
def test_any_bytes_are_a_table_or_refused(tmp_path_factory: pytest.TempPathFactory, data: bytes) -> None:
    path = tmp_path_factory.mktemp("bytes") / "t.csv"
    path.write_bytes(data)
    try:
        table = read_table(path)
    except Refused:
        return
    written_again = io.StringIO(newline="")
    csv.writer(written_again).writerows([table.header, *table.rows])
    path.write_text(written_again.getvalue(), encoding="utf-8", newline="")
    assert read_table(path) == table
