"""What is wrong with a study document although each of its fields is well formed."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache
from importlib.resources import files
from itertools import combinations
from typing import Final

from protocols.figure8_spec import Figure8Spec
from qst_station.documents import load_document
from qst_station.limb.volume import volume_limits
from qst_station.study.document import BY_TELEPHONE, LimbMethod, Study, Visit
from qst_station.study.fault import Fault
from qst_station.study.force_limits import force_limit_faults
from qst_station.study.identifier import check_pattern

_FIGURE8 = "limb/figure8.toml"
_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9-]{0,31}")
_MOST_DAYS: Final = 36_500
_MOST_MARKS: Final = 30
_BOUNDS: Final = {"nrs-0-10-now": 10.0, "nrs-0-10-24h": 10.0, "nrs-0-100-now": 100.0}
_NAME_REMEDY = "Use 1 to 32 letters, digits and hyphens, beginning with a letter or digit."


def faults(study: Study) -> list[Fault]:
    """Everything that is wrong with `study`; empty for one that can be used."""
    return [
        *_identity(study),
        *_participants(study),
        *_names(study),
        *_visits(study),
        *_test_sites(study),
        *_limb(study),
        *_circumferences(study),
        *_ratings(study),
        *_roles(study),
        *force_limit_faults(study),
    ]


def _identity(study: Study) -> Iterator[Fault]:
    if not _NAME.fullmatch(study.name):
        yield Fault(field="name", value=study.name, why="it stands in file names", remedy=_NAME_REMEDY)
    titles = {
        **{field: getattr(study, field) for field in ("title", "version", "participant_help")},
        **{f"visits[{at}].title": visit.title for at, visit in enumerate(study.visits)},
        **{f"sites[{at}].title": site.title for at, site in enumerate(study.sites)},
        **{f"arms[{at}].title": arm.title for at, arm in enumerate(study.arms)},
    }
    for field, text in titles.items():
        if not text.strip() or not text.isprintable():
            yield Fault(
                field=field,
                value=text,
                why="it is empty, or holds what cannot be shown",
                remedy="Write one line of plain text.",
            )


def _participants(study: Study) -> Iterator[Fault]:
    try:
        check_pattern(study.participant_pattern)
    except ValueError as fault:
        yield Fault(
            field="participant_pattern",
            value=study.participant_pattern,
            why=str(fault),
            remedy="Write one such as '(LIV|LON)-[0-9]{3}', with a digit, without * and +.",
        )


def _names(study: Study) -> Iterator[Fault]:
    """Names that are none, and names that occur twice; case does not tell two apart on every disk."""
    lists: dict[str, tuple[str, Iterable[str]]] = {
        "visits": ("name", [v.name for v in study.visits]),
        "sites": ("code", [s.code for s in study.sites]),
        "arms": ("code", [a.code for a in study.arms]),
    }
    for table, (field, names) in lists.items():
        seen: dict[str, int] = {}
        for at, name in enumerate(names):
            place = f"{table}[{at}].{field}"
            if not _NAME.fullmatch(name):
                yield Fault(field=place, value=name, why="it stands in file names", remedy=_NAME_REMEDY)
            elif name.casefold() in seen:
                first = f"{table}[{seen[name.casefold()]}]"
                yield Fault(
                    field=place, value=name, why=f"{first} has this name", remedy="Give each its own name."
                )
            seen.setdefault(name.casefold(), at)


def _visits(study: Study) -> Iterator[Fault]:
    anchors = [v for v in study.visits if v.day == 0 and not v.after]
    if len(anchors) != 1 or anchors[0].kind != "clinic":
        yield Fault(
            field="visits",
            value=[v.name for v in anchors],
            why="exactly one visit in the clinic must have day = 0; all other days count from it",
            remedy="Give one visit day = 0.",
        )
    broken = False
    for at, visit in enumerate(study.visits):
        for fault in (*_days(study, at), *_assessments(at, visit)):
            broken = broken or fault.field.endswith((".day", ".after", ".days_before", ".days_after"))
            yield fault
    if not broken:
        yield from _windows(study)


def _days(study: Study, at: int) -> Iterator[Fault]:
    visit, place = study.visits[at], f"visits[{at}]"
    earlier = [v.name for v in study.visits[:at]]
    if visit.day is not None and abs(visit.day) > _MOST_DAYS:
        yield Fault(
            field=f"{place}.day",
            value=visit.day,
            why=f"no study lasts more than {_MOST_DAYS} days",
            remedy="Correct the number.",
        )
    if visit.after and visit.after not in earlier:
        yield Fault(
            field=f"{place}.after",
            value=visit.after,
            why=f"it is none of the visits above it ({', '.join(earlier) or 'there are none'})",
            remedy="Name one of them, or leave it out to count from day 0.",
        )
    if visit.after and (visit.day is None or visit.day < 1):
        yield Fault(
            field=f"{place}.day",
            value=visit.day,
            why=f"it counts from {visit.after}, so it must be 1 or more",
            remedy="Write how many days after that visit it is.",
        )
    if (visit.days_before is None) != (visit.days_after is None):
        yield Fault(
            field=f"{place}.days_before",
            value=visit.days_before,
            why=f"days_after is {visit.days_after}, and half a window cannot be checked",
            remedy="State both, or neither.",
        )
    for field in ("days_before", "days_after"):
        days = getattr(visit, field)
        if days is not None and (visit.day is None or not 0 <= days <= _MOST_DAYS):
            yield Fault(
                field=f"{place}.{field}",
                value=days,
                why="a window is a number of days, 0 or more, around a day",
                remedy="Correct the number, or give the visit a day.",
            )


def _assessments(at: int, visit: Visit) -> Iterator[Fault]:
    names = (*visit.required, *visit.optional)
    for name in sorted({name for name in names if names.count(name) > 1}):
        yield Fault(
            field=f"visits[{at}].optional" if name in visit.optional else f"visits[{at}].required",
            value=name,
            why=f"{visit.name} names it twice",
            remedy="Leave it in one of required and optional.",
        )
    for name in visit.assessments:
        if visit.kind == "telephone" and name not in BY_TELEPHONE:
            yield Fault(
                field=f"visits[{at}].{'required' if name in visit.required else 'optional'}",
                value=name,
                why="nobody can be examined by telephone",
                remedy=f'Leave it out, or write kind = "clinic"; by telephone: {", ".join(sorted(BY_TELEPHONE))}.',
            )


def _windows(study: Study) -> Iterator[Fault]:
    """Visits of one kind that are out of order, or share a day: which would a person who comes then have?"""
    spans = []
    for at, visit in enumerate(study.visits):
        day = study.planned_day(visit)
        if day is not None:
            before, after = visit.window_days or (0, 0)
            spans.append((at, visit, day - before, day + after))
    for (_, first, opens, closes), (at, second, other_opens, other_closes) in combinations(spans, 2):
        if first.kind != second.kind:
            continue
        shared = max(opens, other_opens), min(closes, other_closes)
        if other_closes < opens:
            yield Fault(
                field=f"visits[{at}]",
                value=second.name,
                why=f"it comes before {first.name}, which stands above it",
                remedy="Put the visits of one kind in the order of time.",
            )
        if shared[0] <= shared[1]:
            days = f"day {shared[0]}" if shared[0] == shared[1] else f"days {shared[0]} to {shared[1]}"
            yield Fault(
                field=f"visits[{at}]",
                value=second.name,
                why=f"its window and that of {first.name} overlap (they share {days})",
                remedy="Make days_before, days_after smaller, or correct the days.",
            )


def _test_sites(study: Study) -> Iterator[Fault]:
    roles = sorted(site.role for site in study.test_sites)
    if roles != ["affected", "control"]:
        yield Fault(
            field="test_sites",
            value=roles,
            why="the battery is done at one control and one affected site",
            remedy='Write two: role = "control" and role = "affected".',
        )
        return
    first, second = study.test_sites
    if (first.side, first.area) == (second.side, second.area):
        yield Fault(
            field="test_sites[1]",
            value=f"{second.side} {second.area}",
            why="both sites would be the same place",
            remedy="Give the control site another side or area.",
        )
    for at, site in enumerate(study.test_sites):
        if site.role == "affected" and (site.side, site.area) != ("affected", "limb"):
            yield Fault(
                field=f"test_sites[{at}]",
                value=f"{site.side} {site.area}",
                why="the affected site is where the participant is affected",
                remedy='Write side = "affected" and area = "limb".',
            )


def _limb(study: Study) -> Iterator[Fault]:
    segments = [method.segment for method in study.limb]
    for at, method in enumerate(study.limb):
        if method.segment in segments[:at]:
            yield Fault(
                field=f"limb[{at}].segment",
                value=method.segment,
                why="a segment is measured in one way throughout a study",
                remedy="Leave one of the two out.",
            )
        yield from method_faults(method, f"limb[{at}]")
    if not study.limb and any("figure8" in v.assessments for v in study.visits):
        yield Fault(
            field="limb",
            value=[],
            why="figure8 is asked for, and nothing says how it is measured",
            remedy="Add [[limb]] with segment, variant and position.",
        )


def _circumferences(study: Study) -> Iterator[Fault]:
    segments, limits = [method.segment for method in study.circumferences], volume_limits()
    for at, method in enumerate(study.circumferences):
        place = f"circumferences[{at}]"
        if method.segment in segments[:at]:
            yield Fault(
                field=f"{place}.segment",
                value=method.segment,
                why="a segment is measured in one way throughout a study",
                remedy="Leave one of the two out.",
            )
        low_cm, high_cm = limits.height_min_cm, limits.height_max_cm
        if not low_cm <= method.height_cm <= high_cm:
            yield Fault(
                field=f"{place}.height_cm",
                value=method.height_cm,
                why=f"marks lie {low_cm:g} to {high_cm:g} cm apart",
                remedy="Correct the number; it is in centimetres.",
            )
        fewest = 2 if method.convention == "frustum" else 1
        if not fewest <= method.marks <= _MOST_MARKS:
            yield Fault(
                field=f"{place}.marks",
                value=method.marks,
                why=f"a {method.convention} volume has {fewest} to {_MOST_MARKS} marks",
                remedy="Correct the number.",
            )
        if not method.first_mark.strip() or not method.first_mark.isprintable():
            yield Fault(
                field=f"{place}.first_mark",
                value=method.first_mark,
                why="it is empty, or holds what cannot be shown",
                remedy="Say where the first mark lies, such as '2 cm above the ulnar styloid'.",
            )
    if not study.circumferences and any("circumferences" in v.assessments for v in study.visits):
        yield Fault(
            field="circumferences",
            value=[],
            why="circumferences are asked for, and nothing says how they are taken",
            remedy="Add [[circumferences]] with segment, convention, height_cm, marks and first_mark.",
        )


def method_faults(method: LimbMethod, place: str) -> Iterator[Fault]:
    """What is wrong with a way of measuring a limb: the figure-of-8 rules do not know it."""
    known = figure8_rules().segment(method.segment)
    for field, allowed in (("variant", known.variants), ("position", known.positions)):
        value = getattr(method, field)
        if value not in allowed:
            yield Fault(
                field=f"{place}.{field}",
                value=value,
                why=f"the figure-of-8 rules for the {method.segment} do not know it",
                remedy=f"Choose one of: {', '.join(allowed)}.",
            )


def _ratings(study: Study) -> Iterator[Fault]:
    asked = {a for v in study.visits for a in v.assessments}
    for field in ("spontaneous_pain", "daily_nrs"):
        if getattr(study.scales, field) is None and (field in asked or (field == "daily_nrs" and study.run_in)):
            yield Fault(
                field=f"scales.{field}",
                value=None,
                why="it is asked for without a scale",
                remedy="Name its scale.",
            )
    gate, scale = study.run_in, study.scales.daily_nrs
    if gate is None or scale is None:
        return
    if not 1 <= gate.days <= 366:
        yield Fault(
            field="run_in.days", value=gate.days, why="a run-in has 1 to 366 days", remedy="Correct the number."
        )
    if not 0.0 <= gate.none_below <= gate.mean_at_least <= _BOUNDS[scale]:
        yield Fault(
            field="run_in.mean_at_least",
            value=gate.mean_at_least,
            why=f"it must lie between none_below ({gate.none_below:g}) and the end of {scale}",
            remedy="Correct the two numbers, or the scale.",
        )


def _roles(study: Study) -> Iterator[Fault]:
    names = [role.name for role in study.roles]
    for at, name in enumerate(names):
        if name in names[:at]:
            yield Fault(
                field=f"roles[{at}].name",
                value=name,
                why="the role is there twice",
                remedy="Make one role of the two; it may see what both may.",
            )
    if "examiner" not in names:
        yield Fault(
            field="roles",
            value=names,
            why="somebody must do the tests",
            remedy='Add [[roles]] with name = "examiner" and what it sees.',
        )
    for at, role in enumerate(study.roles):
        if "arm" in role.sees and not study.arms:
            yield Fault(
                field=f"roles[{at}].sees", value="arm", why="the study has no arms", remedy="Leave it out."
            )


@cache
def figure8_rules() -> Figure8Spec:
    """The packaged rules of the figure-of-8."""
    text = files("protocols").joinpath(_FIGURE8).read_text(encoding="utf-8")
    return load_document(text, Figure8Spec, place=_FIGURE8)
