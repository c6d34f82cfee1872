"""Words that tabs or blanks keep apart on one line, which a paper sets right behind each other."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import islice

from rapportage.compose.prose.pasted.text import ITEM, LETTERED, Unpasted

AS_TABLE = "maak er een tabel van: | Kop | Kop |, daaronder |---|---|, en dan de rijen"
_MARKS = re.compile(r"\A\s*(?:>\s*)*(?:#{1,6}\s+|\[\^[^\]\s]+\]:\s*)?")
_LEFT_OUT = re.compile(r"\{\{.*?\}\}|\{%.*?%\}")
_NUMBERED = re.compile(
    r"[0-9]{1,2}(?:\.[0-9]{1,2}){0,3}\.?[ \t\xa0]+(?P<title>[^\W\d_][^\t]{0,80}?)(?<![.:;,])\s*"
)
"""A heading whose number was typed or pasted with it."""
_FULL = 50
"""A line of at least so many letters is one of a text."""
_WIDE = re.compile(r"(?<=\S)[ \xa0]{3,}(?=\S)")
_LABEL = re.compile(r"\[[^\]\s]+\]?:|\S{1,2}|[(\[]?\w{1,5}[.)\]]|(?:§|[^\W\d_]+) ?[0-9]{1,3}[.:]?")
"""What stands before an item of a list, and before a gap that means nothing."""
_UNKNOWN = re.compile(r"(?:[A-Z][.)]|[IVX]{1,5}[.)]|\([0-9a-z]{1,3}\)|[0-9]{1,2}°[.)]?)\t")
"""What other lists begin their items with."""
_MOST_GAPS = 50
"""A line with more gaps that mean nothing is looked at no further."""
_ENDED = re.compile(r"[.?!:;][\"”’')]*\Z")


def numbered_heading(line: str) -> tuple[str, str] | None:
    """What is said of a line that looks like a heading with its number, if it does."""
    found = _NUMBERED.fullmatch(line.strip())
    if not found:
        return None
    title = " ".join(found["title"].split())
    return (
        "dit lijkt een kop met zijn nummer ervoor",
        f"schrijf '## {title}', zonder het nummer, op een eigen regel",
    )


def is_sentence(line: str) -> bool:
    """Whether a tab in this line stands in the midst of a sentence, where it is a blank."""
    words = line.strip()
    before, tab, after = words.partition("\t")
    within = bool(tab) and "\t" not in after and before[-1:].isalpha() and after[:1].islower()
    return within and (words[-1] in ".?!:;" or len(words) >= _FULL)


def stray_gaps(made: Unpasted, chunk: Sequence[int]) -> None:
    """Refuse the first line in which a tab or three blanks part words that nothing else told apart."""
    if any(map(made.is_refused, chunk)):
        return
    for at in chunk:
        words = _words(made.lines[at])
        if "\t" not in words and not _has_gap(words):
            continue
        if made.lines[at].lstrip().startswith("#") or is_sentence(words):
            made.lines[at] = _one_blank(made.lines[at])
            continue
        made.refuse(at, *(numbered_heading(words) or told(words)))
        return


def told(words: str) -> tuple[str, str]:
    """What is said of a line with a gap, and the way out."""
    if _UNKNOWN.match(words):
        hint = "schrijf '1. ' of 'a. ' voor elk punt, of '- ' voor een punt zonder nummer"
        return "wat voor deze tab staat, begint hier geen punt van een lijst", hint
    what = "een tab" if "\t" in words else "een rij spaties"
    way_out = "zet namen en regels die onder elkaar horen op eigen regels, met \\ aan het einde"
    return f"{what} tussen deze woorden valt weg", f"{AS_TABLE}; {way_out}; of zet er één spatie"


def _words(line: str) -> str:
    """The line without what begins it as an item, quote or heading; '' where gaps mean something else."""
    if "|" in line or "`" in line or line.startswith("    "):
        return ""
    bare = _MARKS.sub("", line, count=1)
    if item := ITEM.match(bare):
        bare = bare[item.end() :]
    elif lettered := LETTERED.fullmatch(bare):
        bare = lettered["rest"]
    return _LEFT_OUT.sub("x", bare).strip()


def _has_gap(words: str) -> bool:
    for found in islice(_WIDE.finditer(words), _MOST_GAPS):
        before, after = words[: found.start()], words[found.end() :]
        is_new_sentence = _ENDED.search(before) and (after[0].isupper() or after[0] in "\"'“‘„(*_[")
        if not is_new_sentence and (numbered_heading(words) or not _LABEL.fullmatch(before)):
            return True
    return False


def _one_blank(line: str) -> str:
    return line[: len(line) - len(line.lstrip())] + re.sub(r"\s*\t\s*", " ", line.strip())
