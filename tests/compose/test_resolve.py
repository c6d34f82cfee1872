"""Numbers, reference texts, notes and contents: filled in once, in reading order."""

from __future__ import annotations

import pytest
from documents import META, item, paragraph, text

from rapportage.compose.resolve import resolve
from rapportage.document import (
    Block,
    Cell,
    Contents,
    Document,
    Figure,
    FigurePair,
    Heading,
    Kader,
    Landscape,
    List,
    Metadata,
    MetadataRow,
    Paragraph,
    Quote,
    Row,
    Signatory,
    Signatures,
    Table,
    walk,
)
from rapportage.errors import ContentError, Place
from rapportage.inlines import Emphasis, Footnote, Inline, LineBreak, Reference, Text
from rapportage.writers.text import write_text


def filled(*blocks: Block) -> tuple[Block, ...]:
    return resolve(Document(META, blocks)).blocks


def told(*blocks: Block) -> list[tuple[int, str, str | None]]:
    """What is said of these blocks: line, message and hint."""
    with pytest.raises(ContentError) as error:
        resolve(Document(META, blocks))
    return [(problem.at.line, problem.message, problem.hint) for problem in error.value.problems]


def heading(level: int, words: str, name: str = "", numbered: bool = True, line: int = 1) -> Heading:
    return Heading(level, text(words), name, numbered, place=Place("memo.md", line))


def figure(name: str, caption: str = "Verloop") -> Figure:
    return Figure("a", "Een grafiek.", text(caption) if caption else (), id=name)


def table(name: str, caption: str = "Stand", cell: tuple[Inline, ...] = (Text("1"),)) -> Table:
    return Table((), (Row((Cell(cell),)),), text(caption) if caption else (), id=name)


def says(*content: Inline, line: int = 9) -> Paragraph:
    return Paragraph(content, place=Place("memo.md", line))


# --- numbers ---------------------------------------------------------------------------------


def labels(*blocks: Block) -> list[str]:
    return [one.label for one in walk(filled(*blocks)) if isinstance(one, Heading | Figure | Table)]


def test_headings_count_by_part_letter_and_chapter_and_begin_again_below_a_higher_one() -> None:
    assert labels(
        heading(1, "a"),
        heading(2, "b"),
        heading(3, "c"),
        heading(3, "d"),
        heading(4, "e"),
        heading(2, "f"),
        heading(3, "g"),
        heading(1, "h"),
        heading(2, "i"),
        heading(3, "j"),
    ) == ["Deel 1", "1A", "1A.1", "1A.2", "", "1B", "1B.1", "Deel 2", "2A", "2A.1"]


def test_a_heading_without_number_takes_none_and_gives_none_away() -> None:
    assert labels(heading(1, "a", numbered=False), heading(1, "b"), heading(2, "c", numbered=False)) == [
        "",
        "Deel 1",
        "",
    ]


def test_letters_go_on_after_z() -> None:
    found = labels(heading(1, "a"), *(heading(2, "b") for _ in range(54)))
    assert (found[1], found[26], found[27], found[28], found[53], found[54]) == (
        "1A",
        "1Z",
        "1AA",
        "1BB",
        "1AAA",
        "1BBB",
    )


def test_figures_and_tables_count_apart_through_pairs_and_landscape_pages() -> None:
    assert labels(
        figure("a"),
        table("b"),
        FigurePair(figure("c"), figure("d")),
        Landscape((table("e"), figure("f"))),
        figure("g"),
    ) == ["Figuur 1", "Tabel 1", "Figuur 2", "Figuur 3", "Tabel 2", "Figuur 4", "Figuur 5"]


def test_what_has_no_caption_has_no_number() -> None:
    assert labels(figure("a", ""), table("b", ""), figure("c"), table("d")) == ["", "", "Figuur 1", "Tabel 1"]


def test_a_heading_without_a_name_gets_one_that_is_free() -> None:
    blocks = filled(heading(1, "a"), heading(2, "b", "kop-1"), Landscape((heading(3, "c"),)))
    assert [one.id for one in walk(blocks) if isinstance(one, Heading)] == ["kop-2", "kop-1", "kop-3"]


def test_headings_that_lead_up_to_a_page_on_its_side_stand_on_it() -> None:
    above, wide, below = heading(1, "a"), table("breed"), says(Text("onder"))
    first, second, third = filled(above, says(), heading(2, "b"), heading(3, "c"), Landscape((wide,)), below)[
        1:
    ]
    assert isinstance(second, Landscape)
    assert [type(one) for one in (first, *second.blocks, third)] == [
        Paragraph,
        Heading,
        Heading,
        Table,
        Paragraph,
    ]
    assert [one.number for one in second.blocks if isinstance(one, Heading)] == ["1A", "1A.1"]


# --- references ------------------------------------------------------------------------------

TARGETS = (
    heading(1, "Voortgang", "deel"),
    heading(2, "Bestuur", "onderdeel"),
    heading(3, "Water", "water"),
    heading(4, "De dijk", "dijk"),
    figure("verloop"),
    table("stand"),
)


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("deel", "deel 1"),
        ("onderdeel", "onderdeel 1A"),
        ("water", "hoofdstuk 1A.1"),
        ("dijk", "De dijk"),
        ("verloop", "figuur 1"),
        ("stand", "tabel 1"),
    ],
)
def test_a_reference_calls_its_target_by_kind_and_number(name: str, words: str) -> None:
    *_, block = filled(*TARGETS, says(Text("Zie "), Reference(name, "")))
    assert isinstance(block, Paragraph)
    assert block.content == (Text("Zie "), Reference(name, words))


@pytest.mark.parametrize(
    ("before", "words"),
    [
        ((), "Figuur 1"),
        ((Text("Het stijgt. "),), "Figuur 1"),
        ((Text("Stijgt het? "),), "Figuur 1"),
        ((Text("Zie "),), "figuur 1"),
        ((Text("Het stijgt ("),), "figuur 1"),
        ((Text("Dhr. X zegt, "),), "figuur 1"),
        ((Text("Zie o.a. "),), "figuur 1"),
        ((Emphasis((Text("Het stijgt."),)), Text(" ")), "Figuur 1"),
        ((Emphasis((Text("Het stijgt"),)), Text(" ")), "figuur 1"),
    ],
)
def test_a_reference_that_begins_a_sentence_has_a_capital(before: tuple[Inline, ...], words: str) -> None:
    *_, block = filled(figure("verloop"), says(*before, Reference("verloop", "")))
    assert isinstance(block, Paragraph)
    assert block.content[-1] == Reference("verloop", words)


def test_a_reference_works_backwards_and_wherever_words_stand() -> None:
    there = says(Text("zie "), Reference("stand", ""))
    blocks = filled(
        List((item(there),)),
        Kader(text("a"), (there,)),
        Quote((there,)),
        table("b", cell=there.content),
        Landscape((there,)),
        says(Text("a"), Footnote(there.content)),
        Metadata((MetadataRow(there.content, there.content),)),
        Signatures(there.content, (Signatory("N. N.", "griffier"),)),
        table("stand"),
    )
    assert write_text(Document(META, blocks)).count("zie tabel 2") == 9


def test_an_unknown_reference_is_told_with_its_line_and_the_nearest_name() -> None:
    assert told(
        figure("verloop"), says(Reference("verlop", ""), line=7), says(Reference("x", ""), line=8)
    ) == [
        (7, "de verwijzing [@verlop] vindt geen figuur, tabel of hoofdstuk", "bedoelde u 'verloop'?"),
        (8, "de verwijzing [@x] vindt geen figuur, tabel of hoofdstuk", "bekend: 'verloop'"),
    ]


def test_a_figure_without_caption_cannot_be_referred_to() -> None:
    assert told(figure("sier", ""), says(Reference("sier", "")))[0][1] == (
        "de verwijzing [@sier] vindt geen figuur, tabel of hoofdstuk"
    )


def test_a_reference_to_what_was_told_about_already_is_let_through() -> None:
    document = Document(META, (says(Reference("kapot", "")),))
    assert resolve(document, frozenset({"kapot"})).blocks == document.blocks


def test_a_name_that_is_used_twice_is_told() -> None:
    assert told(heading(1, "a", "x", line=3), heading(1, "b", "x", line=5)) == [
        (5, "de naam 'x' komt twee keer voor in dit document", "geef een van beide een andere naam")
    ]


def test_a_heading_that_skips_a_level_is_told() -> None:
    assert told(heading(1, "a"), heading(3, "b", line=4)) == [
        (4, "deze kop slaat een niveau over: van 1 naar 3", "gebruik eerst een hogere kop")
    ]
    assert told(heading(2, "a", line=2))[0][:2] == (2, "deze kop slaat een niveau over: van 0 naar 2")


# --- notes -----------------------------------------------------------------------------------


def test_notes_count_in_reading_order_through_every_block() -> None:
    def noted(words: str) -> tuple[Inline, ...]:
        return (Text(words), Footnote(text(words)))

    blocks = filled(
        says(*noted("a")),
        List((item(Paragraph(noted("b")), List((item(Paragraph(noted("c"))),))),)),
        Kader(noted("d"), (Paragraph(noted("e")),)),
        Quote((Paragraph(noted("f")),)),
        Table((), (Row((Cell(noted("h")), Cell(noted("i")))),), noted("g"), noted("j"), id="t"),
        Figure("a", "x", noted("k"), noted("l")),
        Landscape((says(*noted("m")),)),
        Metadata((MetadataRow(noted("n"), noted("o")),)),
        Signatures(noted("p"), (Signatory("N. N.", "griffier"),)),
    )
    found = [
        line for line in write_text(Document(META, blocks)).splitlines() if line[:2].strip("[").isdigit()
    ]
    assert sorted(found, key=lambda line: int(line[1 : line.index("]")])) == [
        f"[{number}] {word}" for number, word in enumerate("abcdefghijklmnop", 1)
    ]


# --- contents --------------------------------------------------------------------------------


def test_the_contents_list_holds_headings_to_its_depth_without_notes_and_breaks() -> None:
    blocks = filled(
        Contents(text("Inhoud"), 2),
        heading(1, "Voortgang", "deel"),
        Heading(
            2,
            (Text("Over"), LineBreak(), Emphasis(text("water")), Footnote(text("noot"))),
            "over",
            numbered=True,
        ),
        heading(3, "Dieper", "dieper"),
    )
    contents = blocks[0]
    assert isinstance(contents, Contents)
    assert [(one.level, one.label, one.content, one.target) for one in contents.entries] == [
        (1, "Deel 1", text("Voortgang"), "deel"),
        (2, "1A", text("Over water"), "over"),
    ]


def test_what_was_resolved_stays_the_same() -> None:
    once = resolve(Document(META, (*TARGETS, says(paragraph("a").content[0], Reference("stand", "")))))
    assert resolve(once) == once
