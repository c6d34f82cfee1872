"""What a period still has as the one before it had: known by comparison with the earlier files alone.

Nothing is kept elsewhere. A text that was carried over is compared with the period that its `overgenomen`
names and with the nearest earlier one; a copy that somebody made by hand is found in the same way.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from difflib import SequenceMatcher
from functools import cached_property
from pathlib import Path

from rapportage.content.facts import tells_a_fact
from rapportage.content.folders import CHAPTERS, MEMO, REPORT
from rapportage.content.source import parse_yaml
from rapportage.content.text_blocks import TextBlock, sentences, text_blocks
from rapportage.errors import attempt
from rapportage.moved_periods import moved
from rapportage.named_periods import named_periods
from rapportage.periode import Periode
from rapportage.workspace import Workspace

_FRONT = re.compile(r"---[ \t]*\n.*?^---[ \t]*(?:\n|\Z)", re.S | re.M)
_FENCE = re.compile(r"^---[ \t]*$", re.M)
_DATED = re.compile(r"^rapportagedatum:\s*([12][0-9]{3}-[0-9]{2}-[0-9]{2})", re.M)
_READ = re.compile(r"^nagezien:\s*([12][0-9]{3}-[0-9]{2}-[0-9]{2})", re.M)
_CARRIED_KEYS = re.compile(r"^(?:overgenomen|nagezien|alt-kenmerk|auteur):.*\n?|^\s*#.*\n?|\s+#\s.*$", re.M)
"""What of a figure's or table's file says nothing of what it shows."""
_ALIKE = 0.6
"""So much alike, in words, is a sentence of which only some were changed."""
_MOST_COMPARED = 20_000_000
"""Takes a second or two; a real report of thirty pages takes less than a tenth of it."""
_MOST_YEARS = 2
"""So long after its period a report may still be worked on."""
_LOOKS_BACK = re.compile(
    r"\b(?:was|waren|toen|tegen(?:over)?|vorige?|eerder|opzichte|vergeleken|sinds|dan\sin|nog)\b", re.I
)
"""What says that a period is named to compare with."""
_SHORTEST = 4
"""Fewer words, such as '- wonen', two reports may have in common by themselves."""


@dataclass
class Effort:
    """How many words may yet be laid beside each other, of all texts of a period together."""

    left: int = _MOST_COMPARED

    def is_enough_for(self, words: int) -> bool:
        """Spend so much of it; False once there is too little."""
        self.left -= words
        return self.left >= 0


@dataclass(frozen=True)
class Earlier:
    """The files of an earlier period, as far as they can be read, seen from the one that is reported on."""

    workspace: Workspace
    periode: Periode
    now: Periode
    effort: Effort = field(default_factory=Effort)

    @property
    def folder(self) -> Path:
        """Where its files are."""
        return self.workspace.content / str(self.periode)

    def memo(self) -> EarlierText:
        """The memo's text; that it was read is said in `rapportage.yaml`."""
        return EarlierText(self, self._text(REPORT), self._text(MEMO))

    def chapter(self, name: str) -> EarlierText:
        """A chapter's text, with its front matter apart."""
        text = self._text(f"{CHAPTERS}/{name}.md")
        front = _FRONT.match(text)
        end = front.end() if front else 0
        return EarlierText(self, text[:end], text[end:])

    def file(self, folder: str, name: str) -> EarlierText:
        """A figure's or table's file."""
        text = self._text(f"{folder}/{name}.yaml")
        return EarlierText(self, text, text)

    def was_read_before(self, day: date | None, text: EarlierText) -> bool:
        """Whether somebody read this on that day for the earlier report already, or did not read it at all.

        It was so where the day is not after that report, or stood in the earlier file too: it was copied.
        Nobody read it on a day of years to come either.
        """
        reported = self._reported
        if day is None or day.year > self.now.last_day.year + _MOST_YEARS:
            return True
        return (reported is not None and day <= reported) or day == _day(_READ, text.front)

    @property
    def was_reported_before(self) -> bool:
        """Whether its report has another day than that of now: one with the same is a copy of that."""
        now = _day(_DATED, self._read(self.workspace.content / str(self.now) / REPORT))
        return self._reported is None or now is None or self._reported < now

    @cached_property
    def _reported(self) -> date | None:
        """The day of the earlier report."""
        return _day(_DATED, self._text(REPORT))

    def _text(self, name: str) -> str:
        return self._read(self.folder / name)

    def _read(self, path: Path) -> str:
        return (attempt(lambda: self.workspace.read(path)).value or "") if path.is_file() else ""


@dataclass(frozen=True)
class EarlierText:
    """An earlier text, which a later one may still have in part."""

    earlier: Earlier
    front: str
    text: str

    @cached_property
    def data(self) -> dict[str, object]:
        """What its front matter says, or the whole file of YAML; nothing where nobody can read it."""
        read = attempt(lambda: parse_yaml(_FENCE.sub("", self.front), ""))
        return read.value.data if read.value and isinstance(read.value.data, dict) else {}

    @cached_property
    def _said(self) -> frozenset[str]:
        return frozenset(block.words for block in text_blocks(self.text) if block.is_prose)

    @cached_property
    def _moved(self) -> frozenset[str]:
        """What it says, with the names of its period moved on."""
        return frozenset(moved(one, self.earlier.periode, self.earlier.now) for one in self._said)

    @cached_property
    def _fields(self) -> frozenset[str]:
        """The texts of its front matter, or of the whole file where that is YAML."""
        return frozenset(_texts(self.data))

    @cached_property
    def _sentences(self) -> frozenset[str]:
        blocks = (one for one in text_blocks(self.text) if one.is_prose and one.kind != "table")
        return frozenset(
            (
                *(words for block in blocks for words, _ in block.sentences()),
                *(words for text in self._fields for words in sentences(text)),
            )
        )

    @cached_property
    def _moved_sentences(self) -> frozenset[str]:
        return frozenset(moved(one, self.earlier.periode, self.earlier.now) for one in self._sentences)

    def is_old(self, sentence: str) -> bool:
        """Whether this sentence was said then word for word, and tells what may be otherwise by now."""
        if len(sentence.split()) < _SHORTEST:
            return False
        same = sentence in self._sentences
        if not same and sentence not in self._moved_sentences:
            return False
        return tells_a_fact(sentence, self.earlier.periode, self.earlier.now, moved=not same)

    def has_field(self, words: str) -> bool:
        """Whether a key of its front matter had this text."""
        return words in self._fields

    def unread(self, blocks: Iterable[TextBlock], *, carried: bool) -> Iterator[TextBlock]:
        """Those blocks that say what was said then, or that name that period.

        Of a text that is not known to be `carried` over, a name alone is no reason: the sentence must be
        like one of then, and what is short may be the same. Nor is it where a new sentence looks back.
        """
        if not self.text:
            return
        for block in blocks:
            if not block.is_prose or (not carried and len(block.words.split()) < _SHORTEST):
                continue
            same = block.words in self._said or block.words in self._moved
            if same or (
                _names(block.words, self.earlier.periode)
                and ((carried and not _LOOKS_BACK.search(block.words)) or self._is_like_one(block.words))
            ):
                yield block

    def holds(self, words: str) -> bool:
        """Whether these words stand in it, however it breaks its lines."""
        return " ".join(words.split()) in " ".join(self.text.split())

    def is_same(self, text: str) -> bool:
        """Whether a figure's or table's file shows and says what it did then."""
        return bool(self.text) and _bare(self.text) == _bare(text)

    def _is_like_one(self, words: str) -> bool:
        """Whether these words are much like some of then; where that takes too much to know, they may be."""
        now, effort = words.split(), self.earlier.effort
        matcher = SequenceMatcher(b=now, autojunk=False)
        for said in self._said:
            then = said.split()
            matcher.set_seq1(then)
            if not effort.is_enough_for(len(then) + len(now)):
                return True
            near = matcher.real_quick_ratio() > _ALIKE < matcher.quick_ratio()
            if near and (not effort.is_enough_for(len(then) * len(now)) or matcher.ratio() > _ALIKE):
                return True
        return False


def report_before(workspace: Workspace, now: Periode) -> Periode | None:
    """The last period before this one, of its own kind if there is any; None where it is the first."""
    there = [one for one in workspace.periods() if one.last_day < now.first_day]
    return next((one for one in reversed(there) if one.kind == now.kind), there[-1] if there else None)


def earlier_periods(workspace: Workspace, now: Periode, named: Iterable[Periode]) -> dict[Periode, Earlier]:
    """The earlier periods to compare with: those that are named, and the nearest of the same kind."""
    there = [one for one in workspace.periods() if one.last_day < now.first_day]
    nearest = [one for one in there if one.kind == now.kind][-1:]
    found = {one: Earlier(workspace, one, now) for one in there if one in {*named, *nearest}}
    return {one: earlier for one, earlier in found.items() if one in named or earlier.was_reported_before}


def _texts(data: object) -> Iterator[str]:
    """All texts in data, each on one line."""
    if isinstance(data, str):
        yield " ".join(data.split())
    elif isinstance(data, dict):
        for one in data.values():
            yield from _texts(one)
    elif isinstance(data, list | tuple):
        for one in data:
            yield from _texts(one)


def _names(words: str, periode: Periode) -> bool:
    """Whether it names that period, in words or in an expression."""
    if str(periode.year) not in words and f"{periode.year % 100:02}" not in words:
        return False  # most texts name no year, and looking for periods takes longer
    return str(periode) in words or any(one.may_be(periode) and one.dated for one in named_periods(words))


def _day(key: re.Pattern[str], text: str) -> date | None:
    found = key.search(text)
    try:
        return date.fromisoformat(found[1]) if found else None
    except ValueError:
        return None


def _bare(text: str) -> list[str]:
    return _CARRIED_KEYS.sub("", text).split()
