"""What a summary says is what the chapter says that it refers to."""

from __future__ import annotations

import time

import pytest

from rapportage.checks.between.summarised import Told, otherwise_told
from rapportage.checks.between.summarised_sides import other_side
from rapportage.checks.between.summarised_times import otherwise_then
from rapportage.errors import Place
from rapportage.periode import parse_periode

NOW = parse_periode("2022-H2")
AT = Place("water.md", 3)


def told(said: str, chapter: str, heading: str = "") -> str | None:
    """What a summary says that the chapter says otherwise."""
    texts = [Told(one, frozenset(), AT, heading) for one in chapter.split(" | ")]
    summary = Told(said, frozenset(), AT)
    found = otherwise_told(summary, texts, (), NOW, "Dalfsen Regio Zwolle") or otherwise_then(
        summary, texts, NOW
    )
    return found and f"{found[0]} / {found[1].words}"


@pytest.mark.parametrize(
    ("said", "chapter", "expected"),
    [
        ("Drie trainingen.", "De academie gaf vier trainingen.", "Drie trainingen / vier trainingen"),
        (
            "Wij doen mee met negen ondernemers.",
            "Elf Dalfser ondernemers deden mee. | Zeven ondernemers kregen hulp.",
            "negen ondernemers / Elf Dalfser ondernemers",
        ),
        (
            "2,3 kilometer van de F35 is klaar.",
            "Van de F35 is 3,2 kilometer klaar.",
            "2,3 kilometer / 3,2 kilometer",
        ),
        ("44 aanvragen zijn toegewezen.", "Er zijn 57 aanvragen toegewezen.", "44 aanvragen / 57 aanvragen"),
        (
            "Van de begroting is 44,2% besteed.",
            "De begroting is € 1.150.000. Daarvan is € 487.500 besteed (42,4%).",
            "44,2% / 42,4%",
        ),
        (
            "De tegenvaller zit in de jeugdhulp: € 490.000.",
            "De jeugdhulp kost € 12.540.000, € 940.000 meer dan begroot.",
            "€ 490.000 / € 940.000",
        ),
        (
            "De reserves dalen naar € 21,6 miljoen.",
            "De reserves zijn € 21.085.000.",
            "€ 21,6 miljoen / € 21.085.000",
        ),
        (
            "De vier grondexploitaties lopen goed.",
            "Er zijn drie grondexploitaties.",
            "vier grondexploitaties / drie grondexploitaties",
        ),
        (
            "De startbeslissing voor de N35 is nog niet genomen.",
            "De minister nam de startbeslissing voor de N35 op 4 november 2022.",
            "is nog niet genomen / De minister nam de startbeslissing voor de N35 op 4 november 2022.",
        ),
        (
            "De visie is vastgesteld.",
            "De visie is niet vastgesteld.",
            "is vastgesteld / De visie is niet vastgesteld.",
        ),
        (
            "De raad stelde op 19 september 2022 de visie vast.",
            "De raad stelde de visie op maandag 26 september 2022 vast.",
            "19 september 2022 / maandag 26 september 2022",
        ),
        (
            "De raad stelde op 19 september 2022 de visie vast.",
            "De raad stelde de visie op 26 september 2022 vast. | Fase 3 loopt sinds september 2022.",
            "19 september 2022 / 26 september 2022",
        ),
        (
            "De raad stelt in het voorjaar van 2023 de visie vast.",
            "De raad stelde de visie op 26 september 2022 vast.",
            "het voorjaar van 2023 / 26 september 2022",
        ),
        (
            "Er kwamen 740 meldingen binnen.",
            "Dit halfjaar kwamen er 704 meldingen binnen, 16 meer dan in het halfjaar ervoor.",
            "740 meldingen / 704 meldingen",
        ),
        (
            "Het aantal jongeren met jeugdhulp daalde, tot 1.214.",
            "Eind december kregen 1.241 jongeren jeugdhulp.",
            "1.214 / 1.241 jongeren",
        ),
        (
            "Er zijn 436 woningen gebouwd, waarvan 94 in Dalfsen.",
            "Er kwamen 436 woningen bij. In Dalfsen zijn 84 woningen gebouwd.",
            "94 / 84 woningen",
        ),
        (
            "Van de zes punten zijn er twee afgerond.",
            "Het college stelde zes punten vast. Daarvan is er één afgerond en liggen er twee op schema.",
            "twee afgerond / één afgerond",
        ),
        (
            "De wachttijd is nog boven de norm van negen weken.",
            "De norm is acht weken; daar zit de wachttijd nog twee weken boven.",
            "negen weken / acht weken",
        ),
        (
            "Van de onderzoeken is 86% binnen de termijn klaar.",
            "Van de onderzoeken was 88% binnen de wettelijke termijn klaar.",
            "86% / 88%",
        ),
        (
            "84% van de onderzoeken was op tijd klaar.",
            "Van de onderzoeken was 88% binnen de termijn klaar, tegen 84% in de eerste helft van 2022.",
            "84% / 88%",
        ),
        (
            "Het aantal jongeren met jeugdhulp steeg voor het eerst sinds 2020.",
            "In juni kregen 90 jongeren jeugdhulp. Dat zijn er 3 minder. Het is de eerste daling sinds 2020.",
            "voor het eerst … steeg / eerste daling",
        ),
        (
            "De dijk is over 3,6 van de 6,4 kilometer klaar.",
            "De dijk is 6,4 kilometer lang. Op 30 december 2022 was van de dijk 3,8 kilometer klaar.",
            "3,6 / 3,8 kilometer",
        ),
    ],
)
def test_a_summary_that_says_otherwise_is_told_of(said: str, chapter: str, expected: str) -> None:
    assert told(said, chapter) == expected


@pytest.mark.parametrize(
    ("said", "chapter"),
    [
        ("Wij bouwen twee scholen.", "In de regio staan vijf scholen."),
        (
            "Er zijn 185 woningen in harde plannen bij gekomen.",
            "Er waren 2.460 woningen in harde plannen.",
        ),
        (
            "Wij betalen de helft van de nachtbus, € 48.000.",
            "De nachtbus kost € 96.000, waarvan wij de helft betalen.",
        ),
        ("Drie trainingen.", "De academie gaf vier trainingen. | Drie trainingen zijn in Ommen gegeven."),
        ("Drie trainingen.", "De academie geeft in 2023 vier trainingen."),
        ("Drie trainingen.", "Er zijn vier trainingen gepland."),
        ("Er zijn 18 ondernemers geholpen.", "Elf ondernemers en zeven ondernemers uit Ommen kregen hulp."),
        ("Er zijn 44 woningen gebouwd in Ommen.", "In Zwolle zijn 57 woningen gebouwd."),
        ("Er zijn 44 woningen gebouwd.", "In 2021 zijn 57 woningen gebouwd."),
        ("Er zijn 44 woningen gebouwd.", "Eind juni waren 57 woningen gebouwd."),
        ("Er zijn 44 woningen gebouwd.", "Er worden 57 woningen verbouwd."),
        (
            "Er zijn 44 woningen gebouwd, 8 meer dan eerst.",
            "Er zijn 44 woningen gebouwd. | Er zijn 36 woningen gesloopt.",
        ),
        ("Er zijn ruim 50 aanvragen toegewezen.", "Er zijn 57 aanvragen toegewezen."),
        ("De reserve is € 21,1 miljoen.", "De reserve is € 21.085.000."),
        ("Van de begroting is de helft besteed.", "Van de begroting is 42,4% besteed."),
        ("De helft van de 40 bomen staat.", "Van de 40 bomen staan er 20."),
        ("Het aandeel steeg met 3% door de jeugdhulp.", "De jeugdhulp is 35% van de begroting."),
        ("Gemiddeld betaalt een huishouden € 490.", "Een huishouden betaalt per persoon € 940."),
        ("Er zijn twee nieuwe bedrijven op de Grift.", "Op de Grift zijn acht bedrijven."),
        ("Wij investeren € 250.000 in de N35.", "Het Rijk investeert € 520.000 in de N35."),
        ("Het project kost € 1,5 miljoen.", "Het project kost de gemeente € 500.000."),
        ("Drie gemeenten doen mee.", "Vijf gemeenten besloten om mee te doen aan het onderzoek naar water."),
        ("De wachttijd is negen weken.", "De norm voor de wachttijd is acht weken."),
        (
            "Het aantal banen steeg voor het eerst sinds 2020.",
            "De werkloosheid daalde voor het eerst sinds 2020.",
        ),
        (
            "Het aantal banen steeg voor het eerst sinds 2020.",
            "In 2021 was de eerste daling van banen sinds 2015.",
        ),
        ("Er kwam 2,1 kilometer fietspad bij.", "Het fietspad is 8,9 kilometer lang."),
        ("Wij bouwden 40 woningen, waarvan 12 in Ommen.", "In Ommen staan 18.000 woningen."),
        ("Het aantal jongeren daalde tot 1.241.", "Eind 2021 waren er 1.268 jongeren, 27 meer dan nu."),
        ("90% van de bezoekers is tevreden.", "Van de bezoekers komt 60% met de fiets."),
        (
            "De ondergrens is € 400.000.",
            "De ondergrens is € 400.000, en bij wegen is de ondergrens € 300.000.",
        ),
        ("Drie van de zes wijken liggen hoog.", "Twee van de zes wijken liggen laag."),
        ("Nu is 88% klaar, tegen 84% in 2021.", "Van de onderzoeken was 88% klaar; in 2021 was dat 84%."),
        (
            "De kosten zijn € 1,2 miljoen.",
            "De kosten zijn € 800.000 voor de weg en € 400.000 voor het fietspad.",
        ),
        (
            "De raad besluit in maart 2023 over de visie.",
            "De raad besluit in april 2023 over de visie op wonen.",
        ),
        ("De motie is aangenomen.", "Het amendement op de motie is niet aangenomen."),
        ("De brug is geopend.", "De brug is niet geopend voor vrachtverkeer."),
        ("De bouw is nog niet begonnen.", "De voorbereiding van de bouw is begonnen."),
        ("De visie is nog niet vastgesteld.", "De raad stelde het ontwerp van de visie vast."),
        ("De visie is nog niet vastgesteld.", "De raad stelde de agenda vast."),
        ("De visie is vastgesteld.", "Het plan is niet vastgesteld."),
        ("December 2024: evaluatie van de woondeal.", "De evaluatie van de woondeal begint in mei 2024."),
        ("In juni 2023 besluit de raad over de visie.", "Het college stelde de visie op 4 juli 2022 vast."),
        (
            "De raad stelde de visie in september 2022 vast.",
            "De raad stelde de visie op 26 september 2022 vast.",
        ),
    ],
)
def test_a_summary_that_may_be_right_is_left_alone(said: str, chapter: str) -> None:
    assert told(said, chapter) is None


def test_a_chapter_full_of_amounts_is_read_in_bounded_time() -> None:
    chapter = " ".join(f"€ {100 + 2 * one}.{100 + one}" for one in range(350))
    said = " ".join(f"€ {one}.000.217" for one in range(2, 22))
    begun = time.process_time()
    assert told(f"{said}.", f"{chapter}.") is None
    assert time.process_time() - begun < 2


HUB = "Hubs en deelfietsen Hub Noord"
OF_THE_HUB = (
    "De raad stelde op 25 september een krediet beschikbaar. De opdracht is op 4 november gegund voor € 598.000, "
    "en op 17 november begon de bouw. | De opening is op 3 maart 2023. De raad besprak op 12 oktober het krediet."
)


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("De bouw van de hub Noord is op 27 november begonnen.", "27 november / 17 november"),
        ("Op 27 november begon de bouw.", "27 november / 17 november"),
        ("De bouw begon op 27 november 2022.", "27 november 2022 / 17 november"),
        ("De opdracht is op 14 november gegund.", "14 november / 4 november"),
        ("Op 17 november begon de bouw.", None),
        ("De bouw van de hub Noord is op 17 november 2022 begonnen.", None),
        ("De opening is op 3 maart.", None),
        ("De raad besprak de hub op 3 december.", None),
        ("De bouw van de hub Zuid begon op 3 december.", None),
        ("De bouw van de stalling is op 3 december begonnen.", None),
        ("De bouw van de hub Noord eindigt op 30 mei.", None),
        ("De bouw is op 12 december gecontroleerd.", None),
        ("De voorbereiding van de bouw begon op 1 september.", None),
        ("Bewoners kregen op 20 november een brief over de bouw.", None),
    ],
)
def test_a_day_without_its_year_is_that_of_the_chapter(said: str, expected: str | None) -> None:
    assert told(said, OF_THE_HUB, HUB) == expected


@pytest.mark.parametrize(
    ("said", "chapter", "is_told"),
    [
        ("De regio sloot af met een nadeel van € 168.000.", "Er was een voordeel van € 168.000.", True),
        ("Het overschot was € 168.000.", "Het tekort is € 168.000.", True),
        ("De regio sloot af met een voordeel van € 168.000.", "Er was een voordeel van € 168.000.", False),
        ("Een nadeel van € 168.000.", "Een voordeel van € 186.000.", False),
        (
            "Een nadeel van € 168.000.",
            "Lasten: een nadeel van € 168.000. Baten: een voordeel van € 168.000.",
            False,
        ),
        ("Een nadeel van € 168.000.", "Er was geen voordeel van € 168.000.", False),
        ("Een nadeel van € 168.000.", "Eerder was een voordeel van € 168.000 verwacht.", False),
        ("Het kost € 168.000.", "Er was een voordeel van € 168.000.", False),
    ],
)
def test_a_loss_is_no_gain_of_the_same_amount(said: str, chapter: str, is_told: bool) -> None:
    texts = [Told(chapter, frozenset(), AT)]
    assert (other_side(Told(said, frozenset(), AT), texts) is not None) is is_told
