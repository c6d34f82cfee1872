"""What a number is compared with goes with what it was worked out with."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Literal

import pytest

from rapportage.compose.numbers.expressions import filled
from rapportage.compose.numbers.vocabulary import Numbers
from rapportage.content.indicators import Indicator, Waarde
from rapportage.errors import Place
from rapportage.periode import parse_periode


def series(
    name: str, unit: str, values: dict[str, str], soort: Literal["stand", "stroom"] | None = None
) -> Indicator:
    waarden = tuple(
        Waarde(
            periode=parse_periode(periode),
            waarde=Decimal(value),
            peildatum=parse_periode(periode).last_day.isoformat() if soort == "stand" else None,
        )
        for periode, value in values.items()
    )
    return Indicator(
        id=name, naam=f"Reeks {name}", eenheid=unit, bron="Telling", waarden=waarden, soort=soort
    )


QUARTERS = {"2023-Q3": "10", "2023-Q4": "11", "2024-Q2": "12", "2024-Q3": "14", "2024-Q4": "17"}
NUMBERS = Numbers(
    {
        one.id: one
        for one in (
            series("x", "woningen", QUARTERS),
            series("leden", "leden", QUARTERS, "stand"),
            series("deel", "%", QUARTERS),
            series("y", "woningen", {"2024-Q3": "4", "2024-Q4": "5"}),
        )
    },
    parse_periode("2024-Q4"),
    {"einde": date(2024, 12, 31)},
)
A, P = '{{ afstand("x") }}', '{{ percentage(verschil("x"), vorige("x")) }}'


def told(text: str) -> list[str]:
    return [one.message for one in filled(text, Place(""), NUMBERS).problems]


_BETWEEN = "en het is het verschil met 2024-Q3"


@pytest.mark.parametrize(
    ("text", "number", "words"),
    [
        (
            f'In vergelijking met het {{{{ periode("lang") }}}} kwamen er {A} bij.',
            "3",
            "In vergelijking met het vierde kwartaal van 2024",
        ),
        (f'Ten opzichte van {{{{ periode("naam") }}}} is dat {A} meer.', "3", "Ten opzichte van 2024-Q4"),
        (
            f'Dat is {A} meer dan in het {{{{ periode("lang") }}}}.',
            "3",
            "dan in het vierde kwartaal van 2024",
        ),
        (
            f"{A} meer dan in hetzelfde kwartaal van vorig jaar.",
            "3",
            "dan in hetzelfde kwartaal van vorig jaar",
        ),
        (f"Het zijn er {A} meer dan een jaar eerder.", "3", "dan een jaar eerder"),
        (f"Het ligt {P} hoger dan een jaar geleden.", "21%", "dan een jaar geleden"),
        (f"Het ligt {A} hoger dan vorig halfjaar.", "3", "dan vorig halfjaar"),
        (f"Het ligt {A} hoger dan twee kwartalen eerder.", "3", "dan twee kwartalen eerder"),
        ('{{ afstand("leden") }} meer dan eind 2023.', "3", "dan eind 2023"),
        ('{{ afstand("leden") }} meer dan begin 2024.', "3", "dan begin 2024"),
        ('{{ afstand("leden") }} meer dan op 1 januari 2024.', "3", "dan op 1 januari 2024"),
        ('{{ afstand("leden") }} meer dan op 1 juli.', "3", "dan op 1 juli"),
        ('{{ afstand("leden") }} leden meer sinds eind 2023.', "3", "sinds eind 2023"),
        ('Sinds eind 2023 steeg het aantal met {{ afstand("leden") }}.', "3", "Sinds eind 2023"),
        (
            f"Het ligt {A} hoger dan in het tweede kwartaal van 2024.",
            "3",
            "dan in het tweede kwartaal van 2024",
        ),
        (
            f"Ten opzichte van het tweede kwartaal van 2024 steeg het aantal met {A}.",
            "3",
            "Ten opzichte van het tweede kwartaal van 2024",
        ),
        (f"Het aantal steeg t.o.v. 2024-Q2 met {A}.", "3", "t.o.v. 2024-Q2"),
        (f"Het aantal steeg met {A} ten opzichte van 2023-Q4.", "3", "ten opzichte van 2023-Q4"),
        (
            '{{ afstand("leden") }} meer dan op {{ peildatum("leden", "2024-Q2") }}.',
            "3",
            "dan op 30 juni 2024",
        ),
    ],
)
def test_a_difference_with_another_period_than_is_said_is_told(text: str, number: str, words: str) -> None:
    assert told(text) == [f"bij '{number}' staat '{words}', {_BETWEEN}"]


@pytest.mark.parametrize(
    "text",
    [
        f'In vergelijking met het {{{{ vorige("lang") }}}} kwamen er {A} bij.',
        f"{A} meer dan in het derde kwartaal van 2024.",
        f"{A} meer dan in het vorige kwartaal.",
        f"{A} meer dan vorig kwartaal.",
        f"{A} meer dan een kwartaal eerder.",
        f"{A} meer dan in het kwartaal ervoor, en {A} meer dan drie maanden geleden.",
        f"{A} meer dan in de vorige rapportage, {A} meer dan de vorige keer en {A} meer dan bij de vorige meting.",
        '{{ afstand("leden") }} meer dan op 1 oktober, en {{ afstand("leden") }} meer sinds 1 oktober 2024.',
        'Eind 2023 was het plan klaar. Sinds 1 oktober 2024 steeg het aantal met {{ afstand("leden") }}.',
        'Sinds 1 januari 2024 telt de bond zelf en steeg het aantal met {{ afstand("leden") }}.',
        'De bond die sinds eind 2023 bestaat groeide met {{ afstand("leden") }} leden.',
        f"{A} meer dan in de vorige periode.",
        f"{A} meer dan verwacht in het tweede kwartaal van 2024.",
        '{{ afstand("leden") }} meer dan op {{ peildatum("leden", "2024-Q3") }}.',
        '{{ afstand("leden") }} meer dan op 1 oktober 2024.',
        '{{ afstand("leden") }} meer dan op 30 september 2024.',
        '{{ afstand("leden") }} meer dan eind september 2024.',
        f"Ten opzichte van 2024-Q2 is het aantal met 5 gestegen, en sinds de zomer met {A}.",
        f"In vergelijking met 2024-Q2 gaat het goed. Er kwamen {A} bij.",
        f"Vergeleken met 2023 gaat het goed: er kwamen {A} bij.",
        f"Er kwamen {A} bij, minder dan een jaar eerder.",
        f"Er kwamen {A} bij, en dat is een mooi resultaat.",
        'Een jaar eerder was dat {{ waarde("x", "2023-Q4") }}.',
        'Een kwartaal eerder was dat {{ vorige("x") }}.',
        'In het derde kwartaal waren het er {{ vorige("x") }}.',
        'In 2024-Q3 waren het er {{ vorige("x") }}; een jaar eerder was dat {{ waarde("x", "2023-Q3") }}.',
        'Een jaar eerder begon de proef, nu zijn er {{ waarde("x") }}.',
        'Van {{ waarde("x", "2023-Q4") }} een jaar eerder naar {{ waarde("x") }}.',
        'Samen {{ som("x", "y") }}.',
        'Over een jaar {{ som(waarde("x", "2024-Q2"), waarde("x", "2024-Q3"), "x") }}.',
        'Gemiddeld {{ verhouding(som(waarde("leden", "2024-Q3"), "leden"), 2) }} leden.',
    ],
)
def test_a_difference_with_what_is_said_is_right(text: str) -> None:
    assert told(text) == []


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (f"Het aantal steeg in het tweede kwartaal met {A}.", "in het tweede kwartaal"),
        (f"Het aantal nam in het derde kwartaal van 2024 met {A} toe.", "in het derde kwartaal van 2024"),
        (f"In het derde kwartaal steeg het aantal met {A}.", "In het derde kwartaal"),
        (f"In het kwartaal ervoor steeg het aantal met {P}.", "In het kwartaal ervoor"),
    ],
)
def test_a_difference_that_did_not_come_about_then_is_told(text: str, words: str) -> None:
    (found,) = told(text)
    assert f"staat '{words}', en het is het verschil tussen 2024-Q3 en 2024-Q4" in found


@pytest.mark.parametrize(
    "text",
    [
        f"Het aantal steeg in het vierde kwartaal met {A}.",
        f"In het vierde kwartaal van 2024 steeg het aantal met {A}.",
        f"In 2024 steeg het aantal in het vierde kwartaal met {A}.",
        f"Na de dip in het derde kwartaal steeg het aantal met {A}.",
        f"Door de verkoop in het derde kwartaal steeg het aantal met {A}.",
        f"Anders dan in het derde kwartaal steeg het aantal, met {A}.",
        f"Het aantal, in het derde kwartaal nog stabiel, steeg met {A}.",
        f"Het plan dat in het derde kwartaal begon leverde {A} meer op.",
        f"In het vijfde jaar van het plan steeg het aantal met {A}.",
    ],
)
def test_a_difference_that_came_about_then_or_at_no_time_is_right(text: str) -> None:
    assert told(text) == []


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (
            'Een jaar eerder was dat {{ waarde("x", "2023-Q3") }}.',
            "bij '10' staat 'Een jaar eerder', en het is de waarde van 2023-Q3",
        ),
        (
            'Meer dan in 2024-Q2, toen het er {{ vorige("x") }} waren.',
            "bij '14' staat '2024-Q2', en het is de waarde van 2024-Q3",
        ),
        (
            'Meer dan een jaar eerder, toen het aantal {{ vorige("x") }} woningen was.',
            "bij '14' staat 'een jaar eerder', en het is de waarde van 2024-Q3",
        ),
        (
            'Er zijn {{ waarde("x") }} woningen, tegen {{ vorige("x") }} een jaar eerder.',
            "bij '14' staat 'een jaar eerder', en het is de waarde van 2024-Q3",
        ),
        ('Samen {{ som("x", "y", "x") }}.', "'som' telt dezelfde waarde van 'x' 2 keer"),
        ('{{ som("x", waarde("x", "2024-Q4")) }}.', "'som' telt dezelfde waarde van 'x' 2 keer"),
        (
            'Er zijn {{ som(vorige("leden"), "leden") }} leden.',
            "'31' telt standen van verschillende perioden op",
        ),
        ('Het is {{ som(vorige("deel"), "deel") }}.', "'31%' telt percentages van verschillende perioden op"),
    ],
)
def test_what_is_no_number_of_then_and_no_sum_is_told(text: str, message: str) -> None:
    assert told(text) == [message]


# --- 'nu' and 'de vorige periode' --------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ('In de vorige periode waren dat er {{ waarde("x") }}.', "de vorige periode"),
        ('Dat waren er meer ({{ waarde("x") }}, vorige periode {{ waarde("x") }}).', "vorige periode"),
        ('Een periode eerder waren dat er {{ waarde("x") }}.', "Een periode eerder"),
        ('Er zijn nu {{ vorige("x") }} woningen.', "nu"),
        ('Op dit moment zijn het er {{ waarde("x", "2024-Q2") }}.', "Op dit moment"),
    ],
)
def test_words_of_another_time_are_told(text: str, words: str) -> None:
    (found,) = told(text)
    assert f"staat '{words}', en het is de waarde van 2024-Q" in found


@pytest.mark.parametrize(
    "text",
    [
        'In de vorige periode waren dat er {{ vorige("x") }}.',
        'Een periode eerder waren dat er {{ vorige("x") }}.',
        'Er zijn nu {{ waarde("x") }} woningen.',
        'Het zijn er nu meer dan de {{ vorige("x") }} van toen.',
        'Er zijn er nu {{ waarde("x") }}, tegen {{ vorige("x") }} in de vorige periode.',
        'Van {{ vorige("x") }} zijn het er nu {{ waarde("x") }}.',
        'In de vorige periode waren het er {{ vorige("x") }}, nu {{ waarde("x") }}.',
        'Het aantal ligt nu boven de {{ vorige("x") }} van een kwartaal eerder.',
        'De {{ vorige("x") }} woningen van vorig kwartaal staan er nu.',
        'Een jaar eerder was de verwachting {{ waarde("x") }}.',
        'Meer dan in 2024-Q3, toen het er {{ vorige("x") }} waren.',
        'Meer dan in 2024-Q2, toen de raad {{ waarde("x") }} woningen toezegde.',
        'Meer dan in het kwartaal ervoor, toen het er {{ vorige("x") }} waren.',
        'In de vorige periode stond dat het er niet meer dan {{ waarde("x") }} worden.',
        'Wie nu kijkt, ziet {{ waarde("x") }} woningen.',
    ],
)
def test_ordinary_sentences_with_another_time_stay_silent(text: str) -> None:
    assert told(text) == []
