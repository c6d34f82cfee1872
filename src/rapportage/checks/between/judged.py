"""Find sentences that say how tasks stand otherwise than their chapters: 'drie opgaven liggen op koers'."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from rapportage.checks.reading.texts import running_texts
from rapportage.checks.subjects import Report
from rapportage.content.stand import Oordeel
from rapportage.dutch import BETWEEN_SENTENCES
from rapportage.errors import Finding
from rapportage.number_words import number_of_word

_ENDS = r"(?=\s*(?:[.,;:!)\ue000]|\Z)|\s(?:en|maar|terwijl)\s)"
_SAID = re.compile(
    r"\b(?:(?:ligt|liggen|is|zijn|loopt|lopen)\s(?:er\s(?P<some>\w+)\s)?(?:nu\s|nog\s|weer\s|ook\s)?(?P<course>op\skoers)"
    r"|(?:vraagt|vragen)\s(?:er\s(?P<few>\w+)\s)?(?:nu\s|nog\s|weer\s|wel\s|extra\s|om\s)*(?P<care>aandacht)"
    rf"|(?:is|zijn)\s(?:een\s)?(?P<stuck>knelpunt(?:en)?)){_ENDS}",
    re.I,
)
_BEGINS = re.compile(r".*(?:[;:(]\s|\b(?:maar|terwijl|want|omdat)\s)", re.I | re.S)
_JOINED = re.compile(r",\s|\sen\s")
_OF_TASKS = r"opgaven?"
_COUNT = re.compile(rf"(?:de\s)?(?P<count>\w+)\s(?:van\sde\s\w+\s)?{_OF_TASKS}", re.I)
_OF_ALL = re.compile(rf"van\sde\s(?:\w+\s)?{_OF_TASKS}", re.I)
_BESIDE_IT = re.compile(r"(?:(?:ook|de\sopgaven?|het\sthema)\s)*", re.I)
_OF_ANOTHER_TIME = re.compile(
    r"\b(?:niet|geen|vorige?|volgend\w*|eind|als|zou|zouden|moet|moeten|verwacht\w*|later|straks|toen|bijna)\b"
    r"|\b(?:19|20)[0-9]{2}\b",
    re.I,
)
"""What makes it no word on how things stand now, or one that denies it."""


def otherwise_judged(report: Report) -> Iterator[Finding]:
    """Each task that a text calls on course, or in need of care, and its chapter does not; and each count."""
    judged = _judged(report)
    if not judged:
        return
    for paper in report.papers.values():
        for words, place in running_texts(paper):
            for sentence in BETWEEN_SENTENCES.split(words) if _SAID.search(words) else ():
                for told in _otherwise(sentence, judged):
                    yield Finding(told, place, "maak de tekst en de oordelen gelijk")


def _judged(report: Report) -> dict[str, Oordeel]:
    """How each task stands, by its name; nothing where a chapter leaves that open."""
    rapportage = report.content.rapportage
    names = {one.id: one.naam for one in rapportage.organisatie.value.opgaven}
    chapters = (one.gegevens.value for one in rapportage.hoofdstukken.values())
    told = [(one.opgave, one.stand) for one in chapters if one.opgave and one.stand]
    if any(stand.oordeel is None for _, stand in told):
        return {}
    return {names[of].casefold(): stand.oordeel for of, stand in told if of in names and stand.oordeel}


def _otherwise(sentence: str, judged: Mapping[str, Oordeel]) -> Iterator[str]:
    if _OF_ANOTHER_TIME.search(sentence):
        return
    start = 0
    for found in _SAID.finditer(sentence):
        who = sentence[start : found.start()]
        start = found.end()
        who = _BEGINS.sub("", who).strip(" ,").removeprefix("en ").strip()
        said: Oordeel = "op koers" if found["course"] else "aandacht" if found["care"] else "knelpunt"
        fits = {said, "knelpunt"} if said == "aandacht" else {said}
        some = found["some"] or found["few"] or ""
        if (count := _counted(who, some, len(judged))) is not None:
            are = sum(one == said for one in judged.values())
            if count not in (are, sum(one in fits for one in judged.values())):
                yield (
                    f"hier staat '{who} {' '.join(found[0].split())}', en bij 'stand' is het oordeel"
                    f" van {are} van de {len(judged)} opgaven '{said}'"
                )
            continue
        for name in _named(who, judged):
            if judged[name] not in fits:
                yield (
                    f"hier staat dat '{name}' {found['course'] or found['care'] or found['stuck']}"
                    f" {'ligt' if found['course'] else 'vraagt' if found['care'] else 'is'}, en bij 'stand'"
                    f" is het oordeel '{judged[name]}'"
                )


def _counted(who: str, some: str, every: int) -> int | None:
    """How many tasks these words count, 'alle' for all of them; None where they count none."""
    found = _COUNT.fullmatch(who)
    word = some if some and _OF_ALL.fullmatch(who) else found["count"] if found and not some else ""
    if word.casefold() in ("alle", "allemaal"):
        return every
    if word.casefold() == "beide":
        return 2
    return int(word) if word.isascii() and word.isdigit() and len(word) < 3 else number_of_word(word)


def _named(who: str, judged: Mapping[str, Oordeel]) -> list[str]:
    """The tasks that words name, where they name nothing else."""
    names = [_BESIDE_IT.sub("", one.strip(), count=1).casefold() for one in _JOINED.split(who)]
    return names if all(one in judged for one in names) else []
