"""What a clerk does to lists: sets a paragraph in a list style, presses Enter, pastes one paper in another."""

from __future__ import annotations

import io
import zipfile
from copy import deepcopy
from dataclasses import replace
from pathlib import Path

import pytest
from documents import META, everything, item, paragraph, text
from docx.oxml.ns import qn
from lxml import etree
from printed import OFFICE, page_words, printed
from word_files import STYLE, Element, parts, shown, values, written, xml

from rapportage.document import Kader, List, Quote
from rapportage.writers.docx.document import write_docx

PAPERS = [
    write_docx(replace(everything(), meta=replace(META, title=title)), STYLE, {}) for title in ("Een", "Twee")
]


def numbered(*words: str) -> List:
    return List(tuple(item(paragraph(one)) for one in words), ordered=True)


def edited(package: bytes, body: Element) -> bytes:
    """The same file with another body."""
    result = io.BytesIO()
    with zipfile.ZipFile(result, "w") as file:
        for name, data in parts(package).items():
            own = etree.tostring(body.getroottree()) if name == "word/document.xml" else data
            file.writestr(name, own)
    return result.getvalue()


def entered(package: bytes, after: str, words: str) -> bytes:
    """What Word makes of Enter at the end of a paragraph, and words: its own format, or its style's next."""
    body = xml(package)
    above = next(one for one in body.iter(qn("w:p")) if shown(one) == after)
    styles = {one.get(qn("w:styleId")): one for one in xml(package, "word/styles.xml")}
    style = values(above, "w:pStyle")[0]
    following = values(styles[style], "w:next") or [style]
    new = deepcopy(above)
    for one in list(new)[1:]:
        new.remove(one)
    if following != [style]:
        new[0].clear()
        etree.SubElement(new[0], qn("w:pStyle")).set(qn("w:val"), following[0])
    run = etree.SubElement(new, qn("w:r"))
    etree.SubElement(run, qn("w:t")).text = words
    above.addnext(new)
    return edited(package, body)


def set_in(package: bytes, words: str, style: str) -> bytes:
    """The file in which a paragraph got another style, and nothing else."""
    body = xml(package)
    chosen = next(one for one in body.iter(qn("w:p")) if shown(one) == words)
    next(chosen.iter(qn("w:pStyle"))).set(qn("w:val"), style)
    return edited(package, body)


@pytest.mark.slow
@pytest.mark.skipif(not OFFICE, reason="LibreOffice is not installed")
def test_lists_number_on_under_a_clerks_hands(tmp_path: Path) -> None:
    text_only = written(paragraph("voor"), paragraph("punt"))
    decided = written(numbered("besluit", "nog een"), paragraph("tussen"), numbered("opnieuw"))
    boxed = written(Kader(text("titel"), (List((item(paragraph("punt")),)),)))
    quoted = written(Quote((List((item(paragraph("punt")),)),)))
    cases = [
        (set_in(text_only, "punt", "ListBullet"), "voor • punt"),
        (set_in(text_only, "punt", "ListNumber"), "voor 1. punt"),
        (set_in(text_only, "punt", "ListNumber2"), "voor a. punt"),
        (set_in(text_only, "punt", "Kaderlijst"), "voor • punt"),
        (entered(decided, "nog een", "derde"), "1. besluit 2. nog een 3. derde tussen 1. opnieuw"),
        (entered(decided, "opnieuw", "tweede"), "1. besluit 2. nog een tussen 1. opnieuw 2. tweede"),
        (entered(boxed, "punt", "meer"), "titel • punt • meer"),
        (entered(quoted, "punt", "meer"), "• punt • meer"),
    ]
    found = [" ".join(page_words(one, META.title)) for one in printed([file for file, _ in cases], tmp_path)]
    assert found == [expected for _, expected in cases]


def test_a_bullet_of_the_style_says_nothing_of_its_own() -> None:
    package = written(List((item(paragraph("een"), List((item(paragraph("twee")),))),)))
    assert values(xml(package), "w:numId") == []
    assert values(xml(package), "w:pStyle") == ["ListBullet", "ListBullet2"]


def test_no_level_of_a_list_is_tied_to_a_style_twice() -> None:
    tied = values(xml(PAPERS[0], "word/numbering.xml"), "w:pStyle")
    assert len(tied) == len(set(tied))
    assert {"ListBullet", "ListNumber3", "Kaderlijst", "Citaatlijst"} <= set(tied)


def test_the_style_of_a_list_says_the_number_that_its_level_says() -> None:
    package = written(paragraph("een"))
    levels = {
        values(level, "w:pStyle")[0]: (one.get(qn("w:abstractNumId")), level.get(qn("w:ilvl")))
        for one in xml(package, "word/numbering.xml").iter(qn("w:abstractNum"))
        for level in one.iter(qn("w:lvl"))
        if values(level, "w:pStyle")
    }
    styles = {
        str(one.get(qn("w:styleId"))): (values(one, "w:numId")[0], (values(one, "w:ilvl") or ["0"])[0])
        for one in xml(package, "word/styles.xml")
        if values(one, "w:numId")
    }
    assert styles == levels


def test_lists_of_one_paper_or_two_do_not_take_each_other_for_the_same() -> None:
    names = [name for paper in PAPERS for name in values(xml(paper, "word/numbering.xml"), "w:nsid")]
    assert len(names) > 15
    assert len(names) == len(set(names))


def test_no_style_is_for_the_last_of_a_list_or_box_only() -> None:
    names = values(xml(written(paragraph("een")), "word/styles.xml"), "w:name")
    assert [name for name in names if name.endswith((" slot", " einde"))] == []
