"""What LibreOffice makes of a Word document: the same counts, nothing lost on the way, and a tagged PDF.

It stands in for Word, which cannot run here. Where it is missing these tests are skipped.
"""

from __future__ import annotations

import io
import re
import shutil
import subprocess
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

import docx
import page
import pikepdf
import pytest
from docx.document import Document as WordDocument
from docx.oxml.ns import qn
from published import Published
from where import PATIENCE, TESTS, WORKSPACES, surroundings
from word_files import Element, fields, parts, shown, values, xml

REPORTS = {"2021-H2": TESTS.parent, "2024-H1": WORKSPACES / "klein"}
OFFICE = shutil.which("soffice") or ""
SYSTEM_PYTHON = "/usr/bin/python3"
"""The Python for which the system's packages bring `uno`."""


def _has_uno() -> bool:
    asked = [SYSTEM_PYTHON, "-c", "import uno"]
    return Path(SYSTEM_PYTHON).exists() and not subprocess.run(asked, capture_output=True).returncode


pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(
        not OFFICE or not _has_uno(),
        reason="LibreOffice is not installed (libreoffice-writer and python3-uno)",
    ),
]


@dataclass(frozen=True, slots=True)
class Office:
    """The bijlage of one period as it is published, and what LibreOffice makes of it."""

    periode: str
    published: bytes
    folder: Path

    def made(self, name: str) -> bytes:
        return (self.folder / name).read_bytes()


@pytest.fixture(scope="module", params=REPORTS)
def office(
    request: pytest.FixtureRequest, published: Published, tmp_path_factory: pytest.TempPathFactory
) -> Office:
    """One start of LibreOffice for all that is asked of a report."""
    files = {file.name: file for file in published(REPORTS[request.param], request.param)}
    folder = tmp_path_factory.mktemp("kantoor")
    made = Path(shutil.copy(files["bijlage.docx"], folder))
    command = [SYSTEM_PYTHON, str(TESTS / "office.py"), OFFICE, str(made), str(folder)]
    subprocess.run(command, check=True, capture_output=True, timeout=PATIENCE, env=surroundings())
    return Office(request.param, made.read_bytes(), folder)


# --- opened, saved and opened again ------------------------------------------------------------


def test_nothing_is_lost_when_a_clerk_saves_it_in_libreoffice(office: Office) -> None:
    before, after = office.published, office.made("saved.docx")
    kinds = (
        headings,
        captions,
        references,
        links,
        footnotes,
        descriptions,
        numbered,
        identities,
        origin,
        made,
    )
    for what in kinds:
        assert what(after) == what(before), what.__name__


def opened(package: bytes) -> WordDocument:
    return docx.Document(io.BytesIO(package))


def headings(package: bytes) -> list[tuple[str, str]]:
    """Level and words of every heading."""
    styled = ((str(one.style.name if one.style else ""), one.text) for one in opened(package).paragraphs)
    return [(name.lower(), words.strip()) for name, words in styled if name.lower().startswith("heading")]


def captions(package: bytes) -> list[str]:
    return [shown(one) for one in xml(package).iter(qn("w:p")) if "SEQ " in instructions(one)]


def instructions(element: Element) -> str:
    """The codes of the fields that begin in this element."""
    return " ".join(one.text or "" for one in element.iter(qn("w:instrText")))


def references(package: bytes) -> list[str]:
    """What every reference shows, in order; the switches of its field differ from program to program."""
    return [words for code, words in fields(xml(package)) if code.startswith("REF ")]


def links(package: bytes) -> list[tuple[str, str]]:
    """Address and words of every link to the outside."""
    targets = {
        str(one.get("Id")): str(one.get("Target"))
        for one in xml(package, "word/_rels/document.xml.rels")
        if one.get("TargetMode") == "External"
    }
    found = (
        (targets.get(str(one.get(qn("r:id")))), shown(one)) for one in xml(package).iter(qn("w:hyperlink"))
    )
    return [(address, words) for address, words in found if address]


def footnotes(package: bytes) -> list[str]:
    if "word/footnotes.xml" not in parts(package):
        return []
    notes = [one for one in xml(package, "word/footnotes.xml") if one.get(qn("w:type")) is None]
    return [shown(one).strip() for one in notes]


def descriptions(package: bytes) -> list[str]:
    return [str(one.get("descr") or "") for one in xml(package).iter(qn("wp:docPr"))]


def numbered(package: bytes) -> list[tuple[str, str, str]]:
    """Level, kind of number and words of every item of a list, with what its number begins at."""
    numbering = xml(package, "word/numbering.xml")
    abstract = {one.get(qn("w:abstractNumId")): one for one in numbering.iter(qn("w:abstractNum"))}
    uses = {
        one.get(qn("w:numId")): abstract[values(one, "w:abstractNumId")[0]]
        for one in numbering.iter(qn("w:num"))
    }
    styles = {str(one.get(qn("w:styleId"))): one for one in xml(package, "word/styles.xml")}
    found = []
    for one in xml(package).iter(qn("w:p")):
        says = one if values(one, "w:numId") else styles[(values(one, "w:pStyle") or ["Normal"])[0]]
        numbers, levels = values(says, "w:numId"), values(says, "w:ilvl")
        if not numbers or numbers[0] not in uses or not shown(one):
            continue
        level = levels[0] if levels else "0"
        kinds = [lvl for lvl in uses[numbers[0]].iter(qn("w:lvl")) if lvl.get(qn("w:ilvl")) == level]
        kind = values(kinds[0], "w:numFmt")[0] if kinds else ""
        if kind not in ("none", ""):
            found.append((level, kind, shown(one)))
    return found


def identities(package: bytes) -> list[str]:
    return [name for name in values(xml(package), "w:bookmarkStart", "w:name") if name.startswith("_Blok_")]


def origin(package: bytes) -> dict[str, str]:
    """What the file says of the paper and the content that it was made of."""
    properties = xml(package, "docProps/custom.xml")
    return {str(one.get("name")): str(one[0].text) for one in properties}


def made(package: bytes) -> list[tuple[str, str, dict[str, str]]]:
    """What the file says of made words: their paragraph, themselves, and what they came from."""
    return [
        (
            str(said.get("bladwijzer")),
            str(one.text),
            {str(key): str(fact) for key, fact in one.attrib.items()},
        )
        for said in xml(package, "customXml/item1.xml")
        for one in said
    ]


# --- counted anew ------------------------------------------------------------------------------


def test_the_cached_results_are_what_libreoffice_counts(office: Office) -> None:
    before, after = office.published, office.made("counted.docx")
    assert captions(after) == captions(before)
    assert references(after) == references(before)
    ours, theirs = contents(before), contents(after)
    assert [words for words, _ in theirs] == [words for words, _ in ours]
    assert [
        (words, ours_page, page)
        for (words, ours_page), (_, page) in zip(ours, theirs, strict=True)
        if abs(ours_page - page) > 1
    ] == []


def contents(package: bytes) -> list[tuple[str, int]]:
    """The words and the page of every line of the contents list."""
    found = []
    for one in xml(package).iter(qn("w:p")):
        style = (values(one, "w:pStyle") or [""])[0]
        if re.fullmatch(r"(TOC|Contents)[1-4]", style) and shown(one):
            *words, page_number = pieces(one)
            found.append((" ".join("".join(words).split()), int(page_number)))
    return found


def pieces(element: Element) -> list[str]:
    """The words of a line, parted at its tabs; those of field codes are none of them."""
    found = [""]
    for node in element.iter(qn("w:t"), qn("w:tab")):
        above = node.getparent()
        if node.tag == qn("w:t"):
            found[-1] += node.text or ""
        elif above is not None and above.tag == qn("w:r"):
            found.append("")
    return found


# --- exported as an accessible PDF ---------------------------------------------------------------

OWN_FAULTS = {
    "PDFUA1-CONTENT-TAGGING-001",  # the lines beside and above paragraphs are not marked as artifacts
    "PDFUA1-PAGE-TABS-001",
}
"""What LibreOffice 7.4 leaves open itself, also in a document that it made."""
OWN_FAULTS_OF_NOTES = {
    "PDFUA1-FIGURE-ALTERNATIVE-TEXT-001",  # it knows no decorative picture
    "PDFUA1-LINK-LINK-TAG-001",
    "PDFUA1-NOTE-ID-001",
    "PDFUA1-STRUCT-TREE-ROLE-MAP-STANDARD-001",
}
"""What it leaves open where there are footnotes and decoration, as in the small workspace."""


def test_libreoffice_exports_a_pdf_for_everyone_but_for_its_own_faults(office: Office) -> None:
    exported = office.folder / "exported.pdf"
    failed = Counter(one.rule_id for one in page.validate_pdf(exported, profile="ua1").failures)
    known = OWN_FAULTS | (OWN_FAULTS_OF_NOTES if office.periode == "2024-H1" else set())
    assert {rule: count for rule, count in failed.items() if rule not in known} == {}
    assert loose_operators(exported) <= {"S"}


def loose_operators(path: Path) -> set[str]:
    """What is drawn outside every tag and artifact: 'S' draws a line."""
    found = set()
    with pikepdf.open(path) as pdf:
        for one in pdf.pages:
            depth = 0
            for instruction in pikepdf.parse_content_stream(one):
                name = str(instruction.operator)
                depth += (name in ("BDC", "BMC")) - (name == "EMC")
                if depth == 0 and name in ("f", "F", "f*", "S", "s", "B", "b", "Do", "Tj", "TJ", "sh"):
                    found.add(name)
    return found


def test_the_house_font_goes_along_to_a_machine_without_it(office: Office) -> None:
    with pikepdf.open(office.folder / "exported.pdf") as pdf:
        names = {
            str(font.get("/BaseFont"))
            for one in pdf.pages
            for font in one.Resources.get("/Font", {}).values()
        }
    assert any("SourceSansPro" in name for name in names)
    assert not any(re.search("DejaVu|Liberation|Carlito", name) for name in names)
