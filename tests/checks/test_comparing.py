"""What a sentence calls more, less or equal is so by the numbers beside it."""

from __future__ import annotations

import pytest
from documents import META, paragraph
from word_files import STYLE

from rapportage.checks.numbers import comparisons, equals
from rapportage.checks.subjects import Paper
from rapportage.document import Document


def told(words: str) -> list[str]:
    paper = Paper(Document(META, (paragraph(words),)), STYLE)
    return [one.message for rule in (comparisons, equals) for one in rule.contradicted(paper)]


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (
            "Met 10,4 weken ligt de wachttijd onder de norm van acht weken.",
            "'onder' klopt niet bij 10,4 en acht",
        ),
        (
            "De wachttijd is met 10,4 weken korter dan de norm van 8 weken.",
            "'korter dan' klopt niet bij 10,4 en 8",
        ),
        (
            "De wachttijd van 10,4 weken is korter dan de norm van acht weken.",
            "'korter dan' klopt niet bij 10,4 en acht",
        ),
        (
            "De kosten liggen met € 230 per inwoner onder het regiogemiddelde van € 216.",
            "'onder' klopt niet bij € 230 en € 216",
        ),
        (
            "De wachttijd (10,4 weken) is langer dan vorig jaar (12,6 weken).",
            "'langer dan' klopt niet bij 10,4 en 12,6",
        ),
        (
            "De wachttijd is met 10,4 weken langer dan de 12,6 weken van vorig jaar.",
            "'langer dan' klopt niet bij 10,4 en 12,6",
        ),
        (
            "De wachttijd (10,4 weken) is hoger dan vorig jaar (12,6 weken).",
            "'hoger dan' klopt niet bij 10,4 en 12,6",
        ),
        (
            "Een traject is met € 4.940 duurder dan een jaar eerder (€ 4.990).",
            "'duurder dan' klopt niet bij € 4.940 en € 4.990",
        ),
        (
            "Een traject (€ 4.940) is duurder dan een jaar eerder (€ 4.990).",
            "'duurder dan' klopt niet bij € 4.940 en € 4.990",
        ),
        (
            "Het verzuim was met 7,8% lager dan de 6,6% van vorig jaar.",
            "'lager dan' klopt niet bij 7,8% en 6,6%",
        ),
        ("Met 10,4 weken ligt de wachttijd onder de norm van 8 weken.", "'onder' klopt niet bij 10,4 en 8"),
        ("De wachttijd ligt met 10,4 weken onder de norm van 8 weken.", "'onder' klopt niet bij 10,4 en 8"),
        (
            "De wachttijd is langer dan toen (10,4 weken tegen 12,6 weken).",
            "'langer dan' klopt niet bij 10,4 en 12,6",
        ),
        ("Met 6% blijft het verzuim boven de norm van 8%.", "'boven' klopt niet bij 6% en 8%"),
        (
            "De baten (€ 1.200) overtreffen de lasten (€ 1.500).",
            "'overtreffen' klopt niet bij € 1.200 en € 1.500",
        ),
        ("De baten overtroffen de lasten (€ 12 tegen € 15).", "'overtroffen' klopt niet bij € 12 en € 15"),
        ("De lasten (12) overschrijden het budget (15).", "'overschrijden' klopt niet bij 12 en 15"),
        ("Het verzuim (5,2%) ligt onder de norm (4,9%).", "'ligt onder' klopt niet bij 5,2% en 4,9%"),
        ("Het verzuim (4,2%) ligt ook boven de norm (4,9%).", "'ligt ook boven' klopt niet bij 4,2% en 4,9%"),
        ("De bouw (15) blijft achter bij het plan (12).", "'blijft achter bij' klopt niet bij 15 en 12"),
        ("De aantallen bleven op peil (12 tegen 15).", "'op peil' klopt niet bij 12 en 15"),
        ("Het aantal bleef gelijk (12 tegen 15).", "'gelijk' klopt niet bij 12 en 15"),
        ("Het aantal is gelijk aan vorig jaar (12 tegen 15).", "'gelijk' klopt niet bij 12 en 15"),
        ("Het aantal bleef stabiel: 120 tegen 150.", "'stabiel' klopt niet bij 120 en 150"),
        ("Het bleef vrijwel gelijk (120 tegen 150).", "'gelijk' klopt niet bij 120 en 150"),
        ("Er zijn net zo veel (12) als vorig jaar (15).", "'net zo veel' klopt niet bij 12 en 15"),
        ("Er zijn evenveel woningen (12) als in 2023 (15).", "'evenveel' klopt niet bij 12 en 15"),
        ("Er zijn even veel woningen als vorig jaar (12 tegen 15).", "'even veel' klopt niet bij 12 en 15"),
        ("De baten (12) zijn even hoog als de lasten (15).", "'even hoog' klopt niet bij 12 en 15"),
        ("Er zijn ongeveer evenveel (12) als vorig jaar (18).", "'evenveel' klopt niet bij 12 en 18"),
        (
            "Er zijn twee keer zo veel (24) als vorig jaar (15).",
            "'twee keer zo veel' klopt niet bij 24 en 15",
        ),
        ("Er zijn dubbel zo veel als vorig jaar (24 tegen 15).", "'dubbel zo veel' klopt niet bij 24 en 15"),
        (
            "De baten (24) zijn drie keer zo hoog als toen (15).",
            "'drie keer zo hoog' klopt niet bij 24 en 15",
        ),
        (
            "Er zijn ruim twee keer zo veel (24) als vorig jaar (15).",
            "'twee keer zo veel' klopt niet bij 24 en 15",
        ),
        (
            "De bouw is bijna twee keer zo hoog als toen (34 tegen 15).",
            "'twee keer zo hoog' klopt niet bij 34 en 15",
        ),
        ("Er zijn half zo veel (14) als vorig jaar (15).", "'half zo veel' klopt niet bij 14 en 15"),
    ],
)
def test_a_comparison_against_its_numbers_is_told(words: str, message: str) -> None:
    assert told(words) == [message]


@pytest.mark.parametrize(
    "words",
    [
        "Met 6,4 weken ligt de wachttijd onder de norm van acht weken.",
        "De wachttijd is met 2,4 weken langer dan de norm van 8 weken.",
        "De wachttijd van 7,4 weken is korter dan de norm van acht weken.",
        "De kosten liggen met € 203 per inwoner onder het regiogemiddelde van € 216.",
        "Met 12 leden ligt de fractie onder de norm van het presidium.",
        "De wachttijd (12,6 weken) is langer dan vorig jaar (10,4 weken).",
        "De wachttijd (8 weken) is langer dan de behandeling (2 maanden).",
        "De huur is met 20 hoger dan de 150 van vorig jaar.",
        "De huur is met 5% hoger dan de 12% van toen.",
        "De wachttijd ligt met 2,4 weken boven de norm van 8 weken.",
        "De wachttijd ligt met 10,4 weken nog altijd ruim twee weken boven de norm.",
        "Met 6% blijft het verzuim onder de norm van 8%.",
        "Met 12 woningen komt het plan boven de eis van 10 woningen.",
        "Een traject is met € 5.040 duurder dan een jaar eerder (€ 4.990).",
        "De bijeenkomst (12 mei) was langer dan die van vorig jaar (15 mei).",
        "Met 6 stemmen voor zit de fractie onder de vijf.",
        "Het dak (30 jaar) is kleiner dan de muur (20 meter).",
        "Met 3 fte extra komt het team boven de formatie van 42 fte.",
        "De baten (€ 1.500) overtreffen de lasten (€ 1.200).",
        "De baten (€ 1.200) overtreffen de lasten niet (€ 1.500).",
        "De lasten (15) overschrijden het budget (12), en die liggen onder de raming (18).",
        "Het verzuim (4,9%) ligt onder de norm (5,2%), dat van toen lag daarboven (5,4%).",
        "De kosten (12) liggen onder de helft van het budget (15).",
        "De kosten (€ -12) overtreffen die van toen (€ -10).",
        "De aantallen bleven op peil (15 tegen 12). Het aantal bleef stabiel (98 tegen 100).",
        "Het aantal bleef gelijk (12 tegen 12). Het bleef vrijwel gelijk (118 tegen 121).",
        "Het aantal bleef niet gelijk (12 tegen 15). Het aandeel bleef gelijk (30% tegen 30,2%).",
        "De stand bleef gelijk bij de stemming (12 tegen 15 stemmen).",
        "De motie is aangenomen (12 tegen 15). De stemming is 12 tegen 12.",
        "Er zijn net zo veel (15) als vorig jaar (15), en bijna net zo veel (12) als in 2022 (13).",
        "Er zijn niet even veel (12) als vorig jaar (15). Er zijn lang niet zo veel (12) als toen (15).",
        "Er zijn ongeveer evenveel (12) als vorig jaar (13).",
        "Er zijn evenveel woningen (12) als het aandeel van de wijk (15%).",
        "Er zijn twee keer zo veel (29) als vorig jaar (15), ruim drie keer zo veel (50) als toen (15).",
        "Er zijn bijna twee keer zo veel (27) als vorig jaar (15), meer dan twee keer zo veel (90) als toen (15).",
        "Er zijn anderhalf keer zo veel (30) als vorig jaar (20), half zo veel (7) als toen (15).",
        "Twee keer zo veel (24) als verwacht (15).",
        "Wij willen niet twee keer zo veel (24) als vorig jaar (15).",
    ],
)
def test_a_comparison_that_may_be_right_passes(words: str) -> None:
    assert told(words) == []
