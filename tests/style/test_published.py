"""Token files as others publish them: where a value stands, what refers to what, and which set counts."""

from __future__ import annotations

import json
from typing import Any

import pytest

from rapportage.style.published import read_published
from rapportage.style.token_file import TokenError


def value(tokens: Any, name: str, *preferred: str) -> Any:
    return read_published(json.dumps(tokens), "t.json").value(name, preferred)


@pytest.mark.parametrize(
    ("tokens", "name"),
    [
        ({"stad": {"rood": {"$type": "color", "$value": "#f00"}}}, "stad.rood"),
        ({"stad": {"rood": {"type": "color", "value": "#f00"}}}, "stad.rood"),
        ({"stad": {"rood": "#f00"}}, "stad.rood"),
        ({"stadRood": "#f00"}, "stadRood"),
        ({"a": {"b": {"$value": "{a.c}"}, "c": {"$value": "{ a.d }"}, "d": {"$value": "#f00"}}}, "a.b"),
        (
            {"a": {"b": {"value": "#f00", "original": {"value": "{x}"}, "attributes": {"type": "b"}}}},
            "a.b",
        ),
        ({"a": {"value": "#000", "hover": {"value": "#f00"}}}, "a.hover"),
        ({"a": {"value": {"$value": "#f00"}}}, "a.value"),
        ({"kern": {"a": {"$value": "#f00"}}, "$themes": [], "$metadata": {}}, "a"),
        ({"kern": {"a": {"$value": "{b}"}}, "merk": {"b": {"$value": "#f00"}}, "$themes": []}, "a"),
    ],
    ids=["$value", "value", "bare", "flat", "references", "style-dictionary", "within", "named-value", "set", "sets"],
)  # fmt: skip
def test_a_value_is_found_in_each_form_that_is_published(tokens: Any, name: str) -> None:
    assert value(tokens, name) == "#f00"


LIGHT_AND_DARK = {
    "licht": {"grond": {"$value": "#fff"}, "kader": {"$value": "{grond}"}},
    "donker": {"grond": {"$value": "#000"}, "kader": {"$value": "{grond}"}},
    "kop": {"kop": {"$value": "{grond}"}},
    "$metadata": {"tokenSetOrder": ["licht", "donker", "kop"]},
}


@pytest.mark.parametrize(
    ("name", "preferred", "found"),
    [
        ("grond", ["licht"], "#fff"),
        ("grond", ["donker"], "#000"),
        ("grond", ["donker", "licht"], "#fff"),
        ("kop", ["donker"], "#000"),
    ],
)
def test_of_what_sets_say_the_last_that_is_preferred_counts(
    name: str, preferred: list[str], found: str
) -> None:
    assert value(LIGHT_AND_DARK, name, *preferred) == found


def test_a_reference_is_looked_for_in_its_own_set_first() -> None:
    tokens = {
        "licht": {"grond": {"$value": "#fff"}, "kader": {"$value": "{grond}"}},
        "donker": {"grond": {"$value": "#000"}},
        "$themes": [],
    }
    assert value(tokens, "kader") == "#fff"


@pytest.mark.parametrize(
    ("tokens", "name", "message", "hint"),
    [
        (LIGHT_AND_DARK, "grond", "'grond' is in 'licht' en 'donker' van t.json niet hetzelfde",
         "noem bij 'verzamelingen' welke geldt, zoals [licht]"),
        (LIGHT_AND_DARK, "licht.kop", "'licht.kop' staat niet in t.json",
         "de naam van een verzameling hoort er niet bij: schrijf kop"),
        ({"a": {"accent": {"$value": 1}}}, "a.acent", "'a.acent' staat niet in t.json", "bedoelde u 'a.accent'?"),
        ({"a": {"$value": "{b}"}}, "a", "'a' verwijst naar 'b', en dat staat niet in t.json",
         "kies een ander token, of zet de waarde zelf in huisstijl.tokens.json"),
        ({"a": {"$value": "{b}"}, "b": {"$value": "{a}"}}, "a", "'a' verwijst naar zichzelf",
         "kies een ander token, of zet de waarde zelf in huisstijl.tokens.json"),
        ({f"t{at}": {"$value": f"{{t{at + 1}}}"} for at in range(30)}, "t0",
         "'t0' verwijst over te veel stappen",
         "kies een ander token, of zet de waarde zelf in huisstijl.tokens.json"),
        ({"a": {}}, "a", "'a' staat niet in t.json", "zoek de naam in dat bestand op"),
    ],
)  # fmt: skip
def test_what_cannot_be_found_is_told_with_the_way_out(
    tokens: Any, name: str, message: str, hint: str
) -> None:
    with pytest.raises(TokenError) as told:
        value(tokens, name)
    assert (str(told.value), told.value.hint) == (message, hint)


@pytest.mark.parametrize(
    ("text", "line", "message"),
    [
        ('{\n"a": }', 2, "dit is geen geldige JSON"),
        ("[1]", 1, "het bestand moet uit groepen met tokens bestaan"),
        ('{"a":' * 900 + "1" + "}" * 900, 1, "groepen staan meer dan 30 diep in elkaar"),
        (
            json.dumps({"$themes": [], **{f"s{at}": {} for at in range(1001)}}),
            1,
            "het bestand telt meer dan 1000 verzamelingen",
        ),
        ('{"a":' * 100_000, 1, "dit is geen geldige JSON"),
        ('{"a": ' + "1" * 10_000 + "}", 1, "dit is geen geldige JSON"),
    ],
    ids=["half", "list", "deep", "sets", "bottomless", "digits"],
)
def test_a_file_that_is_none_is_told_with_its_line(text: str, line: int, message: str) -> None:
    with pytest.raises(TokenError) as told:
        read_published(text, "t.json")
    assert (str(told.value), told.value.line) == (message, line)
