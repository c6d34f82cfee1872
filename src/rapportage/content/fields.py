"""The kinds of value that content files hold, each with its check and its JSON Schema."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from typing import Annotated, Any, Literal

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    GetJsonSchemaHandler,
    PlainSerializer,
    StrictBool,
    StringConstraints,
    WithJsonSchema,
)
from pydantic_core import CoreSchema, PydanticCustomError

from rapportage.bounds import MAX_FIELD, MAX_NAME
from rapportage.dutch import MONTHS, date_text, month_text
from rapportage.errors import shortened
from rapportage.periode import Periode, PeriodeError, parse_periode
from rapportage.typed import typed_number

_DAY = re.compile(r"[12][0-9]{3}-[0-9]{2}-[0-9]{2}")
_MONTH = re.compile(r"[12][0-9]{3}-[0-9]{2}")
_DUTCH_DAY = re.compile(
    r"(?:[a-z]+dag )?(?P<day>[0-9]{1,2})[-/. ]+(?P<month>[0-9]{1,2}|[a-z]+)[-/. ]+(?P<year>[12][0-9]{3})",
    re.I,
)
_LIKE_DAY = re.compile(r"(?P<year>[12][0-9]{3})[-/. ]?(?P<month>[0-9]{1,2})[-/. ]?(?P<day>[0-9]{1,2})")
"""How people write a day besides; the time of a meeting may stand behind it."""

NOT_KNOWN = "n.b."
"""What is written, and printed, for a number that is not known."""
OPEN = "open"
"""What is written for a number that must still come: a paper in which it is missing cannot be adopted."""
MAX_DECIMALS = 6
"""So many digits behind the comma a number may have."""
STILL_OPEN = "[nog open]"
"""What is printed for it."""
MAX_NUMBER = 10**15
"""Numbers from here on do not stand in council papers, and cannot be rounded without loss."""

EXPRESSION = re.compile(r"\{\{(?P<expression>(?:(?!\{\{).){0,1000}?)\}\}", re.S)
"""What asks for a number. Bounded, so that a text full of opening braces costs no more than it is long."""

UNCLOSED = "een uitdrukking wordt niet gesloten", "schrijf {{ … }} met twee accolades aan beide kanten"
"""What is said of braces without their counterparts, and the way out."""


_INVISIBLE = re.compile("[\\s\u00ad\u200b-\u200f\u2028-\u202f\u2060-\u2064\ufeff]*")
"""Spaces, soft hyphens and marks that only steer a line: text of nothing else cannot be read."""


def is_blank(text: str) -> bool:
    """Whether a reader would see nothing of this text."""
    return _INVISIBLE.fullmatch(text) is not None


def is_unclosed(text: str) -> bool:
    """Whether braces in this text lack their counterparts."""
    rest = EXPRESSION.sub("", text)
    return "{{" in rest or "}}" in rest


def mistake(message: str, hint: str = "", at: tuple[str | int, ...] = ()) -> PydanticCustomError:
    """A validation error that carries a Dutch message and hint as they are.

    `at` are the keys, within what is judged, that lead to what is wrong.
    """
    return PydanticCustomError("dutch", "{message}", {"message": message, "hint": hint, "at": at})


def unknown_word(known: Sequence[str]) -> PydanticCustomError:
    """A validation error of a value that is none of these words."""
    return PydanticCustomError("unknown_word", "unknown word", {"known": list(known)})


_BLANKS = re.compile(r"[ \t\r\n\f\v]+")


def _on_one_line(text: str) -> str:
    return _BLANKS.sub(" ", text)


def _visible(text: str) -> str:
    if is_blank(text):
        raise mistake("hier staan alleen onzichtbare tekens", "vul hier een tekst in")
    return text


def _without_expression(text: str) -> str:
    if "{{" in text or "}}" in text:
        raise mistake("hier werkt geen uitdrukking", "typ het getal zelf, of zet de zin in een tekst")
    return text


def _with_whole_expressions(text: str) -> str:
    if is_unclosed(text):
        raise mistake(*UNCLOSED)
    return text


_MARKUP = re.compile(
    r"\*\*[^\s*](?:[^*]*[^\s*])?\*\*|(?<!\w)\*[^\s*](?:[^*]*[^\s*])?\*(?!\w)|(?<!\w)__?[^\W_](?:[^_]*[^\s_])?_(?!\w)|~~?[^\s~]{1,40}~|\^[^\s^]{1,12}\^"
    r"|`[^`]+`|\]\(|\[[@^]|</?(?:br|b|i|u|em|strong|su[bp])\b[^>]*>"
)
"""What is Markdown or HTML within a line."""


_LIST_SIGN = re.compile(r"^\s*(?P<sign>[-•*▪◦‣·–])\s+(?P<words>[^\W\d].*)", re.M)
"""What makes an item of a list in a text: here each item has a line of its own, or stands alone."""


def markup_in(text: str) -> tuple[str, str] | None:
    """What is said, with the way out, of marks that would be printed as they stand."""
    if found := _MARKUP.search(text):
        return (
            f"hier werkt geen opmaak: '{found[0]}' komt letterlijk in het stuk",
            "haal de tekens weg; opmaak werkt in teksten, in cellen en in koppen van hoofdstukken en delen",
        )
    if found := _LIST_SIGN.search(text):
        is_one = found.start() == 0 and "\n" not in text.strip()
        words = f"schrijf alleen de woorden: {shortened(found['words'])}"
        return (
            f"het teken '{found['sign']}' aan het begin komt letterlijk in het stuk",
            words if is_one else "schrijf alleen de woorden, van elk punt op een eigen regel van de lijst",
        )
    return None


def _without_markup(text: str) -> str:
    if told := markup_in(text):
        raise mistake(*told)
    return text


def _kebab(name: str) -> str:
    return name.replace("_", "-")


class Content(BaseModel):
    """A part of the content: frozen, with no other keys than its own, written with hyphens."""

    model_config = ConfigDict(
        frozen=True,
        extra="forbid",
        alias_generator=_kebab,
        arbitrary_types_allowed=True,
        hide_input_in_errors=True,
    )


def _day(value: Any) -> date:
    if isinstance(value, date):
        return value
    if isinstance(value, str) and _DAY.fullmatch(value):
        try:
            return date.fromisoformat(value)
        except ValueError:
            raise mistake(f"de dag {value} bestaat niet", "kijk op de kalender") from None
    meant = _meant_day(str(value))
    hint = f"schrijf {meant}" if meant else "schrijf jaar-maand-dag, zoals 2022-01-24"
    raise mistake(f"'{value}' is geen datum", hint)


def _meant_day(text: str) -> date | None:
    """The day that a text is in another form; None where it is none, or one that does not exist."""
    found = _DUTCH_DAY.match(text.strip()) or _LIKE_DAY.match(text.strip())
    if found is None:
        return None
    word = found["month"].lower().replace("mrt", "maart")
    months = [number for number, name in enumerate(MONTHS, 1) if len(word) > 2 and name.startswith(word)]
    month = int(word) if word.isdigit() else (months or [0])[0]
    try:
        return date(int(found["year"]), month, int(found["day"]))
    except ValueError:
        return None


def moment_of(value: Any) -> str:
    """A measuring date as it is written, where it is one."""
    if isinstance(value, str) and _MONTH.fullmatch(value):
        if not 1 <= int(value[-2:]) <= 12:
            raise mistake(f"de maand {value} bestaat niet", "kies een maand van 01 tot en met 12")
        return value
    if isinstance(value, str) and not _DAY.fullmatch(value) and not _meant_day(value):
        hint = "schrijf jaar-maand of jaar-maand-dag, zoals 2022-01 of 2022-01-24"
        raise mistake(f"'{value}' is geen dag of maand", hint)
    return _day(value).isoformat()


def _periode(value: Any) -> Periode:
    if isinstance(value, Periode):
        return value
    if isinstance(value, int | str) and not isinstance(value, bool):
        try:
            return parse_periode(str(value))
        except PeriodeError as error:
            raise mistake(error.message, error.hint) from None
    raise mistake("dit is geen periode", "schrijf bijvoorbeeld 2021-H2")


_SIGNED = re.compile(r"(?:-/-|[-−–])\s*(?P<size>[0-9]+(?:\.[0-9]+)?)")
"""A number as YAML has it with a minus that YAML does not know."""
LIKE_THOUSANDS = re.compile(r"-?(?P<before>[1-9][0-9]{0,2})\.(?P<behind>[0-9]{3})")
"""A decimal number that looks like a Dutch one with a point between thousands."""


def meant_thousands(value: Any) -> str:
    """What was perhaps meant by a decimal number such as 1.348, as a content file has it; '' for others."""
    found = LIKE_THOUSANDS.fullmatch(str(value)) if isinstance(value, Decimal) else None
    return ("-" if value < 0 else "") + found["before"] + found["behind"] if found else ""


def _number(value: Any) -> Decimal:
    if isinstance(value, str) and (signed := _SIGNED.fullmatch(value.strip())):
        value = -Decimal(signed["size"])
    if isinstance(value, int | Decimal) and not isinstance(value, bool):
        number = Decimal(value)
        if abs(number) >= MAX_NUMBER:
            raise mistake("dit getal is te groot", "blijf onder duizend biljoen, of kies een grotere eenheid")
        return number
    meant = typed_number(value) if isinstance(value, str) else None
    if meant is not None and (thousands := meant_thousands(meant)):
        raise mistake(f"'{value}' kan een duizendtal zijn", f"schrijf {thousands}, of {meant.normalize()}")
    raise mistake(
        f"'{value}' is geen getal" if isinstance(value, str) else "hier moet een getal staan",
        f"schrijf {meant}"
        if meant is not None
        else "schrijf een getal zonder aanhalingstekens en met een punt voor de decimalen: 1348 of 0.94",
    )


def _measured(value: Any) -> Decimal | str | None:
    word = value.strip().lower().strip(".").replace(".", "") if isinstance(value, str) else ""
    if word in ("nb", OPEN):
        return None if word == "nb" else OPEN
    return _number(value)


def moment_days(moment: str) -> tuple[date, date]:
    """The first and the last day of a measuring date, which may be a month."""
    if not _MONTH.fullmatch(moment):
        return date.fromisoformat(moment), date.fromisoformat(moment)
    first = date.fromisoformat(moment + "-01")
    return first, (first.replace(day=28) + timedelta(days=4)).replace(day=1) - timedelta(days=1)


def moment_text(moment: str) -> str:
    """A measuring date in words: '31 mei 2021', or 'januari 2022' when only the month is known."""
    if _MONTH.fullmatch(moment):
        return month_text(date.fromisoformat(moment + "-01"))
    return date_text(date.fromisoformat(moment))


def _field(check: Callable[[Any], Any], schema: dict[str, Any]) -> tuple[BeforeValidator, WithJsonSchema]:
    return BeforeValidator(check), WithJsonSchema(schema)


@dataclass(frozen=True, slots=True)
class AlsoText:
    """Marks a block that may be written as a single text or one of `others` too, for the JSON Schema."""

    others: tuple[str, ...] = ()

    def __get_pydantic_json_schema__(self, core: CoreSchema, handler: GetJsonSchemaHandler) -> dict[str, Any]:
        types = [{"type": name} for name in ("string", *self.others)]
        return {"anyOf": [*types, handler(core)]}


_Tekst = Annotated[
    str,
    StringConstraints(strip_whitespace=True, min_length=1, max_length=MAX_FIELD),
    AfterValidator(_visible),
    AfterValidator(_on_one_line),
]
"""Text of one line: Word keeps several blanks where the other format has one."""
Tekst = Annotated[_Tekst, AfterValidator(_without_expression), AfterValidator(_without_markup)]


def _as_digits(value: Any) -> Any:
    is_number = isinstance(value, int | Decimal) and not isinstance(value, bool)
    return format(value, "f" if isinstance(value, Decimal) else "d") if is_number else value


Nummertekst = Annotated[
    Tekst, *_field(_as_digits, {"type": ["string", "number"], "minLength": 1, "maxLength": MAX_FIELD})
]
"""A number by which something is known, which nobody reckons with: it prints as it was typed."""
Naamtekst = Annotated[Tekst, StringConstraints(max_length=MAX_NAME)]
"""A name as readers see it, which expressions may print again and again."""
Invultekst = Annotated[_Tekst, AfterValidator(_with_whole_expressions), AfterValidator(_without_markup)]
"""Text in which an author may ask for numbers."""
Koptekst = Annotated[_Tekst, AfterValidator(_with_whole_expressions)]
"""Text in which an author may ask for numbers, emphasise and set letters high or low."""
Bestandsnaam = Annotated[_Tekst, AfterValidator(_without_expression)]
NAAM = r"^[a-z0-9]+(-[a-z0-9]+)*$"
"""What a name by which content is referred to looks like."""
Naam = Annotated[str, StringConstraints(pattern=NAAM, max_length=80)]
Waarheid = StrictBool
_LEAP_YEAR = "[12][0-9](?:0[48]|[2468][048]|[13579][26])|(?:1[26]|2[048])00"
_DAY_OF_YEAR = "(?:0[1-9]|1[0-2])-(?:0[1-9]|1[0-9]|2[0-8])|(?:0[13-9]|1[0-2])-(?:29|30)|(?:0[13578]|1[02])-31"
_CALENDAR_DAY = f"[12][0-9]{{3}}-(?:{_DAY_OF_YEAR})|(?:{_LEAP_YEAR})-02-29"
DAG = f"^(?:{_CALENDAR_DAY})$"
"""What a day looks like that the calendar has: an editor counts no days itself."""
Datum = Annotated[date, *_field(_day, {"type": "string", "pattern": DAG})]
UITDRUKKING = r"^\s*\{\{[^{}]+\}\}\s*$"
"""What an expression looks like that stands alone, in place of a number."""
MOMENT = f"^(?:[12][0-9]{{3}}-(?:0[1-9]|1[0-2])|{_CALENDAR_DAY})$"
"""What a moment of measuring looks like: a month, or a day."""
Moment = Annotated[str, *_field(moment_of, {"type": "string", "pattern": MOMENT})]
Meting = Annotated[
    Decimal | Literal["open"] | None,
    *_field(_measured, {"anyOf": [{"type": "number"}, {"enum": [NOT_KNOWN, OPEN]}]}),
]
"""A number, or None where an author says that it is not known."""
PERIODE = "^[12][0-9]{3}(-(H[12]|T[1-3]|Q[1-4]))?$"
"""What the name of a period looks like."""
PeriodeVeld = Annotated[
    Periode,
    *_field(_periode, {"type": ["string", "integer"], "pattern": PERIODE}),
    PlainSerializer(str),
]


class Carried(Content):
    """What may have been taken over from an earlier period, and read again since."""

    overgenomen: PeriodeVeld | None = Field(
        default=None, description="De periode waaruit dit is overgenomen; 'rapportage new' vult dit in."
    )
    nagezien: Datum | None = Field(
        default=None, description="De dag waarop iemand heeft nagelezen wat is overgenomen."
    )
