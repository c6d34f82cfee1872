"""Every number of the published report over 2021-H2 stands in ours: in its chapter, in both formats, by either engine.

The published report is not in the repository. Its numbers are kept in `cijfers-2021-H2.txt`, a line
each, with the chapter that must hold them and the form in which our words give them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path

import pypdfium2
import pytest
import seen
from docx.oxml.ns import qn
from engines import DEFAULT, NAMES
from published import Published
from where import ROOT, TESTS
from word_files import Element, values, xml

from rapportage.build.check import check
from rapportage.document import Contents, Document, Figure, FigurePair, Heading, Table, walk
from rapportage.inlines import plain
from rapportage.periode import parse_periode
from rapportage.running import footer_words, named_above
from rapportage.workspace import Workspace

PERIODE = parse_periode("2021-H2")
LIST = TESTS / "cijfers-2021-H2.txt"
FORMATS = ("docx", *(f"pdf of {engine}" for engine in NAMES))

Passages = Mapping[str, str]
"""What a reader meets at each place of the list: a chapter, a figure, a table, the cover, the memo."""


@dataclass(frozen=True, slots=True)
class Number:
    """One line of the list: the place in our report, the form there, and the form in the source."""

    line: int
    place: str
    form: str
    source: str


@pytest.fixture(scope="module")
def report(published: Published) -> Mapping[str, Passages]:
    documents = check(Workspace(ROOT), PERIODE).documents
    usual = {file.name: file for file in published(ROOT, str(PERIODE))}
    memo, bijlage = documents["raadsvoorstel"], documents["bijlage"]
    found: dict[str, Passages] = {}
    for form in FORMATS:
        suffix, _, engine = form.partition(" of ")
        of_another = () if engine in ("", DEFAULT) else published(ROOT, str(PERIODE), engine)
        files = usual | {file.name: file for file in of_another}
        memo_file, file = (files[f"{name}.{suffix}"] for name in ("raadsvoorstel", "bijlage"))
        found[form] = {
            "raadsvoorstel": normal("\n".join(pieces(memo, memo_file))),
            **chapters(bijlage, pieces(bijlage, file)),
            **figures(bijlage, file),
            **tables(bijlage, file),
        }
    return found


def listed() -> tuple[Number, ...]:
    return numbers(LIST.read_text("utf-8"))


# --- claims ----------------------------------------------------------------------------------


def test_every_number_of_the_source_stands_in_its_chapter_in_every_file(
    report: Mapping[str, Passages],
) -> None:
    lacking = [one for form in FORMATS for one in missing(listed(), report[form], form)]
    assert not lacking, "\n" + "\n".join(lacking)


def test_the_list_goes_through_the_report_in_reading_order(report: Mapping[str, Passages]) -> None:
    found = [place for place, _ in groupby(one.place for one in listed() if ":" not in one.place)]
    assert found == [place for place in report["docx"] if place in found]


def test_the_list_names_nothing_twice() -> None:
    found = [(one.place, normal(one.form)) for one in listed()]
    assert [one for one in found if found.count(one) > 1] == []


@pytest.mark.parametrize("form", FORMATS)
def test_a_number_that_leaves_the_text_is_missed(report: Mapping[str, Passages], form: str) -> None:
    stands = [one for one in listed() if not missing([one], report[form], form)]
    assert len(stands) > 200
    for one in stands:
        told = missing([one], without(report[form], one), form)
        assert told == [f"{LIST.name}:{one.line}: '{one.form}' is not in {one.place} of the {form}"]


@pytest.mark.parametrize("form", FORMATS)
def test_a_number_that_moves_to_another_chapter_is_missed(report: Mapping[str, Passages], form: str) -> None:
    passages = dict(report[form])
    passages["visie"] = passages.pop("financien") + passages["visie"]
    lost = [one for one in listed() if one.place == "financien"]
    assert len(missing(listed(), passages, form)) >= len(lost) > 5


@pytest.mark.parametrize(
    ("form", "words"),
    [
        ("22", "in 2022"),
        ("348", "voor 1.348 projecten"),
        ("1", "€ 1,73"),
        ("€ 5", "€ 5.000"),
        ("2022", "de jaren 2014-2022"),
        ("2014", "de jaren 2014-2022"),
        ("2,8%", "met 12,8%"),
        ("F34", "de F340"),
        ("5", "zie 1B.5"),
        ("vier", "vierde"),
        ("acht", "aandacht"),
    ],
)
def test_part_of_a_longer_number_or_word_is_not_that_number(form: str, words: str) -> None:
    assert not stands_in(form, normal(words))


@pytest.mark.parametrize(
    ("form", "words"),
    [
        ("€ 2.829.000", "begroot € 2.829.000."),
        ("-2,8%", "negatief:\n−2,8%, en"),
        ("juli-december 2021", "juli-\ndecember 2021"),
        ("tweeëntwintig aanbevelingen", "tweeën\x02twintig aan\u00adbevelingen"),
        ("tien gemeenten", "Tien\r\ngemeenten (alle)"),
        ("één daarvan", "Eén\xa0daarvan"),
        ("vier O's", "de vier O’s"),
    ],
)
def test_line_ends_capitals_and_kinds_of_space_make_no_difference(form: str, words: str) -> None:
    assert stands_in(form, normal(words))


@pytest.mark.parametrize("line", ["visie", "visie |", "| 2020", "visie | 2020 | 2020 | 2020"])
def test_a_line_that_is_not_a_place_and_a_form_is_refused(line: str) -> None:
    with pytest.raises(ValueError, match="line 2"):
        numbers(f"# een opmerking\n{line}\n")


def test_an_unknown_place_is_missed() -> None:
    assert missing(numbers("visei | 2020"), {"visie": "2020"}, "pdf") == [
        f"{LIST.name}:1: '2020' is not in visei of the pdf"
    ]


# --- the list --------------------------------------------------------------------------------


def numbers(text: str) -> tuple[Number, ...]:
    """The lines of a list; empty lines and comments are left out."""
    return tuple(_numbers(text))


def _numbers(text: str) -> Iterator[Number]:
    for at, line in enumerate(text.splitlines(), 1):
        if not line.strip() or line.startswith("#"):
            continue
        cells = [cell.strip() for cell in line.split("|")]
        if len(cells) not in (2, 3) or not all(cells):
            raise ValueError(
                f"line {at} is not 'place | form' or 'place | form | form in the source': {line}"
            )
        yield Number(at, cells[0], cells[1], cells[-1])


def missing(found: Iterable[Number], passages: Passages, form: str) -> list[str]:
    """What is told of each number that does not stand in its place."""
    return [
        f"{LIST.name}:{one.line}: '{one.form}' is not in {one.place} of the {form}"
        for one in found
        if not stands_in(one.form, passages.get(one.place, ""))
    ]


def without(passages: Passages, number: Number) -> Passages:
    """The passages after the number has left its place."""
    return {**passages, number.place: pattern(number.form).sub("", passages[number.place])}


def stands_in(form: str, passage: str) -> bool:
    """Whether the form stands in a normal passage, not as part of a longer number or word."""
    return bool(pattern(form).search(passage))


def pattern(form: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?<!\w[-–.,/]){re.escape(normal(form))}(?!\w)(?![-–.,/]\w)")


def normal(words: str) -> str:
    """The words without what lines, hyphenation, capitals and kinds of quotes and spaces do to them."""
    words = re.sub("[\x02\u00ad\u2060\ufffe]", "", words.replace("−", "-").replace("’", "'"))
    words = re.sub(r"(?<=[^\W\d])-(?:\r?\n)?(?=[^\W\d])", "", words)
    return " ".join(words.split()).casefold().replace("eén", "één")


# --- the report ------------------------------------------------------------------------------


def pieces(document: Document, file: Path) -> list[str]:
    """What stands before the first heading, and what stands from each heading up to the next."""
    return _word_pieces(document, file) if file.suffix == ".docx" else _pdf_pieces(document, file)


def headings(document: Document) -> list[Heading]:
    return [block for block in walk(document.blocks) if isinstance(block, Heading)]


def chapters(document: Document, found: list[str]) -> dict[str, str]:
    """The cover without its contents list, and each chapter, part and section by the id of its heading."""
    place, said = "omslag", {"omslag": found[0]}
    for heading, piece in zip(headings(document), found[1:], strict=True):
        place = heading.id if heading.level < 4 else place
        said[place] = f"{said.get(place, '')}\n{piece}"
    return {name: normal(words) for name, words in said.items()}


def figures(document: Document, file: Path) -> dict[str, str]:
    """The caption and the alternative text of each figure, where the file gives its reader that text."""
    data = file.read_bytes()
    described = (seen.word_descriptions if file.suffix == ".docx" else seen.pdf_descriptions)(data)
    return {
        f"figuur:{block.id}": normal(f"{plain(block.caption)}\n{block.alt}")
        for block in walk(document.blocks)
        if isinstance(block, Figure) and not isinstance(block, FigurePair) and block.alt in described
    }


def tables(document: Document, file: Path) -> dict[str, str]:
    """The cells of each table in Word; in a PDF, whose tables are lines of words, what follows its caption."""
    captions = {
        f"tabel:{block.id}": normal(f"{block.label}: {plain(block.caption)}")
        for block in walk(document.blocks)
        if isinstance(block, Table) and block.number
    }
    if file.suffix == ".docx":
        return {name: _word_table(file, caption) for name, caption in captions.items()}
    passages = chapters(document, pieces(document, file)).values()
    return {
        name: passage.partition(caption)[2]
        for name, caption in captions.items()
        for passage in passages
        if caption in passage
    }


# --- Word ------------------------------------------------------------------------------------


def _word_pieces(document: Document, file: Path) -> list[str]:
    said, titles = [""], []
    for paragraph in xml(file.read_bytes()).iter(qn("w:p")):
        style, words = "".join(values(paragraph, "w:pStyle")[:1]), _word_words(paragraph)
        if re.fullmatch(r"Heading\d", style):
            titles.append(normal(words))
            said.append("")
        if not style.startswith("TOC"):
            said[-1] += f"{words}\n"
    assert titles == [normal(plain(heading.content)) for heading in headings(document)]
    return said


def _word_words(element: Element) -> str:
    nodes = element.iter(qn("w:t"), qn("w:tab"), qn("w:br"))
    return "".join((node.text or "") if node.tag == qn("w:t") else " " for node in nodes)


def _word_table(file: Path, caption: str) -> str:
    captioned = False
    for node in xml(file.read_bytes()).iter(qn("w:p"), qn("w:tbl")):
        if captioned and node.tag == qn("w:tbl"):
            return normal("\n".join(_word_words(paragraph) for paragraph in node.iter(qn("w:p"))))
        captioned = captioned or (node.tag == qn("w:p") and normal(_word_words(node)) == caption)
    return ""


# --- PDF -------------------------------------------------------------------------------------


def _pdf_pieces(document: Document, file: Path) -> list[str]:
    with pypdfium2.PdfDocument(file) as opened:
        titles, starts = [], [(0, opened[0].get_height())]
        for entry in opened.get_toc():
            titles.append(normal(entry.get_title()))
            target = entry.get_dest()
            starts.append((target.get_index(), target.get_view()[1][1]))
        assert titles == [normal(f"{one.label} {plain(one.content)}") for one in headings(document)]
        ends = [*starts[1:], (len(opened) - 1, 0.0)]
        said = [
            "\n".join(_pdf_words(document, opened, start, end))
            for start, end in zip(starts, ends, strict=True)
        ]
    return [_without_contents(document, said[0]), *said[1:]]


def _pdf_words(
    document: Document, opened: pypdfium2.PdfDocument, start: tuple[int, float], end: tuple[int, float]
) -> Iterator[str]:
    """The words between two places, a page at a time, without what stands on every page."""
    for number in range(start[0], end[0] + 1):
        page = opened[number]
        top = start[1] if number == start[0] else page.get_height()
        bottom = end[1] if number == end[0] else 0.0
        words = page.get_textpage()
        footer = footer_words(document.meta)
        assert f"{footer} {number + 1} van {len(opened)}" in " ".join(words.get_text_range().split())
        lines = words.get_text_bounded(bottom=bottom, top=top).replace("\r", "").split("\n")
        above = {document.meta.title, *named_above(document).values()}
        if number != start[0] and lines[0].strip() in above:
            del lines[0]
        said = "\n".join(line for line in lines if re.sub(r"\s*\d+ van \d+$", "", line.strip()) != footer)
        # pdfium gives the marks of a page's lists behind its words, where they part a sentence from the next page.
        yield re.sub(r"(?:(?:^|\n)(?:[•▪–]|\d{1,2}\.|[a-z]\.) ?)+\Z", "", said)


def _without_contents(document: Document, cover: str) -> str:
    for block in walk(document.blocks):
        if isinstance(block, Contents):
            return cover.partition(f"\n{plain(block.title)}\n")[0]
    return cover
