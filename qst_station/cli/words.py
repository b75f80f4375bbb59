"""`qst-station words`: what is read aloud to participants, and the site's own text."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable
from pathlib import Path

from qst_station.cli.output import DONE, FOUND, print_json


def add_arguments(parser: argparse.ArgumentParser, data_folder: Callable[[Path | None], Path]) -> None:
    """The actions of the command."""
    parser.add_argument("action", metavar="ACTION", choices=("list", "import", "show"), nargs="?", default="list")
    parser.add_argument(
        "words", metavar="WORDS", nargs="?", default="", help="import: FILE.toml; show: name or language"
    )
    parser.add_argument("--json", action="store_true")

    def run(arguments: argparse.Namespace) -> int:
        if (arguments.action == "list") == bool(arguments.words):
            parser.error("list takes nothing; import takes a file, show a name or a language")
        data = data_folder(arguments.data)
        if arguments.action == "import":
            return import_words(data, Path(arguments.words), as_json=arguments.json)
        if arguments.action == "show":
            return show_words(data, arguments.words, as_json=arguments.json)
        return list_words(data, as_json=arguments.json)

    parser.set_defaults(run=run)


def list_words(data: Path, *, as_json: bool) -> int:
    """List the words that a visit can choose; 1 where a file of the folder cannot be used."""
    from qst_station.station.words_asks import words_folder, words_row

    folder = words_folder(data)
    for words in folder.words.values():
        row = words_row(words)
        if as_json:
            print_json(row)
            continue
        whose = "imported here" if words.own else "packaged"
        print(f"{row['name']}\n    {row['language']}  {row['title']} {row['version']}, {row['author']} ({whose})")
        print(f"    sha256 {row['sha256']}; licence {row['licence']}; back-translation {row['back_translation']}")
        for mark in row["marks"]:
            print(f"    {mark}")
        _say_missing(row["missing"])
    for finding in folder.findings:
        print(finding.line(), file=sys.stderr)
    return FOUND if folder.findings else DONE


def import_words(data: Path, path: Path, *, as_json: bool) -> int:
    """Keep a document in the data folder, unchanged."""
    from qst_station.station.words_asks import words_folder, words_row

    words, new = words_folder(data).take_in(path)
    if as_json:
        print_json({**words_row(words), "imported": new})
    elif new:
        print(f"{words.name} is imported, sha256 {words.sha256}.")
        _say_missing(words_row(words)["missing"])
    else:
        print(f"{words.name} is this text already.")
    return DONE


def _say_missing(fields: list[str]) -> None:
    if fields:
        print(f"    not in it, and asked in English where no window speaks the language: {', '.join(fields)}")


def show_words(data: Path, name: str, *, as_json: bool) -> int:
    """Print a document as it is."""
    from qst_station.station.words_asks import words_folder, words_row

    words = words_folder(data).choose(name)
    if as_json:
        print_json({**words_row(words), "text": words.text})
    else:
        sys.stdout.write(words.text)
    return DONE
