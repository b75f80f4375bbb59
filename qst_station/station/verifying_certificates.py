"""Whether the forces and scales of a session are those of the certificates that it carries."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from calibration.scale import Scale
from qst_station.calibrating.certificate_file import Certificate, checked_certificate
from qst_station.calibrating.issuing import calibrated
from qst_station.calibrating.signing import key_id_of
from qst_station.findings import Finding, Refused
from qst_station.station.opening import certificate_input
from qst_station.station.record import Replayed
from qst_station.station.verifying_streams import differs


def check_certificates(path: Path, replayed: Replayed) -> list[Finding]:
    """Check every certificate in the file, and what was taken from it; a later certificate plays no part."""
    found: list[Finding] = []
    for place, snapshot, scale in _instruments(replayed.plan.opening):
        text = replayed.plan.opening["inputs"].get(certificate_input(snapshot["certificate"] or ""))
        if text is None:
            if snapshot["measured_mn"] is not None or (scale is not None and scale.certificate):
                found.append(differs(path, f"{place}: its certificate is not in the file"))
            continue
        try:
            certificate = _intact(text, place=f"{path}: /inputs/{certificate_input(snapshot['certificate'])}")
        except Refused as refused:
            found.append(refused.finding)
            continue
        found += [differs(path, f"{place}/{what}") for what in _contradictions(certificate, snapshot, scale)]
    return found


def _instruments(opening: Mapping[str, Any]) -> Iterator[tuple[str, Mapping[str, Any], Scale | None]]:
    """Every instrument on record with its place; of a gauge the scale it began with."""
    for piece in opening.get("instruments", {}).get("pieces", ()):
        yield f"/events: instrument {piece['id']}", piece, None
    for device in opening["devices"]:
        if device.get("instrument"):
            yield f"/events: device {device['name']}", device["instrument"], Scale(**device["scale"])


def _intact(text: str, *, place: str) -> Certificate:
    """The certificate, if it is as it was signed. Whose key it was, the file cannot tell."""
    data = text.encode()
    try:
        public = bytes.fromhex(json.loads(text)["signature"]["public_key"])
    except (ValueError, KeyError, TypeError):
        public = b""
    return checked_certificate(data, {key_id_of(public): public}, place=place)


def _contradictions(certificate: Certificate, snapshot: Mapping[str, Any], scale: Scale | None) -> list[str]:
    """What the session says otherwise than the certificate."""
    stated = calibrated(certificate)
    names = ("certificate", "measured_mn", "expanded_mn", "coverage_factor")
    wrong = [name for name in names if snapshot[name] != getattr(stated, name)]
    given = certificate.content.get("scale")
    if scale is not None and given is not None and scale.certificate:
        wrong += ["scale/gain"] if scale.gain != given["gain"] else []
    return wrong
