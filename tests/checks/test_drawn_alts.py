"""What a description says of a drawing is what its data say."""

from __future__ import annotations

from decimal import Decimal

import pytest

from rapportage.checks.drawings.drawn_facts import Drawing, DrawnRow
from rapportage.checks.drawings.drawn_moments import other_day
from rapportage.checks.drawings.drawn_numbers import other_number, unknown_number
from rapportage.checks.drawings.drawn_ranked import other_first, other_side
from rapportage.checks.drawings.drawn_states import other_caption, other_count, other_state
from rapportage.checks.drawings.drawn_told import told_in
from rapportage.periode import parse_periode

VALUES = Drawing(
    "ranglijst",
    (
        DrawnRow("Kompas", Decimal("8.1")),
        DrawnRow("De Brug", Decimal("7.4")),
        DrawnRow("Zuid", Decimal("6.9")),
    ),
    compared=Decimal("7.5"),
    compared_name="Gemiddelde",
)


def states(*rows: tuple[str, str]) -> Drawing:
    return Drawing("statustabel", tuple(DrawnRow(name, state=state) for name, state in rows))


STATES = states(
    ("Aanleg", "afgerond"),
    ("Beheer", "afgerond"),
    ("Controle", "op schema"),
    ("Dijken", "loopt achter"),
    ("Energie", "niet begonnen"),
)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Kompas scoort het laagst.", True),
        ("Zuid heeft de hoogste score.", True),
        ("Zuid scoort het hoogst en Kompas het laagst.", True),
        ("Kompas scoort het hoogst en Zuid het laagst.", False),
        ("Kompas krijgt met een 8,1 het meest, Zuid met 6,9 het minst.", False),
        ("De Brug scoort op Kompas na het hoogst.", False),
        ("De Brug scoort niet het hoogst.", False),
        ("Kompas bleef onder het laagste cijfer van de regio.", False),
        ("De Brug krijgt met een 7,4 de meeste waardering.", True),
        ("Kompas krijgt met een 8,1 de meeste waardering.", False),
        ("Kompas heeft de meeste cliënten, Zuid het mooiste gebouw.", False),
        ("Alle aanbieders scoren hoger dan vorig jaar.", False),
    ],
)
def test_who_is_called_first_is_first(text: str, told: bool) -> None:
    assert bool(other_first(text, VALUES)) is told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Drie acties zijn afgerond.", True),
        ("Twee acties zijn afgerond.", False),
        ("Twee acties liggen op schema, één loopt achter.", True),
        ("Eén actie ligt op schema, één loopt achter, en één is nog niet begonnen.", False),
        ("De stand van de zes acties", True),
        ("De stand van de vijf acties", False),
        ("Twee van de zes acties zijn afgerond.", False),
        ("De stand van de acties", False),
        ("Hoe het met de acties staat na drie maanden", False),
    ],
)
def test_what_is_counted_of_states_is_there(text: str, told: bool) -> None:
    assert bool(other_count(text, STATES)) is told


PROJECTS = states(
    ("Panelen op scholen", "op schema"),
    ("Zonnepark Hoge Waard", "let op"),
    ("Uitbreiding stroomnet", "loopt achter"),
    ("Isolatie", "afgerond"),
    ("Warmtenet", "niet begonnen"),
)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("De panelen op scholen lopen achter.", "Panelen op scholen"),
        ("Het zonnepark ligt op schema en het stroomnet loopt achter.", "Zonnepark Hoge Waard"),
        ("Het zonnepark vraagt aandacht en het stroomnet ligt op koers.", "Uitbreiding stroomnet"),
        ("De isolatie is nog niet begonnen.", "Isolatie"),
        ("Met het warmtenet is nog niet begonnen, de isolatie loopt achter.", "Isolatie"),
        ("Het warmtenet is afgerond.", "Warmtenet"),
        ("Op schema: Panelen op scholen. Loopt achter: Isolatie en Uitbreiding stroomnet.", "Isolatie"),
        ("De panelen en de isolatie zijn afgerond.", "Panelen op scholen"),
        ("De panelen op scholen liggen op schema. Het zonnepark vraagt aandacht.", ""),
        ("De isolatie is klaar en met het warmtenet is nog niet begonnen.", ""),
        ("Het plan voor het warmtenet is klaar.", ""),
        ("Het stroomnet is bijna klaar.", ""),
        ("Het zonnepark ligt niet op schema.", ""),
        ("Het stroomnet lag eerder op schema, nu loopt het stroomnet achter.", ""),
        ("Het stroomnet loopt achter, maar de ontwerpen zijn klaar.", ""),
        ("De projecten liggen op schema.", ""),
        ("Op schema: Panelen op scholen (Zes scholen zijn klaar). Let op: Zonnepark Hoge Waard.", ""),
        ("Van het zonnepark is het besluit afgerond.", ""),
        ("Alle projecten behalve het stroomnet liggen op schema.", ""),
        ("Twee scholen met panelen zijn klaar voor gebruik, het zonnepark vraagt aandacht.", "Panelen op scholen"),
    ],
)  # fmt: skip
def test_the_state_of_a_named_row_is_that_of_the_data(text: str, told: str) -> None:
    said = other_state(text, PROJECTS)
    assert f"hier is '{told}'" in said if told else said == ""


RISKS = states(
    ("Vergunning voor stikstof", "loopt achter"),
    ("Klei", "let op"),
    ("Personeel", "let op"),
    ("Kabels en leidingen", "op schema"),
    ("Weer", "op schema"),
)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Kabels en leidingen en het weer lopen achter.", "Kabels en leidingen"),
        ("Het weer loopt achter.", "Weer"),
        ("Het weer ligt op schema.", ""),
        ("Klei loopt weer achter.", ""),
        ("Het weer en de klei lopen weer achter.", ""),
    ],
)
def test_the_weather_is_a_row_and_again_is_none(text: str, told: str) -> None:
    said = other_state(text, RISKS)
    assert f"hier is '{told}'" in said if told else said == ""


MOMENTS = Drawing(
    "tijdlijn",
    (
        DrawnRow("Het eerste deel is klaar", moment="2023-06"),
        DrawnRow("De raad beslist over het krediet", moment="2024-09-19"),
        DrawnRow("Het werk begint", moment="2025-03"),
    ),
)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Het werk begint in mei 2025.", "'mei 2025', en die dag staat niet in de figuur; 'Het werk begint'"),
        ("De raad beslist op 20 september 2024.", "'20 september 2024'"),
        ("De raad beslist in september 2024 en in maart 2025 begint het werk.", ""),
        ("De raad beslist op 19 september 2024.", ""),
        ("In juni 2023 was het eerste deel klaar.", ""),
        ("Het eerste deel was op 3 juni 2023 klaar.", ""),
        ("De voorbereiding begon in november 2022.", ""),
        ("In 2025 begint het werk.", ""),
    ],
)
def test_a_day_of_a_timeline_is_one_of_its_moments(text: str, told: str) -> None:
    said = other_day(text, MOMENTS, "De voorbereiding, vanaf november 2022")
    assert told in said if told else said == ""


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("De Brug krijgt een 8,1.", True),
        ("De Brug krijgt een 7,4.", False),
        ("De Brug krijgt een 7.", False),
        ("Kompas scoort 0,7 meer dan De Brug.", False),
        ("Zuid telt 24 cliënten.", False),
    ],
)
def test_the_number_of_a_named_row_is_not_that_of_another(text: str, told: bool) -> None:
    assert bool(other_number(text, VALUES, described=True)) is told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Kompas zit onder het gemiddelde van 7,5.", True),
        ("Zuid scoort boven het gemiddelde.", True),
        ("Zuid scoort net onder het gemiddelde.", False),
        ("Zuid scoort niet boven het gemiddelde.", False),
        ("Zuid scoort boven verwachting.", False),
        ("Kompas zat eerder onder het gemiddelde.", False),
    ],
)
def test_who_is_above_what_all_are_compared_with_is_so(text: str, told: bool) -> None:
    assert bool(other_side(text, VALUES, described=True)) is told


RESERVE = {"Stand 1 januari": 640_000, "Bijdrage": 20_000, "Onderzoek": -45_000, "Stand 30 juni": 615_000}


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Er blijft € 651.000 over.", "bij 'Stand 30 juni' is het 615.000"),
        ("Er blijft € 516.000 over.", "bij 'Stand 30 juni' is het 615.000"),
        ("Er blijft € 615.000 over.", ""),
        ("Er gaat € 45.000 af en er komt € 20.000 bij, samen € 25.000 minder.", ""),
        ("Er is ruim € 0,6 miljoen.", ""),
        ("Dat is 3,9% minder.", ""),
        ("In 2024 zijn er 4 stappen.", ""),
        ("De regio telt 148.000 inwoners.", ""),
        ("Van de 52 weken is dit het overzicht.", ""),
    ],
)
def test_a_number_that_a_drawing_lacks_is_told_with_the_nearest(text: str, told: str) -> None:
    known = {name: Decimal(value) for name, value in RESERVE.items()}
    said = unknown_number(text, known, [list(known.values())], [Decimal(52)])
    assert told in said if told else said == ""


def test_a_number_of_the_same_digits_is_a_slip_of_the_hand() -> None:
    known = {"Zonnepanelen": Decimal(103)}
    assert "bij 'Zonnepanelen' is het 103" in unknown_number("Er staat nu 130.", known, [[Decimal(103)]], [])
    assert unknown_number("Er wonen 740 mensen.", known, [[Decimal(103)]], []) == ""


WARDS = Drawing(
    "ranglijst",
    tuple(
        DrawnRow(name, Decimal(value)) for name, value in (("Haven", 71), ("Centrum", 64), ("Zuidwijk", 39))
    ),
    compared=Decimal(50),
    compared_name="Gemiddelde van Waterhoven",
)
GOALS = Drawing(
    "doelen",
    (
        DrawnRow("Plan binnen zes weken", Decimal(71), Decimal(80)),
        DrawnRow("Telefoon opgenomen", Decimal(84), Decimal(85)),
        DrawnRow("Afspraken die uitvallen", Decimal("4.2"), Decimal(5), less_is_better=True),
    ),
    unit="%",
)
FALL = Drawing(
    "waterval",
    (
        DrawnRow("Reserve op 1 januari", Decimal(2_800_000)),
        DrawnRow("Innovatie wijkteams", Decimal(-350_000)),
        DrawnRow("Aanpak wachttijden", Decimal(-250_000)),
        DrawnRow("Bijdrage van het Rijk", Decimal(150_000)),
    ),
    unit="€",
)
FUNNEL = Drawing(
    "trechter",
    tuple(
        DrawnRow(name, Decimal(value))
        for name, value in (("Meldingen", 704), ("Aanvragen", 548), ("Toegekend", 486))
    ),
)


@pytest.mark.parametrize(
    ("drawing", "alt", "told"),
    [
        (WARDS, "Van hoog naar laag: Haven 71, Centrum 46 en Zuidwijk 39.", "bij 'Centrum' staat hier 46"),
        (WARDS, "Van hoog naar laag: Haven 71, Centrum 64 en Zuidwijk 83.", "bij 'Zuidwijk' staat hier 83"),
        (WARDS, "Het gemiddelde van Waterhoven is 52.", "in de figuur is het gemiddelde 50"),
        (WARDS, "Het gemiddelde is 50; drie wijken liggen daarboven.", "in de figuur zijn het er 2"),
        (WARDS, "Haven 71, Centrum 64, Zuidwijk 39. Het gemiddelde is 50; twee wijken liggen daarboven.", ""),
        (WARDS, "Eind 2024 stond Centrum nog op 46, en Haven op 70.", ""),
        (
            GOALS,
            "Een plan binnen zes weken lukt in 71%, het doel voor eind 2025 is 90%.",
            "in de figuur is dat 80%",
        ),
        (GOALS, "Een plan binnen zes weken lukt in 71%, het doel voor eind 2025 is 80%.", ""),
        (
            GOALS,
            "De telefoon is in 84% opgenomen en 4,2% valt uit: deze twee doelen zijn gehaald.",
            "'Telefoon",
        ),
        (FALL, "De innovatie kost € 250.000 en de aanpak € 350.000.", "in de figuur is dat €\u00a0350.000"),
        (FALL, "De innovatie kost € 350.000 en de aanpak € 250.000; het Rijk draagt € 150.000 bij.", ""),
        (FALL, "Het Rijk haalt er € 150.000 uit.", "in de figuur komt dat erbij"),
        (FUNNEL, "Dat leidde tot 486 aanvragen.", "bij 'Aanvragen' 548"),
        (FUNNEL, "Van de 548 aanvragen zijn er 486 toegekend: 79% van de meldingen.", "486 is 69%"),
        (FUNNEL, "Van de 548 aanvragen zijn er 486 toegekend: 89% van de aanvragen.", ""),
        (FUNNEL, "Er kwamen 548 aanvragen, waarvan 486 aanvragen een voorziening opleverden.", ""),
        (FUNNEL, "Meldingen 704, Aanvragen 486 en Toegekend 548.", "bij 'Aanvragen' staat hier 486"),
    ],
)
def test_a_description_of_a_drawing_is_read_against_each_row(drawing: Drawing, alt: str, told: str) -> None:
    said = told_in(alt, drawing, parse_periode("2025-H1"), described=True)
    assert told in said if told else said == ""


@pytest.mark.parametrize(
    ("caption", "told"),
    [
        ("Hoe het staat met de vier verbeterpunten", "en in de figuur staan er 5"),
        ("De vier verbeterpunten", "en in de figuur staan er 5"),
        ("Hoe het staat met de zes risico's", "en in de figuur staan er 5"),
        ("Hoe ver het is met de vier doelen van de programma's", "en in de figuur staan er 5"),
        ("Hoe het staat met de vijf verbeterpunten", ""),
        ("Hoe het staat met de vijf risico's", ""),
        ("Hoe ver wij zijn met de vijf doelen van de twee programma's", ""),
        ("Hoe ver het is na de drie maanden van de proef", ""),
        ("De stand van de acties van de drie wijkteams", ""),
        ("Hoe het staat na de drie maanden van de proef", ""),
    ],
)
def test_a_caption_counts_the_rows_below_it(caption: str, told: str) -> None:
    said = other_caption(caption, STATES)
    assert told in said if told else said == ""


def test_a_row_without_a_number_has_none_that_is_another() -> None:
    rows = DrawnRow("Vak 7 van Noorderlek opgeleverd"), DrawnRow("Vak 8 opgeleverd")
    assert other_number("Vak 7 is op 16 mei 2025 opgeleverd.", Drawing("tijdlijn", rows)) == ""
