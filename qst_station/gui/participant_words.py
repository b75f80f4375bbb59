"""How participants and their visits are put into words."""

from __future__ import annotations

from qst_station.gui import theme
from qst_station.gui.fitted_text import with_minus
from qst_station.gui.json_lines import Json
from qst_station.gui.plain_table import Cell
from qst_station.gui.words import told, tr

NONE = "–"
OFFERED = {
    "sex": ("female", "male"),
    "affected_side": ("left", "right"),
    "affected_limb": ("upper", "lower"),
    "dominance": ("left", "right", "both"),
    "control_limb": ("valid", "affected", "injured", "operated", "amputated", "not_stated"),
}
"""The values that the register knows for what can be amended."""

STANDINGS = ("withdrawn", "completed", "active")
"""How a person may say that a participant stands."""


def value_word(value: str) -> str:
    """A value of the register or the state of a step as a person reads it; as it is where unknown."""
    known = {
        "female": tr("female"),
        "male": tr("male"),
        "left": tr("left"),
        "right": tr("right"),
        "both": tr("both"),
        "upper": tr("upper (hand)"),
        "lower": tr("lower (foot)"),
        "valid": tr("valid"),
        "affected": tr("affected"),
        "injured": tr("injured"),
        "operated": tr("operated"),
        "amputated": tr("amputated"),
        "not_stated": tr("not stated"),
        "not recorded": tr("not recorded"),
        "screened": tr("screened"),
        "active": tr("active"),
        "completed": tr("completed"),
        "withdrawn": tr("withdrawn"),
        "real": tr("real"),
        "practice": tr("practice"),
        "simulated": tr("simulated"),
        "hand": tr("hand"),
        "ankle": tr("ankle"),
        "done": tr("done"),
        "skipped": tr("skipped"),
        "stopped": tr("stopped"),
        "running": tr("running"),
        "paused": tr("paused"),
    }
    return known.get(value, value)


def role_word(role: str) -> str:
    """A role of a study as a person reads it."""
    known = {
        "examiner": tr("examiner"),
        "investigator": tr("investigator"),
        "calibrator": tr("calibrator"),
        "data_manager": tr("data manager"),
        "monitor": tr("monitor"),
        "administrator": tr("administrator"),
    }
    return known.get(role, role.replace("_", " "))


def kind_mark(kind: str) -> str:
    """What marks everything of somebody who is no participant; empty for a real one."""
    return "" if kind == "real" else value_word(kind).upper()


def field_word(field: str) -> str:
    """What is known of a participant, by its name in the register."""
    known = {
        "age_y": tr("age in years"),
        "sex": tr("sex"),
        "affected_side": tr("affected side"),
        "affected_limb": tr("affected limb"),
        "dominance": tr("dominant hand"),
        "control_limb": tr("other limb"),
        "site": tr("site"),
        "field": tr("what"),
        "value": tr("value"),
        "reason": tr("reason"),
        "standing": tr("status"),
        "visit": tr("visit"),
        "date": tr("date"),
        "complete": tr("complete"),
        "assessments": tr("assessments"),
        "limb": tr("limb"),
    }
    return known.get(field, field.replace("_", " "))


def amendable() -> dict[str, str]:
    """What can be amended, by the word for it."""
    names = ("age_y", "sex", "affected_side", "affected_limb", "dominance", "control_limb", "site")
    return {field_word(name): name for name in names}


def offered_words(values: tuple[str, ...]) -> dict[str, str]:
    """Values by the words that are offered for them: what is chosen by its word is sent by its value."""
    return {value_word(value): value for value in values}


def assessment_words(names: list[str]) -> str:
    """Assessments of a visit, as the study names them."""
    return ", ".join(told(name.replace("_", " ")) for name in names)


def _status_word(status: str) -> str:
    known = {
        "not_yet": tr("not yet"),
        "due": tr("● due"),
        "overdue": tr("▲ overdue"),
        "missed": tr("✕ missed"),
        "not_expected": tr("not expected"),
        "done": tr("✓ done"),
        "early": tr("▲ early"),
        "out_of_window": tr("▲ out of window"),
    }
    return known[status]


def row_cells(row: Json) -> list[str | Cell]:
    """A participant as a row of the list."""
    mark = kind_mark(row["kind"])
    last = row["last"]
    return [
        f"{row['participant_id']}  {mark}" if mark else row["participant_id"],
        value_word(row["standing"]),
        due_cell(row),
        f"{told(last['visit'])}  {last['on']}" if last else NONE,
        str(row["deviations"]) if row["deviations"] else NONE,
    ]


def due_cell(row: Json) -> Cell:
    """What is due now, the overdue with a mark; words as well as colour."""
    following = row["next"]
    text = due_words(row) or (
        tr("next: {visit} {day}", visit=told(following["title"]), day=following["nominal"]) if following else NONE
    )
    late = any(visit["status"] == "overdue" for visit in row["open"])
    ground = theme.ORANGE_PALE if late else theme.BLUE_PALE if row["open"] else theme.PAPER
    return Cell(text=text, ink=theme.INK, ground=ground)


def due_words(row: Json) -> str:
    """What is due now; the visits in the clinic first, then how many calls."""
    visits = [v for v in row["open"] if v["kind"] == "clinic"]
    calls = [v for v in row["open"] if v["kind"] != "clinic"]
    words = [_due_visit(visit) for visit in visits]
    if calls:
        mark = "▲ " if any(call["status"] == "overdue" for call in calls) else ""
        words.append(mark + (tr("1 call") if len(calls) == 1 else tr("{count} calls", count=len(calls))))
    return " · ".join(words)


def _due_visit(visit: Json) -> str:
    title, days = told(visit["title"]), visit["deviation_days"]
    if visit["status"] == "overdue":
        return tr("▲ {visit} overdue, {days} days late", visit=title, days=days)
    if days:
        return tr("{visit} due, {days} days", visit=title, days=with_minus(f"{days:+d}"))
    return tr("{visit} due", visit=title)


def person_words(one: Json) -> str:
    """What is known of a participant in one line."""
    affected = (one["affected_side"], one["affected_limb"])
    known = (
        value_word(one["sex"]) if one["sex"] else None,
        None if one["age_y"] is None else tr("{years} years at enrolment", years=one["age_y"]),
        tr("affected: {limb}", limb=" ".join(value_word(part) for part in affected if part))
        if any(affected)
        else None,
        tr("dominant: {hand}", hand=value_word(one["dominance"])) if one["dominance"] else None,
        tr("other limb: {state}", state=value_word(one["control_limb"])),
        tr("site {code}", code=one["site"]) if one["site"] else None,
    )
    return " · ".join(part for part in known if part)


def visit_cells(visit: Json) -> list[str | Cell]:
    """A visit of a schedule as a row."""
    window = f"{visit['opens'][5:]} – {visit['closes'][5:]}" if visit["opens"] else NONE
    days = visit["deviation_days"]
    status = visit["status"]
    marked = status in ("overdue", "missed", "early", "out_of_window")
    ground = theme.BLUE_PALE if status == "due" else theme.ORANGE_PALE if marked else theme.PAPER
    return [
        told(visit["title"]),
        visit["done_on"] or visit["nominal"] or NONE,
        window,
        Cell(text=_status_word(status).replace(" ", "\N{NO-BREAK SPACE}", 1), ink=theme.INK, ground=ground),
        NONE if days is None else with_minus(f"{days:+d}"),
        assessment_words(visit["outstanding"]),
    ]


def said_cells(entry: Json) -> list[str | Cell]:
    """Something that was said about a participant as a row."""
    quiet = ("participant_id", "session_uuid", "utc", "file", "kind")
    event = {k: v for k, v in entry["event"].items() if k not in quiet and v not in (None, "", [], ())}
    details = ", ".join(f"{field_word(key)}: {_value(key, value)}" for key, value in event.items())
    who = f"{entry['who']} ({role_word(entry['role'])})"
    return [entry["utc"][:16].replace("T", " "), who, _event_word(entry["kind"]), details]


def _event_word(kind: str) -> str:
    known = {
        "enrolled": tr("enrolled"),
        "amended": tr("amended"),
        "attended": tr("attended"),
        "contacted": tr("contacted"),
        "standing": tr("status"),
        "limb_method": tr("limb method"),
    }
    return known.get(kind, kind.replace("_", " "))


def _value(field: str, value: object) -> str:
    if isinstance(value, bool):
        return tr("yes") if value else tr("no")
    if isinstance(value, dict):
        return " ".join(value_word(str(part)) for part in value.values())
    if isinstance(value, list | tuple):
        return assessment_words([str(part) for part in value])
    if field == "field":
        return field_word(str(value))
    return str(value) if field == "reason" else value_word(str(value))
