"""Find columns of a table that write their days in several ways: '1-3-2024' above '1 maart 2024'."""

from __future__ import annotations

import re
from collections.abc import Iterator

from rapportage.checks.subjects import Paper
from rapportage.checks.tables.tables import below_heads
from rapportage.document import Table, walk
from rapportage.dutch import MONTHS, list_text
from rapportage.errors import Finding, Place
from rapportage.inlines import place_of, plain

_SHORT = r"(?:jan|feb|mrt|apr|jun|jul|aug|sept?|okt|nov|dec)\b\.?"
_LEAD = (
    r"(?:(?:uiterlijk|v[oó][oó]r|per|op|tot|vanaf|sinds|na|ca\.|circa)\s+){0,2}"
    r"(?:(?:ma|di|wo|do|vr|za|zo)(?:\.|\w*dag)?,?\s+)?"
)
_YEAR = r"(?:[12][0-9]{3}|['’]?[0-9]{2})"
_FORMS = {
    "-": rf"[0-9]{{1,2}}-[0-9]{{1,2}}-{_YEAR}",
    "/": rf"[0-9]{{1,2}}/[0-9]{{1,2}}/{_YEAR}",
    ".": r"[0-9]{1,2}\.[0-9]{1,2}\.[12][0-9]{3}",
    "jaar": r"[12][0-9]{3}-[0-9]{2}-[0-9]{2}",
    "maand": rf"[0-9]{{1,2}}\s+(?:{'|'.join(MONTHS)}|{_SHORT})(?:\s+{_YEAR})?",
}
_NOTATIONS = {name: re.compile(rf"{_LEAD}(?P<day>{form})[*†]?", re.I) for name, form in _FORMS.items()}
"""The ways to write a day, with what may stand before one in a cell."""


def written_differently(paper: Paper) -> Iterator[Finding]:
    """Each column whose cells are days in more than one notation, at the first that is otherwise."""
    for block in walk(paper.document.blocks):
        for slots in below_heads(block).values() if isinstance(block, Table) else ():
            first: dict[str, tuple[str, Place]] = {}
            for slot in slots:
                content = slot.cell.content
                if found := _notation(plain(content).strip()):
                    first.setdefault(found[0], (found[1], place_of(content) if content else block.place))
            if len(first) > 1:
                (_, place), days = list(first.values())[1], [f"'{day}'" for day, _ in first.values()]
                yield Finding(
                    f"in deze kolom staan dagen op {_COUNTS[len(first)]} manieren: {list_text(days)}",
                    place if place.file else block.place,
                    "schrijf alle dagen in een kolom op dezelfde manier, zoals 1 maart 2024",
                )


_COUNTS = {2: "twee", 3: "drie", 4: "vier", 5: "vijf"}


def _notation(words: str) -> tuple[str, str] | None:
    """In what way the words of a cell are a day, with that day; None where they are not."""
    matches = ((name, form.fullmatch(words)) for name, form in _NOTATIONS.items())
    return next(((name, found["day"]) for name, found in matches if found), None)
