"""Numbers and abbreviations as people type them in Dutch."""

from __future__ import annotations

import re
from decimal import Decimal

from rapportage.dutch import MINUS, NO_BREAK_SPACE

_ABBREVIATION = re.compile(
    r"afb|art|bijl|bijv|blz|bv|ca|cf|dhr|div|dr|drs|enz|etc|evt|excl|fig|gem|hfst|hoofdst|incl|ing|ir|jhr|jl|jr"
    r"|kstn|lid|max|mevr|mgr|min|mln|mld|mr|mrd|mw|nl|nr|nrs|pag|par|paragr|plm|prof|red|resp|secr|sr|st|stb"
    r"|stcrt|tab|tel|temp|verg|vgl|vlg|vnl|vol|vs|zg|zgn|[^\W\d_]|(?:[^\W\d_]{1,3}\.)+[^\W\d_]{1,4}",
    re.I,
)
"""An abbreviation of council papers, a letter, or letters with points between."""


def ends_with_abbreviation(word: str) -> bool:
    """Whether the point at the end of a word belongs to it, as in 'bijv.', 'o.a.' or 'A.'."""
    if not word.endswith("."):
        return False
    bare = word.rstrip(".").lstrip("([\"'“‘„«")
    return _ABBREVIATION.fullmatch(bare) is not None


_SENTENCE_END = re.compile(r"(?P<last>\S*[.?!…])[\"'”’)\]]*\s+\Z")
_OPENING = re.compile(r"[(\[\"'“‘„«]+\Z")


def begins_sentence(before: str) -> bool:
    """Whether what follows these words does; the point of an abbreviation ends no sentence."""
    before = _OPENING.sub("", before)
    if not before.strip():
        return True
    end = _SENTENCE_END.search(before)
    return end is not None and not ends_with_abbreviation(end["last"])


_SIGN = r"-/-|[-−–]"
_TYPED = re.compile(
    rf"(?P<sign>{_SIGN})?\s*€?\s*(?P<again>{_SIGN})?\s*(?P<number>[0-9]+(?:[., \u00a0][0-9]+)*)(?:,-+)?\s*%?"
    r"(?P<behind>(?<=[0-9])-)?"
)
_IN_BRACKETS = re.compile(r"(?:€\s?)?\((?P<number>(?:€\s?)?[0-9][^()]*)\)")
"""How an annual account writes what is negative: '(1.500)'."""
_MINUS_AT_NUMBER = re.compile(
    r"(?<![\w.,:/=&?#%+−–-])(?<![0-9] )(?:-/-\s?|−\s?|[-–])(?P<euro>€\s?)?(?=[0-9])"
)
_EURO_THEN_MINUS = re.compile(r"€\s?(?:-/-\s?|[-−–])\s?(?=[0-9])")
_BEFORE_MINUS = (
    "is|was|zijn|waren|bedraagt|bedroeg|wordt|werd|van|naar|op|tot|dan|of|circa|ongeveer|ruim|saldo|resultaat"
)
_DASH_FOR_MINUS = re.compile(
    rf"(?P<lead>(?<!\w)(?:{_BEFORE_MINUS}):? |: |\()[-–][ \u00a0](?=(?:€\s?)?[0-9])"
    r"(?!(?:[^.;!?]|[.](?=[0-9])){0,300}\s[-–—]\s(?!(?:€\s?)?[0-9]))",
    re.I,
)
"""A dash that can only be a minus: the word before it needs a number, and no other dash closes a remark."""
_DASH_AT_AMOUNT = re.compile(r"(?<=[-−–]) (?=€\s?[0-9])|(?<=-/-) (?=[€0-9])")
_MINUS_FIRST = re.compile(rf"\s*(?:{_SIGN})\s*(?=(?:€\s?)?[0-9])")
_AMOUNT = re.compile(r"(?<=€) (?=[−0-9]|[-–](?:,-+)?(?:\s|\Z))|(?<=[0-9]) (?=(?:miljoen|miljard)\b)")
"""The spaces within an amount, at which no line may end."""


_POWER = re.compile(
    r"(?:(?<![\w.@:/-])|(?<=[0-9€]/)|(?<=\b(?:kg|Wh)/)|(?<=euro/))(?P<unit>[kdcm]?m)(?P<power>[23])"
    r"(?![\w@/=-]|\.\w)"
)
"""A measure of surface or volume, as a keyboard has it."""


def with_amounts_held(text: str) -> str:
    """The text in which no line ends within an amount."""
    return _AMOUNT.sub(NO_BREAK_SPACE, text)


def with_whole_numbers(text: str) -> str:
    """Running text in which no line ends within an amount or after a minus, which is a real one.

    A dash between spaces before an amount stays the dash that it may be, but keeps to its amount; behind 'is'
    or 'van' it can only be a minus. A measure gets its power: m2 is m².
    """
    text = _DASH_FOR_MINUS.sub(r"\g<lead>-", text)
    text = _EURO_THEN_MINUS.sub(f"€{NO_BREAK_SPACE}{MINUS}", text)
    text = _MINUS_AT_NUMBER.sub(lambda found: (f"€{NO_BREAK_SPACE}" if found["euro"] else "") + MINUS, text)
    text = _POWER.sub(lambda found: found["unit"] + "²³"[found["power"] == "3"], text)
    return _AMOUNT.sub(NO_BREAK_SPACE, _DASH_AT_AMOUNT.sub(NO_BREAK_SPACE, text))


def with_minus_first(text: str) -> str:
    """The text of a cell, where a dash before a number can only be a minus: '- € 150.000', '- 5'."""
    return _MINUS_FIRST.sub(MINUS, text, count=1) if _MINUS_FIRST.match(text) else text


_NOTHING = re.compile(
    r"[\s–—−-]*|€\s?(?:[–—−-]+(?:,[–—−-]*)?|,[–—−-]+)|(?:€\s?)?(?:p\.?m\.?|n\.?\s?v\.?\s?t\.?|nihil)", re.I
)


def is_nothing(words: str) -> bool:
    """Whether a cell among amounts has none: empty, '-', '€ -', '€ -,-', 'p.m.', 'n.v.t.' or 'nihil'."""
    return _NOTHING.fullmatch(words) is not None


_MOST_DIGITS = 15
"""Of a thousand billions or more, which no series may have either, digits are a code or a slip."""


def typed_number(text: str) -> Decimal | None:
    """The number meant by '3.100.000', '23,7', '- € 1,50', '(500)' or '500-'; None where that is unclear."""
    bare = _IN_BRACKETS.fullmatch(text.strip())
    found = _TYPED.fullmatch(f"-{bare['number']}" if bare else text.strip())
    if found is None or sum(map(bool, found.group("sign", "again", "behind"))) > 1:
        return None
    number = re.sub("[ \u00a0]", ".", found["number"])
    whole, comma, decimals = number.partition(",")
    thousands = re.fullmatch(r"[0-9]{1,3}(\.[0-9]{3})+", whole)
    if not (whole.isdigit() or thousands) or not (decimals.isdigit() or not comma):
        return None
    digits = whole.replace(".", "")
    if len(digits) > _MOST_DIGITS:
        return None
    value = Decimal(digits + ("." + decimals if decimals else ""))
    return -value if found["sign"] or found["again"] or found["behind"] else value
