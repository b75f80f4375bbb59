"""Agreement of readers against published worked examples, and laws that hold for any readings.

The published examples rate judges or measure peak flow in l/min; the formulae know no unit.
"""

from __future__ import annotations

import random
from math import isclose, sqrt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qst_station.limb.agreement import Agreement, GirthRow, ReaderStudy, agreement, reader_study
from qst_station.limb.bland_altman import bland_altman, single_reading_sd_cm
from qst_station.limb.intraclass import MeanSquares, absolute_agreement, consistency, mean_squares
from qst_station.limb.reading_error import technical_error

# Shrout and Fleiss 1979, Psychological Bulletin 86:420-428, table 2: six targets, four judges.
JUDGES = ((9, 2, 5, 8), (6, 1, 3, 2), (8, 4, 6, 8), (7, 1, 2, 6), (10, 5, 6, 9), (6, 2, 4, 7))

# Bland and Altman 1986, Lancet i:307-310: two readings each with a Wright and a mini Wright meter.
WRIGHT = (
    (494, 490), (395, 397), (516, 512), (434, 401), (476, 470), (557, 611), (413, 415), (442, 431), (650, 638),
    (433, 429), (417, 420), (656, 633), (267, 275), (478, 492), (178, 165), (423, 372), (427, 421),
)  # fmt: skip
MINI = (
    (512, 525), (430, 415), (520, 508), (428, 444), (500, 500), (600, 625), (364, 460), (380, 390), (658, 642),
    (445, 432), (432, 420), (626, 605), (260, 227), (477, 467), (259, 268), (350, 370), (451, 443),
)  # fmt: skip

# Bland and Altman 1996, BMJ 313:744: four readings in each of 20 schoolchildren.
CHILDREN = (
    (190, 220, 200, 200), (220, 200, 240, 230), (260, 260, 240, 280), (210, 300, 280, 265), (270, 265, 280, 270),
    (280, 280, 270, 275), (260, 280, 280, 300), (275, 275, 275, 305), (280, 290, 300, 290), (320, 290, 300, 290),
    (300, 300, 310, 300), (270, 250, 330, 370), (320, 330, 330, 330), (335, 320, 335, 375), (350, 320, 340, 365),
    (360, 320, 350, 345), (330, 340, 380, 390), (335, 385, 360, 370), (400, 420, 425, 420), (430, 460, 480, 470),
)  # fmt: skip

girth = st.integers(min_value=300, max_value=550).map(lambda mm: mm / 10)
pairs = st.lists(st.tuples(girth, girth), min_size=3, max_size=12)


def study(cells: list[tuple[tuple[float, ...], tuple[float, ...]]]) -> ReaderStudy:
    return ReaderStudy(
        readers=("AB", "CD"), limbs=tuple(f"limb-{i}" for i in range(len(cells))), girths_cm=tuple(cells)
    )


def single(rows: list[tuple[float, float]]) -> Agreement:
    return agreement(study([((a,), (b,)) for a, b in rows]))


def test_intraclass_correlations_of_shrout_and_fleiss() -> None:
    squares = mean_squares(JUDGES)
    assert [round(s, 2) for s in (squares.targets, squares.readers, squares.error)] == [11.24, 32.49, 1.02]
    two, three = absolute_agreement(squares), consistency(squares)
    assert two.value is not None and round(two.value, 2) == 0.29
    assert three.value is not None and round(three.value, 2) == 0.71
    # Limits as R's psych and irr are remembered to print them; not read in a source.
    assert [round(x or 0, 3) for x in (two.low, two.high, three.low, three.high)] == [0.019, 0.761, 0.342, 0.946]


def test_bland_and_altman_1986() -> None:
    found = bland_altman([a for a, _ in WRIGHT], [a for a, _ in MINI])
    assert round(found.bias.value_cm, 1) == -2.1 and round(found.sd_cm, 1) == 38.8
    assert [round(x, 1) for x in (found.bias.low_cm, found.bias.high_cm)] == [-22.0, 17.8]
    assert found.means_cm[0] == 503 and found.differences_cm[0] == -18


def test_repeats_hide_scatter_bland_and_altman_1986() -> None:
    means = bland_altman([sum(a) / 2 for a in WRIGHT], [sum(b) / 2 for b in MINI])
    assert round(means.sd_cm, 1) == 33.2
    errors = technical_error(WRIGHT), technical_error(MINI)
    assert [round(e * sqrt(2), 1) for e in errors] == [21.6, 28.2]
    assert round(single_reading_sd_cm(means.sd_cm, errors, 2), 1) == 37.7
    assert single_reading_sd_cm(means.sd_cm, errors, 1) == means.sd_cm


def test_within_subject_deviation_of_bland_and_altman_1996() -> None:
    assert round(technical_error(CHILDREN) ** 2, 2) == 460.52
    assert round(technical_error(CHILDREN), 1) == 21.5


@given(pairs)
def test_two_repeats_have_the_textbook_technical_error(rows: list[tuple[float, float]]) -> None:
    expected = sqrt(sum((a - b) ** 2 for a, b in rows) / (2 * len(rows)))
    assert isclose(technical_error(rows), expected, abs_tol=1e-12)


def test_a_technical_error_needs_repeats() -> None:
    with pytest.raises(ValueError, match="at least two"):
        technical_error([(1.0,), ()])


@given(pairs)
def test_swapping_readers_turns_only_the_bias(rows: list[tuple[float, float]]) -> None:
    here, there = single(rows), single([(b, a) for a, b in rows])
    assert isclose(here.limits.bias.value_cm, -there.limits.bias.value_cm, abs_tol=1e-12)
    assert isclose(here.limits.lower.value_cm, -there.limits.upper.value_cm, abs_tol=1e-9)
    for mine, other in ((here.icc_2_1, there.icc_2_1), (here.icc_3_1, there.icc_3_1)):
        assert (mine.value is None) == (other.value is None)
        assert isclose(mine.value or 0, other.value or 0, abs_tol=1e-9)


@given(rows=pairs, offset=st.integers(min_value=1, max_value=50))
def test_an_offset_of_one_reader_is_bias_and_no_scatter(rows: list[tuple[float, float]], offset: int) -> None:
    plain, shifted = single(rows), single([(a, b + offset) for a, b in rows])
    assert isclose(shifted.limits.bias.value_cm, plain.limits.bias.value_cm - offset, abs_tol=1e-9)
    assert isclose(shifted.limits.sd_cm, plain.limits.sd_cm, abs_tol=1e-9)
    assert isclose(shifted.icc_3_1.value or 0, plain.icc_3_1.value or 0, abs_tol=1e-6)


@given(pairs)
def test_intervals_hold_their_values_and_correlations_stay_below_one(rows: list[tuple[float, float]]) -> None:
    found = single(rows)
    for icc in (found.icc_2_1, found.icc_3_1):
        if icc.value is not None:
            assert icc.value <= 1 + 1e-12
            assert icc.low is None or icc.high is None or icc.low - 1e-9 <= icc.value <= icc.high + 1e-9
    limits = found.limits
    for part in (limits.bias, limits.lower, limits.upper):
        assert part.low_cm <= part.value_cm <= part.high_cm


@given(st.lists(girth, min_size=3, max_size=12))
def test_readers_who_agree_perfectly(girths_cm: list[float]) -> None:
    found = single([(g, g) for g in girths_cm])
    assert found.between.tem_cm == 0 and found.limits.sd_cm == 0
    for icc in (found.icc_2_1, found.icc_3_1):
        if len(set(girths_cm)) == 1:
            assert icc.value is None
        else:
            assert (icc.value, icc.low, icc.high) == (1, 1, 1)


def test_limbs_that_do_not_differ_say_nothing_of_reliability() -> None:
    found = single([(40.1, 40.6)] * 5)
    assert found.icc_2_1.value is None and found.icc_3_1.value is None
    assert isclose(found.limits.bias.value_cm, -0.5) and found.limits.sd_cm < 1e-12


def test_a_degenerate_analysis_has_no_interval_made_up() -> None:
    icc = absolute_agreement(MeanSquares(targets=0.1, readers=10.0, error=1.0, n=2, k=2))
    assert icc.value is not None and isclose(icc.value, -0.9 / 10.1)
    assert icc.low is None and icc.high is None
    with pytest.raises(ValueError, match="at least 2"):
        mean_squares([(1.0, 2.0)])
    with pytest.raises(ValueError, match="at least two"):
        bland_altman([1.0], [1.0])


@given(
    squares=st.tuples(*(st.floats(min_value=0, max_value=1e6) for _ in range(3))),
    n=st.integers(min_value=2, max_value=40),
    k=st.integers(min_value=2, max_value=5),
)
def test_any_analysis_gives_a_coefficient_or_none(squares: tuple[float, float, float], n: int, k: int) -> None:
    targets, readers, error = squares
    ms = MeanSquares(targets=targets, readers=readers, error=error, n=n, k=k)
    for icc in (absolute_agreement(ms), consistency(ms)):
        assert (icc.low is None) == (icc.high is None)
        assert icc.value is not None or icc.low is None
        if icc.value is not None and icc.low is not None and icc.high is not None:
            assert icc.low - 1e-9 <= icc.value <= icc.high + 1e-9
            assert icc.high <= 1 + 1e-9


def test_95_per_cent_of_the_intervals_hold_the_truth() -> None:
    """ICC(3,1) = 0.8: limbs vary with variance 4, readings with 1. The interval is exact (F)."""
    chance = random.Random(1)
    held = 0
    for _ in range(600):
        limbs = [chance.gauss(40, 2) for _ in range(10)]
        icc = consistency(mean_squares([[limb + chance.gauss(0, 1) for _ in range(2)] for limb in limbs]))
        assert icc.low is not None and icc.high is not None
        held += icc.low <= 0.8 <= icc.high
    assert 0.92 < held / 600 < 0.98


def test_a_study_with_repeats() -> None:
    cells = [((40.0, 40.2), (40.4, 40.4)), ((45.0, 45.4), (45.6, 45.2)), ((50.1, 50.1), (50.3, 50.5))]
    found = agreement(study(cells))
    assert isclose(found.within[0].tem_cm, sqrt((0.2**2 + 0.4**2) / 6))
    assert isclose(found.within[0].tem_percent, 100 * found.within[0].tem_cm / (270.8 / 6))
    assert found.within[0].reliability is not None and 0.99 < found.within[0].reliability < 1
    assert found.single_reading_sd_cm > found.limits.sd_cm
    assert any("3 limbs" in note for note in found.notes) and any("means of 2" in note for note in found.notes)
    assert "read once" in " ".join(single([(40, 41), (45, 45), (50, 51)]).notes)


def rows() -> list[GirthRow]:
    return [
        GirthRow(limb=limb, reader=reader, repeat=repeat, girth_cm=cm, place=f"line {limb}")
        for limb, cm in (("a", 40.0), ("b", 45.0), ("c", 50.0))
        for reader in ("AB", "CD")
        for repeat in (1, 2)
    ]


def test_rows_become_a_study_in_any_order() -> None:
    ordered, turned = reader_study(rows(), slip_cm=5), reader_study(rows()[::-1], slip_cm=5)
    assert ordered.readers == ("AB", "CD") and ordered.limbs == ("a", "b", "c") and ordered.repeats == 2
    assert agreement(ordered).limits.sd_cm == agreement(turned).limits.sd_cm


def test_rows_that_make_no_study_are_named() -> None:
    faults = {
        "there twice": [*rows(), rows()[0]],
        "is missing": rows()[:-1],
        "1 readers": [row for row in rows() if row.reader == "AB"],
        "2 limbs": [row for row in rows() if row.limb != "a"],
        "0 readers": [],
        "a slip, or another unit": [*rows()[:-1], GirthRow(limb="c", reader="CD", repeat=2, girth_cm=500.0)],
        "no girth": [GirthRow(limb="c", reader="CD", repeat=2, girth_cm=-1.0)],
    }
    for said, faulty in faults.items():
        with pytest.raises(ValueError, match=said):
            reader_study(faulty, slip_cm=5)
