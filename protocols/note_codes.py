"""What an examiner may note with one key: coded deviations, adverse sensations, reasons for a pause or a stop."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from typing import Literal

from protocols.battery import Provenance

OTHER = "other"
"""The code of what stands in no list; it needs words."""

NoteKind = Literal["deviation", "adverse", "pause", "stop"]
_CODE = re.compile(r"[a-z][a-z0-9_]{0,31}")


@dataclass(frozen=True, slots=True, kw_only=True)
class NoteCode:
    """One entry of a list: its code, which never changes, and its words."""

    code: str
    label: str

    def __post_init__(self) -> None:
        if not _CODE.fullmatch(self.code) or self.code == OTHER:
            raise ValueError(f"code is {self.code!r}; allowed: small letters, digits and _, and not {OTHER!r}")


@dataclass(frozen=True, slots=True, kw_only=True)
class NoteCodes:
    """The lists. The first nine entries of each have a digit as their key."""

    name: str
    version: str
    deviation: tuple[NoteCode, ...]
    adverse: tuple[NoteCode, ...]
    pause: tuple[NoteCode, ...]
    stop: tuple[NoteCode, ...]
    provenance: tuple[Provenance, ...] = ()

    def __post_init__(self) -> None:
        for kind in ("deviation", "adverse", "pause", "stop"):
            counted = Counter(entry.code for entry in getattr(self, kind))
            twice = [code for code, times in counted.items() if times > 1]
            if twice or not 0 < len(counted) <= 9:
                raise ValueError(f"{kind} needs one to nine different codes, twice there: {twice}")

    def of(self, kind: NoteKind) -> tuple[NoteCode, ...]:
        """The list of a kind."""
        lists = {"deviation": self.deviation, "adverse": self.adverse, "pause": self.pause, "stop": self.stop}
        return lists[kind]

    def label(self, kind: NoteKind, code: str) -> str:
        """The words of a code; empty for `OTHER`.

        Raises
        ------
        ValueError
            There is no such code; names those that there are.
        """
        if code == OTHER:
            return ""
        for entry in self.of(kind):
            if entry.code == code:
                return entry.label
        codes = ", ".join(entry.code for entry in self.of(kind))
        raise ValueError(f"{kind} has no code {code[:40]!r}; allowed: {codes}, {OTHER}")
