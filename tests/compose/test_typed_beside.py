"""What is typed by hand beside a number of a series, and is of an earlier time, is what the series had then."""

from __future__ import annotations

from decimal import Decimal

import pytest

from rapportage.compose.numbers.expressions import filled
from rapportage.compose.numbers.vocabulary import Numbers
from rapportage.content.indicators import Indicator, Waarde
from rapportage.errors import Place
from rapportage.periode import parse_periode


def series(name: str, unit: str, decimals: int = 0, **values: str) -> Indicator:
    waarden = tuple(
        Waarde(periode=parse_periode(one.replace("_", "-").upper()[1:]), waarde=Decimal(many))
        for one, many in values.items()
    )
    return Indicator(
        id=name, naam=f"Aantal {name}", eenheid=unit, decimalen=decimals, bron="Telling", waarden=waarden
    )


NUMBERS = Numbers(
    {
        one.id: one
        for one in (
            series("lijst", "bedrijven", p2024_q4="57", p2025_q1="60", p2025_q2="74"),
            series("woningen", "woningen", p2024_q2="42", p2025_q1="44", p2025_q2="61"),
            series("wachttijd", "maanden", p2024_q2="71", p2025_q1="78", p2025_q2="75"),
            series("aandeel", "%", 1, p2024_q2="27.1", p2025_q1="28.2", p2025_q2="28.9"),
            series("kosten", "€", p2024_q2="4940", p2025_q1="4950", p2025_q2="4990"),
        )
    },
    parse_periode("2025-Q2"),
    {},
)
L = '{{ waarde("lijst") }}'
W, T = '{{ waarde("woningen") }}', '{{ waarde("wachttijd") }}'
A, K = '{{ waarde("aandeel") }}', '{{ waarde("kosten") }}'


def told(text: str) -> list[str]:
    return [one.message for one in filled(text, Place(""), NUMBERS).problems]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (
            f"De wachttijd is {T} maanden, maar nog wel 4 maanden korter dan een jaar geleden.",
            "bij '75' staat '4 korter', en in 2024-Q2 was het 71",
        ),
        (
            f"De wachttijd is {T} maanden. Dat is 2 maanden langer dan een jaar geleden.",
            "bij '75' staat '2 langer', en in 2024-Q2 was het 71",
        ),
        (
            f"Er zijn {W} woningen opgeleverd, 29 meer dan een jaar eerder.",
            "bij '61' staat '29 meer', en in 2024-Q2 was het 42",
        ),
        (
            f"Er zijn {W} woningen opgeleverd. Dat zijn er 27 meer dan in het vorige kwartaal.",
            "bij '61' staat '27 meer', en in 2025-Q1 was het 44",
        ),
        (
            f"Er zijn {W} woningen, 38% meer dan in het tweede kwartaal van 2024.",
            "bij '61' staat '38% meer', en in 2024-Q2 was het 42",
        ),
        (
            f"Het aandeel is {A}, 1,2 procentpunt hoger dan vorig kwartaal.",
            "bij '28,9%' staat '1,2 procentpunt hoger', en in 2025-Q1 was het 28,2%",
        ),
        (
            f"Er zijn {W} woningen opgeleverd, 27 meer dan in het kwartaal ervoor.",
            "bij '61' staat '27 meer', en in 2025-Q1 was het 44",
        ),
        (
            f"Er zijn {W} woningen opgeleverd, 27 meer dan in de vorige rapportage.",
            "bij '61' staat '27 meer', en in 2025-Q1 was het 44",
        ),
        (
            f"Er zijn {W} woningen opgeleverd, 27 meer dan de vorige keer.",
            "bij '61' staat '27 meer', en in 2025-Q1 was het 44",
        ),
        (
            f"Er zijn {W} woningen opgeleverd, 9 meer dan twaalf maanden eerder.",
            "bij '61' staat '9 meer', en in 2024-Q2 was het 42",
        ),
        (
            f"Er staan {L} bedrijven op de lijst, 27 meer dan begin 2025.",
            "bij '74' staat '27 meer', en in 2024-Q4 was het 57",
        ),
        (
            f"Er staan {L} bedrijven op de lijst, 27 meer dan op 1 april.",
            "bij '74' staat '27 meer', en in 2025-Q1 was het 60",
        ),
        (
            f"Er staan {L} bedrijven op de lijst; eind 2024 waren dat er 75.",
            "bij '74' staat 'eind 2024 … 75', en in 2024-Q4 was het 57",
        ),
        (
            f"Er staan {L} bedrijven op de lijst. Op 1 januari was dat 75.",
            "bij '74' staat 'Op 1 januari … 75', en in 2024-Q4 was het 57",
        ),
        (
            f"Er staan {L} bedrijven op, 23% meer dan in het eerste kwartaal van 2025, toen het er 70 waren.",
            "bij '74' staat 'eerste kwartaal van 2025 … 70', en in 2025-Q1 was het 60",
        ),
        (
            f"De kosten zijn {K}, € 90 hoger dan een jaar eerder.",
            "bij '€\xa04.990' staat '€ 90 hoger', en in 2024-Q2 was het €\xa04.940",
        ),
        (
            f"Er zijn {W} woningen opgeleverd. Een jaar eerder waren het er 45.",
            "bij '61' staat 'Een jaar eerder … 45', en in 2024-Q2 was het 42",
        ),
        (
            f"Er zijn {W} woningen opgeleverd (vorig kwartaal: 47).",
            "bij '61' staat 'vorig kwartaal … 47', en in 2025-Q1 was het 44",
        ),
        (
            f"Er zijn {W} woningen opgeleverd, tegen 47 in het vorige kwartaal.",
            "bij '61' staat 'in het vorige kwartaal … 47', en in 2025-Q1 was het 44",
        ),
        (
            f"Het aantal verdubbelde tot {W}.",
            "bij '61' staat 'verdubbelde tot', en in 2025-Q1 was het 44",
        ),
        (
            f"Men stond gemiddeld {A} maanden ingeschreven.",
            "hier staat 'maanden' bij '28,9%', en de eenheid daarvan is '%'",
        ),
    ],
)
def test_what_the_series_did_not_have_is_told(text: str, message: str) -> None:
    assert told(text) == [message]


@pytest.mark.parametrize(
    "text",
    [
        f"De wachttijd is {T} maanden, maar nog wel 4 maanden langer dan een jaar geleden.",
        f"De wachttijd is {T} maanden. Dat is 3 maanden korter dan in het vorige kwartaal.",
        f"Er zijn {W} woningen opgeleverd, 19 meer dan een jaar eerder, en 17 meer dan vorig kwartaal.",
        f"Er zijn {W} woningen, ruim 44% meer dan een jaar eerder. Een jaar eerder waren het er 42.",
        f"Er zijn {W} woningen (vorig kwartaal: 44), tegen 42 een jaar eerder.",
        f"Er zijn {W} woningen, 12 meer dan begroot. Er zijn {W} woningen, 12 meer dan in 2019.",
        f"Er zijn {W} woningen. De huur is € 20 hoger dan een jaar eerder.",
        f"Er zijn {W} woningen, 5 gezinnen meer dan een jaar eerder.",
        f"Er zijn {W} woningen. Een jaar eerder waren 12 mensen op zoek. Landelijk is het 20% hoger dan vorig jaar.",
        f"Er zijn {W} woningen. Een jaar eerder was de verwachting 80.",
        f"Er zijn {W} woningen, 17 meer dan in het kwartaal daarvoor en 19 meer dan een jaar terug.",
        f"Er zijn {W} woningen, 17 meer dan in de vorige rapportage. Er zijn {W} woningen, 17 meer dan de vorige keer.",
        f"Er staan {L} bedrijven op de lijst, 17 meer dan eind 2024, 17 meer dan begin 2025 en 14 meer dan op 1 april.",
        f"Er staan {L} bedrijven op de lijst, 17 meer dan op 1 januari 2025; eind 2024 waren dat er 57.",
        f"Er staan {L} bedrijven op de lijst. Eind 2024 waren er 12 gesprekken. Op 1 januari was het 12 graden.",
        f"Er staan {L} bedrijven op de lijst, meer dan begin 2025, toen het er 57 waren en er 3 afvielen.",
        f"Er staan {L} bedrijven op de lijst; eind 2030 mogen dat er 20 zijn, en eind 2019 waren het er 12.",
        f"De kosten zijn {K}, 1% hoger dan een jaar eerder. Het aandeel is {A}; een jaar eerder was het 27,1%.",
        f"Het aandeel steeg naar {A} jaar op jaar. Het is {A}, 2,5% meer dan een jaar eerder.",
    ],
)
def test_what_may_be_right_passes(text: str) -> None:
    assert told(text) == []


# --- growth ------------------------------------------------------------------------------------

D = '{{ afstand("woningen") }}'


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (
            f"Dat zijn er {D} meer dan in het vorige kwartaal, een groei van 28,6%.",
            "bij '17' staat 'een groei van 28,6%', en sinds 2025-Q1 steeg het 38,6%",
        ),
        (
            f"Dat zijn er {D} meer dan in het kwartaal ervoor (+28,6%).",
            "bij '17' staat '+28,6%', en sinds 2025-Q1 steeg het 38,6%",
        ),
        (
            f"Er zijn {W} woningen opgeleverd, een groei van 18%.",
            "bij '61' staat 'een groei van 18%', en sinds 2025-Q1 steeg het 38,6%",
        ),
        (
            f"Er zijn {W} woningen opgeleverd, een forse daling van 39%.",
            "bij '61' staat 'een forse daling van 39%', en sinds 2025-Q1 steeg het 38,6%",
        ),
        (
            f"Er zijn {W} woningen, een groei van 39% ten opzichte van een jaar eerder.",
            "bij '61' staat 'een groei van 39%', en sinds 2024-Q2 steeg het 45,2%",
        ),
    ],
)
def test_a_growth_that_the_series_did_not_have_is_told(text: str, message: str) -> None:
    assert told(text) == [message]


@pytest.mark.parametrize(
    "text",
    [
        f"Dat zijn er {D} meer dan in het kwartaal ervoor, een groei van 38,6%.",
        f"Dat zijn er {D} meer dan in 2025-Q1 (+39%), een groei van bijna 40%.",
        f"Er zijn {W} woningen opgeleverd, een groei van ruim 38%. Er zijn {W} woningen (+45,2%).",
        f"Er zijn {W} woningen, een groei van 45% ten opzichte van een jaar eerder.",
        f"Er zijn {W} woningen, een groei van 12% ten opzichte van de begroting.",
        f"Er zijn {W} woningen, een jaarlijkse groei van 3%. Er zijn {W} woningen, een groei van 3% per jaar.",
        f"Er zijn {W} woningen en 12 winkels, een groei van 3%. De bouw stokt. Landelijk was er een groei van 3%.",
        f'Er zijn {W} woningen, tegen {{{{ vorige("woningen") }}}} in het vorige kwartaal, een groei van 38,6%.',
        f"Het aandeel is {A}, een stijging van 2,5%. Het is {A}, een stijging van 0,7 procentpunt.",
        f"De wachttijd is {T} maanden (-3,8%), een daling van 4%.",
    ],
)
def test_a_growth_that_it_had_or_of_something_else_passes(text: str) -> None:
    assert told(text) == []
