"""Find what another program, a template or a draft left in the texts of a paper."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from rapportage.checks.subjects import Paper
from rapportage.checks.texts import texts
from rapportage.document import Paragraph, place_of, plain, walk
from rapportage.errors import Finding


@dataclass(frozen=True, slots=True)
class _Leftover:
    pattern: re.Pattern[str]
    what: str
    hint: str


def _left(pattern: str, what: str, hint: str) -> _Leftover:
    return _Leftover(re.compile(pattern), what, hint)


_LEFTOVERS = (
    _left(
        r"(?:Fout! (?:Verwijzings|Bladwijzer|Geen |Onbekend)|Error! (?:Reference|Bookmark|No |Unknown))"
        r"[^.]*\."
        r"|#(?:N/[AB]|VERW!|REF!|WAARDE!|VALUE!|DEEL/0!|DIV/0!|NAAM\?|NAME\?)",
        "een foutmelding van een ander programma",
        "zet er neer wat er had moeten staan",
    ),
    _left(
        r"#{4,}|\b[0-9],[0-9]+E[+-]?[0-9]+\b",
        "een getal dat Excel niet kon laten zien",
        "maak de kolom in Excel breder, en neem het getal over",
    ),
    _left(
        r"Klik of tik om\b[^.]*\.?|Kies een (?:item|datum)\.|Click or tap\b[^.]*\.?|\bLorem ipsum\b"
        r"|€\s?(?:x{2,}|\.{3}|…|_{2,})|_{3,}|\bdd-mm-jjjj\b"
        r"|\[(?:x{2,}|hier (?:komt|volgt|nog|tekst|figuur|tabel|invullen)|vul)\b[^\]]*\]"
        r"|\b(?:x{3,}|X{3,})\b|\?{3,}|\bTODO\b",
        "iets wat nog ingevuld moet worden",
        "vul het in, of schrijf op een eigen regel, bij een tabel eronder, [open: wat er nog moet komen]",
    ),
    _left(
        r"\b(?:Met opmerkingen|Opmerking|Commented) \[\w+\]:|^Met opmaak:",
        "een opmerking uit Word",
        "haal haar weg; een aantekening voor uzelf schrijft u als <!-- … -->",
    ),
    _left(
        r"\[cid:[^\]]*\]|Automatisch gegenereerde beschrijving|Description automatically generated",
        "een rest van een afbeelding",
        "haal haar weg, of beschrijf de afbeelding in eigen woorden",
    ),
    _left(
        r"Ã[©«¯¨¶¼¤¡³\xad§]|â€[™œ\x9d“”¦˜]?|â‚¬|Â[\xa0€°©®²³]",
        "tekst met verkeerd gelezen letters",
        "neem de tekst opnieuw over; bewaar bestanden als UTF-8",
    ),
    _left(
        r"\[/?(?:b|i|u|url|img)\]|'''|\\(?:frac|text|mathbf)\b|^={2,}\s.*={2,}$|={4,}|\.{5,}|^:{2}\s?\w+",
        "opmaak van een ander programma",
        "zie de handleiding, Schrijven in Markdown",
    ),
    _left(
        r"\b[Pp]agina [0-9]+ van [0-9]+\b",
        "een kop- of voetregel van een ander stuk",
        "haal haar weg; bladzijden krijgen vanzelf een nummer",
    ),
    _left(
        r"[a-zà-ÿ.,)][¹²³](?![a-z])(?<![mMsx][²³])|[a-zà-ÿ.,)]\[[0-9]{1,2}\]",
        "een voetnoot die met de hand is geschreven",
        "schrijf [^1] in de tekst, en onderaan [^1]: …",
    ),
)
_CAPTION = re.compile(r"(?P<typed>(?:Figuur|Tabel|Grafiek|Afbeelding) [0-9]+)[.:]\s")
_NUMBER = re.compile(r"[0-9]{1,3}")


def from_elsewhere(paper: Paper) -> Iterator[Finding]:
    """Each rest of another program, and each place that was never filled in."""
    for words, place in texts(paper):
        for one in _LEFTOVERS:
            if found := one.pattern.search(words):
                yield Finding(f"hier staat {one.what}: '{found[0].strip()}'", place, one.hint)


def alone(paper: Paper) -> Iterator[Finding]:
    """Each paragraph that is a page's number, or a caption that was numbered by hand."""
    for block in walk(paper.document.blocks):
        if not isinstance(block, Paragraph) or block.role != "standaard":
            continue
        words, place = plain(block.content).strip(), place_of(block.content)
        place = place if place.file else block.place
        if _NUMBER.fullmatch(words):
            yield Finding(
                f"hier staat alleen het getal {words}", place, "haal het weg, of maak er een zin van"
            )
        elif found := _CAPTION.match(words):
            yield Finding(
                f"'{found['typed']}' is met de hand genummerd, en is hier geen bijschrift",
                place,
                "geef een figuur een 'bijschrift', een tabel '::: tabel naam Titel'; zij nummeren vanzelf",
            )
