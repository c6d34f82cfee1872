"""Sentences of quarterly reports go with the numbers that are filled in: how a controller writes of them."""

from __future__ import annotations

from decimal import Decimal
from typing import Literal

import pytest

from rapportage.compose.numbers.expressions import filled
from rapportage.compose.numbers.vocabulary import Numbers
from rapportage.content.indicators import Indicator, Waarde
from rapportage.errors import Place
from rapportage.periode import Periode, parse_periode

PERIODS = [Periode(year, number, "kwartaal") for year in (2023, 2024) for number in (1, 2, 3, 4)][:7]
"""From 2023-Q1 up to 2024-Q3, of which the report is."""


def series(
    name: str,
    unit: str,
    values: str,
    title: str,
    soort: Literal["stand", "stroom"] | None = None,
    decimals: int = 0,
) -> Indicator:
    """A series with these numbers, the first of 2023-Q1."""
    waarden = tuple(
        Waarde(
            periode=periode,
            waarde=Decimal(value),
            peildatum=periode.last_day.isoformat() if soort == "stand" else None,
        )
        for periode, value in zip(PERIODS, values.split(), strict=True)
    )
    return Indicator(
        id=name, naam=title, eenheid=unit, bron="Telling", soort=soort, decimalen=decimals, waarden=waarden
    )


_BUDGET = "1480000 1525500 1610250 1985000 1702400 1845300 1720400"
NUMBERS = Numbers(
    {
        one.id: one
        for one in (
            series("lasten", "€", _BUDGET, "Lasten van het programma", "stroom"),
            series(
                "baten",
                "€",
                "1500000 1490000 1655000 1940000 1650000 1898200 1701300",
                "Baten van het programma",
                "stroom",
            ),
            series("resultaat", "€", "20000 -35500 44750 -45000 -52400 52900 -19100", "Resultaat", "stroom"),
            series(
                "reserve", "€", "2450000 2414500 2459250 2414250 2361850 2414750 2395650", "Reserve", "stand"
            ),
            series("banen", "%", "0.8 0.5 -0.2 -0.4 0.0 0.3 -0.1", "Groei van het aantal banen", None, 1),
            series("verzuim", "%", "6.8 5.4 4.9 6.1 6.4 5.2 4.9", "Ziekteverzuim", None, 1),
            series("stipt", "%", "88.1 89.4 90.2 84.7 86.0 89.9 91.3", "Punctualiteit", None, 1),
            series("ongevallen", "ongevallen", "14 11 17 12 9 13 10", "Ongevallen", "stroom"),
            series("bedrijven", "bedrijven", "390 412 398 455 430 471 440", "Nieuwe bedrijven", "stroom"),
            series(
                "reizigers",
                "reizigers",
                "1184500 1246300 1102800 1298400 1254700 1311900 1156700",
                "Reizigers",
                "stroom",
            ),
            series("wachtlijst", "MW", "18 35 64 92 131 127 141", "Wachtlijst", "stand"),
            series("palen", "palen", "1012 1097 1163 1254 1310 1422 1510", "Laadpalen", "stand"),
            series("inhuur", "€", "88000 91500 76250 102000 110400 98600 104250", "Externe inhuur", "stroom"),
        )
    },
    parse_periode("2024-Q3"),
    {},
)
NOW, THEN = '{{ periode("lang") }}', '{{ vorige("lang") }}'


def now(name: str) -> str:
    return f'{{{{ waarde("{name}") }}}}'


def then(name: str) -> str:
    return f'{{{{ vorige("{name}") }}}}'


def of(name: str, periode: str) -> str:
    return f'{{{{ waarde("{name}", "{periode}") }}}}'


def told(text: str) -> list[str]:
    return [one.message.replace("\xa0", " ") for one in filled(text, Place(""), NUMBERS).problems]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (f"De banengroei steeg naar {now('banen')}.", "bij '−0,1%' staat 'steeg naar', en het werd minder"),
        (
            f"Het aantal ongevallen daalt in het {THEN} naar {then('ongevallen')}.",
            "bij '13' staat 'daalt naar', en het werd meer: in 2024-Q1 was het 9",
        ),
        (
            f"De reserve steeg in het {NOW} tot {now('reserve')}.",
            "bij '€ 2.395.650' staat 'steeg tot', en het werd minder: in 2024-Q2 was het € 2.414.750",
        ),
        (f"De lasten stegen in Q3 tot {now('lasten')}.", "'stegen tot', en het werd minder"),
        (f"De reserve groeide dit kwartaal tot {now('reserve')}.", "'groeide tot', en het werd minder"),
        (
            f"De lasten stegen in 2024 naar {now('lasten')}.",
            "'stegen naar', en het werd minder: in 2023-Q4 was het € 1.985.000",
        ),
        (f"Het aantal reizigers liep op tot {now('reizigers')}.", "'liep op tot', en het werd minder"),
        (f"De wachtlijst liep terug naar {now('wachtlijst')}.", "'liep terug naar', en het werd meer"),
    ],
)
def test_a_number_that_did_not_go_so_in_the_time_that_is_named_is_told(text: str, message: str) -> None:
    assert len(told(text)) == 1
    assert message in told(text)[0]


@pytest.mark.parametrize(
    "text",
    [
        f'Het resultaat is {now("resultaat")} ({{{{ vorige("kort") }}}}: {then("resultaat")}).',
        f"De reserve is {now('reserve')} (30 juni 2024: {then('reserve')}).",
        f"Er zijn {now('palen')} palen (per 30 juni 2024: {then('palen')}).",
    ],
)
def test_a_period_before_a_colon_is_of_the_number_behind_it(text: str) -> None:
    assert told(text) == []


@pytest.mark.parametrize(
    "text",
    [
        f"De banengroei daalde in het {NOW} naar {now('banen')}.",
        f"Het tekort is een zorg: het steeg naar {now('resultaat')}.",
        f"De lasten daalden in het {NOW} tot {now('lasten')}.",
        f"De lasten stegen in het {THEN} naar {then('lasten')} en daalden daarna naar {now('lasten')}.",
        f"De wachtlijst groeide in 2024 tot {now('wachtlijst')}.",
        f"De reserve is in 2024 gedaald tot {now('reserve')}.",
        f"In het eerste halfjaar stegen de lasten naar {then('lasten')}.",
        f"De wachtlijst liep op tot {now('wachtlijst')} en het aantal reizigers liep terug tot {now('reizigers')}.",
    ],
)
def test_a_number_that_went_so_in_the_time_that_is_named_is_right(text: str) -> None:
    assert told(text) == []


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (
            'De lasten zijn {{ percentage(waarde("lasten"), vorige("lasten"), 1) }} hoger.',
            "bij '93,2%' staat 'hoger', en het is het ene getal als deel van het andere",
        ),
        (
            'De lasten stegen met {{ percentage("lasten", waarde("lasten", "2023-Q3"), 1) }}.',
            "bij '106,8%' staat 'stegen', en het is het ene getal als deel van het andere",
        ),
        (
            'De inhuur is {{ percentage("inhuur", "lasten", 1) }} van de baten.',
            "bij '6,1%' staat 'van … baten', en het is een deel van 'lasten'",
        ),
        (
            "In de eerste drie kwartalen van 2024 was het"
            ' {{ som(waarde("lasten", "2024-Q1"), vorige("lasten")) }}.',
            "staat 'eerste drie kwartalen', en het telt 2024-Q1 en 2024-Q2 op",
        ),
        (
            'Over de laatste drie kwartalen {{ som(waarde("lasten", "2023-Q4"), vorige("lasten"), "lasten") }}.',
            "en het telt 2023-Q4, 2024-Q2 en 2024-Q3 op",
        ),
        (
            'Er kwamen {{ som(vorige("bedrijven"), "bedrijven") }} bedrijven in de laatste vier kwartalen.',
            "bij '911' staat 'laatste vier kwartalen', en het telt 2024-Q2 en 2024-Q3 op",
        ),
        (
            'Dat is {{ verhouding(som(vorige("lasten"), "lasten"), 3, 0) }} per kwartaal.',
            "staat 'per kwartaal', en een som van 2 is gedeeld door 3",
        ),
        (
            'Er reisden ruim {{ afgerond("reizigers", 100000) }} mensen.',
            "'ruim 1.200.000', en het is 1.156.700",
        ),
        ('Er zijn bijna {{ afgerond("palen", 100) }} palen.', "hier staat 'bijna 1.500', en het is 1.510"),
    ],
)
def test_a_number_that_was_worked_out_otherwise_than_is_said_is_told(text: str, message: str) -> None:
    assert len(told(text)) == 1
    assert message in told(text)[0]


@pytest.mark.parametrize(
    "text",
    [
        'De lasten zijn {{ percentage(waarde("lasten"), vorige("lasten"), 1) }} van die in het vorige kwartaal.',
        'De lasten zijn {{ percentage(afstand("lasten"), vorige("lasten"), 1) }} lager.',
        'Dat is {{ percentage(som("baten", product(waarde("baten", "2023-Q3"), -1)), waarde("baten", "2023-Q3")) }}'
        " meer dan een jaar eerder.",
        'De lasten stegen tot {{ percentage("lasten", waarde("lasten", "2023-Q1")) }} van het niveau van toen.',
        'De inhuur is {{ percentage("inhuur", "lasten", 1) }} van de totale lasten.',
        'De inhuur is {{ percentage("inhuur", "lasten", 1) }} van de uitgaven.',
        'In de laatste twee kwartalen was het {{ som(vorige("lasten"), "lasten") }}.',
        'Met inhuur over de laatste twee kwartalen {{ som(vorige("lasten"), "lasten", vorige("inhuur"), "inhuur") }}.',
        "In de laatste vier kwartalen was er drie keer een tekort; nu is het"
        ' {{ som(vorige("lasten"), "lasten") }}.',
        'In de laatste vier kwartalen was het nooit meer dan {{ som("lasten", "inhuur") }}.',
        'Dat is {{ verhouding(som(vorige("lasten"), "lasten"), 2, 0) }} per kwartaal.',
        'Dat is {{ verhouding(som(vorige("lasten"), "lasten"), 6, 0) }} per maand.',
        'Er reisden bijna {{ afgerond("reizigers", 100000) }} mensen langs ruim {{ afgerond("palen", 100) }} palen.',
        'Er kwamen 20 meer dan {{ afgerond("palen", 1000) }} palen.',
    ],
)
def test_a_number_that_was_worked_out_as_is_said_is_right(text: str) -> None:
    assert told(text) == []


@pytest.mark.parametrize(
    ("text", "said", "of_period"),
    [
        (f"De lasten waren in het {THEN} {now('lasten')}.", "tweede kwartaal van 2024", "2024-Q3"),
        (f"De reserve was op 30 juni 2024 {now('reserve')}.", "30 juni 2024", "2024-Q3"),
        (f"De reserve bedroeg eind juni {now('reserve')}.", "juni", "2024-Q3"),
        (f"Eind juni was de reserve {now('reserve')}.", "juni", "2024-Q3"),
        (f"Op 30 juni waren er {now('palen')} palen.", "30 juni", "2024-Q3"),
        (f"Eind december waren er {now('palen')} palen.", "december", "2024-Q3"),
        (f"De lasten waren in het derde kwartaal {then('lasten')}.", "derde kwartaal", "2024-Q2"),
        (f"Per 1 juli waren er {now('palen')} palen.", "1 juli", "2024-Q3"),
        (f"Tot en met juni waren er {now('palen')} palen.", "juni", "2024-Q3"),
        (f"Het aantal was in het vorige kwartaal {now('ongevallen')}.", "in het vorige kwartaal", "2024-Q3"),
        (
            f"Volgens de vervoerder reisden in het {THEN} {now('reizigers')} mensen.",
            "tweede kwartaal van 2024",
            "2024-Q3",
        ),
    ],
)
def test_a_period_behind_the_verb_or_without_its_year_is_of_the_number(
    text: str, said: str, of_period: str
) -> None:
    (message,) = told(text)
    assert message.endswith(f"' staat '{said}', en het is de waarde van {of_period}")


@pytest.mark.parametrize(
    "text",
    [
        f"De lasten waren in het {THEN} {then('lasten')} en in het derde kwartaal {now('lasten')}.",
        f"Op 30 juni waren er {then('palen')} palen, op 30 september {now('palen')}.",
        f"Eind juni, toen de proef begon, waren er {then('palen')} palen.",
        f"Eind juni besloot de raad {now('inhuur')} te betalen.",
        f"Op 30 juni sloot het loket; er zijn {now('palen')} palen.",
        f"2023 begon goed. In het eerste kwartaal waren de lasten {of('lasten', '2023-Q1')}.",
        f"Vorig jaar was de reserve eind juni {of('reserve', '2023-Q2')}.",
        f"In het vierde kwartaal komen er {now('bedrijven')} bedrijven bij.",
        f"Het plan was in het tweede kwartaal {now('palen')} palen te plaatsen.",
        f"De verwachting was in het {THEN} {now('lasten')}.",
        f"De in het {THEN} gestarte proef kostte {now('lasten')}.",
        f"De bus die in het {THEN} begon te rijden, vervoerde {now('reizigers')} reizigers.",
        f"In het {THEN} is besloten tot {now('palen')} palen.",
        f"De stand was op 1 juli {then('palen')}, op 1 oktober {now('palen')}.",
        f"Voor het derde kwartaal op rij zijn er {now('palen')} palen.",
        f"Per 1 oktober waren er {now('palen')} palen.",
        f"Tot en met september waren er {now('palen')} palen.",
        f"Tot en met juni liep de proef; er zijn {now('palen')} palen.",
        f"In de eerste negen maanden van dit jaar kwamen er {now('palen')} palen.",
    ],
)
def test_a_period_behind_a_verb_may_be_of_something_else(text: str) -> None:
    assert told(text) == []


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (
            f"Het verzuim is {now('verzuim')}, tegen {of('verzuim', '2023-Q2')} in hetzelfde kwartaal van vorig jaar.",
            "hetzelfde kwartaal van vorig jaar",
        ),
        (f"De inhuur is {now('inhuur')} (vorig jaar: {of('inhuur', '2023-Q2')}).", "vorig jaar"),
        (f"De inhuur is {now('inhuur')} (vorig kwartaal: {of('inhuur', '2023-Q2')}).", "vorig kwartaal"),
        (f"Het verzuim is {now('verzuim')}, een half jaar geleden nog {of('verzuim', '2023-Q4')}.", ""),
        (f"In hetzelfde kwartaal van vorig jaar was dat {of('verzuim', '2023-Q2')}.", ""),
        (f"De inhuur is {now('inhuur')} (een jaar eerder {of('inhuur', '2023-Q2')}).", "een jaar eerder"),
    ],
)
def test_a_number_that_is_counted_back_to_otherwise_is_told(text: str, words: str) -> None:
    assert len(told(text)) == 1
    assert f"{words}', en het is de waarde van 2023-Q" in told(text)[0]


@pytest.mark.parametrize(
    "text",
    [
        f"Het verzuim is {now('verzuim')}, tegen {of('verzuim', '2023-Q3')} in hetzelfde kwartaal van vorig jaar.",
        f"De inhuur is {now('inhuur')} (vorig jaar: {of('inhuur', '2023-Q3')}).",
        f"De inhuur was in het vorige kwartaal {then('inhuur')} (vorig jaar: {of('inhuur', '2023-Q2')}).",
        f"De inhuur was {then('inhuur')}, tegen {of('inhuur', '2023-Q2')} in hetzelfde kwartaal van vorig jaar.",
        f"In het tweede kwartaal was dat {then('inhuur')} tegen {of('inhuur', '2023-Q2')} een jaar eerder.",
        f"De inhuur is {now('inhuur')} (vorig kwartaal: {then('inhuur')}).",
        f"Het verzuim is {now('verzuim')}, een half jaar geleden nog {of('verzuim', '2024-Q1')}.",
        f"De reserve is {now('reserve')} (vorig jaar: {of('reserve', '2023-Q4')}).",
        f"Het ging van {of('inhuur', '2023-Q2')} vorig jaar naar {now('inhuur')}.",
    ],
)
def test_a_number_that_is_counted_back_to_is_right(text: str) -> None:
    assert told(text) == []


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (
            'Het resultaat verbeterde met {{ afstand("resultaat") }}.',
            "'€ 72.000' staat 'verbeterde', en het werd minder",
        ),
        (
            'Het verzuim verslechterde met {{ afstand("verzuim") }}.',
            "staat 'verslechterde', en het werd minder",
        ),
        (f"De punctualiteit verslechterde tot {now('stipt')}.", "staat 'verslechterde', en het werd meer"),
        (f"De lasten bleven stabiel op {now('lasten')}.", "staat 'bleven stabiel op', en het werd minder"),
        (f"De lasten bleven vrijwel gelijk op {now('lasten')}.", "staat 'bleven vrijwel gelijk op'"),
        (
            f"De wachtlijst is korter geworden: {now('wachtlijst')} MW tegen {then('wachtlijst')} MW.",
            "'141' staat 'korter geworden', en het werd meer: in 2024-Q2 was het 127",
        ),
        (
            f"Er kwamen {now('bedrijven')} bedrijven bij, evenveel als in het vorige kwartaal.",
            "'440' staat 'evenveel als in het vorige kwartaal', en het werd minder: in 2024-Q2 was het 471",
        ),
        (
            f"Het verzuim is {now('verzuim')}. Dat is hoger dan in het vorige kwartaal.",
            "'4,9%' staat 'hoger dan in het vorige kwartaal', en het werd minder",
        ),
    ],
)
def test_a_number_that_became_no_better_longer_or_the_same_is_told(text: str, message: str) -> None:
    assert len(told(text)) == 1
    assert message in told(text)[0]


@pytest.mark.parametrize(
    "text",
    [
        'Het resultaat verslechterde met {{ afstand("resultaat") }}.',
        'Het verzuim verbeterde met {{ afstand("verzuim") }}.',
        f"De punctualiteit verbeterde tot {now('stipt')} en het verzuim verbeterde naar {now('verzuim')}.",
        f"De dienstverlening verbeterde met {now('palen')} palen.",
        f"De reserve bleef stabiel op {now('reserve')}.",
        f"Het verzuim bleef stabiel op {now('verzuim')}.",
        f"De wachtlijst is langer geworden: {now('wachtlijst')} MW tegen {then('wachtlijst')} MW.",
        f"Er kwamen {now('bedrijven')} bedrijven bij; dat is minder dan in het vorige kwartaal.",
    ],
)
def test_a_number_that_became_better_longer_or_stayed_so_is_right(text: str) -> None:
    assert told(text) == []


@pytest.mark.parametrize(
    ("text", "shown", "severity"),
    [
        (f"Het tekort is dus {now('resultaat')}.", "tekort is dus € −19.100", "waarschuwing"),
        (f"Het nadelige saldo van {now('resultaat')}.", "nadelige saldo van € −19.100", "waarschuwing"),
        (f"Het resultaat is {now('resultaat')} positief.", "€ −19.100 positief", "fout"),
        (f"Een positief resultaat van {now('resultaat')}.", "positief resultaat van € −19.100", "fout"),
        (f"Een overschot van {now('resultaat')}.", "overschot van € −19.100", "fout"),
        (f"De winst bedraagt nu {now('resultaat')}.", "winst bedraagt nu € −19.100", "fout"),
        (f"Het saldo is positief: {now('resultaat')}.", "positief € −19.100", "fout"),
        (
            f"Een negatief resultaat van {then('resultaat')}.",
            "negatief resultaat van € 52.900",
            "waarschuwing",
        ),
        (f"Het saldo was {then('resultaat')} negatief.", "€ 52.900 negatief", "waarschuwing"),
    ],
)
def test_a_sign_that_contradicts_its_word_is_told(text: str, shown: str, severity: str) -> None:
    (problem,) = filled(text, Place(""), NUMBERS).problems
    assert problem.message.replace("\xa0", " ").startswith(f"hier komt '{shown}' te staan, en teken en woord")
    assert problem.severity == severity


@pytest.mark.parametrize(
    "text",
    [
        f"Een negatief resultaat van {now('resultaat')}. Het resultaat is negatief: {now('resultaat')}.",
        'Het tekort is {{ product(waarde("resultaat"), -1) }}.',
        f"Een positief resultaat van {then('resultaat')}, dus {then('resultaat')} positief.",
        f"Overschot of tekort: {now('resultaat')}. Van een overschot naar {now('resultaat')}.",
        f"Door het overschot van toen is het saldo {now('resultaat')}.",
        f"Het resultaat na het overschot van toen is {now('resultaat')}.",
        f"De raad is positief. Het saldo is {now('resultaat')}.",
        f"Het verwachte overschot is er niet: het resultaat is {now('resultaat')}.",
        f"Het negatieve saldo van de reizigers was {now('reizigers')}.",
    ],
)
def test_a_sign_that_goes_with_its_word_is_right(text: str) -> None:
    assert told(text) == []
