"""What is told in the same words happens in one month, whatever paper, title or step tells it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest

from rapportage.checks.between.months_apart import Told, Where, apart, told_in

NAMES = frozenset({"Zandkamp"})


def said(words: str, side: str, names: frozenset[str] = NAMES) -> list[Told]:
    """What a text tells in the paper of that name, or as a title or a step of it."""
    paper, _, where = side.partition(" ")
    kind: Where = "titel" if where == "titel" else "stap" if where == "stap" else "tekst"
    return [replace(one, names=names, paper=paper, where=kind) for one in told_in(words)]


def told(each: Sequence[Told]) -> list[str]:
    return [f"{one.said} / {other.said}" for one, other in apart(each)]


PLACED = "De 48 flexwoningen op De Zandkamp worden in mei 2026 geplaatst."


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        (PLACED, "De 48 flexwoningen op De Zandkamp worden in maart 2026 geplaatst.", "maart 2026 / mei 2026"),
        (PLACED, "In maart 2026 worden de 48 flexwoningen op De Zandkamp geplaatst (1B.2).", "maart 2026 / mei 2026"),
        (PLACED, "De 48 flexwoningen worden in maart geplaatst.", "maart / mei 2026"),
        ("De eerste bewoners komen in mei", "De corporatie bouwt; in juni komen de eerste bewoners.", "juni / mei"),
        ("De aanleg begint in mei 2026", "De aanleg begint in juni en duurt tot september 2026.", "juni / mei 2026"),
    ],
)  # fmt: skip
def test_what_two_papers_tell_in_the_same_words_has_one_month(one: str, other: str, expected: str) -> None:
    assert told([*said(one, "raadsvoorstel"), *said(other, "bijlage")]) == [expected]


@pytest.mark.parametrize(
    "other",
    [
        "In mei 2026 worden de 48 flexwoningen op De Zandkamp geplaatst.",
        "De 48 flexwoningen op De Zandkamp worden in maart 2027 geplaatst.",
        "De 36 flexwoningen op De Zandkamp worden in maart 2026 geplaatst.",
        "De 48 flexwoningen op De Zandkamp worden in maart 2026 niet geplaatst.",
        "De eerste flexwoningen op De Zandkamp worden in maart 2026 geplaatst.",
        "De 48 flexwoningen in Turfdam worden in maart 2026 geplaatst.",
        "De 48 flexwoningen op De Zandkamp worden in maart 2026 besteld.",
        "De 48 flexwoningen op De Zandkamp zouden in maart 2026 worden geplaatst.",
        "De 48 flexwoningen op De Zandkamp worden van maart 2026 tot juni 2026 geplaatst.",
        "De 48 flexwoningen op De Zandkamp worden in maart 2026 of in juni 2026 geplaatst.",
        "De 48 flexwoningen op De Zandkamp worden in maart en april geplaatst.",
        "De 48 flexwoningen op De Zandkamp worden vanaf maart 2026 geplaatst.",
        "De 48 flexwoningen op De Zandkamp worden eind maart 2026 geplaatst.",
        "De 48 flexwoningen op De Zandkamp werden eerst in maart 2026 geplaatst.",
        "De 48 flexwoningen op De Zandkamp worden verwacht in maart 2026.",
        "Die worden in maart 2026 geplaatst.",
    ],
)
def test_what_is_of_another_thing_or_time_may_have_another_month(other: str) -> None:
    assert told([*said(PLACED, "raadsvoorstel"), *said(other, "bijlage")]) == []


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("De bouw begint in mei.", "De bouw begint in september."),
        ("De raad neemt in mei een besluit.", "De raad neemt in juni een besluit."),
        ("Het college komt in mei met een voorstel.", "Het college komt in juni met een voorstel."),
    ],
)
def test_what_any_work_may_do_is_no_other_month_of_one(one: str, other: str) -> None:
    first, second = said(one, "raadsvoorstel"), said(other, "bijlage", frozenset({"Turfdam"}))
    assert told([*first, *second]) == []


def test_a_title_is_set_beside_the_texts_of_its_own_paper() -> None:
    title = said("De eerste bewoners komen in mei", "bijlage titel")
    assert told([*title, *said("In juni komen de eerste bewoners.", "bijlage")]) == ["juni / mei"]


def test_texts_of_one_paper_may_tell_what_comes_more_than_once() -> None:
    again = [*said("In mei rijdt de fietsbus door De Zandkamp.", "bijlage"),
             *said("In juni rijdt de fietsbus door De Zandkamp.", "bijlage")]  # fmt: skip
    assert told([*said("In april rijdt de fietsbus door De Zandkamp.", "raadsvoorstel"), *again]) == []
    assert told(again) == []


def test_two_months_are_told_once_however_many_texts_have_them() -> None:
    step = said("De 48 flexwoningen worden geplaatst in april 2026", "gegevens stap")
    papers = [*said(PLACED, "raadsvoorstel"), *said(PLACED, "bijlage")]
    assert told([*step, *papers]) == ["mei 2026 / april 2026"]


def test_what_is_told_hundreds_of_times_is_left_alone() -> None:
    many = [one for _ in range(200) for one in said(PLACED, "bijlage")]
    other = "De 48 flexwoningen op De Zandkamp worden in maart 2026 geplaatst."
    assert told([*said(other, "raadsvoorstel"), *many[:50]]) == ["mei 2026 / maart 2026"]
    assert told([*said(other, "raadsvoorstel"), *many]) == []
