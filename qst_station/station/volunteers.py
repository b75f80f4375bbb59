"""z-scores of a site's own healthy volunteers, from the heads of the sealed sessions in a data folder."""

from __future__ import annotations

from pathlib import Path

from qst_station.findings import Finding, Refused, Severity
from qst_station.recording.user_block import read_summary
from qst_station.scoring.site_check import ZValue
from qst_station.session.plan import SiteRole
from qst_station.study.document import Study


def volunteer_values(data: Path, study: Study, *, area: SiteRole) -> tuple[list[ZValue], tuple[Finding, ...]]:
    """The z-scores of one test area at the visits that the study marks as those of healthy volunteers.

    Practice and simulated sessions, and those of other studies and visits, are left aside.

    Returns
    -------
    values : list of ZValue
        None where there is no z-score.
    findings : tuple of Finding
        Files that could not be read.

    Raises
    ------
    Refused
        `site.no_visit`: the study marks none.
    """
    visits = {visit.name for visit in study.visits if visit.population == "healthy_volunteer"}
    if not visits:
        raise Refused(
            Finding(
                code="site.no_visit",
                severity=Severity.STOP,
                place=study.name,
                happened="No visit of this study is marked as one of healthy volunteers.",
                safe="Nothing was counted.",
                remedy='Write population = "healthy_volunteer" with the visit, or give a table.',
            )
        )
    values: list[ZValue] = []
    findings: list[Finding] = []
    for file in sorted(data.glob("*.h5")):
        try:
            summary = read_summary(file)
        except Refused as refused:
            findings.append(refused.finding)
            continue
        if summary["kind"] != "real" or summary["study"] != study.name or summary["visit"] not in visits:
            continue
        who = str(summary["participant"]["id"])
        values += [
            ZValue(participant_id=who, parameter=row["parameter"], z=row["z"], place=file.name)
            for row in summary["parameters"]
            if row["site_role"] == area
        ]
    return values, tuple(findings)
