"""The head of a table in Markdown: its words, the rule below them, and what was meant as its title."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from markdown_it.rules_block.table import escapedSplit

from rapportage.compose.prose.pasted.text import Unpasted
from rapportage.dutch import count_text

_MARK = re.compile(r"\s*:?-+:?\s*")
_LIKE_A_MARK = re.compile(r"\s*:?\s*[—–=_-][\s—–=_-]*:?\s*")
_TITLE = re.compile(r"\s{0,3}(?:(?:table|tabel)\s*)?:[ \t]+(?P<title>\S.*)", re.I)


def cells_of(line: str) -> list[str]:
    """The cells of a row, as Markdown parts them."""
    cells = escapedSplit(line.strip())
    if cells and not cells[0]:
        cells.pop(0)
    if cells and not cells[-1]:
        cells.pop()
    return cells


def heads(made: Unpasted, chunk: list[int]) -> bool:
    """Refuse a rule that makes no table of the lines around it, and go on with one that does.

    Whether there is nothing to go on with, since the head lacks.
    """
    at = next((at for at in chunk if _is_rule(made.lines[at], _LIKE_A_MARK)), None)
    if at is None:
        return False
    if at == chunk[0]:
        made.refuse(at, "boven deze regel met streepjes staat geen kop", _without_head(made, chunk))
        return True
    columns, cells = len(cells_of(made.lines[at])), len(cells_of(made.lines[at - 1]))
    rule = f"{'|---' * cells}|"
    if not _is_rule(made.lines[at], _MARK):
        if at - 1 > chunk[0] and "|" in made.lines[at - 2]:
            return False  # a row in which nothing is known
        made.refuse(at, "de regel onder de kop bestaat niet uit gewone streepjes", f"schrijf {rule}")
        made.lines[at] = rule
    elif at - 1 > chunk[0] and made.lines[at - 2].lstrip().startswith("|"):
        message = "boven de kop van deze tabel staat nog een rij"
        made.refuse(at - 2, message, "voeg de twee rijen samen: een tabel heeft één rij met koppen")
    elif cells != columns:
        found = count_text(cells, "cel", "cellen")
        message = f"de kop van deze tabel heeft {found}, en de regel eronder telt er {columns}"
        made.refuse(
            at, message, f"schrijf eronder {rule}" if cells > 1 else "schrijf de kop als | Kop | Kop |"
        )
        made.lines[at] = rule
    return False


def _without_head(made: Unpasted, chunk: list[int]) -> str:
    """The way out of a rule above everything else."""
    if any(_is_rule(made.lines[at], _MARK) for at in chunk[2:3]):
        return "haal deze regel weg"
    return f"zet er de koppen boven: {'| Kop ' * len(cells_of(made.lines[chunk[0]]))}|"


def _is_rule(line: str, mark: re.Pattern[str]) -> bool:
    cells = cells_of(line) if "|" in line else []
    return bool(cells) and all(map(mark.fullmatch, cells))


def titles(made: Unpasted, chunks: Sequence[list[int]]) -> None:
    """Refuse a line beside a table that other Markdown takes for its title."""
    tables = {one[0]: one[-1] for one in chunks if any(_is_rule(made.lines[at], _MARK) for at in one[1:3])}
    beside = [at for ends in tables.items() for at in ends]
    for before, after in pairwise(chunks):
        if any(made.lines[at].strip() for at in range(before[-1] + 1, after[0])):
            continue  # a box begins or ends here
        beside += [before[-1]] if after[0] in tables and len(before) == 1 else []
        beside += [after[0]] if before[0] in tables and len(after) == 1 else []
    for at in sorted(set(beside)):
        if found := _TITLE.fullmatch(made.lines[at]):
            hint = f"zet '::: tabel naam {found['title']}' boven de tabel, en ':::' eronder"
            made.refuse(at, "zo geschreven krijgt de tabel geen titel", hint)
