"""A sentence that says which way a series went says it as the series did."""

from __future__ import annotations

import re
from pathlib import Path

from rapportage.build.check import check
from rapportage.periode import parse_periode
from rapportage.workspace import Workspace

UP = "en die reeks steeg: van 1.180 in 2023-H2 naar 1.348 in 2024-H1"
WRONG = {
    "Het aantal opgeleverde woningen daalde in het eerste halfjaar.": "daalde",
    "Dit halfjaar daalde het aantal opgeleverde woningen.": "daalde",
    "In het eerste halfjaar van 2024 daalde het aantal opgeleverde woningen licht.": "daalde",
    "Het aantal opgeleverde woningen blijft dalen.": "blijft dalen",
    "Het overzicht laat zien dat het aantal opgeleverde woningen daalt.": "daalt",
}
RIGHT = """
Het aantal opgeleverde woningen daalde in het tweede halfjaar. In het eerste halfjaar van 2023 daalde het aantal opgeleverde woningen.
Het aantal opgeleverde woningen steeg in het eerste halfjaar. Dit halfjaar steeg het aantal opgeleverde woningen.
Dit halfjaar daalde het aantal opgeleverde woningen in Noord. Dit halfjaar daalde het aantal klachten over opgeleverde woningen.
Als het aantal opgeleverde woningen daalt, kost dat geld. Wij verwachten dat het aantal opgeleverde woningen daalt.
Het aantal opgeleverde woningen daalt in 2026. Het aantal opgeleverde woningen daalt als er niets gebeurt.
"""


def told(root: Path, text: str) -> list[tuple[str, str]]:
    """What is told, each with the line that it is told of, which is one sentence."""
    chapter = root / "content/2024-H1/bijlage/water.md"
    chapter.write_text(f"{chapter.read_text('utf-8')}\n\n{text}\n", "utf-8")
    lines = ["", *chapter.read_text("utf-8").splitlines()]
    problems = check(Workspace(root), parse_periode("2024-H1")).problems
    return [(lines[one.at.line], one.message) for one in problems]


def test_a_course_that_the_series_did_not_have_is_told(klein: Path) -> None:
    wrong = {
        sentence: f"hier staat '{words}' bij 'Opgeleverde woningen', {UP}"
        for sentence, words in WRONG.items()
    }
    assert dict(told(klein, "\n\n".join(wrong))) == wrong


NEAR = """
indicatoren:
  - {id: ww, naam: WW-uitkeringen in Voorbeeldstad, eenheid: uitkeringen, bron: UWV, soort: stand, waarden: WAARDEN}
  - {id: vacatures, naam: Openstaande vacatures in Voorbeeldstad, eenheid: vacatures, bron: UWV, soort: stand, waarden: WAARDEN}
  - {id: koop, naam: Verkochte huizen in Voorbeeldstad, eenheid: huizen, bron: UWV, waarden: WAARDEN}
  - {id: huur, naam: Verhuurde huizen in Voorbeeldstad, eenheid: huizen, bron: UWV, waarden: WAARDEN}
""".replace("WAARDEN", "[{periode: 2023-H2, waarde: 214}, {periode: 2024-H1, waarde: 198}]")
FELL = "en die reeks daalde: van 214 in 2023-H2 naar 198 in 2024-H1"
WRONG_IN_SHORT = {
    "Het aantal WW-uitkeringen steeg dit halfjaar.": "'steeg' bij 'WW-uitkeringen in Voorbeeldstad'",
    "Het aantal openstaande vacatures steeg dit halfjaar.": "'steeg' bij 'Openstaande vacatures in Voorbeeldstad'",
    "Het aantal vacatures steeg dit halfjaar.": "'steeg' bij 'Openstaande vacatures in Voorbeeldstad'",
    "Er staan meer vacatures open dan een half jaar geleden.": "'meer' bij 'Openstaande vacatures in Voorbeeldstad'",
    "Er zijn nu meer WW-uitkeringen dan in het vorige halfjaar.": "'meer' bij 'WW-uitkeringen in Voorbeeldstad'",
}
RIGHT_IN_SHORT = """
Het aantal WW-uitkeringen daalde dit halfjaar. Het aantal WW-uitkeringen in de regio steeg dit halfjaar. Het aantal huizen steeg.
Het aantal nieuwe vacatures steeg dit halfjaar. Er staan meer vacatures open dan een jaar geleden. Er zijn meer vacatures dan werkzoekenden.
Er staan minder vacatures open dan een half jaar geleden. Er staan meer vacatures in de zorg open dan een half jaar geleden.
Landelijk steeg het aantal WW-uitkeringen dit halfjaar. Het aantal verkochte huizen in de regio steeg dit halfjaar.
"""


def test_a_name_without_its_place_is_enough_where_no_other_can_be_meant(klein: Path) -> None:
    (klein / "content/indicatoren/werk.yaml").write_text(NEAR, "utf-8")
    wrong = {sentence: f"hier staat {said}, {FELL}" for sentence, said in WRONG_IN_SHORT.items()}
    assert {line: one for line, one in told(klein, "\n\n".join(wrong)) if "reeks daalde" in one} == wrong


def test_another_place_or_kind_is_not_meant_by_a_short_name(klein: Path) -> None:
    (klein / "content/indicatoren/werk.yaml").write_text(NEAR, "utf-8")
    assert [
        one for _, one in told(klein, RIGHT_IN_SHORT.replace("\n", "\n\n")) if "reeks daalde" in one
    ] == []


def test_a_course_of_something_else_passes(klein: Path) -> None:
    assert told(klein, RIGHT.replace("\n", "\n\n")) == []


CARE = """
indicatoren:
  - {id: wachttijd, naam: Gemiddelde wachttijd jeugdhulp, eenheid: weken, decimalen: 1, bron: Telling, waarden: TURNED}
  - {id: meldingen, naam: Meldingen Wmo, eenheid: meldingen, soort: stroom, bron: Telling, waarden: ROSE}
  - {id: ongevallen, naam: Ongevallen met letsel, eenheid: ongevallen, soort: stroom, bron: Telling, waarden: FELL}
  - {id: jongeren, naam: Jongeren met jeugdhulp, eenheid: jongeren, soort: stand, bron: Telling, waarden: TURNED}
"""
PERIODS = ("2022-H1", "2022-H2", "2023-H1", "2023-H2", "2024-H1")
for name, values in {
    "TURNED": (95, 102, 110, 124, 108),
    "ROSE": (612, 640, 655, 688, 704),
    "FELL": (91, 84, 87, 80, 71),
}.items():
    each = (f"{{periode: {one}, waarde: {value}}}" for one, value in zip(PERIODS, values, strict=True))
    CARE = CARE.replace(name, f"[{', '.join(each)}]")
SHOWN = (
    "Er zijn {{ waarde('meldingen') }} meldingen, {{ waarde('ongevallen') }} ongevallen en"
    " {{ waarde('wachttijd') }} weken."
)
WENT = {
    "De wachttijd daalde, en er gebeurden meer ongevallen.": "'meer' bij 'Ongevallen met letsel'",
    "Er kwamen meer meldingen, maar het aantal ongevallen nam toe.": "'nam toe' bij 'Ongevallen met letsel'",
    "Het aantal meldingen daalde en het aantal ongevallen nam af.": "'daalde' bij 'Meldingen Wmo'",
    "Gelukkig nam ook het aantal meldingen af.": "'nam … af' bij 'Meldingen Wmo'",
    "De wachttijd werd langer.": "'werd langer' bij 'Gemiddelde wachttijd jeugdhulp'",
    "De wachttijd is langer dan in het vorige halfjaar.": "'is langer' bij 'Gemiddelde wachttijd jeugdhulp'",
    "Er gebeurden meer ongevallen dan een jaar eerder.": "'meer dan een jaar eerder' bij 'Ongevallen met letsel'",
    "Het aantal meldingen daalt al vier halfjaren achter elkaar.": "'daalt al vier halfjaren achter elkaar' bij 'Meldingen Wmo'",
    "Het aantal meldingen stijgt al zes halfjaren.": "'stijgt al zes halfjaren' bij 'Meldingen Wmo'",
    "Het aantal ongevallen daalt al drie halfjaren.": "'daalt al drie halfjaren' bij 'Ongevallen met letsel'",
    "De wachttijd daalde twee halfjaren achter elkaar.": "'daalde twee halfjaren achter elkaar' bij 'Gemiddelde wachttijd jeugdhulp'",
    "Voor het eerst sinds 2022 steeg het aantal jongeren met jeugdhulp.": "'steeg voor het eerst sinds 2022' bij 'Jongeren met jeugdhulp'",
    "Het aantal ongevallen daalde voor het eerst sinds 2022.": "'daalde voor het eerst sinds 2022' bij 'Ongevallen met letsel'",
    "De wachttijd is sinds 2022 elk half jaar gestegen.": "'is gestegen elk half jaar sinds 2022' bij 'Gemiddelde wachttijd jeugdhulp'",
    "Vergeleken met een jaar eerder daalde het aantal ongevallen wel, met bijna 26%.": "'daalde vergeleken met een jaar eerder met bijna 26%' bij 'Ongevallen met letsel'",
    "Het aantal ongevallen daalde met 15.": "'daalde met 15' bij 'Ongevallen met letsel'",
    "Alleen het aantal meldingen daalt, al sinds 2022.": "'daalt al sinds 2022' bij 'Meldingen Wmo'",
}
WENT_SO = """
De wachttijd daalde, en er gebeurden minder ongevallen. Het aantal meldingen stijgt al vier halfjaren achter elkaar.
Het aantal meldingen stijgt al drie halfjaren. Het aantal ongevallen daalt al twee halfjaren. De wachttijd werd korter.
De wachttijd steeg drie halfjaren achter elkaar, en daalde toen. De wachttijd daalde voor het eerst sinds 2022.
De wachttijd is sinds 2022 gestegen. Sinds eind 2023 is de wachttijd gedaald. Sinds 2022 steeg de wachttijd elk half jaar, tot eind 2023.
Vergeleken met een jaar eerder daalde het aantal ongevallen, met ruim 18%. Het aantal ongevallen daalde met 9. Het aantal ongevallen daalde met 16.
Het aantal ongevallen daalde met 11%. Het aantal ongevallen op de Dijkweg daalde met 30%. Het aantal ongevallen daalde in het weekend met 30%.
Het aantal ongevallen daalde door de omleiding met 30%. De wachttijd daalde met bijna 13%. Het aantal ongevallen daalde met € 30.
Wij verwachten dat het aantal ongevallen met 30% daalt. Het aantal ongevallen daalde sinds 2022 met 15%. De wachttijd daalde met twee weken.
Vergeleken met twee jaar eerder daalde het aantal ongevallen met 22%. Het aantal ongevallen met brommers daalde met 30%. Dit jaar daalde het aantal ongevallen met 40%.
Het aantal ongevallen daalde voor het eerst sinds 2023. Er gebeurden minder ongevallen dan een jaar eerder.
Er gebeurden meer ongevallen op de Dijkweg. Er gebeurden meer dodelijke ongevallen. Het aantal ongevallen daalde niet.
Het doel is dat het aantal meldingen daalt. Wij verwachten, gezien de bouw, dat het aantal meldingen daalt.
Er kwamen minder meldingen dan verwacht. Het aandeel meldingen daalt. De meldingen kosten minder. Het aantal meldingen in Noord daalde.
De wachttijd bij verblijf steeg. De wachttijd loopt op als er te weinig aanbieders zijn. Het aantal jongeren steeg in 2023.
Het aantal meldingen van overlast daalde. De meldingen over afval namen af, en dat scheelt. De wachttijd is langer dan de norm.
"""


def told_of_care(root: Path, text: str) -> list[tuple[str, str]]:
    """What is told of these sentences, in a chapter that tells of the series."""
    (root / "content/indicatoren/zorg.yaml").write_text(CARE, "utf-8")
    return [
        (line, one)
        for line, one in told(root, f"{SHOWN}\n\n{text}")
        if "en die reeks" in one or "zijn maar" in one
    ]


def test_each_clause_is_read_for_the_series_and_the_time_that_it_is_about(klein: Path) -> None:
    found = {line: one.split(", en ")[0] for line, one in told_of_care(klein, "\n\n".join(WENT))}
    assert found == {line: f"hier staat {said}" for line, said in WENT.items()}


def test_a_clause_with_words_of_anything_else_passes(klein: Path) -> None:
    assert told_of_care(klein, WENT_SO.replace("\n", "\n\n")) == []


def test_a_short_name_below_a_heading_of_its_own_may_be_of_something_else(klein: Path) -> None:
    text = "## Veilig Thuis\n\nHet aantal meldingen daalde.\n\nEr kwamen 120 meldingen. Het aantal meldingen daalde."
    assert told_of_care(klein, text) == []


def test_a_sentence_on_the_line_of_a_chart_is_about_its_one_series(klein: Path) -> None:
    chart = (klein / "content/2024-H1/figuren/woningbouw.yaml").read_text("utf-8")
    perioden = re.sub(r"(?s)perioden:.*?(?=\n\w)", "perioden: laatste 3", chart)
    (klein / "content/2024-H1/figuren/weken.yaml").write_text(
        re.sub(r"(?s)reeksen:.*?(?=\n\w|\Z)", "reeksen:\n  - indicator: wachttijd", perioden), "utf-8"
    )
    ((line, _),) = told_of_care(klein, "[figuur: weken]\n\nDe lijn in [@weken] stijgt elk half jaar.")
    assert line == "De lijn in [@weken] stijgt elk half jaar."
