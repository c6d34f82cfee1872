"""A part is no more than its whole, and a count in words goes with the number beside it."""

from __future__ import annotations

import pytest

from rapportage.checks.numbers.counted_parts import contradictions


@pytest.mark.parametrize(
    "words",
    [
        "Er zijn 12 woningen, vijftien daarvan zijn sociaal.",
        "Van de twaalf woningen zijn er 15 sociaal.",
        "Vijftien van de twaalf gemeenten doen mee.",
        "Er zijn 1.348 woningen gebouwd, waarvan 1.500 voor sociale huur.",
        "Er waren 12 aanvragen; daarvan zijn er vijftien toegekend.",
        "Er kwamen 12 aanvragen binnen. Daarvan werden er 21 afgewezen.",
        "Van de 40 opgeleverde woningen in de kern zijn er ruim vijftig verhuurd.",
        "Ruim honderd gezinnen (90) kregen een huis.",
        "Bijna tweehonderd (212) mensen kwamen.",
        "De twaalf (13) gemeenten werken samen.",
        "Er is € 500.000 beschikbaar, waarvan € 600.000 is besteed.",
        "Er zijn 40 huurwoningen, waarvan 44 huurwoningen sociaal zijn.",
    ],
)
def test_a_part_that_is_more_than_its_whole_is_told(words: str) -> None:
    assert len(list(contradictions(words))) == 1


@pytest.mark.parametrize(
    "words",
    [
        "De regio telt 17 hubs, drie meer dan een half jaar geleden. Vier daarvan liggen in Duinwolde.",
        "Er zijn 15 woningen, twaalf daarvan zijn sociaal. Van de vijftien woningen zijn er 12 sociaal.",
        "Twaalf van de vijftien gemeenten doen mee. Van de twaalf gemeenten hebben er 3 een plan met 40 acties.",
        "Van de twaalf gemeenten zijn er 300 inwoners gekomen. Er zijn 12 verenigingen, waarvan 300 leden meedoen.",
        "Het zijn 12 scholen, waarvan 3 nieuw. Er zijn 12 gemeenten, waarvan 80% meedoet.",
        "Van de 36 uur zijn er 40 gedeclareerd. Op 15 van de twaalf punten.",
        "In 2023 waren er 12 aanvragen. Daarvan is de helft toegekend, en in 2024 waren het er 15.",
        "Ruim honderd gezinnen (112) kregen een huis. Bijna tweehonderd (190) mensen kwamen. Meer dan twaalf (15) raden.",
        "De twaalf (12) gemeenten werken samen in fase twee (3 maanden) en fase drie (4).",
        "In artikel vijf (2024) staat dat. De eerste twee (zie bijlage 3) zijn klaar. De vijf gemeenten (22 raadsleden) kwamen.",
        "De wijk zes (6) en klasse twee (3). Het zijn twee (van de 12) gemeenten.",
        "Van de drie raden zijn er 45 leden uitgenodigd. Van de twee bruggen waren er 12 foto's.",
        "Van de vijf kernen kregen er vier een plan. De gemeente kent 3 zwembaden, waarvan 1 in Noord.",
        "Het budget is € 1,2 miljoen, waarvan € 800.000 voor wonen. Er zijn 900 woningen, waarvan 1,2 procent leeg staat.",
        "Van alle twaalf raden steunden er elf het voorstel. Tien van de elf kernen, en 9 van de tien scholen.",
        "Er is 12 hectare grond, waarvan 15.000 vierkante meter voor groen.",
        "De raad kreeg 12 brieven; hiervan zijn er elf beantwoord. Er kwamen 4 bussen, waarvan 120 mensen gebruikmaakten.",
        "Er is een regeling. Daarvan zijn er twaalf. De raad acht van de twee varianten de eerste beter.",
    ],
)
def test_what_counts_something_else_is_right(words: str) -> None:
    assert list(contradictions(words)) == []
