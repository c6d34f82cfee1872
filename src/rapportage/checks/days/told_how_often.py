"""What a text says of how often its own report comes, where it comes at other times.

'Elk halfjaar' stays in a report that became one of each quarter; of anything else, nothing is known.
"""

from __future__ import annotations

import re
from functools import lru_cache

from rapportage.bounds import MOST_TEXTS
from rapportage.periode import PeriodKind

_EACH = r"(?:elk|ieder|per|om\sde|iedere|elke)"
_OFTEN: dict[PeriodKind, str] = {
    "halfjaar": rf"{_EACH}\s(?:half\s?jaar|zes\smaanden)|half\s?jaarlijks"
    r"|(?:twee|2)\s?(?:keer|maal)\sper\sjaar",
    "kwartaal": rf"{_EACH}\s(?:kwartaal|drie\smaanden)|(?:vier|4)\s?(?:keer|maal)\sper\sjaar",
    "viermaands": rf"{_EACH}\svier\smaanden|viermaandelijks|(?:drie|3)\s?(?:keer|maal)\sper\sjaar",
    "jaar": rf"{_EACH}\sjaar|jaarlijks|(?:een|één|eenmaal)\s(?:keer\s)?per\sjaar",
}
_HOW: dict[PeriodKind, str] = {
    "halfjaar": "elk halfjaar",
    "kwartaal": "elk kwartaal",
    "viermaands": "elke vier maanden",
    "jaar": "elk jaar",
}
_ANY = re.compile(
    "|".join(rf"(?P<{kind}>(?<![\w-])(?:{form})(?![\w-]))" for kind, form in _OFTEN.items()), re.I
)
_TO_OURS = (
    r"(?:\s(?:aan\s)?(?:u|(?:uw|de|onze)\s(?:gemeente)?raad|uw\sstaten|provinciale\sstaten|het\salgemeen\sbestuur"
    r"|de\sverenigde\svergadering))?"
)
_WHO = (
    r"(?:wij|het\scollege|het\sdagelijks\sbestuur|gedeputeerde\sstaten|(?:het|dit|ons)\swaterschap"
    r"|(?:de|deze|onze)\s(?:gemeente|provincie))"
)
_REPORTS = r"(?:rapporteren|rapporteert)"
_OWN_NOUN = r"(?:deze|onze)\s(?:voortgangs)?rapportage"
_OF_ITSELF = tuple(
    re.compile(form, re.I)
    for form in (
        rf"\A{_WHO}\s{_REPORTS}{_TO_OURS}\s(?P<often>_){_TO_OURS}(?P<about>\sover\s[^.;:]{{3,160}})?\.?\Z",
        rf"\A(?P<often>_)\s{_REPORTS}\s{_WHO}{_TO_OURS}(?P<about>\sover\s[^.;:]{{3,160}})?\.?\Z",
        rf"\A{_OWN_NOUN}\s(?:verschijnt|komt|maken\swij|krijgt\s(?:u|uw\sraad|de\sraad))(?:\suit)?\s(?P<often>_)(?P<about>)\.?\Z",
        rf"\A(?:u|uw\sraad|de\sraad|het\salgemeen\sbestuur)\s(?:krijgt|ontvangt)\s{_OWN_NOUN}\s(?P<often>_)(?P<about>)\.?\Z",
    )
)
_OF_THIS = re.compile(rf"\A(?:{_OWN_NOUN}|dit\s(?:stuk|is\sde))\b", re.I)
_ALL_OF_IT = re.compile(r"\sover\s(?:de\s(?:voortgang|stand\svan\szaken|opgaven)|het\sprogramma)\.?", re.I)


@lru_cache(maxsize=MOST_TEXTS)
def other_rhythm(sentence: str, after: str, kind: PeriodKind) -> tuple[str, str]:
    """How often a sentence lets its own report come, where that is at other times, and how to say it.

    Who reports on a thing may do so at its own times: what is told on what must be the report itself, as the
    sentence `after` it says.
    """
    often = list(_ANY.finditer(sentence))
    if len(often) != 1 or often[0].lastgroup in (None, kind):
        return "", ""
    said = often[0]
    bare = " ".join(f"{sentence[: said.start()]}_{sentence[said.end() :]}".split())
    found = next((match for form in _OF_ITSELF if (match := form.match(bare))), None)
    about = found["about"] if found else None
    of_itself = found and (not about or _ALL_OF_IT.fullmatch(about) or _OF_THIS.match(after))
    return (said[0], _HOW[kind]) if of_itself else ("", "")
