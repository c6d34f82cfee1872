"""What a paragraph says is left of an amount is what the sentences between leave of it."""

from __future__ import annotations

import pytest
from documents import META, text
from word_files import STYLE

from rapportage.checks.decisions.worked_amounts import miscounted
from rapportage.checks.subjects import Paper
from rapportage.document import Document, Paragraph

SPENT = "De regio had voor 2025 een begroting van € 2.720.000. Daarvan is € 2.620.800 uitgegeven, 96,4%."
TAKEN = (
    "Op 1 januari 2026 zit er € 2.595.000 in de reserve. Bij de begroting hebt u besloten om daar in 2026"
    " € 310.000 aan te onttrekken."
)


def told(words: str) -> list[str]:
    paper = Paper(Document(META, (Paragraph(text(words)),)), STYLE)
    return [one.message.replace("\u00a0", " ") for one in miscounted(paper)]


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (f"{SPENT} Er blijft € 92.900 over.", "'€ 92.900' volgt niet uit € 2.720.000 en € 2.620.800: dat is € 99.200"),
        (f"{SPENT} Daarvan is nog € 92.900 over.", "'€ 92.900' volgt niet uit € 2.720.000 en € 2.620.800: dat is € 99.200"),
        (f"{SPENT} Dan resteert € 92.900.", "'€ 92.900' volgt niet uit € 2.720.000 en € 2.620.800: dat is € 99.200"),
        (f"{SPENT} Over was nog € 92.900.", "'€ 92.900' volgt niet uit € 2.720.000 en € 2.620.800: dat is € 99.200"),
        (f"{TAKEN} Er blijft dan € 2.258.000 over.", "'€ 2.258.000' volgt niet uit € 2.595.000 en € 310.000: dat is € 2.285.000"),
        (f"{TAKEN} Met dit voorstel komt daar € 330.000 bij. Er blijft dan € 1.995.000 over.", "'€ 1.995.000' volgt niet uit € 2.595.000, € 310.000 en € 330.000: dat is € 1.955.000"),
        (f"{TAKEN} Met dit voorstel komt daar € 303.000 bij. Er blijft dan € 1.955.000 in de reserve over.", "'€ 1.955.000' volgt niet uit € 2.595.000, € 310.000 en € 303.000: dat is € 1.982.000"),
        ("De reserve bedraagt € 800.000. In 2026 onttrekken wij daar € 250.000 aan. Er resteert dus € 505.000.", "'€ 505.000' volgt niet uit € 800.000 en € 250.000: dat is € 550.000"),
        ("De reserve bedraagt € 800.000. De begroting kent een onttrekking van € 250.000. Daarna blijft er € 505.000 over.", "'€ 505.000' volgt niet uit € 800.000 en € 250.000: dat is € 550.000"),
    ],
)  # fmt: skip
def test_what_is_left_otherwise_is_told(words: str, message: str) -> None:
    assert told(words) == [message]


@pytest.mark.parametrize(
    "words",
    [
        f"{SPENT} Er blijft € 99.200 over.",
        f"{SPENT} Er blijft € 99.000 over.",
        f"{SPENT} Er blijft ruim € 90.000 over.",
        f"{SPENT} Er blijft € 42.000 over voor meerwerk, en de rest is verplicht.",
        f"{SPENT} Er blijft bij flexwonen € 45.700 over.",
        f"{SPENT} Naar verwachting is € 50.000 verplicht. Er blijft € 49.200 over.",
        f"{SPENT} Daarvan is € 45.700 voor flexwonen.",
        f"{SPENT} Het programmabureau gaf € 347.800 uit. Er blijft € 2.800 over.",
        f"{TAKEN} Er blijft dan € 2.285.000 over.",
        f"{TAKEN} Met dit voorstel komt daar € 330.000 bij. Er blijft dan € 1.955.000 over.",
        f"{TAKEN} Aan rente komt daar € 30.000 bij. Er blijft dan € 2.315.000 over.",
        f"{TAKEN} Wij storten ook € 100.000. Er blijft dan € 2.385.000 over.",
        f"{TAKEN} Na dit voorstel is de ondergrens € 1.000.000.",
        "De begroting is € 2,7 miljoen. Daarvan is € 2,6 miljoen uitgegeven. Er blijft € 99.200 over.",
        "De begroting was € 500.000, € 20.000 meer dan in 2024. Daarvan is € 400.000 besteed. Er blijft € 100.000 over.",
        "Het krediet is € 640.000. Daarvan is tot nu toe € 598.000 verplicht. Er is nog € 42.000 beschikbaar.",
        "Het krediet is € 640.000. Na de onttrekking staat de reserve op € 2.000.000. Er blijft € 1.500.000 over.",
        "De begroting is € 500.000. Daarvan is bijna € 400.000 besteed. Er blijft € 104.000 over.",
        "De subsidie was € 100.000. Daarvan is € 60.000 per jaar uitbetaald. Er blijft € 20.000 over.",
        "Daarvan is € 60.000 uitgegeven. Er blijft € 20.000 over.",
        "De kosten waren € 85.000. Het budget was € 81.500. Er is € 9.000 over.",
    ],
)
def test_what_is_left_rightly_or_of_something_else_is_silent(words: str) -> None:
    assert told(words) == []
