"""Whatever a template says in its parts, the paper is one that Word need not repair, with the paper's words."""

from __future__ import annotations

import io
import zipfile
from copy import deepcopy
from dataclasses import replace
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

import docx.document
import pytest
from documents import IMAGES, META, as_concept, text
from docx.shared import Mm
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from lxml import etree
from openxml_audit import OpenXmlValidator
from word_files import PAGES, STYLE, parts, shown, xml
from word_templates import field, floating, in_footer, template, words

from rapportage.document import Document, Heading, Paragraph
from rapportage.style.tokens import WordTemplate
from rapportage.writers.docx.document import write_docx
from rapportage.writers.docx.template.opened import TemplateError
from rapportage.writers.docx.template.read import read_template

SAID = "", "-1", "99999999", "xx", "true", "auto", "FFFFFF", "100%", "12pt", "0", "2147483648", 'é"<'
DOCUMENT = as_concept(
    Document(
        META,
        (Heading(1, text("Kop"), "kop"), Paragraph(text("Een alinea.")), Paragraph(text("Titel"), "titel")),
    )
)


def rich() -> bytes:
    """A template with something of all that is taken over."""

    def change(made: docx.document.Document) -> None:
        header = made.sections[0].header
        header.paragraphs[0].text = "Gemeente\tKleinstad"
        picture = next(one.data for one in IMAGES.values() if one.media_type == "image/png")
        header.paragraphs[0].add_run().add_picture(io.BytesIO(picture), height=Mm(8))
        header.add_table(1, 2, Mm(100)).style = "Table Grid"
        in_footer(
            made, words("Pagina ") + field("PAGE", "3") + field("DATE", "1 mei") + floating("In een vlak")
        )

    return template(change)


RICH = rich()
CHANGED = [
    *(name for name in parts(RICH) if name.startswith(("word/header", "word/footer"))),
    *(
        "word/styles.xml",
        "word/theme/theme1.xml",
        "word/settings.xml",
        "word/fontTable.xml",
        "word/document.xml",
    ),
]


def slipped(seed: int) -> bytes:
    """The template with slips in a few of its parts: elements and attributes that go, move or say something else."""
    random = Random(seed)
    files = parts(RICH)
    for name in random.sample(CHANGED, 3):
        root = etree.fromstring(files[name])
        elements = list(root.iter(etree.Element))[1:]
        for one in random.choices(elements, k=random.randint(1, 30)):
            above = one.getparent()
            match random.randrange(4):
                case 0 if above is not None:
                    above.remove(one)
                case 1 if one.attrib:
                    one.set(random.choice(list(one.attrib)), random.choice(SAID))
                case 2 if one.attrib:
                    del one.attrib[random.choice(list(one.attrib))]
                case 3:
                    random.choice(elements).append(deepcopy(one))
        files[name] = etree.tostring(root)
    return template_of(files)


def template_of(files: dict[str, bytes]) -> bytes:
    saved = io.BytesIO()
    with zipfile.ZipFile(saved, "w") as packed:
        for name, data in files.items():
            packed.writestr(name, data)
    return saved.getvalue()


def judged(own: bytes) -> tuple[str, list[str]]:
    """The words of a paper in this template, and what a validator says of it."""
    package = write_docx(DOCUMENT, replace(STYLE, template=WordTemplate(own)), PAGES)
    with TemporaryDirectory() as folder:
        path = Path(folder) / "paper.docx"
        path.write_bytes(package)
        return shown(xml(package)), [str(error) for error in OpenXmlValidator().validate(path).errors]


def test_shapes_and_pictures_are_drawn_anew() -> None:
    assert judged(RICH) == ("KopEen alinea.Titel", [])
    package = write_docx(DOCUMENT, replace(STYLE, template=WordTemplate(RICH)), PAGES)
    footer = parts(package)["word/footer1.xml"]
    assert b"In een vlak" in footer
    assert b"C8102E" in footer


@pytest.mark.parametrize("seed", [*range(8), 6192])
def test_a_few_slips_are_always_looked_at(seed: int) -> None:
    own = slipped(seed)
    try:
        read_template(own)
    except TemplateError:
        return
    assert judged(own) == ("KopEen alinea.Titel", [])


@pytest.mark.slow
@settings(max_examples=150, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.integers(0, 10**9))
def test_no_slip_makes_a_paper_invalid_or_changes_its_words(seed: int) -> None:
    own = slipped(seed)
    try:
        read_template(own)
    except TemplateError:
        return
    assert judged(own) == ("KopEen alinea.Titel", [])
