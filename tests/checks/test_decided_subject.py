"""The subject of a proposal is what is decided."""

from __future__ import annotations

import pytest

from rapportage.checks.decisions.decided_subject import of_another_year, unnamed


@pytest.mark.parametrize(
    ("subject", "decided", "expected"),
    [
        (
            "Kwartaalrapportage en aanvullend krediet sporthal De Vliert",
            "Een krediet van € 275.000 beschikbaar te stellen voor het zaaksysteem.",
            "sporthal De Vliert",
        ),
        (
            "Subsidie aan het zwembad",
            "De subsidie van € 20.000 te verlenen aan de bibliotheek.",
            "het zwembad",
        ),
        (
            "Krediet van € 1,2 miljoen voor de rondweg",
            "Een krediet van € 1,2 miljoen te verlenen voor de nieuwe school.",
            "de rondweg",
        ),
        ("Krediet voor de sporthal", "Een krediet van € 275.000 te verlenen voor de sporthallen.", ""),
        ("Krediet sporthal De Vliert", "Voor De Vliert een krediet van € 3 miljoen te verlenen.", ""),
        ("Krediet voor de dijk", "Kennis te nemen van de voortgang.", ""),
        ("Krediet voor het bossenplan", "1. € 90.000 krediet te geven voor het Bossenplan 2022.", ""),
        ("Voortgang, en een krediet voor water", "Het krediet te verlenen zoals in dit voorstel staat.", ""),
        ("Voortgang van de regio, tweede halfjaar 2024", "Een krediet te verlenen voor de sporthal.", ""),
        ("Aanvullend krediet", "Een krediet te verlenen voor de sporthal.", ""),
        ("Bijdrage aan de Veiligheidsregio", "De bijdrage van € 3 per inwoner aan de veiligheidsregio.", ""),
        ("Budget 2025 voor wegen", "Het budget voor het wegenonderhoud vast te stellen.", ""),
        ("Subsidies voor sport", "De subsidieregeling sportverenigingen vast te stellen.", ""),
        (
            "Voortgang Zandkust, en bijdrage in het tekort",
            "De bijdrage aan de regio te verhogen met € 752.400.",
            "",
        ),
        ("Garantstelling voor woningbouw", "Garant te staan voor 40 nieuwe woningen.", ""),
    ],
)
def test_money_is_asked_for_what_it_is_given_to(subject: str, decided: str, expected: str) -> None:
    assert unnamed(subject, [decided]) == expected


@pytest.mark.parametrize(
    ("decided", "expected"),
    [
        (["De bijdrage aan de regio voor 2024 vast te stellen op € 231.500."], "bijdrage 2025"),
        (["De bijdrage aan de regio voor 2025 vast te stellen op € 231.500."], ""),
        (["De bijdrage te verhogen van € 1 in 2024 naar € 2 in 2025."], ""),
        (["De bijdrage vast te stellen op € 231.500."], ""),
        (["De bijdrage over 2024 vast te stellen.", "De bijdrage voor 2025 vast te stellen."], ""),
        (["De jaarstukken 2024 vast te stellen."], ""),
    ],
)
def test_the_year_of_the_subject_is_the_one_that_is_decided(decided: list[str], expected: str) -> None:
    assert of_another_year("Voortgang regio, bijdrage 2025", decided) == expected
