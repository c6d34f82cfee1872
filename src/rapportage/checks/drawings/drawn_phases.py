"""What a description says of rows in a state: of a phase of a plan, and of a table all but one."""

from __future__ import annotations

import re

from rapportage.checks.drawings.drawn_facts import Drawing
from rapportage.checks.drawings.drawn_states import rows_said
from rapportage.checks.drawings.drawn_words import COUNT
from rapportage.dutch import BETWEEN_SENTENCES

_PART = re.compile(r"(?:[,:;]\s|\s(?:en|maar|terwijl|waar)\s)")
_SAID = {
    "afgerond": re.compile(
        r"\b(?:is|zijn)\s(?:(?:al|inmiddels|nu)\s)?(?:afgerond|klaar|voltooid|gereed|af)\b", re.I
    ),
    "bezig": re.compile(
        r"\bwordt\s(?:(?:nu|nog|hard)\s){0,2}gewerkt\b"
        r"|\b(?:is|zijn)\s(?:(?:nu|nog)\s)?(?:bezig|gaande|in\suitvoering)\b",
        re.I,
    ),
    "komt nog": re.compile(r"\b(?:komt|komen|moet|moeten)\snog\b|\bnog\sniet\s(?:begonnen|gestart)\b", re.I),
}
_UNSURE = re.compile(
    r"\b(?:geen|bijna|deels|gedeeltelijk|was|waren|eerder|vorige?|als|zodra|of|deel\w*|eerste|op\s\w+\sna|behalve"
    r"|alle|alles|overige|andere|rest|hiervoor|daarvoor)\b|(?<!nog\s)niet\b",
    re.I,
)
_WORKED_ON = re.compile(r"\baan\s(?=(?:(?:de|het)\s)?[^\W\d_]+\swordt\b)", re.I)
_NOT_EACH = re.compile(
    rf"\b(?:{COUNT}|overige|andere|rest|alle|alles|onder\s(?:meer|andere)|bijvoorbeeld|vooral|zoals)\b", re.I
)
_FEWEST_ROWS = 4


def other_phase(alt: str, drawing: Drawing) -> str:
    """A phase that a description has in another state than the data have; '' where there is none."""
    for sentence in BETWEEN_SENTENCES.split(alt) if drawing.kind == "fasen" else ():
        for part in _PART.split(_WORKED_ON.sub("", sentence)):
            named = drawing.named(part, 0)
            states = [state for state, form in _SAID.items() if form.search(part)]
            if (
                len(named) != 1
                or len(states) != 1
                or _UNSURE.search(part)
                or drawing.is_aside(part, named[0])
            ):
                continue
            if states[0] != named[0].state:
                row = named[0]
                return f"hier is '{row.name}' '{states[0]}', en in de figuur staat daarbij '{row.state}'"
    return ""


def left_out(alt: str, drawing: Drawing) -> str:
    """The one row of a table of states that a description forgot beside others in that state; '' for none."""
    if drawing.kind != "statustabel" or len(drawing.rows) < _FEWEST_ROWS or _NOT_EACH.search(alt):
        return ""
    said = [row for sentence in BETWEEN_SENTENCES.split(alt) for row, _ in rows_said(sentence, drawing)]
    missing = [row for row in drawing.rows if row not in said]
    if len(missing) != 1 or missing[0] in drawing.named(alt, 0):
        return ""
    alike = any(row.state == missing[0].state for row in said)
    return f"'{missing[0].name}' staat in de figuur, en de tekst noemt de andere wel" if alike else ""
