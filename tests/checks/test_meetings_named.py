"""A sentence that says when council or college treats this paper names the day of the report's own data."""

from __future__ import annotations

import pytest

from rapportage.checks.days.meetings_named import days_of_treatment


def read(words: str) -> list[tuple[str, str]]:
    return [(body, day.words) for body, day in days_of_treatment(words)]


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("De raad bespreekt dit stuk op 23 september 2024.", [("raad", "23 september 2024")]),
        ("Op 23 september bespreekt uw raad dit voorstel.", [("raad", "23 september")]),
        ("Uw raad besluit op 23-09-2024 over dit voorstel.", [("raad", "23-09-2024")]),
        ("De raad vergadert op 23 september 2024.", [("raad", "23 september 2024")]),
        ("Zo is het. De gemeenteraad behandelt deze rapportage op 23 september.", [("raad", "23 september")]),
        ("De raad neemt op 23 september een besluit over dit stuk.", [("raad", "23 september")]),
        (
            "Uw raad behandelt het voorstel in zijn vergadering van 23 september 2024.",
            [("raad", "23 september 2024")],
        ),
        ("De raadsvergadering is op 23 september 2024.", [("raad", "23 september 2024")]),
        ("Het college stelde het op 9 juli 2024 vast.", [("college", "9 juli 2024")]),
        ("Het college heeft dit voorstel op 9 juli 2024 vastgesteld.", [("college", "9 juli 2024")]),
        ("Dit voorstel komt op 26 september 2024 in de raad.", [("raad", "26 september 2024")]),
        ("Het voorstel staat op 26 september op de agenda van de raad.", [("raad", "26 september")]),
        ("De raad stemt op 26 september 2024 over dit voorstel.", [("raad", "26 september 2024")]),
        ("De raad vergadert op 9 oktober over dit voorstel.", [("raad", "9 oktober")]),
        (
            "Het college besprak dit voorstel op 15 juli. De raad behandelt het op 22 september 2025.",
            [("college", "15 juli"), ("raad", "22 september 2025")],
        ),
        (
            "Het college stelt dit stuk op 9 juli vast en de raad bespreekt dit stuk op 16 september.",
            [("college", "9 juli"), ("raad", "16 september")],
        ),
        ("De commissie bespreekt het op 5 september, de raad op 26 september.", [("raad", "26 september")]),
        ("De commissie bespreekt dit voorstel op 5 september en de raad op 26 september.", [("raad", "26 september")]),
        ("De commissie behandelt het voorstel op 5 september, de raad besluit op donderdag 26 september 2024.", [("raad", "26 september 2024")]),
        ("Dit voorstel staat op 5 september op de agenda van de commissie en op 26 september op die van de raad.", [("raad", "26 september")]),
        ("De raad bespreekt dit voorstel op 26 september, nadat de commissie dat op 5 september deed.", [("raad", "26 september")]),
    ],
)  # fmt: skip
def test_a_clause_says_when_a_body_treats_the_paper(words: str, found: list[tuple[str, str]]) -> None:
    assert read(words) == found


@pytest.mark.parametrize(
    "words",
    [
        "Dit voorstel komt op 12 december 2024 terug in de raad.",
        "Het voorstel staat op 5 september 2024 op de agenda van de commissie.",
        "Het voorstel over de sporthal staat op 26 september 2024 op de agenda van de raad.",
        "De begroting komt op 7 november 2024 in de raad.",
        "De raad stemt op 26 september 2024 over de motie en neemt deze rapportage mee.",
        "De raad vroeg op 12 februari 2024 om deze rapportage.",
        "De raad vergadert op 4 november 2024 over de begroting.",
        "De commissie bespreekt dit stuk op 2 september 2024, de raad later.",
        "De commissie bezoekt de wijk op 5 september, de raad op 26 september.",
        "De commissie bespreekt de jaarstukken op 5 september, de raad op 26 september.",
        "Het omgevingsplan volgt. De commissie bespreekt het op 5 september, de raad op 26 september.",
        "De commissie bespreekt dit voorstel op 5 september, de raad bezoekt op 26 september de wijk.",
        "De commissie bespreekt dit voorstel op 5 september, de raad van Dalfsen op 26 september.",
        "De commissie bespreekt dit voorstel op 5 september, de raad opnieuw op 26 september.",
        "De commissies bespreken dit voorstel op 5 september en de raad op 26 september.",
        "De commissie bespreekt dit voorstel op 5 september, de raad op 26 september en 3 oktober.",
        "De commissie vergadert op 5 september en de raad op 26 september.",
        "De commissie bespreekt dit voorstel op 5 september en de raad de begroting op 26 september.",
        "De raad bespreekt dit stuk eerst op 2 september.",
        "De raad bespreekt dit stuk op 2 september in een informatieve sessie.",
        "De raad nam op 14 oktober 2023 een motie aan.",
        "De raad besluit voor 1 oktober 2024 over dit voorstel.",
        "De raad bespreekt dit stuk op 9 september, en besluit erover op 16 september.",
        "De raad bespreekt op 9 en op 16 september dit stuk en op 12 september het andere stuk.",
        "De raad behandelt de begroting op 4 november 2024.",
        "Het college besprak op 3 juni 2024 de motie en deze rapportage.",
        "Het college stelde op 3 juni 2024 de begroting vast.",
        "De raad kreeg deze rapportage op 23 september 2024.",
        "De rapportage is van 2 juli 2024.",
        "De regioraad bespreekt dit stuk op 23 september 2024.",
        "Het algemeen bestuur bespreekt dit stuk op 23 september 2024.",
        "De raad bespreekt dit stuk niet op 23 september 2024.",
        "De raad bespreekt het voorstel over de sporthal op 4 november 2024.",
        "De raad bespreekt het stuk van de provincie op 4 november 2024.",
        "De raadsvergadering van 12 februari 2024 duurde lang.",
        "In de raadsvergadering van 12 februari 2024 kwam de motie aan de orde.",
        "Op 3 juni 2024 stelde het college de begroting vast.",
        "Het college stelt het jaarverslag op 12 juni 2024 vast.",
        "De raad vergaderde op 23 september 2024.",
        "Het beleidsplan ligt ter inzage. De raad behandelt het op 3 november 2025.",
        "De raad behandelt het op 3 november 2025.",
        "Het college heeft de begroting op 9 juli 2024 vastgesteld.",
        "De raad heeft op 11 november 2024 om dit voorstel gevraagd.",
        "Dit voorstel is klaar. De raad behandelt het bestemmingsplan op 3 november 2025.",
    ],
)
def test_another_meeting_or_another_subject_is_none(words: str) -> None:
    assert read(words) == []
