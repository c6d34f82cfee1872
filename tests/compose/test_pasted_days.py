"""A pasted table of two columns is one too where what stands below a head are days."""

from __future__ import annotations

import pytest

from rapportage.compose.prose.pasted import unpasted


@pytest.mark.parametrize(
    "text",
    [
        "Project\tOplevering\nDijk\t14 maart 2024\nBrug\tvrijdag 3 mei 2024",
        "Datum\tWat\n14 maart 2024\tDe raad stelt de nota vast\n3 mei 2024\tCollege",
        "Project\tOplevering\nDijk\tmaart 2024\nBrug\tonbekend\nSluis\t3-5-2024",
    ],
)
def test_days_below_a_head_make_it_a_table(text: str) -> None:
    assert unpasted(text).tables[0] == [line.split("\t") for line in text.split("\n")]


@pytest.mark.parametrize(
    "text",
    [
        "Dijk\t14 maart 2024\nBrug\t3 mei 2024",
        "14 maart 2024\tRaad\n3 mei 2024\tCollege",
        "Aan\tde raad\nDatum\t14 maart 2024",
        "Aan:\tde raad\nBegin\t14 maart 2024\nEind\t3 mei 2024",
    ],
)
def test_days_without_a_head_are_refused_as_before(text: str) -> None:
    made = unpasted(text)
    assert made.tables == {}
    assert made.is_refused(0)
