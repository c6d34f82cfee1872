"""Find lists of what changed that tell it since another time than the last report, while no words say so."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from rapportage.checks.days.periods import plain
from rapportage.checks.subjects import Content
from rapportage.content.earlier import report_before
from rapportage.content.fields import EXPRESSION
from rapportage.content.model import Markdown
from rapportage.content.text_blocks import TextBlock, text_blocks
from rapportage.errors import Finding, Place
from rapportage.named_periods import named_periods
from rapportage.periode import Periode

_ASKED = re.compile(r"\s*\[\s*veranderd\s*:(?P<since>[^\[\]]*)\]\s*", re.I)
_YEAR_BEFORE = re.compile(r"\s*jaar_eerder\b")


def since_another_report(content: Content) -> Iterator[Finding]:
    """Each list since an earlier period that is not the last one and that no words above name."""
    rapportage, own = content.rapportage, content.rapportage.periode
    last = report_before(content.workspace, own)
    if last is None:
        return
    memo = "", rapportage.raadsvoorstel
    chapters = ((one.gegevens.value.titel, one.tekst) for one in rapportage.hoofdstukken.values())
    for title, text in (memo, *chapters):
        for since, above, place in _asked(title, text, content.workspace.periods()):
            is_last = since == last and (since == own.previous or since.kind != own.kind)
            is_earlier = since.last_day < own.first_day  # of another is told where the list is made
            if is_earlier and not is_last and not _names(above, since, own):
                yield _finding(since, last, own, place)


def _asked(title: str, text: Markdown, known: Sequence[Periode]) -> Iterator[tuple[Periode, str, Place]]:
    """The period of each list, what its heading and the words right above it say, and where it stands."""
    blocks = text_blocks(text.text)
    for at, block in enumerate(blocks):
        found = _ASKED.fullmatch(block.lines[0]) if block.kind == "insert" else None
        for since in known if found else ():
            if found and str(since) == found["since"].strip():
                yield since, _above(title, blocks[:at]), Place(text.file, text.first_line + block.line)


def _above(title: str, blocks: Sequence[TextBlock]) -> str:
    heading = next((one.words for one in reversed(blocks) if one.kind == "heading"), title)
    return " ".join((heading, *(one.words for one in blocks[-1:])))


def _names(words: str, since: Periode, own: Periode) -> bool:
    """Whether the words name that period, in words or in the expression for it."""
    asked = any(_YEAR_BEFORE.match(one["expression"]) for one in EXPRESSION.finditer(words))
    named = any(one.dated and one.may_be(since) for one in named_periods(plain(words, own)))
    return named or str(since) in words or (asked and since == own.year_before)


def _finding(since: Periode, last: Periode, own: Periode, place: Place) -> Finding:
    named = str(since) if since.kind == "jaar" else f"het {since.words('lang')}"
    saying = f"zeg in de kop of de regel erboven dat het sinds {named} is"
    if since == last:
        between = f"tussen {since} en {own} ligt een periode die niet in deze werkmap staat"
        return Finding(f"{between}: dit is niet wat er sinds de vorige keer veranderde", place, saying)
    return Finding(
        f"dit is niet wat er sinds de vorige keer veranderde: dat was {last}, en hier staat {since}",
        place,
        f"schrijf [veranderd: {last}], of {saying}",
    )
