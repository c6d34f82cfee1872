"""By which shorter name a series is known, where no other one can be meant by it.

A report of Dalfsen says 'WW-uitkeringen' of what its series calls 'WW-uitkeringen in Dalfsen', and
'vacatures' of 'Openstaande vacatures', unless another series counts vacatures too.
"""

from __future__ import annotations

import re
from collections.abc import Collection

from rapportage.checks.reading.named_series import ShortName, words_of
from rapportage.content.indicators import Indicator
from rapportage.content.organisation import Organisatie

_AS_IT_STANDS = re.compile(
    r"\A(?:openstaande|lopende|huidige|bestaande|actuele|uitstaande|geregistreerde)\s(?=\w)", re.I
)
"""What a name begins with that makes nothing else of what is counted."""
_REGION = ("regio", "regionaal", "regionale")
_WORD = re.compile(r"[^\W\d_]{3,}")


def short_names(every: Collection[Indicator], organisatie: Organisatie) -> dict[str, ShortName]:
    """The shorter names of these series, by their ids; a series that has none is left out."""
    body, region = organisatie.overheid, organisatie.samenwerkingsverband or ""
    ours = {one.casefold() for one in (*_WORD.findall(body.naam), body.soort)}
    theirs = {one.casefold() for one in (*_WORD.findall(region), *_REGION)} - ours
    places = "|".join(map(re.escape, (*organisatie.namen, "regio")))
    place = re.compile(
        rf"\s(?:in|van|binnen)\s(?:de\s)?(?:hele\s)?(?:{re.escape(body.soort)}\s)?(?P<place>{places})\Z",
        re.I,
    )
    words = {one.id: words_of(one) for one in every}
    found = {}
    for one in every:
        where = place.search(one.naam)
        without_place = place.sub("", one.naam)
        short = _AS_IT_STANDS.sub("", without_place)
        own = words_of(one, short)
        if short == one.naam or not own or any(own <= other for id_, other in words.items() if id_ != one.id):
            continue
        named = where["place"].casefold() if where else ""
        elsewhere = theirs if named == body.naam.casefold() else ours if named else set()
        names = tuple(dict.fromkeys((without_place, short)))
        found[one.id] = ShortName(names, own, frozenset(elsewhere))
    return found
