"""Arguments of the `qst-station` command, and the way every command ends.

Exit codes: 0 done, 1 a finding or difference, 2 bad arguments or unreadable input.
"""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import NoReturn

from qst_station import __version__
from qst_station.cli.output import DONE, UNUSABLE
from qst_station.findings import Refused


class _Parser(argparse.ArgumentParser):
    def error(self, message: str) -> NoReturn:
        self.exit(UNUSABLE, f"{self.prog}: {message}. See {self.prog} --help.\n")


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command; returns the exit code."""
    arguments = _parser().parse_args(argv)
    try:
        code: int = arguments.run(arguments)
        sys.stdout.flush()
    except Refused as refused:
        print(refused.finding.line(), file=sys.stderr)
        return UNUSABLE
    except KeyboardInterrupt:
        return 130
    except BrokenPipeError:
        # The reader of our output has left; what is still buffered must not raise at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return DONE
    except OSError as error:
        place = error.filename or "qst-station"
        print(f"{place}: {error.strerror or error}. Check the path, its rights and the disk.", file=sys.stderr)
        return UNUSABLE
    return code


def _parser() -> argparse.ArgumentParser:
    parser = _Parser(prog="qst-station", description="Bedside quantitative sensory testing.")
    parser.add_argument("--version", action="version", version=f"qst-station {__version__}")
    parser.add_argument("--data", type=Path, default=None, help="folder for journals and sessions")
    parser.set_defaults(run=_window)
    commands = parser.add_subparsers(metavar="COMMAND", parser_class=_Parser)
    _demo(commands)
    _training(commands)
    _simulate(commands)
    _read(commands)
    _gauges(commands)
    _ports(commands)
    _identify(commands)
    _capture(commands)
    _seal(commands)
    _verify(commands)
    _replay(commands)
    _score(commands)
    _export(commands)
    _limb(commands)
    _site_check(commands)
    _calibrate(commands)
    _study(commands)
    _participants(commands)
    _words(commands)
    return parser


def _window(arguments: argparse.Namespace) -> int:
    from qst_station.gui.app import run

    return run([], data=_data_folder(arguments.data), demo=False, seed=0)


def _data_folder(given: Path | None) -> Path:
    if given is not None:
        return given
    from platformdirs import user_data_path

    return user_data_path("qst-station", appauthor=False)


def _demo(commands: argparse._SubParsersAction[_Parser]) -> None:
    demo = commands.add_parser("demo", help="one simulated visit")
    demo.add_argument("--headless", action="store_true", help="without a window, in virtual time")
    demo.add_argument("--wire", action="store_true", help="over pty or TCP, pyserial and real threads")
    demo.add_argument("--seed", type=int, default=1, help="same seed, same trials (default: 1)")
    demo.add_argument("--out", type=Path, default=None, help="folder (default: that of --data, or demo-data)")
    demo.add_argument("--json", action="store_true", help="print the journal, each durable answer and the session")
    demo.set_defaults(run=_run_demo)


def _run_demo(arguments: argparse.Namespace) -> int:
    out = arguments.out or arguments.data or Path("demo-data")
    if not (arguments.headless or arguments.wire or arguments.json):
        from qst_station.gui.app import run

        return run([], data=out, demo=True, seed=arguments.seed)
    from qst_station.cli.demo import demo

    return demo(out, seed=arguments.seed, wire=arguments.wire, as_json=arguments.json)


def _training(commands: argparse._SubParsersAction[_Parser]) -> None:
    from qst_station.cli.training import add_feedback_arguments, add_train_arguments

    add_train_arguments(commands.add_parser("train", help="learn the battery on a simulated participant"))
    add_feedback_arguments(commands.add_parser("training-feedback", help="how a training visit went"))


def _simulate(commands: argparse._SubParsersAction[_Parser]) -> None:
    simulate = commands.add_parser("simulate", help="serve a simulated device until interrupted")
    simulate.add_argument("gauge", metavar="GAUGE", help="name from gauges, FILE.toml or capture:FILE")
    simulate.add_argument("--transport", choices=("pty", "tcp"), default=None)
    simulate.add_argument("--load", default=None, help="hold:N, ramp:N_PER_S:MAX_N, hair:MN or csv:FILE")
    simulate.add_argument("--fault", default="", help="comma list such as garble@2s,unplug@5s:3s,silence@9s:1s")
    simulate.add_argument("--seed", type=int, default=0)
    simulate.add_argument(
        "--press", type=_positive, default=None, metavar="EVERY", help="press the button every so many seconds"
    )

    def run(arguments: argparse.Namespace) -> int:
        from qst_station.cli.devices import simulate as serve

        return serve(
            arguments.gauge,
            data=_data_folder(arguments.data),
            transport=arguments.transport,
            load=arguments.load,
            fault=arguments.fault,
            seed=arguments.seed,
            press_every_s=arguments.press,
        )

    simulate.set_defaults(run=run)


def _read(commands: argparse._SubParsersAction[_Parser]) -> None:
    read = commands.add_parser("read", help="readings of a device")
    read.add_argument("url", metavar="URL", help="device path, COM5 or socket://HOST:PORT")
    read.add_argument("--gauge", required=True, help="name from gauges, or FILE.toml")
    read.add_argument("--pattern", default=None, help="line pattern of a text-line gauge")
    read.add_argument("--unit", default=None, help="unit of lines that carry none")
    _link_options(read)
    read.add_argument("--seconds", type=_positive, default=None)
    read.add_argument("--count", type=_positive_int, default=None)
    read.add_argument("--json", action="store_true")

    def run(arguments: argparse.Namespace) -> int:
        from qst_station.cli.devices import read as read_device

        return read_device(
            arguments.url,
            gauge=arguments.gauge,
            data=_data_folder(arguments.data),
            options={name: getattr(arguments, name) for name in ("pattern", "unit", "baud", "format")},
            seconds=arguments.seconds,
            count=arguments.count,
            as_json=arguments.json,
        )

    read.set_defaults(run=run)


def _link_options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--baud", type=_positive_int, default=None, help="baud rate, if it is not the usual one")
    parser.add_argument("--format", default=None, help="data bits, parity and stop bits, such as 7E1")


def _gauges(commands: argparse._SubParsersAction[_Parser]) -> None:
    gauges = commands.add_parser("gauges", help="the gauges this station knows, and how well")
    gauges.add_argument("--json", action="store_true")

    def run(arguments: argparse.Namespace) -> int:
        from qst_station.cli.gauges import gauges as list_gauges

        return list_gauges(_data_folder(arguments.data), as_json=arguments.json)

    gauges.set_defaults(run=run)


def _ports(commands: argparse._SubParsersAction[_Parser]) -> None:
    ports = commands.add_parser("ports", help="the serial ports of this computer; none is opened")
    ports.add_argument("--json", action="store_true")

    def run(arguments: argparse.Namespace) -> int:
        from qst_station.cli.ports import ports as list_ports

        return list_ports(as_json=arguments.json)

    ports.set_defaults(run=run)


def _identify(commands: argparse._SubParsersAction[_Parser]) -> None:
    identify = commands.add_parser("identify", help="which gauge is behind a port")
    identify.add_argument("url", metavar="URL", help="device path, COM5 or socket://HOST:PORT")
    identify.add_argument("--seconds", type=_positive, default=2.5, help="listen so long before asking (2.5)")
    identify.add_argument("--json", action="store_true")

    def run(arguments: argparse.Namespace) -> int:
        from qst_station.cli.ports import identify as identify_device

        return identify_device(arguments.url, seconds=arguments.seconds, as_json=arguments.json)

    identify.set_defaults(run=run)


def _capture(commands: argparse._SubParsersAction[_Parser]) -> None:
    capture = commands.add_parser("capture", help="every byte of a device to a file, for support and replay")
    capture.add_argument("url", metavar="URL", help="device path, COM5 or socket://HOST:PORT")
    capture.add_argument("--out", type=Path, required=True, metavar="FILE")
    capture.add_argument("--gauge", default=None, help="ask as for this gauge or FILE.toml; else nothing is sent")
    _link_options(capture)
    capture.add_argument("--seconds", type=_positive, default=None)

    def run(arguments: argparse.Namespace) -> int:
        from qst_station.cli.ports import capture as capture_device

        return capture_device(
            arguments.url,
            arguments.out,
            gauge=arguments.gauge,
            data=_data_folder(arguments.data),
            baud=arguments.baud,
            byte_format=arguments.format,
            seconds=arguments.seconds,
        )

    capture.set_defaults(run=run)


def _seal(commands: argparse._SubParsersAction[_Parser]) -> None:
    seal = commands.add_parser("seal", help="make the session of a journal, also of an interrupted one")
    seal.add_argument("journal", type=Path, metavar="JOURNAL")
    seal.add_argument("--out", type=Path, default=None, metavar="FILE")
    seal.add_argument("--json", action="store_true")

    def run(arguments: argparse.Namespace) -> int:
        from qst_station.cli.sessions import seal as seal_journal

        return seal_journal(arguments.journal, arguments.out, as_json=arguments.json)

    seal.set_defaults(run=run)


def _verify(commands: argparse._SubParsersAction[_Parser]) -> None:
    verify = commands.add_parser("verify", help="compute every result again and compare")
    verify.add_argument("files", type=Path, nargs="+", metavar="FILE")
    verify.add_argument("--json", action="store_true")

    def run(arguments: argparse.Namespace) -> int:
        from qst_station.cli.sessions import verify as verify_files

        return verify_files(arguments.files, as_json=arguments.json)

    verify.set_defaults(run=run)


def _replay(commands: argparse._SubParsersAction[_Parser]) -> None:
    replay = commands.add_parser("replay", help="run the machines again on the recorded events")
    replay.add_argument("source", type=Path, metavar="FILE|JOURNAL")
    replay.add_argument("--json", action="store_true")

    def run(arguments: argparse.Namespace) -> int:
        from qst_station.cli.sessions import replay as replay_source

        return replay_source(arguments.source, as_json=arguments.json)

    replay.set_defaults(run=run)


def _score(commands: argparse._SubParsersAction[_Parser]) -> None:
    score = commands.add_parser("score", help="z-scores for a tidy table")
    score.add_argument("table", type=Path, metavar="TABLE.csv")
    score.add_argument("--norms", default="magerl2010", metavar="NAME")
    score.add_argument("--out", type=Path, default=None, metavar="FILE")

    def run(arguments: argparse.Namespace) -> int:
        from qst_station.scoring.table import score_table

        score_table(arguments.table, arguments.out, arguments.norms)
        return DONE

    score.set_defaults(run=run)


def _export(commands: argparse._SubParsersAction[_Parser]) -> None:
    export = commands.add_parser("export", help="tidy tables of sealed sessions")
    export.add_argument("paths", type=Path, nargs="+", metavar="PATH")
    export.add_argument("--format", choices=("csv",), default="csv")
    export.add_argument("--out", type=Path, required=True, metavar="DIR")
    export.add_argument("--include-simulated", action="store_true", help="practice and simulated sessions too")

    def run(arguments: argparse.Namespace) -> int:
        from qst_station.cli.sessions import export as export_sessions

        return export_sessions(arguments.paths, arguments.out, include_simulated=arguments.include_simulated)

    export.set_defaults(run=run)


def _limb(commands: argparse._SubParsersAction[_Parser]) -> None:
    from qst_station.cli.limb import add_arguments

    add_arguments(commands.add_parser("limb", help="limb volume, agreement of readers"), _data_folder)


def _site_check(commands: argparse._SubParsersAction[_Parser]) -> None:
    from qst_station.cli.site_check import add_arguments

    add_arguments(commands.add_parser("site-check", help="do sixteen healthy volunteers look healthy?"))


def _calibrate(commands: argparse._SubParsersAction[_Parser]) -> None:
    from qst_station.cli.calibrate_arguments import add_arguments

    calibrate = commands.add_parser("calibrate", help="the register of instruments and its certificates")
    add_arguments(calibrate, _data_folder)


def _study(commands: argparse._SubParsersAction[_Parser]) -> None:
    from qst_station.cli.study import add_study_arguments

    add_study_arguments(commands.add_parser("study", help="check a study document, plan visits"), _data_folder)


def _participants(commands: argparse._SubParsersAction[_Parser]) -> None:
    from qst_station.cli.participants import add_arguments

    add_arguments(commands.add_parser("participants", help="who is due for what"), _data_folder)


def _words(commands: argparse._SubParsersAction[_Parser]) -> None:
    from qst_station.cli.words import add_arguments

    add_arguments(commands.add_parser("words", help="what is read aloud to participants"), _data_folder)


def _positive(text: str) -> float:
    value = float(text)
    if not 0.0 < value < 1e9:
        raise argparse.ArgumentTypeError(f"{text} is no number of seconds above 0")
    return value


def _positive_int(text: str) -> int:
    value = int(text)
    if value < 1:
        raise argparse.ArgumentTypeError(f"{text} is no count of 1 or more")
    return value
