"""The kinds of body that report, and the offices of each: what may stand behind 'functie'."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Annotated, Any, Literal, get_args

from pydantic import BeforeValidator, ValidationInfo, WithJsonSchema

from rapportage.content.fields import mistake, unknown_word

BodyKind = Literal["gemeente", "provincie", "waterschap"]
"""The kinds of body, by the keys of `organisatie.yaml`."""
BODY_KINDS: tuple[BodyKind, ...] = get_args(BodyKind)


@dataclass(frozen=True, slots=True)
class Ambten:
    """The offices of a kind of body by what they do; `also` are other words that mean one of them.

    The griffier is who signs with the chair what the highest organ decides: in a water board the secretary.
    """

    voorzitter: str
    secretaris: str
    griffier: str
    bestuurder: str
    also: Mapping[str, str] = field(default_factory=dict)

    @property
    def all(self) -> tuple[str, ...]:
        """Every office once."""
        return tuple(dict.fromkeys((self.voorzitter, self.secretaris, self.griffier, self.bestuurder)))

    @property
    def college(self) -> tuple[str, str]:
        """Who sign for the board."""
        return self.voorzitter, self.secretaris

    @property
    def with_portfolio(self) -> tuple[str, str]:
        """Who can have a portfolio."""
        return self.voorzitter, self.bestuurder

    def meant(self, value: str) -> str | None:
        """The office that these words name, such as 'loco-secretaris'; None where they name none."""
        low = value.lower()
        words = {one.lower(): one for one in self.all} | dict(self.also)
        return next((office for word, office in words.items() if word in low), None)


OFFICES: Mapping[BodyKind, Ambten] = {
    "gemeente": Ambten(
        *("burgemeester", "gemeentesecretaris", "griffier", "wethouder"),
        {"secretaris": "gemeentesecretaris"},
    ),
    "provincie": Ambten(
        *("commissaris van de Koning", "provinciesecretaris", "griffier", "gedeputeerde"),
        {"secretaris": "provinciesecretaris", "commissaris": "commissaris van de Koning"},
    ),
    "waterschap": Ambten(
        *("dijkgraaf", "secretaris", "secretaris", "heemraad"),
        {"watergraaf": "dijkgraaf", "lid van het dagelijks bestuur": "heemraad"},
    ),
}
EVERY_OFFICE = tuple(dict.fromkeys(office for one in OFFICES.values() for office in one.all))
"""The offices of all kinds, each once."""
OFFICE_WORDS = tuple(dict.fromkeys((*EVERY_OFFICE, *(word for one in OFFICES.values() for word in one.also))))
"""Those and the other words for one."""
_TOLD = "overheid"
"""Under which name validation is told the kind of body."""


def context_of(kind: BodyKind | None) -> dict[str, BodyKind | None]:
    """What validation is told of the body whose content it judges; every office fits one that is unknown."""
    return {_TOLD: kind}


def told_kind(info: ValidationInfo) -> BodyKind | None:
    """The kind of body that validation was told of."""
    return (info.context or {}).get(_TOLD)


def _office(value: Any, info: ValidationInfo) -> Any:
    kind = told_kind(info)
    known = OFFICES[kind].all if kind else EVERY_OFFICE
    if not isinstance(value, str):
        raise unknown_word(known)
    if value in known:
        return value
    words = value.strip()
    if kind and words in EVERY_OFFICE and words not in OFFICES[kind].also:
        raise mistake(f"een {kind} heeft geen {words}", _counterpart(words, OFFICES[kind]))
    kinds = [OFFICES[kind]] if kind else list(OFFICES.values())
    office = next(filter(None, (one.meant(value) for one in kinds)), None)
    if office and words.lower() != office.lower():
        raise mistake(
            f"'{value}' is geen waarde voor 'functie'",
            f"schrijf {office}, en in organisatie.yaml bij die ambtsdrager 'aanduiding: {value}'",
        )
    raise unknown_word(known)


def _counterpart(office: str, own: Ambten) -> str:
    """The hint with who does here what this office does elsewhere, where that is one office alone."""
    roles = ("voorzitter", "secretaris", "bestuurder")
    same = (getattr(own, role) for role in roles for one in OFFICES.values() if getattr(one, role) == office)
    return f"schrijf {meant}" if (meant := next(same, None)) else f"kies uit {', '.join(own.all)}"


Functie = Annotated[
    str, BeforeValidator(_office), WithJsonSchema({"enum": list(EVERY_OFFICE), "type": "string"})
]
