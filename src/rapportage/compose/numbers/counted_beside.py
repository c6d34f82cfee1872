"""What is counted beside a number of a series must be what its series counts, by its noun and its name."""

from __future__ import annotations

import re

from rapportage.below_zero import is_beside
from rapportage.compose.numbers.measured_beside import FIRST_WORD, Told
from rapportage.compose.numbers.quantities import Measured, Worked
from rapportage.units import SIGNS, is_measured

_NOUNS = re.compile(r"\s+(?:[^\W\d_]+e\s+)?(?P<noun>[^\W\d_][\w-]*)")
_ANYTHING = re.compile(r"aantal(?:len)?|stuks|keer|maal|personen|mensen|eenheden|items|punten", re.I)
_PEOPLE = re.compile(
    r"\w*(?:ers|enden|lingen|genoten|houders|houdens|gezinnen|ouderen|jongeren|kinderen|ënten|denten)", re.I
)
"""Who may also be counted under another name."""


def other_count(before: str, worked: Worked, after: str) -> Told | None:
    """The thing behind a number that another series counts, and its own does not."""
    measured = worked.quantity.measured if worked.quantity else None
    if worked.quantity is None or measured is None or not _is_count(measured.indicator.eenheid):
        return None
    for form in (FIRST_WORD, _NOUNS):
        found = form.match(after)
        noun = found["noun"].casefold() if found else ""
        if noun not in measured.counted or not _is_other(noun, measured):
            continue
        if _says_done(
            measured.indicator.eenheid, f"{_SENTENCE.split(before)[-1]} {_SENTENCE.split(after)[0]}"
        ):
            return None
        other = measured.counted[noun]
        return Told(
            f"bij '{worked.text}' staat '{noun}', en de reeks '{measured.indicator.id}' telt"
            f" {measured.indicator.eenheid}",
            f"bedoelde u de reeks '{other}'? klopt het zo, noem '{noun}' dan ook in de naam van de reeks",
            is_sure=False,
        )
    return None


def _is_count(unit: str) -> bool:
    bare = unit.strip()
    return bare not in SIGNS and not is_measured(bare) and not _ANYTHING.fullmatch(bare)


def _is_other(noun: str, measured: Measured) -> bool:
    own = measured.indicator
    return (
        _is_count(noun)
        and noun not in f"{own.eenheid} {own.naam}".casefold()
        and not noun.endswith(own.eenheid.casefold())
        and not (_PEOPLE.fullmatch(noun) and _PEOPLE.search(own.eenheid))
    )


_SENTENCE = re.compile(r"[.;!?](?=\s|\Z)|\n")
_OF_A_VERB = re.compile(r"(?P<stem>[^\W\d_]{3,}?)(?:ing)?en")
_PARTICIPLE = re.compile(
    r"[^\W\d_]*ge[^\W\d_]{2,}(?:en|[dt])|(?:be|ge|her|ont|ver)[^\W\d_]{2,}(?:en|[dt])", re.I
)


def _says_done(unit: str, words: str) -> bool:
    """Whether these words say by a verb what the unit says by its noun: 'toegewezen' of toewijzingen."""
    noun = _OF_A_VERB.fullmatch(unit.strip().casefold())
    if noun is None:
        return False
    stem = _consonants(noun["stem"])
    return any(
        stem in (_consonants(form), _consonants(form[:-1]))
        for word in re.findall(r"[^\W\d_]+", words.casefold())
        if _PARTICIPLE.fullmatch(word)
        for form in (word.removesuffix("en"), word.replace("ge", "", 1).removesuffix("en"))
    )


def _consonants(word: str) -> str:
    """What a strong verb keeps in all its forms, as 'tws' of 'toewijzen' and 'toegewezen'."""
    bare = re.sub(r"[aeiouyëïöüj]", "", word).replace("z", "s").replace("v", "f")
    return re.sub(r"(.)\1+", r"\1", bare)


_CALLED = re.compile(
    r"\s+(?:(?:is|was|zijn|waren|bedraagt|bedragen|bedroeg|bedroegen|(?:komt|kwam|komen|kwamen)\s+uit\s+op)"
    r"(?:\s+(?:nu|toen|dan|ruim|bijna|ongeveer|in\s+totaal|samen))?"
    r"|(?:steeg|stegen|stijgt|stijgen|daalde|daalden|daalt|dalen|groeide|groeiden|ging|gingen)(?:\s+\w+)?\s+(?:naar|tot))\s*"
    r"|\s*:\s*",
    re.I,
)
_FEW_LETTERS = 3


def other_name(before: str, worked: Worked, after: str) -> Told | None:
    """The name of another series right before a number, whose own name is nowhere near."""
    measured = worked.quantity.measured if worked.quantity else None
    if measured is None:
        return None
    around = f"{before} {after}".casefold()
    own = f"{measured.indicator.naam} {measured.indicator.id}".casefold()
    near = [word for word in re.findall(r"\w+", own) if len(word) > _FEW_LETTERS and word in around]
    clause = _CLAUSE_OF_NAME.split(before)[-1]
    for name, other in measured.named.items():
        at = clause.casefold().rfind(name)
        if (
            at < 0
            or name in own
            or any(word not in name for word in near)
            or not _CALLED.fullmatch(clause[at + len(name) :])
        ):
            continue
        if not re.fullmatch(r"(?:.*\s)?(?:de|het|onze?)\s+|\s*", clause[:at], re.I) or is_beside(clause[:at]):
            continue
        return Told(
            f"bij '{worked.text}' staat '{clause[at : at + len(name)]}',"
            f" en het is een getal van de reeks '{measured.indicator.id}'",
            f"bedoelde u de reeks '{other}'? klopt het zo, noem dan ook '{measured.indicator.naam}'",
            is_sure=False,
        )
    return None


_CLAUSE_OF_NAME = re.compile(r"[.,;!?()](?=\s)|\n")
