"""What a text says of the states in a table of states: of a named row, or how many have one."""

from __future__ import annotations

import re
from collections.abc import Iterator

from rapportage.checks.drawings.drawn_facts import Drawing, DrawnRow
from rapportage.checks.drawings.drawn_words import CLAUSE, COUNT, NOT_NOW, STATES, count_of, of_others
from rapportage.dutch import BETWEEN_SENTENCES

_PART = re.compile(r"(?:[,:;]\s|\s(?:en|maar|terwijl|waar)\s)")
_ASIDE = re.compile(r"\([^()]*\)")
_OF_ONE = {
    "afgerond": r"(?:is|zijn)\s(?:al\s|inmiddels\s)?(?:afgerond|klaar|af|voltooid|gereed)",
    "op schema": STATES["op schema"],
    "let op": r"(?:vraagt|vragen|verdient|verdienen)\saandacht",
    "loopt achter": r"(?:(?:loopt|lopen|ligt|liggen)\sachter|vertraagd)",
    "niet begonnen": STATES["niet begonnen"],
}
_SAID = {state: re.compile(rf"\b{words}\b", re.I) for state, words in _OF_ONE.items()}
_UNSURE = re.compile(
    r"\b(?:niet|geen|bijna|deels|gedeeltelijk|was|waren|eerder|vorige?|als|of|wordt|worden|weer|op\s\w+\sna|behalve"
    r"|alle|alles|overige|andere|rest)\b",
    re.I,
)
"""What says that a state is not that of the row by itself, now."""
_WORD = re.compile(r"[^\W\d_]+")
_LEAN = frozenset(["de", "het", "een", "en", "van", "in", "op", "aan", "bij", "voor", "met", "ook"])
_LIST = re.compile(rf"(?P<state>{'|'.join(_OF_ONE)}):\s", re.I)
_VERB = r"(?:is|zijn|ligt|liggen|loopt|lopen|staat|staan)"
_OF_THEM = {
    state: re.compile(
        rf"\b{_VERB}\ser\s(?:(?:nu|al|inmiddels|nog|volgens\s\S+)\s)?(?P<count>{COUNT})\s{words}\b"
        rf"|(?<![\w-])(?P<first>{COUNT})(?:\svan\s(?:de|deze|onze)\s{COUNT})?(?P<noun>(?:\s[\w'’-]+){{0,2}})\s{_VERB}\s{words}\b",
        re.I,
    )
    for state, words in STATES.items()
}
"""'Daarvan zijn er twee afgerond', also in a list of states behind one verb, and 'Twee acties zijn klaar'."""
_OR = {state: re.compile(rf"\s(?:of|en|dan\swel)\s{words}\b", re.I) for state, words in STATES.items()}
"""Behind one state: what is counted has that one, or this."""
_OF_MORE = re.compile(rf"\b(?:{COUNT}\svan\s(?:de|deze)|ruim|bijna|minstens|meer|minder)\b", re.I)
_ALL = re.compile(
    rf"(?<![\w-])(?P<count>{COUNT})\s(?:[a-z]+e\s)?"
    r"(?:acties|onderwerpen|projecten|maatregelen|opgaven|doelen|afspraken|thema['’]s)\b",
    re.I,
)
_HEADED = re.compile(
    r"(?:hoe\s(?:het\s(?:staat|gaat|is)\smet|ver(?:\s(?:het\s(?:is|staat)|(?:wij|we)\szijn)\smet)?)\s|(?:de\s)?(?:stand|voortgang)(?:\svan\szaken)?\s(?:van|bij|met)\s)?"
    rf"(?P<rows>(?:de|deze|onze)\s(?P<count>{COUNT})\s[^\W\d_]+(?:en|['’]?s))\b",
    re.I,
)
"""A caption that begins with how many rows there are: 'Hoe het staat met de vijf verbeterpunten'."""


def other_states(sentence: str, drawing: Drawing, before: str = "") -> str:
    """What a sentence about the rows says of their states, and is otherwise; '' where there is none."""
    if drawing.kind != "statustabel" or NOT_NOW.search(sentence):
        return ""
    text = f"{before} {sentence}"
    if drawing.is_spoken_of(text) and not of_others(text, len(drawing.rows)):
        for found, state, count in _counted(sentence, drawing):
            if found["first"] is None or not drawing.tells_more(found["noun"]):
                return _told_of_count(found[0], state, count)
    rows = drawing.named(sentence)
    return other_state(sentence, drawing, rows) if len(rows) == 1 and not drawing.narrows(sentence) else ""


def other_state(text: str, drawing: Drawing, among: list[DrawnRow] | None = None) -> str:
    """What a text says of the state of one row, where the data have another; '' where it does not."""
    for sentence in BETWEEN_SENTENCES.split(_ASIDE.sub("", text)):
        said = [one for one in rows_said(sentence, drawing) if among is None or one[0] in among]
        right = {row.name for row, state in said if row.state == state}
        for row, state in said:
            if row.name not in right:
                return f"hier is '{row.name}' '{state}', en in de figuur staat daarbij '{row.state}'"
    return ""


def rows_said(sentence: str, drawing: Drawing) -> Iterator[tuple[DrawnRow, str]]:
    """The rows that a sentence gives a state, each with that state."""
    if listed := _LIST.match(sentence):
        rest = sentence[listed.end() :]
        if not any(form.search(rest) for form in _SAID.values()):
            yield from ((row, listed["state"].lower()) for row in drawing.named(rest, 0))
        return
    waiting: list[DrawnRow] = []
    for part in _PART.split(sentence):
        named = drawing.named(part, 0)
        states = [one for one, form in _SAID.items() if form.search(part)]
        bare = _SAID["niet begonnen"].sub("", part)
        names = {one for row in named for one in _WORD.findall(row.name.lower())}
        others = " ".join(one for one in bare.split() if one.lower().strip(".,") not in names)
        unsure = _UNSURE.search(others) or any(drawing.is_aside(part, row) for row in named)
        if len(states) == 1 and len(named) == 1 and not unsure:
            yield from ((row, states[0]) for row in (*waiting, *named))
        known = _LEAN.union(*(_WORD.findall(row.name.lower()) for row in named))
        only_named = named and {one.lower() for one in _WORD.findall(part)} <= known
        waiting = [*waiting, *named] if only_named and not states else []


def other_count(text: str, drawing: Drawing) -> str:
    """What a description or caption counts of the rows, where there are others; '' where it does not."""
    states, rows = [one.state for one in drawing.rows], len(drawing.rows)
    for clause in CLAUSE.split(text):
        if _OF_MORE.search(clause):
            continue
        for found, state, count in _counted(clause, drawing):
            return _told_of_count(found[0], state, count)
        counted = list(_ALL.finditer(clause))
        says_state = any(form.search(clause) for form in _OF_THEM.values())
        if states[0] and len(counted) == 1 and not says_state and count_of(counted[0]["count"]) != rows:
            return f"hier staat '{counted[0][0]}', en in de figuur staan er {rows}"
    return ""


def other_caption(caption: str, drawing: Drawing) -> str:
    """A caption that begins with another count than there are rows; '' where it does not."""
    found, rows = _HEADED.match(caption), len(drawing.rows)
    if not found or drawing.kind not in ("statustabel", "doelen") or count_of(found["count"]) == rows:
        return ""
    return f"hier staat '{found['rows']}', en in de figuur staan er {rows}"


def _counted(text: str, drawing: Drawing) -> Iterator[tuple[re.Match[str], str, int]]:
    """Each state of which a text counts another number of rows than have it, with how many do."""
    states = [one.state for one in drawing.rows]
    for state, form in _OF_THEM.items():
        if found := form.search(text):
            meant = [state, *(one for one, also in _OR.items() if also.match(text, found.end()))]
            count = sum(map(states.count, meant))
            if count_of(found["count"] or found["first"]) != count:
                yield found, "' of '".join(meant), count


def _told_of_count(said: str, state: str, count: int) -> str:
    return f"hier staat '{said}', en in de figuur staat '{state}' {count} keer"
