"""The key of a station. It shows that a certificate was not changed; it does not show who a person is.

Ed25519 (RFC 8032). Who can read the key file can sign: the key is bound to the installation, and so is what a
signature proves.
"""

from __future__ import annotations

import hashlib
import os
import stat
import sys
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from qst_station.calibrating.refusals import refused
from qst_station.recording.durable import fsync_directory

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

ALGORITHM = "Ed25519"


@dataclass(frozen=True, slots=True, kw_only=True)
class StationKey:
    """The private key of this station with its public part (32 bytes)."""

    public: bytes
    _private: Ed25519PrivateKey = field(repr=False)

    @property
    def key_id(self) -> str:
        """The first 16 hex digits of the SHA-256 of the public key."""
        return key_id_of(self.public)

    def sign(self, data: bytes) -> bytes:
        """The signature (64 bytes) over `data`."""
        return self._private.sign(data)


def key_id_of(public: bytes) -> str:
    """The name of a public key."""
    return hashlib.sha256(public).hexdigest()[:16]


def is_signature(public: bytes, signature: bytes, data: bytes) -> bool:
    """Whether `signature` over `data` was made with the private part of `public`."""
    from cryptography.exceptions import InvalidSignature
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

    try:
        Ed25519PublicKey.from_public_bytes(public).verify(signature, data)
    except (InvalidSignature, ValueError):
        return False
    return True


def station_key(data: Path) -> StationKey:
    """The key of the station, made where there is none. Call it only while the register is open for writing.

    Raises
    ------
    Refused
        `certificate.key`: the file is no key, can be read by other users, or cannot be written.
    """
    path = data / "register" / "station-key.pem"
    try:
        if not path.exists():
            _make(path)
        if sys.platform != "win32" and stat.S_IMODE(path.stat().st_mode) & 0o077:
            raise refused(
                "certificate.key",
                path,
                "Other users of this computer can read the signing key.",
                "Take their rights away (chmod 600) and find out who had them.",
            )
        return _loaded(path.read_bytes())
    except (OSError, ValueError) as error:
        raise refused(
            "certificate.key",
            path,
            f"The signing key cannot be used ({error}).",
            "Restore the file from a backup; or move it away: a new key is made, and old certificates stay valid.",
        ) from error


def _loaded(pem: bytes) -> StationKey:
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
    from cryptography.hazmat.primitives.serialization import load_pem_private_key

    private = load_pem_private_key(pem, password=None)
    if not isinstance(private, Ed25519PrivateKey):
        raise ValueError(f"it is no {ALGORITHM} key")
    return StationKey(public=private.public_key().public_bytes_raw(), _private=private)


def _make(path: Path) -> None:
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
    from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat

    pem = Ed25519PrivateKey.generate().private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
    part = path.with_name(path.name + ".part")
    part.unlink(missing_ok=True)
    with open(os.open(part, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
        file.write(pem)
        file.flush()
        os.fsync(file.fileno())
    part.rename(path)
    fsync_directory(path.parent)
