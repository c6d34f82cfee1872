"""Links, bookmarks and lines of contents lists lead to elements of the tag tree, by which newer readers go."""

from __future__ import annotations

from io import BytesIO

import pikepdf
from documents import META, paragraph, png, text
from engines import each_engine, lay_out
from laid_out import style
from tag_tree import elements

from rapportage.compose.resolve import resolve
from rapportage.document import Cell, Contents, Document, Figure, Heading, Image, Kader, Paragraph, Row, Table
from rapportage.inlines import Footnote, Reference, Text
from rapportage.writers.destinations import bookmarks

TABLE = Table(
    (Row((Cell(text("Kern"), header=True),)),), (Row((Cell(text("1")),)),), text("Kernen"), id="kernen"
)
PAPER = Document(
    META,
    (
        Paragraph(text("Voortgang"), "titel"),
        Contents(text("Inhoud")),
        Contents(text("Figuren"), of="figuren"),
        Contents(text("Tabellen"), of="tabellen"),
        Heading(1, text("Wonen"), "wonen"),
        Kader(text("Let op"), (paragraph("een"),)),
        Paragraph(
            (
                *(
                    Text("Zie "),
                    Reference("plaat"),
                    Text(", "),
                    Reference("kernen"),
                    Text(", "),
                    Reference("werken"),
                ),
                Footnote(text("De noot.")),
            )
        ),
        Heading(2, text("Werken"), "werken"),
        Figure("beeld", "", text("Een plaat"), id="plaat"),
        TABLE,
    ),
    {"beeld": Image("image/png", png(90, 60), 90, 60)},
)


@each_engine
def test_all_that_leads_within_a_paper_leads_to_the_element_that_it_names(engine: str) -> None:
    pdf = lay_out(resolve(PAPER), style(), engine).pdf
    with pikepdf.open(BytesIO(pdf)) as opened:
        found = list(elements(opened.Root.StructTreeRoot))
        lines = [str(one.Ref[0].S) for one in found if one.S == "/TOCI"]
        annotations = [one for page in opened.pages for one in page.get("/Annots", [])]
        links = {str(one.Contents): one.A.SD for one in annotations if "/SD" in one.A}
        marks = list(bookmarks(opened.Root.Outlines))
        assert lines == ["/H1", "/H2", "/Sect", "/Table"]
        assert all("/SD" in one.A for one in annotations)
        assert {name: str(there[0].S) for name, there in links.items() if name in NAMED} == NAMED
        assert [str(one.A.SD[0].S) for one in marks] == [str(one.SE.S) for one in marks] == ["/H1", "/H2"]
        assert all(len(one.A.D) == 5 or isinstance(one.A.D, pikepdf.String) for one in marks)


NAMED = {"Wonen": "/H1", "Werken": "/H2", "Figuur 1: Een plaat": "/Sect", "Tabel 1: Kernen": "/Table"}
