"""What a paragraph works out from its amounts follows from them."""

from __future__ import annotations

import pytest
from documents import META, text
from word_files import STYLE

from rapportage.checks.subjects import Paper
from rapportage.checks.worked_amounts import miscounted
from rapportage.document import Document, Paragraph


def told(words: str) -> list[str]:
    paper = Paper(Document(META, (Paragraph(text(words)),)), STYLE)
    return [one.message.replace("\u00a0", " ") for one in miscounted(paper)]


@pytest.mark.parametrize(
    ("words", "message"),
    [
        ("De algemene reserve is op 30 september € 11.650.000. Na de onttrekking van € 400.000 resteert € 11.520.000.", "'€ 11.520.000' volgt niet uit € 11.650.000 en € 400.000: dat is € 11.250.000"),
        ("Van de algemene reserve van € 11.650.000 resteert na de onttrekking van € 400.000 nog € 12.250.000.", "'€ 12.250.000' volgt niet uit € 11.650.000 en € 400.000: dat is € 11.250.000"),
        ("Het budget is € 500.000, en hiervoor is € 200.000 uitgegeven. Er blijft € 200.000 over.", "'€ 200.000' volgt niet uit € 500.000 en € 200.000: dat is € 300.000"),
        ("De laagste inschrijving was € 3.840.000, en het krediet is € 3.200.000. Er is dus € 460.000 te weinig.", "'€ 460.000' volgt niet uit € 3.840.000 en € 3.200.000: dat is € 640.000"),
        ("De laagste inschrijving was € 3.840.000, en het krediet is € 3.200.000. Dat geeft een tekort van € 460.000.", "'€ 460.000' volgt niet uit € 3.840.000 en € 3.200.000: dat is € 640.000"),
        ("Wij verwachten een nadelig resultaat van € 370.000, en begroot was een voordelig resultaat van € 60.000. Dat is een verslechtering van € 340.000.", "'€ 340.000' volgt niet uit € 370.000 en € 60.000: dat is € 430.000"),
        ("De lasten komen € 820.000 hoger uit dan begroot, de baten € 390.000. Het saldo verslechtert daardoor met € 340.000.", "'€ 340.000' volgt niet uit € 820.000 en € 390.000: dat is € 430.000"),
        ("Het sociaal domein valt € 1.160.000 hoger uit. Daarvan komt € 1.490.000 door de jeugdhulp.", "'€ 1.490.000' is meer dan het geheel waarvan het een deel is: € 1.160.000"),
        ("Wij verleenden voor € 2.915.000 aan subsidies. Daarvan is € 2.186.000 uitbetaald, 57%.", "'57%' klopt niet: € 2.186.000 is 75% van € 2.915.000"),
        ("De begroting is € 1.510.000. Daarvan is € 667.500 besteed (42,4%).", "'42,4%' klopt niet: € 667.500 is 44,2% van € 1.510.000"),
        ("Van de beschikbare kredieten van € 14.210.000 is € 6.035.000 besteed, dat is 24%.", "'24%' klopt niet: € 6.035.000 is 42% van € 14.210.000"),
        ("Voor de risico's is € 7.280.000 nodig. Beschikbaar is € 11.650.000. De ratio is 1,9.", "hier staat een ratio van 1,9, en € 11.650.000 gedeeld door € 7.280.000 is 1,6"),
    ],
)  # fmt: skip
def test_what_does_not_follow_is_told(words: str, message: str) -> None:
    assert told(words) == [message]


@pytest.mark.parametrize(
    "words",
    [
        "De algemene reserve is € 11.650.000. Na de onttrekking van € 400.000 resteert € 11.250.000.",
        "De reserve is € 11.650.000. Na de onttrekking van € 400.000 resteert ruim € 11 miljoen.",
        "Er is € 12.000 nodig voor de school en € 8.000 voor de sporthal. Er blijft € 2.000 over.",
        "In mei is € 12.000 besteed en in juni is € 8.000 besteed. Er blijft € 2.000 over.",
        "Van het budget van € 500.000 is € 200.000 besteed en € 100.000 verplicht. Er blijft € 200.000 over.",
        "Na de onttrekking van € 400.000 blijft de reserve boven de ondergrens van € 8 miljoen.",
        "Het krediet is € 3.200.000. Er is dus € 640.000 te weinig. Dat geeft een tekort van € 640.000.",
        "Voor de school kost het € 300.000, en voor de hal € 150.000. Daarmee is er een tekort van € 20.000.",
        "De kosten zijn € 3,8 miljoen, het budget is € 3.200.000. Er is dus een tekort van € 640.000.",
        "Een nadelig resultaat van € 370.000, na een nadelig resultaat van € 60.000. Dat is een verslechtering van € 310.000.",
        "De lasten zijn € 820.000 hoger, de baten € 390.000 lager. Het saldo verslechtert daardoor met € 1.210.000.",
        "De lasten zijn € 820.000 hoger. Het saldo verslechtert daardoor met € 430.000.",
        "Het sociaal domein valt € 1.160.000 hoger uit. Daarvan komt € 940.000 door de jeugdhulp, vooral in mei.",
        "Er kwam € 500.000 binnen en er ging € 300.000 uit. Daarvan is € 400.000 van het Rijk.",
        "Wij verleenden voor € 2.915.000. Daarvan is € 2.186.000 uitbetaald, 75%. Daarvan is ruim € 2 miljoen uitbetaald, 69%.",
        "De begroting is € 1,5 miljoen. Daarvan is € 667.500 besteed (44,2%).",
        "Van de kredieten van € 14.210.000 is € 6.035.000 besteed, 12% meer dan in 2024.",
        "Er is € 7.280.000 nodig. Beschikbaar is € 11.650.000. De ratio is 1,6, en de norm 1,4.",
        "De ratio is 1,9, en er is € 500 nodig.",
        "De subsidie is € 10.000. Daarvan gaat € 12.000 per jaar naar de club.",
    ],
)
def test_what_follows_or_is_of_something_else_is_right(words: str) -> None:
    assert told(words) == []
