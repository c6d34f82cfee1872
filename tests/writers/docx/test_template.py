"""Papers in a Word template: its look is taken over, and nothing that papers live by is lost."""

from __future__ import annotations

import io
from dataclasses import replace
from pathlib import Path
from typing import cast

import docx
import pytest
from documents import META, as_concept, everything
from docx.oxml.ns import qn
from docx.shared import Mm
from openxml_audit import OpenXmlValidator
from word_files import DOCUMENT, PAGES, STYLE, Element, fields, parts, reopened, shown, values, xml
from word_templates import (
    HOUSE,
    after,
    control,
    field,
    fill,
    floating,
    in_footer,
    in_header,
    template,
    with_letterhead,
    words,
)

from rapportage.dutch import date_text
from rapportage.style.tokens import WordTemplate
from rapportage.writers.docx.document import write_docx

STYLES = "word/styles.xml"


def written(own: bytes, *, concept: bool = False, names: tuple[tuple[str, str], ...] = ()) -> bytes:
    """The paper that uses everything, in this template."""
    document = as_concept(everything()) if concept else everything()
    return write_docx(document, replace(STYLE, template=WordTemplate(own, names)), PAGES, page_count=7)


def style_of(package: bytes, key: str) -> Element:
    return next(one for one in xml(package, STYLES) if one.get(qn("w:styleId")) == key)


def running(package: bytes, kind: str, page: str) -> Element:
    """The header or footer of the first section's pages of this kind."""
    document = reopened(package)
    reference = next(
        one
        for one in document.sections[0]._sectPr.iter(qn(f"w:{kind}Reference"))
        if one.get(qn("w:type")) == page
    )
    return cast(Element, document.part.related_parts[reference.get(qn("r:id"))].element)


def in_styles(style: str) -> dict[str, object]:
    return {STYLES: after("</w:latentStyles>", style)}


def _even_pages(made: docx.document.Document) -> None:
    made.settings.odd_and_even_pages_header_footer = True
    made.sections[0].even_page_header.paragraphs[0].text = "Links"
    made.sections[0].header.paragraphs[0].text = "Rechts"


ODD = '<w:style w:type="paragraph" w:styleId="{key}"><w:name w:val="{name}"/><w:basedOn w:val="{base}"/>{said}</w:style>'
HIDDEN = (
    "<w:pPr><w:pageBreakBefore/><w:framePr w:w='100'/><w:numPr><w:numId w:val='9'/></w:numPr>"
    "<w:ind w:left='720' w:hanging='720'/><w:outlineLvl w:val='0'/></w:pPr>"
    "<w:rPr><w:vanish/><w:color w:val='FFFF00'/><w:lang w:val='en-US'/></w:rPr>"
)
TEMPLATES = {
    "as Word makes one": template(),
    "hiding and numbering": template(
        parts={STYLES: after("</w:latentStyles>", ODD.format(key="x", name="Quote", base="x", said=HIDDEN))}
    ),
    "values that mean nothing": template(
        parts={
            STYLES: after(
                "</w:latentStyles>",
                ODD.format(
                    key="y",
                    name="Subtitle",
                    base="nobody",
                    said="<w:pPr><w:spacing w:before='many' w:after='99999'/><w:jc w:val='around'/></w:pPr>"
                    "<w:rPr><w:sz w:val='large'/><w:color w:val='red'/><w:u w:val='zigzag'/></w:rPr>",
                ),
            )
        }
    ),
    "without a theme": template(
        parts={"word/_rels/document.xml.rels": lambda data: data.replace(b"/theme", b"/none")}
    ),
    "even pages": template(_even_pages),
}


@pytest.mark.parametrize("concept", [False, True])
@pytest.mark.parametrize("name", TEMPLATES)
def test_no_template_makes_a_file_that_word_would_repair(name: str, concept: bool, tmp_path: Path) -> None:
    path = tmp_path / "paper.docx"
    path.write_bytes(written(TEMPLATES[name], concept=concept))
    assert [str(error) for error in OpenXmlValidator().validate(path).errors] == []


@pytest.mark.parametrize("name", TEMPLATES)
def test_words_numbers_and_fields_are_those_of_a_paper_without_a_template(name: str) -> None:
    plain = write_docx(everything(), STYLE, {}, page_count=7)
    ours, theirs = xml(plain), xml(written(TEMPLATES[name]))
    assert shown(theirs) == shown(ours)
    assert fields(theirs) == fields(ours)
    for tag in ("w:pStyle", "w:rStyle", "w:numId", "w:ilvl"):
        assert values(theirs, tag) == values(ours, tag)


def test_the_same_template_gives_the_same_bytes() -> None:
    assert written(TEMPLATES["even pages"]) == written(TEMPLATES["even pages"])


# --- styles ----------------------------------------------------------------------------------


def test_a_heading_looks_as_in_the_template_and_counts_as_in_every_paper() -> None:
    heading = style_of(written(template()), "Heading1")
    assert values(heading, "w:color") == [HOUSE]
    assert values(heading, "w:sz") == ["34"]
    assert values(heading, "w:numId") == ["1"]
    assert values(heading, "w:outlineLvl") == ["0"]


def test_a_style_hides_numbers_and_turns_no_page() -> None:
    quote = style_of(written(TEMPLATES["hiding and numbering"]), "Quote")
    left = ("w:vanish", "w:pageBreakBefore", "w:framePr", "w:numPr", "w:outlineLvl", "w:lang", "w:ind")
    assert [one for one in left if values(quote, one) or quote.findall(f".//{qn(one)}")] == []


def test_letters_that_are_too_light_become_clear() -> None:
    (colour,) = values(style_of(written(TEMPLATES["hiding and numbering"]), "Quote"), "w:color")
    assert colour != "FFFF00"


def test_the_head_of_the_contents_has_no_number_and_stands_in_no_contents() -> None:
    head = ODD.format(key="t", name="TOC Heading", base="Heading1", said="")
    made = style_of(written(template(parts={STYLES: after("</w:latentStyles>", head)})), "TOCHeading")
    assert (values(made, "w:numId"), values(made, "w:outlineLvl")) == (["0"], ["9"])


def test_what_the_template_has_no_style_for_is_made_in_its_colours() -> None:
    package = written(template())
    assert values(style_of(package, "Kadertitel"), "w:color") == [HOUSE]
    bar = style_of(package, "Kader").find(f".//{qn('w:left')}")
    assert bar is not None
    assert bar.get(qn("w:color")) == HOUSE


def test_text_without_space_between_paragraphs_gets_that_of_the_house_style() -> None:
    def tight(made: docx.document.Document) -> None:
        made.styles["Normal"].paragraph_format.space_after = 0

    spacing = style_of(written(template(tight)), "Normal").find(f".//{qn('w:spacing')}")
    assert spacing is not None
    assert spacing.get(qn("w:after")) == "110"


def test_a_style_under_another_name_is_taken_where_that_is_said() -> None:
    other = ODD.format(key="k", name="Tekstkader", base="Normal", said="<w:rPr><w:caps/></w:rPr>")
    own = template(parts={STYLES: after("</w:latentStyles>", other)})
    assert style_of(written(own), "Kader").findall(f".//{qn('w:caps')}") == []
    named = written(own, names=(("Kader", "Tekstkader"),))
    assert style_of(named, "Kader").findall(f".//{qn('w:caps')}") != []


def test_the_contents_list_waits_for_words_own_page_numbers() -> None:
    assert [code for code, _ in fields(xml(written(template()))) if code.startswith("PAGEREF")] == []


# --- the page --------------------------------------------------------------------------------


def test_the_page_is_that_of_the_template() -> None:
    section = reopened(written(template())).sections[0]
    sides = section.left_margin, section.right_margin, section.top_margin, section.bottom_margin
    assert [round(one.mm) for one in sides if one] == [30, 20, 35, 25]


def test_margins_that_leave_no_room_stay_those_of_the_house_style() -> None:
    def narrow(made: docx.document.Document) -> None:
        made.sections[0].left_margin = made.sections[0].right_margin = Mm(95)

    section = reopened(written(template(narrow))).sections[0]
    assert section.left_margin is not None
    assert section.left_margin.pt == pytest.approx(STYLE.points("bladspiegel.binnen"), abs=0.1)


def test_text_begins_below_a_picture_that_hangs_in_the_upper_margin() -> None:
    def hung(made: docx.document.Document) -> None:
        made.sections[0].header.paragraphs[0].add_run().add_picture(io.BytesIO(picture()), height=Mm(40))

    section = reopened(written(template(hung))).sections[0]
    assert section.top_margin is not None
    assert section.header_distance is not None
    assert section.top_margin > section.header_distance + Mm(40)


def test_a_picture_above_the_first_page_alone_moves_the_text_of_that_page_alone() -> None:
    def hung(made: docx.document.Document) -> None:
        section = made.sections[0]
        section.different_first_page_header_footer = True
        fill(section.first_page_header, floating("Kleinstad", Mm(50)))
        section.header.paragraphs[0].text = "Kleinstad"

    package = written(template(hung))
    section = reopened(package).sections[0]
    assert section.top_margin is not None
    assert round(section.top_margin.mm) == 35
    first, others = (running(package, "header", page) for page in ("first", "default"))
    assert [values(one, "w:spacing", "w:lineRule") for one in (first, others)] == [["exact"], []]


# --- headers and footers ---------------------------------------------------------------------


def picture() -> bytes:
    return next(one.data for one in everything().images.values() if one.media_type == "image/png")


def test_a_header_keeps_its_words_and_its_picture_which_is_not_read_out() -> None:
    package = written(with_letterhead())
    header = running(package, "header", "default")
    assert shown(header) == "Gemeente Kleinstad"
    (described,) = (one.get("descr") for one in header.iter(qn("wp:docPr")))
    assert described == ""
    assert header.findall(".//{http://schemas.microsoft.com/office/drawing/2017/decorative}decorative")
    (blip,) = header.iter(qn("a:blip"))
    part = reopened(package).sections[0].header.part
    assert part.related_parts[blip.get(qn("r:embed"))].blob == picture()


def logos(package: bytes) -> int:
    """How many logos stand in the paper's own text."""
    return sum(one.get("descr") == "Logo gemeente Kleinland" for one in xml(package).iter(qn("wp:docPr")))


def test_a_picture_above_the_first_page_stands_for_the_logo_and_one_elsewhere_does_not() -> None:
    def later(made: docx.document.Document) -> None:
        made.sections[0].different_first_page_header_footer = True
        made.sections[0].first_page_header.paragraphs[0].text = "Kleinstad"
        made.sections[0].header.paragraphs[0].add_run().add_picture(io.BytesIO(picture()), height=Mm(8))

    def below(made: docx.document.Document) -> None:
        made.sections[0].footer.paragraphs[0].add_run().add_picture(io.BytesIO(picture()), height=Mm(8))

    assert logos(written(with_letterhead())) == 0
    assert [logos(written(template(one))) for one in (None, later, below)] == [1, 1, 1]


def test_where_the_template_numbers_no_page_the_footer_does_and_names_the_paper() -> None:
    footer = running(written(template(lambda made: in_footer(made, words("Postbus 1")))), "footer", "default")
    assert shown(footer) == f"{META.running_title or META.title} · {META.author} · 1 van 7Postbus 1"
    assert [code for code, _ in fields(footer)] == ["PAGE", "NUMPAGES"]


def test_where_it_does_both_nothing_is_added() -> None:
    inside = (
        field("TITLE", "Titel") + words(" ") + field("PAGE", "4") + words("/") + field("SECTIONPAGES", "9")
    )
    footer = running(written(template(lambda made: in_footer(made, inside))), "footer", "default")
    assert shown(footer) == f"{META.running_title or META.title} 1/7"
    assert fields(footer) == [("PAGE", "1"), ("NUMPAGES", "7")]


@pytest.mark.parametrize(
    "inside",
    [
        field("PRINTDATE", "12 maart 2019"),
        field("TIME", "12:30"),
        field("FILENAME", "sjabloon.docx"),
        field('IF 1 = 1 "ja" "nee"', "ja"),
        field("INCLUDEPICTURE http://elders/plaatje.png", ""),
        field('STYLEREF "Kop 1"', "Fout! Geen tekst met opgegeven stijl in document."),
        control("<w:showingPlcHdr/>", "Klik hier"),
        control('<w:dataBinding w:xpath="/ns0:eigen/ns0:zaak" w:storeItemID="{1}"/>', "2019-123"),
        "<w:r><w:rPr><w:vanish/></w:rPr><w:t>verborgen</w:t></w:r>",
        '<w:del w:id="1" w:author="x"><w:r><w:delText>weg</w:delText></w:r></w:del>',
    ],
)
def test_what_fills_itself_in_or_waits_for_words_goes(inside: str) -> None:
    package = written(template(lambda made: in_header(made, words("Kleinstad ") + inside)))
    header = running(package, "header", "default")
    assert shown(header) == "Kleinstad "
    assert fields(header) == []


@pytest.mark.parametrize(
    "inside",
    [
        field("TITLE", "Titel van het document"),
        field("DOCPROPERTY Title", "x"),
        field("STYLEREF Titel", "x"),
        control(
            '<w:dataBinding w:xpath="/ns1:coreProperties[1]/ns0:title[1]"/><w:showingPlcHdr/>', "[Titel]"
        ),
    ],
)
def test_what_asks_for_the_title_gets_that_of_the_paper(inside: str) -> None:
    header = running(written(template(lambda made: in_header(made, inside))), "header", "default")
    assert shown(header) == (META.running_title or META.title)


@pytest.mark.parametrize(
    "inside",
    [
        field("DATE", "12 maart 2019"),
        field(r'SAVEDATE \@ "d MMMM yyyy"', "12 maart 2019"),
        field("CREATEDATE", "12-3-2019"),
        control('<w:dataBinding w:xpath="/ns0:CoverPageProperties[1]/ns0:PublishDate[1]"/>', "12-3-2019"),
    ],
)
def test_what_asks_for_a_day_gets_that_of_the_paper_and_never_changes(inside: str) -> None:
    own = template(lambda made: in_header(made, words("Datum: ") + inside))
    header = running(written(own), "header", "default")
    assert shown(header) == f"Datum: {date_text(META.date)}"
    assert fields(header) == []


def test_a_link_leaves_its_words_and_leads_nowhere() -> None:
    inside = f'<w:hyperlink r:id="rId1">{words("kleinstad.nl")}</w:hyperlink>'
    package = written(template(lambda made: in_footer(made, inside)))
    assert "kleinstad.nl" in shown(running(package, "footer", "default"))
    assert b"hyperlink" not in parts(package)["word/footer1.xml"]


def test_a_first_page_that_is_not_apart_has_the_header_of_all() -> None:
    package = written(template(lambda made: in_header(made, words("Kleinstad"))))
    assert shown(running(package, "header", "first")) == "Kleinstad"


def test_a_draft_is_stamped_on_every_page_of_the_template() -> None:
    for page in ("default", "first", "even"):
        header = running(written(TEMPLATES["even pages"], concept=True), "header", page)
        stamps = header.iter("{urn:schemas-microsoft-com:vml}textpath")
        assert [one.get("string") for one in stamps if one.get("string")] == ["CONCEPT"]


def test_a_template_that_shows_nothing_above_and_below_leaves_ours() -> None:
    plain = write_docx(everything(), STYLE, PAGES, page_count=7)
    for kind in ("header", "footer"):
        for page in ("default", "first"):
            assert shown(running(written(template()), kind, page)) == shown(running(plain, kind, page))


def test_nothing_of_the_templates_own_text_comes_along() -> None:
    package = written(template(lambda made: made.add_paragraph("Geachte heer of mevrouw")))
    assert b"Geachte" not in parts(package)[DOCUMENT]
