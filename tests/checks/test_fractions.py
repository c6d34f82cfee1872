"""A share in words is the percentage that stands beside it."""

from __future__ import annotations

import pytest
from documents import META, paragraph
from word_files import STYLE

from rapportage.checks.numbers.fractions import contradicted
from rapportage.checks.subjects import Paper
from rapportage.document import Document


def told(words: str) -> list[str]:
    return [one.message for one in contradicted(Paper(Document(META, (paragraph(words),)), STYLE))]


@pytest.mark.parametrize(
    ("words", "message"),
    [
        ("38,6 van de 42,0 fte is bezet (82%).", "38,6 van 42,0 is geen 82%, maar 92%"),
        (
            "Van de begroting van € 18,5 miljoen is € 9,87 miljoen uitgegeven, 63%.",
            "€ 9,87 miljoen van € 18,5 miljoen is geen 63%, maar 53%",
        ),
        ("Van de 42,0 fte formatie is 38,6 fte bezet (82%).", "38,6 van 42,0 is geen 82%, maar 92%"),
        ("Van de 40 aanvragen komen er 25 van de huisarts (12%).", "25 van 40 is geen 12%, maar 63%"),
        ("Vier op de tien verwijzingen komen van de huisarts (30%).", "'Vier op de tien' is geen 30%"),
        ("Van de 84 bezoekers vulden er 51 een formulier in (71%).", "51 van 84 is geen 71%, maar 61%"),
        (
            "Van de € 18,5 miljoen is € 9,87 miljoen uitgegeven (63%).",
            "€ 9,87 miljoen van € 18,5 miljoen is geen 63%, maar 53%",
        ),
        ("Tweederde van de cliënten (45%) is tevreden.", "'Tweederde' is geen 45%"),
        (
            "Er zijn 30 van de 61 woningen, ruim de helft, in Oosterhaven gebouwd.",
            "'ruim de helft' is geen 30 van de 61",
        ),
        (
            "De meeste woningen zijn in Oosterhaven opgeleverd: 30 van de 61, ruim de helft.",
            "'ruim de helft' is geen 30 van de 61",
        ),
        (
            "Ruim de helft van de jeugdigen (712 van de 1.978) krijgt hulp.",
            "'Ruim de helft' is geen 712 van de 1.978",
        ),
        (
            "Bijna een kwart van de jeugdigen krijgt daghulp: 211 van de 1.978.",
            "'Bijna een kwart' is geen 211 van de 1.978",
        ),
        ("Dat zijn 24 van de 100 inwoners (31%).", "'24 van de 100' is geen 31%"),
        ("Een op de vier (31%) huurt.", "'Een op de vier' is geen 31%"),
        ("Eén op vier inwoners (31 procent) huurt.", "'Eén op vier' is geen 31%"),
        ("Zeven op de tien inwoners (60%) zijn tevreden.", "'Zeven op de tien' is geen 60%"),
        ("Daarvan is de helft (24%) sociaal.", "'de helft' is geen 24%"),
        ("Daarvan is driekwart (60%) koop.", "'driekwart' is geen 60%"),
        ("Dat is een kwart, 35%, van het totaal.", "'een kwart' is geen 35%"),
        ("Dat is een kwart, 35%.", "'een kwart' is geen 35%"),
        ("Ruim de helft (48%) reist met de trein.", "'Ruim de helft' is geen 48%"),
        ("Meer dan de helft van de inwoners (41,5%) fietst.", "'Meer dan de helft' is geen 41,5%"),
        ("Bijna driekwart (82%) is klaar.", "'Bijna driekwart' is geen 82%"),
        ("Bijna driekwart (40%) is klaar.", "'Bijna driekwart' is geen 40%"),
        ("Ruim een derde van de woningen (62%) is klaar.", "'Ruim een derde' is geen 62%"),
        ("Ongeveer een derde (52%) is klaar.", "'Ongeveer een derde' is geen 52%"),
        ("Nog geen kwart (28%) is klaar.", "'Nog geen kwart' is geen 28%"),
        ("Een krappe helft, een klein kwart (27%), is klaar.", "'een klein kwart' is geen 27%"),
        ("Twee derde deel (50%) is klaar.", "'Twee derde deel' is geen 50%"),
        ("Minstens twee derde (60%) is klaar.", "'Minstens twee derde' is geen 60%"),
        ("Nu huurt 31% (een op de vier).", "'een op de vier' is geen 31%"),
        ("Nu huurt 31% van de inwoners, dat is een op de vier.", "'een op de vier' is geen 31%"),
        ("De opkomst was 12 van de 40 (25%).", "'12 van de 40' is geen 25%"),
        ("Het aandeel steeg naar een kwart (35%).", "'een kwart' is geen 35%"),
        ("Van de 40 woningen zijn er 12 (25%) sociaal.", "12 van 40 is geen 25%, maar 30%"),
        ("Er zijn 12 (25%) van de 40 woningen sociaal.", "12 van 40 is geen 25%, maar 30%"),
        ("Van de € 1.200 is € 300 (20%) besteed.", "€ 300 van € 1.200 is geen 20%, maar 25%"),
        ("De helft van de 48 woningen (20) is klaar.", "'De helft' van 48 is geen 20"),
        ("Van de 48 woningen is een kwart (20) klaar.", "'een kwart' van 48 is geen 20"),
        ("Van de 48 woningen is bijna de helft (29) klaar.", "'bijna de helft' van 48 is geen 29"),
        ("Van 48% naar 30%: een tiende (14%).", "'een tiende' is geen 14%"),
    ],
)
def test_a_share_that_is_not_the_percentage_beside_it_is_told(words: str, message: str) -> None:
    assert told(words) == [message]


@pytest.mark.parametrize(
    "words",
    [
        "38,6 van de 42,0 fte is bezet (92%).",
        "Van de begroting van € 18,5 miljoen is € 9,87 miljoen uitgegeven, 53%.",
        "Van de 42,0 fte formatie is 38,6 fte bezet, 92%. Eind 2024 was dat 37,9 fte (90%).",
        "Van de 40 aanvragen komen er 10 van de huisarts (25%).",
        "Vier op de tien verwijzingen komen van de huisarts (40%).",
        "Twee op de drie starters vinden binnen twee jaar een woning (67%).",
        "Van de 40 scholen doen er 12 mee, 8% meer dan vorig jaar. Van de 12 leden stemden er 8 voor (67%).",
        "Van de 1.126 nieuwe aanvragen is 62% binnen acht weken afgehandeld. Bij 428 aanvragen, 38%, duurde het langer.",
        "Een op de vijf inwoners is ouder dan 65 en woont alleen (12%).",
        "Van de 84 bezoekers vulden er 51 een formulier in (61%).",
        "Van de € 18,5 miljoen is € 9,87 miljoen uitgegeven (53%).",
        "Bijna tweederde van de cliënten (65%) is tevreden, een derde (33%) niet.",
        "In Oosterhaven kwamen 31 van de 61 woningen, ruim de helft, en in Dorp 30 van de 61, bijna de helft.",
        "Ruim de helft van de jeugdigen (1.012 van de 1.978) krijgt hulp. Een kwart haalt de norm: 12 van de 40 scholen doen mee.",
        "Van de 12 scholen halen er 5 de norm, 40% meer dan toen (42%).",
        "Dat zijn 24 van de 100 inwoners (24%).",
        "Dat zijn 12 van de 41 woningen (29%); 17 van de 30 plannen (56,7%).",
        "Een op de vier inwoners (26%) huurt; een derde (33%) koopt, twee derde (67%) niet.",
        "Een op de drie (33,3%), drie van de vier (70%) en een op de acht (12,5%).",
        "Ruim de helft (54%) fietst, meer dan de helft (83%) loopt soms.",
        "Ruim de helft (50%) fietst en bijna de helft (50%) niet.",
        "Bijna driekwart (72%) en ongeveer een derde (38%), zo'n kwart (23%).",
        "Nog geen kwart (22%) is klaar, minder dan de helft (5%) begon.",
        "Minstens twee derde (80%) en hooguit een kwart (20%) deden mee.",
        "Niet de helft (24%), maar een kwart doet mee.",
        "Van de forenzen reist 48% met de trein; de helft daarvan, de helft (24%), gaat fietsend.",
        "De helft van de gemeenten haalt de norm (60%). Een kwart van het doel (80%) is gehaald.",
        "De helft van de gemeenten (5) en een kwart van het landelijk gemiddelde (12%).",
        "Een derde partij (30%) doet mee. In het derde kwart (30%) speelde zij beter.",
        "In een kwart, 35% en de helft van de wijken.",
        "Dat is een kwart, 35% meer dan toen.",
        "Dat is 24%, de helft van vorig jaar. Dat is 24% (de helft minder).",
        "Nu koopt 60%, een kwart huurt.",
        "Een kwart (35% vorig jaar) huurt. De helft ging met 24% omlaag.",
        "Een-op-een begeleiding (30%) en 3 van de 4 wethouders.",
        "Op 2 van de 5 dagen, in 2 op 3 gevallen (65%).",
        "Ongeveer 24 van de 100 inwoners (25%), ruim 24 van de 100 (24,6%).",
        "Een kwart (circa 27%) en een vijfde (bijna 20%).",
        "Het percentage ging in een kwart van de wijken omhoog (4%).",
        "In een kwart van de wijken steeg de huur (4%). De huur steeg in de helft van de wijken (4%).",
        "Een kwart van de wijken groeide (4%).",
        "Van de 40 woningen zijn er 12 (30%) sociaal; 13 (33%) van de 40 zijn duur.",
        "Er zijn 48 woningen. Van de 40 opgeleverde zijn er 12 (25%) sociaal.",
        "Van de 300 meldingen gingen er 20 (5%) meer over afval.",
        "Van de 40 woningen zijn er 12 (norm 25%) sociaal, en ruim 12 (29%) duur.",
        "Van de 40 ging het naar 12 (70%). Van de 40 is dat per wijk 12 (25%).",
        "De helft van de 48 woningen (24) en een kwart van de 50 (12) is klaar.",
        "Van de 48 woningen is ruim de helft (26) klaar, en bijna een kwart (11) niet.",
        "De helft van de 48 woningen (2024) en een derde van de 30 gemeenten (bijlage 2).",
        "Van de 60 vragen gingen 48 over wonen; van de 60 was de helft (24) snel beantwoord.",
        "De helft van de 10 gemeenten (in totaal 31 kernen) doet mee.",
        "Van de € 48 miljoen is de helft (20) besteed.",
        "Van de 12 raden stemden er 2 (Velden en Bergen) tegen.",
        "Een verschil van een kwart procentpunt (0,25%).",
    ],
)
def test_a_share_that_may_be_the_percentage_passes(words: str) -> None:
    assert told(words) == []


def test_many_shares_take_no_time_without_end() -> None:
    assert told("een op de vier van de een twee drie " * 9000 + "24%") == []
