"""What a person has been told, the newest last."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from qst_station.findings import Finding

LIMIT: Final = 50


class FindingLog:
    """The last findings, each once.

    Attributes
    ----------
    times : dict of Finding to int
        How often each has come up.
    """

    def __init__(self, findings: Iterable[Finding] = ()) -> None:
        self.times: dict[Finding, int] = dict.fromkeys(findings, 1)

    def add(self, *findings: Finding) -> None:
        """Show findings as the newest.

        What is told over and over without anything else between counts once: it must not push out the others,
        nor alarm again and again.
        """
        for finding in findings:
            self._add(finding)

    def _add(self, finding: Finding) -> None:
        if self.times and next(reversed(self.times)) == finding:
            return
        self.times[finding] = self.times.pop(finding, 0) + 1
        if len(self.times) > LIMIT:
            del self.times[next(iter(self.times))]
