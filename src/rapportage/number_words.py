"""Numbers in Dutch words, from 'een' to 'negenhonderdnegenennegentig', and round thousands."""

from __future__ import annotations

from functools import cache

_ONES = ("een", "twee", "drie", "vier", "vijf", "zes", "zeven", "acht", "negen")
_TEENS = ("tien", "elf", "twaalf", "dertien", "veertien", "vijftien", "zestien", "zeventien", "achttien")
_TENS = ("twintig", "dertig", "veertig", "vijftig", "zestig", "zeventig", "tachtig", "negentig")
_LONGEST = 32
COUNT_WORD = (
    rf"(?:één|{'|'.join((*_ONES[1:], *_TEENS, 'negentien', 'honderd'))}"
    rf"|(?:[^\W\d_]{{2,5}}[eë]n)?(?:{'|'.join(_TENS)}))"
)
"""A pattern of the words up to a hundred; 'een' alone is seldom a number."""


def number_of_word(word: str) -> int | None:
    """The number that a word stands for, with or without its accents and diaereses; None where it is none."""
    return _words().get(word.casefold().translate(_PLAIN)) if len(word) <= _LONGEST else None


_PLAIN = str.maketrans("éëï", "eei")


@cache
def _words() -> dict[str, int]:
    """Every word that counts, in plain letters."""
    below = {word: number for number, word in enumerate((*_ONES, *_TEENS, "negentien"), 1)}
    for ten, tens in enumerate(_TENS, 2):
        below[tens] = ten * 10
        below |= {f"{one}en{tens}": ten * 10 + number for number, one in enumerate(_ONES, 1)}
    known = dict(below)
    for hundred, lead in enumerate(("", *_ONES[1:]), 1):
        known[f"{lead}honderd"] = hundred * 100
        known |= {
            f"{lead}honderd{join}{word}": hundred * 100 + number
            for word, number in below.items()
            for join in ("", "en")
        }
    thousands = {f"{word}duizend": number * 1000 for word, number in below.items() if number > 1}
    return known | thousands | {"duizend": 1000}
