"""Lines from Word, Excel and mail become what they look like, or are refused with what to write."""

from __future__ import annotations

import re

import pytest

from rapportage.compose.papers import _Blind
from rapportage.compose.prose.markdown import Converter


def converted(text: str) -> tuple[str, list[str]]:
    """The text's XHTML without places, and what is told of it as 'line severity: message'."""
    converter = Converter(_Blind())
    made = converter.sections(text, "water.md", 1, level=4, prefix="w")
    html = "".join(str(one.heading + one.body) for one in made)
    bare = re.sub(r' data-bron="[^"]*"|<\?.*?\?>|\n', "", html)
    told = [f"{one.at.line} {one.severity}: {one.message}" for one in converter.problems]
    return bare, told


LIST = "tip: opsommingstekens uit een ander programma zijn als lijst gelezen"
ABC = "tip: een lijst met letters is als lijst gelezen"
NUMBER = "tip: een nummer zonder spatie is als punt van een lijst gelezen"


@pytest.mark.parametrize(
    ("text", "html", "told"),
    [
        ("•\tWonen\n•\tWater", "<ul><li>Wonen</li><li>Water</li></ul>", [f"1 {LIST}"]),
        ("Punten:\n• Wonen", "<p>Punten:</p><ul><li>Wonen</li></ul>", [f"2 {LIST}"]),
        ("✓ Wonen\n✓ Water", "<ul><li>Wonen</li><li>Water</li></ul>", [f"1 {LIST}"]),
        ("✔\xa0\xa0 Wonen\n✔\xa0\xa0 Water", "<ul><li>Wonen</li><li>Water</li></ul>", [f"1 {LIST}"]),
        ("✓ groen", "<p>✓ groen</p>", []),
        ("– Wonen\n– Water", "<ul><li>Wonen</li><li>Water</li></ul>", [f"1 {LIST}"]),
        ("− Wonen\n− Water", "<ul><li>Wonen</li><li>Water</li></ul>", [f"1 {LIST}"]),
        ("−\tWonen\n−\tWater", "<ul><li>Wonen</li><li>Water</li></ul>", [f"1 {LIST}"]),
        ("− 5 graden", "<p>−5 graden</p>", []),
        (
            "a. een\n   1°. x\n   2°. y\nb. twee",
            '<ol class="letters"><li>een<ol class="graden"><li>x</li><li>y</li></ol></li><li>twee</li></ol>',
            [f"1 {ABC}"],
        ),
        ("-\xa0Wonen\n-\xa0Water", "<ul><li>Wonen</li><li>Water</li></ul>", [f"1 {LIST}"]),
        ("-Wonen\n-Water", "<ul><li>Wonen</li><li>Water</li></ul>", [f"1 {LIST}"]),
        (
            "•\tWonen\no\tkoop\n§\tsociaal\n•\tWater",
            "<ul><li>Wonen<ul><li>koop<ul><li>sociaal</li></ul></li></ul></li><li>Water</li></ul>",
            [f"1 {LIST}"],
        ),
        ("a. een\nb. twee", '<ol class="letters"><li>een</li><li>twee</li></ol>', [f"1 {ABC}"]),
        ("a.\teen\nb.\ttwee", '<ol class="letters"><li>een</li><li>twee</li></ol>', [f"1 {ABC}"]),
        ("a) een\nb) twee", '<ol class="letters"><li>een</li><li>twee</li></ol>', [f"1 {ABC}"]),
        ("i. een\nii. twee", '<ol class="romeins"><li>een</li><li>twee</li></ol>', [f"1 {ABC}"]),
        (
            "1. een\n   a. twee\n   b. drie",
            '<ol><li>een<ol class="letters"><li>twee</li><li>drie</li></ol></li></ol>',
            [f"2 {ABC}"],
        ),
        ("c. drie\nd. vier", '<ol start="3" class="letters"><li>drie</li><li>vier</li></ol>', [f"1 {ABC}"]),
        (
            "a. een\n   i. x\n   ii. y\nb. twee",
            '<ol class="letters"><li>een<ol class="romeins"><li>x</li><li>y</li></ol></li><li>twee</li></ol>',
            [f"1 {ABC}"],
        ),
        ("» Wonen\n» Water", "<ul><li>Wonen</li><li>Water</li></ul>", [f"1 {LIST}"]),
        ("§ wonen\n§ water", "<ul><li>wonen</li><li>water</li></ul>", [f"1 {LIST}"]),
        (
            "• Wonen\n\t• koop\n\t• huur\n• Water",
            "<ul><li>Wonen<ul><li>koop</li><li>huur</li></ul></li><li>Water</li></ul>",
            [f"1 {LIST}"],
        ),
        (
            "• Wonen\n    • koop\n        • sociaal\n• Water",
            "<ul><li>Wonen<ul><li>koop<ul><li>sociaal</li></ul></li></ul></li><li>Water</li></ul>",
            [f"1 {LIST}"],
        ),
        (
            "- Wonen\n\t• koop\n- Water",
            "<ul><li>Wonen<ul><li>koop</li></ul></li><li>Water</li></ul>",
            [f"1 {LIST}"],
        ),
        ("1. Wonen\n\t• koop", "<ol><li>Wonen<ul><li>koop</li></ul></li></ol>", [f"2 {LIST}"]),
        (
            "a. een\n   1. x\n   2. y\nb. twee",
            '<ol class="letters"><li>een<ol class="cijfers"><li>x</li><li>y</li></ol></li><li>twee</li></ol>',
            [f"1 {ABC}"],
        ),
        ("*wonen\n*werken", "<ul><li>wonen</li><li>werken</li></ul>", [f"1 {LIST}"]),
        ("* wonen\n*werken", "<ul><li>wonen</li><li>werken</li></ul>", [f"1 {LIST}"]),
        ("- wonen\n-werken", "<ul><li>wonen</li><li>werken</li></ul>", [f"1 {LIST}"]),
        ("a.een\nb.twee", '<ol class="letters"><li>een</li><li>twee</li></ol>', [f"1 {ABC}"]),
        ("*wonen\n\n*werken", "<ul><li><p>wonen</p></li><li><p>werken</p></li></ul>", [f"1 {LIST}"]),
        ("*wonen*\n*werken*", "<p><em>wonen</em><em>werken</em></p>", []),
        ("*wonen en\nwerken*\n*water en\nmeer*", "<p><em>wonen enwerken</em><em>water enmeer</em></p>", []),
        ("·\xa0\xa0\xa0 Wonen\n·\xa0\xa0\xa0 Water", "<ul><li>Wonen</li><li>Water</li></ul>", [f"1 {LIST}"]),
        ("·\xa0\xa0\xa0Wonen\n\nTekst.", "<ul><li>Wonen</li></ul><p>Tekst.</p>", [f"1 {LIST}"]),
        (
            "•\xa0\xa0 Wonen\no\xa0\xa0 koop\n•\xa0\xa0 Water",
            "<ul><li>Wonen<ul><li>koop</li></ul></li><li>Water</li></ul>",
            [f"1 {LIST}"],
        ),
        ("Ø\xa0\xa0 Wonen\nØ\xa0\xa0 Water", "<ul><li>Wonen</li><li>Water</li></ul>", [f"1 {LIST}"]),
        (
            "a. een\n\nTussen.\n\nb. twee",
            '<ol class="letters"><li>een</li></ol><p>Tussen.</p><ol start="2" class="letters"><li>twee</li></ol>',
            [f"1 {ABC}"],
        ),
        (
            "i. een\n\nTussen.\n\nii. twee",
            '<ol class="romeins"><li>een</li></ol><p>Tussen.</p><ol start="2" class="romeins"><li>twee</li></ol>',
            [f"1 {ABC}"],
        ),
        (
            "a. een\n   i. x\n   ii. y\n\nTussen.\n\nb. twee",
            '<ol class="letters"><li>een<ol class="romeins"><li>x</li><li>y</li></ol></li></ol><p>Tussen.</p>'
            '<ol start="2" class="letters"><li>twee</li></ol>',
            [f"1 {ABC}"],
        ),
        (
            "1.\xa0\xa0 een\n\xa0\xa0\xa0\xa0\xa0\xa0\xa0 a.\xa0\xa0 x\n\xa0\xa0\xa0\xa0\xa0\xa0\xa0 b.\xa0\xa0 y",
            '<ol><li>een<ol class="letters"><li>x</li><li>y</li></ol></li></ol>',
            [f"2 {ABC}", f"1 {NUMBER}"],
        ),
        ("a. een\n\nTussen.", "<p>a. een</p><p>Tussen.</p>", []),
        ("1.Een\n2.Twee", "<ol><li>Een</li><li>Twee</li></ol>", [f"1 {NUMBER}"]),
        ("1.\xa0Een", "<ol><li>Een</li></ol>", [f"1 {NUMBER}"]),
        ("1. een\n  - twee\n2. drie", "<ol><li>een<ul><li>twee</li></ul></li><li>drie</li></ol>", []),
        ("Prijs – dat telt – en meer.", "<p>Prijs – dat telt – en meer.</p>", []),
        ("§ 3 van de wet", "<p>§ 3 van de wet</p>", []),
        ("-5 graden", "<p>−5 graden</p>", []),
    ],
)
def test_signs_at_the_begin_of_lines_make_a_list(text: str, html: str, told: list[str]) -> None:
    assert converted(text) == (html, told)


TABS = "tip: regels met tabs zijn als tabel van"


@pytest.mark.parametrize(
    ("text", "heads", "rows", "told"),
    [
        (
            "Jaar\tWoningen\n2023\t1.180\n2024\t1.348",
            ["Jaar", "Woningen"],
            [["2023", "1.180"], ["2024", "1.348"]],
            [f"1 {TABS} 2 kolommen gelezen"],
        ),
        (
            "\t2023\t2024\nBanen\t22\t24",
            ["", "2023", "2024"],
            [["Banen", "22", "24"]],
            [f"1 {TABS} 3 kolommen gelezen"],
        ),
        (
            "| Wat | Wie |\n| Wonen | Regio |",
            ["Wat", "Wie"],
            [["Wonen", "Regio"]],
            ["1 tip: regels met streepjes (|) zijn als tabel van 2 kolommen gelezen"],
        ),
        ("| Wat | Wie |\n|---|---|\n| Wonen | Regio |", ["Wat", "Wie"], [["Wonen", "Regio"]], []),
        (
            'Zin\tAantal\n"Zeg ""ja"""\t12',
            ["Zin", "Aantal"],
            [["Zeg &#34;ja&#34;", "12"]],
            [f"1 {TABS} 2 kolommen gelezen"],
        ),
        ("| Wat | Wie |\n|---|---|\n| – | – |", ["Wat", "Wie"], [["–", "–"]], []),
        (
            "Nr.\tProject\tBedrag\n1.\tBrug\t6.412\n2.\tWeg\t8.945",
            ["Nr.", "Project", "Bedrag"],
            [["1.", "Brug", "6.412"], ["2.", "Weg", "8.945"]],
            [f"1 {TABS} 3 kolommen gelezen"],
        ),
        (
            "Deel\tProject\tBedrag\na.\tBrug\t6.412\nb.\tWeg\t8.945",
            ["Deel", "Project", "Bedrag"],
            [["a.", "Brug", "6.412"], ["b.", "Weg", "8.945"]],
            [f"1 {TABS} 3 kolommen gelezen"],
        ),
        (
            "Wijk\tStemmen\tOpkomst\nNoord\t1.204\t78,4%\nZuid\t812\t71,9%",
            ["Wijk", "Stemmen", "Opkomst"],
            [["Noord", "1.204", "78,4%"], ["Zuid", "812", "71,9%"]],
            [f"1 {TABS} 3 kolommen gelezen"],
        ),
        (
            "Kwartaal\tIn\tUit\n1e kwartaal\t512\t418\n2e kwartaal\t498\t430",
            ["Kwartaal", "In", "Uit"],
            [["1e kwartaal", "512", "418"], ["2e kwartaal", "498", "430"]],
            [f"1 {TABS} 3 kolommen gelezen"],
        ),
        (
            "Veld\tBegroot\n0.1 Bestuur\t1.250\n0.2 Burgers\t980",
            ["Veld", "Begroot"],
            [["0.1 Bestuur", "1.250"], ["0.2 Burgers", "980"]],
            [f"1 {TABS} 2 kolommen gelezen"],
        ),
        (
            "Veld\tBegroot\nA. Bestuur\t1.250\nB. Burgers\t980",
            ["Veld", "Begroot"],
            [["A. Bestuur", "1.250"], ["B. Burgers", "980"]],
            [f"1 {TABS} 2 kolommen gelezen"],
        ),
        ("| Wat |\n|---|\n| Wonen<br>Water |", ["Wat"], [["Wonen<br/>Water"]], []),
    ],
)
def test_rows_without_a_rule_make_a_table(
    text: str, heads: list[str], rows: list[list[str]], told: list[str]
) -> None:
    html, problems = converted(text)
    cells = [re.findall(r"<t[hd][^>]*>(.*?)</t[hd]>", row) for row in re.findall(r"<tr>(.*?)</tr>", html)]
    assert (cells[0], cells[1:], problems) == (heads, rows, told)


def test_a_table_with_nothing_above_its_first_column_has_row_headers() -> None:
    html, _ = converted("\t2023\t2024\nBanen\t22\t24")
    assert '<th scope="row">Banen</th>' in html


@pytest.mark.parametrize("nothing", ["€ -", "€ -,-", "-", "p.m.", "n.v.t.", "n.b.", "€ 12.500,-"])
def test_a_column_of_amounts_stays_on_the_right_where_a_cell_has_none(nothing: str) -> None:
    html, _ = converted(f"Post\tBedrag\nBrug\t€ 6.412\nWeg\t{nothing}\nPad\t€ 100")
    assert html.count('class="rechts"') == 4


@pytest.mark.parametrize("text", ["|A|B|\n|---|---|\n|Noord|78,4%|\n|Zuid|71,9%|", "|A;B|C|\n|D;E|F|"])
def test_commas_and_semicolons_in_a_table_part_no_cells(text: str) -> None:
    assert not [one for one in converted(text)[1] if "fout" in one]


TAB, BLANKS = "een tab tussen deze woorden valt weg", "een rij spaties tussen deze woorden valt weg"
NUMBERED_HEADING = "dit lijkt een kop met zijn nummer ervoor"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("- Bestuur\t6.412\n- Zorg\t5.000", f"1 fout: {TAB}"),
        ("Totaal\t15.357\t15.250\t107", f"1 fout: {TAB}"),
        ("De griffier,\t\tDe voorzitter,", f"1 fout: {TAB}"),
        ("1. De aanleg\t€ 4.500", f"1 fout: {TAB}"),
        ("De aanleg      € 4.500", f"1 fout: {BLANKS}"),
        ("- aanleg      € 4.500", f"1 fout: {BLANKS}"),
        ("Voortgangsrapportage 2024            7", f"1 fout: {BLANKS}"),
        ("A.\tDe nota", "1 fout: wat voor deze tab staat, begint hier geen punt van een lijst"),
        (
            "I.\tDe nota\nII.\tHet geld",
            "1 fout: regels die met 'I.' beginnen, zijn hier geen lijst en lopen aan elkaar",
        ),
        ("3.1\tAlgemeen\nDe tekst.", f"1 fout: {NUMBERED_HEADING}"),
        ("3.1\tAlgemeen", f"1 fout: {NUMBERED_HEADING}"),
        ("1\tAanleiding", f"1 fout: {NUMBERED_HEADING}"),
        ("1   Aanleiding", f"1 fout: {NUMBERED_HEADING}"),
    ],
)
def test_a_gap_between_words_that_nothing_reads_is_refused(text: str, told: str) -> None:
    assert converted(text)[1] == [told]


@pytest.mark.parametrize(
    "text",
    [
        "- Een woord\ten nog een woord.",
        "Een zin.   Nog een zin.",
        '{{ waarde("x")   }} woningen.',
        "1.   Een punt.",
        "Een woord[^1].\n\n[^1]:   een noot.",
        "Een woord[^1].\n\n[^1]:\teen noot.",
        "[open:   wat nog]",
        "Een zin met `code   erin`.",
        "##\tKop",
    ],
)
def test_a_gap_that_means_nothing_is_a_blank(text: str) -> None:
    assert not [one for one in converted(text)[1] if TAB in one or BLANKS in one]


OWN = "2 fout: deze regel komt achter de regel erboven te staan"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Vast te stellen.\n2. Te verhogen.", "2 fout: deze regel begint met '2.' en komt achter"),
        ("Een zin\n– met een streepje en\ndoor.", "2 fout: begint hier een punt van een lijst"),
        ("a. een\nc. drie", "1 fout: deze letters tellen niet door: a, c"),
        ("1. een\n2. twee\n5. vijf", "3 fout: na 2 komt hier 5, en het stuk telt door met 3"),
        ("1. een;\n2. twee.\nEn verder niets.", "3 fout: deze regel komt achter het punt erboven te staan"),
        ("Tekst <!-- niet af", "1 fout: deze aantekening (<!--) wordt niet gesloten"),
        ("De stand is [nog aanvullen].", "1 fout: hier staat iets wat nog ingevuld moet worden"),
        ("Zie [@ water].", "1 fout: deze verwijzing is niet te lezen"),
        ('De stand is waarde("x").', "1 fout: een uitdrukking staat tussen twee accolades"),
        ("De nacht was koud, tot aan\n- 12 graden.", "2 fout: begint hier met '-' een lijst"),
        ("1. een\n2. twee\n\n1. een\n2. twee", "4 fout: na 2 komt hier 1, en het stuk telt door met 3"),
        ("> Een citaat.\nDat zei hij.", "2 fout: deze regel komt bij het citaat erboven"),
        ("Kernpunten:\n\twonen\n\twerken", "2 fout: deze regel springt met een tab in"),
        ("1.1 Wonen\n1.2 Water", "1 fout: regels die met '1.1' beginnen"),
        ("**Naam:** Jansen\n**Rol:** wethouder", "2 fout: deze regel komt achter de regel erboven te staan"),
        ("Met groet,\nJan Jansen", "2 fout: deze regel komt achter de regel erboven te staan"),
        ("Wij doen **dit* graag.", "1 fout: hier blijft een sterretje over"),
        ("Wij doen *dit** graag.", "1 fout: hier blijft een sterretje over"),
        ("Wij ***doen** dit.", "1 fout: hier blijft een sterretje over"),
        ("Een *woord * meer.", "1 fout: deze tekens (*) maken niets cursief"),
        ("Een _woord _ meer.", "1 fout: deze tekens (_) maken niets cursief"),
        ("#Kop", "1 fout: deze regel begint met #, en is zo geen kop"),
        ("De woning-\nbouw gaat door.", "1 fout: aan het einde van deze regel is een woord afgebroken"),
        ("** heel ** vet", "1 fout: deze sterretjes maken niets vet"),
        ("Zie [[wonen]].", "1 fout: deze verwijzing is niet te lezen"),
        ("Wij meten m^2/s^2 vaak.", "1 fout: achter deze hoge tekens gaat het woord"),
        ("Dit gaat ~weg~ nu.", "1 fout: hier staat iets hoog of laag"),
        ("De website<https://www.example.org/>", "1 fout: dit adres zit vast aan het woord ervoor"),
        ("[1] Raadsbesluit\n[2] Begroting", "1 fout: regels die met '[1]' beginnen, zijn hier geen lijst"),
        ("§ 3 van de wet\n§ 4 van de wet", "1 fout: regels die met '§ 3' beginnen"),
        ("Jaar   Woningen\n2023   1.180", "1 fout: deze regels met spaties tussen de cellen"),
        ("Jaar  Woningen\n2023  1.180", "1 fout: deze regels met spaties tussen de cellen"),
        ("Jaar;Woningen\n2023;1.180", "1 fout: deze regels met puntkomma's tussen de cellen"),
        ("jaar,woningen\n2023,1180", "1 fout: deze regels met komma's tussen de cellen"),
        (
            "Gemeente Dalfsen doet mee\nGemeente Zwolle niet",
            "2 fout: deze regel komt achter de regel erboven te staan",
        ),
        ("Aanleiding\nDe regio bouwt in de komende jaren vele duizenden woningen in de stad.", OWN),
        ("- een\n- twee\n**Let op**", "3 fout: deze regel komt achter"),
        ("- Wonen\n  koop\n  huur", "2 fout: deze regel komt achter"),
        ("> Beste Jan,\n> Hierbij de cijfers:\n> Wonen 5", OWN),
        ("Zie[^1].\n\n[^1]: Jan de Vries\n    Piet Jansen", "4 fout: deze regel komt achter"),
        ("Artikel 1\nDe raad stelt vast.", OWN),
        ("Er gelden deze afspraken:\nde regio bouwt woningen;\nhet Rijk kijkt toe.", OWN),
        ("- de zorg”\nen gaat over tot de orde.", "2 fout: deze regel komt achter het punt erboven te staan"),
        ("- de zorg.\nen gaat over tot de orde.", "2 fout: deze regel komt achter het punt erboven te staan"),
        ("De bouw loopt.[1] Meer.\n\n[1] Woondeal.", "3 fout: achter een woord in de tekst staat '[1]'"),
        ("| A | B |\n|---|---|\n| 1 | 2 |\nBron: CBS", "4 fout: deze regel komt als rij in de tabel"),
        ("| A |\n|---|\n| 1 |\nBron: CBS", "4 fout: deze regel komt als rij in de tabel"),
        ("1. Vast te stellen;\nhet krediet te verlenen;", "2 fout: deze regel komt achter"),
        ("1. een\n   1. x\n2. twee\n   2. y", "4 fout: deze regel komt achter"),
        ("ü Wonen\nü Water", OWN),
        ("A - wonen\nB - water", OWN),
        ("Lasten € 5\nBaten € 3", OWN),
        ("- De Noord-\n  Hollandse aanpak.", "1 fout: aan het einde van deze regel is een woord"),
        ("https://www.example.org/een/heel/lang/\npad/x.pdf", "1 fout: dit adres is aan het einde"),
        ("Vraag: waarom?\nAntwoord: daarom.", OWN),
        ("1. 1. De nota.\n2. 2. Het krediet.", "1 fout: hier staan twee opsommingstekens"),
        ("- 1. een\n- 2. twee", "1 fout: hier staan twee opsommingstekens"),
        ("- a. een\n- b. twee", "1 fout: hier staan twee opsommingstekens"),
        ("*wonen", "1 fout: deze regel begint met een sterretje dat letterlijk blijft staan"),
        ("Dit: • wonen • werken.", "1 fout: hier staan opsommingstekens midden in een regel"),
        ("Dit:\n• wonen • werken", "2 fout: hier staan opsommingstekens midden in een regel"),
        (
            "Huur 1) en koop 2).\n\n1) sociaal\n2) vrij",
            "3 fout: achter een woord in de tekst staat '1)', en",
        ),
        ("| Koop 1) |\n|---|\n| 5 |\n\n1) zonder sloop", "5 fout: achter een woord in de tekst staat '1)'"),
        ("Aantal* woningen.\n\n* Zonder sloop.", "3 fout: achter een woord in de tekst staat '*'"),
        ("Aantal* woningen.\n\n*Zonder sloop.", "3 fout: achter een woord in de tekst staat '*'"),
        ("Huur[^Noot 1].\n\n[^Noot 1]: sociaal", "1 fout: de naam van een voetnoot heeft geen spaties"),
        ("www.a.nl<https://www.b.nl/x>", "1 fout: dit adres zit vast aan het woord ervoor"),
        ("Huur^1)^ en koop.\n\n1) sociaal", "3 fout: achter een woord in de tekst staat '1)'"),
        ("Huur^1^ en koop.\n\n1. sociaal", "3 fout: achter een woord in de tekst staat '^1^'"),
        ("- een\n-5 graden", "2 fout: begint hier een punt van een lijst, of staat hier een min?"),
        ("*) een\n*) twee", OWN),
        ("-> een\n-> twee", OWN),
        ("_een\n_twee", OWN),
        ("✔ Wonen\n✗ Water", OWN),
        ("Dit: - wonen - werken.", "1 fout: hier staan opsommingstekens midden in een regel"),
        ("(1)\xa0\xa0 een\n(2)\xa0\xa0 twee", "1 fout: regels die met '(1)' beginnen"),
        ("#. een\n#. twee", "1 fout: een nummer dat vanzelf geteld wordt"),
        ("(@) een\n(@) twee", "1 fout: een nummer dat vanzelf geteld wordt"),
        ("- - een\n- - twee", "1 fout: hier staan twee opsommingstekens"),
        ("1. • een", "1 fout: hier staan twee opsommingstekens"),
        ("- 2023. Het jaar.", "1 fout: deze regel begint met '2023.'"),
        ("2024. Een jaar om niet te vergeten.", "1 fout: deze regel begint met '2024.'"),
        ("2023) was een goed jaar.", "1 fout: deze regel begint met '2023)'"),
        ("- een\n-\n- twee", "2 fout: dit punt van de lijst is leeg"),
        ("+ € 5 miljoen voor wonen", "1 fout: plussen en minnen vallen hier weg"),
        ("+ snel\n- lelijk", "2 fout: plussen en minnen vallen hier weg"),
        ("> 65 jaar en ouder", "1 fout: deze regel begint met > en wordt zo een citaat"),
        (">= 65 jaar", "1 fout: deze regel begint met > en wordt zo een citaat"),
        (
            "a) een\n   1) sub\nb) twee",
            "2 fout: letters en cijfers met ) tellen hier als één lijst door",
        ),
        ("1. een\n2. twee\n   c. z", "3 fout: deze regel komt achter"),
        ("Zie tabel [@kosten].", "1 fout: het woord voor deze verwijzing komt er vanzelf bij"),
        ("[Figuur: bouw].", "1 fout: een figuur of tabel staat op een eigen regel"),
        ("Zie [de site] (https://www.example.org).", "1 fout: tussen de tekst en het adres"),
        ("(1) een\n(2) twee", "1 fout: regels die met '(1)' beginnen, zijn hier geen lijst"),
        ("Telefoon:\t038\nPost:\tbus 1", "1 fout: deze regels met tabs lopen aan elkaar"),
        ("a\tb\nc\td\te", "1 fout: deze regels met tabs lopen aan elkaar: de ene heeft 2 cellen"),
        ("| A | B |\n|:--|==:|\n| 1 | 2 |", "2 fout: de regel onder de kop bestaat niet uit gewone"),
        ("| A | B |\n|—|—|\n| 1 | 2 |", "2 fout: de regel onder de kop bestaat niet uit gewone"),
        ("| A | B |\n|- -|---|\n| 1 | 2 |", "2 fout: de regel onder de kop bestaat niet uit gewone"),
        (
            "| A | B | C |\n|---|---|\n| 1 | 2 | 3 |",
            "2 fout: de kop van deze tabel heeft 3 cellen, en de regel eronder telt er 2",
        ),
        (
            "| A | B |\n| C | D |\n|---|---|\n| 1 | 2 |",
            "1 fout: boven de kop van deze tabel staat nog een rij",
        ),
        ("|---|---|\n| 1 | 2 |", "1 fout: boven deze regel met streepjes staat geen kop"),
        (
            "Table: Kosten\n\n| A | B |\n|---|---|\n| 1 | 2 |",
            "1 fout: zo geschreven krijgt de tabel geen titel",
        ),
        ("| A | B |\n|---|---|\n| 1 | 2 |\n\n: Kosten", "5 fout: zo geschreven krijgt de tabel geen titel"),
        ("| A | B |\n|---|---|\n| 1 | 2 |\n: Kosten", "4 fout: zo geschreven krijgt de tabel geen titel"),
        ("+--+--+\n| a | b |\n+--+--+", "1 fout: een tabel met streepjes en plussen"),
        (
            "+-----+-----+\n| a   | b   |\n+=====+=====+\n| 1   | 2   |\n+-----+-----+",
            "1 fout: een tabel met streepjes en plussen",
        ),
        ("Wonen\n=====", "1 fout: de streep van = onder deze tekst maakt er een titel van"),
        ("Woningbouw\n:   bouwen", "2 fout: een regel die met een dubbele punt begint"),
        ("| regel een\n| regel twee", "1 fout: een regel die met | begint"),
        ("- [ ] nog doen", "1 fout: een vakje om af te vinken"),
        ("*[VNG]: Vereniging", "1 fout: een afkorting wordt niet in de tekst uitgelegd"),
        ("[1]: Besluit van de raad", "1 fout: een regel die met [woord]: begint"),
        ("[1]: https://www.example.org", "1 fout: deze regel, die met [1]: begint, komt niet in het stuk"),
        ("Naam Een\nNaam Twee\nNaam Drie", "2 fout: deze regel komt achter de regel erboven te staan"),
        ("## Kop {#kop .klein}", "1 fout: achter een kop kan geen {#kop .klein} staan"),
        ("Dit is een zin.\n---", "1 fout: de streep onder deze tekst maakt er een kop van"),
        ("De prijs is ~~100~~ 120.", "1 fout: hier staat doorgehaalde tekst (~~)"),
        ('Het is { waarde("x") }.', "1 fout: een uitdrukking staat tussen twee accolades"),
        ("Zie [opwek].", "1 fout: '[opwek]' verwijst naar niets"),
        ("Zie [figuur opwek].", "1 fout: '[figuur opwek]' is geen figuur of tabel"),
        ("Tekst [Open: iets] meer.", "1 fout: een open punt staat op een eigen regel"),
        ("| Wat | Wie |\n|---|---|\n\nErna.", "1 fout: deze tabel heeft alleen een kop"),
        ("[stoplicht: paars]", "1 fout: dit stoplicht is niet te begrijpen"),
    ],
)
def test_what_can_be_meant_in_more_ways_is_refused(text: str, told: str) -> None:
    _, problems = converted(text)
    assert [one for one in problems if one.startswith(told)], problems
    assert len(problems) == 1


BELOW = "fout: onder aan deze alinea lijkt een kop te staan, en hij komt achter de zin erboven"
ABOVE = "fout: boven deze regel lijkt een kop te staan, en beide lopen aan elkaar"
EACH = "2 fout: elke regel lijkt hier een alinea, en het stuk maakt er één van"
LONG = f"De gemeente {'bouwt en ' * 13}werkt."


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("De gemeente verleende 42 subsidies.\nVerenigingen\n\nTekst.", f"2 {BELOW}"),
        (f"{LONG}\nVerenigingen", f"2 {BELOW}"),
        ("De gemeente bouwt.\nZij doet dat graag.\nWat het kost", f"3 {BELOW}"),
        ("De raad bouwt. Dat is goed.\nDe raad doet meer.\nDat was het.", EACH),
        ("1.1 De rapportage geeft een beeld.\nDit blijkt uit de cijfers.", f"2 {ABOVE}"),
        ("Hoe lang duurt het?\nU krijgt binnen 5 dagen antwoord.", f"2 {ABOVE}"),
        ("Hoogachtend,\nhet college", OWN),
        ("Met vriendelijke groet,\nnamens het college", OWN),
    ],
)
def test_headings_and_paragraphs_that_would_run_on_are_refused(text: str, told: str) -> None:
    assert converted(text)[1] == [told]


@pytest.mark.parametrize(
    "text",
    [
        "De gemeente bouwt.\nZij doet dat graag.\nDat was het.",
        f"Sinds mei 2021 is zij definitief een van de [acht\ngebieden](https://example.org/{'a' * 60}).",
        "De raad sprak met dhr. Jansen.\nDaarna was het klaar.",
        f"{'De gemeente bouwt aan de stad en aan het dorp. ' * 2}Zij gaat\ndoor. Dat was het.",
        "De gemeente bouwde in het afgelopen jaar 42 woningen in de wijk Noord.\nDat was meer. Het kon ook.",
        "Meer weet u via de site.\nKijk op www.example.org",
        "De raad sprak over wonen. Daarbij ging het om\nNoord.",
    ],
)
def test_prose_that_goes_on_is_left_alone(text: str) -> None:
    assert converted(text)[1] == []


QUOTED = "fout: in dit citaat komt deze regel achter de regel erboven te staan"
WRAPPED = f"> {'De gemeente bouwt aan de stad en aan het dorp. ' * 2}Zij gaat\n> door. Dat was het."


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("> Eerste regel van het gedicht\n> tweede regel van het gedicht", [f"2 {QUOTED}"]),
        ("> Een regel,\n> nog een,\\\n> en een laatste.", [f"2 {QUOTED}"]),
        ('> "Er is te weinig groen," aldus een bewoner.\n> "En te veel steen."', [f"2 {QUOTED}"]),
        (f'> "{"Er is te weinig groen. " * 4}Ja."\n> "En te veel steen."', [f"2 {QUOTED}"]),
        ("- Punt\n\n  > Eerste regel\n  > tweede regel", [f"4 {QUOTED}"]),
        ("::: kader Stem\n> Eerste regel\n> tweede regel\n:::", [f"3 {QUOTED}"]),
        ("> De gemeente bouwt.\n\nZij doet dat graag.\nDat was het.", []),
        ("> Eerste regel\\\n> tweede regel", []),
        (WRAPPED, []),
    ],
)
def test_lines_of_a_quote_that_would_run_together_are_refused(text: str, told: list[str]) -> None:
    assert converted(text)[1] == told


@pytest.mark.parametrize("lines", ["Naam Een\nNaam Twee\nNaam Drie", "Aanleiding\nDe regio bouwt."])
def test_lines_of_a_box_run_together_no_more_than_those_of_a_text(lines: str) -> None:
    assert converted(f"::: kader Wie\n{lines}\n:::")[1] == [OWN.replace("2", "3", 1)]


def test_the_hint_of_lines_in_square_brackets_is_a_footnote() -> None:
    converter = Converter(_Blind())
    converter.sections("[1] Woondeal\n[2] Regiodeal", "water.md", 1, level=4, prefix="w")
    assert converter.problems[0].hint == "een voetnoot is [^1] in de tekst, en onderaan [^1]: …"


def test_a_short_line_without_an_end_may_have_been_a_heading() -> None:
    converter = Converter(_Blind())
    converter.sections("Aanleiding\nDe regio bouwt.", "water.md", 1, level=4, prefix="w")
    assert "een kop krijgt '## ' ervoor" in str(converter.problems[0].hint)


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("Kerkstraat 1\n1234 AB Voorbeeldstad", "<p>Kerkstraat 1<br/>1234 AB Voorbeeldstad</p>"),
        ("een\u2028twee", "<p>een<br/>twee</p>"),
        ("5*6 en 7*8", "<p>5*6 en 7*8</p>"),
        ("Een \\*ster\\* en \\*\\*twee\\*\\*", "<p>Een *ster* en **twee**</p>"),
        ("Zie \\[opwek]. Zie \\[figuur opwek].", "<p>Zie [opwek]. Zie [figuur opwek].</p>"),
        (
            "De provincie werkt samen met de gemeenten, het waterschap en met de\nRegio Zwolle.",
            "<p>De provincie werkt samen met de gemeenten, het waterschap en met deRegio Zwolle.</p>",
        ),
        ("Een alinea.\n\xa0\nNog een.", "<p>Een alinea.</p><p>Nog een.</p>"),
        ("Een zin.\nNog een zin.", "<p>Een zin.Nog een zin.</p>"),
        ("Map N:\\data\\*.xls en *meer*.", "<p>Map N:\\data\\*.xls en <em>meer</em>.</p>"),
        ("Op \\\\server\\map\\_oud_ staat het.", "<p>Op \\\\server\\map\\_oud_ staat het.</p>"),
        ("In C:/map/_nieuw_/x.", "<p>In C:/map/_nieuw_/x.</p>"),
        ("CO~2~ en m^2^.", "<p>CO<sub>2</sub> en m<sup>2</sup>.</p>"),
        ("Bedrag* en prijs*", "<p>Bedrag* en prijs*</p>"),
        ("Wij bouwen woon-\nen werkruimte.", "<p>Wij bouwen woon-en werkruimte.</p>"),
        ("M*A*S*H, a*b*c", "<p>M*A*S*H, a*b*c</p>"),
        (
            "Een zin.  Nog een zin\ndie doorgaat.  En klaar.",
            "<p>Een zin.  Nog een zindie doorgaat.  En klaar.</p>",
        ),
        ("Groet\\\nJan\\", "<p>Groet<br/>Jan</p>"),
        ("Een woord\ten nog een woord.", "<p>Een woord en nog een woord.</p>"),
        ("a. een\n\nb. twee", '<ol class="letters"><li><p>een</p></li><li><p>twee</p></li></ol>'),
        ("Wij gingen naar\nDelden en\nGoor.", "<p>Wij gingen naarDelden enGoor.</p>"),
        ("##Kop", '<h4 id="w-kop">Kop</h4>'),
        ("## Kop\n\n### Onder", '<h4 id="w-kop">Kop</h4><h5 id="w-onder">Onder</h5>'),
        ("Water\n-----\n\nTekst.", '<h4 id="w-water">Water</h4><p>Tekst.</p>'),
        ("[Pagina-Einde]", '<hr class="pagina-einde"/>'),
        ("[pagina einde]", '<hr class="pagina-einde"/>'),
        ("[stoplicht: Rood, vertraagd]", "<p>■\xa0vertraagd</p>"),
        ("[stoplicht: groen]", "<p>✓\xa0groen</p>"),
        (
            "Zie www.example.org/a_b_c, en (https://x.nl/*a*/b).",
            '<p>Zie <a href="https://www.example.org/a_b_c">www.example.org/a_b_c</a>, en '
            '(<a href="https://x.nl/*a*/b">https://x.nl/*a*/b</a>).</p>',
        ),
        (
            "Mail jan@example.org<mailto:jan@example.org>.",
            '<p>Mail <a href="mailto:jan@example.org">jan@example.org</a>.</p>',
        ),
        ("Mail <mailto:jan@a.nl>.", '<p>Mail <a href="mailto:jan@a.nl">jan@a.nl</a>.</p>'),
        (
            "Zie www.example.org/a <https://www.example.org/a/>.",
            '<p>Zie <a href="https://www.example.org/a">www.example.org/a</a>.</p>',
        ),
        ("Huur (zie lid 1).\n\n1) sociaal", "<p>Huur (zie lid 1).</p><ol><li>sociaal</li></ol>"),
        (
            "**Huur\nen koop**\n\n* een\n* twee",
            "<p><strong>Huuren koop</strong></p><ul><li>een</li><li>twee</li></ul>",
        ),
        ("Aantal* woningen.\n\n\\* Zonder sloop.", "<p>Aantal* woningen.</p><p>* Zonder sloop.</p>"),
        (
            "Mail info@example.org.",
            '<p>Mail <a href="mailto:info@example.org">info@example.org</a>.</p>',
        ),
        (
            "[www.example.org](https://www.example.org)",
            '<p><a href="https://www.example.org">www.example.org</a></p>',
        ),
    ],
)
def test_what_can_be_meant_in_one_way_becomes_that(text: str, html: str) -> None:
    made, problems = converted(text)
    assert (made, [one for one in problems if "fout" in one]) == (html, [])


@pytest.mark.parametrize(
    "text",
    [
        "Huur[^1] en koop.\n\n[^1]: sociaal",
        "Huur 1) en koop.\n\n1. sociaal",
        "Aantal* woningen.\n\n- Zonder sloop.",
        "Huur[^Noot-1].\n\n[^Noot-1]: sociaal",
        "Dit:\n\n- wonen\n- werken",
        "- de kosten, bijv.\nde huur",
        "| A |\n|---|\n| 1 |\n\nBron: CBS",
        "1. een\n2. twee",
        "- a\\. een\n- 2023\\. twee",
        "\\*wonen",
        "::: tabel naam Kosten\n\n| A | B |\n|---|---|\n| 1 | 2 |\n\n:::",
        "| Kop | Kop |\n|---|---|\n| 1 | 2 |",
    ],
)
def test_what_a_hint_tells_to_write_is_taken(text: str) -> None:
    assert converted(text)[1] == []


@pytest.mark.parametrize("text", ["1) een\n\na) x\nb) y", "1. een\n\ni. x\nii. y", "a) x\n\n1) een\n\nb) y"])
def test_letters_and_digits_are_not_counted_as_one_list(text: str) -> None:
    _, problems = converted(text)
    assert "3 fout: een lijst met letters en een met cijfers tellen hier als één lijst door" in problems


NESTED = "tip: punten onder elkaar zijn gelezen als lijsten in elkaar"


@pytest.mark.parametrize(
    "text",
    [
        "1.\tDe raad;\na.\twonen;\nb.\twerken;\n2.\tHet college;\na.\twater.",
        "1. De raad;\na. wonen;\nb. werken;\n2. Het college;\na. water.",
        "1)\tDe raad;\na)\twonen;\nb)\twerken;\n2)\tHet college;\na)\twater.",
    ],
)
def test_letters_right_below_a_number_belong_to_it(text: str) -> None:
    html, told = converted(text)
    first = '<li>De raad;<ol class="letters"><li>wonen;</li><li>werken;</li></ol></li>'
    assert html == f'<ol>{first}<li>Het college;<ol class="letters"><li>water.</li></ol></li></ol>'
    assert told == [f"2 {NESTED}"]


@pytest.mark.parametrize(
    ("text", "html"),
    [
        (
            "a. p\ni. q\nii. r\nb. s",
            '<ol class="letters"><li>p<ol class="romeins"><li>q</li><li>r</li></ol></li><li>s</li></ol>',
        ),
        (
            "1.\tx\na.\tp;\n1°.\tq;\n2°.\tr;\nb.\ts",
            '<ol><li>x<ol class="letters"><li>p;<ol class="graden"><li>q;</li><li>r;</li></ol></li>'
            "<li>s</li></ol></li></ol>",
        ),
        (
            "1. x\n\na. y\n\nb. z\n\n2. p",
            '<ol><li><p>x</p><ol class="letters"><li><p>y</p></li><li><p>z</p></li></ol></li>'
            "<li><p>p</p></li></ol>",
        ),
        (
            "1. x\na. y\n   i. p\n   ii. q\nb. z\n2. r",
            '<ol><li>x<ol class="letters"><li>y<ol class="romeins"><li>p</li><li>q</li></ol></li>'
            "<li>z</li></ol></li><li>r</li></ol>",
        ),
        (
            "1. x\n-\tp\n-\tq\n2. y",
            "<ol><li>x<ul><li>p</li><li>q</li></ul></li><li>y</li></ol>",
        ),
        (
            "1. x\na. y\n•\tp\n•\tq\nb. z",
            '<ol><li>x<ol class="letters"><li>y<ul><li>p</li><li>q</li></ul></li><li>z</li></ol></li></ol>',
        ),
        (
            "1. x\na. y\n\t•\tp\n\t•\tq\nb. z",
            '<ol><li>x<ol class="letters"><li>y<ul><li>p</li><li>q</li></ul></li><li>z</li></ol></li></ol>',
        ),
        (
            "1. x\na. y\n1) p\n2) q\nb. z",
            '<ol><li>x<ol class="letters"><li>y<ol class="cijfers"><li>p</li><li>q</li></ol></li>'
            "<li>z</li></ol></li></ol>",
        ),
        ("1. x\n2. y\n\n- p\n- q", "<ol><li>x</li><li>y</li></ol><ul><li>p</li><li>q</li></ul>"),
        (
            "1. x\n2. y\n\na. p\nb. q",
            '<ol><li>x</li><li>y</li></ol><ol class="letters"><li>p</li><li>q</li></ol>',
        ),
        ("1. Het vroor, tot\n- 12 graden.", "<ol><li>Het vroor, tot</li></ol><ul><li>12 graden.</li></ul>"),
        ("h. x\ni. y\nj. z", '<ol start="8" class="letters"><li>x</li><li>y</li><li>z</li></ol>'),
        ("1. Zie artikel 3, onder\na. van de wet.", "<ol><li>Zie artikel 3, ondera. van de wet.</li></ol>"),
    ],
)
def test_items_that_can_belong_to_one_other_only_stand_in_it(text: str, html: str) -> None:
    made, told = converted(text)
    assert (made, [one for one in told if "fout" in one]) == (html, [])


@pytest.mark.parametrize(
    "text", ["a. x\nb. y\n1. p\n2. q", "1. p\na. x\nb. y\n1. q\n2. r", "1. p\nc. x\nd. y\n2. q"]
)
def test_letters_and_digits_that_take_turns_in_another_way_are_refused(text: str) -> None:
    _, told = converted(text)
    assert [one.split(": ")[1] for one in told if "fout" in one] == [
        "horen deze punten onder het punt erboven? Zij staan even ver naar links"
    ]


def test_a_sign_before_a_number_is_one_sign_too_many() -> None:
    _, problems = converted("• 1. een\n• 2. twee")
    assert problems == [f"1 {LIST}", "1 fout: hier staan twee opsommingstekens of nummers voor één punt"]


@pytest.mark.parametrize("text", ["[Open: wat nog]", "[open punt: wat nog]", "[ OPEN : wat nog]"])
def test_an_open_point_is_one_however_it_is_written(text: str) -> None:
    converter = Converter(_Blind())
    converter.sections(text, "water.md", 1, level=4, prefix="w")
    assert [words for words, _ in converter.open_points] == ["wat nog"]


def test_a_tip_is_given_once_for_each_text() -> None:
    _, problems = converted("•\ta\n\nTekst.\n\n•\tb\n\n•\tc")
    assert problems == [f"1 {LIST}"]


def test_the_title_may_stand_above_the_text_once_more() -> None:
    converter = Converter(_Blind())
    made = converter.sections("# Water\n\nTekst.", "w.md", 1, level=4, prefix="w", title="Water")
    assert "Tekst." in made[0].body
    assert converter.problems == []
