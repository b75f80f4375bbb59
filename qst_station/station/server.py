"""The engine in a process of its own: JSON lines in, JSON lines out.

Every line that comes in has an `id` and an `ask`; every ask gets one line back with the same id, once what it
asked for is durable. The engine never writes unasked, so a frozen window cannot block it. When the asking side
is gone the visit is left in its journal, ready to be resumed.
"""

from __future__ import annotations

import argparse
import contextlib
import json
import logging
import os
import queue
import signal
import threading
from collections.abc import Callable
from dataclasses import asdict
from pathlib import Path
from typing import Any, TextIO

from drivers.link import list_ports
from drivers.text_gauge import TextGaugeDocument
from qst_station.acquisition.device import Device
from qst_station.documents import checked
from qst_station.findings import Finding, Refused, Severity
from qst_station.session.showing import VALUES_SHOWN, is_on_record
from qst_station.station.actor import checked_actor
from qst_station.station.calibration_asks import CalibrationAsks
from qst_station.station.clock import RealClock
from qst_station.station.engine import Engine
from qst_station.station.instruments import gauges_of, sets_of
from qst_station.station.opening import VisitRequest
from qst_station.station.port_survey import ListPorts, ports_with
from qst_station.station.status import refuse_earlier_values, review, status, unfinished_visits
from qst_station.station.study_asks import newcomer, study_asks
from qst_station.station.trays import stimuli_by_test
from qst_station.station.visit import Answered
from qst_station.station.words_asks import words_taken_in, words_to_choose

Ask = dict[str, Any]

_log = logging.getLogger(__name__)


class Server:
    """Answers asks about an engine.

    Parameters
    ----------
    engine : Engine
    write : callable
        Takes one answer.
    """

    def __init__(self, engine: Engine, write: Callable[[Ask], None]) -> None:
        self.engine = engine
        self.ended = False
        self._write = write
        self._study_asks = study_asks(engine.study_desk)
        self._asks: dict[str, Callable[[Ask], Ask | None]] = {
            "status": self._status,
            "gauges": self._gauges,
            "add_gauge": self._add_gauge,
            **self._study_asks,
            "course": self._course,
            **CalibrationAsks(engine.calibration_desk, self._status).answers,
            "attach": self._attach,
            "detach": self._detach,
            "attach_known": self._attach_known,
            "forget": self._forget,
            "desk": self._desk,
            "ask_port": self._ask_port,
            "take_back": self._take_back,
            "capture": self._capture,
            "compare_display": self._compare_display,
            "zero": self._zero,
            "sign_check": self._sign_check,
            "sets": self._sets,
            "trays": lambda _ask: {"trays": stimuli_by_test()},
            "words": lambda _ask: words_to_choose(self.engine.data),
            "take_in_words": lambda ask: words_taken_in(self.engine.data, Path(_text(ask, "path"))),
            "open_visit": self._open_visit,
            "resume_visit": self._resume_visit,
            "command": self._command,
            "review": self._review,
            "seal": self._seal,
            "seal_interrupted": self._seal_interrupted,
            "close_visit": self._close_visit,
            "unfinished": self._unfinished,
            "quit": self._quit,
        }

    def answer(self, ask: Ask) -> None:
        """Answer one ask now, or later where it waits for a row to be durable."""
        try:
            name = _text(ask, "ask")
            if name not in self._asks:
                raise Refused(_protocol(f"there is no ask {name!r}"))
            answer = self._asks[name](ask)
        except Refused as refused:
            answer = _refusal(refused.finding)
        except (KeyError, TypeError, ValueError, AttributeError) as fault:
            _log.exception("an ask that cannot be answered")  # it may be our own fault: support needs the place
            answer = _refusal(_protocol(f"{ask.get('ask')}: {fault!r}"))
        if answer is not None:
            self._send(ask, answer)

    def _send(self, ask: Ask, answer: Ask) -> None:
        self._write({"id": ask.get("id"), "ok": True, **answer})

    def _status(self, ask: Ask) -> Ask:
        return status(self.engine, trace_of=ask.get("trace_of"), trace_from_ns=int(ask.get("trace_from_ns") or 0))

    def _gauges(self, ask: Ask) -> Ask:
        names = ("name", "title", "kind", "grade", "grade_note", "link", "variants")
        return {"gauges": [{name: getattr(spec, name) for name in names} for spec in self.engine.gauges]}

    def _add_gauge(self, ask: Ask) -> Ask:
        self.engine.add_gauge(checked(ask["gauge"], TextGaugeDocument, place="new gauge"))
        return self._gauges(ask)

    def _attach(self, ask: Ask) -> Ask:
        given = ask["device"]
        options: Ask = {key: _text(given, key) for key in ("pattern", "unit", "format") if given.get(key)}
        if given.get("baud"):
            options["baud"] = int(given["baud"])
        area_cm2 = given.get("probe_area_cm2", 1.0)
        self.engine.attach(
            Device(
                name=_text(given, "name"),
                gauge=_text(given, "gauge"),
                url=_text(given, "url"),
                tests=tuple(given.get("tests") or ()),
                probe_area_cm2=float(area_cm2),
                instrument=_text(given, "instrument") if given.get("instrument") else "",
                options=options,
            )
        )
        return self._status(ask)

    def _detach(self, ask: Ask) -> Ask:
        self.engine.detach(ask["name"])
        return self._status(ask)

    def _attach_known(self, ask: Ask) -> Ask:
        self.engine.attach_known(_text(ask, "name"), _text(ask, "url"))
        return self._status(ask)

    def _forget(self, ask: Ask) -> Ask:
        self.engine.forget(_text(ask, "name"))
        return self._status(ask)

    def _desk(self, ask: Ask) -> Ask:
        return {"desk": self.engine.desk.shown()}

    def _ask_port(self, ask: Ask) -> Ask:
        self.engine.desk.ask(_text(ask, "url"))
        return self._desk(ask)

    def _take_back(self, ask: Ask) -> Ask:
        self.engine.desk.take_back()
        return self._desk(ask)

    def _capture(self, ask: Ask) -> Ask:
        self.engine.capture(_text(ask, "name"))
        return self._desk(ask)

    def _compare_display(self, ask: Ask) -> Ask:
        if type(ask["same"]) is not bool:
            raise TypeError(f"same is {ask['same']!r}, which is neither true nor false")
        self.engine.compare_display(_text(ask, "name"), same=ask["same"])
        return self._status(ask)

    def _zero(self, ask: Ask) -> Ask:
        self.engine.zero(ask["name"])
        return self._status(ask)

    def _sign_check(self, ask: Ask) -> Ask:
        self.engine.sign_check(ask["name"], ask["phase"])
        return self._status(ask)

    def _sets(self, ask: Ask) -> Ask:
        return {"sets": sets_of(self.engine.data), "gauges": gauges_of(self.engine.data)}

    def _open_visit(self, ask: Ask) -> Ask:
        given = {key: value for key, value in ask["request"].items() if key != "actor"}
        request = checked(given, VisitRequest, place="visit request")
        actor = checked_actor(ask["request"]["actor"])
        self.engine.open_visit(request, actor, newcomer=newcomer(request, ask.get("enrol")))
        return self._status(ask)

    def _resume_visit(self, ask: Ask) -> Ask:
        self.engine.resume_visit(Path(ask["folder"]), checked_actor(ask["actor"]))
        return self._status(ask)

    def _command(self, ask: Ask) -> None:
        def reply(answered: Answered) -> None:
            if answered.finding is not None:
                self._send(ask, _refusal(answered.finding))
            else:
                self._send(ask, {"seq": answered.seq, **self._status(ask)})

        args, stamp_ns = ask["args"], ask.get("stamp_ns")
        if not isinstance(args, dict) or not (stamp_ns is None or type(stamp_ns) is int):
            raise TypeError("args is no object, or stamp_ns no whole number")
        source = _text(ask, "source") if ask.get("source") else ""
        self.engine.command(_text(ask, "name"), args, checked_actor(ask["actor"]), source, reply, t_ns=stamp_ns)
        self.engine.turn()

    def _course(self, ask: Ask) -> Ask:
        refuse_earlier_values(self.engine)
        return self._study_asks["course"](ask)

    def _review(self, ask: Ask) -> Ask | None:
        """Show the review; before the visit is signed not until the record says to whom."""
        visit, actor = self.engine.visit, checked_actor(ask["actor"])
        found = review(self.engine, actor.role)
        if found["blinded"] or visit is None or is_on_record(visit.state, actor):
            return {"review": found}

        def reply(answered: Answered) -> None:
            self._send(ask, _refusal(answered.finding) if answered.finding is not None else {"review": found})

        self.engine.command(VALUES_SHOWN, {}, actor, "review", reply)
        self.engine.turn()
        return None

    def _seal(self, ask: Ask) -> Ask:
        self.engine.seal()
        return self._status(ask)

    def _seal_interrupted(self, ask: Ask) -> Ask:
        self.engine.seal_interrupted(Path(ask["folder"]))
        return self._status(ask)

    def _close_visit(self, ask: Ask) -> Ask:
        self.engine.leave_visit()
        return self._status(ask)

    def _unfinished(self, ask: Ask) -> Ask:
        self.engine.study_desk.catch_up()
        return {"unfinished": unfinished_visits(self.engine.data)}

    def _quit(self, ask: Ask) -> Ask:
        self.ended = True
        return {}


def serve(data: Path, source: TextIO, sink: TextIO, *, find_ports: ListPorts = list_ports) -> None:
    """Run an engine until the asking side says so or is gone."""
    # A signal handler may put into it while the main thread is getting from it. An empty line only rouses.
    lines: queue.SimpleQueue[str | None] = queue.SimpleQueue()

    def listen() -> None:
        try:
            for line in source:
                lines.put(line)
        finally:
            lines.put(None)

    def write(answer: Ask) -> None:
        sink.write(json.dumps(answer, allow_nan=False) + "\n")
        sink.flush()

    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C in the terminal of the window is the window's
    signal.signal(signal.SIGTERM, lambda *_: lines.put(None))
    engine = Engine(data, RealClock(), rouse=lambda: lines.put(""), find_ports=find_ports)
    server = Server(engine, write)
    threading.Thread(target=listen, name="asks", daemon=True).start()
    try:
        while not server.ended:
            try:
                line = lines.get(timeout=engine.wait_s())
            except queue.Empty:
                line = ""
            engine.turn()
            if line is None:
                break
            if line:
                _answer_line(server, line)
        engine.close()
    except BrokenPipeError:
        pass  # the window is gone; what it was told is on disk
    finally:
        with contextlib.suppress(BrokenPipeError):
            engine.close()


def _answer_line(server: Server, line: str) -> None:
    try:
        ask = json.loads(line)
    except (ValueError, RecursionError):
        ask = None
    server.answer(ask if isinstance(ask, dict) else {"ask": "a line that is no JSON object"})


def _text(given: Ask, name: str) -> str:
    """A text that was asked with; TypeError for anything else."""
    value = given[name]
    if not isinstance(value, str):
        raise TypeError(f"{name} is {value!r}, which is no text")
    value.encode()  # half a surrogate pair can be neither journaled nor shown
    return value


def _refusal(finding: Finding) -> Ask:
    return {"ok": False, "finding": asdict(finding)}


def _protocol(why: str) -> Finding:
    return Finding(
        code="engine.ask",
        severity=Severity.WARNING,
        place="engine",
        happened=f"The window asked for something that cannot be answered: {why}.",
        safe="Nothing was changed.",
        remedy="Report this to support.",
    )


def main() -> int:
    """Serve on standard input and output."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--simulated-ports", type=Path, help="JSON file of adapters to list as well")
    arguments = parser.parse_args()
    # Anything else that prints must not end up between the answers.
    sink = os.fdopen(os.dup(1), "w", encoding="utf-8")
    os.dup2(2, 1)
    simulated = arguments.simulated_ports
    find_ports = list_ports if simulated is None else ports_with(simulated)
    source = os.fdopen(os.dup(0), encoding="utf-8", errors="replace")
    serve(arguments.data, source, sink, find_ports=find_ports)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
