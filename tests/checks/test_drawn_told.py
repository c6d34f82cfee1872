"""What a sentence at a drawing says of its rows is what its data have."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from rapportage.checks.drawings.drawn_facts import Drawing, DrawnRow
from rapportage.checks.drawings.drawn_told import told_in
from rapportage.periode import parse_periode

NOW = parse_periode("2025-H1")


def drawing(kind: str, *rows: DrawnRow, unit: str = "", caption: str = "") -> Drawing:
    return Drawing(kind, rows, unit, caption)


def numbers(kind: str, unit: str = "", caption: str = "", **rows: int) -> Drawing:
    made = (DrawnRow(name.replace("_", " "), Decimal(value)) for name, value in rows.items())
    return drawing(kind, *made, unit=unit, caption=caption)


STATES = drawing(
    "statustabel",
    DrawnRow("Spreekuur in de wijk", state="afgerond"),
    DrawnRow("Eén plan per gezin", state="op schema"),
    DrawnRow("Praktijkondersteuner bij de huisarts", state="op schema"),
    DrawnRow("Bereikbaarheid", state="let op"),
    DrawnRow("Meting van de ervaring", state="loopt achter"),
    DrawnRow("Nieuwe verordening", state="niet begonnen"),
    caption="Hoe het staat met de zes verbeterpunten",
)
RANKED = replace(
    numbers(
        "ranglijst",
        caption="Inwoners met hulp per 1.000 inwoners, per wijk",
        Havenkwartier=71,
        Centrum=64,
        Noorderveld=52,
        Oostbroek=47,
        Zuidwijk=39,
        Buitenkernen=33,
    ),
    compared=Decimal(50),
    compared_name="Gemiddelde van Waterhoven",
)
GOALS = drawing(
    "doelen",
    DrawnRow("Gesprek binnen tien werkdagen", Decimal(78), Decimal(90)),
    DrawnRow("Plan binnen zes weken", Decimal(71), Decimal(80)),
    DrawnRow("Telefoon opgenomen", Decimal(86), Decimal(85)),
    DrawnRow("Afspraken die uitvallen", Decimal("4.2"), Decimal(5), less_is_better=True),
    caption="Hoe ver het is met de doelen van de toegang, in procenten",
    unit="%",
)
FUNNEL = numbers("trechter", Meldingen=704, Onderzoek_afgerond=610, Aanvragen=548, Toegekend=486)
FALL = numbers(
    "waterval",
    "€",
    Reserve_op_1_januari=2_800_000,
    Innovatie_wijkteams=-350_000,
    Aanpak_wachttijden=-250_000,
    Bijdrage_van_het_Rijk=150_000,
    Reserve_op_30_juni=2_350_000,
)
LINE = drawing(
    "tijdlijn",
    DrawnRow("Nieuwe contracten jeugdhulp", moment="2025-01"),
    DrawnRow("Motie over de wachttijden", moment="2025-03-20"),
    DrawnRow("Spreekuur in alle wijken", moment="2025-06-02"),
    DrawnRow("Tweede praktijkondersteuner", moment="2025-10"),
    DrawnRow("Evaluatie van het spreekuur", moment="2026-03"),
)


@pytest.mark.parametrize(
    ("told_of", "sentence", "said"),
    [
        (STATES, "Er zijn zes verbeterpunten. Daarvan zijn er twee afgerond.", "zijn er twee afgerond"),
        (STATES, "Van de zes is er één afgerond en liggen er drie op schema.", "liggen er drie op schema"),
        (STATES, "De meting van de ervaring ligt op schema.", "Meting van de ervaring"),
        (
            STATES,
            "Er zijn zes verbeterpunten. Daarvan zijn er vier afgerond of op schema.",
            "er vier afgerond",
        ),
        (
            STATES,
            "Vier van de zes verbeterpunten zijn onder controle of voorbij.",
            "Vier van de zes verbeterpunten zijn onder controle",
        ),
        (RANKED, "In Havenkwartier krijgen 64 op de 1.000 inwoners hulp.", "64"),
        (RANKED, "In Havenkwartier krijgen 17 op de 1.000 inwoners hulp.", "17"),
        (
            RANKED,
            "In Havenkwartier krijgen ruim drie keer zo veel als in de Buitenkernen hulp.",
            "drie keer zo veel als",
        ),
        (RANKED, "Twee van de zes wijken liggen boven het gemiddelde.", "Twee van de zes wijken"),
        (RANKED, "Het gemiddelde van Waterhoven is 52.", "52"),
        (RANKED, "Drie van de zes wijken liggen boven het gemiddelde van 48.", "48"),
        (RANKED, "Oostbroek ligt boven het gemiddelde.", "boven het gemiddelde"),
        (GOALS, "Een gesprek binnen tien werkdagen lukt in 87% van de gevallen.", "87%"),
        (GOALS, "Een gesprek binnen tien werkdagen lukt in 78%; dat moet eind dit jaar 95% zijn.", "95%"),
        (GOALS, "Een plan binnen zes weken lukt in 71%, het doel is 90%.", "90%"),
        (GOALS, "Van de vier doelen zijn er drie gehaald.", "zijn er drie gehaald"),
        (GOALS, "Nog geen van de vier doelen is gehaald.", "geen van de vier doelen is gehaald"),
        (GOALS, "Drie van de vier doelen zijn gehaald.", "Drie van de vier doelen zijn gehaald"),
        (GOALS, "Het doel voor een plan binnen zes weken is met 71% gehaald.", "is met 71% gehaald"),
        (
            GOALS,
            "De telefoon is in 86% opgenomen en 4,2% van de afspraken valt uit: deze doelen zijn niet gehaald.",
            "deze doelen zijn niet gehaald",
        ),
        (FUNNEL, "Van de 704 meldingen leidden er 584 tot een aanvraag.", "584"),
        (FUNNEL, "Van de 704 meldingen zijn er 468 toegekend.", "468"),
        (
            FUNNEL,
            "Van de 704 meldingen zijn er 486 toegekend. Dat is 79% van de meldingen.",
            "79% van de meldingen",
        ),
        (FUNNEL, "Dat leidde tot 610 aanvragen.", "610 aanvragen"),
        (FALL, "De reserve daalde van € 2.800.000 naar € 2.530.000.", "€ 2.530.000"),
        (FALL, "Het Rijk droeg € 250.000 bij.", "€ 250.000"),
        (FALL, "De innovatie van de wijkteams kost € 250.000.", "€ 250.000"),
        (FALL, "Het Rijk haalt er € 150.000 uit.", "haalt er € 150.000 uit"),
        (LINE, "De motie over de wachttijden was op 20 april 2025.", "was op 20 april 2025"),
        (LINE, "Het spreekuur in alle wijken begon op 12 juni.", "begon op 12 juni"),
        (LINE, "De tweede praktijkondersteuner begint in november 2025.", "begint in november 2025"),
    ],
)
def test_a_sentence_that_its_drawing_contradicts_is_told(told_of: Drawing, sentence: str, said: str) -> None:
    assert said in told_in(sentence, told_of, NOW)


RIGHT = {
    "states": (
        STATES,
        "Daarvan is er één afgerond en liggen er twee op schema.",
        "Eén daarvan loopt achter, twee vragen aandacht en de andere drie zijn op schema of afgerond.",
        "Daarvan zijn er twee afgerond of niet begonnen.",
        "Drie van de zes verbeterpunten zijn onder controle of voorbij.",
        "Er is één verbeterpunt klaar; de andere vijf lopen nog.",
        "Eind 2024 waren er nog twee niet begonnen.",
        "Van de drie wijkteams zijn er twee begonnen met één plan per gezin.",
        "Het plan voor de nieuwe verordening is klaar.",
        "Als de meting van de ervaring is afgerond, volgt een advies.",
        "Eén punt vraagt aandacht: de bereikbaarheid.",
        "De bereikbaarheid was vorig jaar nog op schema.",
        "Wij verwachten dat het plan per gezin in 2026 is afgerond.",
        "De nieuwe verordening is nog niet begonnen.",
        "In september zijn er drie afgerond.",
        "De praktijkondersteuner bij de huisarts ligt op schema.",
        "De bereikbaarheid van het station loopt achter.",
        "Het team voert twaalf gesprekken. Daarvan zijn er twee afgerond.",
        "Het spreekuur in de wijk is afgerond en de bereikbaarheid vraagt aandacht.",
        "Van de tien acties uit de jeugdvisie zijn er vier afgerond.",
        "Zodra de meting van de ervaring is afgerond, leest de raad de uitkomst.",
        "Twee wijkteams zijn klaar met de opleiding.",
    ),
    "ranked": (
        RANKED,
        "In Havenkwartier krijgen 71 op de 1.000 inwoners hulp, ruim twee keer zo veel als in de Buitenkernen.",
        "Havenkwartier en Centrum hebben samen 135.",
        "In Centrum werken 46 vrijwilligers.",
        "In Zuidwijk zijn 93 woningen gebouwd.",
        "Drie van de zes wijken liggen boven het gemiddelde van 50.",
        "Eind 2024 kregen in Centrum 61 op de 1.000 inwoners hulp.",
        "Het gemiddelde van Nederland is 48.",
        "Twee wijken liggen boven het gemiddelde van Nederland.",
        "Zuidwijk ligt onder het gemiddelde.",
        "Oostbroek ligt met 47 net onder het gemiddelde.",
        "In Noorderveld is het 19 meer dan in de Buitenkernen.",
        "Twee van de drie wijkteams werken in Centrum.",
        "In Havenkwartier krijgen bijna twee keer zo veel als in Zuidwijk hulp.",
        "Oostbroek ligt boven het gemiddelde van de regio.",
        "In Centrum wonen 46 inwoners met een uitkering.",
        "In Centrum wonen 46 op de 1.000 inwoners in een flat; in Zuidwijk is dat 93.",
        "Op scholen in Centrum is 46% van de leerlingen ouder dan tien jaar.",
        "In Centrum kwamen 46 meldingen van overlast binnen.",
        "Inwoners geven de hulp een gemiddelde van 7,8.",
        "Twee scholen liggen boven het gemiddelde.",
        "Wat sport betreft ligt Centrum onder het gemiddelde.",
        "In Havenkwartier is de huur drie keer zo hoog als in de Buitenkernen.",
        "Centrum telt 52 straten.",
        "In Noorderveld is het spreekuur 47 keer gehouden.",
        "Het gemiddelde van de regio is 47.",
        "Vier wijken liggen daarboven.",
        "Inwoners wachten in Centrum gemiddeld 46 dagen.",
    ),
    "goals": (
        GOALS,
        "Twee van de vier doelen zijn gehaald.",
        "Geen van de drie doelen is gehaald.",
        "Een gesprek binnen tien werkdagen lukt in 78% van de gevallen; dat moet eind dit jaar 90% zijn.",
        "Van de vier doelen zijn er twee gehaald.",
        "Twee doelen zijn nog niet gehaald.",
        "Een gesprek binnen tien werkdagen lukte vorig jaar in 75% van de gevallen.",
        "Eind 2024 lukte een plan binnen zes weken in 70%.",
        "Een plan binnen zes weken lukt in 71%, en dat moet 80% worden.",
        "Het doel voor een plan binnen zes weken is met 71% nog niet gehaald.",
        "Het doel voor de telefoon is gehaald.",
        "Een gesprek binnen tien werkdagen lukt bij Wmo in ruim 80% van de gevallen.",
        "Het doel van 90% voor het gesprek is nog niet gehaald.",
        "Er vallen minder afspraken uit dan de 5% die hoogstens mag.",
        "Als de telefoon sneller wordt opgenomen, is ook dat doel gehaald.",
        "De telefoon is in 86% binnen een minuut opgenomen.",
        "Van de tien doelen uit de jeugdvisie zijn er drie gehaald.",
        "Bij team Noord lukt een gesprek binnen tien werkdagen in 87% van de gevallen.",
        "Bij team Noord is het doel voor een plan binnen zes weken gehaald.",
        "In de jeugdhulp zijn er drie doelen gehaald.",
        "Van alle inwoners vindt 87% dat het gesprek goed was.",
        "Een plan binnen acht weken lukt in 80% van de gevallen.",
        "De telefoon wordt door 68% van de inwoners gebruikt.",
    ),
    "funnel": (
        FUNNEL,
        "Van de 704 meldingen leidden er 548 tot een aanvraag; daarvan zijn er 486 toegekend.",
        "Van de 704 meldingen zijn er 486 toegekend. Dat is 69% van de meldingen.",
        "Van de meldingen zijn er 610 onderzocht.",
        "486 meldingen leidden tot hulp.",
        "Ruim 80% van de aanvragen is binnen de termijn behandeld.",
        "Van de aanvragen is 89% toegekend.",
        "Van de 548 aanvragen zijn er 62 afgewezen.",
        "Van de 704 meldingen kwamen er 470 via de telefoon.",
        "94 meldingen zijn niet onderzocht.",
        "Eind 2024 waren er 584 aanvragen.",
        "Bij 156 meldingen volgde geen aanvraag.",
        "Van de 704 meldingen kwamen er 470 via de telefoon. Dat is 67% van de meldingen.",
        "Van de 704 meldingen zijn er 610 onderzocht. Dat is 87% van de meldingen.",
        "Van de 548 aanvragen zijn er 486 toegekend. Dat is 89% van de aanvragen.",
        "Er zijn 548 inwoners met een aanvraag.",
        "Wij belden 610 inwoners na.",
    ),
    "fall": (
        FALL,
        "De reserve daalde van € 2.800.000 naar € 2.350.000.",
        "Daaruit is de innovatie van de wijkteams betaald, samen met de aanpak € 600.000.",
        "Het Rijk droeg € 150.000 bij.",
        "Het Rijk droeg in 2024 € 250.000 bij.",
        "De innovatie van de wijkteams kostte € 350.000.",
        "De aanpak van de wachttijden kostte € 250.000, en de innovatie € 350.000.",
        "De bijdrage van het Rijk is € 100.000 minder dan verwacht.",
        "De reserve is € 450.000 lager dan op 1 januari.",
        "Voor de aanpak van de wachttijden is nog € 1.250.000 nodig.",
        "De aanpak van de wachttijden kost in 2026 € 350.000.",
        "Het college vraagt de raad € 50.000 voor de wijkteams.",
        "Het Rijk droeg € 250.000 bij aan het nieuwe zwembad.",
        "Van de bijdrage van het Rijk gaat € 20.000 naar de regio.",
        "De aanpak van de wachttijden kost € 250.000 en levert € 350.000 op.",
        "De innovatie van de wijkteams bij de buurgemeente kost € 250.000.",
        "De reserve mag niet onder € 2.000.000 komen.",
    ),
    "line": (
        LINE,
        "De motie over de wachttijden was op 20 maart 2025.",
        "De motie over de wachttijden is op 20 april 2025 besproken in de commissie.",
        "Het antwoord op de motie over de wachttijden volgt op 10 juli 2025.",
        "Het spreekuur in alle wijken begon op 2 juni.",
        "Het spreekuur in alle wijken begon in juni 2025.",
        "De eerste praktijkondersteuner begon in april 2024.",
        "Het inwerken van de tweede praktijkondersteuner begint in november 2025.",
        "De tweede praktijkondersteuner begint in oktober.",
        "De nieuwe contracten voor jeugdhulp begonnen in januari 2025.",
        "De raad bespreekt de evaluatie van het spreekuur in april 2026.",
        "Na de motie over de wachttijden was er op 3 april 2025 een gesprek.",
        "De motie over parkeren was op 20 april 2025.",
        "De evaluatie van de vorige verordening was in mei 2025.",
        "Het spreekuur in alle wijken van de buurgemeente begon op 12 juni.",
        "De motie over de wachttijden bespreekt de raad op 3 juli 2025.",
    ),
}


@pytest.mark.parametrize(
    ("told_of", "sentence"),
    [(one[0], sentence) for one in RIGHT.values() for sentence in one[1:]],
)
def test_a_sentence_that_may_be_right_is_left_alone(told_of: Drawing, sentence: str) -> None:
    assert told_in(sentence, told_of, NOW) == ""
