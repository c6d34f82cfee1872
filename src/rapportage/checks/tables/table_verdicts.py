"""Find rows that a table calls up to a norm against their number, and texts that count them otherwise."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from rapportage.checks.reading.amounts import amount, head_words
from rapportage.checks.reading.table_lines import Line, place_of_slot, tables
from rapportage.checks.reading.texts import running_texts, texts
from rapportage.checks.reading.told_facts import content_words, stem
from rapportage.checks.subjects import Paper, Report
from rapportage.document import Slot, Table
from rapportage.earlier_times import OTHER_TIME
from rapportage.errors import Finding
from rapportage.inlines import plain
from rapportage.named_periods import placed_periods
from rapportage.number_words import number_of_word

_YES = re.compile(
    r"[✓×▲■●\s]*(?:(?P<yes>ja|wel|gehaald|voldoet)|nee|niet(?:\sgehaald)?|voldoet\sniet)\.?", re.I
)
_FEWEST = 4
"""Of fewer rows it is not clear whether the numbers go with the verdicts at all."""
_MOST_WRONG = 2
_OF_A_NORM = re.compile(r"\b(?:norm\w*|doel\w*|streef\w*|eis\w*|grens\w*|maximum|minimum|ambitie)\b", re.I)
_LIMIT = r"(?:norm|doel|streefwaarde|eis|grens|grenswaarde)"
_IS = r"(?:is|van|bedraagt|ligt\sop|wordt)"
_NORM = re.compile(
    rf"\b(?:{_LIMIT}(?:\s(?!van\b|is\b)[\w-]+){{0,4}}\s{_IS}|{_IS}\s(?:de|het)\s{_LIMIT}(?:\s[\w-]+){{0,2}}?)"
    r"\s(?P<norm>[0-9]+(?:,[0-9]+)?)(?![0-9]|[.,][0-9])",
    re.I,
)
_CHANGE = re.compile(r"\b(?:verschil|verandering|groei|toename|afname|mutatie)\b|[+±]", re.I)
_COUNTED = re.compile(
    r"\b(?P<count>[\wéëï]+)\svan\s(?:de|onze|deze)\s(?P<all>[\wéëï]+)\s(?:[a-z]+e\s)?(?P<noun>[a-z]{4,})\b",
    re.I,
)
_CLAUSE = re.compile(r"[.;:!?,]\s|\s[–(]")
_NOT = re.compile(r"\b(?:niet|geen|onvoldoende|boven|onder|zonder|bijna|net|meer|minder|ten\sminste)\b", re.I)
_NOT_NOW = re.compile(
    rf"\b(?:{OTHER_TIME}|was|waren|werd|werden|had|hadden|voldeden|moet|moeten|zullen|straks|eind|in\s[12][0-9]{{3}})\b",
    re.I,
)
_NONE_AND_ALL = {"geen": 0, "alle": -1, "beide": 2}


@dataclass(frozen=True, slots=True)
class Verdicts:
    """A table with a column that says of each row whether it is so; `head` is what that column is called."""

    table: Table
    column: int
    head: str
    rows: tuple[tuple[Line, Slot, bool], ...]

    @property
    def noun(self) -> str:
        """What the rows are, by the head of the first column; '' where that is no single word."""
        words = " ".join(head_words(self.table, 0)).split()
        return words[0] if len(words) == 1 else ""

    @property
    def count(self) -> int:
        """Of how many rows it is so."""
        return sum(so for _, _, so in self.rows)


def verdicts(paper: Paper) -> Iterator[Verdicts]:
    """Each column of yes and no of a paper."""
    for table, lines in tables(paper):
        own = [line for line in lines if not line.is_total]
        for column in range(1, table.columns) if len(own) >= _FEWEST else ():
            cells = [line.cells[column][0] for line in own if column in line.cells]
            said = [_YES.fullmatch(plain(slot.cell.content).strip()) for slot in cells]
            if len(cells) == len(own) and all(said):
                so = [bool(one and one["yes"]) for one in said]
                head = " ".join(head_words(table, column))
                yield Verdicts(table, column, head, tuple(zip(own, cells, so, strict=True)))


def against_the_norm(paper: Paper) -> Iterator[Finding]:
    """Each row that is called up to the norm, or not, where its number is on the other side of it."""
    found = [one for one in verdicts(paper) if _OF_A_NORM.search(f"{one.head} {plain(one.table.caption)}")]
    for one in found:
        norms = _norms(paper, one)
        best = min((wrong for way in (1, -1) for wrong in _wrong(one, norms, way)), key=len, default=[])
        for slot, number, norm in best if len(best) <= _most(one) else ():
            side = "boven" if number > norm else "onder"
            yield Finding(
                f"hier staat '{plain(slot.cell.content).strip()}', en {_shown(number)} is {side} de norm van"
                f" {_shown(norm)}",
                place_of_slot(one.table, slot),
                "verander het woord of het getal; ligt de norm hier anders, zet haar dan in een kolom",
            )


def _most(one: Verdicts) -> int:
    """So many rows at most may be wrong: of more, the numbers are of something else."""
    return min(_MOST_WRONG, len(one.rows) // _FEWEST)


def _wrong(
    one: Verdicts, norms: Sequence[Decimal], way: int
) -> Iterator[list[tuple[Slot, Decimal, Decimal]]]:
    """The rows on the other side of the norm than they should be, if what is up to it is above (1) or below.

    What is judged is the column of numbers next to the verdict: others may be of before.
    """
    heads = [" ".join(head_words(one.table, column)) for column in range(one.table.columns)]
    numbers = {
        at: row
        for at in range(1, one.table.columns)
        if at != one.column and not _CHANGE.search(heads[at]) and (row := _column(one, at))
    }
    goals = [at for at in numbers if _OF_A_NORM.search(heads[at])]
    judged = sorted((at for at in numbers if at not in goals), key=lambda at: (at > one.column, -at))
    limits = [numbers[at] for at in goals] or [[norm] * len(one.rows) for norm in norms]
    if judged and len(limits) == 1:
        yield [
            (slot, value, limit)
            for (_, slot, so), value, limit in zip(one.rows, numbers[judged[0]], limits[0], strict=True)
            if value != limit and ((value - limit) * way > 0) is not so
        ]


def _column(one: Verdicts, at: int) -> list[Decimal]:
    """The numbers of a column; none where a row has no number there."""
    cells = [line.cells[at][1] if at in line.cells else None for line, _, _ in one.rows]
    known = [cell.value for cell in cells if cell is not None and cell.known and not cell.empty]
    return known if len(known) == len(one.rows) else []


def _norms(paper: Paper, one: Verdicts) -> list[Decimal]:
    """The norms that the head, the title or the texts of the same file name, each once."""
    file = one.table.place.file
    said = [one.head, plain(one.table.caption)]
    said += [words for words, place in running_texts(paper) if place.file == file]
    named = [amount(found["norm"]) for words in said for found in _NORM.finditer(words)]
    return list(dict.fromkeys(number.value for number in named if number is not None))


def _shown(number: Decimal) -> str:
    return f"{number:f}".replace(".", ",")


def counted_otherwise(report: Report) -> Iterator[Finding]:
    """Each 'vijf van de acht meetpunten voldoen' where another number of rows of that table do."""
    papers = list(report.papers.values())
    known = [one for paper in papers for one in verdicts(paper) if one.noun]
    for paper in papers if known else ():
        for words, place in texts(paper):
            for told in other_counts(words, known):
                yield Finding(told, place, "tel na in de tabel, of zeg van wanneer het is")


def other_counts(words: str, known: Sequence[Verdicts]) -> Iterator[str]:
    """What a text counts of rows that are so, now and out of all, and that the one table of them has not."""
    yield from filter(None, (_told(clause, known) for clause in _CLAUSE.split(words)))


def _told(clause: str, known: Sequence[Verdicts]) -> str:
    found = _COUNTED.search(clause)
    if found is None or _NOT_NOW.search(clause) or any(placed_periods(clause)):
        return ""
    of_all, count, behind = _number(found["all"]), _number(found["count"]), clause[found.end() :]
    meant = [
        one
        for one in known
        if of_all == len(one.rows)
        and stem(one.noun) == stem(found["noun"])
        and content_words(one.head) & content_words(behind)
    ]
    if len(meant) != 1 or count is None or _NOT.search(behind):
        return ""
    (one,) = meant
    if (of_all if count < 0 else count) == one.count:
        return ""
    title = plain(one.table.caption).strip()
    where = f"'{title}'" if title else "de tabel"
    return f"hier staat '{found[0]}', en in {where} zijn het er {one.count}"


def _number(word: str) -> int | None:
    known = _NONE_AND_ALL.get(word.casefold())
    if known is not None:
        return known
    return int(word) if word.isdecimal() else number_of_word(word)
