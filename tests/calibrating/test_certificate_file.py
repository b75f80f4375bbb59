"""A certificate that was changed, anywhere and by anybody, is refused."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from hypothesis import given
from hypothesis import strategies as st

from qst_station.calibrating.certificate_file import Certificate, checked_certificate, read_certificate, signed
from qst_station.calibrating.signing import StationKey, is_signature, station_key
from qst_station.findings import Refused
from qst_station.recording.canonical import canonical
from tests.calibrating.conftest import UTC
from tests.calibrating.example_content import hair_content


@cache
def key() -> StationKey:
    private = Ed25519PrivateKey.generate()
    return StationKey(public=private.public_key().public_bytes_raw(), _private=private)


@cache
def certificate() -> Certificate:
    return signed(hair_content(), key(), meaning="calibrated and released", utc=UTC)


def refusal(data: bytes) -> Refused:
    with pytest.raises(Refused) as caught:
        checked_certificate(data, {key().key_id: key().public}, place="file")
    return caught.value


def test_it_reads_back_as_it_was_signed(tmp_path: Path) -> None:
    path = tmp_path / "certificate.json"
    path.write_bytes(certificate().text.encode())
    again = read_certificate(path, {key().key_id: key().public})
    assert again == certificate()
    assert again.number == "INCA-01-2026-0001"
    assert (again.signature["name"], again.signature["signed_utc"]) == (
        "Jadwiga Łukasiewicz",
        "2026-11-22T09:30:00+00:00",
    )
    assert "does not prove who" in again.signature["proves"]


@given(data=st.data())
def test_any_byte_changed_added_or_removed_is_refused(data: st.DataObject) -> None:
    whole = certificate().text.encode()
    place = data.draw(st.integers(0, len(whole) - 1))
    piece = data.draw(st.binary(max_size=2).filter(lambda one: one != whole[place : place + 1]))
    changed = whole[:place] + piece + whole[place + 1 :]
    if changed != whole:
        finding = refusal(changed).finding
        assert finding.code in ("certificate.unreadable", "certificate.altered")
        assert finding.remedy


@given(cut=st.integers(0, 2000))
def test_a_cut_file_is_refused(cut: int) -> None:
    assert refusal(certificate().text.encode()[:cut]).finding.code == "certificate.unreadable"


def edited(change: Callable[[dict[str, Any]], None]) -> bytes:
    document = json.loads(certificate().text)
    change(document)
    return canonical(document)


@pytest.mark.parametrize(
    ("change", "named"),
    [
        (lambda d: d["content"]["results"][0].update(value=8.0), "results"),
        (lambda d: d["content"]["conformity"].update(verdict="pass"), "conformity"),
        (lambda d: d["content"]["readings"].pop(3), "readings"),
        (lambda d: d["content"].pop("traceability"), "traceability"),
        (lambda d: d["content"].update(note="x"), "note"),
        (lambda d: d["content"]["person"].update(name="EX"), "person"),
        (lambda d: d.update(sha256="0" * 64), "sha256"),
        (lambda d: d["signature"].update(name="EX"), "signature block"),
        (lambda d: d["signature"].update(signed_utc="2025-01-01T00:00:00+00:00"), "signature block"),
        (lambda d: d["signature"].update(value="00" * 64), "signature block"),
        (lambda d: d.update(more=1), "signature block"),
    ],
)
def test_an_edit_is_named(change: Callable[[dict[str, Any]], None], named: str) -> None:
    finding = refusal(edited(change)).finding
    assert finding.code == "certificate.altered"
    assert named in finding.happened


def test_an_edit_with_fitting_stamps_fails_the_signature() -> None:
    content = json.loads(certificate().text)["content"]
    content["results"][0]["value"] = 8.0
    forged = json.loads(signed(content, key(), meaning="m", utc=UTC).text)
    forged["signature"] = dict(certificate().signature)
    assert "signature block" in refusal(canonical(forged)).finding.happened


def test_a_certificate_of_another_key_is_intact_and_refused() -> None:
    private = Ed25519PrivateKey.generate()
    other = StationKey(public=private.public_key().public_bytes_raw(), _private=private)
    content = json.loads(certificate().text)["content"]
    content["results"][0]["value"] = 8.0
    forged = signed(content, other, meaning="m", utc=UTC)
    finding = refusal(forged.text.encode()).finding
    assert finding.code == "certificate.foreign_key"
    assert other.key_id in finding.happened


@pytest.mark.parametrize(
    "text",
    [
        "",
        "[]",
        "{}",
        "[" * 100_000,
        '{"format":"qst-certificate/2"}',
        '{"format":"qst-certificate/1","content":{}}',
        '{"format":"\\ud800"}',
        '{"a":1,"a":1}',
        '{"a":NaN}',
    ],
)
def test_what_is_no_certificate_is_named(text: str) -> None:
    assert refusal(text.encode()).finding.code == "certificate.unreadable"


def test_a_certificate_that_is_not_there_or_too_large_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with pytest.raises(Refused, match="No such file"):
        read_certificate(tmp_path / "none.json", {})
    whole = certificate().text.encode()  # signed before the limit falls: signing reads back what it wrote
    monkeypatch.setattr("qst_station.calibrating.certificate_file.SIZE_LIMIT_BYTES", 10)
    assert "more than 10 bytes" in refusal(whole).finding.happened


def test_numbers_that_are_none_are_not_signed() -> None:
    with pytest.raises(ValueError, match="JSON"):
        signed(hair_content(results=[{"value": float("nan")}]), key(), meaning="m", utc=UTC)


@given(message=st.binary(max_size=64), other=st.binary(max_size=64))
def test_a_signature_is_of_its_message_only(message: bytes, other: bytes) -> None:
    value = key().sign(message)
    assert is_signature(key().public, value, message)
    assert is_signature(key().public, value, other) == (message == other)
    assert not is_signature(key().public[:5], value, message)


def test_a_station_keeps_its_key_to_itself(data: Path) -> None:
    made = station_key(data)
    again = station_key(data)
    path = data / "register" / "station-key.pem"
    assert (made.key_id, made.public) == (again.key_id, again.public)
    assert not (data / "register" / "station-key.pem.part").exists()
    assert "_private" not in repr(made)
    if sys.platform != "win32":
        assert path.stat().st_mode & 0o777 == 0o600
        path.chmod(0o640)
        with pytest.raises(Refused, match="Other users"):
            station_key(data)
        path.chmod(0o600)
    path.write_bytes(b"no key")
    with pytest.raises(Refused, match="cannot be used"):
        station_key(data)
    assert path.read_bytes() == b"no key"
