"""From where to where in its file a problem reaches, for editors that underline it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from rapportage.errors import ContentError, Problem
from rapportage.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Span:
    """Lines and columns from 1, counted in signs; the end column is the one behind the last sign."""

    line: int
    column: int
    end_line: int
    end_column: int

    def __str__(self) -> str:
        return f"{self.line}:{self.column}-{self.end_line}:{self.end_column}"


_QUOTED = re.compile(r"'[^'\n]+'|\[@[^\]\n]+\]")
"""What a message says as the author wrote it."""


@dataclass(slots=True)
class Spans:
    """Where problems stand in the files of a workspace, each of which is read once."""

    workspace: Workspace
    _files: dict[str, Sequence[str]] = field(default_factory=dict)

    def of(self, problem: Problem) -> Span | None:
        """What the problem is about, or what its message quotes, where that stands in its place.

        Else the rest of the line where its place names a column, and otherwise all of its lines. None for
        a problem of a whole file or folder.
        """
        at = problem.at
        if not at.line:
            return None
        lines = self._lines(at.file)
        last = min(at.last, len(lines))
        if last < at.line:  # a file that cannot be read as text, or a line that it has no more
            return Span(at.line, at.column or 1, at.line, at.column or 1)
        first = lines[at.line - 1]
        quoted = [one[0].strip("'") for one in _QUOTED.finditer(problem.message)]
        reach = at.line if at.column else last  # a place in YAML may be all of a file
        for words, end in ((problem.subject, last), *((one, reach) for one in quoted)):
            if found := _found(words, lines[at.line - 1 : end], (at.column or 1) - 1):
                row, begin = found
                number = at.line + row
                return Span(number, begin + 1, number, begin + 1 + len(words))
        if at.column:
            return Span(at.line, at.column, at.line, max(at.column, len(first.rstrip()) + 1))
        return Span(at.line, len(first) - len(first.lstrip()) + 1, last, len(lines[last - 1].rstrip()) + 1)

    def _lines(self, name: str) -> Sequence[str]:
        if name not in self._files:
            self._files[name] = self._read(name)
        return self._files[name]

    def _read(self, name: str) -> Sequence[str]:
        try:
            return self.workspace.read(self.workspace.root / name).split("\n")
        except (ContentError, OSError):
            return ()


def _found(words: str, lines: Sequence[str], begin: int) -> tuple[int, int] | None:
    """In which of the lines, and behind how many signs, these words stand: rather whole than in another.

    What stands before `begin` in the first line is passed over.
    """
    if not words:
        return None
    for form in (rf"(?<!\w){re.escape(words)}(?!\w)", re.escape(words)):
        for row, line in enumerate(lines):
            if found := re.compile(form).search(line, 0 if row else begin):
                return row, found.start()
    return None
