"""Who signs: one person for each office on the day of its meeting."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from rapportage.checks.reading.placeholders import is_to_come
from rapportage.checks.subjects import Content
from rapportage.content.model import Rapportage
from rapportage.content.organisation import NOT_NAMED_YET
from rapportage.dutch import date_text
from rapportage.errors import Finding, Place


def not_one_signatory(content: Content) -> Iterator[Finding]:
    """Each office that nobody holds, or several people, on the day on which it signs.

    In an adopted paper nobody signs with words that say that a name is to come.
    """
    for office, day, place in dict.fromkeys(_signing(content.rapportage)):
        people = content.rapportage.holders(office, day)
        if len(people) != 1:
            names = " en ".join(person.naam for person in people)
            found = f"meer dan één {office}: {names}" if people else f"geen {office}"
            yield Finding(
                f"op {date_text(day)} is er {found}",
                place,
                "vul in content/organisatie.yaml bij 'ambtsdragers' de juiste persoon met 'van' en 'tot' in",
            )
        elif not content.draft and (people[0].naam == NOT_NAMED_YET or is_to_come(people[0].naam)):
            yield Finding(
                f"de naam van de {office} is nog niet ingevuld",
                place,
                "vul haar in content/organisatie.yaml in",
            )


def _signing(rapportage: Rapportage) -> Iterator[tuple[str, date, Place]]:
    """Each office that signs a paper, with the day and with what asks for it."""
    gegevens = rapportage.gegevens
    for index, office in enumerate(gegevens.value.ondertekening):
        yield office, gegevens.value.collegevergadering, gegevens.place("ondertekening", index)
    if gegevens.value.soort == "ter-besluitvorming":
        offices = rapportage.organisatie.value.overheid.ambten
        for office in (offices.griffier, offices.voorzitter):
            yield office, gegevens.value.raadsvergadering, gegevens.place("soort")
