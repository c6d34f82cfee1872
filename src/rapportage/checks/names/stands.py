"""What chapters say of how things stand: once for each task, of all tasks, and of steps to come."""

from __future__ import annotations

from collections.abc import Iterator

from rapportage.checks.subjects import Content, OpenPoint
from rapportage.content.fields import moment_days
from rapportage.content.model import Hoofdstuk
from rapportage.content.stand import Stand
from rapportage.dutch import list_text
from rapportage.errors import Finding


def _told(content: Content) -> Iterator[tuple[str, Hoofdstuk, Stand]]:
    """The chapters of the report that say how they stand, in their order."""
    known = content.rapportage.hoofdstukken
    for name in content.rapportage.gegevens.value.chapters():
        stand = known[name].gegevens.value.stand if name in known else None
        if stand is not None:
            yield name, known[name], stand


def stands_twice(content: Content) -> Iterator[Finding]:
    """Each task of which two chapters say how it stands: its name would come twice."""
    before: dict[str, str] = {}
    for name, chapter, _ in _told(content):
        opgave = chapter.gegevens.value.opgave
        if opgave is None:
            continue
        if opgave in before:
            yield Finding(
                f"hoe '{opgave}' ervoor staat, zegt hoofdstuk '{before[opgave]}' al",
                chapter.gegevens.place("stand"),
                "zet alles in één van beide; voor twee rijen haalt u hier 'opgave' weg (dan heet de rij als"
                " dit hoofdstuk) of noemt u een opgave die dit hoofdstuk alleen heeft",
            )
        before.setdefault(opgave, name)


def stands_partly(content: Content) -> Iterator[Finding]:
    """The tasks that are not on the page in front, where others are."""
    told = list(_told(content))
    shown = {chapter.gegevens.value.opgave for _, chapter, _ in told}
    organisatie = content.rapportage.organisatie
    lacking = [one.naam for one in organisatie.value.opgaven if one.id not in shown]
    if any(shown) and lacking and not content.broken.hoofdstukken:
        yield Finding(
            f"in één oogopslag ontbreekt hoe {list_text(lacking)} ervoor staat",
            told[0][1].gegevens.place("stand"),
            "vul 'stand' in bij een hoofdstuk van elke opgave, of bij geen",
        )


def past_steps(content: Content) -> Iterator[Finding]:
    """Each next step that was to be taken before the report was written."""
    day = content.rapportage.gegevens.value.rapportagedatum
    for _, chapter, stand in _told(content):
        if stand.wanneer and moment_days(stand.wanneer)[1] < day:
            yield Finding(
                "de volgende stap lag al voor de rapportagedatum",
                chapter.gegevens.place("stand", "wanneer"),
                "zeg bij 'bereikt' wat ervan kwam, en noem de stap die nu volgt",
            )


def open_stands(content: Content) -> Iterator[OpenPoint]:
    """What of a stand must still come."""
    for name, chapter, stand in _told(content):
        for key in stand.open_keys():
            yield OpenPoint(f"'{key}' bij de stand van '{name}'", chapter.gegevens.place("stand", key))
