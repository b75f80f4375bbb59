"""The register on disk: a ledger of what happened to each instrument, written by one process at a time."""

from __future__ import annotations

import datetime
import re
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from types import TracebackType

from qst_station.calibrating.entries import (
    Calibrated,
    Entry,
    Event,
    Noted,
    Registered,
    Retired,
    decode,
    encode,
)
from qst_station.calibrating.history import RegisterContent
from qst_station.calibrating.instruments import Instrument
from qst_station.calibrating.refusals import refused
from qst_station.calibrating.register_findings import damaged, head_not_written, none_here, refusing, unreadable
from qst_station.findings import Finding, Refused, Severity
from qst_station.recording.canonical import canonical, read_strict
from qst_station.recording.chain import Row
from qst_station.recording.journal_copy import JournalCopy
from qst_station.recording.ledger import Ledger, read_ledger

FORMAT = "qst-register/1"
OPENING = "opening"
KEY = "key"

_SITE = re.compile(r"[A-Z0-9]{1,8}(-[A-Z0-9]{1,8})?")


def register_folder(data: Path) -> Path:
    """Where the register of a data folder lies."""
    return data / "register"


def read_register(data: Path) -> RegisterContent:
    """The register of a data folder, from a copy: also while another process writes it.

    Damage does not raise: what the chain vouches for is returned, and `findings` name the rest.

    Raises
    ------
    Refused
        `register.none`: there is no register. `register.unreadable`: nothing in it can be read, or it is of a
        newer program.
    """
    folder = register_folder(data)
    with refusing(folder):
        copy = read_ledger(folder)
    if copy is None:
        raise none_here(folder)
    return _content(folder, copy)


class Register:
    """The register, open for writing. Others can read it, and nobody else can write it.

    Use `create` once per station and `open` afterwards, each in a `with`.
    """

    def __init__(self, data: Path, ledger: Ledger) -> None:
        self.data = data
        self.folder = register_folder(data)
        self._ledger = ledger
        self._content = _content(self.folder, ledger.copy)
        self._warnings: list[Finding] = []

    @classmethod
    def create(cls, data: Path, *, site: str, who: str, utc: datetime.datetime) -> Register:
        """A new and empty register.

        Parameters
        ----------
        site : str
            Prefix of the certificate numbers, for example `INCA-01`.

        Raises
        ------
        Refused
            `register.site`, `register.entry`, `register.exists`, `register.in_use` or `register.not_written`.
        """
        if not _SITE.fullmatch(site):
            raise refused(
                "register.site",
                site,
                "This cannot be the prefix of certificate numbers.",
                "Use one or two groups of 1 to 8 capital letters or digits, joined by a hyphen: INCA-01.",
            )
        if not who.strip():
            raise refused("register.entry", data, "Nobody is named who makes the register.", "Say who it is.")
        folder = register_folder(data)
        body = canonical({"format": FORMAT, "site": site, "who": who, "utc": utc.isoformat()})
        with refusing(folder):
            return cls._of(data, Ledger.begin(folder, (OPENING, body)))

    @classmethod
    def open(cls, data: Path) -> Register:
        """The register of a data folder.

        Raises
        ------
        Refused
            `register.none`, `register.in_use`, `register.unreadable`, or `register.damaged`: it can be read and
            must not be continued.
        """
        with refusing(register_folder(data)):
            return cls._of(data, Ledger.open(register_folder(data)))

    @classmethod
    def _of(cls, data: Path, ledger: Ledger) -> Register:
        try:
            return cls(data, ledger)
        except Refused:
            ledger.close()
            raise

    @property
    def content(self) -> RegisterContent:
        """What is durable now."""
        return self._content

    def add(
        self,
        instruments: Sequence[Instrument],
        *,
        who: str,
        utc: datetime.datetime,
        more: Sequence[tuple[str, Event]] = (),
    ) -> None:
        """Register instruments, and what else is known of them (`more`: id and event); all or none.

        Raises
        ------
        Refused
            As `record`; `register.duplicate` for an id that the register knows.
        """
        events: list[tuple[str, Event]] = [(one.id, Registered(instrument=one)) for one in instruments]
        self.record([*events, *more], who=who, utc=utc)

    def record(self, events: Sequence[tuple[str, Event]], *, who: str, utc: datetime.datetime) -> None:
        """Write what happened (instrument id and event), all or none; durable when it returns.

        Raises
        ------
        Refused
            `register.unknown`, `register.duplicate`, `register.retired` or `register.entry` for what cannot be
            entered, and `register.not_written` where the disk is full: nothing was entered.
            `register.uncertain` where the disk failed: all of it was entered, or nothing.
        """
        entries = [
            Entry(seq=seq, instrument_id=id_, who=who, utc=utc, event=event)
            for seq, (id_, event) in enumerate(events, start=self._ledger.seq + 1)
        ]
        content = self._content
        try:
            for entry in entries:
                _check(content, entry)
                content = replace(content, entries=(*content.entries, entry))
            rows = [encode(entry) for entry in entries]
        except ValueError as error:
            raise refused(
                "register.entry", self.folder, f"This cannot be entered: {error}.", "Correct it and try again."
            ) from error
        self._append(rows)
        self._content = content

    def add_key(self, key_id: str, public: bytes) -> None:
        """Enter the public key of this station; does nothing where the register has it."""
        if key_id not in self._content.keys:
            self._append([(KEY, canonical({"key_id": key_id, "public_key": public.hex()}))])
            self._content = replace(self._content, keys={**self._content.keys, key_id: public})

    def take_warnings(self) -> tuple[Finding, ...]:
        """What went wrong since the last call without harm to an entry."""
        warnings = tuple(self._warnings)
        self._warnings.clear()
        return warnings

    def close(self) -> None:
        """Let another process write."""
        self._ledger.close()

    def __enter__(self) -> Register:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def _append(self, rows: Sequence[tuple[str, bytes]]) -> None:
        with refusing(self.folder):
            unwitnessed = self._ledger.append(rows)
        if unwitnessed is not None:
            self._warnings.append(head_not_written(self.folder, unwitnessed))


def _check(content: RegisterContent, entry: Entry) -> None:
    """Raise `Refused` for an entry that does not fit what is known."""
    if isinstance(entry.event, Registered):
        if entry.event.instrument.id != entry.instrument_id:
            raise ValueError(f"{entry.event.instrument.id!r} is registered as {entry.instrument_id!r}")
        if entry.instrument_id.casefold() in {known.casefold() for known in content.histories}:
            raise refused(
                "register.duplicate",
                entry.instrument_id,
                "The register has an instrument of this name.",
                "Give the new one another id; the old one keeps its history.",
            )
        return
    history = content.history(entry.instrument_id)
    if isinstance(entry.event, Calibrated) and entry.event.certificate in content.certificates:
        raise ValueError(f"certificate {entry.event.certificate} has been issued before")
    if history.retired is not None and not isinstance(entry.event, Noted):
        again = "It is" if isinstance(entry.event, Retired) else "Nothing more can be done with it: it is"
        raise refused(
            "register.retired",
            entry.instrument_id,
            f"{again} retired since {history.retired.utc.date()}.",
            "Register another instrument; a note can still be added.",
        )


def _content(folder: Path, copy: JournalCopy) -> RegisterContent:
    """What a copy says, with what is wrong with it."""
    try:
        content = _decoded(copy.rows)
    except ValueError as error:
        raise unreadable(folder, f"It holds what this program does not know ({error}).") from error
    findings = tuple(damaged(folder, f.happened) if f.severity is Severity.STOP else f for f in copy.findings)
    return replace(content, findings=findings)


def _decoded(rows: Sequence[Row]) -> RegisterContent:
    match read_strict(rows[0].body):
        case {"format": str(format_), "site": str(site)} if format_ == FORMAT and rows[0].kind == OPENING:
            pass
        case _:
            raise ValueError(f"its format is not {FORMAT}")
    keys: dict[str, bytes] = {}
    entries = []
    for row in rows[1:]:
        if row.kind == KEY:
            match read_strict(row.body):
                case {"key_id": str(key_id), "public_key": str(public)}:
                    keys[key_id] = bytes.fromhex(public)
                case _:
                    raise ValueError(f"row {row.seq} is no key")
        else:
            entries.append(decode(row.seq, row.kind, row.body))
    return RegisterContent(site=site, keys=keys, entries=tuple(entries))
