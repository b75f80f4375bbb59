"""Whether the participant's words of a session are those that its opening row names."""

from __future__ import annotations

from pathlib import Path

from qst_station.findings import Finding
from qst_station.session.reading_aloud import text_sha256
from qst_station.station.record import Replayed
from qst_station.station.verifying_streams import differs


def check_words(path: Path, replayed: Replayed) -> list[Finding]:
    """Compute the hash of the words again; hold language, title and version against the text."""
    opening, spec = replayed.plan.opening, replayed.plan.words
    if spec is None:
        return []
    named = opening["words"]
    text = opening["inputs"][named["document"]]
    wrong = ["sha256"] if text_sha256(text) != named["sha256"] else []
    stated = ("language", "title", "version", "back_translation")
    wrong += [name for name in stated if named[name] != getattr(spec, name)]
    return [differs(path, f"/inputs/{named['document']}: {name}") for name in wrong]
