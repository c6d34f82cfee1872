"""The kinds of drawing that a workspace has, and what their data may be.

A kind is a folder under `templates/figuren/`: `schema.json` says what data it takes, beside the
template that draws it. The schema is JSON Schema (2020-12) with these additions:

- `format: opgave` is the id of one of the organisation's tasks;
- `x-uit: FILE.json` is one of the keys of that file in the kind's folder; `format` is its noun;
- `x-organisatie: true`, at the top, lets the template know the organisation's tasks;
- `x-tabel`, at the top, names the list and the fields that `gegevens: tonen` prints as a table.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from rapportage.content.fields import EXPRESSION, UNCLOSED
from rapportage.content.source import Path_, Source
from rapportage.errors import ContentError, Place, Problem, nearest, refusal
from rapportage.workspace import Workspace

FOLDER = "figuren"
"""Where the kinds are, in a folder of templates."""
TEMPLATE, DRAFT, SCHEMA, EXAMPLE = "tekening.svg.j2", "alt.j2", "schema.json", "voorbeeld.yaml"
"""What stands in the folder of a kind; the first and the third must."""

RESERVED = frozenset(
    {"soort", "bijschrift", "bron", "alt", "alt-kenmerk", "decoratief", "gegevens", "breedte"}
    | {"opgaven", "samenwerkingsverband"}
)
"""What a kind may not call its fields: what all figures have, and what a template gets besides."""

_TYPES = {
    "string": "tekst",
    "array": "een lijst",
    "object": "een blok met sleutels",
    "boolean": "true of false",
    "integer": "een geheel getal",
    "number": "een getal",
}


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
        """The template name of a file in this kind's folder."""
        return f"{FOLDER}/{self.name}/{name}"


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
        if folder.is_dir() and not folder.name.startswith((".", "_"))
    }
    known: dict[str, DrawingKind] = {}
    broken: dict[str, tuple[Problem, ...]] = {}
    for name in sorted(names):
        try:
            known[name] = _kind(workspace, name)
        except ContentError as error:
            broken[name] = error.problems
    return DrawingKinds(known, broken)


def data_problems(kind: DrawingKind, data: Mapping[str, Any], source: Source) -> list[Problem]:
    """What is wrong with the data of a drawing, by its kind's schema alone."""
    from jsonschema import Draft202012Validator
    from referencing import Registry

    # An empty registry: nothing is fetched, whatever a schema says.
    validator = Draft202012Validator(dict(kind.schema), registry=Registry())
    problems: list[Problem] = []
    for error in validator.iter_errors(_worked_out(data)):
        problems += _told(error, source)
    for path, text in _texts(data, ()):
        rest = EXPRESSION.sub("", text)
        if "{{" in rest or "}}" in rest:
            problems.append(Problem("fout", UNCLOSED[0], source.place(*path), UNCLOSED[1], "waarde"))
    for path, value, noun, words in _chosen(kind, data):
        if words is not None and value not in words:
            problems.append(_unknown(noun, value, words, source.place(*path)))
    return problems


def unknown_opgaven(
    kind: DrawingKind, data: Mapping[str, Any], source: Source, known: Mapping[str, str]
) -> Iterator[Problem]:
    """The tasks that a drawing names and the organisation does not have."""
    for path, value, noun, words in _chosen(kind, data):
        if words is None and value not in known:
            yield _unknown(noun, value, tuple(known), source.place(*path))


def with_defaults(schema: Mapping[str, Any], value: Any) -> Any:
    """The data with every optional key that is left out at its default, None where it has none."""
    if isinstance(value, Mapping):
        properties = schema.get("properties", {})
        given = {key: with_defaults(properties.get(key, {}), one) for key, one in value.items()}
        return {key: one.get("default") for key, one in properties.items()} | given
    if isinstance(value, list | tuple):
        return [with_defaults(schema.get("items", {}), one) for one in value]
    return value


# --- reading a kind --------------------------------------------------------------------------


def _kind(workspace: Workspace, name: str) -> DrawingKind:
    from jsonschema import Draft202012Validator, SchemaError

    kind = DrawingKind(name, {})
    schema, place = _json(workspace, kind.file(SCHEMA))
    try:
        Draft202012Validator.check_schema(schema)
        parts = list(_schemas(schema))
    except RecursionError:
        raise refusal("dit schema is te diep genest", place, "maak de opbouw vlakker", "schema") from None
    except SchemaError as error:
        where = ".".join(str(step) for step in error.path) or "bovenaan"
        hint = "zie de handleiding, Eigen tekeningen"
        raise refusal(f"dit is geen geldig JSON Schema ({where})", place, hint, "schema") from None
    if mistake := _mistake(schema, parts):
        raise refusal(mistake[0], place, mistake[1], "schema")
    workspace_file(workspace, kind.file(TEMPLATE))
    choices = {}
    for one in parts:
        if isinstance(file := one.get("x-uit"), str) and file not in choices:
            listed, where_listed = _json(workspace, kind.file(file))
            if not isinstance(listed, dict):
                raise refusal("dit bestand noemt geen sleutels", where_listed, "begin met een {", "schema")
            choices[file] = tuple(listed)
    return DrawingKind(name, schema, choices)


def _mistake(schema: Any, parts: list[Any]) -> tuple[str, str] | None:
    """What a schema for drawings may not be, although it is JSON Schema, and the way out."""
    if not isinstance(schema, dict) or schema.get("type") != "object":
        return "een schema beschrijft een blok", 'begin met "type": "object"'
    if not all(isinstance(one, dict) for one in parts):
        return "elke sleutel heeft een eigen schema tussen accolades", "vervang true of false door { … }"
    if any(key in ("$ref", "$dynamicRef") for one in parts for key in one):
        return "een schema voor een tekening verwijst niet ($ref)", "schrijf uit wat er op die plek mag staan"
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


def _is_table(schema: Mapping[str, Any], table: Any) -> bool:
    """Whether `x-tabel` names a list and fields of its items."""
    if not isinstance(table, dict) or not isinstance(table.get("velden"), list) or not table["velden"]:
        return False
    rows = schema.get("properties", {}).get(str(table.get("rijen")), {})
    fields = rows.get("items", {}).get("properties", {})
    return all(isinstance(name, str) and name in fields for name in table["velden"])


def workspace_file(workspace: Workspace, name: str) -> Path:
    """The file that goes by this template name; raises ContentError when a kind lacks it."""
    try:
        return workspace.template(name)
    except FileNotFoundError:
        raise refusal(
            "dit bestand van een tekening ontbreekt",
            Place(f"templates/{name}", 0),
            f"een soort tekening heeft een {TEMPLATE} en een {SCHEMA}",
            "ontbreekt",
        ) from None


def _json(workspace: Workspace, name: str) -> tuple[Any, Place]:
    path = workspace_file(workspace, name)
    place = Place(workspace.name_of(path))
    try:
        return json.loads(workspace.read(path)), place
    except json.JSONDecodeError as error:
        raise refusal("dit is geen geldige JSON", Place(place.file, error.lineno), None, "schema") from None
    except (ValueError, RecursionError):
        raise refusal("dit is geen geldige JSON", place, None, "schema") from None


# --- walking data beside its schema ----------------------------------------------------------


def _schemas(schema: Any) -> Iterator[Any]:
    """Every schema within a schema that describes a key or an item, itself first."""
    yield schema
    if isinstance(schema, dict):
        for one in schema.get("properties", {}).values():
            yield from _schemas(one)
        if "items" in schema:
            yield from _schemas(schema["items"])


def _chosen(
    kind: DrawingKind, data: Mapping[str, Any]
) -> Iterator[tuple[Path_, str, str, tuple[str, ...] | None]]:
    """The values that must be known words: path, value, noun and words; None stands for the tasks."""
    for path, value, schema in _paired(kind.schema, data, ()):
        if isinstance(value, str) and schema.get("format") == "opgave":
            yield path, value, "opgave", None
        elif isinstance(value, str) and "x-uit" in schema:
            yield path, value, str(schema.get("format", "waarde")), kind.choices[schema["x-uit"]]


def _paired(
    schema: Mapping[str, Any], value: Any, path: Path_
) -> Iterator[tuple[Path_, Any, Mapping[str, Any]]]:
    yield path, value, schema
    if isinstance(value, Mapping):
        for key, one in value.items():
            yield from _paired(schema.get("properties", {}).get(key, {}), one, (*path, key))
    elif isinstance(value, list | tuple):
        for index, one in enumerate(value):
            yield from _paired(schema.get("items", {}), one, (*path, index))


def _worked_out(value: Any) -> Any:
    """The data as long as they will be: each expression as one digit, since it becomes a number."""
    if isinstance(value, Mapping):
        return {key: _worked_out(one) for key, one in value.items()}
    if isinstance(value, list | tuple):
        return [_worked_out(one) for one in value]
    return EXPRESSION.sub("0", value) if isinstance(value, str) else value


def _texts(value: Any, path: Path_) -> Iterator[tuple[Path_, str]]:
    for at, one, _ in _paired({}, value, path):
        if isinstance(one, str):
            yield at, one


# --- what is told ----------------------------------------------------------------------------


def _unknown(noun: str, value: str, words: tuple[str, ...], place: Place) -> Problem:
    return Problem("fout", f"{noun} '{value}' is onbekend", place, nearest(value, words), "onbekend")


def _told(error: Any, source: Source) -> Iterator[Problem]:
    """What one finding of the schema's validator is in Dutch."""
    path = tuple(error.absolute_path)
    place = source.place(*path)
    key = next((str(step) for step in reversed(path) if isinstance(step, str)), "bestand")
    rule, limit, value = error.validator, error.validator_value, error.instance
    properties = error.schema.get("properties", {}) if isinstance(error.schema, dict) else {}

    def problem(message: str, hint: str | None, name: str, at: Place = place) -> Problem:
        return Problem("fout", message, at, hint, name)

    match rule:
        case "required":
            for name in limit:
                if name not in value:
                    yield problem(
                        f"de sleutel '{name}' ontbreekt", f"voeg '{name}: …' toe", "sleutel-ontbreekt"
                    )
        case "dependentRequired":
            for name, needed in limit.items():
                for other in needed if name in value else ():
                    if other not in value:
                        at = source.place(*path, name)
                        yield problem(
                            f"bij '{name}' hoort '{other}'", f"voeg '{other}: …' toe", "sleutel-ontbreekt", at
                        )
        case "additionalProperties":
            for name in value:
                if name not in properties:
                    at = source.place(*path, name)
                    hint = nearest(str(name), properties)
                    yield problem(f"de sleutel '{name}' is onbekend", hint, "sleutel-onbekend", at)
        case "type":
            names = [limit] if isinstance(limit, str) else limit
            wanted = " of ".join(_TYPES.get(name, name) for name in names if name != "null")
            hint = f'zet het tussen aanhalingstekens: "{value}"' if wanted == "tekst" else None
            yield problem(f"'{key}' moet {wanted} zijn", hint, "soort-waarde")
        case "enum" | "const":
            allowed = [str(one) for one in (limit if rule == "enum" else [limit])]
            yield problem(
                f"'{value}' is geen waarde voor '{key}'", nearest(str(value), allowed), "waarde-onbekend"
            )
        case "minLength" | "minItems" if not value:
            yield problem(f"'{key}' is leeg", "vul het in", "leeg")
        case "minItems":
            yield problem(
                f"'{key}' heeft er {len(value)}; dat zijn er te weinig", f"noem er minstens {limit}", "aantal"
            )
        case "maxItems":
            hint = f"in deze tekening passen er hoogstens {limit}"
            yield problem(f"'{key}' heeft er {len(value)}; dat zijn er te veel", hint, "aantal")
        case "minLength" | "maxLength":
            few = "lang" if rule == "maxLength" else "kort"
            how = "hoogstens" if rule == "maxLength" else "minstens"
            yield problem(f"'{key}' is te {few}", f"gebruik {how} {limit} tekens", "lengte")
        case "minimum" | "exclusiveMinimum":
            yield problem(f"'{key}' is te klein: {value}", f"kies een getal vanaf {limit}", "bereik")
        case "maximum" | "exclusiveMaximum":
            yield problem(f"'{key}' is te groot: {value}", f"kies een getal tot en met {limit}", "bereik")
        case "uniqueItems":
            again = next(at for at, one in enumerate(value) if one in value[:at])
            what = f"'{value[again]}'" if isinstance(value[again], str) else "hetzelfde"
            at = source.place(*path, again)
            yield problem(f"in '{key}' staat {what} twee keer", "laat er één staan", "dubbel", at)
        case _:
            yield problem(f"'{key}' heeft geen geldige waarde", "zie 'rapportage figures --kinds'", "waarde")
