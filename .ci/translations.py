"""The words of the window for the translators: what the engine says, the `.ts` files and the `.qm` files.

`make translations` runs it, after any change of a word; a `.ts` file named as an argument is brought up to date
too, or begun. It writes

- `engine_texts.py`: the texts of the engine and of the packaged documents, gathered from their sources, where
  `lupdate` sees them;
- `qst_station_<language>.ts`: what `lupdate` finds, with the translations so far; `unfinished` marks what is new;
- `qst_station_<language>.qm`: what the program reads, made by `lrelease`.
"""

from __future__ import annotations

import ast
import functools
import itertools
import re
import subprocess
import sys
import tomllib
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

ROOT = Path(__file__).resolve().parent.parent
GUI = "qst_station/gui"
FOLDER = f"{GUI}/translations"
TEXTS = f"{FOLDER}/engine_texts.py"

_SOURCES = tomllib.loads((ROOT / ".ci/translations.toml").read_text(encoding="utf-8"))
# Keys of a document whose text is read by a person, and those that hold a list of such texts.
DOCUMENT_KEYS = re.compile(
    r"title|label|text|instruction|question|(yes|no)_label|anchor_(low|high)|(low|high)_anchor|how|what|why"
    r"|participant_help|recall_period|score_title|category|words|[a-z_]+_reasons|sample|reader|sittings"
    r"|variants|positions|mend_label|done|missing|no_z|hand|foot"
)
# Files whose fields and names are shown as words.
NAMED_FIELDS = "qst_station/calibrating/entries.py"
NAMED_SETTINGS = "calibration/methods"
_VALUE = re.compile(r"(?<!\{)\{(\w+)\}")
_PROSE = re.compile(r"[a-z]{2}[,:;.?]? +[\w{(]|[\w})\]] +\(?[a-z]{2}|^[A-Z]{2,} [a-z]")
_CODE = re.compile(r"\n|^<|/>|BEGIN |PRAGMA |SELECT |INSERT |^[A-Z_]+, |tuple\[|^ *#|\\")


def main(named: list[Path]) -> int:
    """Bring everything up to date, and say what is left to translate."""
    texts = engine_texts(ROOT)
    (ROOT / TEXTS).write_text(module(texts, hidden_texts(ROOT)), encoding="utf-8")
    left = 0
    for ts in [*sorted((ROOT / FOLDER).glob("*.ts")), *named]:
        if ts.exists():
            follow_names(ts, texts)
        lupdate(ROOT, ts)
        lrelease(ts, ts.with_suffix(".qm"))
        unfinished = ts.read_text(encoding="utf-8").count('type="unfinished"')
        sys.stdout.write(f"{ts.name}: {unfinished} left to translate\n")
        left += unfinished
    return 1 if left else 0


def lupdate(root: Path, ts: Path) -> None:
    """Bring a `.ts` file up to date with the sources below ``root``."""
    _run(
        "pyside6-lupdate",
        *("-silent", "-extensions", "py", "-locations", "none", "-no-obsolete", "-sort-messages"),
        *("-disable-heuristic", "similartext", "-disable-heuristic", "sametext"),
        *(str(root / GUI), "-ts", str(ts)),
    )


def follow_names(ts: Path, texts: list[str]) -> None:
    """Keep a translation whose text is the same but for the names of its values, which are those of the code."""
    now = {_bare(text): text for text in texts}
    tree = ElementTree.parse(ts)
    for message in tree.getroot().iterfind("context[name='engine']/message"):
        source, translation = message.find("source"), message.find("translation")
        text = now.get(_bare(source.text)) if source is not None and source.text else None
        if text is None or text == source.text or not translation.text:
            continue
        names = dict(zip(_VALUE.findall(source.text), _VALUE.findall(text), strict=True))
        translation.text = _VALUE.sub(lambda found, names=names: f"{{{names[found[1]]}}}", translation.text)
        source.text = text
    tree.write(ts, encoding="utf-8", xml_declaration=True)


def _bare(text: str) -> str:
    return _VALUE.sub("{}", text)


def lrelease(ts: Path, qm: Path) -> None:
    """Make the file that the program reads; an unfinished text stays English."""
    _run("pyside6-lrelease", "-silent", str(ts), "-qm", str(qm))


def _run(tool: str, *args: str) -> None:
    subprocess.run([str(Path(sys.executable).with_name(tool)), *args], check=True, timeout=120)


def module(texts: list[str], hidden: list[str]) -> str:
    """The source of the module that holds the texts."""
    return (
        '"""What the engine says, a name where a value stands. Made by `make translations`; do not edit."""\n\n'
        "# ruff: noqa: E501\n# fmt: off\n\n"
        "from typing import Any\n\nfrom PySide6.QtCore import QT_TRANSLATE_NOOP\n\n"
        f"TEXTS: tuple[Any, ...] = (\n{_lines('engine', texts)})\n\n"
        "# Words of the window inside an f-string, where lupdate does not look.\n"
        f"HIDDEN: tuple[Any, ...] = (\n{_lines('', hidden)})\n"
    )


def _lines(context: str, texts: list[str]) -> str:
    return "".join(f'    QT_TRANSLATE_NOOP("{context}", {_quoted(text)}),\n' for text in texts)


def _quoted(text: str) -> str:
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n") + '"'


def hidden_texts(root: Path) -> list[str]:
    """The window's own words that stand inside an f-string, sorted."""
    found: set[str] = set()
    for path in (root / GUI).rglob("*.py"):
        for node in ast.walk(_tree(path)):
            if isinstance(node, ast.JoinedStr):
                found |= {each.args[0].value for each in ast.walk(node) if _is_tr(each)}
    return sorted(found)


def _is_tr(node: ast.AST) -> bool:
    match node:
        case ast.Call(func=ast.Name(id="tr"), args=[ast.Constant(value=str())]):
            return True
    return False


def engine_texts(root: Path) -> list[str]:
    """All texts that come from below the window, sorted; a brace that is meant is doubled."""
    found: dict[str, str] = {}  # without the names of its values: which of two equal texts names them is settled
    for text in itertools.chain(
        _SOURCES["words"], _spoken(root), _coded(root), _found_by_the_window(root), _documented(root)
    ):
        text = " ".join(text.split())
        found[_bare(text)] = min(found.get(_bare(text), text), text)
    return sorted(found.values())


def _spoken(root: Path) -> Iterator[str]:
    for path in _files(root, ".py"):
        yield from texts_of_code(_tree(path), cites=path.is_relative_to(root / "drivers"))


def _files(root: Path, ending: str) -> Iterator[Path]:
    silent = tuple(f"{root}/{name}" for name in _SOURCES["silent"])
    for name in _SOURCES["speakers"]:
        top = root / name
        for path in sorted(top.rglob(f"*{ending}")) if top.is_dir() else [top]:
            if path.suffix == ending and not str(path).startswith(silent):
                yield path


# Out of code


def _coded(root: Path) -> Iterator[str]:
    """The words of a closed list (a role, a status, a grade), which the window shows with blanks."""
    for path in _files(root, ".py"):
        for node in ast.walk(_tree(path)):
            match node:
                case ast.Subscript(value=ast.Name(id="Literal"), slice=inside):
                    yield from _code_words(ast.walk(inside))
                case ast.ClassDef(bases=[ast.Name(id="StrEnum")], body=body):
                    yield from _code_words(each.value for each in body if isinstance(each, ast.Assign))
    for node in ast.walk(_tree(root / NAMED_FIELDS)):
        if isinstance(node, ast.AnnAssign) and isinstance(node.target, ast.Name):
            yield node.target.id.strip("_").replace("_", " ").lower()
        elif isinstance(node, ast.Dict):
            yield from _code_words(key for key in node.keys if key is not None)


def _code_words(nodes: Iterable[ast.AST]) -> Iterator[str]:
    for node in nodes:
        if isinstance(node, ast.Constant) and re.fullmatch(r"[a-z][a-z_ -]{2,}", str(node.value)):
            yield re.sub("[_-]", " ", str(node.value))


def _found_by_the_window(root: Path) -> Iterator[str]:
    """What the window itself finds, which it shows like the findings of the engine."""
    for path in sorted((root / GUI).glob("*.py")):
        for node in ast.walk(_tree(path)):
            if isinstance(node, ast.Dict):
                for key, value in zip(node.keys, node.values, strict=True):
                    if isinstance(key, ast.Constant) and key.value in ("happened", "safe", "remedy"):
                        yield from texts_of_code(value)


@functools.cache
def _tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


def texts_of_code(tree: ast.AST, *, cites: bool = False) -> Iterator[str]:
    """The texts of a module that read like words to a person, with a name where a value stands.

    Parameters
    ----------
    tree : ast.AST
    cites : bool
        Its arguments ``source`` are citations.
    """
    passed = set(_not_for_people(tree))
    if cites:
        citations = (
            each.value for each in ast.walk(tree) if isinstance(each, ast.keyword) and each.arg == "source"
        )
        passed |= {id(part) for citation in citations for part in ast.walk(citation)}
    for node in ast.walk(tree):
        if id(node) in passed:
            continue
        if isinstance(node, ast.JoinedStr):
            yield from (text for text in _templates(node) if _is_prose(text))
            yield from _words_of(node)
        elif isinstance(node, ast.Constant) and isinstance(node.value, str) and _is_prose(node.value):
            yield _formatted(node.value)


def _formatted(text: str) -> str:
    """A plain text with names where `str.format` will put values; any other brace is meant."""
    held = re.sub(r"\{([a-z_]+)(:[^}]*)?\}", "\x01\\1\x02", text).replace("{", "{{").replace("}", "}}")
    return held.replace("\x01", "{").replace("\x02", "}")


def _is_prose(text: str) -> bool:
    bare = re.sub(r"\{\w+\}", "{x}", text)
    letters = re.sub(r"\{\w+\}", "", text)
    return bool(_PROSE.search(bare) and re.search(r"[A-Za-z]{2}", letters)) and not _CODE.search(text)


def _not_for_people(tree: ast.AST) -> Iterator[int]:
    """Docstrings, annotations, patterns, parts of an f-string: strings that are not a text of their own."""
    for node in ast.walk(tree):
        inside: list[ast.AST | None] = []
        match node:
            case ast.Expr(value=ast.Constant() as alone):
                yield id(alone)
            case ast.JoinedStr(values=values):
                yield from (id(value) for value in values)
                held = [v for v in values if isinstance(v, ast.FormattedValue)]
                inside = [v.format_spec for v in held] + [v.value for v in held if _choice(v.value)]
            case ast.AnnAssign(annotation=annotation) | ast.arg(annotation=annotation):
                inside = [annotation]
            case ast.FunctionDef(returns=returns):
                inside = [returns]
            case ast.Assert(msg=message):
                inside = [message]
            case ast.Call(func=func, args=args) if _name(func) in ("compile", "execute", "executescript", "match"):
                inside = list(args)
            case ast.Call(func=ast.Attribute(value=ast.Name(id="_log")), args=args):
                inside = list(args)
            case ast.keyword(arg="provenance" | "code", value=value):
                inside = [value]
        for top in inside:
            yield from (id(each) for each in ast.walk(top) if top is not None) if top is not None else ()


def _templates(node: ast.JoinedStr) -> Iterator[str]:
    """The text with names for its values; one for each way of an inline choice between two texts."""
    parts: list[list[str]] = []
    names: dict[str, str] = {}
    for value in node.values:
        if isinstance(value, ast.FormattedValue):
            chosen = _choice(value.value)
            parts.append(chosen or ["{" + _unique(_name(value.value), ast.unparse(value.value), names) + "}"])
        else:
            assert isinstance(value, ast.Constant)
            parts.append([str(value.value).replace("{", "{{").replace("}", "}}")])
    for way in itertools.product(*parts):
        yield "".join(way)


def _choice(value: ast.expr) -> list[str]:
    match value:
        case ast.IfExp(body=ast.Constant(value=str(one)), orelse=ast.Constant(value=str(other))):
            return [one, other]
    return []


def _words_of(node: ast.JoinedStr) -> Iterator[str]:
    """Words that stand for a value, such as `none` for an empty list."""
    for value in node.values:
        if isinstance(value, ast.FormattedValue) and isinstance(value.value, ast.BoolOp):
            last = value.value.values[-1]
            if isinstance(last, ast.Constant) and isinstance(last.value, str) and last.value.isalpha():
                yield last.value


def _unique(name: str, source: str, names: dict[str, str]) -> str:
    number = 2
    unique = name
    while names.setdefault(unique, source) != source:
        unique, number = f"{name}_{number}", number + 1
    return unique


def _name(value: ast.expr | None) -> str:
    """A name that tells a translator what will stand there."""
    match value:
        case ast.Name(id=name) | ast.Attribute(attr=name):
            return name.strip("_").lower()
        case ast.Call(func=ast.Attribute(attr="join"), args=[one]):
            return _name(one)
        case ast.Call(args=[one, *_]):
            return _name(one)
        case ast.Call(func=ast.Attribute(value=one)) | ast.Subscript(value=one) | ast.IfExp(body=one):
            return _name(one)
        case ast.BinOp(left=one, right=other):
            return _name(other if isinstance(one, ast.Constant) else one)
        case ast.BoolOp(values=[one, *_]) | ast.GeneratorExp(elt=one) | ast.UnaryOp(operand=one):
            return _name(one)
    return "value"


# Out of documents


def _documented(root: Path) -> Iterator[str]:
    paths = itertools.chain(_files(root, ".toml"), (root / "qst_station/ratings").glob("*.toml"))
    for path in paths:
        yield from texts_of_document(tomllib.loads(path.read_text(encoding="utf-8")))
    for path in (root / "protocols/words").glob("*.toml"):  # only what is said about them
        document = tomllib.loads(path.read_text(encoding="utf-8"))
        yield from texts_of_document(document.get("provenance", []))
    for path in (root / NAMED_SETTINGS).glob("*.toml"):
        names = re.findall(r'^name = "(\w+)"', path.read_text(encoding="utf-8"), re.MULTILINE)
        yield from (name.replace("_", " ") for name in names)


def texts_of_document(document: Any, key: str = "") -> Iterator[str]:
    """The texts of a document that a person reads."""
    if isinstance(document, dict):
        checked = document.get("grade", "unverified") != "unverified"
        for name, value in document.items():
            if not (checked and name == "what"):  # only what nobody has checked is shown
                yield from texts_of_document(value, name)
    elif isinstance(document, list):
        for value in document:
            yield from texts_of_document(value, key)
    elif isinstance(document, str) and DOCUMENT_KEYS.fullmatch(key) and re.search(r"[A-Za-z]{2}", document):
        shown = document.replace("-", " ") if key in ("variants", "positions") else document
        yield shown.replace("{", "{{").replace("}", "}}")


if __name__ == "__main__":
    sys.exit(main([Path(name).resolve() for name in sys.argv[1:]]))
