"""Find tables that have another number of rows, or of rows in a state, than is counted above."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from rapportage.checks.reading.amounts import head_words
from rapportage.checks.reading.table_lines import Line, tables
from rapportage.checks.reading.told_facts import stem
from rapportage.checks.subjects import Paper
from rapportage.document import Block, Landscape, Paragraph, Table
from rapportage.dutch import BETWEEN_SENTENCES
from rapportage.earlier_times import OTHER_TIME
from rapportage.errors import Finding, Place
from rapportage.inlines import place_of, plain
from rapportage.number_words import number_of_word

_COUNT = (
    r"(?P<count>(?<![\w.,-])(?:[0-9]{1,2}|één|eén|twee|drie|vier|vijf|zes|zeven|acht|negen|tien|elf|twaalf|dertien|veertien"
    r"|vijftien)(?![\w.,-]))"
)
_NOUN = r"(?P<noun>(?!kolommen|jaren|maanden|kwartalen|weken|perioden|leden)[a-zé]{4,}(?:en|s|['’]s))"
_IN_TITLE = re.compile(rf"\A(?:de\s|alle\s|onze\s)?{_COUNT}\s(?:[a-z]+e\s)?{_NOUN}(?![\w-])", re.I)
_IN_TEXT = re.compile(
    rf"\b(?:van\sde|alle|er\s(?:zijn|staan|lopen)|register\s(?:telt|heeft|bevat|staan))\s{_COUNT}\s{_NOUN}(?![\w-])"
    r"(?!\s(?!in\shet\sregister)(?:op|in|met|die|dat|waar\w*|uit|van|voor|zonder|bij|over)\b)",
    re.I,
)
"""All that there are; with words behind it they may be some."""
_ONLY_SOME = re.compile(
    r"\b(?:grootste|belangrijkste|enkele|onder\smeer|bijvoorbeeld|alleen|overige|andere|nieuwe|eerder\w*|vorig\w*|meeste"
    r"|ander\w*|resterende|waarvan|hiervan|in\s(?:19|20)[0-9]{2})\b",
    re.I,
)
"""What says that the table may be of other rows than were counted."""
_OF_A_WHILE = re.compile(
    rf"\b(?:{OTHER_TIME}|sinds\w*|nieuw\w*|afgelopen"
    r"|(?:dit|deze|in\sdat)\s(?:half\s?jaar|jaar|kwartaal|periode|maand\w*|keer))\b",
    re.I,
)
"""What says that rows came into a state within a time; others may have been in it before."""
_REST = re.compile(
    r"(?:overige?|andere?|rest|diversen?|waarvan|w\.v\.|onvoorzien|saldo|gemiddeld\w*|nog\b)", re.I
)
"""What a row is called that is not one of those that are counted."""
_SIGNS = {"✓": "groen", "▲": "oranje", "■": "rood"}
_AS_SAID = {
    "groen": r"(?:op\s(?:koers|schema|groen)|groen)",
    "oranje": r"(?:op\soranje|oranje)",
    "rood": r"(?:op\srood|rood)",
}
_STATE_HEAD = re.compile(r"(?:stand|status|staat|voortgang|oordeel)\b", re.I)
_FEWEST = 2


def of_another_number(paper: Paper) -> Iterator[Finding]:
    """Each 'de zes risico's' above a table of five, and 'drie op koers' above one where two are green."""
    lines = {id(table): own for table, own in tables(paper)}
    for above, table in _with_above(paper.document.blocks):
        own = lines.get(id(table), [])
        title = plain(table.caption).strip()
        if told := other_title(title, table, own):
            yield _finding(told, place_of(table.caption) if table.caption else table.place, table)
        if above is not None:
            place = place_of(above.content)
            for told in other_text(plain(above.content), table, own):
                yield _finding(told, place if place.file else above.place, table)


def _with_above(blocks: Sequence[Block]) -> Iterator[tuple[Paragraph | None, Table]]:
    """The tables, each with the paragraph right above it."""
    for at, block in enumerate(blocks):
        if isinstance(block, Landscape):
            yield from _with_above(block.blocks)
        elif isinstance(block, Table):
            before = blocks[at - 1] if at else None
            yield (before if isinstance(before, Paragraph) else None), block


def other_title(title: str, table: Table, lines: Sequence[Line]) -> str:
    """What a title counts of the rows below it, of which there are others; '' where it does not."""
    found, rows = _IN_TITLE.match(title), _rows(table, lines)
    count = _number(found["count"]) if found else None
    if found is None or count is None or not rows or count in (rows, table.columns - 1):
        return ""
    return f"'{found[0].strip()}', en de tabel heeft {_as_rows(rows)}"


def other_text(words: str, table: Table, lines: Sequence[Line]) -> Iterator[str]:
    """What the text above a table counts of its rows, all of them and those in a state, which are others."""
    rows = _rows(table, lines)
    counts = {_number(found[0]) for found in re.finditer(_COUNT, words, re.I)}
    for sentence in BETWEEN_SENTENCES.split(words) if rows and rows not in counts else ():
        found = _IN_TEXT.search(sentence)
        count = _number(found["count"]) if found and not _ONLY_SOME.search(sentence) else None
        if found and count and count >= _FEWEST and _are_rows(found, words, table):
            yield f"'{found['count']} {found['noun']}', en de tabel eronder heeft {_as_rows(rows)}"
            break
    if rows:
        yield from _other_states(words, table, lines)


def _rows(table: Table, lines: Sequence[Line]) -> int:
    """How many rows a table has besides totals; 0 where cells are joined, or rows are of a rest or a part."""
    joined = any(cell.rowspan > 1 or cell.colspan > 1 for row in table.body for cell in row.cells)
    own = [line for line in lines if not line.is_total]
    if joined or any(_REST.match(line.name) for line in own):
        return 0
    return len(own) if len(own) >= _FEWEST else 0


def _as_rows(count: int) -> str:
    return f"{count} rijen"


def _are_rows(found: re.Match[str], words: str, table: Table) -> bool:
    """Whether what is counted is what the first column has, or the register."""
    if table.id == "register-alle":
        return re.search(r"\bregister\b", words, re.I) is not None
    head = " ".join(head_words(table, 0)).split()
    return len(head) == 1 and stem(head[0]) == stem(found["noun"]) and len(head[0]) > len("wat")


def _other_states(words: str, table: Table, lines: Sequence[Line]) -> Iterator[str]:
    """Each count of rows in a state: by the sign of a light, or by the word in a column of states."""
    for column in range(1, table.columns):
        cells = [_text(line, column) for line in lines if not line.is_total]
        if not cells or not all(cells):
            continue
        if all(cell[0] in _SIGNS for cell in cells):
            colours = [_SIGNS[cell[0]] for cell in cells]
            states = {form: colours.count(colour) for colour, form in _AS_SAID.items()}
        elif _STATE_HEAD.match(" ".join(head_words(table, column))):
            firsts = [cell.split(",")[0].casefold() for cell in cells]
            states = {re.escape(one): firsts.count(one) for one in firsts if one.replace(" ", "").isalpha()}
        else:
            continue
        for form, right in states.items():
            said = re.compile(
                rf"(?<!van\sde\s)(?<![\w-]){_COUNT}\s(?:(?:projecten|daarvan|hiervan|is|zijn|lopen|liggen|staan|ervan)\s){{0,2}}"
                rf"{form}(?!\w)",
                re.I,
            )
            now = (one for one in BETWEEN_SENTENCES.split(words) if not _OF_A_WHILE.search(one))
            for found in (one for sentence in now for one in said.finditer(sentence)):
                if (count := _number(found["count"])) is not None and count != right:
                    there = f"{right} keer" if right else "niet"
                    yield f"'{found[0]}', en in de tabel eronder staat dat {there}"


def _text(line: Line, column: int) -> str:
    slot = line.cells[column][0] if column in line.cells else None
    return plain(slot.cell.content).strip() if slot else ""


def _number(words: str) -> int | None:
    return int(words) if words.isdecimal() else number_of_word(words)


def _finding(told: str, place: Place, table: Table) -> Finding:
    at = place if place.file else table.place
    return Finding(f"hier staat {told}", at, "verander het getal, of de tabel")
