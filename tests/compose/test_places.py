"""Words, blocks and their parts know their own lines, wherever the author wrote them."""

from __future__ import annotations

import pickle
import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from inserts import Inserts
from markupsafe import Markup

from rapportage.build.check import check
from rapportage.compose.places import marked, noted, read_place
from rapportage.compose.prose.markdown import Converter
from rapportage.compose.reading.read import read_document
from rapportage.compose.resolve import resolve
from rapportage.document import Document, List, Paragraph, Table, inlines_of, walk
from rapportage.errors import ContentError, Place
from rapportage.inlines import Footnote, Inlines, LineBreak, NoteMark, Reference, Text
from rapportage.periode import parse_periode
from rapportage.workspace import Workspace
from rapportage.writers.html import write_html

FIRST = 5
"""The line of the file on which these texts begin, as behind front matter."""

PERIODE = parse_periode("2024-H1")


def read(markdown: str) -> Document:
    converter = Converter(Inserts())
    sections = converter.sections(markdown, "water.md", FIRST, level=3, prefix="water")
    # Texts of a word a line look like lines that were not meant to go on.
    assert [one for one in converter.problems if one.rule != "geplakt"] == []
    body = "".join(section.heading + section.body for section in sections)
    head = '<title>Proef</title><meta name="date" content="2022-01-10"/>'
    return read_document(f"<html><head>{head}</head><body>{body}</body></html>", "proef.html.j2")


def words(content: Inlines) -> Iterator[tuple[str, Place]]:
    """Every word with its place, those of notes too."""
    for inline in content:
        match inline:
            case Text():
                yield from ((word, place) for line, place in inline.lines() for word in line.split())
            case LineBreak() | NoteMark():
                pass
            case Reference():
                yield inline.target, inline.place
            case _:
                yield from words(inline.content)


def lines(document: Document) -> dict[str, int]:
    """The line of each word in the file, counted from the first line of the text."""
    found = [
        one for block in walk(document.blocks) for content in inlines_of(block) for one in words(content)
    ]
    assert {place.file for _, place in found} <= {"water.md"}
    return {word: place.line - FIRST + 1 for word, place in found}


TEXTS = [
    "a1\na2\na3",
    "a1  \na2\\\na3",
    "a1 **b1\nb2** a2 *c2 **d2\nd3** c3* a3",
    "a1 [b1\nb2](https://example.org) a2\na3",
    "a1 [b1](\nhttps://example.org) a2\na3",
    "a1 [b1]{lang=en\n} a2\na3",
    "a1 {{ som(\n1,\n2) }} a3\na4",
    "a1\n{{ som(1, 2) }}\na3",
    "a1\n&euml;2 \\*2\na3",
    "a1\n<https://example.org/2>\na3",
    "a1[^1]\na2 a2\n\n[^1]: n4\n    n5\n\n    n7\n    n8\n\na10\na11",
    "a1[^1] a1[^2]\na2\n\n[^2]: m4\n[^1]: n5",
    "- i1\n- i2\n- i3",
    "- i1\n- i2\n  i3\n\n  a5\n  a6\n- i7",
    "- i1\n  - j2\n    j3\n    - k4\n- i5\n  1. j6\n  2. j7",
    "1. i1\n\n   a3\n\n2. i5\nlui6",
    "> q1\n> q2\n>\n> - i4\n> - i5",
    "::: kader t1\n\na3\na4\n\n- i6\n- i7\n:::\n\na10",
    "| h1 | h1 |\n|---|---|\n| c3 | c3 |\n| c4 | **c4** |",
    "a1\n\n::: tabel t t3\n\n| h5 |\n|---|\n| c7 |\n:::",
    "::: liggend\n\na3\na4\n\n| h6 |\n|---|\n| c8 |\n\n:::\n\na12",
    "a1\n\n## k3\n\na5\na6\n\nk8\n---\n\na11",
    "[open: p1\np2]\n\na4",
    "[open:\np2\np3]",
    "- [open: p1]\n- i2",
]
"""Texts whose words end in the number of their line."""


WORD = re.compile("[a-zë]+([0-9]+)")


@pytest.mark.parametrize("text", TEXTS)
def test_every_word_knows_its_own_line(text: str) -> None:
    told = {word: line for word, line in lines(read(text)).items() if WORD.fullmatch(word)}
    # Each matched above, which the type checker cannot know.
    assert told == {word: int(WORD.fullmatch(word)[1]) for word in told}  # type: ignore[index]
    assert len(told) > 1


def test_a_reference_and_a_note_know_their_own_lines() -> None:
    (block,) = read("een\n[@water]\ndrie[^1]\n\n[^1]: noot\n    verder").blocks
    assert isinstance(block, Paragraph)
    reference, note = (one for one in block.content if isinstance(one, Reference | Footnote))
    assert reference.place == Place("water.md", FIRST + 1)
    assert (note.place.line, note.place.last) == (FIRST + 4, FIRST + 5)


def test_a_reference_that_finds_nothing_is_told_at_its_own_line() -> None:
    with pytest.raises(ContentError) as error:
        resolve(read("een\ntwee [@water]\n\n- drie\n- vier\n  [@wonen]"))
    assert [one.at.line - FIRST + 1 for one in error.value.problems] == [2, 6]


PARTS = [
    "een",
    "**twee**",
    "[drie](https://a.nl)",
    "  vier",
    "_vijf",
    "zes_",
    "[@zeven]",
    "{{ som(1, 7) }} keer",
]


@given(st.lists(st.sampled_from(PARTS), min_size=1))
def test_lines_leave_no_trace_in_the_words(parts: list[str]) -> None:
    below, beside = read("\n".join(parts)), read(" ".join(part.strip() for part in parts))
    assert below == beside
    assert write_html(below) == write_html(beside)


# --- blocks ----------------------------------------------------------------------------------


BLOCKS = """\
een
twee

- drie
- vier
  - vijf

  zes

::: kader Titel

tien

:::

| a |
|---|
| b |

> c
> d

::: tabel t Titel

| e |
|---|
| f |

:::
"""


def spot(place: Place) -> tuple[int, int]:
    return place.line - FIRST + 1, place.last - FIRST + 1


def test_blocks_and_their_parts_know_their_first_and_last_line() -> None:
    blocks = read(BLOCKS).blocks
    assert [(type(one).__name__, *spot(one.place)) for one in walk(blocks)] == [
        ("Paragraph", 1, 2),
        ("List", 4, 8),
        ("Paragraph", 4, 4),
        ("Paragraph", 5, 5),
        ("List", 6, 6),
        ("Paragraph", 6, 6),
        ("Paragraph", 8, 8),
        ("Kader", 10, 14),
        ("Paragraph", 12, 12),
        ("Table", 16, 18),
        ("Quote", 20, 21),
        ("Paragraph", 20, 21),
        ("Table", 23, 29),
    ]
    found = [block for block in blocks if isinstance(block, List | Table)]
    assert isinstance(found[0], List)
    assert [spot(item.place) for item in found[0].items] == [(4, 4), (5, 8)]
    assert isinstance(found[1], Table)
    assert [spot(cell.place) for row in (*found[1].head, *found[1].body) for cell in row.cells] == [
        (16, 16),
        (18, 18),
    ]


@pytest.mark.parametrize(
    "place",
    [
        Place("a.md", 3),
        Place("a.md", 3, None, 7),
        Place("a b: c#d.yaml", 3, None, 4, "delen/0/titel"),
        Place("x.yaml", 3, 9, None, "sleutel: met ~1 en #"),
    ],
)
def test_a_place_is_read_as_it_was_noted(place: Place) -> None:
    found = read_place(noted(place))
    assert found is not None
    assert (found.file, found.line, found.end, found.path) == (place.file, place.line, place.end, place.path)


@pytest.mark.parametrize("mark", ["<?regel x?>", "<?regel?>", "<?php 3?>", "<?gemaakt x?>", "<?gemaakt 61?>"])
def test_a_mark_that_is_none_of_ours_is_refused(mark: str) -> None:
    page = f'<html><head><meta name="date" content="2022-01-10"/></head><body><p>a{mark}b</p></body></html>'
    with pytest.raises(ContentError, match="kan niet tussen woorden staan"):
        read_document(page, "proef.html.j2")


@pytest.mark.parametrize("change", [str, str.upper, str.lower, lambda words: words.replace("-", " ")])
def test_what_made_words_stays_known_when_a_template_changes_them(change: Callable[[Markup], str]) -> None:
    title = Markup("a-") + marked("93 b", expression='waarde("a-b")', series=("a-b",), periode="2021-H2")
    head = '<head><meta name="date" content="2022-01-10"/></head>'
    (paragraph,) = read_document(f"<html>{head}<body><p>{change(title)}</p></body></html>", "x.j2").blocks
    assert isinstance(paragraph, Paragraph)
    (text,) = paragraph.content
    assert isinstance(text, Text)
    assert text.text == change(Markup("a-93 b"))
    (made,) = text.made
    assert (made.text, made.expression, made.series, made.periode) == (
        *(change(Markup("93 b")), 'waarde("a-b")', ("a-b",), "2021-H2"),
    )


# --- a whole workspace -------------------------------------------------------------------------

SNOW = "☃"
WATER = """\
---
titel: Water ☃
opgave: water
portefeuillehouder: E. Wethouder ☃
---
Twee plaatjes
naast
elkaar ☃:

[figuren: dijk, waterschap]

::: kader Let op ☃

Het peil stijgt:

- natte kelders
- droge zolders
- een ☃
  1. in het noorden
  2. in het ☃

Meer *volgt
☃*.
:::

> Water kent
> geen ☃.
>
> - Ook geen ☃.

| Vorm | Aantal |
|------|--------|
| een  | 2 |
| drie ☃ | 4 |

::: tabel eigen Titel ☃

| a | b ☃ |
|---|---|
| c | d |

:::

## Kop ☃

Een noot[^1]
en ☃.

[^1]: Eerst dit,
    dan ☃.

    En ☃.

[figuur: opgaven]

[figuur: sierlijn]
"""
TABEL = """\
titel: >-
  Een titel
  over ☃ meer
  regels, {{ waarde("woningen") }} ☃
bron: Woonmonitor ☃
kolommen:
  - kop: Soort ☃
  - kop: |
      Vorige
      ☃ periode
rijen:
  - [Alle, '☃']
  - - tekst: Sociaal ☃
    - over-rijen: 1
      tekst: ☃
  - [a,
     b ☃]
"""
CHANGES = {
    "2024-H1/rapportage.yaml": [
        ("ondertitel: Eerste", "ondertitel: ☃ Eerste"),
        ("titel: Opgaven", "titel: Opgaven ☃"),
        ("titel: Naslag", "titel: Naslag ☃"),
        ("titel: Kaart", "titel: ☃ Kaart"),
        ("onderwerp: De", "onderwerp: ☃ De"),
        ("voetregel: ", "voetregel: ☃ "),
    ],
    "2024-H1/figuren/dijk.yaml": [
        ("bijschrift: De dijk", "bijschrift: De\n  dijk\n  ☃"),
        ("naam: Waterschap", "naam: Waterschap ☃"),
    ],
    "2024-H1/figuren/opgaven.yaml": [("bron: Regio", "bron: ☃ Regio")],
    "organisatie.yaml": [
        ("naam: Voorbeeldstad", "naam: Voorbeeldstad ☃"),
        ("naam: B. Opvolger", "naam: B. Opvolger ☃"),
        ("naam: E. Wethouder", "naam: E. Wethouder ☃"),
    ],
    "2024-H1/bijlage/wonen.md": [("E. Wethouder", "E. Wethouder ☃")],
    "2024-H1/raadsvoorstel.md": [
        ("    - sociale", "    - ☃ sociale"),
        ("- en een detail", "- en een ☃"),
        ("periode.\n", "periode\n☃.\n"),
    ],
}


def test_each_line_with_a_character_that_cannot_be_printed_is_told(klein: Path) -> None:
    content = klein / "content"
    (content / "2024-H1/bijlage/water.md").write_text(WATER, "utf-8")
    (content / "2024-H1/tabellen/tabel-wonen.yaml").write_text(TABEL, "utf-8")
    for name, pairs in CHANGES.items():
        text = (content / name).read_text("utf-8")
        for old, new in pairs:
            assert text.count(old) == 1, old
            text = text.replace(old, new)
        (content / name).write_text(text, "utf-8")
    problems = [one for one in check(Workspace(klein), PERIODE).problems if one.rule != "geplakt"]
    assert {one.message for one in problems} == {"het teken '☃' (U+2603) staat niet in het lettertype"}
    told = {(one.at.file, one.at.line) for one in problems}
    there = {
        (path.relative_to(klein).as_posix(), number)
        for path in (*content.rglob("*.md"), *content.rglob("*.yaml"))
        for number, line in enumerate(path.read_text("utf-8").splitlines(), 1)
        if SNOW in line
    }
    assert there - told == {("content/organisatie.yaml", 21)}  # the paper names who the chapter names
    assert told - there == set()


# --- cheap to hand on ----------------------------------------------------------------------------


def test_a_place_takes_no_part_in_what_a_paper_is() -> None:
    one, other = (
        read("een [@a]\ntwee[^1]\n\n- drie\n\n[^1]: vier"),
        read("een [@a] twee[^1]\n\n\n\n- drie\n\n[^1]: vier"),
    )
    assert one == other
    assert repr(one) == repr(other)
    assert hash(one.blocks) == hash(other.blocks)


def test_places_of_one_line_are_one_value() -> None:
    document = read(
        "\n".join(f"- *item* **{number}**[^{number}]" for number in range(5))
        + "".join(f"\n\n[^{n}]: noot" for n in range(5))
    )
    copies = pickle.loads(pickle.dumps(document))
    (block,) = copies.blocks
    first = block.items[0].blocks[0].content[0]
    assert first.content[0].place is block.items[0].blocks[0].content[1].place
