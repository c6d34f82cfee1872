"""A memo is signed once: what was typed below it is told, and a sentence about the college is not."""

from __future__ import annotations

import pytest
from documents import META
from word_files import STYLE

from rapportage.checks.names.typed_signatures import below_the_memo
from rapportage.checks.subjects import Paper
from rapportage.document import Document, Paragraph, Signatory, Signatures
from rapportage.errors import Place
from rapportage.inlines import Text


def told(words: str) -> bool:
    """Whether a last paragraph of the memo is told as a signature."""
    at = Place("content/2024-H1/raadsvoorstel.md", 9)
    signed = Signatures((), (Signatory("A. Voorbeeld", "burgemeester"),))
    blocks = (Paragraph((Text(words, at),)), signed)
    return bool(list(below_the_memo(Paper(Document(META, blocks), STYLE))))


@pytest.mark.parametrize(
    "words",
    [
        "Namens het college van burgemeester en wethouders,",
        "Burgemeester en wethouders van Zundert,",
        "Hoogachtend,",
        "de secretaris, de burgemeester,",
        "Het college van burgemeester en wethouders van de gemeente Dalfsen",
        "de griffier, de voorzitter,",
        "Met vriendelijke groet,",
        "Namens de gemeenteraad,",
        "college van B&W",
        "de gemeentesecretaris",
        "A. Voorbeeld, burgemeester",
    ],
)
def test_a_typed_signature_is_told(words: str) -> None:
    assert told(words)


@pytest.mark.parametrize(
    "words",
    [
        "Het college stelt dit vast.",
        "De burgemeester en de griffier tekenen.",
        "Burgemeester en wethouders stelden dit stuk op 9 juli vast.",
        "De raad besluit.",
        "De voorzitter opent de vergadering.",
        "Namens de regio voert de stuurgroep het overleg.",
        "Het college van burgemeester en wethouders besluit op 9 juli.",
        "De uitvoering ligt bij het college.",
        "Wij danken de gemeentesecretaris.",
        "A. Voorbeeld, burgemeester, opent de brug.",
    ],
)
def test_a_sentence_about_who_signs_is_right(words: str) -> None:
    assert not told(words)
