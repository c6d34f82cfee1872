"""What a memo asks for has one amount: in its decisions, and in the texts that tell of it."""

from __future__ import annotations

import pytest

from rapportage.checks.decisions.decided_amounts import contradictions
from rapportage.errors import Place
from rapportage.periode import parse_periode

AT = Place("raadsvoorstel.md")
CREDIT = "Een krediet van € 250.000 beschikbaar te stellen voor de renovatie van de sporthal."
MORE = "Een krediet van € 100.000 beschikbaar te stellen voor het plein."

EXTRA = "Een aanvullend krediet van € 142.000 beschikbaar te stellen voor jeugdhulp in 2025."
COVER = "Dit krediet te dekken uit de algemene reserve (€ 100.000) en de reserve sport (€ 150.000)."
RAISED = "Het budget voor sport met € 24.000 te verhogen."


def told(decisions: str | list[str], other: str) -> list[tuple[str, str]]:
    decided = [decisions] if isinstance(decisions, str) else decisions
    found = contradictions([(one, AT) for one in decided], [(other, AT)], parse_periode("2025-Q2"))
    return [(said, meant) for said, _, meant in found]


@pytest.mark.parametrize(
    ("decisions", "other", "said", "meant"),
    [
        (CREDIT, "Het krediet van € 225.000 wordt gedekt uit de reserve.", "krediet", "€ 250.000"),
        (CREDIT, "Het gevraagde krediet bedraagt € 225.000.", "krediet", "€ 250.000"),
        (CREDIT, "Voor de sporthal vragen wij een krediet van € 225.000.", "krediet", "€ 250.000"),
        (CREDIT, "Krediet van € 225.000 voor de sporthal", "krediet", "€ 250.000"),
        (CREDIT, "Het benodigde krediet (€ 225.000) schrijven wij af.", "krediet", "€ 250.000"),
        (CREDIT, "Dit krediet van 225.000 euro komt ten laste van ons.", "krediet", "€ 250.000"),
        (CREDIT, "overwegende dat een krediet van € 225.000 nodig is;", "krediet", "€ 250.000"),
        ([CREDIT, MORE], "Het krediet van € 225.000 voor de sporthal is genoeg.", "krediet", "€ 250.000"),
        (
            "Hiervoor € 40.000 uit de algemene reserve te halen.",
            "Wij halen € 45.000 uit de algemene reserve.",
            "uit de algemene reserve",
            "€ 40.000",
        ),
        (
            "€ 40.000 te onttrekken aan de reserve wonen.",
            "Er wordt € 45.000 onttrokken aan de reserve wonen.",
            "uit de reserve wonen",
            "€ 40.000",
        ),
        (
            "Een subsidie van € 30.000 te verlenen aan de stichting Molen.",
            "De subsidie van € 35.000 aan de stichting Molen past erin.",
            "subsidie",
            "€ 30.000",
        ),
        (
            "Een voorbereidingskrediet van € 1,2 miljoen beschikbaar te stellen.",
            "Het krediet van € 1,5 miljoen is voor onderzoek.",
            "krediet",
            "€ 1,2 miljoen",
        ),
        (EXTRA, "Het aanvullend krediet van € 124.000 komt uit de reserve.", "krediet", "€ 142.000"),
        (
            EXTRA,
            "Jaarstukken over het jaar en aanvullend krediet van € 124.000 voor jeugdhulp",
            "krediet",
            "€ 142.000",
        ),
        (
            CREDIT,
            "Rapportage en een krediet van € 225.000 voor de renovatie van de sporthal",
            "krediet",
            "€ 250.000",
        ),
        (
            [CREDIT, COVER],
            "Wij halen € 110.000 uit de algemene reserve.",
            "uit de algemene reserve",
            "€ 100.000",
        ),
        (
            [CREDIT, COVER],
            "Na de onttrekking van € 110.000 aan de algemene reserve blijft genoeg over.",
            "uit de algemene reserve",
            "€ 100.000",
        ),
        (EXTRA, "dat een aanvullend krediet van € 124.000 nodig is", "krediet", "€ 142.000"),
        (CREDIT, "Wij vragen u € 225.000 beschikbaar te stellen.", "wat wij vragen", "€ 250.000"),
        (CREDIT, "Daarom vragen wij de raad € 225.000.", "wat wij vragen", "€ 250.000"),
        (CREDIT, "Voor de sporthal is een krediet van € 225.000 nodig.", "krediet", "€ 250.000"),
        (
            CREDIT,
            "Rapportage tweede kwartaal 2025 en het krediet van € 225.000 voor de sporthal",
            "krediet",
            "€ 250.000",
        ),
        (RAISED, "Wij verhogen het budget voor sport met € 42.000.", "budget verhogen", "€ 24.000"),
        (RAISED, "Het budget wordt met € 42.000 verhoogd.", "budget verhogen", "€ 24.000"),
        (RAISED, "Het budget is op. Wij vragen € 42.000 extra.", "wat wij vragen", "€ 24.000"),
        (
            "Een bijdrage van € 36.000 te verlenen.",
            "De bijdrage van € 63.000 is voor de verbouwing.",
            "bijdrage",
            "€ 36.000",
        ),
        (
            "Een bijdrage van € 30.000 te verlenen.",
            "De gevraagde bijdrage is € 35.000.",
            "bijdrage",
            "€ 30.000",
        ),
    ],
)
def test_another_amount_than_the_decisions_have_is_told(
    decisions: str | list[str], other: str, said: str, meant: str
) -> None:
    ((words, decided),) = told(decisions, other)
    assert (words.split("'")[1], decided) == (said, meant)


@pytest.mark.parametrize(
    ("decisions", "other"),
    [
        (CREDIT, "Het krediet van € 250.000 wordt gedekt uit de algemene reserve."),
        (CREDIT, "In 2022 was er een krediet van € 100.000. Het krediet van € 100.000 is besteed."),
        (CREDIT, "Van het krediet van € 250.000 is € 225.000 voor de bouw."),
        (CREDIT, "Het krediet van ruim € 0,25 miljoen en het krediet van € 0,3 miljoen zijn hetzelfde."),
        (CREDIT, "Het eerdere krediet van € 100.000 is op, het resterende krediet van € 20.000 valt vrij."),
        (CREDIT, "Het krediet van € 206.612 exclusief btw."),
        (CREDIT, "De subsidie van € 100.000 dekt een deel. De bijdrage van € 50.000 komt van de vereniging."),
        (CREDIT, "Het krediet van € 80.000 voor de aanleg van het fietspad is nog over."),
        (CREDIT, "Het voorbereidingskrediet van € 30.000 is besteed."),
        ([CREDIT, MORE], "Het krediet van € 350.000 komt uit de reserve."),
        ([CREDIT, MORE], "Het krediet van € 100.000 en het krediet van € 250.000 komen uit de reserve."),
        (
            "Een aanvullend krediet van € 50.000 beschikbaar te stellen.",
            "Het krediet van € 200.000 is te weinig.",
        ),
        (CREDIT, "Het krediet van € 150.000 dekt de bouw, het krediet van € 100.000 de grond."),
        (
            EXTRA,
            "Het krediet van € 80.000 uit 2024 is op, met het aanvullend krediet van € 142.000 is het genoeg.",
        ),
        (EXTRA, "Het aanvullend krediet van € 50.000 uit 2023 is besteed."),
        (
            CREDIT,
            "Wij vragen van elke bezoeker € 25. Wij vragen € 25 voor een pas. De kerk vraagt € 225.000.",
        ),
        (CREDIT, "Wij vragen u € 250.000 beschikbaar te stellen. De provincie stelt € 225.000 beschikbaar."),
        (CREDIT, "In het eerste kwartaal van 2025 was het krediet van € 225.000 van de school besteed."),
        (RAISED, "In 2023 is het budget met € 10.000 verhoogd. Het budget voor cultuur stijgt met € 9.000."),
        ("Een bijdrage van € 36.000 te verlenen.", "De bijdrage van € 12.000 komt van de vereniging zelf."),
        (RAISED, "Het budget voor sport wordt met € 24.000 verhoogd, en was € 80.000."),
        (CREDIT, "Een lening van € 225.000 is duurder, en een krediet van € 400.000 is nu te veel."),
        ("Hiervoor € 40.000 uit de reserve te halen.", "In 2023 is € 15.000 uit de reserve gehaald."),
        ("€ 40.000 uit de algemene reserve te halen.", "De rest, € 10.000, komt uit de reserve wonen."),
        ("De jaarstukken vast te stellen.", "Het krediet van € 225.000 is besteed."),
        (CREDIT, "De raming is € 310.000. Het krediet is dan te laag, en de kosten zijn € 225.000."),
    ],
)
def test_an_amount_of_something_else_is_right(decisions: str | list[str], other: str) -> None:
    assert told(decisions, other) == []


@pytest.mark.parametrize(
    ("words", "meant"),
    [
        ("Voor de sporthal vragen wij een krediet van € 225.000.", ["€ 250.000"]),
        ("Voor de sporthal is een krediet van € 225.000 nodig.", ["€ 250.000"]),
        ("Het krediet van € 225.000 voor de sporthal is besteed.", []),
        ("De raad stelde een krediet van € 225.000 beschikbaar voor de sporthal.", []),
        ("Voor het plein is een krediet van € 225.000 nodig.", []),
    ],
)
def test_another_paper_is_held_to_the_decisions_where_it_tells_of_them(words: str, meant: list[str]) -> None:
    found = contradictions([(CREDIT, AT)], [(words, AT)], elsewhere=True)
    assert [one for _, _, one in found] == meant


@pytest.mark.parametrize(
    "other",
    [
        "Jaarstukken over het jaar en een krediet van € 250.000 voor de sporthal",
        "Wij halen € 100.000 uit de algemene reserve en € 150.000 uit de reserve sport.",
        "Vorig jaar haalden wij € 110.000 uit de algemene reserve.",
        "Na eerdere onttrekkingen van € 110.000 aan de algemene reserve was er nog genoeg.",
        "Wij halen jaarlijks € 110.000 uit de algemene reserve.",
        "Wij halen € 110.000 uit de reserve wegen.",
        "Besluiten over de begroting en een eerder krediet van € 225.000 voor de sporthal",
    ],
)
def test_what_else_is_taken_or_asked_for_is_right(other: str) -> None:
    assert told([CREDIT, COVER], other) == []
