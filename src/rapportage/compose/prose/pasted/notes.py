"""Footnotes: those with a name that cannot be one, and those that were written by hand."""

from __future__ import annotations

import re
from collections.abc import Iterator

from rapportage.compose.prose.pasted.text import Unpasted, chunks_of

_NOTE = re.compile(r"\[\^(?P<name>[^\]\s]+)\]:")
_SPACED = re.compile(r"(?<!\\)\[\^(?P<name>[^\[\]\n]*\s[^\[\]\n]*)\]")
_MARK = re.compile(
    r"(?<=[^\W_])\^?[ \xa0]?(?P<label>(?<![0-9])[1-9]|(?<!\w)[a-h])\)(?!\w)|(?<=[^\W\d_])(?P<high>\^1\^)|[()]"
)
"""A bracket, or the mark of a note behind a word: a bracket that closes nothing, or a 1 set high."""
_HIGH = "^1^"
_NUMBERED = re.compile(r"\s{0,3}(?P<label>[1-9]|[a-h])(?P<sign>[.)])\s+\S")
_BRACKET_MARK = re.compile(r"(?<=[\w.,;:)”\"])\[(?P<label>[0-9]{1,2})\](?![(:\[])")
_BRACKETED = re.compile(r"\s{0,3}\[(?P<label>[0-9]{1,2})\][ \t\xa0]+\S")
_EMPHASIS = re.compile(r"(?<![\w\\*])(?P<stars>\*+)(?=\S)[^*]+(?P=stars)|\\\*")
_COUNT = re.compile(r"[:;,] (?:1\)[^)]*(?<!\w)2\)|a\)[^)]*(?<!\w)b\))")
"""Steps that a sentence counts: 'in twee stappen: 1) bouwen en 2) slopen'."""
_BY_STAR = re.compile(r"(?<=[\w)%])\*{1,3}(?![\w*-])")
_STARRED = re.compile(r"\s{0,3}\*{1,3}(?:\s+\S|(?=\w)[^*]*\Z)")


def notes_twice(made: Unpasted, hidden: set[int]) -> None:
    """Refuse a footnote that is written a second time under the same name."""
    seen: set[str] = set()
    for at, line in enumerate(made.lines):
        found = _NOTE.match(line) if at not in hidden else None
        if found and found["name"] in seen:
            message = f"voetnoot '{found['name']}' staat er twee keer"
            made.refuse(at, message, "geef een van beide een andere naam, of laat er één staan")
        elif found:
            seen.add(found["name"])


def spaced_names(made: Unpasted, hidden: set[int]) -> None:
    """Refuse a name with a space in it, which Markdown takes for no note; the first one only."""
    told = False
    for at, line in enumerate(made.lines):
        found = _SPACED.search(line) if at not in hidden else None
        if found and not told:
            name = "-".join(found["name"].split()) or "1"
            message = f"de naam van een voetnoot heeft geen spaties: '[^{found['name']}]'"
            made.refuse(at, message, f"schrijf [^{name}] in de tekst, en onderaan [^{name}]: …")
        if found:
            told = True
            made.lines[at] = _SPACED.sub(lambda one: f"[^{'-'.join(one['name'].split())}]", line)


def by_hand(made: Unpasted, hidden: set[int]) -> None:
    """Refuse notes whose mark stays in the text while they become items of a list; the first one only."""
    lines = {at: line for chunk in chunks_of(made.lines, hidden) for at, line in _bare(made, chunk)}
    marks = {mark for line in lines.values() for mark in _marks(line)}
    for at, line in lines.items() if marks else ():
        if found := _NUMBERED.match(line):
            label, sign = found["label"], found["sign"]
            if sign == ")" and f"{label})" in marks:
                _refuse(made, at, f"{label})", f", een lijst met '{label}. '")
                return
            if label == "1" and _HIGH in marks:
                _refuse(made, at, _HIGH, "")
                return
    brackets = {found["label"] for line in lines.values() for found in _BRACKET_MARK.finditer(line)}
    for at, line in lines.items() if brackets else ():
        if (found := _BRACKETED.match(line)) and found["label"] in brackets:
            _refuse(made, at, f"[{found['label']}]", "")
            return
    if any(map(_BY_STAR.search, lines.values())):
        starred = next((at for at, line in lines.items() if _STARRED.match(line)), None)
        if starred is not None:
            _refuse(made, starred, "*", ", een lijst met '- '")


def _refuse(made: Unpasted, at: int, mark: str, otherwise: str) -> None:
    message = f"achter een woord in de tekst staat '{mark}', en met deze regel lijkt de noot te beginnen"
    way_out = f"schrijf een voetnoot als [^1] achter het woord en [^1]: … onderaan{otherwise}"
    made.refuse(at, message, way_out)


def _bare(made: Unpasted, chunk: list[int]) -> Iterator[tuple[int, str]]:
    """The chunk's lines with blanks for the words that stars set off, and for escaped stars."""
    whole = "\n".join(made.lines[at] for at in chunk)
    bare = _EMPHASIS.sub(lambda found: re.sub(r"[^\n]", " ", found[0]), whole)
    return zip(chunk, bare.split("\n"), strict=True)


def _marks(line: str) -> Iterator[str]:
    """The marks of notes in a line: brackets that close what was opened are none, nor are counted steps."""
    if _COUNT.search(line):
        return
    start = found.end() - 1 if (found := _NUMBERED.match(line)) else 0
    depth = 0
    for found in _MARK.finditer(line, start):
        if found["high"]:
            yield _HIGH
        elif found["label"] and depth <= 0:
            yield f"{found['label']})"
        else:
            depth += 1 if found[0] == "(" else -1
