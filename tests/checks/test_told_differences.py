"""A difference that a text tells of two numbers is theirs, however the sentence is turned."""

from __future__ import annotations

import pytest
from documents import META, paragraph
from word_files import STYLE

from rapportage.checks.numbers.differences import miscounted
from rapportage.checks.subjects import Paper
from rapportage.document import Document


def told(words: str) -> list[str]:
    return [
        one.message.replace("\u00a0", " ")
        for one in miscounted(Paper(Document(META, (paragraph(words),)), STYLE))
    ]


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (
            "Er zijn 97 aanvragen gedaan, tegen 84 een jaar eerder. Dat is een daling van 13.",
            "'daling' klopt niet: het ging van 84 naar 97",
        ),
        (
            "Er kwamen 81 klachten binnen, tegen 74 in het eerste halfjaar, zes meer.",
            "'zes' is niet het verschil tussen 74 en 81: dat is 7",
        ),
        (
            "Er waren 81 klachten, tegen 74 een jaar eerder. Dat zijn er zeventien meer.",
            "'zeventien' is niet het verschil tussen 74 en 81: dat is 7",
        ),
        (
            "De wachttijd ging van 12 weken naar 9 weken, twee weken korter.",
            "'twee' is niet het verschil van 12 naar 9: dat is 3",
        ),
        (
            "De bijdrage is € 4,35 per inwoner, tegen € 4,20 in 2024, vijfentwintig cent meer.",
            "'vijfentwintig' is niet het verschil tussen € 4,20 en € 4,35: dat is € 0,15",
        ),
        (
            "De bijdrage steeg van € 4,20 naar € 4,35, een stijging van 25 cent.",
            "'25' is niet het verschil van € 4,20 naar € 4,35: dat is € 0,15",
        ),
        (
            "Er waren 97 aanvragen, tegen 84 een jaar eerder: een daling van 13.",
            "'daling' klopt niet: het ging van 84 naar 97",
        ),
        ("In 2024 waren het er 80 en in 2025 60, 20 meer.", "'meer' klopt niet: het ging van 80 naar 60"),
        (
            "De kosten zijn € 4.990, 1% lager dan een jaar eerder (€ 4.940).",
            "'lager' klopt niet: het ging van € 4.940 naar € 4.990",
        ),
        (
            "De lasten stegen van € 9,12 miljoen naar € 9,87 miljoen, oftewel 18%.",
            "'18%' is niet het verschil van € 9,12 miljoen naar € 9,87 miljoen: dat is 8,2%",
        ),
        (
            "De lasten stegen van € 9,12 miljoen naar € 9,87 miljoen: 18%.",
            "'18%' is niet het verschil van € 9,12 miljoen naar € 9,87 miljoen: dat is 8,2%",
        ),
        (
            "De lasten zijn € 9,87 miljoen, tegen € 9,12 miljoen een jaar eerder: een stijging van 18%.",
            "'18%' is niet het verschil tussen € 9,12 miljoen en € 9,87 miljoen: dat is 8,2%",
        ),
        (
            "Er waren 34 plaatsingen, tegen 23 een jaar eerder: 9 meer.",
            "'9' is niet het verschil tussen 23 en 34: dat is 11",
        ),
        (
            "De gemeente had vorig jaar € 9,12 miljoen lasten en dit jaar € 9,87 miljoen, een toename van 8,2 miljoen.",
            "'8,2 miljoen' is niet het verschil tussen € 9,12 miljoen en € 9,87 miljoen: dat is € 750.000",
        ),
        (
            "Het aantal cliënten groeide van 348 tot 412, 54 meer dan vorig jaar.",
            "'54' is niet het verschil van 348 naar 412: dat is 64",
        ),
        (
            "Per inwoner geeft de gemeente € 203 per inwoner uit. Dat is € 27 meer dan het gemiddelde van de regio (€ 186).",
            "'€ 27' is niet het verschil tussen € 186 en € 203: dat is € 17",
        ),
        (
            "In 2024 waren de lasten per jeugdige € 4.940 en in 2025 € 4.990, een stijging van 5%.",
            "'5%' is niet het verschil tussen € 4.940 en € 4.990: dat is 1,0%",
        ),
        (
            "De lasten per jeugdige zijn € 4.990 (2024: € 4.940), een stijging van 5%.",
            "'5%' is niet het verschil tussen € 4.940 en € 4.990: dat is 1,0%",
        ),
        (
            "De lasten per jeugdige stegen met 5% tot € 4.990 (2024: € 4.940).",
            "'5%' is niet het verschil tussen € 4.940 en € 4.990: dat is 1,0%",
        ),
        (
            "De lasten per jeugdige stegen van € 4.940 in 2024 met 5% naar € 4.990 in 2025.",
            "'5%' is niet het verschil tussen € 4.940 en € 4.990: dat is 1,0%",
        ),
        (
            "De prognose (€ 19,74 miljoen) ligt € 1,42 miljoen boven de begroting (€ 18,5 miljoen).",
            "'€ 1,42 miljoen' is niet het verschil tussen € 18,5 miljoen en € 19,74 miljoen: dat is € 1.240.000",
        ),
        (
            "De prognose van € 19,74 miljoen is € 1,42 miljoen hoger dan de begroting van € 18,5 miljoen.",
            "'€ 1,42 miljoen' is niet het verschil tussen € 18,5 miljoen en € 19,74 miljoen: dat is € 1.240.000",
        ),
        (
            "De prognose van € 19,74 miljoen overschrijdt de begroting van € 18,5 miljoen met € 1,42 miljoen.",
            "'€ 1,42 miljoen' is niet het verschil tussen € 18,5 miljoen en € 19,74 miljoen: dat is € 1.240.000",
        ),
        (
            "De prognose is € 19,74 miljoen, bij een begroting van € 18,5 miljoen: een tekort van € 1,42 miljoen.",
            "'€ 1,42 miljoen' is niet het verschil tussen € 18,5 miljoen en € 19,74 miljoen: dat is € 1.240.000",
        ),
        (
            "De prognose is € 19,74 miljoen. Dat is € 1,42 miljoen hoger dan de begroting van € 18,5 miljoen.",
            "'€ 1,42 miljoen' is niet het verschil tussen € 18,5 miljoen en € 19,74 miljoen: dat is € 1.240.000",
        ),
        (
            "Het aandeel steeg van 28,9% naar 29,1%. Dat is een stijging van 0,7 procentpunt.",
            "'0,7' is niet het verschil van 28,9% naar 29,1%: dat is 0,2 procentpunt",
        ),
        (
            "Er zijn 105 woningen opgeleverd, tegen 80 in de eerste helft van 2024. Dat is een groei van 38%.",
            "'38%' is niet het verschil tussen 80 en 105: dat is 31,3%",
        ),
        (
            "Het percentage steeg van 34% naar 36%, dus met 2%.",
            "'2%' is niet het verschil van 34% naar 36%: dat is 2 procentpunt",
        ),
        (
            "De prijs steeg van € 289.000 naar € 402.000, een stijging van ruim 49%.",
            "'49%' is niet het verschil van € 289.000 naar € 402.000: dat is 39,1%",
        ),
        (
            "Het aantal steeg met 40%, van 120 naar 150.",
            "'40%' is niet het verschil van 120 naar 150: dat is 25,0%",
        ),
        (
            "Het aantal ging van 120 naar 150 (+40%).",
            "'40%' is niet het verschil van 120 naar 150: dat is 25,0%",
        ),
        (
            "Het aantal aanvragen ging van 120 naar 150, een toename van 40 aanvragen.",
            "'40' is niet het verschil van 120 naar 150: dat is 30",
        ),
        (
            "De wachttijd ging van 12,6 weken in het vorige halfjaar naar 10,4 weken, 3,2 weken korter.",
            "'3,2' is niet het verschil van 12,6 naar 10,4: dat is 2,2",
        ),
        (
            "De lasten stegen van € 9,12 miljoen naar € 9,87 miljoen. Dat is een stijging van 18%.",
            "'18%' is niet het verschil van € 9,12 miljoen naar € 9,87 miljoen: dat is 8,2%",
        ),
        (
            "De lasten stegen van € 9,12 miljoen naar € 9,87 miljoen (+18%).",
            "'18%' is niet het verschil van € 9,12 miljoen naar € 9,87 miljoen: dat is 8,2%",
        ),
        (
            "De kosten stegen van € 4.940 in 2024 naar € 4.990 in 2025, een stijging van 5%.",
            "'5%' is niet het verschil van € 4.940 naar € 4.990: dat is 1,0%",
        ),
        (
            "De kosten zijn € 4.990, 5% meer dan een jaar eerder (€ 4.940).",
            "'5%' is niet het verschil tussen € 4.940 en € 4.990: dat is 1,0%",
        ),
        (
            "Het nam toe met 15 (van 36 naar 41).",
            "'15' is niet het verschil van 36 naar 41: dat is 5",
        ),
        (
            "Het groeide van 348 tot 412, een toename van 54.",
            "'54' is niet het verschil van 348 naar 412: dat is 64",
        ),
        (
            "Het aantal liep terug: van 71 woningen in het eerste kwartaal naar 49 in het tweede. Dat is 25 woningen (31%) minder.",
            "'25' is niet het verschil van 71 naar 49: dat is 22",
        ),
        (
            "De huur ging van € 700 naar € 735. Dat is € 45 meer.",
            "'€ 45' is niet het verschil van € 700 naar € 735: dat is € 35",
        ),
        (
            "Het aantal klachten nam af van 40 in 2023 tot 31 in 2024. Dat is een daling van 30%.",
            "'30%' is niet het verschil van 40 naar 31: dat is 22,5%",
        ),
        (
            "Het verzuim was 7,8%, 2,2 procentpunt hoger dan een jaar eerder (6,6%).",
            "'2,2' is niet het verschil tussen 6,6% en 7,8%: dat is 1,2 procentpunt",
        ),
        (
            "Het aantal daalde van 371 naar 355, een daling van 3,4%.",
            "'3,4%' is niet het verschil van 371 naar 355: dat is 4,3%",
        ),
        (
            "Het aantal daalde van 371 naar 355, een daling van 3%.",
            "'3%' is niet het verschil van 371 naar 355: dat is 4,3%",
        ),
        (
            "Het aantal ging van 57 naar 74 bedrijven (+27,8%).",
            "'27,8%' is niet het verschil van 57 naar 74: dat is 29,8%",
        ),
        (
            "De uitgifte daalde van 4,1 naar 2,6 hectare (-39,6%).",
            "'39,6%' is niet het verschil van 4,1 naar 2,6: dat is 36,6%",
        ),
        ("Het aantal ging van 57 naar 74 (−29,8%).", "'−29,8%' klopt niet: het ging van 57 naar 74"),
        (
            "De lijn telde 498.000 reizigers, een groei van 8% ten opzichte van de 471.000.",
            "'8%' is niet het verschil tussen 471.000 en 498.000: dat is 5,7%",
        ),
        (
            "Er waren 436.000 reizigers en nu 471.000, een groei van 18%.",
            "'18%' is niet het verschil tussen 436.000 en 471.000: dat is 8,0%",
        ),
        (
            "De bijdrage was € 5,45 en is nu € 5,80, een stijging van 16,4%.",
            "'16,4%' is niet het verschil tussen € 5,45 en € 5,80: dat is 6,4%",
        ),
        (
            "De bijdrage is € 5,80 (2023: € 5,45, +16,4%).",
            "'16,4%' is niet het verschil tussen € 5,45 en € 5,80: dat is 6,4%",
        ),
        (
            "De bijdrage was € 5,80. Met € 6,05 stijgt zij met 8,3%.",
            "'8,3%' is niet het verschil tussen € 5,80 en € 6,05: dat is 4,3%",
        ),
        (
            "De zon gaf 67,9 gigawattuur, 9,9% meer dan in het eerste halfjaar van 2023, toen het 68,1 was.",
            "'meer' klopt niet: het ging van 68,1 naar 67,9",
        ),
        (
            "De zon gaf 67,9 gigawattuur, 19,9% meer dan in het halfjaar ervoor, toen het 61,8 gigawattuur was.",
            "'19,9%' is niet het verschil tussen 61,8 en 67,9: dat is 9,9%",
        ),
        (
            "Er waren 97 aanvragen, tegen 84 in het halfjaar ervoor: een stijging van 23.",
            "'23' is niet het verschil tussen 84 en 97: dat is 13",
        ),
        (
            "Er waren 58 ouderen op de lijst, 6 minder dan eind juni (62).",
            "'6' is niet het verschil tussen 62 en 58: dat is 4",
        ),
    ],
)
def test_what_the_numbers_contradict_is_told(words: str, message: str) -> None:
    assert told(words) == [message]


@pytest.mark.parametrize(
    "words",
    [
        "Van de 12 scholen halen er 5 de norm, 40% meer dan toen (42%).",
        "Er waren 97 aanvragen, tegen 84 een jaar eerder: een stijging van 13. De stand was 12 tegen 15, een verschil van 3.",
        "Het tekort is € -12, tegen € -10 vorig jaar, 20% meer.",
        "De reis duurt 40 minuten tegen 55 minuten met de auto, 15 minuten korter.",
        "De prognose van 12 ligt 3 onder de begroting van 15. Met 12 tegen 9 stemmen is de motie aangenomen, 3 meer dan nodig.",
        "De lasten stegen van € 9,12 miljoen naar € 9,87 miljoen, oftewel 8%.",
        "De lasten zijn € 9,87 miljoen, tegen € 9,12 miljoen een jaar eerder: een stijging van 8%.",
        "Het aantal cliënten groeide van 348 in 2022 tot 412, 54 meer dan vorig jaar.",
        "De gemeente geeft € 203 per inwoner uit. Dat is € 17 meer dan het gemiddelde van de regio (€ 186) en € 31 minder dan Plasdam (€ 234).",
        "Het aantal ging van 40 naar 30: 12 in Noord en 18 in Zuid.",
        "De huur steeg van € 700 naar € 735: 60% van de huurders krijgt toeslag.",
        "De lasten per jeugdige stegen met 1% tot € 4.990 (2024: € 4.940).",
        "De lasten stegen van € 4.940 in 2024 met ruim 1% naar € 4.990 in 2025.",
        "De prognose (€ 19,74 miljoen) ligt € 1,24 miljoen boven de begroting (€ 18,5 miljoen).",
        "De prognose van € 19,74 miljoen is 7% hoger dan de begroting van € 18,5 miljoen.",
        "De prognose van € 19,74 miljoen overschrijdt de begroting van € 18,5 miljoen met 6,7%.",
        "De prognose is € 19,74 miljoen, bij een begroting van € 18,5 miljoen: een tekort van € 1,24 miljoen.",
        "In 2024 waren er 12 klachten over 3 scholen en in 2025 15, een stijging van 25%.",
        "De wachttijd ligt met 10,4 weken nog altijd ruim twee weken boven de norm van 8 weken.",
        "De subsidie van € 5.000 is 50% hoger dan het minimum per deelnemer van € 100.",
        "De korting is 5% meer dan de helft van € 400.",
        "Met 12 woningen is dat 3 meer dan in het plan van 2023.",
        "De huur ging van € 700 met 4% naar € 728 en met nog eens 3% naar € 750.",
        "De pilot loopt van 12 scholen met 8 klassen naar 15 scholen.",
        "De opbrengst van € 40.000 is € 5.000 hoger dan de raming van € 35.000.",
        "Het aandeel steeg van 28,9% naar 29,1%. Dat is een stijging van 0,2 procentpunt.",
        "Er zijn 105 woningen opgeleverd, tegen 80 in de eerste helft van 2024. Dat is een groei van 31%.",
        "De prijs steeg van € 289.000 naar € 402.000, een stijging van ruim 39%.",
        "Het aantal steeg met 25%, van 120 naar 150.",
        "Het aantal ging van 120 naar 150 (+25%).",
        "Het aantal ging van 120 naar 150 (+30).",
        "Het aantal ging van 120 naar 150 (25%).",
        "De bijdrage steeg van 120 naar 150 leden, een toename van € 40 per lid.",
        "Het aantal ging van 120 naar 150 aanvragen. Dat is een groei van 10% per jaar.",
        "Het aantal ging van 120 naar 150 aanvragen. Dat is 40 minder dan begroot.",
        "Het aantal ging van 120 naar 150 aanvragen. Dat is een stijging van 40% ten opzichte van de raming.",
        "De lasten stegen van € 9,12 miljoen naar € 9,87 miljoen. Dat is een stijging van 8%.",
        "Het bedrag steeg van 1,2 naar 1,3 miljoen, een stijging van 10%.",
        "De kosten stegen van € 4.940 in 2024 naar € 4.990 in 2025, een stijging van 1%.",
        "De kosten zijn € 4.990, 1% meer dan een jaar eerder (€ 4.940).",
        "Het verbruik steeg met 3%, en het aantal klanten groeide van 120 naar 150.",
        "De kosten stegen met 3%, vooral door de groei van 120 naar 150 klanten.",
        "Kinderen van 4 tot 12 jaar krijgen hulp, een stijging van 40%.",
        "Voor woningen van 60 tot 80 m² is de huur € 700, een stijging van 4%.",
        "De bijdrage gaat van € 21 naar € 19 per maand, een verlaging van € 24 per jaar.",
        "De groep ging van 12 naar 15 leden. Dat is 3 meer, en 25% meer dan toen.",
        "Er deden 15 gemeenten mee, tegen 12 vorig jaar. Dat is een groei van 25%.",
        "De raad stemde met 21 tegen 12. Dat is een verschil van 9 stemmen.",
        "De opkomst was 54%, tegen 51% in 2018. Dat is 3 procentpunt meer.",
        "Het aantal daalde van 371 naar 355, een daling van 4,3%, dus van 4% en niet van 5%.",
        "Het aantal ging van 57 naar 74 bedrijven (+29,8%). De uitgifte daalde van 4,1 naar 2,6 hectare (-36,6%).",
        "De uitgifte daalde van 4,1 naar 2,6 hectare, een daling van 37%, of van 38%, zo u wilt.",
        "Het aantal ging van 371 naar 299, een daling van 20%. Het aantal ging van 436.000 naar 471.000 (+8,3%).",
        "De lijn telde 498.000 reizigers, een groei van 6% ten opzichte van de 471.000.",
        "De lijn telde 498.000 reizigers, een groei van 5,7% ten opzichte van het halfjaar ervoor (471.000).",
        "De lijn telde 498.000 reizigers, een groei van 8% ten opzichte van de begroting van 461.000.",
        "Er waren 436.000 reizigers en nu 471.000, een groei van 8%. De bus reed 5 keer en de trein 12, een groei van 3%.",
        "De bijdrage was € 5,45 en is nu € 5,80, een stijging van 6,4%. De huur was € 700 en is nu hoger, een stijging van 3%.",
        "De bijdrage is € 5,80 (2023: € 5,45, +6,4%). Het saldo is € −20 (2023: € −10, −100%).",
        "De bijdrage was € 5,80. Met € 6,05 stijgt zij met 4,3%. Met 12 gemeenten stijgt de opkomst met 3%.",
        "De bijdrage was € 5,80. Met 12 gemeenten erbij stijgt de opbrengst met 30%.",
        "De zon gaf 67,9 gigawattuur, 9,9% meer dan in het eerste halfjaar van 2023, toen het 61,8 was.",
        "De zon gaf 67,9 gigawattuur, meer dan in 2023, toen het 40 dagen regende.",
        "Er waren 58 ouderen op de lijst, 4 minder dan eind juni (62).",
        "De wachttijd is 10 weken, 2 weken langer dan de norm (8).",
        "Het is € 40 in 2024, 5% meer dan het landelijk gemiddelde (€ 38).",
        "Het steeg met ruim 20% (van 120 naar 150), en in Noord met bijna 26%, van 120 naar 150.",
        "De steun van 65% tot 80% daalde niet. De bus kost van € 2 tot € 5, een verhoging van 10%.",
        "Het saldo daalde van € 120 naar € 90 per inwoner, een verbetering door een toename van de baten.",
        "De wachttijd ging van 12,6 weken in 2024 naar 10,4 weken in 2025. Dat is een daling van 2,2 weken.",
        "De kosten gingen van € 12 naar € 10 per stuk. Dat is een gevolg van een toename van de vraag.",
        "Het aantal ging van 12 naar 10. Een toename van 5% was voorzien.",
        "Er kwamen 81 klachten binnen, tegen 74 in het eerste halfjaar, zeven meer.",
        "Er kwamen 81 klachten binnen, tegen 74 in het eerste halfjaar, ruim zes meer.",
        "Er waren 81 klachten, tegen 74 in het eerste halfjaar, drie minder dan begroot.",
        "Er waren 81 klachten, tegen 74 in het eerste halfjaar, twee meer per maand.",
        "Er waren 81 klachten, tegen 74 in het eerste halfjaar, en twaalf meer dan een jaar eerder.",
        "Er waren 81 klachten, tegen 74 in het eerste halfjaar, twaalf meer dan een jaar eerder.",
        "Het aantal ging van 12 naar 36, drie keer meer.",
        "De reis duurt 40 minuten tegen 55 minuten met de auto, vijftien minuten korter.",
        "De bijdrage is € 4,35 per inwoner, tegen € 4,20 in 2024, vijftien cent meer.",
        "De bijdrage steeg van € 4,20 naar € 4,35, een stijging van 15 cent.",
        "De huur steeg van € 700 naar € 735, 35 euro meer.",
        "Er waren 81 klachten, tegen 74 een jaar eerder. Dat zijn er zeven meer.",
        "De bijdrage steeg van € 4,20 naar € 4,35 per inwoner, vijf cent per maand meer.",
        f"Er waren {'9' * 40} klachten, tegen 74 een jaar eerder, een stijging van 20%.",
    ],
)
def test_what_may_be_right_passes(words: str) -> None:
    assert told(words) == []
