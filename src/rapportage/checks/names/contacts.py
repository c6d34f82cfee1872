"""Find people where a chapter names whom to ask: people change, and need not stand in a public paper."""

from __future__ import annotations

import re
from collections.abc import Iterator

from rapportage.checks.subjects import Content
from rapportage.errors import Finding

_BETWEEN = r"(?:(?:van|de|der|den|ten|ter|het|'t) )+"
_CALLED = re.compile(r"\b(?:de heer|mevrouw|mevr\.|mw\.|dhr\.|drs\.|ing\.|ir\.|mr\.|dr\.) ?\w", re.I)
_WITH_INITIALS = re.compile(rf"(?<![\w.])(?:[A-Z]\. ?)+(?P<between>{_BETWEEN})?(?P<name>[A-Z][\w'-]+)")
_OF_AN_OFFICE = re.compile(
    r"(?i:advies|adviseur|afdeling|beheer|beleid|bureau|cluster|communicatie|control|dienst|kantoor|loket"
    r"|medewerk|ontwikkeling|samenwerking|secretari|servicepunt|team|zaken|zorg)"
)
"""What stands behind the initials of a department, such as R.O. Beleid."""
_OWN_ADDRESS = re.compile(r"(?:[a-z]\.){1,3}[a-z][a-z.-]{2,}@.+", re.I)
_HINT = "noem een team of een functie, zoals 'team Wonen'; een persoon kan iemand anders worden"


def people(content: Content) -> Iterator[Finding]:
    """Each contact that is a person, as far as one can tell: by initials, a title, or a known name."""
    holders = [one.naam for one in content.rapportage.organisatie.value.ambtsdragers]
    for chapter in content.rapportage.hoofdstukken.values():
        contact, place = chapter.gegevens.value.contact, chapter.gegevens.place
        if contact and _is_person(contact.wie, holders):
            yield Finding(f"'{contact.wie}' is een persoon", place("contact", "wie"), _HINT)
        if contact and contact.e_mail and _OWN_ADDRESS.fullmatch(contact.e_mail):
            said = f"'{contact.e_mail}' is het adres van een persoon"
            yield Finding(said, place("contact", "e-mail"), "noem een algemeen adres, zoals dat van het team")


def _is_person(words: str, holders: list[str]) -> bool:
    if _CALLED.search(words) or any(name in words for name in holders):
        return True
    named = _WITH_INITIALS.finditer(words)
    return any(found["between"] or not _OF_AN_OFFICE.search(found["name"]) for found in named)
