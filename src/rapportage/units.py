"""What a series counts or measures: which units stand on one scale."""

from __future__ import annotations

import re

_TIMES = "seconde|seconden, minuut|minuten, uur|uren, dag|dagen, week|weken, maand|maanden, jaar|jaren"
_SIZES = (
    "m|meter, km|kilometer, cm|centimeter, mm|millimeter, m2|m²|vierkante meter, km2|km²|vierkante kilometer"
    ", ha|hectare|hectaren, m3|m³|kubieke meter|kuub, liter, kg|kilo|kilogram, ton|tonnen, kton|kiloton"
    ", db|decibel, watt, kw|kilowatt, mw|megawatt, gw|gigawatt, wattuur, kwh|kilowattuur, mwh|megawattuur"
    ", gwh|gigawattuur, twh, mj, gj, tj|terajoule, pj|petajoule"
)
"""The words for each measure, the first of which names it."""


def _by_word(measures: str) -> dict[str, str]:
    groups = (group.split("|") for group in measures.split(", "))
    return {word: group[0] for group in groups for word in group}


_MEASURES = _by_word(f"{_TIMES}, {_SIZES}")
_APART = re.compile(
    r"%|€|euro|wh?|[cm]m[23²³]|km[3³]|promille|procentpunt|°c|graden|km/u|(rapport)?cijfers?|scores?|punt(en)?|(€|euro)\W.*"
    r"|.*(\b(duizend|miljoen|miljard|mln|mld)\b|[x×*]\s*1\.?0{2,}).*"
)
"""Other units that measure something, or count by thousands: each stands on no scale but its own."""
COUNT = "aantal"
_BY_THOUSANDS = re.compile(r"\b(?:duizend|miljoen|miljard|mln|mld)\b|[x×*]\s*1\.?0{2,}")

SIGNS = ("%", "€")
"""The units that a number prints with, wherever it stands."""
_IN_WORDS = {
    "€": re.compile(r"€|eur|euro(?:['’]?s)?", re.I),
    "%": re.compile(r"%|procent(?:en)?|percent(?:age)?s?|pct\.?", re.I),
    "procentpunt": re.compile(r"procentpunt(?:en)?|procent-punt|%[- ]?punt|pp", re.I),
}


def meant_unit(unit: str) -> str:
    """The unit that these words are in the form that prints with a number: 'euro' is €; '' for all others."""
    return next((sign for sign, words in _IN_WORDS.items() if words.fullmatch(unit.strip())), "")


def unit_within(unit: str) -> str:
    """The sign that a unit has among other words, and so would not print: € in '€ per inwoner'."""
    words = re.findall(r"[\w'’]+|[€%]", unit)
    return next((sign for word in words if (sign := meant_unit(word)) in SIGNS), "")


def scale_of(unit: str) -> str:
    """What an axis would have to count: something measured in this unit, or numbers of whatever it is."""
    bare = unit.strip().lower()
    return _MEASURES.get(bare) or (bare if _APART.fullmatch(bare) else COUNT)


def says_unit(words: str, unit: str) -> bool:
    """Whether words above or beside a number say this unit, or of what is counted that it is a number."""
    said, own = words.strip().lower(), unit.strip().lower()
    if scale_of(own) == COUNT:
        return said in (own, COUNT)
    return scale_of(meant_unit(said) or said) == scale_of(own)


def by_thousands(unit: str) -> bool:
    """Whether a number of this unit stands for so many thousands or millions."""
    return _BY_THOUSANDS.search(unit.lower()) is not None


def measure_of(unit: str) -> str | None:
    """The measure that a unit is or begins with: 'm t.o.v. NAP' is in metres; None for a count of things."""
    words = re.sub(r"^.*[x×*]\s*1[.0]*\s*", "", unit.strip().lower()).split()
    whole = _MEASURES.get(" ".join(words[:2]))
    return whole or (_MEASURES.get(words[0]) if words else None)


def is_measured(unit: str) -> bool:
    """Whether this is a measure that a count of things never has; a time may stand behind one."""
    return measure_of(unit) not in (None, *_by_word(_TIMES))
