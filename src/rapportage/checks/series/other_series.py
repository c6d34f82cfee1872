"""Find charts of which the words are of other series than they show, or of another unit."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from rapportage.checks.reading.named_series import ADDS_NOTHING
from rapportage.checks.series.series import whole_charts
from rapportage.checks.subjects import Content
from rapportage.content.fields import EXPRESSION
from rapportage.content.indicators import Indicator
from rapportage.dutch import list_text
from rapportage.errors import Finding
from rapportage.units import COUNT, meant_unit, scale_of

_QUOTED = re.compile(r"""["']([^"'\s]+)["']""")


def words_of_another_series(content: Content) -> Iterator[Finding]:
    """Each caption or alternative text of a chart that asks for series, and for none that it shows.

    Such a chart was copied, and got the words of another subject or kept the series of the first.
    """
    known = content.rapportage.indicatoren
    for chart, _ in whole_charts(content):
        for key, words in (("bijschrift", chart.grafiek.bijschrift), ("alt", chart.grafiek.alt or "")):
            asked = [
                name
                for found in EXPRESSION.finditer(words)
                for name in _QUOTED.findall(found["expression"])
                if name in known
            ]
            if asked and not set(asked) & set(chart.indicators):
                told = list_text([f"'{one}'" for one in dict.fromkeys(asked)])
                shown = list_text([f"'{one}'" for one in chart.indicators])
                yield Finding(
                    f"deze tekst vraagt om {told}, en de grafiek toont {shown}",
                    chart.figuur.place(key),
                    "zet bij 'reeksen' de reeks waarover de tekst gaat, of pas de tekst aan",
                )


def caption_of_something_else(content: Content) -> Iterator[Finding]:
    """Each caption that says another unit than its numbers have, or names what only other series count."""
    known = content.rapportage.indicatoren.values()
    for chart, chosen in whole_charts(content):
        words = EXPRESSION.sub("", chart.grafiek.bijschrift)
        at = chart.figuur.place("bijschrift")
        units = list(dict.fromkeys(one.eenheid for one in chosen))
        if unit := _other_unit(words, units, of_shares=chart.stacked):
            yield Finding(
                f"het bijschrift zegt 'in {unit}', en de getallen zijn in {list_text(units)}",
                at,
                "verander het bijschrift, of de eenheid van de reeks",
            )
        elif len(chosen) == 1 and (said := _other_subject(words, chosen[0], known)):
            yield Finding(
                f"het bijschrift noemt '{said}', en de grafiek toont '{chosen[0].naam}'",
                at,
                "zet bij 'reeksen' de reeks waarover het bijschrift gaat, of pas het bijschrift aan",
            )


def _other_unit(caption: str, units: Sequence[str], *, of_shares: bool) -> str:
    """The measure in which a caption says its numbers are, where none of these units is of it."""
    for found in _IN_UNIT.finditer(caption):
        bare = _PLURAL.sub("", found["unit"].lower())
        said = scale_of(meant_unit(bare) or bare)
        is_one = any(scale_of(unit) == said or bare in unit.lower() for unit in units)
        if said != COUNT and not is_one and not (of_shares and said == "%"):
            return found["unit"]
    return ""


_PLURAL = re.compile(r"['’]s\Z")
_IN_UNIT = re.compile(r"\bin\s(?P<unit>[^\W\d_]+(?:['’]s)?|%|€)(?=[\s.]*(?:[,;:()]|\Z|per\b))")
"""What numbers are counted in, at the end of a caption or of a part of it."""


def _other_subject(caption: str, shown: Indicator, known: Iterable[Indicator]) -> str:
    """The one word that stands in a caption in place of a word of the series, and names only others.

    All else that the caption says is in the name of the series, or says nothing of what is counted. Each of
    the two words is of several series, as that of a subject is, and no series has both, as one thing would.
    """
    names = {one.id: _letters(f"{one.naam} {one.id} {one.eenheid}") for one in known}
    own = names[shown.id]
    said = [word for word in _WORD.findall(caption.casefold()) if not _OF_ANY.fullmatch(word)]
    other = [word for word in said if not _is_in(word, own)]
    called = [word for word in _letters(shown.naam) if not _OF_ANY.fullmatch(word)]
    missing = [word for word in called if not any(_alike(word, one) for one in said)]
    if len(other) != 1 or len(missing) != 1 or len(said) == 1:
        return ""
    of_other, of_own = ([one for one in names if _is_in(word, names[one])] for word in (*other, *missing))
    is_subject = len(of_other) > 1 and len(of_own) > 1 and not set(of_other) & set(of_own)
    return other[0] if is_subject else ""


def _letters(name: str) -> list[str]:
    return _WORD.findall(name.casefold())


def _is_in(word: str, words: Iterable[str]) -> bool:
    return any(_alike(word, one) for one in words)


def _alike(word: str, other: str) -> bool:
    """Whether two words begin alike: 'melding' and 'meldingen', 'jeugd' and 'jeugdhulp'."""
    least = min(len(word), len(other), _BEGIN)
    return word == other or (least >= _SHORT and word[:least] == other[:least])


_WORD = re.compile(r"[^\W\d_]{3,}")
_BEGIN, _SHORT = 6, 4
_OF_ANY = re.compile(
    rf"{ADDS_NOTHING.pattern}|gemiddelde?|nieuwe?|jaar|half|maand|perioden?|kwartalen|halfjaren|ontwikkeling|verloop|overzicht"
    r"|door|bij|tijdens|sinds|vanaf|weken|dagen|maanden|uren|procent|procenten|euro"
)
"""What a caption says of any series."""
