"""What a secret paper must name: the ground depends on the date of the paper.

Before 1 May 2022 the Gemeentewet with the Wob, from then with the Woo, and from 1 April 2023
other articles of the Gemeentewet with the Woo. For a province the Provinciewet goes the same way.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import date

from rapportage.checks.subjects import Content
from rapportage.content.bodies import Overheid
from rapportage.content.model import Loaded
from rapportage.content.offices import BodyKind
from rapportage.content.period import Gegevens, Openbaarheid
from rapportage.dutch import date_text
from rapportage.errors import Finding

_SECRECY_NEEDS = ("artikel", "grondslag", "opgelegd-door", "op-te-heffen-door", "datum")
_ARTICLES: Mapping[BodyKind, tuple[tuple[int, ...], tuple[int, ...]]] = {
    "gemeente": ((25, 55, 86), (87, 88, 89)),
    "provincie": ((25, 55, 91), (84, 85, 86)),
}
"""The articles of each body's law that can carry secrecy, before 1 April 2023 and since.

Of the Waterschapswet they are not judged.
"""
_WOO = date(2022, 5, 1)
_NEW_GEMEENTEWET = date(2023, 4, 1)


def not_grounded(content: Content) -> Iterator[Finding]:
    """What is missing or wrong in how a paper is declared secret; nothing for a public one."""
    gegevens = content.rapportage.gegevens
    declared = gegevens.value.openbaarheid
    if declared.niveau == "openbaar":
        return
    place = gegevens.place("openbaarheid")
    missing = [key for key in _SECRECY_NEEDS if getattr(declared, key.replace("-", "_")) is None]
    for key in missing:
        yield Finding(
            f"een geheim stuk noemt '{key}', en dat ontbreekt",
            place,
            f"voeg onder 'openbaarheid' toe: '{key}: …'",
        )
    if not missing:
        body = content.rapportage.organisatie.value.overheid
        yield from _article(declared, gegevens, body)
        yield from _ground(declared, gegevens, body)


def _article(declared: Openbaarheid, gegevens: Loaded[Gegevens], body: Overheid) -> Iterator[Finding]:
    """An article of the body's law that can carry no secrecy on the day of the paper."""
    day = gegevens.value.rapportagedatum
    articles = _ARTICLES.get(body.soort, ((), ()))[day >= _NEW_GEMEENTEWET]
    if articles and declared.artikel not in articles:
        known = ", ".join(map(str, articles))
        yield Finding(
            f"artikel {declared.artikel} van de {body.wet} draagt op {date_text(day)} geen geheimhouding",
            gegevens.place("openbaarheid", "artikel"),
            f"kies artikel {known}",
        )


def _ground(declared: Openbaarheid, gegevens: Loaded[Gegevens], body: Overheid) -> Iterator[Finding]:
    """A ground that is not in the law of the day: the Wob until 1 May 2022, article 5.1 of the Woo since."""
    day = gegevens.value.rapportagedatum
    if day < _WOO:
        law, form = "Wob", re.compile(r"\bWob\b")
    elif day < _NEW_GEMEENTEWET or body.soort not in _ARTICLES:
        law, form = "Woo artikel 5.1", re.compile(r"\bWoo\b.*\b5\.1\b")
    else:
        law, form = (
            "Woo artikel 5.1 lid 1 of 2",
            re.compile(r"\bWoo\b.*\b5\.1\b.*\b(?:lid [12]|(?:eerste|tweede) lid)\b"),
        )
    if not form.search(declared.grondslag or ""):
        yield Finding(
            f"de grondslag '{declared.grondslag}' past niet bij een stuk van {date_text(day)}",
            gegevens.place("openbaarheid", "grondslag"),
            f"noem {law}",
        )
