"""The report that the product ships with: whole, readable, and the next one begun."""

from __future__ import annotations

import re
import statistics
from collections import Counter
from collections.abc import Iterator

import pytest
from where import ROOT

from rapportage.build.check import Checked, check
from rapportage.document import Block, Document, Heading, Kader, Landscape, List, Paragraph, Quote, walk
from rapportage.inlines import Inlines, Link, plain
from rapportage.periode import parse_periode
from rapportage.style.tokens import house_style
from rapportage.workspace import TOKENS, Workspace, package_templates
from rapportage.writers.pdf.layout import lay_out

WORKSPACE = Workspace(ROOT)
TEMPLATES = package_templates()

ADDRESSES = (
    "http://www.ebrz.nl/",
    "http://www.nederlandslimbenutten.nl/",
    "http://www.regiozwolle.info/",
    "http://www.regiozwolle.info/toolkit",
    "http://www.regiozwollecirculair.nl/werkplaatsen/circulair-ondernemen-rond-ondernemen",
    "https://groeivooruit.nl/",
    "https://regiozwolle.info/2021/06/07/speciale-status-voor-regio-zwolle-in-de-nationale-omgevingsvisie/",
    "https://regiozwolle.info/publicatie/rapport-regio-zwolle-stapt-over-eigen-grenzen/",
    "https://regiozwolle.info/wp-content/uploads/2021/01/"
    "Rapport-toekomstbestendige-bedrijventerreinen-Regio-Zwolle-14-12-2020.pdf",
    "https://regiozwolle.info/wp-content/uploads/2021/02/Eindrapportage-Analysefase.pdf",
    "https://regiozwolle.info/wp-content/uploads/2021/04/"
    "Inventarisatie-Europese-subsidie-Regio-Zwolle-peildatum-1-december-2020.pdf",
    "https://regiozwolle.info/wp-content/uploads/2021/04/Samenvatting-NOVI-gebied-Regio-Zwolle.pdf",
    "https://regiozwolle.info/wp-content/uploads/2021/05/20210520-Regio-Zwolle-aanbod-kabinetsformatie.pdf",
    "https://regiozwolle.info/wp-content/uploads/2021/12/"
    "Nieuwsbrief-Regio-Deal-Regio-Zwolle-nummer-2-november-2021.pdf",
    "https://vng.nl/artikelen/deelmobiliteit-leefbaar-en-bereikbaar",
    "https://www.kennispoortregiozwolle.nl/",
    "https://www.kennispoortregiozwolle.nl/cases/"
    "kennispoort-ondersteunt-ondernemend-echtpaar-uit-dalfsen-bij-het-uitrollen-van-hun-ideeen/",
    "https://www.metropoolregiozwolle.nl/monitor/",
    "https://www.regiozwollebrigade.nl/",
    "https://www.talentenregio.nl/",
    "https://www.youtube.com/watch?v=VYgemfZx-AU",
    "https://www.youtube.com/watch?v=_EjLpxih08o",
    "https://www.zonregiozwolle.nl/magazine/i/61-lees-online/640-zon-14",
)
"""Every public address of the source report; the two that only work inside the municipality are left out."""


@pytest.fixture(scope="module")
def report() -> Checked:
    return check(WORKSPACE, parse_periode("2021-H2"))


@pytest.fixture(scope="module")
def begun() -> Checked:
    return check(WORKSPACE, parse_periode("2022-H1"))


def paragraphs(document: Document) -> Iterator[str]:
    """The running text, a paragraph or list item at a time."""
    for block in walk(document.blocks):
        if isinstance(block, Paragraph):
            yield " ".join(plain(block.content).split())


def links(content: Inlines) -> Iterator[Link]:
    for inline in content:
        if isinstance(inline, Link):
            yield inline
        yield from links(getattr(inline, "content", ()))


def headings(document: Document) -> list[str]:
    return [
        f"{one.number} {plain(one.content)}".strip()
        for one in document.blocks
        if isinstance(one, Heading) and one.level < 4
    ]


def test_the_report_has_nothing_to_mend(report: Checked) -> None:
    assert [str(one) for one in report.problems] == []


def test_the_report_is_twenty_to_thirty_pages_beside_the_first_and_the_last(report: Checked) -> None:
    style = house_style((TEMPLATES / TOKENS).read_text("utf-8"))
    css = (TEMPLATES / "document.css").read_text("utf-8")
    bijlage = lay_out(report.documents["bijlage"], style, css)
    in_front = bijlage.pages["kernboodschap"] - bijlage.pages["in-een-oogopslag"]
    assert in_front == 1
    assert bijlage.pages["begrippenlijst"] == bijlage.page_count
    assert 20 <= bijlage.pages["regiodeal"] <= bijlage.page_count - 1 <= 30 + in_front


def test_every_public_address_of_the_source_is_a_link_that_says_where_it_leads(report: Checked) -> None:
    found: dict[str, str] = {}
    for block in walk(report.documents["bijlage"].blocks):
        if isinstance(block, Paragraph):
            found |= {link.target: plain(link.content) for link in links(block.content)}
    assert sorted(found) == sorted(ADDRESSES)
    assert [words for words in found.values() if len(words) < 5 or "http" in words or "www" in words] == []


def test_no_two_paragraphs_are_the_same(report: Checked) -> None:
    told = Counter(one for one in paragraphs(report.documents["bijlage"]) if len(one.split()) > 6)
    assert [one for one, times in told.items() if times > 1] == []


def test_sentences_are_short_enough_for_a_reader_who_hears_them(report: Checked) -> None:
    sentences = [
        one
        for document in report.documents.values()
        for paragraph in paragraphs(document)
        for one in re.split(r"(?<=[.?!:;])\s+(?=[A-ZÀ-Ý'(0-9])", paragraph)
        if one
    ]
    lengths = {one: len(one.split()) for one in sentences}
    assert [one for one, words in lengths.items() if words > 25] == []
    assert statistics.mean(lengths.values()) <= 15


def test_all_nine_figures_and_three_tables_stand_in_their_order(report: Checked) -> None:
    blocks = list(walk(report.documents["bijlage"].blocks))
    labels = [str(getattr(block, "label", "")) for block in blocks if getattr(block, "label", "")]
    assert [one for one in labels if one.startswith("Figuur")] == [f"Figuur {n}" for n in range(1, 10)]
    assert [one for one in labels if one.startswith("Tabel")] == [f"Tabel {n}" for n in range(1, 4)]


def test_who_knows_the_original_finds_its_parts_in_their_order(report: Checked) -> None:
    assert headings(report.documents["bijlage"]) == HEADINGS


HEADINGS = """\
Kernboodschap
1 Voortgang
1A Samenwerking, organisatie en positionering
1A.1 Governance
1A.2 Afstemming met buurgemeenten
1A.3 Betrokkenheid van de gemeenteraad
1A.4 Gemeentesecretarissen en regionale thema’s
1A.5 Evaluatie van de slagvaardigheid
1A.6 Positionering en zichtbaarheid
1A.7 Europa
1A.8 Communicatie
1B Voortgang vijf opgaven
1B.1 Leefomgeving
1B.2 Bereikbaarheid
1B.3 Energie
1B.4 Menselijk kapitaal
1B.5 Economie
2 Naslag
2A Algemeen – Regio Zwolle
2A.1 Samenwerkingsverband Regio Zwolle
2A.2 Regio Zwolle Monitor 2021
2A.3 Governance van Regio Zwolle
2A.4 Agenda Regio Zwolle stapt over eigen grenzen
2A.5 Zichtbaarheid bij Rijk en Europa
2A.6 Inventarisatie Europese subsidie
2A.7 Communicatie over Regio Zwolle
2B Algemeen – gemeente Dalfsen in Regio Zwolle
2B.1 Visie op Regio Zwolle 2020
2B.2 Financiën
2B.3 Betrokkenheid van Dalfsen in Regio Zwolle
2B.4 Gemeentesecretarissen en hun thema’s
2B.5 Interne organisatie
2B.6 Raadsmemo’s 2021
2C Opgaven – ambities
2C.1 Economie
2C.2 Menselijk kapitaal
2C.3 Leefomgeving
2C.4 Bereikbaarheid
2C.5 Energie
2C.6 Regiodeal
Begrippen en afkortingen""".splitlines()


def test_lists_go_three_levels_deep_at_most(report: Checked) -> None:
    def depth(block: Block) -> int:
        inner = [one for item in getattr(block, "items", ()) for one in item.blocks]
        inner += getattr(block, "blocks", ()) if isinstance(block, Kader | Quote | Landscape) else ()
        return isinstance(block, List) + max(map(depth, inner), default=0)

    assert max(depth(block) for block in report.documents["bijlage"].blocks) <= 3


def test_the_next_report_is_begun_with_open_points_and_what_must_be_read_again(begun: Checked) -> None:
    assert {one.rule for one in begun.problems} == {"open-punt", "ongelezen"}
    assert begun.errors == ()
    assert all(document.meta.concept for document in begun.documents.values())
    in_front, *others = headings(begun.documents["bijlage"])
    assert in_front == "In één oogopslag"
    assert others[1:] == HEADINGS[1:-1]  # its list of terms came later


@pytest.mark.parametrize(
    "announced",
    [
        "startbijeenkomst voor het NOVI-gebied in februari 2022",
        "besloot de stuurgroep over perspectievenboek en fase 3",
        "het profiel van Dalfsen",
        "Masterplan Communicatie",
        "plan van aanpak na de evaluatie",
        "icoonprogramma 1 en 2",
        "proef van de Brigade",
    ],
)
def test_what_was_announced_for_this_half_year_is_an_open_point(announced: str, begun: Checked) -> None:
    told = [
        " ".join(plain(block.content).split())
        for document in begun.documents.values()
        for block in walk(document.blocks)
        if isinstance(block, Paragraph)
    ]
    assert [one for one in told if announced in one]
