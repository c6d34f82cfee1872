"""What a council's memo is made of: the headings of its kind, in order, and decisions that are a list."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Mapping, Sequence

from rapportage.compose.prose.markdown import Section
from rapportage.content.bodies import Overheid
from rapportage.content.organisation import DECISIONS, Voorstellen
from rapportage.content.period import Soort
from rapportage.dutch import list_text
from rapportage.errors import Place, Problem, closest, nearest

MEMO_SECTIONS: dict[Soort, tuple[str, ...]] = {
    "ter-kennisname": ("Kernboodschap", "Toelichting", "Vervolg"),
    "ter-besluitvorming": (
        DECISIONS,
        "Inleiding",
        "Beoogd effect",
        "Argumenten",
        "Kanttekeningen",
        "Alternatieven",
        "Financiën",
        "Communicatie",
        "Uitvoering",
    ),
}
"""The headings of each kind of memo, in order; the attachments follow by themselves."""
_DECISIONS = ("list",)
"""What stands below the heading of decisions; an open point, or nothing, is told elsewhere."""


def headings(voorstellen: Voorstellen) -> dict[Soort, tuple[str, ...]]:
    """The headings of each kind of memo in order: those of the organisation, or else ours."""
    own = {"ter-kennisname": voorstellen.ter_kennisname, "ter-besluitvorming": voorstellen.ter_besluitvorming}
    return {kind: own[kind].koppen or names for kind, names in MEMO_SECTIONS.items()}


def memo_problems(
    sections: Sequence[Section],
    kinds: Mapping[Soort, Sequence[str]],
    soort: Soort,
    end: Place,
    overheid: Overheid,
) -> Iterator[Problem]:
    """What is wrong with the sections of a memo of this kind, whose text ends at `end`."""
    wanted = kinds[soort]
    kind = _kind_of_memo([section.title for section in sections], kinds)
    if kind not in (None, soort):
        yield _problem(
            f"deze koppen horen bij een voorstel {_said(kind)}, en dit is er een {_said(soort)}",
            sections[0].place,
            f"wijzig 'soort' in rapportage.yaml, of gebruik de koppen {', '.join(wanted)}",
        )
        return
    for section in sections:
        yield from _of_section(section, wanted, f"{overheid.ons_voorstel} {_said(soort)}")
    folded = {_fold(name): name for name in wanted}
    titles = [section.title for section in sections]
    known = [one for one in sections if one.title and _fold(one.title) in folded]
    found = [folded[_fold(section.title)] for section in known]
    places = [section.place for section in known]
    yield from _missing(wanted, list(zip(found, places, strict=True)), titles, end)
    yield from _twice(wanted, found, places)
    for section in sections:
        if _fold(section.title) == _fold(DECISIONS):
            yield from _decisions(section, overheid)
    each, in_order = list(dict.fromkeys(found)), [name for name in wanted if name in found]
    if each != in_order:
        first = next(one for one, other in zip(each, in_order, strict=True) if one != other)
        place = places[found.index(first)]
        yield _problem(
            "de koppen staan niet in de vaste volgorde", place, "zet ze zo: " + ", ".join(in_order)
        )


def _of_section(section: Section, wanted: Sequence[str], memo: str) -> Iterator[Problem]:
    if not section.title:
        yield _problem("hier staat tekst voor de eerste kop", section.place, f"begin met '## {wanted[0]}'")
    elif _fold(section.title) not in map(_fold, wanted):
        message = f"'{section.title}' is geen kop van een {memo}"
        yield _problem(message, section.place, nearest(section.title, wanted))
    elif section.title not in wanted:
        right = next(name for name in wanted if _fold(name) == _fold(section.title))
        yield _problem(f"de kop '{section.title}' heet anders", section.place, f"schrijf '## {right}'")
    elif not section.body.strip():
        yield _problem(f"onder '{section.title}' staat niets", section.place, "vul de tekst aan")


def _decisions(section: Section, overheid: Overheid) -> Iterator[Problem]:
    """What is wrong with the decisions, which go into the paper of the decision as they are."""
    shape = section.shape
    if shape == ("announcement", "list"):
        speaks = overheid.raad.doet("spreekt", "spreken")
        message = f"de aanhef van de besluitpunten komt ook in het {overheid.ons_besluit}, waar {speaks}"
        yield _problem(message, section.place, "laat de aanhef weg; de kop zegt genoeg")
    elif shape == ("later list",):
        message = "de besluitpunten beginnen niet bij 1"
        yield _problem(message, section.place, "begin met '1. '")
    elif shape and shape != _DECISIONS and "open" not in shape:
        yield _problem(
            "de besluitpunten zijn geen lijst",
            section.place,
            "zet voor elk besluitpunt '1. ', '2. ' en zo verder, en niets achter de lijst",
        )


def _missing(
    wanted: Sequence[str], found: Sequence[tuple[str, Place]], titles: Sequence[str], end: Place
) -> Iterator[Problem]:
    """Which headings are missing, unless another was meant to be it, at the one before which they belong."""
    names = {name for name, _ in found}
    meant = {closest(title, wanted) for title in titles if title not in names}
    lacking = [name for name in wanted if name not in names and name not in meant]
    if not lacking:
        return
    later = wanted[wanted.index(lacking[0]) :]
    following = next(((name, place) for name, place in found if name in later), None)
    place = following[1] if following else end
    if len(lacking) == 1:
        where = f"voor '## {following[0]}'" if following else "aan het einde"
        yield _problem(
            f"de kop '{lacking[0]}' ontbreekt", place, f"zet '## {lacking[0]}' {where}, met de tekst"
        )
        return
    named = list_text([f"'{name}'" for name in lacking])
    order = "in deze volgorde: " + ", ".join(wanted)
    yield _problem(f"de koppen {named} ontbreken", place, f"zet ze er één keer in, {order}")


def _twice(wanted: Sequence[str], found: Sequence[str], places: Sequence[Place]) -> Iterator[Problem]:
    """Which headings come more than once, at the second."""
    for name in wanted:
        again = [place for one, place in zip(found, places, strict=True) if one == name][1:]
        if again:
            yield _problem(f"de kop '{name}' staat er meer dan eens", again[0], "laat er één staan")


def _problem(message: str, place: Place, hint: str | None) -> Problem:
    return Problem("fout", message, place, hint, "opbouw")


def _said(kind: Soort | None) -> str:
    return (kind or "").replace("-", " ")


def _kind_of_memo(titles: Sequence[str], known: Mapping[Soort, Sequence[str]]) -> Soort | None:
    """The kind of memo that all these headings are of, where they are of one alone."""
    folded = {_fold(title) for title in titles if title}
    kinds = [kind for kind, names in known.items() if folded and folded <= {_fold(name) for name in names}]
    return kinds[0] if len(kinds) == 1 else None


def _fold(title: str) -> str:
    """A title without case and accents, for comparing."""
    plain = unicodedata.normalize("NFKD", title).encode("ascii", "ignore").decode()
    return " ".join(plain.lower().split())
