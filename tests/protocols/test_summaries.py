"""Means, and the offset that stays in the result."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from protocols.summaries import arithmetic_mean, geometric_mean, summarise

positive = st.floats(1e-3, 1e4)


@given(st.lists(positive, min_size=1, max_size=60))
def test_geometric_mean_is_the_mean_of_the_logarithms(values: list[float]) -> None:
    expected = 10 ** (math.fsum(math.log10(v) for v in values) / len(values))
    assert geometric_mean(values) == pytest.approx(expected, rel=1e-12)
    assert min(values) * (1 - 1e-12) <= geometric_mean(values) <= max(values) * (1 + 1e-12)


@given(st.lists(positive, min_size=1, max_size=20))
def test_order_does_not_matter(values: list[float]) -> None:
    assert geometric_mean(values) == geometric_mean(values[::-1])
    assert arithmetic_mean(values) == arithmetic_mean(values[::-1])


def test_offset_is_added_and_stays() -> None:
    assert geometric_mean([0.0, 0.0], offset=0.1) == pytest.approx(0.1, rel=1e-14)
    assert summarise("geometric_mean", [0.0, 9.9], offset=0.1) == pytest.approx(1.0)
    assert summarise("arithmetic_mean", [1.0, 2.0, 6.0]) == 3.0


@pytest.mark.parametrize("values", [[], [0.0], [1.0, -1.0]])
def test_geometric_mean_refuses_what_has_no_logarithm(values: list[float]) -> None:
    with pytest.raises(ValueError, match="positive values"):
        geometric_mean(values)


def test_arithmetic_mean_refuses_nothing() -> None:
    with pytest.raises(ValueError, match="at least one"):
        arithmetic_mean([])
