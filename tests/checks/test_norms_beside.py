"""What a sentence puts above or below a norm is there by the number of the sentence before it."""

from __future__ import annotations

import pytest
from documents import META, paragraph
from word_files import STYLE

from rapportage.checks.numbers.norms_beside import on_the_other_side
from rapportage.checks.subjects import Paper
from rapportage.document import Document

BEFORE = "Van de nieuwe woningen was 64,8% betaalbaar, 1,4 procentpunt minder dan in het eerste halfjaar."


def told(words: str) -> list[str]:
    paper = Paper(Document(META, (paragraph(words),)), STYLE)
    return [one.message for one in on_the_other_side(paper)]


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (f"{BEFORE} Daarmee zit de regio net boven de afspraak van twee derde.", "'boven de afspraak van twee derde' klopt niet bij 64,8%"),
        (f"{BEFORE} Daarmee blijven wij boven de norm van 65%.", "'boven de norm van 65%' klopt niet bij 64,8%"),
        ("Van de bussen reed 91,2% op tijd, tegen 86% vorig jaar. Daarmee zit de lijn onder de afspraak van 90%.", "'onder de afspraak van 90%' klopt niet bij 91,2%"),
        ("De wachttijd is 10,4 weken. Daarmee zit de gemeente onder de norm van acht weken.", "'onder de norm van acht weken' klopt niet bij 10,4 weken"),
        ("De wachttijd is 10,4 weken, en daarmee ligt zij onder de norm van 8 weken.", "'onder de norm van 8 weken' klopt niet bij 10,4 weken"),
        ("Het aandeel steeg van 58% naar 64%. Dat ligt boven het doel van 66%.", "'boven het doel van 66%' klopt niet bij 64%"),
    ],
)  # fmt: skip
def test_the_other_side_of_a_norm_is_told(words: str, message: str) -> None:
    assert told(words) == [message]


@pytest.mark.parametrize(
    "words",
    [
        f"{BEFORE} Daarmee zit de regio net onder de afspraak van twee derde.",
        f"{BEFORE} Daarmee zit de regio niet boven de afspraak van twee derde.",
        f"{BEFORE} Daarmee zou de regio boven de afspraak van 60% zitten.",
        f"{BEFORE} Vorig jaar zat de regio boven de afspraak van twee derde.",
        f"{BEFORE} Daarmee was de regio eerder boven de afspraak van twee derde.",
        "In Oosterbroek was 58% betaalbaar en in Veenhoek 70%. Daarmee zit Veenhoek boven de afspraak van twee derde.",
        "Ongeveer 66% was betaalbaar. Daarmee zit de regio boven de afspraak van twee derde.",
        "Van de woningen was 67% betaalbaar. Daarmee zit de regio onder de afspraak van twee derde.",
        "Het aandeel steeg van 58% naar 68%. Dat ligt boven de afspraak van twee derde.",
        "De wachttijd is 10,4 weken. Daarmee zit de gemeente boven de norm van acht weken.",
        "De wachttijd is 10,4 weken. Daarmee zit de gemeente onder de norm van drie maanden.",
        "De subsidie is € 4.000. Daarmee blijft zij onder de grens van € 5.000.",
        "De kosten stegen met 3%. Daarmee blijven zij onder de grens van 2% per jaar niet.",
        "De bus reed vaker. Daarmee zit de lijn onder de afspraak van 90%.",
        "De afspraak van 90% blijft. Daarmee zit de lijn onder de afspraak van 95%.",
        "Er zijn 12 klachten. Daarmee zitten wij onder de norm van 8 weken.",
    ],
)
def test_what_may_be_right_is_silent(words: str) -> None:
    assert told(words) == []
