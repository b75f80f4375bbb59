"""Side difference, change and verdict; the chain from SEM to the smallest detectable change."""

from __future__ import annotations

import random
from importlib.resources import files
from math import isclose, sqrt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from protocols import figure8
from protocols.figure8_spec import Figure8Spec
from qst_station.documents import load_document
from qst_station.limb.change import (
    Girths,
    change,
    compare,
    excess_reduction_percent,
    girths,
    verdicts,
    visit_technical_error_cm,
)
from qst_station.limb.reading_error import (
    ReadingError,
    ReadingErrors,
    mdc95_cm,
    mdc95_of_difference_cm,
    published_errors,
    sem_of_mean_cm,
    technical_error,
)

TABLE = published_errors()
ANKLE = TABLE.entry("ankle-watson-2008-between")
girth = st.floats(min_value=20, max_value=95)
visits = st.builds(Girths, affected_cm=girth, unaffected_cm=girth)


def figure8_values(*left_then_right: float) -> tuple[figure8.SideValue, figure8.SideValue]:
    """Values of a set measured through the machine, left unaffected."""
    text = files("protocols.limb").joinpath("figure8.toml").read_text(encoding="utf-8")
    spec = load_document(text, Figure8Spec, place="figure8.toml")
    plan = figure8.Figure8Plan(
        segment="hand", affected_side="right", variant="ulnar-styloid-2nd-mcp", position="neutral"
    )
    state = figure8.init(spec, plan)
    for cm in left_then_right:
        state = figure8.step(spec, state, figure8.Entered(t_ns=0, girth_cm=cm, entered=f"{cm}"))
    return figure8.values(spec, state)


def test_girths_come_from_the_repeat_rule() -> None:
    values = figure8_values(40.0, 42.0, 40.1, 42.2, 40.2, 42.1)
    visit = girths(values)
    assert visit.unaffected_cm is not None and isclose(visit.unaffected_cm, 40.1)
    assert visit.affected_cm is not None and isclose(visit.affected_cm, 42.1)
    error = visit_technical_error_cm(values)
    assert error is not None and isclose(error, technical_error([(40.0, 40.1, 40.2), (42.0, 42.2, 42.1)]))
    assert girths(figure8_values(40.0)) == Girths(affected_cm=None, unaffected_cm=None)
    assert visit_technical_error_cm(figure8_values()) is None


def test_worked_comparison() -> None:
    found = compare(Girths(affected_cm=42, unaffected_cm=40))
    assert (found.difference_cm, found.excess_percent, found.ratio) == (2, 5, 1.05)
    thin = compare(Girths(affected_cm=38, unaffected_cm=40))
    assert (thin.difference_cm, thin.excess_percent) == (-2, -5)


@given(visits)
def test_swapping_the_sides_turns_the_difference(visit: Girths) -> None:
    here = compare(visit)
    there = compare(Girths(affected_cm=visit.unaffected_cm, unaffected_cm=visit.affected_cm))
    assert here.difference_cm == -(there.difference_cm or 0.0)
    assert here.ratio is not None and there.ratio is not None and isclose(here.ratio * there.ratio, 1)


@given(first=visits, later=visits)
def test_change_back_is_the_change_turned_round(first: Girths, later: Girths) -> None:
    there, back = change(first, later), change(later, first)
    assert there.affected_cm == -(back.affected_cm or 0.0)
    assert isclose(there.difference_cm or 0.0, -(back.difference_cm or 0.0), abs_tol=1e-12)
    assert there.relative_girth_change is not None and back.relative_girth_change is not None
    assert isclose((1 + there.relative_girth_change) * (1 + back.relative_girth_change), 1)


@given(first=visits, later=visits, factor=st.floats(min_value=0.5, max_value=2))
def test_relative_girth_change_knows_no_unit(first: Girths, later: Girths, factor: float) -> None:
    def scaled(visit: Girths) -> Girths:
        assert visit.affected_cm is not None and visit.unaffected_cm is not None
        return Girths(affected_cm=visit.affected_cm * factor, unaffected_cm=visit.unaffected_cm * factor)

    plain, large = change(first, later), change(scaled(first), scaled(later))
    assert isclose(plain.relative_girth_change or 0.0, large.relative_girth_change or 0.0, abs_tol=1e-12)
    assert isclose(plain.affected_percent or 0.0, large.affected_percent or 0.0, abs_tol=1e-9)


def test_without_a_control_limb_only_the_affected_side_speaks() -> None:
    first = Girths(affected_cm=42, unaffected_cm=40, no_control="amputated")
    later = Girths(affected_cm=40, unaffected_cm=40)
    found = change(first, later)
    assert found.difference_cm is None and found.relative_girth_change is None and "amputated" in found.reason
    assert found.affected_cm == -2 and isclose(found.affected_percent or 0, -100 / 21)
    assert [v.quantity for v in verdicts(found, ANKLE)] == ["affected", "unaffected"]


def test_a_missing_side_gives_a_reason_and_no_number() -> None:
    whole = Girths(affected_cm=42, unaffected_cm=40)
    found = change(whole, Girths(affected_cm=None, unaffected_cm=40))
    assert (found.affected_cm, found.affected_percent, found.difference_cm) == (None, None, None)
    assert found.unaffected_cm == 0 and found.reason == "a side has no value"
    with pytest.raises(ValueError, match="no girth"):
        Girths(affected_cm=0, unaffected_cm=40)


@pytest.mark.parametrize(
    ("sem", "change_cm", "difference_cm"),
    [(0.2, 0.55, 0.78), (0.3, 0.83, 1.18), (0.41, 1.14, 1.61), (0.47, 1.30, 1.84), (0.58, 1.61, 2.27)],
)
def test_smallest_detectable_changes_of_the_published_errors(
    sem: float, change_cm: float, difference_cm: float
) -> None:
    assert sem in {error.sem_cm for error in TABLE.errors}
    assert round(mdc95_cm(sem), 2) == change_cm
    assert round(mdc95_of_difference_cm(sem), 2) == difference_cm


@given(sem=st.floats(min_value=0.01, max_value=5), readings=st.integers(min_value=1, max_value=9))
def test_the_chain_from_sem_to_mdc(sem: float, readings: int) -> None:
    assert isclose(mdc95_of_difference_cm(sem), 3.92 * sem)
    assert isclose(mdc95_of_difference_cm(sem), sqrt(2) * mdc95_cm(sem))
    assert isclose(sem_of_mean_cm(sem, readings) ** 2 * readings, sem**2)
    assert mdc95_cm(sem_of_mean_cm(sem, readings)) <= mdc95_cm(sem)


@given(first=visits, later=visits)
def test_a_verdict_compares_with_its_own_limit_and_names_its_source(first: Girths, later: Girths) -> None:
    for found in verdicts(change(first, later), ANKLE):
        limit = mdc95_of_difference_cm(0.3) if found.quantity == "difference" else mdc95_cm(0.3)
        assert found.mdc95_cm == limit
        assert found.verdict == ("above" if abs(found.change_cm) > limit else "below")
        assert "Watson 2008" in found.error.source


def test_the_difference_needs_more_than_a_side() -> None:
    """1 cm at the ankle is more than reading error on one side, and not in the difference."""
    found = verdicts(
        change(Girths(affected_cm=52, unaffected_cm=50), Girths(affected_cm=51, unaffected_cm=50)), ANKLE
    )
    assert [(v.quantity, v.verdict) for v in found] == [
        ("affected", "above"),
        ("unaffected", "below"),
        ("difference", "below"),
    ]


def test_excess_reduction_only_of_an_excess() -> None:
    later = Girths(affected_cm=50.5, unaffected_cm=50)
    assert excess_reduction_percent(Girths(affected_cm=52, unaffected_cm=50), later, ANKLE) == 75
    assert excess_reduction_percent(Girths(affected_cm=50.8, unaffected_cm=50), later, ANKLE) is None
    assert excess_reduction_percent(Girths(affected_cm=50, unaffected_cm=50), later, ANKLE) is None
    assert excess_reduction_percent(Girths(affected_cm=None, unaffected_cm=50), later, ANKLE) is None


@pytest.mark.parametrize(
    ("segment", "reader", "chosen"),
    [
        ("ankle", "same", "ankle-watson-2008-between"),
        ("hand", "same", "hand-dewey-2007-intra-1"),
        ("hand", "other", "hand-dewey-2007-inter"),
        ("ankle", "other", None),
    ],
)
def test_the_error_between_visits(segment: str, reader: str, chosen: str | None) -> None:
    error = TABLE.between_visits(segment, reader)
    assert (error.id if error else None) == chosen


def test_a_table_of_errors_is_checked() -> None:
    with pytest.raises(ValueError, match="twice"):
        ReadingErrors(name="x", version="1", errors=(ANKLE, ANKLE), provenance=())
    with pytest.raises(ValueError, match="hand-dewey-2007-inter"):
        TABLE.entry("nobody")
    with pytest.raises(ValueError, match="above 0"):
        ReadingError(
            id="x",
            segment="hand",
            reader="same",
            sittings="between",
            sem_cm=0,
            sample="",
            source="",
            grade="unverified",
        )
    with pytest.raises(ValueError, match="at least one"):
        sem_of_mean_cm(0.3, 0)


def cohort(drift_cm: float) -> list[tuple[str, str]]:
    """Quantities and verdicts of thirty participants over six visits; only the affected side drifts."""
    chance, found = random.Random(7), list[tuple[str, str]]()
    for _ in range(30):
        true_a, true_u = chance.uniform(48, 60), chance.uniform(48, 58)
        course = [
            Girths(
                affected_cm=chance.gauss(true_a + drift_cm * visit, ANKLE.sem_cm),
                unaffected_cm=chance.gauss(true_u, ANKLE.sem_cm),
            )
            for visit in range(6)
        ]
        for later in course[1:]:
            found += [(v.quantity, v.verdict) for v in verdicts(change(course[0], later), ANKLE)]
    return found


def test_of_unchanged_limbs_about_five_per_cent_are_above() -> None:
    found = cohort(drift_cm=0)
    for quantity in ("affected", "unaffected", "difference"):
        said = [verdict for name, verdict in found if name == quantity]
        assert len(said) == 150 and 0.01 < said.count("above") / 150 < 0.11


def test_a_limb_that_drifts_is_above_and_its_other_side_is_not() -> None:
    found = cohort(drift_cm=-3)
    assert all(verdict == "above" for name, verdict in found if name in ("affected", "difference"))
    assert sum(verdict == "above" for name, verdict in found if name == "unaffected") < 17
