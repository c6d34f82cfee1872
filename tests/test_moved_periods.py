"""The names of a period in a text, moved on to those of another."""

from __future__ import annotations

import pytest

from rapportage.moved_periods import moved, moved_title
from rapportage.periode import parse_periode


@pytest.mark.parametrize(
    ("one", "text", "other", "expected"),
    [
        (
            "2022-H1",
            "De voortgang in het eerste halfjaar van 2022",
            "2022-H2",
            "De voortgang in het tweede halfjaar van 2022",
        ),
        ("2022-H1", "Eerste helft van 2022", "2022-H2", "Tweede helft van 2022"),
        ("2021-H2", "over juli tot en met december 2021", "2022-H1", "over januari tot en met juni 2022"),
        ("2021-H2", "Regio Zwolle juli-december 2021", "2022-H1", "Regio Zwolle januari-juni 2022"),
        ("2021-H2", "2021-H2, H2 2021 en 2e helft 2021", "2022-H1", "2022-H1, H1 2022 en 1e helft 2022"),
        ("2024-H1", "1 januari tot en met 30 juni 2024", "2024-H2", "1 juli tot en met 31 december 2024"),
        ("2024-H1", "01-01-2024 t/m 30-06-2024", "2024-H2", "01-07-2024 t/m 31-12-2024"),
        (
            "2024-H1",
            "In de eerste zes maanden van 2024",
            "2024-H2",
            "In de laatste zes maanden van 2024",
        ),
        (
            "2024-H2",
            "In de laatste zes maanden van 2024",
            "2025-H1",
            "In de eerste zes maanden van 2025",
        ),
        ("2024-Q1", "In de eerste drie maanden van 2024", "2024-Q2", "In de eerste drie maanden van 2024"),
        # what no word moves on stays: a plain name would not fit the words around it
        ("2024-H1", "In Q1 en Q2 2024 liep de proef.", "2024-H2", "In Q1 en Q2 2024 liep de proef."),
        ("2024-H1", "Van 1 januari tot 1 juli 2024", "2024-H2", "Van 1 januari tot 1 juli 2024"),
        (
            "2024-H1",
            "In het eerste en tweede kwartaal van 2024",
            "2024-H2",
            "In het tweede halfjaar van 2024",
        ),
        (
            "2025-Q3",
            "het derde kwartaal van 2025 vast te stellen",
            "2025-Q4",
            "het vierde kwartaal van 2025 vast te stellen",
        ),
        ("2025-Q4", "kwartaal 4 van 2025", "2026-Q1", "kwartaal 1 van 2026"),
        ("2022-T1", "eerste tertaal 2022", "2022-T2", "tweede tertaal 2022"),
        # a sum or a row of several periods would be of others with one of them moved on
        (
            "2024-Q3",
            'samen {{ som(waarde("x", "2024-Q2"), waarde("x", "2024-Q3")) }}, nu {{ waarde("x", "2024-Q3") }}',
            "2024-Q4",
            'samen {{ som(waarde("x", "2024-Q2"), waarde("x", "2024-Q3")) }}, nu {{ waarde("x", "2024-Q4") }}',
        ),
        ("2024-Q3", "| | 2e kw. 2024 | 3e kw. 2024 |", "2024-Q4", "| | 2e kw. 2024 | 3e kw. 2024 |"),
        # what comes after the period moves along; what was before it, and what happened, does not
        (
            "2021-H2",
            "In het eerste halfjaar van 2022 volgt meer.",
            "2022-H1",
            "In het tweede halfjaar van 2022 volgt meer.",
        ),
        (
            "2022-H1",
            "anders dan in het tweede halfjaar van 2021",
            "2022-H2",
            "anders dan in het tweede halfjaar van 2021",
        ),
        (
            "2022-H1",
            "op 20 mei 2022, en voor 1 februari 2023",
            "2022-H2",
            "op 20 mei 2022, en voor 1 februari 2023",
        ),
        ("2022-H1", "in het derde kwartaal van 2022", "2022-H2", "in het derde kwartaal van 2022"),
    ],
)
def test_the_names_of_a_period_move_on_in_the_form_that_they_have(
    one: str, text: str, other: str, expected: str
) -> None:
    assert moved(text, parse_periode(one), parse_periode(other)) == expected


@pytest.mark.parametrize(
    ("one", "title", "other", "expected"),
    [
        ("2022-H1", "Voortgang Regio Zwolle juni 2022", "2022-H2", "Voortgang Regio Zwolle december 2022"),
        ("2022-H1", "Motie van mei 2022", "2022-H2", "Motie van mei 2022"),
        ("2022", "Jaarverslag 2022", "2023", "Jaarverslag 2023"),
        ("2022-H1", '{{ periode("lang") }}', "2022-H2", '{{ periode("lang") }}'),
    ],
)
def test_in_a_title_the_last_month_of_the_period_moves_on_too(
    one: str, title: str, other: str, expected: str
) -> None:
    assert moved_title(title, parse_periode(one), parse_periode(other)) == expected
