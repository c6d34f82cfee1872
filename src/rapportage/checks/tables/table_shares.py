"""What share of the total a sentence gives a row of a table is what its cells make."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from rapportage.checks.reading.table_names import SpokenTable, begin
from rapportage.dutch import number_text
from rapportage.inlines import plain
from rapportage.rough import ROOM

_OF_ALL = re.compile(
    r"(?<![\w.,/-])(?P<share>[0-9]{1,3}(?:,[0-9]{1,2})?)%\svan\s(?:het\stotaal(?:\s?aantal)?|alle)(?:\s(?P<noun>[^\W\d_][\w-]*))?"
    r"(?=\s*(?:[.;:)]|,\s|\Z))",
    re.I,
)
_ROUGH = re.compile(rf"\b(?:{re.sub('[?]P<[a-z]+>', '?:', ROOM)})\s\Z", re.I)
_OTHERWISE = re.compile(
    r"\b(?:samen|gezamenlijk|beide|allebei|overige?|andere|rest|resterende?|elk\w*|ieder\w*|per|gemiddeld\w*|landelijk\w*|eerder\w*"
    r"|vorige?|toen|zonder|exclusief|behalve|niet|geen|zou|zouden|doel|norm|streef\w*|verwacht\w*|en)\b",
    re.I,
)
"""What makes it the share of more rows, or of another time or whole."""
_WORD = re.compile(r"[^\W\d_][\w-]*")
_NAME_LETTERS, _NOUN_LETTERS = 5, 4


def other_share(sentence: str, table: SpokenTable) -> str:
    """What a sentence says otherwise of the share that the one row it names has of the only total."""
    found = _OF_ALL.search(sentence)
    totals = [at for at, line in enumerate(table.lines) if line.is_total]
    rows = _rows_of(sentence[: found.start()], table) if found else set()
    if found is None or len(totals) != 1 or len(rows) != 1 or _OTHERWISE.search(sentence):
        return ""
    if _ROUGH.search(sentence[: found.start()]) or not _is_counted(sentence, found["noun"], table):
        return ""
    row, said = rows.pop(), Decimal(found["share"].replace(",", "."))
    digit = Decimal(1).scaleb(int(said.as_tuple().exponent))
    shares = list(_shares(row, totals[0], table))
    if not shares or any(abs(said - share) <= digit / 2 for share in shares):
        return ""
    made = number_text(shares[-1], max(0, -int(digit.as_tuple().exponent)))
    where = f"'{table.lines[row].name}'"
    return f"hier staat {found['share']}% van het totaal, en in {table.called} is {where} daarvan {made}%"


def _is_counted(sentence: str, noun: str | None, table: SpokenTable) -> bool:
    """Whether the whole is what the table counts, by the word behind it or any other of the sentence."""
    heads = " ".join((*table.rows.values(), *table.columns.values(), "totaal aantal"))
    others = {begin(word) for word in _WORD.findall(heads)}
    counted = {begin(word) for word in _WORD.findall(plain(table.table.caption))} - others
    words = [noun] if noun else _WORD.findall(sentence)
    return any(len(one) >= _NOUN_LETTERS and begin(one) in counted for one in words)


def _rows_of(text: str, table: SpokenTable) -> set[int]:
    """The rows that a text names in full, or by a word that no other row has."""
    said = {word for word in _WORD.findall(text) if len(word) >= _NAME_LETTERS and word[0].isupper()}
    names = {at: set(_WORD.findall(name)) for at, name in table.rows.items()}
    having = ([at for at, own in names.items() if word in own] for word in said)
    alone = (rows[0] for rows in having if len(rows) == 1)
    return {one.number for one in table.rows_named(text)} | set(alone)


def _shares(row: int, total: int, table: SpokenTable) -> Iterator[Decimal]:
    """What part of the total each column gives a row, or says that it is."""
    for column in table.columns:
        part, whole = table.cell(row, column), table.cell(total, column)
        if part and part.kind == "%":
            yield part.value
        elif part and whole and whole.value:
            yield part.value / whole.value * 100
