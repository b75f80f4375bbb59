"""What the engine says, in another language: found by its pattern, as values are in it already.

The engine speaks English, and so do the records. Its texts are gathered from the sources, with a name where a
value stands (`translations/engine_texts.py`, made by `make translations`), and translated like any other text.
Here a text that arrives is recognised: word for word, or by the template with the most letters that fits it, or
piece by piece. Values are put in again as they came; a value that is itself a text of the engine (a reason, a
title) is translated too. What nothing fits stays English.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable
from functools import cached_property
from string import Formatter

_WORD = re.compile(r"[^\W\d_]{2,}")
# A template with so few letters of its own fits almost anything: there its values must be numbers.
_FEW_LETTERS = 6
# One with not many more fits too much: there a value ends with its sentence, unless it stands after a colon.
_MANY_LETTERS = 12
_ANYTHING = "(.*?)"
_WITHIN_A_SENTENCE = r"((?:(?![.;] ).)*?)"
_NUMBER = r"[-+]?\d[\d.,:]*(?: ?%)?"
# Signs that join a text to the one before or after it: they are kept, and left out where texts are compared.
_EDGES = re.compile(r"([\s.,;:]*)(.*?)([\s.,;:]*)", re.DOTALL)
_CUTS = re.compile(r"(?<=[.!?:;,]) |(?<= )(?=\(\+)")
_OR = " or "
_DEEPEST = 6
_MOST_KEPT = 20_000  # texts of a long day with changing numbers


class EngineWords:
    """The texts of the engine in one language.

    Parameters
    ----------
    texts : iterable of str
        What the engine may say, with ``{name}`` for a value; a brace that is meant is doubled.
    translate : callable
        From such a text to its translation with the same names.
    own : callable
        The same for the window's own words: what it gave the engine to record comes back as it went.
    """

    def __init__(
        self, texts: Iterable[str], translate: Callable[[str], str], own: Callable[[str], str] = str
    ) -> None:
        self._translate = translate
        self._own = own
        self._exact: dict[str, _Template] = {}
        templates = []
        for text in texts:
            template = _Template(text)
            if template.names:
                templates.append(template)
            else:
                self._exact[template.core.format()] = template
        self._by_word = _indexed(templates)
        self._said: dict[str, str] = {}

    def __call__(self, text: str) -> str:
        """The text in the language; as it is where nothing fits."""
        said = self._said.get(text)
        if said is None:
            if len(self._said) > _MOST_KEPT:
                self._said.clear()
            said = self._said[text] = self._find(text, _DEEPEST)
        return said

    def _find(self, text: str, depth: int) -> str:
        said = self._known(text, depth)
        if said is None:
            said = self._alternatives(text, depth)
        return self._in_pieces(text, depth) if said is None else said

    def _known(self, text: str, depth: int) -> str | None:
        """The text as one, also at the beginning of a sentence; None where no template fits."""
        before, core, after = _edges(text)
        if not core or not depth:
            return None
        said = self._core(core, depth)
        if said is None and core[0].isupper():
            said = self._core(core[0].lower() + core[1:], depth)
            said = None if said is None else said[:1].upper() + said[1:]
        return None if said is None else f"{before}{said}{after}"

    def _core(self, core: str, depth: int) -> str | None:
        exact = self._exact.get(core)
        if exact is not None:
            return self._said_by(exact, {})
        own = self._own(core)
        if own != core:
            return own
        for template in self._candidates(core):
            found = template.pattern.fullmatch(core)
            if found is not None:
                values = dict(zip(template.names, found.groups(), strict=True))
                said = {name: self._find(value, depth - 1) for name, value in values.items()}
                return self._said_by(template, said)
        return None

    def _said_by(self, template: _Template, values: dict[str, str]) -> str:
        return _edges(self._translate(template.source).format(**values))[1]

    def _candidates(self, text: str) -> list[_Template]:
        """The templates that may fit, those with the most letters first."""
        words = set(_WORD.findall(text))
        found = [template for word in words & self._by_word.keys() for template in self._by_word[word]]
        return sorted(found, key=lambda template: -template.letters)

    def _alternatives(self, text: str, depth: int) -> str | None:
        """Texts with an "or" between them; None where one of them is not known."""
        each = [self._known(part, depth - 1) for part in text.split(_OR)]
        known = [part for part in each if part is not None]
        return self._own(_OR).join(known) if len(known) == len(each) else None

    def _in_pieces(self, text: str, depth: int) -> str:
        """Several texts in a row: from the left, the longest piece that is known."""
        cuts = [0, *(cut.end() for cut in _CUTS.finditer(text)), len(text)]
        said, at = [], 0
        while len(cuts) > 2 and at < len(cuts) - 1:
            for end in range(len(cuts) - 1, at, -1):
                piece = text[cuts[at] : cuts[end]]
                known = self._known(piece, depth - 1)
                if known is not None or end == at + 1:
                    said.append(piece if known is None else known)
                    at = end
                    break
        return "".join(said) if said else text


class _Template:
    """A text of the engine with names for its values, and the pattern of what it becomes."""

    def __init__(self, source: str) -> None:
        self.source = source
        self.core = _edges(source)[1]
        self._parts = [(before, name) for before, name, *_ in Formatter().parse(self.core)]
        self.names = tuple(dict.fromkeys(name for _, name in self._parts if name is not None))
        own = "".join(before for before, _ in self._parts)
        # A bracket tells as much as a short word.
        self.letters = sum(map(len, _WORD.findall(own))) + 2 * len(re.findall(r"[()\[\]]", own))

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """Compiled when it is needed: most never are."""
        begins = sum(map(len, _WORD.findall(self._parts[0][0]))) >= 3
        value = _ANYTHING if self.letters >= _FEW_LETTERS or begins else f"({_NUMBER})"
        written: list[str] = []
        seen: list[str] = []
        for before, name in self._parts:
            # A sentence more at the end may be empty, and the full stop before it is then at the edge.
            stopped = before.endswith(".") and (before, name) == self._parts[-1]
            written.append(re.escape(before) + ("?" if stopped else ""))
            if name in seen:
                written.append(f"(?:\\{seen.index(name) + 1})")
            elif name is not None:
                within = value == _ANYTHING and self.letters < _MANY_LETTERS and not before.endswith(": ")
                written.append(f"({_NUMBER})" if name == "decimal" else _WITHIN_A_SENTENCE if within else value)
                seen.append(name)
        return re.compile("".join(written), re.DOTALL)

    @property
    def own_words(self) -> set[str]:
        """The words that no value touches: as they stand here, so they stand in the text."""
        marked = "".join(before + ("" if name is None else "\x00") for before, name in self._parts)
        return {found.group() for found in re.finditer(r"(?<![\x00\w])[^\W\d_]{2,}(?![\x00\w])", marked)}


def _edges(text: str) -> tuple[str, str, str]:
    """The text with the signs at its edges apart."""
    found = _EDGES.fullmatch(text)
    assert found is not None  # each part may be empty
    before, core, after = found.groups()
    return before, core, after


def _indexed(templates: list[_Template]) -> dict[str, list[_Template]]:
    """Each template under that of its own words which the fewest others have."""
    own = [(each, each.own_words) for each in templates]
    used = Counter(word for _, words in own for word in words)
    index: dict[str, list[_Template]] = defaultdict(list)
    for each, words in own:
        if words:
            index[min(words, key=lambda word: (used[word], word))].append(each)
    return dict(index)
