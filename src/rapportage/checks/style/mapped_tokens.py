"""The tokens of ours that a published file has, by the mapping that names it, each with where that stands."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from rapportage.bounds import MAX_TOLD
from rapportage.checks.subjects import StyleFile
from rapportage.content.model import Loaded
from rapportage.content.token_mapping import Koppeling
from rapportage.errors import Finding, Place, nearest
from rapportage.style.published import Published, read_published
from rapportage.style.taken_over import taken_over
from rapportage.style.token_file import Token, TokenError, in_group, read_tokens


@dataclass(frozen=True, slots=True)
class Mapped:
    """A token file with what was taken over in it, where each of those is mapped, and what could not be."""

    text: str
    places: Mapping[str, Place]
    findings: tuple[Finding, ...] = ()


def mapped_tokens(mapping: Loaded[Koppeling], published: str, file: str, below: str) -> Mapped:
    """The tokens that come along (`below`) with those of the published text in the place of some.

    `file` is what messages call the published file.
    """
    known = read_tokens(below)
    try:
        tokens = read_published(published, mapping.value.bestand)
    except TokenError as error:
        return Mapped(below, {}, (Finding(str(error), Place(file, error.line), error.hint),))
    findings = list(_unknown_sets(mapping, tokens))
    values: dict[str, Any] = {}
    for ours, theirs in mapping.value.tokens.items():
        if len(findings) >= MAX_TOLD:
            break  # more are not told, and to look for what was meant takes time
        try:
            values[ours] = _taken(ours, theirs, tokens, mapping.value, known)
        except TokenError as error:
            findings.append(Finding(str(error), mapping.place("tokens", ours), error.hint))
    places = {name: mapping.place("tokens", name) for name in values}
    return Mapped(_with(below, values), places, tuple(findings))


def _taken(ours: str, theirs: str, tokens: Published, mapping: Koppeling, known: Mapping[str, Token]) -> Any:
    if ours not in known:
        inside = in_group(ours, known)
        hint = f"dat is een groep; noem een token daarin: {inside}" if inside else None
        hint = hint or nearest(ours, known, "de handleiding noemt alle tokens, in Eigen huisstijl")
        raise TokenError(f"token '{ours}' is onbekend", hint=hint)
    try:
        return taken_over(known[ours].kind, tokens.value(theirs, mapping.verzamelingen))
    except TokenError as error:
        said = str(error) if theirs in str(error) else f"'{theirs}' past hier niet: {error}"
        raise TokenError(said, hint=error.hint) from None


def _unknown_sets(mapping: Loaded[Koppeling], tokens: Published) -> Iterator[Finding]:
    for at, name in enumerate(mapping.value.verzamelingen):
        if name not in tokens.sets:
            place = mapping.place("verzamelingen", at)
            none = "laat 'verzamelingen' weg: dit bestand heeft er geen"
            hint = nearest(name, tokens.sets, "zie boven aan dat bestand") if tokens.sets else none
            yield Finding(f"verzameling '{name}' staat niet in {tokens.file}", place, hint)


def _with(below: str, values: Mapping[str, Any]) -> str:
    """The token file with these values in the place of its own."""
    whole = json.loads(below)
    for name, value in values.items():
        token = whole
        for step in name.split("."):
            token = token[step]
        token["$value"] = value
        token.pop("$extensions", None)  # what was taken over goes with no colour of ours
    return json.dumps(whole, ensure_ascii=False)


def not_mapped(file: StyleFile) -> Iterator[Finding]:
    """Each token that could not be taken from a published file."""
    yield from file.unmapped
