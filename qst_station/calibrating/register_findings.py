"""What the register can say to a person."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from qst_station.calibrating.refusals import refused, stop
from qst_station.findings import Finding, Refused, Severity
from qst_station.recording.ledger import LedgerFault


def none_here(folder: Path) -> Refused:
    """The refusal where there is no register yet."""
    return refused(
        "register.none",
        folder,
        "There is no register of instruments here.",
        "Add the first set: qst-station calibrate add FILE.toml --site PREFIX --who NAME.",
    )


def _not_written(folder: Path, error: LedgerFault) -> Refused:
    """The refusal for an entry that certainly was not made."""
    return refused(
        "register.not_written",
        folder,
        f"The disk did not take the entry ({error}).",
        "Free space on the disk or check it, then enter it again.",
        safe="Nothing of it was entered; everything before it is recorded.",
    )


def _uncertain(folder: Path, error: LedgerFault) -> Refused:
    """The refusal where the disk failed in a commit: it may or may not have kept the entry."""
    return refused(
        "register.uncertain",
        folder,
        f"The disk failed while it took the entry ({error}).",
        "Look with qst-station calibrate show whether it is there, and check the disk.",
        safe="Everything before it is recorded.",
    )


def unreadable(folder: Path, happened: str) -> Refused:
    """The refusal for a register that is there and cannot be read."""
    return refused(
        "register.unreadable",
        folder,
        f"The register cannot be read. {happened}",
        "Update the program, or restore the folder from a backup.",
    )


def damaged(folder: Path, happened: str) -> Finding:
    """The finding for a register whose rows are not those that were written."""
    return stop(
        "register.damaged",
        folder,
        happened,
        "Keep the folder as it is and restore it from a backup.",
        safe="Certificates are signed and stay valid without the register. Until it is restored, no instrument "
        "counts as valid.",
    )


def head_not_written(folder: Path, error: OSError) -> Finding:
    """The finding for an entry that is durable, but not witnessed in the file beside the register."""
    return Finding(
        code="register.head_not_written",
        severity=Severity.WARNING,
        place=str(folder),
        happened=f"The record of the last row was not written ({error}).",
        safe="The entry itself is recorded.",
        remedy="Check the disk.",
    )


@contextmanager
def refusing(folder: Path) -> Iterator[None]:
    """What a ledger says, said about the register."""
    try:
        yield
    except LedgerFault as fault:
        raise _said(fault, folder) from fault


def _said(fault: LedgerFault, folder: Path) -> Refused:
    match fault.kind:
        case "none":
            return none_here(folder)
        case "exists":
            return refused("register.exists", folder, "There is a register here already.", "Use it.")
        case "in_use":
            return refused(
                "register.in_use",
                folder,
                "Another running program is writing the register.",
                "Try again when it has finished; reading is possible at any time.",
            )
        case "unreadable":
            return unreadable(folder, str(fault))
        case "not_read":
            return unreadable(folder, f"The disk refused ({fault}).")
        case "lost":
            return unreadable(folder, f"It was there, and {fault}.")
        case "damaged":
            return Refused(damaged(folder, str(fault)))
        case "not_written":
            return _not_written(folder, fault)
        case "uncertain":
            return _uncertain(folder, fault)
