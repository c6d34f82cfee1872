"""The marks of print stand in all that a paper says, and change nothing that it is known by."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
import seen
from documents import META, everything, paragraph
from engines import each_engine, lay_out
from hypothesis import HealthCheck, given, settings
from strategies import documents
from where import ROOT
from word_files import STYLE, parts

from rapportage.build.check import check
from rapportage.compose.as_printed import as_printed
from rapportage.compose.resolve import resolve
from rapportage.document import Document, Figure, Heading, Paragraph, Signatory, Signatures, walk
from rapportage.errors import Place
from rapportage.identity import identities
from rapportage.inlines import Emphasis, Footnote, Inlines, Reference, Strong, Text, plain
from rapportage.made import Made
from rapportage.periode import parse_periode
from rapportage.traces import traces
from rapportage.workspace import Workspace
from rapportage.writers.docx.document import write_docx
from rapportage.writers.text import write_text


def printed(*content: Inlines) -> list[str]:
    made = as_printed(Document(META, tuple(map(Paragraph, content))))
    return [plain(one.content) for one in made.blocks if isinstance(one, Paragraph)]


def test_a_mark_knows_what_stands_beside_it_in_other_inlines() -> None:
    note = Footnote((Text("zie 'noot'"),))
    assert printed(
        (Text("'"), Strong((Text("Winst"),)), Text("' van de "), Emphasis((Text("regio"),)), Text("'s raad")),
        (Text("'Winst"), note, Text("' telt")),
        (Text("zie '"), Reference("kop", "Ons 'plan'"), Text("'")),
    ) == ["‘Winst’ van de regio’s raad", "‘Winst’ telt", "zie ‘Ons ‘plan’’"]


def test_a_note_is_a_text_of_its_own() -> None:
    made = as_printed(Document(META, (Paragraph((Text("een 'begin"), Footnote((Text("een einde'"),)))),)))
    assert made.blocks == (Paragraph((Text("een 'begin"), Footnote((Text("een einde’"),)))),)


def test_all_that_is_read_or_heard_is_printed_so() -> None:
    """Titles, captions, alternative texts, contents, metadata, names."""
    blocks = (
        Heading(1, (Text("Thema's"),), "themas"),
        Figure("beeld", "De foto's", (Text("Foto's"),), (Text("Foto's"),), id="foto"),
        Signatures((Text("Thema's"),), (Signatory("het 't", "thema's"),)),
    )
    whole = everything()
    meta = replace(META, title="Thema's", subject="Thema's", keywords=("thema's",), running_title="Thema's")
    before = resolve(replace(whole, meta=meta, blocks=(*blocks, *whole.blocks)))
    now = as_printed(before)
    strings = [now.meta.title, now.meta.subject, *now.meta.keywords, now.meta.running_title, write_text(now)]
    strings += [one.alt for one in walk(now.blocks) if isinstance(one, Figure)]
    assert [one for one in strings if "'" in one] == []
    assert sum(one.count("’") for one in strings) >= 11


def test_what_was_made_is_told_as_it_is_printed() -> None:
    made = Made("foto's", "reeks", (), "", is_number=False, place=Place("a.md", 1))
    text = Text("de foto's en foto's", Place("a.md", 1), made=(made,))
    (one,) = traces(as_printed(Document(META, (Paragraph((text,), place=Place("a.md", 1)),))))
    assert one.text == "foto’s"


def test_a_block_without_marks_is_the_very_one() -> None:
    block = paragraph("Het peil stijgt.")
    assert as_printed(Document(META, (block,))).blocks[0] is block


@settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
@given(documents())
def test_nothing_has_another_name_in_print(document: Document) -> None:
    resolved = resolve(document)
    now = as_printed(resolved)
    assert [one.name for one in identities(now)] == [one.name for one in identities(resolved)]
    assert [one.words for one in identities(now)] == [one.words for one in identities(resolved)]
    assert as_printed(now) == now


@each_engine
def test_word_and_pdf_say_the_same_marks(engine: str) -> None:
    document = as_printed(
        resolve(
            Document(
                replace(META, title="De 'kop'"),
                (
                    Heading(1, (Text("De 'kop' van 't plan"),), "kop"),
                    paragraph('Zo\'n "groot" plan van 5\' 3".'),
                ),
            )
        )
    )
    layout = lay_out(document, STYLE, engine)
    package = write_docx(document, STYLE, layout.pages)
    for words in ("De ‘kop’ van ’t plan", "Zo’n “groot” plan van 5' 3\"."):
        assert seen.letters(words) in seen.letters(seen.word_words(package))
        assert seen.letters(words) in seen.letters(seen.pdf_words(layout))
    assert "De ‘kop’".encode() in parts(package)["docProps/core.xml"]


def test_rules_judge_what_was_typed_and_the_paper_has_what_is_printed(klein: Path) -> None:
    path = klein / "content/2024-H1/bijlage/water.md"
    path.write_text(path.read_text("utf-8").replace("Het peil", "De 'foto's' en het peil"), "utf-8")
    checked = check(Workspace(klein), parse_periode("2024-H1"))
    assert "De ‘foto’s’ en het peil" in write_text(checked.documents["bijlage"])


@pytest.mark.parametrize("paper", ["raadsvoorstel", "bijlage"])
def test_the_report_has_no_straight_mark(paper: str) -> None:
    document = check(Workspace(ROOT), parse_periode("2021-H2")).documents[paper]
    alts = [one.alt for one in walk(document.blocks) if isinstance(one, Figure)]
    assert [line for line in (*write_text(document).splitlines(), *alts) if "'" in line or '"' in line] == []
