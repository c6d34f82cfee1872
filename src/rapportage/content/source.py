"""Read YAML and remember the line of every value.

Only what a content file needs of YAML is understood: mappings with text keys, lists, text,
whole and decimal numbers, true, false and null. Anchors, aliases and tags are refused, since
they can make a small file unpack without bound or build objects. A date stays text here, so
that a day that does not exist gets a message of ours.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from decimal import Decimal
from itertools import islice
from typing import Any

import yaml

from rapportage.bounds import MAX_DEPTH, MAX_VALUES
from rapportage.content.yaml_slips import (
    CURLY,
    DRAWN_IN,
    PARTED,
    PATH_IN_QUOTES,
    Slip,
    cut_off,
    drawn_in,
    in_curly_quotes,
    path_in_quotes,
    slip_in_key,
    slip_in_line,
)
from rapportage.errors import TOO_LARGE, ContentError, Place, Problem, refusal
from rapportage.workspace import FORBIDDEN

Path_ = tuple[str | int, ...]
"""The way to a value within a file: keys and positions in lists."""

_SPACE = re.compile("[ \t\n\r\f\x85\u2028\u2029]+")
_LINE_END = re.compile("\r\n|[\r\n\x85\u2028\u2029]")
"""Where PyYAML too counts a line."""
_INT = re.compile(r"-?(?:0|[1-9][0-9]{0,29})")
_DECIMAL = re.compile(r"-?(?:0|[1-9][0-9]{0,29})\.[0-9]{1,30}")
_PERIOD_OR_DAY = re.compile(r"[12][0-9]{3}(?:-[\w-]+)?")
_NEAR = 200
"""So far behind a value at most, a comment may begin that was meant to be part of it."""
_READ_OTHERWISE = re.compile("[\t\r\ufeff\x85\u2028\u2029]|^[ -]*[?%]|^---|^\\.\\.\\.|[|>]\\S*#", re.M)
"""What the parser in C and the one in Python do not take alike, or place alike."""
_CONSTANTS = {"": None, "~": None, "null": None, "true": True, "false": False}

_SYNTAX = {
    "expected <block end>, but found '<scalar>'": (
        "na een tekst tussen aanhalingstekens staat nog iets",
        "staat er een ' of \" in de tekst zelf? zet er dan de andere soort omheen",
    ),
    "mapping values are not allowed": (
        "hier staat een dubbele punt die YAML niet verwacht",
        "zet een tekst met een dubbele punt tussen aanhalingstekens",
    ),
    "'\\t'": ("hier staat een tab", "spring in met spaties"),
    "could not find expected ':'": (
        "hier ontbreekt een dubbele punt na de sleutel",
        "schrijf 'sleutel: waarde'",
    ),
    "while scanning a quoted scalar": (
        "een tekst tussen aanhalingstekens wordt niet gesloten",
        "zet het sluitende aanhalingsteken; begint de tekst zelf met een ', zet er dan \" omheen",
    ),
    "expected <block end>": (
        "de inspringing klopt hier niet",
        "zet regels die bij elkaar horen precies even ver naar rechts",
    ),
    "while parsing a flow": (
        "een lijst of blok tussen haken wordt niet gesloten",
        "controleer de haken; zet een tekst met een komma, ? of : tussen aanhalingstekens",
    ),
    "cannot start any token": (
        "dit teken kan hier niet beginnen",
        "zet de tekst tussen aanhalingstekens",
    ),
}


@dataclass(frozen=True, slots=True)
class Source:
    """Data from a file, with the place of each key and list item."""

    file: str
    data: Any
    positions: dict[Path_, Place]
    lines: dict[Path_, tuple[tuple[int, str], ...]] = field(default_factory=dict)
    """Of each text that is not wholly on the line of its key: its lines with their words."""
    doubts: tuple[Problem, ...] = ()
    """What can be read and was perhaps meant otherwise."""

    def place(self, *path: str | int) -> Place:
        """Where the value at `path` stands, or else the nearest value around it."""
        for end in range(len(path), -1, -1):
            if path[:end] in self.positions:
                return self.positions[path[:end]]
        return Place(self.file)

    def as_written(self, text: str, *path: str | int) -> tuple[str, Place]:
        """The text at `path` with its words on lines as in the file, and where the first of them stands."""
        lines, place = self.lines.get(path), self.place(*path)
        if not lines or _words(text) != [word for _, words in lines for word in _words(words)]:
            return text.replace("\n", " "), place
        (first, _), (last, _) = lines[0], lines[-1]
        above = [""] * (last - first + 1)
        for line, words in lines:
            above[line - first] = words
        return "\n".join(above), replace(place, line=first)


def parse_yaml(text: str, file: str, first_line: int = 1) -> Source:
    """The data in `text`, whose first line is line `first_line` of `file`; raises ContentError."""
    if quick := _at_once(text, file, first_line):
        return quick
    builder = _Builder(text, file, first_line - 1)
    try:
        data = builder.document(yaml.parse(text, Loader=yaml.SafeLoader))
    except yaml.MarkedYAMLError as error:
        raise ContentError([builder.syntax_problem(error)]) from None
    except (yaml.YAMLError, ValueError, OverflowError):  # the last two: an escape that names no character
        raise refusal("dit is geen leesbare YAML", Place(file, first_line), None, "yaml") from None
    return Source(file, data, builder.positions, builder.lines, tuple(builder.doubts))


def _at_once(text: str, file: str, first_line: int) -> Source | None:
    """The data by the parser in C, where that says the same of them and there is nothing to tell."""
    if not hasattr(yaml, "CSafeLoader") or _READ_OTHERWISE.search(text) or not text.endswith("\n"):
        return None
    if "?" in text and ("[" in text or "{" in text):  # refused by one, and not by the other
        return None
    builder = _Builder(text, file, first_line - 1)
    try:
        data = builder.document(yaml.parse(text, Loader=yaml.CSafeLoader))
    except (yaml.YAMLError, ContentError, ValueError, OverflowError):
        return None
    return None if builder.doubts else Source(file, data, builder.positions, builder.lines)


class _Builder:
    """Turns the events of one YAML text into data and positions."""

    def __init__(self, text: str, file: str, offset: int) -> None:
        self.text = text
        self.file = file
        self.offset = offset
        self.last = self.values = 0
        self.positions: dict[Path_, Place] = {}
        self.lines: dict[Path_, tuple[tuple[int, str], ...]] = {}
        self.problems: list[Problem] = []
        self.doubts: list[Problem] = []

    def document(self, events: Iterator[yaml.Event]) -> Any:
        data: Any = None
        seen = False
        for event in events:
            if isinstance(event, yaml.DocumentStartEvent) and seen:
                self.refuse(event, "dit bestand bevat meer dan één YAML-document", "verwijder de regel '---'")
            if isinstance(event, yaml.NodeEvent):
                data, seen = self.node(event, events, ()), True
        if self.problems:
            raise ContentError(self.problems)
        return data

    def node(self, event: Any, events: Iterator[yaml.Event], path: Path_) -> Any:
        start = self.positions.setdefault(path, self.place(event))
        value = self.value(event, events, path)
        end = self.last if self.last > start.line else None
        self.positions[path] = Place(start.file, start.line, start.column, end, _pointer(path))
        return value

    def value(self, event: Any, events: Iterator[yaml.Event], path: Path_) -> Any:
        self.values += 1
        if self.values > MAX_VALUES:
            said = f"dit bestand telt meer dan {MAX_VALUES:_} waarden".replace("_", ".")
            raise refusal(said, self.place(event), "splits het in kleinere bestanden", TOO_LARGE)
        if len(path) > MAX_DEPTH:
            self.refuse(
                event, f"deze YAML is dieper dan {MAX_DEPTH} niveaus genest", "maak de opbouw vlakker"
            )
        if isinstance(event, yaml.AliasEvent) or event.anchor is not None:
            self.refuse(
                event, "ankers en verwijzingen (& en *) mogen niet in de content", "schrijf de waarde uit"
            )
        if event.tag is not None:
            self.refuse(
                event, f"het label '{event.tag}' mag niet in de content", "schrijf de waarde zonder label"
            )
        if isinstance(event, yaml.ScalarEvent):
            self.spread(event, path)
            if not event.style:
                self.distrust(event)
            return self.scalar(event)
        if isinstance(event, yaml.SequenceStartEvent):
            return self.sequence(events, path)
        return self.mapping(events, path)

    def sequence(self, events: Iterator[yaml.Event], path: Path_) -> list[Any]:
        items: list[Any] = []
        last: yaml.Event | None = None
        for event in events:
            if isinstance(event, yaml.SequenceEndEvent):
                self.closed(event)
                break
            self.numbers_apart(last, event)
            last = event
            items.append(self.node(event, events, (*path, len(items))))
        return items

    def mapping(self, events: Iterator[yaml.Event], path: Path_) -> dict[str, Any]:
        items: dict[str, Any] = {}
        for event in events:
            if isinstance(event, yaml.MappingEndEvent):
                self.closed(event)
                break
            key = self.key(event)
            if key in items:
                first = self.positions[(*path, key)].line
                self.problems.append(
                    Problem(
                        "fout",
                        f"de sleutel '{key}' staat er twee keer (eerst op regel {first})",
                        self.place(event),
                        "laat er één staan",
                        "dubbele-sleutel",
                    )
                )
            self.positions[(*path, key)] = self.place(event)
            items[key] = self.node(next(events), events, (*path, key))
        return items

    def key(self, event: yaml.Event) -> str:
        if not isinstance(event, yaml.ScalarEvent):
            hint = "schrijf 'sleutel: waarde'; zet een tekst met {{ … }} tussen aanhalingstekens"
            raise refusal("een sleutel moet een woord zijn", self.place(event), hint, "yaml")
        if slip := slip_in_key(event.value):
            self.refuse(event, slip.message, slip.hint)
        return str(event.value)

    def scalar(self, event: yaml.ScalarEvent) -> str | int | bool | Decimal | None:
        text = str(event.value)
        if event.style == '"' and any(sign in text for sign in "\t\n\r\b\f\a\v\x1b\0"):
            start, end = event.start_mark, event.end_mark
            written = self.text[start.index : end.index] if start and end else ""
            if found := PATH_IN_QUOTES.search(written):
                self.keep(path_in_quotes(found[0]), self.place(event), "yaml")
        if found := FORBIDDEN.search(text):  # written as an escape; as itself no file may hold it
            message = f"hier staat een teken (U+{ord(found[0]):04X}) dat niet in een document kan"
            self.refuse(event, message, "verwijder de code met \\ uit de tekst")
        if event.style:
            return text
        if text in _CONSTANTS:
            return _CONSTANTS[text]
        if _INT.fullmatch(text):
            return int(text)
        return Decimal(text) if _DECIMAL.fullmatch(text) else text

    def distrust(self, event: Any) -> None:
        """Keep what a text without quotes was perhaps not meant to be."""
        start, end = event.start_mark, event.end_mark
        after = self.text[end.index : end.index + _NEAR]  # the rest of a long line is not looked at each time
        if slip := cut_off(event.value, _LINE_END.split(after, maxsplit=1)[0]):
            self.keep(slip, self.at(end), "afgekapt")
        if at := drawn_in(_LINE_END.split(self.text[start.index : end.index])):
            place = self.at(start)
            self.keep(DRAWN_IN, Place(place.file, place.line + at, 1), "regel-erbij")
        if in_curly_quotes(event.value):
            self.doubts.append(Problem("tip", CURLY.message, self.at(start), CURLY.hint, "aanhalingstekens"))

    def numbers_apart(self, one: Any, other: Any) -> None:
        """Keep that two items between brackets were perhaps one number."""
        marks = getattr(one, "end_mark", None), other.start_mark
        if marks[0] and all(isinstance(event, yaml.ScalarEvent) for event in (one, other)):
            between = self.text[marks[0].index - 1 : marks[1].index + 1]
            are_periods = all(_PERIOD_OR_DAY.fullmatch(event.value) for event in (one, other))
            if re.fullmatch("[0-9],[0-9]", between) and not are_periods:
                self.keep(PARTED, self.place(one), "getal-gesplitst")

    def keep(self, slip: Slip, at: Place, rule: str) -> None:
        self.problems.append(Problem("fout", slip.message, at, slip.hint, rule))

    def spread(self, event: Any, path: Path_) -> None:
        """Keep which words stand on which line, where they are on more than one or not beside their key."""
        written = self.text[event.start_mark.index : event.end_mark.index].rstrip()
        first = self.at(event.start_mark).line
        lines = list(enumerate(_LINE_END.split(written), first))
        self.last = lines[-1][0]
        if len(lines) > 1:
            words = _words(str(event.value))
            if event.style in ("|", ">"):
                del lines[0]
            elif event.style:
                lines = list(enumerate(_LINE_END.split(written[1:-1]), first))
            counts = [(line, len(_words(said))) for line, said in lines]
            if sum(count for _, count in counts) == len(words):  # not so where an escape stands for a space
                rest = iter(words)
                self.lines[path] = tuple(
                    (line, " ".join(islice(rest, count))) for line, count in counts if count
                )

    def closed(self, event: Any) -> None:
        """Take in the line of a closing bracket; what is not in brackets ends with what it holds."""
        if event.end_mark.index > event.start_mark.index:
            self.last = self.at(event.end_mark).line

    def place(self, event: yaml.Event) -> Place:
        return self.at(event.start_mark)

    def at(self, mark: Any) -> Place:
        if mark is None:
            return Place(self.file, self.offset + 1)
        return Place(self.file, mark.line + 1 + self.offset, mark.column + 1)

    def refuse(self, event: yaml.Event, message: str, hint: str) -> None:
        raise refusal(message, self.place(event), hint, "yaml")

    def syntax_problem(self, error: yaml.MarkedYAMLError) -> Problem:
        if slip := self.slip_near(error):
            return slip
        said = f"{error.context or ''} {error.problem or ''}"
        for piece, (message, hint) in _SYNTAX.items():
            if piece in said:
                mark = error.context_mark if piece in (error.context or "") else error.problem_mark
                return Problem("fout", message, self.at(mark), hint, "yaml")
        return Problem(
            "fout",
            "dit is geen leesbare YAML",
            self.at(error.problem_mark),
            "controleer inspringing, aanhalingstekens en dubbele punten op deze regel en die erboven",
            "yaml",
        )

    def slip_near(self, error: yaml.MarkedYAMLError) -> Problem | None:
        """The slip on the line of the error, on which it began, or on the line above, which shows late."""
        lines = _LINE_END.split(self.text)
        marks = [mark.line for mark in (error.problem_mark, error.context_mark) if mark is not None]
        for line in dict.fromkeys([*marks, *(one - 1 for one in marks[:1])]):
            slip = slip_in_line(lines[line]) if 0 <= line < len(lines) else None
            if slip is not None:
                at = Place(self.file, line + 1 + self.offset, slip.column)
                return Problem("fout", slip.message, at, slip.hint, "yaml")
        return None


def _pointer(path: Path_) -> str:
    """The keys and positions as one text, escaped as in a JSON Pointer (RFC 6901)."""
    return "/".join(str(step).replace("~", "~0").replace("/", "~1") for step in path)


def _words(text: str) -> list[str]:
    """The words between spaces and line ends; a no-break space parts none."""
    return [word for word in _SPACE.split(text) if word]
