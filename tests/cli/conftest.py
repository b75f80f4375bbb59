"""The visit that the tests of this folder look at."""

from __future__ import annotations

from tests.recorded_visit import recorded_visit
from tests.small_ballast import small_ballast

__all__ = ["recorded_visit", "small_ballast"]
