"""What a session will do: who, where, which tests in which order. Read from the first row of its journal."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Literal, TypeVar

from protocols.battery import TestSpec
from protocols.checklist import CheckListSpec
from protocols.figure8 import Figure8Plan
from protocols.figure8_spec import Figure8Spec
from protocols.force_limits import ForceLimit, limited
from protocols.form_document import FormSpec
from protocols.note_codes import NoteCodes
from protocols.words_document import WordsSpec
from qst_station.documents import checked, load_document
from qst_station.session.instruments import Instrument, Instruments, instruments_from

_T = TypeVar("_T")

SiteRole = Literal["control", "affected"]
Side = Literal["left", "right"]
Kind = Literal["real", "practice", "simulated"]

ROW_FORMAT = "qst-journal/1"
LIMB_STEP = "FIG8"


@dataclass(frozen=True, slots=True, kw_only=True)
class TestSite:
    """A body area and side, in the role of control or affected area."""

    role: SiteRole
    body_site: Literal["hand", "foot"]
    side: Side

    __test__ = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One entry of the rail: the limb measurement (`test` FIG8), a form (`test` what it is), or a test at a site.

    `moment` says when, for a form that is filled in both before and after the measurements; `optional`, that the
    study does not require it at this visit.
    """

    test: str
    site_role: SiteRole | None = None
    moment: Literal["", "before", "after"] = ""
    optional: bool = False

    @property
    def key(self) -> str:
        """Identifier of the step, unique in a session."""
        where = self.site_role or self.moment
        return f"{self.test}@{where}" if where else self.test


@dataclass(frozen=True, slots=True, kw_only=True)
class GaugeUse:
    """A force gauge of the session: its stream, the tests it lies under and the area of its probe.

    `instrument` is what it is in the register of instruments, None where it has not been registered.
    """

    stream: str
    tests: tuple[str, ...]
    probe_area_cm2: float
    instrument: Instrument | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class SessionPlan:
    """All that stays the same during a session.

    Attributes
    ----------
    opening : mapping
        The first row of the journal as it was written.
    orders : mapping
        For each step with a shuffled test the stimulus ids in the order drawn beforehand.
    forms : mapping
        For each step that is a form what it asks.
    checklist, note_codes : CheckListSpec or None, NoteCodes or None
        None in journals from before there were any.
    words : WordsSpec or None
        The participant's words; None in a session from before there were any.
    force_limits : mapping
        For each step that the study limits below its protocol the limit.
    limited_tests : mapping
        For the same steps the test as it may be done.
    """

    opening: Mapping[str, Any]
    kind: Kind
    sites: Mapping[SiteRole, TestSite]
    steps: tuple[Step, ...]
    tests: Mapping[str, TestSpec]
    orders: Mapping[str, tuple[str, ...]]
    figure8: Figure8Spec
    limb: Figure8Plan | None
    gauges: tuple[GaugeUse, ...]
    instruments: Instruments = field(default_factory=Instruments)
    forms: Mapping[str, FormSpec] = field(default_factory=dict)
    checklist: CheckListSpec | None = None
    note_codes: NoteCodes | None = None
    words: WordsSpec | None = None
    force_limits: Mapping[str, ForceLimit] = field(default_factory=dict)
    limited_tests: Mapping[str, TestSpec] = field(default_factory=dict)

    def test_at(self, step: int) -> TestSpec:
        """The test of a step as it may be done at its site."""
        key = self.steps[step].key
        return self.limited_tests.get(key) or self.tests[self.steps[step].test]

    def gauge_for(self, test: str) -> GaugeUse | None:
        """The gauge whose force trace lies under a test, or None."""
        return next((gauge for gauge in self.gauges if test in gauge.tests), None)


def plan_from_opening(opening: Mapping[str, Any], *, place: str) -> SessionPlan:
    """Build the plan from the first row of a journal; the protocols are the texts that the row carries.

    Raises
    ------
    Refused
        A protocol text in the row cannot be read.
    KeyError, ValueError
        The row is not an opening of this format.
    """
    if opening.get("format") != ROW_FORMAT:
        raise ValueError(f"journal format {opening.get('format')!r} is not {ROW_FORMAT}")
    inputs = opening["inputs"]
    limb = opening["limb"]
    tests = {
        name: load_document(inputs[document], TestSpec, place=f"{place}: {document}")
        for name, document in opening["documents"]["tests"].items()
    }
    limits = {
        key: ForceLimit(load=limit["load"], unit=limit["unit"])
        for key, limit in opening.get("force_limits", {}).items()
    }
    plan = SessionPlan(
        opening=opening,
        kind=opening["kind"],
        sites={role: TestSite(role=role, **site) for role, site in opening["sites"].items()},
        steps=tuple(Step(**step) for step in opening["steps"]),
        tests=tests,
        orders={key: tuple(order) for key, order in opening["orders"].items()},
        figure8=load_document(
            inputs[opening["documents"]["figure8"]],
            Figure8Spec,
            place=f"{place}: {opening['documents']['figure8']}",
        ),
        limb=Figure8Plan(**limb) if limb else None,
        gauges=tuple(_gauge_use(device) for device in opening["devices"] if device["tests"]),
        instruments=instruments_from(opening),
        forms={
            key: checked(spec, FormSpec, place=f"{place}: form {key}")
            for key, spec in opening.get("forms", {}).items()
        },
        checklist=_document(opening, "checklist", CheckListSpec, place),
        note_codes=_document(opening, "notes", NoteCodes, place),
        force_limits=limits,
        limited_tests={key: limited(tests[key.partition("@")[0]], limit) for key, limit in limits.items()},
        words=_words_from(opening, place=place),
    )
    _check(plan)
    return plan


def _words_from(opening: Mapping[str, Any], *, place: str) -> WordsSpec | None:
    document = (opening.get("words") or {}).get("document")
    if document is None:
        return None
    return load_document(opening["inputs"][document], WordsSpec, place=f"{place}: {document}")


def _document(opening: Mapping[str, Any], what: str, type_: type[_T], place: str) -> _T | None:
    """A document that older journals do not carry."""
    name = opening["documents"].get(what)
    return load_document(opening["inputs"][name], type_, place=f"{place}: {name}") if name else None


def _gauge_use(device: Mapping[str, Any]) -> GaugeUse:
    recorded = device.get("instrument")
    return GaugeUse(
        stream=device["name"],
        tests=tuple(device["tests"]),
        probe_area_cm2=device["probe_area_cm2"],
        instrument=Instrument.of(recorded) if recorded else None,
    )


def _check(plan: SessionPlan) -> None:
    """Refuse a plan that would fail later, in the middle of a test."""
    for name, spec in plan.tests.items():
        if spec.test != name:
            raise ValueError(f"the document for {name} is one for {spec.test}")
    for step in plan.steps:
        rating = plan.tests[step.test].rating if step.site_role else None
        if rating and rating.shuffled and step.key not in plan.orders:
            raise ValueError(f"the order of the stimuli of {step.key} is missing")
        if step.site_role is None and step.test != LIMB_STEP and step.key not in plan.forms:
            raise ValueError(f"what is asked in {step.key} is missing")
    for gauge in plan.gauges:
        if not gauge.probe_area_cm2 > 0.0:
            raise ValueError(f"{gauge.stream}: probe_area_cm2 must be positive, not {gauge.probe_area_cm2}")
