"""What a keyboard's marks become in print, and which stay as they are."""

from __future__ import annotations

from functools import partial

import pytest
from effort import calls_in
from hypothesis import given, settings
from hypothesis import strategies as st

from rapportage.quotes import as_typed, typeset


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("het rapport 'Winst voor later'.", "het rapport ‘Winst voor later’."),
        ('zij noemt dat "een begin", en meer', "zij noemt dat “een begin”, en meer"),
        ("de 'demodelta'-aanpak", "de ‘demodelta’-aanpak"),
        ("('cockpit')", "(‘cockpit’)"),
        ("'Kom!' en 'ga?'", "‘Kom!’ en ‘ga?’"),
        ("'… en verder …'", "‘… en verder …’"),
        ("'€ 5' of '90%'", "‘€ 5’ of ‘90%’"),
        # within each other
        ("\"hij zei 'ja'\"", "“hij zei ‘ja’”"),
        ("'hij zei \"ja\"'", "‘hij zei “ja”’"),
        ("'de regio's thema's'", "‘de regio’s thema’s’"),
        ("'Hans' fiets'", "‘Hans’ fiets’"),
        ("'hij noemt \"de gemeenten' geld\" schaars'", "‘hij noemt “de gemeenten’ geld” schaars’"),
        # apostrophes
        ("foto's, auto's, zo'n en A4'tje, 65+'ers", "foto’s, auto’s, zo’n en A4’tje, 65+’ers"),
        ("'s-Hertogenbosch, 's avonds in 't Harde", "’s-Hertogenbosch, ’s avonds in ’t Harde"),
        ("geef 'm een rock-'n-roll", "geef ’m een rock-’n-roll"),
        ('"\'t Asje"', "“’t Asje”"),
        ("''t Asje' en 's-Gravenhage", "‘’t Asje’ en ’s-Gravenhage"),
        ("de gemeenten' belang en Hans' fiets", "de gemeenten’ belang en Hans’ fiets"),
        ("de jaren '90 en '00, van '90-'95", "de jaren ’90 en ’00, van ’90-’95"),
        ("'de jaren '90' en '10 jaar later'", "‘de jaren ’90’ en ‘10 jaar later’"),
        ("'S' en 't'", "‘S’ en ‘t’"),
        # behind a number
        ("'Regio 2030' en '98'", "‘Regio 2030’ en ‘98’"),
        ('"een scherm van 24" breed"', '“een scherm van 24" breed”'),
        # marks that were typed as in print
        ("„woord\" en ‘zo'", "„woord” en ‘zo’"),
        ("‘al goed’ en “dit ook”, foto’s", "‘al goed’ en “dit ook”, foto’s"),
    ],
)
def test_marks_are_printed_as_they_are_meant(typed: str, printed: str) -> None:
    assert typeset(typed) == printed


@pytest.mark.parametrize(
    "text",
    [
        '5\' 30" en een scherm van 24" breed',
        "op 52° 31' 12\" NB, 6° 5'O",
        "https://www.dalfsen.nl/foto's-en-'meer'/x",
        "bestand foto's-2024.pdf",
        "een 'begin zonder einde",
        'een einde" zonder begin, en een "begin',
        "'' en \" \" en ' '",
        "niets bijzonders",
        "",
    ],
)
def test_what_is_no_mark_of_print_or_cannot_be_told_stays(text: str) -> None:
    assert typeset(text) == text


def test_a_name_of_a_file_between_marks_keeps_its_own() -> None:
    assert typeset("zie 'foto's.pdf', en \"kaart.png\".") == "zie ‘foto's.pdf’, en “kaart.png”."


MARKED = st.text("'\"‘’“”„ ab9sStT.,-+/(\n°…x\u00ad", max_size=40)


@settings(max_examples=1500, deadline=None)
@given(MARKED)
def test_what_is_printed_is_printed_the_same_again(text: str) -> None:
    assert typeset(typeset(text)) == typeset(text)


@settings(max_examples=1500, deadline=None)
@given(MARKED)
def test_only_marks_change_and_each_into_one_of_its_kind(text: str) -> None:
    now = typeset(text)
    changes = {(was, new) for was, new in zip(text, now, strict=True) if was != new}
    assert changes <= {("'", "‘"), ("'", "’"), ('"', "“"), ('"', "”")}
    assert as_typed(now) == as_typed(text)


@settings(max_examples=300, deadline=None)
@given(st.text(max_size=60).filter(lambda text: not {"'", '"'} & set(text)))
def test_a_text_without_straight_marks_stays_the_very_one(text: str) -> None:
    assert typeset(text) is text


@pytest.mark.parametrize("piece", ["'", '"', "'a ", 'a" ', "'90 ", "\"'", "a' ", "'a.pdf' ", '5" '])
def test_many_marks_take_no_more_work_than_they_are_many(piece: str) -> None:
    few, many = (calls_in(partial(typeset, piece * count)) for count in (500, 2000))
    assert many < 5 * few
