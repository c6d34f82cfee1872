"""Tell what a sentence says of another body than the one that reports: its council, its board, its money."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from rapportage.checks.reading.organ_names import ANY_ORGAN
from rapportage.content.bodies import Gemeente, Overheid

OURS = Gemeente(naam="…").overheid()
"""Who reports where nobody says so: then each name is another's."""
ANOTHER = "‹een ander›"
"""What stands where an organ of another body stood."""
_KINDS = r"(?:gemeente|buurgemeente|provincie|waterschap|hoogheemraadschap)"
_WHOSE = r"(?:zijn|haar|hun|elke|iedere|andere|beide)"
_VERB = r"[\w-]+(?:t|en|de|te)"
_OF_ALL_LETTERS = r"[A-ZÀ-Þ][\w'’-]+"
_ACTS = (
    r"(?:vraagt|vroeg|stelt|stelde|verleent|verleende|betaalt|betaalde|geeft|gaf|draagt|droeg|legt|legde|wil|besluit"
    r"|besloot|neemt|nam|heeft|trekt|trok|dekt|dekte)"
)
_SUBJECT = r"(?:wij|u|ons|het\s+college|(?:de|uw|onze)\s+(?:gemeente)?raad)\b"
_SENTENCE_BEGINS = re.compile(
    rf"(?:(?:Ook|Alleen|(?:De\s+)?(?:buur)?gemeente)\s+)?(?P<name>{_OF_ALL_LETTERS})\s+{_ACTS}\s+(?!{_SUBJECT})"
)
_FEW_LETTERS = 3


def without_organs_of_others(words: str, body: Overheid = OURS) -> str:
    """These words, in which no organ of another body is called so.

    `ANOTHER` stands there instead, so that no rule takes 'de raad van Lingestein' for ours.
    """
    if not re.search(rf"\b{ANY_ORGAN}\b", words, re.I):
        return words
    for form in _forms(body.naam):
        words = form.sub(lambda found: found[0].replace(found["organ"], ANOTHER), words)
    return words


def is_of_another(sentence: str, body: Overheid, texts: Iterable[str] = ()) -> bool:
    """Whether a sentence says that another body does what it tells.

    The word with which it begins is a name where `texts` have it within a sentence too.
    """
    if without_organs_of_others(sentence, body) != sentence:
        return True
    begins = _SENTENCE_BEGINS.match(sentence)
    if begins is None or begins["name"] in body.naam:
        return False
    within = re.compile(rf"[a-z,]\s{re.escape(begins['name'])}(?![\w-])")
    return begins.start("name") > 0 or any(within.search(one) for one in texts)


@lru_cache(maxsize=64)
def _forms(name: str) -> tuple[re.Pattern[str], ...]:
    """How an organ is named that is not of the body with this name."""
    own = rf"(?:{re.escape(name)}|B\s?(?:&|en)\s?W|[Bb]urgemeester|[Dd]ijkgraaf)(?![\w-])"
    proper = rf"(?!(?i:gemeente|provincie|waterschap)\s)(?!{own})(?:['’]s-)?{_OF_ALL_LETTERS}"
    organ = rf"(?P<organ>(?i:{ANY_ORGAN}))"
    starts = "|".join(re.escape(part[:_FEW_LETTERS]) for part in name.split() if len(part) > _FEW_LETTERS)
    of_ours = rf"(?!{starts})" if starts else ""
    whole = rf"(?i:(?:(?:de|het)\s+)?{_KINDS}\s+)?"
    others = rf"(?:(?!(?:onze|deze)\b)[\w-]+\s+){{1,4}}{_KINDS}(?:n|schappen)?\b(?!\s+[A-ZÀ-Þ])"
    return (
        re.compile(rf"\b{organ}\s+(?:van|in|te)\s+{whole}{proper}"),
        re.compile(rf"\b{organ}\s+{whole}{proper}(?=\s+{_VERB}\b|:)"),
        re.compile(rf"\b{organ}\s+(?:van\s+(?:{others}|elk\b|ieder\b)|daar\b|aldaar\b)"),
        re.compile(rf"\b(?:[Dd]e|[Hh]et)\s+{of_ours}[A-ZÀ-Þ][\w-]{{2,}}(?:se|che)\s+{organ}\b"),
        re.compile(rf"\b{_WHOSE}\s+{organ}\b"),
        re.compile(rf"\A(?:In|Ook\s+in|Voor)\s+{proper}\s+{_VERB}\s+(?:(?:de|het)\s+)?{organ}\b"),
    )
