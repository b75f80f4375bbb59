"""Whether a sealed session is what its journal says: everything is computed again and compared."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from qst_station.findings import Finding
from qst_station.recording.chain import check_chain
from qst_station.recording.content import ATTRIBUTES, SealedContent, differences, digests
from qst_station.recording.sealed import check_identity, read_sealed
from qst_station.station.record import Unreplayable, replay_rows, unreplayable
from qst_station.station.sealing import sealed_content
from qst_station.station.verifying_certificates import check_certificates
from qst_station.station.verifying_limits import check_force_limits
from qst_station.station.verifying_streams import check_streams, differs
from qst_station.station.verifying_words import check_words

_SEALED_BY = {"creator_version"}  # which program version made the file, not what it holds


def verify(path: Path) -> list[Finding]:
    """Check a sealed session; no finding means that every result follows from the recorded events.

    The identity of the bytes, the hash chain of the events, every table, stream and summary recomputed from
    the events, every reading decoded again from its raw bytes, and every force limit found again in the study.

    Raises
    ------
    Refused
        The file cannot be read as a sealed session at all.
    """
    found = check_identity(path)
    if found:
        return found
    content = read_sealed(path)
    found = check_chain(content.rows, f"{path}: /events")
    if found:
        return found
    try:
        again = sealed_content(content.rows, place=str(path))
        replayed = replay_rows(content.rows, place=str(path))
    except Unreplayable as fault:
        return [unreplayable(path, fault)]
    found += [differs(path, place) for place in _different(content, again)]
    for check in (check_streams, check_certificates, check_words, check_force_limits):
        found += check(path, replayed)
    return found


def _different(content: SealedContent, again: SealedContent) -> list[str]:
    """The places whose content does not follow from the events."""
    places = differences(_values(content), _values(again))
    stored, follows = content.attributes, again.attributes
    names = sorted((stored.keys() | follows.keys()) - _SEALED_BY)
    return places + [f"{ATTRIBUTES}/{name}" for name in names if stored.get(name) != follows.get(name)]


def _values(content: SealedContent) -> dict[str, str]:
    """Digests of types, units and values; a newer program may describe the same values in other words."""
    untold = tuple(replace(dataset, description="", long_name=dataset.path) for dataset in content.datasets)
    found = digests(replace(content, datasets=untold))
    return {place: digest for place, digest in found.items() if place != ATTRIBUTES}
