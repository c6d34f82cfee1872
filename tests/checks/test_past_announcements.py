"""What is announced is still to come on the day of the report."""

from __future__ import annotations

import pytest

from rapportage.checks.past_announcements import announced
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
    ],
)
def test_a_sentence_that_announces_what_is_past_is_told(sentence: str) -> None:
    assert "2024" in announced(sentence, OWN)


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
    ],
)
def test_what_is_to_come_or_was_told_of_then_is_right(sentence: str) -> None:
    assert announced(sentence, OWN) == ""


def test_a_season_that_is_over_is_a_time_too() -> None:
    assert announced("In het najaar van 2023 volgt de aanbesteding.", OWN) == "het najaar van 2023"
