"""A name stays when something changes elsewhere, and what changed itself is found again."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from random import Random

import pytest
from documents import META, everything, item, paragraph, text
from effort import calls_in
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from strategies import documents
from where import ROOT

from rapportage.build.check import check
from rapportage.compare.found_again import match
from rapportage.document import Block, Cell, Document, Heading, Kader, List, Paragraph, Row, Table
from rapportage.errors import Place
from rapportage.identity import Identity, identities, manifest
from rapportage.inlines import Footnote, Reference, Text
from rapportage.periode import parse_periode
from rapportage.workspace import Workspace

WATER = "content/2024-H1/bijlage/water.md"
HOLDERS = {"List", "Quote", "Landscape", "Metadata", "Contents", "PageBreak", "FigurePair"}
"""Blocks without words of their own, which go by the first that stand in them."""


def at(block: Paragraph, file: str = WATER, line: int = 1) -> Paragraph:
    return replace(block, place=Place(file, line))


def says(words: str, file: str = WATER) -> Paragraph:
    return at(paragraph(words), file)


def heading(words: str, level: int = 1) -> Heading:
    return Heading(level, text(words), words.lower())


def of(*blocks: Block) -> tuple[Identity, ...]:
    return identities(Document(META, blocks))


def names(*blocks: Block) -> dict[str, str]:
    """The words of everything that has a name, by that name."""
    return {one.name: one.words for one in of(*blocks)}


ABC = (heading("Water"), says("Het peil stijgt."), says("De dijk houdt."), says("Meer volgt."))


# --- elsewhere ---------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "after",
    [
        (ABC[0], says("Nieuw."), *ABC[1:]),
        (says("Vooraf."), *ABC),
        (*ABC, heading("Wonen"), says("De huur stijgt.")),
        (ABC[0], ABC[1], List((item(says("een")),)), *ABC[2:]),
        (ABC[0], *reversed(ABC[1:])),
        (heading("Peil"), ABC[1], heading("Dijken", 2), *ABC[2:], ABC[0]),
        (ABC[0], *(at(one, line=40) for one in ABC[1:] if isinstance(one, Paragraph))),
    ],
)
def test_a_name_survives_what_is_added_moved_or_called_otherwise_elsewhere(after: tuple[Block, ...]) -> None:
    assert set(names(*ABC)) <= set(names(*after))
    assert names(*ABC).items() <= names(*after).items()


def test_a_name_is_that_of_the_same_words_in_the_next_period() -> None:
    file = WATER.replace("2024-H1", "2024-H2")
    assert set(names(*ABC)) == set(
        names(ABC[0], *(at(one, file) for one in ABC[1:] if isinstance(one, Paragraph)))
    )


def test_a_name_is_another_in_another_file_and_another_role_of_words() -> None:
    found = names(
        says("Meer."), says("Meer.", "content/2024-H1/bijlage/wonen.md"), List((item(says("Meer.")),))
    )
    assert len(found) == 4


def test_a_number_that_is_counted_is_no_part_of_a_name() -> None:
    def refers(words: str, note: int) -> Paragraph:
        return at(Paragraph((Text("Zie "), Reference("kaart", words), Footnote(text("Noot."), note))))

    assert names(refers("figuur 2", 1)) == names(refers("Figuur 3", 2))


def test_the_same_words_under_two_headings_do_not_wait_for_each_other() -> None:
    none = says("Geen bijzonderheden.")
    before = names(heading("A"), none, heading("B"), none)
    assert len(before) == 4
    assert set(before) < set(
        names(heading("Z"), none, heading("A"), none, heading("B"), says("Nieuw."), none)
    )


TABLE = Table(
    (Row(tuple(Cell(text(words), True) for words in ("Soort", "Juni", "December"))),),
    (
        Row((Cell(text("Koop"), True), Cell(text("12")), Cell(text("15")))),
        Row((Cell(text("Sociale huur"), True), Cell(text("12")), Cell(text("15")))),
    ),
    text("Woningen"),
    text("Bron: gemeente"),
    "woningen",
    1,
)


def test_a_cell_keeps_its_name_when_its_words_or_other_rows_change() -> None:
    more = Row((Cell(text("Zorg"), True), Cell(text("12")), Cell(text("1"))))
    huur = replace(TABLE.body[1], cells=(*TABLE.body[1].cells[:2], Cell(text("16"))))
    after = replace(TABLE, body=(more, TABLE.body[0], huur), number=2, caption=text("Alle woningen"))
    before = of(TABLE)
    assert {one.name for one in before} < {one.name for one in of(after)}
    assert [one.kind for one in before] == ["Table", "Caption", *["Cell"] * 9, "Source"]


@pytest.mark.parametrize("heads", [1, 2])
def test_a_cell_keeps_its_name_when_a_row_comes_that_begins_as_its_own(heads: int) -> None:
    """Its row is told apart by all of its heads, or where it has one by what is said behind it."""

    def row(*words: str) -> Row:
        return Row(tuple(Cell(text(one), at < heads) for at, one in enumerate(words)))

    weeks, days, none = row("Dijk", "weken", "10"), row("Dijk", "dagen", "50"), row("Dijk", "maanden", "2")
    table = Table((), (days, weeks), text("Duur"), id="duur")
    before, after = of(table), of(replace(table, body=(none, days, weeks)))
    numbers = [one.name for one in before if one.words.endswith(("10", "50"))]
    assert len(set(numbers)) == 2
    assert numbers == [one.name for one in after if one.words.endswith(("50", "10"))]


@given(documents(), documents())
@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_names_are_unique_and_wait_for_nothing_in_other_files(one: Document, other: Document) -> None:
    alone = [each.name for each in identities(one)]
    assert len(alone) == len(set(alone))
    ids = {block.id for block in one.blocks if isinstance(block, Heading)}
    others = tuple(
        replace(block, place=Place("elders.md")) if hasattr(block, "place") else block
        for block in other.blocks
        if not (isinstance(block, Heading) and block.id in ids)
    )
    both = [each.name for each in identities(Document(META, (*one.blocks, *only_paragraphs(others))))]
    assert len(both) == len(set(both))
    assert set(alone) <= set(both)


def only_paragraphs(blocks: tuple[Block, ...]) -> Iterator[Block]:
    for block in blocks:
        if isinstance(block, Paragraph):
            content = tuple(one for one in block.content if isinstance(one, Text))
            yield replace(block, content=content)


# --- itself ------------------------------------------------------------------------------------

WORDS = [
    "peil",
    "dijk",
    "water",
    "raad",
    "college",
    "wonen",
    "huur",
    "koop",
    "verkeer",
    "zorg",
    "regio",
    "jeugd",
    "sport",
    "natuur",
    "haven",
]
sentences = st.lists(st.sampled_from(WORDS), min_size=6, max_size=12).map(" ".join)
several = st.lists(sentences, min_size=2, max_size=8, unique=True)


def paper(sentences: list[str]) -> tuple[Block, ...]:
    """Words as paragraphs, items and a box in turns, under two headings."""
    blocks: list[Block] = [heading("Een")]
    for number, words in enumerate(sentences):
        if number == len(sentences) // 2:
            blocks.append(heading("Twee"))
        match number % 3:
            case 0:
                blocks.append(says(words))
            case 1:
                blocks.append(List((item(says("vast begin")), item(says(words)))))
            case _:
                blocks.append(Kader(text(f"Kader {number}"), (says(words),), place=Place(WATER)))
    return tuple(blocks)


@given(several, st.data())
def test_editing_a_word_changes_one_name_and_the_pair_is_found(
    before: list[str], data: st.DataObject
) -> None:
    index = data.draw(st.integers(0, len(before) - 1))
    words = before[index].split()
    words[data.draw(st.integers(0, len(words) - 1))] = "kermis"
    after = [*before]
    after[index] = " ".join(words)
    old, new = of(*paper(before)), of(*paper(after))
    gone = {one.name for one in old} - {one.name for one in new}
    assert len(gone) == 1
    pairs = {one.name: other for one, other in match(old, new)}
    assert len(pairs) == len(old) == len(new)
    assert [pairs[name].words for name in gone] == [after[index]]


@given(several, st.randoms(use_true_random=False))
def test_what_moves_keeps_its_name(before: list[str], random: Random) -> None:
    after = [*before]
    random.shuffle(after)
    assert names(heading("Een"), *map(says, before)) == names(heading("Een"), *map(says, after))


def test_what_stands_under_a_heading_with_another_name_is_found_again() -> None:
    old = of(heading("Cijfers"), says("Het peil stijgt deze maand."), says("De dijk houdt het."))
    new = of(heading("Getallen"), says("Het peil stijgt elke maand."), says("De dijk houdt het."))
    assert {one.words: other.words for one, other in match(old, new)} == {
        "Het peil stijgt deze maand.": "Het peil stijgt elke maand.",
        "De dijk houdt het.": "De dijk houdt het.",
    }


def test_what_is_not_alike_is_not_paired() -> None:
    assert match(of(says("Het peil stijgt.")), of(says("Een heel andere zin over wonen."))) == ()


def test_each_is_paired_at_most_once() -> None:
    old = of(says("De raad besluit."), says("De raad besluit nu."))
    new = of(says("De raad besluit nu al."))
    assert [(one.words, other.words) for one, other in match(old, new)] == [
        ("De raad besluit nu.", "De raad besluit nu al.")
    ]


def test_a_row_with_another_head_is_found_again() -> None:
    head, *cells = TABLE.body[1].cells
    after = replace(TABLE, body=(TABLE.body[0], Row((replace(head, content=text("Sociale huren")), *cells))))
    assert len(match(of(TABLE), of(after))) == len(of(TABLE))


def test_matching_takes_no_longer_than_papers_are_long() -> None:
    def blocks(word: str, count: int) -> tuple[Block, ...]:
        return tuple(
            says(f"De {number}e zin over {word} gaat over nummer {number * 7919}.") for number in range(count)
        )

    def calls(count: int) -> int:
        old, new = of(*blocks("water", count)), of(*blocks("wonen", count))
        return calls_in(lambda: match(old, new))

    assert calls(4000) < 2 * 8 * calls(500)


# --- real papers -------------------------------------------------------------------------------


def test_everything_in_a_document_has_a_name() -> None:
    found = identities(everything())
    assert len({one.name for one in found}) == len(found)
    assert {one.kind for one in found} == {
        *(
            "Heading",
            "Logo",
            "Paragraph",
            "List",
            "ListItem",
            "Table",
            "Cell",
            "Figure",
            "FigurePair",
            "Caption",
        ),
        *(
            "Source",
            "Kader",
            "Quote",
            "Metadata",
            "MetadataRow",
            "Value",
            "Signatures",
            "Signatory",
            "Office",
        ),
        *("Contents", "PageBreak", "Landscape", "Footnote"),
    }


def test_a_manifest_names_the_lines_of_every_paper() -> None:
    workspace = Workspace(ROOT)
    for document in check(workspace, parse_periode("2021-H2")).documents.values():
        entries = manifest(document)
        assert len({entry.name for entry in entries}) == len(entries)
        lengths: dict[str, int] = {}
        for entry in entries:
            if entry.file.startswith("content/") and entry.file not in lengths:
                lengths[entry.file] = len((ROOT / Path(entry.file)).read_text("utf-8").splitlines())
            assert 1 <= entry.first <= entry.last <= lengths.get(entry.file, 1000), entry


def test_the_lines_of_a_manifest_hold_the_words() -> None:
    document = check(Workspace(ROOT), parse_periode("2021-H2")).documents["bijlage"]
    named = [one for one in identities(document) if one.kind not in HOLDERS | {"Table", "Cell"}]
    seen = 0
    for one in named:
        if one.place.file.endswith(".md"):
            lines = (ROOT / one.place.file).read_text("utf-8").splitlines()
            there = "\n".join(lines[one.place.line - 1 : one.place.last])
            words = [word for word in one.words.split() if word.isalpha()]
            assert "{{" in there or [word for word in words if word not in there] == [], one
            seen += 1
    assert seen > 200
