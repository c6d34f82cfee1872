"""How a number was worked out must go with what the words around it say that it is.

A share is no growth and is one of its own whole, a sum counts as many periods as are named, and 'ruim' stands
before what was rounded down.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from rapportage.compose.numbers.measured_beside import Told
from rapportage.compose.numbers.quantities import Measured, Quantity, Worked
from rapportage.dutch import list_text, quantity_text
from rapportage.movement import said_of
from rapportage.periode import Periode, PeriodKind
from rapportage.rough import ABOVE, BELOW

# --- shares ----------------------------------------------------------------------------------


def growth_from_ratio(before: str, worked: Worked, after: str) -> Told | None:
    """'93,2% hoger' at a number as a share of that of another period, which is no growth."""
    share = worked.quantity.share if worked.quantity and worked.quantity.unit == "%" else None
    if share is None or not share.part or len(share.part) != len(share.whole):
        return None
    one = {each.indicator.id for each in (*share.part, *share.whole)}
    periods = ([each.periode for each in side] for side in (share.part, share.whole))
    said = said_of(before, after) if len(one) == 1 and len({tuple(each) for each in periods}) > 1 else None
    if said is None:
        return None
    name = share.part[0].indicator.id
    now, then = share.part[0].periode, share.whole[0].periode
    if (now, then) == (share.part[0].now, share.part[0].now.previous):
        way_out = f'schrijf {{{{ percentage(verschil("{name}"), vorige("{name}")) }}}}'
    else:
        of_now, of_then = (f'waarde("{name}", "{one}")' for one in (now, then))
        way_out = f"schrijf {{{{ percentage(som({of_now}, product({of_then}, -1)), {of_then}) }}}}"
    return Told(
        f"bij '{worked.text}' staat '{said.words}', en het is het ene getal als deel van het andere",
        f"{way_out}: dat is het verschil als deel van toen",
    )


_OF = re.compile(
    r"\s+van\s+(?:de|het|alle|onze|ons)\s+(?P<phrase>[^\W\d_][\w-]*(?:\s+[^\W\d_][\w-]*){0,5})", re.I
)
_FEW_LETTERS = 3


def other_whole(before: str, worked: Worked, after: str) -> Told | None:
    """'6% van de baten' at a share of the costs."""
    del before
    share = worked.quantity.share if worked.quantity and worked.quantity.unit == "%" else None
    found = _OF.match(after) if share and share.whole else None
    if share is None or found is None:
        return None
    phrase = found["phrase"].casefold()
    own = " ".join(f"{one.indicator.naam} {one.indicator.id} {one.indicator.eenheid}" for one in share.whole)
    beside = {one.indicator.id for one in (*share.part, *share.whole)}
    named = _named(phrase, own.casefold(), share.whole[0])
    other = next((one for one in named if one[1] not in beside), None)
    if other is None:
        return None
    wholes = list_text(list(dict.fromkeys(one.indicator.id for one in share.whole)))
    return Told(
        f"bij '{worked.text}' staat 'van … {other[0]}', en het is een deel van '{wholes}'",
        f"bedoelde u de reeks '{other[1]}'? klopt het zo, noem dan ook waarvan het een deel is",
        is_sure=False,
    )


def _named(phrase: str, own: str, whole: Measured) -> Iterator[tuple[str, str]]:
    """The other series that a phrase names, by all of its name or by its first word, with those words."""
    for name, other in whole.named.items():
        if re.match(rf"{re.escape(name)}(?![\w-])", phrase) and name not in own:
            yield name, other
    words = [word for word in phrase.split() if len(word) > _FEW_LETTERS]
    if any(word in own for word in words):
        return
    for word in words[:2]:
        for name, other in whole.named.items():
            if word in (name.split()[0], other.casefold()):
                yield word, other


# --- periods that are counted ----------------------------------------------------------------

_COUNTS = {"twee": 2, "drie": 3, "vier": 4, "vijf": 5, "zes": 6, "zeven": 7, "acht": 8}
_NOUNS: dict[str, PeriodKind] = {"kwartalen": "kwartaal", "halfjaren": "halfjaar", "jaren": "jaar"}
_COUNTED = re.compile(
    rf"\b(?P<words>(?:eerste|laatste|afgelopen|voorbije)\s+(?P<count>{'|'.join(_COUNTS)}|[2-9])"
    rf"\s+(?P<noun>{'|'.join(_NOUNS)}|perioden?s?))\b(?:\s+van\s+(?:het\s+jaar\s+)?[12][0-9]{{3}}(?!\w))?",
    re.I,
)
_CLAUSE = re.compile(r"[.,;:!?()](?=\s|\Z)|[()]")
_OTHER = re.compile(r"[0-9]|\b(?:dan|tegen\w*|sinds|vanaf|niet|geen|keer|maal|waar\w*|vergel\w+)\b", re.I)
"""What may bring in another number between the periods and this one."""
_BEHIND = re.compile(r"(?:\s+[^\W\d_][\w-]*){0,4}?\s+(?:in|over)\s+de\s+", re.I)
_EACH: dict[PeriodKind, str] = {"kwartaal": "kwartaal", "halfjaar": "half\\s?jaar", "jaar": "jaar"}


def other_periods(before: str, worked: Worked, after: str) -> Told | None:
    """'De laatste vier kwartalen' at a sum of three, and an average by another number than was added up."""
    quantity = worked.quantity
    parts = _parts(quantity) if quantity else ()
    if quantity is None or len(parts) < 2 or len({one.periode.kind for one in parts}) != 1:
        return None
    periods = _by_series(parts)
    several = [each for each in periods.values() if len(each) > 1]
    if len(several) != len(periods):
        return None
    return _other_number(before, worked.text, after, parts[0], several) or _other_average(
        worked.text, after, quantity, several
    )


def _parts(quantity: Quantity) -> tuple[Measured, ...]:
    return quantity.added or (quantity.share.part if quantity.share and not quantity.share.whole else ())


def _by_series(parts: Sequence[Measured]) -> dict[str, list[Periode]]:
    names = dict.fromkeys(one.indicator.id for one in parts)
    return {name: sorted(one.periode for one in parts if one.indicator.id == name) for name in names}


def _other_number(
    before: str, text: str, after: str, one: Measured, several: Sequence[list[Periode]]
) -> Told | None:
    clause = _CLAUSE.split(before)[-1]
    ahead = list(_COUNTED.finditer(clause))
    lead = _BEHIND.match(after)
    said = ahead[-1] if ahead and not _OTHER.search(clause[ahead[-1].end() :]) else None
    if said is None and lead and not _OTHER.search(lead[0]):
        said = _COUNTED.match(after, lead.end())
    kind = one.periode.kind
    if said is None or _NOUNS.get(said["noun"].lower(), one.now.kind) != kind:
        return None
    count = _COUNTS.get(said["count"].lower()) or int(said["count"])
    for periods in several:
        apart = any(later != earlier.next for earlier, later in pairwise(periods))
        if len(periods) != count or apart:
            added = list_text([str(each) for each in periods])
            return Told(
                f"bij '{text}' staat '{said['words']}', en het telt {added} op",
                "noem in de som elke periode van die reeks, of verander de woorden",
            )
    return None


def _other_average(
    text: str, after: str, quantity: Quantity, several: Sequence[list[Periode]]
) -> Told | None:
    by = quantity.share.by if quantity.share else None
    noun = _EACH.get(several[0][0].kind, "periode")
    found = re.match(rf"(?:\s+[^\W\d_][\w-]*){{0,3}}?\s+(?P<words>per\s+(?:{noun}|periode))\b", after, re.I)
    if by is None or found is None or len(several) > 1 or by == len(several[0]):
        return None
    return Told(
        f"bij '{text}' staat '{found['words']}', en een som van {len(several[0])} is gedeeld door {by}",
        f"deel door {len(several[0])}, of tel er zo veel op als waar u door deelt",
    )


# --- what was rounded ------------------------------------------------------------------------

_ABOUT = re.compile(
    rf"(?<![\w-])(?P<words>(?P<above>{ABOVE})|(?:{BELOW}))\s+(?:de\s+)?\Z",
    re.I,
)
_DENIED = re.compile(r"(?:[0-9%]|\b(?:niet|geen))(?:\s+[^\W\d_]+)?\s*\Z", re.I)


def other_side(before: str, worked: Worked, after: str) -> Told | None:
    """'Ruim 1.200.000' at less than that, which was rounded up."""
    del after
    quantity = worked.quantity
    found = _ABOUT.search(before) if quantity and quantity.exact is not None else None
    if quantity is None or quantity.exact is None or found is None or _DENIED.search(before[: found.start()]):
        return None
    if quantity.exact <= 0 or quantity.exact == quantity.value:
        return None
    if (quantity.exact > quantity.value) == (found["above"] is not None):
        return None
    exact = quantity_text(quantity.exact, quantity.unit, _decimals(quantity))
    is_above = quantity.exact > quantity.value
    return Told(
        f"hier staat '{found['words']} {worked.text}', en het is {exact}",
        f"schrijf '{'ruim' if is_above else 'bijna'}', of rond anders af",
    )


def _decimals(quantity: Quantity) -> int:
    if quantity.measured:
        return quantity.measured.indicator.decimalen
    exact = quantity.exact
    return min(1, max(0, -int(exact.as_tuple().exponent))) if exact is not None else 0
