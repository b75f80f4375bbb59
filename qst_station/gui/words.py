"""The words of the window, in the language of the examiner; that of the participant is another matter.

The source language is English, also of everything that is recorded. `tr` is for the window's own words, which
`lupdate` finds by that name; `told` for what the engine says. A language is a file `qst_station_<code>.qm`: those
of the program lie in `translations`, a site's own in a folder of that name beside its data
(docs/how-to/translate.md).
"""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator

_FOLDER = Path(__file__).parent / "translations"
_FILE = re.compile(r"qst_station_([a-z]{2,3}(?:_[A-Z]{2})?)\.qm")

# Codes with the names that the languages give themselves; `look_for_languages` adds those of a site.
LANGUAGES = {"en": "English"}

_files: dict[str, Path] = {}
_translators: list[QTranslator] = []
_loaded: list[bytes] = []  # what a translator reads from as long as it is in use
_engine_words: Callable[[str], str] | None = None
_beside: dict[str, tuple[bytes, Callable[[str], str]]] = {}  # languages of participants, with what they read from
_spoken = "en"


def tr(text: str, **values: Any) -> str:
    """The window's own words; ``values`` are put in after they have been translated."""
    said = QCoreApplication.translate("", text)
    return said.format(**values) if values else said


def told(text: str) -> str:
    """What the engine said, in the language of the window; as it is where no translation fits."""
    return text if _engine_words is None else _engine_words(text)


def told_in(language: str, text: str) -> str:
    """What the engine said, in the language of the participant; empty where the program does not speak it.

    Where there is no translation into `pt-BR`, one into `pt` will do.
    """
    known = next((code for code in (language.replace("-", "_"), language.split("-")[0]) if code in LANGUAGES), "")
    if known == "en":
        return text
    if known == _spoken:
        return told(text)
    if known and known not in _beside:
        read, translator = _files[known].read_bytes(), QTranslator()
        if not translator.load(read):
            return ""
        _beside[known] = read, _words_of_engine(lambda context, text: translator.translate(context, text) or text)
    return _beside[known][1](text) if known else ""


def _words_of_engine(translate: Callable[[str, str], str]) -> Callable[[str], str]:
    # Imported here: English needs neither the texts nor their patterns.
    from qst_station.gui.engine_words import EngineWords
    from qst_station.gui.translations.engine_texts import TEXTS

    return EngineWords(TEXTS, lambda text: translate("engine", text), own=lambda text: translate("", text))


def look_for_languages(folder: Path) -> None:
    """Offer the languages of a folder too; a file for a language that is there already takes its place.

    A file that cannot be read is not offered.
    """
    for path in sorted(folder.glob("qst_station_*.qm")):
        named = _FILE.fullmatch(path.name)
        if named is not None and named[1] != "en" and QTranslator().load(str(path)):
            name = QLocale(named[1]).nativeLanguageName()
            LANGUAGES[named[1]] = name[:1].upper() + name[1:] or named[1]
            _files[named[1]] = path
            _beside.pop(named[1], None)


def speak(language: str) -> None:
    """Speak a language of `LANGUAGES` from now on; what is shown already stays as it is.

    Raises
    ------
    KeyError
        There is no such language.
    ValueError
        Its file cannot be read; English is spoken.
    """
    global _engine_words, _spoken
    if language not in LANGUAGES:
        raise KeyError(f"language is {language!r}; there are {', '.join(LANGUAGES)}")
    while _translators:
        QCoreApplication.removeTranslator(_translators.pop())
    _engine_words, _spoken = None, "en"
    if language == "en":
        return
    # Qt's own words first: the newest translator is asked first, and ours may know better.
    qt = QTranslator()
    if qt.load(f"qtbase_{language}", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)):
        _install(qt)
    # From memory: Qt maps a file, and would fall when somebody replaces it while the window runs.
    _loaded[:] = [_files[language].read_bytes()]
    ours = QTranslator()
    if not ours.load(_loaded[0]):
        raise ValueError(f"the translation into {LANGUAGES[language]} cannot be read: {_files[language]}")
    _install(ours)
    _engine_words, _spoken = _words_of_engine(QCoreApplication.translate), language


def spoken() -> str:
    """The language that is spoken."""
    return _spoken


def _install(translator: QTranslator) -> None:
    QCoreApplication.installTranslator(translator)
    _translators.append(translator)


look_for_languages(_FOLDER)
