"""Lines whose cells are parted by tabs or pipes, as the table that they look like."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import groupby, takewhile

from rapportage.compose.prose.pasted.gaps import AS_TABLE, is_sentence, numbered_heading, told
from rapportage.compose.prose.pasted.lines import LINE_BY_LINE
from rapportage.compose.prose.pasted.lists import begins_with_a_label, begins_with_a_sign
from rapportage.compose.prose.pasted.text import ITEM, LETTERED, Unpasted, chunks_of
from rapportage.dutch import MONTHS, count_text
from rapportage.typed import typed_number

_ROW = re.compile(r"\s{0,3}\|(?P<cells>.*\S.*)\|\s*")
_QUOTED = re.compile(r'"(?:[^"]|"")+"')
_SIGN = re.compile(
    r"[^\w\s]{1,2}|[(\[]?(?:[0-9]{1,3}(?:\.[0-9]{1,3}){0,3}|[A-Za-z]|[IVX]{1,4})[.)\]]|[0-9]\.[0-9]"
)
"""What stands before an item of a list, or before a heading that was numbered by hand."""
_NUMBER = re.compile(r"(?:[0-9]{1,3}|[a-z])[.)]\t")
_DAY = re.compile(
    rf"(?:[a-z]{{3,6}}dag\s)?[0-9]{{1,2}}\s(?:{'|'.join(MONTHS)})(?:\s[12][0-9]{{3}})?|(?:{'|'.join(MONTHS)})\s[12][0-9]{{3}}"
    r"|[0-9]{1,2}[-/][0-9]{1,2}[-/][12][0-9]{3}",
    re.I,
)
_NO_DAY = ("", "-", "–", "n.v.t.", "onbekend")
_RULE = re.compile(r"\s{0,3}\|?[\s:|-]*-[\s:|-]*")


def tables_for_sure(made: Unpasted, hidden: set[int]) -> set[int]:
    """Read rows with tabs below what can be their headings only; the lines that nothing else judges then.

    A row may begin with a number or letter with a point where it has two tabs or more.
    """
    taken: set[int] = set()
    for chunk in chunks_of(made.lines, hidden):
        rows = {at: cells for at in chunk if (cells := _by_tabs(made.lines[at], numbered=True))}
        for run in _runs(sorted(rows)):
            table = [rows[at] for at in run]
            behind_rule = run[0] != chunk[0] and _RULE.fullmatch(made.lines[run[0] - 1])
            if _is_table(table, tabs=True) and not behind_rule:
                _read(made, run, table, "tabs")
                taken.update(run)
    return taken


def empty_rows(made: Unpasted, text: str, hidden: set[int]) -> None:
    """Refuse each row without words within a table of tabs, and leave out those below, which only follow."""
    written = text.split("\n")
    for at, line in enumerate(written[1:-1], 1):
        width = len(_by_tabs(written[at - 1], numbered=True))
        is_within = width > 1 and len(_by_tabs(written[at + 1], numbered=True)) == width
        if "\t" in line and not line.strip() and is_within and at not in hidden:
            made.refuse(at, "een rij zonder woorden breekt de tabel hier in tweeën", "haal deze rij weg")
            for row in takewhile(
                lambda row: _by_tabs(written[row], numbered=True), range(at + 1, len(written))
            ):
                made.lines[row] = ""


def tables(made: Unpasted, chunk: list[int]) -> None:
    """Find the rows that tabs or pipes part, without the rule that Markdown asks for."""
    for split in (_by_tabs, _by_pipes):
        rows = {at: cells for at in chunk if (cells := split(made.lines[at]))}
        for run in _runs(sorted(rows)):
            _table(made, run, [rows[at] for at in run], chunk, split is _by_tabs)
    for what, split in (("spaties", _by_blanks), ("puntkomma's", _by_semicolons), ("komma's", _by_commas)):
        rows = {at: cells for at in chunk if (cells := split(made.lines[at]))}
        for run in _runs(sorted(rows)):
            if len(run) > 1 and len({len(rows[at]) for at in run}) == 1:
                message = f"deze regels met {what} tussen de cellen lopen aan elkaar"
                made.refuse(run[0], message, AS_TABLE)
                return


def _runs(numbers: Sequence[int]) -> Iterator[list[int]]:
    """The numbers that follow each other, together."""
    for _, run in groupby(enumerate(numbers), key=lambda one: one[1] - one[0]):
        yield [number for _, number in run]


def _by_tabs(line: str, *, numbered: bool = False) -> list[str]:
    if "\t" not in line.strip() or line.startswith((">", "#", "|", "[^")):
        return []
    is_item = ITEM.match(line) or LETTERED.fullmatch(line) or begins_with_a_sign(line)
    is_row = numbered and line.strip().count("\t") > 1 and _NUMBER.match(line)
    if is_item and not is_row:
        return []
    cells = [_unquoted(cell.strip(" \xa0")) for cell in line.split("\t")]
    return cells if any(cells[1:]) else []


def _unquoted(cell: str) -> str:
    """The cell as it was, where a spreadsheet doubled its quotes to copy it."""
    return cell[1:-1].replace('""', '"') if _QUOTED.fullmatch(cell) and '""' in cell else cell


def _by_pipes(line: str) -> list[str]:
    if not line.rstrip().endswith("|"):
        return []  # the pattern would look for its end at every sign
    found = _ROW.fullmatch(line)
    cells = [cell.strip() for cell in re.split(r"(?<!\\)\|", found["cells"])] if found else []
    return cells if len(cells) > 1 else []


def _by_blanks(line: str) -> list[str]:
    """Cells that are set under each other by blanks; two of them behind a sentence are a habit."""
    if "|" in line or ITEM.match(line) or LETTERED.fullmatch(line):
        return []
    cells = re.split(r"[ \xa0]{3,}|(?<![.:;?!])[ \xa0]{2}(?![ \xa0])", line.strip())
    is_item = len(cells) == 2 and _SIGN.fullmatch(cells[0]) and cells[1][:1].isalpha()
    return cells if len(cells) > 1 and not is_item else []


def _by_semicolons(line: str) -> list[str]:
    cells = re.split(r";(?=\S)", line.strip())
    return cells if len(cells) > 1 and not re.search(r"[|&\[{]", line) else []


def _by_commas(line: str) -> list[str]:
    """Cells of a CSV file; a comma between digits may be a decimal one."""
    cells = re.split(r",(?=\S)", line.strip())
    return cells if len(cells) > 1 and " " not in line.strip() and not re.search(r"[|\[{(]|://", line) else []


def _table(made: Unpasted, run: list[int], rows: list[list[str]], chunk: list[int], tabs: bool) -> None:
    if not tabs and (any(_RULE.fullmatch(made.lines[at]) for at in run) or _behind_rows(made, run, chunk)):
        return  # Markdown's own table
    if tabs and run[0] != chunk[0] and _RULE.fullmatch(made.lines[run[0] - 1]):
        return
    widths = {len(row) for row in rows}
    what = "tabs" if tabs else "streepjes (|)"
    if _is_table(rows, tabs):
        _read(made, run, rows, what)
        return
    words = made.lines[run[0]].strip()
    if tabs and _is_torn_off(made, run[0], rows[0]):
        made.refuse(
            run[0],
            "deze rij hoort bij de tabel erboven, en een lege regel staat ertussen",
            f"haal de lege regel weg; is het een tabel voor zich, {AS_TABLE}",
        )
        return
    if tabs and (heading := numbered_heading(words)):
        made.refuse(run[0], *heading)
        return
    if tabs and len(rows) == 1:
        if not is_sentence(words):
            made.refuse(run[0], *told(words))
        return
    if tabs and widths == {2} and all(begins_with_a_label(made.lines[at]) for at in run):
        return  # items rather than rows
    otherwise = f"; is het geen tabel, zet dan spaties voor de tabs en {LINE_BY_LINE}" if tabs else ""
    message = f"deze regels met {what} lopen aan elkaar"
    if len(widths) > 1:
        message += f": de ene heeft {min(widths)} cellen, de andere {max(widths)}"
    made.refuse(run[0], message, f"{AS_TABLE}{otherwise}")


def _is_torn_off(made: Unpasted, at: int, row: Sequence[str]) -> bool:
    """Whether a row of several cells stands one empty line below a row of as many."""
    if at < 2 or made.lines[at - 1]:
        return False
    return len(row) > 2 and len(_by_tabs(made.lines[at - 2], numbered=True)) == len(row)


def _is_table(rows: list[list[str]], tabs: bool) -> bool:
    return len(rows) > 1 and len({len(row) for row in rows}) == 1 and _has_headings(rows, tabs)


def _read(made: Unpasted, run: list[int], rows: list[list[str]], what: str) -> None:
    """Keep the rows of a table that begins on this line, and tell of it."""
    made.tables[run[0]] = rows
    count = count_text(len(rows[0]), "kolom", "kolommen")
    made.tip(
        run[0],
        f"regels met {what} zijn als tabel van {count} gelezen",
        "schrijf haar met | tussen de cellen en |---|---| onder de kop om zeker te zijn",
    )


def _behind_rows(made: Unpasted, run: list[int], chunk: list[int]) -> bool:
    """Whether a table's rule stands right above, so that these are its rows."""
    return run[0] > chunk[0] and _RULE.fullmatch(made.lines[run[0] - 1]) is not None


def _has_headings(rows: list[list[str]], tabs: bool) -> bool:
    """Whether the first row can be nothing else than the headings of what stands below it."""
    head, *body = rows
    if not tabs:
        return True
    if any(cell.endswith(":") for cell in head) or not all(head[1:]):
        return False
    years = all(re.fullmatch("[12][0-9]{3}", cell) or not is_number(cell) for cell in head[1:])
    numbers = any(is_number(cell) for row in body for cell in row[1:])
    return years and (
        numbers or len(head) > 2 or not head[0] or any(_is_of_days(one) for one in zip(*rows, strict=True))
    )


def _is_of_days(column: Sequence[str]) -> bool:
    """Whether a column is of days or months below a head that is none; of one day that is not sure."""
    head, *body = column
    days = [cell for cell in body if _DAY.fullmatch(cell)]
    return (
        not _DAY.fullmatch(head) and len(days) > 1 and all(cell in days or cell in _NO_DAY for cell in body)
    )


def is_number(cell: str) -> bool:
    """Whether a cell of a pasted table holds a number."""
    return typed_number(cell) is not None or re.fullmatch(r"-?[0-9]+\.[0-9]+%?", cell) is not None
