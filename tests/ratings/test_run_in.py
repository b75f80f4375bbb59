"""The run-in: mean of at least 6 over at least 7 days in a row before day 0, none below 5."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qst_station.ratings.run_in import RunIn, RunInGate, run_in
from qst_station.ratings.scales import OtherScale, Rating, packaged_scales

NRS = packaged_scales().scale("nrs-0-10-24h")
INCA = RunInGate(scale_id=NRS.id, days=7, mean_at_least=6, none_below=5)
DAY_0 = date(2026, 11, 2)


def pain(value: float) -> Rating:
    return Rating(scale=NRS, value=value, of="average pain")


def judged(*values: float, ends: int = 1) -> RunIn:
    """Values of days in a row, the last one `ends` days before day 0."""
    first = DAY_0 - timedelta(days=len(values) - 1 + ends)
    return run_in(INCA, [(first + timedelta(days=i), pain(v)) for i, v in enumerate(values)], day_0=DAY_0)


@pytest.mark.parametrize(
    ("values", "met", "said"),
    [
        ((6,) * 7, True, ""),
        ((5, 7, 5, 7, 5, 7, 6), True, ""),
        ((6,) * 6, False, "6 consecutive days"),
        ((6, 6, 6, 6, 6, 6, 5), False, "mean 5.86"),
        ((9, 9, 9, 9, 9, 9, 4), False, "an entry of 4"),
        ((4, 9, 9, 9, 9, 9, 9, 9, 9), False, "an entry of 4"),
        ((5,) * 6, False, "6 consecutive days, at least 7 are asked for; mean 5.00 is below 6"),
    ],
)
def test_the_gate_of_inca(values: tuple[float, ...], met: bool, said: str) -> None:
    found = judged(*values)
    assert found.met is met and said in found.reason and bool(found.reason) is not met
    assert found.last_day == DAY_0 - timedelta(days=1) and found.days == len(values)


@given(st.lists(st.integers(min_value=0, max_value=10), min_size=1, max_size=20))
def test_the_gate_is_its_definition(values: list[int]) -> None:
    expected = len(values) >= 7 and sum(values) >= 6 * len(values) and min(values) >= 5
    assert judged(*values).met is expected


@given(gap=st.integers(min_value=1, max_value=8))
def test_a_day_left_out_breaks_the_run(gap: int) -> None:
    diary = [(DAY_0 - timedelta(days=back), pain(8)) for back in range(1, 15) if back != gap + 1]
    found = run_in(INCA, diary, day_0=DAY_0)
    assert found.days == gap and found.met is (gap >= 7)


def test_entries_from_day_0_on_and_their_order_do_not_matter() -> None:
    diary = [(DAY_0 - timedelta(days=back), pain(6)) for back in range(1, 8)]
    later = [(DAY_0, pain(0)), (DAY_0 + timedelta(days=1), pain(0))]
    assert run_in(INCA, [*later, *diary], day_0=DAY_0) == run_in(INCA, diary[::-1], day_0=DAY_0)
    assert not run_in(INCA, later, day_0=DAY_0).met and run_in(INCA, later, day_0=DAY_0).days == 0


def test_the_last_day_is_told_where_the_diary_ends_early() -> None:
    found = judged(*(7,) * 7, ends=4)
    assert found.met and found.last_day == DAY_0 - timedelta(days=4)


def test_a_diary_that_cannot_be_judged() -> None:
    day = DAY_0 - timedelta(days=1)
    with pytest.raises(ValueError, match="two entries"):
        run_in(INCA, [(day, pain(6)), (day, pain(7))], day_0=DAY_0)
    vas = Rating(scale=packaged_scales().scale("vas-0-100-mm-now"), value=60, of="average pain")
    with pytest.raises(OtherScale, match="vas-0-100-mm-now"):
        run_in(INCA, [(day, vas)], day_0=DAY_0)
    with pytest.raises(ValueError, match="at least one day"):
        RunInGate(scale_id=NRS.id, days=0, mean_at_least=6, none_below=5)
