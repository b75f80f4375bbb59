"""The documentation says what the program does: every name is there, and the commands in it run."""

from __future__ import annotations

import argparse
import ast
import importlib.util
import re
import shutil
import typing
from collections.abc import Iterator
from pathlib import Path

import h5py
import pytest

from drivers.catalogue import GAUGES
from drivers.link import Obstacle
from qst_station.cli.main import _parser
from qst_station.recording.chain import ChainFault
from qst_station.recording.user_block import read_summary
from qst_station.session.commands import ORDERS
from qst_station.station.engine_findings import NEWS
from qst_station.tables import TABLES
from tests.recorded_visit import TUTORIAL, blocks, run_block, tutorial_visit

__all__ = ["tutorial_visit"]

ROOT = Path(__file__).parents[1]
DOCS = ROOT / "docs"
REFERENCE = DOCS / "reference"
CODE = re.compile(r"[a-z]+\.[a-z_]+")
FAMILIES = {
    ("device.", "reason"): typing.get_args(Obstacle),
    ("device.", "what"): tuple(NEWS),
    ("chain.", "what"): typing.get_args(typing.get_type_hints(ChainFault)["what"]),
}


def text(path: Path) -> str:
    return path.read_text(encoding="utf-8")


def subcommands() -> dict[str, argparse.ArgumentParser]:
    """The commands of the program with their parsers."""
    for action in _parser()._actions:
        if isinstance(action, argparse._SubParsersAction):
            return dict(action.choices)
    raise AssertionError("no commands")


def written_codes(trees: list[ast.Module]) -> Iterator[ast.expr]:
    """What the modules give as `code`: to a finding, to a function that makes one, or in a plain dict."""
    nodes = [node for tree in trees for node in ast.walk(tree)]
    places = {
        node.name: [argument.arg for argument in node.args.args].index("code")
        for node in nodes
        if isinstance(node, ast.FunctionDef) and "code" in [argument.arg for argument in node.args.args]
    }
    for node in nodes:
        if isinstance(node, ast.Call):
            yield from (keyword.value for keyword in node.keywords if keyword.arg == "code")
            place = places.get(node.func.id) if isinstance(node.func, ast.Name) else None
            if place is not None and len(node.args) > place:
                yield node.args[place]
        elif isinstance(node, ast.Dict):
            for key, value in zip(node.keys, node.values, strict=True):
                if isinstance(key, ast.Constant) and key.value == "code":
                    yield value


def finding_codes() -> set[str]:
    """Every code of a finding in the source."""
    codes: set[str] = set()
    modules = [ast.parse(text(path)) for path in sorted((ROOT / "qst_station").rglob("*.py"))]
    for written in written_codes(modules):
        match written:
            case ast.Constant(value=str(code)) if CODE.fullmatch(code):
                codes.add(code)
            case ast.JoinedStr(
                values=[ast.Constant(value=str(area)), ast.FormattedValue(value=ast.Attribute(attr=what))]
            ):
                codes.update(f"{area}{name}" for name in FAMILIES[area, what])
    return codes


@pytest.mark.parametrize("command", subcommands())
def test_every_option_of_a_command_is_documented(command: str) -> None:
    page = text(REFERENCE / "command-line.md")
    section = re.search(rf"^## {command}\n(.*?)(?=^## |\Z)", page, re.DOTALL | re.MULTILINE)
    assert section, f"no section for {command}"
    for action in subcommands()[command]._actions:
        for name in action.option_strings or [action.metavar or action.dest]:
            assert name in ("-h", "--help") or str(name) in section[1], f"{command} {name}"


def test_options_of_the_window_are_documented() -> None:
    page = text(REFERENCE / "command-line.md")
    for action in _parser()._actions:
        assert all(name in page for name in action.option_strings if name != "-h")


def test_every_finding_has_a_row_and_every_row_a_finding() -> None:
    rows = re.findall(r"^\| `([a-z]+\.[a-z_]+)` \|", text(REFERENCE / "findings.md"), re.MULTILINE)
    assert len(rows) == len(set(rows))
    assert set(rows) == finding_codes()


def test_every_gauge_and_every_command_of_a_visit_is_documented() -> None:
    gauges, session = text(REFERENCE / "gauges.md"), text(REFERENCE / "session-file.md")
    for spec in GAUGES.values():
        section = gauges.partition(f"## {spec.name}:")[2].partition("\n## ")[0]
        assert spec.grade in section, spec.name
        for request in (spec.identify, spec.poll, spec.stream_start, spec.stream_stop, spec.zero):
            # Control characters (line ends, ESC) are written as words beside the code.
            for part in re.findall(r"[ -~]+", (request or b"").decode()):
                assert f"`{part}`" in section, (spec.name, request)
    for name, order in ORDERS.items():
        given = f" ({', '.join(order.args)})" if order.args else ""
        assert re.search(rf"`{name}`\s*{re.escape(given)}", session.replace("\n", " ")), name


@pytest.mark.parametrize("script", sorted(path.name for path in DOCS.glob("make_*.py")))
def test_generated_pages_are_up_to_date(script: str) -> None:
    spec = importlib.util.spec_from_file_location(f"docs_{Path(script).stem}", DOCS / script)
    assert spec is not None and spec.loader is not None
    made = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(made)
    if hasattr(made, "PAGE"):
        assert text(made.PAGE) == made.page(), "run `make docs`"


@pytest.mark.parametrize(
    "page", sorted(ROOT.glob("*.md")) + sorted(DOCS.rglob("*.md")), ids=lambda page: page.name
)
def test_links_lead_to_files(page: Path) -> None:
    for target in re.findall(r"(?<!!)\[[^\]]*\]\(([^)#]+)\)", text(page)):
        if "://" not in target:
            assert (page.parent / target).exists(), target


@pytest.fixture(scope="module")
def visit(tutorial_visit: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder in which the first block of the tutorial has been run: the session that all pages share."""
    return Path(shutil.copytree(tutorial_visit, tmp_path_factory.mktemp("docs") / "visit"))


PAGES = [page for page in sorted(DOCS.rglob("*.md")) if blocks(page)]


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_commands_of_a_page_run(page: Path, visit: Path) -> None:
    for block in blocks(page)[page == TUTORIAL :]:
        done = run_block(block, visit)
        assert done.returncode == 0, f"{block}\n{done.stdout}\n{done.stderr}"
        assert done.stdout or "replay" in block, block


def test_the_session_file_is_described(visit: Path) -> None:
    page = text(REFERENCE / "session-file.md")
    path = next((visit / "demo-data").glob("*.h5"))
    places: list[str] = []
    with h5py.File(path) as file:
        file.visititems(lambda name, item: places.append(f"/{name}") if isinstance(item, h5py.Dataset) else None)
        attributes = list(file.attrs)
        units = {name for place in places for name in file[place].attrs}
    for place in places:
        documented = re.sub(r"^/streams/[^/]+/", "/streams/NAME/", place)
        documented = "/inputs/..." if place.startswith("/inputs/") else documented
        assert f"`{documented}`" in page, place
    for name in (*attributes, *units, *read_summary(path)):
        assert f"`{name}`" in page, name
    for columns in TABLES.values():
        assert all(f"| `{column.name}` |" in page for column in columns)
