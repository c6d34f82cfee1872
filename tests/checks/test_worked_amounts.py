"""What a paragraph works out from its amounts follows from them."""

from __future__ import annotations

import pytest
from documents import META, text
from word_files import STYLE

from rapportage.checks.decisions.worked_amounts import miscounted
from rapportage.checks.subjects import Paper
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
        ("Bij jeugd is het tekort € 700.000, bij de Wmo is er € 200.000 over, dus samen is het tekort € 900.000.", "'€ 900.000' volgt niet uit € 700.000 en € 200.000: dat is € 500.000"),
        ("Het sociaal domein valt € 1.160.000 hoger uit. Daarvan komt € 1.490.000 door de jeugdhulp.", "'€ 1.490.000' is meer dan het geheel waarvan het een deel is: € 1.160.000"),
        ("Wij verleenden voor € 2.915.000 aan subsidies. Daarvan is € 2.186.000 uitbetaald, 57%.", "'57%' klopt niet: € 2.186.000 is 75% van € 2.915.000"),
        ("De begroting is € 1.510.000. Daarvan is € 667.500 besteed (42,4%).", "'42,4%' klopt niet: € 667.500 is 44,2% van € 1.510.000"),
        ("Van de beschikbare kredieten van € 14.210.000 is € 6.035.000 besteed, dat is 24%.", "'24%' klopt niet: € 6.035.000 is 42% van € 14.210.000"),
        ("Voor de risico's is € 7.280.000 nodig. Beschikbaar is € 11.650.000. De ratio is 1,9.", "hier staat een ratio van 1,9, en € 11.650.000 gedeeld door € 7.280.000 is 1,6"),
        ("Voor de risico's is € 7.280.000 nodig. Beschikbaar is € 0. De ratio is 1,9.", "hier staat een ratio van 1,9, en € 0 gedeeld door € 7.280.000 is 0,0"),
        ("Wij verleenden voor € 2.915.000 aan subsidies. Daarvan is € 0 uitbetaald, 57%.", "'57%' klopt niet: € 0 is 0% van € 2.915.000"),
    ],
)  # fmt: skip
def test_what_does_not_follow_is_told(words: str, message: str) -> None:
    assert told(words) == [message]


@pytest.mark.parametrize(
    "words",
    [
        "De algemene reserve is € 11.650.000. Na de onttrekking van € 400.000 resteert € 11.250.000.",
        "Bij jeugd is het tekort € 700.000, bij de Wmo is er € 200.000 over, samen een tekort van € 0,5 miljoen.",
        "Bij jeugd is het tekort € 700.000, bij toegang is het tekort € 50.000, samen € 750.000.",
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
        "Er is € 7.280.000 nodig. Beschikbaar is € 0. De ratio is 0,0.",
        "Wij verleenden voor € 2.915.000 aan subsidies. Daarvan is € 0 uitbetaald, 0%.",
        "De subsidie is € 10.000. Daarvan gaat € 12.000 per jaar naar de club.",
    ],
)
def test_what_follows_or_is_of_something_else_is_right(words: str) -> None:
    assert told(words) == []


ROUTES = "De regio wil 42 kilometer doorfietsroutes. Daarvan ligt er nu 18,6 kilometer"


@pytest.mark.parametrize(
    ("words", "message"),
    [
        ("Rijnvoorde betaalt € 239.540 van de € 858.400 (29,7%).", "'29,7%' klopt niet: € 239.540 is 27,9% van € 858.400"),
        ("Het gaat om € 25.000 van de € 85.000 (39%).", "'39%' klopt niet: € 25.000 is 29% van € 85.000"),
        ("De kapitaallasten zijn € 61.000 per jaar (€ 400.000 in 25 jaar).", "'€ 61.000' per jaar klopt niet: € 400.000 in 25 jaar is € 16.000 per jaar"),
        ("De kapitaallasten zijn € 16.000 per jaar (€ 400.000 in 20 jaar).", "'€ 16.000' per jaar klopt niet: € 400.000 in 20 jaar is € 20.000 per jaar"),
        ("Van de onttrekking van € 900.000 ging € 500.000 naar de wegen en € 300.000 naar de jeugdhulp.", "€ 500.000 en € 300.000 zijn samen € 800.000, en geen € 900.000"),
        (f"{ROUTES}, 34,3%.", "'34,3%' klopt niet: 18,6 is 44,3% van 42"),
        (f"{ROUTES} (34,3%).", "'34,3%' klopt niet: 18,6 is 44,3% van 42"),
        (f"{ROUTES.replace('18,6', '0')}, 34,3%.", "'34,3%' klopt niet: 0 is 0,0% van 42"),
        (f"{ROUTES}, 44,3%. Er moet nog 32,4 kilometer komen.", "'32,4' volgt niet uit 42 en 18,6: dat is 23,4"),
        ("Sinds begin 2023 zijn er 846 woningen gebouwd (35,3%). Om op schema te liggen hadden het er 900 moeten zijn: de regio ligt 45 woningen achter.", "'45' volgt niet uit 846 en 900: dat is 54"),
        ("Er ligt nu 18,6 kilometer. Met dit deel komt daar 3,8 kilometer bij, zodat er 24,2 kilometer ligt.", "'24,2' volgt niet uit 18,6 en 3,8: samen is dat 22,4"),
        ("Drie achtste van 2.400 is 800.", "'800' klopt niet: drie achtste van 2.400 is 900"),
    ],
)  # fmt: skip
def test_what_one_sentence_or_its_counts_work_out_is_told(words: str, message: str) -> None:
    assert told(words) == [message]


@pytest.mark.parametrize(
    "words",
    [
        "Rijnvoorde betaalt € 239.540 van de € 858.400 (27,9%).",
        "Rijnvoorde betaalt ruim € 239.540 van de € 858.400 (28%).",
        "De kapitaallasten zijn € 16.000 per jaar (€ 400.000 in 25 jaar).",
        "De kapitaallasten zijn € 26.000 per jaar (€ 400.000 in 25 jaar), inclusief rente.",
        "De afschrijving is € 17.000 per jaar (€ 400.000 in 24 jaar).",
        "Van de onttrekking van € 900.000 ging € 500.000 naar de wegen en € 400.000 naar de jeugdhulp.",
        "Van de onttrekking van € 900.000 ging € 500.000 naar de wegen en € 300.000 naar de jeugdhulp. De rest blijft over.",
        "Van de onttrekking van € 900.000 ging ruim € 500.000 naar de wegen en € 300.000 naar de jeugdhulp.",
        f"{ROUTES}, 44,3%. Er moet nog 23,4 kilometer komen.",
        f"{ROUTES}, 44%. Er moet nog 23 kilometer komen.",
        f"{ROUTES}, 44,3%. Er moet nog 12 kilometer asfalt komen.",
        f"{ROUTES}, waarvan 34,3% van asfalt.",
        "In 2025 zijn 42 kilometer en 12 kilometer aangelegd. Daarvan ligt er 18,6 kilometer in Zwolle, 34,3%.",
        "Er kwamen 42 aanvragen. Daarvan zijn er 18 woningen verbouwd, 34%.",
        "Er ligt nu 18,6 kilometer. Met dit deel komt daar 3,8 kilometer bij, zodat er 22,4 kilometer ligt.",
        "Er ligt 18,6 kilometer. Er komt daar 4 kilometer bij, zodat er ruim 22 kilometer ligt.",
        "Er zijn 846 woningen gebouwd. Om op schema te liggen hadden het er 900 moeten zijn: de regio ligt 54 woningen achter.",
        "Er zijn 846 woningen gebouwd in 12 gemeenten. Het hadden er 900 moeten zijn: de regio ligt 45 woningen achter.",
        "Er zijn 846 woningen gebouwd. Het hadden er 900 moeten zijn. Zwolle ligt 12 woningen achter.",
        "Drie achtste van 2.400 is 900.",
        "Een derde van 100 is 33.",
    ],
)
def test_what_one_sentence_works_out_rightly_is_silent(words: str) -> None:
    assert told(words) == []
