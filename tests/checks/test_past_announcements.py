"""What is announced is still to come on the day of the report."""

from __future__ import annotations

import pytest

from rapportage.checks.days.past_announcements import announced
from rapportage.periode import parse_periode

OWN = parse_periode("2024-H1")


@pytest.mark.parametrize(
    "sentence",
    [
        "In maart 2024 volgt een tweede ronde.",
        "De evaluatie verschijnt naar verwachting in mei 2024.",
        "De raad ontvangt in het eerste kwartaal van 2024 een brief.",
        "De oplevering is gepland voor april 2024.",
        "Het college zal op 12 maart 2024 een plan voorleggen.",
        "Begin juni 2024 hoort de raad meer.",
        "In april 2024 volgt een tweede ronde met gemeenten.",
        "In april 2024 volgt een ronde gesprekken met gezinnen.",
        "In april 2024 gaat het loket open.",
        "In april 2024 opent het loket.",
        "De aanbesteding begint in februari 2024, het werk in maart 2025.",
        "De aanbesteding begint in mei 2024 en het werk in maart 2025.",
        "Het werk begint in maart 2025, de aanbesteding volgt in mei 2024.",
        "Het werk is klaar in maart 2024.",
        "In maart 2024 is het werk klaar.",
        "In april 2024 wordt het team uitgebreid.",
        "Het loket gaat in april 2024 open.",
        "Op 15 maart 2024 besluit de raad over een krediet.",
        "De raad besluit op 15 maart 2024 over een krediet.",
        "Wij verwachten dat de wachttijd eind mei 2024 onder de norm is.",
        "De planning is dat het loket in mei 2024 opent.",
        "De commissie bespreekt het voorstel op 3 mei 2024.",
        "De wethouder opent het nieuwe pad op 12 mei 2024.",
        "De raad stelt in april 2024 de nota vast.",
        "Wij leggen het plan op 12 maart 2024 aan de raad voor.",
        "Wij ronden het project in maart 2024 af.",
        "De aannemer levert de brug eind mei 2024 op.",
        "In de tweede helft van 2023 begint de bouw.",
        "De bouw begint in de tweede helft van 2023.",
        "Het werk is in maart 2024 klaar.",
        "De woningen in Noord zijn eind mei 2024 gereed.",
        "Het plan is in het voorjaar van 2024 klaar.",
        "De bouw begint in het najaar van 2023.",
        "In de zomer van 2023 begint de bouw.",
        "De aannemer levert de brug in het voorjaar van 2024 op.",
        "De netbeheerder levert in maart 2024 de cijfers per kern.",
        "Het bureau presenteert in mei 2024 een advies.",
        "Het bureau levert in maart 2024 de cijfers, zoals het college u op 18 januari 2024 toezegde.",
    ],
)
def test_a_sentence_that_announces_what_is_past_is_told(sentence: str) -> None:
    assert "202" in announced(sentence, OWN)


@pytest.mark.parametrize(
    "sentence",
    [
        "In september 2024 volgt een tweede ronde.",
        "Volgens de raming van mei 2024 zullen er in 2030 300 woningen staan.",
        "Zoals in maart 2024 aangekondigd, volgt er een plan.",
        "In maart 2024 kreeg de regio haar status.",
        "In het eerste halfjaar van 2024 bouwde de regio woningen.",
        "De planning van juni 2024 verwacht veel woningen.",
        "De brief van 12 maart 2024 volgt hieronder.",
        "In maart 2024 is besloten dat er een plan volgt.",
        "Het plan dat in maart 2024 verscheen, volgt de visie.",
        "Uiterlijk in 2026 volgt een evaluatie.",
        "Sinds maart 2024 volgt de regio de bouw.",
        "De motie van 12 maart 2024 verwacht een brief.",
        "In april 2024 volgde een tweede ronde met gemeenten.",
        "In april 2024 ging het loket open.",
        "In april 2024 is het loket geopend.",
        "Sinds april 2024 is het loket open.",
        "Vanaf april 2024 geldt een nieuw tarief.",
        "De regeling start in april 2024 en loopt drie jaar.",
        "Het contract dat in april 2024 start, is van de regio.",
        "In de eerste helft van 2024 start gemiddeld een op de drie trajecten op tijd.",
        "In juni 2024 komt gemiddeld een op de drie brieven te laat.",
        "Eind juni 2024 is de wachttijd 10 weken.",
        "In het najaar van 2024 volgt de aanbesteding.",
        "In het voorjaar van 2024 volgde de aanbesteding.",
        "De aanbesteding begint in november 2024, het werk in maart 2025.",
        "De aanbesteding was in november 2023, het werk begint in maart 2025.",
        "De aanbesteding begon in november 2023 en het werk volgt in maart 2025.",
        "De raad besloot in mei 2024, en in juni 2024 begint het werk.",
        "De regio heeft in mei 2024 een plan gemaakt en start in maart 2025.",
        "De subsidie loopt van mei 2023 tot maart 2025.",
        "Het contract eindigt in mei 2024, het nieuwe begint in juli 2024.",
        "Het akkoord van mei 2023 volgt op dat van mei 2022.",
        "In december 2023 is het werk klaar gekomen.",
        "De weg is afgerond in december 2023.",
        "Het werk is klaar in december 2025.",
        "De commissie bespreekt het voorstel op 5 september 2024.",
        "De commissie besprak het voorstel op 3 mei 2024.",
        "De commissie bespreekt het voorstel van 3 mei 2024 in september.",
        "Wij bespreken de stand op 30 juni 2024 in de volgende rapportage.",
        "De raad stelt de nota van april 2024 bij.",
        "De raad stelde in april 2024 de nota vast.",
        "Het college stelt zich in april 2024 gestelde vragen voor.",
        "Wij leggen de in maart 2024 gemaakte afspraken vast.",
        "Het plan dat in maart 2024 voorlag, ronden wij af.",
        "De brug van maart 2024 levert overlast op.",
        "In de eerste helft van 2024 wordt gebouwd aan de brug.",
        "De bouw begint in de tweede helft van 2024.",
        "De bouw begon in de tweede helft van 2023.",
        "De looptijd begint op 1 januari 2023.",
        "De nieuwe bestuursperiode begint op 30 maart 2022.",
        "In de tweede helft van 2023 zijn 40 woningen opgeleverd.",
        "Het werk is in september 2024 klaar.",
        "Het werk was in maart 2024 klaar.",
        "Het plan is in de zomer van 2024 klaar.",
        "Het plan was in het voorjaar van 2024 klaar.",
        "In het voorjaar van 2024 is gebouwd aan de brug.",
        "De bouw begon in het najaar van 2023.",
        "De bouw, die in het najaar van 2023 begon, is klaar.",
        "De zonneweide levert in juni 2024 3 GWh.",
        "De netbeheerder leverde in maart 2024 de cijfers per kern.",
        "De netbeheerder levert de cijfers van maart 2024 per kern.",
        "In maart 2024 is de school verbouwd en nu klaar.",
        "Het bureau leverde in maart 2024 de cijfers, zoals het college u op 18 januari 2024 toezegde.",
        "In het voorjaar van 2024 is de school verbouwd en nu klaar.",
        "De school is in maart 2024 verhuisd en nu klaar voor de start.",
        "De stand is die van het voorjaar van 2024.",
        "De regio houdt vast aan de in maart 2024 gemaakte afspraken.",
        "De vergelijking begint in de tweede helft van 2023, toen de reeks werd gemeten.",
    ],
)
def test_what_is_to_come_or_was_told_of_then_is_right(sentence: str) -> None:
    assert announced(sentence, OWN) == ""


def test_a_period_is_told_with_its_article() -> None:
    said = "De bouw begint in de tweede helft van 2023."
    assert announced(said, OWN) == "de tweede helft van 2023"


def test_a_season_that_is_over_is_a_time_too() -> None:
    assert announced("In het najaar van 2023 volgt de aanbesteding.", OWN) == "het najaar van 2023"


@pytest.mark.parametrize(
    ("sentence", "own"),
    [
        ("Wij verwachten over heel 2025 een nadelig resultaat van € 370.000.", "2025-Q4"),
        ("Over heel 2025 verwachten wij een nadelig resultaat.", "2025"),
        ("De prognose voor het hele jaar 2025 is een tekort.", "2025-H2"),
        ("Voor heel 2025 is de verwachting een tekort.", "2026-Q1"),
    ],
)
def test_the_outcome_of_a_year_that_is_over_is_no_longer_expected(sentence: str, own: str) -> None:
    assert announced(sentence, parse_periode(own)).endswith("2025")


@pytest.mark.parametrize(
    ("sentence", "own"),
    [
        ("Wij verwachten over heel 2025 een nadelig resultaat.", "2025-Q3"),
        ("Wij verwachten over heel 2026 een nadelig resultaat.", "2025-Q4"),
        ("Wij verwachten over 2025 een nadelig resultaat.", "2025-Q4"),
        ("De prognose voor heel 2025 was een tekort.", "2025-Q4"),
        ("Wij verwachten over heel 2025 een tekort; de jaarrekening volgt in mei.", "2025-Q4"),
        ("Wij verwachtten over heel 2025 een tekort.", "2025-Q4"),
        ("Het resultaat over heel 2025 viel hoger uit dan verwacht.", "2025-Q4"),
        ("Over heel 2025 zijn 300 woningen verwacht opgeleverd.", "2025-Q3"),
        ("Het resultaat is beter dan de verwachting: over heel 2025 bleef geld over.", "2025-Q4"),
        ("In de begroting voor heel 2025 stond een tekort.", "2025-Q4"),
    ],
)
def test_a_year_may_be_expected_until_it_is_over_or_its_books_are_told_to_be_open(
    sentence: str, own: str
) -> None:
    assert announced(sentence, parse_periode(own)) == ""
