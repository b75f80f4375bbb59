"""The pages say all that the document says, each page says whose it is, and the same document gives the same."""

from __future__ import annotations

import io
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st
from pypdf import PdfReader

import qst_station
from qst_station.calibrating.certificate_file import Certificate, checked_certificate, signed
from qst_station.calibrating.certificate_layout import LONG_ROW, Grid, sections, text
from qst_station.calibrating.certificate_pdf import certificate_pdf, printable
from tests.calibrating.conftest import UTC
from tests.calibrating.example_content import hair_content
from tests.calibrating.test_certificate_file import key

SOURCE = str(Path(qst_station.__file__).parents[1])


def certificate(**groups: Any) -> Certificate:
    return signed(hair_content(**groups), key(), meaning="calibrated and released", utc=UTC)


@cache
def pages() -> list[str]:
    return extracted(certificate_pdf(certificate()))


def extracted(pdf: bytes) -> list[str]:
    return [page.extract_text() for page in PdfReader(io.BytesIO(pdf)).pages]


def squeezed(words: str) -> str:
    """Without white space: a PDF has lines where a document has none."""
    return re.sub(r"\s+", "", words)


def leaves(value: Any, name: str = "") -> Iterator[tuple[str, Any]]:
    """Every value with its name; a long row of numbers counts as one value."""
    if isinstance(value, dict):
        for inner_name, inner in value.items():
            yield from leaves(inner, inner_name)
    elif isinstance(value, list) and any(isinstance(one, dict) for one in value):
        for inner in value:
            yield from leaves(inner, name)
    else:
        yield name, value


def test_every_value_of_the_document_stands_on_the_pages() -> None:
    printed = squeezed("".join(pages()))
    found = [
        *leaves(dict(certificate().content)),
        *leaves(dict(certificate().signature)),
        ("", certificate().sha256),
    ]
    missing = [(name, value) for name, value in found if squeezed(text(value, name)) not in printed]
    assert missing == []
    assert len(found) > 150


def test_each_page_has_number_place_and_statement() -> None:
    assert len(pages()) > 1
    for place, page in enumerate(pages(), start=1):
        assert f"INCA-01-2026-0001 · page {place} of {len(pages())}" in page
        assert "Internal verification, not issued by an accredited laboratory." in page
    assert sum("End of certificate INCA-01-2026-0001" in page for page in pages()) == 1
    assert "End of certificate INCA-01-2026-0001" in pages()[-1]


def test_the_same_certificate_gives_the_same_bytes_in_any_process(tmp_path: Path) -> None:
    own = certificate()
    pdf = certificate_pdf(own)
    assert certificate_pdf(checked_certificate(own.text.encode(), {key().key_id: key().public}, place="")) == pdf
    (tmp_path / "c.json").write_bytes(own.text.encode())
    code = (
        "import hashlib, sys; from pathlib import Path\n"
        "from qst_station.calibrating.certificate_file import read_certificate\n"
        "from qst_station.calibrating.certificate_pdf import certificate_pdf\n"
        "keys = {sys.argv[2]: bytes.fromhex(sys.argv[3])}\n"
        "sys.stdout.buffer.write(certificate_pdf(read_certificate(Path(sys.argv[1]), keys)))\n"
    )
    other = subprocess.run(
        [sys.executable, "-c", code, str(tmp_path / "c.json"), key().key_id, key().public.hex()],
        env={**os.environ, "PYTHONPATH": SOURCE, "PYTHONHASHSEED": "7", "TZ": "Asia/Tokyo"},
        capture_output=True,
        check=True,
    )
    assert other.stdout == pdf


def test_a_changed_value_changes_the_pages() -> None:
    changed = certificate(conformity={"verdict": "fail", "rule": "r", "tolerance": 0.1, "unit": "mN"})
    assert "fail" in "".join(extracted(certificate_pdf(changed)))
    assert certificate_pdf(changed) != certificate_pdf(certificate())


def test_names_of_many_scripts_are_printed_or_spelled_out() -> None:
    name = "Jadwiga Łukasiewicz, Дмитрий, Ελένη, 田中, שרה, a\u0000b"
    printed = squeezed(
        "".join(extracted(certificate_pdf(certificate(person={"name": name, "role": "calibrator"}))))
    )
    for part in ("JadwigaŁukasiewicz", "Дмитрий", "Ελένη", "[U+7530][U+4E2D]", "[U+05E9]", "a[U+0000]b"):
        assert part in printed, part


@given(name=st.text(max_size=30))
def test_any_text_can_be_printed(name: str) -> None:
    shown = printable(name)
    assert printable(shown) == shown
    if name.isascii() and name.isprintable():
        assert shown == name


@settings(max_examples=8)
@given(name=st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=200))
def test_no_text_breaks_the_pages(name: str) -> None:
    pdf = certificate_pdf(certificate(person={"name": name, "role": "<b>&amp;"}))
    printed = squeezed("".join(extracted(pdf)))
    assert "<b>&amp;" in printed
    assert "EndofcertificateINCA-01-2026-0001" in printed


def test_a_group_that_nobody_knows_is_printed() -> None:
    printed = "".join(extracted(certificate_pdf(certificate(hygrometer={"offset_percent": 1.25, "note": "old"}))))
    assert "Hygrometer" in printed
    assert "offset (%)" in printed
    assert "1.25" in printed


def test_many_readings_run_over_pages_under_their_head() -> None:
    readings = [{"number": n, "value": n / 7, "unit": "g", "excluded": ""} for n in range(1, 301)]
    long = extracted(certificate_pdf(certificate(readings=readings)))
    assert len(long) > 5
    printed = squeezed("".join(long))
    assert all(f"{n}{n / 7:.7g}" in printed for n in range(1, 301))
    assert f"page {len(long)} of {len(long)}" in long[-1]


def test_what_is_the_same_in_every_row_is_said_once() -> None:
    readings = [{"number": n, "unit": "g", "refused": None} for n in range(3)]
    (shown,) = [one for one in sections(certificate(readings=readings)) if one.title == "Readings"]
    same, table = shown.blocks
    assert same.rows == (("in every row", "unit: g"),)  # type: ignore[union-attr]
    assert isinstance(table, Grid)
    assert (table.head, table.rows) == (("number",), (("0",), ("1",), ("2",)))


def test_rows_that_are_all_alike_stay_rows() -> None:
    (shown,) = [one for one in sections(certificate(readings=[{"value": 1.0}] * 3)) if one.title == "Readings"]
    assert isinstance(shown.blocks[0], Grid)
    assert shown.blocks[0].rows == (("1",),) * 3


def test_values_are_printed_for_people() -> None:
    assert text(None) == "–"
    assert text(True) == "yes"
    assert text(0.0621) == "0.0621"
    assert text(1 / 3) == "0.3333333"
    assert text(30_500_000_000, "t_ns") == "30.500"
    assert text("pass_with_correction", "verdict") == "pass with correction"
    assert text("hair_a", "id") == "hair_a"
    assert text([0.5] * (LONG_ROW + 1)) == f"{LONG_ROW + 1} values in the JSON"
