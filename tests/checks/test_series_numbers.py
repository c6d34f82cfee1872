"""A typed number in a sentence about one series and one time is what that series had then."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from rapportage.build.check import check
from rapportage.errors import Problem
from rapportage.periode import parse_periode
from rapportage.workspace import Workspace

SERIES = """
indicatoren:
  - id: vergund
    naam: Vergunde huizen
    eenheid: huizen
    soort: stroom
    bron: Telling
    waarden:
      - {periode: 2022-H1, waarde: 99}
      - {periode: 2022-H2, waarde: 119}
      - {periode: 2023-H1, waarde: 47}
      - {periode: 2023-H2, waarde: 71}
      - {periode: 2024-H1, waarde: 49}
  - id: aandeel
    naam: Aandeel nultredenhuizen
    eenheid: "%"
    decimalen: 1
    bron: Telling
    waarden:
      - {periode: 2023-H1, waarde: 28.0}
      - {periode: 2023-H2, waarde: 28.2}
      - {periode: 2024-H1, waarde: 28.9}
  - id: doorlooptijd
    naam: Gemiddelde doorlooptijd van aanvragen
    eenheid: weken
    decimalen: 1
    bron: Telling
    waarden:
      - {periode: 2023-H1, waarde: 11.2}
      - {periode: 2023-H2, waarde: 12.6}
      - {periode: 2024-H1, waarde: 10.4}
"""
SERIES += """
  - id: banen
    naam: Banen
    eenheid: banen
    bron: Telling
    waarden:
      - {periode: 2023-H2, waarde: 61890}
      - {periode: 2024-H1, waarde: 62350}
  - id: reizigers
    naam: Reizigers op lijn R5
    eenheid: reizigers
    bron: Telling
    waarden:
      - {periode: 2023-H2, waarde: 436000}
      - {periode: 2024-H1, waarde: 471000}
"""
SERIES += """
  - id: ww
    naam: Bijstandsuitkeringen in Voorbeeldstad
    eenheid: uitkeringen
    soort: stand
    bron: Telling
    waarden:
      - {periode: 2023-H1, waarde: 238}
      - {periode: 2023-H2, waarde: 214}
      - {periode: 2024-H1, waarde: 198}
  - id: vacatures
    naam: Openstaande vacatures in Voorbeeldstad
    eenheid: vacatures
    soort: stand
    bron: Telling
    waarden:
      - {periode: 2023-H1, waarde: 480}
      - {periode: 2023-H2, waarde: 505}
      - {periode: 2024-H1, waarde: 470}
  - id: bomen
    naam: Geplante bomen in Regio Voorbeeld
    eenheid: bomen
    soort: stroom
    bron: Telling
    waarden:
      - {periode: 2023-H2, waarde: 2400}
      - {periode: 2024-H1, waarde: 5150}
  - id: voorraad
    naam: Uitgeefbare bedrijfsgrond
    eenheid: hectare
    decimalen: 1
    soort: stand
    bron: Telling
    waarden:
      - {periode: 2023-H1, waarde: 23.3}
      - {periode: 2023-H2, waarde: 20.7}
      - {periode: 2024-H1, waarde: 17.3}
"""
SERIES += """
  - id: plannen
    naam: Woningen in harde plannen
    eenheid: woningen
    soort: stand
    bron: Telling
    waarden:
      - {periode: 2023-H2, waarde: 2460}
      - {periode: 2024-H1, waarde: 2685}
"""
OF_NOW = "en in 2024-H1 was het 49"
WRONG = {
    "Er waren 417.000 reizigers op lijn R5.": "hier staat 417.000 bij 'Reizigers op lijn R5', en in 2024-H1 was het 471.000",
    "Het aantal reizigers op lijn R5 was 417.000.": "hier staat 417.000 bij 'Reizigers op lijn R5', en in 2024-H1 was het 471.000",
    "De doorlooptijd is met 12,6 weken nog te lang.": "hier staat 12,6 bij 'Gemiddelde doorlooptijd van aanvragen', en in 2024-H1 was het 10,4",
    "In het tweede halfjaar van 2023 zijn 75 huizen vergund.": "hier staat 75 bij 'Vergunde huizen', en in 2023-H2 was het 71",
    "In het tweede halfjaar zijn 75 huizen vergund.": "hier staat 75 bij 'Vergunde huizen', en in 2023-H2 was het 71",
    "In heel 2022 zijn 281 huizen vergund.": "hier staat 281 bij 'Vergunde huizen', en in 2022 was het 218",
    "Er zijn 71 huizen vergund.": f"hier staat 71 bij 'Vergunde huizen', {OF_NOW}",
    "Van de 71 vergunde huizen staan er 12 in Noord.": f"hier staat 71 bij 'Vergunde huizen', {OF_NOW}",
    "Het aantal vergunde huizen daalde van 71 naar 46.": f"hier staat 46 bij 'Vergunde huizen', {OF_NOW}",
    "Het aantal vergunde huizen steeg van 47 naar 71.": f"hier staat 71 bij 'Vergunde huizen', {OF_NOW}",
    "Het aantal vergunde huizen ging van 77 naar 49.": "hier staat 77 bij 'Vergunde huizen', en in 2023-H2 was het 71",
    "In 2023 steeg het aantal vergunde huizen van 47 naar 75.": "hier staat 75 bij 'Vergunde huizen', en in 2023-H2 was het 71",
    "In 2023 daalde het aantal vergunde huizen van 119 naar 75.": "hier staat 75 bij 'Vergunde huizen', en in 2023-H2 was het 71",
    "In 2024 daalde het aantal vergunde huizen van 71 naar 46.": f"hier staat 46 bij 'Vergunde huizen', {OF_NOW}",
    "Het aandeel nultredenhuizen steeg van 28,2% naar 29,8%.": "hier staat 29,8% bij 'Aandeel nultredenhuizen', en in 2024-H1 was het 28,9%",
    "Het aandeel nultredenhuizen steeg van 28,0% naar 28,2%.": "hier staat 28,2% bij 'Aandeel nultredenhuizen', en in 2024-H1 was het 28,9%",
    "Het aantal vergunde huizen steeg met 31%.": "hier staat 'steeg met 31%' bij 'Vergunde huizen', en dat ging van 71 in 2023-H2 naar 49 in 2024-H1",
    "Het aantal vergunde huizen is met 20% gedaald.": "hier staat 'is met 20% gedaald' bij 'Vergunde huizen', en dat ging van 71 in 2023-H2 naar 49 in 2024-H1",
    "Het aantal vergunde huizen nam met 12 huizen af.": "hier staat 'nam met 12 huizen af' bij 'Vergunde huizen', en dat ging van 71 in 2023-H2 naar 49 in 2024-H1",
    "Het aantal vergunde huizen daalde in het eerste halfjaar met 20%.": "hier staat 'daalde met 20%' bij 'Vergunde huizen', en dat ging van 71 in 2023-H2 naar 49 in 2024-H1",
    "Het aantal vergunde huizen daalde naar 71.": f"hier staat 71 bij 'Vergunde huizen', {OF_NOW}",
    "De regio telt 62.530 banen.": "hier staat 62.530 bij 'Banen', en in 2024-H1 was het 62.350",
    "Het aantal banen daalde naar 61.890.": "hier staat 61.890 bij 'Banen', en in 2024-H1 was het 62.350",
    "Op lijn R5 reisden 417.000 reizigers.": "hier staat 417.000 bij 'Reizigers op lijn R5', en in 2024-H1 was het 471.000",
    "De doorlooptijd is 12,6 weken.": "hier staat 12,6 bij 'Gemiddelde doorlooptijd van aanvragen', en in 2024-H1 was het 10,4",
    "De doorlooptijd daalde van 12,6 naar 10,1 weken.": "hier staat 10,1 bij 'Gemiddelde doorlooptijd van aanvragen', en in 2024-H1 was het 10,4",
    "Het aantal vergunde huizen daalde met 20.": "hier staat 'daalde met 20' bij 'Vergunde huizen', en dat ging van 71 in 2023-H2 naar 49 in 2024-H1",
}
WRONG |= {
    "Het aantal banen daalde naar 62.350.": "hier staat 'daalde naar 62.350' bij 'Banen', en dat ging van 61.890 in 2023-H2 naar 62.350 in 2024-H1",
    "Er zijn 214 bijstandsuitkeringen.": "hier staat 214 bij 'Bijstandsuitkeringen in Voorbeeldstad', en in 2024-H1 was het 198",
    "Het aantal bijstandsuitkeringen daalde van 214 naar 189.": "hier staat 189 bij 'Bijstandsuitkeringen in Voorbeeldstad', en in 2024-H1 was het 198",
    "Eind juni 2024 waren er 214 bijstandsuitkeringen.": "hier staat 214 bij 'Bijstandsuitkeringen in Voorbeeldstad', en in 2024-H1 was het 198",
    "Op 30 juni 2024 stonden er 505 vacatures open.": "hier staat 505 bij 'Openstaande vacatures in Voorbeeldstad', en in 2024-H1 was het 470",
    "Op 31 december stonden er 480 vacatures open.": "hier staat 480 bij 'Openstaande vacatures in Voorbeeldstad', en in 2023-H2 was het 505",
    "In het eerste halfjaar zijn 5.510 bomen geplant.": "hier staat 5.510 bij 'Geplante bomen in Regio Voorbeeld', en in 2024-H1 was het 5.150",
    "De voorraad daalde van 23,3 naar 20,7 hectare.": "hier staat 20,7 bij 'Uitgeefbare bedrijfsgrond', en in 2024-H1 was het 17,3",
    "De voorraad bedrijfsgrond daalde van 23,3 naar 20,7.": "hier staat 20,7 bij 'Uitgeefbare bedrijfsgrond', en in 2024-H1 was het 17,3",
}
WENT = "bij kwamen, en 'Woningen in harde plannen' ging van 2.460 in 2023-H2 naar 2.685 in 2024-H1"
WRONG |= {
    "Er zijn 185 woningen in harde plannen bij gekomen.": f"hier staat dat er 185 {WENT}",
    "Er zijn in het eerste halfjaar 185 woningen in harde plannen bijgekomen.": f"hier staat dat er 185 {WENT}",
    "Dit halfjaar kwamen er 252 woningen in harde plannen bij.": f"hier staat dat er 252 {WENT}",
}
RIGHT = """
Er zijn 225 woningen in harde plannen bij gekomen. Er kwamen 260 woningen in harde plannen bij, en 35 vielen af. Er kwamen 225 woningen in harde plannen bij.
Er zijn 150 woningen in harde plannen bij gekomen in het Stationskwartier. Daardoor kwamen er 75 woningen in harde plannen bij. Er zijn ruim 200 woningen in harde plannen bij gekomen.
In het tweede halfjaar van 2023 kwamen er 40 woningen in harde plannen bij. Vorig jaar zijn er 40 woningen in harde plannen bij gekomen. Er zijn 40 sociale woningen in harde plannen bij gekomen.
Er zijn 12 bijstandsuitkeringen bij gekomen. Er kwamen 45 vacatures bij. Er zijn 40 banen bij gekomen. Er kwamen 40 woningen bij in Zuid. Er zijn 3 locaties met harde plannen bij gekomen.
Voor bezwaren is de doorlooptijd met 12,6 weken nog te lang. De doorlooptijd was met 12,6 weken te lang. Het aantal reizigers op lijn R5 was 436.000.
Er zijn 198 bijstandsuitkeringen. Eind juni 2024 waren er 198 bijstandsuitkeringen. Eind juni waren er bijna 200 bijstandsuitkeringen. Eind 2023 waren er 214 bijstandsuitkeringen.
In de regio zijn 214 bijstandsuitkeringen. In Noord zijn 214 bijstandsuitkeringen. Er zijn 12 bijstandsuitkeringen. Vorig jaar waren er 238 bijstandsuitkeringen.
Op 31 december stonden er 505 vacatures open. In het eerste halfjaar zijn 505 vacatures vervuld. Landelijk staan 505 vacatures open. Er zijn 31 vacatures.
In het eerste halfjaar zijn 5.150 bomen geplant. In Voorbeeldstad zijn 5.510 bomen geplant. De gemeente plantte 5.510 bomen. Er zijn 5.510 bomen gekapt.
De voorraad daalde van 23,3 naar 20,7 hectare in het tweede halfjaar van 2023. De voorraad daalde van 20,7 naar 17,3 hectare. De voorraad van Noord daalde van 23,3 naar 20,7.
Op 30 juni 2024 zijn 5.510 bomen geplant. Het aantal banen steeg naar 62.350. Het aantal banen daalde tot 40 in Noord.
De regio telt 62.350 banen. Het aantal banen steeg naar 62.350. Het aantal banen steeg van 61.890 naar 62.350.
Op lijn R5 reisden 471.000 reizigers. Op lijn R5 reisden 147.000 reizigers. Op lijn R6 reisden 417.000 reizigers.
Op lijn R5 reisden 417.000 reizigers in de spits. Op lijn R5 reisden in 2022 417.000 reizigers. In Noord zijn 62.530 banen.
In 2023 steeg het aantal vergunde huizen van 47 naar 71. In 2023 daalde het aantal vergunde huizen van 119 naar 47.
In 2023 daalde het aantal vergunde huizen van 119 naar 71. In 2022 steeg het aantal vergunde huizen van 99 naar 119.
In 2023 steeg het aantal vergunde huizen van 80 naar 90. In 2021 steeg het aantal vergunde huizen van 80 naar 99.
In 2023 steeg het aandeel nultredenhuizen van 28,0% naar 28,2%. Het aantal vergunde huizen ging van 218 in 2022 naar 118 in 2023.
In het tweede halfjaar van 2023 zijn 71 huizen vergund. In Noord zijn 75 huizen vergund. Er zijn 75 sociale huizen vergund.
In heel 2022 zijn 218 huizen vergund. In 2024 zijn 120 huizen vergund. Er zijn 49 huizen vergund.
Het aantal vergunde huizen daalde van 71 naar 49. Het aantal vergunde huizen steeg van 47 naar 49.
Het aantal vergunde huizen daalde met 31%. Het aantal vergunde huizen steeg met 4% sinds vorig jaar.
Het aantal vergunde huizen daalde met ruim 30% tot 49. Er zijn 100 huizen vergund. Er zijn 12 huizen vergund.
Het aandeel nultredenhuizen steeg van 28,0% naar 28,9%. Het aandeel nultredenhuizen steeg met 0,7 procentpunt.
Wij verwachten dat er 71 huizen zijn vergund. De huizen die zijn vergund, kosten 71 duizend euro.
Er zijn ongeveer 50 huizen vergund. Van de 71 vergunde huizen in 2023 zijn er 12 bewoond.
De doorlooptijd daalde van 12,6 naar 10,4 weken. De doorlooptijd is 6 weken. De doorlooptijd voor kappen is 12,6 weken.
De doorlooptijd was 12,6 weken. De doorlooptijd daalde met 20%. De norm is 12,6 weken.
Het aantal vergunde huizen is met 31% gedaald. Het aantal vergunde huizen nam met 22 af.
Het aantal vergunde huizen daalde met 12% ten opzichte van de raming. Er zijn 71 huizen vergund aan de Markt.
"""


def problems_of(root: Path, text: str) -> tuple[Problem, ...]:
    """What is told of a small report with these words."""
    (root / "content/indicatoren/huizen.yaml").write_text(SERIES, "utf-8")
    chapter = root / "content/2024-H1/bijlage/water.md"
    chapter.write_text(f"{chapter.read_text('utf-8')}\n\n{text}\n", "utf-8")
    return tuple(check(Workspace(root), parse_periode("2024-H1")).problems)


def told(root: Path, text: str) -> list[tuple[str, str]]:
    """What is told, each with the line that it is told of, which is one sentence."""
    problems = problems_of(root, text)
    lines = ["", *(root / "content/2024-H1/bijlage/water.md").read_text("utf-8").splitlines()]
    return [(lines[one.at.line], one.message) for one in problems if one.rule != "ongebruikt"]


def test_a_number_that_the_series_did_not_have_is_told(klein: Path) -> None:
    assert dict(told(klein, "\n\n".join(WRONG))) == WRONG


@pytest.mark.parametrize(
    ("text", "way_out"),
    [
        ("Er zijn 71 huizen vergund.", '{{ waarde("vergund") }}'),
        ("In het tweede halfjaar van 2023 zijn 75 huizen vergund.", '{{ waarde("vergund", "2023-H2") }}'),
        ("In 2023 steeg het aantal vergunde huizen van 47 naar 75.", '{{ waarde("vergund", "2023-H2") }}'),
        ("In heel 2022 zijn 281 huizen vergund.", "schrijf 218,"),
        ("Het aantal vergunde huizen daalde met 20.", '{{ afstand("vergund") }}'),
        (
            "Het aantal vergunde huizen daalde met 20%.",
            '{{ percentage(verschil("vergund"), vorige("vergund")) }}',
        ),
    ],
)
def test_the_way_out_is_right_where_it_is_written(klein: Path, text: str, way_out: str) -> None:
    (hint,) = (one.hint for one in problems_of(klein, text) if one.rule == "getal-van-reeks")
    assert way_out in (hint or "")


def test_a_number_that_may_be_of_something_else_passes(klein: Path) -> None:
    assert told(klein, RIGHT.replace("\n", "\n\n")) == []


HELPED = """
indicatoren:
  - {id: huishouden, naam: Inwoners met hulp bij het huishouden, eenheid: inwoners, soort: stand, bron: Telling, waarden: [1478, 1510, 1552]}
  - {id: begeleiding, naam: Inwoners met begeleiding, eenheid: inwoners, soort: stand, bron: Telling, waarden: [633, 650, 668]}
  - {id: verblijf, naam: Jongeren met verblijf, eenheid: jongeren, soort: stand, bron: Telling, waarden: [132, 138, 132]}
"""
HELPED = re.sub(
    r"\[(\d+), (\d+), (\d+)\]",
    r"[{periode: 2023-H1, waarde: \1}, {periode: 2023-H2, waarde: \2}, {periode: 2024-H1, waarde: \3}]",
    HELPED,
)
OF_OTHERS = {
    "De hulp bij het huishouden groeit het meest: van 1.510 naar 1.525 inwoners in een half jaar.": "hier staat 1.525 bij 'Inwoners met hulp bij het huishouden', en in 2024-H1 was het 1.552",
    "De begeleiding groeit het meest: van 1.510 naar 1.552 inwoners.": "hier staat 'van 1.510 naar 1.552' bij 'Inwoners met begeleiding', en dat zijn de getallen van 'Inwoners met hulp bij het huishouden'",
    "Ook de begeleiding nam toe, met 42 inwoners.": "hier staat 'nam toe met 42' bij 'Inwoners met begeleiding', en dat ging van 650 in 2023-H2 naar 668 in 2024-H1",
    "De begeleiding nam af, met 18 inwoners.": "hier staat 'nam af met 18' bij 'Inwoners met begeleiding', en dat ging van 650 in 2023-H2 naar 668 in 2024-H1",
    "Het aantal jongeren dat niet thuis woont, daalde van 138 naar 123.": "hier staat 123 bij 'Jongeren met verblijf', en in 2024-H1 was het 132",
    "Het aantal jongeren dat niet thuis woont, steeg van 132 naar 138.": "hier staat 138 bij 'Jongeren met verblijf', en in 2024-H1 was het 132",
}
OF_ITSELF = """
De hulp bij het huishouden groeit het meest: van 1.510 naar 1.552 inwoners in een half jaar. De begeleiding groeit: van 633 naar 668 inwoners.
Ook de begeleiding nam toe, met 18 inwoners. De begeleiding nam in een jaar toe, met 35 inwoners. De begeleiding groeide met 18, de hulp bij het huishouden met 42.
Het aantal jongeren dat niet thuis woont, daalde van 138 naar 132. Het aantal jongeren in een pleeggezin daalde van 138 naar 131.
Het aantal jongeren met verblijf steeg in het tweede halfjaar van 2023 van 132 naar 138. Het aantal jongeren in Noord steeg van 132 naar 138.
De begeleiding kost per inwoner € 1.552. De school in Zuid groeide van 123 naar 138 leerlingen.
"""


def told_of_help(root: Path, text: str) -> list[tuple[str, str]]:
    (root / "content/indicatoren/hulp.yaml").write_text(HELPED, "utf-8")
    return told(root, text)


def test_numbers_of_another_series_or_in_another_order_are_told(klein: Path) -> None:
    assert dict(told_of_help(klein, "\n\n".join(OF_OTHERS))) == OF_OTHERS


def test_numbers_of_the_series_itself_or_of_something_else_pass(klein: Path) -> None:
    assert told_of_help(klein, OF_ITSELF.replace("\n", "\n\n")) == []
