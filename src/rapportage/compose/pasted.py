"""Lines as people paste them from Word, Excel and mail, turned into the Markdown that was meant.

What can be meant in one way only becomes that; what cannot is an error with the Markdown to write:
Markdown itself would run such lines together without a word. A line stays on its own line, so that
places stay true.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import groupby, pairwise

from rapportage.content.fields import EXPRESSION
from rapportage.dutch import count_text
from rapportage.numerals import letters, roman
from rapportage.typed import typed_number

_BULLETS = "•▪◦●○‣■□➢►❖→"
"""Signs that begin an item of a list, with or without a space behind them."""
_BULLET = re.compile(
    rf"(?P<indent>\s*)(?:(?P<sign>[{_BULLETS}])\s*|(?P<letter>[o§·])\t\s*|(?P<dash>[-*+])\xa0\s*)(?P<rest>\S.*)"
)
_LOOSE_BULLET = re.compile(
    r"(?P<indent>\s*)(?:(?P<sign>[–—])\s+|(?P<letter>[o·]) +|(?P<dash>-)(?=[^\W\d_]))(?P<rest>\S.*)"
)
"""What begins an item only beside others that do: a dash, the letter o, a hyphen without a space."""
_ITEM = re.compile(r"(?P<indent>\s*)(?:[-*+]|(?P<number>[0-9]{1,9})[.)])(?:\s+|$)")
_LETTERED = re.compile(r"(?P<indent>\s*)(?P<label>[a-z]{1,4})[.)][\s\xa0]+(?P<rest>\S.*)")
_TIGHT_NUMBER = re.compile(r"(?P<indent>\s*)(?P<number>[0-9]{1,3}[.)])(?:\xa0\s*|(?=[^\W\d_]))(?P<rest>\S.*)")
_STRAY_LABEL = re.compile(
    r"\s{0,3}(?P<label>\([0-9a-zA-Z]{1,4}\)|[A-Z][.)]|[0-9]{1,3}[°e:]|[IVX]{1,4}[.)]"
    r"|[0-9]{1,3}(?:\.[0-9]{1,3}){1,3}\.?|\*\*[0-9]{1,3}[.)]|(?:Artikel|Ad|Lid|Stap|Punt) [0-9]{1,3}[.:]?)"
    r"(?:\s+|\*\*\s+)\S"
)
_STRAY_NUMBER = re.compile(r"\s{0,3}(?P<number>[0-9]{1,3})[.)]\s+\S")
_CLOSING_SENTENCE = re.compile(r"[A-ZÀ-Þ]\S* ")
_HEADING = re.compile(r"(?P<marks>#{2,6})\xa0*(?P<rest>[^\s#].*)")
_BOX = re.compile(r"(?P<marks>\s{0,3}:{3,})\s*(?P<word>kader|tabel|liggend)\b(?P<rest>.*)", re.I)
_POSTCODE = re.compile(r"[1-9][0-9]{3} ?[A-Z]{2}\s+\S.*")
_ROW = re.compile(r"\s{0,3}\|(?P<cells>.*\S.*)\|\s*")
_RULE = re.compile(r"\s{0,3}\|?[\s:|-]*-[\s:|-]*")
_BLOCK_MARK = re.compile(r"\s*(?:`|~|#|>|\||:::|\[|<|!|=|-|\*(?!\*)|\+|[0-9]+[.)]|\\)")
_COMMENT = re.compile(r"<!--(?:.*?-->|.*\Z)", re.S)
_NOTE = re.compile(r"\[\^(?P<name>[^\]\s]+)\]:")
_SENTENCE = 20
"""A line of at least so many letters that ends without a sign may go on on the next."""
_SHORT, _LONGEST_ADDRESS = 45, 60
"""Lines up to the first, each with a capital, are no wrapped sentence; an address goes up to the second."""

_REFUSED = (
    (
        re.compile(r"\s{0,3}\+[-=]+(?:\+[-=]+)+\+\s*"),
        "een tabel met streepjes en plussen wordt hier niet gelezen",
        "schrijf | Kop | Kop |, daaronder |---|---|, en dan de rijen",
    ),
    (
        re.compile(r"!!! .*|> ?\[!.*"),
        "een blok met ! wordt hier niet gelezen",
        "schrijf '::: kader Titel', dan de tekst, en op een eigen regel ':::'",
    ),
    (
        re.compile(r"\s{0,3}\|(?:\s*[—–]+\s*\|)+\s*"),
        "de streepjes onder de kop zijn in een ander teken veranderd",
        "schrijf |---|---| met gewone streepjes",
    ),
    (
        re.compile(r":[ \t]{1,4}\S.*"),
        "een regel die met een dubbele punt begint, komt achter de regel erboven te staan",
        "schrijf '**Woord**: uitleg', of maak er een lijst van: '- **Woord**: uitleg'",
    ),
    (
        re.compile(r"\s{0,3}\|[ \t][^|]*[^|\s][^|]*"),
        "een regel die met | begint, is hier geen tabel en geen vaste regel",
        "sluit elke regel af met \\ om een nieuwe regel te beginnen, of maak er een tabel van",
    ),
    (
        re.compile(r"\s*(?:[-*+]|[0-9]+[.)])\s+\[[ xX]\]\s+\S.*"),
        "een vakje om af te vinken staat letterlijk in het stuk",
        "laat [ ] weg, en schrijf in woorden wat gedaan is; wat nog moet, is een [open: …]",
    ),
    (
        re.compile(r"\[[^\]^@]+\]:\s+\S+\s+\S.*"),
        "een regel die met [woord]: begint, is hier geen voetnoot",
        "schrijf [^1] in de tekst, en [^1]: … op een eigen regel",
    ),
    (
        re.compile(r"\*\[[^\]]+\]:.*"),
        "een afkorting wordt niet in de tekst uitgelegd",
        "zet haar met haar betekenis in content/begrippen.yaml",
    ),
)
"""What other kinds of Markdown know: the line, what is said of it, and what to write."""


@dataclass(frozen=True, slots=True)
class Notice:
    """What is told of a line, counted from 0: a tip, or with `wrong` an error."""

    line: int
    message: str
    hint: str
    wrong: bool = True


@dataclass
class Unpasted:
    """The text with what was meant, line by line; rows of tables and lettered items by their first line."""

    lines: list[str]
    notices: list[Notice] = field(default_factory=list)
    tables: dict[int, list[list[str]]] = field(default_factory=dict)
    """The cells of each table that stands on lines of its own without Markdown's rule, headings first."""
    labelled: dict[int, str] = field(default_factory=dict)
    """What the items that begin on these lines are counted in: 'letters' or 'romeins'."""

    def tip(self, line: int, message: str, hint: str) -> None:
        """Say once what was understood."""
        if all(one.message != message for one in self.notices):
            self.notices.append(Notice(line, message, hint, wrong=False))

    def refuse(self, line: int, message: str, hint: str) -> None:
        """Say what cannot be understood."""
        self.notices.append(Notice(line, message, hint))


def unpasted(text: str) -> Unpasted:
    """The text as Markdown that means what it looks like, with what is told about it."""
    made = Unpasted(text.split("\n"))
    hidden = _hidden(text)
    _notes_twice(made, hidden)
    for at, words in enumerate(made.lines):
        if found := _BOX.fullmatch(words):  # capitals and blanks do not matter in it
            made.lines[at] = f"{found['marks']} {found['word'].lower()}{found['rest']}"
    for group in _lettered_groups(made.lines, hidden):
        _letters(made, group)
    signs: list[str] = []
    counts: dict[int, int] = {}
    for chunk in _chunks(made.lines, hidden):
        if not _bullets(made, chunk, signs):
            signs = []
        for line in chunk:
            _headings(made, line)
        if _refuse(made, chunk):
            continue
        if made.lines[chunk[-1]].endswith("\\") and not made.lines[chunk[-1]].endswith("\\\\"):
            made.lines[chunk[-1]] = made.lines[chunk[-1]][:-1]  # behind the last line nothing can go on
        _tables(made, chunk)
        _numbers(made, chunk)
        _nesting(made, chunk)
        if not _ITEM.match(made.lines[chunk[0]]) and not made.lines[chunk[0]].startswith("  "):
            counts = {}
        _stray_items(made, chunk, counts)
        _single_items(made, chunk)
        _short_lines(made, chunk)
    return made


def _hidden(text: str) -> set[int]:
    """The lines that a note to oneself, or an expression on several lines, takes, all or in part."""
    return {*_lines_of(text, _COMMENT), *_lines_of(text, EXPRESSION, several=True)}


def _lines_of(text: str, pattern: re.Pattern[str], *, several: bool = False) -> Iterator[int]:
    """The lines on which something of this pattern stands; those of `several` lines only, if so."""
    line = at = 0
    for found in pattern.finditer(text):
        line += text.count("\n", at, found.start())
        at = found.start()
        below = found[0].count("\n")
        if below or not several:
            yield from range(line, line + below + 1)


def _chunks(lines: Sequence[str], hidden: set[int]) -> Iterator[list[int]]:
    """The runs of lines between empty ones, and those that begin or end a box."""

    def filled(at: int) -> bool:
        return bool(lines[at].strip()) and not lines[at].lstrip().startswith(":::") and at not in hidden

    numbered = groupby(range(len(lines)), key=filled)
    return (list(run) for is_filled, run in numbered if is_filled)


def _notes_twice(made: Unpasted, hidden: set[int]) -> None:
    seen: set[str] = set()
    for at, line in enumerate(made.lines):
        found = _NOTE.match(line) if at not in hidden else None
        if found and found["name"] in seen:
            message = f"voetnoot '{found['name']}' staat er twee keer"
            made.refuse(at, message, "geef een van beide een andere naam, of laat er één staan")
        elif found:
            seen.add(found["name"])


# --- lists -----------------------------------------------------------------------------------


def _bullets(made: Unpasted, chunk: list[int], signs: list[str]) -> bool:
    """Make items of lines that begin with a sign; whether the chunk is such a list.

    A sign that comes after another belongs to items within its items; `signs` are those seen so far.
    """
    sure = {at: found for at in chunk if (found := _BULLET.fullmatch(made.lines[at]))}
    sure |= _beside_others(made, chunk, bool(sure))
    for at in sorted(sure):
        sign = _sign(sure[at])
        level = signs.index(sign) if sign in signs else len(signs)
        del signs[level:]
        signs.append(sign)
        indent = len(sure[at]["indent"].expandtabs(4)) if len(signs) == 1 else 0
        made.lines[at] = " " * (indent if indent < 4 else 0) + "  " * level + "- " + sure[at]["rest"]
        made.tip(
            at,
            "opsommingstekens uit een ander programma zijn als lijst gelezen",
            "schrijf '- ' voor elk punt, en twee spaties meer voor een punt daarbinnen",
        )
    return bool(sure)


def _beside_others(made: Unpasted, chunk: list[int], sure: bool) -> dict[int, re.Match[str]]:
    """The lines whose sign begins an item here; a single dash in the midst of a text may go on with it."""
    loose = {at: found for at in chunk if (found := _LOOSE_BULLET.fullmatch(made.lines[at]))}
    signs = [_sign(found) for found in loose.values()]
    items = {}
    for at, found in loose.items():
        sign = _sign(found)
        begins = at == chunk[0] or made.lines[at - 1].rstrip().endswith(":")
        if sure or signs.count(sign) > 1 or (sign in "–—" and begins):
            items[at] = found
        elif sign in "–—":
            made.refuse(
                at,
                "begint hier een punt van een lijst, of gaat de zin door?",
                "schrijf '- ' voor een punt, of zet het streepje op de regel erboven",
            )
    return items


def _sign(found: re.Match[str]) -> str:
    return str(found["sign"] or found["letter"] or found["dash"])


def _letters(made: Unpasted, chunk: list[int]) -> None:
    """Make items of lines that count on in letters or Roman numerals; refuse those that do not."""
    found = {at: one for at in chunk if (one := _LETTERED.fullmatch(made.lines[at]))}
    for run in _same_indent(made.lines, chunk, found):
        labels = [found[at]["label"] for at in run]
        for kind, label in (("romeins", roman), ("letters", letters)):
            start = _COUNTS[kind].get(labels[0])
            if start is None or len(run) < 2 or labels != [label(start + step) for step in range(len(run))]:
                continue
            for number, at in enumerate(run, start):
                # Another sign behind the number than digits have: Markdown would count both lists on as one.
                sign = ")" if kind == "letters" else "."
                made.lines[at] = f"{found[at]['indent']}{number}{sign} {found[at]['rest']}"
                made.labelled[at] = kind
            made.tip(
                run[0], "een lijst met letters is als lijst gelezen", "zo blijft zij met letters genummerd"
            )
            break
        else:
            if len(run) > 1 and all(label in _COUNTS["letters"] for label in labels):
                made.refuse(
                    run[0],
                    f"deze letters tellen niet door: {', '.join(labels[:6])}",
                    "laat de letters opeenvolgen, of schrijf '- ' voor elk punt",
                )


def _lettered_groups(lines: Sequence[str], hidden: set[int]) -> Iterator[list[int]]:
    """The chunks that hold lettered lines; those that begin with one go on with the chunk before."""
    group: list[int] = []
    for chunk in _chunks(lines, hidden):
        if group and not (_LETTERED.fullmatch(lines[chunk[0]]) and _LETTERED.fullmatch(lines[group[0]])):
            yield group
            group = []
        group = [*group, *chunk]
    if group:
        yield group


_COUNTS = {
    "letters": {letters(number): number for number in range(1, 27)},
    "romeins": {roman(number): number for number in range(1, 40)},
}
"""The number of each label that a list may count in."""


def _same_indent(
    lines: Sequence[str], chunk: list[int], found: Mapping[int, re.Match[str]]
) -> list[list[int]]:
    """The lettered lines that are items of one list: set in alike, with none between that is set in less."""
    runs: list[list[int]] = []
    open_runs: dict[int, list[int]] = {}
    for at in chunk:
        indent = len(lines[at]) - len(lines[at].lstrip())
        if at not in found:
            continue
        for deeper in [one for one in open_runs if one > indent]:
            del open_runs[deeper]
        if indent not in open_runs:
            open_runs[indent] = []
            runs.append(open_runs[indent])
        open_runs[indent].append(at)
    return runs


def _numbers(made: Unpasted, chunk: list[int]) -> None:
    """Put the space that Markdown wants behind a number at the begin of a list."""
    for at in chunk:
        found = _TIGHT_NUMBER.fullmatch(made.lines[at])
        if found and (at == chunk[0] or _ITEM.match(made.lines[at - 1])):
            made.lines[at] = f"{found['indent']}{found['number']} {found['rest']}"
            made.tip(
                at,
                "een nummer zonder spatie is als punt van een lijst gelezen",
                "schrijf '1. ' met een spatie",
            )


def _nesting(made: Unpasted, chunk: list[int]) -> None:
    """Let bullets below a number stand within its item, also where they are set in by too few spaces."""
    room, shift = 0, 0
    for at in chunk:
        line = made.lines[at]
        found = _ITEM.match(line)
        indent = len(line) - len(line.lstrip(" "))
        if found and indent == 0:
            room, shift = (len(found[0]) if found["number"] else 0), 0
        elif found and room and 0 < indent < room and not shift:
            shift = room - indent
        if shift and indent:
            made.lines[at] = " " * shift + line


def _single_items(made: Unpasted, chunk: list[int]) -> None:
    """Refuse a single item in the midst of a sentence, whose sign may be a minus, a dash or a number."""
    items = [at for at in chunk if _ITEM.match(made.lines[at])]
    for at in items if len(items) == 1 and items[0] != chunk[0] else ():
        before = made.lines[at - 1].rstrip()
        if len(before) >= _SENTENCE and not before.endswith((":", ".", ";", "!", "?")):
            sign = made.lines[at].split(maxsplit=1)[0]
            made.refuse(
                at,
                f"begint hier met '{sign}' een lijst, of gaat de zin door?",
                f"zet er een witregel voor als het een lijst is; zet '{sign}' anders op de regel erboven",
            )
    for above, at in pairwise(chunk):
        if made.lines[above].startswith(">") and not made.lines[at].lstrip().startswith(">"):
            message = "deze regel komt bij het citaat erboven"
            made.refuse(at, message, "zet er een witregel voor, of begin hem ook met '> '")


def _stray_items(made: Unpasted, chunk: list[int], last: dict[int, int]) -> None:
    """Refuse lines that look like items and would run on behind the line above, or be counted otherwise."""
    in_list = made.lines[chunk[0]].startswith("  ")  # a further paragraph of an item
    for at in chunk:
        line = made.lines[at]
        number = _STRAY_NUMBER.match(line)
        if number and at != chunk[0] and not in_list and number["number"] != "1":
            made.refuse(
                at,
                f"deze regel begint met '{number['number']}.' en komt achter de regel erboven te staan",
                "zet '1. ' voor het eerste punt, met een witregel ervoor; of zet het getal een regel hoger",
            )
        if line.startswith("\t") and at != chunk[0] and not in_list and "\t" not in line.strip():
            message = "deze regel springt met een tab in en komt achter de regel erboven te staan"
            made.refuse(at, message, "schrijf '- ' als het een punt van een lijst is")
            break
        item = _ITEM.match(line)
        if item and item["number"] and at not in made.labelled:
            _counted_on(made, at, len(item["indent"]), int(item["number"]), last)
        if in_list and not item and _CLOSING_SENTENCE.match(line):
            made.refuse(
                at,
                "deze regel komt achter het punt erboven te staan",
                "zet er een witregel voor, of spring zo ver in als de tekst van het punt",
            )
        in_list = in_list or item is not None
    strays = [(at, found["label"]) for at in chunk if (found := _STRAY_LABEL.match(made.lines[at]))]
    if len(strays) > 1 and not re.fullmatch(r"[B-HJ-Z][.)]", strays[0][1]):
        at, label = strays[0]
        message = f"regels die met '{label}' beginnen, zijn hier geen lijst en lopen aan elkaar"
        made.refuse(at, message, "schrijf '1. ' of 'a. ' voor elk punt, of '- ' voor een punt zonder nummer")


def _counted_on(made: Unpasted, at: int, indent: int, number: int, last: dict[int, int]) -> None:
    """Refuse a number that the paper would count otherwise; `last` are those before it, by their indent."""
    for deeper in [one for one in last if one > indent]:
        del last[deeper]
    before = last.get(indent)
    if before is not None and number != before + 1 and not (number == before == 1):
        made.refuse(
            at,
            f"na {before} komt hier {number}, en het stuk telt door met {before + 1}",
            "laat de nummers opeenvolgen; een lijst die opnieuw begint, krijgt er tekst tussen",
        )
    last[indent] = number


# --- tables ----------------------------------------------------------------------------------


def _tables(made: Unpasted, chunk: list[int]) -> None:
    """Find the rows that tabs or pipes part, without the rule that Markdown asks for."""
    for split in (_by_tabs, _by_pipes):
        rows = {at: cells for at in chunk if (cells := split(made.lines[at]))}
        for run in _runs(sorted(rows)):
            _table(made, run, [rows[at] for at in run], chunk, split is _by_tabs)


def _runs(numbers: Sequence[int]) -> Iterator[list[int]]:
    """The numbers that follow each other, together."""
    for _, run in groupby(enumerate(numbers), key=lambda one: one[1] - one[0]):
        yield [number for _, number in run]


def _by_tabs(line: str) -> list[str]:
    if (
        "\t" not in line.strip()
        or _ITEM.match(line)
        or _LETTERED.fullmatch(line)
        or line.startswith((">", "#", "|"))
        or not line.strip()
    ):
        return []
    cells = [cell.strip(" \xa0") for cell in line.split("\t")]
    return cells if any(cells[1:]) else []


def _by_pipes(line: str) -> list[str]:
    found = _ROW.fullmatch(line)
    cells = [cell.strip() for cell in re.split(r"(?<!\\)\|", found["cells"])] if found else []
    return cells if len(cells) > 1 else []


def _table(made: Unpasted, run: list[int], rows: list[list[str]], chunk: list[int], tabs: bool) -> None:
    if not tabs and (any(_RULE.fullmatch(made.lines[at]) for at in run) or _behind_rows(made, run, chunk)):
        return  # Markdown's own table
    if tabs and run[0] != chunk[0] and _RULE.fullmatch(made.lines[run[0] - 1]):
        return
    widths = {len(row) for row in rows}
    what = "tabs" if tabs else "streepjes (|)"
    if len(rows) > 1 and len(widths) == 1 and _has_headings(rows, tabs):
        made.tables[run[0]] = rows
        count = count_text(len(rows[0]), "kolom", "kolommen")
        made.tip(
            run[0],
            f"regels met {what} zijn als tabel van {count} gelezen",
            "schrijf haar met | tussen de cellen en |---|---| onder de kop om zeker te zijn",
        )
        return
    otherwise = "; is het geen tabel, zet dan spaties voor de tabs en \\ achter elke regel" if tabs else ""
    if tabs and len(rows) == 1 and len(made.lines[run[0]].split()) > 3:
        made.lines[run[0]] = re.sub(r"\s*\t\s*", " ", made.lines[run[0]]).strip()  # a tab within a sentence
        return
    message = f"deze regels met {what} lopen aan elkaar"
    if len(widths) > 1:
        message += f": de ene heeft {min(widths)} cellen, de andere {max(widths)}"
    hint = f"maak er een tabel van: | Kop | Kop |, daaronder |---|---|, en dan de rijen{otherwise}"
    made.refuse(run[0], message, hint)


def _behind_rows(made: Unpasted, run: list[int], chunk: list[int]) -> bool:
    """Whether a table's rule stands right above, so that these are its rows."""
    return run[0] > chunk[0] and _RULE.fullmatch(made.lines[run[0] - 1]) is not None


def _has_headings(rows: list[list[str]], tabs: bool) -> bool:
    """Whether the first row can be nothing else than the headings of what stands below it."""
    head, *body = rows
    if not tabs:
        return True
    if any(cell.endswith(":") for cell in head) or not all(head[1:]):
        return False
    years = all(re.fullmatch("[12][0-9]{3}", cell) or not is_number(cell) for cell in head[1:])
    numbers = any(is_number(cell) for row in body for cell in row[1:])
    return years and (numbers or len(head) > 2 or not head[0])


def is_number(cell: str) -> bool:
    """Whether a cell of a pasted table holds a number."""
    return typed_number(cell) is not None or re.fullmatch(r"-?[0-9]+\.[0-9]+%?", cell) is not None


# --- single lines ----------------------------------------------------------------------------


def _headings(made: Unpasted, at: int) -> None:
    if found := _HEADING.fullmatch(made.lines[at]):
        made.lines[at] = f"{found['marks']} {found['rest']}"
        made.tip(at, "een kop zonder spatie achter # is als kop gelezen", "schrijf '## Kop' met een spatie")


def _refuse(made: Unpasted, chunk: list[int]) -> bool:
    """Refuse what other kinds of Markdown know; whether the chunk holds such a thing."""
    for pattern, message, hint in _REFUSED:
        if at := [at for at in chunk if pattern.fullmatch(made.lines[at])]:
            made.refuse(at[0], message, hint)
            return True
    return False


def _short_lines(made: Unpasted, chunk: list[int]) -> None:
    """Keep the lines of an address apart; refuse other short lines that each begin anew."""
    lines = [made.lines[at].rstrip() for at in chunk]
    if any(_BLOCK_MARK.match(line) or line.endswith("\\") for line in lines) or made.tables.get(chunk[0]):
        return
    if any(one.wrong and one.line in chunk for one in made.notices[-3:]):
        return  # these lines are told of already
    short = max(map(len, lines))
    if len(lines) > 1 and short <= _LONGEST_ADDRESS and any(map(_POSTCODE.fullmatch, lines)):
        for at in chunk[:-1]:
            made.lines[at] = made.lines[at].rstrip() + "\\"
        made.tip(chunk[0], "een adres is regel voor regel gelezen", _LINE_BY_LINE)
    elif len(lines) > 1 and short <= _SHORT and _begin_anew(lines):
        hint = f"{_LINE_BY_LINE}, of zet ze achter elkaar"
        made.refuse(chunk[0], "deze korte regels lopen aan elkaar", hint)


_LINE_BY_LINE = "sluit elke regel behalve de laatste af met \\ om ze onder elkaar te houden"
_LABEL = re.compile(r"(?:\*\*)?[^\W\d_][\w ]{0,30}:(?:\*\*)?\s+\S")
_GOES_ON = re.compile(
    r"\b(?:van|en|de|het|een|in|op|te|naar|onder|voor|met|aan|of|is|zijn|bij|om|dat|die|tot|door|als|er|wij)\Z"
    r"|[-–(]\Z"
)


def _begin_anew(lines: list[str]) -> bool:
    """Whether each of these short lines is one of its own, and none goes on on the next."""
    if any(_GOES_ON.search(line) for line in lines[:-1]) or any("{" in line or "[" in line for line in lines):
        return False
    if all(_LABEL.match(line) for line in lines):
        return True
    capitals = all(line[:1].isupper() or line[:1].isdigit() for line in lines)
    ended = [line[-1] in ".;?!" for line in lines[:-1]]
    first_opens = lines[0][-1] in ":,"
    if capitals and not any(ended) and not any(line[-1] in ",:" for line in lines[1:-1]):
        return len(lines) > 2 or first_opens or len(lines[0].split()) < 4
    return False
