"""A signed certificate: what is in the file, and how a changed one shows.

The file is canonical JSON: one spelling, so that a change of any byte is a change of the document. Every group
of the content has its SHA-256 beside it, which names what was changed; the signature lies over everything but
itself.
"""

from __future__ import annotations

import datetime
import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from qst_station.calibrating.refusals import refused
from qst_station.calibrating.signing import ALGORITHM, StationKey, is_signature, key_id_of
from qst_station.findings import Refused
from qst_station.recording.canonical import canonical, read_strict

FORMAT = "qst-certificate/1"
PROVES = (
    "This signature shows that the document has not been changed since it was signed with the key of the station. "
    "It does not prove who the person was: that rests on the station's access rules."
)
SIZE_LIMIT_BYTES = 20_000_000

_SAFE = "The register keeps the certificate as it was signed."


@dataclass(frozen=True, slots=True, kw_only=True)
class Certificate:
    """A certificate whose stamps and signature have been checked.

    Attributes
    ----------
    content : dict
        The groups of the certificate, plain JSON types.
    sha256 : str
        Of the canonical content (hex).
    signature : dict
        `algorithm`, `key_id`, `public_key` (hex), `signed_utc`, `name`, `role`, `meaning`, `proves`,
        `value` (hex).
    text : str
        The file.
    """

    content: Mapping[str, Any]
    sha256: str
    signature: Mapping[str, str]
    text: str

    @property
    def number(self) -> str:
        """The number that stands on every page."""
        return str(self.content["document"]["number"])


def signed(content: Mapping[str, Any], key: StationKey, *, meaning: str, utc: datetime.datetime) -> Certificate:
    """Stamp and sign the content of a certificate.

    Parameters
    ----------
    content : mapping
        Plain JSON types; `person` holds the name and role of who signs.
    meaning : str
        What the signature stands for, for example "calibrated and released".
    utc : datetime.datetime
        When it is signed.

    Raises
    ------
    ValueError
        For NaN, infinity and text that is not Unicode.
    """
    document: dict[str, Any] = {
        "format": FORMAT,
        "content": content,
        "sha256": _sha256(content),
        "groups_sha256": {name: _sha256(group) for name, group in content.items()},
        "signature": {
            "algorithm": ALGORITHM,
            "key_id": key.key_id,
            "public_key": key.public.hex(),
            "signed_utc": utc.isoformat(timespec="seconds"),
            "name": content["person"]["name"],
            "role": content["person"]["role"],
            "meaning": meaning,
            "proves": PROVES,
            "value": "",
        },
    }
    document["signature"]["value"] = key.sign(_signed_bytes(document)).hex()
    return checked_certificate(canonical(document), {key.key_id: key.public}, place="certificate")


def read_certificate(path: Path, keys: Mapping[str, bytes]) -> Certificate:
    """The certificate in a file.

    Parameters
    ----------
    keys : mapping of str to bytes
        Key id to public key of the stations that are trusted (`RegisterContent.keys`).

    Raises
    ------
    Refused
        `certificate.unreadable`, `certificate.altered` (names what differs) or `certificate.foreign_key`.
    """
    try:
        with path.open("rb") as file:
            data = file.read(SIZE_LIMIT_BYTES + 1)
    except OSError as error:
        raise _unreadable(str(path), str(error.strerror or error)) from error
    return checked_certificate(data, keys, place=str(path))


def checked_certificate(data: bytes, keys: Mapping[str, bytes], *, place: str) -> Certificate:
    """As `read_certificate`, from bytes; `place` is for the message."""
    document = _document(data, place)
    altered = _altered_groups(document)
    if altered:
        raise _altered(place, f"{', '.join(altered)}: not as signed")
    signature = document["signature"]
    public = bytes.fromhex(signature["public_key"])
    if not is_signature(public, bytes.fromhex(signature["value"]), _signed_bytes(document)):
        raise _altered(place, "the stamps or the signature block: not as signed")
    if keys.get(key_id_of(public)) != public:
        raise refused(
            "certificate.foreign_key",
            place,
            f"It is intact, but signed with key {key_id_of(public)}, which is not a key of this station.",
            "Check it at the station that issued it.",
        )
    return Certificate(
        content=document["content"], sha256=document["sha256"], signature=signature, text=data.decode("utf-8")
    )


def _document(data: bytes, place: str) -> dict[str, Any]:
    """The document in `data`, if it has the form of a certificate in its one spelling."""
    if len(data) > SIZE_LIMIT_BYTES:
        raise _unreadable(place, f"it has more than {SIZE_LIMIT_BYTES} bytes")
    try:
        document = read_strict(data)
        one_spelling = canonical(document) == data
    except (ValueError, RecursionError) as error:
        raise _unreadable(place, f"{error}") from error
    match document:
        case {
            "format": str(format_),
            "content": {"document": {"number": str()}, "person": {}},
            "sha256": str(),
            "groups_sha256": dict(),
            "signature": {"public_key": str(public), "value": str(value), "key_id": str()},
        } if format_ == FORMAT and _is_hex(public) and _is_hex(value):
            assert isinstance(document, dict)
        case {"format": str(format_)} if format_ != FORMAT:
            raise _unreadable(place, f"its format is {format_[:40]!r}, not {FORMAT}")
        case _:
            raise _unreadable(place, "a part that every certificate has is missing or damaged")
    if not one_spelling:
        raise _altered(place, "the spelling (white space, order, digits): not as signed")
    return document


def _altered_groups(document: Mapping[str, Any]) -> list[str]:
    """The places that do not fit their stamp."""
    content, stamps = document["content"], document["groups_sha256"]
    names = sorted(content.keys() | stamps.keys())
    altered = [name for name in names if name not in content or stamps.get(name) != _sha256(content[name])]
    if not altered and document["sha256"] != _sha256(content):
        altered = ["sha256"]
    return altered


def _signed_bytes(document: Mapping[str, Any]) -> bytes:
    return canonical({**document, "signature": {**document["signature"], "value": ""}})


def _sha256(value: object) -> str:
    return hashlib.sha256(canonical(value)).hexdigest()


def _is_hex(text: str) -> bool:
    return len(text) % 2 == 0 and all(character in "0123456789abcdef" for character in text)


def _unreadable(place: str, why: str) -> Refused:
    return refused(
        "certificate.unreadable",
        place,
        f"This is no certificate that can be read: {why}.",
        "Take the certificate from the register: qst-station calibrate certificate NUMBER --out FILE.json.",
        safe=_SAFE,
    )


def _altered(place: str, what: str) -> Refused:
    return refused(
        "certificate.altered",
        place,
        f"The certificate was changed after it was signed: {what}.",
        "Do not use it. The register has it as signed: qst-station calibrate certificate NUMBER --out FILE.",
        safe=_SAFE,
    )
