"""Which sentences of a report look ahead, with and without a year."""

from __future__ import annotations

import pytest

from rapportage.periode import parse_periode
from rapportage.turning.ahead import looks_ahead


@pytest.mark.parametrize(
    ("sentence", "ahead"),
    [
        ("De startbijeenkomst is in februari 2022.", True),
        ("Het plan moet in het eerste kwartaal van 2022 klaar zijn.", True),
        ("In het najaar van 2022 volgt een tweede ronde.", True),
        ("In 2022 volgen trainingen.", True),
        ("Dat is naar verwachting snel klaar.", True),
        ("De komende tijd bekijken de gemeenten dit.", True),
        ("Fase 3 moet nog beginnen.", True),
        ("Op 20 mei 2021 kreeg de regio haar status.", False),
        ("De regio wil in 2030 de vierde economie zijn.", False),
        ("De agenda 2018-2022 loopt door.", False),
        ("De proef zou naar verwachting snel beginnen.", False),
        ("Wij bouwden 40 woningen.", False),
        ('In het {{ volgende("lang") }} komt er een plan.', True),
        ('In het {{ vorige("lang") }} kwam er een plan.', False),
        ("De raad ontvangt in het eerste kwartaal een brief.", True),
        ("In maart komt het plan naar de raad.", True),
        ("Voor de zomer hoort de raad meer.", True),
        ("In het najaar is er een markt.", False),
        ("De raad ontvangt in het vierde kwartaal een brief.", False),
    ],
)
def test_a_sentence_looks_ahead_where_it_speaks_of_days_after_the_period(sentence: str, ahead: bool) -> None:
    assert looks_ahead(sentence, parse_periode("2021-H2")) == ahead


@pytest.mark.parametrize(
    "sentence",
    [
        "In november komt het plan naar de raad.",
        "Volgend jaar start de bouw.",
        "In het najaar besluit de raad erover.",
        "Na de zomer volgt een voorstel.",
        "Later dit jaar hoort u meer.",
        "Eind dit jaar ligt er een plan.",
        "Wij komen hier in de volgende rapportage op terug.",
        "De evaluatie is in oktober klaar.",
        "Begin september spreekt de raad erover.",
        "U krijgt in het vierde kwartaal een voorstel.",
        "Voor het einde van het jaar leggen wij een voorstel voor.",
        "De uitvoering loopt door tot in november.",
        "Op 12 oktober vergadert de commissie hierover.",
        "Dat gebeurt in de tweede helft van het jaar.",
        "Over een half jaar weten we meer.",
        "De oplevering is gepland voor november.",
        "Wij verwachten het rapport in oktober.",
        "In de loop van 2025 gaat de brug open.",
        "De raad besluit later dan het college: op 1 oktober.",
        "Eind 2025 is de route klaar.",
        "Er moet nog een besluit komen.",
        "Dat heeft gevolgen voor de bouw, en in maart 2025 volgt een plan.",
    ],
)
def test_a_time_without_its_year_is_ahead_where_it_is_after_the_period(sentence: str) -> None:
    assert looks_ahead(sentence, parse_periode("2024-H1"))


@pytest.mark.parametrize(
    "sentence",
    [
        "In maart kwam het plan naar de raad.",
        "In het eerste kwartaal ontving de raad een brief.",
        "Vorig najaar besloot de raad erover.",
        "Na de zomer van 2023 volgde een voorstel.",
        "De evaluatie was in mei klaar.",
        "In november 2023 sprak de raad erover.",
        "De gemeente telt 12 kernen.",
        "Elk jaar in november is er een markt.",
        "De regeling loopt sinds november.",
        "In november besloot de raad tot het plan.",
        "De wet geldt sinds het eerste kwartaal.",
        "Mei en november zijn drukke maanden.",
        "In het eerste halfjaar komt de raad drie keer bijeen.",
        "Het college stelde in april een plan op.",
        "Er zijn 49 woningen vergund; dat is minder dan in het derde kwartaal.",
        "Het verzuim is 6%, tegen 7% in het tweede halfjaar.",
        "Ten opzichte van het tweede halfjaar is dat meer.",
        "Dat is € 1.515.000 minder dan op 1 december.",
        "Er staan 12 woningen meer leeg dan eind november.",
        "De wachtlijst is korter dan aan het begin van het vierde kwartaal.",
        "Er zijn meer aanvragen dan per 31 december.",
        "De gemeenten spraken af dat er eind 2030 180 megawattpiek aan zonnepanelen is.",
        "Er moet nog 23,4 kilometer komen.",
        "Er moeten nog ruim {{ waarde('rest') }} woningen komen.",
        "Dat heeft gevolgen voor de oplevering in 2025 en 2026.",
    ],
)
def test_what_was_done_or_comes_each_year_is_not_ahead(sentence: str) -> None:
    assert not looks_ahead(sentence, parse_periode("2024-H1"))


@pytest.mark.parametrize(
    ("sentence", "period"),
    [
        ("Oosterbroek past dit najaar de verkeerslichten aan op de Kanaalweg.", "2025-H1"),
        ("De corporatie levert deze herfst de sleutels.", "2025-H1"),
        ("Dit voorjaar vervangen wij de lampen.", "2025-H2"),
        ("Na zes maanden kijken wij hoeveel mensen er gebruik van maken.", "2025-H1"),
        ("Wij evalueren na een half jaar of het werkt.", "2025-H1"),
        ("Na een jaar hoort de raad wat het opleverde.", "2025-H2"),
        ("In Turfdam daalde het licht, omdat de laatste fase van de Oude Haven na de zomer valt.", "2025-H1"),
        ("Na de zomer plaatst de corporatie de eerste woningen.", "2025-H1"),
    ],
)
def test_this_autumn_and_after_a_while_are_ahead(sentence: str, period: str) -> None:
    assert looks_ahead(sentence, parse_periode(period))


@pytest.mark.parametrize(
    ("sentence", "period"),
    [
        ("Na de zomer van 2023 begon de bouw.", "2025-H1"),
        ("Na zes maanden was het klaar.", "2025-H1"),
        ("Na zes maanden kijken wij terug op een geslaagde proef.", "2025-H1"),
        ("Na een jaar zien wij dat het werkt.", "2025-H1"),
        ("Na twee weken is een klacht gemiddeld beantwoord.", "2025-H1"),
        ("Na drie maanden krijgt een bewoner een vaste begeleider.", "2025-H1"),
        ("De proef liep na zes maanden af.", "2025-H1"),
        ("Na de zomervakantie steeg het verzuim licht.", "2025-H1"),
        ("Dit voorjaar vervangen wij de lampen.", "2025-H1"),
        ("Dit voorjaar verving de gemeente de lampen.", "2025-H2"),
        ("Deze zomer rijden er minder bussen.", "2025-H2"),
        ("In juli en augustus rijden er minder bussen.", "2025-H1"),
        ("In het najaar vallen er meer treinen uit.", "2025-H1"),
        ("De gemeente besloot na een half jaar te stoppen.", "2025-H1"),
        ("Het college stelt de regels vast die na een jaar vervallen.", "2025-H1"),
    ],
)
def test_what_lasted_a_while_or_is_so_each_year_is_not(sentence: str, period: str) -> None:
    assert not looks_ahead(sentence, parse_periode(period))
