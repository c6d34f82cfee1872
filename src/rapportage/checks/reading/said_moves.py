"""Which way a sentence says that a series went, and since when: the one reading of all rules about it.

Clause by clause: a clause counts where it names one series, says one way, and has no words of anything else.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Literal

from rapportage.checks.reading.directions import AMOUNT
from rapportage.checks.reading.named_series import ADDS_NOTHING, NamedSeries
from rapportage.checks.reading.references_said import HERE
from rapportage.checks.reading.series_at_home import Telling, letters_of, meant_by
from rapportage.dutch import BETWEEN_SENTENCES
from rapportage.earlier_times import EARLIER, PREVIOUS, meant
from rapportage.movement import AGAINST, MOVED, MOVEMENT, MOVES, is_town, way_of
from rapportage.named_periods import placed_periods, placed_times
from rapportage.number_words import number_of_word
from rapportage.periode import Periode, PeriodKind
from rapportage.rough import ROOM


@dataclass(frozen=True, slots=True)
class Since:
    """Since when, or how often, something is said to have gone one way; `words` as the sentence says it.

    A `step` is since the period before, a `row` is of `count` steps, a `run` of as many at any time, `first`
    and `each` are of all steps since `start`, `all` is from there to now, and `against` is against `periods`.
    """

    kind: Literal["step", "row", "run", "first", "each", "all", "against"] = "step"
    words: str = ""
    count: int = 0
    start: date | None = None
    periods: tuple[Periode, ...] = ()


@dataclass(frozen=True, slots=True)
class Move:
    """What a clause says of a series: the words, which way, since when, and `by` how much."""

    series: NamedSeries
    words: str
    way: int
    since: Since
    by: str = ""


_NOT_TOLD = re.compile(
    r"\b(?:verwacht\w*|prognose\w*|raming\w*|doel\w*|streven|streef\w*|ambitie\w*|als|indien|wanneer|zodra|zou|zouden|zal"
    r"|zullen|moet\w*|kan|kunnen|wil|willen|niet|geen|nauwelijks|of|landelijk\w*|gemiddelde\sgroei)\b",
    re.I,
)
"""What makes a sentence no telling of how something went."""
_ROOM = re.sub(r"\?P<\w+>", "?:", ROOM)
_CLAUSES = re.compile(r"[;:!?()]\s|[.,]\s|[.;:!?]\Z|\(|\)|\b(?:maar|terwijl|want)\b", re.I)
_GOES_ON = re.compile(rf"\s*(?:al\s)?(?:sinds|vanaf|{AGAINST})\b", re.I)
_LIMITED = re.compile(r"\s*(?:tot|t/m|totdat|behalve|op|in|bij)\b", re.I)
_BY = re.compile(rf"\s*met\s(?:(?:{_ROOM})\s)?{AMOUNT}(?:[ \u00a0]procentpunt(?:en)?)?(?=\s*\Z)", re.I)
"""By how much: of a series that is named in full and has no time of its own, another rule reads that."""
_BELOW = re.compile(
    r"\s*(?:dat|omdat|doordat|zodat|om|waar\w*|die|hoewel|mits|tenzij|voordat|nadat|toen|hoe)\b", re.I
)
"""What begins a clause that another one says something of."""
_AND = re.compile(r"\s+en\s+", re.I)
_SAID = re.compile(rf"(?<![\w-])(?P<words>{MOVES}|(?P<more>meer|minder)(?=\s))(?![\w-])", re.I)
_ANY = re.compile(rf"(?<![\w-])(?:{MOVES}|{MOVEMENT}|meer|minder)(?![\w-])", re.I)
_OF_NAME = re.compile(
    rf"\s*(?:(?:ook|en)\s)?(?:de|deze|een)\s(?:\w+\s)?(?P<words>{MOVEMENT})\s(?:van|in)\s(?P<rest>.+?)"
    r"\s(?:zet|zette|gaat|ging|houdt|hield|komt|kwam|is\s(?:het\sgevolg|te\sdanken|te\swijten))\b.*",
    re.I | re.S,
)
"""'De daling van het aantal woningen zet door'."""
_SHOWS = re.compile(
    rf".{{0,80}}?\b(?:laat|laten)\szien\sdat\s|\A\s*(?:in|uit)\s{HERE}\s.{{0,40}}?\bdat\s", re.I
)
_ADVERBS = re.compile(
    r"iets|wel|toch|fors|flink|duidelijk|licht|wat|beduidend|sterk|verder|weer|opnieuw|ook|snel|daardoor|daarmee|gelukkig"
    r"|helaas|dus|juist|alleen|nog|steeds|fractie|gestaag|langzaam|geleidelijk|eveneens|echter|bovendien|vooral"
    r"|gebeurden|gebeuren|vielen|meest|minst|inmiddels|open|binnen|lijn|grafiek|figuur",
    re.I,
)
_THIS = re.compile(
    r"\b(?:(?:in|tijdens|over)\s)?(?:de(?:ze)?|het|dit)\s(?:afgelopen\s)?(?:\w*periode|half\s?jaar|kwartaal)(?!\w)",
    re.I,
)
"""What names the period of the report."""
_COUNT = r"(?P<count>twee|drie|vier|vijf|zes|zeven|acht|negen|tien|[2-9]|10)"
_ROW = re.compile(
    rf"\b(?P<still>(?:nu\s)?al\s)?(?:voor\shet\s)?{_COUNT}\s(?P<noun>halfjaren|halve\sjaren|half\s?jaar|kwartalen|kwartaal"
    r"|perioden?s?|keer)(?P<row>\s(?:achter\selkaar|achtereen|op\s(?:een\s)?rij|na\selkaar))?(?!\w)",
    re.I,
)
_KINDS: dict[str, PeriodKind] = {"h": "halfjaar", "k": "kwartaal"}
_TIME = r"(?:(?:het|de)\s)?(?:(?:begin|start|eind|einde)\s(?:van\s)?)?(?P<since>\S.*)"
_FIRST = re.compile(rf"\bvoor\shet\seerst(?:\ssinds\s{_TIME})?", re.I)
_EACH = re.compile(
    r"\b(?:elk|ieder)e?\s(?:half\s?jaar|kwartaal|\w*periode|keer)(?!\w)(?:\s(?:meer|minder)\b)?", re.I
)
_SINCE = re.compile(rf"\b(?:al\s)?(?:sinds|vanaf)\s{_TIME}", re.I)
_THAN = re.compile(rf"\b(?:dan\s(?:in\s)?|(?:{AGAINST}|sinds)\s)(?P<time>{PREVIOUS})", re.I)
_THAN_EARLIER = re.compile(rf"\b(?:dan\s(?:in\s)?|(?:{AGAINST})\s){EARLIER}", re.I)
_A_YEAR = re.compile(r"(?:19|20)[0-9]{2}(?![\w/-])")


def moves_said(telling: Telling, every: Sequence[NamedSeries]) -> Iterator[Move]:
    """What the sentences of a text say of series, each of one series only."""
    for sentence in BETWEEN_SENTENCES.split(telling.words):
        if not _ANY.search(sentence) or _NOT_TOLD.search(sentence):
            continue
        clauses = _clauses(sentence)
        for at, clause in enumerate(clauses):
            after = clauses[at + 1] if at + 1 < len(clauses) else ""
            limited = _LIMITED.match(after) and (placed_times(after) or _A_YEAR.search(after))
            if limited or (at and _BELOW.match(clause)):
                continue
            by = _BY.search(clause) or _BY.match(after)
            own = clause[: by.start()] if by and by.string is clause else clause
            move = _move(own, every, telling)
            if move and by and move.since.kind == "step" and move.series.is_named_in(f"{clause} {after}"):
                continue
            if move:
                yield replace(move, by=by[0].strip(), words=f"{move.words} {by[0].strip()}") if by else move


def _clauses(sentence: str) -> list[str]:
    """The clauses of a sentence; one that only says since when belongs to the one before it."""
    found: list[str] = []
    for part in _CLAUSES.split(sentence):
        halves = _AND.split(part)
        if found and _GOES_ON.match(part):
            found[-1] = f"{found[-1]} {part}"
        elif len(halves) > 1 and all(map(_ANY.search, halves)):
            found += halves
        else:
            found.append(part)
    return found


def _move(clause: str, every: Sequence[NamedSeries], telling: Telling) -> Move | None:
    clause = " ".join(clause.split())
    is_of_chart = HERE in clause
    clause = _SHOWS.sub("", clause)
    rest, since = _since(clause, every[0].now)
    if since is None or (is_of_chart and since.kind == "step"):
        return None  # the chart may show it elsewhere, as the rule on charts knows
    rest = " ".join(rest.split())
    if of_name := _OF_NAME.fullmatch(rest):
        said, more, rest = of_name["words"], "", of_name["rest"]
    else:
        every_said = [found for found in _SAID.finditer(rest) if not is_town(found[0])]
        if len(every_said) != 1:
            return None
        (found,) = every_said
        said, more = " ".join(found[0].split()), found["more"] or ""
        rest = f"{rest[: found.start()]} {' '.join(said.split()[1:-1])} {rest[found.end() :]}"
    words = [word for word in _WORD.findall(rest) if not _adds_nothing(word)]
    one = meant_by(words, every, telling) if words else telling.only_shown(every) if is_of_chart else None
    if one is None or not _is_only(one, words, rest):
        return None
    if more and not (_ER.search(clause) and _is_counted(one, rest, found.start())):
        return None
    if _SHARE.search(clause) and one.indicator.eenheid != "%":
        return None
    shown = f"{said.split()[0]} … {said.split()[-1]}" if len(said.split()) > _MOST_WORDS else said
    return Move(one, f"{shown} {since.words[:1].lower()}{since.words[1:]}".strip(), way_of(said), since)


_WORD = re.compile(r"[^\W\d_]+(?:[’'][^\W\d_]+)?")
_ER = re.compile(r"\ber\b", re.I)
_MOST_WORDS = 3
_SHARE = re.compile(r"\b(?:aan)?deel\b|\bpercentage\b", re.I)
"""What goes its own way, whatever the number does of which it is one."""


def _adds_nothing(word: str) -> bool:
    return bool(ADDS_NOTHING.fullmatch(word.casefold()) or _ADVERBS.fullmatch(word))


def _is_only(one: NamedSeries, words: Sequence[str], clause: str) -> bool:
    """Whether these words, and all numbers of a clause, are in a series' name, and no other place is."""
    letters, name = letters_of(one), one.indicator.naam.casefold()
    folded = [word.casefold() for word in words]
    known = all(word[:_LETTERS] in letters if len(word) > _SHORT else word in name for word in folded)
    numbers = set(re.findall(r"[0-9]+", clause)) <= set(re.findall(r"[0-9]+", name))
    elsewhere = one.short is not None and not one.is_in_full(clause) and one.short.is_elsewhere(clause)
    return known and numbers and not elsewhere


_LETTERS, _SHORT = 6, 3


def _is_counted(one: NamedSeries, clause: str, at: int) -> bool:
    """Whether what a series counts stands right behind 'meer' or 'minder'."""
    behind = [word.casefold()[:_LETTERS] for word in _WORD.findall(clause[at:])[:2]]
    return any(word in letters_of(one) for word in behind)


def _since(clause: str, now: Periode) -> tuple[str, Since | None]:
    """A clause without its words of time, and since when they say it; None where that is another time."""
    since = Since()
    if row := _ROW.search(clause):
        kind = _KINDS.get(row["noun"][0].lower(), now.kind)
        if not (row["still"] or row["row"]) or kind != now.kind:
            return clause, None
        count = int(row["count"]) if row["count"].isdecimal() else number_of_word(row["count"]) or 0
        is_past = not row["still"] and re.search(rf"\b(?:{MOVED})\b", clause, re.I)
        since = Since("run" if is_past else "row", row[0].strip(), count)
        clause = f"{clause[: row.start()]} {clause[row.end() :]}"
    elif first := _FIRST.search(clause):
        start, end = _start(first, now)
        if first["since"] and start is None:
            return clause, None
        since = Since("first", clause[first.start() : end].strip(), start=start)
        clause = f"{clause[: first.start()]} {clause[end:]}"
    elif than := _THAN.search(clause):
        clause = f"{clause[: than.start()]} dan {clause[than.end() :]}"
    elif earlier := _THAN_EARLIER.search(clause):
        periods = list(dict.fromkeys(one for one in meant(earlier, now, is_flow=False) if one is not None))
        if periods != [now.previous]:
            since = Since("against", earlier[0], periods=tuple(periods))
        clause = f"{clause[: earlier.start()]} dan {clause[earlier.end() :]}"
    if each := _EACH.search(clause):
        since = replace(since, kind="each", words=each[0])
        clause = f"{clause[: each.start()]} {clause[each.end() :]}"
    if since.kind in ("step", "each") and (found := _SINCE.search(clause)):
        start, end = _start(found, now)
        if start is None:
            return clause, None
        words = f"{since.words} {clause[found.start() : end].strip()}".strip()
        since = Since("each" if since.kind == "each" else "all", words, start=start)
        clause = f"{clause[: found.start()]} {clause[end:]}"
    clause = _THIS.sub(
        lambda said: said[0] if re.search(r"eerste|tweede|derde|vierde", said[0]) else " ", clause
    )
    named = placed_periods(clause)
    if any(not one.may_be(now) for _, _, one in named):
        return clause, None
    for begin, end, _ in reversed(named):
        clause = f"{clause[:begin]} {clause[end:]}"
    return clause, since


def _start(found: re.Match[str], now: Periode) -> tuple[date | None, int]:
    """The last day of the time since which something is said, and where the words for it end.

    Of a year that is its last day: it says nothing of when in it.
    """
    if not found["since"]:
        return None, found.end()
    at = found.start("since")
    if year := _A_YEAR.match(found.string, at):
        return date(int(year[0]), 12, 31), year.end()
    placed = [one for one in placed_times(found.string[at:]) if one[0] == 0]
    if not placed:
        return None, found.end()
    _, end, named = placed[0]
    return named.near(now)[1], at + end
