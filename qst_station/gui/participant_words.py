"""How participants and their visits are put into words."""

from __future__ import annotations

from qst_station.gui import theme
from qst_station.gui.json_lines import Json
from qst_station.gui.plain_table import Cell

NONE = "–"
_STATUS = {
    "not_yet": "not yet",
    "due": "● due",
    "overdue": "▲ overdue",
    "missed": "✕ missed",
    "not_expected": "not expected",
    "done": "✓ done",
    "early": "▲ early",
    "out_of_window": "▲ out of window",
}
_CONTROL = {"not_stated": "not stated"}


def row_cells(row: Json) -> list[str | Cell]:
    """A participant as a row of the list."""
    marked = row["participant_id"] if row["kind"] == "real" else f"{row['participant_id']}  {row['kind'].upper()}"
    last = row["last"]
    return [
        marked,
        row["standing"],
        due_cell(row),
        f"{last['visit']}  {last['on']}" if last else NONE,
        str(row["deviations"]) if row["deviations"] else NONE,
    ]


def due_cell(row: Json) -> Cell:
    """What is due now, the overdue with a mark; words as well as colour."""
    following = row["next"]
    text = due_words(row) or (f"next: {following['title']} {following['nominal']}" if following else NONE)
    late = any(visit["status"] == "overdue" for visit in row["open"])
    ground = theme.ORANGE_PALE if late else theme.BLUE_PALE if row["open"] else theme.PAPER
    return Cell(text=text, ink=theme.INK, ground=ground)


def due_words(row: Json) -> str:
    """What is due now; the visits in the clinic first, then how many calls."""
    visits = [v for v in row["open"] if v["kind"] == "clinic"]
    calls = len(row["open"]) - len(visits)
    words = [f"{'▲ ' if v['status'] == 'overdue' else ''}{v['title']} {_since(v)}".strip() for v in visits]
    if calls:
        words.append(f"{calls} call{'s' if calls > 1 else ''}")
    return " · ".join(words)


def _since(visit: Json) -> str:
    days = visit["deviation_days"]
    if visit["status"] == "overdue":
        return f"overdue, {days} days late"
    return f"due{'' if not days else f', {days:+d} days'}"


def person_words(one: Json) -> str:
    """What is known of a participant in one line."""
    known = (
        one["sex"],
        None if one["age_y"] is None else f"{one['age_y']} years at enrolment",
        " ".join(part for part in (one["affected_side"], one["affected_limb"]) if part) or None,
        f"dominant: {one['dominance']}" if one["dominance"] else None,
        f"other limb: {_CONTROL.get(one['control_limb'], one['control_limb'])}",
        f"site {one['site']}" if one["site"] else None,
    )
    return " · ".join(part for part in known if part)


def visit_cells(visit: Json) -> list[str | Cell]:
    """A visit of a schedule as a row."""
    window = f"{visit['opens'][5:]} – {visit['closes'][5:]}" if visit["opens"] else NONE
    days = visit["deviation_days"]
    status = visit["status"]
    ground = (
        theme.BLUE_PALE if status == "due" else theme.ORANGE_PALE if _STATUS[status][0] in "▲✕" else theme.PAPER
    )
    return [
        visit["title"],
        visit["done_on"] or visit["nominal"] or NONE,
        window,
        Cell(text=_STATUS[status], ink=theme.INK, ground=ground),
        NONE if days is None else f"{days:+d}",
        ", ".join(visit["outstanding"]).replace("_", " "),
    ]


def said_cells(entry: Json) -> list[str | Cell]:
    """Something that was said about a participant as a row."""
    quiet = ("participant_id", "session_uuid", "utc", "file", "kind")
    event = {k: v for k, v in entry["event"].items() if k not in quiet and v not in (None, "", [], ())}
    details = ", ".join(f"{key.replace('_', ' ')}: {_value(value)}" for key, value in event.items())
    who = f"{entry['who']} ({entry['role']})"
    return [entry["utc"][:16].replace("T", " "), who, entry["kind"].replace("_", " "), details]


def _value(value: object) -> str:
    if isinstance(value, dict):
        return " ".join(str(part) for part in value.values())
    return ", ".join(map(str, value)) if isinstance(value, list | tuple) else str(value)
