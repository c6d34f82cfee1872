"""YAML is read with the place of every value, and within bounds."""

from __future__ import annotations

from contextlib import suppress
from decimal import Decimal

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st
from where import ROOT, TEMPLATES, WORKSPACES

from rapportage.content.source import _SYNTAX, parse_yaml
from rapportage.errors import ContentError, Place

TEXT = """\
# een opmerking
titel: Wonen
getal: 1348
decimaal: 0.94
lijst:
  - eerste
  - sleutel: waarde
haken: [a, "b: c"]
blok: |
  regel een
  regel twee
"""


def told(text: str) -> str:
    with pytest.raises(ContentError) as error:
        parse_yaml(text, "x.yaml")
    (problem,) = error.value.problems
    return f"{problem.at}: {problem.message}"


def test_values_are_read_with_their_kinds() -> None:
    assert parse_yaml(TEXT, "x.yaml").data == {
        "titel": "Wonen",
        "getal": 1348,
        "decimaal": Decimal("0.94"),
        "lijst": ["eerste", {"sleutel": "waarde"}],
        "haken": ["a", "b: c"],
        "blok": "regel een\nregel twee\n",
    }


def test_the_place_of_a_value_is_that_of_its_key_or_item() -> None:
    source = parse_yaml(TEXT, "x.yaml")
    assert source.place("titel") == Place("x.yaml", 2, 1)
    assert source.place("lijst", 0) == Place("x.yaml", 6, 5)
    assert source.place("lijst", 1, "sleutel") == Place("x.yaml", 7, 5)
    assert source.place("haken", 1) == Place("x.yaml", 8, 12)


def test_a_place_tells_how_far_the_value_reaches_and_by_which_keys() -> None:
    source = parse_yaml(TEXT + "~a/b:\n  - c\n\n# tot slot\n", "x.yaml")
    paths: list[tuple[str | int, ...]] = [("titel",), ("lijst",), ("lijst", 1, "sleutel"), ("haken",)]
    paths += [("blok",), ("~a/b", 0), ()]
    found = [source.place(*path) for path in paths]
    assert [(place.line, place.last, place.path) for place in found] == [
        (2, 2, "titel"),
        (5, 7, "lijst"),
        (7, 7, "lijst/1/sleutel"),
        (8, 8, "haken"),
        (9, 11, "blok"),
        (13, 13, "~0a~1b/0"),
        (2, 13, ""),
    ]


@pytest.mark.parametrize(
    ("written", "lines"),
    [
        ("een twee", {2: "een twee"}),
        ("een\n  twee", {2: "een", 3: "twee"}),
        (">-\n  een\n  twee\n\n  drie", {3: "een", 4: "twee", 6: "drie"}),
        ("|\n  een\n   twee", {3: "een", 4: "twee"}),
        ("'een\n  twee'", {2: "een", 3: "twee"}),
        ('"een\n\n  twee"', {2: "een", 4: "twee"}),
        ('"een\\ntwee\n  drie"', {2: "een twee drie"}),
        ('"een\\\n  twee"', {2: "eentwee"}),
        ("\n  een\u00a0twee\n  drie", {3: "een\u00a0twee", 4: "drie"}),
    ],
)
def test_the_words_of_a_value_know_their_lines_unless_an_escape_hides_them(
    written: str, lines: dict[int, str]
) -> None:
    source = parse_yaml(f"# vooraf\na: {written}\nb: c\n", "x.yaml")
    text, place = source.as_written(source.data["a"], "a")
    told = {number: line for number, line in enumerate(text.split("\n"), place.line) if line}
    assert told == lines
    assert place.file == "x.yaml"


def test_what_is_not_there_has_the_place_of_what_holds_it() -> None:
    source = parse_yaml(TEXT, "x.yaml")
    assert source.place("lijst", 7, "niets") == source.place("lijst")


def test_lines_count_from_where_the_block_stands_in_its_file() -> None:
    assert parse_yaml("titel: x\n", "x.md", first_line=2).place("titel") == Place("x.md", 2, 1)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("ja", "ja"),
        ("no", "no"),
        ("on", "on"),
        ("true", True),
        ("~", None),
        ("2022-01-24", "2022-01-24"),
        ("0777", "0777"),
        ("1_000", "1_000"),
        ("1e3", "1e3"),
        (".5", ".5"),
        ("12:30", "12:30"),
        ("-0.5", Decimal("-0.5")),
        ("'1348'", "1348"),
    ],
)
def test_words_that_only_look_like_numbers_or_truths_stay_words(text: str, value: object) -> None:
    assert parse_yaml(f"x: {text}\n", "x.yaml").data == {"x": value}


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("a: &x 1\nb: *x\n", "x.yaml:1:4: ankers en verwijzingen (& en *) mogen niet in de content"),
        (
            "a: !!python/object:os.system x\n",
            "x.yaml:1:4: het label 'tag:yaml.org,2002:python/object:os.system' mag niet in de content",
        ),
        ("a: 1\n---\nb: 2\n", "x.yaml:2:1: dit bestand bevat meer dan één YAML-document"),
        ("a: 1\na: 2\n", "x.yaml:2:1: de sleutel 'a' staat er twee keer (eerst op regel 1)"),
        ("[1]: x\n", "x.yaml:1:1: een sleutel moet een woord zijn"),
        ("[" * 50 + "]" * 50, "x.yaml:1:32: deze YAML is dieper dan 30 niveaus genest"),
    ],
)
def test_what_content_does_not_need_of_yaml_is_refused(text: str, problem: str) -> None:
    assert told(text) == problem


def test_yaml_that_would_unpack_without_bound_is_refused_at_its_first_anchor() -> None:
    laughs = "a: &a [x, x]\n" + "".join(
        f"{b}: &{b} [*{a}, *{a}]\n" for a, b in zip("abcdefgh", "bcdefghi", strict=True)
    )
    assert told(laughs).startswith("x.yaml:1:4: ankers")


@given(st.text(max_size=60))
def test_any_text_is_data_or_a_problem(text: str) -> None:
    with suppress(ContentError):
        parse_yaml(text, "x.yaml")


# --- what is no YAML ---------------------------------------------------------------------------

BROKEN = {
    "a: 'b' c": "na een tekst tussen aanhalingstekens staat nog iets",
    "a: b: c": "hier staat een dubbele punt die YAML niet verwacht",
    "a:\n\tb: c": "hier staat een tab",
    "a: b\nc\nd: e": "hier ontbreekt een dubbele punt na de sleutel",
    'a: "b': "een tekst tussen aanhalingstekens wordt niet gesloten",
    "a:\n  b: c\n d: e": "de inspringing klopt hier niet",
    "a: [b": "een lijst of blok tussen haken wordt niet gesloten",
    "a: {b: c": "een lijst of blok tussen haken wordt niet gesloten",
    "a: @b": "dit teken kan hier niet beginnen",
}


@pytest.mark.parametrize("text", BROKEN)
def test_what_is_no_yaml_is_told_by_what_is_wrong_with_it(text: str) -> None:
    assert told(text).endswith(f": {BROKEN[text]}")


def test_all_that_is_translated_is_what_the_reader_of_yaml_says() -> None:
    assert {message for message, _ in _SYNTAX.values()} == set(BROKEN.values())


# --- two parsers -------------------------------------------------------------------------------

PIECES = [
    *(
        "a: b\n",
        "a:\n",
        "  b: 1\n",
        "- c\n",
        "  - d\n",
        "- e: 'f g'\n",
        "    h\n",
        "\n",
        "# i\n",
        "j: >-\n  k\n  l\n",
    ),
    *(
        "m: |\n  n\n\n   o\n",
        'p: "q\n  r"\n',
        "s: [t, u]\n",
        "v: {w: 1.5}\n",
        "x: ja? nee\n",
        "'",
        '"',
        "[",
        "]",
        "{",
    ),
    *(
        "}",
        ",",
        ":",
        ": ",
        "-",
        "- ",
        " ",
        "?",
        "? ",
        "#",
        " #",
        "|",
        ">",
        "|#",
        "%",
        "&y ",
        "*y",
        "!z ",
        "@",
        "`",
    ),
    *(
        "\t",
        "\\",
        "\\n",
        "é",
        "😀",
        "---\n",
        "...\n",
        "\x85",
        "\u2028",
        "\xa0",
        "\ufeff",
        "“",
        "~",
        "null",
        "{{ 1 }}",
    ),
]


def outcome(text: str) -> object:
    """All that comes of reading a text: the data with their places and doubts, or what is told."""
    try:
        found = parse_yaml(text, "x.yaml", 3)
    except ContentError as error:
        return error.problems
    places = {path: (at, at.end, at.path) for path, at in found.positions.items()}
    return repr(found.data), places, found.lines, found.doubts


def in_python(text: str) -> object:
    with pytest.MonkeyPatch.context() as patch:
        patch.delattr(yaml, "CSafeLoader", raising=False)
        return outcome(text)


@given(st.lists(st.sampled_from(PIECES), max_size=12).map("".join))
@settings(max_examples=400)
def test_the_parser_in_c_changes_nothing_of_what_is_read_or_told(text: str) -> None:
    assert outcome(text) == in_python(text)


@pytest.mark.parametrize("text", ["a: b\t\n", "a: [b?c]\n", "a: [b,\n  c?d]\n", "a: |#\n  b\n", "---", "?"])
def test_what_the_parsers_take_in_their_own_way_is_read_in_python(text: str) -> None:
    assert outcome(text) == in_python(text)


def test_the_files_of_all_workspaces_are_read_alike_by_both_parsers() -> None:
    paths = [*(ROOT / "content").rglob("*.yaml"), *WORKSPACES.rglob("*.yaml"), *TEMPLATES.rglob("*.yaml")]
    assert len(paths) > 50
    for path in paths:
        text = path.read_text("utf-8")
        assert outcome(text) == in_python(text), path
