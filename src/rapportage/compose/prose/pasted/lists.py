"""Lines that begin with a sign or a number, as the items that they look like."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from rapportage.compose.prose.pasted.text import GOES_ON, ITEM, Unpasted

_BULLETS = "•▪◦●○‣■□➢►❖→»"
"""Signs that begin an item of a list, with or without a space behind them."""
_BULLET = re.compile(
    rf"(?P<indent>\s*)(?:(?P<sign>[{_BULLETS}])\s*|(?P<dash>[-*+])\xa0\s*"
    r"|(?P<letter>[o§·](?=\t)|·(?=\xa0)|[oüØqv](?=\xa0\s+\S)|§(?=\xa0\s+[^\W\d_]))\s*)(?P<rest>\S.*)"
)
"""A letter is a sign before a tab, or before the no-break spaces that Outlook sets an item in with."""
_LOOSE_BULLET = re.compile(
    r"(?P<indent>\s*)(?:(?P<sign>[–—]|−(?=\s+[^\W\d_]))\s+|(?P<letter>[o·✓✔]|§(?=[ \xa0]+[^\W\d_]))[ \xa0]+"
    r"|(?P<dash>-(?=[^\W\d_])|\*(?=[^\W\d_][^*]*\Z)))(?P<rest>\S.*)"
)
"""What begins an item only beside others that do: a dash, the letter o, a tick, a hyphen or star."""
_TICKS = "✓✔"
"""Signs of an item where each line of a list has one; where some have none, they say which are done."""
_DASHED = re.compile(r"(?P<indent>\s*)(?P<dash>[-*+])(?P<sign>)(?P<letter>) +(?P<rest>\S.*)")
"""An item in Markdown's own way, beside others."""
_MINUS = re.compile(r"\s*[-–+][0-9€]")
_TIGHT_NUMBER = re.compile(r"(?P<indent>\s*)(?P<number>[0-9]{1,3}[.)])(?:\xa0\s*|(?=[^\W\d_]))(?P<rest>\S.*)")
_STRAY_LABEL = re.compile(
    r"\s{0,3}(?P<label>\([0-9a-zA-Z]{1,4}\)|\[[0-9]{1,3}\]|§ ?[0-9]{1,3}"
    r"|[A-Z][.)]|[0-9]{1,3}[°e:]|[IVX]{1,4}[.)]"
    r"|[0-9]{1,3}(?:\.[0-9]{1,3}){1,3}\.?|\*\*[0-9]{1,3}[.)]|(?:Artikel|Ad|Lid|Stap|Punt) [0-9]{1,3}[.:]?)"
    r"(?:\s+|\*\*\s+)\S"
)
_WORD_LABEL = re.compile(r"[A-Z][a-z]+ [0-9]{1,3}[.:]?")
_STRAY_NUMBER = re.compile(r"\s{0,3}(?P<number>[0-9]{1,3})[.)]\s+\S")
_CLOSING_SENTENCE = re.compile(r"[A-ZÀ-Þ]\S* ")
_ABBREVIATED = re.compile(r"(?:\.\w|\b(?:art|bijv|blz|ca|incl|excl|jl|mln|nr|nrs|resp|vgl))\.\Z", re.I)
_ENDED = re.compile(r"[;.][”\"’']?\Z|[”\"]\Z")
"""What ends an item, so that words in small letters below it are a line of their own."""
_SENTENCE = 20
"""A line of at least so many letters that ends without a sign may go on on the next."""
_SIGN_WITHIN = re.compile(r"(?<!\S)[•▪◦●○‣➢►❖]\s*(?=\S)")
_FIRST_WITHIN = re.compile(
    r":\s+(?:[•▪◦●○‣➢►❖·]\s*(?=\S)|(?P<sign>[-–—*o])\s+[^\W\d_][^|]{0,200}?\s(?P=sign)\s+[^\W\d_])"
)
"""What begins an item in the midst of a line: two of the signs, or one behind a colon."""


def first_signs(lines: Sequence[str], chunks: Iterable[Sequence[int]]) -> Counter[str]:
    """How many chunks begin with each sign that begins an item only beside others."""
    firsts = (_LOOSE_BULLET.fullmatch(lines[chunk[0]]) for chunk in chunks)
    return Counter(_sign(found) for found in firsts if found)


def bullets(made: Unpasted, chunk: list[int], open_levels: list[Sign], firsts: Mapping[str, int]) -> None:
    """Make items of lines that begin with a sign, each at the level that it looks to be on.

    A sign that is set in further, or that comes after another, belongs to items within an item;
    `open_levels` are those of the list that the chunk may go on with, `firsts` says how many chunks of
    the text begin with each sign.
    """
    items = {at: found for at in chunk if (found := _BULLET.fullmatch(made.lines[at]))}
    items |= _beside_others(made, chunk, firsts, sure=bool(items))
    if not items:
        open_levels.clear()
        return
    items |= {at: found for at in chunk if (found := _DASHED.fullmatch(made.lines[at]))}
    numbered = next((at for at in chunk if _is_numbered(made.lines[at])), chunk[-1] + 1)
    for at in sorted(items):
        level = _level(open_levels, Sign(len(items[at]["indent"].expandtabs(4)), _sign(items[at])))
        base = open_levels[0].indent
        base = base if base < 4 else 3 if numbered < at else 0
        made.lines[at] = " " * base + "  " * level + "- " + items[at]["rest"]
    made.tip(
        min(items),
        "opsommingstekens uit een ander programma zijn als lijst gelezen",
        "schrijf '- ' voor elk punt, en twee spaties meer voor een punt daarbinnen",
    )


def _is_numbered(line: str) -> bool:
    found = ITEM.match(line)
    return found is not None and found["number"] is not None


@dataclass(frozen=True, slots=True)
class Sign:
    """What begins an item, and how many columns it is set in."""

    indent: int
    sign: str


def _level(open_levels: list[Sign], item: Sign) -> int:
    """The level of this item, which is then the last of those that are open."""
    while open_levels and open_levels[-1].indent > item.indent + 1:
        del open_levels[-1]
    signs = [one.sign for one in open_levels]
    deeper = bool(open_levels) and item.indent > open_levels[-1].indent + 1
    if item.sign in signs and not deeper:
        level = len(signs) - 1 - signs[::-1].index(item.sign)
        del open_levels[level + 1 :]
        return level
    open_levels.append(item)
    return len(open_levels) - 1


def _beside_others(
    made: Unpasted, chunk: list[int], firsts: Mapping[str, int], *, sure: bool
) -> dict[int, re.Match[str]]:
    """The lines whose sign begins an item here; a single dash in the midst of a text may go on with it."""
    loose = {at: found for at in chunk if (found := _LOOSE_BULLET.fullmatch(made.lines[at]))}
    signs = [_sign(found) for found in loose.values()]
    begun = sum(line.lstrip().startswith("*") for line in (made.lines[at] for at in chunk))
    if begun != sum(made.lines[at].count("*") for at in chunk):  # one sets words off
        loose = {at: found for at, found in loose.items() if _sign(found) != "*"}
    is_list = any(_DASHED.fullmatch(made.lines[at]) for at in chunk)
    if len(chunk) < 2 or any(at not in loose or _sign(loose[at]) not in _TICKS for at in chunk):
        loose = {at: found for at, found in loose.items() if _sign(found) not in _TICKS}
    items = {}
    for at, found in loose.items():
        sign = _sign(found)
        begins = at == chunk[0] or made.lines[at - 1].rstrip().endswith(":")
        others = max(signs.count(sign) + is_list * (sign in "-*"), firsts[sign] if at == chunk[0] else 0)
        if sure or others > 1 or (sign in "–—−" and begins):
            items[at] = found
        elif sign in "–—−":
            made.refuse(
                at,
                "begint hier een punt van een lijst, of gaat de zin door?",
                "schrijf '- ' voor een punt, of zet het streepje op de regel erboven",
            )
        elif sign == "*" and at == chunk[0] and not made.is_refused(at):
            made.refuse(
                at,
                "deze regel begint met een sterretje dat letterlijk blijft staan",
                "schrijf '- ' als het een punt van een lijst is; een letterlijk * schrijft u als \\*",
            )
    for above, at in pairwise(chunk):
        if is_list and _MINUS.match(made.lines[at]) and ITEM.match(made.lines[above]):
            hint = "schrijf '- ' met een spatie voor een punt, of zet het getal op de regel erboven"
            made.refuse(at, "begint hier een punt van een lijst, of staat hier een min?", hint)
    return items


def begins_with_a_label(line: str) -> bool:
    """Whether what begins this line looks like a number or letter of an item that Markdown does not know."""
    return _STRAY_LABEL.match(line) is not None


def begins_with_a_sign(line: str) -> bool:
    """Whether what begins this line may be the sign of an item in another program."""
    return bool(_BULLET.fullmatch(line) or _LOOSE_BULLET.fullmatch(line))


def within_lines(made: Unpasted, chunk: list[int]) -> bool:
    """Refuse items that stand behind each other on one line; whether the chunk holds such a line."""
    at = next((at for at in chunk if _has_items_within(made.lines[at])), None)
    if at is not None:
        message = "hier staan opsommingstekens midden in een regel, en zo wordt het geen lijst"
        way_out = "zet elk punt op een eigen regel, met '- ' ervoor en een witregel boven het eerste"
        made.refuse(at, message, f"{way_out}; is het geen lijst, schrijf dan een komma")
    return at is not None


def _has_items_within(line: str) -> bool:
    several = len(_SIGN_WITHIN.findall(line)) > 1 or _FIRST_WITHIN.search(line)
    return bool(several) and "|" not in line


def _sign(found: re.Match[str]) -> str:
    return str(found["sign"] or found["letter"] or found["dash"])


def tight_numbers(made: Unpasted, chunk: list[int]) -> None:
    """Put the space that Markdown wants behind a number at the begin of a list."""
    for at in chunk:
        found = _TIGHT_NUMBER.fullmatch(made.lines[at])
        if found and (at == chunk[0] or ITEM.match(made.lines[at - 1])):
            made.lines[at] = f"{found['indent']}{found['number']} {found['rest']}"
            made.tip(
                at,
                "een nummer zonder spatie is als punt van een lijst gelezen",
                "schrijf '1. ' met een spatie",
            )


def nesting(made: Unpasted, chunk: list[int]) -> None:
    """Let bullets below a number stand within its item, also where they are set in by too few spaces."""
    room, shift = 0, 0
    for at in chunk:
        line = made.lines[at]
        found = ITEM.match(line)
        indent = len(line) - len(line.lstrip(" "))
        if found and indent == 0:
            room, shift = (len(found[0]) if found["number"] else 0), 0
        elif found and room and 0 < indent < room and not shift:
            shift = room - indent
        if shift and indent:
            made.lines[at] = " " * shift + line


def single_items(made: Unpasted, chunk: list[int]) -> None:
    """Refuse a single item in the midst of a sentence, whose sign may be a minus, a dash or a number."""
    items = [at for at in chunk if ITEM.match(made.lines[at])]
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


def stray_items(made: Unpasted, chunk: list[int], last: dict[int, int]) -> None:
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
        item = ITEM.match(line)
        if item and item["number"] and at not in made.labelled:
            _counted_on(made, at, len(item["indent"]), int(item["number"]), last)
        closes = _CLOSING_SENTENCE.match(line) or (
            at != chunk[0] and _goes_on_small(made.lines[at - 1], line)
        )
        if in_list and not item and closes:
            made.refuse(
                at,
                "deze regel komt achter het punt erboven te staan",
                "zet er een witregel voor, of spring zo ver in als de tekst van het punt",
            )
        in_list = in_list or item is not None
    begins = _STRAY_LABEL.match(made.lines[chunk[0]]) is not None
    strays = [
        (at, found["label"])
        for at in chunk
        if (found := _STRAY_LABEL.match(made.lines[at]))
        and (begins or not GOES_ON.search(made.lines[at - 1].rstrip()))
    ]
    if (
        len(strays) > 1
        and not made.is_refused(strays[0][0])
        and not re.fullmatch(r"[B-HJ-Z][.)]", strays[0][1])
    ):
        at, label = strays[0]
        if all(_WORD_LABEL.fullmatch(one) for _, one in strays):
            _kept_apart(made, [at for at, _ in strays if at != chunk[0]], label)
            return
        message = f"regels die met '{label}' beginnen, zijn hier geen lijst en lopen aan elkaar"
        hint = "schrijf '1. ' of 'a. ' voor elk punt, of '- ' voor een punt zonder nummer"
        note = f"een voetnoot is [^{label[1:-1]}] in de tekst, en onderaan [^{label[1:-1]}]: …"
        made.refuse(at, message, note if label.startswith("[") else hint)


def _kept_apart(made: Unpasted, begins: Sequence[int], label: str) -> None:
    """Keep lines that answer points by their number below each other: they are no list of their own."""
    for at in begins:
        above = made.lines[at - 1].rstrip()
        made.lines[at - 1] = above if above.endswith("\\") else f"{above}\\"
    made.tip(
        begins[0],
        f"regels die met '{label}' beginnen, zijn onder elkaar gehouden",
        "zet er een witregel tussen om van elke regel een alinea te maken",
    )


def _goes_on_small(above: str, line: str) -> bool:
    """Whether a line that is not set in begins small below an item that has ended."""
    bare = above.rstrip()
    return line[:1].islower() and bool(_ENDED.search(bare)) and not _ABBREVIATED.search(bare)


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


def goes_on(made: Unpasted, chunk: list[int]) -> bool:
    """Whether the chunk may belong to the list before it: it begins with an item, or is set in."""
    first = made.lines[chunk[0]]
    return ITEM.match(first) is not None or first.startswith("  ")
