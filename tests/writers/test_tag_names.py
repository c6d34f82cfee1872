"""What tags say besides what they are: how lists are counted, and where a reader begins."""

from __future__ import annotations

from io import BytesIO

import pikepdf
import pytest
from documents import everything, item, paragraph, text
from engines import each_engine
from laid_out import laid_out, layout
from tag_tree import attributes_of, elements, kids

from rapportage.document import Block, List, ListItem, Metadata, MetadataRow, Paragraph, Signatory, Signatures

INNER = ListItem((paragraph("een"), List((item(paragraph("twee")),), ordered=True)))
LISTS: dict[str, tuple[Block, list[str]]] = {
    "bullets": (List((item(paragraph("een")), item(paragraph("twee")))), ["Disc"]),
    "numbers": (List((item(paragraph("een")),), ordered=True), ["Decimal"]),
    "letters where it says so": (
        List((item(paragraph("een")),), ordered=True, counted="letters"),
        ["LowerAlpha"],
    ),
    "letters below numbers": (List((INNER,), ordered=True), ["Decimal", "LowerAlpha"]),
    "numerals of the third depth": (
        List((ListItem((paragraph("nul"), List((INNER,), ordered=True))),)),
        ["Disc", "LowerAlpha", "LowerRoman"],
    ),
    "terms": (Metadata((MetadataRow(text("Zaak"), text("12")),)), ["None"]),
    "who signs": (Signatures(text("Het college"), (Signatory("Anna", "griffier"),)), ["None"]),
}


@each_engine
@pytest.mark.parametrize("what", LISTS)
def test_a_list_says_with_what_it_is_marked(what: str, engine: str) -> None:
    block, wanted = LISTS[what]
    with pikepdf.open(BytesIO(laid_out(block, engine=engine).pdf)) as pdf:
        lists = [one for one in elements(pdf.Root.StructTreeRoot) if one.S == "/L"]
        assert [str(attributes_of(one).ListNumbering)[1:] for one in lists] == wanted


@each_engine
def test_a_term_is_the_label_of_its_value(engine: str) -> None:
    rows = tuple(MetadataRow(text(f"Term {n}"), text(f"waarde {n}")) for n in range(3))
    with pikepdf.open(BytesIO(laid_out(Metadata(rows), engine=engine).pdf)) as pdf:
        items = [one for one in elements(pdf.Root.StructTreeRoot) if one.S == "/LI"]
        assert [[str(kid.S) for kid in kids(one)] for one in items] == [["/Lbl", "/LBody"]] * 3


@each_engine
def test_no_span_is_without_content(engine: str) -> None:
    with pikepdf.open(BytesIO(layout(engine=engine).pdf)) as pdf:
        spans = [
            one for one in elements(pdf.Root.StructTreeRoot) if one.S in ("/Span", "/P", "/Div", "/NonStruct")
        ]
        assert spans
        assert [one for one in spans if not kids(one)] == []


@each_engine
def test_a_reader_begins_with_the_bookmarks_where_there_are_any(engine: str) -> None:
    assert everything().blocks
    with pikepdf.open(BytesIO(layout(engine=engine).pdf)) as pdf:
        assert pdf.Root.PageMode == "/UseOutlines"
    with pikepdf.open(BytesIO(laid_out(Paragraph(text("Geen koppen.")), engine=engine).pdf)) as pdf:
        assert "/PageMode" not in pdf.Root
