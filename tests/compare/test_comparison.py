"""What became of each chapter and text, between two papers."""

from __future__ import annotations

from documents import IMAGES, META, item, paragraph, text

from rapportage.compare.comparison import ChapterChange, chapters_beside
from rapportage.document import Block, Cell, Document, Figure, Heading, Kader, List, Paragraph, Row, Table
from rapportage.inlines import NOWHERE, Footnote, Reference, Text
from rapportage.made import Made

BRUG = paragraph("De brug over de vaart is in mei geopend.")
DIJK = paragraph("Aan de dijk is het hele jaar gewerkt.")
WEG = paragraph("De weg naar het dorp bleef open.")


def chapter(name: str, *blocks: Block, number: str = "1") -> tuple[Block, ...]:
    return Heading(1, text(name.capitalize()), name, True, number), *blocks


def beside(old: tuple[Block, ...], new: tuple[Block, ...]) -> tuple[ChapterChange, ...]:
    return chapters_beside(Document(META, old, IMAGES), Document(META, new, IMAGES))


def states(old: tuple[Block, ...], new: tuple[Block, ...]) -> list[tuple[str, str]]:
    return [(one.title, one.state) for one in beside(old, new)]


def told(old: tuple[Block, ...], new: tuple[Block, ...]) -> list[tuple[str, str, str | None, str | None]]:
    return [
        (one.what, one.state, one.was, one.wordt)
        for found in beside(chapter("werken", *old), chapter("werken", *new))
        for one in found.changes
        if one.state != "ongewijzigd"
    ]


def test_chapters_are_new_gone_moved_changed_or_the_same() -> None:
    old = (*chapter("brug", BRUG), *chapter("dijk", DIJK), *chapter("weg", WEG), *chapter("oud", WEG))
    changed = paragraph("Aan de dijk is het halve jaar gewerkt.")
    new = (*chapter("weg", WEG), *chapter("brug", BRUG), *chapter("nieuw", BRUG), *chapter("dijk", changed))
    assert states(old, new) == [
        ("Weg", "verplaatst"),
        ("Brug", "ongewijzigd"),
        ("Nieuw", "nieuw"),
        ("Dijk", "gewijzigd"),
        ("Oud", "weg"),
    ]


def test_a_heading_or_caption_that_names_its_period_by_itself_is_no_change() -> None:
    """Each chapter of which only that moved on stood among the changed; a number that moved on is a change."""

    def stand(words: str, expression: str) -> tuple[Block, ...]:
        made = Made(words, expression, (), "", is_number=expression.startswith("waarde"), place=NOWHERE)
        said = (Text(f"Stand in {words}", made=(made,)),)
        row = Row((Cell(text("Dijk")), Cell(text("3"))))
        return Heading(1, said, "stand", True, "1"), BRUG, Table((), (row,), said, id="standen")

    then, now = stand("2e helft 2023", 'periode("kort")'), stand("1e helft 2024", 'periode("kort")')
    assert states(then, now) == [("Stand in 1e helft 2024", "ongewijzigd")]
    assert states(then, stand("1e helft 2024", "vorige")) == [("Stand in 1e helft 2024", "gewijzigd")]
    counted, later = stand("3", 'waarde("dijk")'), stand("4", 'waarde("dijk")')
    assert states(counted, later) == [("Stand in 4", "gewijzigd")]


def test_another_number_alone_is_no_change() -> None:
    seen = Paragraph((Text("Zie "), Reference("brug", "hoofdstuk 1"), Text(".")))
    counted = Paragraph((Text("Zie "), Reference("brug", "hoofdstuk 2"), Text(".")))
    old, new = chapter("brug", seen), chapter("brug", counted, number="2")
    assert states(old, new) == [("Brug", "ongewijzigd")]


def test_a_paragraph_that_moved_is_told_at_both_places_with_its_new_words() -> None:
    assert told((BRUG, DIJK, WEG), (DIJK, WEG, BRUG)) == [
        ("alinea", "verplaatst", "De brug over de vaart is in mei geopend.", None),
        (
            "alinea",
            "verplaatst",
            "De brug over de vaart is in mei geopend.",
            "De brug over de vaart is in mei geopend.",
        ),
    ]


def test_a_paragraph_that_moved_to_another_chapter_is_found_there() -> None:
    old = (*chapter("brug", BRUG, DIJK), *chapter("weg", WEG))
    later = paragraph("De brug over de vaart is in juni geopend.")
    new = (*chapter("brug", DIJK), *chapter("weg", WEG, later))
    found = beside(old, new)[1].changes[-1]
    assert (found.state, found.was) == (
        "verplaatst en gewijzigd",
        "De brug over de vaart is in mei geopend.",
    )


def test_items_kaders_notes_captions_and_rows_are_texts_of_their_own() -> None:
    def all_of(many: str, row: tuple[str, str], note: str) -> tuple[Block, ...]:
        return (
            List((item(paragraph("een punt;")), item(paragraph(f"{many} punten.")))),
            Kader(text(f"Een kader over {many} zaken"), (BRUG,)),
            Paragraph((Text("Met een noot."), Footnote(text(note), 1))),
            Table(
                (Row((Cell(text("Wie"), True), Cell(text("Hoeveel"), True))),),
                (Row((Cell(text(row[0]), True), Cell(text(row[1])))),),
                text(f"Tabel met {many} rijen"),
                (),
                "aantallen",
                1,
            ),
        )

    old, new = (
        all_of("twee", ("Dorp", "3"), "De eerste telling."),
        all_of("drie", ("Dorp", "4"), "De tweede telling."),
    )
    assert told(old, new) == [
        ("punt", "gewijzigd", "twee punten.", "drie punten."),
        ("kader", "gewijzigd", "Een kader over twee zaken", "Een kader over drie zaken"),
        ("noot", "gewijzigd", "De eerste telling.", "De tweede telling."),
        ("bijschrift", "gewijzigd", "Tabel met twee rijen", "Tabel met drie rijen"),
        ("rij", "gewijzigd", "Dorp | 3", "Dorp | 4"),
    ]


def test_a_figure_with_the_same_description_and_another_picture_has_changed() -> None:
    old, new = Figure("kaart", "Een kaart.", id="kaart"), Figure("aanvragen", "Een kaart.", id="kaart")
    assert told((old,), (new,)) == [("figuur", "gewijzigd", "Een kaart.", "Een kaart.")]


def test_two_empty_papers_have_no_chapters() -> None:
    assert beside((), ()) == ()
