"""Numbers below zero: a result that goes down is a shortage that rises."""

from __future__ import annotations

from decimal import Decimal

import pytest

from rapportage.compose.numbers.expressions import filled
from rapportage.compose.numbers.vocabulary import Numbers
from rapportage.content.indicators import Indicator, Waarde
from rapportage.errors import Place
from rapportage.periode import parse_periode


def series(name: str, before: str, now: str, title: str) -> Indicator:
    values = {"2023-H2": before, "2024-H1": now}
    waarden = tuple(
        Waarde(periode=parse_periode(periode), waarde=Decimal(value)) for periode, value in values.items()
    )
    return Indicator(id=name, naam=title, eenheid="€", bron="Begroting", waarden=waarden)


NUMBERS = Numbers(
    {
        one.id: one
        for one in (
            series("resultaat", "-23600", "-43000", "Resultaat van het boekjaar"),
            series("schuld", "-900", "-700", "Stand van de leningen"),
            series("om", "-500", "300", "Exploitatie"),
            series("tekort", "100", "140", "Tekort op de jeugdzorg"),
        )
    },
    parse_periode("2024-H1"),
    {},
)
V, W = '{{ vorige("resultaat") }}', '{{ waarde("resultaat") }}'
A, D = '{{ afstand("resultaat") }}', '{{ verschil("resultaat") }}'
S = '{{ afstand("schuld") }}'
SHARE = '{{ percentage(verschil("resultaat"), vorige("resultaat")) }}'


def told(text: str) -> list[tuple[str, str]]:
    return [(one.severity, one.message) for one in filled(text, Place(""), NUMBERS).problems]


@pytest.mark.parametrize(
    "text",
    [
        f"Het resultaat daalt van {V} naar {W}.",
        f"Het resultaat ging van {V} naar {W}.",
        f"Het resultaat verslechterde van {V} naar {W}.",
        f"Het beleid verbeterde, en het resultaat ging naar {W}.",
        f"De dienstverlening verbeterde van {V} naar {W}.",
        f"Het resultaat daalde met {A}.",
        f"Het resultaat is {A} lager.",
        f"Het resultaat van het boekjaar nam met {A} af.",
        f"Het resultaat daalde naar {W}.",
        f"Het tekort steeg met {A}.",
        f"Daarmee steeg het tekort op de jeugdzorg met {A}.",
        f"Het structurele tekort nam toe met {A}.",
        f"Het verlies is {A} hoger.",
        f"Het verlies is {A} hoger dan in de vorige periode.",
        f"Het negatieve resultaat nam toe met {A}.",
        f"Het nadelige resultaat nam toe met {A}.",
        f"Het tekort steeg naar {W}.",
        f"Een negatief resultaat van {W}. Dat is {A} meer.",
        f"Door het tekort daalde het resultaat met {A}.",
        f"Het resultaat is {A} lager, door een groter verlies.",
        f"De schuld daalde met {S}.",
        f"De schulden namen met {S} af.",
        'De schuld daalde naar {{ waarde("schuld") }}.',
        f"De lasten zijn {A} hoger.",
        f"Het resultaat veranderde met {D}.",
        f"Het tekort steeg met {SHARE}.",
        f"Het resultaat daalde met {SHARE}.",
        f"Het resultaat kwam met {W} uit op minder dan begroot.",
        'Het tekort daalde met {{ afstand("om") }}.',
        'De exploitatie steeg met {{ afstand("om") }}.',
        'Het tekort steeg met {{ afstand("tekort") }}.',
        'Het tekort steeg naar {{ waarde("tekort") }}.',
    ],
)
def test_a_true_course_below_zero_is_right(text: str) -> None:
    assert told(text) == []


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (f"Het tekort daalde met {A}.", "bij '€\xa019.400' staat 'daalde', en het werd meer"),
        (f"Het verlies is {A} lager.", "bij '€\xa019.400' staat 'lager', en het werd meer"),
        (f"De schuld steeg met {S}.", "bij '€\xa0200' staat 'steeg', en het werd minder"),
        (
            f"Het resultaat verbeterde van {V} naar {W}.",
            "bij '€\xa0−43.000' staat 'verbeterde', en het werd minder: in 2023-H2 was het €\xa0−23.600",
        ),
        (f"Het resultaat steeg met {A}.", "bij '€\xa019.400' staat 'steeg', en het werd minder"),
        (f"Het tekort nam met {A} af.", "bij '€\xa019.400' staat 'af', en het werd meer"),
        (f"Het resultaat daalde met {D}.", "hier komt 'daalde … €\xa0−19.400' te staan"),
        (
            f"Het resultaat steeg naar {W}.",
            "bij '€\xa0−43.000' staat 'steeg naar', en het werd minder: in 2023-H2 was het €\xa0−23.600",
        ),
        (
            'Het tekort daalde met {{ afstand("tekort") }}.',
            "bij '€\xa040' staat 'daalde', en het werd meer",
        ),
        ('De exploitatie daalde met {{ afstand("om") }}.', "bij '€\xa0800' staat 'daalde', en het werd meer"),
    ],
)
def test_a_false_course_below_zero_is_told(text: str, message: str) -> None:
    assert told(text) == [("fout", message)]


def test_of_what_subject_a_difference_below_zero_is_need_not_be_sure() -> None:
    assert told(f"In deze periode is het {A} hoger.") == [
        ("waarschuwing", "bij '€\xa019.400' staat 'hoger', en het werd minder")
    ]


def test_a_share_of_a_number_below_zero_has_a_way_out() -> None:
    text = 'De schuld daalde met {{ percentage(verschil("schuld"), vorige("schuld")) }}.'
    (problem,) = filled(text, Place(""), NUMBERS).problems
    assert problem.message == "hier komt 'daalde … −22%' te staan"
    assert problem.hint == "het is een deel van een getal onder nul: noem liever het verschil zelf"
