"""`qst-station calibrate run`: a calibration by a plan, at a terminal or without hands."""

from __future__ import annotations

import queue
import re
import sys
import threading
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any, TextIO

from calibration.conversion import GRAM_PER_UNIT
from calibration.events import ReferenceRole
from calibration.method import MethodKind
from calibration.site import weighing
from qst_station.acquisition.device import Device
from qst_station.calibrating.issuing import certificate_folder
from qst_station.calibrating.refusals import refused
from qst_station.calibrating.run import CalibrationRun
from qst_station.calibrating.run_opening import GivenSetting, Operator, Setup
from qst_station.calibrating.unfinished import unfinished_runs
from qst_station.cli.output import DONE, FOUND, print_json
from qst_station.documents import load_document
from qst_station.findings import Finding, Refused
from qst_station.station.calibration_desk import CalibrationDesk
from qst_station.station.calibration_view import calibration_view, result_view
from qst_station.station.clock import RealClock
from qst_station.station.engine import Engine

BENCH = "bench"
SETTLED_NS = 1_000_000_000
"""Without hands a reading is taken when the balance has called it settled for so long."""

_TURN_S = 0.05
_PASSED = ("pass", "pass_with_correction", "in_control", "baseline")
_NUMBER = re.compile(r"[+-]?([0-9]+([.,][0-9]*)?|[.,][0-9]+)")
_HELP = "Enter: take it. A number: type it; load N, y, n, ok TEXT, exclude N REASON, enough, finish, quit."


@dataclass(frozen=True, slots=True, kw_only=True)
class Room:
    """The conditions of a plan."""

    temperature_c: float
    humidity_percent: float
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Standard:
    """A reference of a plan; see `calibration.events.Reference`."""

    role: ReferenceRole
    id: str
    certificate: str
    due: str
    expanded: float
    unit: str
    coverage_factor: float = 2.0
    division: float = 0.0
    nominal: float = 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """What a calibration needs to be told beforehand.

    Attributes
    ----------
    instrument : str
        Its id in the register.
    method : str
        Kind of the method; the one for such an instrument where it is left out.
    gauge : str
        Name of the balance or gauge in the catalogue.
    """

    instrument: str
    operator: Operator
    conditions: Room
    references: tuple[Standard, ...]
    method: MethodKind | None = None
    gauge: str = ""
    place: str = ""
    condition: str = ""
    setup: Setup = field(default_factory=Setup)
    settings: tuple[GivenSetting, ...] = ()


def run(
    data: Path,
    file: Path,
    *,
    balance: str | None,
    gauge: str | None,
    resume: bool,
    hands_free: bool,
    as_json: bool,
) -> int:
    """Carry out a plan; 0 where the instrument passed, 1 where it did not or the work was left.

    Parameters
    ----------
    balance : str or None
        URL of the balance or gauge; None where every value is typed.
    gauge : str or None
        Its name in the catalogue, over that of the plan.
    resume : bool
        Go on with the interrupted calibration of the plan's instrument.
    hands_free : bool
        Take zero and check mass without a key, once they have settled.
    """
    try:
        plan = load_document(file.read_text(encoding="utf-8"), Plan, place=str(file))
    except UnicodeDecodeError:
        raise refused("document.invalid", file, "It is not UTF-8 text.", "Save it as UTF-8.") from None
    name = gauge or plan.gauge
    if balance is not None and not name:
        raise refused(
            "calibration.device", balance, "It is not said which balance or gauge it is.", "Use --gauge."
        )
    engine = Engine(data, RealClock())
    try:
        if balance is not None:
            engine.attach(Device(name=BENCH, gauge=name, url=balance, options={}))
        _begin(engine.calibration_desk, plan, device=BENCH if balance is not None else "", resume=resume)
        return _Terminal(engine, plan, hands_free=hands_free, as_json=as_json).work()
    finally:
        engine.close()


def _begin(desk: CalibrationDesk, plan: Plan, *, device: str, resume: bool) -> None:
    if resume:
        waiting = [one for one in unfinished_runs(desk.data) if one.instrument == plan.instrument and not one.why]
        if not waiting:
            happened = "No calibration of it was interrupted."
            raise refused("calibration.none", plan.instrument, happened, "Leave out --resume.")
        desk.resume(waiting[-1].folder, device=device)
        return
    desk.begin(
        plan.instrument,
        kind=plan.method,
        device=device,
        operator=plan.operator,
        condition=plan.condition,
        setup=plan.setup,
        settings=plan.settings,
    )


class _Terminal:
    """Prompts on standard error, orders from standard input, results on standard output."""

    def __init__(self, engine: Engine, plan: Plan, *, hands_free: bool, as_json: bool) -> None:
        self._engine = engine
        self._desk = engine.calibration_desk
        self._plan = plan
        self._hands_free = hands_free
        self._as_json = as_json
        self._orders: queue.SimpleQueue[str | None] = queue.SimpleQueue()
        self._prompted = ""
        self._told_readings = 0
        self._told_findings: set[Finding] = set()
        self._steady: tuple[float | None, int] = (None, 0)
        self._left = False

    def work(self) -> int:
        """Until there is a result, or the work is left; the exit code."""
        threading.Thread(target=_listen, args=(sys.stdin, self._orders), name="orders", daemon=True).start()
        run = self._desk.run
        assert run is not None
        if not self._hands_free:
            print(_HELP, file=sys.stderr)
        while not run.state.finished and not self._left:
            self._engine.turn()
            view = calibration_view(self._desk)
            assert view is not None
            self._tell(view)
            try:
                self._go_on(view["do"])
            except Refused as refusal:
                print(refusal.finding.line(), file=sys.stderr, flush=True)
                if view["do"]["key"] in ("conditions", "reference"):
                    return self._leave()
        if self._left:
            return self._leave()
        view = calibration_view(self._desk)
        assert view is not None
        self._tell(view)
        return self._close()

    def _go_on(self, do: dict[str, Any]) -> None:
        match do["key"]:
            case "conditions":
                self._plan_says("conditions", asdict(self._plan.conditions))
            case "reference":
                self._plan_says("reference", self._standard(do["role"]))
            case "finish":
                self._enter("finish")
            case _:
                self._obey(do)
                if self._hands_free and do["input"] == "take" and self._settled(do):
                    self._enter("take")

    def _plan_says(self, kind: str, fields: dict[str, Any]) -> None:
        """Enter what the plan says, once: what is refused will not be better the second time."""
        run = self._desk.run
        assert run is not None
        self._enter(kind, **fields)
        entered = run.state.conditions if kind == "conditions" else run.state.references
        problem = entered[-1].refused
        if problem is not None:
            raise refused("calibration.plan", self._plan.instrument, problem.happened, problem.remedy)

    def _standard(self, role: str) -> dict[str, Any]:
        for standard in self._plan.references:
            if standard.role == role:
                return asdict(standard)
        happened = f"The plan names no reference in the role of {role}."
        raise refused("calibration.plan", self._plan.instrument, happened, "Add it to [[references]].")

    def _obey(self, do: dict[str, Any]) -> None:
        """Take the next order of the person at the terminal; waits a turn for it."""
        try:
            line = self._orders.get(timeout=_TURN_S)
        except queue.Empty:
            return
        if line is None:
            self._left = not self._hands_free  # nobody is there any more
            return
        word, _, rest = line.strip().partition(" ")
        match word:
            case "":
                self._enter("take")
            case "y" | "n":
                self._enter("inspect", yes=word == "y", text=rest)
            case "ok":
                self._enter("identified", text=rest)
            case "load":
                self._enter("take", load=_number(rest))
            case "exclude":
                number, _, reason = rest.partition(" ")
                self._enter("exclude", number=round(_number(number)), reason=reason)
            case "enough" | "finish":
                self._enter(word)
            case "quit":
                self._left = True
            case _:
                self._enter("typed", value=_number(word), unit=do["unit"])

    def _settled(self, do: dict[str, Any]) -> bool:
        """What lies on is what is asked for, and the balance has called it settled for a while."""
        bench, run = self._desk.bench, self._desk.run
        shown = bench.live if bench else None
        if run is None or shown is None or shown.value is None or not shown.stable:
            self._steady = (None, 0)
            return False
        if shown.value != self._steady[0]:
            self._steady = (shown.value, shown.t_ns)
        if shown.t_ns - self._steady[1] < SETTLED_NS:
            return False
        grams = shown.value * GRAM_PER_UNIT.get(shown.unit, 1.0)
        return fits(do["key"], grams, lightest_g=_lightest_g(run), check_g=_check_g(run))

    def _enter(self, kind: str, **fields: Any) -> None:
        self._steady = (None, 0)
        self._desk.enter(kind, fields, who=self._plan.operator.who)

    def _tell(self, view: dict[str, Any]) -> None:
        """Say what is new."""
        for reading in view["readings"][self._told_readings :]:
            self._tell_reading(reading)
        self._told_readings = len(view["readings"])
        for finding in self._engine.findings:
            if finding not in self._told_findings:
                self._told_findings.add(finding)
                print(finding.line(), file=sys.stderr, flush=True)
        do = view["do"]
        task = do["task"] or {}
        count = f" ({task['repeat']} of {do['of']})" if do["of"] > 1 else ""
        prompt = f"{do['say']}{count}"
        if prompt != self._prompted and do["key"] not in ("conditions", "reference", "done"):
            self._prompted = prompt
            rest = f" Rest: {do['wait_s']:.0f} s." if do["wait_s"] > 0 else ""
            print(f"{prompt}{rest}", file=sys.stderr, flush=True)
            if self._as_json:
                print_json({"do": do})

    def _tell_reading(self, reading: dict[str, Any]) -> None:
        if self._as_json:
            print_json({"reading": reading})
        value = "-" if reading["value"] is None else f"{reading['value']:g} {reading['unit']}"
        why = f"  not used: {reading['refused']['happened']}" if reading["refused"] else ""
        force = "" if reading["force_mn"] is None else f" = {reading['force_mn']:.4g} mN"
        shown = f"{reading['number']:>3} {reading['key']:8} {value}{force}{why}"
        print(shown, file=sys.stderr if self._as_json else sys.stdout, flush=True)

    def _close(self) -> int:
        result = result_view(self._desk)
        operator = self._plan.operator
        if "daily" in result:
            point = self._desk.enter_check(who=operator.who)
            self._print({"daily": result["daily"]}, [f"{point.signal}: {point.says}"])
            return DONE if point.signal in _PASSED else FOUND
        issued = self._desk.issue(name=operator.who, role=operator.role, place=self._plan.place)
        number, verdict = issued.certificate.number, result["decision"]["verdict"]
        for finding in issued.findings:
            print(finding.line(), file=sys.stderr)
        pdf = certificate_folder(self._desk.data, number) / f"{number}.pdf"
        lines = [f"{quantity['name']:36} {quantity['text']}" for quantity in result["quantities"]]
        lines += [f"{problem['happened']} {problem['remedy']}" for problem in result["findings"]]
        lines += [f"{verdict.replace('_', ' ')}: {result['decision']['rule']}", f"certificate {number}: {pdf}"]
        self._print({"result": result, "certificate": number, "pdf": str(pdf)}, lines)
        return DONE if verdict in _PASSED and not issued.findings else FOUND

    def _print(self, document: dict[str, Any], lines: list[str]) -> None:
        if self._as_json:
            print_json(document)
        else:
            print("\n".join(lines), flush=True)

    def _leave(self) -> int:
        """Say what becomes of what there is."""
        run = self._desk.run
        kept = len(run.state.readings) if run else 0
        print(f"Left with {kept} readings, all of them kept. Go on with --resume.", file=sys.stderr)
        return FOUND


def fits(key: str, grams: float, *, lightest_g: float, check_g: float) -> bool:
    """Whether what lies on the balance can be meant for the reading that is due.

    A wrong mass or a shifted zero is to be named by the method, so that only what is plainly something else is
    passed over: less than half of the check mass for a check, half of the lightest load or more for an empty pan.
    """
    if key == "check":
        return grams > check_g / 2.0
    return key == "zero" and grams < lightest_g / 2.0


def _check_g(run: CalibrationRun) -> float:
    mass = run.state.reference("check_mass")
    return mass.nominal * GRAM_PER_UNIT[mass.unit] if mass else 0.0


def _lightest_g(run: CalibrationRun) -> float:
    nominal_mn, check_g = run.opening.item.nominal_mn, _check_g(run)
    loads_g = [check_g] if check_g else []
    if nominal_mn is not None:
        loads_g.append(weighing(run.opening.method).mass_g(nominal_mn))
    return min(loads_g, default=0.0)


def _listen(source: TextIO, orders: queue.SimpleQueue[str | None]) -> None:
    for line in source:
        orders.put(line)
    orders.put(None)


def _number(text: str) -> float:
    # float() also takes nan, inf, 1_000 and the digits of other scripts.
    if not _NUMBER.fullmatch(text):
        raise refused("calibration.entry", text or "nothing", "This is no order and no number.", _HELP)
    return float(text.replace(",", "."))
