"""Where a reader can ask about a chapter: a team or an office, with what it answers to."""

from __future__ import annotations

import re
from typing import Annotated, Any

from pydantic import AfterValidator, BeforeValidator, Field

from rapportage.content.fields import AlsoText, Content, Tekst, mistake

_EMAIL = re.compile(r"[^@\s<>,;]+@[^@\s<>,;]+\.[^@\s<>,;.]+")
_TELEPHONE = re.compile(r"\+?[0-9][0-9 ()-]{1,18}[0-9]")
_FEWEST_DIGITS = 3


def _one_address(text: str) -> str:
    if not _EMAIL.fullmatch(text):
        raise mistake(f"'{text}' is geen e-mailadres", "schrijf één adres, zoals griffie@voorbeeld.nl")
    return text


def _one_number(text: str) -> str:
    if not _TELEPHONE.fullmatch(text) or sum(map(str.isdigit, text)) < _FEWEST_DIGITS:
        raise mistake(f"'{text}' is geen telefoonnummer", "schrijf één nummer, zoals '14 0529'")
    return text


EMail = Annotated[Tekst, AfterValidator(_one_address)]


class Contact(Content):
    """A team or an office, with a general address and number."""

    wie: Tekst = Field(description="Het team of de functie; geen persoon, want die wisselt.")
    e_mail: EMail | None = Field(default=None, description="Het algemene e-mailadres.")
    telefoon: Annotated[Tekst, AfterValidator(_one_number)] | None = Field(
        default=None, description="Het algemene telefoonnummer, tussen aanhalingstekens."
    )


def _who(value: Any) -> Any:
    return {"wie": value} if isinstance(value, str) else value


ContactVeld = Annotated[Contact, BeforeValidator(_who), AlsoText()]
"""A contact, or who it is alone."""
