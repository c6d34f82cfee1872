"""What a Word template sets above and below each page is told where it can hold for one paper only."""

from __future__ import annotations

import pytest

from rapportage.checks.style.template_words import kept_from_readers, marked_as_draft, once_only

ORDINARY = [
    "Gemeente Kleinstad",
    "Stadhuisplein 1, 1234 AB Kleinstad",
    "Postbus 2000, 1234 AB Kleinstad",
    "Plein 1945 12",
    "Burgemeester J. de Vriesplein 3",
    "P.C. Hooftstraat 12",
    "Sport B.V. Kleinstad",
    "Telefoon 14 0123",
    "Pagina … van …",
    "Onderwerp: …",
    "Datum:\t…",
    "Team Stedelijk Ontwerp",
    "Afdeling Interne Zaken",
    "Team Concern en Concept",
    "Contactpersoon: Team Wonen",
    "Coalitieakkoord 2022-2026",
    "Openbare ruimte",
    "Samen maken wij de stad",
    "Bureau Vertrouwenspersonen",
    "www.kleinstad.nl · info@kleinstad.nl",
    "KvK 12345678",
    "Waterschap De Stromen",
]


@pytest.mark.parametrize("words", ORDINARY)
def test_what_holds_for_every_paper_is_nothing_to_tell(words: str) -> None:
    assert (marked_as_draft(words), kept_from_readers(words, secret=False), once_only(words)) == ("", "", "")


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("CONCEPT", "CONCEPT"),
        ("Gemeente Kleinstad\tConcept", "Concept"),
        ("Gemeente Kleinstad CONCEPT", "CONCEPT"),
        ("Status: concept", "Status: concept"),
        ("conceptversie 0.3", "conceptversie 0.3"),
        ("Ontwerp | Kleinstad", "Ontwerp"),
    ],
)
def test_what_says_of_each_paper_that_it_is_a_draft_is_found(words: str, told: str) -> None:
    assert marked_as_draft(words) == told


@pytest.mark.parametrize(
    ("words", "secret", "told"),
    [
        ("Vertrouwelijk", False, "Vertrouwelijk"),
        ("Vertrouwelijk", True, ""),
        ("Kleinstad · alleen voor intern gebruik", False, "alleen voor intern gebruik"),
        ("INTERN", True, "INTERN"),
        ("Onder embargo", False, "Onder embargo"),
    ],
)
def test_what_keeps_each_paper_from_readers_is_found_but_where_it_is_secret(
    words: str, secret: bool, told: str
) -> None:
    assert kept_from_readers(words, secret=secret) == told


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("Kleinstad, 12 maart 2019", "12 maart 2019"),
        ("12-03-2019", "12-03-2019"),
        ("Voortgang eerste halfjaar 2023", "eerste halfjaar 2023"),
        ("Begroting 2025", "Begroting 2025"),
        ("© 2019 Kleinstad", "© 2019"),
        ("Ons kenmerk: Z19-0123", "Ons kenmerk: Z19-0123"),
        ("Versie\t1.2", "Versie 1.2"),
        ("Behandeld door J. de Vries", "J. de Vries"),
        ("Behandeld door: Jan Jansen", "Behandeld door: Jan Jansen"),
        ("drs. Jansen", "drs. Jansen"),
        ("Mevrouw van der Berg", "Mevrouw van der Berg"),
        ("Mw. A.B. van der Berg\tKleinstad", "A.B. van der Berg"),
    ],
)
def test_what_is_of_one_paper_is_found(words: str, told: str) -> None:
    assert once_only(words) == told
