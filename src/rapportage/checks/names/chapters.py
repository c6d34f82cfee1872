"""The chapters: as far along as the report, and each place that lists them."""

from __future__ import annotations

from collections.abc import Iterator

from rapportage.checks.subjects import Content
from rapportage.content.model import Rapportage
from rapportage.errors import Finding, Place


def behind_the_report(content: Content) -> Iterator[Finding]:
    """Each chapter that is a draft in a report that is adopted."""
    if content.draft:
        return
    for name, chapter in content.rapportage.hoofdstukken.items():
        if chapter.gegevens.value.status == "concept":
            yield Finding(
                f"hoofdstuk '{name}' is nog concept, en de rapportage is vastgesteld",
                chapter.gegevens.place("status"),
                "rond het hoofdstuk af, of zet 'status' in rapportage.yaml op concept",
            )


def places_of_chapters(rapportage: Rapportage) -> dict[str, Place]:
    """The last place in rapportage.yaml that names each chapter."""
    gegevens = rapportage.gegevens
    first = gegevens.value.kernboodschap
    places = {first: gegevens.place("kernboodschap")} if first else {}
    for number, deel in enumerate(gegevens.value.delen):
        for index, part in enumerate(deel.onderdelen):
            path = ("delen", number, "onderdelen", index, "hoofdstukken")
            places |= {name: gegevens.place(*path, at) for at, name in enumerate(part.hoofdstukken)}
    return places
