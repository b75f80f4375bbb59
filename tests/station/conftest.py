"""The visits that the tests of this folder look at."""

from __future__ import annotations

from tests.recorded_visit import recorded_visit, tutorial_visit

__all__ = ["recorded_visit", "tutorial_visit"]
