"""A study: who may take part under which identifier, which visits there are, what each visit asks for."""

from __future__ import annotations

import re
from dataclasses import dataclass
from importlib.resources import files
from typing import Literal

from qst_station.documents import load_document
from qst_station.findings import Finding, Refused, Severity

PACKAGED = "inca"
Assessment = Literal["figure8", "mechanical_qst"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Visit:
    """A planned visit. `required` and `optional` name its assessments in the order in which they are done."""

    name: str
    title: str
    day: int | None = None
    required: tuple[Assessment, ...] = ()
    optional: tuple[Assessment, ...] = ()

    @property
    def assessments(self) -> tuple[Assessment, ...]:
        """Everything that can be done at the visit, the limb before the skin is tested."""
        return tuple(a for a in ("figure8", "mechanical_qst") if a in (*self.required, *self.optional))


@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
    """Where a part of the study document comes from."""

    what: str
    grade: Literal["published", "unverified"]
    source: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Study:
    """A study document. `participant_pattern` is a regular expression for the whole identifier."""

    name: str
    title: str
    version: str
    participant_pattern: str
    participant_help: str
    visits: tuple[Visit, ...]
    provenance: tuple[Note, ...]

    def visit(self, name: str, *, place: str) -> Visit:
        """The visit of that name.

        Raises
        ------
        Refused
            There is no such visit; the finding names those there are.
        """
        for visit in self.visits:
            if visit.name == name:
                return visit
        raise Refused(
            Finding(
                code="study.visit",
                severity=Severity.STOP,
                place=place,
                happened=f"visit is {name!r}, which {self.name} does not have.",
                safe="Nothing was opened.",
                remedy=f"Choose one of: {', '.join(v.name for v in self.visits)}.",
            )
        )

    def check_participant(self, participant: str, *, place: str) -> None:
        """Refuse an identifier that breaks the rule, before anything is named after it.

        Raises
        ------
        Refused
        """
        if re.fullmatch(self.participant_pattern, participant, re.ASCII):
            return
        raise Refused(
            Finding(
                code="study.participant",
                severity=Severity.STOP,
                place=place,
                happened=f"participant_id is {participant[:40]!r}, which is no identifier of {self.name}.",
                safe="Nothing was opened.",
                remedy=self.participant_help,
            )
        )


def study_text(name: str = PACKAGED) -> str:
    """The packaged study document."""
    return files("qst_station.study").joinpath(f"{name}.toml").read_text(encoding="utf-8")


def load_study(text: str, *, place: str) -> Study:
    """Read a study document strictly; see `load_document` for what it refuses."""
    return load_document(text, Study, place=place)
