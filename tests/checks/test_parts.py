"""Parts of which a sentence says that they are all are the whole together."""

from __future__ import annotations

import pytest
from documents import META, paragraph
from word_files import STYLE

from rapportage.checks.numbers.parts import miscounted
from rapportage.checks.subjects import Paper
from rapportage.document import Document


def told(words: str) -> list[str]:
    return [one.message for one in miscounted(Paper(Document(META, (paragraph(words),)), STYLE))]


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (
            "In 2024 gingen er 12 bezwaarschriften in; 8 daarvan zijn ongegrond verklaard en 3 gegrond.",
            "van 12 zijn hier 8 en 3 de delen, en die zijn samen 11",
        ),
        (
            "In 2024 waren er 14 calamiteiten, 6 in de eerste helft en 9 in de tweede.",
            "van 14 zijn hier 6 en 9 de delen, en die zijn samen 15",
        ),
        (
            "Van de 214 wachtenden wachten er 96 korter en 128 langer dan acht weken.",
            "van 214 zijn hier 96 en 128 de delen, en die zijn samen 224",
        ),
        (
            "Van de jeugdigen krijgt 71% ambulante hulp, 21% daghulp en de overige 18% verblijf.",
            "'overige 18%' is niet de rest: samen is het 110%",
        ),
        (
            "Van de 1.126 nieuwe aanvragen is 58% binnen acht weken afgehandeld en bij de overige 32% duurde het langer.",
            "van 100% zijn hier 58% en 32% de delen, en die zijn samen 90%",
        ),
        (
            "Van de 61 opgeleverde woningen zijn er 28 sociale huur, 15 middenhuur en 28 koop.",
            "van 61 zijn hier 28, 15 en 28 de delen, en die zijn samen 71",
        ),
        (
            "Er staan 62 ouderen op de lijst: 41 alleenstaanden en 31 echtparen.",
            "van 62 zijn hier 41 en 31 de delen, en die zijn samen 72",
        ),
        (
            "In het eerste halfjaar leverden bouwers 105 woningen op: 41 in het eerste en 61 in het tweede kwartaal.",
            "van 105 zijn hier 41 en 61 de delen, en die zijn samen 102",
        ),
        (
            "Op de kavels komen 12 vrijstaande woningen, 8 twee-onder-een-kapwoningen en 16 rijwoningen: 38 in totaal.",
            "'38 in totaal' klopt niet: 12 en 8 en 16 zijn samen 36",
        ),
        (
            "Van de 1.978 jeugdigen kregen er 1.402 ambulante hulp, 411 daghulp en 185 verblijf.",
            "van 1.978 zijn hier 1.402, 411 en 185 de delen, en die zijn samen 1.998",
        ),
        (
            "In mei wachten samen 214 jeugdigen: 96 in Hollerbroek, 71 in Plasdam en 57 in Veenoord.",
            "van 214 zijn hier 96, 71 en 57 de delen, en die zijn samen 224",
        ),
        (
            "Drie van de zeven aanbieders halen de norm, de andere vijf niet.",
            "van zeven zijn hier Drie en vijf de delen, en die zijn samen 8",
        ),
        (
            "Van de jeugdigen krijgt 58% hulp thuis en de overige 32% elders.",
            "'overige 32%' is niet de rest: samen is het 90%",
        ),
        (
            "Van de 40 woningen zijn er 12 koop en de overige 25 huur.",
            "van 40 zijn hier 12 en 25 de delen, en die zijn samen 37",
        ),
        (
            "Van 1.348 woningen zijn er 404 sociaal, 500 koop en de andere 440 vrij.",
            "van 1.348 zijn hier 404, 500 en 440 de delen, en die zijn samen 1.344",
        ),
        (
            "Van de 40 woningen is 30% koop en de overige 60% huur.",
            "van 100% zijn hier 30% en 60% de delen, en die zijn samen 90%",
        ),
        (
            "Er kwamen 12 koopwoningen en 25 huurwoningen, samen 40 woningen.",
            "'samen 40' klopt niet: 12 en 25 zijn samen 37",
        ),
        ("Er zijn 12 koop en 25 huur, samen 40.", "'samen 40' klopt niet: 12 en 25 zijn samen 37"),
        ("Er zijn 12 en 25, samen 40 woningen.", "'samen 40' klopt niet: 12 en 25 zijn samen 37"),
        (
            "Het gaat om 1,5 en 2,3, samen 4,8 hectare.",
            "'samen 4,8' klopt niet: 1,5 en 2,3 zijn samen 3,8",
        ),
        (
            "Er zijn 12 koopwoningen en 18 huurwoningen, samen goed voor 40 woningen.",
            "'samen goed voor 40' klopt niet: 12 en 18 zijn samen 30",
        ),
        ("Er zijn 12 koop en 18 huur, in totaal 40.", "'in totaal 40' klopt niet: 12 en 18 zijn samen 30"),
        (
            "De posten zijn € 12 en € 18, bij elkaar € 40.",
            "'bij elkaar € 40' klopt niet: € 12 en € 18 zijn samen €\xa030",
        ),
        ("Dat is opgeteld 40 (12 en 18).", "'opgeteld 40' klopt niet: 12 en 18 zijn samen 30"),
        (
            "Er kwamen in totaal 40 woningen (12 koop, 5 duur en 18 huur).",
            "'in totaal 40' klopt niet: 12 en 5 en 18 zijn samen 35",
        ),
        (
            "Zij tellen 12, 18 en 5 leden, gezamenlijk 40 leden.",
            "'gezamenlijk 40' klopt niet: 12 en 18 en 5 zijn samen 35",
        ),
    ],
)
def test_parts_that_are_not_the_whole_are_told(words: str, message: str) -> None:
    assert told(words) == [message]


@pytest.mark.parametrize(
    "words",
    [
        "In 2024 gingen er 12 bezwaarschriften in; 8 daarvan zijn ongegrond verklaard en 3 gegrond, en 1 is ingetrokken.",
        "In 2024 waren er 14 calamiteiten, 5 in de eerste helft en 9 in de tweede.",
        "Van de 214 wachtenden wachten er 96 korter en 118 langer dan acht weken.",
        "In 2024 gingen er 12 bezwaarschriften in; 9 daarvan zijn ongegrond verklaard en 3 gegrond.",
        "Van de jeugdigen krijgt 71% ambulante hulp, 21% daghulp en de overige 8% verblijf.",
        "Het wijkteam heeft 52 medewerkers, van wie 41 vrouw en 11 man. De 40 klassen doen mee, 12 voor en 30 na de zomer.",
        "Van de 1.126 nieuwe aanvragen is 58% binnen acht weken afgehandeld en bij de overige 42% duurde het langer.",
        "Van de 61 opgeleverde woningen zijn er 18 sociale huur, 15 middenhuur en 28 koop.",
        "Van de 100 aanvragen zijn er 60 toegekend, 20 afgewezen en 15 ingetrokken.",
        "Van de 61 woningen zijn er 40 sociaal, 45 gasloos en 50 nultreden.",
        "Er staan 72 ouderen op de lijst: 41 alleenstaanden en 31 samenwonenden.",
        "Er zijn 3 teams: 12 mensen in Noord en 8 in Zuid.",
        "In mei wachten samen 214 jeugdigen: 96 in Hollerbroek, 71 in Plasdam en 47 in Veenoord.",
        "Drie van de zeven aanbieders halen de norm, de andere vier niet.",
        "Twee van de vijf plannen lopen vertraging op: De Terp (zes maanden) en Stationskade (een jaar).",
        "Van de jeugdigen krijgt 58% hulp thuis en de overige 42% elders.",
        "De huur steeg met 5%; de overige 95% van de kosten bleef gelijk, en 3% is nieuw.",
        "Van de 40 plannen zijn er 12 koop en 18 huur, 30 in totaal.",
        "Wij kregen 61 vragen, vooral over wonen: 28 over huur, 15 over koop en 10 over zorg.",
        "Er werken 40 mensen: 12 in Noord, 8 in Zuid en 20 in het stadhuis.",
        "De raad stemde: 12 voor en 15 tegen. Vier van de andere vijf gemeenten doen mee.",
        "Van de 40 woningen zijn er 12 koop en de overige 28 huur.",
        "Van de 40 woningen zijn er 12 koop, in 3 kernen, en de overige 28 huur.",
        "Van de 40 woningen zijn er 12 koop en 25 huur.",
        "Van de 40 woningen zijn er 12 koop en 35 nieuw.",
        "Van 1.348 woningen zijn er 404 sociaal, 500 koop en de andere 444 vrij.",
        "Van de 40 woningen is 30% koop en de overige 70% huur.",
        "Van de 40 woningen is 30% koop en de overige 28 zijn huur.",
        "Van de 40 woningen is ruim 30% koop en de overige 60% huur.",
        "Van de drie gemeenten doen er 2 mee; de andere 5 doen dat niet.",
        "Op 12 mei en 14 juni kwamen samen 40 mensen.",
        "De 5 scholen en 2 clubs brengen samen 300 kinderen.",
        "De 12 gemeenten en 3 provincies tekenden, samen 40 handtekeningen.",
        "Er kwamen 12 koopwoningen en 25 huurwoningen, samen 37 woningen.",
        "Er kwamen 12 koopwoningen en 25 huurwoningen, samen goed voor € 40.",
        "De 5 opgaven en 2 thema's kosten samen € 300.",
        "In 2023 en 2024 bouwden wij samen 40 woningen.",
        "Het Rijk geeft € 500 en de provincie € 250, samen € 750.",
        "Wij werken samen. 12 woningen en 3 scholen zijn klaar.",
        "Wij werken samen 3 dagen per week.",
        "Met 12 gemeenten werken wij samen 4 plannen uit.",
        "De wijk telt 100 woningen, 3 winkels en 2 scholen: samen 105 adressen.",
        "Zij bouwen samen 40 woningen, 12 koop en 28 huur.",
        "Van de 4 opgaven loopt 1 voor; de andere 3 zijn op schema.",
        "Van de 22 gemeenten namen er 20 deel, en de overige 2 volgden later, in 2024.",
        "Van de 100 punten gaan er 60 naar prijs en de overige 40 naar kwaliteit, met 5 extra.",
        "Zie tabel 3 en figuur 4, samen 2 bladzijden.",
        "Zie tabel 3 en 4, samen 2 bladzijden.",
        "De kosten zijn € 1,5 miljoen en € 500.000, samen € 2 miljoen.",
        "Het gaat om 1,5 en 2,3, samen 3,8 hectare; het gaat om 1,25 en 2,31 hectare, samen 3,57 hectare.",
        "De bruggen kosten € 1,2 en € 0,8 miljoen, samen € 2,0 miljoen; 12 en 0,5 miljoen, samen 12,5 miljoen.",
        "In 3 kernen kwamen 12 koopwoningen en 18 huurwoningen, samen 30 woningen.",
        "Er zijn 12 koopwoningen en 18 huurwoningen, samen goed voor 30 woningen.",
        "Er zijn 12 koop en 18 huur, in totaal 30.",
        "Er zijn 12 koop en 18 huur, in totaal 60 sinds 2019.",
        "Er kwamen 12 klachten en 18 vragen, in totaal 40 meldingen.",
        "Vorig jaar waren het er 12 en 18, in totaal 60 tot nu toe.",
        "In totaal 60 woningen zijn gepland, waarvan 12 koop en 18 huur.",
        "Er kwamen in totaal 40 woningen (12 koop en 28 huur), in 2023 en 2024 in totaal 40 (12 en 28).",
        "Er kwamen in totaal 40 woningen (12 in 2023 en 28 in 2024).",
        "Er kwamen in totaal 40 woningen (bijlage 12 en 18), in totaal 40 woningen (12 juni en 18 juli).",
        "Wij spraken 12 raden en 18 colleges, bij elkaar in 40 dagen.",
        "De € 12 en de € 18 zijn opgeteld € 30. Van 12 tot 18, bij elkaar 7 dagen.",
        "De gemeente draagt € 12 bij en de provincie € 18, in totaal kost het € 60.",
        "Per week zijn er 12 en 18 uur, in totaal 120 uur per maand.",
    ],
)
def test_parts_that_are_the_whole_or_not_all_of_it_are_right(words: str) -> None:
    assert told(words) == []
