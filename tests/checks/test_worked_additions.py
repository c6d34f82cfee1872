"""What a count becomes 'met De Zandkamp erbij' is what the paper counts there, and what was there before."""

from __future__ import annotations

import pytest
from documents import META, text
from word_files import STYLE

from rapportage.checks.decisions.worked_amounts import miscounted
from rapportage.checks.subjects import Paper
from rapportage.document import Document, Paragraph

GOAL = "Het doel van de regio is 120 flexwoningen eind 2027."
THERE = "Eind december stonden er 36, 24 in Veenhoek en 12 in Turfdam."
AT_PLACE = "De 48 flexwoningen op De Zandkamp worden in mei 2026 geplaatst."


def told(words: str, elsewhere: str) -> list[str]:
    paper = Paper(Document(META, (Paragraph(text(words)), Paragraph(text(elsewhere)))), STYLE)
    return [one.message for one in miscounted(paper)]


@pytest.mark.parametrize(
    ("sentence", "message"),
    [
        ("Met De Zandkamp erbij worden het er 86.", "'86' volgt niet uit 36 en 48: samen is dat 84"),
        ("Met De Zandkamp erbij zijn het er dan 48.", "'48' volgt niet uit 36 en 48: samen is dat 84"),
        ("Met De Zandkamp erbij staan er 94 flexwoningen.", "'94' volgt niet uit 36 en 48: samen is dat 84"),
    ],
)
def test_another_sum_than_the_paper_counts_is_told(sentence: str, message: str) -> None:
    assert told(f"{GOAL} {THERE} {sentence}", AT_PLACE) == [message]


@pytest.mark.parametrize(
    ("sentence", "elsewhere"),
    [
        ("Met De Zandkamp erbij worden het er 84.", AT_PLACE),
        ("Met De Zandkamp erbij worden het er ruim 80.", AT_PLACE),
        ("Met De Zandkamp erbij worden het er 86.", "De 48 flexwoningen op De Punt zijn klaar."),
        ("Met De Zandkamp erbij worden het er 86.", "Op De Zandkamp komen flexwoningen."),
        ("Met De Zandkamp erbij worden het er 86.", "De 48 bewoners van De Zandkamp kregen een brief."),
        ("Met De Zandkamp erbij worden het er 86.", f"{AT_PLACE} Eerst zouden er 50 flexwoningen op De Zandkamp komen."),
        ("Met de eerste fase van De Zandkamp erbij worden het er 60.", AT_PLACE),
        ("Met De Zandkamp erbij zou het er 86 zijn.", AT_PLACE),
        ("Met De Zandkamp erbij worden het er 60, en daarna nog 24.", AT_PLACE),
        ("Met De Zandkamp erbij worden het er 72 buiten Turfdam.", AT_PLACE),
        ("Met De Zandkamp en De Punt erbij worden het er 110.", f"{AT_PLACE} De 26 flexwoningen op De Punt volgen."),
        ("Met De Zandkamp erbij heeft de regio vijf locaties.", AT_PLACE),
        ("Met De Zandkamp erbij is de buurt af.", AT_PLACE),
        ("Met De Zandkamp erbij worden het er per hectare 86.", AT_PLACE),
        ("Zonder De Zandkamp zijn het er 36.", AT_PLACE),
    ],
)  # fmt: skip
def test_the_sum_or_a_count_of_something_else_is_right(sentence: str, elsewhere: str) -> None:
    assert told(f"{GOAL} {THERE} {sentence}", elsewhere) == []


def test_a_count_without_one_before_it_is_left_alone() -> None:
    assert told(f"{GOAL} Het gaat goed. Met De Zandkamp erbij worden het er 86.", AT_PLACE) == []
