"""All that happened to one instrument, and the register as a whole."""

from __future__ import annotations

import datetime
import difflib
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import count

from qst_station.calibrating.entries import (
    Adjusted,
    Calibrated,
    CertifiedElsewhere,
    Checked,
    DueRuleSet,
    Entry,
    Registered,
    Rested,
    Retired,
    Used,
)
from qst_station.calibrating.instruments import DueRule, Instrument
from qst_station.calibrating.refusals import refused
from qst_station.findings import Finding, Severity

Certification = Calibrated | CertifiedElsewhere


@dataclass(frozen=True, kw_only=True)
class History:
    """One instrument with its entries, in the order of the rows; the first one registered it."""

    instrument: Instrument
    entries: tuple[Entry, ...]

    @cached_property
    def due(self) -> DueRule:
        """The rule in force."""
        rules = [entry.event.due for entry in self.entries if isinstance(entry.event, DueRuleSet)]
        return rules[-1] if rules else self.instrument.due

    @cached_property
    def retired(self) -> Entry | None:
        """The entry that took it out of use."""
        return next((entry for entry in self.entries if isinstance(entry.event, Retired)), None)

    @cached_property
    def certification(self) -> Certification | None:
        """What is known about it: the last calibration, unless it was adjusted afterwards."""
        for entry in reversed(self.entries):
            if isinstance(entry.event, Calibrated | CertifiedElsewhere):
                return entry.event
            if isinstance(entry.event, Adjusted):
                return None
        return None

    @cached_property
    def calibrations(self) -> tuple[Calibrated, ...]:
        """Every calibration done here, also before an adjustment: what a trend is drawn through."""
        return tuple(entry.event for entry in self.entries if isinstance(entry.event, Calibrated))

    @cached_property
    def adjusted(self) -> bool:
        """It was adjusted and has not been calibrated since."""
        return self.certification is None and any(isinstance(entry.event, Adjusted) for entry in self.entries)

    @cached_property
    def check(self) -> Checked | None:
        """The last daily check since the last calibration."""
        for entry in reversed(self.entries):
            if isinstance(entry.event, Checked):
                return entry.event
            if isinstance(entry.event, Calibrated | CertifiedElsewhere):
                return None
        return None

    @cached_property
    def uses(self) -> int:
        """How often it was applied."""
        return sum(entry.event.times for entry in self.entries if isinstance(entry.event, Used))

    @cached_property
    def uses_since_rest(self) -> int:
        """How often it was applied since it last rested."""
        rests = [entry.seq for entry in self.entries if isinstance(entry.event, Rested)]
        since = max(rests, default=0)
        return sum(e.event.times for e in self.entries if isinstance(e.event, Used) and e.seq > since)

    @cached_property
    def last_rest(self) -> datetime.datetime | None:
        """When it last rested."""
        return max((entry.utc for entry in self.entries if isinstance(entry.event, Rested)), default=None)


@dataclass(frozen=True, kw_only=True)
class RegisterContent:
    """What the register holds.

    Attributes
    ----------
    site : str
        Prefix of the certificate numbers.
    keys : mapping of str to bytes
        Key id to public key (Ed25519, 32 bytes) of every key this station has signed with.
    entries : tuple of Entry
    findings : tuple of Finding
        What is wrong with the register.
    """

    site: str
    keys: Mapping[str, bytes]
    entries: tuple[Entry, ...]
    findings: tuple[Finding, ...] = ()

    @cached_property
    def damage(self) -> Finding | None:
        """What makes every state unreliable: a row that is missing may be the one that counts."""
        return next((finding for finding in self.findings if finding.severity is Severity.STOP), None)

    @cached_property
    def histories(self) -> Mapping[str, History]:
        """Every instrument by its id, in the order of registration."""
        instruments: dict[str, Instrument] = {}
        entries: dict[str, list[Entry]] = {}
        for entry in self.entries:
            if isinstance(entry.event, Registered):
                instruments[entry.instrument_id] = entry.event.instrument
            entries.setdefault(entry.instrument_id, []).append(entry)
        # Rows behind damage may speak of an instrument whose registration was lost.
        return {
            id_: History(instrument=instrument, entries=tuple(entries[id_]))
            for id_, instrument in instruments.items()
        }

    @cached_property
    def certificates(self) -> Mapping[str, Calibrated]:
        """Every certificate issued here, by number, in the order of issue."""
        events = (entry.event for entry in self.entries)
        return {event.certificate: event for event in events if isinstance(event, Calibrated)}

    def history(self, instrument_id: str) -> History:
        """The history of one instrument; raises `Refused` (`register.unknown`) and names what is close."""
        if instrument_id in self.histories:
            return self.histories[instrument_id]
        raise refused(
            "register.unknown",
            instrument_id,
            "There is no instrument of this name in the register.",
            _meant(instrument_id, self.histories),
        )

    def certificate(self, number: str) -> Calibrated:
        """The entry of a certificate; raises `Refused` (`certificate.unknown`) and names what is close."""
        if number in self.certificates:
            return self.certificates[number]
        raise refused(
            "certificate.unknown",
            number,
            "This station has issued no certificate of this number.",
            _meant(number, self.certificates),
        )

    def next_number(self, year: int, *, taken: Callable[[str], bool]) -> str:
        """The number of the next certificate: site, year, running number within the year.

        `taken` says whether a number is in use although the register does not know it: after the register was
        restored from a backup, later certificates still exist.
        """
        stem = f"{self.site}-{year}-"
        issued = [int(number.removeprefix(stem)) for number in self.certificates if number.startswith(stem)]
        numbers = (f"{stem}{running:04d}" for running in count(max(issued, default=0) + 1))
        return next(number for number in numbers if not taken(number))


def _meant(name: str, known: Iterable[str]) -> str:
    close = difflib.get_close_matches(name, list(known), n=3)
    return f"Did you mean {' or '.join(close)}?" if close else "List them with: qst-station calibrate list."
