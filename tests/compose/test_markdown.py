"""What the Markdown of authors may not say, with the line that says it; and what stays within bounds."""

from __future__ import annotations

import re
import time

import pytest
from hypothesis import given, settings
from hypothesis.strategies import from_regex
from inserts import Inserts
from markupsafe import Markup

from rapportage.bounds import MAX_NESTING
from rapportage.compose.prose.markdown import Converter
from rapportage.compose.prose.slips import _IN_WORDS, _SIGN, Slip
from rapportage.errors import Place, in_order

FIRST = 5
"""The line of the file on which these texts begin, as behind front matter."""


def xhtml(text: str, level: int = 3, prefix: str = "water") -> str:
    converter = Converter(Inserts())
    sections = converter.sections(text, "water.md", FIRST, level=level, prefix=prefix)
    assert converter.problems == []
    return unmarked("".join(section.heading + section.body for section in sections))


def unmarked(words: str) -> str:
    """The XHTML without the marks around what an expression became."""
    return re.sub(r"<\?gemaakt.*?\?>", "", words)


def told(text: str) -> list[str]:
    """What is said of a text, each thing once: 'line: message', lines counted from its own first."""
    converter = Converter(Inserts())
    converter.sections(text, "water.md", FIRST, level=3, prefix="water")
    assert {problem.at.file for problem in converter.problems} <= {"water.md"}
    return [f"{problem.at.line - FIRST + 1}: {problem.message}" for problem in in_order(converter.problems)]


HTML = "hier staat HTML"
CELLS = "deze rij van de tabel heeft 1 cel, de kop heeft er 2"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # The line is that of the slip, wherever it stands.
        ("een\n\ntwee <b>x</b>", [f"3: {HTML}"]),
        ("een\ntwee\ndrie <b>", [f"3: {HTML}"]),
        ("een  \ntwee <b>", [f"2: {HTML}"]),
        ("<div>\nx\n</div>", [f"1: {HTML}"]),
        ("<!-- later -->\n\nTekst", []),
        ("Tekst <!-- noot --> en\n<!-- nog\n\neen -->\nmeer", []),
        ("<!-- noot --> meer", ["1: achter deze aantekening (<!-- … -->) staat nog tekst"]),
        (
            "Tekst\n\n<!-- later\n\nMeer",
            ["3: deze aantekening (<!--) wordt niet gesloten, en de rest van de tekst valt erin"],
        ),
        ("<table><tr><td>a</td></tr></table>", ["1: een tabel in HTML kan hier niet"]),
        ("- een\n- twee\n  - drie <b>", [f"3: {HTML}"]),
        ("1. een\n\n   twee\n   drie <b>", [f"4: {HTML}"]),
        ("> een\\\n> twee <b>", [f"2: {HTML}"]),
        ("::: kader Titel\n\n- een\n- twee <b>\n:::", [f"4: {HTML}"]),
        ("::: kader Titel <b>\nTekst\n:::", [f"1: {HTML}"]),
        ("| a | b |\n|---|---|\n| c | d |\n| e | <b> |", [f"4: {HTML}"]),
        ("| a | b |\n|---|---|\n| c | d |\n| e |", [f"4: {CELLS}"]),
        ("::: tabel t Titel\n\n| a | b |\n|---|---|\n| c |\n:::", [f"5: {CELLS}"]),
        ("a[^1]\n\n[^1]: noot <b>", [f"3: {HTML}"]),
        ("a[^1]\n\n[^1]: een\n\n    twee <b>", [f"5: {HTML}"]),
        ("a {{ som(\n1,\n2) }} b\n<b>", [f"4: {HTML}"]),
        ("a [b](\nhttps://a.nl) c\n<b>", [f"3: {HTML}"]),
        ("[b]{lang=en\n} c\n<b>", [f"3: {HTML}"]),
        ("## Kop <b>", [f"1: {HTML}"]),
        ("Kop <b>\n---", [f"1: {HTML}"]),
        # Notes.
        ("a[^1]", ["1: voetnoot '1' bestaat niet"]),
        ("a\n\n[^1]: noot", ["3: naar voetnoot '1' verwijst niets"]),
        ("a[^1] b[^1]\n\n[^1]: noot", []),
        ("a[^1]\n\n[^1]: noot\n[^1]: nog een", ["4: voetnoot '1' staat er twee keer"]),
        ("a[^1]\n\n[^1]: b[^2]\n\n[^2]: c", ["3: een voetnoot kan geen voetnoot bevatten"]),
        ("a[^1]\n\n[^1]: b[^1]", ["3: een voetnoot kan geen voetnoot bevatten"]),
        ("a[^1]\n\n[^1]: b\n\n    - c", ["5: in een voetnoot past alleen lopende tekst"]),
        ("a ^[noot]", ["1: een voetnoot staat niet in de zin zelf"]),
        (
            "::: kader Titel[^1]\nTekst\n:::\n\n[^1]: noot",
            ["1: in een titel past geen voetnoot", "5: naar voetnoot '1' verwijst niets"],
        ),
        # Links.
        ("[a](bijlage.pdf)", ["1: de koppeling naar 'bijlage.pdf' werkt niet in een document"]),
        ("[a](javascript:x)", ["1: de koppeling naar 'javascript:x' werkt niet in een document"]),
        ('[a](https://a.nl "b")', ["1: een koppeling heeft geen titel"]),
        ("[](https://a.nl)", ["1: deze koppeling heeft geen tekst"]),
        ("[a](https://a.nl/een pad)", ["1: deze koppeling is niet te lezen"]),
        ("[a [b](https://b.nl)](https://a.nl)", ["1: deze koppeling is niet te lezen"]),
        ("[a <https://b.nl>](https://a.nl)", ["1: een koppeling kan geen koppeling bevatten"]),
        # A language.
        ("[a]{lang=}", ["1: achter [tekst] kan alleen een taal staan"]),
        ("[a]{lang=en .rood}", ["1: achter [tekst] kan alleen een taal staan"]),
        ("[a]{lang=Engels!}", ["1: achter [tekst] kan alleen een taal staan"]),
        ("[a]{style=x}", ["1: achter [tekst] kan alleen een taal staan"]),
        # Figures and tables.
        ("zie [figuur: a]", ["1: een figuur of tabel staat op een eigen regel"]),
        ("[figuren: a]", ["1: '[figuren: a]' is niet te begrijpen"]),
        ("[figuur: a, b]", ["1: '[figuur: a, b]' is niet te begrijpen"]),
        ("[tabel:]", ["1: '[tabel:]' is niet te begrijpen"]),
        # Blocks.
        ("::: kadr Titel\nTekst\n:::", ["1: '::: kadr' is geen soort blok"]),
        ("::: kader Titel\nTekst", ["1: dit blok wordt niet gesloten"]),
        ("::: kader\nTekst\n:::", ["1: dit kader heeft geen titel"]),
        ("::: tabel\n\n| a |\n|---|\n| b |\n:::", ["1: deze tabel mist een naam of een titel"]),
        ("::: tabel De kosten\n\n| a |\n|---|\n| b |\n:::", ["1: deze tabel mist een naam of een titel"]),
        (
            "::: tabel thema's De kosten\n\n| a |\n|---|\n| b |\n:::",
            ["1: 'thema's' kan geen naam van een tabel zijn"],
        ),
        ("::: tabel t Titel\nTekst\n:::", ["1: in '::: tabel' hoort precies één tabel"]),
        # Headings and what has no place in a council paper.
        ("# Kop", ["1: een kop met één # is er alleen voor de titel"]),
        ("##### Kop", ["1: deze kop is te diep"]),
        ("a\n\n---\n\nb", ["3: hier staat een streep (---)"]),
        ("    a", ["1: deze regel springt vier spaties in en wordt zo geen gewone tekst"]),
        ("```\na\n```", ["1: hier staat een codeblok"]),
        ("a `b`", ["1: hier staat tekst tussen backticks (`)"]),
        ("![a](b.png)", ["1: hier staat een afbeelding in de tekst"]),
        # Expressions.
        ('a {{ waarde("woningen")', ["1: een uitdrukking wordt niet gesloten"]),
        ('a waarde("woningen") }}', ["1: een uitdrukking wordt niet gesloten"]),
        # All of a text together.
        (
            "a `b`\n\n[c](d)\n\n# E",
            [
                "1: hier staat tekst tussen backticks (`)",
                "3: de koppeling naar 'd' werkt niet in een document",
                "5: een kop met één # is er alleen voor de titel",
            ],
        ),
    ],
)
def test_what_a_paper_cannot_hold_is_told_with_its_line(text: str, expected: list[str]) -> None:
    assert told(text) == expected


# --- what comes out --------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("een", '<p data-bron="water.md:5">een</p>'),
        ("een\n\ntwee", '<p data-bron="water.md:7">twee</p>'),
        ("- een\n\n  twee", '<p data-bron="water.md:7">twee</p>'),
        ("een\n\n- twee", '<ul data-bron="water.md:7">'),
        ("::: kader Titel\n\nTekst\n:::", '<p data-bron="water.md:7">Tekst</p>'),
        ("een\n\n| a |\n|---|\n| b |", '<div class="tabel" data-bron="water.md:7-9">'),
        ("een\n\n| a |\n|---|\n| b |", '<tr data-bron="water.md:9"><td>b</td></tr>'),
        ("een\n\n- twee\n- drie", '<li data-bron="water.md:8">drie</li>'),
        ("een\n\n> twee", '<blockquote data-bron="water.md:7">'),
        ("een\n\n## Kop", ' data-bron="water.md:7">Kop</h3>'),
    ],
)
def test_a_block_carries_its_line_in_the_file(text: str, place: str) -> None:
    assert place in xhtml(text)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ('::: kader Er zijn {{ waarde("woningen") }}\nTekst\n:::', "Er zijn 1.348</p>"),
        ("::: kader Een *groot* plan\nTekst\n:::", "Een <em>groot</em> plan</p>"),
        ("::: kader Een \\*ster\\* & <\nTekst\n:::", "Een *ster* &amp; &lt;</p>"),
        (
            '::: tabel t Stand van {{ waarde("woningen") }}\n\n| a |\n|---|\n| b |\n:::',
            "<caption>Stand van 1.348</caption>",
        ),
    ],
)
def test_a_title_behind_colons_is_running_text_too(text: str, words: str) -> None:
    assert words in xhtml(text)


def test_headings_get_names_that_differ() -> None:
    text = "## Één plan\n\na\n\n## Een plan\n\nb\n\n### Een plan\n\nc\n\n## ---\n\nd"
    found = xhtml(text).split('id="')[1:]
    assert [one.split('"')[0] for one in found] == [
        "water-een-plan",
        "water-een-plan-2",
        "water-een-plan-3",
        "water",
    ]


def test_a_bar_that_is_written_with_a_backslash_parts_no_cells() -> None:
    text = "| a | b |\n|---|---|\n| een \\| twee | c |"
    assert told(text) == []
    assert "<td>een | twee</td>" in xhtml(text)


def test_a_cell_takes_running_text_only() -> None:
    converter = Converter(Inserts())
    assert unmarked(converter.inline("a *b* {{ som(1, 2) }}", Place("t.yaml", 3))) == "a <em>b</em> 3"
    assert converter.inline("", Place("t.yaml", 3)) == Markup("")
    assert converter.problems == []
    converter.inline("- a\n- b", Place("t.yaml", 3))
    converter.inline("a\n\nb", Place("t.yaml", 4))
    assert [(one.message, one.at.line) for one in converter.problems] == [
        ("hier past alleen lopende tekst", 3),
        ("hier past alleen lopende tekst", 4),
    ]


@pytest.mark.parametrize("words", ["> 95%", "+ 5%", "1. halen", "12) van 14", "# 3", "< 2"])
def test_a_cell_that_begins_like_a_block_says_what_it_says(words: str) -> None:
    converter = Converter(Inserts())
    said = unmarked(converter.inline(words, Place("t.yaml", 3))).replace("&gt;", ">").replace("&lt;", "<")
    assert said == words
    assert converter.problems == []


# --- bounds ----------------------------------------------------------------------------------

DEEP = {
    "quotes": "> " * 1000 + "x",
    "lists": "\n".join("  " * depth + "- x" for depth in range(1000)),
    "one line of lists": "- " * 1000 + "x",
    "emphasis": "*a **b " * 1000 + "c" + "** d*" * 1000,
    "brackets": "[" * 1000 + "x" + "]" * 1000,
    "links": "[" * 1000 + "x" + "](https://a.nl)" * 1000,
    "braces": "{{" * 20_000,
    "boxes": "".join(f"{':' * (1003 - depth)} kader T\n" for depth in range(1000)),
}


@pytest.mark.slow
@pytest.mark.parametrize("what", DEEP)
def test_a_thousand_levels_end_in_a_problem_within_seconds(what: str) -> None:
    start = time.process_time()
    problems = told(DEEP[what])
    assert time.process_time() - start < 20
    if what != "brackets":
        assert problems


def test_as_many_levels_as_a_paper_could_need_pass() -> None:
    assert MAX_NESTING >= 12
    assert xhtml("- a\n  - b\n    - c\n      1. d").count("<li ") == 4


@pytest.mark.parametrize("slip", _IN_WORDS, ids=lambda slip: slip.pattern[:12])
def test_words_without_a_sign_need_no_look_for_slips(slip: Slip) -> None:
    @given(from_regex(slip.pattern))
    @settings(max_examples=10, database=None)
    def has_a_sign(words: str) -> None:
        assert _SIGN.search(words)

    has_a_sign()


@pytest.mark.parametrize("colons", [":::", "::::", ":::::"])
def test_a_box_in_a_box_is_closed_whatever_its_colons(colons: str) -> None:
    inner = "::: tabel plan Planning\n\n| A | B |\n|---|---|\n| a | b |\n\n:::"
    text = f"{colons} liggend\n\n{inner}\n\n{colons}\n\nErna."
    assert told(text) == []
    page, _, _ = xhtml(text).partition("Erna.")
    assert page.count("<table") == 1
    assert page.count("<div") == page.count("</div>")
