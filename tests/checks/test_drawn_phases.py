"""A description has each phase in its state, and of a table of states no row forgotten."""

from __future__ import annotations

import pytest

from rapportage.checks.drawings.drawn_facts import Drawing, DrawnRow
from rapportage.checks.drawings.drawn_phases import left_out, other_phase


def drawn(kind: str, *rows: tuple[str, str]) -> Drawing:
    return Drawing(kind, tuple(DrawnRow(name, state=state) for name, state in rows))


PHASES = drawn("fasen", ("Verkenning", "afgerond"), ("Projectplan", "afgerond"), ("Uitvoering", "komt nog"))
RISKS = drawn(
    "statustabel",
    ("Vergunning voor stikstof", "loopt achter"),
    ("Klei", "let op"),
    ("Personeel", "let op"),
    ("Kabels en leidingen", "op schema"),
    ("Weer", "op schema"),
    ("Grondverwerving Zandwijk", "afgerond"),
)


@pytest.mark.parametrize(
    ("alt", "told"),
    [
        ("De verkenning is afgerond, aan het projectplan wordt gewerkt en de uitvoering komt nog.", "Projectplan"),
        ("De verkenning komt nog.", "Verkenning"),
        ("De uitvoering is afgerond.", "Uitvoering"),
        ("De verkenning en het projectplan zijn afgerond; de uitvoering moet nog beginnen.", ""),
        ("De verkenning is klaar, het projectplan is inmiddels afgerond en de uitvoering komt nog.", ""),
        ("De uitvoering is nog niet begonnen.", ""),
        ("Na het projectplan komt nog een keuze.", ""),
        ("Het eerste deel van de uitvoering is klaar.", ""),
        ("De uitvoering is bijna klaar.", ""),
        ("Zodra de uitvoering is afgerond, volgt een feest.", ""),
        ("De drie fasen van het plan.", ""),
        ("Aan de dijk wordt gewerkt.", ""),
        ("De uitvoering van het projectplan komt nog.", ""),
    ],
)  # fmt: skip
def test_a_phase_is_in_the_state_of_the_data(alt: str, told: str) -> None:
    said = other_phase(alt, PHASES)
    assert f"hier is '{told}'" in said if told else said == ""


ON_TIME = "De grondverwerving is afgerond. Kabels en leidingen en het weer liggen op schema."


@pytest.mark.parametrize(
    ("alt", "told"),
    [
        (f"{ON_TIME} Klei vraagt aandacht en de vergunning voor stikstof loopt achter.", "'Personeel'"),
        (f"{ON_TIME} Klei en personeel vragen aandacht en de vergunning voor stikstof loopt achter.", ""),
        (f"{ON_TIME} Klei vraagt aandacht, net als personeel. De vergunning voor stikstof loopt achter.", ""),
        (f"{ON_TIME} Klei en personeel vragen aandacht.", ""),
        (f"{ON_TIME} Twee vragen aandacht: klei vraagt aandacht, de vergunning loopt achter.", ""),
        (f"{ON_TIME} Klei vraagt aandacht, de vergunning loopt achter; de rest staat in de tabel.", ""),
        ("Klei en personeel vragen aandacht en de vergunning loopt achter.", ""),
        ("Klei en personeel vragen aandacht.", ""),
        ("De vergunning voor stikstof loopt achter.", ""),
        ("Van elk risico de staat, met een teken ervoor.", ""),
    ],
)
def test_a_row_that_was_left_out_of_all_is_told(alt: str, told: str) -> None:
    assert told in left_out(alt, RISKS) if told else left_out(alt, RISKS) == ""
