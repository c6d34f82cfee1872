"""A text in blocks, by its lines."""

from __future__ import annotations

import pytest

from rapportage.content.text_blocks import text_blocks


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("- een\n- twee", ["item", "item"]),
        ("•\teen\n•\ttwee", ["item", "item"]),
        ("\uf0b7\teen\n\uf0b7\ttwee", ["item", "item"]),
        ("o\teen\no\ttwee", ["item", "item"]),
        ("a)\teen\nb)\ttwee", ["item", "item"]),
        ("Kern\t2024\nNoord\t12", ["table"]),
        ("| Kern | 2024 |\n|---|---|\n| Noord | 12 |", ["table"]),
        ("o ja\na.b", ["text"]),
    ],
)
def test_a_pasted_list_is_a_list_and_rows_of_tabs_are_a_table(text: str, kinds: list[str]) -> None:
    assert [one.kind for one in text_blocks(text)] == kinds
