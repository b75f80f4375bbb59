"""A set of instruments as a TOML document, the way it comes into the register."""

from __future__ import annotations

import datetime
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from importlib.resources import files

from qst_station.calibrating.entries import CertifiedElsewhere, Event
from qst_station.calibrating.instruments import DueRule, Instrument, Kind
from qst_station.calibrating.refusals import refused
from qst_station.documents import load_document

FILL_IN = "FILL IN"
"""What the examples hold where only the site knows."""

EXAMPLES = ("dfns_pinpricks", "optihair2")


@dataclass(frozen=True, slots=True, kw_only=True)
class ExternalCertificate:
    """A certificate that came with the instrument."""

    number: str
    laboratory: str
    date: datetime.date


@dataclass(frozen=True, slots=True, kw_only=True)
class Member:
    """What tells one instrument from the others of its set.

    Attributes
    ----------
    id : str
        Made of the name of the set and the nominal force where it is empty.
    serial : str
        Where it has one of its own.
    """

    id: str = ""
    nominal_mn: float | None = None
    nominal_mass_g: float | None = None
    serial: str = ""
    slot: int | None = None
    marking: str = ""
    certificate: ExternalCertificate | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class SetDocument:
    """A set, or single instruments of one model (then without `set_name`).

    Attributes
    ----------
    source : str
        Where the nominal values come from.
    """

    kind: Kind
    model: str
    serial: str
    owner: str
    source: str
    instruments: tuple[Member, ...]
    set_name: str = ""
    tip: str = ""
    material: str = ""
    due: DueRule = field(default_factory=DueRule)

    def __post_init__(self) -> None:
        if not self.instruments:
            raise ValueError("the document lists no instrument")
        for name in ("serial", "owner", "set_name"):
            if FILL_IN in getattr(self, name):
                raise ValueError(f"{name} still says {FILL_IN!r}")
        slots = Counter(member.slot for member in self.instruments if member.slot is not None)
        twice = [str(slot) for slot, count in slots.items() if count > 1]
        if twice:
            raise ValueError(f"slot {', '.join(twice)} is given twice")
        ids = Counter(one.id.casefold() for one in self.members())  # a wrong instrument is a wrong document
        if len(ids) < len(self.instruments):
            raise ValueError(f"id {', '.join(id_ for id_, count in ids.items() if count > 1)} is given twice")

    def members(self) -> list[Instrument]:
        """The instruments, each with what it shares with its set."""
        return [
            Instrument(
                id=self.id_of(member),
                kind=self.kind,
                model=self.model,
                serial=member.serial or self.serial,
                owner=self.owner,
                nominal_mn=member.nominal_mn,
                nominal_mass_g=member.nominal_mass_g,
                tip=self.tip,
                material=self.material,
                set_name=self.set_name,
                slot=member.slot,
                marking=member.marking,
                source=self.source,
                due=self.due,
            )
            for member in self.instruments
        ]

    def id_of(self, member: Member) -> str:
        """The name of an instrument in the register."""
        if member.id or member.nominal_mn is None or not self.set_name:
            return member.id
        return f"{self.set_name}-{member.nominal_mn:g}"

    def certificates(self) -> Sequence[tuple[str, Event]]:
        """The certificates that came with them: instrument id and event."""
        return [
            (
                self.id_of(member),
                CertifiedElsewhere(certificate=own.number, laboratory=own.laboratory, date=own.date),
            )
            for member in self.instruments
            if (own := member.certificate) is not None
        ]


def load_set(text: str, *, place: str) -> SetDocument:
    """The set in a TOML text; raises `Refused` (`document.invalid`) and names field, value and what is allowed."""
    return load_document(text, SetDocument, place=place)


def example(name: str) -> str:
    """The text of a shipped example, to be filled in; raises `Refused` (`register.example`)."""
    if name not in EXAMPLES:
        raise refused(
            "register.example", name, "There is no example of this name.", f"There are: {', '.join(EXAMPLES)}."
        )
    return (files("qst_station.calibrating.examples") / f"{name}.toml").read_text(encoding="utf-8")
