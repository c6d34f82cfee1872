"""Find abbreviations that the list of terms does not know."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Any

from rapportage.bounds import MAX_TOLD
from rapportage.checks.reading.known_abbreviations import KNOWN
from rapportage.checks.subjects import Content
from rapportage.content.fields import EXPRESSION
from rapportage.content.model import Loaded, Rapportage
from rapportage.content.source import Path_
from rapportage.dutch import list_text
from rapportage.errors import Finding, Place, closest

_MOST_LETTERS = 5
_ABBREVIATION = re.compile(
    rf"(?<![\w/.@#&-])(?!(?:[IVXLC]+|TODO)\b)[A-Z]{{2,{_MOST_LETTERS}}}(?![\w@~&]|\.\w)"
)
_WEIGHTY = frozenset(
    [
        "DE",
        "HET",
        "EEN",
        "EN",
        "OF",
        "OP",
        "IN",
        "IS",
        "ZIJN",
        "NIET",
        "GEEN",
        "WEL",
        "LET",
        "MET",
        "VAN",
        "VOOR",
        "TOT",
        "NIEUW",
        "ALLE",
        "ALLES",
        "NU",
        "NOOIT",
        "MEER",
        "UIT",
    ]
)
"""Words that stand in capitals for their weight, and abbreviate nothing."""
_IN_CAPITALS = re.compile(r"\b[0-9A-ZÀ-ÖØ-Þ]+(?:[,:]?[ \xa0]+[0-9A-ZÀ-ÖØ-Þ]+\b)+")
_NOTE = r"\[\^[^\[\]\s]+\]"
_UNDERLINES = r"(?<!\w)_{1,3}(?=\S)|(?<=[^\W_])_{1,3}(?!\w)"
"""Of emphasis, and not of a name such as 'bijlage_2'."""
_NOT_PROSE = re.compile(
    EXPRESSION.pattern
    + rf"|\]\([^()]*\)|<[^<>]*>|`[^`]*`|https?://\S+|\[@[^\[\]]*\]|{_NOTE}:?|{_UNDERLINES}|\bECLI:[\w:.]+"
    r"|\b[1-9][0-9]{3}[ \xa0]?[A-Z]{2}\b|\b[A-Z]{2}[0-9]{2}(?: [A-Z0-9]{2,4}){3,7}\b"
    r"|(?<=\n)(?:PM|TBD|NTB)\.?(?=\n|\Z)",
    re.S,
)
"""What holds capitals that are no abbreviation, or hides one: expressions, addresses, marks of notes and of
emphasis, verdicts, postcodes and accounts; or what stands for a whole paragraph that must still come."""
_BEHIND = re.compile(
    r"\s\((?:hierna:?\s|afgekort:?\s|kortweg\s|of\s|ofwel\s)?(?:de\s|het\s)?"
    rf"[\"'“‘]?(?P<short>[A-Z]{{2,{_MOST_LETTERS}}})[\"'”’]?\)"
)
_MARKS = re.compile(rf"{_NOTE}|\*{{1,3}}|{_UNDERLINES}")
_LINKED = re.compile(r"\[(?P<words>[^\[\]]*)\](?:\([^()]*\)|\[[^\[\]]*\]|\{[^{}]*\})")
"""Words that lead elsewhere, or that are of another language."""
_LONGEST_NAME = 120
_AHEAD = re.compile(rf"(?<![\w-])(?P<short>[A-Z]{{2,{_MOST_LETTERS}}})\s\((?P<words>[^()\n]{{4,120}})\)")
"""A name in full beside its abbreviation: 'Human Capital Agenda (HCA)' and 'HCA (Human Capital Agenda)'."""
_MOST_KNOWN = 256
"""Of so many whole texts is remembered what stands in them, for who judges a report over and over."""
_MOST_SHOWN = 20
"""So many abbreviations are named; how many more there are is counted."""


@dataclass(frozen=True, slots=True)
class _Unknown:
    """An abbreviation at the first place where it stands."""

    short: str
    at: Place


def unknown_abbreviations(content: Content) -> Iterator[Finding]:
    """The unknown abbreviations, all at once with what makes them known; one like a known one by itself.

    An abbreviation is a word of two to five capitals. Roman numerals, addresses, and what stands in
    capitals for its weight are none; nor is a word with a figure in it, such as N35 or CO2: that is a name.
    It is known if every reader knows it, if it is in the list, or if a text has its name in full beside it.
    """
    if content.broken.begrippen:
        return
    listed = content.rapportage.begrippen.value.begrippen
    known = {term.afkorting for term in listed if term.afkorting}
    others: list[_Unknown] = []
    for number, one in enumerate(_unknown(content.rapportage, known)):
        meant = closest(one.short, known) if number < MAX_TOLD else None
        if meant:
            yield Finding(f"de afkorting '{one.short}' is onbekend", one.at, f"bedoelde u '{meant}'?")
        else:
            others.append(one)
    if others:
        yield Finding(_all_of(others), others[0].at, _to_paste(others, is_first=not listed))


def _unknown(rapportage: Rapportage, known: Collection[str]) -> Iterator[_Unknown]:
    """Each abbreviation that neither the list nor a text explains, once."""
    texts = list(_texts(rapportage))
    told = {*known, *_WEIGHTY, *KNOWN, *explained(text for text, _ in texts)}
    for text, place in texts:
        for short, line in _written(text):
            if short not in told:
                told.add(short)
                yield _Unknown(short, replace(place, line=place.line + line))


@lru_cache(maxsize=_MOST_KNOWN)
def _written(text: str) -> tuple[tuple[str, int], ...]:
    """Each abbreviation that stands in a text, with how many lines stand above it."""
    prose = _IN_CAPITALS.sub(_without_sentence, _NOT_PROSE.sub(_blank, text))
    found = _ABBREVIATION.finditer(prose)
    return tuple((one[0], prose[: one.start()].count("\n")) for one in found)


def explained(texts: Iterable[str]) -> Iterator[str]:
    """The abbreviations beside which their name stands in full, somewhere in the texts."""
    for text in texts:
        yield from _explained(text)


@lru_cache(maxsize=_MOST_KNOWN)
def _explained(text: str) -> tuple[str, ...]:
    return tuple(_explained_in(text))


def _explained_in(text: str) -> Iterator[str]:
    prose = " ".join(_LINKED.sub(r"\g<words>", _MARKS.sub("", text)).split()) if "(" in text else ""
    for found in _BEHIND.finditer(prose):
        before = prose[max(0, found.start() - _LONGEST_NAME) : found.start()]
        if _stands_for(found["short"], re.split(r"[().!?;:]", before)[-1]):
            yield found["short"]
    for found in _AHEAD.finditer(prose):
        if _stands_for(found["short"], found["words"]):
            yield found["short"]


def _stands_for(short: str, words: str) -> bool:
    """Whether the letters come in this order in the last of the words, the first at the head of one."""
    letters = short.lower()
    last = re.findall(r"[^\W\d_]+", words.lower())[-2 * len(letters) - 2 :]
    for at, word in enumerate(last):
        rest = iter("".join(last[at:]))
        if word[0] == letters[0] and word != letters and all(letter in rest for letter in letters):
            return True
    return False


def _all_of(unknown: Sequence[_Unknown]) -> str:
    """What is said of all of them, those on one line together."""
    if len(unknown) == 1:
        return f"de afkorting '{unknown[0].short}' is onbekend"
    lines: dict[str, list[str]] = {}
    for one in unknown[:_MOST_SHOWN]:
        lines.setdefault(f"{one.at.file.rpartition('/')[2]}:{one.at.line}", []).append(one.short)
    named = ", ".join(f"{list_text(found)} ({where})" for where, found in lines.items())
    left = len(unknown) - _MOST_SHOWN
    return f"{len(unknown)} afkortingen zijn onbekend: {named}{f' en nog {left}' if left > 0 else ''}"


def _to_paste(unknown: Sequence[_Unknown], *, is_first: bool) -> str:
    """What to do about all of them, with lines that can be put in the list as they are."""
    where = "zet dit in content/begrippen.yaml in plaats van 'begrippen: []'"
    if not is_first:
        where = "zet dit onder aan content/begrippen.yaml"
    lines = [
        f"{where}, met de naam voluit; of schrijf die één keer in de tekst, met ({unknown[0].short}) erachter"
    ]
    lines += ["begrippen:"] if is_first else []
    for one in unknown[:_MOST_SHOWN]:
        lines += [f"  - id: {one.short.lower()}", "    term:", f"    afkorting: {one.short}"]
    return "\n".join(lines)


def _blank(found: re.Match[str]) -> str:
    return re.sub(r"[^\n]", " ", found[0])


def _without_sentence(found: re.Match[str]) -> str:
    """Nothing in place of a sentence in capitals, which has words besides abbreviations."""
    words = re.findall(r"\w+", found[0])
    sentence = any(len(word) > _MOST_LETTERS or word in _WEIGHTY for word in words)
    return _blank(found) if sentence else found[0]


def _texts(rapportage: Rapportage) -> Iterator[tuple[str, Place]]:
    """What readers read, with where it begins: the authors' texts, then the words of figures and tables."""
    for text in (rapportage.raadsvoorstel, *(chapter.tekst for chapter in rapportage.hoofdstukken.values())):
        yield text.text, Place(text.file, text.first_line)
    for loaded in (*rapportage.figuren.values(), *rapportage.tabellen.values()):
        yield from _values(loaded, loaded.source.data, ())


def _values(loaded: Loaded[Any], value: Any, path: Path_) -> Iterator[tuple[str, Place]]:
    """Every text in a YAML file with its place; names of files and fingerprints are not read."""
    if isinstance(value, Mapping):
        for key, one in value.items():
            if key not in ("bestand", "alt-kenmerk"):
                yield from _values(loaded, one, (*path, key))
    elif isinstance(value, list):
        for at, one in enumerate(value):
            yield from _values(loaded, one, (*path, at))
    elif isinstance(value, str):
        text, place = loaded.source.as_written(value, *path)
        yield text, replace(place, column=None)
