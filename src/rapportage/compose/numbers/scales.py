"""Words that say what the numbers of a table count by, above and beside numbers that were written in full."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from rapportage.compose.numbers.beside import Piece, Slip
from rapportage.compose.numbers.heads_beside import below_period
from rapportage.compose.numbers.lookalike_beside import below_other_place
from rapportage.compose.numbers.measured_beside import Told
from rapportage.compose.numbers.quantities import Worked
from rapportage.compose.numbers.year_beside import part_below_year, part_in_title
from rapportage.units import by_thousands

_POWER = r"(?:duizend|miljoen|miljard|mln|mld|mrd)"
_MONEY = r"(?:€|euro?['’]?s?(?!\w))"
_THOUSAND = r"1[. ]?0{3}(?:[. ]?0{3})?(?![0-9])"
_SCALE = re.compile(
    rf"(?P<word>(?<![0-9])(?<![0-9]\s)[x×*]\s*{_MONEY}?\s*(?:{_THOUSAND}|1?\s*{_POWER}\b\.?)"
    rf"|\bin\s+{_MONEY}?\s*(?:{_THOUSAND}|{_POWER}(?:en|tallen)?\b\.?)(?:\s+{_MONEY}|(?=\s*(?:[),;:]|\Z)))"
    rf"|\((?:{_MONEY}\s*(?:{_THOUSAND}|1?\s*{_POWER}\.?)|{_POWER}\b\.?(?:\s*{_MONEY})?)\)"
    rf"|\A\s*{_MONEY}\s*(?:{_THOUSAND}|1?\s*{_POWER}\.?)\s*\Z)",
    re.I,
)
"""What says of numbers that each stands for so many thousands or millions."""
_EURO = re.compile(r"€|eur", re.I)
_WHOLE_AMOUNT = re.compile(rf"(?:€\s*)?[-−–]?\s*[0-9][0-9.,]*\s*{_POWER}\b\.?(?:\s*euro)?", re.I)


def below_heads(heads: Sequence[str], pieces: Sequence[Piece]) -> Iterator[Slip]:
    """What in a cell does not go with the words above and before it: what they count by, and of which period.

    The first two are what heads its column and its row, the third is the table's title.
    """
    alone = not re.search(r"\w", "".join(one for one in pieces if isinstance(one, str)))
    numbers = [(index, one) for index, one in enumerate(pieces) if isinstance(one, Worked)]
    if alone and len(numbers) == 1 and (told := _of_heads(heads, numbers[0][1])):
        yield Slip(numbers[0][0], told.message, told.hint, told.is_sure)
        return
    word = next(filter(None, map(_scale, heads)), None)
    if word is None:
        return
    way_out = f"laat '{word}' weg bij de tabel"
    for index, piece in enumerate(pieces):
        if isinstance(piece, Worked) and _is_whole(piece, in_euros=bool(_EURO.search(word))):
            message = f"hier komt '{piece.text}' te staan onder '{word}'"
            yield Slip(index, message, f"{way_out}: de uitdrukking geeft het hele getal")
            return
    words = "".join(map(str, pieces)).strip()
    if _WHOLE_AMOUNT.fullmatch(words):
        yield Slip(0, f"hier staat '{words}' onder '{word}'", f"{way_out}, of schrijf het getal zonder woord")


def _of_heads(heads: Sequence[str], worked: Worked) -> Told | None:
    own, title = heads[:2], next(iter(heads[2:3]), "")
    named = below_period(own, worked) or part_below_year(own, worked)
    return named or part_in_title(own, title, worked) or below_other_place(heads, worked)


@lru_cache(maxsize=1024)
def _scale(head: str) -> str | None:
    """The words of a head that say what is counted by; kept, since a head stands above each of its cells."""
    found = _SCALE.search(head)
    return found["word"].strip("() ") if found else None


def _is_whole(worked: Worked, *, in_euros: bool) -> bool:
    """Whether this is a number that nothing was divided from, of what the scale counts."""
    quantity = worked.quantity
    if quantity is None or quantity.unit in ("%", "procentpunt") or by_thousands(quantity.unit):
        return False
    is_divided = quantity.scaled and not worked.text.endswith(("miljoen", "miljard"))
    return not is_divided and (quantity.unit == "€" or not in_euros)
