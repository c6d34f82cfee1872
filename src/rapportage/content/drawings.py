"""The kinds of drawing that a workspace has.

A kind is a folder under `templates/figuren/`: `schema.json` says what data it takes, beside the
template that draws it. The schema is JSON Schema (2020-12) with these additions:

- `format: opgave` is the id of one of the organisation's tasks;
- `format: moment` is a day or a month, such as 2024-06-30 or 2024-06;
- `x-uit: FILE.json` is one of the keys of that file in the kind's folder, or in another kind's as
  `KIND/FILE.json`; `format` is its noun;
- `x-organisatie: true`, at the top, lets the template know the organisation's tasks;
- `x-uniek: FIELD`, at a list, lets no two items have the same words in that field;
- `x-eenmaal: FIELD`, at a list, lets no word stand in the lists that two items have in that field;
- `x-na-elkaar: {FIELD: [FIRST, LATER]}`, at a list, lets no FIRST stand behind a LATER;
- `x-oplopend: FIELD`, at a list, lets no item have an earlier moment in that field than the one before;
- `x-daalt: FIELD`, at a list, lets no item have a larger number in that field than the one before;
- `x-telt-op: {"begin": KEY, "stappen": LIST, "eind": KEY}`, at the top, wants the field `waarde` of the last
  to be that of the first, if it is there, and of the items of the list together;
- `x-tabel`, at the top, names the list and the fields that `gegevens: tonen` prints as a table, and which of
  these are numbers with the unit and the decimals of the drawing (`getallen`); `hoogstens: {FIELD: OTHER}`
  says so of FIELD where OTHER is true.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from functools import lru_cache
from pathlib import Path
from typing import Any

from rapportage.cache import Verdict
from rapportage.content.file_names import is_left_out, is_usable, usable_name
from rapportage.content.schema_validator import MOST_PARTS, parts_of, unusable_pattern
from rapportage.errors import MISSING, ContentError, Place, Problem, nearest, refusal, shortened
from rapportage.workspace import Workspace

FOLDER = "figuren"
"""Where the kinds are, in a folder of templates."""
TEMPLATE, DRAFT, SCHEMA, EXAMPLE = "tekening.svg.j2", "alt.j2", "schema.json", "voorbeeld.yaml"
"""What stands in the folder of a kind; all but the last must."""

RESERVED = frozenset(
    {"soort", "bijschrift", "bron", "alt", "alt-kenmerk", "decoratief", "gegevens", "breedte"}
    | {"opgaven", "samenwerkingsverband"}
)
"""What a kind may not call its fields: what all figures have, and what a template gets besides."""


_WORDS = (
    "$schema $id $comment type enum const title description default examples deprecated format "
    "minLength maxLength pattern minimum maximum exclusiveMinimum exclusiveMaximum multipleOf "
    "items prefixItems contains minContains maxContains minItems maxItems uniqueItems "
    "properties propertyNames additionalProperties required dependentRequired "
    "dependentSchemas minProperties maxProperties unevaluatedItems unevaluatedProperties "
    "if then else allOf anyOf oneOf not x-uit x-organisatie x-tabel "
    "x-uniek x-eenmaal x-na-elkaar x-oplopend x-daalt x-telt-op"
)
_KEYWORDS = frozenset(_WORDS.split())
"""What a schema may say: JSON Schema 2020-12 without references, and the additions above."""


@dataclass(frozen=True, slots=True)
class DrawingKind:
    """A kind of drawing; `choices` holds the words of each `x-uit` file."""

    name: str
    schema: Mapping[str, Any] = field(repr=False)
    choices: Mapping[str, tuple[str, ...]] = field(default_factory=dict, repr=False)

    @property
    def description(self) -> str:
        """What the kind draws, in a sentence for authors."""
        return str(self.schema.get("description", ""))

    def file(self, name: str) -> str:
        """The template name of a file in this kind's folder, or in another's: 'kaart/namen.json'."""
        return f"{FOLDER}/{name}" if "/" in name else f"{FOLDER}/{self.name}/{name}"


@dataclass(frozen=True, slots=True)
class DrawingKinds:
    """The kinds that a workspace has, and for each that cannot be used what is wrong with it."""

    known: Mapping[str, DrawingKind]
    broken: Mapping[str, tuple[Problem, ...]]


def drawing_kinds(workspace: Workspace) -> DrawingKinds:
    """The kinds of a workspace by name, its own before the package's."""
    names = {
        folder.name
        for root in workspace.template_folders
        if (root / FOLDER).is_dir()
        for folder in (root / FOLDER).iterdir()
        if folder.is_dir() and not is_left_out(folder.name)
    }
    known: dict[str, DrawingKind] = {}
    broken: dict[str, tuple[Problem, ...]] = {}
    for name in sorted(names):
        try:
            known[name] = _kind(workspace, name)
        except ContentError as error:
            broken[name] = error.problems
    return DrawingKinds(known, broken)


# --- reading a kind --------------------------------------------------------------------------


def _kind(workspace: Workspace, name: str) -> DrawingKind:
    kind = DrawingKind(name, {})
    if not is_usable(name):
        hint = f"noem haar '{usable_name(name) or 'mijn-tekening'}', en zo ook in 'soort: …'"
        place = Place(f"templates/{FOLDER}/{name}", 0)
        raise refusal(f"de map '{name}' kan geen soort tekening zijn", place, hint, "naam")
    schema, place = _json(workspace, kind.file(SCHEMA))
    judged = _judged(workspace.read(workspace.template(kind.file(SCHEMA))))
    if judged.mistake:
        raise refusal(judged.mistake[0], place, judged.mistake[1], "schema")
    for file in (TEMPLATE, DRAFT):
        workspace_file(workspace, kind.file(file))
    choices = {}
    for file in judged.files:
        listed, where_listed = _json(workspace, kind.file(file))
        if not isinstance(listed, dict):
            raise refusal("dit bestand noemt geen sleutels", where_listed, "begin met een {", "schema")
        choices[file] = tuple(listed)
    return DrawingKind(name, schema, choices)


@dataclass(frozen=True, slots=True)
class _Judged:
    """What is wrong with a schema and the way out, or the files that its choices come from."""

    mistake: tuple[str, str] | None = None
    files: tuple[str, ...] = ()


@lru_cache(maxsize=64)
def _judged(text: str) -> _Judged:
    """What is found of a schema by its text: who looks again after each edit finds the same."""
    schema = _decoded(text)
    try:
        if parts_of(schema) > MOST_PARTS:
            hint = f"een schema telt hoogstens {MOST_PARTS} sleutels en waarden"
            return _Judged(("dit schema is te groot", hint))
        where = _where_it_is_none(text)
        parts = list(_schemas(schema)) if where is None else []
    except RecursionError:
        return _Judged(("dit schema is te diep genest", "maak de opbouw vlakker"))
    if where is not None:
        hint = "zie de handleiding, Eigen tekeningen"
        return _Judged((f"dit is geen geldig JSON Schema ({where})", hint))
    if (pattern := unusable_pattern(schema)) is not None:
        hint = "schrijf het eenvoudiger, zonder (?=…), (?<=…) of \\1, en zonder grote herhalingen"
        return _Judged((f"het patroon '{shortened(pattern)}' kan hier niet", hint))
    if mistake := _mistake(schema, parts):
        return _Judged(mistake)
    return _Judged(
        files=tuple(dict.fromkeys(file for one in parts if isinstance(file := one.get("x-uit"), str)))
    )


def _where_it_is_none(text: str) -> str | None:
    """The key at which a schema, by its text, is no JSON Schema; None where it is one.

    To judge those that come along takes a third of reading a period, and they stay the same.
    """
    verdict = Verdict("schema", text)
    if verdict.is_good:
        return None
    from jsonschema import Draft202012Validator, SchemaError

    try:
        Draft202012Validator.check_schema(json.loads(text, parse_float=Decimal))
    except SchemaError as error:
        return ".".join(str(step) for step in error.path) or "bovenaan"
    verdict.note()
    return None


def _mistake(schema: Any, parts: list[Any]) -> tuple[str, str] | None:
    """What a schema for drawings may not be, although it is JSON Schema, and the way out."""
    if not isinstance(schema, dict) or schema.get("type") != "object":
        return "een schema beschrijft een blok", 'begin met "type": "object"'
    if not all(isinstance(one, dict) for one in parts):
        return "elke sleutel heeft een eigen schema tussen accolades", "vervang true of false door { … }"
    if any(key in ("$ref", "$dynamicRef") for one in parts for key in one):
        return "een schema voor een tekening verwijst niet ($ref)", "schrijf uit wat er op die plek mag staan"
    for one in parts:
        for key in one:
            if key not in _KEYWORDS:
                return f"een schema kent het woord '{key}' niet", nearest(key, _KEYWORDS) or "verwijder het"
        if mistaken := next((key for key in _LIST_WORDS if key in one and not _LIST_WORDS[key](one)), None):
            return f"'{mistaken}' noemt geen veld van de onderdelen", "zie de handleiding, Eigen tekeningen"
        if not isinstance(one.get("x-uit", ""), str):
            return "'x-uit' noemt geen bestand", 'schrijf "x-uit": "namen.json"'
    if sum(_counted(one) for one in parts) != _counted_everywhere(schema):
        return (
            "'x-uit' en 'format: opgave' werken alleen bij een sleutel of een onderdeel van een lijst",
            "zet ze direct in 'properties' of 'items'",
        )
    reserved = sorted(RESERVED & set(schema.get("properties", {})))
    if reserved:
        return (
            f"de sleutel '{reserved[0]}' is van alle figuren",
            "geef de sleutel van de tekening een andere naam",
        )
    if "x-tabel" in schema and not _is_table(schema, schema["x-tabel"]):
        example = '{"rijen": "een lijst", "velden": ["naam", "waarde"]}'
        return "'x-tabel' noemt geen lijst met velden van dit schema", f"schrijf {example}"
    return None


def _fields_of_items(schema: Mapping[str, Any]) -> Mapping[str, Any]:
    items = schema.get("items")
    fields = items.get("properties") if isinstance(items, dict) else None
    return fields if isinstance(fields, dict) else {}


def _is_order(schema: Mapping[str, Any]) -> bool:
    """Whether `x-na-elkaar` names fields of the items, each with two words."""
    order = schema["x-na-elkaar"]
    return isinstance(order, dict) and all(
        name in _fields_of_items(schema)
        and isinstance(words, list)
        and len(words) == 2
        and all(isinstance(word, str) for word in words)
        for name, words in order.items()
    )


def _names_field(word: str) -> Callable[[Mapping[str, Any]], bool]:
    """Whether this addition names a field of the items."""
    return lambda one: isinstance(one[word], str) and one[word] in _fields_of_items(one)


_LIST_WORDS: Mapping[str, Callable[[Mapping[str, Any]], bool]] = {
    **{word: _names_field(word) for word in ("x-uniek", "x-eenmaal", "x-oplopend", "x-daalt")},
    "x-na-elkaar": _is_order,
    "x-telt-op": lambda one: _is_sum(one, one["x-telt-op"]),
}
"""The additions at a list or at the top, each with whether it is well said."""


def _is_sum(schema: Mapping[str, Any], parts: Any) -> bool:
    """Whether `x-telt-op` names two blocks and a list of this schema."""
    named = isinstance(parts, dict) and set(parts) == {"begin", "stappen", "eind"}
    return named and all(str(key) in schema.get("properties", {}) for key in parts.values())


def _is_table(schema: Mapping[str, Any], table: Any) -> bool:
    """Whether `x-tabel` names a list and fields of its items."""
    if not isinstance(table, dict) or not isinstance(table.get("velden"), list) or not table["velden"]:
        return False
    rows = schema.get("properties", {}).get(str(table.get("rijen")), {})
    fields = rows.get("items", {}).get("properties", {})
    at_most = table.get("hoogstens", {})
    named = [*table["velden"], *(at_most.values() if isinstance(at_most, dict) else [None])]
    return all(isinstance(name, str) and name in fields for name in named)


def workspace_file(workspace: Workspace, name: str) -> Path:
    """The file that goes by this template name; raises ContentError when a kind lacks it."""
    try:
        return workspace.template(name)
    except FileNotFoundError:
        raise refusal(
            "dit bestand van een tekening ontbreekt",
            Place(f"templates/{name}", 0),
            f"een soort tekening heeft een {TEMPLATE}, een {SCHEMA} en een {DRAFT}",
            MISSING,
        ) from None


def _json(workspace: Workspace, name: str) -> tuple[Any, Place]:
    path = workspace_file(workspace, name)
    place = Place(workspace.name_of(path))
    try:
        # The numbers of content files are decimals too: 0.3 is then three times 0.1.
        return _decoded(workspace.read(path)), place
    except json.JSONDecodeError as error:
        raise refusal("dit is geen geldige JSON", Place(place.file, error.lineno), None, "schema") from None
    except (ValueError, RecursionError):
        raise refusal("dit is geen geldige JSON", place, None, "schema") from None


@lru_cache(maxsize=64)
def _decoded(text: str) -> Any:
    """What a JSON file says, by its text; nobody changes it."""
    return json.loads(text, parse_float=Decimal)


def _counted(schema: Mapping[str, Any]) -> int:
    """How many of the additions that name a word this one schema has itself."""
    return ("x-uit" in schema) + (schema.get("format") == "opgave")


def _counted_everywhere(value: Any) -> int:
    """How many of them there are at any depth, also where they would not be seen."""
    if isinstance(value, list):
        return sum(_counted_everywhere(one) for one in value)
    if not isinstance(value, dict):
        return 0
    below = 0
    for key, one in value.items():
        # The names in these are the author's own keys.
        if key in ("properties", "patternProperties", "dependentSchemas") and isinstance(one, dict):
            below += sum(_counted_everywhere(inner) for inner in one.values())
        elif key not in ("default", "examples", "enum", "const"):
            below += _counted_everywhere(one)
    return below + _counted(value)


def _schemas(schema: Any) -> Iterator[Any]:
    """Every schema within a schema that describes a key or an item, itself first."""
    yield schema
    if isinstance(schema, dict):
        for one in schema.get("properties", {}).values():
            yield from _schemas(one)
        if "items" in schema:
            yield from _schemas(schema["items"])
