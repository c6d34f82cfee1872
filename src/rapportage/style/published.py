"""Read a token file that another published: Design Tokens, Tokens Studio or what Style Dictionary makes.

A token has its value in `$value`, in the older `value`, or is the value itself. A file of Tokens Studio parts
its tokens into sets, which stand at the top and are no part of a name: a set may say of a token what another
says too, such as for a dark screen.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from rapportage.bounds import MAX_DEPTH, MAX_STEPS, MAX_TOKENS
from rapportage.errors import nearest
from rapportage.style.token_file import TokenError, in_group

_VALUES = "$value", "value"
_OF_STUDIO = "$themes", "$metadata"
_BESIDE = frozenset(("original", "attributes", "path", "filePath", "isSource", "name", "type", "comment"))
"""What Style Dictionary and others say of a token beside its value."""
_REFERENCE = re.compile(r"\{([^{}]+)\}")
_MOST_ALIKE = 300
"""Among so many names one is looked for that was meant: of more, looking takes seconds."""


class Published:
    """The tokens of a published file by their dotted names, without sets; messages call it `file`."""

    def __init__(self, file: str, tokens: Mapping[str, Mapping[str, Any]], sets: Sequence[str]) -> None:
        self.file = file
        self._tokens = tokens
        self.sets = tuple(sets)

    def value(self, name: str, preferred: Sequence[str] = ()) -> Any:
        """What a token is, over its references; raises TokenError where that cannot be told.

        Of what several sets say of a token, the last of the `preferred` ones counts.
        """
        seen: list[str] = []
        at, beside = name, ""
        while True:
            if at in seen:
                raise TokenError(f"'{name}' verwijst naar zichzelf", hint=_ELSEWHERE)
            seen.append(at)
            if len(seen) > MAX_STEPS:
                raise TokenError(f"'{name}' verwijst over te veel stappen", hint=_ELSEWHERE)
            if at not in self._tokens:
                if at == name:
                    raise TokenError(f"'{name}' staat niet in {self.file}", hint=self._meant(name))
                told = f"'{name}' verwijst naar '{at}', en dat staat niet in {self.file}"
                raise TokenError(told, hint=_ELSEWHERE)
            beside = self._set_of(at, (*reversed(preferred), beside))
            value = self._tokens[at][beside]
            reference = _REFERENCE.fullmatch(value.strip()) if isinstance(value, str) else None
            if reference is None:
                return value
            at = reference[1].strip()

    def _set_of(self, name: str, preferred: Sequence[str]) -> str:
        """The set that counts for a token: the first of those preferred, or any where all say the same."""
        told = self._tokens[name]
        if chosen := next((one for one in preferred if one in told), None):
            return chosen
        first, *others = told
        if other := next((one for one in others if told[one] != told[first]), None):
            raise TokenError(
                f"'{name}' is in '{first}' en '{other}' van {self.file} niet hetzelfde",
                hint=f"noem bij 'verzamelingen' welke geldt, zoals [{_yaml(first)}]",
            )
        return first

    def _meant(self, name: str) -> str:
        """The hint with the token that was perhaps meant by a name that none has."""
        for one in self.sets:
            bare = name.removeprefix(f"{one.replace('/', '.')}.").removeprefix(f"{one}.")
            if bare != name and bare in self._tokens:
                return f"de naam van een verzameling hoort er niet bij: schrijf {bare}"
        if inside := in_group(name, self._tokens):
            return f"dat is een groep; noem een token daarin: {inside}"
        last = name.rpartition(".")[2]
        alike = [one for one in self._tokens if one.rpartition(".")[2] == last] or list(self._tokens)
        alike.sort(key=lambda one: abs(len(one) - len(name)))
        return nearest(name, alike[:_MOST_ALIKE], "zoek de naam in dat bestand op") or ""


_ELSEWHERE = "kies een ander token, of zet de waarde zelf in huisstijl.tokens.json"


def read_published(text: str, file: str) -> Published:
    """The tokens of the text of this file; raises TokenError with its line where it cannot be read."""
    try:
        raw = json.loads(text)
        if not isinstance(raw, dict):
            hint = "kies het bestand waarin tokens in groepen staan, zoals tokens.json"
            raise TokenError("het bestand moet uit groepen met tokens bestaan", hint=hint)
        parted = any(key in raw for key in _OF_STUDIO)
        sets = [key for key in raw if parted and not key.startswith("$") and isinstance(raw[key], dict)]
        if len(sets) > MAX_TOKENS:
            raise TokenError(f"het bestand telt meer dan {MAX_TOKENS} verzamelingen", hint=_ELSEWHERE)
        found: dict[str, dict[str, Any]] = {}
        for one in sets or [""]:
            for name, value in _tokens(raw[one] if one else raw, ()):
                found.setdefault(name, {})[one] = value
        return Published(file, found, sets)
    except json.JSONDecodeError as error:
        hint = "neem het bestand over zoals het gepubliceerd is"
        raise TokenError("dit is geen geldige JSON", error.lineno, hint) from None
    except TokenError:
        raise
    except (RecursionError, ValueError):  # too deep, or a number of thousands of digits
        raise TokenError("dit is geen geldige JSON") from None


def _tokens(group: Mapping[str, Any], path: tuple[str, ...]) -> Iterator[tuple[str, Any]]:
    """Every token of a group; one without a value is none, and tokens may stand within a token."""
    if len(path) > MAX_DEPTH:
        raise TokenError(f"groepen staan meer dan {MAX_DEPTH} diep in elkaar", hint=_ELSEWHERE)
    key = next((key for key in _VALUES if key in group and not _is_group(group[key])), None)
    if key is not None and path:
        yield ".".join(path), group[key]
    for name, value in group.items():
        if name == key or name.startswith("$") or (key is not None and name in _BESIDE):
            continue
        if isinstance(value, dict):
            yield from _tokens(value, (*path, name))
        elif key is None and isinstance(value, str | int | float | list):
            yield ".".join((*path, name)), value


def _is_group(value: Any) -> bool:
    """Whether what is called 'value' is a group or a token of that name, and no value of several parts."""
    return isinstance(value, dict) and any(
        isinstance(one, dict) and any(key in one for key in _VALUES) for one in (value, *value.values())
    )


def _yaml(name: str) -> str:
    return name if re.fullmatch(r"[\w/-]+", name) else json.dumps(name, ensure_ascii=False)
