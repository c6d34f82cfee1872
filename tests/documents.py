"""Documents for tests: `everything()` uses every block and inline of the Document at least once.

What it holds is resolved: numbers, reference texts and contents entries are filled in, and it is
written the one way that the reader writes it too (no empty or adjacent texts), so that it may
serve writers, reader and round trips alike. The municipality is fictional and nobody is named.
"""

from __future__ import annotations

import struct
import zlib
from dataclasses import replace
from datetime import date

from rapportage.document import (
    Block,
    Cell,
    Contents,
    ContentsEntry,
    Document,
    Figure,
    FigurePair,
    Heading,
    Image,
    Kader,
    Landscape,
    List,
    ListItem,
    Logo,
    Meta,
    Metadata,
    MetadataRow,
    PageBreak,
    Paragraph,
    Quote,
    Row,
    Signatory,
    Signatures,
    Table,
)
from rapportage.inlines import (
    Emphasis,
    Footnote,
    Inlines,
    Language,
    LineBreak,
    Link,
    NoteMark,
    Reference,
    Strong,
    Subscript,
    Superscript,
    Term,
    TermUse,
    Text,
)

META = Meta(
    title="Voortgang Regio Kleinland",
    author="Gemeente Kleinstad",
    date=date(2022, 1, 10),
    subject="Voortgang van de samenwerking in het tweede halfjaar van 2021",
    keywords=("regio", "voortgang", "samenwerking"),
    running_title="Voortgang Regio Kleinland december 2021",
)

SVG = b"""<svg xmlns="http://www.w3.org/2000/svg" width="400" height="200" viewBox="0 0 400 200">
<path d="M30 10 V170 H390" fill="none" stroke="#55606a"/>
<rect x="80" y="60" width="90" height="110" fill="#0b4a6f"/>
<rect x="240" y="30" width="90" height="140" fill="#d9822b"/>
</svg>
"""


def png(width: int, height: int, colour: tuple[int, int, int] = (11, 74, 111)) -> bytes:
    """A PNG of one colour."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    lines = (b"\0" + bytes(colour) * width) * height
    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", header)
        + chunk(b"IDAT", zlib.compress(lines))
        + chunk(b"IEND", b"")
    )


IMAGES = {
    "aanvragen": Image("image/svg+xml", SVG, 400, 200, bitmap=png(800, 400, (230, 238, 243))),
    "kaart": Image("image/png", png(300, 200, (79, 127, 82)), 300, 200),
    "huisstijl:logo": Image("image/svg+xml", SVG, 80, 40, bitmap=png(160, 80, (11, 74, 111))),
    "sierlijn": Image("image/png", png(600, 6, (217, 130, 43)), 600, 6),
}


def everything() -> Document:
    """A resolved paper that uses every block and inline."""
    return Document(META, _opening() + _part_one() + _part_two() + _ending(), IMAGES)


def as_concept(document: Document) -> Document:
    """The same paper as a draft."""
    return replace(document, meta=replace(document.meta, concept=True))


def text(words: str) -> Inlines:
    """Inline content of nothing but these words."""
    return (Text(words),)


def paragraph(words: str) -> Paragraph:
    """A paragraph of nothing but these words."""
    return Paragraph(text(words))


def item(*blocks: Paragraph | List) -> ListItem:
    """A list item of these blocks."""
    return ListItem(blocks)


def _opening() -> tuple[Block, ...]:
    return (
        Logo("huisstijl:logo", "Logo gemeente Kleinland"),
        Paragraph(text("Voortgang Regio Kleinland"), "titel"),
        Paragraph(text("Tweede halfjaar van 2021"), "ondertitel"),
        Paragraph(text("Samenwerkingsverband Regio Kleinland"), "omslag"),
        Paragraph(text("Rapportagedatum 10 januari 2022"), "omslag"),
        Metadata(
            (
                MetadataRow(text("Onderwerp"), text("Voortgang van de samenwerking in de Regio Kleinland")),
                MetadataRow(text("Openbaarheid"), text("Openbaar")),
                MetadataRow(
                    text("Collegevergadering"),
                    (Text("11 januari 2022"), LineBreak(), Text("in de grote zaal van het gemeentehuis")),
                ),
                MetadataRow(text("Raadsvergadering"), text("24 januari 2022")),
            )
        ),
        Paragraph(
            text("De gemeente meldt hoe de samenwerking verloopt en wat dat voor inwoners betekent."),
            "intro",
        ),
        Contents(text("Inhoud"), 3, _entries()),
        PageBreak(),
    )


def _entries() -> tuple[ContentsEntry, ...]:
    return (
        ContentsEntry(1, "", text("Kernboodschap"), "kernboodschap"),
        ContentsEntry(1, "Deel 1", text("Voortgang"), "deel-voortgang"),
        ContentsEntry(2, "1A", text("Samenwerking en bestuur"), "onderdeel-samenwerking"),
        ContentsEntry(3, "1A.1", (Text("Besturen in de "), Emphasis(text("regio"))), "governance"),
        ContentsEntry(3, "1A.2", text("Buurgemeenten"), "buurgemeenten"),
        ContentsEntry(2, "1B", text("Opgaven"), "onderdeel-opgaven"),
        ContentsEntry(3, "1B.1", text("Menselijk kapitaal"), "menselijk-kapitaal"),
        ContentsEntry(3, "1B.2", text("Alle cijfers"), "alle-cijfers"),
        ContentsEntry(1, "Deel 2", text("Vooruitblik"), "deel-vooruitblik"),
    )


def _part_one() -> tuple[Block, ...]:
    return (
        Heading(1, text("Kernboodschap"), "kernboodschap"),
        _rich_paragraph(),
        Heading(1, text("Voortgang"), "deel-voortgang", True, "1"),
        Heading(2, text("Samenwerking en bestuur"), "onderdeel-samenwerking", True, "1A"),
        Heading(3, (Text("Besturen in de "), Emphasis(text("regio"))), "governance", True, "1A.1"),
        paragraph(
            "De colleges spraken in het najaar tweemaal met elkaar. Zij legden vast wie waarover beslist, en "
            "hoe de gemeenteraden daar vroeg bij betrokken zijn. De afspraken gelden vanaf het nieuwe jaar "
            "en worden na twaalf maanden opnieuw bekeken."
        ),
        Heading(4, text("Wie doet wat"), "wie-doet-wat"),
        *_lists(),
        Kader(
            text("Wat vraagt dit van de raad?"),
            (
                paragraph("De raad hoeft nu niets te besluiten. In het voorjaar volgt een voorstel over:"),
                List((item(paragraph("de bijdrage per inwoner;")), item(paragraph("de evaluatie.")))),
                paragraph("Tot die tijd loopt de samenwerking door zoals afgesproken."),
            ),
        ),
        Heading(3, text("Buurgemeenten"), "buurgemeenten", True, "1A.2"),
        Quote(
            (
                paragraph("Samen bereiken wij meer dan ieder voor zich, en dat merken onze inwoners."),
                Paragraph(text("De gezamenlijke colleges, november 2021")),
            )
        ),
        paragraph("Met de buren zijn afspraken gemaakt over wegen, water en wonen."),
    )


_METHOD_NOTE = Footnote(
    (Text("Gemeten volgens de "), Link(text("landelijke methode"), "https://example.org/methode"), Text(".")),
    1,
    "methode",
)
_SCOPE_NOTE = Footnote((Text("De bijlagen gaan over "), Emphasis(text("alle")), Text(" opgaven.")), 2)
_COUNT_NOTE = Footnote(text("Alleen volledige aanvragen."), 3)


def _rich_paragraph() -> Paragraph:
    return Paragraph(
        (
            Text("De regio ontving "),
            Strong(text("€\u00a022,5\u00a0miljoen")),
            Text(" en "),
            Emphasis((Text("meer "), Strong(text("aanvragen")))),
            Text(" dan ooit: zie "),
            Reference("aanvragen", "figuur 1"),
            Text(", "),
            Reference("voortgang-cijfers", "tabel 1"),
            Text(" en "),
            Reference("menselijk-kapitaal", "hoofdstuk 1B.1"),
            Text(". De uitstoot van CO"),
            Subscript(text("2")),
            Text(" daalde per m"),
            Superscript(text("2")),
            Text(" kantoor."),
            _METHOD_NOTE,
            Text(" Het doel is brede welvaart ("),
            Language(text("well-being"), "en"),
            Text(");"),
            LineBreak(),
            Text("meer staat op "),
            Link((Text("de "), Emphasis(text("website"))), "https://example.org/regio?jaar=2021&deel=2"),
            Text(" & in <de> bij\u00adlagen."),
            _SCOPE_NOTE,
        )
    )


def _lists() -> tuple[Block, ...]:
    deepest = List((item(paragraph("nagaan of het werkt,")), item(paragraph("bijstellen waar nodig."))))
    steps = List(
        (item(paragraph("plannen maken,")), item(paragraph("uitvoeren:"), deepest)),
        ordered=True,
    )
    bullets = List(
        (
            item(paragraph("De raden stellen de kaders."), paragraph("Dat doen zij eenmaal per vier jaar.")),
            item(paragraph("De colleges voeren uit:"), steps),
            item(
                Paragraph(
                    (
                        Text("Het bureau ondersteunt bij een "),
                        TermUse(text("aanvraag"), "begrip:aanvraag"),
                        Text("."),
                        NoteMark("methode", 1),
                    )
                )
            ),
        )
    )
    numbers = List(
        (
            item(
                paragraph("Derde afspraak, met daaronder:"),
                List((item(paragraph("een punt;")), item(paragraph("nog een punt.")))),
            ),
            item(paragraph("Vierde afspraak.")),
        ),
        ordered=True,
        start=3,
    )
    return (
        paragraph("De taken zijn zo verdeeld:"),
        bullets,
        paragraph("De afspraken gaan verder met:"),
        numbers,
        paragraph("En een lijst die weer bij het begin begint:"),
        List((item(paragraph("eerst dit,")), item(paragraph("dan dat."))), ordered=True),
    )


def _part_two() -> tuple[Block, ...]:
    return (
        Heading(2, text("Opgaven"), "onderdeel-opgaven", True, "1B"),
        Heading(3, text("Menselijk kapitaal"), "menselijk-kapitaal", True, "1B.1"),
        Figure(
            "aanvragen",
            "Staafdiagram: het aantal aanvragen steeg van 110 naar 140.",
            (Text("Aanvragen in "), Emphasis(text("twee")), Text(" halfjaren")),
            text("Bron: Regio Kleinland"),
            "aanvragen",
            1,
        ),
        paragraph("De groei zette door; de kaarten laten zien waar."),
        FigurePair(
            Figure(
                "kaart", "Kaart van de gemeenten in het noorden.", text("Het noorden"), (), "kaart-noord", 2
            ),
            Figure("kaart", "Kaart van de gemeenten in het zuiden.", text("Het zuiden"), (), "kaart-zuid", 3),
        ),
        Figure("sierlijn", ""),
        _small_table(),
        paragraph("De tabel hieronder heeft geen bijschrift."),
        Table(
            head=(),
            body=(
                Row((Cell(text("Wonen"), header=True), Cell(text("ja"), align="midden"))),
                Row((Cell(text("Werken"), header=True), Cell(text("nee"), align="midden"))),
            ),
        ),
        Landscape((Heading(3, text("Alle cijfers"), "alle-cijfers", True, "1B.2"), _wide_table())),
    )


def _small_table() -> Table:
    return Table(
        head=(
            Row(
                (
                    Cell(text("Onderdeel"), header=True),
                    Cell(
                        (Text("Vorige rapportage:"), LineBreak(), Text("juni 2021")),
                        header=True,
                        align="rechts",
                    ),
                    Cell(text("Nu"), header=True, align="rechts"),
                )
            ),
        ),
        body=(
            Row(
                (
                    Cell((Term(text("Aanvragen"), "begrip:aanvraag"), _COUNT_NOTE), header=True),
                    Cell(text("1.348"), align="rechts"),
                    Cell(text("1.502"), align="rechts"),
                )
            ),
            Row(
                (
                    Cell(text("Waarvan toegekend"), header=True),
                    Cell(text("36%"), align="rechts"),
                    Cell((Strong(text("41%")),), align="rechts"),
                )
            ),
        ),
        caption=(Text("Aanvragen "), Strong(text("en")), Text(" toekenningen")),
        source=text("Bron: Regio Kleinland"),
        id="voortgang-cijfers",
        number=1,
    )


def _wide_table() -> Table:
    return Table(
        head=(
            Row(
                (
                    Cell(text("Opgave"), True, rowspan=2),
                    Cell(text("Aantal projecten"), True, 2, align="midden"),
                )
            ),
            Row((Cell(text("2020"), True, align="rechts"), Cell(text("2021"), True, align="rechts"))),
        ),
        body=(
            Row(
                (
                    Cell(text("Economie en menselijk kapitaal"), True),
                    Cell(text("12"), align="rechts"),
                    Cell(text("15"), align="rechts"),
                )
            ),
            Row(
                (Cell(text("Bereikbaarheid"), True, rowspan=2), Cell(text("geen cijfers bekend"), colspan=2))
            ),
            Row((Cell(text("7"), align="rechts"), Cell(text("9"), align="rechts"))),
        ),
        caption=text("Projecten per opgave"),
        id="projecten",
        number=2,
    )


def _ending() -> tuple[Block, ...]:
    return (
        Heading(1, text("Vooruitblik"), "deel-vooruitblik", True, "2"),
        Paragraph(
            (
                Text("Het vervolg staat in "),
                Reference("deel-vooruitblik", "deel 2"),
                Text("; wat eraan voorafging in "),
                Reference("kernboodschap", "Kernboodschap"),
                Text(". "),
                Reference("kaart-zuid", "Figuur 3"),
                Text(" laat het zuiden zien."),
            )
        ),
        Paragraph(text("Wij vertrouwen erop u zo voldoende te hebben ingelicht."), "slot"),
        Signatures(
            text("Burgemeester en wethouders van Kleinstad"),
            (Signatory("N. N.", "gemeentesecretaris"), Signatory("N. N.", "burgemeester")),
        ),
    )
