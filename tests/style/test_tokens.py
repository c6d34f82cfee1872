"""The house style: a file of tokens above the one that comes along."""

from __future__ import annotations

import json

import pytest

from rapportage.style.contrast import contrast
from rapportage.style.token_file import TokenError, meant_length
from rapportage.style.tokens import Points, house_style
from rapportage.workspace import package_templates

BELOW = (package_templates() / "huisstijl.tokens.json").read_text("utf-8")


def styled(**groups: object) -> dict[str, object]:
    """The tokens of a file with these groups that differ from those that come along, in order."""
    plain = house_style(BELOW).tokens
    own = house_style(json.dumps(groups), BELOW).tokens
    assert list(own)[: len(plain)] == list(plain)
    return {name: value for name, value in own.items() if plain.get(name) != value}


def test_what_an_own_file_leaves_out_is_as_it_comes_along() -> None:
    assert styled() == {}
    assert styled(kleur={}) == {}
    assert styled(kleur={"tekst": {"$value": "#123456"}}) == {"kleur.tekst": "#123456"}


def test_an_own_token_has_the_kind_of_the_one_that_it_replaces() -> None:
    space = {"$value": {"value": 2, "unit": "pt"}}
    assert styled(ruimte={"alinea": space}) == {"ruimte.alinea": Points(2)}
    assert styled(regelafstand={"tekst": {"$value": 1.5}}) == {"regelafstand.tekst": 1.5}


def test_an_own_token_of_a_known_group_has_the_kind_of_that_group() -> None:
    assert styled(kleur={"eigen": {"$value": "#ABCDEF"}}) == {"kleur.eigen": "#abcdef"}


def test_a_reference_finds_own_tokens_and_those_that_come_along() -> None:
    own = {
        "eigen": {"$value": "{kleur.accent}"},
        "accent": {"$value": "#123456"},
        "lijn": {"$value": "{kleur.eigen}"},
    }
    assert styled(kleur=own) == {
        "kleur.accent": "#123456",
        "kleur.accent-zacht": "#e7ebee",
        "kleur.verwijzing": "#123456",
        "kleur.eigen": "#123456",
        "kleur.lijn": "#123456",
    }
    assert styled(kleur={"grijs": {"$value": "{kleur.tekst}"}}) == {"kleur.grijs": "#1b1b1b"}


@pytest.mark.parametrize(
    ("text", "line", "message", "hint"),
    [
        ('{"kleur":\n{"accent": "#123456"}}', 2, "'kleur.accent' is geen token en geen groep",
         'schrijf "accent": { "$value": "#123456" }'),
        ('{"kleur":\n{"accent": {"$waarde": 1}}}', 2, "'$waarde' kan niet bij 'kleur.accent' staan",
         "verwijder het"),
        ('{"kleur":\n{"accent": {"$vale": 1}}}', 2, "'$vale' kan niet bij 'kleur.accent' staan",
         "bedoelde u '$value'?"),
        ('{"kleur": {\n"$type": "color",\n"accent": {}}}', 3, "'kleur.accent' heeft geen '$value'",
         'schrijf zo: "$value": "#0b4a6f"'),
        ('{"kleur":\n{"$value": "#123456", "a": {"$value": "#123456"}}}', 1,
         "in token 'kleur' staan andere tokens", "zet ze ernaast, of haal '$value' weg"),
        ('{"kleur":\n{"accent": {"$value": "{kleur.acent}"}}}', 2, "token 'kleur.acent' bestaat niet",
         "bedoelde u 'kleur.accent'?"),
        ('{"kleur":\n{"accent": {"$value": "#fff"}}}', 2,
         "token 'kleur.accent' heeft geen bruikbare waarde voor soort 'color': \"#fff\"",
         'schrijf zo: "$value": "#0b4a6f"'),
        ('{"a":\n{"$value": 3}}', 1, "token 'a' heeft geen bruikbare waarde voor soort 'None': 3",
         "kies een soort: color, dimension, number, string of fontFamily"),
    ],
)  # fmt: skip
def test_what_would_be_passed_over_is_told_with_its_line(
    text: str, line: int, message: str, hint: str
) -> None:
    with pytest.raises(TokenError) as told:
        house_style(text, BELOW)
    assert (told.value.line, str(told.value), told.value.hint) == (line, message, hint)


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("8", '{ "$value": { "value": 8, "unit": "mm" } }'),
        ('"8mm"', '{ "$value": { "value": 8, "unit": "mm" } }'),
        ('"9.5 pt"', '{ "$value": { "value": 9.5, "unit": "pt" } }'),
        ('"hoog"', '{ "$value": "hoog" }'),
    ],
)
def test_what_a_bare_length_was_meant_to_be_is_what_the_next_run_takes(written: str, meant: str) -> None:
    below = (package_templates() / "huisstijl.tokens.json").read_text("utf-8")
    with pytest.raises(TokenError) as told:
        house_style(f'{{"logo": {{"koptekst": {written}}}}}', below)
    assert told.value.hint == f'schrijf "koptekst": {meant}'
    if "unit" in meant:
        assert house_style(f'{{"logo": {{"koptekst": {meant}}}}}', below).points("logo.koptekst") > 0


@pytest.mark.parametrize(
    ("value", "name", "written"),
    [
        ({"value": 2.2, "unit": "cm"}, "bladspiegel.binnen", '{ "value": 22, "unit": "mm" }'),
        ("22mm", "bladspiegel.binnen", '{ "value": 22, "unit": "mm" }'),
        ("11,5 pt", "letter.tekst", '{ "value": 11.5, "unit": "pt" }'),
        (11, "letter.tekst", '{ "value": 11, "unit": "pt" }'),
        (22, "bladspiegel.boven", '{ "value": 22, "unit": "mm" }'),
        ({"value": "11"}, "letter.tekst", '{ "value": 11, "unit": "pt" }'),
        ({"value": 1, "unit": "rem"}, "letter.tekst", '{ "value": 12, "unit": "pt" }'),
        ("groot", "letter.tekst", None),
        ("1em", "letter.tekst", None),
        ({}, "letter.tekst", None),
    ],
)
def test_a_length_that_was_meant_is_shown_as_it_is_written(
    value: object, name: str, written: str | None
) -> None:
    assert meant_length(value, name) == written


def test_links_and_grounds_follow_an_own_accent() -> None:
    style = house_style('{"kleur": {"accent": {"$value": "#1e5631"}}}', BELOW)
    assert [style.colour(one) for one in ("verwijzing", "accent-zacht")] == ["#1e5631", "#e8eeea"]


def test_a_ground_that_was_chosen_stays_whatever_the_accent_is() -> None:
    own = '{"kleur": {"accent": {"$value": "#1e5631"}, "accent-zacht": {"$value": "#eeeeee"}}}'
    assert house_style(own, BELOW).colour("accent-zacht") == "#eeeeee"
    assert house_style("{}", BELOW).colour("accent-zacht") == "#e6eef3"


@pytest.mark.parametrize("accent", ["#1e5631", "#c8102e", "#767676", "#000000", "#8a4b08", "#b0006d"])
def test_an_accent_that_is_clear_on_paper_is_clear_on_the_ground_made_of_it(accent: str) -> None:
    style = house_style(f'{{"kleur": {{"accent": {{"$value": "{accent}"}}}}}}', BELOW)
    assert contrast(accent, style.colour("accent-zacht")) >= 4.5


@pytest.mark.parametrize(
    "said", ["3", "{}", '{"rapportage": 1}', '{"rapportage": {"tint": "kleur.weg", "beside": 1}}']
)
def test_what_others_say_of_their_tokens_is_passed_over(said: str) -> None:
    own = f'{{"kleur": {{"accent": {{"$value": "#123456", "$extensions": {said}}}}}}}'
    assert house_style(own, BELOW).colour("accent") == "#123456"
