"""The data of a drawing, beside the schema of its kind: what is wrong with them, and their defaults."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import islice
from typing import Any

from rapportage.content.drawings import DrawingKind
from rapportage.content.fields import EXPRESSION, UNCLOSED, is_blank
from rapportage.content.figures import Tekening
from rapportage.content.source import Path_, Source
from rapportage.content.validation import VALUE_HINTS, keys_of, named, shortened, text_hint, without_echoes
from rapportage.dutch import count_text, list_text
from rapportage.errors import TWICE, UNKNOWN, UNUSED, Finding, Place, Problem, nearest

_TYPES = {
    "string": "tekst",
    "array": "een lijst",
    "object": "een blok met sleutels",
    "boolean": "true of false",
    "integer": "een geheel getal",
    "number": "een getal",
}
_FEW = 8
"""So many words to choose from are all named."""
_MOST_VALUES, _MOST_PROBLEMS = 5000, 40
"""More values than this no drawing holds; after so many problems in one file the rest can wait."""


def data_problems(kind: DrawingKind, data: Mapping[str, Any], source: Source) -> list[Problem]:
    """What is wrong with the data of a drawing, by its kind's schema alone."""
    from jsonschema import Draft202012Validator
    from referencing import Registry

    # An empty registry: nothing is fetched, whatever a schema says.
    validator = Draft202012Validator(dict(kind.schema), registry=Registry())
    if too_many := _overfull(kind, data, source):
        return too_many  # what follows would take long, and tell no more
    problems: list[Problem] = []
    for error in islice(validator.iter_errors(_worked_out(data)), _MOST_PROBLEMS):
        problems += _told(error, source)
    for path, text in _texts(data, ()):
        rest = EXPRESSION.sub("", text)
        if "{{" in rest or "}}" in rest:
            problems.append(Problem("fout", UNCLOSED[0], source.place(*path), UNCLOSED[1], "waarde"))
    for path, value, noun, words in _chosen(kind, data):
        if words is not None and value not in words:
            problems.append(_unknown(noun, value, words, source.place(*path)).told("fout", UNKNOWN))
    return without_echoes(problems)[:_MOST_PROBLEMS]


def _overfull(kind: DrawingKind, data: Mapping[str, Any], source: Source) -> list[Problem]:
    """The lists that hold more than their schema allows, or that all data together are too many."""
    pairs = list(islice(_paired(kind.schema, data, ()), _MOST_VALUES + 1))
    if len(pairs) > _MOST_VALUES:
        message = f"deze figuur heeft meer dan {_MOST_VALUES} gegevens"
        return [Problem("fout", message, source.place(), "kies er minder, of een andere figuur", "aantal")]
    return [
        _miscounted(path, value, f"hoogstens {most} passen in deze tekening", "veel", source)
        for path, value, schema in pairs
        if isinstance(value, list) and isinstance(most := schema.get("maxItems"), int) and len(value) > most
    ]


def unknown_opgaven(
    kind: DrawingKind, data: Mapping[str, Any], source: Source, known: Mapping[str, str]
) -> Iterator[Finding]:
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


# --- walking data beside its schema ----------------------------------------------------------


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
    if isinstance(value, str):
        return "" if is_blank(value) else EXPRESSION.sub("0", value)
    return value


def _texts(value: Any, path: Path_) -> Iterator[tuple[Path_, str]]:
    for at, one, _ in _paired({}, value, path):
        if isinstance(one, str):
            yield at, one


# --- what is told ----------------------------------------------------------------------------


def _miscounted(path: Path_, value: list[Any], hint: str, verdict: str, source: Source) -> Problem:
    """A list that is too long or too short."""
    message = f"{named(path)} heeft {count_text(len(value), 'onderdeel', 'onderdelen')}; dat is te {verdict}"
    return Problem("fout", message, source.place(*path), hint, "aantal")


def _unknown(noun: str, value: str, words: tuple[str, ...], place: Place) -> Finding:
    """A word that is not one of those that may stand there; longer forms of it are named first."""
    longer = [word for word in words if word.lower().startswith(f"{value.lower()} ")][:3]
    hint = f"bedoelde u {list_text([repr(word) for word in longer])}?" if longer else nearest(value, words)
    otherwise = f"schrijf de officiële naam, zoals {words[0]}" if words else None
    message = f"{noun} '{shortened(value)}' is onbekend"
    return Finding(message, place, hint or otherwise)


def _told(error: Any, source: Source) -> Iterator[Problem]:
    """What one finding of the schema's validator is in Dutch."""
    path = tuple(error.absolute_path)
    place = source.place(*path)
    what = named(path)
    rule, limit, value = error.validator, error.validator_value, error.instance
    properties = error.schema.get("properties", {}) if isinstance(error.schema, dict) else {}

    def problem(message: str, hint: str | None, name: str, at: Place = place) -> Problem:
        return Problem("fout", message, at, hint, name)

    match rule:
        case "required":
            for name in limit:
                if name not in value:
                    missing = f"de sleutel '{name}' ontbreekt"
                    yield problem(missing, f"voeg '{name}: …' toe", "sleutel-ontbreekt")
        case "dependentRequired":
            for name, needed in limit.items():
                for other in needed if name in value else ():
                    if other not in value:
                        at = source.place(*path, name)
                        message = f"bij '{name}' hoort '{other}'"
                        yield problem(message, f"voeg '{other}: …' toe", "sleutel-ontbreekt", at)
        case "additionalProperties":
            for name in value:
                if name not in properties:
                    at = source.place(*path, name)
                    hint = nearest(str(name), [*properties, *(() if path else keys_of(Tekening))])
                    yield problem(f"de sleutel '{name}' is onbekend", hint, "sleutel-onbekend", at)
        case "type" if value is None:
            yield problem(f"{what} is leeg", "vul het in, of verwijder de sleutel", "leeg")
        case "type":
            names = [limit] if isinstance(limit, str) else limit
            wanted = " of ".join(_TYPES.get(name, name) for name in names if name != "null")
            hint = (
                text_hint(value)
                if wanted == "tekst"
                else VALUE_HINTS.get(wanted.split(" of ")[-1], VALUE_HINTS.get(wanted))
            )
            yield problem(f"{what} moet {wanted} zijn", hint, "soort-waarde")
        case "enum" | "const":
            allowed = [str(one) for one in (limit if rule == "enum" else [limit])]
            some = "kies uit: " + ", ".join(allowed) if len(allowed) <= _FEW else nearest(str(value), allowed)
            yield problem(f"'{shortened(value)}' is geen waarde voor {what}", some, "waarde-onbekend")
        case "minLength" | "minItems" if not value:
            yield problem(f"{what} is leeg", "vul het in", "leeg")
        case "minItems":
            yield _miscounted(path, value, f"noem er minstens {limit}", "weinig", source)
        case "minLength" | "maxLength":
            few = "lang" if rule == "maxLength" else "kort"
            how = "hoogstens" if rule == "maxLength" else "minstens"
            yield problem(f"{what} is te {few}", f"gebruik {how} {limit} tekens", "lengte")
        case "minimum" | "exclusiveMinimum":
            bound = "vanaf" if rule == "minimum" else "boven"
            yield problem(f"{what} is te klein: {value}", f"kies een getal {bound} {limit}", "bereik")
        case "maximum" | "exclusiveMaximum":
            bound = "tot en met" if rule == "maximum" else "onder"
            yield problem(f"{what} is te groot: {value}", f"kies een getal {bound} {limit}", "bereik")
        case "uniqueItems":
            again = next(at for at, one in enumerate(value) if one in value[:at])
            same = f"'{shortened(value[again])}'" if isinstance(value[again], str) else "hetzelfde"
            at = source.place(*path, again)
            yield problem(f"in {what} staat {same} twee keer", "laat er één staan", TWICE, at)
        case "not" if isinstance(limit, dict) and list(limit) == ["required"]:
            for name in limit["required"]:
                at = source.place(*path, name)
                yield problem(f"'{name}' doet hier niets", "verwijder de sleutel", UNUSED, at)
        case _:
            yield problem(f"{what} heeft geen geldige waarde", "zie 'rapportage figures --kinds'", "waarde")
