"""Find words above and below the pages of an own Word template that no paper of every half year may have."""

from __future__ import annotations

import re
from collections.abc import Iterator

from rapportage.checks.subjects import Report
from rapportage.checks.writing.leftovers import left_in
from rapportage.content.model import Rapportage
from rapportage.dutch import list_text
from rapportage.errors import Finding, Place, shortened
from rapportage.inlines import NOWHERE
from rapportage.named_periods import named_periods

_MOST = 6
"""So many are quoted in one message."""
_APART = re.compile(r"\s*[\t|·•–—;]\s*|,\s+|\s-\s")
"""What stands between two things that a line says."""
_UNSETTLED = re.compile(
    r"(?:status|versie)?\s?:?\s?(?:concept|ontwerp|draft|voorlopig)(?:e?[- ]?(?:versie|stuk|document|voorstel"
    r"|raadsvoorstel|rapportage|notitie))?(?:\s(?:v|versie)?\s?[0-9.]{1,8})?",
    re.I,
)
_STAMPED = re.compile(r"\b(?:CONCEPT|DRAFT)\b")
_KEPT_IN = re.compile(
    r"(?:strikt |zeer |persoonlijk en )?(?:vertrouwelijk|geheim|confidentieel)|niet[- ]openbaar",
    re.I,
)
_NOT_FOR_ALL = re.compile(
    r"(?:alleen |uitsluitend |enkel )?(?:voor |bestemd voor )?intern(?: gebruik| document| stuk)?"
    r"|onder embargo|embargo\b.{0,40}|(?:alleen|uitsluitend) voor (?:het )?college",
    re.I,
)
_OF_A_YEAR = re.compile(
    r"(?:©|\b(?:begroting|jaarrekening|jaarstukken|jaarverslag|jaarplan|(?:voorjaars|najaars|kader|perspectief)nota"
    r"|programma|rapportage|voortgangsrapportage)(?:\s(?:over|van))?)\s?(?:19|20)[0-9]{2}\b(?![-/][0-9])",
    re.I,
)
_LABELLED = re.compile(
    r"(?:ons kenmerk|uw kenmerk|uw brief van|kenmerk|zaaknummer|registratienummer|documentnummer|onderwerp"
    r"|betreft|status|versie|versienummer|datum|agendapunt|raadsvergadering|portefeuillehouder|portefeuille"
    r")(?:\s?:\s{0,5}|\t\s{0,5})[^\s…:].{0,200}",
    re.I,
)
_STREET = re.compile(
    r"(?:straat|laan|weg|plein|kade|singel|park|dreef|hof|dijk|gracht|steeg|pad|markt)\b", re.I
)
_BETWEEN = r"(?:(?:van|de|der|den|ten|ter|te|het|'t)\s){0,3}"
_SURNAME = rf"{_BETWEEN}[A-Z][a-zà-ÿ]{{2,30}}"
_INITIALS = re.compile(rf"(?<![\w.])(?P<letters>(?:[A-Z]\.\s?){{1,4}}){_SURNAME}")
_TITLED = re.compile(
    rf"\b(?i:dhr\.?|mw\.|mevr\.|mevrouw|meneer|de heer|drs\.|ing\.|ir\.|mr\.|dr\.|prof\.)\s{_SURNAME}"
)
_BY = re.compile(
    r"(?:behandeld door|behandelaar|behandelend ambtenaar|contactpersoon|steller|opgesteld door|auteur)"
    r"(?:\s?:\s{0,5}|\s{1,5})(?P<name>[^\s…].{0,200})",
    re.I,
)
_FIRST_AND_LAST = re.compile(rf"(?P<first>[A-Z][a-zà-ÿ]{{1,30}})\s{_SURNAME}")
_NO_PERSON = re.compile(
    r"(?:team|afdeling|cluster|bureau|directie|domein|eenheid|gemeente|provincie|waterschap|bestuur|concern)",
    re.I,
)
_NO_INITIALS = ("nv", "bv", "cv", "gr", "ua", "vof")
_CONTACT = re.compile(
    r"\b[0-9]{4} ?[A-Z]{2}\b|\bpostbus\b|\bwww\.|\w@\w|\.nl\b|\btel(?:\.|efoon)?\b"
    r"|\b(?:0|14 ?0|\+31)[0-9 ()-]{2,14}|\b(?:iban|kvk|btw)\b",
    re.I,
)
_COUNTED = re.compile(r"(?:pagina|bladzijde|blad|blz\.?|p\.|page)?\s?…?(?:\s?(?:van|/|of)\s?…)?", re.I)


def unsettled(report: Report) -> Iterator[Finding]:
    """Each 'CONCEPT' or 'vertrouwelijk' that every paper would have, whatever the report says of itself."""
    openbaarheid = report.content.rapportage.gegevens.value.openbaarheid
    for words, place in _lines(report):
        if found := marked_as_draft(words):
            hint = "haal het in Word uit het sjabloon: zolang een stuk concept is, zet rapportage dat erop"
            yield _above(found, place, hint)
        elif found := kept_from_readers(words, secret=openbaarheid.niveau == "geheim"):
            hint = (
                "haal het in Word uit het sjabloon: voor wie het is, zegt 'openbaarheid' in rapportage.yaml"
            )
            yield _above(found, place, hint)


def of_one_paper(report: Report) -> Iterator[Finding]:
    """Each day, period, name or mark of one paper that every paper would have."""
    for words, place in _lines(report):
        if not _is_told(words, report) and (found := once_only(words)):
            hint = (
                "haal het in Word uit het sjabloon; een veld dat om titel, onderwerp of datum vraagt,"
                " vult rapportage per stuk in"
            )
            yield _above(found, place, hint)


def other_words(report: Report) -> Iterator[Finding]:
    """The words that every paper has of the template besides, but for whose it is and where that lives."""
    own = _names(report.content.rapportage)
    found = [
        (" ".join(words.split()), place)
        for words, place in _lines(report)
        if not _is_told(words, report) and not once_only(words)
        if not all(_is_ordinary(piece, own) for piece in _APART.split(words))
    ]
    if found:
        shown = [f"'{shortened(words)}'" for words, _ in found[:_MOST]]
        shown += [f"nog {len(found) - _MOST} regels"] if len(found) > _MOST else []
        message = f"boven of onder elk Word-stuk staat uit het sjabloon: {list_text(shown)}"
        yield Finding(
            message, found[0][1], "klopt dat niet bij elk stuk, haal het dan in Word uit het sjabloon"
        )


def marked_as_draft(words: str) -> str:
    """What says of every paper that it is a draft; '' where nothing does."""
    for piece in _APART.split(words):
        if _UNSETTLED.fullmatch(piece.strip()):
            return piece.strip()
    return found[0] if (found := _STAMPED.search(words)) else ""


def kept_from_readers(words: str, *, secret: bool) -> str:
    """What says of every paper that not everybody may read it; '' where that is so, or nothing says it."""
    for piece in _APART.split(words):
        if _NOT_FOR_ALL.fullmatch(piece.strip()) or (not secret and _KEPT_IN.fullmatch(piece.strip())):
            return piece.strip()
    return ""


def once_only(words: str) -> str:
    """What holds for one paper alone: its day, its number, who made it; '' where there is none."""
    line = " ".join(words.split())
    if _LABELLED.fullmatch(words):
        return line
    if named := [one for one in named_periods(line) if one.dated]:
        return named[0].words
    if found := _OF_A_YEAR.search(line):
        return found[0]
    return next((name for piece in _APART.split(words) if (name := _person(piece.strip()))), "") or _by(line)


def _by(line: str) -> str:
    found = _BY.match(line)
    if found is None or _NO_PERSON.match(found["name"]):
        return ""
    return line if _FIRST_AND_LAST.match(found["name"]) else ""


def _person(piece: str) -> str:
    if _STREET.search(piece):
        return ""
    for pattern in (_TITLED, _INITIALS):
        for found in pattern.finditer(piece):
            letters = re.sub(r"[\s.]", "", found.groupdict().get("letters") or "").lower()
            if letters not in _NO_INITIALS:
                return found[0]
    return ""


def _is_told(words: str, report: Report) -> bool:
    """Whether another rule tells of this line."""
    secret = report.content.rapportage.gegevens.value.openbaarheid.niveau == "geheim"
    marked = marked_as_draft(words) or kept_from_readers(words, secret=secret)
    return bool(marked) or any(left_in(words, NOWHERE))


def _is_ordinary(piece: str, own: frozenset[str]) -> bool:
    bare = piece.strip()
    return bool(
        not any(sign.isalpha() for sign in bare)
        or bare.casefold() in own
        or _COUNTED.fullmatch(bare)
        or _CONTACT.search(bare)
        or (_STREET.search(bare) and any(sign.isdigit() for sign in bare))
    )


def _names(rapportage: Rapportage) -> frozenset[str]:
    """What who reports is called."""
    organisation = rapportage.organisatie.value
    body = organisation.overheid
    names = (body.voluit, body.aanduiding, body.kort, *organisation.namen)
    return frozenset(one.casefold() for one in names)


def _lines(report: Report) -> Iterator[tuple[str, Place]]:
    template = report.style.template if report.style else None
    path = report.content.workspace.word_template() if template else None
    if template and path:
        place = Place(report.content.workspace.name_of(path), 0)
        yield from ((words, place) for words in template.words)


def _above(words: str, place: Place, hint: str) -> Finding:
    return Finding(f"boven of onder elk Word-stuk staat uit het sjabloon '{shortened(words)}'", place, hint)
