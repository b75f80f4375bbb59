"""The other languages are complete: sources, `.ts` files and the `.qm` files that are read belong together."""

from __future__ import annotations

import ast
import importlib.util
import re
import shutil
import sys
import time
import xml.etree.ElementTree as ET
from collections.abc import Iterable, Iterator
from pathlib import Path
from types import ModuleType

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtWidgets import QApplication

from qst_station.gui import words
from qst_station.gui.engine_words import EngineWords
from qst_station.gui.translations.engine_texts import TEXTS

ROOT = Path(__file__).parents[2]
GUI = ROOT / "qst_station/gui"
TS_FILES = sorted((GUI / "translations").glob("*.ts"))
RUN = "run `make translations`, translate what is unfinished in the .ts files, and run it again"


def _tool() -> ModuleType:
    spec = importlib.util.spec_from_file_location("translations", ROOT / ".ci/translations.py")
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    sys.modules["translations"] = module  # what is pickled or inspected must be found again
    spec.loader.exec_module(module)
    return module


tool = _tool()


def _messages(ts: Path) -> Iterator[tuple[str, str, str | None, str]]:
    """Context, source, translation (None where unfinished or special) of a `.ts` file."""
    for context in ET.parse(ts).getroot().iter("context"):
        name = context.findtext("name") or ""
        for message in context.iter("message"):
            translation = message.find("translation")
            assert translation is not None
            plain = translation.get("type") is None and not len(translation) and message.find("comment") is None
            text = translation.text if plain else None
            yield name, message.findtext("source") or "", text, message.findtext("comment") or ""


@pytest.fixture(autouse=True, scope="module")
def no_tree_stays() -> Iterator[None]:
    """Each later search for garbage would walk through half a million nodes."""
    yield
    tool._tree.cache_clear()


@pytest.fixture
def english_again(qapp: QApplication) -> Iterator[None]:
    yield
    words.speak("en")


def test_there_is_german() -> None:
    assert "qst_station_de.ts" in [ts.name for ts in TS_FILES]
    assert words.LANGUAGES["de"] == "Deutsch"


def test_the_texts_of_the_engine_are_those_of_its_sources() -> None:
    made = tool.module(tool.engine_texts(ROOT), tool.hidden_texts(ROOT))
    assert (ROOT / tool.TEXTS).read_text(encoding="utf-8") == made, RUN


@pytest.mark.parametrize("ts", TS_FILES, ids=lambda ts: ts.stem)
def test_lupdate_finds_nothing_new_and_nothing_gone(ts: Path, tmp_path: Path) -> None:
    again = shutil.copy(ts, tmp_path / ts.name)
    tool.lupdate(ROOT, again)
    now, kept = ({m[:2] for m in _messages(path)} for path in (again, ts))
    assert sorted(now - kept) == [], RUN
    assert sorted(kept - now) == [], RUN


@pytest.mark.parametrize("ts", TS_FILES, ids=lambda ts: ts.stem)
def test_everything_is_translated_and_keeps_its_values(ts: Path) -> None:
    for context, source, translation, comment in _messages(ts):
        assert not comment, f"{source!r}: give tr() no text but the first"
        assert translation, f"{source!r} is not translated: {RUN}"
        assert _placeholders(source) == _placeholders(translation), source
        for cut in (slice(0, 1), slice(-1, None)):
            assert source[cut].isspace() == translation[cut].isspace(), source
        assert source.count("\n") == translation.count("\n"), source
        if context == "engine":
            for side_by_side in re.findall(r"(?:\{\w+\}){2,}", source.replace("{{", "").replace("}}", "")):
                assert side_by_side in translation, f"{source!r}: where {side_by_side} is cut, nobody knows"


def _placeholders(text: str) -> set[str]:
    """Names with their format, as `{girth:.1f}`; a doubled brace is none."""
    return set(re.findall(r"\{[a-z_]\w*[^}]*\}", text.replace("{{", "").replace("}}", "")))


@pytest.mark.parametrize("ts", TS_FILES, ids=lambda ts: ts.stem)
def test_what_the_program_reads_is_made_of_the_translations(ts: Path, tmp_path: Path) -> None:
    qm = tmp_path / "made.qm"
    tool.lrelease(ts, qm)
    assert qm.read_bytes() == ts.with_suffix(".qm").read_bytes(), RUN


def test_lupdate_sees_every_word_of_the_window() -> None:
    sources = {source for ts in TS_FILES for _, source, *_ in _messages(ts)}
    unseen = []
    for path in sorted(GUI.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "tr":
                literal = node.args[0] if node.args else None
                if not isinstance(literal, ast.Constant) or literal.value not in sources:
                    unseen.append(f"{path.relative_to(ROOT)}:{node.lineno}: {ast.unparse(node)}")
    assert not unseen, f"tr() needs a literal; then {RUN}\n" + "\n".join(unseen)


# Calls whose texts a person sees or hears, and the names in them that nobody translates.
SHOWING = re.compile(
    r"set_?[Tt]ext|set(WindowTitle|Title|PlaceholderText|ToolTip|StatusTip|Accessible(Name|Description)|Prefix|Suffix)"
    r"|add(Item|Tab|Row|Action)|add_row|drawText|say|inquire|ask|miss|text_field|ChoiceRow|FittedText"
    r"|QLabel|QPushButton|QToolButton|QRadioButton|QCheckBox|QGroupBox"
)
NAMES = {"QST Station", "COM5, /dev/ttyUSB0, socket://…"}
WORDS = re.compile(r"[A-Za-z]{2,}\W* \W*[A-Za-z]|^\W*[A-Z][A-Za-z]{2,}| [a-z]{3}")


def test_nothing_is_shown_that_is_not_translated() -> None:
    bare = []
    for path in sorted(GUI.glob("*.py")):
        for call in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(call, ast.Call) and SHOWING.fullmatch(_called(call)):
                given = [*call.args, *(keyword.value for keyword in call.keywords)]
                bare += [f"{path.relative_to(ROOT)}:{text.lineno}: {text.value!r}" for text in _bare_texts(given)]
    assert not bare, "wrap it in tr(), or in told() if the engine says it:\n" + "\n".join(bare)


def _called(call: ast.Call) -> str:
    return getattr(call.func, "attr", getattr(call.func, "id", ""))


def _bare_texts(given: Iterable[ast.AST]) -> Iterator[ast.Constant]:
    """Texts that read like words and are not within another call, such as `tr`; a code is one small word."""
    for node in given:
        if isinstance(node, ast.Constant):
            text = node.value if isinstance(node.value, str) else ""
            if text not in NAMES and re.search(
                r"[A-Za-z]{2,}\W* \W*[A-Za-z]|^\W*[A-Z][A-Za-z]{2,}| [a-z]{3}", text
            ):
                yield node
        elif isinstance(node, ast.FormattedValue):
            yield from _bare_texts([node.value])
        elif not isinstance(node, ast.Call | ast.Lambda | ast.Compare | ast.Subscript):
            yield from _bare_texts(ast.iter_child_nodes(node))


# What the engine says


def _upside_down(text: str) -> str:
    """A translation that nobody could take for the source, with the same values."""
    return "".join(part if part.startswith("{") else part.swapcase() for part in re.split(r"(\{[^}]*\})", text))


ENGINE = EngineWords(TEXTS, _upside_down)
WITH_VALUES = [text for text in TEXTS if "{" in text.replace("{{", "")]


@given(st.sampled_from(WITH_VALUES), st.data())
def test_a_text_with_values_is_found_and_keeps_them(template: str, data: st.DataObject) -> None:
    names = sorted(set(re.findall(r"(?<!\{)\{(\w+)\}", template)))
    numbers = st.one_of(
        st.integers(-(10**6), 10**6).map(str), st.floats(-1e4, 1e4).map(lambda number: f"{number:.3f}")
    )
    values = {name: data.draw(numbers, label=name) for name in names}
    text = template.format(**values)
    said = ENGINE(text)
    assert said != text
    assert all(value in said for value in values.values())


def test_values_that_are_words_are_translated_in_their_place() -> None:
    engine = EngineWords(
        ["series {done} of {all}, {arrow}", "rising forces", "Paused: {reason}"],
        {
            "series {done} of {all}, {arrow}": "Reihe {done} von {all}, {arrow}",
            "rising forces": "steigende Kräfte",
            "Paused: {reason}": "Pause: {reason}",
        }.__getitem__,
    )
    assert engine("series 3 of 10, rising forces") == "Reihe 3 von 10, steigende Kräfte"
    assert engine("Paused: telephone") == "Pause: telephone"


@pytest.mark.parametrize(
    ("english", "german"),
    [
        ("Ramp good: 52 kPa/s (40 to 60 asked for).", "Rampe gut: 52 kPa/s (verlangt: 40 bis 60)."),
        (
            "Too fast: 80 kPa/s (40 to 60 asked for). The device is back.",
            "Zu schnell: 80 kPa/s (verlangt: 40 bis 60). Das Gerät ist wieder da.",
        ),
        ("The device is back.", "Das Gerät ist wieder da."),
        ("the test waits for an answer or a number", "der Test wartet auf eine Antwort oder eine Zahl"),
        ("hair 0.25 mN, hair 16 mN (+17)", "Haar 0.25 mN, Haar 16 mN (+17)"),
        ("MDT, test area; PPT, control area", "MDT, Testareal; PPT, Kontrollareal"),
        (
            "Certificate C-1 of 2026-03-01 holds until 2026-06-09. The check of 2026-03-02 gave a warning: x.",
            "Kalibrierschein C-1 vom 2026-03-01 gilt bis 2026-06-09. "
            "Die Prüfung vom 2026-03-02 ergab eine Warnung: x.",
        ),
        (
            "Certificate C-1 of 2026-03-01 does not expire: the sponsor has set no interval. "
            "The check of 2026-03-02 gave a warning: x.",
            "Kalibrierschein C-1 vom 2026-03-01 läuft nicht ab: der Sponsor hat keine Frist festgelegt. "
            "Die Prüfung vom 2026-03-02 ergab eine Warnung: x.",
        ),
        (
            "this is not the gauge that is remembered: it is no. B111, not no. B222",
            "das ist nicht das gemerkte Gerät: es hat Nr. B111, nicht Nr. B222",
        ),
        (
            "Today is 1 day after the day of day-30, 2026-03-01; its window is 2026-02-22 to 2026-02-28 "
            "(a default of this program that nobody has checked).",
            "Heute ist 1 Tag nach dem Tag von Tag 30, 2026-03-01; das Zeitfenster ist 2026-02-22 bis 2026-02-28 "
            "(eine Voreinstellung dieses Programms, die niemand geprüft hat).",
        ),
        ("LEFT HAND of P-0123, Müller's notes", "LEFT HAND of P-0123, Müller's notes"),
    ],
)
def test_texts_are_known_where_they_are_built_of_parts(english: str, german: str, english_again: None) -> None:
    """A sentence that may follow or not, a capital, an "or", a list, and what is nobody's text."""
    words.speak("de")
    assert words.told(english) == german


@pytest.mark.parametrize(
    ("english", "german"),
    [
        ("Entries", "Eingaben"),
        ("Pace", "Takt"),
        ("Ramps", "Rampen"),
        ("Criterion", "Kriterium"),
        ("Reported", "Berichtet"),
        ("Girths", "Umfänge"),
        ("Circumferences", "Umfänge"),
    ],
)
def test_single_words_that_are_named_for_the_translators(english: str, german: str, english_again: None) -> None:
    words.speak("de")
    assert words.told(english) == german


def test_texts_in_a_row_are_translated_one_by_one() -> None:
    german = {"The disk is full.": "Der Datenträger ist voll.", "Close it first.": "Schließen Sie sie zuerst."}
    engine = EngineWords(german, german.__getitem__)
    assert engine("The disk is full. Close it first.") == "Der Datenträger ist voll. Schließen Sie sie zuerst."
    assert engine("device-1: The disk is full.") == "device-1: Der Datenträger ist voll."


@given(st.text(alphabet="QXZ0123456789 .,:;-_/'{}", max_size=60))
def test_what_nothing_fits_stays_as_it_is(text: str) -> None:
    assert ENGINE(text) == text


def test_two_texts_that_fit_are_told_apart_by_their_letters() -> None:
    german = {"{what} is missing": "{what} fehlt", "the gauge {name} is missing": "der Kraftmesser {name} fehlt"}
    engine = EngineWords(german, german.__getitem__)
    assert engine("the gauge left is missing") == "der Kraftmesser left fehlt"


def test_what_the_window_gave_to_record_comes_before_a_text_of_the_engine_with_a_value() -> None:
    own = {"participant did not understand": "Person hat nicht verstanden"}
    german = {"participant {name}": "Person {name}"}
    engine = EngineWords(german, german.__getitem__, own=lambda text: own.get(text, text))
    assert engine("participant did not understand") == "Person hat nicht verstanden"
    assert engine("participant P-0123") == "Person P-0123"


def test_a_text_that_was_said_before_costs_nothing(english_again: None) -> None:
    words.speak("de")
    text = "series 3 of 10, rising forces"
    assert words.told(text) == "Reihe 3 von 10, steigende Kräfte"
    least = min(_seconds(text) for _ in range(5))
    assert least < 20e-6, f"{least * 1e6:.1f} µs"


def _seconds(text: str) -> float:
    begin = time.perf_counter()
    for _ in range(100):
        words.told(text)
    return (time.perf_counter() - begin) / 100


# Languages


def test_english_is_what_stands_in_the_sources() -> None:
    assert words.told("Apply, then enter the answer.") == "Apply, then enter the answer."
    assert words.tr("Back") == "Back"


def test_the_window_speaks_german_and_english_again(english_again: None) -> None:
    words.speak("de")
    assert (words.tr("Back"), words.told("The visit is closed.")) == ("Zurück", "Die Visite ist geschlossen.")
    words.speak("en")
    assert (words.tr("Back"), words.told("The visit is closed.")) == ("Back", "The visit is closed.")


def test_a_site_adds_a_language_by_a_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, english_again: None
) -> None:
    monkeypatch.setattr(words, "LANGUAGES", dict(words.LANGUAGES))
    monkeypatch.setattr(words, "_files", dict(words._files))
    ts = tmp_path / "qst_station_nl.ts"
    ts.write_text(
        '<?xml version="1.0" encoding="utf-8"?><!DOCTYPE TS><TS version="2.1" language="nl"><context><name></name>'
        "<message><source>Back</source><translation>Terug</translation></message></context></TS>",
        encoding="utf-8",
    )
    tool.lrelease(ts, ts.with_suffix(".qm"))
    (tmp_path / "qst_station_fr.qm").write_bytes(b"damaged")
    words.look_for_languages(tmp_path)
    assert words.LANGUAGES["nl"] == "Nederlands"
    assert "fr" not in words.LANGUAGES
    assert (words.told_in("nl-BE", "Back"), words.told_in("fr", "Back")) == ("Terug", "")  # of a participant
    words.speak("nl")
    assert (words.tr("Back"), words.tr("Devices")) == ("Terug", "Devices")


def test_there_is_no_language_without_a_file() -> None:
    with pytest.raises(KeyError, match="language is 'xx'"):
        words.speak("xx")
