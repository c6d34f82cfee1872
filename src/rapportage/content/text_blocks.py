"""An author's text in blocks, by its lines: what two periods have in common, and what a new one begins with.

This tells paragraphs apart without reading Markdown: what a paper makes of them is no matter here.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

Kind = Literal["heading", "fence", "insert", "table", "open", "note", "item", "text"]
"""A fence begins or ends a box, an insert is a figure, table or page end, a note stands below a text."""

_COMMENT = re.compile(r"<!--(?:.*?-->|.*\Z)", re.S)
_ITEM = re.compile(r"\s*(?:[-*+]|[0-9]{1,9}[.)]|[•▪‣·§\uf0b7]|[–o](?=\t)|(?:[a-z]|[ivx]{2,4})[.)](?=\t))\s+")
"""The sign of an item, also as word processors paste it: without these, tabs make a table of a list."""
_HEADING = re.compile(r"#{1,6}\s")
_INSERT = re.compile(
    r"\s*\[\s*(?:figuur|figuren|tabel|register|veranderd|pagina-?\s?einde)\b[^\]]*\]\s*", re.I
)
_OPEN = re.compile(r"\[\s*open(?:[\s-]?punt)?\s*:(?P<words>.*)\]\s*", re.I | re.S)
_NOTE = re.compile(r"\[\^[^\]\s]+\]:")
_SENTENCE = re.compile(r"(?<=[.!?])[\s'\"’”)]+(?=[A-Z0-9'\"‘“(*\[])")


@dataclass(frozen=True, slots=True)
class TextBlock:
    """Lines that belong together; `line` is the number of the first in the text, from 0."""

    kind: Kind
    line: int
    lines: tuple[str, ...]

    @property
    def words(self) -> str:
        """What it says, on one line and without the sign of a list."""
        whole = _ITEM.sub("", "\n".join(self.lines), count=1) if self.kind in ("item", "open") else None
        return " ".join((whole or "\n".join(self.lines)).split())

    @property
    def open_point(self) -> str:
        """The words of an open point."""
        found = _OPEN.fullmatch(self.words)
        return found["words"].strip() if found else ""

    def sentences(self) -> Iterator[tuple[str, int]]:
        """Its sentences, each with the number of the line of the text on which it begins."""
        on_line = [self.line + at for at, line in enumerate(self.lines) for _ in line.split()]
        skipped = len(on_line) - len(self.words.split())  # the sign of a list
        at = max(skipped, 0)
        for sentence in sentences(self.words):
            if sentence.strip("> "):
                yield sentence.strip("> "), on_line[min(at, len(on_line) - 1)]
            at += len(sentence.split())

    @property
    def is_prose(self) -> bool:
        """Whether it is something that its author says."""
        return self.kind in ("table", "note", "item", "text")


def sentences(words: str) -> list[str]:
    """The sentences of words on one line."""
    return _SENTENCE.split(words)


def text_blocks(text: str) -> list[TextBlock]:
    """The blocks of a text in order, without the notes that its author wrote to herself."""
    return list(_blocks(_COMMENT.sub(lambda found: "\n" * found[0].count("\n"), text).split("\n")))


def _blocks(lines: list[str]) -> Iterator[TextBlock]:
    begun: list[str] = []
    for at, line in enumerate([*lines, ""]):
        alone = _alone(line)
        if begun and (alone or not line.strip() or _ITEM.match(line)):
            yield _made(begun, at)
            begun = []
        if alone:
            yield TextBlock(alone, at, (line,))
        elif line.strip():
            begun.append(line)


def _alone(line: str) -> Kind | None:
    """What a line is that never goes on on the next."""
    if line.startswith(":::"):
        return "fence"
    if _HEADING.match(line):
        return "heading"
    return "insert" if _INSERT.fullmatch(line) else None


def _made(lines: list[str], end: int) -> TextBlock:
    whole = "\n".join(lines)
    item = _ITEM.match(whole)
    kind: Kind = "item" if item else "text"
    if _OPEN.fullmatch(whole[item.end() :] if item else whole.strip()):
        kind = "open"
    elif _NOTE.match(whole):
        kind = "note"
    elif len(lines) > 1 and any(all(sign in line.strip() for line in lines) for sign in "|\t"):
        kind = "table"
    return TextBlock(kind, end - len(lines), tuple(lines))
