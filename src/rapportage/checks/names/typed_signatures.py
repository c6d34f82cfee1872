"""Find a signature that was typed below a memo, which gets its own."""

from __future__ import annotations

import re
from collections.abc import Iterator

from rapportage.checks.subjects import Paper
from rapportage.content.folders import MEMO
from rapportage.document import Paragraph, Signatures, walk
from rapportage.errors import Finding
from rapportage.inlines import place_of, plain

_COLLEGE = (
    r"(?:het\s)?(?:college\s(?:van|der)\s)?burgemeester\s(?:en|&)\swethouders"
    r"|het\scollege|college\svan\sB&W|B&W"
)
_PLACE = r"(?:\s(?:van|der)\s(?:de\s)?(?:gemeente\s)?[\w’'-]+(?:\s[\w’'-]+){0,2})?"
_OFFICE = (
    r"(?:de\s|het\s)?(?:loco-?|plv\.\s|waarnemend\s)?"
    r"(?:gemeente)?(?:secretaris|burgemeester|griffier|voorzitter)"
)
_GREETING = r"hoogachtend,?|met\svriendelijke\sgroet(?:en)?,?"
_CLOSING = re.compile(
    rf"(?:(?:namens|{_GREETING})\s)?(?:{_COLLEGE}){_PLACE}\s?[,.]?(?:\s{_OFFICE},?){{0,2}}"
    rf"|{_GREETING}|namens\sde\s(?:gemeente)?raad{_PLACE},?"
    rf"|{_OFFICE}(?:/directeur)?,?(?:\s+(?:en\s)?{_OFFICE},?)?",
    re.I,
)
"""Whole lines with which a letter is signed."""
_LAST = 5
"""So many paragraphs at the end of the text may be its signature."""


def below_the_memo(paper: Paper) -> Iterator[Finding]:
    """The first line of a signature at the end of the memo's own text, where the paper has one of its own."""
    blocks = tuple(walk(paper.document.blocks))
    signed = next((one for one in blocks if isinstance(one, Signatures)), None)
    own = [one for one in blocks if isinstance(one, Paragraph) and place_of(one.content).file.endswith(MEMO)]
    if signed is None:
        return
    names = {one.name for one in signed.signatories if one.name}
    for block in own[-_LAST:]:
        words = " ".join(plain(block.content).split())
        if _CLOSING.fullmatch(words) or any(_is_name(words, name) for name in names):
            yield Finding(
                f"'{words}' ondertekent het voorstel, en dat krijgt zijn ondertekening vanzelf",
                place_of(block.content),
                "haal de regels weg; wie ondertekent, staat bij 'ondertekening' in rapportage.yaml",
            )
            return


def _is_name(words: str, name: str) -> bool:
    """Whether these words are a name with no more than its office."""
    rest = words.replace(name, "", 1).strip(" ,.")
    return name in words and (not rest or re.fullmatch(_OFFICE, rest, re.I) is not None)
