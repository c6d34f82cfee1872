"""What a number of a series is set against is a number of its own kind.

'{{ waarde("meldingen") }} binnen de termijn, tegen 84%' asks for another series than the sentence is about.
"""

from __future__ import annotations

import re

from rapportage.compose.numbers.measured_beside import Told
from rapportage.compose.numbers.quantities import Worked
from rapportage.rough import shares

_NEAR = 120
_WORD = r"[^\W\d_][\w’'-]*"
_AGAINST = re.compile(
    rf"(?P<between>(?:\s+{_WORD}){{1,9}}),?\s+(?P<words>tegen(?:over)?\s+(?:nog\s+)?"
    r"(?P<number>[0-9]{1,3}(?:,[0-9]+)?)[ \u00a0]?%)(?!-?punt)"
    r"(?=\s*(?:[.;:!?)](?![0-9])|,\s|\Z)|\s+(?:in|een|eind|begin|medio|op|per|over|vorig\w*|landelijk|nu|toen)\b(?!\s+rente))",
    re.I,
)
_HAS_ITS_OWN = re.compile(
    r"\b(?:alle\w*|elke?|ieder\w*|geen|niemand|niets|deel|helft|meerderheid|percentage|aandeel|rente\w*|koers|kosten"
    r"|tarief|stem\w*|leen\w*|leningen?|kredie\w*|waar\w*|die|dat|of|en|maar)\b",
    re.I,
)
"""What may have the percentage instead, or makes 'tegen' another word: 'stemden tegen', 'tegen 4% rente'."""
_OF_THEM = re.compile(r"\b(?:de|die|deze|alle|onze|hun|elk|ieder|van)\s*\Z", re.I)
"""Before a number of which something else is told: 'van de 704 onderzoeken was het merendeel klaar'."""


def no_percentage(before: str, worked: Worked, after: str) -> Told | None:
    """'704 binnen de termijn klaar, tegen 84% in 2023' at a number of a series that has no percentages."""
    quantity = worked.quantity
    found = _AGAINST.match(after[:_NEAR]) if quantity and quantity.measured else None
    if quantity is None or found is None or quantity.unit == "%" or _OF_THEM.search(before):
        return None
    between = found["between"]
    if _HAS_ITS_OWN.search(between) or any(shares(between)):
        return None
    return Told(
        f"bij '{worked.text}' staat '{' '.join(found['words'].split())}', en dat is geen percentage",
        "bedoelde u een andere reeks? klopt het zo, zet dan achter elk percentage waarvan het is",
        is_sure=False,
    )
