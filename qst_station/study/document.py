"""What a study document says: who may take part, which visits there are, what each asks for, who may see what."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, Literal, TypeVar, get_args

from qst_station.findings import Finding, Refused, Severity
from qst_station.study.identifier import CheckSystem, objection

FORMAT: Final = "qst-study/1"

Assessment = Literal[
    "daily_nrs",
    "spontaneous_pain",
    "budapest",
    "css",
    "skin_temperature",
    "figure8",
    "circumferences",
    "water_displacement",
    "mechanical_qst",
    "electronic_von_frey",
]
ASSESSMENTS: Final[tuple[Assessment, ...]] = get_args(Assessment)
"""Every assessment, in the order in which those of a visit are done: the limb before the skin is tested."""

BY_TELEPHONE: Final[frozenset[Assessment]] = frozenset({"daily_nrs", "spontaneous_pain"})
"""What can be asked without seeing the participant."""

ScaleId = Literal[
    "nrs-0-10-now", "nrs-0-10-24h", "nrs-0-100-now", "vas-0-100-mm-now", "vas-0-10-now", "five-point-now"
]
Segment = Literal["hand", "ankle"]
RoleName = Literal["examiner", "investigator", "calibrator", "data_manager", "monitor", "administrator"]
Right = Literal["review", "z_scores", "course", "arm"]
Grade = Literal["published", "protocol", "unverified"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Site:
    """A place where the study is done. `code` is what a participant is registered under."""

    code: str
    title: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Arm:
    """A treatment, or a sequence of treatments. Only codes: who has which is not held by this program."""

    code: str
    title: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Visit:
    """A planned visit.

    Attributes
    ----------
    day : int or None
        Nominal day. It counts from day 0 or, with `after`, from the day on which that visit took place. None for
        a visit whose date the plan leaves open, such as screening.
    after : str
        Name of a visit further up in the document, or empty.
    days_before, days_after : int or None
        The window around the nominal day; None where none is stated.
    kind : str
        `telephone` is a contact at which nobody is examined.
    population : str
        Who comes: a participant of the study, or a healthy volunteer by whom the site checks how it measures.
    required, optional : tuple of str
        Its assessments.
    """

    name: str
    title: str
    day: int | None = None
    after: str = ""
    days_before: int | None = None
    days_after: int | None = None
    kind: Literal["clinic", "telephone"] = "clinic"
    population: Literal["participant", "healthy_volunteer"] = "participant"
    required: tuple[Assessment, ...] = ()
    optional: tuple[Assessment, ...] = ()

    @property
    def assessments(self) -> tuple[Assessment, ...]:
        """Everything that can be done at the visit, in the order in which it is done."""
        return tuple(a for a in ASSESSMENTS if a in (*self.required, *self.optional))

    @property
    def window_days(self) -> tuple[int, int] | None:
        """Days before and after the nominal day that are still in the window, or None."""
        if self.days_before is None or self.days_after is None:
            return None
        return self.days_before, self.days_after


@dataclass(frozen=True, slots=True, kw_only=True)
class TestSite:
    """Where the skin is tested in one role: on which side, and on hand or foot (`limb`: as the affected limb)."""

    role: Literal["control", "affected"]
    side: Literal["affected", "unaffected"]
    area: Literal["limb", "hand", "foot"]

    __test__ = False


@dataclass(frozen=True, slots=True, kw_only=True)
class LimbMethod:
    """How a limb segment is measured: path of the tape and position, as the figure-of-8 rules name them."""

    segment: Segment
    variant: str
    position: str


@dataclass(frozen=True, slots=True, kw_only=True)
class GirthMarks:
    """How serial circumferences of a limb segment are taken; another way gives another volume.

    Attributes
    ----------
    convention : str
        `frustum`: a mark at both ends of every segment; `disc`: a mark in the middle of every segment.
    height_cm : float
        Distance between neighbouring marks.
    marks : int
    first_mark : str
        Where the first mark lies, in words.
    """

    segment: Segment
    convention: Literal["frustum", "disc"]
    height_cm: float
    marks: int
    first_mark: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Scales:
    """The rating scale of each assessment that is a rating; None where the study has no such assessment."""

    spontaneous_pain: ScaleId | None = None
    daily_nrs: Literal["nrs-0-10-now", "nrs-0-10-24h", "nrs-0-100-now"] | None = None


Method = TypeVar("Method", LimbMethod, GirthMarks)


@dataclass(frozen=True, slots=True, kw_only=True)
class RunIn:
    """Daily ratings before day 0 that decide about entry: so many days in a row, their mean, and the lowest."""

    days: int
    mean_at_least: float
    none_below: float


@dataclass(frozen=True, slots=True, kw_only=True)
class SetLimit:
    """The largest load that the study allows for a test; one of the two numbers, in the unit of the test.

    `area` and `role` are where it holds. `grade` and `source` say where the number comes from.
    """

    test: str
    grade: Grade
    source: str
    area: Literal["any", "hand", "foot"] = "any"
    role: Literal["any", "control", "affected"] = "any"
    limit_kpa: float | None = None
    limit_mn: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Role:
    """What a role may see. What is not named, it does not see."""

    name: RoleName
    sees: tuple[Right, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
    """Where a part of the study document comes from."""

    what: str
    grade: Grade
    source: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Study:
    """A study document.

    Attributes
    ----------
    participant_pattern : str
        Pattern of the whole identifier (`qst_station.study.identifier` says what it may hold).
    participant_check : str or None
        System of the check character at its end.
    window_grade : str
        Where the windows of the visits come from.
    arms : tuple of Arm
        Empty where all have the same treatment.
    override_roles : tuple of str
        Who may sign for the use of an instrument whose calibration does not hold; nobody where it is empty.
    words : str
        Name or language of the participant's words where a visit chooses no others; empty: English.
    """

    format: Literal["qst-study/1"]
    name: str
    title: str
    version: str
    participant_pattern: str
    participant_help: str
    visits: tuple[Visit, ...]
    window_grade: Grade
    test_sites: tuple[TestSite, ...]
    roles: tuple[Role, ...]
    provenance: tuple[Note, ...]
    participant_check: CheckSystem | None = None
    sites: tuple[Site, ...] = ()
    arms: tuple[Arm, ...] = ()
    limb: tuple[LimbMethod, ...] = ()
    circumferences: tuple[GirthMarks, ...] = ()
    override_roles: tuple[RoleName, ...] = ()
    words: str = ""
    scales: Scales = Scales()
    run_in: RunIn | None = None
    force_limits: tuple[SetLimit, ...] = ()

    @property
    def day_0(self) -> Visit:
        """The visit from which days are counted."""
        return next(v for v in self.visits if v.day == 0 and not v.after)

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
        raise _not_in_study(
            "study.visit",
            place,
            f"visit is {name[:40]!r}, which {self.name} does not have.",
            f"Choose one of: {', '.join(v.name for v in self.visits)}.",
        )

    def planned_day(self, visit: Visit) -> int | None:
        """Days from day 0 to `visit` if everybody comes on the nominal day; None where the plan leaves it open."""
        if visit.day is None or not visit.after:
            return visit.day
        before = self.planned_day(next(v for v in self.visits if v.name == visit.after))
        return None if before is None else before + visit.day

    def may_see(self, role: str, what: Right) -> bool:
        """Whether a role may see something; a role that the study does not name sees nothing."""
        return any(what in r.sees for r in self.roles if r.name == role)

    def limb_method(self, segment: Segment, *, place: str) -> LimbMethod:
        """How the study measures a limb segment.

        Raises
        ------
        Refused
            It does not measure this one.
        """
        return self._method(self.limb, segment, place)

    def girth_marks(self, segment: Segment, *, place: str) -> GirthMarks:
        """How the study takes serial circumferences of a limb segment.

        Raises
        ------
        Refused
            It takes none of this one.
        """
        return self._method(self.circumferences, segment, place)

    def _method(self, methods: tuple[Method, ...], segment: Segment, place: str) -> Method:
        for method in methods:
            if method.segment == segment:
                return method
        raise _not_in_study(
            "study.limb",
            place,
            f"limb segment is {segment!r}, which {self.name} does not measure.",
            f"Choose one of: {', '.join(m.segment for m in methods) or 'none'}; or change the study document.",
        )

    def check_participant(self, participant: str, *, place: str) -> None:
        """Refuse an identifier that breaks the rule, before anything is named after it.

        Raises
        ------
        Refused
        """
        why = objection(participant, self.participant_pattern, self.participant_check)
        if why:
            raise _not_in_study(
                "study.participant",
                place,
                f"participant_id is {participant[:40]!r}, which is no identifier of {self.name}: {why}.",
                self.participant_help,
            )

    def check_call(self, name: str, *, place: str) -> None:
        """Refuse a visit that is no contact by telephone: a visit in the clinic is told by its sealed session.

        Raises
        ------
        Refused
        """
        if self.visit(name, place=place).kind != "telephone":
            calls = [v.name for v in self.visits if v.kind == "telephone"]
            raise _not_in_study(
                "study.visit",
                place,
                f"visit is {name!r}, which is no contact by telephone.",
                f"Choose one of: {', '.join(calls) or 'none'}.",
            )

    def check_site(self, site: str, *, place: str) -> None:
        """Refuse a site that the study does not have; a study without sites takes none.

        Raises
        ------
        Refused
        """
        codes = [s.code for s in self.sites] or [""]
        if site not in codes:
            raise _not_in_study(
                "study.site",
                place,
                f"site is {site[:40]!r}, which {self.name} does not have.",
                f"Choose one of: {', '.join(code or '(none)' for code in codes)}.",
            )


def _not_in_study(code: str, place: str, happened: str, remedy: str) -> Refused:
    return Refused(
        Finding(
            code=code,
            severity=Severity.STOP,
            place=place,
            happened=happened,
            safe="Nothing has been changed.",
            remedy=remedy,
        )
    )
