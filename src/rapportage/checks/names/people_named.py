"""Who a text names with an office is an office holder of organisatie.yaml, spelt as there, and in office.

Only near-misses are told: others have their own, whose names a report may well have.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from rapportage.checks.reading.texts import texts
from rapportage.checks.subjects import Report
from rapportage.content.model import Rapportage
from rapportage.content.organisation import Ambtsdrager
from rapportage.dutch import date_text
from rapportage.errors import Finding, Place
from rapportage.named_periods import placed_periods

_SENTENCE = re.compile(r"(?<=[a-zà-ÿ0-9)][.!?;])\s+(?=[^a-z])")
_PREFIX = r"(?:[Vv]an|[Dd]e|[Dd]en|[Dd]er|[Tt]en|[Tt]er|[Tt]e|[Ii]n|[Oo]p|het|['’]t)"
_TITLES = r"(?:drs|mr|ir|ing|dr|prof|ds)\."
_INITIALS = r"(?:[A-Z][a-z]?\.[ \u00a0]?)+"
_NAME = rf"(?:{_PREFIX}[ \u00a0]){{0,3}}[A-ZÀ-Þ][\w’'-]*\w"
_IN_FULL = re.compile(
    rf"(?<![\w.-])(?P<initials>{_INITIALS})(?P<name>{_NAME})(?![\w-])(?P<rest>[^.;]{{0,40}})"
)
_FIRST = rf"(?:[A-ZÀ-Þ][a-zà-ÿ]+[ \u00a0](?={_PREFIX}[ \u00a0]|[A-ZÀ-Þ]))?"
_ELSEWHERE = re.compile(
    r"\s*(?:\(|,?\s*(?:(?:collega|bestuurder)\s+)?(?:van|uit|te|namens)\s+)(?:de\s+|het\s+)?"
    r"(?:gemeente\s+|provincie\s+)?(?P<place>[A-ZÀ-Þ][\w-]*[a-zà-ÿ][\w-]*)"
)
"""What says that somebody is of another body."""
_FORMER = re.compile(
    r"\b(?:oud|ex|voormalige?|toenmalige?|destijds|vorige?|toen|afscheid|opvolg\w*|opgevolgd|vertrok\w*|vertrek\w*|gestopt"
    r"|stopte|aftrad|afgetreden|tot|overleden|wijlen|eerder)\b",
    re.I,
)
"""What says that somebody was in office once."""
_ON_A_DAY = re.compile(r"\bop(?=\s+(?:[a-z]+dag\s+)?[0-9])", re.I)
"""Before a day on which something happened, which is then read as a period is."""
_SHORT, _LONG = 4, 7
"""Names of so many letters may differ from another in one letter, or in two."""


@dataclass(frozen=True, slots=True)
class _Known:
    """An office holder by the parts of the name."""

    who: Ambtsdrager
    initials: str
    surname: str

    @classmethod
    def of(cls, who: Ambtsdrager) -> _Known:
        bare = re.sub(rf"(?i:{_TITLES})\s*", "", who.naam).split(",")[0].strip()
        found = re.match(_INITIALS, bare)
        initials, rest = (found[0], bare[found.end() :]) if found else ("", bare)
        prefixed = re.search(rf"(?<!\S){_PREFIX}\s.*\Z", rest)
        surname = rest if found else prefixed[0] if prefixed else rest.split()[-1] if rest else ""
        return cls(who, _letters(initials), " ".join(surname.split()))


@dataclass(frozen=True, slots=True)
class _Named:
    """Somebody whom a sentence names: all forms that the surname may have there, and how it was written."""

    forms: tuple[str, ...]
    initials: str
    words: str
    rest: str
    with_office: bool


def otherwise_than_in_office(report: Report) -> Iterator[Finding]:
    """Each office holder whose name is misspelt, who was not in office then, or who has another portfolio."""
    rapportage = report.content.rapportage
    known = [_Known.of(one) for one in rapportage.organisatie.value.ambtsdragers]
    known = [one for one in known if len(one.surname) >= _SHORT and re.fullmatch(_NAME, one.surname)]
    ambten = rapportage.organisatie.value.overheid.ambten
    offices = "|".join((*ambten.all, *ambten.also))
    with_office = re.compile(
        rf"(?<![\w-])(?i:{offices})(?:s|en)?\s+(?:{_TITLES}\s*)?(?P<initials>{_INITIALS})?"
        rf"(?P<first>{_FIRST})(?P<name>{_NAME})(?![\w-])(?P<rest>[^.;]{{0,40}})"
    )
    for name, paper in report.papers.items() if known else ():
        for words, place in texts(paper):
            for sentence in _SENTENCE.split(words):
                for one in _named(sentence, with_office):
                    yield from _told(one, sentence, place, known, rapportage)
                yield from _other_portfolio(
                    sentence, place, known, rapportage, is_memo=name == "raadsvoorstel"
                )


def _named(sentence: str, form: re.Pattern[str]) -> Iterator[_Named]:
    for found in form.finditer(sentence):
        first = found["first"] or ""
        forms = tuple(_folded(one) for one in (first + found["name"], found["name"]))
        initials = _letters(found["initials"] or "")
        yield _Named(forms, initials, (first + found["name"]).strip(), found["rest"], with_office=True)
    ends = {found.end("name") for found in form.finditer(sentence)}
    for found in _IN_FULL.finditer(sentence):
        if found.end("name") not in ends:
            initials = _letters(found["initials"])
            words = f"{found['initials']}{found['name']}"
            yield _Named((_folded(found["name"]),), initials, words, found["rest"], with_office=False)


def _told(
    one: _Named, sentence: str, place: Place, known: Sequence[_Known], rapportage: Rapportage
) -> Iterator[Finding]:
    elsewhere = _ELSEWHERE.match(one.rest)
    own = rapportage.organisatie.value.overheid.naam
    if elsewhere and elsewhere["place"] not in own and not _is_task(elsewhere["place"], rapportage):
        return
    same = [it for it in known if _folded(it.surname) in one.forms]
    if one.initials and same:
        same = [it for it in same if not it.initials or it.initials == one.initials]
        if not same:
            return  # somebody else of that name
    if same:
        if all(_is_out_of_office(it.who, sentence, rapportage) for it in same):
            who = same[0].who
            ended = f"was dat tot en met {date_text(who.tot)}" if who.tot else "was dat toen nog niet"
            yield Finding(
                f"hier staat '{one.words}' als {who.functie}, en volgens organisatie.yaml {ended}",
                place,
                "noem wie het nu is, of schrijf oud-, voormalig of toenmalig ervoor",
            )
        return
    near = next((it for it in known if any(_is_near(form, _folded(it.surname)) for form in one.forms)), None)
    if near is None or (one.initials and near.initials and one.initials != near.initials):
        return
    if one.with_office or (one.initials and one.initials == near.initials):
        yield Finding(
            f"'{one.words}' staat niet bij de ambtsdragers",
            place,
            f"bedoelde u {near.who.naam}? is het iemand van elders, zet de gemeente er dan bij",
        )


def _is_task(word: str, rapportage: Rapportage) -> bool:
    """Whether this stands in brackets behind who has the portfolio: 'wethouder Uitslag (Energie)'."""
    return any(word.casefold() in one.naam.casefold() for one in rapportage.organisatie.value.opgaven)


def _is_out_of_office(who: Ambtsdrager, sentence: str, rapportage: Rapportage) -> bool:
    if _FORMER.search(sentence):
        return False
    own, asked = rapportage.periode, rapportage.gegevens.value.rapportagedatum
    days = [one.near(own) for _, _, one in placed_periods(_ON_A_DAY.sub("in", sentence))]
    return not any(who.served_between(*both) for both in days or [(own.first_day, asked)])


# --- portfolios ------------------------------------------------------------------------------

_HAS = re.compile(
    rf"(?<![\w’'-])(?P<name>{_NAME})(?:,|\s+is)\s+(?:de\s+)?portefeuillehouder\s+(?:(?:van|voor)\s+)?(?:de\s+opgave\s+)?"
    r"['‘“]?(?P<task>[^\W\d_][\w -]{2,60})"
)
_OF_PAPER = re.compile(
    r"\b[Pp]ortefeuillehouder(?:\s+van\s+dit\s+(?:raads)?voorstel|\s+hiervoor)?(?:\s+is|:)\s+(?:[a-z]+\s+)?"
    rf"(?:{_INITIALS})?(?P<name>{_NAME})"
)


def _other_portfolio(
    sentence: str, place: Place, known: Sequence[_Known], rapportage: Rapportage, *, is_memo: bool
) -> Iterator[Finding]:
    """Who is said to have a portfolio that the facts above the memo, or a chapter, give to somebody else."""
    said = rapportage.gegevens.value.kenmerken.portefeuillehouder if is_memo else None
    if said and (found := _OF_PAPER.search(sentence)):
        yield from _who_has(found["name"], [said], "volgens de kenmerken", place, known)
    if found := _HAS.search(sentence):
        tasks = {
            one.id: one.naam
            for one in rapportage.organisatie.value.opgaven
            if found["task"].casefold().startswith(one.naam.casefold())
        }
        own = [one.gegevens.value for one in rapportage.hoofdstukken.values()]
        people = {one.portefeuillehouder for one in own if one.opgave in tasks and one.portefeuillehouder}
        if people:
            yield from _who_has(
                found["name"],
                sorted(people),
                f"boven het hoofdstuk over {next(iter(tasks.values()))}",
                place,
                known,
            )


def _who_has(
    name: str, people: Iterable[str], where: str, place: Place, known: Sequence[_Known]
) -> Iterator[Finding]:
    named = [one for one in known if _folded(one.surname) == _folded(name)]
    right = list(people)
    if named and not any(_folded(one.surname) in _folded(who) for one in named for who in right):
        yield Finding(
            f"hier heeft {name} de portefeuille, en {where} {right[0]}",
            place,
            "maak ze gelijk",
        )


# --- bodies ----------------------------------------------------------------------------------


def misspelt_bodies(report: Report) -> Iterator[Finding]:
    """Each name of the own body or partnership, behind the word for it, that differs in one letter."""
    organisatie = report.content.rapportage.organisatie.value
    soort, own = organisatie.overheid.soort, organisatie.overheid.naam
    kind, _, partnership = (organisatie.samenwerkingsverband or "").rpartition(" ")
    named: list[tuple[str, str]] = [(soort, own)] if " " not in own else []
    named += [(kind.rpartition(" ")[2], partnership)] if kind else []
    for word, right in named:
        form = re.compile(rf"(?<![\w-])(?i:{re.escape(word)})\s+(?P<name>[A-ZÀ-Þ][\w’'-]*\w)")
        for paper in report.papers.values():
            for words, place in texts(paper):
                for found in form.finditer(words):
                    name, known = _folded(found["name"]), _folded(right)
                    if name != f"{known}s" and _is_near(name, known) and _steps(name, known) == 1:
                        yield Finding(f"hier staat '{found[0]}'", place, f"bedoelde u '{right}'?")


# --- letters ---------------------------------------------------------------------------------


def _letters(initials: str) -> str:
    return re.sub(r"[\s\u00a0.]", "", initials)


def _folded(name: str) -> str:
    return " ".join(name.replace("’", "'").casefold().split())


def _is_near(word: str, known: str) -> bool:
    """Whether a word is another by a letter or two that are left out, added, changed or swapped."""
    shortest = min(len(word), len(known))
    if word == known or shortest < _SHORT or word[0] != known[0] or abs(len(word) - len(known)) > 2:
        return False
    return _steps(word, known) <= (2 if shortest >= _LONG else 1)


def _steps(one: str, other: str) -> int:
    """In how many steps of one letter, or of two that are swapped, a word becomes another."""
    rows = [list(range(len(other) + 1))]
    for at, letter in enumerate(one, 1):
        row = [at]
        for to, its in enumerate(other, 1):
            best = min(rows[-1][to] + 1, row[-1] + 1, rows[-1][to - 1] + (letter != its))
            if at > 1 and to > 1 and letter == other[to - 2] and one[at - 2] == its:
                best = min(best, rows[-2][to - 2] + 1)
            row.append(best)
        rows.append(row)
    return rows[-1][-1]
