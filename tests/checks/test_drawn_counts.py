"""What a text counts of a drawing is what its rows bear out."""

from __future__ import annotations

from decimal import Decimal

import pytest

from rapportage.checks.drawings.drawn_counts import other_than_counted
from rapportage.checks.drawings.drawn_facts import Drawing, DrawnRow


def rows(*pairs: tuple[str, str]) -> tuple[DrawnRow, ...]:
    return tuple(DrawnRow(name, Decimal(amount)) for name, amount in pairs)


MEASURED = Drawing(
    "ranglijst",
    rows(("Haarsloot", "0.26"), ("Ringvaart", "0.19"), ("Lage Boezem", "0.15"), ("Zwetplas", "0.10")),
    caption="Fosfor op vier meetpunten in mg/l",
    compared=Decimal("0.15"),
    compared_name="Norm",
)
GOALS = Drawing(
    "doelen",
    (
        DrawnRow("Kilometers versterkte dijk", Decimal("22.3"), Decimal(42)),
        DrawnRow("Meetpunten die aan de norm voldoen", Decimal(5), Decimal(8)),
        DrawnRow("Weken doorlooptijd", Decimal("8.4"), Decimal(8), less_is_better=True),
    ),
)
FUNNEL = Drawing(
    "trechter",
    rows(("Meldingen", "29"), ("Onderzocht", "24"), ("Schade erkend", "6"), ("Vergoeding betaald", "5")),
)
FALL = Drawing(
    "waterval",
    rows(
        ("Reserve op 1 januari", "12600000"),
        ("Storting", "2000000"),
        ("Bijdrage", "500000"),
        ("Onttrekking voor het werk", "-5250000"),
        ("Reserve op 30 september", "9850000"),
    ),
    unit="€",
)


@pytest.mark.parametrize(
    ("drawing", "alt", "told"),
    [
        (MEASURED, "Drie meetpunten liggen boven de norm van 0,15 mg/l.", "zijn het er 2"),
        (MEASURED, "Drie meetpunten liggen onder de norm.", "zijn het er 1"),
        (GOALS, "Van de acht meetpunten voldoen er vier.", "'Meetpunten die aan de norm voldoen' 5"),
        (GOALS, "Van de 8 meetpunten voldoen er nu 6.", "'Meetpunten die aan de norm voldoen' 5"),
        (FUNNEL, "Van de 37 meldingen zijn er 24 onderzocht.", "bij 'Meldingen' 29"),
        (FUNNEL, "Van de 29 meldingen zijn er 22 onderzocht.", "bij 'Onderzocht' 24"),
        (FUNNEL, "In negen gevallen is de schade erkend.", "bij 'Schade erkend' 6"),
        (FALL, "Er komt € 200.000 bij en er gaat € 5.250.000 af.", "is dat € 2.000.000 en € 500.000"),
        (FALL, "Er gaat € 525.000 uit.", "is dat € 5.250.000"),
    ],
)
def test_another_count_in_a_description_is_told(drawing: Drawing, alt: str, told: str) -> None:
    assert told in other_than_counted(alt, drawing, described=True).replace("\u00a0", " ")


@pytest.mark.parametrize(
    ("drawing", "alt"),
    [
        (MEASURED, "Twee meetpunten liggen boven de norm van 0,15 mg/l."),
        (MEASURED, "Drie meetpunten liggen boven de norm van 0,10 mg/l."),
        (MEASURED, "Twee meetpunten liggen onder de norm, de Lage Boezem net erop."),
        (MEASURED, "Twee meetpunten liggen onder de norm van 0,15 mg/l."),
        (MEASURED, "Drie meetpunten liggen boven de norm voor zwemwater."),
        (MEASURED, "Drie meetpunten liggen boven de streefwaarde."),
        (GOALS, "Van de acht meetpunten voldoen er vijf."),
        (GOALS, "Van de acht meetpunten voldoen er drie nog niet."),
        (GOALS, "Van de acht meetpunten liggen er twee in de polder."),
        (GOALS, "Van de acht weken zijn er twee voor overleg."),
        (GOALS, "Van de tien meetpunten voldoen er vier."),
        (FUNNEL, "Van de 29 meldingen zijn er 24 onderzocht."),
        (FUNNEL, "Van de 29 meldingen zijn er vijf niet onderzocht."),
        (FUNNEL, "In zes gevallen is de schade erkend en in vijf gevallen is er betaald."),
        (FUNNEL, "In zes van de 24 gevallen is de schade erkend."),
        (FUNNEL, "Van de 24 onderzochte meldingen bleek het in zes gevallen door het werk te komen."),
        (FUNNEL, "Van de 29 meldingen zijn er 11 over trillingen."),
        (
            FUNNEL,
            "Van de 11 meldingen over trillingen zijn er 3 onderzocht; in totaal is dat 24 keer gebeurd.",
        ),
        (FUNNEL, "In drie gevallen is de vergoeding nog niet betaald."),
        (FALL, "Er komt € 2.000.000 bij en er gaat € 5.250.000 af."),
        (FALL, "Er komt € 2,5 miljoen bij en er gaat ruim € 5 miljoen af."),
        (FALL, "Er komt per saldo niets bij: er gaat € 2.750.000 meer af."),
        (FALL, "Er komt naar verwachting € 300.000 bij."),
        (FALL, "Er ging € 1.000.000 naar het werk."),
    ],
)
def test_a_right_count_and_one_of_something_else_are_left_alone(drawing: Drawing, alt: str) -> None:
    assert other_than_counted(alt, drawing, described=True) == ""


@pytest.mark.parametrize(
    ("drawing", "sentence", "told"),
    [
        (FUNNEL, "Van de 31 onderzochte meldingen bleek de helft terecht.", True),
        (FUNNEL, "Van de 24 onderzochte meldingen bleek de helft terecht.", False),
        (FUNNEL, "Van de 31 onderzochte bruggen bleek de helft veilig.", False),
        (FUNNEL, "Van de 19 nieuwe meldingen zijn er 11 van bewoners.", False),
        (FUNNEL, "Van de 12 meldingen zijn er drie van een bedrijf.", False),
        (FUNNEL, "In negen gevallen bleek dat de schade al bestond.", False),
        (MEASURED, "Drie meetpunten liggen boven de norm.", True),
        (MEASURED, "Drie putten liggen boven de norm.", False),
        (FALL, "Er komt € 100.000 bij voor het onderzoek.", False),
    ],
)
def test_a_sentence_beside_a_drawing_counts_its_rows_by_their_own_words(
    drawing: Drawing, sentence: str, told: bool
) -> None:
    assert bool(other_than_counted(sentence, drawing)) is told
