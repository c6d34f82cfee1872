"""A list has as many items as the sentence above it says."""

from __future__ import annotations

import pytest
from documents import META, paragraph
from word_files import STYLE

from rapportage.checks.numbers.counted_lists import of_another_number, said_count
from rapportage.checks.subjects import Paper
from rapportage.document import Document


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("De raad neemt vijf besluiten:", 5),
        ("Het gaat om drie onderwerpen:", 3),
        ("Drie onderwerpen springen eruit:", 3),
        ("Dat gebeurt in 4 stappen:", 4),
        ("De aanpak bestaat uit vier belangrijke onderdelen:", 4),
        ("Wij onderscheiden twee soorten:", 2),
        ("De regio heeft vijf opgaven. Daarbij horen de volgende drie projecten:", 3),
        ("Er zijn twee varianten onderzocht:", 2),
        ("Wij werken langs drie lijnen aan:", 3),
        ("De samenwerking heeft zes partners:", 6),
        ("Wij werken voor vier doelgroepen:", 4),
        ("De aanpak bestaat uit de drie sporen:", 3),
    ],
)
def test_a_sentence_says_how_many_items_follow(words: str, said: int) -> None:
    found = said_count(words)
    assert found is not None
    assert found[1] == said


@pytest.mark.parametrize(
    "words",
    [
        "Voor de drie gemeenten geldt:",
        "Over drie onderwerpen zijn afspraken gemaakt:",
        "De regio werkt aan vijf opgaven. In dit halfjaar ging het vooral om:",
        "Twee van de vijf projecten lopen achter:",
        "De belangrijkste drie projecten zijn onder andere:",
        "In 2024 waren er vijf projecten, waaronder:",
        "De eerste twee stappen zijn gezet. Nu volgt:",
        "Elk van de drie partners doet het volgende:",
        "Bij deze vier projecten letten wij op:",
        "Zij noemen ruim tien maatregelen:",
        "Van de vijf opgaven lopen er twee voor op schema:",
        "Na drie stappen blijven over:",
        "De raad besluit:",
        "In fase twee zijn onderdelen van het plan:",
        "Tussen de twee gemeenten bestaan verschillen:",
        "Wij werken aan de wijk voor drie groepen:",
        "Wij organiseerden activiteiten voor vier doelgroepen:",
        "Deze twee gemeenten en drie partijen doen mee:",
    ],
)
def test_a_sentence_that_counts_something_else_says_nothing_of_the_list(words: str) -> None:
    assert said_count(words) is None


def told(words: str) -> list[str]:
    return [one.message for one in of_another_number(Paper(Document(META, (paragraph(words),)), STYLE))]


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (
            "Elk half jaar leest u hoe het staat met vijf opgaven: wonen, mobiliteit, energie en economie.",
            "hier staat 'vijf opgaven', en de opsomming erachter heeft er 4",
        ),
        (
            "Dat werkt voor drie opgaven: wonen, werken en leven. Het zijn drie sporen: rust, orde, geld en tijd.",
            "hier staat 'drie sporen', en de opsomming erachter heeft er 4",
        ),
    ],
)
def test_items_in_a_sentence_are_counted_too(words: str, said: str) -> None:
    assert told(words) == [said]


@pytest.mark.parametrize(
    "words",
    [
        "Er zijn drie opgaven: wonen, werk en inkomen, en energie.",
        "Er zijn vier opgaven: wonen, werk en inkomen, energie en water.",
        "Er zijn drie gemeenten: Noord, Zuid en twee andere.",
        "Er zijn drie partijen: de gemeente, de provincie en het Rijk.",
        "Er zijn drie partijen: de gemeente, die betaalt, en het Rijk.",
        "De raad kreeg vier vragen: wat het kost, wie betaalt en wanneer het klaar is.",
        "Er gelden vijf voorwaarden, onder andere: rust, orde en netheid.",
        "Er zijn vijf opgaven: wonen, mobiliteit, energie en economie (en later water).",
    ],
)
def test_a_sentence_that_may_have_so_many_items_passes(words: str) -> None:
    assert told(words) == []
