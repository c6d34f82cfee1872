"""What stands beside an expression must go with what it becomes: its unit, its sign, its digits, its words.

An author sees the braces and not the words that come there, so that a unit, a year or a minus is easily
written twice, and 'meer' stays where a number went down.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from rapportage.below_zero import may_turn, turned
from rapportage.compose.numbers.quantities import Quantity, Worked
from rapportage.compose.numbers.series_beside import of_series
from rapportage.dutch import MINUS
from rapportage.movement import DOWN, UP, said_of
from rapportage.typed import begins_sentence
from rapportage.units import SIGNS, by_thousands, is_measured, measure_of

Piece = str | Worked
"""Text as an author typed it, or what an expression became."""

APART = "\N{OBJECT REPLACEMENT CHARACTER}"
"""Stands in a text for what is no word of it: a reference, a note, the edge of raised letters."""


@dataclass(frozen=True, slots=True)
class Slip:
    """What is wrong beside the piece with this number, and the way out."""

    index: int
    message: str
    hint: str
    is_sure: bool = True
    """Whether it can be nothing else than a mistake."""


@dataclass(frozen=True, slots=True)
class _Spot:
    """An expression's words between those before and behind it in the same text."""

    before: str
    worked: Worked
    after: str
    joined: bool
    """Whether an expression stands right before it."""
    joins: bool
    """Whether one stands right behind it, which is told of that one."""

    @property
    def text(self) -> str:
        return self.worked.text


_Told = tuple[str, str] | tuple[str, str, bool]
"""The message, the way out, and where that is in doubt whether it is sure."""
ROOM = 300
"""So far, words may go with an expression."""


def slips(pieces: Sequence[Piece]) -> Iterator[Slip]:
    """What does not go together in a text; of each expression the first thing only."""
    text, start, joined = "".join(map(str, pieces)), 0, False
    for index, piece in enumerate(pieces):
        end = start + len(str(piece))
        if isinstance(piece, Worked) and piece.is_told:
            joins = next((isinstance(one, Worked) for one in pieces[index + 1 :] if str(one)), False)
            spot = _Spot(text[max(0, start - ROOM) : start], piece, text[end : end + ROOM], joined, joins)
            if told := next((told for rule in _RULES if (told := rule(spot))), None):
                yield Slip(index, *told)
            elif more := of_series(spot.before, piece, spot.after, _typed_behind(pieces, index)):
                yield Slip(index, more.message, more.hint, more.is_sure)
        joined = isinstance(piece, Worked) if end > start else joined
        start = end


def _typed_behind(pieces: Sequence[Piece], index: int) -> str:
    """What was typed behind a piece, with a mark for each expression."""
    near = pieces[index + 1 : index + _MOST_PIECES]
    return "".join(APART if isinstance(one, Worked) else one for one in near)[:ROOM]


_MOST_PIECES = 12


def with_capital(worked: Worked, before: str) -> Worked:
    """What an expression became, with a capital where its words begin a sentence."""
    first = (worked.text.split() or [""])[0]
    if worked.is_name and first.islower() and begins_sentence(before):
        return Worked(worked.text[:1].upper() + worked.text[1:], worked.quantity, worked.is_name)
    return worked


# --- units -----------------------------------------------------------------------------------

_EUROS = r"€|eur(?![\w-])|euro(?:['’]?s)?(?![\w-])"
_PERCENT = r"%|procent(?:punt)?(?:en)?\b"
_THOUSANDS = re.compile(r"\s*(?P<word>duizend|miljoen|miljard|mln|mld)\b", re.I)
_EUROS_AFTER = re.compile(rf"\s*(?P<word>{_EUROS})", re.I)
_PERCENT_AFTER = re.compile(rf"\s*(?P<word>{_PERCENT})", re.I)
_EUROS_BEFORE = re.compile(r"(?<!\w)(?P<word>€|eur|euro)\s*\Z", re.I)
_IN_THOUSANDS = re.compile(
    r"(?P<word>[x×]\s*(?:€\s*)?1\.?0{3}(?:\.?0{3})?|\bin\s+€\s*1\.?0{3}|\bin\s+(?:duizenden|miljoenen)\b)"
    r"[^.;!?]{0,40}\Z",
    re.I,
)
_TWICE = "de eenheid staat hier twee keer, want de uitdrukking wordt '{}'"
_NOT_TWICE = "laat de eenheid naast de accolades weg"


def _unit_twice(spot: _Spot) -> _Told | None:
    quantity = spot.worked.quantity
    if quantity is None:
        return None
    again: tuple[re.Match[str] | None, ...] = ()
    if quantity.unit == "€":
        again = (
            _EUROS_BEFORE.search(spot.before),
            _EUROS_AFTER.match(spot.after),
            _IN_THOUSANDS.search(spot.before),
        )
        if not quantity.scaled or spot.text.endswith(("miljoen", "miljard")):
            again = *again, _THOUSANDS.match(spot.after)
    elif quantity.unit in ("%", "procentpunt"):
        again = (_PERCENT_AFTER.match(spot.after),)
    return (_TWICE.format(spot.text), _NOT_TWICE) if any(again) else None


_MEASURE_AFTER = re.compile(r"\s*(?P<word>(?:(?:vierkante|kubieke) )?[^\W\d_]+[23²³]?)(?![\w/-])", re.I)


_YEAR_ON_YEAR = re.compile(r"\s*(?:jaar|maand|week|dag)\s+(?:op|na|per|eerder)\b", re.I)
"""What says when behind a number, and not of what it is: '3% jaar op jaar'."""


def _other_measure(spot: _Spot) -> _Told | None:
    """A measure behind a number that its series measures otherwise: 'm' behind kilometres."""
    quantity = spot.worked.quantity
    found = _MEASURE_AFTER.match(spot.after)
    if quantity is None or not quantity.unit or quantity.scaled or found is None:
        return None
    if quantity.unit in SIGNS and measure_of(found["word"]) and not _ON_AND_ON.match(spot.after):
        return _other(found["word"], spot.text, quantity.unit)
    here, own = measure_of(found["word"]), measure_of(quantity.unit)
    by_number = by_thousands(quantity.unit) and not by_thousands(found["word"])
    if here is None or (here == own and not by_number) or _YEAR_ON_YEAR.match(spot.after):
        return None
    if own is None and quantity.unit != "%" and not is_measured(found["word"]):
        return None
    return _other(found["word"], spot.text, quantity.unit)


_ON_AND_ON = re.compile(r"\s*(?P<word>\w+)\s+(?:op|na|in)\s+(?P=word)\b", re.I)
"""'3% jaar op jaar' counts no years."""


def _other(word: str, text: str, unit: str) -> _Told:
    return (
        f"hier staat '{word}' bij '{text}', en de eenheid daarvan is '{unit}'",
        "laat het weg, of neem een reeks die daarin gemeten is",
    )


def _other_unit(spot: _Spot) -> _Told | None:
    """A sign of money or a share, or thousands, at a number of something else."""
    quantity = spot.worked.quantity
    if quantity is None or not quantity.unit or quantity.scaled:
        return None
    beside: list[re.Match[str] | None] = []
    if quantity.unit != "€":
        beside += _EUROS_BEFORE.search(spot.before), _EUROS_AFTER.match(spot.after)
    if quantity.unit not in ("%", "procentpunt"):
        beside.append(_PERCENT_AFTER.match(spot.after))
    if not by_thousands(quantity.unit):
        beside.append(_THOUSANDS.match(spot.after))
    found = next(filter(None, beside), None)
    return None if found is None else _other(found["word"], spot.text, quantity.unit)


# --- signs -----------------------------------------------------------------------------------


def _minus_twice(spot: _Spot) -> _Told | None:
    if MINUS in spot.text and re.search(rf"(?:[-–{MINUS}]|(?<!\w)(?:min|minus)\s+)\Z", spot.before, re.I):
        return f"hier staat een minteken voor '{spot.text}'", "laat het minteken weg"
    if spot.worked.quantity is not None and MINUS not in spot.text and _TYPED_MINUS.search(spot.before):
        return (
            f"hier staat een minteken voor '{spot.text}', en dat getal is niet negatief",
            "zet het minteken in de reeks, of noem het een tekort, een daling of een korting",
        )
    return None


_TYPED_MINUS = re.compile(
    rf"(?<!\w)(?:is|was|bedraagt|bedroeg|wordt|werd|van|naar|op|saldo):? [-–{MINUS}] ?\Z", re.I
)
"""A minus that was typed before braces, where no dash or range can be meant."""


def _per_what(spot: _Spot) -> _Told | None:
    """An amount for one of something that reads as the whole amount; in a cell, the heads may say it."""
    each = spot.worked.quantity.each if spot.worked.quantity else ""
    beside = spot.before + spot.after
    if not each or not beside.strip() or _EACH.search(beside):
        return None
    return (
        f"'{spot.text}' is een bedrag per stuk ({each}), en dat staat er niet bij",
        "schrijf 'per …' erachter",
        False,
    )


_EACH = re.compile(r"\b(?:per|elke?|ieder|iedere|gemiddeld\w*|/)\b|\b1 ", re.I)


def _over_time(spot: _Spot) -> _Told | None:
    """A sum of what stands at several moments, which is there only once."""
    quantity = spot.worked.quantity
    if quantity is None or not quantity.over_time:
        return None
    what = "standen" if quantity.over_time == "stand" else "percentages"
    message = f"'{spot.text}' telt {what} van verschillende perioden op"
    return message, "noem er een, of deel door het aantal: dan is het een gemiddelde", what == "standen"


def _against_its_words(spot: _Spot) -> _Told | None:
    quantity = spot.worked.quantity
    said = said_of(spot.before, spot.after) if quantity else None
    if quantity is None or said is None:
        doubled = _SAID_ALREADY.search(spot.before) if quantity and MINUS in spot.text else None
        if doubled and _ALONE.match(spot.after):
            message = f"'{spot.text}' staat achter '{doubled['way']}', en leest als het omgekeerde"
            return message, "schrijf afstand(…) in plaats van verschil(…): dat heeft geen minteken", False
        return None
    way, sure = _way(spot, quantity)
    if said.is_label and (way == 0 or MINUS in spot.text):
        return None
    if MINUS in spot.text:
        if quantity.measured and _IS_END.search(spot.before):
            return None  # 'daalt van −20 naar −40'
        there = f"{said.words} … {spot.text}" if said.before else f"{spot.text} {said.words}"
        went = {UP: ", en het werd meer", DOWN: ", en het werd minder"}.get(way or 0, "")
        way_out = f"schrijf de zin om: {{{{ afstand(…) }}}} geeft het verschil zonder minteken{went}"
        if quantity.difference is not None and quantity.unit == "%" and quantity.change is None:
            way_out = "het is een deel van een getal onder nul: noem liever het verschil zelf"
        return f"hier komt '{there}' te staan", way_out, said.before or quantity.measured is None
    if way == 0:
        message = f"bij '{spot.text}' staat '{said.words}', en er is geen verschil"
        return message, "schrijf dat het gelijk bleef"
    if way is not None and way != said.way:
        went = "meer" if way == UP else "minder"
        message = f"bij '{spot.text}' staat '{said.words}', en het werd {went}"
        return message, "verander het woord, of kijk de getallen na", sure
    return None


_SAID_ALREADY = re.compile(
    r"\b(?P<way>minder|lager|kleiner|korter|een\s(?:\w+\s)?(?:daling|afname))\b[^.;:!?()]{0,80}[,\s](?:en|of|ofwel|oftewel)\s\Z",
    re.I,
)
_ALONE = re.compile(r"\s*(?:[.;:,)]|\Z)")
"""'660 ton minder dan toen, en −4,9%.'"""
_IS_END = re.compile(r"\bvan\s*\Z", re.I)


def _way(spot: _Spot, quantity: Quantity) -> tuple[int | None, bool]:
    """Which way the words beside a difference must say that it went, and whether that is sure."""
    if quantity.way is None or quantity.difference is None or not quantity.way:
        return quantity.way, True
    name, values = quantity.difference.indicator.naam, quantity.difference.values
    turns = turned(spot.before, name, values)
    if turns is None:
        # 'Dat is 20 meer' may be of a shortage that another sentence named
        return (None if may_turn(spot.before) else quantity.way), False
    return (-quantity.way if turns else quantity.way), True


# --- digits and words ------------------------------------------------------------------------


def _lost_mark(spot: _Spot) -> _Told | None:
    """A sign that was to set the words high or low, and stays behind as it is."""
    if spot.before.endswith("^") or spot.after.startswith(("^", "~")):
        mark = "~" if spot.after.startswith("~") else "^"
        way_out = f"zet {mark} direct voor en achter, zonder spatie: {mark}{{{{ … }}}}{mark}"
        return f"dit teken ({mark}) blijft letterlijk staan", way_out
    return None


def _glued(spot: _Spot) -> _Told | None:
    text, before, after = spot.text, spot.before, spot.after
    begins = text[0].isalnum() or text[0] in f"€{MINUS}"
    ends = text[-1].isalnum() or text[-1] == "%"
    other = spot.joined and (before[-1:].isalnum() or before[-1:] == "%")
    if (begins and (before[-1:].isdecimal() or other or _WORD_BEFORE.search(before))) or (
        text[0].isdecimal() and re.search(r"\d[.,]\Z", before)
    ):
        return f"'{text}' staat vast aan wat ervoor staat", "zet er een spatie of een woord tussen"
    if spot.joins:
        return None
    if (ends and (after[:1].isdecimal() or _word_behind(spot))) or (
        text[-1].isdecimal() and re.match(r"[.,]\d", after)
    ):
        return f"'{text}' staat vast aan wat erachter staat", "zet er een spatie of een woord tussen"
    return None


_WORD_BEFORE = re.compile(r"[^\W\d_]{2}\Z")
_ENDING = re.compile(r"(?:e|de|ste|s|tal(?:len)?|maal|jarige?n?|voudi\w+|delige?|jaars\w*)(?!\w)")
"""What Dutch writes against a number: '12e', '30-jarig' without its hyphen."""


def _word_behind(spot: _Spot) -> bool:
    """Whether a word begins where these words end; a number may have an ending."""
    is_number = spot.text[-1].isdecimal()
    return spot.after[:1].isalpha() and not (is_number and _ENDING.match(spot.after))


_YEAR = re.compile(r"[12][0-9]{3}")
_ORDINALS = ("eerste", "tweede", "derde", "vierde")
_MOST_WORDS = 4


def _twice(spot: _Spot) -> _Told | None:
    """The same words, or two years, right behind each other."""
    own = spot.text.casefold().split()
    before, after = _words_at_end(spot.before), _words_at_start(spot.after)
    for count in range(1, min(_MOST_WORDS, len(own)) + 1):
        if before[-count:] == own[:count] or after[:count] == own[-count:]:
            words = " ".join(own[:count] if before[-count:] == own[:count] else own[-count:])
            return f"hier komt '{words} {words}' te staan", "laat weg wat de uitdrukking zelf al geeft"
    for first, second in ((before[-1:], own[:1]), (own[-1:], after[:1])):
        pair = first + second
        if len(pair) == 2 and (all(map(_YEAR.fullmatch, pair)) or all(one in _ORDINALS for one in pair)):
            return f"hier komt '{first[0]} {second[0]}' te staan", "laat weg wat de uitdrukking zelf al geeft"
    return None


def _words_at_end(text: str) -> list[str]:
    return text[-80:].casefold().split() if text[-1:].isspace() else []


def _words_at_start(text: str) -> list[str]:
    """The words that follow, without the mark that ends them."""
    return [word.rstrip(".,;:!?)") for word in text[:80].casefold().split()] if text[:1].isspace() else []


def _without_article(spot: _Spot) -> _Told | None:
    """'In eerste halfjaar van 2024', which lacks its article."""
    if spot.worked.quantity is None and (found := _PART_OF_YEAR.fullmatch(spot.text)):
        lead = _PREPOSITION.search(spot.before)
        if lead and (found["year"] or not re.match(r"\s+(?:van\s+)?[12][0-9]{3}", spot.after)):
            article = "de" if found["noun"] == "viermaandsperiode" else "het"
            return f"hier komt '{lead[1]} {spot.text}' te staan", f"schrijf '{article}' voor de accolades"
    return None


_PART_OF_YEAR = re.compile(
    r"(?:eerste|tweede|derde|vierde) (?P<noun>halfjaar|kwartaal|viermaandsperiode)"
    r"(?P<year> van [12][0-9]{3})?"
)
_PREPOSITION = re.compile(
    r"(?<![\w-])(in|over|tijdens|gedurende|na|van|voor|sinds|vanaf|tot en met)\s+\Z", re.I
)

_RULES: tuple[Callable[[_Spot], _Told | None], ...] = (
    _unit_twice,
    _other_unit,
    _other_measure,
    _minus_twice,
    _per_what,
    _over_time,
    _against_its_words,
    _lost_mark,
    _glued,
    _twice,
    _without_article,
)
