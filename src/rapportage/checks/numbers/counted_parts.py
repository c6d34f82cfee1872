"""Find parts that are more than their whole, and counts in words beside another number."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from rapportage.checks.reading.directions import AMOUNT, number_of
from rapportage.checks.reading.texts import each_text
from rapportage.errors import Finding, Place
from rapportage.number_words import number_of_word
from rapportage.rough import ABOUT, ABOVE, BELOW

_LETTERS = r"[^\W\d_]"
_WORD = rf"{_LETTERS}{{3,32}}"
_COUNT = rf"(?:{AMOUNT}|{_WORD})"
_NOUN = rf"(?!miljoen|miljard){_LETTERS}[\w’'-]*"
_AROUND = r"(?:ruim|bijna|circa|ca\.|ongeveer|zo['’]n|maar\sliefst|slechts|nu|al|inmiddels|in\stotaal|nog)"
_VERB = r"(?:zijn|waren|werden|worden|hebben|hadden|doen|deden|kwamen|kregen|komen|krijgen|staan|stonden)"
_OF_IT = r"(?:daar|hier)van"
_ADJECTIVE = r"(?:(?!hectare)[\w-]+e\s)?"
_WHOLE = rf"(?<![\w.,/:-])(?P<whole>{_COUNT})\s{_ADJECTIVE}(?P<noun>{_NOUN})"
_PART = rf"(?:{_AROUND}\s)?(?P<part>{_COUNT})(?![\w%/]|[.,-][0-9])(?P<behind>(?:\s{_NOUN})?)"
_ALONE = rf"(?<![\w.,/:€-])(?!acht\svan)(?P<part>{_COUNT})(?P<behind>)"
_FORMS = tuple(
    re.compile(form, re.I)
    for form in (
        # 'van de twaalf woningen in de kern zijn er 15 sociaal'
        rf"\bvan\s(?:de|deze|die|alle|onze)\s{_WHOLE}(?:\s(?!{_VERB}\b){_NOUN}){{0,4}}\s{_VERB}\ser\s{_PART}",
        # 'vijftien van de twaalf gemeenten'
        rf"{_ALONE}\svan\s(?:de|deze|die|onze)\s{_WHOLE}",
        # '12 aanvragen, waarvan 15 toegekend', '12 aanvragen; daarvan zijn er vijftien toegekend'
        rf"{_WHOLE}(?:\s{_NOUN}){{0,6}}(?:,\s(?:en\s)?waarvan|[;,.]\s(?:en\s)?{_OF_IT})(?:\s{_VERB})?(?:\ser)?\s{_PART}",
        # 'er zijn 12 woningen, vijftien daarvan zijn sociaal'
        rf"{_WHOLE}(?:\s{_NOUN}){{0,6}}[;,.]\s(?:en\s)?{_ALONE}\s{_OF_IT}\b",
    )
)
_OF_SOME = re.compile(r"\bvan\s(?:de|deze|die|alle|onze)\s|(?:waar|daar|hier)van\b", re.I)
"""What stands in each of these."""
_UNIT = re.compile(
    r"(?:uur|uren|jaar|jaren|dag|dagen|weken|maanden|procent|euro|punten|meter|kilometer|keer|maal|hectare|ton"
    r"|stemmen|leden|vierkante|kubieke)\b",
    re.I,
)
"""What is not counted by the piece, or of which one may have several."""
_MANY = re.compile(
    r"(?!(?:(?:af|aan|op|in|toe|uit|weg|door|bij|terug|goed|vast)?ge|be|ver|on|her)\w+\Z"
    r"|(?:samen|open|binnen|boven|buiten|tussen|tegen|toen|eigen)\Z)\w{2,}[’']?(?:en|s)",
    re.I,
)
"""A noun in the plural, which may be something else that is counted."""
_LABELLED = re.compile(
    r"\b(?:artikel|lid|nummer|nr\.?|pagina|punt|fase|lijn|vraag|hoofdstuk|stand|maat|om|op|wijk|groep|klasse"
    r"|deel|stap)\s\Z",
    re.I,
)
"""Before a number that counts nothing."""
_YEAR = re.compile(r"(?:19|20)[0-9]{2}")
_DIFFERS = re.compile(r"meer|minder|hoger|lager|extra|erbij", re.I)
_NEAR = 40
_ROUGH = re.compile(
    rf"(?<![\w-])(?:(?P<above>{ABOVE})|(?:{BELOW}))\s(?P<said>{_COUNT})(?:\s{_NOUN}){{0,2}}"
    rf"\s\((?P<exact>{AMOUNT})\)",
    re.I,
)
"""'Ruim honderd woningen (90)'."""
_TWICE = re.compile(rf"(?<![\w-])(?P<said>{_WORD})\s\((?P<exact>[0-9]{{1,4}})\)(?=\s[a-zé])", re.I)
"""'De twaalf (12) gemeenten'."""
_BEGINS = re.compile(rf"(?:\A|[.:;!?(]\s?|\b(?:{ABOVE}|{BELOW}|{ABOUT})\s)\Z", re.I)


@each_text
def miscounted(words: str, place: Place) -> Iterator[Finding]:
    """Each 'van de twaalf woningen zijn er 15 sociaal', 'ruim honderd (90)' and 'de twaalf (13) raden'."""
    for told in contradictions(words):
        yield Finding(told, place, "kijk de getallen na")


def contradictions(words: str) -> Iterator[str]:
    """What is wrong with the parts and the counts in words of a text."""
    for form in _FORMS if _OF_SOME.search(words) else ():
        for found in form.finditer(words):
            if not _LABELLED.search(_before(found)) and _is_more(found):
                whole = f"{found['whole']} {found['noun']}"
                yield f"'{found['part']}' is meer dan het geheel waarvan het een deel is: {whole}"
    if "(" in words:
        yield from _in_brackets(words)


def _is_more(found: re.Match[str]) -> bool:
    """Whether a part is of the whole beside it, and more."""
    if found["whole"].casefold() == "een" or _DIFFERS.fullmatch(found["noun"]):
        return False  # that is no count: 'een regeling', 'drie meer dan toen'
    part, whole, behind = _number(found["part"]), _number(found["whole"]), found["behind"].strip()
    if part is None or whole is None or part <= whole or _kind(found["part"]) != _kind(found["whole"]):
        return False
    is_other = _MANY.fullmatch(behind) and not behind.casefold().endswith(found["noun"].casefold())
    return not (is_other or _UNIT.match(found["noun"]) or _UNIT.match(behind))


def _in_brackets(words: str) -> Iterator[str]:
    for found in _ROUGH.finditer(words):
        said, exact = _number(found["said"]), _number(found["exact"])
        if said is None or exact is None or _kind(found["said"]) != _kind(found["exact"]):
            continue
        if exact < said if found["above"] else exact > said:
            yield f"'{_one_line(found[0])}' klopt niet"
    for found in _TWICE.finditer(words):
        before = _before(found)
        said, exact = _number(found["said"]), _number(found["exact"])
        named = _BEGINS.search(before) or _LABELLED.search(before)
        if said is not None and exact is not None and said != exact and not named:
            yield f"'{_one_line(found[0])}' klopt niet"


def _before(found: re.Match[str]) -> str:
    """The words right before what was found."""
    return found.string[max(0, found.start() - _NEAR) : found.start()]


def _number(words: str) -> Decimal | None:
    """A number in digits or in words; None for what may be a year, or is none."""
    if words[0].isalpha():
        found = number_of_word(words)
        return None if found is None else Decimal(found)
    return None if _YEAR.fullmatch(words) else number_of(words)


def _kind(words: str) -> str:
    return "%" if words.endswith("%") else "€" if words.startswith("€") else ""


def _one_line(words: str) -> str:
    return " ".join(words.split())
