"""What is said to rise or fall does so by the numbers beside it."""

from __future__ import annotations

import pytest
from documents import META, paragraph
from word_files import STYLE

from rapportage.checks.reading.directions import contradicted
from rapportage.checks.subjects import Paper
from rapportage.document import Document


def told(words: str) -> list[str]:
    return [one.message for one in contradicted(Paper(Document(META, (paragraph(words),)), STYLE))]


@pytest.mark.parametrize(
    "words",
    [
        "De bijdrage van Noord daalt en die van Zuid stijgt: van € 12 naar € 10 en van € 9 naar € 11.",
        "De een daalde, de ander steeg: van 12 naar 10 en van 9 naar 11.",
        "Het aandeel daalde van 12 naar 10 en het aantal steeg van 9 naar 11.",
        "De wachttijd werd iets korter, van 12,6 naar 10,4 weken. De hulp duurt nu korter, van 4 tot 12 weken.",
        "De huur is hoger. Van 9 naar 5 gaat de bus. De wachttijd nam af van 12,6 weken in 2024 tot 11,2 weken in 2025.",
        "Het aandeel steeg licht, van 8% naar 9%. Het aantal halveerde, van 40 naar 20.",
        "Het aantal verdrievoudigde van 40 naar 122, en verviervoudigde bijna van 40 naar 152.",
        "De bouw stijgt van 1.290 naar 1.348.",
        "Het saldo daalt van € 500 naar €\xa0−250.",
        "De aanvragen stijgen van 151 eind mei 2021 naar 228.",
        "Het bedrag groeit van € 900.000 naar €\xa01,2\xa0miljoen.",
        "Zij gaat van 9 naar 5. Het stijgt. Van 9 naar 5.",
        "De bouw is van 500 naar 400 gedaald.",
        "Het aantal nam af van 500 naar 400, en de huur stijgt.",
        "Het aantal daalde: van 500 in juni naar 400.",
        "Het aantal verdubbelde van 500 naar 980.",
        "Het aantal is ruim verdubbeld van 500 naar 1.300.",
        "Het aantal halveerde van 500 naar 260.",
        "Het resultaat daalde van −20 naar −40.",
        "Het tekort steeg van −20 naar −40.",
        "De lasten stegen van −20 naar −40.",
        "Dat steeg van −20 naar −40.",
        "De bouw ging van 500 naar 400, een forse daling.",
        "Een daling van 500 naar 400.",
        "De groei ging van 9% naar 5%.",
        "De huur daalde van 2021 naar 2024.",
        "De bouw daalde van 2021 tot 2024 met 5%.",
        "Het aantal kinderen van 4 tot 12 jaar daalde.",
        "Daarmee daalde het aantal kinderen van 4 tot 12 jaar.",
        "De krimp is groot in bedrijven van 1 tot 10 medewerkers.",
        "De balie is van 9 tot 17 uur open; de drukte daalt van 9 tot 17 uur.",
        "De reistijd daalt niet van 5 naar 9 minuten.",
        "Het ging van 5 naar 9, terwijl de huur daalde.",
        "Na een daling is de bouw van 5 naar 9 gestegen.",
        "De wachttijd gaat van 5 naar 9 maanden, minder dan gedacht.",
        "De marge daalde van 2,5% naar −4,0%. De groei steeg van −0,6% naar −0,4%.",
        "Het tekort loopt op. Het steeg van 20 naar −5. De krimp nam toe van −0,4% naar −0,6%.",
        "De lasten daalden in het derde kwartaal van 2024 naar € 1.720. Zij daalden in mei van 2024 naar 440.",
    ],
)
def test_what_moves_as_its_numbers_do_is_right(words: str) -> None:
    assert told(words) == []


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (
            "De bijdrage van Noord daalt en die van Zuid stijgt: van € 12 naar € 10 en van € 9 naar € 7.",
            "'stijgt van € 9 naar € 7' klopt niet",
        ),
        (
            "De bijdrage van Noord daalt en die van Zuid stijgt: van € 12 naar € 14 en van € 9 naar € 11.",
            "'daalt van € 12 naar € 14' klopt niet",
        ),
        (
            "De wachttijd is korter geworden: van 10,4 naar 11,2 weken.",
            "'is korter geworden van 10,4 naar 11,2' klopt niet",
        ),
        (
            "De wachttijd werd langer, van 12,6 naar 10,4 weken.",
            "'werd langer van 12,6 naar 10,4' klopt niet",
        ),
        (
            "De wachttijd nam af van 10,4 weken in 2024 tot 11,2 weken in 2025.",
            "'nam af van 10,4 tot 11,2' klopt niet",
        ),
        ("Het aandeel daalde licht, van 8% naar 9%.", "'daalde van 8% naar 9%' klopt niet"),
        ("Het aantal halveerde, van 40 naar 31.", "'halveerde van 40 naar 31' klopt niet"),
        ("Het aantal verdrievoudigde van 40 naar 82.", "'verdrievoudigde van 40 naar 82' klopt niet"),
        (
            "De wachttijd ging van 12,6 weken in 2024 naar 10,4 weken in 2025. Dat is een stijging van 2,2 weken.",
            "'van 12,6 naar 10,4 … stijging' klopt niet",
        ),
        (
            "De wachttijd ging van 12,6 weken in 2024 naar 10,4 weken in 2025, een stijging.",
            "'van 12,6 naar 10,4 … stijging' klopt niet",
        ),
        ("Het aantal daalde: van 100 in juni naar 120.", "'daalde van 100 naar 120' klopt niet"),
        ("Het aantal verdubbelde van 100 naar 120.", "'verdubbelde van 100 naar 120' klopt niet"),
        ("Het aantal halveerde van 100 naar 80.", "'halveerde van 100 naar 80' klopt niet"),
        ("Het resultaat stijgt van −20 naar −40.", "'stijgt van −20 naar −40' klopt niet"),
        ("Het tekort daalde van −20 naar −40.", "'daalde van −20 naar −40' klopt niet"),
        ("De bouw stijgt van 1.348 naar 1.290.", "'stijgt van 1.348 naar 1.290' klopt niet"),
        ("Het aandeel daalde van 27,4% naar 30%.", "'daalde van 27,4% naar 30%' klopt niet"),
        ("De bouw steeg licht van 9 in 2021 naar 5.", "'steeg van 9 naar 5' klopt niet"),
        ("De banengroei stijgt van 0,3% naar −0,1%.", "'stijgt van 0,3% naar −0,1%' klopt niet"),
        ("De ruimte steeg van 20 naar −5.", "'steeg van 20 naar −5' klopt niet"),
        ("De temperatuur daalde van −4,0 naar 2,5.", "'daalde van −4,0 naar 2,5' klopt niet"),
        ("De groei daalde van −0,6% naar −0,4%.", "'daalde van −0,6% naar −0,4%' klopt niet"),
        ("De bouw steeg van 500 tot 400.", "'steeg van 500 tot 400' klopt niet"),
        ("De bouw is gestegen van 500 naar 400.", "'gestegen van 500 naar 400' klopt niet"),
        ("De bouw is van 500 naar 400 gestegen.", "'van 500 naar 400 … gestegen' klopt niet"),
        ("De bouw is van 500 naar 400 woningen gestegen.", "'van 500 naar 400 … gestegen' klopt niet"),
        ("De bouw nam toe van 500 naar 400.", "'nam toe van 500 naar 400' klopt niet"),
        ("De bouw nam af van 400 naar 500.", "'nam af van 400 naar 500' klopt niet"),
        ("De bouw nam van 400 naar 500 af.", "'van 400 naar 500 … af' klopt niet"),
        ("Een stijging van 500 naar 400.", "'stijging van 500 naar 400' klopt niet"),
        ("De huurdaling in 2024 van 400 naar 500.", "'huurdaling van 400 naar 500' klopt niet"),
        ("Het ging van 500 naar 400, een stijging.", "'van 500 naar 400 … stijging' klopt niet"),
        ("Het ging van 500 naar 400 (een lichte groei).", "'van 500 naar 400 … groei' klopt niet"),
        ("De bouw steeg van 500 naar 500.", "'steeg van 500 naar 500' klopt niet"),
    ],
)
def test_what_moves_against_its_numbers_is_told(words: str, message: str) -> None:
    assert told(words) == [message]


def test_the_next_sentence_calls_a_course_what_it_was() -> None:
    for wrong in (
        "Het aantal steeg van 69 naar 71. De daling zit vooral",
        "Het ging van 71 naar 69. Deze groei komt",
    ):
        assert told(f"{wrong} in Noord.")[-1].endswith("erachter kloppen niet met elkaar")
    right = (
        "Het aantal steeg van 69 naar 71. De stijging zit in Noord. Het daalde van 9 naar 5. De daling komt door de rente.",
        "Het ging van 69 naar 71. De daling van het aantal klachten zet door. De kosten daalden van 9 naar 5. Groei komt later.",
        "Het aantal steeg van 69 naar 71. De daling van vorig jaar is voorbij.",
        "Het tekort daalde van € −1,2 miljoen naar € −0,8 miljoen. De daling komt door de rente.",
    )
    assert [told(one) for one in right] == [[]] * len(right)
