"""Who asks, as far as the record can keep it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from qst_station.documents import checked
from qst_station.findings import Finding, Refused, Severity
from qst_station.session.events import Actor

WHO_BYTES = 64  # what the column `actor` keeps


def checked_actor(given: Mapping[str, Any]) -> Actor:
    """An actor from plain data.

    Raises
    ------
    Refused
        `actor.who`: that is nobody, or a name that the record has no room for.
    """
    actor = checked(dict(given), Actor, place="actor")
    if not actor.who.strip() or len(actor.who.encode()) > WHO_BYTES:
        raise Refused(
            Finding(
                code="actor.who",
                severity=Severity.WARNING,
                place="actor",
                happened=f"who is {actor.who[:40]!r}.",
                safe="Nothing was changed.",
                remedy=f"Enter initials or a name of at most {WHO_BYTES} bytes.",
            )
        )
    return actor
